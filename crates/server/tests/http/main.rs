//! The real router on a real database: SQLite in a temporary folder, with a small sample company in it.

mod bad_input;
mod description;
mod form_page;
mod live;
mod office;
mod process;
mod roles;
mod session;
