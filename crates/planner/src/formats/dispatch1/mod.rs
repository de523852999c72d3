//! `dispatch-1`: our own format. Several days, absolute instants, and every rule and price that the planner knows.
//!
//! `file` is what stands in a file, `check` whether it makes sense, `book` the same with its names looked up. `rules`
//! says who may do what and what that is worth; `compile` writes it down for the solver. `plan` is the answer.

mod answer;
mod book;
mod check;
mod compile;
mod desk;
mod file;
mod plan;
pub(crate) mod rules;
mod settings;
mod sheet;
#[cfg(test)]
mod tests;

pub use book::{Begun, Book};
pub use check::{checked, read};
pub(super) use desk::plan;
pub use file::{
    Break, Drive, Event, Held, Hour, Job, Link, Location, Lock, Matrix, Need, Problem, Reserve, Shift,
    ShiftKind, Span, State, Technician, Travel, Urgency,
};
pub use plan::{Left, Moved, Plan, Route, Stop, Taken, Worth};
pub use settings::{Fairness, Hours, Settings, Unassigned};
pub(super) use sheet::Sheet;
