//! A technician who is often late puts a window at risk, a narrow one more than a wide one.
//!
//! The price is that of a missed window, times how often the technician is late, times two hours over the length of
//! the longest window (at most one). That a wide window forgives in proportion is our own assumption.

use super::Case;

/// The window for which `late_percent` is meant.
const USUAL_SECONDS: i64 = 2 * 3_600;

pub(super) fn window_risk(case: &Case<'_>) -> i64 {
    let lengths = case.job.windows.iter().map(|window| window.until.as_second() - window.from.as_second());
    let longest = lengths.max().unwrap_or(USUAL_SECONDS).max(USUAL_SECONDS);
    let late = i64::from(case.technician.late_percent);
    -(case.book.problem.settings.missed_window_cents * late / 100) * USUAL_SECONDS / longest
}

#[cfg(test)]
mod tests {
    use super::super::tests::weighed;
    use super::*;

    #[test]
    fn who_is_late_costs_most_where_the_window_is_narrow() {
        let settings = r#""missed_window_cents":4000"#;
        assert_eq!(weighed(window_risk, settings, "", ""), 0);
        assert_eq!(weighed(window_risk, settings, r#""late_percent":10"#, ""), -400);
        assert_eq!(weighed(window_risk, r#""missed_window_cents":0"#, r#""late_percent":10"#, ""), 0);
        assert_eq!(weighed(window_risk, settings, r#""late_percent":100"#, ""), -4_000);
    }
}
