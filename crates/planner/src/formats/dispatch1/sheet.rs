//! A `dispatch-1` problem with a plan, for questions about single visits.

use super::book::Book;
use super::compile::{Compiled, SCALE, Source, compile};
use super::desk::{opened, searched, standing};
use super::rules::Blocked;
use super::{answer, file::State};
use crate::checker::dispatch1::check;
use crate::formats::Wrong;
use crate::formats::answer::{Request, Step};
use crate::formats::ask::{self, Reason, Who, Written};
use crate::model::{Draft, Money, Routes, Seconds};
use serde_json::{Value, json};

/// A problem, and the plan that stands: the given one, or the visits where the file has them.
pub(in crate::formats) struct Sheet {
    book: Book,
    compiled: Compiled,
    routes: Routes,
}

impl Sheet {
    /// Reads a problem and its plan; when nothing is on the schedule, it is planned first.
    pub(in crate::formats) fn open(
        request: &Request<'_>,
        report: &mut dyn FnMut(Step),
    ) -> Result<Sheet, Wrong> {
        let book = opened(request)?;
        let compiled = compile(&book, 0)?;
        if let Some(routes) = standing(&book, &compiled) {
            return Ok(Sheet { book, compiled, routes });
        }
        let routes = searched(&book, &compiled, request, (0.0, 1.0), report)?.routes;
        Ok(Sheet { book, compiled, routes })
    }
}

impl ask::Sheet for Sheet {
    fn draft(&self) -> &Draft {
        &self.compiled.draft
    }

    fn routes(&self) -> &Routes {
        &self.routes
    }

    fn name(&self) -> &str {
        &self.book.problem.name
    }

    fn job(&self, name: &str) -> Result<u32, Wrong> {
        let Some(job) = self.book.jobs.get(name) else {
            return Err(Wrong::at("job", format!("there is no job `{name}`")));
        };
        self.compiled.of_job.get(job).copied().ok_or_else(|| {
            let begun =
                !matches!(self.book.problem.jobs[*job].state, State::Unassigned | State::Assigned { .. });
            let why = if begun { "has begun" } else { "is locked outside of every shift" };
            Wrong::at("job", format!("`{name}` {why}, so nothing about it can be planned"))
        })
    }

    fn job_name(&self, job: u32) -> String {
        match self.compiled.sources[job as usize] {
            Source::Job(job) => self.book.problem.jobs[job].id.clone(),
            Source::Event { technician, event } => {
                self.book.problem.technicians[technician].events[event].id.clone()
            }
        }
    }

    fn duty_name(&self, duty: u32) -> Who {
        let made = &self.compiled.made[duty as usize];
        Who { technician: self.book.problem.technicians[made.technician].id.clone(), shift: Some(made.shift) }
    }

    fn blocked(&self, job: u32, duty: u32) -> Vec<Reason> {
        let Source::Job(job) = self.compiled.sources[job as usize] else { return Vec::new() };
        let (job, made) = (&self.book.problem.jobs[job], &self.compiled.made[duty as usize]);
        if let Some(held) = job.lock.as_ref().and_then(|lock| lock.technician.as_ref()) {
            if self.book.technicians[held] == made.technician {
                return Vec::new();
            }
            let actual = "the visit is locked on another technician".to_owned();
            return vec![Reason { rule: "locked".to_owned(), actual, limit: format!("`{held}`") }];
        }
        let reason = |Blocked { rule, actual, limit }| Reason { rule: String::from(rule), actual, limit };
        made.case(&self.book, job).blocked().into_iter().map(reason).collect()
    }

    fn time(&self, at: Seconds) -> Value {
        json!(self.book.instant(i64::from(at)).to_string())
    }

    fn money(&self, amount: Money) -> f64 {
        amount.0 as f64 / (60 * SCALE) as f64
    }

    fn written(&self, routes: &Routes) -> Written {
        let plan = answer::plan(&self.book, &self.compiled, routes);
        let breaches = check(&self.book.problem, &plan);
        Written {
            breaches: breaches.iter().map(ToString::to_string).collect(),
            terms: plan.worth.terms.iter().map(|(name, cents)| (name.clone(), *cents as f64)).collect(),
            plan: serde_json::to_value(&plan).expect("a plan can always be written"),
        }
    }
}
