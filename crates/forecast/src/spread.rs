//! The interval around a forecast: what eight of ten past jobs kept to.

use crate::credibility::rounded;

/// A thousand parts of the forecast.
pub(crate) const WHOLE: i64 = 1_000;

/// With fewer residuals than this the company's own spread is not known, and the catalogue's is used.
const LEAST: usize = 20;

/// Low and high, in thousandths of the forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spread {
    pub(crate) low: i64,
    pub(crate) high: i64,
}

impl Spread {
    /// The tenth and ninetieth percentile of past `ratios` (what came, in thousandths of its forecast); none when
    /// there are too few.
    ///
    /// Source: nearest-rank percentiles with the correction of split conformal prediction for small samples,
    /// rank `⌈(n + 1) · q⌉`; Lei et al. (2018), doi:10.1080/01621459.2017.1307116.
    pub(crate) fn of(mut ratios: Vec<i64>) -> Option<Spread> {
        if ratios.len() < LEAST {
            return None;
        }
        ratios.sort_unstable();
        let n = ratios.len();
        let low = (n + 1) / 10;
        let high = ((n + 1) * 9).div_ceil(10);
        Some(Spread { low: ratios[low.clamp(1, n) - 1], high: ratios[high.clamp(1, n) - 1] })
    }

    /// Around a forecast.
    pub(crate) fn around(self, expected: i64) -> (i64, i64) {
        let part = |share| rounded(i128::from(expected) * i128::from(share), i128::from(WHOLE));
        (part(self.low).min(expected), part(self.high).max(expected))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_of_ten_lie_inside() {
        let ratios: Vec<i64> = (1..=99).map(|part| part * 20).collect();
        let spread = Spread::of(ratios.clone()).unwrap();
        assert_eq!(spread, Spread { low: 200, high: 1_800 });
        let inside = ratios.iter().filter(|ratio| (spread.low..=spread.high).contains(ratio)).count();
        assert!((79..=83).contains(&inside), "{inside}");
    }

    #[test]
    fn a_handful_of_jobs_tells_no_spread() {
        assert_eq!(Spread::of(vec![1_000; 19]), None);
        assert_eq!(Spread { low: 500, high: 2_000 }.around(300), (150, 600));
    }
}
