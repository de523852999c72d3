//! One job takes the place of another, that one of a third, and so on (ejection chains), and the shortest of them:
//! two jobs that change places.
//!
//! Source: ejection chains, Glover (1996), doi:10.1016/0166-218X(94)00037-E.

use super::Ruin;
use crate::model::NONE;

/// The longest chain.
const LONGEST: usize = 4;

impl Ruin<'_, '_> {
    /// Each job of the chain is put where it is worth much, and whoever is in the way goes on.
    pub(super) fn chain(&mut self) {
        let mut job = self.wanted();
        let own = self.state.on[job as usize];
        if self.state.model.visits[job as usize].link != NONE
            || own != NONE && !self.state.remove(own, &[job])
        {
            return;
        }
        for _ in 0..2 + self.chance.below(LONGEST - 1) {
            let pairs = self.fits.pairs(job);
            if pairs.is_empty() {
                break;
            }
            let bias = self.chance.unit();
            let duty = pairs[(bias * bias * pairs.len().min(16) as f64) as usize].duty;
            let Some(index) = self.in_the_way(job, duty) else { continue };
            let ejected = self.state.routes[duty as usize].stops()[index].visit;
            let alone = self.mine[ejected as usize] && self.state.model.visits[ejected as usize].link == NONE;
            if !alone || !self.state.remove(duty, &[ejected]) {
                continue;
            }
            if self.put(job, duty) {
                job = ejected;
            } else {
                self.out.push(ejected);
            }
        }
        self.out.push(job);
    }

    /// Two jobs near each other change places.
    pub(super) fn exchange(&mut self) {
        let Some((one, two)) = self.neighbours() else { return };
        let linked = |job: u32| self.state.model.visits[job as usize].link != NONE;
        if linked(one) || linked(two) {
            return;
        }
        let (first, second) = (self.state.on[one as usize], self.state.on[two as usize]);
        if !self.state.remove(first, &[one]) {
            return;
        }
        if !self.state.remove(second, &[two]) {
            self.out.push(one);
            return;
        }
        for (job, duty) in [(one, second), (two, first)] {
            if !self.put(job, duty) {
                self.out.push(job);
            }
        }
    }
}
