//! What happened, and messages.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One line of a timeline or of the live stream.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TimelineEntry {
    /// Position in the company's journal.
    pub position: i64,
    /// When, by the program's clock.
    pub at: Timestamp,
    /// Stable name, such as `lead_received` or `suggestion_accepted`.
    pub kind: String,
    /// Who: a person's name, or `intake`, `planner`, `rules`, `system`, `customer`, `simulation`.
    pub actor: String,
    /// `assist`, `approve` or `auto`; absent for a person's own act.
    pub mode: Option<String>,
    /// Why or what.
    pub reason: String,
    /// What it is about.
    pub subjects: Vec<SubjectView>,
    /// The rule version that allowed an automatic act.
    pub rule_version: Option<u32>,
    /// How the decision was reached.
    pub trace: Vec<FindingView>,
    /// Whether it may be undone: `POST /api/v1/undo` with its position. Not what was undone already.
    pub undoable: bool,
    /// The position of the entry that undid it.
    pub undone_by: Option<i64>,
    /// The position of the entry that this one undid.
    pub undoes: Option<i64>,
}

/// Something an entry is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SubjectView {
    /// `lead`, `job`, `appointment`, `technician`, `event`, `reservation`, `suggestion`, `message`, `escalation`, `user`.
    pub noun: String,
    /// Id.
    pub id: String,
}

/// One step of a decision.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FindingView {
    /// Stable code.
    pub code: String,
    /// Number of the rule.
    pub rule: Option<u32>,
    /// The most it allows.
    pub most: Option<String>,
    /// In words.
    pub words: String,
}

/// A message.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MessageView {
    /// Id.
    pub id: String,
    /// `confirmation`, `reschedule` or `correction`.
    pub purpose: String,
    /// Where to.
    pub to: String,
    /// Text.
    pub text: String,
    /// `draft`, `queued`, `sent`, `failed` or `discarded`.
    pub state: String,
    /// When it came there; absent for drafts.
    pub at: Option<Timestamp>,
    /// Held back until then: undo withdraws it unsent. Absent unless it is queued.
    pub leaves_at: Option<Timestamp>,
    /// Through what it was sent, or why not.
    pub note: Option<String>,
}

/// A person's word that a drafted message may leave.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageRelease {
    /// Another text.
    #[serde(default)]
    pub text: Option<String>,
    /// Send the text even though it names another day or hour than the window.
    #[serde(default)]
    pub message_confirmed: bool,
}
