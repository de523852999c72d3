//! From a plan that somebody has to a plan that can be searched from.

use super::links::{self, Placed};
use super::route::{Asking, Route as Work};
use super::state::State;
use crate::model::{Model, NONE, Route, Routes, Seconds};

/// The fixed work, and of `plan` whatever may stay as it is; the rest is unserved.
pub(super) fn warm<'m>(model: &'m Model, plan: &Routes) -> State<'m> {
    if let Some(state) = unchanged(model, plan) {
        return state;
    }
    let mut state = State::new(model);
    for (duty, route) in (0..model.duties() as u32).zip(&plan.duties) {
        let jobs = free_jobs(&state, duty, route);
        match whole(&state.routes[duty as usize], model, duty, route, &jobs) {
            Some(work) if groups_allow(&state, duty, jobs.len()) => state.extend(duty, work, &jobs),
            _ => one_by_one(&mut state, duty, &jobs),
        }
    }
    for link in 0..model.draft.links.len() as u32 {
        keep_link(&mut state, plan, link);
    }
    state.begin();
    state
}

/// The plan as it is, when nothing about it is wrong.
fn unchanged<'m>(model: &'m Model, plan: &Routes) -> Option<State<'m>> {
    let mut state = State::new(model);
    for (duty, route) in (0..model.duties() as u32).zip(&plan.duties) {
        let movable = |job: &u32| (*job as usize) >= model.jobs() || !model.is_fixed(*job);
        let jobs: Vec<u32> = route.stops.iter().map(|stop| stop.job).filter(movable).collect();
        let able = |job: &u32| (*job as usize) < model.jobs() && model.pair(*job, duty).is_some();
        let once = |job: &u32| state.on[*job as usize] == NONE;
        if jobs.is_empty() {
            continue;
        }
        if !jobs.iter().all(|job| able(job) && once(job)) || !groups_allow(&state, duty, jobs.len()) {
            return None;
        }
        let work = whole(&state.routes[duty as usize], model, duty, route, &jobs)?;
        state.extend(duty, work, &jobs);
    }
    for link in 0..model.draft.links.len() as u32 {
        let jobs = links::members(model, link);
        let served = jobs.iter().filter(|job| state.on[**job as usize] != NONE).count();
        let placed = placed(model, plan, link);
        let whole = placed.as_ref().is_some_and(|placed| links::holds(model, link, placed));
        if served > 0 && !(whole && served == jobs.len()) {
            return None;
        }
    }
    // Read anew, so that the starts of linked jobs are known.
    Some(State::of(model, state.routes))
}

/// Where a plan has the jobs of a link, if it has all of them.
fn placed(model: &Model, plan: &Routes, link: u32) -> Option<Vec<Placed>> {
    let jobs = links::members(model, link).iter();
    jobs.map(|job| {
        (0..model.duties() as u32).zip(&plan.duties).find_map(|(duty, route)| {
            let stop = route.stops.iter().find(|stop| stop.job == *job)?;
            let pair = model.pair(*job, duty)?;
            Some(Placed { job: *job, duty, at: NONE, start: stop.start, end: stop.start + pair.duration })
        })
    })
    .collect()
}

/// A link stays when all of it is in the plan, keeps its own rule, and fits.
fn keep_link(state: &mut State<'_>, plan: &Routes, link: u32) {
    let model = state.model;
    let Some(placed) = placed(model, plan, link).filter(|placed| links::holds(model, link, placed)) else {
        return;
    };
    let copy = state.routes.clone();
    for one in placed {
        let asking = Asking::new(model, one.job, one.duty, Some(one.start));
        let open = windows_allow(model, one.job, one.start) && state.has_room(one.duty);
        let fit = state.routes[one.duty as usize].best_fit(model, one.duty, &asking).filter(|_| open);
        let kept = fit.is_some_and(|fit| state.insert(one.job, one.duty, fit.at, Some(one.start)));
        if !kept {
            *state = State::of(model, copy);
            return;
        }
    }
}

fn windows_allow(model: &Model, job: u32, start: Seconds) -> bool {
    let windows = &model.draft.jobs[job as usize].windows;
    windows.iter().any(|window| (window.earliest..=window.latest).contains(&start))
}

/// The jobs of a route that may be put there.
fn free_jobs(state: &State<'_>, duty: u32, route: &Route) -> Vec<u32> {
    let mut jobs: Vec<u32> = Vec::with_capacity(route.stops.len());
    for stop in &route.stops {
        let known = (stop.job as usize) < state.model.jobs() && state.on[stop.job as usize] == NONE;
        let able = known && state.model.pair(stop.job, duty).is_some();
        if able && state.model.visits[stop.job as usize].link == NONE && !jobs.contains(&stop.job) {
            jobs.push(stop.job);
        }
    }
    jobs
}

/// All of them in the order of the plan, if that can be kept.
fn whole(fixed: &Work, model: &Model, duty: u32, route: &Route, jobs: &[u32]) -> Option<Work> {
    let mut work = fixed.clone();
    if work.broken {
        return None;
    }
    let mut at = 1;
    for stop in route.stops.iter().filter(|stop| jobs.contains(&stop.job)) {
        while at + 1 < work.nodes.len()
            && work.nodes[at].open <= stop.start
            && model.is_fixed(work.nodes[at].visit)
        {
            at += 1;
        }
        let linked = model.visits[stop.job as usize].link != NONE;
        if linked && !windows_allow(model, stop.job, stop.start) {
            return None;
        }
        let pin = linked.then_some(stop.start);
        work.nodes.insert(at, Asking::new(model, stop.job, duty, pin).node);
        at += 1;
    }
    work.settle(model, duty).then_some(work)
}

fn one_by_one(state: &mut State<'_>, duty: u32, jobs: &[u32]) {
    for job in jobs {
        let pair = *state.model.pair(*job, duty).expect("only able jobs are asked for");
        let fit = if state.has_room(duty) { state.fit(*job, &pair) } else { None };
        if let Some(fit) = fit {
            state.insert(*job, duty, fit.at, None);
        }
    }
}

fn groups_allow(state: &State<'_>, duty: u32, more: usize) -> bool {
    let model = state.model;
    let room = |group: &u32| {
        let most = model.draft.groups[*group as usize].max_jobs;
        state.counts[*group as usize] as usize + more <= most as usize
    };
    model.shifts[duty as usize].groups.iter().all(room)
}
