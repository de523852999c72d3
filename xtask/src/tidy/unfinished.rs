//! What is committed is finished, and every test runs.

use super::{
    Finding,
    rust::stands_at,
    tree::{File, Tree},
    words,
};

/// Marks of unfinished work, in two halves, or this file would break its own rule.
const MARKS: &[(&str, &str)] = &[("TO", "DO"), ("FIX", "ME"), ("XX", "X")];

/// What keeps a test from running in the web app's runners.
const RUNNERS: &[&str] = &["it", "test", "describe"];
const SKIPS: &[&str] = &["skip", "only", "todo", "fixme", "skipIf"];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let marks: Vec<String> = MARKS.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let mut found = Vec::new();
    for file in tree.files().iter().filter(|file| is_checked(file)) {
        for (number, line) in file.lines() {
            if let Some(mark) = marks.iter().find(|mark| words::has(line, mark)) {
                found.push(Finding::at(&file.path, number, format!("`{mark}` is unfinished work")));
            }
            if !file.is_rust() && skips_a_test(line) {
                found.push(Finding::at(&file.path, number, "a test that does not run".to_owned()));
            }
        }
        found.extend(in_rust(file));
    }
    found
}

/// Prose may speak of unfinished work; code, settings and scripts may not contain it.
fn is_checked(file: &File) -> bool {
    let is_script = file.path.starts_with(".ci/")
        || matches!(file.extension(), "sql" | "toml" | "sh" | "html" | "yml" | "yaml");
    file.is_code() || (is_script && !file.path.starts_with("web/dist/"))
}

fn in_rust(file: &File) -> Vec<Finding> {
    let tokens = file.tokens();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let message =
            if stands_at(tokens, at, &["todo", "!"]) || stands_at(tokens, at, &["unimplemented", "!"]) {
                format!("`{}!` is unfinished work", token.text)
            } else if stands_at(tokens, at, &["#", "[", "ignore"]) {
                "a test that does not run".to_owned()
            } else {
                continue;
            };
        found.push(Finding::at(&file.path, token.line, message));
    }
    found
}

fn skips_a_test(line: &str) -> bool {
    RUNNERS.iter().any(|runner| {
        SKIPS.iter().any(|skip| {
            let call = format!("{runner}.{skip}");
            words::has(line, &call) && line.contains(&format!("{call}("))
        })
    })
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
    fn marks_of_unfinished_work_are_found() {
        let mark = format!("// {}{}: later", MARKS[0].0, MARKS[0].1);
        check("crates/app/src/a.rs", &mark, 1);
        check("web/src/a.svelte", &mark, 1);
        check(".ci/run", &mark, 1);
        check("crates/app/src/a.rs", "fn a() { todo!() }", 1);
        check("crates/app/src/a.rs", "fn a() { unimplemented!(\"x\") }", 1);
    }

    #[test]
    fn tests_that_do_not_run_are_found() {
        check("crates/app/src/a.rs", "#[test] #[ignore = \"slow\"] fn a() {}", 1);
        check("web/test/a.ts", "test.skip('x', () => {})", 1);
        check("web/test/a.ts", "describe.only('x', () => {})", 1);
    }

    #[test]
    fn prose_and_words_alike_are_fine() {
        check("CONTRIBUTING.md", &format!("no {}{}", MARKS[0].0, MARKS[0].1), 0);
        check("crates/app/src/a.rs", "let ignore = \"todo!()\"; // #[ignore]", 0);
        check("web/src/a.ts", "latest.skip(1); list.only", 0);
        check("web/dist/a.js", &format!("// {}{}", MARKS[0].0, MARKS[0].1), 0);
    }
}
