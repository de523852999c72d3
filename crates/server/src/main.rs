//! Dispatch Assist.
fn main() {}
