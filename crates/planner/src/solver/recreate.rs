//! Recreate: jobs are put back one after the other, each where it is worth the most at that moment.

use super::chance::Chance;
use super::fits::{Fits, Seat};
use super::links;
use super::route::Asking;
use super::state::State;
use crate::model::{Model, NONE};
use std::cmp::Reverse;

/// What decides who is put back first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Random,
    Dense,
    Tight,
    Rare,
    Early,
    Regret,
}

impl Order {
    pub(super) const ALL: [Order; 6] =
        [Order::Random, Order::Dense, Order::Tight, Order::Rare, Order::Early, Order::Regret];
}

/// What the orders look at, by job.
#[derive(Debug, Clone)]
pub(super) struct Traits {
    /// Prize per minute.
    dense: Vec<i64>,
    /// Room in its windows.
    tight: Vec<i32>,
    /// How many duties may serve it.
    rare: Vec<u32>,
}

impl Traits {
    pub(super) fn new(model: &Model) -> Traits {
        let jobs = 0..model.jobs();
        let dense = jobs.clone().map(|job| {
            let visit = &model.visits[job];
            let best = model.pairs[model.pairs_of(job)].first().map_or(0, |pair| pair.gain);
            // A drive there is part of what it takes: a quarter of an hour is the usual one.
            best.saturating_add(visit.miss) / i64::from(visit.duration + 900)
        });
        let tight = jobs.clone().map(|job| {
            let visit = &model.visits[job];
            let gaps: i32 = visit.windows.windows(2).map(|two| two[1].earliest - two[0].latest).sum();
            visit.close - visit.open - gaps
        });
        let rare = jobs.clone().map(|job| model.pairs_of(job).len() as u32);
        Traits { dense: dense.collect(), tight: tight.collect(), rare: rare.collect() }
    }

    fn sort(&self, model: &Model, jobs: &mut [u32], order: Order, chance: &mut Chance) {
        chance.shuffle(jobs);
        match order {
            Order::Random | Order::Regret => {}
            Order::Dense => jobs.sort_by_key(|job| Reverse(self.dense[*job as usize])),
            Order::Tight => jobs.sort_by_key(|job| self.tight[*job as usize]),
            Order::Rare => jobs.sort_by_key(|job| self.rare[*job as usize]),
            Order::Early => jobs.sort_by_key(|job| model.visits[*job as usize].close),
        }
    }
}

/// Puts jobs back in an order; those that fit nowhere, or cost more than they bring, stay out.
pub(super) fn recreate(
    state: &mut State<'_>,
    fits: &mut Fits,
    traits: &Traits,
    chance: &mut Chance,
    jobs: &mut Vec<u32>,
    order: Order,
) {
    let model = state.model;
    traits.sort(model, jobs, order, chance);
    if order == Order::Regret {
        return by_regret(state, fits, chance, jobs);
    }
    for job in jobs.iter() {
        let link = model.visits[*job as usize].link;
        if link != NONE {
            links::place(state, fits, link);
            continue;
        }
        if let Some(seat) = fits.best(state, *job, Some(&mut *chance)) {
            let at = elsewhere(state, *job, seat, chance).unwrap_or(seat.at);
            state.insert(*job, seat.duty, at, None);
        }
    }
}

/// Now and then another place on the same route: the cheapest is not always in the order that lets the next one in.
fn elsewhere(state: &State<'_>, job: u32, seat: Seat, chance: &mut Chance) -> Option<u32> {
    let model = state.model;
    let asking = chance.happens(ELSEWHERE_PER_MILLE).then(|| Asking::new(model, job, seat.duty, None))?;
    let fit = state.routes[seat.duty as usize].best_fit_but(model, seat.duty, &asking, seat.at)?;
    (asking.node.gain - fit.cost > -model.visits[job as usize].miss).then_some(fit.at)
}

const ELSEWHERE_PER_MILLE: usize = 20;

/// Puts back next whoever loses the most when the best place is gone.
fn by_regret(state: &mut State<'_>, fits: &mut Fits, chance: &mut Chance, jobs: &mut Vec<u32>) {
    let model = state.model;
    jobs.retain(|job| {
        let link = model.visits[*job as usize].link;
        if link != NONE {
            links::place(state, fits, link);
        }
        link == NONE
    });
    while !jobs.is_empty() {
        let mut next = None;
        for (index, job) in jobs.iter().enumerate() {
            let (best, second) = fits.two_best(state, *job, Some(&mut *chance), true);
            if let Some(best) = best {
                let regret = best.score - second;
                if next.is_none_or(|(most, _, _)| regret > most) {
                    next = Some((regret, index, best));
                }
            }
        }
        let Some((_, index, seat)) = next else { break };
        let job = jobs.swap_remove(index);
        state.insert(job, seat.duty, seat.at, None);
    }
}
