//! Shortest drives over junctions.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::network::Arc;
use crate::segment::Lists;
use crate::{Network, Snap};

const UNREACHED: u32 = u32::MAX;

/// Whether the drives start or end at the one place that is searched from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    From,
    To,
}

/// The memory of one search after another, so that a matrix allocates once.
#[derive(Debug, Default)]
pub(crate) struct Search {
    /// Milliseconds to each junction.
    best: Vec<u32>,
    /// Time in the high half and junction in the low half: ties are broken by junction, always the same way.
    queue: BinaryHeap<Reverse<u64>>,
}

impl Search {
    /// The milliseconds of the drives between `hub` and each of `places`, off-road parts included.
    ///
    /// `None` when no road leads there, which a network of one component rules out.
    pub(crate) fn drives_ms(
        &mut self,
        network: &Network,
        hub: &Snap,
        direction: Direction,
        places: &Places<'_>,
    ) -> Vec<Option<u32>> {
        let (arcs, ends) = match direction {
            Direction::From => (&network.ahead, &places.arrivals),
            Direction::To => (&network.behind, &places.departures),
        };
        let starts = match direction {
            Direction::From => network.departures(hub),
            Direction::To => network.arrivals(hub),
        };
        self.run(arcs, starts, ends);
        places
            .snaps
            .iter()
            .zip(&ends.of_place)
            .map(|(place, ends)| {
                let over_junctions = ends.iter().flatten().filter_map(|end| {
                    let best = self.best[end.junction as usize];
                    (best != UNREACHED).then(|| best + end.ms)
                });
                let along_road = match direction {
                    Direction::From => network.along_road_ms(hub, place),
                    Direction::To => network.along_road_ms(place, hub),
                };
                let driving = over_junctions.chain(along_road).min()?;
                Some(driving + hub.off_road_ms() + place.off_road_ms())
            })
            .collect()
    }

    /// Dijkstra's algorithm until the last junction of `ends` is settled.
    fn run(&mut self, arcs: &Lists<Arc>, starts: [Option<Arc>; 2], ends: &Ends) {
        self.best.clear();
        self.best.resize(ends.is_end.len(), UNREACHED);
        self.queue.clear();
        for start in starts.into_iter().flatten() {
            self.reach(start.junction, start.ms);
        }
        let mut open = ends.count;
        while let Some(Reverse(entry)) = self.queue.pop() {
            let (ms, junction) = ((entry >> 32) as u32, entry as u32);
            if ms > self.best[junction as usize] {
                continue;
            }
            if ends.is_end[junction as usize] {
                open -= 1;
                if open == 0 {
                    break;
                }
            }
            for arc in arcs.of(junction) {
                self.reach(arc.junction, ms.saturating_add(arc.ms));
            }
        }
    }

    fn reach(&mut self, junction: u32, ms: u32) {
        let best = &mut self.best[junction as usize];
        if ms < *best {
            *best = ms;
            self.queue.push(Reverse(u64::from(ms) << 32 | u64::from(junction)));
        }
    }
}

/// Places to find drives to or from, and the junctions next to them.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    snaps: &'a [Snap],
    arrivals: Ends,
    departures: Ends,
}

impl<'a> Places<'a> {
    pub(crate) fn new(network: &Network, snaps: &'a [Snap]) -> Self {
        let of = |ends: fn(&Network, &Snap) -> [Option<Arc>; 2]| {
            Ends::new(network.junctions(), snaps.iter().map(|snap| ends(network, snap)).collect())
        };
        Self { snaps, arrivals: of(Network::arrivals), departures: of(Network::departures) }
    }
}

#[derive(Debug)]
struct Ends {
    of_place: Vec<[Option<Arc>; 2]>,
    is_end: Vec<bool>,
    /// How many junctions are ends.
    count: usize,
}

impl Ends {
    fn new(junctions: usize, of_place: Vec<[Option<Arc>; 2]>) -> Self {
        let mut is_end = vec![false; junctions];
        for end in of_place.iter().flatten().flatten() {
            is_end[end.junction as usize] = true;
        }
        let count = is_end.iter().filter(|is_end| **is_end).count();
        Self { of_place, is_end, count }
    }
}

impl Network {
    /// The junctions that a driver at `snap` can go to, with the time to them.
    fn departures(&self, snap: &Snap) -> [Option<Arc>; 2] {
        let road = self.chains.roads[snap.road as usize];
        let whole = self.chains.last_bend(snap.road);
        [
            Some(Arc { junction: road.to, ms: whole.forward_ms - snap.forward_ms }),
            (!road.is_oneway).then_some(Arc { junction: road.from, ms: snap.backward_ms }),
        ]
    }

    /// The junctions that a driver to `snap` can come from, with the time from them.
    fn arrivals(&self, snap: &Snap) -> [Option<Arc>; 2] {
        let road = self.chains.roads[snap.road as usize];
        let whole = self.chains.last_bend(snap.road);
        [
            Some(Arc { junction: road.from, ms: snap.forward_ms }),
            (!road.is_oneway).then_some(Arc { junction: road.to, ms: whole.backward_ms - snap.backward_ms }),
        ]
    }

    /// The drive between two places on one road without leaving it.
    fn along_road_ms(&self, from: &Snap, to: &Snap) -> Option<u32> {
        if from.road != to.road {
            None
        } else if to.forward_ms >= from.forward_ms {
            Some(to.forward_ms - from.forward_ms)
        } else if self.chains.roads[from.road as usize].is_oneway {
            None
        } else {
            Some(from.backward_ms - to.backward_ms)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use domain::geo::Point;

    use super::*;
    use crate::drawing::COLUMBUS;
    use crate::import::street_map;
    use crate::place::Coordinate;
    use crate::segment::{NEVER, Segment, StreetMap};

    /// The plainest search over the roads as drawn, bend by bend: no contraction, no early end, no shared code.
    struct Oracle {
        map: StreetMap,
        ahead: Vec<Vec<(u32, u32)>>,
        by_ends: HashMap<[Coordinate; 2], Vec<Segment>>,
    }

    impl Oracle {
        fn new(map: StreetMap) -> Self {
            let mut ahead = vec![Vec::new(); map.nodes.len()];
            let mut by_ends: HashMap<_, Vec<Segment>> = HashMap::new();
            for segment in &map.segments {
                ahead[segment.from as usize].push((segment.to, segment.forward_ms));
                if segment.backward_ms != NEVER {
                    ahead[segment.to as usize].push((segment.from, segment.backward_ms));
                }
                let mut ends = [segment.from, segment.to].map(|node| map.nodes[node as usize]);
                ends.sort();
                by_ends.entry(ends).or_default().push(*segment);
            }
            Self { map, ahead, by_ends }
        }

        /// The segment under a place, turned as the road runs, and the times from its start and back to it.
        fn segment(&self, network: &Network, snap: &Snap) -> (Segment, u32, u32) {
            let bends = network.chains.bends_of(snap.road);
            let (start, end) = (bends[snap.bend as usize], bends[snap.bend as usize + 1]);
            let is_oneway = network.chains.roads[snap.road as usize].is_oneway;
            let forward_ms = end.forward_ms - start.forward_ms;
            let backward_ms = if is_oneway { NEVER } else { end.backward_ms - start.backward_ms };
            let mut ends = [start.position, end.position];
            ends.sort();
            let candidates = self.by_ends.get(&ends).expect("every piece of road was a segment");
            let turned = candidates.iter().map(|segment| {
                let is_along = self.map.nodes[segment.from as usize] == start.position;
                let (from, to) = (segment.from, segment.to);
                let (ahead, back) = (segment.forward_ms, segment.backward_ms);
                if is_along {
                    *segment
                } else {
                    Segment { from: to, to: from, forward_ms: back, backward_ms: ahead, ..*segment }
                }
            });
            let found = turned
                .clone()
                .find(|segment| segment.forward_ms == forward_ms && segment.backward_ms == backward_ms);
            let found = found.expect("contraction keeps the times of each segment");
            (found, snap.forward_ms - start.forward_ms, snap.backward_ms - start.backward_ms)
        }

        fn from(&self, network: &Network, snap: &Snap) -> Vec<u32> {
            let (segment, forward_ms, backward_ms) = self.segment(network, snap);
            let mut best = vec![u32::MAX; self.map.nodes.len()];
            let mut queue = BinaryHeap::from([Reverse((segment.forward_ms - forward_ms, segment.to))]);
            if segment.backward_ms != NEVER {
                queue.push(Reverse((backward_ms, segment.from)));
            }
            while let Some(Reverse((ms, node))) = queue.pop() {
                if ms < best[node as usize] {
                    best[node as usize] = ms;
                    queue.extend(
                        self.ahead[node as usize].iter().map(|(next, more)| Reverse((ms + more, *next))),
                    );
                }
            }
            best
        }

        fn drive_ms(&self, network: &Network, best: &[u32], from: &Snap, to: &Snap) -> u32 {
            let (segment, forward_ms, backward_ms) = self.segment(network, to);
            let mut drive = best[segment.from as usize] + forward_ms;
            if segment.backward_ms != NEVER {
                drive = drive.min(best[segment.to as usize] + segment.backward_ms - backward_ms);
            }
            if (from.road, from.bend) == (to.road, to.bend) {
                if to.forward_ms >= from.forward_ms {
                    drive = drive.min(to.forward_ms - from.forward_ms);
                } else if segment.backward_ms != NEVER {
                    drive = drive.min(from.backward_ms - to.backward_ms);
                }
            }
            drive + from.off_road_ms() + to.off_road_ms()
        }
    }

    /// Places all over the city, the same every time.
    fn places(network: &Network, count: usize) -> Vec<Snap> {
        let mut state = 20_150_101_u64;
        let mut share = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        let anywhere =
            std::iter::from_fn(|| Some(Point { lat: 39.86 + 0.25 * share(), lon: -83.24 + 0.45 * share() }));
        anywhere.filter_map(|point| network.snap(point)).take(count).collect()
    }

    #[test]
    fn drives_equal_a_plain_search_over_every_bend_of_the_city() {
        let network = Network::from_pbf(COLUMBUS).expect("the sample map is good").network;
        let oracle = Oracle::new(street_map(COLUMBUS).expect("the sample map is good").0);
        let snaps = places(&network, 40);
        let targets = Places::new(&network, &snaps);
        let mut search = Search::default();
        let mut compared = 0;
        for from in &snaps {
            let best = oracle.from(&network, from);
            let expected: Vec<Option<u32>> =
                snaps.iter().map(|to| Some(oracle.drive_ms(&network, &best, from, to))).collect();
            assert_eq!(search.drives_ms(&network, from, Direction::From, &targets), expected);
            compared += expected.len();
        }
        assert_eq!(compared, 1_600);
    }

    #[test]
    fn searching_backwards_finds_the_same_drives() {
        let network = Network::from_pbf(COLUMBUS).expect("the sample map is good").network;
        let snaps = places(&network, 20);
        let targets = Places::new(&network, &snaps);
        let mut search = Search::default();
        let mut rows = |direction| -> Vec<Vec<Option<u32>>> {
            snaps.iter().map(|hub| search.drives_ms(&network, hub, direction, &targets)).collect()
        };
        let (from, to) = (rows(Direction::From), rows(Direction::To));
        for (row, column) in (0..20).flat_map(|row| (0..20).map(move |column| (row, column))) {
            assert_eq!(from[row][column], to[column][row]);
        }
    }

    #[test]
    fn neighbours_on_one_road_drive_along_it() {
        let network = Network::from_pbf(COLUMBUS).expect("the sample map is good").network;
        let oracle = Oracle::new(street_map(COLUMBUS).expect("the sample map is good").0);
        // Three metres further north-east: mostly the same piece of road.
        let near = |snap: &Snap| Point { lat: snap.point.lat + 2e-5, lon: snap.point.lon + 2e-5 };
        let mut same_piece = 0;
        for from in places(&network, 60) {
            let to = [network.snap(near(&from)).expect("there is a road three metres away")];
            let best = oracle.from(&network, &from);
            let expected = oracle.drive_ms(&network, &best, &from, &to[0]);
            let targets = Places::new(&network, &to);
            let found = Search::default().drives_ms(&network, &from, Direction::From, &targets);
            assert_eq!(found, [Some(expected)]);
            same_piece += usize::from((from.road, from.bend) == (to[0].road, to[0].bend));
        }
        assert!(same_piece > 20, "only {same_piece} pairs share a piece of road");
    }
}
