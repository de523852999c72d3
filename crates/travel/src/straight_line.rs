//! Drive times without a map.

use domain::geo::Point;

use crate::matrix::{Matrix, NO_WAY, Source};

/// Drive times as the crow flies, for places without a map; people see them marked as estimates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StraightLine {
    /// How much longer roads are than the crow's way; at least 1.
    pub detour: f64,
    /// The average speed by day in kilometres an hour; above 0.
    pub speed_kmh: f64,
}

impl Default for StraightLine {
    /// The usual figures for an American metropolitan area.
    fn default() -> Self {
        Self { detour: 1.3, speed_kmh: 40.0 }
    }
}

impl StraightLine {
    /// Drive times between all pairs of `points`; a point that is no place on Earth has none.
    #[must_use]
    pub fn matrix(&self, points: &[Point]) -> Matrix {
        Matrix::fill(points.len(), Source::StraightLine, |from, to| self.cell(points[from], points[to]))
    }

    /// Figures without sense (a speed of zero, an infinite detour) give no drive time rather than an infinite one.
    pub(crate) fn cell(&self, from: Point, to: Point) -> u32 {
        if from == to {
            return 0;
        }
        let seconds = from.distance_m(to) * self.detour * 3.6 / self.speed_kmh;
        if (0.0..f64::from(NO_WAY)).contains(&seconds) { seconds.round() as u32 } else { NO_WAY }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: Point = Point { lat: 39.96, lon: -83.0 };
    const NORTH: Point = Point { lat: 40.05, lon: -83.0 };

    #[test]
    fn ten_kilometres_take_twenty_minutes_and_are_an_estimate() {
        let matrix = StraightLine::default().matrix(&[HOME, NORTH]);
        assert_eq!(matrix.seconds(0, 1), Some(1171));
        assert_eq!(matrix.seconds(1, 0), Some(1171));
        assert_eq!(matrix.seconds(0, 0), Some(0));
        assert!(matrix.source().is_estimate());
    }

    #[test]
    fn figures_without_sense_give_no_drive_time() {
        let nowhere = Point { lat: f64::NAN, lon: -83.0 };
        assert_eq!(StraightLine::default().matrix(&[HOME, nowhere]).seconds(0, 1), None);
        for (detour, speed_kmh) in [(1.3, 0.0), (f64::INFINITY, 40.0), (1.3, -40.0), (f64::NAN, 40.0)] {
            let matrix = StraightLine { detour, speed_kmh }.matrix(&[HOME, NORTH]);
            assert_eq!(matrix.seconds(0, 1), None, "detour {detour}, {speed_kmh} km/h");
        }
    }
}
