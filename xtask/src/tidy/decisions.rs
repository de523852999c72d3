//! Decision records are named `NNNN-title.md`, and each number stands once.

use std::collections::BTreeMap;

use super::{Finding, tree::Tree};

const FOLDER: &str = "docs/decisions/";

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut numbers: BTreeMap<&str, &str> = BTreeMap::new();
    for file in tree.below(FOLDER) {
        let Some(number) = number(&file.path[FOLDER.len()..]) else {
            found.push(Finding::of(&file.path, "a decision record is named `NNNN-title.md`".to_owned()));
            continue;
        };
        if let Some(other) = numbers.insert(number, &file.path) {
            found.push(Finding::of(&file.path, format!("has the number of `{other}`")));
        }
    }
    found
}

fn number(name: &str) -> Option<&str> {
    let (number, title) = name.strip_suffix(".md")?.split_once('-')?;
    let is_number = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_title = !title.is_empty()
        && title.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    (is_number && is_title).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    #[test]
    fn numbered_records_are_fine() {
        assert!(
            found(find, &[("docs/decisions/0001-two-databases.md", ""), ("docs/decisions/0002-b.md", "")])
                .is_empty()
        );
    }

    #[test]
    fn other_names_and_numbers_used_twice_are_found() {
        assert_eq!(
            found(
                find,
                &[
                    ("docs/decisions/0001-a.md", ""),
                    ("docs/decisions/0001-b.md", ""),
                    ("docs/decisions/Two.md", "")
                ]
            ),
            [
                "docs/decisions/0001-b.md: has the number of `docs/decisions/0001-a.md`",
                "docs/decisions/Two.md: a decision record is named `NNNN-title.md`",
            ],
        );
    }
}
