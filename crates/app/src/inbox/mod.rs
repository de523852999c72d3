//! From the first contact to a booked job.
//!
//! `danger` comes first; `receive` stores a contact and answers; `answer` reads it, asks the planner for windows and
//! authority for a verdict, and carries the verdict out; `approve` and `lead` are what people do.

mod answer;
mod approve;
mod book;
mod case;
mod confirmation;
mod danger;
mod edit;
mod escalate;
mod lead;
mod named;
mod outgoing;
mod read;
mod receive;
mod show;
mod still;
mod unbook;
mod windows;

pub(crate) use confirmation::{Letter, spoken};
pub(crate) use lead::busy;
pub(crate) use outgoing::{check_window, release, typed, visit_on};
pub(crate) use receive::Contact;
pub use receive::FormPage;
pub(crate) use show::{finding as show_finding, message as show_message};
pub(crate) use windows::offered as show_windows;
