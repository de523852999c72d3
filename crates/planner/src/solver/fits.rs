//! The best place for a job over all duties, with a memory: most routes have not changed since it was last asked.

use super::chance::Chance;
use super::state::State;
use crate::model::{Model, NONE, Pair};

/// The able pairs that a search may use, and what is known about each.
#[derive(Debug, Clone)]
pub(super) struct Fits {
    /// By job, then by falling gain.
    pairs: Vec<Pair>,
    first: Vec<u32>,
    known: Vec<Known>,
    /// By duty: a number for all duties that cannot be told apart while they are idle.
    alike: Vec<u32>,
    /// Pairs still to be looked at before one is overlooked on purpose.
    until_blink: usize,
}

/// The cheapest place of a job on a route of that version.
#[derive(Debug, Clone, Copy)]
struct Known {
    cost: i64,
    version: u32,
    at: u32,
}

/// Where to put a job, and what that gains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seat {
    pub(super) duty: u32,
    pub(super) at: u32,
    /// Gain less cost; what leaving it out would cost is not in it.
    pub(super) score: i64,
}

/// One pair in so many is overlooked.
const BLINK_EVERY: usize = 100;

impl Fits {
    /// `mine` tells which duties may be used.
    pub(super) fn new(model: &Model, mine: &[bool]) -> Fits {
        let mut fits = Fits {
            pairs: Vec::new(),
            first: Vec::new(),
            known: Vec::new(),
            alike: alike(model),
            until_blink: BLINK_EVERY,
        };
        fits.limit(model, mine);
        fits
    }

    /// Restricts it to some duties.
    pub(super) fn limit(&mut self, model: &Model, mine: &[bool]) {
        self.pairs.clear();
        self.first.clear();
        for job in 0..model.jobs() {
            self.first.push(self.pairs.len() as u32);
            let own = model.pairs[model.pairs_of(job)].iter();
            self.pairs.extend(own.copied().filter(|pair| mine[pair.duty as usize]));
        }
        self.first.push(self.pairs.len() as u32);
        self.known.clear();
        self.known.resize(self.pairs.len(), Known { cost: 0, version: NONE, at: NONE });
    }

    /// The duties that may serve a job, best gain first.
    pub(super) fn pairs(&self, job: u32) -> &[Pair] {
        &self.pairs[self.first[job as usize] as usize..self.first[job as usize + 1] as usize]
    }

    /// The best place for a job that is better than leaving it out.
    pub(super) fn best(&mut self, state: &State<'_>, job: u32, blinks: Option<&mut Chance>) -> Option<Seat> {
        self.two_best(state, job, blinks, false).0
    }

    /// The best place, and the score of the best one on another duty (or of leaving it out).
    ///
    /// Pairs come by falling gain and driving costs something, so the first pair whose gain alone is worse ends it.
    pub(super) fn two_best(
        &mut self,
        state: &State<'_>,
        job: u32,
        mut blinks: Option<&mut Chance>,
        second: bool,
    ) -> (Option<Seat>, i64) {
        let out = -state.model.visits[job as usize].miss;
        let mut best = Seat { duty: NONE, at: NONE, score: out };
        let mut other = out;
        let (begin, end) = (self.first[job as usize] as usize, self.first[job as usize + 1] as usize);
        let mut idle = NONE;
        for (pair, known) in self.pairs[begin..end].iter().zip(&mut self.known[begin..end]) {
            if pair.gain <= if second { other } else { best.score } {
                break;
            }
            if let Some(chance) = blinks.as_deref_mut() {
                if self.until_blink == 0 {
                    self.until_blink = chance.below(2 * BLINK_EVERY);
                    continue;
                }
                self.until_blink -= 1;
            }
            let alike = self.alike[pair.duty as usize];
            if alike != NONE && state.routes[pair.duty as usize].stops().is_empty() {
                if idle == alike {
                    continue;
                }
                idle = alike;
            }
            let version = state.versions[pair.duty as usize];
            if known.version != version {
                let fit = state.fit(job, pair);
                *known = match fit {
                    Some(fit) => Known { cost: fit.cost, version, at: fit.at },
                    None => Known { cost: 0, version, at: NONE },
                };
            }
            if known.at == NONE {
                continue;
            }
            let score = pair.gain - known.cost;
            if score > best.score && state.has_room(pair.duty) {
                other = best.score;
                best = Seat { duty: pair.duty, at: known.at, score };
            } else if score > other {
                other = score;
            }
        }
        ((best.duty != NONE).then_some(best), other)
    }
}

/// By duty: the first duty of which it is a copy, for all that have one; [`NONE`] for the others.
fn alike(model: &Model) -> Vec<u32> {
    let duties = model.duties();
    let mut alike = vec![NONE; duties];
    let gain = |job: usize, duty: usize| {
        let pair = model.pair(job as u32, duty as u32);
        pair.map(|pair| (pair.gain, pair.duration))
    };
    let same = |one: usize, two: usize| {
        let (first, second) = (&model.shifts[one], &model.shifts[two]);
        first.same(second) && (0..model.jobs()).all(|job| gain(job, one) == gain(job, two))
    };
    for duty in 1..duties {
        // Copies stand one after the other.
        if same(duty - 1, duty) {
            if alike[duty - 1] == NONE {
                alike[duty - 1] = duty as u32 - 1;
            }
            alike[duty] = alike[duty - 1];
        }
    }
    alike
}
