//! A visit that somebody has to do goes to nobody else.

use super::{Blocked, Case, blocked};

pub(super) fn must(case: &Case<'_>) -> Option<Blocked> {
    let must = case.job.must.as_ref().filter(|must| **must != case.technician.id)?;
    blocked("must", format!("`{must}` has to do it"), format!("`{must}`"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;
    use super::*;

    #[test]
    fn who_has_to_do_it_is_the_only_one() {
        assert_eq!(judged(must, "", ""), "");
        assert_eq!(judged(must, "", r#""must":"ana""#), "");
        assert_eq!(judged(must, "", r#""must":"ben""#), "must: `ben` has to do it, needs `ben`");
    }
}
