//! Appointments: the visits of a job, the promise made for each, and where each stands.

use crate::id::{AppointmentId, JobId, TechnicianId};
use crate::journal::Actor;
use crate::time::{ArrivalWindow, Span};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// One visit of a job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// The job it belongs to.
    pub job: JobId,
    /// What the customer was promised.
    pub window: ArrivalWindow,
    /// Planned time on site; positive.
    pub duration: SignedDuration,
    /// Where it stands.
    pub state: AppointmentState,
    /// Set by a person: the planner may not move it.
    pub lock: Option<Lock>,
    /// When the customer was told the window; moving a told visit costs more.
    pub told: Option<Timestamp>,
    /// Helpers who come along; the planner does not plan them.
    pub helpers: Vec<TechnicianId>,
}

/// Who goes and from when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Placement {
    /// Who.
    pub technician: TechnicianId,
    /// Planned start of service.
    pub start: Timestamp,
}

/// Where a visit stands. What is true in a state is written in that state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum AppointmentState {
    /// Booked, nobody has it. The provisional placement keeps the promise possible and may be moved freely.
    Unassigned {
        /// Where it would go as things stand; none when no plan keeps the promise, which is an alert.
        provisional: Option<Placement>,
    },
    /// On the schedule.
    Assigned {
        /// Who and when.
        placement: Placement,
    },
    /// The technician is on the way.
    Dispatched {
        /// Who and when it was planned.
        placement: Placement,
        /// Since when.
        at: Timestamp,
    },
    /// The technician is on site.
    Working {
        /// Who and when it was planned.
        placement: Placement,
        /// Since when.
        arrived: Timestamp,
    },
    /// Work stopped for now.
    Paused {
        /// Who and when it was planned.
        placement: Placement,
        /// When the technician first arrived.
        arrived: Timestamp,
        /// Since when.
        since: Timestamp,
    },
    /// Finished.
    Done {
        /// Who and when it was planned.
        placement: Placement,
        /// When the technician arrived.
        arrived: Timestamp,
        /// When the work ended.
        finished: Timestamp,
    },
    /// Waits, with a reason, off the schedule.
    OnHold {
        /// Why.
        reason: HoldReason,
        /// Since when.
        since: Timestamp,
    },
    /// Will not happen.
    Canceled {
        /// Who cancelled.
        by: Actor,
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}

/// Why a visit waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldReason {
    /// Parts are on order.
    Parts,
    /// The customer asked to wait.
    Customer,
    /// A permit or inspection is missing.
    Permit,
    /// Payment is open.
    Payment,
    /// Something else, in words.
    Other(String),
}

/// A person forbids the planner to move a visit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lock {
    /// What is locked.
    pub kind: LockKind,
    /// Who locked it.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// What a lock keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LockKind {
    /// The technician stays; the start may shift inside the window.
    Technician,
    /// The start stays; another technician may take it.
    Start,
    /// Both stay.
    TechnicianAndStart,
    /// The start stays inside a range.
    Range(Span),
}

impl AppointmentState {
    /// The stable name of the state.
    pub fn name(&self) -> &'static str {
        match self {
            AppointmentState::Unassigned { .. } => "unassigned",
            AppointmentState::Assigned { .. } => "assigned",
            AppointmentState::Dispatched { .. } => "dispatched",
            AppointmentState::Working { .. } => "working",
            AppointmentState::Paused { .. } => "paused",
            AppointmentState::Done { .. } => "done",
            AppointmentState::OnHold { .. } => "on_hold",
            AppointmentState::Canceled { .. } => "canceled",
        }
    }

    /// The placement people gave it: on the schedule or further.
    pub fn placement(&self) -> Option<Placement> {
        match self {
            AppointmentState::Assigned { placement }
            | AppointmentState::Dispatched { placement, .. }
            | AppointmentState::Working { placement, .. }
            | AppointmentState::Paused { placement, .. }
            | AppointmentState::Done { placement, .. } => Some(*placement),
            AppointmentState::Unassigned { .. }
            | AppointmentState::OnHold { .. }
            | AppointmentState::Canceled { .. } => None,
        }
    }

    /// The placement that counts as busy: the one people gave it, or the provisional one.
    pub fn busy(&self) -> Option<Placement> {
        match self {
            AppointmentState::Unassigned { provisional } => *provisional,
            other => other.placement(),
        }
    }

    /// Whether the technician has set out, so that neither the planner nor a drag may move the visit.
    pub fn has_begun(&self) -> bool {
        matches!(
            self,
            AppointmentState::Dispatched { .. }
                | AppointmentState::Working { .. }
                | AppointmentState::Paused { .. }
                | AppointmentState::Done { .. }
        )
    }

    /// Whether it can still be put on the schedule or moved on it.
    pub fn is_open(&self) -> bool {
        matches!(self, AppointmentState::Unassigned { .. } | AppointmentState::Assigned { .. })
    }
}

impl Appointment {
    /// The planned span that counts as busy in the technician's calendar; what was finished early is free again.
    pub fn planned_span(&self) -> Option<(TechnicianId, Span)> {
        let at = self.state.busy()?;
        let planned = self.span_from(at.start);
        let span = match self.state {
            AppointmentState::Done { finished, .. } => {
                Span::new(at.start, finished.min(planned.end())).ok()?
            }
            _ => planned,
        };
        Some((at.technician, span))
    }

    /// The span of a visit that starts at `start`.
    pub fn span_from(&self, start: Timestamp) -> Span {
        Span::lasting(start, self.duration).expect("a visit lasts longer than nothing")
    }

    /// When the visit is expected to be over, seen from `now`: the planned end, later when it started late or runs over.
    /// Never earlier before it is finished, because the planned span stays taken until then.
    pub fn projected_end(&self, now: Timestamp) -> Option<Timestamp> {
        let planned = |start: Timestamp| start + self.duration;
        match &self.state {
            AppointmentState::Working { placement, arrived }
            | AppointmentState::Paused { placement, arrived, .. } => {
                Some(planned(placement.start.max(*arrived)).max(now))
            }
            AppointmentState::Dispatched { placement, .. } => Some(planned(placement.start.max(now))),
            AppointmentState::Done { finished, .. } => Some(*finished),
            AppointmentState::Assigned { placement } => Some(planned(placement.start)),
            AppointmentState::Unassigned { provisional } => provisional.map(|at| planned(at.start)),
            AppointmentState::OnHold { .. } | AppointmentState::Canceled { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Noon, and minutes after it.
    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_780_502_400 + minutes * 60).unwrap()
    }

    /// An hour's visit planned for noon.
    fn visit(state: impl FnOnce(Placement) -> AppointmentState) -> Appointment {
        let placement = Placement { technician: TechnicianId(1), start: at(0) };
        Appointment {
            id: AppointmentId(1),
            job: JobId(1),
            window: ArrivalWindow::new(at(0), at(120)).unwrap(),
            duration: SignedDuration::from_mins(60),
            state: state(placement),
            lock: None,
            told: None,
            helpers: Vec::new(),
        }
    }

    /// What is free on the board has to be free in the calendar, or nobody can ever be put there.
    #[test]
    fn the_expected_end_never_lies_inside_the_taken_span() {
        use AppointmentState as S;
        let check = |visit: Appointment, now: i64, taken: Option<i64>, over: i64| {
            let span = visit.planned_span().map(|(_, span)| span.end());
            assert_eq!(span, taken.map(at), "{:?}", visit.state);
            assert_eq!(visit.projected_end(at(now)), Some(at(over)), "{:?}", visit.state);
        };
        check(visit(|placement| S::Assigned { placement }), -30, Some(60), 60);
        check(visit(|placement| S::Dispatched { placement, at: at(-30) }), -20, Some(60), 60);
        check(visit(|placement| S::Dispatched { placement, at: at(0) }), 10, Some(60), 70);
        let working = |arrived| visit(|placement| S::Working { placement, arrived: at(arrived) });
        check(working(-20), 0, Some(60), 60);
        check(working(20), 30, Some(60), 80);
        check(working(0), 90, Some(60), 90);
        let done =
            |finished| visit(|placement| S::Done { placement, arrived: at(-20), finished: at(finished) });
        check(done(30), 90, Some(30), 30);
        check(done(80), 90, Some(60), 80);
        check(done(-5), 90, None, -5);
    }
}
