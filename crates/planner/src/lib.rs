//! The optimiser: better places for visits, with true reasons.
//!
//! It answers questions over one immutable [`Problem`], which is a [`domain::Board`] compiled once into whole seconds,
//! distinct places and duties (a technician during one shift):
//!
//! * [`suggest`]: what would you change for this visit? Up to four verified sets of moves, or an honest no;
//! * [`slots`] and [`slot_in`]: when could we come, for work that is only asked for?
//! * [`explain`]: why this technician, and why not that one?
//! * [`gain`]: what does a change bring, whoever makes it?
//! * [`standing`] and [`plan`]: what would you change anywhere on the board?
//!
//! How it works. Every visit has a planned start, so whether another fits between two stops is arithmetic on the two
//! neighbours (`fit`). A `sketch` is the board with some stops taken out and others put in; the `search` draws
//! sketches: put the visit where it fits, shift neighbours inside their own windows (`retime`), or put it where another
//! visit stands that goes elsewhere. The `objective` weighs them in whole numbers, `reasons` says what is true of the
//! result. Before anybody sees a set of moves, [`domain::Board::apply`] has taken it, and the [`checker`] has found nothing:
//! it is written from the rules alone and shares no code with the search.
//!
//! Promises without a technician (booked work in the tray, reservations) hold provisional placements. For [`suggest`]
//! they give way, as long as the board finds them another place; for [`slots`] they are stops like any other, and one
//! may be moved inside its own window to make room.
//!
//! It never reads a clock or a network; drive times ([`domain::DriveTimes`]) and expected values ([`Values`]) come in
//! as arguments, and the same question with the same [`Budget`] has the same answer on any machine.
//!
//! Where to start: `suggest.rs`, then `search.rs`.

pub mod checker;
mod explain;
mod fit;
pub mod formats;
mod judge;
mod measure;
pub mod model;
mod objective;
mod places;
mod problem;
mod promises;
mod reasons;
mod rehearse;
mod retime;
mod search;
mod sketch;
mod slots;
pub mod solver;
mod standing;
mod suggest;
mod values;
mod would_take;

pub use explain::{Explained, Outcome, PlaceVerdict, TechnicianVerdict, explain, rank};
pub use judge::{Block, Measure};
pub use measure::gain;
pub use problem::Problem;
pub use search::Budget;
pub use slots::{Displaced, NoSlot, Slot, Wanted, slot_in, slots};
pub use standing::{Plan, plan, standing};
pub use suggest::{Answer, MOST_ALTERNATIVES, suggest};
pub use values::{BookedValues, Values};
pub use would_take::{Change, Take, would_take};

#[cfg(test)]
mod tests;
