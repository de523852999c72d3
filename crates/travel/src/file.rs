//! A network as a file of our own: a version, a checksum, then plain little-endian numbers.

use domain::geo::Point;

use crate::chains::{Bend, Chains, Road};
use crate::place::Coordinate;
use crate::{Network, RoadClass, Street};

/// What every file starts with.
const MAGIC: &[u8; 8] = b"DA-roads";
/// Grows with every change of the layout below or of what a weight means, so that an old file is imported again.
const VERSION: u32 = 1;
const HEADER: usize = MAGIC.len() + 4 + 8 + 8;

/// Why bytes are not a saved network, in one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The bytes are something else.
    #[error("this is not a saved road network")]
    NotANetwork,
    /// The file was written by another version of the program.
    #[error(
        "the saved road network has version {found}, this program reads version {VERSION}; import the map again"
    )]
    OtherVersion {
        /// The version in the file.
        found: u32,
    },
    /// The file is cut off or altered.
    #[error("the saved road network is damaged; import the map again")]
    Damaged,
}

pub(crate) fn write(network: &Network) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + network.chains.bends.len() * 16);
    out.extend_from_slice(MAGIC);
    put(&mut out, VERSION);
    out.resize(HEADER, 0);

    let Chains { junctions, roads, bends } = &network.chains;
    for count in [*junctions, length(roads.len()), length(bends.len()), length(network.streets.len())] {
        put(&mut out, count);
    }
    for road in roads {
        for number in [road.from, road.to, road.first_bend] {
            put(&mut out, number);
        }
        put(&mut out, u32::from(road.class as u8) << 1 | u32::from(road.is_oneway));
    }
    for bend in bends {
        put_position(&mut out, bend.position);
        put(&mut out, bend.forward_ms);
        put(&mut out, bend.backward_ms);
    }
    for street in &network.streets {
        put(&mut out, length(street.name.len()));
        out.extend_from_slice(street.name.as_bytes());
        put(&mut out, u32::from(street.class as u8));
        put(&mut out, length(street.points.len()));
        for point in &street.points {
            put_position(&mut out, Coordinate::nearest(*point));
        }
    }
    let size = (out.len() - HEADER) as u64;
    let sum = checksum(&out[HEADER..]);
    out[HEADER - 16..HEADER - 8].copy_from_slice(&size.to_le_bytes());
    out[HEADER - 8..HEADER].copy_from_slice(&sum.to_le_bytes());
    out
}

pub(crate) fn read(bytes: &[u8]) -> Result<Network, FileError> {
    let mut header = Reader(bytes.strip_prefix(MAGIC).ok_or(FileError::NotANetwork)?);
    let found = header.number().ok_or(FileError::Damaged)?;
    if found != VERSION {
        return Err(FileError::OtherVersion { found });
    }
    let (size, sum) = header.wide().zip(header.wide()).ok_or(FileError::Damaged)?;
    let body = header.0;
    if body.len() as u64 != size || checksum(body) != sum {
        return Err(FileError::Damaged);
    }
    network(Reader(body)).ok_or(FileError::Damaged)
}

fn network(mut body: Reader<'_>) -> Option<Network> {
    let [junctions, roads, bends, streets] = body.numbers()?;
    let roads = (0..roads).map(|_| {
        let [from, to, first_bend, kind] = body.numbers()?;
        Some(Road { from, to, first_bend, class: class(kind >> 1)?, is_oneway: kind & 1 == 1 })
    });
    let roads: Vec<Road> = roads.collect::<Option<_>>()?;
    let bends = (0..bends).map(|_| {
        let position = body.position()?;
        let [forward_ms, backward_ms] = body.numbers()?;
        Some(Bend { position, forward_ms, backward_ms })
    });
    let bends: Vec<Bend> = bends.collect::<Option<_>>()?;
    let streets = (0..streets).map(|_| body.street()).collect::<Option<Vec<_>>>()?;
    if !body.0.is_empty() {
        return None;
    }
    Network::assemble(Chains { junctions, roads, bends }, streets)
}

fn class(index: u32) -> Option<RoadClass> {
    RoadClass::ALL.get(index as usize).copied()
}

fn length(length: usize) -> u32 {
    u32::try_from(length).expect("an import counts in 32 bits")
}

fn put(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn put_position(out: &mut Vec<u8>, position: Coordinate) {
    put(out, position.lat_e7.cast_unsigned());
    put(out, position.lon_e7.cast_unsigned());
}

/// Finds every cut and altered bit that chance makes; it is no protection against intent.
///
/// Source: the multiply-and-xor step of FNV-1a (Fowler, Noll, Vo), eight bytes at a time.
fn checksum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words.iter().fold(0xcbf2_9ce4_8422_2325, |sum, word| step(sum, u64::from_le_bytes(*word)));
    rest.iter().fold(sum, |sum, byte| step(sum, u64::from(*byte)))
}

/// What is left to read; every method is `None` at the end.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*number))
    }

    fn numbers<const N: usize>(&mut self) -> Option<[u32; N]> {
        let mut numbers = [0; N];
        for number in &mut numbers {
            *number = self.number()?;
        }
        Some(numbers)
    }

    fn wide(&mut self) -> Option<u64> {
        let [low, high] = self.numbers()?;
        Some(u64::from(high) << 32 | u64::from(low))
    }

    fn position(&mut self) -> Option<Coordinate> {
        let [lat, lon] = self.numbers()?;
        Some(Coordinate { lat_e7: lat.cast_signed(), lon_e7: lon.cast_signed() })
    }

    fn street(&mut self) -> Option<Street> {
        let length = self.number()? as usize;
        let (name, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        let name = std::str::from_utf8(name).ok()?.to_owned();
        let [kind, points] = self.numbers()?;
        let points = (0..points).map(|_| self.position().map(Point::from)).collect::<Option<_>>()?;
        Some(Street { name, class: class(kind)?, points })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{COLUMBUS, Drawing};

    fn block() -> Vec<u8> {
        let ways =
            ["abc residential oneway=yes name=Elm", "cf primary name=Höhe", "fed residential", "da service"];
        Drawing::new("a b c\n\n\nd e f", &ways).network().to_bytes()
    }

    #[test]
    fn a_saved_city_comes_back_equal() {
        let network = Network::from_pbf(COLUMBUS).expect("the sample map is good").network;
        let again = Network::from_bytes(&network.to_bytes()).expect("it was just written");
        assert_eq!(again.chains, network.chains);
        assert_eq!(again.streets, network.streets);
        let places: Vec<Point> =
            network.streets().iter().step_by(300).map(|street| street.points[0]).collect();
        assert_eq!(again.matrix(&places), network.matrix(&places));
    }

    #[test]
    fn other_content_is_not_a_network() {
        for bytes in [&b""[..], b"DA-road", b"hello, world", COLUMBUS] {
            assert_eq!(Network::from_bytes(bytes).expect_err("not a network"), FileError::NotANetwork);
        }
    }

    #[test]
    fn every_cut_and_every_altered_bit_is_noticed() {
        let whole = block();
        for length in MAGIC.len()..whole.len() {
            assert!(Network::from_bytes(&whole[..length]).is_err(), "{length} bytes");
        }
        for at in 0..whole.len() * 8 {
            let mut altered = whole.clone();
            altered[at / 8] ^= 1 << (at % 8);
            assert!(Network::from_bytes(&altered).is_err(), "bit {at}");
        }
        assert_eq!(
            Network::from_bytes(&[&whole[..], b"x"].concat()).expect_err("too long"),
            FileError::Damaged
        );
    }

    #[test]
    fn a_file_of_a_newer_version_is_named() {
        let mut newer = block();
        newer[8..12].copy_from_slice(&7_u32.to_le_bytes());
        assert_eq!(
            Network::from_bytes(&newer).expect_err("a newer version").to_string(),
            "the saved road network has version 7, this program reads version 1; import the map again"
        );
    }

    #[test]
    fn indexes_out_of_range_are_refused_even_with_a_good_checksum() {
        let whole = block();
        for at in (HEADER..whole.len() - 3).step_by(4) {
            let mut altered = whole.clone();
            altered[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
            let sum = checksum(&altered[HEADER..]);
            altered[HEADER - 8..HEADER].copy_from_slice(&sum.to_le_bytes());
            // Some numbers may be anything; none may make a panic later.
            if let Ok(network) = Network::from_bytes(&altered) {
                let places: Vec<Point> =
                    network.streets().iter().flat_map(|street| street.points.clone()).collect();
                assert_eq!(network.matrix(&places).size(), places.len());
            }
        }
    }
}
