//! What a job brings: a figure for this technician, or the job's own.

use super::Case;

pub(super) fn value(case: &Case<'_>) -> i64 {
    *case.job.values_cents.get(&case.technician.id).unwrap_or(&case.job.value_cents)
}

#[cfg(test)]
mod tests {
    use super::super::tests::weighed;
    use super::*;

    #[test]
    fn a_figure_for_the_technician_wins() {
        assert_eq!(weighed(value, "", "", ""), 0);
        assert_eq!(weighed(value, "", "", r#""value_cents":500"#), 500);
        assert_eq!(weighed(value, "", "", r#""value_cents":500,"values_cents":{"ana":900,"ben":100}"#), 900);
        assert_eq!(weighed(value, "", "", r#""value_cents":500,"values_cents":{"ben":100}"#), 500);
        assert_eq!(weighed(value, "", "", r#""value_cents":500,"values_cents":{"ana":0}"#), 0);
    }
}
