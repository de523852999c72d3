//! What the glossary calls a type is a type in `domain`, so that the dictionary stays true.
//!
//! A word is called a type when it stands in backticks and `CamelCase` in a heading, in the first cell of a table row,
//! or in a column headed `Type`.

use std::collections::BTreeSet;

use super::{
    Finding,
    rust::Kind,
    tree::{File, Tree},
};

const GLOSSARY: &str = "docs/glossary.md";

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let Some(glossary) = tree.get(GLOSSARY) else {
        return vec![Finding::of(GLOSSARY, "there is no glossary".to_owned())];
    };
    let types: BTreeSet<&str> = tree.below("crates/domain/src/").flat_map(defined_types).collect();
    let claims = claimed_types(glossary);
    if claims.is_empty() {
        return vec![Finding::of(
            GLOSSARY,
            "calls nothing a type; write it as `Lead` in a heading or a first cell".to_owned(),
        )];
    }
    let unknown = claims.into_iter().filter(|(_, name)| !types.contains(name));
    unknown
        .map(|(line, name)| Finding::at(GLOSSARY, line, format!("`{name}` is no type in crates/domain")))
        .collect()
}

fn defined_types(file: &File) -> impl Iterator<Item = &str> {
    let pairs = file.tokens().windows(2).filter(|pair| pair.iter().all(|token| token.kind == Kind::Word));
    pairs
        .filter(|pair| !pair[0].for_tests)
        .filter(|pair| matches!(pair[0].text.as_str(), "struct" | "enum" | "trait" | "union" | "type"))
        .map(|pair| pair[1].text.as_str())
}

fn claimed_types(glossary: &File) -> Vec<(usize, &str)> {
    let mut claims = Vec::new();
    let mut type_column = None;
    for (number, line) in glossary.lines() {
        if line.starts_with('#') {
            claims.extend(types_in(line).map(|name| (number, name)));
        }
        let Some(row) = line.trim().strip_prefix('|') else {
            type_column = None;
            continue;
        };
        let cells: Vec<&str> = row.split('|').collect();
        if let Some(column) = cells.iter().position(|cell| cell.trim() == "Type") {
            type_column = Some(column);
        }
        let columns = std::iter::once(0).chain(type_column.filter(|column| *column != 0));
        for cell in columns.filter_map(|column| cells.get(column)) {
            claims.extend(types_in(cell).map(|name| (number, name)));
        }
    }
    claims
}

/// The words in backticks that look like the name of a type.
fn types_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2).filter(|word| {
        word.starts_with(|first: char| first.is_ascii_uppercase())
            && word.chars().all(|letter| letter.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    #[track_caller]
    fn check(glossary: &str, expected: &[&str]) {
        let source = "pub struct Lead; pub enum JobState {} #[cfg(test)] struct Fake;";
        let files = [("crates/domain/src/lead.rs", source), (GLOSSARY, glossary)];
        assert_eq!(found(find, &files), expected, "{glossary}");
    }

    #[test]
    fn types_that_exist_are_fine() {
        check("## Lead (`Lead`)\n| Word | Type |\n|---|---|\n| state | `JobState` |\n", &[]);
        check("| `Lead` | someone asks, see `Anything` and `store::Row` |\n", &[]);
    }

    #[test]
    fn a_type_that_does_not_exist_is_found() {
        check("# `Lead`\n## `Booking`", &["docs/glossary.md:2: `Booking` is no type in crates/domain"]);
        check("| Word | Type |\n| x | `Hold` |", &["docs/glossary.md:2: `Hold` is no type in crates/domain"]);
        check("| `Fake` | x |", &["docs/glossary.md:1: `Fake` is no type in crates/domain"]);
    }

    #[test]
    fn a_glossary_that_names_no_type_or_is_not_there_is_found() {
        assert_eq!(found(find, &[]), ["docs/glossary.md: there is no glossary"]);
        check(
            "## Lead",
            &["docs/glossary.md: calls nothing a type; write it as `Lead` in a heading or a first cell"],
        );
    }
}
