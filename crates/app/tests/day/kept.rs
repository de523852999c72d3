//! What somebody was told is in the journal, and what nobody was told is there wholly or not at all.

use crate::house::Written;
use crate::told::Word;
use domain::{
    Actor, Appointment, EntryKind, Lead, LeadId, LeadState, Move, Reservation, Subject, Suggestion,
    SuggestionId, SuggestionState,
};
use std::collections::{BTreeMap, BTreeSet};

/// What became of acceptances that were begun and never answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Unanswered {
    pub(crate) there: usize,
    pub(crate) not_there: usize,
}

/// The records as the journal leaves them.
#[derive(Default)]
struct Records {
    suggestions: BTreeMap<i64, Suggestion>,
    leads: BTreeMap<i64, Lead>,
    reservations: BTreeMap<i64, Reservation>,
    jobs: BTreeSet<i64>,
    /// Jobs that have a visit.
    visited: BTreeSet<i64>,
}

/// Checks every word that was heard, and every acceptance of the journal.
pub(crate) fn everything_told(rows: &[Written], words: &[Word]) -> Unanswered {
    let mut records = Records::default();
    let mut accepted: BTreeMap<SuggestionId, i64> = BTreeMap::new();
    for row in rows {
        records.take(row);
        if row.entry.kind == EntryKind::SuggestionAccepted {
            let suggestion = accepted_wholly(row);
            let twice = accepted.insert(suggestion, row.position);
            assert_eq!(twice, None, "{suggestion:?} was accepted twice, again at {}", row.position);
        }
    }
    records.hang_together(&accepted);
    let by_position: BTreeMap<i64, &Written> = rows.iter().map(|row| (row.position, row)).collect();
    for word in words {
        was_kept(word, &by_position);
    }
    acts_of_people_are_there(rows, words);
    unanswered(words, &accepted)
}

impl Records {
    fn take(&mut self, row: &Written) {
        for change in &row.changes {
            let Some(after) = change.after.clone() else { continue };
            let is_whole = "the journal keeps whole records";
            match change.noun.as_str() {
                "suggestion" => {
                    self.suggestions.insert(change.id, serde_json::from_value(after).expect(is_whole));
                }
                "lead" => drop(self.leads.insert(change.id, serde_json::from_value(after).expect(is_whole))),
                "reservation" => {
                    self.reservations.insert(change.id, serde_json::from_value(after).expect(is_whole));
                }
                "job" => drop(self.jobs.insert(change.id)),
                "appointment" => {
                    let visit: Appointment = serde_json::from_value(after).expect(is_whole);
                    self.visited.insert(visit.job.0);
                }
                _ => {}
            }
        }
    }

    /// Records that name each other are both there.
    fn hang_together(&self, accepted: &BTreeMap<SuggestionId, i64>) {
        for suggestion in self.suggestions.values() {
            let at = match suggestion.state {
                SuggestionState::Accepted { position, .. } => Some(position),
                _ => None,
            };
            assert_eq!(accepted.get(&suggestion.id).copied(), at, "half accepted: {suggestion:?}");
        }
        for lead in self.leads.values() {
            match &lead.status.state {
                LeadState::Booked { job } => {
                    let whole = self.jobs.contains(&job.0) && self.visited.contains(&job.0);
                    assert!(whole, "L{} is booked as {job}, which has no visit", lead.number);
                }
                LeadState::AwaitingApproval { reservation } => {
                    let held = self.reservations.get(&reservation.0).is_some_and(Reservation::is_held);
                    assert!(held, "L{} waits for approval and holds nothing", lead.number);
                }
                _ => {}
            }
        }
        for reservation in self.reservations.values().filter(|one| one.is_held()) {
            let state = &self.leads[&reservation.lead.0].status.state;
            let waits = *state == LeadState::AwaitingApproval { reservation: reservation.id };
            assert!(waits, "a place is held for {}, which is {state:?}", reservation.lead);
        }
    }
}

/// The suggestion that an entry accepted; all of its moves are in the same transaction.
fn accepted_wholly(row: &Written) -> SuggestionId {
    let at = format!("entry {} ({})", row.position, row.entry.reason);
    let named = row.entry.subjects.iter().find_map(|subject| match subject {
        Subject::Suggestion(id) => Some(*id),
        _ => None,
    });
    let id = named.unwrap_or_else(|| panic!("{at}: accepts no suggestion"));
    let record = |noun: &str, id: i64| {
        let of = row.changes.iter().find(|change| change.noun == noun && change.id == id);
        of.and_then(|change| change.after.clone()).unwrap_or_else(|| panic!("{at}: {noun} {id} is missing"))
    };
    let suggestion: Suggestion = serde_json::from_value(record("suggestion", id.0)).unwrap();
    let SuggestionState::Accepted { alternative, position, .. } = suggestion.state else {
        panic!("{at}: {:?}", suggestion.state);
    };
    assert_eq!(position, row.position, "{at}");
    let ticked = |visit: &domain::AppointmentId| row.entry.subjects.contains(&Subject::Appointment(*visit));
    let mut moves = 0;
    for change in &suggestion.alternatives[alternative as usize].moves {
        let Some(visit) = change.appointment().filter(ticked) else { continue };
        let visit: Appointment = serde_json::from_value(record("appointment", visit.0)).unwrap();
        if let Move::Assign { to, .. } = change {
            assert_eq!(visit.state.placement(), Some(*to), "{at}");
        }
        moves += 1;
    }
    assert!(moves > 0, "{at}: moves nothing");
    id
}

fn was_kept(word: &Word, by_position: &BTreeMap<i64, &Written>) {
    let entry = |position: &i64| {
        let row = by_position.get(position).unwrap_or_else(|| panic!("acknowledged and lost: {word:?}"));
        assert!(matches!(row.entry.actor, Actor::User { .. }), "{word:?} is {:?}", row.entry);
        &row.entry
    };
    match word {
        Word::Accepted { suggestion, position } => {
            let entry = entry(position);
            assert_eq!(entry.kind, EntryKind::SuggestionAccepted, "{word:?}");
            assert!(entry.subjects.contains(&Subject::Suggestion(*suggestion)), "{word:?} is {entry:?}");
        }
        Word::Undone { position } => assert_eq!(entry(position).kind, EntryKind::Undone, "{word:?}"),
        Word::Changed { position } => drop(entry(position)),
        _ => {}
    }
}

/// Every act of a person that was acknowledged is there, as often as it was acknowledged.
fn acts_of_people_are_there(rows: &[Written], words: &[Word]) {
    let mut owed: BTreeMap<(String, Option<LeadId>), usize> = BTreeMap::new();
    for word in words {
        if let Word::Done { kind, lead } = word {
            *owed.entry((format!("{kind:?}"), *lead)).or_default() += 1;
        }
    }
    let mut there: BTreeMap<(String, Option<LeadId>), usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| matches!(row.entry.actor, Actor::User { .. })) {
        let lead = row.entry.subjects.iter().find_map(|subject| match subject {
            Subject::Lead(id) => Some(*id),
            _ => None,
        });
        *there.entry((format!("{:?}", row.entry.kind), lead)).or_default() += 1;
    }
    for (act, times) in owed {
        let kept = there.get(&act).copied().unwrap_or(0);
        assert!(kept >= times, "{act:?} was acknowledged {times} times and is there {kept} times");
    }
}

fn unanswered(words: &[Word], accepted: &BTreeMap<SuggestionId, i64>) -> Unanswered {
    let answered = |wanted: &SuggestionId| {
        words.iter().any(|word| matches!(word, Word::Accepted { suggestion, .. } if suggestion == wanted))
    };
    let begun: BTreeSet<SuggestionId> = words
        .iter()
        .filter_map(|word| match word {
            Word::Accepts { suggestion } => Some(*suggestion),
            _ => None,
        })
        .filter(|suggestion| !answered(suggestion))
        .collect();
    let there = begun.iter().filter(|suggestion| accepted.contains_key(suggestion)).count();
    Unanswered { there, not_there: begun.len() - there }
}

/// The checks find what they are there for.
mod found {
    use super::*;
    use domain::{Entry, Timestamp, UserId};

    fn row(position: i64, kind: EntryKind) -> Written {
        let entry = Entry::new(Timestamp::UNIX_EPOCH, Actor::User { id: UserId(1) }, kind, "test");
        Written { position, entry, changes: Vec::new() }
    }

    #[test]
    #[should_panic(expected = "acknowledged and lost")]
    fn a_lost_change() {
        everything_told(&[row(7, EntryKind::VisitsMoved)], &[Word::Changed { position: 8 }]);
    }

    #[test]
    #[should_panic(expected = "was acknowledged 2 times and is there 1 times")]
    fn a_lost_act() {
        let word = Word::Done { kind: EntryKind::SettingsChanged, lead: None };
        everything_told(&[row(7, EntryKind::SettingsChanged)], &[word.clone(), word]);
    }

    #[test]
    #[should_panic(expected = "suggestion 5 is missing")]
    fn half_an_acceptance() {
        let mut half = row(7, EntryKind::SuggestionAccepted);
        half.entry.subjects.push(Subject::Suggestion(SuggestionId(5)));
        everything_told(&[half], &[]);
    }

    #[test]
    fn a_line_that_was_cut_off_told_nobody_anything() {
        let word = Word::Accepted { suggestion: SuggestionId(5), position: 7 };
        let line = word.line();
        assert_eq!(Word::of_line(&line), Some(word));
        assert_eq!(Word::of_line(&line[..line.len() - 1]), None);
        assert_eq!(Word::of_line("running 1 test"), None);
    }
}
