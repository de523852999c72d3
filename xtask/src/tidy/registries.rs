//! Where packages come from is the user's choice: no file names a package registry, only `Cargo.lock` has to.

use super::{Finding, tree::Tree};

/// Hosts by their labels. Written apart, or this file would break its own rule.
const HOSTS: &[&[&str]] = &[
    &["registry", "npmjs", "org"],
    &["registry", "yarnpkg", "com"],
    &["index", "crates", "io"],
    &["static", "crates", "io"],
    &["files", "pythonhosted", "org"],
    &["pypi", "org/simple"],
    &["proxy", "golang", "org"],
    &["deb", "debian", "org"],
    &["archive", "ubuntu", "com"],
];

/// Settings that name a registry, whatever its host: a company's own mirror is as much of one.
const SETTINGS: &[(&str, &str)] = &[
    ("package-lock.json", "\"resolved\": \"http"),
    (".npmrc", "registry="),
    (".npmrc", "registry ="),
    (".cargo/config.toml", "[source"),
    (".cargo/config.toml", "[registr"),
];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let hosts: Vec<String> = HOSTS.iter().map(|labels| labels.join(".")).collect();
    let mut found = Vec::new();
    for file in tree.files().iter().filter(|file| file.path != "Cargo.lock") {
        let settings: Vec<&str> = SETTINGS
            .iter()
            .filter(|(name, _)| file.path.ends_with(name))
            .map(|(_, setting)| *setting)
            .collect();
        for (number, line) in file.lines() {
            if let Some(host) = hosts.iter().find(|host| line.contains(host.as_str())) {
                found.push(Finding::at(&file.path, number, format!("names the package registry `{host}`")));
            } else if settings.iter().any(|setting| line.contains(setting)) {
                found.push(Finding::at(&file.path, number, "chooses a package registry".to_owned()));
            }
        }
    }
    found
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
    fn a_registry_is_found_by_host_and_by_setting() {
        check("README.md", &format!("from https://{}/x", HOSTS[0].join(".")), 1);
        check("web/package-lock.json", "{\n\"resolved\": \"https://mirror.example/x.tgz\"\n}", 1);
        check("web/.npmrc", "registry=https://mirror.example", 1);
    }

    #[test]
    fn the_lock_file_of_cargo_and_links_to_documentation_are_fine() {
        check("Cargo.lock", &HOSTS[2].join("."), 0);
        check("README.md", "https://docs.rs/jiff and https://crates.io/crates/jiff", 0);
        check("web/.npmrc", "omit-lockfile-registry-resolved=true", 0);
        check("web/package-lock.json", "\"resolved\": false", 0);
    }
}
