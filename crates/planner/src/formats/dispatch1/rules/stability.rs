//! A visit that gets another technician or another shift disturbs people; more when the customer was told who comes.
//!
//! A start that shifts inside the promise, with the same technician on the same shift, disturbs nobody.

use super::Case;

pub(super) fn stability(case: &Case<'_>) -> i64 {
    let Some((technician, start)) = case.book.current(case.job) else { return 0 };
    let same = case.book.problem.technicians[technician].id == case.technician.id;
    if same && (case.from..case.home_by).contains(&start) {
        return 0;
    }
    let settings = &case.book.problem.settings;
    if case.job.told { -settings.stability_told_cents } else { -settings.stability_cents }
}

#[cfg(test)]
mod tests {
    use super::super::tests::weighed;
    use super::*;

    #[track_caller]
    fn check(who: &str, start: &str, told: bool, expected: i64) {
        let settings = r#""stability_cents":10,"stability_told_cents":25"#;
        let state =
            format!(r#""told":{told},"state":{{"is":"assigned","technician":"{who}","start":"{start}"}}"#);
        assert_eq!(weighed(stability, settings, "", &state), expected);
    }

    #[test]
    fn another_technician_or_shift_disturbs() {
        assert_eq!(weighed(stability, "", "", ""), 0);
        check("ana", "2026-03-02T10:00:00-05:00", false, 0);
        check("ana", "2026-03-02T11:30:00-05:00", true, 0);
        check("ben", "2026-03-02T10:00:00-05:00", false, -10);
        check("ben", "2026-03-02T10:00:00-05:00", true, -25);
        check("ana", "2026-03-03T10:00:00-05:00", true, -25);
    }
}
