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

    /// One step. Whether the best plan is a new one.
    pub(super) fn step(&mut self, heat: &Heat) -> bool {
        self.steps += 1;
        if self.free.is_empty() {
            return false;
        }
        self.state.begin();
        self.out.clear();
        let way = self.way();
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
        let spoiled = ruin.spoiled;
        let order = self.order();
        recreate(
            &mut self.state,
            &mut self.fits,
            &self.ground.traits,
            &mut self.chance,
            &mut self.out,
            order,
        );
        let change = self.state.worth - self.state.worth_before();
        if spoiled || !heat.accepts(change, &mut self.chance) {
            self.state.undo();
            return false;
        }
        for duty in self.state.touched() {
            if !self.best.marked[*duty as usize] {
                self.best.marked[*duty as usize] = true;
                self.best.stale.push(*duty);
            }
        }
        if self.state.worth > self.best.worth {
            self.crown();
            return true;
        }
        false
    }

    fn crown(&mut self) {
        for duty in self.best.stale.drain(..) {
            self.best.marked[duty as usize] = false;
            self.best.routes[duty as usize].clone_from(&self.state.routes[duty as usize]);
        }
        self.best.worth = self.state.worth;
    }

    fn way(&mut self) -> Way {
        Way::ALL[drawn(&self.ground.tuning.ways, &mut self.chance)]
    }

    fn order(&mut self) -> Order {
        Order::ALL[drawn(&self.ground.tuning.orders, &mut self.chance)]
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

/// An index, as often as its weight says.
fn drawn(weights: &[usize], chance: &mut Chance) -> usize {
    let mut dice = chance.below(weights.iter().sum());
    weights
        .iter()
        .position(|weight| {
            let hit = dice < *weight;
            dice = dice.wrapping_sub(*weight);
            hit
        })
        .expect("the dice is below the sum")
}
