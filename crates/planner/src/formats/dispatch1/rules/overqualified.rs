//! Sending somebody who could do harder work costs something for each level beyond the need.

use super::Case;

pub(super) fn overqualified(case: &Case<'_>) -> i64 {
    let beyond = |need: &super::super::Need| {
        let held = case.technician.skills.iter().find(|held| held.skill == need.skill);
        held.map_or(0, |held| i64::from(held.level.saturating_sub(need.level)))
    };
    let levels: i64 = case.job.skills.iter().map(beyond).sum();
    -levels * case.book.problem.settings.overqualified_cents_per_level
}

#[cfg(test)]
mod tests {
    use super::super::tests::weighed;
    use super::*;

    #[track_caller]
    fn check(held: &str, needed: &str, expected: i64) {
        let (held, needed) = (format!(r#""skills":[{held}]"#), format!(r#""skills":[{needed}]"#));
        assert_eq!(weighed(overqualified, r#""overqualified_cents_per_level":10"#, &held, &needed), expected);
    }

    #[test]
    fn levels_beyond_the_need_cost() {
        check("", "", 0);
        check(r#"{"skill":"gas","level":5}"#, "", 0);
        check(r#"{"skill":"gas","level":5}"#, r#"{"skill":"gas","level":5}"#, 0);
        check(r#"{"skill":"gas","level":5}"#, r#"{"skill":"gas","level":2}"#, -30);
        check(
            r#"{"skill":"gas","level":5},{"skill":"boilers","level":2}"#,
            r#"{"skill":"gas","level":2},{"skill":"boilers"}"#,
            -40,
        );
    }
}
