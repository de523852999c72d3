//! What a plan is worth: the terms of the objective, in cents and seconds, and the dial that weighs them.

use domain::{Cents, Gain, LedgerLine, Settings, Term, Urgency};
use std::ops::Add;

/// What it costs to leave a visit off the schedule. More than any drive that the default limits allow, so that
/// driving never speaks against serving somebody; an emergency comes before everything else.
fn price_of_leaving(urgency: Urgency) -> Cents {
    match urgency {
        Urgency::None | Urgency::Routine => Cents::dollars(400),
        Urgency::Urgent => Cents::dollars(2_000),
        Urgency::Emergency => Cents::dollars(20_000),
    }
}

/// A change against the board as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Delta {
    /// Change in the number of visits on the schedule.
    pub(crate) jobs: i32,
    /// Change in expected value, cents.
    pub(crate) value: i64,
    /// Change in driving, seconds.
    pub(crate) drive: i64,
    /// The price of moving what had a place, cents.
    pub(crate) disturbance: i64,
    /// What it is worth that a visit is no longer left, cents.
    pub(crate) service: i64,
    /// Visits that get another technician or start.
    pub(crate) moves: u32,
}

impl Add for Delta {
    type Output = Delta;
    fn add(self, other: Delta) -> Delta {
        Delta {
            jobs: self.jobs + other.jobs,
            value: self.value + other.value,
            drive: self.drive + other.drive,
            disturbance: self.disturbance + other.disturbance,
            service: self.service + other.service,
            moves: self.moves + other.moves,
        }
    }
}

/// Weighted worth in three-thousandths of a cent, so that every term is a whole number; higher is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Score(pub(crate) i64);

/// Seconds a minute times the middle of the dial: see [`Score`].
const PARTS_OF_A_CENT: i64 = 60 * 50;

/// The prices and weights of the objective.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms {
    drive_cost_per_minute: i64,
    money_over_driving: i64,
    stability: i64,
}

impl Terms {
    pub(crate) fn new(settings: &Settings) -> Terms {
        Terms {
            drive_cost_per_minute: settings.drive_cost_per_minute.0,
            money_over_driving: i64::from(settings.money_over_driving.min(100)),
            stability: settings.stability_price.0,
        }
    }

    /// The worth of a change. The dial at 50 weighs money and driving alike; at 0 money does not count, at 100
    /// driving does not.
    pub(crate) fn score(&self, delta: Delta) -> Score {
        let money = delta.value * 60 * self.money_over_driving;
        let driving = delta.drive * self.drive_cost_per_minute * (100 - self.money_over_driving);
        Score(money - driving + (delta.service - delta.disturbance) * PARTS_OF_A_CENT)
    }

    /// The figures people see: plain money, whatever the dial says.
    pub(crate) fn gain(&self, delta: Delta) -> Gain {
        Gain {
            jobs: delta.jobs,
            drive_seconds: delta.drive,
            value: Cents(delta.value - self.drive_cost(delta.drive).0 - delta.disturbance),
            moves: delta.moves,
        }
    }

    /// The same change term by term. Money sums to the value of [`Terms::gain`], weighed cents to [`Terms::cents`] of the score:
    /// each line is the difference of two sums, so that rounding is never lost.
    pub(crate) fn ledger(&self, delta: Delta) -> Vec<LedgerLine> {
        let parts = [
            (Term::Value, Delta { value: delta.value, ..Delta::default() }),
            (Term::Driving, Delta { drive: delta.drive, ..Delta::default() }),
            (Term::Disturbance, Delta { disturbance: delta.disturbance, ..Delta::default() }),
            (Term::Service, Delta { service: delta.service, ..Delta::default() }),
        ];
        let mut sum = Delta::default();
        let lines = parts.map(|(term, part)| {
            let before = Terms::cents(self.score(sum));
            sum = sum + part;
            let weighed = Terms::cents(self.score(sum)) - before;
            LedgerLine { term, money: self.gain(part).value, weighed }
        });
        lines.into_iter().filter(|line| line.money != Cents::ZERO || line.weighed != Cents::ZERO).collect()
    }

    /// What driving costs, rounded to the nearest cent.
    pub(crate) fn drive_cost(&self, seconds: i64) -> Cents {
        Cents((seconds * self.drive_cost_per_minute * 2 + 60).div_euclid(120))
    }

    /// The price of moving a visit that has a place. A customer who was told counts twice; a start that shifts inside
    /// its window with the same technician counts half.
    pub(crate) fn disturbance(&self, told: bool, same_technician: bool) -> i64 {
        let full = if told { self.stability * 2 } else { self.stability };
        if same_technician { full / 2 } else { full }
    }

    /// What it is worth to put a visit on the schedule, beside its value.
    pub(crate) fn service(&self, urgency: Urgency) -> i64 {
        price_of_leaving(urgency).0
    }

    /// A score in plain cents, rounded down.
    pub(crate) fn cents(score: Score) -> Cents {
        Cents(score.0.div_euclid(PARTS_OF_A_CENT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dial: u8, value: i64, drive: i64, cents: i64) {
        let terms = Terms::new(&Settings { money_over_driving: dial, ..Settings::default() });
        let delta = Delta { value, drive, ..Delta::default() };
        assert_eq!(Terms::cents(terms.score(delta)), Cents(cents));
    }

    #[test]
    fn the_dial_weighs_money_against_driving() {
        check(50, 10_000, 600, 9_000);
        check(0, 10_000, 600, -2_000);
        check(100, 10_000, 600, 20_000);
        check(75, 10_000, 600, 14_500);
    }

    #[test]
    fn people_see_plain_money_whatever_the_dial_says() {
        for dial in [0, 50, 100] {
            let terms = Terms::new(&Settings { money_over_driving: dial, ..Settings::default() });
            let delta = Delta { value: 10_000, drive: -90, disturbance: 1_500, moves: 2, ..Delta::default() };
            assert_eq!(terms.gain(delta).value, Cents(8_650));
        }
    }

    #[test]
    fn the_lines_of_the_ledger_sum_to_both_totals() {
        for (dial, value, drive) in
            [(50, 1, 1), (33, -7_777, 61), (0, 12, -59), (100, -1, 3_601), (77, 0, -1)]
        {
            let terms = Terms::new(&Settings { money_over_driving: dial, ..Settings::default() });
            let delta = Delta { value, drive, disturbance: 750, service: 40_000, moves: 1, jobs: 1 };
            let ledger = terms.ledger(delta);
            let sum = |of: fn(&LedgerLine) -> Cents| ledger.iter().map(|line| of(line).0).sum::<i64>();
            assert_eq!(Cents(sum(|line| line.money)), terms.gain(delta).value);
            assert_eq!(Cents(sum(|line| line.weighed)), Terms::cents(terms.score(delta)));
        }
    }

    #[test]
    fn an_emergency_outweighs_many_routine_visits() {
        assert!(price_of_leaving(Urgency::Emergency) >= Cents(price_of_leaving(Urgency::Urgent).0 * 10));
        assert!(price_of_leaving(Urgency::Urgent) > price_of_leaving(Urgency::Routine));
    }
}
