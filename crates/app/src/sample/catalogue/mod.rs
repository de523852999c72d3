//! What the sample company does: units, skills and thirty job types. Invented, but like the trade.

mod electrical;
mod hvac;
mod plumbing;

use domain::{Trade, Urgency};

/// The business units.
pub(super) const UNITS: [&str; 3] = ["HVAC", "Plumbing", "Electrical"];
pub(super) const HVAC: usize = 0;
pub(super) const PLUMBING: usize = 1;
pub(super) const ELECTRICAL: usize = 2;

/// The skills; the constants below are positions in this list.
pub(super) const SKILLS: [&str; 13] = [
    "HVAC service",
    "HVAC installation",
    "Gas fitting",
    "Refrigerant (EPA 608)",
    "Boilers",
    "Plumbing",
    "Water heaters",
    "Drain machines",
    "Sewer camera",
    "Electrical licence",
    "Panels and services",
    "EV chargers",
    "Generators",
];
pub(super) const SERVICE: usize = 0;
pub(super) const INSTALL: usize = 1;
pub(super) const GAS: usize = 2;
pub(super) const REFRIGERANT: usize = 3;
pub(super) const BOILER: usize = 4;
pub(super) const PIPES: usize = 5;
pub(super) const WATER_HEATER: usize = 6;
pub(super) const DRAIN: usize = 7;
pub(super) const CAMERA: usize = 8;
pub(super) const WIRING: usize = 9;
pub(super) const PANEL: usize = 10;
pub(super) const EV: usize = 11;
pub(super) const GENERATOR: usize = 12;

/// A job type with what the generator knows about it.
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) trade: Trade,
    pub(super) unit: usize,
    pub(super) skills: &'static [(usize, u8)],
    pub(super) minutes: u16,
    /// Dollars: low, typical, high.
    pub(super) value: (i64, i64, i64),
    pub(super) urgency: Urgency,
    pub(super) planned: bool,
    /// How often it is asked for, against the others of its unit.
    pub(super) weight: usize,
    /// How long it truly takes, in percent of the planned time; history shows it, no file says it.
    pub(super) truly_percent: i64,
    pub(super) words: &'static [&'static str],
    pub(super) summaries: &'static [&'static str],
}

/// The thirty job types: HVAC, plumbing and drains, electrical.
pub(super) fn kinds() -> impl Iterator<Item = &'static Kind> {
    hvac::KINDS.iter().chain(&plumbing::KINDS).chain(&electrical::KINDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn thirty_job_types_are_sound() {
        let kinds: Vec<&Kind> = kinds().collect();
        assert_eq!(kinds.len(), 30);
        assert_eq!(kinds.iter().map(|kind| kind.name).collect::<BTreeSet<_>>().len(), 30);
        for kind in kinds {
            let (low, typical, high) = kind.value;
            assert!(low < typical && typical < high, "{}", kind.name);
            assert!(kind.unit < UNITS.len() && kind.minutes % 5 == 0 && kind.minutes > 0, "{}", kind.name);
            assert!(
                kind.skills.iter().all(|(skill, level)| *skill < SKILLS.len() && (1..=5).contains(level))
            );
            assert!(kind.words.len() >= 8 && kind.summaries.len() >= 4, "{}", kind.name);
            assert!(kind.words.iter().all(|words| *words == words.to_lowercase()), "{}", kind.name);
        }
    }
}
