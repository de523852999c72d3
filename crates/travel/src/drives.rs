//! Drive times that grow with the places of a company.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::geo::Point;
use domain::{DriveTimes, SignedDuration};

use crate::matrix::{Matrix, Source, known};
use crate::place::Coordinate;
use crate::search::Direction;
use crate::{Network, Snap, StraightLine};

/// How many places are remembered; the cells of that many take 36 MB. The oldest make room for new ones.
const MAX_PLACES: usize = 3_000;

/// Where drive times come from.
#[derive(Debug, Clone)]
pub enum Ground {
    /// The roads of a map.
    Roads(Arc<Network>),
    /// The crow's way, for a company without a map.
    StraightLine(StraightLine),
}

impl Ground {
    /// How the times are found.
    #[must_use]
    pub fn source(&self) -> Source {
        match self {
            Self::Roads(_) => Source::Roads,
            Self::StraightLine(_) => Source::StraightLine,
        }
    }

    /// Drive times between all pairs of `points`, computed afresh.
    #[must_use]
    pub fn matrix(&self, points: &[Point]) -> Matrix {
        match self {
            Self::Roads(network) => network.matrix(points),
            Self::StraightLine(line) => line.matrix(points),
        }
    }
}

/// Drive times between all places seen so far: a new place costs two searches, a known pair one look-up.
///
/// Reading needs `&self`, adding `&mut self`: the caller puts it behind a read-write lock and adds places before
/// asking. A question about a place that nobody added is answered as well, only slower. Places are told apart to
/// 1e-7 degree, about a centimetre.
#[derive(Debug, Clone)]
pub struct Drives {
    ground: Ground,
    index: HashMap<Coordinate, usize>,
    places: Vec<Place>,
    /// A row for each place, in the order of `places`.
    rows: Vec<Vec<u32>>,
    max_places: usize,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    key: Coordinate,
    /// Where it meets the roads; `None` also when there are no roads.
    snap: Option<Snap>,
}

impl Drives {
    /// No places yet, on `ground`.
    #[must_use]
    pub fn new(ground: Ground) -> Self {
        Self { ground, index: HashMap::new(), places: Vec::new(), rows: Vec::new(), max_places: MAX_PLACES }
    }

    /// Where the times come from.
    #[must_use]
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// How many places are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether no place is known yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether all of `points` are known, so that a matrix of them is only look-ups.
    #[must_use]
    pub fn knows(&self, points: &[Point]) -> bool {
        points.iter().all(|point| key(*point).is_none_or(|key| self.index.contains_key(&key)))
    }

    /// Adds a row and a column for each of `points` that is not known yet.
    pub fn add(&mut self, points: &[Point]) {
        let asked: Vec<Coordinate> = points.iter().filter_map(|point| key(*point)).collect();
        let mut seen = HashSet::new();
        let is_new = |key: &&Coordinate| !self.index.contains_key(*key) && seen.insert(**key);
        let new: Vec<Coordinate> = asked.iter().filter(is_new).take(self.max_places).copied().collect();
        if new.is_empty() {
            return;
        }
        let excess = (self.places.len() + new.len()).saturating_sub(self.max_places);
        if excess > 0 {
            self.forget_oldest(excess, &asked.into_iter().collect());
        }
        self.extend(&new);
    }

    /// The drive in seconds; `None` when no road leads there.
    #[must_use]
    pub fn seconds(&self, from: Point, to: Point) -> Option<u32> {
        let (from, to) = (key(from)?, key(to)?);
        match (self.index.get(&from), self.index.get(&to)) {
            (Some(from), Some(to)) => known(self.rows[*from][*to]),
            _ => self.ground.matrix(&[from.into(), to.into()]).seconds(0, 1),
        }
    }

    /// Drive times between all pairs of `points`, in their order.
    ///
    /// Look-ups when all of them are known; otherwise computed afresh and not remembered.
    #[must_use]
    pub fn matrix(&self, points: &[Point]) -> Matrix {
        let keys: Option<Vec<Coordinate>> = points.iter().map(|point| key(*point)).collect();
        let known: Option<Vec<usize>> =
            keys.and_then(|keys| keys.iter().map(|key| self.index.get(key).copied()).collect());
        match known {
            Some(indexes) => Matrix::fill(points.len(), self.ground.source(), |from, to| {
                self.rows[indexes[from]][indexes[to]]
            }),
            None => self.ground.matrix(&points.iter().map(|point| on_grid(*point)).collect::<Vec<_>>()),
        }
    }

    /// Forgets the `excess` oldest places, but none of `kept`.
    fn forget_oldest(&mut self, excess: usize, kept: &HashSet<Coordinate>) {
        let oldest = self.places.iter().filter(|place| !kept.contains(&place.key)).take(excess);
        let forgotten: HashSet<Coordinate> = oldest.map(|place| place.key).collect();
        let stays: Vec<bool> = self.places.iter().map(|place| !forgotten.contains(&place.key)).collect();
        keep(&mut self.places, &stays);
        keep(&mut self.rows, &stays);
        for row in &mut self.rows {
            keep(row, &stays);
        }
    }

    fn extend(&mut self, new: &[Coordinate]) {
        let old = self.places.len();
        let added: Vec<Place> = new.iter().map(|key| Place { key: *key, snap: self.snap(*key) }).collect();
        self.places.extend(added);
        self.index = self.places.iter().map(|place| place.key).zip(0..).collect();
        let places = &self.places;
        let (down, across) = match &self.ground {
            Ground::Roads(network) => {
                let snaps: Vec<Option<Snap>> = places.iter().map(|place| place.snap).collect();
                let (known, added) = snaps.split_at(old);
                (network.cells(added, known, Direction::To), network.cells(added, &snaps, Direction::From))
            }
            Ground::StraightLine(line) => {
                let cell = |from: &Place, to: &Place| line.cell(from.key.into(), to.key.into());
                let (known, added) = places.split_at(old);
                let column = |to| known.iter().map(|from| cell(from, to)).collect();
                let row = |from| places.iter().map(|to| cell(from, to)).collect();
                (added.iter().map(column).collect(), added.iter().map(row).collect())
            }
        };
        for (from, row) in self.rows.iter_mut().enumerate() {
            row.extend(down.iter().map(|column: &Vec<u32>| column[from]));
        }
        self.rows.extend(across);
        for place in old..self.rows.len() {
            self.rows[place][place] = 0;
        }
    }

    fn snap(&self, key: Coordinate) -> Option<Snap> {
        match &self.ground {
            Ground::Roads(network) => network.snap(key.into()),
            Ground::StraightLine(_) => None,
        }
    }
}

impl DriveTimes for Drives {
    fn drive(&self, from: Point, to: Point) -> Option<SignedDuration> {
        self.seconds(from, to).map(|seconds| SignedDuration::from_secs(seconds.into()))
    }
}

/// The place on the grid that tells places apart; `None` for a point that is no place on Earth.
fn key(point: Point) -> Option<Coordinate> {
    let is_place = point.lat.abs() <= 90.0 && point.lon.abs() <= 180.0;
    is_place.then(|| Coordinate::nearest(point))
}

/// The same answer whether or not a place is remembered.
fn on_grid(point: Point) -> Point {
    key(point).map_or(point, Point::from)
}

fn keep<T>(list: &mut Vec<T>, stays: &[bool]) {
    let mut stays = stays.iter();
    list.retain(|_| *stays.next().expect("one answer for each entry"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{COLUMBUS, Drawing};

    fn city() -> Drives {
        let network = Network::from_pbf(COLUMBUS).expect("the sample map is good").network;
        Drives::new(Ground::Roads(Arc::new(network)))
    }

    /// Places on a slant over the city; the first lies outside the map.
    fn places(count: u32) -> Vec<Point> {
        (0..count)
            .map(|at| Point {
                lat: 39.8 + 0.0123 * f64::from(at),
                lon: -83.2 + 0.0119 * f64::from(at * 7 % 20),
            })
            .collect()
    }

    #[test]
    fn places_added_one_by_one_give_the_matrix_of_all() {
        let points = places(20);
        let mut drives = city();
        for point in &points {
            drives.add(&[*point]);
        }
        assert_eq!(drives.len(), points.len());
        let fresh = drives.ground().matrix(&points);
        assert_eq!(drives.matrix(&points), fresh);
        assert_eq!(fresh.unreachable()[0], 0);
        assert_eq!(drives.seconds(points[5], points[9]), fresh.seconds(5, 9));

        let mut at_once = city();
        at_once.add(&points);
        assert_eq!(at_once.matrix(&points), fresh);
    }

    #[test]
    fn a_place_is_added_once() {
        let points = places(3);
        let mut drives = city();
        drives.add(&[points[0], points[1], points[0]]);
        drives.add(&points);
        assert_eq!(drives.len(), 3);
        assert!(drives.knows(&points));
    }

    #[test]
    fn an_unknown_place_is_answered_as_if_it_were_known() {
        let points = places(12);
        let mut drives = city();
        drives.add(&points[..4]);
        let before = (drives.matrix(&points), drives.drive(points[6], points[9]));
        assert!(!drives.knows(&points));
        drives.add(&points);
        assert_eq!(before, (drives.matrix(&points), drives.drive(points[6], points[9])));
    }

    #[test]
    fn the_oldest_places_make_room_but_not_those_asked_for() {
        let points = places(12);
        let mut drives = city();
        drives.max_places = 8;
        drives.add(&points[..8]);
        drives.add(&[points[0], points[8], points[9]]);
        assert_eq!(drives.len(), 8);
        assert!(drives.knows(&[points[0], points[8], points[9]]));
        assert!(!drives.knows(&[points[1]]) && !drives.knows(&[points[2]]));
        assert_eq!(drives.matrix(&points), drives.ground().matrix(&points));
        let kept = [&points[3..8], &points[8..10], &points[..1]].concat();
        assert!(drives.knows(&kept));
        assert_eq!(drives.matrix(&kept), drives.ground().matrix(&kept));
    }

    #[test]
    fn a_point_that_is_no_place_has_no_drive() {
        let nowhere = Point { lat: f64::NAN, lon: 0.0 };
        let mut drives = city();
        drives.add(&[nowhere]);
        assert!(drives.is_empty());
        assert_eq!(drives.drive(nowhere, places(9)[8]), None);
        assert_eq!(drives.matrix(&[nowhere, places(9)[8]]).seconds(1, 0), None);
    }

    #[test]
    fn without_a_map_the_same_questions_are_answered_as_estimates() {
        let points = places(5);
        let line = StraightLine::default();
        let mut drives = Drives::new(Ground::StraightLine(line));
        drives.add(&points[..2]);
        drives.add(&points);
        let matrix = drives.matrix(&points);
        assert!(matrix.source().is_estimate());
        assert_eq!(matrix, drives.ground().matrix(&points));
        assert!(matrix.unreachable().is_empty());
    }

    #[test]
    fn it_can_be_shared_between_threads() {
        fn shareable<T: Send + Sync>(_: &T) {}
        let drawing = Drawing::new("a b", &["ab residential"]);
        shareable(&Drives::new(Ground::Roads(Arc::new(drawing.network()))));
    }
}
