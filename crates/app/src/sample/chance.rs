//! Chance from a seed: the same numbers on every machine.

/// A stream of random numbers. Source: `SplitMix64`, Steele, Lea & Flood (2014), doi:10.1145/2714064.2660195.
#[derive(Debug, Clone)]
pub(crate) struct Chance {
    state: u64,
}

impl Chance {
    /// The stream of a seed.
    pub(crate) fn new(seed: u64) -> Chance {
        Chance { state: seed }
    }

    /// Another stream of the same seed, so that one part of the sample does not shift when another part changes.
    pub(crate) fn stream(seed: u64, part: u64) -> Chance {
        let mut chance = Chance::new(seed ^ part.wrapping_mul(0xD134_2543_DE82_EF95));
        chance.next();
        chance
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `count`, which is positive.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        assert!(count > 0, "there is something to choose from");
        ((u128::from(self.next()) * count as u128) >> 64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as usize) as i64
    }

    /// A number from `low` to `high` that lies near their middle more often than not.
    pub(crate) fn near_middle(&mut self, low: i64, high: i64) -> i64 {
        (0..3).map(|_| self.between(low, high)).sum::<i64>().div_euclid(3)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(crate) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `things`, which are not empty.
    pub(crate) fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }

    /// The position of one of `weights`, which are not all zero.
    pub(crate) fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (position, weight) in weights.iter().enumerate() {
            if left < *weight {
                return position;
            }
            left -= weight;
        }
        unreachable!("the number drawn lies below the sum of the weights")
    }

    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_first_numbers_of_seed_zero_are_those_of_the_paper() {
        let mut chance = Chance::new(0);
        assert_eq!(chance.next(), 0xE220_A839_7B1D_CDAF);
        assert_eq!(chance.next(), 0x6E78_9E6A_A1B9_65F4);
    }

    #[test]
    fn draws_stay_inside_their_limits() {
        let mut chance = Chance::new(7);
        for _ in 0..1_000 {
            assert!((-3..=4).contains(&chance.between(-3, 4)));
            assert!((10..=20).contains(&chance.near_middle(10, 20)));
            assert_eq!(chance.weighted(&[0, 5, 0]), 1);
        }
    }
}
