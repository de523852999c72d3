//! Stretches of neighbouring routes around one place.
//!
//! Source: slack induction by string removals, Christiaens & Vanden Berghe (2020), doi:10.1287/trsc.2019.0914.

use super::Ruin;
use crate::model::NONE;

/// Jobs taken on average.
const MEAN: usize = 7;
/// The same where routes are long.
const MEAN_OF_LONG: usize = 10;
/// Jobs of a usual route.
const USUAL: usize = 4;
/// The longest stretch.
const LONGEST: usize = 10;

impl Ruin<'_, '_> {
    pub(super) fn strings(&mut self) {
        let seed = self.any_job();
        let seed_duty = self.state.on[seed as usize];
        let around = if seed_duty == NONE { 0 } else { self.state.routes[seed_duty as usize].jobs as usize };
        let longest = LONGEST.min(around.max(USUAL));
        let mean = if longest > USUAL + 1 { MEAN_OF_LONG } else { MEAN };
        let most = (4 * mean / (1 + longest)).saturating_sub(1).max(1);
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
