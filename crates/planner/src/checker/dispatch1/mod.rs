//! Checks a plan for a `dispatch-1` problem. Written from `docs/plan-format.md` alone: it knows nothing of the solver
//! nor of the rules that feed it, and works out days, drives and money again. Slow and simple on purpose.

mod days;
mod facts;
mod ties;
mod visits;
mod worth;

use crate::formats::dispatch1::{Plan, Problem};
use facts::Facts;

/// A rule of the format. Its name is stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "`Rule::name` is the sentence")]
pub enum Rule {
    Problem,
    UnknownName,
    TwoRoutes,
    ServedTwice,
    Forgotten,
    Length,
    Begun,
    Managed,
    Skill,
    Licence,
    Zone,
    Unit,
    Only,
    Never,
    Must,
    Window,
    Hours,
    Past,
    Lock,
    Shift,
    Overlap,
    Road,
    Drive,
    DriveBetween,
    DriveHome,
    OwnDrive,
    BreakEntry,
    BreakWindow,
    BreakMissing,
    Event,
    JobsPerShift,
    Jobs,
    Crew,
    Sequence,
    Reserve,
    ChangeBudget,
    Worth,
}

impl Rule {
    /// The rule in a few words.
    pub const fn name(self) -> &'static str {
        match self {
            Rule::Problem => "the plan is for this problem",
            Rule::UnknownName => "every name is one of the problem",
            Rule::TwoRoutes => "a technician has one route in a shift",
            Rule::ServedTwice => "a visit is planned once",
            Rule::Forgotten => "every visit is planned or listed as left",
            Rule::Length => "a visit takes as long as the problem says",
            Rule::Begun => "what has begun stays as it is",
            Rule::Managed => "only managed technicians are planned",
            Rule::Skill => "a technician holds the skills of a visit at their levels",
            Rule::Licence => "a licence is good on the day",
            Rule::Zone => "a technician stays in the own zones",
            Rule::Unit => "a technician works for the own business units",
            Rule::Only => "only those on its list come to a visit",
            Rule::Never => "who must not come does not come",
            Rule::Must => "who has to do a visit does it",
            Rule::Window => "a service starts inside an arrival window",
            Rule::Hours => "a service starts in business hours",
            Rule::Past => "nothing new begins in the past",
            Rule::Lock => "a locked visit stays as it was locked",
            Rule::Shift => "work and the way home lie inside the shift and its overtime",
            Rule::Overlap => "one thing at a time",
            Rule::Road => "there is a road",
            Rule::Drive => "there is time for an uninterrupted drive",
            Rule::DriveBetween => "a drive between stops is within the limit",
            Rule::DriveHome => "the drive home is within the limit",
            Rule::OwnDrive => "every drive is within the technician's own limit",
            Rule::BreakEntry => "breaks are the technician's own, each once",
            Rule::BreakWindow => "a break starts inside its window",
            Rule::BreakMissing => "every break that is due is taken",
            Rule::Event => "a movable event stays inside its limits",
            Rule::JobsPerShift => "no more visits in a shift than the limit",
            Rule::Jobs => "no more visits in all than the limit",
            Rule::Crew => "a crew starts together, each with another technician, or not at all",
            Rule::Sequence => "visits in sequence keep order, gap and technician, or are all left",
            Rule::Reserve => "technicians are kept free for emergencies",
            Rule::ChangeBudget => "no more changes than the budget",
            Rule::Worth => "the plan is worth what it says",
        }
    }
}

/// A rule that a plan breaks, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Which rule.
    pub rule: Rule,
    /// Whose route it is on, if it is on one.
    pub technician: Option<String>,
    /// The visit it is about, if it is about one.
    pub job: Option<String>,
    /// What happens there, with figures.
    pub what: String,
}

impl std::fmt::Display for Breach {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} ({})", self.what, self.rule.name())
    }
}

/// What was found so far.
#[derive(Default)]
struct Found(Vec<Breach>);

impl Found {
    fn note(&mut self, rule: Rule, technician: Option<&str>, job: Option<&str>, what: String) {
        let (technician, job) = (technician.map(str::to_owned), job.map(str::to_owned));
        self.0.push(Breach { rule, technician, job, what });
    }
}

/// Finds every rule that a plan breaks. The problem must be one that was read.
pub fn check(problem: &Problem, plan: &Plan) -> Vec<Breach> {
    let mut found = Found::default();
    let facts = Facts::new(problem);
    facts.check_names(plan, &mut found);
    if !found.0.is_empty() {
        return found.0;
    }
    visits::check(&facts, plan, &mut found);
    let driven = days::check(&facts, plan, &mut found);
    ties::check(&facts, plan, &mut found);
    if found.0.is_empty() {
        worth::check(&facts, plan, driven, &mut found);
    }
    found.0
}
