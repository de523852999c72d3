//! The search: every way to give one visit a better place that the moves below can express.
//!
//! Three kinds: put it where it fits; put it where it fits once neighbours shift inside their own windows
//! ([`crate::retime`]); put it where another visit stands, which goes elsewhere (a chain of at most two such).

use crate::objective::{Delta, Score};
use crate::problem::{Problem, Standing};
use crate::sketch::{Placing, Sketch, View};
use domain::EventId;
use std::cmp::Reverse;

/// How far a search may go. The same budget gives the same answer on any machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Gaps looked at before the search stops; a board of 24 technicians and 125 visits needs some ten thousand.
    pub gaps: u64,
    /// Orders what is equally promising, which matters only when the budget cuts the search short.
    pub seed: u64,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { gaps: 1_500_000, seed: 1 }
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
    /// Whether the budget ended the search.
    pub(crate) cut_short: bool,
    /// Whether it cannot be taken from where it is, because its neighbours would not reach each other.
    pub(crate) stuck: bool,
}

pub(crate) struct Search<'s, 'p, 'a> {
    pub(crate) problem: &'p Problem<'a>,
    pub(crate) task: usize,
    pub(crate) budget: &'s Budget,
    pub(crate) most_moves: u32,
    pub(crate) found: Found,
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
        let found = Found {
            candidates: Vec::new(),
            gaps: 0,
            technicians: 0,
            ejected: 0,
            cut_short: false,
            stuck: false,
        };
        let mut search = Search { problem, task, budget, most_moves, found };
        let base = Sketch::new(problem, view);
        let (base, saved) = match base.standing(task) {
            Some(_) => match base.without(task) {
                Some((without, saved)) => (without, saved),
                None => {
                    search.found.stuck = true;
                    return search.found;
                }
            },
            None => (base, Delta::default()),
        };
        let duties = search.duties(task);
        search.found.technicians = {
            let mut people: Vec<usize> = duties.iter().map(|duty| problem.duties[*duty].person).collect();
            people.dedup();
            people.len()
        };
        search.direct(&base, saved, &duties);
        if view == View::Schedule && most_moves >= 2 {
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
                let placings = vec![Placing { task: self.task, duty: *duty, start: opening.start }];
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
    }

    /// Puts the task where another stands, which goes elsewhere. Two such steps only when nothing else was found.
    fn chains(&mut self, base: &Sketch<'p, 'a>, saved: Delta, duties: &[usize]) {
        let mut ejections = self.ejections(base, self.task, duties, &[]);
        let most_valuable =
            |ejected: &Ejection| self.problem.value(&self.problem.tasks[self.task].ask, ejected.person);
        ejections.sort_by_cached_key(|ejected| {
            (Reverse(most_valuable(ejected)), mixed(self.budget.seed, ejected.task as u64), ejected.task)
        });
        self.found.ejected = ejections.len();
        let mut stuck = Vec::new();
        for ejected in &ejections {
            if self.spent() {
                return;
            }
            let Some(chain) = self.replace(base, saved, &[], self.task, ejected) else { continue };
            if !self.finish(&chain, ejected.task) {
                stuck.push((chain, ejected.task));
            }
        }
        if self.most_moves < 3 || !self.found.candidates.is_empty() {
            return;
        }
        for (chain, task) in stuck {
            let duties = self.duties(task);
            for ejected in self.ejections(&chain.sketch, task, &duties, &chain.placings) {
                if self.spent() {
                    return;
                }
                let longer = self.replace(&chain.sketch, chain.delta, &chain.placings, task, &ejected);
                if let Some(longer) = longer {
                    self.finish(&longer, ejected.task);
                }
            }
        }
    }

    /// The tasks that could make room for `task`.
    fn ejections(
        &self,
        sketch: &Sketch<'p, 'a>,
        task: usize,
        duties: &[usize],
        before: &[Placing],
    ) -> Vec<Ejection> {
        let ask = &self.problem.tasks[task].ask;
        let near = |start: i64, end: i64| {
            // Whoever ends before the window or starts after its last visit is not in the way.
            ask.window.0 < end + NEAR && start < ask.window.1 + ask.length + NEAR
        };
        let mut ejections = Vec::new();
        for duty in duties {
            for stop in sketch.stops(*duty).iter() {
                let Some(other) = stop.task else { continue };
                let taken = other == task || other == self.task || before.iter().any(|at| at.task == other);
                if !taken && sketch.gives_way(other) && near(stop.start, stop.end) {
                    ejections.push(Ejection {
                        task: other,
                        duty: *duty,
                        person: self.problem.duties[*duty].person,
                    });
                }
            }
        }
        ejections
    }

    /// `task` in the duty of `ejected`, which is taken out.
    fn replace(
        &mut self,
        base: &Sketch<'p, 'a>,
        saved: Delta,
        before: &[Placing],
        task: usize,
        ejected: &Ejection,
    ) -> Option<Chain<'p, 'a>> {
        let (sketch, room) = base.without(ejected.task)?;
        let ask = &self.problem.tasks[task].ask;
        let mut best: Option<(i64, i64)> = None;
        let mut needs_promises = false;
        let old = base.standing(task);
        self.found.gaps += sketch.openings(ejected.duty, ask, |opening, displaces| {
            if old == Some(Standing { person: ejected.person, start: opening.start }) {
                return;
            }
            if best.is_none_or(|best| (opening.drive, opening.start) < best) {
                best = Some((opening.drive, opening.start));
                needs_promises = displaces;
            }
        });
        let (drive, start) = best?;
        let at = Standing { person: ejected.person, start };
        let placing = Placing { task, duty: ejected.duty, start };
        Some(Chain {
            delta: saved + room + base.placed(task, at, drive),
            placings: [before, &[placing]].concat(),
            sketch: sketch.with(placing),
            displaces: needs_promises,
        })
    }

    /// Gives the last task of a chain its best place. Whether there was one.
    fn finish(&mut self, chain: &Chain<'p, 'a>, task: usize) -> bool {
        let problem = self.problem;
        let ask = &problem.tasks[task].ask;
        let old = chain.sketch.standing(task);
        let mut best: Option<Candidate> = None;
        for duty in self.duties(task) {
            let person = problem.duties[duty].person;
            let gaps = chain.sketch.openings(duty, ask, |opening, displaces| {
                let at = Standing { person, start: opening.start };
                if old == Some(at) {
                    return;
                }
                let delta = chain.delta + chain.sketch.placed(task, at, opening.drive);
                let score = problem.terms.score(delta);
                let displaces = displaces || chain.displaces;
                if best
                    .as_ref()
                    .is_none_or(|best| (Reverse(score), displaces) < (Reverse(best.score), best.displaces))
                {
                    let placing = Placing { task, duty, start: opening.start };
                    let placings = [chain.placings.as_slice(), &[placing]].concat();
                    best = Some(Candidate { placings, shifts: Vec::new(), delta, score, displaces });
                }
            });
            self.found.gaps += gaps;
        }
        let finished = best.is_some();
        self.found.candidates.extend(best);
        finished
    }

    pub(crate) fn spent(&mut self) -> bool {
        self.found.cut_short |= self.found.gaps >= self.budget.gaps;
        self.found.cut_short
    }
}

impl Candidate {
    /// Best first: worth, then fewer moves, then promises left alone, then the earlier start, then the order of the board.
    fn rank(&self) -> (Reverse<Score>, u32, bool, i64, usize) {
        (Reverse(self.score), self.delta.moves, self.displaces, self.placings[0].start, self.placings[0].duty)
    }
}

/// A neighbour this far outside the window can still be in the way, by its drive.
const NEAR: i64 = 2 * 3600;

/// A task that makes room, and where it stands.
struct Ejection {
    task: usize,
    duty: usize,
    person: usize,
}

/// The moves so far, with one task still to be placed.
struct Chain<'p, 'a> {
    sketch: Sketch<'p, 'a>,
    delta: Delta,
    placings: Vec<Placing>,
    displaces: bool,
}

/// Source: the finalizer of SplitMix64, Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195.
fn mixed(seed: u64, value: u64) -> u64 {
    let mut mixed = seed.wrapping_add(value.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
