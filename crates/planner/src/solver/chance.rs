//! Chance from a seed, and the two functions of analysis that decisions need, the same on any machine.

/// A stream of numbers that depends on nothing but its seed.
///
/// Source: SplitMix64, Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// `stream` tells apart the streams of one seed.
    pub(super) fn new(seed: u64, stream: u64) -> Chance {
        let mut chance = Chance(seed ^ stream.wrapping_mul(0xD1B5_4A32_D192_ED03));
        chance.next();
        chance
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not zero.
    pub(super) fn below(&mut self, end: usize) -> usize {
        (((self.next() >> 32) * end as u64) >> 32) as usize
    }

    /// Between zero (never reached) and one.
    pub(super) fn unit(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    /// Whether something happens that does so `per_mille` times in a thousand.
    pub(super) fn happens(&mut self, per_mille: usize) -> bool {
        self.below(1000) < per_mille
    }

    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, self.below(index + 1));
        }
    }
}

/// The natural logarithm of a number above zero, by additions, multiplications and divisions only.
///
/// The library's may differ in the last bit from one machine to the next, and one bit can turn a decision.
pub(super) fn ln(number: f64) -> f64 {
    let bits = number.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as f64 - 1023.0;
    let mantissa = f64::from_bits((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
    // ln m = 2 artanh((m - 1) / (m + 1)), and that argument is below 1/3.
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    let series = (1..12).rev().fold(0.0, |sum, term| (sum + 1.0 / f64::from(2 * term + 1)) * square);
    exponent * std::f64::consts::LN_2 + 2.0 * ratio * (1.0 + series)
}

/// The exponential function, by additions, multiplications and divisions only.
pub(super) fn exp(number: f64) -> f64 {
    let halves = (number * 2.0) as i32;
    let rest = number - f64::from(halves) / 2.0;
    let series = (1..20).rev().fold(1.0, |sum, term| 1.0 + sum * rest / f64::from(term));
    let root = 1.648_721_270_700_128_2;
    (0..halves.abs()).fold(series, |power, _| if halves > 0 { power * root } else { power / root })
}

#[cfg(test)]
mod tests {
    use super::{Chance, exp, ln};

    #[test]
    fn logarithm_and_exponential_are_right_to_ten_places() {
        for number in [1e-9, 0.001, 0.3, 0.5, 0.999, 1.0, 1.5, 2.0, 77.7, 1e12] {
            assert!((ln(number) - number.ln()).abs() < 1e-10, "ln {number}");
        }
        for number in [-20.0, -3.3, -0.5, 0.0, 0.2, 1.0, 5.9] {
            assert!((exp(number) / f64::exp(number) - 1.0).abs() < 1e-10, "exp {number}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_numbers_and_every_one_below_the_end() {
        let (mut one, mut two) = (Chance::new(7, 1), Chance::new(7, 1));
        let mut seen = [0; 5];
        for _ in 0..1000 {
            let number = one.below(5);
            assert_eq!(number, two.below(5));
            seen[number] += 1;
        }
        assert!(seen.iter().all(|count| *count > 150), "{seen:?}");
        assert_ne!(Chance::new(7, 1).next(), Chance::new(7, 2).next());
    }
}
