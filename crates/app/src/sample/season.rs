//! What people ask for follows the season: nobody's cooling fails in November.
//!
//! The files know no date, so the swap is made when a day becomes day 0. Durations, windows and places stay as they are;
//! a kind of work takes another's place only where whoever has the visit can do it.

use super::Sample;
use super::catalogue;
use super::file::{JobTypeRow, VisitRow};
use domain::civil;

/// What takes the place of work that nobody asks for in the cold months; the first that fits.
const IN_THE_COLD: [(&str, &[&str]); 2] = [
    ("No cooling", &["No heat", "Heat pump repair", "Thermostat replacement"]),
    ("Cooling tune-up", &["Heating tune-up", "Thermostat replacement"]),
];

/// Whether heating runs on a date in Ohio.
fn is_cold(date: civil::Date) -> bool {
    matches!(date.month(), 10..=12 | 1..=3)
}

/// The kind of work of a visit, and its problem in words, on a date: as the file has it, or what is asked for instead.
pub(super) fn asked_for<'s>(
    sample: &'s Sample,
    position: usize,
    row: &'s VisitRow,
    date: civil::Date,
) -> (usize, &'s str) {
    let kinds = &sample.company.job_types;
    let kind = &kinds[row.job_type];
    let as_written = (row.job_type, row.summary.as_str());
    let Some((_, instead)) = IN_THE_COLD.iter().find(|(name, _)| *name == kind.name) else {
        return as_written;
    };
    if !is_cold(date) {
        return as_written;
    }
    let able = |other: &JobTypeRow| match row.state.place() {
        Some((technician, _)) => covers(&sample.technicians.technicians[technician].skills, &other.skills),
        None => true,
    };
    let found = instead.iter().find_map(|name| {
        let place = kinds.iter().position(|other| other.name == *name && able(other))?;
        let known = catalogue::kinds().find(|known| known.name == *name)?;
        let summary = known.summaries.get(position % known.summaries.len().max(1))?;
        Some((place, *summary))
    });
    found.unwrap_or(as_written)
}

fn covers(held: &[(usize, u8, Option<i32>)], needed: &[(usize, u8)]) -> bool {
    needed.iter().all(|(skill, level)| held.iter().any(|(other, has, _)| other == skill && has >= level))
}
