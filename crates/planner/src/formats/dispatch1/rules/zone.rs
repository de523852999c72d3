//! A technician who is kept to zones does not leave them.

use super::{Blocked, Case, blocked};

pub(super) fn zone(case: &Case<'_>) -> Option<Blocked> {
    let own = &case.technician.zones;
    if own.is_empty() || case.job.zone.as_ref().is_some_and(|zone| own.contains(zone)) {
        return None;
    }
    let actual =
        case.job.zone.as_ref().map_or("lies in no zone".to_owned(), |zone| format!("lies in `{zone}`"));
    blocked("zone", actual, format!("one of {own:?}"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;
    use super::*;

    #[test]
    fn a_technician_stays_in_the_own_zones() {
        let north = r#""zones":["north"]"#;
        assert_eq!(judged(zone, "", r#""zone":"south""#), "");
        assert_eq!(judged(zone, "", ""), "");
        assert_eq!(judged(zone, north, r#""zone":"north""#), "");
        assert_eq!(judged(zone, r#""zones":["north","south"]"#, r#""zone":"south""#), "");
        assert_eq!(
            judged(zone, north, r#""zone":"south""#),
            r#"zone: lies in `south`, needs one of ["north"]"#
        );
        assert_eq!(judged(zone, north, ""), r#"zone: lies in no zone, needs one of ["north"]"#);
    }
}
