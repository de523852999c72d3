//! Some technicians must not come.

use super::{Blocked, Case, blocked};

pub(super) fn never(case: &Case<'_>) -> Option<Blocked> {
    let id = &case.technician.id;
    if case.job.never.contains(id) {
        blocked("never", format!("`{id}` must not come"), "somebody else")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;
    use super::*;

    #[test]
    fn who_must_not_come_does_not() {
        assert_eq!(judged(never, "", ""), "");
        assert_eq!(judged(never, "", r#""never":["ben"]"#), "");
        assert_eq!(
            judged(never, "", r#""never":["ana"]"#),
            "never: `ana` must not come, needs somebody else"
        );
    }
}
