//! Jobs: the work itself.

use crate::id::{BusinessUnitId, CustomerId, JobId, JobTypeId, LeadId, LocationId};
use crate::money::Cents;
use crate::reading::Urgency;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Work for a customer at a place; it has one or more appointments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// The number people say: `J114` is 114. Counts up within the company.
    pub number: u32,
    /// For whom.
    pub customer: CustomerId,
    /// Where.
    pub location: LocationId,
    /// What kind of work.
    pub job_type: JobTypeId,
    /// The unit that does it.
    pub unit: BusinessUnitId,
    /// The problem in the customer's words.
    pub summary: String,
    /// How urgent.
    pub urgency: Urgency,
    /// What it is expected to bring, or has brought when done.
    pub value: Cents,
    /// Whether the planner may touch it (a job type may forbid it too).
    pub planned: bool,
    /// The lead it came from.
    pub lead: Option<LeadId>,
    /// When it was booked.
    pub booked: Timestamp,
}
