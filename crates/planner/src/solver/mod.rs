//! The search over whole plans: which technician serves what, in which order, and what stays out.
//!
//! In one paragraph. A plan is a list of routes that are always feasible, and a list of jobs that nobody serves. One
//! *step* takes a few jobs off (`ruin`, one way a file), puts them and some unserved ones back where each is worth the
//! most (`recreate`), and keeps the result when it is better, or a little worse while the search is still warm
//! (`anneal`); otherwise it goes back (`state`). A step takes about ten microseconds, because a place between two stops
//! is tested in constant time (`route`, `fit`) and because what is known about a job on a route stays known until that
//! route changes (`fits`). What pays is done more often (`weights`). Two searches share the work (`team`).
//!
//! Around it: `warm` begins from a plan that somebody has, `links` keeps crews and sequences together, `output` gives
//! everything its time, and [`upper_bound`] says what no plan can exceed.
//!
//! Sources:
//! * ruin and recreate: Schrimpf et al. (2000), doi:10.1006/jcph.1999.6413; string removal and blinks: Christiaens &
//!   Vanden Berghe (2020), doi:10.1287/trsc.2019.0914;
//! * constant-time tests of time windows: Savelsbergh (1992), doi:10.1287/ijoc.4.2.146;
//! * the problem: technician routing and scheduling, Pillac, Guéret & Medaglia (2013), doi:10.1007/s11590-012-0567-4.
//!
//! What was tried and did not pay: combining the routes met on the way by Lagrangian set packing (the search had
//! already found every combination that was better), and other temperatures, weights or round lengths within a factor
//! of three (less than the difference between two seeds).
//!
//! It never reads a clock: the caller says what share of the budget is used ([`Effort`]). All chance comes from the
//! seed, all money is whole numbers, and the few functions of analysis are our own (`chance`), so the same model, seed
//! and number of steps give the same answer on any machine, with one thread or two.
//!
//! Where to start: `search.rs`, the loop; then `route.rs`, what makes it quick.

mod anneal;
mod bound;
mod chance;
mod fit;
mod fits;
mod links;
mod near;
mod output;
mod recreate;
mod route;
mod ruin;
mod search;
mod split;
mod state;
mod team;
mod timing;
mod tuning;
mod warm;
mod weights;

use crate::model::{Model, Money, Routes};
pub use bound::upper_bound;
use near::Near;
use recreate::Traits;
use search::Ground;
use state::State;
use team::Team;
pub(crate) use tuning::Tuning;

/// How long to search.
#[derive(Clone, Copy)]
pub enum Effort<'a> {
    /// So many steps on each of the two searches: the same answer on any machine.
    Steps(u64),
    /// Until the share of the budget that is used reaches one. Asked about every tenth of a millisecond by both
    /// searches, so it must be quick; whoever wants to stop at once answers one.
    Share(&'a (dyn Fn() -> f64 + Sync)),
}

/// What the caller decides.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// Another seed, another search.
    pub seed: u64,
    /// Threads that carry the two searches: one or two.
    pub threads: usize,
    /// When to stop.
    pub effort: Effort<'a>,
    /// A plan to begin with: what of it breaks no rule is kept until something better is found.
    pub start: Option<&'a Routes>,
}

/// How a search stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Share of the budget, from zero to one.
    pub used: f64,
    /// Steps of both searches.
    pub steps: u64,
    /// Of the best plan.
    pub objective: Money,
    /// Jobs that nobody serves in it.
    pub unserved: usize,
}

/// The answer of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// The best plan that was found.
    pub routes: Routes,
    /// Steps of both searches.
    pub steps: u64,
}

/// Searches for the plan that is worth the most.
///
/// There is always an answer, and it keeps everything that is fixed. `report` hears about every round.
pub fn solve(model: &Model, settings: &Settings<'_>, report: &mut dyn FnMut(Progress)) -> Solved {
    solve_tuned(model, settings, Tuning::default(), report)
}

pub(crate) fn solve_tuned(
    model: &Model,
    settings: &Settings<'_>,
    tuning: Tuning,
    report: &mut dyn FnMut(Progress),
) -> Solved {
    let ground = Ground { model, near: Near::new(model), traits: Traits::new(model), tuning };
    let state = settings.start.map_or_else(|| State::new(model), |plan| warm::warm(model, plan));
    let mut team = Team::new(&ground, state, settings.seed);
    let mut used = 0.0;
    while used < 1.0 {
        let (objective, unserved) = output::objective(model, team.best());
        report(Progress { used, steps: team.steps(), objective, unserved });
        used = team.round(settings);
    }
    let routes = output::answer(model, team.best());
    report(Progress {
        used: 1.0,
        steps: team.steps(),
        objective: routes.objective,
        unserved: routes.unserved.len(),
    });
    Solved { routes, steps: team.steps() }
}

#[cfg(test)]
mod tests;
