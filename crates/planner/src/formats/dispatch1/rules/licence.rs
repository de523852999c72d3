//! A licence is good for the whole shift in which it is needed.

use super::{Blocked, Case, blocked};

pub(super) fn licence(case: &Case<'_>) -> Option<Blocked> {
    let last = case.book.date(case.home_by);
    let needed = |skill: &str| case.job.skills.iter().any(|need| need.skill == skill);
    let (skill, expires) = case.technician.skills.iter().find_map(|held| {
        let expires = held.expires.filter(|expires| *expires < last)?;
        needed(&held.skill).then_some((&held.skill, expires))
    })?;
    blocked("licence", format!("`{skill}` expires on {expires}"), format!("`{skill}` until {last}"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;
    use super::*;

    #[track_caller]
    fn check(expires: &str, needed: &str, expected: &str) {
        let held = format!(r#""skills":[{{"skill":"gas","expires":{expires}}}]"#);
        assert_eq!(judged(licence, &held, &format!(r#""skills":[{needed}]"#)), expected);
    }

    #[test]
    fn a_licence_is_good_until_the_date_on_it() {
        let gas = r#"{"skill":"gas"}"#;
        check("null", gas, "");
        check(r#""2026-03-03""#, gas, "");
        check(r#""2026-03-02""#, gas, "");
        check(r#""2026-03-01""#, gas, "licence: `gas` expires on 2026-03-01, needs `gas` until 2026-03-02");
        check(r#""2026-03-01""#, "", "");
    }
}
