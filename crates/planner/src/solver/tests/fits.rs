//! The constant-time test against every second tried.

use super::drawn::{Features, draft};
use super::reach::{Item, home};
use crate::model::{Draft, Model};
use crate::solver::chance::Chance;
use crate::solver::route::Route;
use crate::solver::state::State;

const EVERYTHING: Features = Features { duties: 2, jobs: 6, slices: false, groups: false, links: false };

/// The stops of a route as items.
pub(super) fn items(model: &Model, route: &Route) -> Vec<Item> {
    let mut appointments = 0;
    let item = |node: &crate::solver::route::Node| {
        if (node.visit as usize) < model.jobs() {
            return Item::Job(node.visit);
        }
        appointments += 1;
        Item::Appointment(appointments - 1)
    };
    route.stops().iter().map(item).collect()
}

/// Appointments in the order in which a route has them.
pub(super) fn sorted(mut draft: Draft) -> Draft {
    for duty in &mut draft.duties {
        duty.appointments.sort_by_key(|fixed| (fixed.span.start, fixed.span.end));
    }
    draft
}

/// Where a job fits on a route by every second tried: the least extra drive, if it fits anywhere.
fn tried(model: &Model, route: &Route, duty: u32, job: u32) -> Option<i64> {
    let draft = model.draft();
    let shift = &draft.duties[duty as usize];
    let able = draft.jobs[job as usize].able.iter().find(|able| able.duty == duty)?;
    let old = items(model, route);
    let jobs = old.iter().filter(|item| matches!(item, Item::Job(_))).count();
    let load: u32 = old
        .iter()
        .map(|item| if let Item::Job(job) = item { draft.jobs[*job as usize].demand } else { 0 })
        .sum();
    let full = shift.max_jobs.is_some_and(|most| jobs as u32 >= most);
    if full || shift.capacity.is_some_and(|most| load + draft.jobs[job as usize].demand > most) {
        return None;
    }
    let places = (0..=old.len()).filter_map(|at| {
        let mut order = old.clone();
        order.insert(at, Item::Job(job));
        let back = home(draft, duty, &order)?;
        let drive = driven(draft, duty, &order);
        if shift.max_drive.is_some_and(|most| drive > i64::from(most)) {
            return None;
        }
        let overtime = i64::from((back - shift.until).max(0)) * shift.overtime_price.0;
        Some(drive * draft.drive_price.0 + overtime)
    });
    let least = places.min()?;
    Some(route.worth + able.gain.0 - (gains(model, route) + able.gain.0 - least))
}

fn gains(model: &Model, route: &Route) -> i64 {
    route.stops().iter().filter(|node| (node.visit as usize) < model.jobs()).map(|node| node.gain).sum()
}

/// Seconds behind the wheel, by one matrix.
pub(super) fn driven(draft: &Draft, duty: u32, order: &[Item]) -> i64 {
    let shift = &draft.duties[duty as usize];
    let place = |item: &Item| match item {
        Item::Job(job) => draft.jobs[*job as usize].place,
        Item::Appointment(at) => shift.appointments[*at].place,
    };
    let places: Vec<Option<u32>> = [shift.start]
        .into_iter()
        .chain(order.iter().map(|item| Some(place(item))))
        .chain([shift.end])
        .collect();
    places.windows(2).map(|two| i64::from(super::reach::seconds(draft, 0, two[0], two[1]))).sum()
}

#[test]
fn a_place_is_found_exactly_when_every_second_tried_finds_one() {
    let (mut fitting, mut refused) = (0, 0);
    for seed in 0..700 {
        let model = sorted(draft(seed, EVERYTHING)).compile().expect("a drawn problem makes sense");
        let chance = &mut Chance::new(seed, 5);
        let mut state = State::new(&model);
        for _ in 0..12 {
            let (job, duty) = (chance.below(6) as u32, chance.below(2) as u32);
            if state.on[job as usize] != crate::model::NONE {
                let from = state.on[job as usize];
                state.remove(from, &[job]);
                continue;
            }
            let Some(pair) = model.pair(job, duty).copied() else { continue };
            let fit = state.fit(job, &pair);
            let route = &state.routes[duty as usize];
            if route.broken {
                assert!(fit.is_none());
                continue;
            }
            let expected = tried(&model, route, duty, job);
            assert_eq!(fit.map(|fit| fit.cost), expected, "seed {seed}, job {job} on duty {duty}");
            let Some(fit) = fit else {
                refused += 1;
                continue;
            };
            fitting += 1;
            let before = state.worth;
            assert!(state.insert(job, duty, fit.at, None), "seed {seed}: what fits can be put there");
            let miss = model.visits[job as usize].miss;
            assert_eq!(state.worth, before + pair.gain - fit.cost + miss, "seed {seed}");
        }
    }
    assert!(fitting > 900 && refused > 900, "{fitting} fit, {refused} do not");
}

#[test]
fn with_drives_that_depend_on_the_hour_a_place_is_found_exactly_when_one_exists() {
    let mut seen = [0, 0];
    for seed in 0..500 {
        let features = Features { slices: true, ..EVERYTHING };
        let mut drawn = sorted(draft(seed, features));
        for duty in &mut drawn.duties {
            duty.max_drive = None;
        }
        let model = drawn.compile().expect("a drawn problem makes sense");
        let mut state = State::new(&model);
        for job in 0..6 {
            let duty = job % 2;
            let Some(pair) = model.pair(job, duty).copied() else { continue };
            if state.routes[duty as usize].broken {
                continue;
            }
            let fit = state.fit(job, &pair);
            let expected = tried(&model, &state.routes[duty as usize], duty, job);
            assert_eq!(fit.is_some(), expected.is_some(), "seed {seed}, job {job}");
            seen[usize::from(fit.is_some())] += 1;
            if let Some(fit) = fit {
                assert!(state.insert(job, duty, fit.at, None), "seed {seed}: what fits can be put there");
            }
        }
    }
    assert!(seen[0] > 250 && seen[1] > 250, "{seen:?}");
}
