//! It is worth something that a technician comes whom the customer prefers, or who was there recently.

use super::Case;

pub(super) fn preferred(case: &Case<'_>) -> i64 {
    let (settings, id) = (&case.book.problem.settings, &case.technician.id);
    let wished = if case.job.preferred.contains(id) { settings.preferred_cents } else { 0 };
    let known = if case.job.recent.contains(id) { settings.recent_cents } else { 0 };
    wished.max(known)
}

#[cfg(test)]
mod tests {
    use super::super::tests::weighed;
    use super::*;

    #[test]
    fn the_greater_of_the_two_counts() {
        let settings = r#""preferred_cents":300,"recent_cents":100"#;
        assert_eq!(weighed(preferred, settings, "", ""), 0);
        assert_eq!(weighed(preferred, settings, "", r#""preferred":["ben"]"#), 0);
        assert_eq!(weighed(preferred, settings, "", r#""preferred":["ben","ana"]"#), 300);
        assert_eq!(weighed(preferred, settings, "", r#""recent":["ana"]"#), 100);
        assert_eq!(weighed(preferred, settings, "", r#""recent":["ana"],"preferred":["ana"]"#), 300);
    }
}
