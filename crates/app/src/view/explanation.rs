//! Why this technician, why not there, and what it would take.

use super::MoveView;
use jiff::{Timestamp, civil};
use serde::Serialize;
use utoipa::ToSchema;

/// One verdict for every technician and for every place in their days.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExplanationView {
    /// Best first, blocked ones last.
    pub technicians: Vec<ExplainedTechnician>,
}

/// What the planner says of one technician, and of every place between two stops.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExplainedTechnician {
    /// Id.
    pub technician_id: String,
    /// Name.
    pub name: String,
    /// Whether the visit is on this technician's schedule now.
    pub has_it: bool,
    /// The verdict of the best place.
    pub verdict: PlannerVerdictView,
    /// Every place, by time; empty without a shift on the days of the window.
    pub places: Vec<PlaceView>,
}

/// A place between two stops.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlaceView {
    /// The stop before it: `J114`, or the title of an event; none at the start of the day.
    pub after: Option<String>,
    /// The stop after it; none at the end of the day.
    pub before: Option<String>,
    /// The start that was judged: the best one, or the one that comes nearest.
    pub start: Timestamp,
    /// The verdict.
    pub verdict: PlannerVerdictView,
}

/// A verdict.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlannerVerdictView {
    /// `chosen`, `feasible` or `blocked`.
    pub is: String,
    /// The best start; none when it is blocked.
    pub start: Option<Timestamp>,
    /// Change in drive time against the board as it is, seconds.
    pub drive_seconds: Option<i64>,
    /// More driving than with the chosen one, seconds; 0 for the chosen one.
    pub extra_drive_seconds: Option<i64>,
    /// How much less it brings than the chosen one, weighed by the dial, cents.
    pub behind_cents: Option<i64>,
    /// The rules in the way; empty when it fits.
    pub blocks: Vec<BlockView>,
}

/// A rule in the way, with what is and what may be.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BlockView {
    /// Stable code of the rule.
    pub code: String,
    /// In words.
    pub words: String,
    /// What it would be; none when the rule has no measure.
    pub actual: Option<MeasureView>,
    /// What the rule allows, or what is in the way.
    pub limit: Option<MeasureView>,
}

/// A quantity with its unit.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum MeasureView {
    /// An instant.
    At {
        /// When.
        at: Timestamp,
    },
    /// A length of time.
    Lasting {
        /// How long.
        seconds: i64,
    },
    /// A stretch of time.
    During {
        /// From.
        start: Timestamp,
        /// Until.
        end: Timestamp,
    },
    /// A level of a skill; 0 is not held.
    Level {
        /// 0 to 5.
        level: u8,
    },
    /// A date in company time.
    On {
        /// Which.
        date: civil::Date,
    },
}

/// The smallest changes that make a technician win the visit, one of each kind that can.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WouldTakeView {
    /// Id.
    pub technician_id: String,
    /// Each verified by solving again; empty when the technician wins anyway or no single change is enough.
    pub changes: Vec<TakeView>,
}

/// One change that is enough.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TakeView {
    /// `move`, `window`, `max_drive`, `max_drive_home`, `overtime` or `skill`.
    pub kind: String,
    /// In words: `the window closes at 11:40 instead of 11:00`.
    pub words: String,
    /// The measure now; none for a move.
    pub from: Option<MeasureView>,
    /// The measure that would do; none for a move.
    pub to: Option<MeasureView>,
    /// The move of the other visit; none for the other kinds.
    pub r#move: Option<MoveView>,
    /// Where the visit would stand then.
    pub start: Timestamp,
    /// Predicted value then, in cents, the change itself not counted.
    pub value_cents: i64,
}

/// One term of what moves bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct LedgerLineView {
    /// `value`, `driving`, `disturbance` or `service`.
    pub term: String,
    /// In plain money, cents; the lines sum to `value_cents` of the gain.
    pub money_cents: i64,
    /// Weighed by the dial, cents, as plans are compared.
    pub weighed_cents: i64,
}
