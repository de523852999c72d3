//! The binary `dispatch-assist`.
fn main() {}
