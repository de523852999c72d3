//! Stable names of domain values on the wire.

use domain::authority::{Action, EscalationState};
use domain::reading::{Gap, PersonOnly};
use domain::{
    Actor, Authority, BoardMode, Channel, EntryKind, HazardClass, HoldReason, LockKind, Purpose, Trade,
    Urgency,
};
use serde::Serialize;

/// The name that serde gives a unit variant: the one list of names, so that storage and wire cannot drift apart.
fn tag(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        other => unreachable!("only plain enums are asked for their name, not {other:?}"),
    }
}

pub(crate) fn channel(value: Channel) -> String {
    tag(&value)
}

pub(crate) fn urgency(value: Urgency) -> String {
    tag(&value)
}

pub(crate) fn trade(value: Trade) -> String {
    tag(&value)
}

pub(crate) fn hazard(value: HazardClass) -> String {
    tag(&value)
}

pub(crate) fn gap(value: Gap) -> String {
    tag(&value)
}

pub(crate) fn person_only(value: PersonOnly) -> String {
    tag(&value)
}

pub(crate) fn action(value: Action) -> String {
    tag(&value)
}

pub(crate) fn authority(value: Authority) -> String {
    tag(&value)
}

pub(crate) fn entry_kind(value: EntryKind) -> String {
    tag(&value)
}

pub(crate) fn purpose(value: Purpose) -> String {
    tag(&value)
}

pub(crate) fn urgency_of(name: &str) -> Option<Urgency> {
    [Urgency::None, Urgency::Routine, Urgency::Urgent, Urgency::Emergency]
        .into_iter()
        .find(|&one| urgency(one) == name)
}

pub(crate) fn authority_of(name: &str) -> Option<Authority> {
    [Authority::Assist, Authority::Approve, Authority::Auto].into_iter().find(|&one| authority(one) == name)
}

pub(crate) fn board_mode(mode: BoardMode) -> String {
    match mode {
        BoardMode::Off => "off".to_owned(),
        BoardMode::On(mode) => authority(mode),
    }
}

pub(crate) fn board_mode_of(name: &str) -> Option<BoardMode> {
    if name == "off" { Some(BoardMode::Off) } else { authority_of(name).map(BoardMode::On) }
}

pub(crate) fn lock(kind: LockKind) -> &'static str {
    match kind {
        LockKind::Technician => "technician",
        LockKind::Start => "start",
        LockKind::TechnicianAndStart => "technician_and_start",
        LockKind::Range(_) => "range",
    }
}

pub(crate) fn lock_of(name: &str) -> Option<LockKind> {
    [LockKind::Technician, LockKind::Start, LockKind::TechnicianAndStart]
        .into_iter()
        .find(|kind| lock(*kind) == name)
}

pub(crate) fn hold(reason: &HoldReason) -> String {
    match reason {
        HoldReason::Parts => "waits for parts".to_owned(),
        HoldReason::Customer => "the customer asked to wait".to_owned(),
        HoldReason::Permit => "waits for a permit".to_owned(),
        HoldReason::Payment => "payment is open".to_owned(),
        HoldReason::Other(words) => words.clone(),
    }
}

pub(crate) fn hold_of(words: &str) -> HoldReason {
    match words {
        "parts" => HoldReason::Parts,
        "customer" => HoldReason::Customer,
        "permit" => HoldReason::Permit,
        "payment" => HoldReason::Payment,
        other => HoldReason::Other(other.to_owned()),
    }
}

/// Who acted, when it was not a person.
pub(crate) fn program(actor: &Actor) -> &'static str {
    match actor {
        Actor::User { .. } => "someone",
        Actor::Customer => "customer",
        Actor::Intake => "intake",
        Actor::Planner => "planner",
        Actor::Rules => "rules",
        Actor::System => "system",
        Actor::Simulation => "simulation",
    }
}

pub(crate) fn escalation(state: &EscalationState) -> &'static str {
    match state {
        EscalationState::Open => "open",
        EscalationState::Taken { .. } => "taken",
        EscalationState::Closed { .. } => "closed",
    }
}
