//! Money inside the solver: whole sixtieths of a cent, so that a price per minute is exact for every second.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

/// An amount in sixtieths of a cent.
///
/// A drive of `s` seconds at `c` cents a minute costs exactly `c * s` of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(pub i64);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);

    /// From whole cents.
    pub const fn from_cents(cents: i64) -> Money {
        Money(cents * 60)
    }

    /// In cents, rounded towards minus infinity.
    pub const fn cents(self) -> i64 {
        self.0.div_euclid(60)
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money(-self.0)
    }
}

impl Mul<i64> for Money {
    type Output = Money;
    fn mul(self, factor: i64) -> Money {
        Money(self.0 * factor)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        self.0 += other.0;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Money) {
        self.0 -= other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        Money(amounts.map(|amount| amount.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn a_price_per_minute_is_exact_for_every_second() {
        let per_second = Money(100); // 100 cents a minute.
        assert_eq!((per_second * 60).cents(), 100);
        assert_eq!(per_second * 7 + per_second * 53, Money::from_cents(100));
        assert_eq!(Money(-1).cents(), -1);
    }
}
