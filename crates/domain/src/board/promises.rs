//! Provisional placements: the plan behind each promise that nobody has been sent to keep yet.
//!
//! They count as busy, so that nothing is sold twice, and they give way to what people and the planner decide, as
//! long as another place keeps the promise.

use super::{Board, DriveTimes, Stop, StopKind};
use crate::appointment::{AppointmentState, Placement};
use crate::id::TechnicianId;
use crate::refusal::Refusal;
use crate::reservation::Reservation;
use crate::rules::{self, Demand};
use jiff::{SignedDuration, Timestamp};

/// Starts are tried in steps of five minutes: finer gains nothing that a customer notices.
const STEP: SignedDuration = SignedDuration::from_mins(5);

impl Board {
    /// The first place that keeps a promise: earliest start, then the order of technicians. `avoid` other stops,
    /// provisional ones included, except those that stand for `kind` itself.
    pub fn provisional_place(
        &self,
        kind: StopKind,
        demand: &Demand,
        drives: &dyn DriveTimes,
    ) -> Option<Placement> {
        let date = self.company.date(demand.window.start());
        let able: Vec<TechnicianId> = self
            .technicians
            .iter()
            .filter(|technician| rules::able(&self.company, technician, demand, date).is_empty())
            .map(|technician| technician.id)
            .collect();
        let others: Vec<Vec<Stop>> = able
            .iter()
            .map(|id| self.stops(*id).into_iter().filter(|stop| stop.kind != kind).collect())
            .collect();
        let mut start = round_up(demand.window.start().max(self.now));
        while demand.window.allows(start) {
            for (technician, others) in able.iter().zip(&others) {
                let stop =
                    Stop { kind, start, end: start + demand.duration, place: demand.point, firm: false };
                let shifts = self.shifts_of(*technician);
                if rules::timely(&self.company, demand, *technician, shifts, start, self.now).is_empty()
                    && self.fits_among(*technician, &stop, others, drives).is_empty()
                {
                    return Some(Placement { technician: *technician, start });
                }
            }
            start += STEP;
        }
        None
    }

    /// Every reason why a reservation cannot be kept where it stands; empty when it can. The plans behind other promises
    /// count like everything else.
    pub fn hinders(&self, held: &Reservation, drives: &dyn DriveTimes) -> Vec<Refusal> {
        let Placement { technician, start } = held.placement;
        let Some(person) = self.technician(technician) else {
            return vec![Refusal::UnknownTechnician { technician }];
        };
        let (demand, kind) = (held.demand(), StopKind::Reservation(held.id));
        let end = held.planned_span().end();
        let stop = Stop { kind, start, end, place: demand.point, firm: false };
        let others: Vec<Stop> =
            self.stops(technician).into_iter().filter(|other| other.kind != kind).collect();
        let shifts = self.shifts_of(technician);
        let mut refusals = rules::able(&self.company, person, &demand, self.company.date(start));
        refusals.extend(rules::timely(&self.company, &demand, technician, shifts, start, self.now));
        refusals.extend(self.fits_among(technician, &stop, &others, drives));
        refusals
    }

    /// Gives every provisional stop of `technicians` that no longer fits another place. Returns what moved.
    ///
    /// # Errors
    /// With `keep`, one [`Refusal::BreaksPromise`] for each promise that had a plan `before` and would have none;
    /// otherwise such a visit loses its provisional placement, which people see as an alert.
    pub(super) fn replan_promises(
        &mut self,
        before: &Board,
        technicians: &[TechnicianId],
        keep: bool,
        drives: &dyn DriveTimes,
    ) -> Result<Vec<StopKind>, Vec<Refusal>> {
        let mut moved = Vec::new();
        let mut broken = Vec::new();
        for technician in technicians {
            for stop in self.stops(*technician) {
                if stop.firm || self.still_fits(*technician, &stop, drives) {
                    continue;
                }
                let demand = self.demand_of(stop.kind);
                // What ran late before is not the fault of these moves, and may not stop the rest of the day.
                let keep = keep && before.had_a_plan(*technician, &stop, drives);
                match self.provisional_place(stop.kind, &demand, drives) {
                    Some(place) => {
                        self.set_provisional(stop.kind, Some(place));
                        moved.push(stop.kind);
                    }
                    // Somebody only runs late: the slot stays kept, and its lead's clock decides.
                    None if !keep && self.is_free_as_planned(*technician, stop.kind) => {}
                    None if keep || matches!(stop.kind, StopKind::Reservation(_)) => {
                        broken.push(Refusal::BreaksPromise { holder: self.holder(stop.kind) });
                    }
                    None => {
                        self.set_provisional(stop.kind, None);
                        moved.push(stop.kind);
                    }
                }
            }
        }
        if broken.is_empty() { Ok(moved) } else { Err(broken) }
    }

    /// Whether a reservation's planned span touches no other planned span of a technician.
    fn is_free_as_planned(&self, technician: TechnicianId, kind: StopKind) -> bool {
        let StopKind::Reservation(id) = kind else { return false };
        let Some(span) =
            self.reservations.iter().find(|held| held.id == id).map(crate::Reservation::planned_span)
        else {
            return false;
        };
        let visits = self.visits.iter().filter_map(|visit| visit.appointment.planned_span());
        let events = self.events.iter().map(|event| (event.technician, event.span));
        visits.chain(events).all(|(who, other)| who != technician || !other.overlaps(&span))
    }

    /// Whether a provisional stop stood here and fitted.
    fn had_a_plan(&self, technician: TechnicianId, stop: &Stop, drives: &dyn DriveTimes) -> bool {
        let stood = self.stops(technician).into_iter().find(|known| known.kind == stop.kind);
        stood.is_none_or(|stood| self.still_fits(technician, &stood, drives))
    }

    fn still_fits(&self, technician: TechnicianId, stop: &Stop, drives: &dyn DriveTimes) -> bool {
        let others: Vec<Stop> =
            self.stops(technician).into_iter().filter(|other| other.kind != stop.kind).collect();
        self.fits_among(technician, stop, &others, drives).is_empty()
    }

    /// What the visit or reservation behind a stop asks for.
    fn demand_of(&self, kind: StopKind) -> Demand {
        match kind {
            StopKind::Visit(id) => self.visit(id).expect("a stop of this board is on this board").demand(),
            StopKind::Reservation(id) => self
                .reservations
                .iter()
                .find(|reservation| reservation.id == id)
                .expect("a stop of this board is on this board")
                .demand(),
            StopKind::Event(_) => unreachable!("events are firm"),
        }
    }

    fn holder(&self, kind: StopKind) -> String {
        match kind {
            StopKind::Visit(id) => {
                format!("J{}", self.visit(id).expect("a stop of this board is on this board").job.number)
            }
            StopKind::Reservation(_) => "a reservation".to_owned(),
            StopKind::Event(_) => "an event".to_owned(),
        }
    }

    fn set_provisional(&mut self, kind: StopKind, place: Option<Placement>) {
        match kind {
            StopKind::Visit(id) => {
                let visit = self.visits.iter_mut().find(|visit| visit.appointment.id == id);
                visit.expect("a stop of this board is on this board").appointment.state =
                    AppointmentState::Unassigned { provisional: place };
            }
            StopKind::Reservation(id) => {
                let held = self.reservations.iter_mut().find(|reservation| reservation.id == id);
                if let (Some(held), Some(place)) = (held, place) {
                    held.placement = place;
                }
            }
            StopKind::Event(_) => unreachable!("events are firm"),
        }
    }
}

impl crate::Reservation {
    /// What the reserved visit asks for.
    pub fn demand(&self) -> Demand {
        Demand {
            job_type: self.job_type,
            zone: self.zone,
            point: Some(self.point),
            window: self.window,
            duration: self.duration,
        }
    }
}

/// The next multiple of five minutes at or after `at`.
pub(crate) fn round_up(at: Timestamp) -> Timestamp {
    let step = STEP.as_secs();
    let seconds = at.as_second() + i64::from(at.subsec_nanosecond() > 0);
    Timestamp::from_second(
        seconds.div_euclid(step) * step + if seconds.rem_euclid(step) == 0 { 0 } else { step },
    )
    .unwrap_or(at)
}
