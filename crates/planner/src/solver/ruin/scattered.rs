//! Jobs from anywhere, and whole routes.

use super::Ruin;
use crate::model::NONE;

impl Ruin<'_, '_> {
    pub(super) fn scattered(&mut self) {
        for _ in 0..2 + self.chance.below(6) {
            let job = self.any_job();
            if self.out.contains(&job) {
                continue;
            }
            let duty = self.state.on[job as usize];
            if duty == NONE {
                self.out.push(job);
            } else {
                self.take(duty, &[job]);
            }
        }
    }

    /// Everything that may move on one duty.
    pub(super) fn whole(&mut self) {
        let seed = self.any_job();
        let duty = self.state.on[seed as usize];
        if duty == NONE {
            self.out.push(seed);
        } else {
            let model = self.state.model;
            let movable = |job: &u32| !model.is_fixed(*job) && self.mine[*job as usize];
            let jobs: Vec<u32> = self.state.routes[duty as usize].served(model).filter(movable).collect();
            self.take(duty, &jobs);
        }
        self.call_in(seed, 6);
    }
}
