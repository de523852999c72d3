//! The reader of requests: what somebody wants, how surely, and from which words.
//!
//! Four questions, in this order:
//!
//! 1. [`gate`]: is somebody in danger? Plain code, before and apart from everything else.
//! 2. [`read`]: who asks, where, for what and when? Every value with the exact words it comes from.
//! 3. [`triage`]: how urgent is it, what is missing, must a person answer, and what do we ask next?
//! 4. [`fingerprint`]: have we seen this request before?
//!
//! It never guesses (an absent value was not found), never reads a clock, and never looks an address up: the caller
//! does that between [`read`] and [`triage`]. Only the customer's turns are statements; an agent's question is context.

mod access;
mod address;
mod conversation;
mod correction;
mod email;
mod fingerprint;
mod gate;
mod kind;
mod language;
mod name;
mod person_only;
pub mod phone;
mod phrase;
mod problem;
mod question;
mod read;
mod sentence;
mod spoken;
mod street;
mod token;
mod triage;
mod urgency;
mod wish;

pub use fingerprint::fingerprint;
pub use gate::{gate, unread, version as gate_version};
pub use language::is_spanish;
pub use read::read;
pub use token::is_blank;
pub use triage::triage;
pub use wish::wishes;

#[cfg(test)]
mod tests;
#[cfg(test)]
use tests::sample;
