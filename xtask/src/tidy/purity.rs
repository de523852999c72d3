//! The thinking crates know no clock, no chance without a seed, no IO and no async. Their tests may measure and read.

use toml::Table;

use super::{
    Finding, edges,
    rust::{Token, closing, stands_at},
    tree::{File, Tree},
};

const PURE: &[&str] = &["domain", "intake", "authority", "planner", "forecast", "travel"];

/// What code may not say, as words and signs, and why.
const FORBIDDEN: &[(&[&str], &str)] = &[
    (&["SystemTime"], "the time comes in as an argument"),
    (&["Instant", ":", ":", "now"], "the time comes in as an argument"),
    (&["Timestamp", ":", ":", "now"], "the time comes in as an argument"),
    (&["Zoned", ":", ":", "now"], "the time comes in as an argument"),
    (&["TimeZone", ":", ":", "system"], "the company's time zone comes in as an argument"),
    (&["thread_rng"], "chance comes from a seed"),
    (&["rand", ":", ":", "rng"], "chance comes from a seed"),
    (&["OsRng"], "chance comes from a seed"),
    (&["from_entropy"], "chance comes from a seed"),
    (&["from_os_rng"], "chance comes from a seed"),
    (&["RandomState", ":", ":", "new"], "chance comes from a seed"),
    (&["tokio"], "no async here"),
    (&["async"], "no async here"),
    (&["std", ":", ":", "fs"], "no IO here; bytes come in as an argument"),
    (&["std", ":", ":", "net"], "no IO here"),
    (&["std", ":", ":", "env"], "no IO here; settings come in as an argument"),
    (&["std", ":", ":", "process"], "no IO here"),
];

/// Parts of `std` that a `use std::{...}` list may not name.
const FORBIDDEN_IN_STD: &[&str] = &["fs", "net", "env", "process"];

const FORBIDDEN_DEPENDENCIES: &[&str] =
    &["tokio", "sqlx", "reqwest", "axum", "hyper", "futures-util", "memmap2", "getrandom"];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for pure in PURE {
        let folder = format!("crates/{pure}/");
        for file in tree.below(&folder) {
            found.extend(if file.path.ends_with("Cargo.toml") { in_manifest(file) } else { in_code(file) });
        }
    }
    found
}

fn in_manifest(file: &File) -> Vec<Finding> {
    let manifest = file.text.parse::<Table>().unwrap_or_default();
    edges::dependencies(&manifest)
        .into_iter()
        .filter(|(section, name)| {
            *section == "dependencies" && FORBIDDEN_DEPENDENCIES.contains(&name.as_str())
        })
        .map(|(_, name)| Finding::of(&file.path, format!("a pure crate must not depend on `{name}`")))
        .collect()
}

fn in_code(file: &File) -> Vec<Finding> {
    let tokens = file.tokens();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| !token.for_tests) {
        for (pattern, why) in FORBIDDEN {
            if stands_at(tokens, at, pattern) {
                found.push(Finding::at(&file.path, token.line, format!("`{}`: {why}", pattern.concat())));
            }
        }
        if stands_at(tokens, at, &["std", ":", ":", "{"]) {
            found.extend(in_list(tokens, at + 3).map(|token| {
                Finding::at(&file.path, token.line, format!("`std::{}`: no IO here", token.text))
            }));
        }
    }
    found
}

/// The forbidden names directly inside the braces that open at `open`.
fn in_list(tokens: &[Token], open: usize) -> impl Iterator<Item = &Token> {
    (open + 1..closing(tokens, open)).filter_map(move |at| {
        let begins_an_entry = matches!(tokens[at - 1].text.as_str(), "{" | ",");
        let is_outer = tokens[open + 1..at].iter().fold(0_i32, |depth, token| match token.text.as_str() {
            "{" => depth + 1,
            "}" => depth - 1,
            _ => depth,
        }) == 0;
        let token = &tokens[at];
        (begins_an_entry && is_outer && FORBIDDEN_IN_STD.contains(&token.text.as_str())).then_some(token)
    })
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    #[track_caller]
    fn check(source: &str, expected: usize) {
        let found = found(find, &[("crates/planner/src/lib.rs", source)]);
        assert_eq!(found.len(), expected, "{source}: {found:?}");
    }

    #[test]
    fn the_clock_is_found() {
        check("let now = Timestamp::now();", 1);
        check("let t = std::time::Instant::now();", 1);
        check("use std::time::SystemTime;", 1);
    }

    #[test]
    fn chance_io_and_async_are_found() {
        check("let x = rand::rng();", 1);
        check("std::fs::read(path)", 1);
        check("use std::{collections::BTreeMap, fs, net::TcpStream};", 2);
        check("async fn ask() {}", 1);
    }

    #[test]
    fn words_alike_comments_and_tests_are_fine() {
        check("use std::{collections::{BTreeMap, process}, fmt}; // Timestamp::now()", 0);
        check("fn is_expired(&self, now: Timestamp) -> bool { self.until <= now }", 0);
        check("#[cfg(test)] mod tests { fn f() { std::fs::read(\"x\"); } }", 0);
        check("let x = \"tokio\";", 0);
    }

    #[test]
    fn other_crates_may_know_the_time() {
        assert!(found(find, &[("crates/server/src/clock.rs", "Timestamp::now()")]).is_empty());
    }

    #[test]
    fn a_dependency_that_does_io_is_found() {
        let manifest = "[dependencies]\ntokio = \"1\"\n[dev-dependencies]\nsqlx = \"1\"";
        assert_eq!(
            found(find, &[("crates/travel/Cargo.toml", manifest)]),
            ["crates/travel/Cargo.toml: a pure crate must not depend on `tokio`"],
        );
    }
}
