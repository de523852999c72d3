//! Leads: somebody asks for work, through any channel.

use crate::authority::Verdict;
use crate::geo::Point;
use crate::id::{ContactEventId, CustomerId, JobId, LeadId, LocationId, ReservationId, UserId};
use crate::journal::Actor;
use crate::reading::{Readings, Triage};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The channel a contact came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A telephone call, as a transcript.
    Call,
    /// A voicemail, as a transcript.
    Voicemail,
    /// A text message.
    Sms,
    /// Web chat.
    Chat,
    /// The web form.
    Form,
    /// E-mail.
    Email,
    /// A lead marketplace.
    Marketplace,
    /// Typed in by an employee.
    Manual,
}

/// One inbound contact with its raw payload. Never changed after it was stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactEvent {
    /// Its id.
    pub id: ContactEventId,
    /// The lead it belongs to.
    pub lead: LeadId,
    /// Through which channel.
    pub channel: Channel,
    /// When it was received.
    pub received: Timestamp,
    /// The payload exactly as it came, as text (invalid UTF-8 is refused at the door).
    pub raw: String,
    /// The conversation in it.
    pub turns: Vec<Turn>,
    /// What the channel itself tells about the sender.
    pub sender: Sender,
}

/// What the channel itself tells about the sender; empty when it does not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// Name box of a form, display name of an e-mail.
    pub name: Option<String>,
    /// Caller's number or phone box, as given.
    pub phone: Option<String>,
    /// Sender's address or e-mail box, as given.
    pub email: Option<String>,
    /// Address box, as given.
    pub address: Option<String>,
    /// Box for the preferred time, as given.
    pub preferred_time: Option<String>,
}

/// One turn of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Who speaks.
    pub speaker: Speaker,
    /// What is said.
    pub text: String,
}

/// Who speaks in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The customer.
    Customer,
    /// The company, a person or a machine.
    Agent,
}

/// Somebody asks for work. Never deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lead {
    /// Its id.
    pub id: LeadId,
    /// The number people say: `L208` is 208. Counts up within the company.
    pub number: u32,
    /// The channel of its first contact.
    pub channel: Channel,
    /// When it came in.
    pub received: Timestamp,
    /// When the latest contact came in.
    pub last_contact: Timestamp,
    /// How many contacts it has.
    pub contacts: u32,
    /// What it hashes to for recognising a repeated contact: same contact and same text.
    pub fingerprint: String,
    /// Where it stands.
    pub status: Status,
    /// Whose it is; none when nobody took it.
    pub owner: Option<UserId>,
    /// Who asks, once known.
    pub customer: Option<CustomerId>,
    /// Where, once known.
    pub location: Option<LocationId>,
    /// What was understood; empty until it was read.
    pub readings: Readings,
    /// The address as found on the map.
    pub point: Option<Point>,
    /// What was concluded; none until it was triaged.
    pub triage: Option<Triage>,
    /// What authority concluded; none until it was asked.
    pub verdict: Option<Verdict>,
}

/// The state of a lead, with who, when and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Status {
    /// The state.
    pub state: LeadState,
    /// Since when.
    pub since: Timestamp,
    /// Who brought it there.
    pub by: Actor,
    /// Why, in a sentence.
    pub why: String,
}

/// Where a lead stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum LeadState {
    /// Stored, not read yet.
    New,
    /// Something a booking needs is missing; the next question is known.
    Collecting,
    /// Complete; no window was found or looked for yet.
    Ready,
    /// Windows are recommended; a person books.
    Recommended,
    /// A window is reserved.
    Reserved {
        /// Which.
        reservation: ReservationId,
    },
    /// A window is reserved and a person has to approve it.
    AwaitingApproval {
        /// What is kept.
        reservation: ReservationId,
    },
    /// Became a job.
    Booked {
        /// Which.
        job: JobId,
    },
    /// Life-safety: a person calls back now; never booked by the program.
    Emergency,
    /// A person decides; see the escalation.
    Escalated,
    /// Asked the customer, waits for an answer.
    NeedsInfo,
    /// To be taken up again.
    FollowUp {
        /// When.
        due: Timestamp,
    },
    /// Cannot be reached.
    Unreachable,
    /// Went elsewhere.
    Lost {
        /// Why.
        reason: String,
    },
    /// Put aside by a person.
    Dismissed {
        /// Why.
        reason: String,
    },
    /// The same request as another lead.
    DuplicateOf {
        /// Which.
        lead: LeadId,
    },
    /// Not a request for work.
    NotALead {
        /// Why.
        reason: String,
    },
    /// Asked not to be contacted.
    OptedOut,
    /// The job is finished and everything is said.
    Closed,
}

impl LeadState {
    /// The stable name of the state.
    pub fn name(&self) -> &'static str {
        match self {
            LeadState::New => "new",
            LeadState::Collecting => "collecting",
            LeadState::Ready => "ready",
            LeadState::Recommended => "recommended",
            LeadState::Reserved { .. } => "reserved",
            LeadState::AwaitingApproval { .. } => "awaiting_approval",
            LeadState::Booked { .. } => "booked",
            LeadState::Emergency => "emergency",
            LeadState::Escalated => "escalated",
            LeadState::NeedsInfo => "needs_info",
            LeadState::FollowUp { .. } => "follow_up",
            LeadState::Unreachable => "unreachable",
            LeadState::Lost { .. } => "lost",
            LeadState::Dismissed { .. } => "dismissed",
            LeadState::DuplicateOf { .. } => "duplicate_of",
            LeadState::NotALead { .. } => "not_a_lead",
            LeadState::OptedOut => "opted_out",
            LeadState::Closed => "closed",
        }
    }

    /// Whether somebody still has to do something.
    pub fn is_open(&self) -> bool {
        !matches!(
            self,
            LeadState::Booked { .. }
                | LeadState::Lost { .. }
                | LeadState::Dismissed { .. }
                | LeadState::DuplicateOf { .. }
                | LeadState::NotALead { .. }
                | LeadState::OptedOut
                | LeadState::Closed
        )
    }

    /// The reservation that is kept for it.
    pub fn reservation(&self) -> Option<ReservationId> {
        match self {
            LeadState::Reserved { reservation } | LeadState::AwaitingApproval { reservation } => {
                Some(*reservation)
            }
            _ => None,
        }
    }
}
