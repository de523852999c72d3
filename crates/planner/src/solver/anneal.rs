//! When a plan that is worse is kept all the same.
//!
//! Source: simulated annealing, Kirkpatrick, Gelatt & Vecchi (1983), doi:10.1126/science.220.4598.671.

use super::chance::{Chance, exp, ln};

/// How readily a loss is taken: the temperature, in money of the problem.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heat {
    first: f64,
    last: f64,
    now: f64,
}

impl Heat {
    /// Falls from `first` to `last`, both above zero, by equal factors in equal shares of the budget.
    pub(super) fn new(first: f64, last: f64) -> Heat {
        Heat { first, last, now: first }
    }

    /// Sets it to what it is when this share of the budget is used.
    pub(super) fn cool(&mut self, used: f64) {
        self.now = self.first * exp(ln(self.last / self.first) * used.clamp(0.0, 1.0));
    }

    /// Whether a change of worth is kept.
    pub(super) fn accepts(&self, change: i64, chance: &mut Chance) -> bool {
        change >= 0 || (change as f64) > self.now * ln(chance.unit())
    }
}
