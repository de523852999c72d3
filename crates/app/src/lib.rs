//! app.
pub mod view;
