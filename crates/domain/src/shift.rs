//! Shifts: when a technician works, is on call, or is off.

use crate::id::{ShiftId, TechnicianId};
use crate::time::Span;
use serde::{Deserialize, Serialize};

/// One span of a technician's calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Its id.
    pub id: ShiftId,
    /// Whose.
    pub technician: TechnicianId,
    /// When.
    pub span: Span,
    /// What kind of time it is.
    pub kind: ShiftKind,
}

/// What kind of time a shift is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShiftKind {
    /// Ordinary working time.
    Normal,
    /// Reachable; planned only when the settings say so.
    OnCall,
    /// Not at work; wins over every other shift it overlaps.
    TimeOff {
        /// Why, as people wrote it.
        reason: String,
    },
}
