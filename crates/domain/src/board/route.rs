//! The stops of one technician in the order of time, and the checks between neighbours.

use super::{Board, DriveTimes};
use crate::geo::Point;
use crate::id::{AppointmentId, EventId, ReservationId, TechnicianId};
use crate::refusal::Refusal;
use crate::shift::ShiftKind;
use crate::time::Span;
use jiff::{SignedDuration, Timestamp};

/// Something that takes a technician's time.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// What it is.
    pub kind: StopKind,
    /// Planned start.
    pub start: Timestamp,
    /// Expected end: the planned one, later when the visit runs over.
    pub end: Timestamp,
    /// Where; none stays where the technician is.
    pub place: Option<Point>,
    /// Placed by people. Provisional stops give way.
    pub firm: bool,
}

/// What a stop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopKind {
    /// A visit.
    Visit(AppointmentId),
    /// A non-job event.
    Event(EventId),
    /// A held reservation.
    Reservation(ReservationId),
}

impl Board {
    /// The stops of a technician, by start.
    pub fn stops(&self, technician: TechnicianId) -> Vec<Stop> {
        let visits = self.visits.iter().filter_map(|visit| {
            let appointment = &visit.appointment;
            let at = appointment.state.busy().filter(|at| at.technician == technician)?;
            let end = appointment.projected_end(self.now).unwrap_or(at.start + appointment.duration);
            Some(Stop {
                kind: StopKind::Visit(appointment.id),
                start: at.start,
                end: end.max(at.start),
                place: visit.location.point,
                firm: appointment.state.placement().is_some(),
            })
        });
        let events = self.events.iter().filter(|event| event.technician == technician).map(|event| Stop {
            kind: StopKind::Event(event.id),
            start: event.span.start(),
            end: event.span.end(),
            place: event.place,
            firm: true,
        });
        let held = |reservation: &&crate::Reservation| {
            reservation.is_held() && reservation.placement.technician == technician
        };
        let reservations = self.reservations.iter().filter(held).map(|reservation| Stop {
            kind: StopKind::Reservation(reservation.id),
            start: reservation.placement.start,
            end: reservation.planned_span().end(),
            place: Some(reservation.point),
            firm: false,
        });
        let mut stops: Vec<Stop> = visits.chain(events).chain(reservations).collect();
        stops.sort_by_key(|stop| (stop.start, stop.end));
        stops
    }

    /// Every reason why `stop` does not fit between the firm stops of `technician` other than itself.
    pub fn fits(&self, technician: TechnicianId, stop: &Stop, drives: &dyn DriveTimes) -> Vec<Refusal> {
        let firm = self.stops(technician).into_iter().filter(|other| other.firm && other.kind != stop.kind);
        self.fits_among(technician, stop, &firm.collect::<Vec<_>>(), drives)
    }

    /// The same among given stops, sorted by start.
    pub(super) fn fits_among(
        &self,
        technician: TechnicianId,
        stop: &Stop,
        others: &[Stop],
        drives: &dyn DriveTimes,
    ) -> Vec<Refusal> {
        let mut refusals: Vec<Refusal> = others
            .iter()
            .filter(|other| other.start < stop.end && stop.start < other.end)
            .map(|other| self.in_the_way(other.kind))
            .collect();
        let Some(shift) = self.working_span(technician, stop.start) else {
            // The calendar rule says so in its own words.
            return refusals;
        };
        let Some(person) = self.technician(technician) else {
            refusals.push(Refusal::UnknownTechnician { technician });
            return refusals;
        };
        let same_day = |other: &&&Stop| {
            shift.start() <= other.start && other.start < shift.end() + self.company.settings.overtime_limit
        };
        let before: Vec<&Stop> =
            others.iter().filter(|other| other.end <= stop.start).filter(|other| same_day(&other)).collect();
        let after: Vec<&Stop> =
            others.iter().filter(|other| other.start >= stop.end).filter(|other| same_day(&other)).collect();
        let last = before.iter().rposition(|other| other.place.is_some());
        let (until_there, rests) = before.split_at(last.map_or(0, |last| last + 1));
        let left = until_there.iter().map(|other| other.end).max().unwrap_or(shift.start());
        let from = last.and_then(|last| before[last].place);
        let here = stop.place.or(from).unwrap_or(person.start_point());
        match drives.drive(from.unwrap_or(person.start_point()), here) {
            None => refusals.push(Refusal::Unreachable),
            Some(drive) => {
                if from.is_some() {
                    refusals.extend(self.too_long(technician, drive));
                }
                let (_, ready) = drive_and_rest(left.max(self.now.min(stop.start)), rests, drive);
                refusals.extend(late(ready, stop.start).map(|late_by| Refusal::ArrivesLate { late_by }));
            }
        }
        let next = after.iter().position(|other| other.place.is_some());
        let rests = &after[..next.unwrap_or(after.len())];
        match next.and_then(|next| after[next].place.map(|place| (place, after[next].start))) {
            Some((place, start)) => match drives.drive(here, place) {
                None => refusals.push(Refusal::Unreachable),
                Some(drive) => {
                    refusals.extend(self.too_long(technician, drive));
                    let (_, ready) = drive_and_rest(stop.end, rests, drive);
                    refusals.extend(late(ready, start).map(|late_by| Refusal::NextArrivesLate { late_by }));
                }
            },
            None => refusals.extend(self.homeward(person, here, stop.end, rests, shift, drives)),
        }
        refusals
    }

    fn homeward(
        &self,
        person: &crate::Technician,
        here: Point,
        end: Timestamp,
        rests: &[&Stop],
        shift: Span,
        drives: &dyn DriveTimes,
    ) -> Vec<Refusal> {
        let Some(drive) = drives.drive(here, person.end_point()) else { return vec![Refusal::Unreachable] };
        let mut refusals = Vec::new();
        if let Some(limit) = self.company.settings.max_drive_home.filter(|limit| drive > *limit) {
            refusals.push(Refusal::DriveHomeTooLong { drive, limit });
        }
        let (home, _) = drive_and_rest(end, rests, drive);
        if home > shift.end() + self.company.settings.overtime_limit {
            refusals.push(Refusal::NoShift);
        }
        refusals
    }

    fn too_long(&self, technician: TechnicianId, drive: SignedDuration) -> Option<Refusal> {
        let own = self.technician(technician).and_then(|person| person.max_drive);
        let limit = own.unwrap_or(self.company.settings.max_drive);
        (drive > limit).then_some(Refusal::DriveTooLong { drive, limit })
    }

    fn in_the_way(&self, kind: StopKind) -> Refusal {
        match kind {
            StopKind::Visit(id) => {
                let visit = self.visit(id).expect("a stop of this board is on this board");
                let locked = self.keeps_still(visit).is_some();
                Refusal::VisitInTheWay { appointment: id, job: visit.job.number, locked }
            }
            StopKind::Event(id) => {
                let event = self.event(id).expect("a stop of this board is on this board");
                Refusal::EventInTheWay { event: id, title: event.title.clone() }
            }
            StopKind::Reservation(reservation) => Refusal::ReservationInTheWay { reservation },
        }
    }

    /// The working span that holds an instant: the shift it lies in, or the one whose overtime it lies in.
    pub fn working_span(&self, technician: TechnicianId, at: Timestamp) -> Option<Span> {
        let spans = || {
            self.shifts_of(technician)
                .filter(|shift| match shift.kind {
                    ShiftKind::Normal => true,
                    ShiftKind::OnCall => self.company.settings.plan_on_call,
                    ShiftKind::TimeOff { .. } => false,
                })
                .map(|shift| shift.span)
        };
        let overtime = self.company.settings.overtime_limit;
        spans()
            .find(|span| span.contains(at))
            .or_else(|| spans().find(|span| span.end() <= at && at < span.end() + overtime))
    }
}

/// By how much `there` is after `start`.
fn late(there: Timestamp, start: Timestamp) -> Option<SignedDuration> {
    (there > start).then(|| there.duration_since(start))
}

/// When somebody who leaves at `from` is there, and when ready to begin there after every rest.
///
/// `rests` are stops without a place, by start. A drive is one stretch: it takes the first gap that is long enough.
fn drive_and_rest(from: Timestamp, rests: &[&Stop], drive: SignedDuration) -> (Timestamp, Timestamp) {
    let mut there = None;
    let mut at = from;
    for rest in rests {
        if there.is_none() && at + drive <= rest.start {
            there = Some(at + drive);
        }
        at = at.max(rest.end);
    }
    match there {
        Some(there) => (there, at.max(there)),
        None => (at + drive, at + drive),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drive_takes_one_gap_between_rests_and_is_never_cut_in_two() {
        let minute = |minute: i64| Timestamp::from_second(minute * 60).unwrap();
        let lunch = |start, end| Stop {
            kind: StopKind::Event(EventId(1)),
            start: minute(start),
            end: minute(end),
            place: None,
            firm: true,
        };
        let check = |rests: &[Stop], drive, there, ready| {
            let rests: Vec<&Stop> = rests.iter().collect();
            let found = drive_and_rest(minute(0), &rests, SignedDuration::from_mins(drive));
            assert_eq!(found, (minute(there), minute(ready)));
        };
        check(&[], 20, 20, 20);
        check(&[lunch(60, 120)], 20, 20, 120);
        check(&[lunch(60, 120)], 60, 60, 120);
        check(&[lunch(60, 120)], 70, 190, 190);
        check(&[lunch(10, 20), lunch(50, 60)], 30, 50, 60);
        check(&[lunch(10, 20), lunch(50, 60)], 31, 91, 91);
    }
}
