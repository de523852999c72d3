//! A plan for a `dispatch-1` problem, as it is written to a file and read from one.

use crate::formats::{Wrong, from_json};
use domain::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who does what, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Always `dispatch-1-plan`.
    pub format: String,
    /// The name of the problem it is for.
    pub problem: String,
    /// By technician in the order of the problem, then by shift. Shifts on which nothing happens are left out.
    pub routes: Vec<Route>,
    /// By reserve of the problem: who is kept free.
    #[serde(default)]
    pub reserve: Vec<Vec<String>>,
    /// Visits that nobody has, in the order of the problem, and why.
    pub unserved: Vec<Left>,
    /// What the reader has to know, such as a lock that breaks a rule. Usually empty.
    #[serde(default)]
    pub notes: Vec<String>,
    /// What the plan is worth.
    pub worth: Worth,
}

/// One technician during one shift.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Id.
    pub technician: String,
    /// Index among the technician's shifts; none for what lies outside of all of them.
    pub shift: Option<usize>,
    /// Visits by start, those that have begun included.
    pub stops: Vec<Stop>,
    /// Breaks that are taken.
    #[serde(default)]
    pub breaks: Vec<Taken>,
    /// Where movable events stand.
    #[serde(default)]
    pub events: Vec<Moved>,
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Id of the job.
    pub job: String,
    /// When the service starts.
    pub start: Timestamp,
    /// When it is over.
    pub end: Timestamp,
}

/// A break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// Index among the technician's breaks.
    pub index: usize,
    /// When it starts.
    pub start: Timestamp,
}

/// A movable event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// Id of the event.
    pub event: String,
    /// When it starts.
    pub start: Timestamp,
}

/// A visit that nobody has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Left {
    /// Id of the job.
    pub job: String,
    /// Why, in words: a rule that leaves nobody, or that others were worth more.
    pub why: String,
}

/// What a plan is worth, in plain cents whatever the dial says. What has begun does not count.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worth {
    /// All terms together.
    pub total_cents: i64,
    /// By term; costs are negative.
    pub terms: BTreeMap<String, i64>,
    /// Driving, seconds.
    pub drive_seconds: i64,
    /// Past the end of shifts, seconds.
    pub overtime_seconds: i64,
    /// Visits assigned, moved or taken off against the current plan.
    pub changes: u32,
}

impl Plan {
    /// Reads a plan. Whether it keeps the rules is another question: see [`crate::checker::dispatch1`].
    ///
    /// # Errors
    /// The first field that cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Plan, Wrong> {
        let plan: Plan = from_json(bytes)?;
        if plan.format != "dispatch-1-plan" {
            return Err(Wrong::at("format", format!("`{}` is not `dispatch-1-plan`", plan.format)));
        }
        Ok(plan)
    }

    /// The plan as a file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("text, numbers and instants can always be written")
    }
}
