//! The rules that say whether a technician may do a visit at all, and whether a time is allowed. One rule, one file.
//!
//! [`able`] asks everything that does not depend on the other stops of the day; [`timely`] asks what depends on the
//! start. The stops before and after are the board's business ([`crate::board`]) and the planner's.

pub mod calendar;
pub mod hours;
pub mod managed;
pub mod skill;
pub mod unit;
pub mod window;
pub mod zone;

use crate::company::Company;
use crate::geo::Point;
use crate::id::{JobTypeId, TechnicianId, ZoneId};
use crate::refusal::Refusal;
use crate::shift::Shift;
use crate::technician::Technician;
use crate::time::{ArrivalWindow, Span};
use jiff::{SignedDuration, Timestamp, civil};

/// What a visit asks for, whether it is booked, reserved or only wished.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demand {
    /// The kind of work.
    pub job_type: JobTypeId,
    /// The zone of the place.
    pub zone: Option<ZoneId>,
    /// Where; none when the address was not found.
    pub point: Option<Point>,
    /// The promise.
    pub window: ArrivalWindow,
    /// Planned time on site; positive.
    pub duration: SignedDuration,
}

/// Every reason why a technician may not do such a visit on a date, whatever the time. Empty means able.
pub fn able(company: &Company, technician: &Technician, demand: &Demand, date: civil::Date) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if demand.point.is_none() {
        refusals.push(Refusal::AddressNotFound);
    }
    refusals.extend(managed::check(technician));
    refusals.extend(unit::check(company, technician, demand));
    refusals.extend(zone::check(company, technician, demand));
    refusals.extend(skill::check(company, technician, demand, date));
    refusals
}

/// Every reason why such a visit may not start at `start`. `shifts` are those of the technician.
pub fn timely<'a>(
    company: &Company,
    demand: &Demand,
    technician: TechnicianId,
    shifts: impl Iterator<Item = &'a Shift> + Clone,
    start: Timestamp,
    now: Timestamp,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if start < now {
        refusals.push(Refusal::InThePast);
    }
    let Ok(visit) = Span::lasting(start, demand.duration) else {
        refusals.push(Refusal::OutsideHours);
        return refusals;
    };
    refusals.extend(window::check(demand.window, start));
    refusals.extend(hours::check(company, start));
    refusals.extend(calendar::check(company, shifts.filter(|shift| shift.technician == technician), visit));
    refusals
}
