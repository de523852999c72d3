//! What we depend on, held against `deny.toml`: licences, banned crates, sources.
//!
//! `cargo deny` reads licence texts as well and names doubled versions; it is a big program to build, so that a machine
//! without it still has this.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail};
use toml::Value;

use crate::process;

/// What `deny.toml` allows and forbids.
struct Rules {
    licences: BTreeSet<String>,
    banned: BTreeSet<String>,
}

/// A crate that is built or used by a build, on any system.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Dependency {
    name: String,
    version: String,
    licence: String,
}

/// # Errors
///
/// A dependency is not allowed (each has been printed), or cargo does not tell what there is.
pub(crate) fn check(root: &Path) -> Result<()> {
    let read = |name: &str| fs::read_to_string(root.join(name)).with_context(|| format!("reading `{name}`"));
    let rules = rules(&read("deny.toml")?)?;
    let tree = process::output(process::cargo(root).args([
        "tree",
        "--workspace",
        "--locked",
        "--target=all",
        "--edges=normal,build,dev",
        "--prefix=none",
        "--format={p}\t{l}",
    ]))?;
    let dependencies = dependencies(&String::from_utf8_lossy(&tree));
    if dependencies.is_empty() {
        bail!("cargo names no dependency at all");
    }
    let mut findings: Vec<String> = dependencies.iter().filter_map(|one| finding(&rules, one)).collect();
    findings.extend(foreign(&read("Cargo.lock")?)?);
    for finding in &findings {
        println!("{finding}");
    }
    println!("{} dependencies, {} findings", dependencies.len(), findings.len());
    if findings.is_empty() { Ok(()) } else { bail!("{} dependencies are not allowed", findings.len()) }
}

fn rules(deny: &str) -> Result<Rules> {
    let deny: toml::Table = deny.parse().context("`deny.toml` is no TOML")?;
    let list = |table: &str, key: &str| {
        deny.get(table)
            .and_then(|table| table.get(key)?.as_array())
            .with_context(|| format!("`deny.toml` has no list `{key}` in `[{table}]`"))
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Ok(Rules {
        licences: list("licenses", "allow")?.iter().filter_map(text).collect(),
        banned: list("bans", "deny")?.iter().filter_map(|ban| text(ban.get("crate")?)).collect(),
    })
}

/// The lines of `cargo tree`: name, version and perhaps more, then a tab and the licence. What was shown before has a star.
fn dependencies(tree: &str) -> BTreeSet<Dependency> {
    let dependency = |line: &str| {
        let (package, licence) = line.split_once('\t')?;
        let mut words = package.split_whitespace();
        let (name, version) = (words.next()?.to_owned(), words.next()?.to_owned());
        Some(Dependency { name, version, licence: licence.trim_end_matches(" (*)").trim().to_owned() })
    };
    tree.lines().filter_map(dependency).collect()
}

/// What is wrong with a dependency, in a sentence.
fn finding(rules: &Rules, dependency: &Dependency) -> Option<String> {
    let Dependency { name, version, licence } = dependency;
    if rules.banned.contains(name) {
        return Some(format!("{name} {version} is banned by deny.toml"));
    }
    let allowed = |licence: &str| rules.licences.contains(licence);
    match licence.as_str() {
        "" => Some(format!("{name} {version} names no licence")),
        _ if any_of(licence, &allowed) => None,
        _ => Some(format!("{name} {version} is under `{licence}`, which deny.toml does not allow")),
    }
}

/// Whether a licence expression leaves a choice that is allowed: `OR` and the older `/` choose, `AND` binds closer,
/// parentheses group, `WITH` belongs to its licence. Source: the SPDX specification 2.3, annex D.
fn any_of(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let expression = expression.replace('/', " OR ");
    parts(&expression, " OR ").iter().any(|choice| {
        parts(choice, " AND ").iter().all(|part| match part.strip_prefix('(') {
            Some(group) => any_of(group.strip_suffix(')').unwrap_or(group), allowed),
            None => allowed(part),
        })
    })
}

/// An expression cut at a word that stands outside all parentheses.
fn parts<'a>(expression: &'a str, at: &str) -> Vec<&'a str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0, 0);
    for (index, byte) in expression.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ if depth == 0 && index >= from && expression.as_bytes()[index..].starts_with(at.as_bytes()) => {
                parts.push(expression[from..index].trim());
                from = index + at.len();
            }
            _ => {}
        }
    }
    parts.push(expression[from..].trim());
    parts
}

/// Packages of `Cargo.lock` that come from anywhere but the one registry.
fn foreign(lock: &str) -> Result<Vec<String>> {
    let lock: toml::Table = lock.parse().context("`Cargo.lock` is no TOML")?;
    let packages = lock.get("package").and_then(Value::as_array).context("`Cargo.lock` has no packages")?;
    let sources: Vec<(&str, &str)> = packages
        .iter()
        .filter_map(|package| Some((package.get("name")?.as_str()?, package.get("source")?.as_str()?)))
        .collect();
    let registry = sources.iter().map(|(_, source)| *source).find(|source| source.starts_with("registry+"));
    let foreign = sources.iter().filter(|(_, source)| Some(*source) != registry);
    Ok(foreign.map(|(name, source)| format!("{name} comes from `{source}`")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DENY: &str = r#"
        [bans]
        deny = [{ crate = "openssl", reason = "rustls" }]
        [licenses]
        allow = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0", "BSL-1.0"]
    "#;

    fn check(line: &str, expected: Option<&str>) {
        let dependencies = dependencies(line);
        let found = finding(&rules(DENY).unwrap(), dependencies.first().expect("a line is a dependency"));
        match (expected, found) {
            (None, found) => assert_eq!(found, None, "{line}"),
            (Some(part), found) => {
                assert!(found.clone().unwrap_or_default().contains(part), "{line}: {found:?}");
            }
        }
    }

    #[test]
    fn a_licence_is_allowed_when_a_choice_of_it_is() {
        check("a v1.0.0\tMIT", None);
        check("a v1.0.0\tMIT (*)", None);
        check("a v1.0.0 (proc-macro)\tMIT OR GPL-3.0-only", None);
        check("a v1.0.0\tGPL-3.0-only/MIT", None);
        check("a v1.0.0\tApache-2.0 WITH LLVM-exception", None);
        check("a v1.0.0\t(MIT OR Apache-2.0) AND Unicode-3.0", None);
        check("a v1.0.0\tGPL-3.0-only AND MIT OR BSL-1.0", None);
    }

    #[test]
    fn what_is_not_allowed_is_named() {
        check("a v1.0.0\tGPL-3.0-only", Some("a v1.0.0 is under `GPL-3.0-only`"));
        check("a v1.0.0\tMIT AND GPL-3.0-only", Some("GPL"));
        check("a v1.0.0\t(MIT OR Apache-2.0) AND GPL-3.0-only", Some("GPL"));
        check("a v1.0.0\tMIT WITH Classpath-exception-2.0", Some("Classpath"));
        check("a v1.0.0\t", Some("names no licence"));
        check("openssl v0.10.0\tApache-2.0", Some("is banned"));
    }

    #[test]
    fn a_package_from_elsewhere_is_found() {
        let lock = r#"
            [[package]]
            name = "ours"
            [[package]]
            name = "one"
            source = "registry+https://example.org/index"
            [[package]]
            name = "two"
            source = "git+https://example.org/two"
        "#;
        let found = foreign(lock).unwrap();
        assert_eq!(found, ["two comes from `git+https://example.org/two`"]);
    }

    #[test]
    fn everything_we_depend_on_is_allowed() {
        super::check(&crate::repository().unwrap()).unwrap();
    }
}
