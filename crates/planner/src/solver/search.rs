//! One search: ruin a little, mend it, and keep the result or go back.

use super::anneal::Heat;
use super::chance::Chance;
use super::fits::Fits;
use super::links::members;
use super::near::Near;
use super::recreate::{Order, Traits, recreate};
use super::route::Route;
use super::ruin::{Ruin, Way};
use super::state::State;
use super::tuning::Tuning;
use super::weights::{Outcome, Weights};
use crate::model::Model;

/// What all searches of one problem share and none changes.
pub(super) struct Ground<'m> {
    pub(super) model: &'m Model,
    pub(super) near: Near,
    pub(super) traits: Traits,
    pub(super) tuning: Tuning,
}

/// A plan under work with everything needed to improve it.
pub(super) struct Search<'g, 'm> {
    ground: &'g Ground<'m>,
    pub(super) state: State<'m>,
    pub(super) fits: Fits,
    pub(super) chance: Chance,
    /// By duty: whether it may change here.
    duties: Vec<bool>,
    /// By job: whether it may change here.
    mine: Vec<bool>,
    /// Jobs that may change here.
    free: Vec<u32>,
    pub(super) best: Best,
    pub(super) steps: u64,
    out: Vec<u32>,
    ways: Weights<{ Way::ALL.len() }>,
    orders: Weights<{ Order::ALL.len() }>,
}

/// The best plan since the search was last told where to begin.
pub(super) struct Best {
    pub(super) routes: Vec<Route>,
    pub(super) worth: i64,
    /// Duties that differ from the plan under work.
    stale: Vec<u32>,
    /// By duty: whether it is in `stale`.
    marked: Vec<bool>,
}

impl<'g, 'm> Search<'g, 'm> {
    pub(super) fn new(ground: &'g Ground<'m>, state: State<'m>, chance: Chance) -> Search<'g, 'm> {
        let model = ground.model;
        let duties = vec![true; model.duties()];
        let best = Best {
            routes: state.routes.clone(),
            worth: state.worth,
            stale: Vec::new(),
            marked: vec![false; model.duties()],
        };
        let fits = Fits::new(model, &duties);
        let mut search = Search {
            ground,
            state,
            fits,
            chance,
            duties,
            mine: vec![true; model.jobs()],
            free: Vec::new(),
            best,
            steps: 0,
            out: Vec::new(),
            ways: Weights::new(ground.tuning.ways),
            orders: Weights::new(ground.tuning.orders),
        };
        search.list_free();
        search
    }

    fn list_free(&mut self) {
        let model = self.ground.model;
        let jobs = 0..model.jobs() as u32;
        self.free.clear();
        let movable = |job: &u32| !model.is_fixed(*job) && !self.fits.pairs(*job).is_empty();
        self.free.extend(jobs.filter(|job| self.mine[*job as usize] && movable(job)));
    }

    /// Begins again from other routes, and leaves everything alone that is not in its part.
    pub(super) fn restart(&mut self, routes: &[Route], part: Option<(&[bool], &[bool])>) {
        self.state.adopt(routes.iter().enumerate().map(|(duty, route)| (duty as u32, route)));
        if let Some((duties, jobs)) = part {
            self.duties.copy_from_slice(duties);
            self.mine.copy_from_slice(jobs);
            self.leave_cut_links();
            self.fits.limit(self.ground.model, duties);
            self.list_free();
        }
        self.crown_all();
    }

    /// Links of which not all is in this part stay as they are.
    fn leave_cut_links(&mut self) {
        let model = self.ground.model;
        for link in 0..model.draft.links.len() as u32 {
            let jobs = members(model, link);
            if jobs.iter().any(|job| !self.mine[*job as usize]) {
                for job in jobs {
                    self.mine[*job as usize] = false;
                }
            }
        }
    }

    /// The plan under work becomes the best.
    fn crown_all(&mut self) {
        for (best, route) in self.best.routes.iter_mut().zip(&self.state.routes) {
            if best != route {
                best.clone_from(route);
            }
        }
        self.best.stale.clear();
        self.best.marked.fill(false);
        self.best.worth = self.state.worth;
    }

    /// One step: ruin, recreate, and keep it or go back.
    pub(super) fn step(&mut self, heat: &Heat) {
        self.steps += 1;
        if self.free.is_empty() {
            return;
        }
        let (way, order) = (self.ways.draw(&mut self.chance), self.orders.draw(&mut self.chance));
        let whole = self.change(Way::ALL[way], Order::ALL[order]);
        let gain = self.state.worth - self.state.worth_before();
        let outcome = match () {
            () if !whole => Outcome::Nothing,
            () if self.state.worth > self.best.worth => Outcome::Best,
            () if gain > 0 => Outcome::Better,
            () => Outcome::Nothing,
        };
        if !whole || !heat.accepts(gain, &mut self.chance) {
            self.state.undo();
        } else {
            self.keep();
        }
        self.ways.learn(way, outcome, self.out.len());
        self.orders.learn(order, outcome, self.out.len());
    }

    /// Takes jobs off and puts them back. False when the step has to be undone whatever it brings.
    fn change(&mut self, way: Way, order: Order) -> bool {
        self.state.begin();
        self.out.clear();
        let mut ruin = Ruin {
            state: &mut self.state,
            fits: &self.fits,
            near: &self.ground.near,
            chance: &mut self.chance,
            out: &mut self.out,
            mine: &self.mine,
            free: &self.free,
            spoiled: false,
        };
        ruin.run(way);
        let whole = !ruin.spoiled;
        let Search { state, fits, chance, out, ground, .. } = self;
        recreate(state, fits, &ground.traits, chance, out, order);
        whole
    }

    /// The plan under work has changed for good.
    fn keep(&mut self) {
        for duty in self.state.touched() {
            if !self.best.marked[*duty as usize] {
                self.best.marked[*duty as usize] = true;
                self.best.stale.push(*duty);
            }
        }
        if self.state.worth > self.best.worth {
            self.crown();
        }
    }

    fn crown(&mut self) {
        for duty in self.best.stale.drain(..) {
            self.best.marked[duty as usize] = false;
            self.best.routes[duty as usize].clone_from(&self.state.routes[duty as usize]);
        }
        self.best.worth = self.state.worth;
    }

    /// Puts in whatever fits of what nobody serves.
    pub(super) fn fill(&mut self, order: Order) {
        self.state.begin();
        let mut jobs: Vec<u32> = self.state.unserved.clone();
        recreate(&mut self.state, &mut self.fits, &self.ground.traits, &mut self.chance, &mut jobs, order);
        self.state.begin();
        self.crown_all();
    }
}
