//! A suggestion as people see it.

use super::explanation::show_ledger;
use super::moves::words_of;
use crate::view::{AlternativeView, GainView, MoveView, Notice, SuggestionView};
use domain::{Alternative, Board, Gain, Move, Suggestion, SuggestionState};

/// The button that leads to another window.
pub(super) const OFFER_WINDOW: &str = "offer_window";

/// A suggestion as people see it.
pub(super) fn show_suggestion(board: &Board, suggestion: &Suggestion, new_jobs_since: u32) -> SuggestionView {
    let state = match &suggestion.state {
        SuggestionState::Open => "open",
        SuggestionState::Accepted { .. } => "accepted",
        SuggestionState::Expired { .. } => "expired",
    };
    SuggestionView {
        id: suggestion.id.to_string(),
        appointment_id: suggestion.appointment.to_string(),
        state: state.to_owned(),
        message: message(board, suggestion),
        alternatives: suggestion.alternatives.iter().map(|one| show_alternative(board, one)).collect(),
        made: suggestion.made,
        took_ms: suggestion.took_micros as f64 / 1000.0,
        based_on: suggestion.based_on,
        new_jobs_since,
    }
}

fn message(board: &Board, suggestion: &Suggestion) -> Notice {
    let visit = board.visit(suggestion.appointment);
    let job = visit.map_or_else(|| "this visit".to_owned(), |visit| format!("J{}", visit.job.number));
    let evidence = suggestion.evidence.clone();
    match suggestion.alternatives.len() {
        0 if visit.is_some_and(|visit| visit.appointment.state.placement().is_some()) => {
            notice("nothing_better", &format!("{job} stands where it should"), evidence, "Nothing to do.")
        }
        0 if suggestion.no_place => Notice {
            action: Some(OFFER_WINDOW.to_owned()),
            ..notice(
                "no_place",
                &format!("Nobody can come to {job} in its window"),
                evidence,
                "Offer another window, or look again when the board has changed.",
            )
        },
        0 => Notice {
            action: Some(OFFER_WINDOW.to_owned()),
            ..notice(
                "leave_unassigned",
                &format!("{job} is best left unassigned for now"),
                evidence,
                "Look again when the board has changed, or offer another window.",
            )
        },
        1 => notice(
            "better_found",
            &format!("One way to do better with {job}"),
            evidence,
            "Preview it, then accept.",
        ),
        many => notice(
            "better_found",
            &format!("{many} ways to do better with {job}"),
            evidence,
            "Preview one, then accept.",
        ),
    }
}

fn show_alternative(board: &Board, alternative: &Alternative) -> AlternativeView {
    AlternativeView {
        moves: alternative.moves.iter().map(|change| show_move(board, change)).collect(),
        gain: show_gain(alternative.gain),
        ledger: show_ledger(&alternative.ledger),
        reasons: alternative.reasons.iter().map(|reason| whole_dollars(reason)).collect(),
    }
}

/// Cents rounded to whole dollars, half away from zero.
fn dollars(cents: i64) -> i64 {
    (cents + 50 * cents.signum()) / 100 * 100
}

/// A sentence with its amounts in whole dollars: nobody forecasts cents.
fn whole_dollars(sentence: &str) -> String {
    let mut parts = sentence.split('$');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push('$');
        let is_amount = |one: char| one.is_ascii_digit() || one == ',' || one == '.';
        let end = part.find(|one: char| !is_amount(one)).unwrap_or(part.len());
        // A full stop or comma at its end belongs to the sentence.
        let end = part[..end].trim_end_matches([',', '.']).len();
        let (amount, rest) = part.split_at(end);
        match amount.split_once('.') {
            Some((whole, cents)) if cents.len() == 2 => {
                let number: i64 = (whole.to_owned() + cents).replace(',', "").parse().unwrap_or(0);
                text.push_str(domain::Cents(dollars(number)).to_string().trim_start_matches('$'));
            }
            _ => text.push_str(amount),
        }
        text.push_str(rest);
    }
    text
}

pub(crate) fn show_gain(gain: Gain) -> GainView {
    GainView {
        jobs: gain.jobs,
        drive_seconds: gain.drive_seconds,
        value_cents: gain.value.0,
        moves: gain.moves,
    }
}

pub(super) fn show_move(board: &Board, change: &Move) -> MoveView {
    let name = |id| board.technician(id).map(|one| one.name.clone());
    let mut view = MoveView {
        kind: "assign".to_owned(),
        appointment_id: change.appointment().map(|id| id.to_string()),
        event_id: None,
        reference: String::new(),
        technician_id: None,
        technician: None,
        start: None,
        end: None,
        from_technician_id: None,
        from_technician: None,
        from_start: None,
        words: words_of(board, std::slice::from_ref(change), None),
    };
    let visit = change.appointment().and_then(|id| board.visit(id));
    if let Some(visit) = visit {
        view.reference = format!("J{}", visit.job.number);
    }
    match change {
        Move::Assign { to, from, .. } => {
            view.technician_id = Some(to.technician.to_string());
            view.technician = name(to.technician);
            view.start = Some(to.start);
            view.end = visit.map(|visit| visit.appointment.span_from(to.start).end());
            view.from_technician_id = from.map(|from| from.technician.to_string());
            view.from_technician = from.and_then(|from| name(from.technician));
            view.from_start = from.map(|from| from.start);
        }
        Move::ShiftEvent { event, to, from } => {
            view.kind = "shift_event".to_owned();
            view.event_id = Some(event.to_string());
            view.start = Some(to.start());
            view.end = Some(to.end());
            view.from_start = Some(from.start());
            if let Some(event) = board.event(*event) {
                view.reference.clone_from(&event.title);
                view.technician_id = Some(event.technician.to_string());
                view.technician = name(event.technician);
            }
        }
        _ => view.kind = "unassign".to_owned(),
    }
    view
}

/// A situation: what, why, what next.
pub(super) fn notice(code: &str, title: &str, evidence: Vec<String>, next: &str) -> Notice {
    Notice { code: code.to_owned(), title: title.to_owned(), evidence, next: next.to_owned(), action: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_whole_dollars() {
        assert_eq!(whole_dollars("expected to bring $608.83 with Ana"), "expected to bring $609 with Ana");
        assert_eq!(whole_dollars("$1,234.50, $12.10 more than"), "$1,235, $12 more than");
        assert_eq!(whole_dollars("brings $0.40."), "brings $0.");
        assert_eq!(whole_dollars("free from 9:40 to 10:15"), "free from 9:40 to 10:15");
    }
}
