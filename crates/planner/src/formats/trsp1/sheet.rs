//! A `trsp-1` day with a plan, for questions about single jobs.

use super::plan::{current, searched};
use super::{Compiled, Day, read};
use crate::checker::trsp1::check;
use crate::formats::Wrong;
use crate::formats::answer::{Request, Step};
use crate::formats::ask::{self, Reason, Who, Written};
use crate::model::{Draft, Money, Routes, Seconds};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A day, and the plan that stands.
pub(in crate::formats) struct Sheet {
    day: Day,
    compiled: Compiled,
    routes: Routes,
}

impl Sheet {
    /// Reads a day and its plan; without one, the day is planned first.
    pub(in crate::formats) fn open(
        request: &Request<'_>,
        report: &mut dyn FnMut(Step),
    ) -> Result<Sheet, Wrong> {
        let day = read(request.problem)?;
        let compiled = day.compile();
        let routes = match request.current {
            Some(bytes) => day.routes(&current(bytes)?)?,
            None => searched(&day, &compiled, request, report)?.routes,
        };
        Ok(Sheet { day, compiled, routes })
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
        &self.day.name
    }

    fn job(&self, name: &str) -> Result<u32, Wrong> {
        let by_id = self.day.jobs.iter().position(|job| job.id.to_string() == name);
        by_id.map(|job| job as u32).ok_or_else(|| Wrong::at("job", format!("there is no job `{name}`")))
    }

    fn job_name(&self, job: u32) -> String {
        self.day.jobs[job as usize].id.to_string()
    }

    fn duty_name(&self, duty: u32) -> Who {
        Who { technician: self.day.technicians[duty as usize].id.to_string(), shift: None }
    }

    fn blocked(&self, job: u32, duty: u32) -> Vec<Reason> {
        let (job, technician) = (&self.day.jobs[job as usize], &self.day.technicians[duty as usize]);
        let reason =
            |rule: &str, actual: String, limit: String| Reason { rule: rule.to_owned(), actual, limit };
        let mut blocked = Vec::new();
        if let Some(lock) = &job.locked {
            if lock.tech != duty as usize {
                let limit = format!("technician {}", lock.tech);
                blocked.push(reason("locked", "the job is locked on another technician".to_owned(), limit));
            }
            return blocked;
        }
        for skill in job.skills.iter().filter(|skill| !technician.skills.contains(skill)) {
            blocked.push(reason("skill", format!("holds {:?}", technician.skills), format!("skill {skill}")));
        }
        if let Some(allowed) =
            job.allowed_techs.as_ref().filter(|allowed| !allowed.contains(&(duty as usize)))
        {
            blocked.push(reason("allowed", format!("technician {duty}"), format!("one of {allowed:?}")));
        }
        blocked
    }

    fn time(&self, at: Seconds) -> Value {
        json!(at)
    }

    fn money(&self, amount: Money) -> f64 {
        amount.0 as f64 / (60 * self.compiled.scale) as f64
    }

    fn written(&self, routes: &Routes) -> Written {
        let solution = self.day.solution(routes);
        let (breaches, worth) = check(&self.day, &solution);
        let driving = self.day.objective.drive_cost_per_min * worth.drive_s as f64 / 60.0;
        let terms =
            [("value", worth.value as f64), ("driving", -driving), ("unassigned", -(worth.penalty as f64))];
        Written {
            plan: serde_json::to_value(&solution).expect("a plan can always be written"),
            breaches: breaches.iter().map(ToString::to_string).collect(),
            terms: BTreeMap::from(terms.map(|(name, amount)| (name.to_owned(), amount))),
        }
    }
}
