//! What the solver answers: for every duty what is done when.

use super::{Money, Seconds};

/// A whole plan. Written by the solver, read by everybody, verified by other code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Routes {
    /// By duty; as many as the problem has.
    pub duties: Vec<Route>,
    /// Jobs that nobody serves, ascending.
    pub unserved: Vec<u32>,
    /// Gains less driving, overtime and penalties.
    pub objective: Money,
    /// Duties whose fixed work breaks a rule: it stands as it is, and nothing was added. Ascending.
    pub broken: Vec<u32>,
}

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Route {
    /// By start; appointments of the duty are not among them.
    pub stops: Vec<Stop>,
    /// The start of every break of the duty, by its index; empty on a duty without jobs.
    pub breaks: Vec<Seconds>,
}

/// A job, and when its service starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stop {
    /// Index of the job.
    pub job: u32,
    /// Seconds of the problem.
    pub start: Seconds,
}
