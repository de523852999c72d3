//! Reads the summary lines of test runners, so that a long log ends with its counts.

/// What the test runners of one `check` said about themselves.
#[derive(Debug, Default)]
pub(crate) struct TestReport {
    /// The runners' own lines, as they were, in the order heard.
    pub(crate) lines: Vec<String>,
    pub(crate) counts: Counts,
}

/// How many tests ended how.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl TestReport {
    /// Keeps `line` when a test runner sums up in it; any other line is forgotten.
    pub(crate) fn hear(&mut self, line: &str) {
        let line = line.trim();
        let Some(counts) = counts_in(line) else { return };
        self.counts.passed += counts.passed;
        self.counts.failed += counts.failed;
        self.counts.skipped += counts.skipped;
        // `cargo test` sums up each of its many empty binaries; they say nothing.
        if counts != Counts::default() || !line.starts_with("test result:") {
            self.lines.push(line.to_owned());
        }
    }
}

/// The counts in a summary line of nextest, `cargo test`, node's runner, vitest or Playwright.
fn counts_in(line: &str) -> Option<Counts> {
    if line.starts_with("Summary [") {
        // Summary [   0.005s] 3 tests run: 2 passed (1 slow), 1 failed, 4 skipped
        let (_, counts) = line.split_once(" run: ")?;
        return sum(counts.split(", "));
    }
    if let Some(result) = line.strip_prefix("test result: ") {
        // test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.00s
        let (_, counts) = result.split_once(". ")?;
        return sum(counts.split("; ").take(3));
    }
    if let Some(entry) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
        // # pass 5
        let (word, number) = entry.split_once(' ')?;
        return count(number.parse().ok()?, word);
    }
    if let Some(counts) = line.strip_prefix("Tests ") {
        //       Tests  1 failed | 11 passed (12)
        return sum(counts.trim().split(" | "));
    }
    // 5 passed (3.2s), and Playwright's lines for the rest of its tests
    let is_one_count = line.starts_with(|first: char| first.is_ascii_digit()) && line.split(' ').count() <= 5;
    if is_one_count { sum(line.split(", ")) } else { None }
}

/// Adds entries such as `3 passed (1 slow)`. `None` when any of them is something else.
fn sum<'a>(entries: impl Iterator<Item = &'a str>) -> Option<Counts> {
    let mut sum = Counts::default();
    for entry in entries {
        let entry = entry.split(" (").next().unwrap_or(entry);
        let (number, word) = entry.split_once(' ')?;
        let counts = count(number.parse().ok()?, word)?;
        sum.passed += counts.passed;
        sum.failed += counts.failed;
        sum.skipped += counts.skipped;
    }
    Some(sum)
}

fn count(number: u64, word: &str) -> Option<Counts> {
    let none = Counts::default();
    match word {
        "passed" | "pass" | "flaky" => Some(Counts { passed: number, ..none }),
        "failed" | "fail" | "cancelled" | "timed out" | "exec failed" | "interrupted" => {
            Some(Counts { failed: number, ..none })
        }
        "skipped" | "ignored" | "todo" | "did not run" => Some(Counts { skipped: number, ..none }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(u64, u64, u64)>) {
        let counts = counts_in(line.trim()).map(|counts| (counts.passed, counts.failed, counts.skipped));
        assert_eq!(counts, expected, "{line}");
    }

    #[test]
    fn every_runner_is_understood() {
        check("     Summary [   0.005s] 3 tests run: 3 passed, 0 skipped", Some((3, 0, 0)));
        check("     Summary [  61.2s] 1 test run: 1 passed (1 slow), 4 skipped", Some((1, 0, 4)));
        check(
            "     Summary [  1.0s] 5/9 tests run: 3 passed, 1 failed, 1 timed out, 0 skipped",
            Some((3, 2, 0)),
        );
        check(
            "test result: ok. 7 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.1s",
            Some((7, 0, 1)),
        );
        check(
            "test result: FAILED. 6 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
            Some((6, 1, 0)),
        );
        check("# pass 5", Some((5, 0, 0)));
        check("ℹ fail 2", Some((0, 2, 0)));
        check("      Tests  1 failed | 11 passed (12)", Some((11, 1, 0)));
        check("  5 passed (3.2s)", Some((5, 0, 0)));
        check("  2 did not run", Some((0, 0, 2)));
        check("12 passed, 0 failed", Some((12, 0, 0)));
    }

    #[test]
    fn other_lines_say_nothing() {
        check("# tests 5", None);
        check("# Subtest: a locked visit stays where it is", None);
        check("Test Files  3 passed (3)", None);
        check("5 warnings emitted", None);
        check("running 3 tests", None);
        check("", None);
    }

    #[test]
    fn counts_add_up_and_empty_binaries_are_not_listed() {
        let mut report = TestReport::default();
        report.hear("test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
        report.hear("test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
        report.hear("# pass 5");
        assert_eq!(report.counts, Counts { passed: 12, failed: 0, skipped: 0 });
        assert_eq!(report.lines.len(), 2);
    }
}
