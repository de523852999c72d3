//! The journal: who did what, when, in which mode, and why.

use crate::authority::{Authority, Case, Finding};
use crate::id::{
    AppointmentId, EscalationId, EventId, JobId, LeadId, MessageId, ReservationId, SuggestionId,
    TechnicianId, UserId,
};
use crate::moves::Move;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "who")]
pub enum Actor {
    /// A person who is signed in.
    User {
        /// Who.
        id: UserId,
    },
    /// A customer, through a channel.
    Customer,
    /// The reader and triage of requests.
    Intake,
    /// The planner, under board authority.
    Planner,
    /// Authority, booking under a rule version.
    Rules,
    /// The program keeping its own house: clocks, expiry, delivery.
    System,
    /// The simulated day of the demo.
    Simulation,
}

/// What an entry is about, so that it shows in the timeline of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "noun", content = "id")]
pub enum Subject {
    /// A lead.
    Lead(LeadId),
    /// A job.
    Job(JobId),
    /// A visit.
    Appointment(AppointmentId),
    /// A technician.
    Technician(TechnicianId),
    /// A non-job event.
    Event(EventId),
    /// A reservation.
    Reservation(ReservationId),
    /// A suggestion.
    Suggestion(SuggestionId),
    /// A message.
    Message(MessageId),
    /// An escalation.
    Escalation(EscalationId),
    /// An account.
    User(UserId),
}

impl Subject {
    /// The noun and the bare number, as stored in index columns.
    pub fn parts(self) -> (&'static str, i64) {
        match self {
            Subject::Lead(id) => ("lead", id.0),
            Subject::Job(id) => ("job", id.0),
            Subject::Appointment(id) => ("appointment", id.0),
            Subject::Technician(id) => ("technician", id.0),
            Subject::Event(id) => ("event", id.0),
            Subject::Reservation(id) => ("reservation", id.0),
            Subject::Suggestion(id) => ("suggestion", id.0),
            Subject::Message(id) => ("message", id.0),
            Subject::Escalation(id) => ("escalation", id.0),
            Subject::User(id) => ("user", id.0),
        }
    }
}

/// What happened. The stable name is what is stored and shown; adding one adds a line here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// The company was set up.
    CompanySetUp,
    /// Sample or imported records were written.
    Imported,
    /// A request came in as a new lead.
    LeadReceived,
    /// Another contact of a known lead came in.
    ContactRepeated,
    /// A lead was read and triaged.
    LeadRead,
    /// A person corrected what was read.
    LeadEdited,
    /// A person took a lead, or gave it back.
    LeadOwned,
    /// A lead changed its state by a person's word.
    LeadClosed,
    /// Windows were recommended.
    WindowsRecommended,
    /// A window was reserved.
    SlotReserved,
    /// A reservation was given back.
    SlotReleased,
    /// A reservation expired.
    SlotExpired,
    /// A job was booked.
    JobBooked,
    /// A proposed booking was rejected.
    BookingRejected,
    /// A person was called.
    Escalated,
    /// A person took an escalation.
    EscalationTaken,
    /// An escalation was dealt with.
    EscalationClosed,
    /// Suggestions were generated.
    SuggestionMade,
    /// A suggestion was accepted and applied.
    SuggestionAccepted,
    /// Visits were moved by hand.
    VisitsMoved,
    /// A visit was locked or unlocked.
    VisitLocked,
    /// A visit advanced: dispatched, arrived, paused, done.
    VisitAdvanced,
    /// A visit was put on hold or taken off it.
    VisitHeld,
    /// A visit was cancelled.
    VisitCanceled,
    /// A cancelled visit was taken up again.
    VisitReopened,
    /// A visit got another arrival window.
    VisitRescheduled,
    /// Earlier moves were undone.
    Undone,
    /// A message was written and waits for a person.
    MessageDrafted,
    /// A message was released for sending.
    MessageQueued,
    /// A message was thrown away before it was sent.
    MessageWithdrawn,
    /// A message was handed over, or given up.
    MessageDelivered,
    /// Settings or mode changed.
    SettingsChanged,
    /// Authority rules were signed or stopped.
    RulesChanged,
    /// A shift, event or technician changed.
    CalendarChanged,
    /// An account was made or changed.
    AccountChanged,
}

/// One entry, before the store gives it its position and hash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When, by the program's clock.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// The authority under which a program acted or a person was asked; none for a person's own act.
    pub mode: Option<Authority>,
    /// What happened.
    pub kind: EntryKind,
    /// Why or what, in a sentence.
    pub reason: String,
    /// What it is about.
    pub subjects: Vec<Subject>,
    /// The rule version that allowed an automatic act.
    pub rule_version: Option<u32>,
    /// How the decision was reached.
    pub trace: Vec<Finding>,
    /// The facts an automatic decision rested on.
    pub case: Option<Box<Case>>,
    /// The moves that take it back; empty when it cannot be undone on the board.
    pub undo: Vec<Move>,
    /// The position of the entry that this one took back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<i64>,
}

impl Entry {
    /// An entry with the least: who did what, when and why.
    pub fn new(at: Timestamp, actor: Actor, kind: EntryKind, reason: impl Into<String>) -> Entry {
        Entry {
            at,
            actor,
            mode: None,
            kind,
            reason: reason.into(),
            subjects: Vec::new(),
            rule_version: None,
            trace: Vec::new(),
            case: None,
            undo: Vec::new(),
            undoes: None,
        }
    }

    /// The same entry, also about `subject`.
    #[must_use]
    pub fn about(mut self, subject: Subject) -> Entry {
        if !self.subjects.contains(&subject) {
            self.subjects.push(subject);
        }
        self
    }
}
