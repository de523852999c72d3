//! Messages to customers and staff. Nothing leaves the building except as one of these.

use crate::id::{AppointmentId, LeadId, MessageId, UserId};
use crate::journal::Subject;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A message, from its draft to its delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its id; also the key under which a provider sees it only once.
    pub id: MessageId,
    /// The lead it is about; none for a visit that came from none.
    pub lead: Option<LeadId>,
    /// The visit it is about, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<AppointmentId>,
    /// What it is for.
    #[serde(default)]
    pub purpose: Purpose,
    /// Where to: a phone in E.164 or an e-mail address.
    pub to: String,
    /// The text, written from the committed record.
    pub text: String,
    /// What became of it.
    pub state: MessageState,
}

/// What a message is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Confirms a booked window.
    #[default]
    Confirmation,
    /// Tells that a visit got another window.
    Reschedule,
    /// Takes back what was told before.
    Correction,
}

impl Message {
    /// What it is about, for the journal: itself, its lead and its visit.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> + use<> {
        [
            Some(Subject::Message(self.id)),
            self.lead.map(Subject::Lead),
            self.appointment.map(Subject::Appointment),
        ]
        .into_iter()
        .flatten()
    }
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum MessageState {
    /// Written, waits for a person.
    Draft,
    /// To be sent.
    Queued {
        /// Who released it; none when a rule did.
        by: Option<UserId>,
        /// When.
        at: Timestamp,
        /// Held back until then; none when it may leave at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Timestamp>,
    },
    /// Handed to the provider.
    Sent {
        /// When.
        at: Timestamp,
        /// Through what.
        via: String,
    },
    /// Given up.
    Failed {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// Thrown away before it was sent.
    Discarded {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}
