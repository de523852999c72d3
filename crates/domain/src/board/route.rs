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
        let same_day = |other: &&Stop| shift.contains(other.start);
        let before = || others.iter().filter(same_day).filter(|other| other.end <= stop.start);
        let after = || others.iter().filter(same_day).filter(|other| other.start >= stop.end);
        let left =
            before().next_back().map_or(shift.start(), |other| other.end).max(self.now.min(stop.start));
        let from = before().rev().find_map(|other| other.place);
        let here = stop.place.or(from).unwrap_or(person.start_point());
        match drives.drive(from.unwrap_or(person.start_point()), here) {
            None => refusals.push(Refusal::Unreachable),
            Some(drive) => {
                if from.is_some() {
                    refusals.extend(self.too_long(technician, drive));
                }
                refusals
                    .extend(late(left + drive, stop.start).map(|late_by| Refusal::ArrivesLate { late_by }));
            }
        }
        let next = after().next();
        let onward = after().find_map(|other| other.place.map(|place| (place, other.start)));
        if let Some(next) = next
            && next.place.is_none()
        {
            refusals.extend(late(stop.end, next.start).map(|late_by| Refusal::NextArrivesLate { late_by }));
        }
        let rest: SignedDuration = after()
            .take_while(|other| other.place.is_none())
            .map(|other| other.end.duration_since(other.start))
            .sum::<SignedDurationSum>()
            .0;
        match onward {
            Some((place, start)) => match drives.drive(here, place) {
                None => refusals.push(Refusal::Unreachable),
                Some(drive) => {
                    refusals.extend(self.too_long(technician, drive));
                    let there = stop.end + rest + drive;
                    refusals.extend(late(there, start).map(|late_by| Refusal::NextArrivesLate { late_by }));
                }
            },
            None => refusals.extend(self.homeward(person, here, stop.end + rest, shift, drives)),
        }
        refusals
    }

    fn homeward(
        &self,
        person: &crate::Technician,
        here: Point,
        end: Timestamp,
        shift: Span,
        drives: &dyn DriveTimes,
    ) -> Vec<Refusal> {
        let Some(drive) = drives.drive(here, person.end_point()) else { return vec![Refusal::Unreachable] };
        let mut refusals = Vec::new();
        if let Some(limit) = self.company.settings.max_drive_home.filter(|limit| drive > *limit) {
            refusals.push(Refusal::DriveHomeTooLong { drive, limit });
        }
        if end + drive > shift.end() + self.company.settings.overtime_limit {
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

    /// The working span that holds an instant: the shift it lies in.
    pub fn working_span(&self, technician: TechnicianId, at: Timestamp) -> Option<Span> {
        self.shifts_of(technician)
            .filter(|shift| match shift.kind {
                ShiftKind::Normal => true,
                ShiftKind::OnCall => self.company.settings.plan_on_call,
                ShiftKind::TimeOff { .. } => false,
            })
            .map(|shift| shift.span)
            .find(|span| span.contains(at))
    }
}

/// By how much `there` is after `start`.
fn late(there: Timestamp, start: Timestamp) -> Option<SignedDuration> {
    (there > start).then(|| there.duration_since(start))
}

struct SignedDurationSum(SignedDuration);

impl std::iter::Sum<SignedDuration> for SignedDurationSum {
    fn sum<I: Iterator<Item = SignedDuration>>(lengths: I) -> Self {
        SignedDurationSum(lengths.fold(SignedDuration::ZERO, |sum, length| sum + length))
    }
}
