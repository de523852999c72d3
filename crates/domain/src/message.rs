//! Messages to customers and staff. Nothing leaves the building except as one of these.

use crate::id::{LeadId, MessageId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A message, from its draft to its delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its id; also the key under which a provider sees it only once.
    pub id: MessageId,
    /// The lead it is about.
    pub lead: LeadId,
    /// Where to: a phone in E.164 or an e-mail address.
    pub to: String,
    /// The text, written from the committed record.
    pub text: String,
    /// What became of it.
    pub state: MessageState,
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
