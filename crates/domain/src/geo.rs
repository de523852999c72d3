//! A place on the map.

use serde::{Deserialize, Serialize};

/// The mean radius of the Earth in metres (IUGG).
const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// A place on the map, in degrees of WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north of the equator, negative in the south.
    pub lat: f64,
    /// Degrees east of Greenwich, negative in the west.
    pub lon: f64,
}

impl Point {
    /// The distance to `other` along the surface of the Earth, in metres.
    ///
    /// Source: the haversine formula on a sphere, which is within 0.6 % of the true figure anywhere.
    #[must_use]
    pub fn distance_m(self, other: Self) -> f64 {
        let (south, north) = (self.lat.to_radians(), other.lat.to_radians());
        let half_height = ((north - south) / 2.0).sin();
        let half_width = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let chord = half_height * half_height + south.cos() * north.cos() * half_width * half_width;
        2.0 * EARTH_RADIUS_M * chord.sqrt().clamp(0.0, 1.0).asin()
    }
}

#[cfg(test)]
mod tests {
    use super::Point;

    #[test]
    fn a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() {
        let columbus = Point { lat: 39.96, lon: -83.0 };
        let north = Point { lat: 40.96, lon: -83.0 };
        assert!((columbus.distance_m(north) - 111_195.0).abs() < 1.0);
        assert_eq!(columbus.distance_m(columbus), 0.0);
        assert!(columbus.distance_m(Point { lat: f64::NAN, lon: 0.0 }).is_nan());
    }

    #[test]
    fn columbus_to_cleveland_is_two_hundred_kilometres_both_ways() {
        let columbus = Point { lat: 39.9612, lon: -82.9988 };
        let cleveland = Point { lat: 41.4993, lon: -81.6944 };
        assert!((columbus.distance_m(cleveland) - 203_000.0).abs() < 2_000.0);
        assert_eq!(columbus.distance_m(cleveland), cleveland.distance_m(columbus));
    }
}
