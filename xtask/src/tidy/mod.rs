//! The rules of the house that no compiler knows. One rule, one file, with its own cases.
//!
//! A new rule adds a file and a line in [`RULES`]. It looks at a [`Tree`] and returns what it finds; it prints nothing.

mod decisions;
mod edges;
mod glossary;
mod machine_paths;
mod migrations;
mod names;
mod purity;
mod ratchet;
mod registries;
mod rust;
mod sql;
mod synonyms;
mod tree;
mod unfinished;
mod words;

use std::path::Path;

use anyhow::{Result, bail};
use tree::Tree;

use crate::{
    arguments::Arguments,
    preflight::{self, Piece},
};

/// One place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    /// Counted from 1. `None` when the whole file is meant, or its absence.
    line: Option<usize>,
    message: String,
}

impl Finding {
    fn at(path: &str, line: usize, message: String) -> Self {
        Self { path: path.to_owned(), line: Some(line), message }
    }

    fn of(path: &str, message: String) -> Self {
        Self { path: path.to_owned(), line: None, message }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}

/// A rule and what it says in one line.
struct Rule {
    says: &'static str,
    find: fn(&Tree) -> Vec<Finding>,
}

const RULES: &[Rule] = &[
    Rule { says: "arrows between crates only point down", find: edges::find },
    Rule { says: "pure crates know no clock, no chance, no IO, no async", find: purity::find },
    Rule { says: "names say the idea", find: names::find },
    Rule { says: "SQL lives in store", find: sql::find },
    Rule { says: "migrations come in pairs", find: migrations::find },
    Rule { says: "the glossary's types exist", find: glossary::find },
    Rule { says: "one word for one thing", find: synonyms::find },
    Rule { says: "no path of one machine", find: machine_paths::find },
    Rule { says: "no package registry named", find: registries::find },
    Rule { says: "nothing unfinished, nothing skipped", find: unfinished::find },
    Rule { says: "long files and functions do not grow", find: ratchet::find },
    Rule { says: "decision records are numbered", find: decisions::find },
];

/// `cargo xtask tidy [--bless]`
pub(crate) fn command(root: &Path, mut arguments: Arguments) -> Result<()> {
    let bless = arguments.flag("--bless");
    arguments.done()?;
    preflight::require(root, &[Piece::Git])?;
    if bless {
        ratchet::bless(root, &Tree::read(root)?)?;
    }
    check(root)
}

/// # Errors
///
/// A rule is broken (each place has been printed), or the files cannot be read.
pub(crate) fn check(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let mut findings = 0;
    for rule in RULES {
        let found = (rule.find)(&tree);
        println!("{} {}", if found.is_empty() { "ok    " } else { "BROKEN" }, rule.says);
        for finding in &found {
            println!("       {finding}");
        }
        findings += found.len();
    }
    println!("{} files, {} rules, {findings} findings", tree.files().len(), RULES.len());
    if findings > 0 {
        bail!("tidy has {findings} findings");
    }
    Ok(())
}
