//! A technician who works for some business units does not work for others.

use super::{Blocked, Case, blocked};

pub(super) fn unit(case: &Case<'_>) -> Option<Blocked> {
    let (own, wanted) = (&case.technician.units, case.job.unit.as_ref()?);
    if own.is_empty() || own.contains(wanted) {
        return None;
    }
    blocked("unit", format!("works for {own:?}"), format!("`{wanted}`"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;
    use super::*;

    #[test]
    fn work_of_a_unit_goes_to_its_own() {
        let hvac = r#""units":["hvac"]"#;
        assert_eq!(judged(unit, "", r#""unit":"hvac""#), "");
        assert_eq!(judged(unit, hvac, r#""unit":"hvac""#), "");
        assert_eq!(judged(unit, hvac, ""), "");
        assert_eq!(
            judged(unit, hvac, r#""unit":"plumbing""#),
            r#"unit: works for ["hvac"], needs `plumbing`"#
        );
    }
}
