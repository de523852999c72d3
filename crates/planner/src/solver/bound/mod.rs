//! What no plan can be worth more than.
//!
//! Lagrangian relaxation of the rule that nobody is served twice: each job gets a price, every duty picks the route
//! that is worth the most after paying for its jobs (`route`), and prices and picks together are worth at least as much
//! as any plan. The prices that make this least are looked for by subgradients.
//!
//! What is relaxed: jobs are priced instead of served once; a route may come back to a job it has left far behind;
//! the longest leg, the most driving, capacity, the most jobs, groups, links and the duty to serve mandatory jobs are
//! dropped; drives take the shortest path; breaks may interrupt a drive. Windows, durations, shifts, breaks, fixed work
//! and money are exact. So the bound holds for every plan of the model, and is not always reached.
//!
//! Sources: Fisher (1981), doi:10.1287/mnsc.27.1.1; ng-routes: Baldacci, Mingozzi & Roberti (2011),
//! doi:10.1287/opre.1110.0975; steps: Polyak (1969), doi:10.1016/0041-5553(69)90061-5.

mod route;

use crate::model::{Model, Money, NONE, Routes};
use route::{Priced, Pricing};

/// An upper bound on what any plan is worth.
///
/// `plan` is the best plan that is known: the nearer it is, the better the steps. `used` says what share of the time
/// for this is used, as in [`super::Effort::Share`]; it is asked before each duty. How good the bound is depends on how
/// far it got; a bound it is at any time.
pub fn upper_bound(model: &Model, plan: &Routes, used: &(dyn Fn() -> f64 + Sync)) -> Money {
    let mut best = dearest(model);
    let Some(shortest) = shortest_paths(model, used) else { return Money(best) };
    let pricing = Pricing::new(model, &shortest);
    let mut prices = Prices::new(model, plan);
    let mut picks: Vec<Priced> =
        (0u32..).zip(&plan.duties).map(|(duty, route)| pricing.known(duty, route)).collect();
    let mut stalled = 0;
    for _ in 0..MOST_ROUNDS {
        let Some(found) = all_duties(&pricing, &prices.of, &picks, used) else { break };
        picks = found;
        let left: i64 = picks.iter().map(|pick| pick.after(&prices.of)).sum();
        let bound = prices.of.iter().sum::<i64>() + left - penalties(model);
        stalled = if bound < best { 0 } else { stalled + 1 };
        best = best.min(bound);
        if stalled >= PATIENCE {
            prices.pace *= CALMER;
            stalled = 0;
        }
        if !prices.adjust(&picks, best - plan.objective.0) {
            break;
        }
    }
    Money(best)
}

/// Rounds of prices at most.
const MOST_ROUNDS: usize = 400;
/// Rounds without a better bound until steps get shorter.
const PATIENCE: usize = 4;
/// What steps are multiplied by then.
const CALMER: f64 = 0.6;
/// Steps so short change nothing any more.
const STILL: f64 = 0.001;

/// The bound without any search: every job with the technician who makes the most of it, for free.
fn dearest(model: &Model) -> i64 {
    let jobs = (0..model.jobs()).filter(|job| !model.is_fixed(*job as u32));
    let profit = jobs.map(|job| {
        let most = model.pairs[model.pairs_of(job)].first().map_or(0, |pair| pair.gain);
        if model.pairs_of(job).is_empty() { 0 } else { (most + model.draft.jobs[job].penalty.0).max(0) }
    });
    let idle: i64 = (0..model.duties() as u32)
        .map(|duty| {
            let fixed = model.shifts[duty as usize].fixed.iter();
            fixed.map(|visit| model.on(*visit, duty).0).sum::<i64>()
        })
        .sum();
    profit.sum::<i64>() + idle - penalties(model)
}

/// What it costs to serve nobody but those that are fixed.
fn penalties(model: &Model) -> i64 {
    let jobs = model.draft.jobs.iter().zip(&model.visits);
    jobs.filter(|(_, visit)| visit.fixed_on == NONE).map(|(job, _)| job.penalty.0).sum()
}

/// The picks of all duties; none when the time is over before the last.
fn all_duties(
    pricing: &Pricing<'_>,
    prices: &[i64],
    known: &[Priced],
    used: &(dyn Fn() -> f64 + Sync),
) -> Option<Vec<Priced>> {
    let duties = known.len();
    let half = |from: usize, to: usize| -> Option<Vec<Priced>> {
        (from..to)
            .map(|duty| (used() < 1.0).then(|| pricing.best_route(duty as u32, prices, &known[duty])))
            .collect()
    };
    std::thread::scope(|scope| {
        let second = scope.spawn(|| half(duties / 2, duties));
        let first = half(0, duties / 2);
        let second = second.join().expect("pricing does not panic");
        let (mut first, second) = (first?, second?);
        first.extend(second);
        Some(first)
    })
}

/// What a duty pays for a job.
struct Prices {
    /// By job, never below zero.
    of: Vec<i64>,
    /// How long steps are.
    pace: f64,
    counts: Vec<i64>,
}

impl Prices {
    /// Served jobs cost what they bring less the time they take, at a share of the going rate; others nothing.
    fn new(model: &Model, plan: &Routes) -> Prices {
        let mut of = vec![0; model.jobs()];
        let time = |job: u32| i64::from(model.visits[job as usize].duration + USUAL_DRIVE);
        let seconds: i64 = plan.duties.iter().flat_map(|route| &route.stops).map(|stop| time(stop.job)).sum();
        let rate = SHARE_OF_RATE * plan.objective.0.max(0) as f64 / seconds.max(1) as f64;
        for (duty, route) in (0u32..).zip(&plan.duties) {
            for stop in route.stops.iter().filter(|stop| !model.is_fixed(stop.job)) {
                let worth = model.on(stop.job, duty).0 + model.draft.jobs[stop.job as usize].penalty.0;
                of[stop.job as usize] = (worth - (rate * time(stop.job) as f64) as i64).max(0);
            }
        }
        Prices { of, pace: 1.0, counts: vec![0; model.jobs()] }
    }

    /// Makes dearer what was picked twice and cheaper what nobody picked. False when there is nothing left to gain.
    fn adjust(&mut self, picks: &[Priced], gap: i64) -> bool {
        self.counts.fill(-1);
        for job in picks.iter().flat_map(|pick| &pick.jobs) {
            self.counts[*job as usize] += 1;
        }
        for (count, price) in self.counts.iter_mut().zip(&self.of) {
            // A price of zero cannot fall.
            if *price == 0 {
                *count = (*count).max(0);
            }
        }
        let norm: i64 = self.counts.iter().map(|count| count * count).sum();
        if norm == 0 || gap <= 0 || self.pace < STILL {
            return false;
        }
        let step = (self.pace * gap as f64 / norm as f64) as i64 + 1;
        for (price, count) in self.of.iter_mut().zip(&self.counts) {
            *price = (*price + step * count).max(0);
        }
        true
    }
}

/// A quarter of an hour.
const USUAL_DRIVE: i32 = 900;
/// Found by trying: it makes the first bound the least.
const SHARE_OF_RATE: f64 = 0.3;

/// The least of all matrices, with every detour that is shorter; row by row, `side` × `side`.
fn shortest_paths(model: &Model, used: &(dyn Fn() -> f64 + Sync)) -> Option<Vec<u32>> {
    let mut shortest = model.there.first()?.clone();
    for matrix in &model.there[1..] {
        for (least, seconds) in shortest.iter_mut().zip(matrix) {
            *least = (*least).min(*seconds);
        }
    }
    let (side, places) = (model.side, model.side - 1);
    let mut by_row = vec![0; side];
    for by in 0..places {
        if used() >= 1.0 {
            return None;
        }
        by_row.copy_from_slice(&shortest[by * side..(by + 1) * side]);
        by_row[places] = u32::MAX / 2;
        for row in shortest.chunks_exact_mut(side).take(places) {
            let to = row[by];
            for (least, on) in row.iter_mut().zip(&by_row) {
                *least = (*least).min(to + on);
            }
        }
    }
    Some(shortest)
}
