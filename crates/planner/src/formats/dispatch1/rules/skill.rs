//! A technician holds every skill of the visit, at its level or above.

use super::{Blocked, Case, blocked};

pub(super) fn skill(case: &Case<'_>) -> Option<Blocked> {
    let missing = case.job.skills.iter().find_map(|need| {
        let held = case.technician.skills.iter().find(|held| held.skill == need.skill);
        let level = held.map_or(0, |held| held.level);
        (level < need.level).then_some((need, level))
    });
    let (need, level) = missing?;
    let actual = match level {
        0 => format!("does not hold `{}`", need.skill),
        _ => format!("holds `{}` at level {level}", need.skill),
    };
    blocked("skill", actual, format!("`{}` at level {}", need.skill, need.level))
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;
    use super::*;

    #[track_caller]
    fn check(held: &str, needed: &str, expected: &str) {
        let told = judged(skill, &format!(r#""skills":[{held}]"#), &format!(r#""skills":[{needed}]"#));
        assert_eq!(told, expected);
    }

    #[test]
    fn every_skill_is_held_at_its_level() {
        check("", "", "");
        check(r#"{"skill":"gas"}"#, "", "");
        check(r#"{"skill":"gas","level":3}"#, r#"{"skill":"gas","level":3}"#, "");
        check(r#"{"skill":"gas","level":5}"#, r#"{"skill":"gas"}"#, "");
        check("", r#"{"skill":"gas"}"#, "skill: does not hold `gas`, needs `gas` at level 1");
        check(
            r#"{"skill":"gas","level":2}"#,
            r#"{"skill":"gas","level":3}"#,
            "skill: holds `gas` at level 2, needs `gas` at level 3",
        );
        check(
            r#"{"skill":"gas","level":5}"#,
            r#"{"skill":"gas"},{"skill":"boilers"}"#,
            "skill: does not hold `boilers`, needs `boilers` at level 1",
        );
    }
}
