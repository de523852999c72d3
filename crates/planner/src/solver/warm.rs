//! From a plan that somebody has to a plan that can be searched from.

use super::links::{self, Placed};
use super::route::{Asking, Route as Work};
use super::state::State;
use crate::model::{Model, NONE, Route, Routes};

/// The fixed work, and of `plan` whatever may stay as it is; the rest is unserved.
pub(super) fn warm<'m>(model: &'m Model, plan: &Routes) -> State<'m> {
    let mut state = State::new(model);
    for (duty, route) in (0..model.duties() as u32).zip(&plan.duties) {
        let jobs = free_jobs(&state, duty, route);
        match whole(&state, duty, route, &jobs) {
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

/// A link stays when all of it is in the plan, keeps its own rule, and fits.
fn keep_link(state: &mut State<'_>, plan: &Routes, link: u32) {
    let model = state.model;
    let mut placed: Vec<Placed> = Vec::new();
    for job in links::members(model, link) {
        let found = (0u32..).zip(&plan.duties).find_map(|(duty, route)| {
            let stop = route.stops.iter().find(|stop| stop.job == *job)?;
            let pair = model.pair(*job, duty)?;
            Some(Placed { job: *job, duty, at: NONE, start: stop.start, end: stop.start + pair.duration })
        });
        let Some(found) = found else { return };
        placed.push(found);
    }
    if !links::holds(model, link, &placed) {
        return;
    }
    let copy = state.routes.clone();
    for one in placed {
        let asking = Asking::new(model, one.job, one.duty, Some(one.start));
        let open = windows_allow(model, one) && state.has_room(one.duty);
        let fit = state.routes[one.duty as usize].best_fit(model, one.duty, &asking).filter(|_| open);
        let kept = fit.is_some_and(|fit| state.insert(one.job, one.duty, fit.at, Some(one.start)));
        if !kept {
            *state = State::of(model, copy);
            return;
        }
    }
}

fn windows_allow(model: &Model, placed: Placed) -> bool {
    let windows = &model.draft.jobs[placed.job as usize].windows;
    windows.iter().any(|window| (window.earliest..=window.latest).contains(&placed.start))
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
fn whole(state: &State<'_>, duty: u32, route: &Route, jobs: &[u32]) -> Option<Work> {
    let model = state.model;
    let mut work = state.routes[duty as usize].clone();
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
        work.nodes.insert(at, Asking::new(model, stop.job, duty, None).node);
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
