//! Who may do a visit, and what that is worth. One rule a file, with its table of cases.
//!
//! To add a rule: a file with its function, its cases, and a line in [`ABLE`]; to add a price: the same, and a line in
//! [`TERMS`]. `docs/plan-format.md` tells users about it, and `checker/dispatch1` judges it again in its own words.

mod licence;
mod managed;
mod must;
mod never;
mod only;
mod overqualified;
mod preferred;
mod skill;
mod stability;
mod unassigned;
mod unit;
mod value;
mod window_risk;
mod zone;

use super::book::Book;
use super::file::{Job, Technician};
pub(crate) use unassigned::unassigned;

/// A visit, and a shift of a technician who might do it.
pub(crate) struct Case<'a> {
    pub(crate) book: &'a Book,
    pub(crate) job: &'a Job,
    pub(crate) technician: &'a Technician,
    /// The shift with its overtime, in seconds of the problem.
    pub(crate) from: i64,
    pub(crate) home_by: i64,
}

/// Why somebody may not do a visit: what is, and what would have to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Blocked {
    /// Stable name of the rule.
    pub(crate) rule: &'static str,
    /// What is.
    pub(crate) actual: String,
    /// What the rule asks for.
    pub(crate) limit: String,
}

impl std::fmt::Display for Blocked {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {}, needs {}", self.rule, self.actual, self.limit)
    }
}

fn blocked(rule: &'static str, actual: impl Into<String>, limit: impl Into<String>) -> Option<Blocked> {
    Some(Blocked { rule, actual: actual.into(), limit: limit.into() })
}

type Rule = fn(&Case<'_>) -> Option<Blocked>;

/// Rules about who may do a visit, in the order in which they are told.
const ABLE: &[Rule] = &[
    managed::managed,
    skill::skill,
    licence::licence,
    zone::zone,
    unit::unit,
    only::only,
    never::never,
    must::must,
];

/// A soft term: its stable name, and what it is worth in cents; costs are negative.
pub(crate) struct Term {
    pub(crate) name: &'static str,
    pub(crate) worth: fn(&Case<'_>) -> i64,
    /// Whether the dial weighs it as money.
    pub(crate) is_money: bool,
}

const fn term(name: &'static str, worth: fn(&Case<'_>) -> i64) -> Term {
    Term { name, worth, is_money: false }
}

/// What it is worth that this technician does this visit, without driving and overtime.
pub(crate) const TERMS: &[Term] = &[
    Term { is_money: true, ..term("value", value::value) },
    term("preferred", preferred::preferred),
    term("overqualified", overqualified::overqualified),
    term("stability", stability::stability),
    term("window_risk", window_risk::window_risk),
];

impl Case<'_> {
    /// Every rule that says no.
    pub(crate) fn blocked(&self) -> Vec<Blocked> {
        ABLE.iter().filter_map(|rule| rule(self)).collect()
    }

    /// Whether no rule says no.
    pub(crate) fn is_able(&self) -> bool {
        ABLE.iter().all(|rule| rule(self).is_none())
    }
}

#[cfg(test)]
pub(in crate::formats) mod tests {
    use super::super::{Book, checked};
    use super::*;

    /// The text of a problem of one technician (a shift on 2 March 2026, 08:00 to 17:00 in New York) and one job, with more keys
    /// for each. `now` is 07:00.
    pub(in crate::formats) fn text(settings: &str, technician: &str, job: &str) -> String {
        let comma = |keys: &str| if keys.is_empty() { String::new() } else { format!(",{keys}") };
        format!(
            r#"{{"format":"dispatch-1","name":"case","time_zone":"America/New_York","now":"2026-03-02T07:00:00-05:00",
            "settings":{{{settings}}},"skills":["boilers","gas"],"zones":["north","south"],"units":["hvac","plumbing"],
            "locations":[{{"id":"base"}},{{"id":"site"}}],
            "travel":{{"matrices":[{{"id":"all","seconds":[[0,600],[600,0]]}}]}},
            "technicians":[{{"id":"ana","start":"base","end":"base",
                "shifts":[{{"from":"2026-03-02T08:00:00-05:00","until":"2026-03-02T17:00:00-05:00"}}]{}}},
                {{"id":"ben","managed":false}}],
            "jobs":[{{"id":"J1","location":"site","duration_seconds":3600,
                "windows":[{{"from":"2026-03-02T10:00:00-05:00","until":"2026-03-02T12:00:00-05:00"}}]{}}}]}}"#,
            comma(technician),
            comma(job)
        )
    }

    /// The problem itself.
    pub(in crate::formats) fn book(settings: &str, technician: &str, job: &str) -> Book {
        let text = text(settings, technician, job);
        let problem = crate::formats::from_json(text.as_bytes()).expect("the case is written well");
        checked(problem).expect("the case makes sense")
    }

    fn case(book: &Book) -> Case<'_> {
        let technician = &book.problem.technicians[0];
        let (_, from, home_by) = book.shifts(technician)[0];
        Case { book, job: &book.problem.jobs[0], technician, from, home_by }
    }

    /// Whether a rule blocks the technician from the job, in its own words; empty when it does not.
    pub(super) fn judged(rule: Rule, technician: &str, job: &str) -> String {
        let book = book("", technician, job);
        rule(&case(&book)).map_or_else(String::new, |blocked| blocked.to_string())
    }

    /// What a term is worth.
    pub(super) fn weighed(worth: fn(&Case<'_>) -> i64, settings: &str, technician: &str, job: &str) -> i64 {
        worth(&case(&book(settings, technician, job)))
    }
}
