//! The board: showing it, moving visits by hand, suggestions, undo.
//!
//! Every change goes through [`domain::Board::apply`] on a board that was read just before, and is committed only if
//! none of the records it writes was written since.

mod accept;
mod alerts;
mod explanation;
mod load;
mod moves;
mod proposal;
mod reschedule;
mod search;
mod show;
mod suggest;
mod undo;
mod visit;

pub(crate) use load::Forecasts;
pub(crate) use moves::{Change, beside, words_of};
pub(crate) use show::minutes;
