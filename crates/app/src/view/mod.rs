//! Wire formats: what the API shows and takes. `snake_case`, RFC 3339 UTC instants, ids as strings, units in names.
//!
//! These types belong to the outside: a change of a domain type must not change them by accident, so nothing of the
//! domain is serialised here directly.

mod board;
mod company;
mod explanation;
mod lead;
mod session;
mod suggestion;
mod task;
mod timeline;

pub use board::*;
pub use company::*;
pub use explanation::*;
pub use lead::*;
pub use session::*;
pub use suggestion::*;
pub use task::*;
pub use timeline::*;
