//! Each migration exists for both databases under the same name, or says why not.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Finding,
    tree::{File, Tree},
};

const FOLDER: &str = "crates/store/migrations/";
const ENGINES: [&str; 2] = ["sqlite", "postgres"];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for file in tree.below(FOLDER) {
        match engine_and_name(file) {
            Some((_, name)) if is_numbered(name) => {
                names.insert(name);
            }
            _ => {
                let message = "a migration is named `sqlite/NNNN_name.sql` or `postgres/NNNN_name.sql`";
                found.push(Finding::of(&file.path, message.to_owned()));
            }
        }
    }
    if names.is_empty() {
        found.push(Finding::of(FOLDER, "there is no migration".to_owned()));
    }
    for name in &names {
        found.extend(without_twin(tree, name));
    }
    found.extend(twice_numbered(&names));
    found
}

fn engine_and_name(file: &File) -> Option<(&str, &str)> {
    let (engine, name) = file.path.strip_prefix(FOLDER)?.split_once('/')?;
    ENGINES.contains(&engine).then_some((engine, name))
}

fn is_numbered(name: &str) -> bool {
    let Some(stem) = name.strip_suffix(".sql") else { return false };
    stem.split_once('_').is_some_and(|(number, title)| {
        number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit()) && !title.is_empty()
    })
}

/// A migration for one engine alone says so in a line `-- sqlite only: <why>`.
fn without_twin(tree: &Tree, name: &str) -> Option<Finding> {
    let [sqlite, postgres] = ENGINES.map(|engine| tree.get(&format!("{FOLDER}{engine}/{name}")));
    let (alone, engine) = match (sqlite, postgres) {
        (Some(alone), None) => (alone, ENGINES[0]),
        (None, Some(alone)) => (alone, ENGINES[1]),
        _ => return None,
    };
    let reason = format!("-- {engine} only: ");
    let says_why =
        alone.text.lines().any(|line| line.strip_prefix(&reason).is_some_and(|why| !why.trim().is_empty()));
    let message = format!("has no twin and no line `{reason}<why>`");
    (!says_why).then(|| Finding::of(&alone.path, message))
}

fn twice_numbered(names: &BTreeSet<&str>) -> Vec<Finding> {
    let mut by_number: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in names {
        by_number.entry(&name[..4]).or_default().push(name);
    }
    let twice = by_number.into_iter().filter(|(_, names)| names.len() > 1);
    twice
        .map(|(number, names)| {
            Finding::of(FOLDER, format!("number {number} stands for {}", names.join(" and ")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let paths: Vec<String> = files.iter().map(|(path, _)| format!("{FOLDER}{path}")).collect();
        let files: Vec<(&str, &str)> =
            paths.iter().zip(files).map(|(path, (_, text))| (path.as_str(), *text)).collect();
        assert_eq!(found(find, &files), expected);
    }

    #[test]
    fn pairs_are_fine() {
        check(&[("postgres/0001_first.sql", ""), ("sqlite/0001_first.sql", "")], &[]);
    }

    #[test]
    fn a_single_one_says_why() {
        check(&[("postgres/0001_gist.sql", "-- postgres only: SQLite has triggers\n")], &[]);
        check(
            &[("sqlite/0001_first.sql", "-- sqlite only: \n")],
            &[
                "crates/store/migrations/sqlite/0001_first.sql: has no twin and no line `-- sqlite only: <why>`",
            ],
        );
    }

    #[test]
    fn numbers_are_four_digits_and_stand_once() {
        check(
            &[
                ("postgres/0001_a.sql", ""),
                ("postgres/0001_b.sql", ""),
                ("sqlite/0001_a.sql", ""),
                ("sqlite/0001_b.sql", ""),
                ("sqlite/2_c.sql", ""),
            ],
            &[
                "crates/store/migrations/sqlite/2_c.sql: a migration is named `sqlite/NNNN_name.sql` or `postgres/NNNN_name.sql`",
                "crates/store/migrations/: number 0001 stands for 0001_a.sql and 0001_b.sql",
            ],
        );
    }

    #[test]
    fn a_store_without_migrations_is_found() {
        check(&[], &["crates/store/migrations/: there is no migration"]);
    }
}
