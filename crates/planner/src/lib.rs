//! The optimiser: better places for visits, with true reasons.
//!
//! It answers questions over one immutable [`Problem`], which is a [`domain::Board`] compiled once into whole seconds,
//! distinct places and duties (a technician during one shift):
//!
//! * [`suggest`] and [`suggest_together`]: what would you change for these visits? Up to four verified sets of moves, each
//!   the smallest that does it, or an honest no with its [`Proof`];
//! * [`slots`] and [`slot_in`]: when could we come, for work that is only asked for?
//! * [`rank`] and [`explain`]: why this technician, and why not there? One verdict for every place, with numbers;
//! * [`would_take`]: what is the smallest change that would give the visit to that technician?
//! * [`what_if`]: what could we do if somebody is sick, late, or a storm comes? Three plans, ready to be carried out;
//! * [`gain`] and [`ledger`]: what does a change bring, whoever makes it?
//! * [`standing`] and [`plan`]: what would you change anywhere on the board?
//!
//! How it works. Every visit has a planned start, so whether another fits between two stops is arithmetic on the two
//! neighbours (`fit`). A `sketch` is the board with some stops taken out and others put in; the `search` draws
//! sketches: put the visit where it fits, shift neighbours inside their own windows (`retime`), or put it where another
//! visit stands that goes elsewhere, wherever that is best (`search.rs`). The `objective` weighs them in whole numbers, `reasons` says what is true of the
//! result. Before anybody sees a set of moves, [`domain::Board::apply`] has taken it, and the [`checker`] has found nothing:
//! it is written from the rules alone and shares no code with the search. Both look at the corner of the board that the
//! moves can touch (`rehearse`); what becomes of promises and which rule is in the way is worked out on compiled stops
//! first (`promises`, `judge`), and brute force holds that to what the board says.
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
mod proof;
mod reasons;
mod rehearse;
mod retime;
mod search;
mod selection;
mod sketch;
mod slots;
pub mod solver;
mod spots;
mod standing;
mod suggest;
mod values;
mod what_if;
mod would_take;

pub use explain::{Explained, Outcome, PlaceVerdict, TechnicianVerdict, explain, rank};
pub use judge::{Block, Measure};
pub use measure::{gain, ledger};
pub use problem::Problem;
pub use proof::Proof;
pub use search::Budget;
pub use selection::suggest_together;
pub use slots::{Displaced, NoSlot, Slot, Wanted, slot_in, slots};
pub use standing::{Plan, plan, standing};
pub use suggest::{Answer, MOST_ALTERNATIVES, suggest};
pub use values::{BookedValues, Values};
pub use what_if::{Disruption, Goal, ReadyPlan, what_if};
pub use would_take::{Change, Take, would_take};

#[cfg(test)]
mod tests;
