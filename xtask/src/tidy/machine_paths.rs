//! A path that exists on one machine only does not belong in a file that is read on all of them.

use super::{Finding, tree::Tree};

/// Top folders that differ from machine to machine. Written without their slashes, or this file would break its own rule.
const FOLDERS: &[&str] = &["work", "root", "home", "Users"];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files() {
        for (number, line) in file.lines() {
            let folder = FOLDERS.iter().find(|folder| names_a_path(line, folder));
            found.extend(folder.map(|folder| {
                Finding::at(&file.path, number, format!("names a path below `{folder}` of one machine"))
            }));
        }
    }
    found
}

/// Whether `/<folder>/` stands in `line` as the start of a path, not inside an address or a relative path.
fn names_a_path(line: &str, folder: &str) -> bool {
    let path = format!("/{folder}/");
    line.match_indices(&path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "_-.~})*".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: bool) {
        // `%` draws the slash, for the reason given above.
        let line = line.replace('%', "/");
        assert_eq!(!find(&Tree::drawn(&[("docs/a.md", &line)])).is_empty(), expected, "{line}");
    }

    #[test]
    fn a_path_of_one_machine_is_found() {
        check("see %work%shared%x", true);
        check("\"%home%ana%x\"", true);
        check("file://%root%x", true);
    }

    #[test]
    fn addresses_and_relative_paths_are_fine() {
        check("https://example.com%home%x", false);
        check("..%work%x", false);
        check("$HOME%work%x", false);
        check("%var%lib%work%x", false);
        check("homework%x", false);
    }
}
