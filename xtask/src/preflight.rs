//! Names every missing piece at once, each with its install line.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use crate::{postgres, process};

/// Something that this machine must have and that cargo cannot build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    Git,
    Rustfmt,
    Clippy,
    Postgres,
    Node,
    Chromium,
}

/// A piece that is not here, or is too old.
#[derive(Debug)]
struct Missing {
    what: String,
    install: &'static str,
}

/// The oldest Node.js that Vite 8 runs on.
const NODE: (u32, u32) = (20, 19);

/// # Errors
///
/// At least one of `pieces` is missing; all of them have been printed.
pub(crate) fn require(root: &Path, pieces: &[Piece]) -> Result<()> {
    let missing: Vec<_> = pieces.iter().flat_map(|piece| missing(root, *piece)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for Missing { what, install } in &missing {
        println!("missing: {what}\n         {install}");
    }
    let pieces =
        if missing.len() == 1 { "one piece is".to_owned() } else { format!("{} pieces are", missing.len()) };
    bail!("{pieces} missing on this machine; see above for the install lines")
}

/// The browser for the browser tests: `$CHROMIUM`, or the first one in `PATH`.
pub(crate) fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|file| file.is_file());
    }
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
        .into_iter()
        .find_map(process::find)
}

fn missing(root: &Path, piece: Piece) -> Vec<Missing> {
    let has = |name: &str, arguments: &[&str]| process::version(root, name, arguments).is_some();
    match piece {
        Piece::Git => unless(has("git", &["--version"]), "git", "apt-get install git"),
        Piece::Rustfmt => {
            unless(has("cargo", &["fmt", "--version"]), "rustfmt", "rustup component add rustfmt")
        }
        Piece::Clippy => {
            unless(has("cargo", &["clippy", "--version"]), "clippy", "rustup component add clippy")
        }
        Piece::Postgres => match postgres::Binaries::find() {
            Ok(_) => Vec::new(),
            Err(gap) => unless(false, &gap.to_string(), "apt-get install postgresql"),
        },
        Piece::Node => {
            let mut gaps = match process::version(root, "node", &["--version"]) {
                None => unless(false, "Node.js 20.19 or newer", "apt-get install nodejs npm"),
                Some(version) => unless(
                    is_new_enough(&version),
                    &format!("Node.js 20.19 or newer (found `{version}`)"),
                    "see https://nodejs.org/en/download, or apt-get install nodejs from Debian 13 or newer",
                ),
            };
            gaps.extend(unless(has("npm", &["--version"]), "npm", "apt-get install npm"));
            gaps
        }
        Piece::Chromium => unless(
            chromium().is_some(),
            "Chromium, in PATH or named by $CHROMIUM",
            "apt-get install chromium",
        ),
    }
}

fn unless(here: bool, what: &str, install: &'static str) -> Vec<Missing> {
    if here { Vec::new() } else { vec![Missing { what: what.to_owned(), install }] }
}

/// Reads `v20.19.2`.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    let found: (u32, u32) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    found >= NODE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_versions_of_node_are_refused() {
        for (version, expected) in
            [("v20.19.2", true), ("v22.1.0", true), ("v20.18.9", false), ("v18.20.4", false), ("", false)]
        {
            assert_eq!(is_new_enough(version), expected, "{version}");
        }
    }

    #[test]
    fn what_is_here_is_not_missing() {
        assert!(missing(Path::new("."), Piece::Git).is_empty());
        assert_eq!(unless(false, "npm", "apt-get install npm").len(), 1);
    }
}
