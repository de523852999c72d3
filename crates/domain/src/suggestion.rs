//! Suggestions: proposed sets of moves with their figures and reasons.

use crate::id::{AppointmentId, SuggestionId, UserId};
use crate::money::Cents;
use crate::moves::Move;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What the planner answered when it was asked about a visit, kept for review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Its id.
    pub id: SuggestionId,
    /// The visit it was asked for.
    pub appointment: AppointmentId,
    /// Best first; empty when nothing better exists.
    pub alternatives: Vec<Alternative>,
    /// Why there is nothing better, or what keeps the visit unassigned; empty otherwise.
    pub evidence: Vec<String>,
    /// Whether no technician could take the visit in its window at all: another window has to be offered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_place: bool,
    /// The journal position of the board it was made from.
    pub based_on: i64,
    /// When it was made.
    pub made: Timestamp,
    /// How long the planner took, in microseconds.
    pub took_micros: u64,
    /// What became of it.
    pub state: SuggestionState,
}

/// One set of moves that achieves what was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// The moves; the visit asked for comes first.
    pub moves: Vec<Move>,
    /// What they bring.
    pub gain: Gain,
    /// What they bring, term by term; empty in suggestions from before there was a ledger.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ledger: Vec<LedgerLine>,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

/// One term of what a set of moves brings; more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// Which term.
    pub term: Term,
    /// In plain money; the lines sum to the value of the gain.
    pub money: Cents,
    /// Weighed by the dial, as plans are compared; the lines sum to what one plan is better than another.
    pub weighed: Cents,
}

/// A soft term of the objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// What the visits are expected to bring with their technicians.
    Value,
    /// What the driving costs.
    Driving,
    /// The price of moving what had a place, higher when the customer was told.
    Disturbance,
    /// What it is worth that a visit is no longer left, by urgency; no money changes hands.
    Service,
}

/// What a set of moves brings, against leaving everything as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gain {
    /// Change in the number of jobs on the schedule.
    pub jobs: i32,
    /// Change in drive time of the day, in seconds; negative is less driving.
    pub drive_seconds: i64,
    /// Predicted change in money: value, less the cost of driving and of moving visits.
    pub value: Cents,
    /// How many visits get another technician or start.
    pub moves: u32,
}

/// What became of a suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum SuggestionState {
    /// Can be accepted.
    Open,
    /// Was accepted.
    Accepted {
        /// Which alternative, from 0.
        alternative: u32,
        /// By whom; none when the planner acted under Auto.
        by: Option<UserId>,
        /// When.
        at: Timestamp,
        /// The journal position of the acceptance, for undo.
        position: i64,
    },
    /// Its visit's day is over, or the visit is cancelled or begun.
    Expired {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}
