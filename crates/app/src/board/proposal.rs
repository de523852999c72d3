//! A suggestion as people see it.

use super::explanation::show_ledger;
use super::moves::words_of;
use crate::view::{AlternativeView, GainView, MoveView, Notice, SuggestionView};
use domain::{Alternative, Board, Gain, Move, Suggestion, SuggestionState};

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
        0 => notice(
            "leave_unassigned",
            &format!("{job} is best left unassigned for now"),
            evidence,
            "Offer another window, or look again when the board has changed.",
        ),
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
        reasons: alternative.reasons.clone(),
    }
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
    Notice { code: code.to_owned(), title: title.to_owned(), evidence, next: next.to_owned() }
}
