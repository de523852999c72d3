//! The project's own commands. `cargo xtask` alone lists them.
//!
//! Start at [`COMMANDS`]. `check.rs` is what CI runs; each of its stages is a file of its own that can also be
//! called alone. The rules of the house that no compiler knows stand in `tidy/`, one file each.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool for developers answers on the terminal"
)]

mod arguments;
mod bench;
mod check;
mod compare;
mod demo;
mod dependencies;
mod postgres;
mod preflight;
mod process;
mod report;
mod samples;
mod schema;
mod scratch;
mod test;
mod tidy;
mod web;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use arguments::Arguments;

/// One line of `cargo xtask`.
struct Command {
    name: &'static str,
    usage: &'static str,
    does: &'static str,
    run: fn(&Path, Arguments) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "check",
        usage: "[STAGE...] [--keep-going]",
        does: "what CI runs: format, tidy, clippy, tests, web, schema, browser tests, licences",
        run: check::command,
    },
    Command {
        name: "tidy",
        usage: "[--bless]",
        does: "the rules of the house; --bless records today's sizes in xtask/ratchet.txt",
        run: tidy::command,
    },
    Command {
        name: "web",
        usage: "[--bless]",
        does: "rebuild the web app and compare it with web/dist; --bless keeps the result",
        run: web::command,
    },
    Command {
        name: "schema",
        usage: "[--bless]",
        does: "rebuild docs/openapi.json and the client types and compare; --bless keeps them",
        run: schema::command,
    },
    Command {
        name: "samples",
        usage: "[--check | --bless]",
        does: "regenerate the sample company and compare it with samples/; --bless keeps it",
        run: samples::command,
    },
    Command {
        name: "bench",
        usage: "[NAME]",
        does: "run one of the project's benchmarks; without a name, list them",
        run: bench::command,
    },
    Command {
        name: "day",
        usage: "[--kill] [--seeds N] [--from S]",
        does: "play random days from seeds S, S+1, ... and look for what must never happen; --kill kills the process",
        run: test::day_command,
    },
    Command {
        name: "demo",
        usage: "[ARGUMENTS...]",
        does: "cargo run --release -- demo, with the arguments passed on",
        run: demo::command,
    },
    Command {
        name: "postgres",
        usage: "COMMAND...",
        does: "run COMMAND beside a throw-away PostgreSQL at $DISPATCH_TEST_POSTGRES",
        run: postgres::command,
    },
];

fn main() -> ExitCode {
    let mut words = env::args().skip(1);
    let Some(name) = words.next() else {
        list();
        return ExitCode::SUCCESS;
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        list();
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprintln!("error: there is no command `{name}`; `cargo xtask` lists them");
        return ExitCode::from(2);
    };
    let done = repository().and_then(|root| (command.run)(&root, Arguments::new(words.collect())));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn list() {
    println!("usage: cargo xtask COMMAND\n");
    for command in COMMANDS {
        println!("  {} {}\n      {}", command.name, command.usage, command.does);
    }
}

/// The top folder of the checkout we stand in.
fn repository() -> Result<PathBuf> {
    let here = env::current_dir().context("reading the current folder")?;
    here.ancestors()
        .find(|folder| folder.join("xtask/Cargo.toml").is_file())
        .map(Path::to_path_buf)
        .with_context(|| format!("`{}` is not inside a checkout of this project", here.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_of_its_own() {
        let mut names: Vec<_> = COMMANDS.iter().map(|command| command.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COMMANDS.len());
    }

    #[test]
    fn the_repository_is_found_from_a_folder_inside_it() {
        let root = repository().unwrap();
        assert!(root.join("Cargo.toml").is_file());
    }
}
