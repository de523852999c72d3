//! Drive times between all pairs of some places.

use domain::geo::Point;

use crate::search::{Direction, Places, Search};
use crate::{Network, Snap};

/// How drive times were found; people see `StraightLine` as "estimate".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// Over the roads of a map.
    Roads,
    /// As the crow flies, with a detour; for places without a map.
    StraightLine,
}

impl Source {
    /// Whether people should see the figures marked as an estimate.
    #[must_use]
    pub fn is_estimate(self) -> bool {
        self == Self::StraightLine
    }
}

/// What a cell holds when no road leads there.
pub(crate) const NO_WAY: u32 = u32::MAX;

/// Drive times in whole seconds between all pairs of some places, in the order in which they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    size: usize,
    cells: Vec<u32>,
    source: Source,
}

impl Matrix {
    pub(crate) fn fill(size: usize, source: Source, cell: impl Fn(usize, usize) -> u32) -> Self {
        let cell = |at| if at / size == at % size { 0 } else { cell(at / size, at % size) };
        let cells = (0..size * size).map(cell).collect();
        Self { size, cells, source }
    }

    /// How many places it covers.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// How the times were found.
    #[must_use]
    pub fn source(&self) -> Source {
        self.source
    }

    /// The drive from the place at `from` to the place at `to`, in seconds; `None` when no road leads there.
    ///
    /// The drive from a place to itself takes no time, even where no road leads.
    ///
    /// # Panics
    /// When an index is not below [`Matrix::size`].
    #[must_use]
    pub fn seconds(&self, from: usize, to: usize) -> Option<u32> {
        assert!(
            from < self.size && to < self.size,
            "place {from} or {to} is outside the {} asked for",
            self.size
        );
        known(self.cells[from * self.size + to])
    }

    /// The places, by index, that cannot be driven to from any other; empty when there is only one place.
    #[must_use]
    pub fn unreachable(&self) -> Vec<usize> {
        let others = |place: usize| (0..self.size).filter(move |other| *other != place);
        let is_cut_off = |place: &usize| {
            self.size > 1 && others(*place).all(|other| self.seconds(other, *place).is_none())
        };
        (0..self.size).filter(is_cut_off).collect()
    }
}

pub(crate) fn known(cell: u32) -> Option<u32> {
    (cell != NO_WAY).then_some(cell)
}

/// Milliseconds to the nearest whole second.
pub(crate) fn cell(ms: Option<u32>) -> u32 {
    ms.map_or(NO_WAY, |ms| ms / 1000 + u32::from(ms % 1000 >= 500))
}

impl Network {
    /// Drive times between all pairs of `points`; a place too far from every road has none.
    #[must_use]
    pub fn matrix(&self, points: &[Point]) -> Matrix {
        let snaps: Vec<Option<Snap>> = points.iter().map(|point| self.snap(*point)).collect();
        let rows = self.cells(&snaps, &snaps, Direction::From);
        Matrix::fill(
            points.len(),
            Source::Roads,
            |from, to| {
                if points[from] == points[to] { 0 } else { rows[from][to] }
            },
        )
    }

    /// For each hub the cells to (or from, by `direction`) each place.
    pub(crate) fn cells(
        &self,
        hubs: &[Option<Snap>],
        places: &[Option<Snap>],
        direction: Direction,
    ) -> Vec<Vec<u32>> {
        let snapped: Vec<Snap> = places.iter().copied().flatten().collect();
        if snapped.is_empty() {
            return vec![vec![NO_WAY; places.len()]; hubs.len()];
        }
        let targets = Places::new(self, &snapped);
        let mut search = Search::default();
        hubs.iter()
            .map(|hub| {
                let mut row = vec![NO_WAY; places.len()];
                if let Some(hub) = hub {
                    let mut times = search.drives_ms(self, hub, direction, &targets).into_iter();
                    for (slot, _) in row.iter_mut().zip(places).filter(|(_, place)| place.is_some()) {
                        *slot = cell(times.next().expect("one time for each snapped place"));
                    }
                }
                row
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RoadClass;
    use crate::drawing::Drawing;

    /// Asks for drives like `ab>cd`, from the middle between `a` and `b` to that between `c` and `d`.
    fn check(drawing: &Drawing, drives: &[(&str, Option<u32>)]) {
        let network = drawing.network();
        for (drive, expected) in drives {
            let (from, to) = drive.split_once('>').expect("from>to");
            let matrix = network.matrix(&[drawing.place(from), drawing.place(to)]);
            assert_eq!(matrix.seconds(0, 1), *expected, "{drive}");
            assert_eq!(matrix.source(), Source::Roads);
        }
    }

    #[test]
    fn a_drive_follows_the_street_at_its_speed() {
        // 170 m at 25 km/h take 24.5 s; at the 45 km/h that a sign of 35 mph comes to by day, 13.6 s.
        let quiet = Drawing::new("a b c d", &["abcd residential"]);
        check(&quiet, &[("ab>bc", Some(25)), ("bc>ab", Some(25)), ("ab>cd", Some(49))]);
        let signed = Drawing::new("a b c d", &["abcd residential maxspeed=35mph"]);
        check(&signed, &[("ab>bc", Some(14)), ("ab>cd", Some(27))]);
    }

    #[test]
    fn a_oneway_street_sends_the_driver_round_the_block() {
        let block = ["abc residential oneway=yes", "cf residential", "fed residential", "da residential"];
        let drawing = Drawing::new("a b c\n\n\nd e f", &block);
        // Along it two halves of 170 m; back over the three other sides of the block, 1,178 m in all.
        check(
            &drawing,
            &[("ab>bc", Some(25)), ("bc>ab", Some(171)), ("de>ef", Some(25)), ("ef>de", Some(25))],
        );
        let mut both_ways = drawing;
        both_ways.ways[0] = "abc residential".to_owned();
        check(&both_ways, &[("ab>bc", Some(25)), ("bc>ab", Some(25))]);
    }

    #[test]
    fn a_oneway_street_drawn_backwards_is_driven_backwards() {
        let block = ["cba residential oneway=-1", "cf residential", "fed residential", "da residential"];
        let drawing = Drawing::new("a b c\n\n\nd e f", &block);
        check(&drawing, &[("ab>bc", Some(25)), ("bc>ab", Some(171))]);
    }

    #[test]
    fn a_closed_street_is_not_driven_and_a_private_one_only_slowly() {
        // From one leg to the other: 615 m straight over `cd`, or 1,505 m round by `a` and `b`.
        let legs = |middle: &str| {
            Drawing::new("a b\n\n\n\nc d\n\n\n\ne f", &["ecabdf residential", &format!("cd {middle}")])
        };
        check(&legs("residential"), &[("ce>df", Some(90))]);
        check(&legs("residential access=private"), &[("ce>df", Some(106))]);
        check(&legs("residential access=no"), &[("ce>df", Some(218))]);
        check(&legs("footway"), &[("ce>df", Some(218))]);
    }

    #[test]
    fn a_signal_costs_two_seconds() {
        let cost = |crossing: &str| {
            let drawing = Drawing::new(
                &format!("a {crossing} c\n\n  d"),
                &[&format!("a{crossing}c residential"), &format!("{crossing}d residential")],
            );
            let ends = [drawing.place(&format!("a{crossing}")), drawing.place(&format!("{crossing}c"))];
            drawing.network().cells(
                &[drawing.network().snap(ends[0])],
                &[drawing.network().snap(ends[1])],
                Direction::From,
            )[0][0]
        };
        assert_eq!((cost("b"), cost("B")), (25, 26));
    }

    #[test]
    fn nobody_stops_on_a_freeway() {
        let drawing = Drawing::new(
            "a b c\n\n\nd e f",
            &["abc motorway oneway=no", "def residential", "ad motorway_link", "cf motorway_link"],
        );
        let snap = drawing.network().snap(drawing.place("ab")).expect("a street is near");
        assert_eq!(snap.class, RoadClass::Residential);
        assert!((snap.off_road_m - 333.6).abs() < 0.5, "{snap:?}");
    }

    #[test]
    fn a_place_far_from_every_road_is_named_and_never_infinite() {
        let drawing = Drawing::new("a b c", &["abc residential"]);
        let (near, farm) = (drawing.place("ab"), Point { lat: 40.015, lon: -83.0 });
        let (lake, nowhere) = (Point { lat: 40.02, lon: -83.0 }, Point { lat: f64::NAN, lon: -83.0 });
        let network = drawing.network();
        let matrix = network.matrix(&[near, lake, farm, nowhere]);
        assert_eq!(matrix.unreachable(), [1, 3]);
        assert_eq!(matrix.seconds(0, 1), None);
        assert_eq!(matrix.seconds(3, 3), Some(0));
        // 1,668 m of field at 20 km/h.
        assert!(matrix.seconds(0, 2).is_some_and(|seconds| (300..330).contains(&seconds)));
        assert_eq!(network.snap(lake), None);
        for lat in [f64::INFINITY, 91.0, -400.0] {
            assert_eq!(network.snap(Point { lat, lon: 0.0 }), None);
        }
    }

    #[test]
    fn a_ring_without_a_junction_is_a_road_all_the_same() {
        let drawing = Drawing::new("a b\n\nc d", &["abdca residential"]);
        check(&drawing, &[("ab>cd", Some(57)), ("cd>ab", Some(57)), ("ac>bd", Some(57))]);
        let oneway = Drawing::new("a b\n\nc d", &["abdca residential oneway=yes"]);
        check(&oneway, &[("ab>bd", Some(29)), ("bd>ab", Some(86))]);
    }
}
