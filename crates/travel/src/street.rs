//! Named streets, with places along them.

use domain::geo::Point;

use crate::RoadClass;
use crate::place::Coordinate;
use crate::segment::StreetMap;

/// How far apart the places along a street are, in metres: about three house lots.
const SPACING_M: f64 = 60.0;

/// A street with a name and places along it.
#[derive(Debug, Clone, PartialEq)]
pub struct Street {
    /// The name as the map has it, never empty. Streets of one name in different suburbs are one street here.
    pub name: String,
    /// The kind of road of most of its places.
    pub class: RoadClass,
    /// Places on the street, some sixty metres apart, piece by piece in driving order; never empty.
    pub points: Vec<Point>,
}

/// All named streets, sorted by name.
pub(crate) fn streets(map: &StreetMap) -> Vec<Street> {
    let mut found: Vec<(Vec<Point>, [usize; RoadClass::ALL.len()])> =
        vec![Default::default(); map.names.len()];
    // How far the last place lies behind, and which street and node the walk is on.
    let (mut walked_m, mut here) = (0.0, None);
    for segment in &map.segments {
        let Some(name) = segment.name else { continue };
        if here != Some((name, segment.from)) {
            // Half a step, so that a street of any length has a place and none stands on a corner.
            walked_m = SPACING_M / 2.0;
        }
        let [start, end] = [segment.from, segment.to].map(|node| Point::from(map.nodes[node as usize]));
        let length_m = start.distance_m(end);
        let (points, classes) = &mut found[name as usize];
        let mut at_m = SPACING_M - walked_m;
        while at_m < length_m {
            let share = at_m / length_m;
            points.push(rounded(Point {
                lat: start.lat + (end.lat - start.lat) * share,
                lon: start.lon + (end.lon - start.lon) * share,
            }));
            classes[segment.class as usize] += 1;
            at_m += SPACING_M;
        }
        walked_m = SPACING_M - (at_m - length_m);
        here = Some((name, segment.to));
    }
    let mut streets: Vec<Street> = map
        .names
        .iter()
        .zip(found)
        .filter(|(_, (points, _))| !points.is_empty())
        .map(|(name, (points, classes))| {
            let most =
                (0..classes.len()).rev().max_by_key(|class| classes[*class]).expect("there are classes");
            Street { name: name.clone(), class: RoadClass::ALL[most], points }
        })
        .collect();
    streets.sort_by(|one, other| one.name.cmp(&other.name));
    streets
}

/// To the grid that a saved network stores, so that a reloaded street is equal.
fn rounded(point: Point) -> Point {
    Coordinate::nearest(point).into()
}
