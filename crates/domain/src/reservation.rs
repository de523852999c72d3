//! Reservations: a slot kept for a lead until it is booked, released or expires.

use crate::appointment::Placement;
use crate::geo::Point;
use crate::id::{JobId, JobTypeId, LeadId, ReservationId, ZoneId};
use crate::time::{ArrivalWindow, Span};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A slot kept for a lead. While it is held it counts as busy; its placement may be moved freely inside the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reservation {
    /// Its id.
    pub id: ReservationId,
    /// For which lead.
    pub lead: LeadId,
    /// The kind of work.
    pub job_type: JobTypeId,
    /// Where.
    pub point: Point,
    /// The zone of the place.
    pub zone: Option<ZoneId>,
    /// The window that is kept.
    pub window: ArrivalWindow,
    /// Planned time on site; positive.
    pub duration: SignedDuration,
    /// Where it would go as things stand.
    pub placement: Placement,
    /// What became of it.
    pub state: ReservationState,
}

/// What became of a reservation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum ReservationState {
    /// Kept until then; a reservation that waits for approval is kept as long as the approval is open.
    Held {
        /// When it expires.
        until: Timestamp,
    },
    /// Became a job.
    Booked {
        /// Which.
        job: JobId,
    },
    /// Given back.
    Released {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// Nobody decided in time.
    Expired {
        /// When.
        at: Timestamp,
    },
}

impl Reservation {
    /// Whether it keeps its slot: booked, released and expired ones do not.
    pub fn is_held(&self) -> bool {
        matches!(self.state, ReservationState::Held { .. })
    }

    /// Whether it should be expired at `now`.
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        matches!(self.state, ReservationState::Held { until } if until <= now)
    }

    /// The planned span that counts as busy while it is held.
    pub fn planned_span(&self) -> Span {
        Span::lasting(self.placement.start, self.duration).expect("a visit lasts longer than nothing")
    }
}
