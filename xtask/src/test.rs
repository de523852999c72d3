//! The Rust tests, and the simulated days among them.

use std::{path::Path, process::Command};

use anyhow::{Result, bail};

use crate::{
    arguments::Arguments,
    postgres::{Postgres, REQUIRED_VARIABLE, URL_VARIABLE},
    process,
    report::TestReport,
};

/// How many days `cargo xtask day` plays unless told otherwise.
const DAYS: u64 = 50;

/// Every Rust test of the workspace, those of `store` and `app` on SQLite and on a PostgreSQL of our own.
///
/// # Errors
///
/// A test fails, PostgreSQL does not come up, or nothing was tested.
pub(crate) fn whole_workspace(root: &Path, report: &mut TestReport) -> Result<()> {
    let server = Postgres::start()?;
    println!("a throw-away PostgreSQL listens at {}", server.url());
    let before = report.counts.passed;
    let mut hear_in = |command: &mut Command| {
        command.env(URL_VARIABLE, server.url()).env(REQUIRED_VARIABLE, "1");
        process::run_and_hear(command, &mut |line| report.hear(line))
    };
    if has_nextest(root) {
        hear_in(process::cargo(root).args(["nextest", "run", "--workspace", "--no-fail-fast"]))?;
        // nextest leaves the examples in the documentation out.
        hear_in(process::cargo(root).args(["test", "--workspace", "--doc"]))?;
    } else {
        println!("cargo-nextest is not installed; `cargo test` runs the same tests more slowly");
        hear_in(process::cargo(root).args(["test", "--workspace", "--no-fail-fast"]))?;
    }
    if report.counts.passed == before {
        bail!("no test ran");
    }
    Ok(())
}

/// `cargo xtask day [--kill] [--seeds N] [--from S]`
///
/// With `--kill` the program works in a process of its own that is killed many times a seed, on each engine that there
/// is; `cargo xtask postgres cargo xtask day --kill` plays it on both.
pub(crate) fn day_command(root: &Path, mut arguments: Arguments) -> Result<()> {
    let kill = arguments.flag("--kill");
    let seeds = arguments.option::<u64>("--seeds")?.unwrap_or(DAYS);
    let from = arguments.option::<u64>("--from")?.unwrap_or(0);
    arguments.done()?;
    let (tests, prefix) = if kill { ("killed::", "KILL") } else { ("on_random_days", "DAY") };
    let mut command = process::cargo(root);
    if has_nextest(root) {
        command.args(["nextest", "run", "-p", "app", "--test", "day", "--no-capture", tests]);
    } else {
        command.args(["test", "-p", "app", "--test", "day", "--", "--nocapture", tests]);
    }
    command.env(format!("{prefix}_SEEDS"), seeds.to_string());
    process::run(command.env(format!("{prefix}_FROM"), from.to_string()))
}

fn has_nextest(root: &Path) -> bool {
    process::version(root, "cargo-nextest", &["nextest", "--version"]).is_some()
}
