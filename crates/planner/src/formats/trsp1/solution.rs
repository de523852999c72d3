//! A plan for a `trsp-1` day, as it is written to a file and read from one.

use crate::formats::{Wrong, from_json};
use serde::{Deserialize, Serialize};

/// Who does what, and when. Technicians without jobs have no route.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Solution {
    /// The name of the day it is for.
    #[serde(default)]
    pub instance: Option<String>,
    /// At most one for each technician.
    pub routes: Vec<Route>,
    /// What the reader has to know, such as a lock that cannot be kept without breaking a rule. Usually empty, and not
    /// written then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// The day of one technician.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Route {
    /// Index of the technician.
    pub tech: usize,
    /// Jobs in the order of their starts.
    #[serde(default)]
    pub stops: Vec<Stop>,
    /// When the breaks are taken.
    #[serde(default)]
    pub breaks: Vec<Taken>,
}

/// A job and the start of its service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Index of the job.
    pub job: usize,
    /// Second of the day.
    pub start: i64,
}

/// A break that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Index among the technician's breaks.
    pub index: usize,
    /// Second of the day.
    pub start: i64,
}

impl Solution {
    /// Reads a plan. Whether it keeps the rules is another question: see [`crate::checker::trsp1`].
    ///
    /// # Errors
    /// The first field that cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Solution, Wrong> {
        from_json(bytes)
    }

    /// The plan as a file.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("numbers and text can always be written")
    }
}
