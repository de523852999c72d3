//! The plan that the search changes in place, and the way back from a change that did not pay.
//!
//! Every route has a version; a changed route gets a new one, and a route that is put back gets its old one back, so
//! what was worked out for it (`fits`) is true again.

use super::route::{Asking, Fit, Route};
use crate::model::{Model, NONE, Pair, Seconds};

/// A plan under work.
#[derive(Debug, Clone)]
pub(super) struct State<'m> {
    pub(super) model: &'m Model,
    /// By duty.
    pub(super) routes: Vec<Route>,
    /// By duty: a number that no other content of that route ever had.
    pub(super) versions: Vec<u32>,
    next_version: u32,
    /// By job: its duty or [`NONE`].
    pub(super) on: Vec<u32>,
    /// By job: the start that a link fixes, while it is served.
    pins: Vec<Option<Seconds>>,
    /// Jobs that nobody serves.
    pub(super) unserved: Vec<u32>,
    /// By job: where it is in `unserved`.
    seat: Vec<u32>,
    /// By group: jobs on its duties.
    pub(super) counts: Vec<u32>,
    /// What the search maximises: worth of all routes less what unserved jobs cost.
    pub(super) worth: i64,
    undo: Undo,
}

/// What is needed to go back to the last [`State::begin`].
#[derive(Debug, Clone, Default)]
struct Undo {
    touched: Vec<u32>,
    /// By duty: whether it is in `touched`.
    marked: Vec<bool>,
    /// As many as touched; more are kept for their memory.
    routes: Vec<Route>,
    versions: Vec<u32>,
    steps: Vec<Step>,
    worth: i64,
    spare: Route,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Out { job: u32, duty: u32, pin: Option<Seconds> },
    In { job: u32, seat: u32 },
}

impl<'m> State<'m> {
    /// Fixed work only.
    pub(super) fn new(model: &'m Model) -> State<'m> {
        let routes = (0..model.duties() as u32).map(|duty| Route::new(model, duty)).collect();
        State::of(model, routes)
    }

    /// From whole routes.
    pub(super) fn of(model: &'m Model, routes: Vec<Route>) -> State<'m> {
        let duties = routes.len();
        let mut state = State {
            model,
            routes,
            versions: (0..duties as u32).collect(),
            next_version: duties as u32,
            on: vec![NONE; model.jobs()],
            pins: vec![None; model.jobs()],
            unserved: Vec::with_capacity(model.jobs()),
            seat: vec![NONE; model.jobs()],
            counts: vec![0; model.draft.groups.len()],
            worth: 0,
            undo: Undo { marked: vec![false; duties], ..Undo::default() },
        };
        state.refresh();
        state
    }

    /// Takes over routes that came from another state of the same model.
    pub(super) fn adopt<'r>(&mut self, routes: impl Iterator<Item = (u32, &'r Route)>) {
        for (duty, route) in routes {
            let own = &mut self.routes[duty as usize];
            if own != route {
                own.clone_from(route);
                self.versions[duty as usize] = self.next_version;
                self.next_version += 1;
            }
        }
        self.refresh();
    }

    /// Works out everything that follows from the routes.
    fn refresh(&mut self) {
        self.on.fill(NONE);
        self.pins.fill(None);
        self.counts.fill(0);
        self.unserved.clear();
        self.worth = 0;
        for (duty, route) in self.routes.iter().enumerate() {
            self.worth += route.worth;
            for job in route.served(self.model) {
                self.on[job as usize] = duty as u32;
            }
            for node in route.stops().iter().filter(|node| (node.visit as usize) < self.model.jobs()) {
                if self.model.visits[node.visit as usize].link != NONE {
                    self.pins[node.visit as usize] = Some(node.open);
                }
            }
            for group in &self.model.shifts[duty].groups {
                self.counts[*group as usize] += route.jobs;
            }
        }
        for job in 0..self.model.jobs() {
            if self.on[job] == NONE {
                self.seat[job] = self.unserved.len() as u32;
                self.unserved.push(job as u32);
                self.worth -= self.model.visits[job].miss;
            }
        }
    }

    /// From here on changes can be taken back.
    pub(super) fn begin(&mut self) {
        for duty in self.undo.touched.drain(..) {
            self.undo.marked[duty as usize] = false;
        }
        self.undo.versions.clear();
        self.undo.steps.clear();
        self.undo.worth = self.worth;
    }

    /// Duties changed since [`State::begin`].
    pub(super) fn touched(&self) -> &[u32] {
        &self.undo.touched
    }

    /// What it was worth at [`State::begin`].
    pub(super) fn worth_before(&self) -> i64 {
        self.undo.worth
    }

    /// Takes back everything since [`State::begin`].
    pub(super) fn undo(&mut self) {
        while let Some(step) = self.undo.steps.pop() {
            match step {
                Step::Out { job, duty, pin } => {
                    self.unserved.pop();
                    self.on[job as usize] = duty;
                    self.pins[job as usize] = pin;
                    self.seat[job as usize] = NONE;
                }
                Step::In { job, seat } => {
                    let last = self.unserved.len() as u32;
                    self.unserved.push(job);
                    self.unserved.swap(seat as usize, last as usize);
                    self.seat[self.unserved[last as usize] as usize] = last;
                    self.seat[job as usize] = seat;
                    self.on[job as usize] = NONE;
                    self.pins[job as usize] = None;
                }
            }
        }
        for index in 0..self.undo.touched.len() {
            let duty = self.undo.touched[index];
            let route = &mut self.routes[duty as usize];
            for group in &self.model.shifts[duty as usize].groups {
                let count = &mut self.counts[*group as usize];
                *count = *count + self.undo.routes[index].jobs - route.jobs;
            }
            std::mem::swap(route, &mut self.undo.routes[index]);
            self.versions[duty as usize] = self.undo.versions[index];
            self.undo.marked[duty as usize] = false;
        }
        self.undo.touched.clear();
        self.undo.versions.clear();
        self.worth = self.undo.worth;
    }

    fn touch(&mut self, duty: u32) {
        if !self.undo.marked[duty as usize] {
            self.undo.marked[duty as usize] = true;
            let index = self.undo.touched.len();
            self.undo.touched.push(duty);
            self.undo.versions.push(self.versions[duty as usize]);
            if self.undo.routes.len() <= index {
                self.undo.routes.push(Route::default());
            }
            self.undo.routes[index].clone_from(&self.routes[duty as usize]);
        }
        self.versions[duty as usize] = self.next_version;
        self.next_version += 1;
    }

    /// Takes jobs off one duty. False, and nothing happened, when what is left cannot be kept.
    ///
    /// That is no joke: where drives break the triangle inequality or have a longest leg, a stop on the way can be
    /// what makes a route possible.
    pub(super) fn remove(&mut self, duty: u32, jobs: &[u32]) -> bool {
        let mut kept = std::mem::take(&mut self.undo.spare);
        kept.clone_from(&self.routes[duty as usize]);
        kept.nodes.retain(|node| !jobs.contains(&node.visit) || node.visit == NONE);
        if !kept.settle(self.model, duty) {
            self.undo.spare = kept;
            return false;
        }
        self.replace(duty, kept);
        for job in jobs {
            let pin = self.pins[*job as usize].take();
            self.undo.steps.push(Step::Out { job: *job, duty, pin });
            self.on[*job as usize] = NONE;
            self.seat[*job as usize] = self.unserved.len() as u32;
            self.unserved.push(*job);
            self.worth -= self.model.visits[*job as usize].miss;
        }
        true
    }

    /// Puts an unserved job on a duty. False, and nothing happened, when it does not fit there.
    pub(super) fn insert(&mut self, job: u32, duty: u32, at: u32, pin: Option<Seconds>) -> bool {
        let asking = Asking::new(self.model, job, duty, pin);
        let mut longer = std::mem::take(&mut self.undo.spare);
        longer.clone_from(&self.routes[duty as usize]);
        if !longer.insert(self.model, duty, asking, at) {
            self.undo.spare = longer;
            return false;
        }
        self.replace(duty, longer);
        self.pins[job as usize] = pin;
        self.seated(job, duty);
        true
    }

    /// Puts whole new content on a duty: what was there, and `come`. `route` is settled.
    pub(super) fn extend(&mut self, duty: u32, route: Route, come: &[u32]) {
        self.replace(duty, route);
        for job in come {
            self.seated(*job, duty);
        }
    }

    fn seated(&mut self, job: u32, duty: u32) {
        let seat = self.seat[job as usize];
        self.undo.steps.push(Step::In { job, seat });
        self.unserved.swap_remove(seat as usize);
        if let Some(moved) = self.unserved.get(seat as usize) {
            self.seat[*moved as usize] = seat;
        }
        self.seat[job as usize] = NONE;
        self.on[job as usize] = duty;
        self.worth += self.model.visits[job as usize].miss;
    }

    fn replace(&mut self, duty: u32, route: Route) {
        self.touch(duty);
        let old = &mut self.routes[duty as usize];
        self.worth += route.worth - old.worth;
        for group in &self.model.shifts[duty as usize].groups {
            let count = &mut self.counts[*group as usize];
            *count = *count + route.jobs - old.jobs;
        }
        self.undo.spare = std::mem::replace(old, route);
    }

    /// Whether groups leave room for one more job on a duty.
    pub(super) fn has_room(&self, duty: u32) -> bool {
        self.model.shifts[duty as usize]
            .groups
            .iter()
            .all(|group| self.counts[*group as usize] < self.model.draft.groups[*group as usize].max_jobs)
    }

    /// A job's cheapest place on the duty of one of its pairs, looked for from scratch.
    pub(super) fn fit(&self, job: u32, pair: &Pair) -> Option<Fit> {
        let asking = Asking::of(self.model, job, pair, None);
        self.routes[pair.duty as usize].best_fit(self.model, pair.duty, &asking)
    }

    /// Whether two states cannot be told apart by anything that happens next, versions to come aside.
    #[cfg(test)]
    pub(super) fn same(&self, other: &State<'_>) -> bool {
        self.routes == other.routes
            && self.versions == other.versions
            && (&self.on, &self.pins, &self.unserved) == (&other.on, &other.pins, &other.unserved)
            && (&self.seat, &self.counts, self.worth) == (&other.seat, &other.counts, other.worth)
    }
}
