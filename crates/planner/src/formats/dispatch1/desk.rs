//! Plans a `dispatch-1` problem. The checker sees the plan before anybody else does.

use super::answer;
use super::book::Book;
use super::check::read;
use super::compile::{Compiled, compile};
use super::file::State;
use super::plan::Plan;
use crate::checker::dispatch1::{Breach, Rule, check};
use crate::formats::Wrong;
use crate::formats::answer::{Reply, Request, Step};
use crate::model::{Model, Route, Routes, Stop};
use crate::solver::{Effort, Settings, Solved, solve};
use std::collections::HashSet;

/// Reads, plans, checks and writes.
///
/// # Errors
/// A field that makes no sense.
pub(in crate::formats) fn plan(request: &Request<'_>, report: &mut dyn FnMut(Step)) -> Result<Reply, Wrong> {
    let book = opened(request)?;
    let (plan, steps) = planned(&book, request, report)?;
    let worth = &plan.worth;
    let visits: usize = plan.routes.iter().map(|route| route.stops.len()).sum();
    let mut said = vec![format!(
        "{visits} of {} visits, {:.2} dollars in all ({} min of driving, {} changes), {steps} steps",
        book.problem.jobs.len(),
        worth.total_cents as f64 / 100.0,
        worth.drive_seconds / 60,
        worth.changes
    )];
    said.extend(plan.notes.iter().cloned());
    Ok(Reply { json: plan.to_json(), said })
}

/// Reads the problem, with the visits where the current plan has them.
pub(super) fn opened(request: &Request<'_>) -> Result<Book, Wrong> {
    let book = read(request.problem)?;
    let Some(bytes) = request.current else { return Ok(book) };
    let within = |wrong: Wrong| Wrong { path: format!("plan: {}", wrong.path), what: wrong.what };
    let current = Plan::read(bytes).map_err(within)?;
    let mut problem = book.problem;
    for job in &mut problem.jobs {
        if matches!(job.state, State::Unassigned | State::Assigned { .. }) {
            job.state = State::Unassigned;
        }
    }
    for (index, route) in current.routes.iter().enumerate() {
        if !book.technicians.contains_key(&route.technician) {
            let what = format!("there is no technician `{}`", route.technician);
            return Err(within(Wrong::at(format!("routes[{index}].technician"), what)));
        }
        for (at, stop) in route.stops.iter().enumerate() {
            let Some(job) = book.jobs.get(&stop.job) else {
                let what = format!("there is no job `{}`", stop.job);
                return Err(within(Wrong::at(format!("routes[{index}].stops[{at}].job"), what)));
            };
            let state = &mut problem.jobs[*job].state;
            if matches!(state, State::Assigned { .. }) {
                let what = format!("`{}` is planned already", stop.job);
                return Err(within(Wrong::at(format!("routes[{index}].stops[{at}].job"), what)));
            }
            if matches!(state, State::Unassigned) {
                *state = State::Assigned { technician: route.technician.clone(), start: stop.start };
            }
        }
    }
    super::checked(problem)
}

/// The first price of a change, in cents, when a budget is not kept without one.
const FIRST_PRICE: i64 = 10_000;
/// At this price nothing changes but what has to.
const NO_CHANGE: i64 = 100_000_000;
/// Shares of the effort after which an attempt ends, when there is a budget.
const ATTEMPTS: [f64; 6] = [0.4, 0.55, 0.7, 0.8, 0.9, 1.0];

/// The best plan that was found, and the steps it took.
///
/// A change budget is kept by putting a price on changes: without one first, then more or less until the budget is met
/// closely. The last attempt, when none was within the budget, has a price at which nothing changes that need not.
fn planned(book: &Book, request: &Request<'_>, report: &mut dyn FnMut(Step)) -> Result<(Plan, u64), Wrong> {
    let Some(budget) = book.problem.settings.change_budget else {
        return attempt(book, request, 0, (0.0, 1.0), report);
    };
    let (mut best, mut steps): (Option<Plan>, u64) = (None, 0);
    let (mut price, mut low, mut high) = (0, 0, NO_CHANGE);
    let mut begin = 0.0;
    for (index, end) in ATTEMPTS.iter().enumerate() {
        let is_last = index + 1 == ATTEMPTS.len();
        if is_last && best.is_none() {
            price = NO_CHANGE;
        }
        let (plan, more) = attempt(book, request, price, (begin, *end), report)?;
        (begin, steps) = (*end, steps + more);
        let within = plan.worth.changes <= budget;
        if within || (is_last && best.is_none()) {
            if best.as_ref().is_none_or(|best| best.worth.total_cents < plan.worth.total_cents) {
                best = Some(plan);
            }
            if price == 0 {
                break;
            }
            high = price;
        } else {
            low = price.max(1);
        }
        price = match (low, high) {
            (_, NO_CHANGE) => (price * 8).clamp(FIRST_PRICE, NO_CHANGE),
            (low, high) => ((low.max(100) as f64) * (high as f64)).sqrt() as i64,
        };
    }
    Ok((best.expect("the last attempt is taken in any case"), steps))
}

/// One search with a price on changes, in a part of the effort.
fn attempt(
    book: &Book,
    request: &Request<'_>,
    per_change: i64,
    (begin, end): (f64, f64),
    report: &mut dyn FnMut(Step),
) -> Result<(Plan, u64), Wrong> {
    let compiled = compile(book, per_change)?;
    let solved = searched(book, &compiled, request, (begin, end), report)?;
    Ok((verified(book, &compiled, &solved.routes), solved.steps))
}

/// The best plan that the solver finds in a part of the effort.
pub(super) fn searched(
    book: &Book,
    compiled: &Compiled,
    request: &Request<'_>,
    (begin, end): (f64, f64),
    report: &mut dyn FnMut(Step),
) -> Result<Solved, Wrong> {
    let model: Model =
        compiled.draft.clone().compile().map_err(|flaw| Wrong::at("file", flaw.to_string()))?;
    let share: &(dyn Fn() -> f64 + Sync) = match request.effort {
        Effort::Share(share) => share,
        Effort::Steps(_) => &|| 0.0,
    };
    let part = || (share() - begin) / (end - begin);
    let effort = match request.effort {
        Effort::Share(_) => Effort::Share(&part),
        Effort::Steps(steps) => Effort::Steps((steps as f64 * (end - begin)).ceil() as u64),
    };
    let start = standing(book, compiled);
    let settings = Settings { seed: request.seed, threads: request.threads, effort, start: start.as_ref() };
    Ok(solve(&model, &settings, &mut |progress| {
        report(Step {
            used: begin + progress.used * (end - begin),
            steps: progress.steps,
            objective: progress.objective.0 as f64 / (60 * super::compile::SCALE) as f64,
            unserved: progress.unserved,
        });
    }))
}

/// The current plan as the solver begins with it; none when nothing is on the schedule.
pub(super) fn standing(book: &Book, compiled: &Compiled) -> Option<Routes> {
    let mut routes = Routes { duties: vec![Route::default(); compiled.made.len()], ..Routes::default() };
    let mut any = false;
    for (index, job) in book.problem.jobs.iter().enumerate() {
        let Some(number) = compiled.of_job.get(&index) else { continue };
        let at = book.current(job).and_then(|(technician, start)| {
            let holds = |made: &super::compile::Made| {
                made.technician == technician && (made.from..made.home_by).contains(&start)
            };
            Some((compiled.made.iter().position(holds)?, start))
        });
        match at {
            Some((duty, start)) => {
                any = true;
                let start = i32::try_from(start).expect("instants that were read fit in 31 bits");
                routes.duties[duty].stops.push(Stop { job: *number, start });
            }
            None => routes.unserved.push(*number),
        }
    }
    for route in &mut routes.duties {
        route.stops.sort_by_key(|stop| stop.start);
    }
    any.then_some(routes)
}

/// An answer, checked. What is locked is kept even when it breaks a rule, and then the rule is named. A route that
/// breaks a rule without that excuse is emptied of everything that is free, and that is said as well.
fn verified(book: &Book, compiled: &Compiled, routes: &Routes) -> Plan {
    let plan = answer::plan(book, compiled, routes);
    let breaches = check(&book.problem, &plan);
    if breaches.is_empty() {
        return plan;
    }
    let kept = kept(book);
    let bare = stripped(book, compiled, routes, |_, job| kept.contains(&job));
    let excuses: HashSet<(Rule, Option<String>, Option<String>)> =
        check(&book.problem, &answer::plan(book, compiled, &bare))
            .into_iter()
            .map(|breach| (breach.rule, breach.technician, breach.job))
            .collect();
    let excused = |breach: &Breach| {
        let key = (breach.rule, breach.technician.clone(), breach.job.clone());
        excuses.contains(&key)
            || matches!(breach.rule, Rule::Lock | Rule::Must | Rule::Reserve | Rule::ChangeBudget)
    };
    let guilty: Vec<&Breach> = breaches.iter().filter(|breach| !excused(breach)).collect();
    if guilty.is_empty() {
        return told(plan, &breaches);
    }
    let people: HashSet<usize> = guilty
        .iter()
        .filter_map(|breach| breach.technician.as_ref())
        .map(|id| book.technicians[id])
        .collect();
    let homeless = guilty.iter().any(|breach| breach.technician.is_none());
    let safe = stripped(book, compiled, routes, |technician, job| {
        kept.contains(&job) || !(homeless || people.contains(&technician))
    });
    let mut plan = answer::plan(book, compiled, &safe);
    for breach in &guilty {
        plan.notes.push(format!("free work was taken off, because the plan broke a rule: {breach}"));
    }
    let breaches = check(&book.problem, &plan);
    told(plan, &breaches)
}

fn told(mut plan: Plan, breaches: &[Breach]) -> Plan {
    plan.notes.extend(breaches.iter().map(|breach| format!("kept as it was decided: {breach}")));
    plan
}

/// Jobs that people decided about, and those tied to what they decided or to what has begun.
fn kept(book: &Book) -> HashSet<usize> {
    let jobs = &book.problem.jobs;
    let decided = |job: &super::Job| job.lock.is_some() || job.must.is_some() || book.begun(job).is_some();
    let mut kept: HashSet<usize> = (0..jobs.len()).filter(|index| decided(&jobs[*index])).collect();
    for link in &book.problem.links {
        let members: Vec<usize> = link.jobs().iter().map(|id| book.jobs[id]).collect();
        if members.iter().any(|member| kept.contains(member)) {
            kept.extend(members);
        }
    }
    kept
}

/// The routes with only those jobs that are held, told by technician and job of the file.
fn stripped(
    book: &Book,
    compiled: &Compiled,
    routes: &Routes,
    holds: impl Fn(usize, usize) -> bool,
) -> Routes {
    let mut routes = routes.clone();
    // Whole links go, or none of it.
    let mut gone: HashSet<usize> = HashSet::new();
    for (duty, route) in routes.duties.iter().enumerate() {
        for stop in &route.stops {
            if let super::compile::Source::Job(job) = compiled.sources[stop.job as usize]
                && !holds(compiled.made[duty].technician, job)
            {
                gone.insert(job);
            }
        }
    }
    for link in &book.problem.links {
        let members: Vec<usize> = link.jobs().iter().map(|id| book.jobs[id]).collect();
        if members.iter().any(|member| gone.contains(member)) {
            gone.extend(members);
        }
    }
    for route in &mut routes.duties {
        route.stops.retain(|stop| match compiled.sources[stop.job as usize] {
            super::compile::Source::Job(job) => !gone.contains(&job),
            super::compile::Source::Event { .. } => true,
        });
        if route.stops.is_empty() {
            route.breaks.clear();
        }
    }
    routes
}
