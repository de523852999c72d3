//! The files that a rule may look at.

use std::{fs, path::Path, sync::OnceLock};

use anyhow::{Context, Result};

use super::rust::{self, Token};
use crate::process;

/// All text files of the checkout that are committed or about to be, sorted by path.
#[derive(Debug)]
pub(super) struct Tree(Vec<File>);

/// A text file.
#[derive(Debug)]
pub(super) struct File {
    /// From the top folder, with forward slashes.
    pub(super) path: String,
    pub(super) text: String,
    tokens: OnceLock<Vec<Token>>,
}

impl Tree {
    /// What git tracks, and what it would track: ignored files are not ours to judge.
    ///
    /// # Errors
    ///
    /// This is not a git checkout, or a file cannot be read.
    pub(super) fn read(root: &Path) -> Result<Self> {
        let names = process::output(process::program(root, "git").args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
            "--deduplicate",
        ]))
        .context("tidy asks git for the list of files")?;
        let mut files = Vec::new();
        for path in String::from_utf8_lossy(&names).split('\0').filter(|path| !path.is_empty()) {
            let file = root.join(path);
            // Listed but absent: deleted and not committed yet. A link is judged where it points to.
            if !file.is_file() || file.is_symlink() {
                continue;
            }
            let bytes = fs::read(&file).with_context(|| format!("reading `{path}`"))?;
            // Maps, pictures and fonts are not text, and no rule reads them.
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(File::new(path, text));
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self(files))
    }

    pub(super) fn files(&self) -> &[File] {
        &self.0
    }

    pub(super) fn get(&self, path: &str) -> Option<&File> {
        self.0.iter().find(|file| file.path == path)
    }

    /// The files below a folder whose name ends in `/`.
    pub(super) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a File> {
        self.0.iter().filter(move |file| file.path.starts_with(folder))
    }

    /// A tree for a test, drawn as paths and texts.
    #[cfg(test)]
    pub(super) fn drawn(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| File::new(path, (*text).to_owned())).collect())
    }
}

impl File {
    fn new(path: &str, text: String) -> Self {
        Self { path: path.to_owned(), text, tokens: OnceLock::new() }
    }

    pub(super) fn extension(&self) -> &str {
        self.path
            .rsplit('/')
            .next()
            .and_then(|name| name.rsplit_once('.'))
            .map_or("", |(_, extension)| extension)
    }

    pub(super) fn is_rust(&self) -> bool {
        self.extension() == "rs"
    }

    /// Written by a person in a programming language; neither built nor generated.
    pub(super) fn is_code(&self) -> bool {
        matches!(self.extension(), "rs" | "ts" | "js" | "mjs" | "svelte" | "css")
            && !self.path.starts_with("web/dist/")
            && self.path != "web/src/api/schema.d.ts"
    }

    /// The file's Rust words and signs, with what is only compiled for tests marked. Empty for other files.
    pub(super) fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| {
            if !self.is_rust() {
                return Vec::new();
            }
            let mut tokens = rust::read(&self.text);
            if is_only_for_tests(&self.path) {
                for token in &mut tokens {
                    token.for_tests = true;
                }
            }
            tokens
        })
    }

    /// Lines with their numbers from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line))
    }
}

/// Cargo builds these folders into no crate but only for tests and measurements; a file named `tests.rs` is the test module of its parent.
fn is_only_for_tests(path: &str) -> bool {
    ["/tests/", "/benches/", "/examples/"].iter().any(|folder| path.contains(folder))
        || path.ends_with("/tests.rs")
}

/// What a rule finds in a drawn tree, one line each.
#[cfg(test)]
pub(super) fn found(rule: fn(&Tree) -> Vec<super::Finding>, files: &[(&str, &str)]) -> Vec<String> {
    rule(&Tree::drawn(files)).iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_checkout_is_read_without_ignored_files() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let tree = Tree::read(root).unwrap();
        assert!(tree.get("xtask/src/tidy/tree.rs").is_some());
        assert!(tree.below("target/").next().is_none());
    }

    #[test]
    fn test_files_are_known_by_their_place() {
        let tree =
            Tree::drawn(&[("crates/app/tests/day.rs", "fn a() {}"), ("crates/app/src/day.rs", "fn a() {}")]);
        assert!(tree.get("crates/app/tests/day.rs").unwrap().tokens().iter().all(|token| token.for_tests));
        assert!(tree.get("crates/app/src/day.rs").unwrap().tokens().iter().all(|token| !token.for_tests));
    }

    #[test]
    fn built_and_generated_files_are_not_code() {
        let tree =
            Tree::drawn(&[("web/dist/app.js", ""), ("web/src/api/schema.d.ts", ""), ("web/src/app.ts", "")]);
        assert_eq!(tree.files().iter().filter(|file| file.is_code()).count(), 1);
    }
}
