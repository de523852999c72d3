//! The real router on a real database: SQLite in a temporary folder, with a small sample company in it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bad_input;
mod description;
mod doors;
mod form_page;
mod live;
mod office;
mod process;
mod roles;
mod session;
