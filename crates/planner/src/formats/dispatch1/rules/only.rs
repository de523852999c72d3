//! Where a list says who may come, nobody else does.

use super::{Blocked, Case, blocked};

pub(super) fn only(case: &Case<'_>) -> Option<Blocked> {
    let only = case.job.only.as_ref().filter(|only| !only.contains(&case.technician.id))?;
    blocked("only", format!("`{}` is not on the list", case.technician.id), format!("one of {only:?}"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;
    use super::*;

    #[test]
    fn a_list_leaves_out_everybody_else() {
        assert_eq!(judged(only, "", ""), "");
        assert_eq!(judged(only, "", r#""only":["ben","ana"]"#), "");
        assert_eq!(
            judged(only, "", r#""only":["ben"]"#),
            r#"only: `ana` is not on the list, needs one of ["ben"]"#
        );
    }
}
