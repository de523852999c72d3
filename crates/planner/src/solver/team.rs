//! Two searches on one plan, whoever carries them.
//!
//! A large board is split in halves, another line every round, and each search improves its own half of the same plan.
//! On a small board both search the whole of it and now and then the worse one goes on from the best plan. Nothing
//! depends on who runs when, so one thread and two give the same answer for the same number of steps.

use super::anneal::Heat;
use super::chance::Chance;
use super::recreate::Order;
use super::route::Route;
use super::search::{Ground, Search};
use super::split::Split;
use super::state::State;
use super::tuning::Tuning;
use super::{Effort, Settings};

/// The two searches and the best plan of both.
pub(super) struct Team<'g, 'm> {
    ground: &'g Ground<'m>,
    searches: [Search<'g, 'm>; 2],
    /// The plan that both halves work on.
    now: Vec<Route>,
    best: Vec<Route>,
    best_worth: i64,
    heat: Heat,
    chance: Chance,
}

impl<'g, 'm> Team<'g, 'm> {
    /// `state` is where to begin; what it leaves out is put in greedily first.
    pub(super) fn new(ground: &'g Ground<'m>, state: State<'m>, seed: u64) -> Team<'g, 'm> {
        let mut first = Search::new(ground, state, Chance::new(seed, 1));
        first.fill(Order::Dense);
        let second = Search::new(ground, first.state.clone(), Chance::new(seed, 2));
        let now = first.state.routes.clone();
        let scale = worth_of_a_job(&first.state);
        let Tuning { hot, cold, .. } = ground.tuning;
        Team {
            ground,
            best: now.clone(),
            best_worth: first.state.worth,
            now,
            heat: Heat::new(scale * hot, scale * cold),
            searches: [first, second],
            chance: Chance::new(seed, 3),
        }
    }

    /// One round of both; the share of the budget that is used after it.
    pub(super) fn round(&mut self, settings: &Settings<'_>) -> f64 {
        if self.now.len() >= self.ground.tuning.split_from {
            self.halves(settings)
        } else {
            self.twins(settings)
        }
    }

    /// The best plan so far.
    pub(super) fn best(&self) -> &[Route] {
        &self.best
    }

    pub(super) fn steps(&self) -> u64 {
        self.searches.iter().map(|search| search.steps).sum()
    }

    fn halves(&mut self, settings: &Settings<'_>) -> f64 {
        let split = Split::new(self.ground.model, &self.now, &mut self.chance);
        for (half, search) in self.searches.iter_mut().enumerate() {
            search.restart(&self.now, Some((&split.duties[half], &split.jobs[half])));
        }
        let used = self.run(settings);
        let of = |duty: usize| &self.searches[usize::from(split.duties[1][duty])];
        let best: Vec<Route> = (0..self.now.len()).map(|duty| of(duty).best.routes[duty].clone()).collect();
        for (duty, route) in self.now.iter_mut().enumerate() {
            route.clone_from(&of(duty).state.routes[duty]);
        }
        let best = State::of(self.ground.model, best);
        if best.worth > self.best_worth {
            (self.best, self.best_worth) = (best.routes, best.worth);
        }
        used
    }

    fn twins(&mut self, settings: &Settings<'_>) -> f64 {
        let used = self.run(settings);
        for search in &self.searches {
            if search.best.worth > self.best_worth {
                self.best_worth = search.best.worth;
                self.best.clone_from(&search.best.routes);
            }
        }
        if self.chance.happens(self.ground.tuning.swap_per_mille) {
            let [one, two] = &mut self.searches;
            let worse = if one.state.worth < two.state.worth { one } else { two };
            worse.restart(&self.best, None);
        }
        used
    }

    fn run(&mut self, settings: &Settings<'_>) -> f64 {
        let round = self.ground.tuning.round;
        let (heat, effort) = (self.heat, settings.effort);
        let [one, two] = &mut self.searches;
        if settings.threads > 1 {
            std::thread::scope(|scope| {
                let other = scope.spawn(|| run(two, effort, heat, round));
                let used = run(one, effort, heat, round);
                used.max(other.join().expect("a search does not panic"))
            })
        } else {
            let used = run(one, effort, heat, round);
            used.max(run(two, effort, heat, round))
        }
    }
}

/// A round of one search; the share of the budget that is used after it.
fn run(search: &mut Search<'_, '_>, effort: Effort<'_>, mut heat: Heat, round: u64) -> f64 {
    let mut used = 0.0;
    for step in 0..round {
        if step % LOOK_EVERY == 0 {
            used = match effort {
                Effort::Steps(all) => search.steps as f64 / all.max(1) as f64,
                Effort::Share(used) => used(),
            };
            if used >= 1.0 {
                return used;
            }
            heat.cool(used);
        }
        search.step(&heat);
    }
    used
}

/// Steps between two looks at the clock: less than a millisecond.
const LOOK_EVERY: u64 = 16;

/// The yardstick of the temperature.
fn worth_of_a_job(state: &State<'_>) -> f64 {
    let served = state.model.jobs() - state.unserved.len();
    let worth: i64 = state.routes.iter().map(|route| route.worth.abs()).sum();
    (worth as f64 / served.max(1) as f64).max(60.0)
}
