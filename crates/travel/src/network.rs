//! The road network: junctions, the roads between them, and an index to find the road beside a place.

use domain::geo::Point;
use rstar::RTree;

use crate::chains::{Bend, Chains, Road};
use crate::file;
use crate::import::import;
use crate::place::{Coordinate, Plane};
use crate::segment::Lists;
use crate::snap::{Piece, Snap};
use crate::{FileError, ImportError, Imported, Street};

/// The longest believable road between two junctions, in milliseconds.
const MAX_ROAD_MS: u32 = 24 * 3_600_000;

/// The roads of an area, within which one can drive from everywhere to everywhere.
///
/// Plain data without interior mutability: share it behind an `Arc` and ask from any thread.
#[derive(Debug)]
pub struct Network {
    pub(crate) chains: Chains,
    pub(crate) streets: Vec<Street>,
    /// The roads that leave and those that reach each junction.
    pub(crate) ahead: Lists<Arc>,
    pub(crate) behind: Lists<Arc>,
    pub(crate) plane: Plane,
    pub(crate) south_west: Point,
    pub(crate) pieces: RTree<Piece>,
}

/// The next junction along a road and the milliseconds to get there.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Arc {
    pub(crate) junction: u32,
    pub(crate) ms: u32,
}

impl Network {
    /// The network in an OpenStreetMap extract, the content of an `.osm.pbf` file.
    ///
    /// Objects may come in any order and ids may be negative; the same objects give the same network.
    ///
    /// # Errors
    /// See [`ImportError`]: each variant is one sentence for the person who chose the file.
    pub fn from_pbf(bytes: &[u8]) -> Result<Imported, ImportError> {
        import(bytes)
    }

    /// The network in bytes that [`Network::to_bytes`] wrote, in a fraction of the time of an import.
    ///
    /// # Errors
    /// See [`FileError`]: other content, another version, a cut or altered file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FileError> {
        file::read(bytes)
    }

    /// The network as bytes for a file of our own, with a version and a checksum.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        file::write(self)
    }

    /// All named streets, sorted by name.
    #[must_use]
    pub fn streets(&self) -> &[Street] {
        &self.streets
    }

    /// How many junctions a search may visit.
    #[must_use]
    pub fn junctions(&self) -> usize {
        self.chains.junctions as usize
    }

    /// How many roads join them.
    #[must_use]
    pub fn roads(&self) -> usize {
        self.chains.roads.len()
    }

    /// The place on the nearest road with doors (no freeway), or `None` when the nearest is over two kilometres
    /// away or `point` is no place on Earth.
    #[must_use]
    pub fn snap(&self, point: Point) -> Option<Snap> {
        Snap::nearest(self, point)
    }

    /// `None` when the parts do not fit together.
    pub(crate) fn assemble(chains: Chains, streets: Vec<Street>) -> Option<Self> {
        if !chains.is_sound() {
            return None;
        }
        let ahead = chains.roads.iter().zip(0..).flat_map(|(road, index)| {
            let last = chains.last_bend(index);
            let back = Arc { junction: road.from, ms: last.backward_ms };
            [(road.from, Arc { junction: road.to, ms: last.forward_ms })]
                .into_iter()
                .chain((!road.is_oneway).then_some((road.to, back)))
        });
        let behind = ahead.clone().map(|(from, arc)| (arc.junction, Arc { junction: from, ms: arc.ms }));
        let junctions = chains.junctions as usize;
        let (ahead, behind) = (Lists::group(junctions, ahead), Lists::group(junctions, behind));

        let positions = || chains.bends.iter().map(|bend| bend.position);
        let (south, north) = (positions().map(|p| p.lat_e7).min()?, positions().map(|p| p.lat_e7).max()?);
        let west = positions().map(|p| p.lon_e7).min()?;
        let south_west = Point::from(Coordinate { lat_e7: south, lon_e7: west });
        let middle = f64::midpoint(south_west.lat, f64::from(north) / 1e7);
        let plane = Plane::at_latitude(middle);
        let pieces = RTree::bulk_load(Piece::all(&chains, plane, south_west));
        Some(Self { chains, streets, ahead, behind, plane, south_west, pieces })
    }
}

impl Chains {
    /// The bends of a road, its two ends included.
    pub(crate) fn bends_of(&self, road: u32) -> &[Bend] {
        let road = road as usize;
        let end = self.roads.get(road + 1).map_or(self.bends.len(), |next| next.first_bend as usize);
        &self.bends[self.roads[road].first_bend as usize..end]
    }

    /// Where the road ends; its times are those of the whole road.
    pub(crate) fn last_bend(&self, road: u32) -> Bend {
        *self.bends_of(road).last().expect("a road has two ends")
    }

    /// Whether every index is in range and time only grows along each road.
    fn is_sound(&self) -> bool {
        let ends = self.roads.iter().skip(1).map(|road| road.first_bend as usize).chain([self.bends.len()]);
        let mut start = 0;
        !self.roads.is_empty()
            && self.junctions as usize <= 2 * self.roads.len()
            && self.roads.iter().zip(ends).all(|(road, end)| {
                let first = std::mem::replace(&mut start, end);
                road.first_bend as usize == first
                    && end >= first + 2
                    && end <= self.bends.len()
                    && road.from < self.junctions
                    && road.to < self.junctions
                    && is_sound_road(road, &self.bends[first..end])
            })
    }
}

fn is_sound_road(road: &Road, bends: &[Bend]) -> bool {
    let last = bends[bends.len() - 1];
    let on_earth = |position: Coordinate| {
        position.lat_e7.unsigned_abs() <= 900_000_000 && position.lon_e7.unsigned_abs() <= 1_800_000_000
    };
    bends[0].forward_ms == 0
        && bends[0].backward_ms == 0
        && last.forward_ms <= MAX_ROAD_MS
        && last.backward_ms <= MAX_ROAD_MS
        && (!road.is_oneway || last.backward_ms == 0)
        && bends.iter().all(|bend| on_earth(bend.position))
        && bends.is_sorted_by(|one, next| {
            one.forward_ms <= next.forward_ms && one.backward_ms <= next.backward_ms
        })
}
