//! Credibility: how far a small sample is believed.

/// Jobs of a type after which its own mean and the catalogue count alike. Values of one job type spread about as
/// widely as their mean, while a catalogue's typical value is off by about a third; the ratio of those variances is near
/// nine, and we lean a little towards the catalogue, which people keep up to date.
pub(crate) const JOBS_FOR_HALF_TRUST_IN_A_TYPE: i64 = 10;

/// Jobs of a technician after which the own effect and no effect count alike. Technicians of one trade differ by
/// about a fifth, single jobs by about their mean; the ratio of those variances is 25.
pub(crate) const JOBS_FOR_HALF_TRUST_IN_A_TECHNICIAN: i64 = 25;

/// `sample`, the mean of `n` observations, drawn towards `prior`: `(n · sample + k · prior) / (n + k)`.
///
/// Source: greatest accuracy credibility, `Z = n / (n + k)` with `k` the ratio of the variance within a group to the
/// variance between groups; Bühlmann (1967), "Experience rating and credibility", doi:10.1017/S0515036100008989.
pub(crate) fn shrunk(sum: i64, n: i64, prior: i64, k: i64) -> i64 {
    rounded(i128::from(sum) + i128::from(k) * i128::from(prior), i128::from(n + k))
}

/// The nearest whole number to `over / under`; `under` is positive.
pub(crate) fn rounded(over: i128, under: i128) -> i64 {
    let nearest = (over * 2 + under).div_euclid(under * 2);
    nearest.clamp(i128::from(i64::MIN / 4), i128::from(i64::MAX / 4)) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trust_grows_with_the_sample() {
        let check = |n: i64, expected| assert_eq!(shrunk(200 * n, n, 100, 10), expected);
        check(0, 100);
        check(1, 109);
        check(10, 150);
        check(90, 190);
        check(100_000, 200);
    }

    #[test]
    fn amounts_below_nothing_round_like_those_above() {
        assert_eq!(rounded(-10, 4), -2);
        assert_eq!(rounded(-11, 4), -3);
        assert_eq!(rounded(11, 4), 3);
    }
}
