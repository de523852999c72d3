//! Questions about one job on a plan that stands: what fits where, what it would cost, and what blocks it.
//!
//! Every place is tried by driving the whole duty again (`walk`), so a reason is a fact about that place. Plans that
//! are offered are written down and checked like any other.

mod explain;
mod ground;
mod slots;
mod suggest;

use super::Wrong;
use super::answer::{Question, Reply};
use crate::model::{Draft, Money, Routes, Seconds};
use ground::Ground;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A problem of any format, with names for what the solver knows by numbers.
pub(super) trait Sheet {
    /// What the solver is asked.
    fn draft(&self) -> &Draft;
    /// The plan that stands.
    fn routes(&self) -> &Routes;
    /// The name of the problem.
    fn name(&self) -> &str;
    /// The job of a name.
    ///
    /// # Errors
    /// There is none, or it cannot be planned any more.
    fn job(&self, name: &str) -> Result<u32, Wrong>;
    /// What a job is called.
    fn job_name(&self, job: u32) -> String;
    /// Who has a duty, and which shift it is when there are several.
    fn duty_name(&self, duty: u32) -> Who;
    /// Rules by which a duty may not have a job, whatever the time.
    fn blocked(&self, job: u32, duty: u32) -> Vec<Reason>;
    /// An instant as the format writes it.
    fn time(&self, at: Seconds) -> Value;
    /// Money in the unit of the format.
    fn money(&self, amount: Money) -> f64;
    /// A plan as the format writes it, the rules that it breaks, and its worth by term.
    fn written(&self, routes: &Routes) -> Written;
}

/// A plan that is written down.
pub(super) struct Written {
    pub(super) plan: Value,
    pub(super) breaches: Vec<String>,
    pub(super) terms: BTreeMap<String, f64>,
}

/// A technician, and a shift where the format has several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Who {
    pub(super) technician: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shift: Option<usize>,
}

/// Why something cannot be: the rule, what is, and what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Reason {
    pub(super) rule: String,
    pub(super) actual: String,
    pub(super) limit: String,
}

/// Answers a question about a job.
pub(super) fn answer(sheet: &impl Sheet, question: Question<'_>) -> Result<Reply, Wrong> {
    let (Question::Suggest(name) | Question::Slots(name) | Question::Explain(name)) = question else {
        return Err(Wrong::at("question", "is not about a job"));
    };
    let job = sheet.job(name)?;
    let ground = Ground::new(sheet, job);
    if matches!(question, Question::Slots(_)) && ground.is_fixed(job) {
        let what =
            format!("`{name}` is locked with a technician and a start, so there is no other time for it");
        return Err(Wrong::at("job", what));
    }
    let (value, said) = match question {
        Question::Slots(_) => slots::slots(&ground),
        Question::Explain(_) => explain::explain(&ground),
        _ => suggest::suggest(&ground),
    };
    let json = serde_json::to_string_pretty(&value).expect("text and numbers can always be written");
    Ok(Reply { json, said: vec![said] })
}

/// Money as people read it: hundredths of the unit.
fn rounded(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}
