//! What it costs to leave a job: by its urgency, and more for every day since it was asked for.

use super::super::book::Book;
use super::super::file::{Job, Urgency};

/// Cents.
pub(crate) fn unassigned(book: &Book, job: &Job) -> i64 {
    let settings = &book.problem.settings;
    let prices = &settings.unassigned_cents;
    let price = match job.urgency {
        Urgency::None => prices.none,
        Urgency::Routine => prices.routine,
        Urgency::Urgent => prices.urgent,
        Urgency::Emergency => prices.emergency,
    };
    let asked = job.asked.map_or(0, |asked| book.now() - book.second(asked));
    price + asked.max(0) / 86_400 * settings.unassigned_cents_per_day
}

#[cfg(test)]
mod tests {
    use super::super::tests::book;
    use super::*;

    #[track_caller]
    fn check(job: &str, expected: i64) {
        let settings = r#""unassigned_cents":{"none":1,"routine":20,"urgent":300,"emergency":4000},
            "unassigned_cents_per_day":7"#;
        let book = book(settings, "", job);
        assert_eq!(unassigned(&book, &book.problem.jobs[0]), expected);
    }

    #[test]
    fn urgency_and_age_make_it_dearer() {
        check("", 20);
        check(r#""urgency":"none""#, 1);
        check(r#""urgency":"urgent""#, 300);
        check(r#""urgency":"emergency""#, 4_000);
        check(r#""asked":"2026-03-01T07:00:01-05:00""#, 20);
        check(r#""asked":"2026-03-01T07:00:00-05:00""#, 27);
        check(r#""urgency":"urgent","asked":"2026-02-20T07:00:00-05:00""#, 370);
        check(r#""asked":"2026-03-09T07:00:00-05:00""#, 20);
    }
}
