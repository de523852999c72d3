//! Hand-drawn maps for the tests, written as real map files.

use domain::geo::Point;

use crate::Network;

/// A step of the drawing, in units of 1e-7 degree: 111 m down the page and 85 m along a line.
const STEP_E7: i64 = 10_000;

/// The city of Columbus and its suburbs.
pub(crate) const COLUMBUS: &[u8] = include_bytes!("../../../samples/columbus-ohio.osm.pbf");

/// A map: letters on a grid are nodes, and each way names its letters, then its tags.
///
/// `"abc primary oneway=yes"` runs from `a` over `b` to `c`; a letter in upper case has a traffic signal.
#[derive(Debug, Clone)]
pub(crate) struct Drawing {
    pub(crate) nodes: Vec<(char, i64, i64)>,
    pub(crate) ways: Vec<String>,
    pub(crate) restrictions: usize,
}

impl Drawing {
    pub(crate) fn new(grid: &str, ways: &[&str]) -> Self {
        let mut nodes = Vec::new();
        for (line, down) in grid.lines().zip(0..) {
            let letters = line.chars().zip(0..).filter(|(letter, _)| letter.is_alphabetic());
            nodes.extend(letters.map(|(letter, along)| {
                (letter, 400_000_000 - down * STEP_E7, -830_000_000 + along * STEP_E7)
            }));
        }
        Self { nodes, ways: ways.iter().map(|way| (*way).to_owned()).collect(), restrictions: 0 }
    }

    pub(crate) fn network(&self) -> Network {
        Network::from_pbf(&self.file()).expect("a drawing has roads").network
    }

    /// A letter, or the middle between two.
    pub(crate) fn place(&self, letters: &str) -> Point {
        let found: Vec<_> = letters.chars().map(|letter| self.node(letter)).collect();
        let middle = |sum: i64| sum as f64 / found.len() as f64 / 1e7;
        Point {
            lat: middle(found.iter().map(|node| node.1).sum()),
            lon: middle(found.iter().map(|node| node.2).sum()),
        }
    }

    fn node(&self, letter: char) -> (char, i64, i64) {
        *self.nodes.iter().find(|node| node.0 == letter).expect("the letter is on the drawing")
    }

    /// The drawing as an `.osm.pbf` file with one unpacked block and, as from an editor, negative ids.
    pub(crate) fn file(&self) -> Vec<u8> {
        let mut words = vec![String::new()];
        let mut group = Vec::new();
        for (letter, lat, lon) in &self.nodes {
            let mut node = Vec::new();
            number(&mut node, 1, folded(id(*letter)));
            if letter.is_uppercase() {
                tags(&mut node, &mut words, &["highway=traffic_signals"]);
            }
            number(&mut node, 8, folded(*lat));
            number(&mut node, 9, folded(*lon));
            bytes(&mut group, 1, &node);
        }
        for way in &self.ways {
            let mut parts = way.split_whitespace();
            let letters = parts.next().expect("a way has letters");
            let kind = format!("highway={}", parts.next().expect("a way has a kind"));
            let rest: Vec<&str> = std::iter::once(kind.as_str()).chain(parts).collect();
            let (mut body, mut steps, mut last) = (Vec::new(), Vec::new(), 0);
            for node in letters.chars().map(id) {
                varint(&mut steps, folded(node - last));
                last = node;
            }
            let number_of_way = letters.bytes().fold(0, |sum, byte| sum * 31 + i64::from(byte));
            number(&mut body, 1, number_of_way.cast_unsigned());
            tags(&mut body, &mut words, &rest);
            bytes(&mut body, 8, &steps);
            bytes(&mut group, 3, &body);
        }
        for _ in 0..self.restrictions {
            let mut body = Vec::new();
            tags(&mut body, &mut words, &["type=restriction", "restriction=no_left_turn"]);
            bytes(&mut group, 4, &body);
        }
        let (mut table, mut block) = (Vec::new(), Vec::new());
        words.iter().for_each(|word| bytes(&mut table, 1, word.as_bytes()));
        bytes(&mut block, 1, &table);
        bytes(&mut block, 2, &group);

        let mut header = Vec::new();
        bytes(&mut header, 4, b"OsmSchema-V0.6");
        let mut file = blob("OSMHeader", &header);
        file.extend(blob("OSMData", &block));
        file
    }
}

fn id(letter: char) -> i64 {
    -i64::from(u32::from(letter))
}

/// One block with its header.
pub(crate) fn blob(kind: &str, content: &[u8]) -> Vec<u8> {
    let (mut body, mut header) = (Vec::new(), Vec::new());
    bytes(&mut body, 1, content);
    bytes(&mut header, 1, kind.as_bytes());
    number(&mut header, 3, body.len() as u64);
    let mut out = u32::try_from(header.len()).expect("a short header").to_be_bytes().to_vec();
    out.extend(header);
    out.extend(body);
    out
}

fn tags(out: &mut Vec<u8>, words: &mut Vec<String>, pairs: &[&str]) {
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    for pair in pairs {
        let (key, value) = pair.split_once('=').expect("a tag has a key and a value");
        for (list, word) in [(&mut keys, key), (&mut values, value)] {
            varint(list, words.len() as u64);
            words.push(word.to_owned());
        }
    }
    bytes(out, 2, &keys);
    bytes(out, 3, &values);
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn number(out: &mut Vec<u8>, field: u64, value: u64) {
    varint(out, field << 3);
    varint(out, value);
}

pub(crate) fn bytes(out: &mut Vec<u8>, field: u64, value: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, value.len() as u64);
    out.extend_from_slice(value);
}

fn folded(value: i64) -> u64 {
    (value << 1 ^ value >> 63).cast_unsigned()
}
