//! Suggestions.

use super::LedgerLineView;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Ask for suggestions for a visit.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuggestRequest {
    /// Id of the appointment.
    pub appointment_id: String,
}

/// What the planner answered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SuggestionView {
    /// Id.
    pub id: String,
    /// The visit it was made for.
    pub appointment_id: String,
    /// `open`, `accepted` or `expired`.
    pub state: String,
    /// The situation in words, with a stable code; always there.
    pub message: Notice,
    /// Best first; empty when nothing better exists.
    pub alternatives: Vec<AlternativeView>,
    /// When it was made.
    pub made: Timestamp,
    /// How long the planner took, in milliseconds.
    pub took_ms: f64,
    /// Journal position it was made from.
    pub based_on: i64,
    /// How many jobs were booked since.
    pub new_jobs_since: u32,
}

/// A situation: what, why, what next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Notice {
    /// `better_found`, `nothing_better`, `leave_unassigned`, `assist_off`, `board_changed`, `already_optimised`, `expired`,
    /// `too_many_changes`, `applied`, `not_applied`, `not_allowed`, `failed`.
    pub code: String,
    /// What.
    pub title: String,
    /// Why, one sentence each.
    pub evidence: Vec<String>,
    /// What to do next.
    pub next: String,
    /// What to offer as a button: `offer_window` leads to `GET /api/v1/appointments/{id}/windows`; absent when there is nothing.
    pub action: Option<String>,
}

/// One set of moves.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AlternativeView {
    /// The moves; the visit asked for comes first.
    pub moves: Vec<MoveView>,
    /// The figures of all moves together.
    pub gain: GainView,
    /// The value term by term; empty for suggestions from before there was a ledger.
    pub ledger: Vec<LedgerLineView>,
    /// Why.
    pub reasons: Vec<String>,
}

/// The three figures, and how many visits move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct GainView {
    /// Job count change.
    pub jobs: i32,
    /// Drive time change, in seconds; negative is less driving.
    pub drive_seconds: i64,
    /// Predicted value, in cents.
    pub value_cents: i64,
    /// Visits that get another technician or start.
    pub moves: u32,
}

/// One move, ready to show and to preview.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MoveView {
    /// `assign`, `unassign` or `shift_event`.
    pub kind: String,
    /// The visit.
    pub appointment_id: Option<String>,
    /// The event.
    pub event_id: Option<String>,
    /// `J114`, or the title of the event.
    pub reference: String,
    /// The technician after.
    pub technician_id: Option<String>,
    /// Name.
    pub technician: Option<String>,
    /// Start after.
    pub start: Option<Timestamp>,
    /// End after.
    pub end: Option<Timestamp>,
    /// The technician before.
    pub from_technician_id: Option<String>,
    /// Name.
    pub from_technician: Option<String>,
    /// Start before.
    pub from_start: Option<Timestamp>,
    /// In words: `J151 → Ana Ruiz 10:40`.
    pub words: String,
}

/// Which alternative, and which of its moves.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// From 0.
    pub alternative: u32,
    /// Indexes of the moves that stay ticked; all when absent.
    #[serde(default)]
    pub moves: Option<Vec<u32>>,
}

/// The figures of some moves of an alternative.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Figures {
    /// The three figures.
    pub gain: GainView,
    /// Why these moves alone do not fit; empty when they do.
    pub refusals: Vec<RefusalView>,
}

/// An applied suggestion.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AcceptedView {
    /// Journal position of the change; name it to undo.
    pub position: i64,
    /// `applied`, with what was different from the review when the board had changed.
    pub message: Notice,
    /// The figures as applied.
    pub gain: GainView,
}

/// Improvements that stand ready.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StandingView {
    /// `off`, `assist`, `approve` or `auto`.
    pub mode: String,
    /// The figures of all of them together.
    pub gain: GainView,
    /// The visits they are for, best first; five at most.
    pub appointment_ids: Vec<String>,
    /// Whether there are more than these: say `5+`.
    pub more: bool,
}

/// A named "no".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RefusalView {
    /// Stable code.
    pub code: String,
    /// In words.
    pub words: String,
    /// The visit, technician or event it is about.
    pub about: Option<String>,
    /// Whether a person may override it.
    pub can_override: bool,
}
