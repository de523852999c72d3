//! A name says the idea. A drawer for odds and ends has no idea to say.

use super::{
    Finding,
    rust::Kind,
    tree::{File, Tree},
    words,
};

/// A file, module or type whose last word is one of these is a drawer.
const DRAWERS: &[&str] =
    &["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "service", "services"];

/// Names that end so and are right, each with its reason in a comment: a word of the glossary is one.
const EXCEPTIONS: &[&str] = &[];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files().iter().filter(|file| file.is_code()) {
        let path = file.path.strip_suffix(file.extension()).unwrap_or(&file.path);
        for part in path.split('/').filter(|part| is_drawer(part)) {
            found.push(Finding::of(&file.path, format!("`{}` says no idea", part.trim_end_matches('.'))));
        }
        for (line, name) in defined_names(file).into_iter().filter(|(_, name)| is_drawer(name)) {
            found.push(Finding::at(&file.path, line, format!("`{name}` says no idea")));
        }
    }
    found
}

fn is_drawer(name: &str) -> bool {
    let last = words::of(name).pop().unwrap_or_default();
    DRAWERS.contains(&last.as_str()) && !EXCEPTIONS.contains(&name)
}

fn defined_names(file: &File) -> Vec<(usize, String)> {
    if file.is_rust() {
        let pairs = file.tokens().windows(2);
        return pairs
            .filter(|pair| pair.iter().all(|token| token.kind == Kind::Word))
            .filter(|pair| {
                matches!(pair[0].text.as_str(), "struct" | "enum" | "trait" | "union" | "type" | "mod")
            })
            .map(|pair| (pair[1].line, pair[1].text.clone()))
            .collect();
    }
    let mut names = Vec::new();
    for (line, text) in file.lines() {
        let words: Vec<&str> = text.split_whitespace().collect();
        for pair in words.windows(2).filter(|pair| matches!(pair[0], "class" | "interface" | "type" | "enum"))
        {
            let end = pair[1].find(|letter: char| !letter.is_alphanumeric()).unwrap_or(pair[1].len());
            let name = &pair[1][..end];
            // In prose and in CSS these words are followed by small letters.
            if name.starts_with(|first: char| first.is_uppercase()) {
                names.push((line, name.to_owned()));
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    #[track_caller]
    fn check(path: &str, text: &str, expected: usize) {
        let found = found(find, &[(path, text)]);
        assert_eq!(found.len(), expected, "{path}: {found:?}");
    }

    #[test]
    fn drawers_are_found_wherever_they_are_named() {
        check("crates/app/src/utils.rs", "", 1);
        check("crates/app/src/common/leads.rs", "", 1);
        check("web/src/board/date-utils.ts", "", 1);
        check("crates/app/src/leads.rs", "struct BookingManager;", 1);
        check("crates/app/src/leads.rs", "mod test_helpers { trait LeadService {} }", 2);
        check("web/src/board/row.ts", "export interface RowHelper {}", 1);
    }

    #[test]
    fn words_inside_a_name_and_values_are_fine() {
        check("crates/domain/src/service_area.rs", "struct ServiceArea; enum Role { Manager }", 0);
        check("web/src/ui/row.ts", "// this type manager is prose", 0);
        check("docs/common.md", "", 0);
    }
}
