//! Room for one job with the technicians who make the most of it.
//!
//! Where values depend on the technician, the way to a better plan is often not next door: it is the one technician
//! who would earn the most with a job, and the stretch of that route which is in the way.

use super::Ruin;
use crate::model::NONE;

impl Ruin<'_, '_> {
    pub(super) fn ejection(&mut self) {
        let job = self.wanted();
        let own = self.state.on[job as usize];
        if own == NONE {
            self.out.push(job);
        } else if !self.take(own, &[job]) {
            return;
        }
        let pairs = self.fits.pairs(job);
        if pairs.is_empty() {
            return;
        }
        let mut jobs = Vec::new();
        for _ in 0..1 + self.chance.below(3) {
            // The square of a number below one favours the best.
            let bias = self.chance.unit();
            let duty = pairs[(bias * bias * pairs.len().min(24) as f64) as usize].duty;
            if let Some(index) = self.in_the_way(job, duty) {
                let length = 1 + self.chance.below(3);
                self.stretch(duty, index, length, &mut jobs);
                self.take(duty, &jobs);
            }
        }
        self.call_in(job, 4);
    }

    /// The job to make room for; half of the time one that nobody serves.
    pub(super) fn wanted(&mut self) -> u32 {
        if !self.state.unserved.is_empty() && self.chance.happens(500) {
            for _ in 0..8 {
                let job = self.state.unserved[self.chance.below(self.state.unserved.len())];
                if self.mine[job as usize] && !self.fits.pairs(job).is_empty() {
                    return job;
                }
            }
        }
        self.any_job()
    }

    /// A stop that could be in the way of a job: one that may move and is served around its window.
    pub(super) fn in_the_way(&mut self, job: u32, duty: u32) -> Option<usize> {
        let model = self.state.model;
        let visit = &model.visits[job as usize];
        let (open, close) = (visit.open, visit.close + visit.duration);
        let stops = self.state.routes[duty as usize].stops();
        let mut chosen = None;
        let mut seen = 0;
        for (index, node) in stops.iter().enumerate() {
            let around = node.ready - node.duration < close && node.late + node.duration > open;
            if around && !model.is_fixed(node.visit) {
                seen += 1;
                if self.chance.below(seen) == 0 {
                    chosen = Some(index);
                }
            }
        }
        chosen
    }
}
