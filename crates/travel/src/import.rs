//! From a map file to a road network: pick the drivable ways, join them, keep what hangs together.

use std::fmt;

use domain::geo::Point;

use crate::chains::contract;
use crate::component::largest_component;
use crate::pbf::{Tags, Visitor, visit};
use crate::place::Coordinate;
use crate::road::{Road, Sign};
use crate::segment::{NEVER, Segment, StreetMap};
use crate::street::streets;
use crate::{Network, RoadClass};

/// What a driver loses at a traffic signal, on average, in milliseconds.
const SIGNAL_MS: u32 = 2_000;
/// What a driver loses where other streets cross or leave, turning or waiting, in milliseconds.
///
/// A stand-in for turn costs until the network knows turns: fitted to OSRM 26.10 on Columbus.
const CROSSING_MS: u32 = 500;
/// The longest believable segment, in milliseconds; a longer one is a damaged position.
const MAX_SEGMENT_MS: f64 = 3_600_000.0;

/// Why a map file could not become a road network, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// There are no bytes at all.
    #[error("the map file is empty")]
    Empty,
    /// The bytes are something else.
    #[error("this is not an OpenStreetMap map file (a file ending in `.osm.pbf`)")]
    NotPbf,
    /// The file ends too early, for example after a broken download.
    #[error("the map file is cut off in the block at byte {at}; fetch it again")]
    Truncated {
        /// Where the incomplete block starts.
        at: usize,
    },
    /// A block does not follow the format.
    #[error("the map file is damaged in the block at byte {at}: {what}")]
    Damaged {
        /// Where the damaged block starts.
        at: usize,
        /// What is wrong there.
        what: &'static str,
    },
    /// The file is fine but uses something that this reader does not know.
    #[error("the map file uses {what}, which this program cannot read; convert it with `osmium cat`")]
    Unsupported {
        /// What it uses.
        what: String,
    },
    /// The file holds no road for a van.
    #[error("the map file has no road that a van may drive on")]
    NoRoads,
    /// A road is longer than any on Earth: the positions in the file are wrong.
    #[error("the map file has a road that takes longer than a day to drive; its positions are wrong")]
    EndlessRoad,
}

/// A road network and how it came about.
#[derive(Debug)]
pub struct Imported {
    /// The network, ready to answer.
    pub network: Network,
    /// What was read, assumed and left out.
    pub summary: ImportSummary,
}

/// What an import read, what it had to assume and what it left out.
///
/// Its `Display` form says so in a few lines for the person who runs the import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// Ways on which a van may drive.
    pub drivable_ways: usize,
    /// Drivable ways whose speed stands on a sign in the file.
    pub signed_ways: usize,
    /// Drivable ways with a sign that makes no sense; the table of road classes was used.
    pub signs_not_understood: usize,
    /// Pieces of way left out because the file lacks their nodes, as at the edge of an extract.
    pub pieces_without_position: usize,
    /// Turn restrictions in the file; they are not obeyed yet.
    pub restrictions_ignored: usize,
    /// Traffic signals on drivable ways.
    pub signals: usize,
    /// Pieces of road between two neighbouring nodes in the network.
    pub segments: usize,
    /// Pieces left out because one cannot drive there and back from the rest.
    pub segments_cut_off: usize,
    /// Junctions that remain once chains of pieces are joined.
    pub junctions: usize,
    /// Roads between those junctions.
    pub roads: usize,
    /// Streets with a name.
    pub streets: usize,
}

impl fmt::Display for ImportSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} junctions, {} roads, {} named streets", self.junctions, self.roads, self.streets)?;
        writeln!(
            f,
            "speed read from signs on {} of {} ways, assumed by kind of road on the others",
            self.signed_ways, self.drivable_ways
        )?;
        if self.signs_not_understood > 0 {
            writeln!(f, "{} speed signs not understood", self.signs_not_understood)?;
        }
        if self.pieces_without_position > 0 {
            writeln!(f, "{} pieces of road end outside the file", self.pieces_without_position)?;
        }
        if self.segments_cut_off > 0 {
            writeln!(
                f,
                "{} of {} pieces left out: no way there and back from the rest",
                self.segments_cut_off,
                self.segments_cut_off + self.segments
            )?;
        }
        if self.restrictions_ignored > 0 {
            writeln!(f, "{} turn restrictions not obeyed", self.restrictions_ignored)?;
        }
        write!(f, "{} traffic signals count {} s each", self.signals, SIGNAL_MS / 1000)
    }
}

pub(crate) fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    let (map, mut summary) = street_map(bytes)?;
    let streets = streets(&map);
    let network = Network::assemble(contract(&map), streets).ok_or(ImportError::EndlessRoad)?;
    summary.junctions = network.junctions();
    summary.roads = network.roads();
    summary.streets = network.streets().len();
    Ok(Imported { network, summary })
}

/// The largest part of the file's roads within which one can drive from everywhere to everywhere.
pub(crate) fn street_map(bytes: &[u8]) -> Result<(StreetMap, ImportSummary), ImportError> {
    let mut ways = Ways::default();
    visit(bytes, &mut ways)?;
    let mut nodes = Nodes::needed_by(&ways.list);
    visit(bytes, &mut nodes)?;
    // Whatever order the file has, the network is the same.
    ways.list.sort_by_key(|way| way.id);

    let mut summary = ImportSummary {
        drivable_ways: ways.list.len(),
        signed_ways: ways.list.iter().filter(|way| way.road.sign == Sign::Read).count(),
        signs_not_understood: ways.list.iter().filter(|way| way.road.sign == Sign::NotUnderstood).count(),
        restrictions_ignored: ways.restrictions,
        signals: nodes.is_signal.iter().filter(|is_signal| **is_signal).count(),
        ..ImportSummary::default()
    };
    let all = join(&ways.list, &nodes, &mut summary);
    let before = all.segments.len();
    let map = largest_component(all);
    if map.segments.is_empty() {
        return Err(ImportError::NoRoads);
    }
    summary.segments = map.segments.len();
    summary.segments_cut_off = before - map.segments.len();
    Ok((map, summary))
}

struct Way {
    id: i64,
    road: Road,
    name: Option<String>,
    nodes: Vec<i64>,
}

/// The first pass: which ways are drivable.
#[derive(Default)]
struct Ways {
    list: Vec<Way>,
    restrictions: usize,
}

impl Visitor for Ways {
    const NODES: bool = false;

    fn way(&mut self, id: i64, tags: &Tags<'_>, nodes: &[i64]) {
        if let Some(road) = Road::of(tags)
            && nodes.len() > 1
        {
            let name = tags.get("name").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
            self.list.push(Way { id, road, name, nodes: nodes.to_vec() });
        }
    }

    fn relation(&mut self, tags: &Tags<'_>) {
        if tags.get("type") == Some("restriction") {
            self.restrictions += 1;
        }
    }
}

/// The second pass: where the nodes of those ways are. Sorted by id.
struct Nodes {
    ids: Vec<i64>,
    positions: Vec<Option<Coordinate>>,
    is_signal: Vec<bool>,
}

impl Nodes {
    fn needed_by(ways: &[Way]) -> Self {
        let mut ids: Vec<i64> = ways.iter().flat_map(|way| &way.nodes).copied().collect();
        ids.sort_unstable();
        ids.dedup();
        Self { positions: vec![None; ids.len()], is_signal: vec![false; ids.len()], ids }
    }

    fn index(&self, id: i64) -> usize {
        self.ids.binary_search(&id).expect("every node of every way was collected")
    }
}

impl Visitor for Nodes {
    const NODES: bool = true;

    fn node(&mut self, id: i64, lat_e7: i32, lon_e7: i32, is_signal: bool) {
        if let Ok(index) = self.ids.binary_search(&id) {
            self.positions[index] = Some(Coordinate { lat_e7, lon_e7 });
            self.is_signal[index] = is_signal;
        }
    }
}

/// Cuts the ways into segments between neighbouring nodes, with the time to drive each.
fn join(ways: &[Way], nodes: &Nodes, summary: &mut ImportSummary) -> StreetMap {
    let mut map = StreetMap::default();
    let mut index_of = vec![u32::MAX; nodes.ids.len()];
    let mut signals = Vec::new();
    let mut kmh = Vec::new();
    for way in ways {
        let name = way.name.as_ref().map(|name| map.name_index(name));
        let mut last = None;
        for node in &way.nodes {
            let at = nodes.index(*node);
            let Some(position) = nodes.positions[at] else {
                summary.pieces_without_position += 1;
                last = None;
                continue;
            };
            if index_of[at] == u32::MAX {
                index_of[at] = u32::try_from(map.nodes.len()).expect("fewer than four billion nodes");
                map.nodes.push(position);
                signals.push(nodes.is_signal[at]);
            }
            let next = index_of[at];
            if let Some(last) = last.filter(|last| *last != next) {
                let segment = Segment {
                    from: last,
                    to: next,
                    forward_ms: 0,
                    backward_ms: 0,
                    class: way.road.class,
                    name,
                };
                map.segments.push(segment);
                kmh.push((way.road.along_kmh, way.road.against_kmh));
            }
            last = Some(next);
        }
    }
    let delays = delays(&map, &signals);
    for (segment, (along, against)) in map.segments.iter_mut().zip(kmh) {
        let ends = [segment.from, segment.to].map(|node| Point::from(map.nodes[node as usize]));
        let metres = ends[0].distance_m(ends[1]);
        let crossings = segment.class.has_crossings();
        let time = |kmh: Option<f64>, into: u32| {
            let delay = if crossings { delays[into as usize] } else { 0 };
            kmh.map_or(NEVER, |kmh| driving_ms(metres, kmh) + delay)
        };
        (segment.forward_ms, segment.backward_ms) = (time(along, segment.to), time(against, segment.from));
        segment.face_forward();
    }
    map
}

/// What a driver loses on entering each node, in milliseconds.
fn delays(map: &StreetMap, signals: &[bool]) -> Vec<u32> {
    let mut streets = vec![0_u32; map.nodes.len()];
    for segment in map.segments.iter().filter(|segment| segment.class != RoadClass::Service) {
        streets[segment.from as usize] += 1;
        streets[segment.to as usize] += 1;
    }
    let delay = |(streets, is_signal): (&u32, &bool)| match (is_signal, streets) {
        (true, _) => SIGNAL_MS,
        (false, 3..) => CROSSING_MS,
        (false, _) => 0,
    };
    streets.iter().zip(signals).map(delay).collect()
}

/// Never zero, so that a longer way round is never as quick.
fn driving_ms(metres: f64, kmh: f64) -> u32 {
    (metres * 3600.0 / kmh).round().clamp(1.0, MAX_SEGMENT_MS) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{COLUMBUS, Drawing, blob, bytes};

    fn sentence(file: &[u8]) -> String {
        Network::from_pbf(file).expect_err("not a good map file").to_string()
    }

    #[test]
    fn every_bad_file_gives_one_clear_sentence() {
        let not_a_map = "this is not an OpenStreetMap map file (a file ending in `.osm.pbf`)";
        assert_eq!(sentence(b""), "the map file is empty");
        for other in
            [&b"x"[..], b"hello, world", b"\x89PNG\r\n\x1a\n", b"<?xml version='1.0'?><osm/>", &[0; 64]]
        {
            let found = sentence(other);
            assert!(found == not_a_map || found.starts_with("the map file is cut off"), "{found}");
        }
        assert_eq!(sentence(b"<?xml version='1.0'?><osm/>"), not_a_map);
        assert_eq!(sentence(&blob("OSMData", b"")), not_a_map);
        assert_eq!(sentence(&blob("OSMHeader", b"")), "the map file has no road that a van may drive on");

        let footpath = Drawing::new("a b", &["ab footway"]);
        assert_eq!(sentence(&footpath.file()), "the map file has no road that a van may drive on");

        let mut history = Vec::new();
        bytes(&mut history, 4, b"HistoricalInformation");
        assert_eq!(
            sentence(&blob("OSMHeader", &history)),
            "the map file uses the feature `HistoricalInformation`, which this program cannot read; \
             convert it with `osmium cat`"
        );
    }

    #[test]
    fn a_file_cut_off_anywhere_is_refused() {
        let whole = Drawing::new("a b\nc d", &["ab residential", "abdca residential"]).file();
        let between_blocks = blob("OSMHeader", b"\x22\x0eOsmSchema-V0.6").len();
        for length in 1..whole.len() {
            let found = Network::from_pbf(&whole[..length]).expect_err("a part is not the whole");
            let expected = match length {
                length if length == between_blocks => matches!(found, ImportError::NoRoads),
                _ => matches!(found, ImportError::NotPbf | ImportError::Truncated { .. }),
            };
            assert!(expected, "{length} bytes: {found:?}");
        }
        for length in [100, 100_000, COLUMBUS.len() / 2, COLUMBUS.len() - 1] {
            let found = Network::from_pbf(&COLUMBUS[..length]).expect_err("a part is not the whole");
            assert!(matches!(found, ImportError::Truncated { .. }), "{length} bytes: {found:?}");
        }
    }

    #[test]
    fn an_altered_file_is_read_or_refused_but_never_panics() {
        let whole =
            Drawing::new("a b\nc D", &["ab residential name=Elm", "abDca primary maxspeed=35"]).file();
        let mut refused = 0;
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut altered = whole.clone();
                altered[at] ^= 1 << bit;
                refused += usize::from(Network::from_pbf(&altered).is_err());
            }
        }
        assert!(refused > whole.len(), "only {refused} alterations were noticed");
    }

    #[test]
    fn the_order_of_a_file_does_not_matter() {
        let sorted =
            Drawing::new("a b c\nd e f", &["abc primary", "def residential", "ad tertiary", "cf service"]);
        let mut shuffled = sorted.clone();
        shuffled.nodes.reverse();
        shuffled.ways.rotate_left(2);
        assert_eq!(sorted.network().to_bytes(), shuffled.network().to_bytes());
    }

    #[test]
    fn an_import_repeats_to_the_byte() {
        let import = || Network::from_pbf(COLUMBUS).expect("the sample map is good");
        assert_eq!(import().network.to_bytes(), import().network.to_bytes());
    }

    #[test]
    fn an_import_says_what_it_assumed_and_left_out() {
        let mut drawing = Drawing::new(
            "a B c\nd e f",
            &[
                "aB residential maxspeed=25_mph name=Elm",
                "Bedaz residential maxspeed=fast",
                "cf residential",
                "Bc residential oneway=yes",
            ],
        );
        drawing.restrictions = 2;
        let mut imported = Network::from_pbf(&drawing.file()).expect("a drawing has roads");
        // The way to `z` has no position, and from `c` and `f` nobody comes back.
        imported.summary.roads = 0;
        assert_eq!(
            imported.summary,
            ImportSummary {
                drivable_ways: 4,
                signed_ways: 0,
                signs_not_understood: 2,
                pieces_without_position: 1,
                restrictions_ignored: 2,
                signals: 1,
                segments: 4,
                segments_cut_off: 2,
                junctions: 1,
                roads: 0,
                streets: 1,
            }
        );
    }

    #[test]
    fn the_sample_map_becomes_a_city() {
        let Imported { network, summary } = Network::from_pbf(COLUMBUS).expect("the sample map is good");
        assert_eq!(
            summary.to_string(),
            "18430 junctions, 27523 roads, 4525 named streets\n\
             speed read from signs on 726 of 11103 ways, assumed by kind of road on the others\n\
             2153 of 76921 pieces left out: no way there and back from the rest\n\
             30 turn restrictions not obeyed\n\
             338 traffic signals count 2 s each"
        );
        assert!(network.streets().is_sorted_by(|one, next| one.name < next.name));
        let residential = network.streets().iter().filter(|street| street.class == RoadClass::Residential);
        assert!(residential.count() > 4_000);
    }
}
