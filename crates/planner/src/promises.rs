//! Whether everybody who was promised a time still gets it: promises without a technician give way as long as another
//! place keeps them.
//!
//! What [`domain::Board::apply`] does with provisional placements, on the compiled stops.

use crate::problem::{Ask, Problem, Stop};
use crate::sketch::{Placing, Sketch, View};
use domain::Refusal;
use domain::board::StopKind;

/// Provisional places are looked for on five minutes only, as the board does.
const STEP: i64 = 300;

impl Problem<'_> {
    /// Whether the promises survive placings.
    pub(crate) fn promises_kept(&self, placings: &[Placing]) -> Kept {
        self.replanned(placings).unwrap_or(Kept::Unsure)
    }

    fn replanned(&self, placings: &[Placing]) -> Option<Kept> {
        let before = Sketch::new(self, View::Promises);
        let mut after = before.clone();
        let mut touched: Vec<usize> = Vec::new();
        for placing in placings {
            let Some(at) = before.standing(placing.task) else { continue };
            touched.extend(self.duty_at(at));
            after = after.lifted(placing.task)?.0;
        }
        for placing in placings {
            touched.push(placing.duty);
            after = after.with(*placing);
        }
        touched.sort_by_key(|duty| (self.board.technicians[self.duties[*duty].person].id, *duty));
        touched.dedup();
        let is_placed = |stop: &Stop| placings.iter().any(|placing| Some(placing.task) == stop.task);
        let (mut replanned, mut hosts): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        for duty in touched {
            if self.duties[duty].soft.is_empty() {
                continue;
            }
            for stop in after.stops(duty).into_owned() {
                let Some(task) = stop.task.filter(|task| self.tasks[*task].firm.is_none()) else { continue };
                if is_placed(&stop)
                    || replanned.contains(&task)
                    || self.stands(duty, &after.stops(duty), &stop)
                {
                    continue;
                }
                // What ran late before is not the fault of these moves.
                let had_a_plan = self.stands(duty, &before.stops(duty), &stop);
                replanned.push(task);
                match self.provisional(&after, task) {
                    Some(placing) => {
                        hosts.push(self.duties[placing.duty].person);
                        after = after.lifted(task)?.0.with(placing);
                    }
                    None if had_a_plan => return Some(Kept::Broken(stop.kind)),
                    None if matches!(stop.kind, StopKind::Reservation(_)) => return None,
                    None => after = after.lifted(task)?.0,
                }
            }
        }
        Some(Kept::All { hosts })
    }

    /// Whether a stop fits among the others of a duty where it stands: windows and hours apart, as on the board.
    fn stands(&self, duty: usize, stops: &[Stop], stop: &Stop) -> bool {
        let Some(place) = stop.place else { return false };
        let duty = &self.duties[duty];
        let others = || stops.iter().filter(|other| other.kind != stop.kind);
        if others().any(|other| other.start < stop.end && stop.start < other.end) {
            return false;
        }
        let before: Vec<Stop> = others().filter(|other| other.end <= stop.start).copied().collect();
        let after: Vec<Stop> = others().filter(|other| other.start >= stop.end).copied().collect();
        let mut blocks = Vec::new();
        self.arrival(duty, &before, place, stop.start, &mut blocks);
        self.onward(duty, &after, place, stop.end, &mut blocks);
        blocks.is_empty()
    }

    /// The first place that keeps a promise: earliest start, then the order of technicians.
    fn provisional(&self, sketch: &Sketch<'_, '_>, task: usize) -> Option<Placing> {
        let ask = Ask { prefers: None, ..self.tasks[task].ask };
        let able = self.able(ask.kind);
        let mut best: Option<(i64, usize, usize)> = None;
        for (person, _) in able.iter().enumerate().filter(|(_, able)| **able) {
            for duty in self.duties_of[person].clone() {
                let whole = &self.duties[duty];
                if whole.start >= ask.window.1 || ask.window.0 >= whole.until {
                    continue;
                }
                if best.is_some_and(|(start, ..)| start <= whole.start) {
                    continue;
                }
                let stops = sketch.stops(duty);
                let itself = stops.iter().position(|stop| Some(stop.kind) == ask.itself);
                let mut look = |stops: &[Stop]| {
                    self.openings(whole, stops, &ask, |opening| {
                        let start = self.first_on(whole, opening.room.0, opening.room.1, &ask, STEP);
                        let Some(start) = start else { return };
                        if best.is_none_or(|best| (start, person) < (best.0, best.1)) {
                            best = Some((start, person, duty));
                        }
                    })
                };
                match itself {
                    None => look(&stops),
                    Some(itself) => {
                        let mut others = stops.to_vec();
                        others.remove(itself);
                        look(&others)
                    }
                };
            }
        }
        best.map(|(start, _, duty)| Placing { task, duty, start })
    }

    /// The refusal that names the holder of a broken promise.
    pub(crate) fn breaks_promise(&self, holder: StopKind) -> Refusal {
        let number = match holder {
            StopKind::Visit(id) => {
                self.task(id).and_then(|task| self.visit_of(task)).map(|visit| visit.job.number)
            }
            StopKind::Reservation(_) | StopKind::Event(_) => None,
        };
        let holder = number.map_or_else(|| "a reservation".to_owned(), |number| format!("J{number}"));
        Refusal::BreaksPromise { holder }
    }
}

/// What becomes of the promises of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Each has a place.
    All {
        /// Who gets those that cannot stay where they are, by index on the board.
        hosts: Vec<usize>,
    },
    /// One loses the only place that keeps it.
    Broken(StopKind),
    /// Only the board can say.
    Unsure,
}
