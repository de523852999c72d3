//! Zones: the parts of the area a company serves.

use crate::geo::Point;
use crate::id::ZoneId;
use serde::{Deserialize, Serialize};

/// A part of the company's area; technicians may be kept to some zones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    /// Its id.
    pub id: ZoneId,
    /// What dispatchers call it.
    pub name: String,
    /// Which places belong to it.
    pub area: Area,
}

/// How the places of a zone are told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Five-digit ZIP codes.
    Zips(Vec<String>),
    /// A simple polygon; the last corner is joined to the first.
    Polygon(Vec<Point>),
}

impl Zone {
    /// Whether a place belongs to the zone, by its ZIP code or by where it lies, whichever the zone is told in.
    pub fn holds(&self, zip: Option<&str>, at: Option<Point>) -> bool {
        match &self.area {
            Area::Zips(zips) => zip.is_some_and(|zip| zips.iter().any(|known| known == zip)),
            Area::Polygon(corners) => at.is_some_and(|at| inside(at, corners)),
        }
    }
}

/// Even-odd rule. Source: Shimrat (1962), Algorithm 112, doi:10.1145/368637.368653.
fn inside(at: Point, corners: &[Point]) -> bool {
    let mut inside = false;
    for (index, a) in corners.iter().enumerate() {
        let b = &corners[(index + corners.len() - 1) % corners.len()];
        if (a.lat > at.lat) != (b.lat > at.lat)
            && at.lon < (b.lon - a.lon) * (at.lat - a.lat) / (b.lat - a.lat) + a.lon
        {
            inside = !inside;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_holds_places_by_zip_or_by_polygon() {
        let zips = Zone { id: ZoneId(1), name: "North".into(), area: Area::Zips(vec!["43201".into()]) };
        assert!(zips.holds(Some("43201"), None));
        assert!(!zips.holds(Some("43202"), None));
        let corner = |lat, lon| Point { lat, lon };
        let square = Area::Polygon(vec![
            corner(39.0, -83.0),
            corner(40.0, -83.0),
            corner(40.0, -82.0),
            corner(39.0, -82.0),
        ]);
        let zone = Zone { id: ZoneId(2), name: "Square".into(), area: square };
        assert!(zone.holds(None, Some(corner(39.5, -82.5))));
        assert!(!zone.holds(None, Some(corner(39.5, -81.5))));
        assert!(!zone.holds(Some("43201"), None));
    }
}
