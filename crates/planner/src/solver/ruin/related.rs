//! Jobs that are alike in place and time.
//!
//! Source: relatedness of Shaw (1998), doi:10.1007/3-540-49481-2_30.

use super::Ruin;
use crate::model::NONE;

impl Ruin<'_, '_> {
    pub(super) fn related(&mut self) {
        let seed = self.any_job();
        let wanted = 2 + self.chance.below(8);
        let model = self.state.model;
        let known = &model.visits[seed as usize];
        let near = self.near;
        let mut taken = 0;
        for job in std::iter::once(&seed).chain(near.of(seed)) {
            if taken >= wanted {
                break;
            }
            let other = &model.visits[*job as usize];
            let apart = other.open > known.close || known.open > other.close;
            let duty = self.state.on[*job as usize];
            if apart || !self.mine[*job as usize] || self.out.contains(job) || self.chance.happens(250) {
                continue;
            }
            if duty == NONE {
                self.out.push(*job);
            } else if !self.take(duty, &[*job]) {
                continue;
            }
            taken += 1;
        }
    }
}
