//! `trsp-1`: one day of work, times in whole seconds, as benchmarks of technician routing write it.
//!
//! The service of a job starts inside one of its windows, both ends allowed. A drive is one uninterrupted stretch;
//! breaks and blocks without a place lie between services, and never inside a drive. Blocks with a place are
//! appointments to drive to, also on a day without jobs.

mod compile;
mod file;
mod plan;
mod sheet;
mod solution;
#[cfg(test)]
mod tests;

pub use compile::Compiled;
pub use file::{Block, Break, Day, Id, Job, LATEST, Location, Lock, Objective, Technician, read};
pub(super) use plan::plan;
pub(super) use sheet::Sheet;
pub use solution::{Route, Solution, Stop, Taken};
