//! The rules a company starts with, before anybody signs its own.

use domain::authority::{Authority, Ceiling, RuleSet, Signature, When};
use domain::{Cents, Confidence, CustomerClass, Urgency};

/// Jobs above this are shown to a person first. Ours; a median residential repair is a few hundred dollars.
const HIGH_VALUE: Cents = Cents::dollars(3_000);

/// Below this, a reading is not sure enough for anything automatic. Ours: of readings at or above it, at least 97 in
/// 100 are meant to be right.
const SURE_ENOUGH: Confidence = Confidence(800);

/// The first rule set of a company: the given base with the ceilings that product and law ask for.
pub fn starter(version: u32, base: Authority, signed: Option<Signature>) -> RuleSet {
    let ceilings = [
        (
            When::ValueAbove { most: HIGH_VALUE },
            Authority::Approve,
            "high-value work is shown to a person first",
        ),
        (
            When::ConfidenceBelow { least: SURE_ENOUGH },
            Authority::Approve,
            "something it rests on is not read surely",
        ),
        (When::UrgencyFrom { least: Urgency::Emergency }, Authority::Assist, "a person answers emergencies"),
        (
            When::Customer { class: CustomerClass::DoNotService },
            Authority::Assist,
            "this customer is not served",
        ),
    ];
    let ceilings = (1..)
        .zip(ceilings)
        .map(|(rule, (when, most, because))| Ceiling { rule, when, most, because: because.to_owned() })
        .collect();
    RuleSet { version, base, ceilings, kill_switch: false, signed }
}
