//! Arrows between crates only point down: `server → app → {thinkers, store} → domain`, `server → connect → app`.

use toml::{Table, Value};

use super::{
    Finding,
    tree::{File, Tree},
};

/// A package and the packages of this workspace that it may depend on.
struct Edges {
    package: &'static str,
    may_use: &'static [&'static str],
    /// More that its tests may use.
    tests_may_use: &'static [&'static str],
}

const fn edges(package: &'static str, may_use: &'static [&'static str]) -> Edges {
    Edges { package, may_use, tests_may_use: &[] }
}

const EDGES: &[Edges] = &[
    edges("domain", &[]),
    edges("intake", &["domain"]),
    edges("authority", &["domain"]),
    edges("planner", &["domain"]),
    edges("forecast", &["domain"]),
    edges("travel", &["domain"]),
    edges("store", &["domain"]),
    edges("app", &["domain", "intake", "authority", "planner", "forecast", "travel", "store"]),
    edges("connect", &["domain", "app"]),
    edges("dispatch-assist", &["domain", "app", "connect"]),
    edges("xtask", &[]),
    // A peer of the planner in bench/planner, a workspace of its own.
    edges("vrpcore-adapter", &[]),
];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let manifests = tree.files().iter().filter(|file| file.path.ends_with("/Cargo.toml"));
    manifests
        .flat_map(|file| match file.text.parse::<Table>() {
            Ok(manifest) => wrong_edges(file, &manifest),
            Err(error) => vec![Finding::of(&file.path, format!("is not a manifest: {}", error.message()))],
        })
        .collect()
}

fn wrong_edges(file: &File, manifest: &Table) -> Vec<Finding> {
    let package = manifest.get("package").and_then(|package| package.get("name")).and_then(Value::as_str);
    let Some(package) = package else { return Vec::new() };
    let Some(edges) = EDGES.iter().find(|edges| edges.package == package) else {
        let message = format!("the crate `{package}` has no line in xtask/src/tidy/edges.rs");
        return vec![Finding::of(&file.path, message)];
    };
    let mut found = Vec::new();
    for (section, used) in dependencies(manifest) {
        let is_ours = EDGES.iter().any(|edges| edges.package == used);
        let is_allowed = used == package
            || edges.may_use.contains(&used.as_str())
            || (section == "dev-dependencies" && edges.tests_may_use.contains(&used.as_str()));
        if is_ours && !is_allowed {
            let message = format!("`{package}` must not depend on `{used}` ({section})");
            found.push(Finding::of(&file.path, message));
        }
    }
    found
}

/// Section and package name of every dependency, those of single platforms included.
pub(super) fn dependencies(manifest: &Table) -> Vec<(&'static str, String)> {
    let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables: Vec<&Table> =
        std::iter::once(manifest).chain(platforms.filter_map(Value::as_table)).collect();
    let mut found = Vec::new();
    for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
        for entries in tables.iter().filter_map(|table| table.get(section)).filter_map(Value::as_table) {
            found.extend(entries.iter().map(|(name, entry)| {
                let renamed = entry.get("package").and_then(Value::as_str);
                (section, renamed.unwrap_or(name).to_owned())
            }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    #[track_caller]
    fn check(manifest: &str, expected: &[&str]) {
        assert_eq!(found(find, &[("crates/x/Cargo.toml", manifest)]), expected, "{manifest}");
    }

    #[test]
    fn arrows_down_are_fine() {
        check("[package]\nname = \"app\"\n[dependencies]\nstore.workspace = true\nserde = \"1\"", &[]);
    }

    #[test]
    fn an_arrow_up_or_sideways_is_found() {
        check(
            "[package]\nname = \"planner\"\n[dependencies]\ntravel.workspace = true",
            &["crates/x/Cargo.toml: `planner` must not depend on `travel` (dependencies)"],
        );
        check(
            "[package]\nname = \"dispatch-assist\"\n[dependencies]\nstore = { path = \"../store\" }",
            &["crates/x/Cargo.toml: `dispatch-assist` must not depend on `store` (dependencies)"],
        );
    }

    #[test]
    fn an_arrow_cannot_hide() {
        check(
            "[package]\nname = \"domain\"\n[dev-dependencies]\napp.workspace = true",
            &["crates/x/Cargo.toml: `domain` must not depend on `app` (dev-dependencies)"],
        );
        check(
            "[package]\nname = \"domain\"\n[target.'cfg(unix)'.dependencies]\nx = { package = \"store\" }",
            &["crates/x/Cargo.toml: `domain` must not depend on `store` (dependencies)"],
        );
    }

    #[test]
    fn a_crate_without_a_place_is_found() {
        check(
            "[package]\nname = \"billing\"",
            &["crates/x/Cargo.toml: the crate `billing` has no line in xtask/src/tidy/edges.rs"],
        );
    }

    #[test]
    fn the_list_itself_has_no_circle() {
        for (at, edges) in EDGES.iter().enumerate() {
            for used in edges.may_use {
                let below = EDGES.iter().position(|edges| edges.package == *used).unwrap();
                assert!(below < at, "{} uses {used}, which stands later in the list", edges.package);
            }
        }
    }
}
