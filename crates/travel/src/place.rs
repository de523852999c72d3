//! Positions as the network keeps them.

use domain::geo::Point;

/// A position in units of 1e-7 degree, as OpenStreetMap stores it: exact, small and comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Coordinate {
    pub(crate) lat_e7: i32,
    pub(crate) lon_e7: i32,
}

impl Coordinate {
    /// The nearest position to a point on Earth.
    pub(crate) fn nearest(point: Point) -> Self {
        let e7 = |degrees: f64| (degrees * 1e7).round() as i32;
        Self { lat_e7: e7(point.lat), lon_e7: e7(point.lon) }
    }
}

impl From<Coordinate> for Point {
    fn from(coordinate: Coordinate) -> Self {
        Self { lat: f64::from(coordinate.lat_e7) / 1e7, lon: f64::from(coordinate.lon_e7) / 1e7 }
    }
}

/// The metres of one degree of latitude, on the sphere that `Point::distance_m` measures on.
pub(crate) const METRES_PER_DEGREE: f64 = 111_195.08;

/// A flat map around one latitude, in metres; true to a few metres a kilometre within a metropolitan area.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plane {
    east_m_per_degree: f64,
}

impl Plane {
    pub(crate) fn at_latitude(lat: f64) -> Self {
        Self { east_m_per_degree: METRES_PER_DEGREE * lat.to_radians().cos() }
    }

    /// Metres east of Greenwich and north of the equator.
    pub(crate) fn metres(self, point: Point) -> [f64; 2] {
        [point.lon * self.east_m_per_degree, point.lat * METRES_PER_DEGREE]
    }
}
