//! Only managed technicians are planned; others come along as helpers.

use super::{Blocked, Case, blocked};

pub(super) fn managed(case: &Case<'_>) -> Option<Blocked> {
    if case.technician.managed { None } else { blocked("managed", "is not managed", "a managed technician") }
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;
    use super::*;

    #[test]
    fn a_technician_who_is_not_managed_is_not_planned() {
        assert_eq!(judged(managed, "", ""), "");
        assert_eq!(judged(managed, r#""managed":true"#, ""), "");
        assert_eq!(
            judged(managed, r#""managed":false"#, ""),
            "managed: is not managed, needs a managed technician"
        );
    }
}
