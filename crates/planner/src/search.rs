//! The search: every way to give one visit a better place that the moves below can express.
//!
//! Three kinds: put it where it fits; put it where it fits once neighbours shift inside their own windows
//! ([`crate::retime`]); put it where another visit stands, which goes elsewhere (a chain of at most two such).

use crate::fit::Opening;
use crate::objective::{Delta, Score};
use crate::problem::{Problem, Standing};
use crate::sketch::{Placing, Sketch, View};
use crate::spots::Spot;
use domain::EventId;
use std::cmp::Reverse;

/// How far a search may go. The same budget gives the same answer on any machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Gaps looked at before the search stops; a board of 200 technicians and 1,000 visits needs some ten thousand.
    pub gaps: u64,
    /// Orders what is equally promising, which matters only when the budget cuts the search short.
    pub seed: u64,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { gaps: 250_000, seed: 1 }
    }
}

/// A set of moves, not yet verified.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// The visit asked for comes first.
    pub(crate) placings: Vec<Placing>,
    /// Events that shift, with their new start.
    pub(crate) shifts: Vec<(EventId, i64)>,
    pub(crate) delta: Delta,
    pub(crate) score: Score,
    /// Whether promises without a technician have to give way.
    pub(crate) displaces: bool,
}

/// What a search found.
pub(crate) struct Found {
    /// Best first.
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) gaps: u64,
    pub(crate) technicians: usize,
    /// Visits that were tried to make room.
    pub(crate) ejected: usize,
    /// Gaps that were looked at for the visit itself, nobody else moving.
    pub(crate) insertions: u64,
    /// Whether the budget ended the search.
    pub(crate) cut_short: bool,
    /// Whether it cannot be taken from where it is, because its neighbours would not reach each other.
    pub(crate) stuck: bool,
}

impl Found {
    pub(crate) fn nothing() -> Found {
        Found {
            candidates: Vec::new(),
            gaps: 0,
            technicians: 0,
            ejected: 0,
            insertions: 0,
            cut_short: false,
            stuck: false,
        }
    }
}

pub(crate) struct Search<'s, 'p, 'a> {
    pub(crate) problem: &'p Problem<'a>,
    pub(crate) task: usize,
    pub(crate) budget: &'s Budget,
    pub(crate) most_moves: u32,
    pub(crate) found: Found,
    /// The best of the candidates so far.
    nearest: Option<Score>,
    /// What was placed before: part of every candidate.
    pub(crate) placed: Vec<Placing>,
}

impl<'s, 'p, 'a> Search<'s, 'p, 'a> {
    /// Looks for a place for `task`; `most_moves` bounds the moves of one candidate.
    pub(crate) fn run(
        problem: &'p Problem<'a>,
        task: usize,
        view: View,
        most_moves: u32,
        budget: &'s Budget,
    ) -> Found {
        let start =
            Chain { sketch: Sketch::new(problem, view), delta: Delta::default(), placings: Vec::new() };
        Search::run_after(problem, &start, task, most_moves, budget)
    }

    /// The same after some visits got other places, which stay where they are now.
    pub(crate) fn run_after(
        problem: &'p Problem<'a>,
        start: &Chain<'p, 'a>,
        task: usize,
        most_moves: u32,
        budget: &'s Budget,
    ) -> Found {
        let found = Found::nothing();
        let placed = start.placings.clone();
        let mut search = Search { problem, task, budget, most_moves, found, nearest: None, placed };
        let base = start.sketch.clone();
        let (base, saved) = match base.standing(task) {
            Some(_) => match base.without(task) {
                Some((without, saved)) => (without, start.delta + saved),
                None => {
                    search.found.stuck = true;
                    return search.found;
                }
            },
            None => (base, start.delta),
        };
        let duties = search.duties(task);
        search.found.technicians = {
            let mut people: Vec<usize> = duties.iter().map(|duty| problem.duties[*duty].person).collect();
            people.dedup();
            people.len()
        };
        search.direct(&base, saved, &duties);
        if base.view() == View::Schedule && most_moves >= 2 {
            search.retimed(&base, saved, &duties);
        }
        if most_moves >= 2 {
            search.chains(&base, saved, &duties);
        }
        search.found.candidates.sort_by_key(Candidate::rank);
        search.found
    }

    /// The duties in which a task could be done, whatever stands there.
    pub(crate) fn duties(&self, task: usize) -> Vec<usize> {
        let ask = &self.problem.tasks[task].ask;
        let able = self.problem.able(ask.kind);
        let people = able.iter().enumerate().filter(|(_, able)| **able).map(|(person, _)| person);
        people
            .flat_map(|person| self.problem.duties_of[person].clone())
            .filter(|duty| {
                let duty = &self.problem.duties[*duty];
                duty.start < ask.window.1 && ask.window.0 < duty.until
            })
            .collect()
    }

    fn direct(&mut self, base: &Sketch<'p, 'a>, saved: Delta, duties: &[usize]) {
        let problem = self.problem;
        let ask = &problem.tasks[self.task].ask;
        for duty in duties {
            let person = problem.duties[*duty].person;
            let mut gaps = 0;
            gaps += base.openings(*duty, ask, |opening, displaces| {
                let at = Standing { person, start: opening.start };
                if base.standing(self.task) == Some(at) {
                    return;
                }
                let delta = saved + base.placed(self.task, at, opening.drive);
                let placing = Placing { task: self.task, duty: *duty, start: opening.start };
                let placings = [self.placed.as_slice(), &[placing]].concat();
                let score = problem.terms.score(delta);
                self.found.candidates.push(Candidate {
                    placings,
                    shifts: Vec::new(),
                    delta,
                    score,
                    displaces,
                });
            });
            self.found.gaps += gaps;
        }
        self.found.insertions = self.found.gaps;
        self.nearest = self.found.candidates.iter().map(|candidate| candidate.score).max();
    }

    /// Puts the task where another stands, which goes elsewhere. Two such steps only when nothing else was found.
    fn chains(&mut self, base: &Sketch<'p, 'a>, saved: Delta, duties: &[usize]) {
        let start = Chain { sketch: base.clone(), delta: saved, placings: self.placed.clone() };
        let mut ejections = self.ejections(&start, self.task, duties);
        let ask = &self.problem.tasks[self.task].ask;
        let most_valuable = |ejected: &Ejection| self.problem.value(ask, ejected.person);
        ejections.sort_by_cached_key(|ejected| {
            (Reverse(most_valuable(ejected)), mixed(self.budget.seed, ejected.task as u64), ejected.task)
        });
        let mut stuck = Vec::new();
        for ejected in &ejections {
            if self.spent() {
                return;
            }
            self.found.ejected += 1;
            if let Some(chain) = self.eject(&start, self.task, ejected) {
                stuck.push((chain, ejected.task));
            }
        }
        if self.most_moves < 3 || !self.found.candidates.is_empty() {
            return;
        }
        stuck.sort_by_key(|(chain, task)| (Reverse(self.problem.terms.score(chain.delta)), *task));
        for (chain, task) in stuck {
            let duties = self.duties(task);
            for ejected in self.ejections(&chain, task, &duties) {
                if self.spent() {
                    return;
                }
                self.eject(&chain, task, &ejected);
            }
        }
    }

    /// The tasks that could make room for `task`.
    fn ejections(&self, chain: &Chain<'p, 'a>, task: usize, duties: &[usize]) -> Vec<Ejection> {
        let mut ejections = Vec::new();
        for duty in duties {
            for stop in chain.sketch.stops(*duty).iter() {
                let Some(other) = stop.task else { continue };
                let taken = other == task
                    || other == self.task
                    || chain.placings.iter().any(|placing| placing.task == other);
                if !taken && chain.sketch.gives_way(other) {
                    let person = self.problem.duties[*duty].person;
                    ejections.push(Ejection { task: other, duty: *duty, person });
                }
            }
        }
        ejections
    }

    /// `task` in the duty of `ejected`, which goes wherever it fits: every pair of places that can be the best.
    /// The chain so far when `task` fits there but nothing is left for `ejected`.
    fn eject(&mut self, chain: &Chain<'p, 'a>, task: usize, ejected: &Ejection) -> Option<Chain<'p, 'a>> {
        let problem = self.problem;
        let (sketch, room) = chain.sketch.lifted(ejected.task)?;
        let torn = chain.sketch.torn_by(ejected.task);
        let ask = &problem.tasks[task].ask;
        let old = chain.sketch.standing(task);
        let mut openings: Vec<(Opening, bool)> = Vec::new();
        self.found.gaps += sketch.openings(ejected.duty, ask, |opening, displaces| {
            let mends = torn.as_ref().is_none_or(|torn| torn.contains(&opening.at));
            if mends && old != Some(Standing { person: ejected.person, start: opening.start }) {
                openings.push((opening, displaces));
            }
        });
        let best =
            openings.iter().min_by_key(|(opening, displaces)| (opening.drive, *displaces, opening.start))?;
        let put = |start: i64, drive: i64| {
            let at = Standing { person: ejected.person, start };
            let placing = Placing { task, duty: ejected.duty, start };
            Chain {
                delta: chain.delta + room + chain.sketch.placed(task, at, drive),
                placings: [chain.placings.as_slice(), &[placing]].concat(),
                sketch: sketch.clone(),
            }
        };
        let mut first = put(best.0.start, best.0.drive);
        let (displaces, before) = (best.1, self.found.candidates.len());
        let mut found = self.finish_elsewhere(&first, &chain.sketch, displaces, ejected);
        let starts = openings.iter().flat_map(|(opening, displaces)| {
            let duty = &problem.duties[ejected.duty];
            // Before it or after it in the same gap, another start leaves more room.
            let early = problem.first_on(duty, opening.room.0, opening.room.1, ask, 60);
            let late = problem.last_start(duty, opening.room.0, opening.room.1, ask);
            let mut starts = vec![opening.start];
            starts.extend(early.into_iter().chain(late));
            starts.dedup();
            starts.into_iter().map(|start| (start, opening.drive, *displaces))
        });
        let starts: Vec<(i64, i64, bool)> = starts.collect();
        let mut beside: Option<Candidate> = None;
        for (start, drive, displaces) in starts {
            if old == Some(Standing { person: ejected.person, start }) {
                continue;
            }
            let mut with = put(start, drive);
            with.sketch = with.sketch.with(with.placings[with.placings.len() - 1]);
            let candidate = self.finish_in(&with, ejected.task, ejected.duty, displaces);
            beside = [beside, candidate].into_iter().flatten().min_by_key(Candidate::rank);
        }
        found |= beside.is_some();
        self.keep(beside);
        if found || self.found.candidates.len() > before {
            return None;
        }
        first.sketch = first.sketch.with(first.placings[first.placings.len() - 1]);
        Some(first)
    }

    /// Gives the ejected task its best place in other duties than the one it leaves. Whether there was one.
    fn finish_elsewhere(
        &mut self,
        chain: &Chain<'p, 'a>,
        base: &Sketch<'p, 'a>,
        displaces: bool,
        ejected: &Ejection,
    ) -> bool {
        let problem = self.problem;
        let spots = problem.spots(ejected.task);
        let untouched =
            |spot: &&Spot| spot.duty != ejected.duty && base.changed_duties().all(|duty| duty != spot.duty);
        let best = spots.iter().find(untouched);
        let quiet = spots.iter().filter(untouched).find(|spot| !spot.displaces);
        let mut found = false;
        for spot in [best, quiet.filter(|_| best.is_some_and(|best| best.displaces))].into_iter().flatten() {
            found = true;
            let candidate = chain.then(problem, ejected.task, spot, displaces);
            self.keep(Some(candidate));
        }
        for duty in base.changed_duties() {
            if duty != ejected.duty && self.could_have(ejected.task, duty) {
                let elsewhere = Chain { sketch: base.clone(), ..chain.clone() };
                let candidate = self.finish_in(&elsewhere, ejected.task, duty, displaces);
                found |= candidate.is_some();
                self.keep(candidate);
            }
        }
        found
    }

    /// The last task of a chain at its best place in one duty.
    fn finish_in(
        &mut self,
        chain: &Chain<'p, 'a>,
        task: usize,
        duty: usize,
        displaced: bool,
    ) -> Option<Candidate> {
        let problem = self.problem;
        let old = chain.sketch.standing(task);
        let person = problem.duties[duty].person;
        let mut best: Option<Spot> = None;
        self.found.gaps += chain.sketch.openings(duty, &problem.tasks[task].ask, |opening, displaces| {
            let at = Standing { person, start: opening.start };
            if old == Some(at) {
                return;
            }
            let delta = chain.sketch.placed(task, at, opening.drive);
            let spot =
                Spot { duty, start: opening.start, delta, score: problem.terms.score(delta), displaces };
            if best.as_ref().is_none_or(|best| spot.rank() < best.rank()) {
                best = Some(spot);
            }
        });
        best.map(|spot| chain.then(problem, task, &spot, displaced))
    }

    /// Whether a duty belongs to somebody who can do a task then.
    fn could_have(&self, task: usize, duty: usize) -> bool {
        let (ask, duty) = (&self.problem.tasks[task].ask, &self.problem.duties[duty]);
        self.problem.able(ask.kind)[duty.person] && duty.start < ask.window.1 && ask.window.0 < duty.until
    }

    /// Keeps a candidate when it is better than the board as it is, or nearer to it than what was found so far.
    fn keep(&mut self, candidate: Option<Candidate>) {
        let Some(candidate) = candidate else { return };
        if candidate.score.0 > 0 || self.nearest.is_none_or(|nearest| candidate.score > nearest) {
            self.nearest = self.nearest.max(Some(candidate.score));
            self.found.candidates.push(candidate);
        }
    }

    pub(crate) fn spent(&mut self) -> bool {
        self.found.cut_short |= self.found.gaps >= self.budget.gaps;
        self.found.cut_short
    }
}

impl Candidate {
    /// Best first: worth, then fewer moves, then promises left alone, then the earlier start, then the order of the board.
    pub(crate) fn rank(&self) -> (Reverse<Score>, u32, bool, i64, usize) {
        (Reverse(self.score), self.delta.moves, self.displaces, self.placings[0].start, self.placings[0].duty)
    }
}

/// A task that makes room, and where it stands.
struct Ejection {
    task: usize,
    duty: usize,
    person: usize,
}

/// The moves so far, with one task still to be placed.
#[derive(Clone)]
pub(crate) struct Chain<'p, 'a> {
    pub(crate) sketch: Sketch<'p, 'a>,
    pub(crate) delta: Delta,
    pub(crate) placings: Vec<Placing>,
}

impl<'p, 'a> Chain<'p, 'a> {
    /// Placings of the schedule, counted afresh; none when one of them takes what is not there.
    pub(crate) fn of(problem: &'p Problem<'a>, placings: &[Placing]) -> Option<Chain<'p, 'a>> {
        let (mut sketch, mut delta) = (Sketch::new(problem, View::Schedule), Delta::default());
        for placing in placings.iter().filter(|placing| problem.tasks[placing.task].firm.is_some()) {
            let (without, saved) = sketch.lifted(placing.task)?;
            (sketch, delta) = (without, delta + saved);
        }
        for placing in placings {
            let person = problem.duties[placing.duty].person;
            let at = Standing { person, start: placing.start };
            delta = delta + sketch.placed(placing.task, at, sketch.detour(*placing)?);
            sketch = sketch.with(*placing);
        }
        Some(Chain { sketch, delta, placings: placings.to_vec() })
    }

    /// The chain with its last task at a spot.
    fn then(&self, problem: &Problem<'_>, task: usize, spot: &Spot, displaces: bool) -> Candidate {
        let delta = self.delta + spot.delta;
        let placing = Placing { task, duty: spot.duty, start: spot.start };
        Candidate {
            placings: [self.placings.as_slice(), &[placing]].concat(),
            shifts: Vec::new(),
            delta,
            score: problem.terms.score(delta),
            displaces: displaces || spot.displaces,
        }
    }
}

/// Source: the finalizer of SplitMix64, Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195.
pub(crate) fn mixed(seed: u64, value: u64) -> u64 {
    let mut mixed = seed.wrapping_add(value.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
