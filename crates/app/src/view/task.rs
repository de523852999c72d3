//! Background work that needs a person.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A task that was given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TaskView {
    /// Id.
    pub id: String,
    /// `dead`.
    pub state: String,
    /// What kind of work: `read_lead`.
    pub kind: String,
    /// What was to be done, in words: `reading L208`.
    pub what: String,
    /// The lead it is about.
    pub lead_id: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// What went wrong the last time.
    pub error: String,
    /// When it was given up.
    pub died: Timestamp,
}
