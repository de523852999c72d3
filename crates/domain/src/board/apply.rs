//! Applying moves: all of them or none.

use super::{Board, DriveTimes, Stop, StopKind};
use crate::appointment::{Appointment, AppointmentState, Lock, LockKind, Placement};
use crate::event::NonJobEvent;
use crate::id::{AppointmentId, EventId, TechnicianId};
use crate::journal::Actor;
use crate::moves::{Move, Step};
use crate::refusal::Refusal;
use crate::reservation::Reservation;
use crate::rules;
use crate::time::{ArrivalWindow, Span};
use jiff::Timestamp;

/// How strictly moves are judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct How {
    /// Who makes them. The planner may not touch what a person locked or what is near its start.
    pub by: Actor,
    /// A person's reason for overriding what can be overridden.
    pub overriding: Option<String>,
}

/// What came of applied moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The board after.
    pub board: Board,
    /// The appointments that changed, provisional placements included, as they are after.
    pub appointments: Vec<Appointment>,
    /// The events that changed, as they are after.
    pub events: Vec<NonJobEvent>,
    /// The reservations whose placement changed, as they are after.
    pub reservations: Vec<Reservation>,
    /// The moves that take it back, in the order in which to apply them; empty when one of the moves cannot be
    /// taken back (work that has begun or was finished).
    pub undo: Vec<Move>,
    /// What was overridden.
    pub overridden: Vec<Refusal>,
}

impl Board {
    /// The board with `moves` applied, all or none.
    ///
    /// # Errors
    /// Every refusal of every move, in the order of the moves; then the promises that would lose their plan.
    pub fn apply(&self, moves: &[Move], how: &How, drives: &dyn DriveTimes) -> Result<Applied, Vec<Refusal>> {
        let mut board = self.clone();
        let mut refusals = Vec::new();
        let mut undo = Some(Vec::new());
        for change in moves {
            match board.change(change, how) {
                Ok(inverse) => undo = undo.zip(inverse).map(|(all, one)| [one, all].concat()),
                Err(refusal) => refusals.push(refusal),
            }
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        for change in moves {
            refusals.extend(board.judge(change, how, drives));
        }
        let touched = board.touched(self, moves);
        let overridden = if how.overriding.is_none() { Vec::new() } else { take_overridable(&mut refusals) };
        if !refusals.is_empty() {
            return Err(refusals);
        }
        // What a technician does cannot be refused: a promise that loses its plan by it becomes an alert.
        let happened = moves.iter().all(|change| matches!(change, Move::Advance { .. }));
        let keep = how.overriding.is_none() && !happened;
        board.place_the_unplaced(self, moves, drives, keep)?;
        board.replan_promises(self, &touched, keep, drives)?;
        let undo = undo.map(|undo| [undo, board.former_promises(self)].concat());
        Ok(board.difference(self, undo.unwrap_or_default(), overridden))
    }

    /// Makes one move without looking at its neighbours; returns what takes it back.
    fn change(&mut self, change: &Move, how: &How) -> Result<Option<Vec<Move>>, Refusal> {
        match change {
            Move::Assign { appointment, to, from } => self.assign(*appointment, *to, *from, how),
            Move::Unassign { appointment, from, .. } => self.unassign(*appointment, *from, how),
            Move::ShiftEvent { event, to, from } => self.shift_event(*event, *to, *from, how),
            Move::Lock { appointment, kind } => self.lock(*appointment, *kind, how),
            Move::Unlock { appointment } => self.unlock(*appointment),
            Move::Advance { appointment, step } => self.advance(*appointment, *step),
            Move::Hold { appointment, reason } => {
                let undo = self.back_where_it_is(self.open(*appointment, how)?);
                let since = self.now;
                self.appointment_mut(*appointment)?.state =
                    AppointmentState::OnHold { reason: reason.clone(), since };
                Ok(Some(undo))
            }
            Move::Resume { appointment, window } => {
                let (job, now) = (self.job_number(*appointment), self.now);
                let visit = self.appointment_mut(*appointment)?;
                let AppointmentState::OnHold { reason, .. } = visit.state.clone() else {
                    return Err(wrong_step(visit, job, "be taken off hold"));
                };
                if window.end() <= now {
                    return Err(Refusal::DayOver { ended: window.end() });
                }
                visit.window = *window;
                visit.state = AppointmentState::Unassigned { provisional: None };
                Ok(Some(vec![Move::Hold { appointment: *appointment, reason }]))
            }
            Move::Cancel { appointment, reason } => {
                let visit = self.open_or_held(*appointment, how)?;
                let mut undo = vec![Move::Reopen { appointment: *appointment }];
                undo.extend(Self::put_back(visit));
                let (by, at) = (how.by.clone(), self.now);
                self.appointment_mut(*appointment)?.state =
                    AppointmentState::Canceled { by, at, reason: reason.clone() };
                Ok(Some(undo))
            }
            Move::Reschedule { appointment, window, to, told } => {
                self.reschedule(*appointment, *window, *to, *told, how)
            }
            Move::Reopen { appointment } => {
                let job = self.job_number(*appointment);
                let visit = self.appointment_mut(*appointment)?;
                let AppointmentState::Canceled { reason, .. } = visit.state.clone() else {
                    return Err(wrong_step(visit, job, "be reopened"));
                };
                visit.state = AppointmentState::Unassigned { provisional: None };
                Ok(Some(vec![Move::Cancel { appointment: *appointment, reason }]))
            }
            Move::Replan { appointment, to } => {
                let now = self.now;
                let state = &mut self.appointment_mut(*appointment)?.state;
                if let AppointmentState::Unassigned { provisional } = state
                    && to.is_none_or(|to| to.start >= now)
                {
                    *provisional = *to;
                }
                Ok(Some(Vec::new()))
            }
        }
    }

    fn reschedule(
        &mut self,
        id: AppointmentId,
        window: ArrivalWindow,
        to: Option<Placement>,
        told: Option<Timestamp>,
        how: &How,
    ) -> Result<Option<Vec<Move>>, Refusal> {
        let job = self.job_number(id);
        if !how.is_person() {
            return Err(Refusal::OnlyAPerson { appointment: id, job });
        }
        let visit = self.open_or_held(id, how)?;
        if to.is_some() && window.end() <= self.now {
            return Err(Refusal::DayOver { ended: window.end() });
        }
        let undo = self.back_where_it_is(visit);
        let visit = self.appointment_mut(id)?;
        (visit.window, visit.told) = (window, told);
        visit.state = AppointmentState::Unassigned { provisional: to };
        Ok(Some(undo))
    }

    /// The moves that bring a visit from the tray or from hold back to where it is now, promise included.
    fn back_where_it_is(&self, visit: &Appointment) -> Vec<Move> {
        let (appointment, window, told) = (visit.id, visit.window, visit.told);
        let mut undo = vec![Move::Reschedule { appointment, window, to: None, told }];
        undo.extend(Self::put_back(visit));
        undo
    }

    /// The moves that put a visit that lies in the tray back to where it is now.
    fn put_back(visit: &Appointment) -> Vec<Move> {
        let appointment = visit.id;
        match &visit.state {
            AppointmentState::Unassigned { provisional } => {
                vec![Move::Replan { appointment, to: *provisional }]
            }
            AppointmentState::OnHold { reason, .. } => {
                vec![
                    Move::Replan { appointment, to: None },
                    Move::Hold { appointment, reason: reason.clone() },
                ]
            }
            other => {
                other.placement().map(|to| Move::Assign { appointment, to, from: None }).into_iter().collect()
            }
        }
    }

    fn assign(
        &mut self,
        id: AppointmentId,
        to: Placement,
        from: Option<Placement>,
        how: &How,
    ) -> Result<Option<Vec<Move>>, Refusal> {
        let visit = self.open(id, how)?;
        if visit.state.placement() != from {
            return Err(Refusal::MovedSince { appointment: id, job: self.job_number(id) });
        }
        if self.technician(to.technician).is_none() {
            return Err(Refusal::UnknownTechnician { technician: to.technician });
        }
        let inverse = match from {
            Some(before) => Move::Assign { appointment: id, to: before, from: Some(to) },
            None => Move::Unassign { appointment: id, from: to, reason: "undone".to_owned() },
        };
        self.appointment_mut(id)?.state = AppointmentState::Assigned { placement: to };
        Ok(Some(vec![inverse]))
    }

    fn unassign(
        &mut self,
        id: AppointmentId,
        from: Placement,
        how: &How,
    ) -> Result<Option<Vec<Move>>, Refusal> {
        let visit = self.open(id, how)?;
        if visit.state.placement() != Some(from) {
            return Err(Refusal::MovedSince { appointment: id, job: self.job_number(id) });
        }
        // Its old place keeps the promise until somebody else takes it.
        self.appointment_mut(id)?.state = AppointmentState::Unassigned { provisional: Some(from) };
        Ok(Some(vec![Move::Assign { appointment: id, to: from, from: None }]))
    }

    fn shift_event(
        &mut self,
        id: EventId,
        to: Span,
        from: Span,
        how: &How,
    ) -> Result<Option<Vec<Move>>, Refusal> {
        let person = matches!(how.by, Actor::User { .. });
        let event =
            self.events.iter_mut().find(|event| event.id == id).ok_or(Refusal::UnknownEvent { event: id })?;
        let inside = event.movable_within.is_some_and(|limits| limits.covers(&to));
        if event.span != from || (!inside && !person) || to.length() != from.length() {
            return Err(Refusal::EventNotMovable { event: id, title: event.title.clone() });
        }
        event.span = to;
        Ok(Some(vec![Move::ShiftEvent { event: id, to: from, from: to }]))
    }

    fn lock(&mut self, id: AppointmentId, kind: LockKind, how: &How) -> Result<Option<Vec<Move>>, Refusal> {
        let lock = Lock { kind, by: how.by.clone(), at: self.now };
        let visit = self.appointment_mut(id)?;
        let inverse = match &visit.lock {
            Some(before) => Move::Lock { appointment: id, kind: before.kind },
            None => Move::Unlock { appointment: id },
        };
        visit.lock = Some(lock);
        Ok(Some(vec![inverse]))
    }

    fn unlock(&mut self, id: AppointmentId) -> Result<Option<Vec<Move>>, Refusal> {
        let before = self.appointment_mut(id)?.lock.take();
        Ok(Some(before.map(|lock| Move::Lock { appointment: id, kind: lock.kind }).into_iter().collect()))
    }

    fn advance(&mut self, id: AppointmentId, step: Step) -> Result<Option<Vec<Move>>, Refusal> {
        use AppointmentState as S;
        let job = self.job_number(id);
        let visit = self.appointment_mut(id)?;
        let (state, inverse) = match (visit.state.clone(), step) {
            (S::Assigned { placement }, Step::Dispatch { at }) => {
                (S::Dispatched { placement, at }, Some(Step::CancelDispatch))
            }
            (S::Dispatched { placement, .. }, Step::CancelDispatch) => (S::Assigned { placement }, None),
            (S::Dispatched { placement, .. }, Step::Arrive { at }) => {
                (S::Working { placement, arrived: at }, None)
            }
            (S::Working { placement, arrived }, Step::Pause { at }) => {
                (S::Paused { placement, arrived, since: at }, Some(Step::Continue))
            }
            (S::Paused { placement, arrived, .. }, Step::Continue) => {
                (S::Working { placement, arrived }, None)
            }
            (S::Working { placement, arrived }, Step::Finish { at }) => {
                (S::Done { placement, arrived, finished: at.max(arrived) }, None)
            }
            _ => return Err(wrong_step(visit, job, step.words())),
        };
        visit.state = state;
        Ok(inverse.map(|step| vec![Move::Advance { appointment: id, step }]))
    }

    /// The visit, if it can be put or moved on the schedule by `how.by`.
    fn open(&self, id: AppointmentId, how: &How) -> Result<&Appointment, Refusal> {
        let visit = self.visit(id).ok_or(Refusal::UnknownVisit { appointment: id })?;
        match self.keeps_still(visit) {
            None => Ok(&visit.appointment),
            // People may move what the planner may not, except what they locked themselves or what has begun.
            Some(Refusal::Autolocked { .. } | Refusal::NotPlanned { .. }) if how.is_person() => {
                Ok(&visit.appointment)
            }
            Some(refusal) => Err(refusal),
        }
    }

    fn open_or_held(&self, id: AppointmentId, how: &How) -> Result<&Appointment, Refusal> {
        let visit = self.visit(id).ok_or(Refusal::UnknownVisit { appointment: id })?;
        match visit.appointment.state {
            AppointmentState::OnHold { .. } => Ok(&visit.appointment),
            _ => self.open(id, how),
        }
    }

    /// What the neighbours and the rules say of a move that was made.
    fn judge(&self, change: &Move, how: &How, drives: &dyn DriveTimes) -> Vec<Refusal> {
        match change {
            Move::Assign { appointment, to, .. } => {
                let mut refusals = self.judge_visit(*appointment, *to, drives);
                // Only the planner leaves them alone; people send them.
                refusals.retain(|refusal| !(how.is_person() && *refusal == Refusal::NotManaged));
                refusals
            }
            // Neighbours are judged with the other promises: those that are in the way may stand elsewhere.
            Move::Reschedule { appointment, to: Some(to), .. } => self.judge_alone(*appointment, *to),
            Move::ShiftEvent { event, to, .. } => {
                let Some(event) = self.event(*event) else { return Vec::new() };
                let kind = StopKind::Event(event.id);
                let stop = Stop { kind, start: to.start(), end: to.end(), place: event.place, firm: true };
                self.fits(event.technician, &stop, drives)
            }
            _ => Vec::new(),
        }
    }

    /// Every reason why a visit may not stand at a placement: ability, time, neighbours.
    pub fn judge_visit(&self, id: AppointmentId, to: Placement, drives: &dyn DriveTimes) -> Vec<Refusal> {
        let Some(visit) = self.visit(id) else { return vec![Refusal::UnknownVisit { appointment: id }] };
        if self.technician(to.technician).is_none() {
            return vec![Refusal::UnknownTechnician { technician: to.technician }];
        }
        let (demand, mut refusals) = (visit.demand(), self.judge_alone(id, to));
        let kind = StopKind::Visit(id);
        let stop =
            Stop { kind, start: to.start, end: to.start + demand.duration, place: demand.point, firm: true };
        refusals.extend(self.fits(to.technician, &stop, drives));
        refusals
    }

    /// The reasons that do not lie with the neighbours: ability and time.
    fn judge_alone(&self, id: AppointmentId, to: Placement) -> Vec<Refusal> {
        let Some(visit) = self.visit(id) else { return vec![Refusal::UnknownVisit { appointment: id }] };
        let Some(technician) = self.technician(to.technician) else {
            return vec![Refusal::UnknownTechnician { technician: to.technician }];
        };
        let (demand, shifts) = (visit.demand(), self.shifts_of(to.technician));
        let mut refusals = rules::able(&self.company, technician, &demand, self.company.date(to.start));
        refusals.extend(rules::timely(&self.company, &demand, to.technician, shifts, to.start, self.now));
        refusals
    }

    /// Visits that came back to the tray without a place get one.
    fn place_the_unplaced(
        &mut self,
        before: &Board,
        moves: &[Move],
        drives: &dyn DriveTimes,
        keep: bool,
    ) -> Result<(), Vec<Refusal>> {
        let mut broken = Vec::new();
        // What a person reopens may be without a plan: it is an alert then, and another window can be offered.
        let needs_no_plan = |id| {
            moves.contains(&Move::Replan { appointment: id, to: None })
                || moves.contains(&Move::Reopen { appointment: id })
        };
        for id in moves.iter().filter_map(Move::appointment) {
            let Some(visit) = self.visit(id) else { continue };
            let unplaced = AppointmentState::Unassigned { provisional: None };
            let stood_so = before.visit(id).is_some_and(|before| before.appointment.state == unplaced);
            if visit.appointment.state != unplaced || stood_so {
                continue;
            }
            let (demand, holder) = (visit.demand(), format!("J{}", visit.job.number));
            match self.provisional_place(StopKind::Visit(id), &demand, drives) {
                Some(place) => {
                    self.appointment_mut(id).expect("it was just read").state =
                        AppointmentState::Unassigned { provisional: Some(place) };
                }
                None if keep && !needs_no_plan(id) => broken.push(Refusal::BreaksPromise { holder }),
                None => {}
            }
        }
        if broken.is_empty() { Ok(()) } else { Err(broken) }
    }

    /// The technicians whose day the moves changed, before or after.
    fn touched(&self, before: &Board, moves: &[Move]) -> Vec<TechnicianId> {
        let of_visit = |board: &Board, id| board.visit(id)?.appointment.state.busy().map(|at| at.technician);
        let mut touched: Vec<TechnicianId> = moves
            .iter()
            .flat_map(|change| match change {
                Move::Lock { .. } | Move::Unlock { .. } => [None, None],
                Move::ShiftEvent { event, .. } => [self.event(*event).map(|event| event.technician), None],
                other => {
                    let id = other.appointment();
                    [id.and_then(|id| of_visit(before, id)), id.and_then(|id| of_visit(self, id))]
                }
            })
            .flatten()
            .collect();
        touched.sort();
        touched.dedup();
        touched
    }

    /// Where promises stood that stand elsewhere now, so that an undo leaves the same board.
    fn former_promises(&self, before: &Board) -> Vec<Move> {
        changed(&self.visits, &before.visits)
            .filter_map(|visit| match visit.appointment.state {
                AppointmentState::Unassigned { provisional: to } => {
                    Some(Move::Replan { appointment: visit.appointment.id, to })
                }
                _ => None,
            })
            .collect()
    }

    fn difference(self, before: &Board, undo: Vec<Move>, overridden: Vec<Refusal>) -> Applied {
        let appointments =
            changed(&before.visits, &self.visits).map(|visit| visit.appointment.clone()).collect();
        let events = changed(&before.events, &self.events).cloned().collect();
        let reservations = changed(&before.reservations, &self.reservations).cloned().collect();
        Applied { board: self, appointments, events, reservations, undo, overridden }
    }

    fn appointment_mut(&mut self, id: AppointmentId) -> Result<&mut Appointment, Refusal> {
        self.visits
            .iter_mut()
            .find(|visit| visit.appointment.id == id)
            .map(|visit| &mut visit.appointment)
            .ok_or(Refusal::UnknownVisit { appointment: id })
    }

    fn job_number(&self, id: AppointmentId) -> u32 {
        self.visit(id).map_or(0, |visit| visit.job.number)
    }
}

impl How {
    /// By a person, judged strictly.
    pub fn strictly(by: Actor) -> How {
        How { by, overriding: None }
    }

    fn is_person(&self) -> bool {
        // The simulated day stands in for the technicians' phones.
        matches!(self.by, Actor::User { .. } | Actor::Simulation)
    }
}

impl Step {
    fn words(self) -> &'static str {
        match self {
            Step::Dispatch { .. } => "be dispatched",
            Step::CancelDispatch => "be called back",
            Step::Arrive { .. } => "arrive",
            Step::Pause { .. } => "pause",
            Step::Continue => "go on",
            Step::Finish { .. } => "be finished",
        }
    }
}

fn wrong_step(visit: &Appointment, job: u32, step: &str) -> Refusal {
    let state = visit.state.name().replace('_', " ");
    Refusal::WrongStep { appointment: visit.id, job, state, step: step.to_owned() }
}

fn take_overridable(refusals: &mut Vec<Refusal>) -> Vec<Refusal> {
    let (overridden, firm) = refusals.drain(..).partition(Refusal::can_be_overridden);
    *refusals = firm;
    overridden
}

fn changed<'a, T: PartialEq>(before: &'a [T], after: &'a [T]) -> impl Iterator<Item = &'a T> {
    before.iter().zip(after).filter(|(before, after)| before != after).map(|(_, after)| after)
}
