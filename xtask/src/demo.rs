//! The demo, as a user starts it.

use std::path::Path;

use anyhow::Result;

use crate::{arguments::Arguments, process};

/// `cargo xtask demo [ARGUMENTS...]`
pub(crate) fn command(root: &Path, arguments: Arguments) -> Result<()> {
    process::run(process::cargo(root).args(["run", "--release", "--", "demo"]).args(arguments.rest()))
}
