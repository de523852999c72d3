//! The best other places of each visit on the board as it is, found once and asked by every search.

use crate::objective::{Delta, Score};
use crate::problem::{Problem, Standing, instant};
use crate::sketch::{Sketch, View};
use domain::{Move, Placement};
use std::cmp::Reverse;

/// A place for a task in a duty, and what it brings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) duty: usize,
    pub(crate) start: i64,
    pub(crate) delta: Delta,
    pub(crate) score: Score,
    pub(crate) displaces: bool,
}

impl Spot {
    /// Best first.
    pub(crate) fn rank(&self) -> (Reverse<Score>, bool, i64, usize) {
        (Reverse(self.score), self.displaces, self.start, self.duty)
    }
}

/// A chain changes two other duties than the one its last task leaves: the best of five is always still there.
const SPOTS_KEPT: usize = 5;

impl Problem<'_> {
    /// Ways to put a visit of the schedule somewhere else on its own, with what they bring: the best with others, and the
    /// best at another time in its own duty.
    pub(crate) fn elsewhere(&self, base: &Sketch<'_, '_>, task: usize) -> Vec<(Score, Move)> {
        let Some((without, room)) = base.without(task) else { return Vec::new() };
        let (Some(visit), Some(at)) = (self.visit_of(task), base.standing(task)) else { return Vec::new() };
        let mut found: Vec<(Delta, usize, i64)> =
            self.spots(task).iter().map(|spot| (spot.delta, spot.duty, spot.start)).collect();
        if let Some(duty) = self.duty_at(at) {
            let ask = &self.tasks[task].ask;
            without.openings(duty, ask, |opening, _| {
                let early = self.first_on(&self.duties[duty], opening.room.0, opening.room.1, ask, 60);
                let late = self.last_start(&self.duties[duty], opening.room.0, opening.room.1, ask);
                for start in early.into_iter().chain(late).filter(|start| *start != at.start) {
                    let delta = base.placed(task, Standing { person: at.person, start }, opening.drive);
                    found.push((delta, duty, start));
                }
            });
        }
        found
            .into_iter()
            .map(|(delta, duty, start)| {
                let technician = self.board.technicians[self.duties[duty].person].id;
                let to = Placement { technician, start: instant(start) };
                let from = visit.appointment.state.placement();
                (self.terms.score(room + delta), Move::Assign { appointment: visit.appointment.id, to, from })
            })
            .collect()
    }

    /// The best places for a task on the schedule in duties other than its own, one for each duty, best first: those that are best
    /// of all, and those that are best among the ones that leave promises alone. Found once.
    pub(crate) fn spots(&self, task: usize) -> &[Spot] {
        self.spots[task].get_or_init(|| {
            let base = Sketch::new(self, View::Schedule);
            let ask = &self.tasks[task].ask;
            let own = base.standing(task).and_then(|at| self.duty_at(at));
            let mut spots = Vec::new();
            for (person, _) in self.able(ask.kind).iter().enumerate().filter(|(_, able)| **able) {
                for duty in self.duties_of[person].clone().filter(|duty| Some(*duty) != own) {
                    if self.duties[duty].start >= ask.window.1 || ask.window.0 >= self.duties[duty].until {
                        continue;
                    }
                    let (mut best, mut quiet): (Option<Spot>, Option<Spot>) = (None, None);
                    base.openings(duty, ask, |opening, displaces| {
                        let at = Standing { person, start: opening.start };
                        let delta = base.placed(task, at, opening.drive);
                        let score = self.terms.score(delta);
                        let spot = Spot { duty, start: opening.start, delta, score, displaces };
                        if best.as_ref().is_none_or(|best| spot.rank() < best.rank()) {
                            best = Some(spot);
                        }
                        if !displaces && quiet.as_ref().is_none_or(|quiet| spot.rank() < quiet.rank()) {
                            quiet = Some(spot);
                        }
                    });
                    spots.extend(best);
                    spots.extend(quiet.filter(|_| best.is_some_and(|best| best.displaces)));
                }
            }
            spots.sort_by_key(Spot::rank);
            let (mut all, mut quiet) = (0, 0);
            spots.retain(|spot| {
                all += 1;
                quiet += usize::from(!spot.displaces);
                all <= SPOTS_KEPT || !spot.displaces && quiet <= SPOTS_KEPT
            });
            spots
        })
    }
}
