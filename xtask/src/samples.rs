//! The sample company is generated from a seed, and its bytes never change by themselves.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{
    arguments::Arguments,
    compare::{self, Others, Outcome},
    process,
    scratch::Scratch,
};

/// `cargo xtask samples [--check | --bless]`; comparing is also what it does without a flag.
pub(crate) fn command(root: &Path, mut arguments: Arguments) -> Result<()> {
    let check = arguments.flag("--check");
    let bless = arguments.flag("--bless");
    arguments.done()?;
    if check && bless {
        bail!("`--check` and `--bless` exclude each other");
    }
    let made = Scratch::new("samples")?;
    process::run(
        process::cargo(root)
            .args(["run", "--release", "-p", "dispatch-assist", "--", "samples", "--out"])
            .arg(made.path()),
    )?;
    // The map and the requests written by hand live beside what the seed makes.
    compare::folders(
        made.path(),
        &root.join("samples"),
        Others::Welcome,
        Outcome::from_flag(bless),
        "cargo xtask samples --bless",
    )
}
