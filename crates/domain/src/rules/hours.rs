//! Service starts inside business hours.
//!
//! The end may lie after closing time: the shift says how long a technician works.

use crate::company::Company;
use crate::refusal::Refusal;
use jiff::Timestamp;

/// Refuses starts on closed days and outside opening hours.
pub fn check(company: &Company, start: Timestamp) -> Option<Refusal> {
    let open = company.hours.on(company.date(start), &company.zone_of_time());
    (!open.is_some_and(|open| open.contains(start))).then_some(Refusal::OutsideHours)
}
