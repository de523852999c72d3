//! From a place to the road beside it.

use domain::geo::Point;
use rstar::{AABB, PointDistance, RTreeObject};

use crate::chains::Chains;
use crate::place::Plane;
use crate::{Network, RoadClass};

/// A place further from every road than this cannot be driven to, in metres.
const MAX_OFF_ROAD_M: f64 = 2_000.0;
/// The speed between a road and a door, in metres a second (20 km/h: a drive, a yard, a farm track).
const OFF_ROAD_M_PER_S: f64 = 20.0 / 3.6;

/// Where a place meets the road network.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snap {
    /// The place on the road.
    pub point: Point,
    /// From there to the place itself, in metres as the crow flies.
    pub off_road_m: f64,
    /// The kind of road.
    pub class: RoadClass,
    pub(crate) road: u32,
    /// The bend of the road before the place.
    pub(crate) bend: u32,
    /// Milliseconds along the road from its start to here, and from here back to its start.
    pub(crate) forward_ms: u32,
    pub(crate) backward_ms: u32,
}

impl Snap {
    pub(crate) fn nearest(network: &Network, point: Point) -> Option<Self> {
        if !point.lat.is_finite()
            || !point.lon.is_finite()
            || point.lat.abs() > 90.0
            || point.lon.abs() > 180.0
        {
            return None;
        }
        let target = relative(network.plane, network.south_west, point);
        let piece = network.pieces.nearest_neighbor(target.map(|metres| metres as f32))?;
        let bends = network.chains.bends_of(piece.road);
        let (start, end) = (bends[piece.bend as usize], bends[piece.bend as usize + 1]);

        // The index works on a map that is flat for the whole area; the answer is measured where the place is.
        let plane = Plane::at_latitude(point.lat);
        let (from, to) = (Point::from(start.position), Point::from(end.position));
        let share = share_along(plane.metres(from), plane.metres(to), plane.metres(point));
        let on_road = Point {
            lat: from.lat + (to.lat - from.lat) * share,
            lon: from.lon + (to.lon - from.lon) * share,
        };
        let off_road_m = on_road.distance_m(point);
        let part = |from: u32, to: u32| from + (f64::from(to - from) * share).round() as u32;
        (off_road_m <= MAX_OFF_ROAD_M).then(|| Self {
            point: on_road,
            off_road_m,
            class: network.chains.roads[piece.road as usize].class,
            road: piece.road,
            bend: piece.bend,
            forward_ms: part(start.forward_ms, end.forward_ms),
            backward_ms: part(start.backward_ms, end.backward_ms),
        })
    }

    /// What the way between the road and the door takes, in milliseconds.
    pub(crate) fn off_road_ms(&self) -> u32 {
        (self.off_road_m / OFF_ROAD_M_PER_S * 1000.0).round() as u32
    }
}

fn relative(plane: Plane, south_west: Point, point: Point) -> [f64; 2] {
    let ([east, north], [west, south]) = (plane.metres(point), plane.metres(south_west));
    [east - west, north - south]
}

/// How far along the line from `start` to `end` the point nearest to `place` lies, from 0 to 1.
fn share_along(start: [f64; 2], end: [f64; 2], place: [f64; 2]) -> f64 {
    let (along, across) =
        ([end[0] - start[0], end[1] - start[1]], [place[0] - start[0], place[1] - start[1]]);
    let squared = along[0] * along[0] + along[1] * along[1];
    if squared == 0.0 {
        return 0.0;
    }
    ((along[0] * across[0] + along[1] * across[1]) / squared).clamp(0.0, 1.0)
}

/// A straight piece of road in the index, in metres from the network's south-west corner.
///
/// Single precision is exact to a few centimetres over four hundred kilometres and halves the index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    from: [f32; 2],
    to: [f32; 2],
    road: u32,
    bend: u32,
}

impl Piece {
    /// The pieces of all roads with doors.
    pub(crate) fn all(chains: &Chains, plane: Plane, south_west: Point) -> Vec<Self> {
        let metres = |point: Point| relative(plane, south_west, point).map(|metres| metres as f32);
        let mut pieces = Vec::with_capacity(chains.bends.len());
        for (_, index) in chains.roads.iter().zip(0..).filter(|(road, _)| road.class.has_doors()) {
            let corners: Vec<[f32; 2]> =
                chains.bends_of(index).iter().map(|bend| metres(Point::from(bend.position))).collect();
            let lines = corners.windows(2).zip(0..);
            pieces.extend(lines.map(|(ends, bend)| Self { from: ends[0], to: ends[1], road: index, bend }));
        }
        pieces
    }
}

impl RTreeObject for Piece {
    type Envelope = AABB<[f32; 2]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners(self.from, self.to)
    }
}

impl PointDistance for Piece {
    fn distance_2(&self, point: &[f32; 2]) -> f32 {
        let wide = |corner: [f32; 2]| corner.map(f64::from);
        let (from, to, place) = (wide(self.from), wide(self.to), wide(*point));
        let share = share_along(from, to, place);
        let offset = [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * share - place[axis]);
        (offset[0] * offset[0] + offset[1] * offset[1]) as f32
    }
}
