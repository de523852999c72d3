//! Non-job events: lunch, meeting, training.

use crate::geo::Point;
use crate::id::{EventId, TechnicianId};
use crate::time::Span;
use serde::{Deserialize, Serialize};

/// Something in a technician's calendar that is not a job. It blocks its time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NonJobEvent {
    /// Its id.
    pub id: EventId,
    /// Whose.
    pub technician: TechnicianId,
    /// When it is planned.
    pub span: Span,
    /// What it is.
    pub title: String,
    /// The timesheet code it is paid under, if any.
    pub timesheet_code: Option<String>,
    /// The limits inside which the planner may shift it; none means that it stays.
    pub movable_within: Option<Span>,
    /// Where it is, when it is somewhere.
    pub place: Option<Point>,
}
