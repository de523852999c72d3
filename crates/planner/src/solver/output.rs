//! From a plan under work to an answer: every start is the earliest that the order allows.

use super::route::Route as Work;
use super::timing::{Leg, rest_starts, start_after};
use crate::model::{Model, Money, NONE, Route, Routes, Seconds, Stop};

/// The routes with their times.
pub(super) fn answer(model: &Model, routes: &[Work]) -> Routes {
    let numbered = || (0u32..).zip(routes);
    Routes {
        duties: numbered().map(|(duty, work)| timed(model, duty as usize, work)).collect(),
        unserved: unserved(model, routes).collect(),
        objective: objective(model, routes).0,
        broken: numbered().filter(|(_, work)| work.broken).map(|(duty, _)| duty).collect(),
    }
}

/// What a plan is worth to the caller, and how many jobs nobody serves.
pub(super) fn objective(model: &Model, routes: &[Work]) -> (Money, usize) {
    let worth: i64 = routes.iter().map(|work| work.worth).sum();
    let (penalties, count) = unserved(model, routes).fold((Money::ZERO, 0), |(penalties, count), job| {
        (penalties + model.draft.jobs[job as usize].penalty, count + 1)
    });
    (Money(worth) - penalties, count)
}

fn unserved(model: &Model, routes: &[Work]) -> impl Iterator<Item = u32> {
    let mut served = vec![false; model.jobs()];
    for work in routes {
        for job in work.served(model) {
            served[job as usize] = true;
        }
    }
    (0u32..).zip(served).filter(|(_, served)| !served).map(|(job, _)| job)
}

fn timed(model: &Model, duty: usize, work: &Work) -> Route {
    let shift = &model.shifts[duty];
    let mut route = Route::default();
    let job = |visit: u32| visit != NONE && (visit as usize) < model.jobs();
    if work.broken {
        let stops = work.stops().iter().filter(|node| job(node.visit));
        route.stops = stops.map(|node| Stop { job: node.visit, start: node.open }).collect();
        return route;
    }
    if work.jobs == 0 {
        return route;
    }
    let taken = breaks_before(model, work, duty);
    let mut time = shift.from;
    let mut rests: Vec<Seconds> = Vec::with_capacity(shift.breaks.len());
    for index in 1..work.nodes.len() {
        let (before, node) = (&work.nodes[index - 1], &work.nodes[index]);
        let leg =
            Leg { from: before.place, to: node.place, rests: &shift.breaks[taken[index - 1]..taken[index]] };
        let passage = rest_starts(model, shift, time, leg, &mut rests).expect("a settled route holds");
        if node.visit == NONE {
            break;
        }
        let start: Seconds = start_after(node.opening(model), node.duration, passage.arrival, &shift.busy)
            .expect("a settled route holds");
        if job(node.visit) {
            route.stops.push(Stop { job: node.visit, start });
        }
        time = start + node.duration;
    }
    route.breaks = vec![0; rests.len()];
    for (start, index) in rests.into_iter().zip(&shift.break_order) {
        route.breaks[*index as usize] = start;
    }
    route
}

/// By node: how many breaks are taken before it.
fn breaks_before(model: &Model, work: &Work, duty: usize) -> Vec<usize> {
    let shift = &model.shifts[duty];
    let mut taken = vec![0; work.nodes.len()];
    if shift.plain {
        return taken;
    }
    let width = shift.breaks.len() + 1;
    let mut now = width - 1;
    for index in (1..work.nodes.len()).rev() {
        taken[index] = now;
        now = usize::from(work.layers[index * width + now].came);
    }
    taken
}
