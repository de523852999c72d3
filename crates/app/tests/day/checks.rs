//! What must be true after every day, read from the database around the program.

use crate::house::{COMPANY, House, Written};
use crate::kept;
use crate::told::Word;
use domain::authority::{Action, RuleSet};
use domain::{
    Actor, Appointment, Authority, BoardMode, Company, ContactEvent, Entry, EntryKind, Escalation, Lead,
    LeadState, Reservation, SignedDuration, Subject,
};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use store::Store;

/// The records as the journal tells them, one transaction after the other.
#[derive(Default)]
struct Told {
    appointments: BTreeMap<i64, Appointment>,
    leads: BTreeMap<i64, Lead>,
    contacts: BTreeMap<i64, ContactEvent>,
    escalations: BTreeMap<i64, Escalation>,
    rules: BTreeMap<u32, RuleSet>,
    board_mode: Option<BoardMode>,
}

/// Checks everything when nothing is left to do; says how many entries the journal has.
pub(crate) async fn everything(house: &House, store: &Store, words: &[Word]) -> usize {
    let (told, rows) = at_any_moment(house).await;
    kept::everything_told(&rows, words);
    told.nothing_is_lost(words);
    told.danger_calls_a_person(&rows.iter().map(|row| &row.entry).collect::<Vec<_>>());
    let now = house.now();
    assert_eq!(store.waiting_tasks(now).await.unwrap(), 0, "every lead was read");
    assert_eq!(store.due_messages(now).await.unwrap(), 0, "every message has left");
    assert_eq!(store.dead_tasks(COMPANY, 10).await.unwrap(), Vec::new());
    assert_eq!(store.overdue_reservations(now, 10).await.unwrap(), Vec::new());
    for lead in told.leads.values() {
        assert_ne!(lead.status.state, LeadState::New, "L{}", lead.number);
    }
    rows.len()
}

/// Checks what must be true even in the middle of work, such as after a kill.
pub(crate) async fn after_a_kill(house: &House, words: &[Word]) -> (Vec<Written>, kept::Unanswered) {
    let (told, rows) = at_any_moment(house).await;
    told.nothing_is_lost(words);
    let unanswered = kept::everything_told(&rows, words);
    (rows, unanswered)
}

async fn at_any_moment(house: &House) -> (Told, Vec<Written>) {
    house.is_whole().await;
    let rows = house.home.journal().await;
    let mut told = Told::default();
    for row in &rows {
        let at = format!("entry {} ({:?}: {})", row.position, row.entry.kind, row.entry.reason);
        for change in &row.changes {
            told.take(&at, &row.entry, change.noun.as_str(), change.id, change.after.as_ref());
        }
        told.automatic(&at, &row.entry);
    }
    (told, rows)
}

/// Everything that the program did by itself was allowed by rules and modes that were in force when it was written.
pub(crate) async fn what_allowed_it_was_in_force(house: &House) {
    let mut told = Told::default();
    for row in &house.home.journal().await {
        let at = format!("entry {} ({:?}: {})", row.position, row.entry.kind, row.entry.reason);
        for change in &row.changes {
            told.take(&at, &row.entry, change.noun.as_str(), change.id, change.after.as_ref());
        }
        told.still_in_force(&at, &row.entry);
    }
}

/// Seconds that pass make no work of their own: what the clock brings is done once, and the planner asks itself for
/// suggestions only to accept them.
pub(crate) async fn the_worker_comes_to_rest(house: &House, store: &Store) {
    let first = store.position(COMPANY).await.unwrap();
    house.app.work_all().await.expect("the worker works");
    let mut busy = 0;
    for _ in 0..4 {
        let position = store.position(COMPANY).await.unwrap();
        house.clock.advance(SignedDuration::from_secs(1));
        house.app.work_all().await.expect("the worker works");
        busy += usize::from(store.position(COMPANY).await.unwrap() > position);
    }
    let entries = store.journal_after(COMPANY, first, 500).await.unwrap();
    let by_the_planner = |kind| {
        let own = entries.iter().filter(|one| one.entry.actor == Actor::Planner && one.entry.kind == kind);
        own.count()
    };
    let (made, accepted) =
        (by_the_planner(EntryKind::SuggestionMade), by_the_planner(EntryKind::SuggestionAccepted));
    assert_eq!(made, accepted, "suggestions of the planner to itself: {entries:#?}");
    assert!(busy <= 2, "{busy} of 4 seconds brought work: {entries:#?}");
}

fn parsed<T: DeserializeOwned>(after: &serde_json::Value) -> T {
    serde_json::from_value(after.clone()).expect("the journal keeps whole records")
}

impl Told {
    fn take(&mut self, at: &str, entry: &Entry, noun: &str, id: i64, after: Option<&serde_json::Value>) {
        let Some(after) = after else { return };
        match noun {
            "appointment" => {
                let after: Appointment = parsed(after);
                if entry.kind != EntryKind::Imported {
                    moved_as_allowed(at, entry, self.appointments.get(&id), &after);
                }
                self.appointments.insert(id, after);
            }
            "reservation" => {
                let held: Reservation = parsed(after);
                let start = held.placement.start;
                assert!(held.window.allows(start), "{at}: a reservation outside its window");
            }
            "lead" => drop(self.leads.insert(id, parsed(after))),
            "contact" => drop(self.contacts.insert(id, parsed(after))),
            "escalation" => drop(self.escalations.insert(id, parsed(after))),
            "company" => self.board_mode = Some(parsed::<Company>(after).settings.board_mode),
            "rule_set" => {
                let rules: RuleSet = parsed(after);
                assert!(rules.signed.is_some(), "{at}: nobody signed version {}", rules.version);
                self.rules.insert(rules.version, rules);
            }
            _ => {}
        }
    }

    /// An automatic act names the version of the rules that allowed it, and it is allowed again.
    fn automatic(&self, at: &str, entry: &Entry) {
        let rules = |entry: &Entry| {
            let version = entry.rule_version.unwrap_or_else(|| panic!("{at}: names no version"));
            self.rules.get(&version).unwrap_or_else(|| panic!("{at}: there is no version {version}"))
        };
        if entry.actor == Actor::Rules {
            let case = entry.case.as_ref().unwrap_or_else(|| panic!("{at}: on no facts"));
            let verdict = authority::decide(case, rules(entry));
            let mode = entry.mode.unwrap_or_else(|| panic!("{at}: in no mode"));
            assert!(mode <= verdict.authority, "{at}: {mode:?} beyond {verdict:?}");
            assert_eq!(entry.trace, verdict.trace, "{at}");
            let needed = match entry.kind {
                EntryKind::JobBooked => {
                    assert_eq!(verdict.action, Action::Book, "{at}");
                    Authority::Auto
                }
                EntryKind::SlotReserved => Authority::Approve,
                _ => Authority::Assist,
            };
            assert!(mode >= needed, "{at}: in mode {mode:?}");
        }
        if entry.actor == Actor::Planner && entry.kind == EntryKind::SuggestionAccepted {
            assert!(!rules(entry).kill_switch, "{at}: everything automatic was stopped");
            assert_eq!(entry.mode, Some(Authority::Auto), "{at}");
        }
        self.still_in_force(at, entry);
    }

    /// What allowed an automatic act was in force when it was written, not only when it was thought of.
    fn still_in_force(&self, at: &str, entry: &Entry) {
        let newest = self.rules.last_key_value();
        if matches!(entry.actor, Actor::Rules | Actor::Intake | Actor::Planner)
            && let Some(version) = entry.rule_version
        {
            let in_force = newest.map_or(0, |(version, _)| *version);
            assert_eq!(version, in_force, "{at}: allowed by rules that were replaced before");
        }
        if entry.actor == Actor::Planner {
            assert_eq!(self.board_mode, Some(BoardMode::On(Authority::Auto)), "{at}");
            assert!(
                newest.is_none_or(|(_, rules)| !rules.kill_switch),
                "{at}: everything was stopped before"
            );
        }
    }

    /// Whoever was told that a request was received finds it, once for each time.
    fn nothing_is_lost(&self, words: &[Word]) {
        let numbers: BTreeMap<String, &Lead> =
            self.leads.values().map(|lead| (format!("L{}", lead.number), lead)).collect();
        let mut owed: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for word in words {
            if let Word::Received { reference, raw } = word {
                *owed.entry((reference, raw)).or_default() += 1;
            }
        }
        for ((reference, raw), times) in owed {
            let lead = numbers.get(reference).unwrap_or_else(|| panic!("{reference} is lost"));
            let kept = self.contacts.values().filter(|one| one.lead == lead.id && one.raw == raw).count();
            assert!(kept >= times, "{reference} was sent {times} times and is there {kept} times: {raw}");
        }
        for lead in self.leads.values() {
            let contacts = self.contacts.values().filter(|contact| contact.lead == lead.id).count();
            assert_eq!(lead.contacts as usize, contacts, "L{} counts its contacts", lead.number);
        }
    }

    /// Dangerous words call a person and are never booked by the program.
    fn danger_calls_a_person(&self, entries: &[&Entry]) {
        let mut dangerous = BTreeSet::new();
        for contact in self.contacts.values() {
            if !intake::gate(&contact.turns).is_empty() {
                dangerous.insert(contact.lead);
            }
        }
        for id in &dangerous {
            let lead = &self.leads[&id.0];
            let called = self.escalations.values().any(|escalation| escalation.lead == *id);
            // A person who put it aside before it was read has seen it.
            let seen = matches!(lead.status.by, Actor::User { .. });
            assert!(called || seen, "nobody was called for L{}: {:?}", lead.number, lead.status);
        }
        let by_itself = |entry: &&&Entry| {
            entry.actor == Actor::Rules
                && matches!(entry.kind, EntryKind::JobBooked | EntryKind::SlotReserved)
        };
        for entry in entries.iter().filter(by_itself) {
            for subject in &entry.subjects {
                if let Subject::Lead(id) = subject {
                    assert!(!dangerous.contains(id), "booked by itself: {}", self.leads[&id.0].number);
                }
            }
        }
    }
}

/// What one entry did to one visit.
fn moved_as_allowed(at: &str, entry: &Entry, before: Option<&Appointment>, after: &Appointment) {
    let place = |visit: &Appointment| visit.state.busy();
    if let Some(now) = place(after)
        && before.is_none_or(|before| place(before) != Some(now))
    {
        let window = after.window;
        assert!(window.allows(now.start), "{at}: {} starts outside {window:?}: {now:?}", after.id);
    }
    let Some(before) = before else { return };
    let by_a_person =
        matches!(entry.actor, Actor::User { .. }) && !matches!(entry.kind, EntryKind::SuggestionAccepted);
    let stands = (before.state.placement(), after.state.placement());
    if !by_a_person && before.lock.is_some() {
        assert_eq!(stands.0, stands.1, "{at}: {} was locked", after.id);
        assert_eq!(before.lock, after.lock, "{at}");
    }
    if before.state.has_begun() && after.state.has_begun() {
        assert_eq!(stands.0, stands.1, "{at}: {} had begun", after.id);
    }
    let told = entry.subjects.contains(&Subject::Appointment(after.id));
    if stands.0 != stands.1 || before.lock != after.lock || before.state.name() != after.state.name() {
        assert!(told, "{at}: {} changed and is not named", after.id);
    }
}

/// The checks find what they are there for.
mod found {
    use super::*;
    use crate::house::TODAY;
    use domain::{
        AppointmentId, AppointmentState, ArrivalWindow, JobId, LeadId, Lock, LockKind, Placement, Span,
        TechnicianId, Timestamp, UserId,
    };

    fn ten() -> Timestamp {
        TODAY.at(10, 0, 0, 0).in_tz("America/New_York").unwrap().timestamp()
    }

    /// A visit from ten to twelve that starts `late` after ten.
    fn visit(late: i64) -> Appointment {
        let hours = SignedDuration::from_hours;
        let start = ten() + SignedDuration::from_mins(late);
        Appointment {
            id: AppointmentId(7),
            job: JobId(7),
            window: ArrivalWindow(Span::lasting(ten(), hours(2)).unwrap()),
            duration: hours(1),
            state: AppointmentState::Assigned { placement: Placement { technician: TechnicianId(1), start } },
            lock: None,
            told: None,
            helpers: Vec::new(),
        }
    }

    fn entry(actor: Actor, kind: EntryKind) -> Entry {
        Entry::new(ten(), actor, kind, "moved").about(Subject::Appointment(AppointmentId(7)))
    }

    fn locked(late: i64) -> Appointment {
        let lock = Lock { kind: LockKind::Start, by: Actor::User { id: UserId(1) }, at: ten() };
        Appointment { lock: Some(lock), ..visit(late) }
    }

    #[test]
    fn a_person_may_move_within_the_window() {
        let by = entry(Actor::User { id: UserId(1) }, EntryKind::VisitsMoved);
        moved_as_allowed("here", &by, Some(&visit(0)), &visit(30));
    }

    #[test]
    #[should_panic(expected = "starts outside")]
    fn a_start_outside_the_window() {
        let by = entry(Actor::User { id: UserId(1) }, EntryKind::VisitsMoved);
        moved_as_allowed("here", &by, Some(&visit(0)), &visit(120));
    }

    #[test]
    #[should_panic(expected = "was locked")]
    fn a_locked_visit_that_the_planner_moved() {
        let by = entry(Actor::User { id: UserId(1) }, EntryKind::SuggestionAccepted);
        moved_as_allowed("here", &by, Some(&locked(0)), &locked(30));
    }

    #[test]
    #[should_panic(expected = "is not named")]
    fn a_change_that_the_journal_does_not_name() {
        let by = Entry::new(ten(), Actor::User { id: UserId(1) }, EntryKind::VisitsMoved, "moved");
        moved_as_allowed("here", &by, Some(&visit(0)), &visit(30));
    }

    #[test]
    #[should_panic(expected = "L9 is lost")]
    fn a_lost_request() {
        Told::default()
            .nothing_is_lost(&[Word::Received { reference: "L9".to_owned(), raw: "{}".to_owned() }]);
    }

    #[test]
    #[should_panic(expected = "were replaced before")]
    fn an_act_by_rules_that_were_replaced() {
        let mut told = Told::default();
        for version in [1, 2] {
            told.rules.insert(version, authority::starter(version, Authority::Auto, None));
        }
        let mut by = entry(Actor::Planner, EntryKind::SuggestionAccepted);
        by.rule_version = Some(1);
        told.still_in_force("here", &by);
    }

    #[test]
    #[should_panic(expected = "was stopped before")]
    fn a_suggestion_of_the_planner_to_itself_after_a_stop() {
        let mut told = Told::default();
        let stopped = RuleSet { kill_switch: true, ..authority::starter(1, Authority::Auto, None) };
        told.rules.insert(1, stopped);
        told.board_mode = Some(BoardMode::On(Authority::Auto));
        told.still_in_force("here", &entry(Actor::Planner, EntryKind::SuggestionMade));
    }

    #[test]
    #[should_panic(expected = "on no facts")]
    fn an_automatic_act_without_facts() {
        let by = entry(Actor::Rules, EntryKind::JobBooked).about(Subject::Lead(LeadId(1)));
        Told::default().automatic("here", &by);
    }
}
