//! The command `plan` without its surroundings: bytes in, text out. Clock and progress come in from outside.

use super::{Wrong, ask, dispatch1, trsp1};
use crate::solver::Effort;
use serde::Deserialize;

/// What is asked about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question<'a> {
    /// The best plan.
    Plan,
    /// What to change for the job of this name, ranked, with its gain by term.
    Suggest(&'a str),
    /// In which windows somebody could come for this job, and what that costs.
    Slots(&'a str),
    /// Why who has this job: a verdict for every technician and every place.
    Explain(&'a str),
}

/// A question with all that it needs.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The problem: a `trsp-1` or a `dispatch-1` file.
    pub problem: &'a [u8],
    /// The plan as it is now, in the form in which plans of that format are written.
    pub current: Option<&'a [u8]>,
    /// What is asked. About single jobs it is asked on the current plan, or on one that is searched for first.
    pub question: Question<'a>,
    /// Another seed, another search.
    pub seed: u64,
    /// One or two.
    pub threads: usize,
    /// How long to search.
    pub effort: Effort<'a>,
}

/// How far a search is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Share of the budget, from 0 to 1.
    pub used: f64,
    /// Steps of the search.
    pub steps: u64,
    /// Worth of the best plan, in the unit of the file.
    pub objective: f64,
    /// Jobs that it leaves.
    pub unserved: usize,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The answer as a file.
    pub json: String,
    /// What a person should hear about it: a sentence each.
    pub said: Vec<String>,
}

/// Answers a question about a file. Every plan in an answer was checked with other code.
///
/// # Errors
/// A field that makes no sense, in the problem or in the current plan (its path then begins with `plan:`), or a job
/// that is not there.
pub fn answer(request: &Request<'_>, report: &mut dyn FnMut(Step)) -> Result<Reply, Wrong> {
    match (format(request.problem)?, request.question) {
        (Format::Trsp1, Question::Plan) => trsp1::plan(request, report),
        (Format::Dispatch1, Question::Plan) => dispatch1::plan(request, report),
        (Format::Trsp1, _) => ask::answer(&trsp1::Sheet::open(request, report)?, request.question),
        (Format::Dispatch1, _) => ask::answer(&dispatch1::Sheet::open(request, report)?, request.question),
    }
}

enum Format {
    Trsp1,
    Dispatch1,
}

/// Which format a file says it has. Only its beginning is looked at, when it stands there.
fn format(bytes: &[u8]) -> Result<Format, Wrong> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
    }
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let name = match beginning.split_once("\"format\"") {
        Some((_, rest)) => rest.split('"').nth(1).unwrap_or("").to_owned(),
        None => super::from_json::<Head>(bytes)?.format,
    };
    match name.as_str() {
        "trsp-1" => Ok(Format::Trsp1),
        "dispatch-1" => Ok(Format::Dispatch1),
        _ => Err(Wrong::at("format", format!("`{name}` is neither `trsp-1` nor `dispatch-1`"))),
    }
}
