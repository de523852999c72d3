//! Plans a `trsp-1` day. The checker sees the plan before anybody else does.

use super::{Compiled, Day, Solution, read};
use crate::checker::trsp1::{Breach, Rule, Worth, check};
use crate::formats::Wrong;
use crate::formats::answer::{Reply, Request, Step};
use crate::model::{Model, Routes};
use crate::solver::{Settings, Solved, solve};
use std::collections::HashSet;

/// Reads, plans, checks and writes.
///
/// # Errors
/// A field that makes no sense.
pub(in crate::formats) fn plan(request: &Request<'_>, report: &mut dyn FnMut(Step)) -> Result<Reply, Wrong> {
    let day = read(request.problem)?;
    let compiled = day.compile();
    let solved = searched(&day, &compiled, request, report)?;
    let (solution, worth) = verified(&day, &solved.routes);
    let mut said = vec![format!(
        "{} of {} jobs, {:.2} in all ({} of value, {} min of driving), {} steps",
        worth.served,
        day.jobs.len(),
        worth.objective,
        worth.value,
        worth.drive_s / 60,
        solved.steps
    )];
    said.extend(solution.notes.iter().cloned());
    Ok(Reply { json: solution.to_json(), said })
}

/// The best plan that the solver finds.
pub(super) fn searched(
    day: &Day,
    compiled: &Compiled,
    request: &Request<'_>,
    report: &mut dyn FnMut(Step),
) -> Result<Solved, Wrong> {
    let start = request.current.map(|bytes| day.routes(&current(bytes)?)).transpose()?;
    let model: Model =
        compiled.draft.clone().compile().map_err(|flaw| Wrong::at("file", flaw.to_string()))?;
    let settings = Settings {
        seed: request.seed,
        threads: request.threads,
        effort: request.effort,
        start: start.as_ref(),
    };
    let scale = (60 * compiled.scale) as f64;
    Ok(solve(&model, &settings, &mut |progress| {
        report(Step {
            used: progress.used,
            steps: progress.steps,
            objective: progress.objective.0 as f64 / scale,
            unserved: progress.unserved,
        });
    }))
}

pub(super) fn current(bytes: &[u8]) -> Result<Solution, Wrong> {
    Solution::read(bytes).map_err(|wrong| Wrong { path: format!("plan: {}", wrong.path), what: wrong.what })
}

/// The solver's answer, checked. What is locked is kept even when it breaks a rule, and then the rule is named. A
/// route that breaks a rule without that excuse is emptied of everything that is free, and that is said as well.
fn verified(day: &Day, routes: &Routes) -> (Solution, Worth) {
    let mut solution = day.solution(routes);
    let (breaches, worth) = check(day, &solution);
    if breaches.is_empty() {
        return (solution, worth);
    }
    let excuses = Excuses::new(day, routes, &solution);
    let guilty: HashSet<usize> =
        breaches.iter().filter(|breach| !excuses.hold_for(breach)).filter_map(|breach| breach.tech).collect();
    for route in solution.routes.iter_mut().filter(|route| guilty.contains(&route.tech)) {
        route.stops.retain(|stop| day.jobs[stop.job].locked.is_some());
        let what =
            format!("technician {}: free work was taken off, because the plan broke a rule", route.tech);
        solution.notes.push(what);
    }
    solution.routes.retain(|route| !route.stops.is_empty());
    let (breaches, worth) = check(day, &solution);
    solution.notes.extend(breaches.iter().map(|breach| format!("kept as locked: {breach}")));
    (solution, worth)
}

/// Rules that the file itself breaks: by what it locks, or by blocks that nobody can keep.
struct Excuses {
    broken: HashSet<usize>,
    by_locks: HashSet<(Rule, Option<usize>)>,
}

impl Excuses {
    fn new(day: &Day, routes: &Routes, solution: &Solution) -> Excuses {
        let mut locked = solution.clone();
        for route in &mut locked.routes {
            route.stops.retain(|stop| day.jobs[stop.job].locked.is_some());
        }
        let (breaches, _) = check(day, &locked);
        Excuses {
            broken: routes.broken.iter().map(|tech| *tech as usize).collect(),
            by_locks: breaches.iter().map(|breach| (breach.rule, breach.tech)).collect(),
        }
    }

    fn hold_for(&self, breach: &Breach) -> bool {
        matches!(breach.rule, Rule::Lock | Rule::Mandatory)
            || breach.tech.is_some_and(|tech| self.broken.contains(&tech))
            || self.by_locks.contains(&(breach.rule, breach.tech))
    }
}
