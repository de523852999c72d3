//! From the first contact to a booked job.
//!
//! `danger` comes first; `receive` stores a contact and answers; `answer` reads it, asks the planner for windows and authority for a verdict,
//! and carries the verdict out; `approve` and `lead` are what people do.

mod answer;
mod approve;
mod book;
mod case;
mod confirmation;
mod danger;
mod edit;
mod escalate;
mod lead;
mod read;
mod receive;
mod show;
mod windows;

pub(crate) use lead::busy;
pub(crate) use receive::Contact;
pub use receive::FormPage;
pub(crate) use show::finding as show_finding;
