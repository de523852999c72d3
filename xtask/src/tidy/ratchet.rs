//! Long files and functions are listed with their size, and the list only gets shorter.
//!
//! `xtask/ratchet.txt` holds what is over the limit today, and must be exactly true: what grew or is new is split,
//! or blessed and defended in review; what shrank is written down, so that it cannot grow back.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use anyhow::{Context, Result};

use super::{
    Finding,
    rust::{Kind, closing},
    tree::{File, Tree},
};

const LIST: &str = "xtask/ratchet.txt";
const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 70;

const HEAD: &str = "\
# Files over 500 lines and functions over 70, with their lines today. They do not grow.
# `cargo xtask tidy --bless` writes this list.
";

/// What is long (`file <path>` or `function <path> <name>`) and how many lines it has.
type Sizes = BTreeMap<String, usize>;

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let listed = tree.get(LIST).map(|file| read(&file.text)).unwrap_or_default();
    let now = measure(tree);
    let mut found = Vec::new();
    for (what, lines) in &now {
        let message = match listed.get(what) {
            None => format!("{what} is new here with {lines} lines: split it, or bless it and say why"),
            Some(before) if before < lines => format!("{what} grew from {before} to {lines} lines: split it"),
            Some(before) if before > lines => {
                format!("{what} shrank from {before} to {lines} lines: lower its number")
            }
            Some(_) => continue,
        };
        found.push(Finding::of(LIST, message));
    }
    let gone = listed.keys().filter(|what| !now.contains_key(*what));
    found.extend(gone.map(|what| Finding::of(LIST, format!("{what} is short now: take it from the list"))));
    found
}

/// Writes down today's sizes.
///
/// # Errors
///
/// The list cannot be written.
pub(super) fn bless(root: &Path, tree: &Tree) -> Result<()> {
    fs::write(root.join(LIST), write(&measure(tree))).with_context(|| format!("writing `{LIST}`"))
}

fn read(list: &str) -> Sizes {
    let entries = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.rsplit_once(' '));
    entries.filter_map(|(what, lines)| Some((what.to_owned(), lines.parse().ok()?))).collect()
}

fn write(sizes: &Sizes) -> String {
    let mut list = HEAD.to_owned();
    for (what, lines) in sizes {
        writeln!(list, "{what} {lines}").expect("writing into a string does not fail");
    }
    list
}

fn measure(tree: &Tree) -> Sizes {
    let mut sizes = Sizes::new();
    for file in tree.files().iter().filter(|file| file.is_code()) {
        let lines = file.text.lines().count();
        if lines > FILE_LINES {
            sizes.insert(format!("file {}", file.path), lines);
        }
        for (name, lines) in functions(file).into_iter().filter(|(_, lines)| *lines > FUNCTION_LINES) {
            // Several long functions of one name: the second is `name 2`.
            let mut what = format!("function {} {name}", file.path);
            let mut count = 1;
            while sizes.contains_key(&what) {
                count += 1;
                what = format!("function {} {name} {count}", file.path);
            }
            sizes.insert(what, lines);
        }
    }
    sizes
}

/// Every function with a body, and its lines from `fn` to the closing brace.
fn functions(file: &File) -> Vec<(&str, usize)> {
    let tokens = file.tokens();
    let mut found = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let is_function = pair[0].text == "fn" && pair.iter().all(|token| token.kind == Kind::Word);
        if let Some(open) = is_function.then(|| body(file, at)).flatten() {
            let end = &tokens[closing(tokens, open)];
            found.push((pair[1].text.as_str(), end.line - pair[0].line + 1));
        }
    }
    found
}

/// The brace that opens the body, or `None` for a function that is only declared.
fn body(file: &File, function: usize) -> Option<usize> {
    let tokens = file.tokens();
    let mut at = function;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "(" | "[" if tokens[at].kind == Kind::Sign => at = closing(tokens, at) + 1,
            "{" if tokens[at].kind == Kind::Sign => return Some(at),
            ";" if tokens[at].kind == Kind::Sign => return None,
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    fn function_of(lines: usize) -> String {
        format!("trait T {{ fn a(x: [u8; 2]); }}\nfn long() {{\n{}}}\n", "    f(\"}\");\n".repeat(lines - 2))
    }

    #[track_caller]
    fn check(source: &str, list: &str, expected: &[&str]) {
        assert_eq!(found(find, &[("crates/app/src/a.rs", source), (LIST, list)]), expected);
    }

    #[test]
    fn short_ones_are_fine() {
        check(&function_of(70), HEAD, &[]);
        check(&"//\n".repeat(500), HEAD, &[]);
    }

    #[test]
    fn a_new_long_one_is_found() {
        check(
            &function_of(71),
            HEAD,
            &[
                "xtask/ratchet.txt: function crates/app/src/a.rs long is new here with 71 lines: split it, or bless it and say why",
            ],
        );
        check(
            &"//\n".repeat(501),
            HEAD,
            &[
                "xtask/ratchet.txt: file crates/app/src/a.rs is new here with 501 lines: split it, or bless it and say why",
            ],
        );
    }

    #[test]
    fn a_listed_one_neither_grows_nor_shrinks_unnoticed() {
        let listed = |lines: usize| format!("{HEAD}function crates/app/src/a.rs long {lines}\n");
        check(&function_of(80), &listed(80), &[]);
        check(
            &function_of(81),
            &listed(80),
            &["xtask/ratchet.txt: function crates/app/src/a.rs long grew from 80 to 81 lines: split it"],
        );
        check(
            &function_of(79),
            &listed(80),
            &[
                "xtask/ratchet.txt: function crates/app/src/a.rs long shrank from 80 to 79 lines: lower its number",
            ],
        );
        check(
            &function_of(70),
            &listed(80),
            &["xtask/ratchet.txt: function crates/app/src/a.rs long is short now: take it from the list"],
        );
    }

    #[test]
    fn the_list_is_read_as_it_is_written() {
        let twins = format!("{}{}", function_of(75), function_of(76));
        let sizes = measure(&Tree::drawn(&[("crates/app/src/a.rs", &twins)]));
        assert_eq!(sizes.len(), 2);
        assert_eq!(read(&write(&sizes)), sizes);
    }
}
