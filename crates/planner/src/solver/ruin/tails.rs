//! Two routes exchange what comes after a point of each (2-opt*), or everything: two technicians trade their days.
//!
//! Source: Potvin & Rousseau (1995), doi:10.1057/jors.1995.204.

use super::Ruin;
use crate::model::NONE;

impl Ruin<'_, '_> {
    /// The tail of one route goes behind a job nearby on another, and the other way round.
    pub(super) fn tails(&mut self) {
        let Some((one, two)) = self.neighbours() else { return };
        let (mine, theirs) = (self.tail(one, false), self.tail(two, true));
        self.trade(one, &mine, two, &theirs);
    }

    /// Two technicians trade everything that may move.
    pub(super) fn people(&mut self) {
        let Some((one, two)) = self.neighbours() else { return };
        let all = |ruin: &Self, job: u32| {
            let duty = ruin.state.on[job as usize];
            ruin.loose(ruin.state.routes[duty as usize].served(ruin.state.model))
        };
        let (mine, theirs) = (all(self, one), all(self, two));
        self.trade(one, &mine, two, &theirs);
    }

    /// Two jobs near each other on different routes.
    pub(super) fn neighbours(&mut self) -> Option<(u32, u32)> {
        let one = self.any_job();
        let near = self.near.of(one);
        if self.state.on[one as usize] == NONE || near.is_empty() {
            return None;
        }
        let two = near[self.chance.below(near.len().min(20))];
        let (first, second) = (self.state.on[one as usize], self.state.on[two as usize]);
        (second != NONE && second != first && self.mine[two as usize]).then_some((one, two))
    }

    /// What comes after a job on its route, or from it on.
    fn tail(&self, job: u32, itself: bool) -> Vec<u32> {
        let route = &self.state.routes[self.state.on[job as usize] as usize];
        let visits = route.served(self.state.model).skip_while(|visit| *visit != job);
        self.loose(visits.skip(usize::from(!itself)))
    }

    /// Those that may move on their own.
    fn loose(&self, visits: impl Iterator<Item = u32>) -> Vec<u32> {
        let model = self.state.model;
        let alone = |visit: &u32| model.visits[*visit as usize].link == NONE;
        visits.filter(|visit| !model.is_fixed(*visit) && self.mine[*visit as usize]).filter(alone).collect()
    }

    /// Jobs of one duty go to the other and the other way round; who does not fit is put back elsewhere.
    fn trade(&mut self, one: u32, mine: &[u32], two: u32, theirs: &[u32]) {
        let (first, second) = (self.state.on[one as usize], self.state.on[two as usize]);
        if !self.state.remove(first, mine) {
            return;
        }
        if !self.state.remove(second, theirs) {
            self.out.extend_from_slice(mine);
            return;
        }
        for (jobs, duty) in [(theirs, first), (mine, second)] {
            for job in jobs {
                if !self.put(*job, duty) {
                    self.out.push(*job);
                }
            }
        }
    }

    /// Puts a job on a duty whatever that is worth, if it fits.
    pub(super) fn put(&mut self, job: u32, duty: u32) -> bool {
        let Some(pair) = self.state.model.pair(job, duty).copied() else { return false };
        if !self.state.has_room(duty) {
            return false;
        }
        let fit = self.state.fit(job, &pair);
        fit.is_some_and(|fit| self.state.insert(job, duty, fit.at, None))
    }
}
