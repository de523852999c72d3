//! How often each way is taken, by what it has brought.
//!
//! What counts is gain per job that was put back, as that is where the time goes. Every so many steps the weights move
//! some way towards it; each keeps a fifth of what it began with, because what is of no use now may be later.
//!
//! Source: adaptive large neighbourhood search, Ropke & Pisinger (2006), doi:10.1287/trsc.1050.0135.

use super::chance::Chance;

/// Weights of a few alternatives.
#[derive(Debug, Clone)]
pub(super) struct Weights<const N: usize> {
    first: [f64; N],
    now: [f64; N],
    merit: [f64; N],
    work: [f64; N],
    steps: u32,
}

/// Steps between two changes.
const PERIOD: u32 = 1000;
/// How far weights move towards what was seen.
const REACTION: f64 = 0.2;
/// What each keeps of its first weight.
const FLOOR: f64 = 0.2;

/// What came of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing better.
    Nothing,
    /// Better than the plan before.
    Better,
    /// Better than any plan before.
    Best,
}

impl<const N: usize> Weights<N> {
    pub(super) fn new(first: [usize; N]) -> Weights<N> {
        let first = first.map(|weight| weight as f64);
        Weights { first, now: first, merit: [0.0; N], work: [0.0; N], steps: 0 }
    }

    /// One of the alternatives.
    pub(super) fn draw(&self, chance: &mut Chance) -> usize {
        let mut dice = chance.unit() * self.now.iter().sum::<f64>();
        for (index, weight) in self.now.iter().enumerate() {
            dice -= weight;
            if dice < 0.0 {
                return index;
            }
        }
        N - 1
    }

    /// Learns what came of an alternative; `jobs` were put back for it.
    pub(super) fn learn(&mut self, index: usize, outcome: Outcome, jobs: usize) {
        self.work[index] += jobs.max(1) as f64;
        self.merit[index] += match outcome {
            Outcome::Nothing => 0.0,
            Outcome::Better => 1.0,
            Outcome::Best => 10.0,
        };
        self.steps += 1;
        if self.steps >= PERIOD {
            self.adapt();
        }
    }

    fn adapt(&mut self) {
        let (merit, work) = (self.merit.iter().sum::<f64>(), self.work.iter().sum::<f64>());
        let all: f64 = self.first.iter().sum();
        if merit > 0.0 {
            let mut wanted = [0.0; N];
            for (index, wanted) in wanted.iter_mut().enumerate() {
                // Better than the average is taken more often than at first, and the other way round.
                let rate = (self.merit[index] / self.work[index].max(1.0)) / (merit / work);
                *wanted = self.first[index] * if self.work[index] > 0.0 { rate } else { 1.0 };
            }
            let sum: f64 = wanted.iter().sum();
            for (index, wanted) in wanted.iter().enumerate() {
                let target = wanted / sum * all * (1.0 - FLOOR) + self.first[index] * FLOOR;
                self.now[index] += REACTION * (target - self.now[index]);
            }
        }
        (self.merit, self.work, self.steps) = ([0.0; N], [0.0; N], 0);
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Weights};
    use crate::solver::chance::Chance;

    #[test]
    fn what_pays_is_taken_more_often_and_nothing_is_forgotten() {
        let mut weights = Weights::new([50, 50]);
        let chance = &mut Chance::new(1, 1);
        let mut drawn = [0; 2];
        for step in 0..40_000 {
            let index = weights.draw(chance);
            let outcome = if index == 0 && step % 3 == 0 { Outcome::Better } else { Outcome::Nothing };
            weights.learn(index, outcome, 5);
            drawn[index] += 1;
        }
        assert!(drawn[0] > 4 * drawn[1] && drawn[1] > 3000, "{drawn:?}");
    }
}
