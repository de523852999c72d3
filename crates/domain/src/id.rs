//! Identities. Each noun has its own type, so that a lead's id cannot be passed where a job's is wanted.
//!
//! An id is a positive 63-bit number; in text (JSON, URLs, logs) it is a decimal string, because JavaScript loses
//! digits above 2^53.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The text is not a positive decimal number of at most 63 bits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id")]
pub struct NotAnId(pub String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                match text.parse::<i64>() {
                    Ok(number) if number > 0 && !text.starts_with('+') => Ok(Self(number)),
                    _ => Err(NotAnId(text.chars().take(40).collect())),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    )+};
}

ids! {
    /// A company; every row carries one.
    CompanyId,
    /// A business unit of a company.
    BusinessUnitId,
    /// A zone of a company's area.
    ZoneId,
    /// A skill of the company's catalogue.
    SkillId,
    /// A job type of the company's catalogue.
    JobTypeId,
    /// A technician.
    TechnicianId,
    /// A shift of a technician.
    ShiftId,
    /// A non-job event in a technician's calendar.
    EventId,
    /// A customer.
    CustomerId,
    /// A service location of a customer.
    LocationId,
    /// A lead.
    LeadId,
    /// One inbound contact (a call, a text, a form).
    ContactEventId,
    /// A job.
    JobId,
    /// One visit of a job.
    AppointmentId,
    /// A slot kept for a lead.
    ReservationId,
    /// A set of suggested changes.
    SuggestionId,
    /// A message to a customer or to staff.
    MessageId,
    /// An escalation to a person.
    EscalationId,
    /// A person who signs in.
    UserId,
}
