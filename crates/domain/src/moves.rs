//! Moves: the changes that can be made to the board. A suggestion, a drag and an undo are all made of these.

use crate::appointment::{HoldReason, LockKind, Placement};
use crate::id::{AppointmentId, EventId};
use crate::time::{ArrivalWindow, Span};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One change to the board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "move")]
pub enum Move {
    /// Put a visit on the schedule, or give it another technician or start.
    Assign {
        /// Which visit.
        appointment: AppointmentId,
        /// Who and when.
        to: Placement,
        /// Where it must stand now; the move is refused when somebody moved it since.
        from: Option<Placement>,
    },
    /// Take a visit off the schedule; it keeps its promise through a provisional placement.
    Unassign {
        /// Which visit.
        appointment: AppointmentId,
        /// Where it must stand now.
        from: Placement,
        /// Why.
        reason: String,
    },
    /// Shift a movable event.
    ShiftEvent {
        /// Which.
        event: EventId,
        /// To when.
        to: Span,
        /// When it must be now.
        from: Span,
    },
    /// Forbid the planner to move a visit.
    Lock {
        /// Which visit.
        appointment: AppointmentId,
        /// What is kept.
        kind: LockKind,
    },
    /// Allow it again.
    Unlock {
        /// Which visit.
        appointment: AppointmentId,
    },
    /// A step of the day.
    Advance {
        /// Which visit.
        appointment: AppointmentId,
        /// Which step.
        step: Step,
    },
    /// Put a visit on hold, off the schedule.
    Hold {
        /// Which visit.
        appointment: AppointmentId,
        /// Why.
        reason: HoldReason,
    },
    /// Take a visit off hold, with a new promise when the old one cannot be kept.
    Resume {
        /// Which visit.
        appointment: AppointmentId,
        /// The promise from now on.
        window: ArrivalWindow,
    },
    /// Cancel a visit.
    Cancel {
        /// Which visit.
        appointment: AppointmentId,
        /// Why.
        reason: String,
    },
    /// Give a visit another promise: by a person's word only. It stands in the tray, with a plan behind the promise.
    Reschedule {
        /// Which visit.
        appointment: AppointmentId,
        /// The promise from now on.
        window: ArrivalWindow,
        /// The plan behind it. Part of an undo without one: what was missed before may be missed again.
        to: Option<Placement>,
        /// When the customer was told this window; none when they have to be told.
        told: Option<Timestamp>,
    },
    /// Take back that a visit was cancelled; it stands in the tray, with a plan when there is room.
    Reopen {
        /// Which visit.
        appointment: AppointmentId,
    },
    /// Plan the promise of a visit in the tray elsewhere. Part of an undo; without effect on what is not in the tray.
    Replan {
        /// Which visit.
        appointment: AppointmentId,
        /// The provisional placement; none when it had no plan, so that it needs none again.
        to: Option<Placement>,
    },
}

/// A step of a visit on its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "step")]
pub enum Step {
    /// The technician sets out.
    Dispatch {
        /// When.
        at: Timestamp,
    },
    /// The technician was called back.
    CancelDispatch,
    /// The technician is on site.
    Arrive {
        /// When.
        at: Timestamp,
    },
    /// Work stops for now.
    Pause {
        /// When.
        at: Timestamp,
    },
    /// Work goes on.
    Continue,
    /// Work is finished.
    Finish {
        /// When.
        at: Timestamp,
    },
}

impl Move {
    /// The visit it changes, if it changes one.
    pub fn appointment(&self) -> Option<AppointmentId> {
        match self {
            Move::Assign { appointment, .. }
            | Move::Unassign { appointment, .. }
            | Move::Lock { appointment, .. }
            | Move::Unlock { appointment }
            | Move::Advance { appointment, .. }
            | Move::Hold { appointment, .. }
            | Move::Resume { appointment, .. }
            | Move::Cancel { appointment, .. }
            | Move::Reschedule { appointment, .. }
            | Move::Reopen { appointment }
            | Move::Replan { appointment, .. } => Some(*appointment),
            Move::ShiftEvent { .. } => None,
        }
    }
}
