//! Stretches of neighbouring routes around one place.
//!
//! Source: slack induction by string removals, Christiaens & Vanden Berghe (2020), doi:10.1287/trsc.2019.0914.

use super::Ruin;
use crate::model::NONE;

/// Jobs taken on average.
const MEAN: usize = 7;
/// The longest stretch.
const LONGEST: usize = 8;

impl Ruin<'_, '_> {
    pub(super) fn strings(&mut self) {
        let seed = self.any_job();
        let duties = self.state.routes.len().max(1);
        let served = self.state.model.jobs() - self.state.unserved.len();
        let longest = LONGEST.min(served.div_ceil(duties).max(1));
        let most = (4 * MEAN / (1 + longest)).saturating_sub(1).max(1);
        let wanted = 1 + self.chance.below(most);
        let mut ruined: Vec<u32> = Vec::with_capacity(wanted);
        let mut jobs = Vec::new();
        let near = self.near;
        for job in std::iter::once(&seed).chain(near.of(seed)) {
            if ruined.len() >= wanted {
                break;
            }
            let duty = self.state.on[*job as usize];
            if duty == NONE || !self.mine[*job as usize] || ruined.contains(&duty) {
                continue;
            }
            let stops = self.state.routes[duty as usize].stops();
            let Some(index) = stops.iter().position(|node| node.visit == *job) else { continue };
            let length = 1 + self.chance.below(longest.min(stops.len()));
            self.stretch(duty, index, length, &mut jobs);
            if self.take(duty, &jobs) {
                ruined.push(duty);
            }
        }
        if self.state.on[seed as usize] == NONE && !self.out.contains(&seed) {
            self.out.push(seed);
        }
        self.call_in(seed, 5);
    }
}
