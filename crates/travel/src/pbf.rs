//! Reads OpenStreetMap's PBF files from bytes.
//!
//! An own reader because an import must survive any file: every length is checked, unpacked size is bounded, objects
//! may come in any order and ids may be negative (editors write them for unsaved objects).
//!
//! Source: the OpenStreetMap wiki, page "PBF Format".

use std::io::Read;

use crate::ImportError;
use crate::wire::{Broken, Fields, Value, packed, zigzag};

/// The largest header of a block that the format allows, in bytes.
const MAX_HEADER: usize = 64 * 1024;
/// The largest block that the format allows once unpacked, in bytes.
const MAX_BLOCK: u64 = 32 * 1024 * 1024;
/// What a file may demand of its reader and we can give.
const KNOWN_FEATURES: [&str; 2] = ["OsmSchema-V0.6", "DenseNodes"];

/// The tags of one object, in file order.
pub(crate) struct Tags<'a>(Vec<(&'a [u8], &'a [u8])>);

impl<'a> Tags<'a> {
    /// The value of `key`, when there is one in valid UTF-8.
    pub(crate) fn get(&self, key: &str) -> Option<&'a str> {
        let (_, value) = self.0.iter().find(|(k, _)| *k == key.as_bytes())?;
        std::str::from_utf8(value).ok()
    }
}

#[cfg(test)]
impl<'a> Tags<'a> {
    pub(crate) fn of(pairs: &[(&'a str, &'a str)]) -> Self {
        Self(pairs.iter().map(|(key, value)| (key.as_bytes(), value.as_bytes())).collect())
    }
}

/// What one pass over a file wants to see; what it does not ask for is skipped unread.
pub(crate) trait Visitor {
    /// Whether this pass reads nodes; the other passes read ways and relations.
    const NODES: bool;
    /// A node, in units of 1e-7 degree.
    fn node(&mut self, _id: i64, _lat_e7: i32, _lon_e7: i32, _is_signal: bool) {}
    /// A way and the nodes it passes.
    fn way(&mut self, _id: i64, _tags: &Tags<'_>, _nodes: &[i64]) {}
    /// A relation.
    fn relation(&mut self, _tags: &Tags<'_>) {}
}

/// Walks over every block of the file.
pub(crate) fn visit<V: Visitor>(bytes: &[u8], visitor: &mut V) -> Result<(), ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    let mut at = 0;
    let mut unpacked = Vec::new();
    while at < bytes.len() {
        let start = at;
        let (kind, body) = next_blob(bytes, &mut at)?;
        if start == 0 && kind != b"OSMHeader" {
            return Err(ImportError::NotPbf);
        }
        let damaged = |Broken(what)| ImportError::Damaged { at: start, what };
        match kind {
            b"OSMHeader" => check_features(unpack(body, &mut unpacked, start)?).map_err(damaged)??,
            b"OSMData" => read_block(unpack(body, &mut unpacked, start)?, visitor).map_err(damaged)?,
            _ => {} // The format asks readers to step over kinds they do not know.
        }
    }
    Ok(())
}

/// The kind and the packed body of the block at `at`, which moves behind it.
fn next_blob<'a>(bytes: &'a [u8], at: &mut usize) -> Result<(&'a [u8], &'a [u8]), ImportError> {
    let start = *at;
    // Any wrong first header means that this is some other kind of file.
    let wrong =
        |what| if start == 0 { ImportError::NotPbf } else { ImportError::Damaged { at: start, what } };
    let cut = || ImportError::Truncated { at: start };

    let rest = &bytes[start..];
    let (length, rest) = rest.split_first_chunk::<4>().ok_or_else(cut)?;
    let length = u32::from_be_bytes(*length) as usize;
    if length == 0 || length > MAX_HEADER {
        return Err(wrong("a block header has an impossible length"));
    }
    if rest.len() < length {
        return Err(if start == 0 { ImportError::NotPbf } else { cut() });
    }
    let (header, rest) = rest.split_at(length);
    let (mut kind, mut size) = (None, None);
    let mut fields = Fields::of(header);
    while let Some((field, value)) = fields.next().map_err(|Broken(what)| wrong(what))? {
        match (field, value) {
            (1, Value::Bytes(bytes)) => kind = Some(bytes),
            (3, Value::Number(number)) => size = usize::try_from(number).ok(),
            _ => {}
        }
    }
    let (Some(kind), Some(size)) = (kind, size) else { return Err(wrong("a block has no kind or size")) };
    let body = rest.get(..size).ok_or_else(cut)?;
    *at = start + 4 + length + size;
    Ok((kind, body))
}

/// The block inside `blob`, unpacked into `space` when it is packed.
fn unpack<'a>(blob: &'a [u8], space: &'a mut Vec<u8>, at: usize) -> Result<&'a [u8], ImportError> {
    let damaged = |what| ImportError::Damaged { at, what };
    let mut fields = Fields::of(blob);
    while let Some((field, value)) = fields.next().map_err(|Broken(what)| damaged(what))? {
        match (field, value) {
            (1, Value::Bytes(raw)) => return Ok(raw),
            (3, Value::Bytes(packed)) => {
                space.clear();
                let mut unpacking = flate2::read::ZlibDecoder::new(packed).take(MAX_BLOCK + 1);
                unpacking.read_to_end(space).map_err(|_| damaged("a block does not unpack"))?;
                if space.len() as u64 > MAX_BLOCK {
                    return Err(damaged("a block is larger than the format allows"));
                }
                return Ok(space);
            }
            (4..=7, Value::Bytes(_)) => {
                return Err(ImportError::Unsupported { what: "a compression other than zlib".to_owned() });
            }
            _ => {}
        }
    }
    Err(damaged("a block has no content"))
}

/// The outer error is a damaged header, the inner one a demand that we cannot meet.
fn check_features(header: &[u8]) -> Result<Result<(), ImportError>, Broken> {
    let mut fields = Fields::of(header);
    while let Some((field, value)) = fields.next()? {
        if let (4, Value::Bytes(name)) = (field, value) {
            let name = String::from_utf8_lossy(name);
            if !KNOWN_FEATURES.contains(&name.as_ref()) {
                return Ok(Err(ImportError::Unsupported { what: format!("the feature `{name}`") }));
            }
        }
    }
    Ok(Ok(()))
}

/// The words of a block and how its coordinates are written.
struct Block<'a> {
    words: Vec<&'a [u8]>,
    granularity: i64,
    lat_offset: i64,
    lon_offset: i64,
}

impl<'a> Block<'a> {
    fn word(&self, index: u64) -> Result<&'a [u8], Broken> {
        usize::try_from(index)
            .ok()
            .and_then(|index| self.words.get(index))
            .copied()
            .ok_or(Broken("a word is missing from a block"))
    }

    fn tags(&self, keys: &[u64], values: &[u64]) -> Result<Tags<'a>, Broken> {
        keys.iter()
            .zip(values)
            .map(|(key, value)| Ok((self.word(*key)?, self.word(*value)?)))
            .collect::<Result<_, _>>()
            .map(Tags)
    }

    /// From the block's units to 1e-7 degree.
    fn e7(&self, offset: i64, units: i64, limit_degrees: i64) -> Result<i32, Broken> {
        let nano = units.checked_mul(self.granularity).and_then(|nano| nano.checked_add(offset));
        nano.map(|nano| nano / 100)
            .filter(|e7| e7.abs() <= limit_degrees * 10_000_000)
            .and_then(|e7| i32::try_from(e7).ok())
            .ok_or(Broken("a coordinate is off the Earth"))
    }

    fn lat_e7(&self, units: i64) -> Result<i32, Broken> {
        self.e7(self.lat_offset, units, 90)
    }

    fn lon_e7(&self, units: i64) -> Result<i32, Broken> {
        self.e7(self.lon_offset, units, 180)
    }
}

fn read_block<V: Visitor>(bytes: &[u8], visitor: &mut V) -> Result<(), Broken> {
    let mut block = Block { words: Vec::new(), granularity: 100, lat_offset: 0, lon_offset: 0 };
    let mut groups = Vec::new();
    let mut fields = Fields::of(bytes);
    while let Some((field, value)) = fields.next()? {
        match (field, value) {
            (1, Value::Bytes(table)) => {
                let mut entries = Fields::of(table);
                while let Some((_, entry)) = entries.next()? {
                    if let Value::Bytes(word) = entry {
                        block.words.push(word);
                    }
                }
            }
            (2, Value::Bytes(group)) => groups.push(group),
            (17, Value::Number(units)) => block.granularity = units.cast_signed(),
            (19, Value::Number(offset)) => block.lat_offset = offset.cast_signed(),
            (20, Value::Number(offset)) => block.lon_offset = offset.cast_signed(),
            _ => {}
        }
    }
    for group in groups {
        let mut objects = Fields::of(group);
        while let Some((field, value)) = objects.next()? {
            match (field, value, V::NODES) {
                (1, Value::Bytes(node), true) => read_node(&block, node, visitor)?,
                (2, Value::Bytes(nodes), true) => read_dense_nodes(&block, nodes, visitor)?,
                (3, Value::Bytes(way), false) => read_way(&block, way, visitor)?,
                (4, Value::Bytes(relation), false) => read_relation(&block, relation, visitor)?,
                _ => {}
            }
        }
    }
    Ok(())
}

fn is_signal(key: &[u8], value: &[u8]) -> bool {
    key == b"highway" && value == b"traffic_signals"
}

fn read_node<V: Visitor>(block: &Block<'_>, bytes: &[u8], visitor: &mut V) -> Result<(), Broken> {
    let (mut id, mut lat, mut lon) = (0, 0, 0);
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    let mut fields = Fields::of(bytes);
    while let Some((field, value)) = fields.next()? {
        match (field, value) {
            (1, Value::Number(number)) => id = zigzag(number),
            (2, value) => packed(value, &mut keys)?,
            (3, value) => packed(value, &mut values)?,
            (8, Value::Number(number)) => lat = zigzag(number),
            (9, Value::Number(number)) => lon = zigzag(number),
            _ => {}
        }
    }
    let signal = block.tags(&keys, &values)?.0.iter().any(|(key, value)| is_signal(key, value));
    visitor.node(id, block.lat_e7(lat)?, block.lon_e7(lon)?, signal);
    Ok(())
}

fn read_dense_nodes<V: Visitor>(block: &Block<'_>, bytes: &[u8], visitor: &mut V) -> Result<(), Broken> {
    let (mut ids, mut lats, mut lons, mut words) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut fields = Fields::of(bytes);
    while let Some((field, value)) = fields.next()? {
        match field {
            1 => packed(value, &mut ids)?,
            8 => packed(value, &mut lats)?,
            9 => packed(value, &mut lons)?,
            10 => packed(value, &mut words)?,
            _ => {}
        }
    }
    if ids.len() != lats.len() || ids.len() != lons.len() {
        return Err(Broken("a block has more node ids than positions"));
    }
    let mut words = words.into_iter();
    // Ids and positions are written as differences to the node before.
    let (mut id, mut lat, mut lon) = (0_i64, 0_i64, 0_i64);
    for ((id_step, lat_step), lon_step) in ids.into_iter().zip(lats).zip(lons) {
        id = id.wrapping_add(zigzag(id_step));
        lat = lat.wrapping_add(zigzag(lat_step));
        lon = lon.wrapping_add(zigzag(lon_step));
        let mut signal = false;
        // Keys and values alternate, and a zero ends the node; no tags at all in a block means no list at all.
        while let Some(key) = words.next().filter(|key| *key != 0) {
            let value = words.next().ok_or(Broken("a tag has no value"))?;
            signal |= is_signal(block.word(key)?, block.word(value)?);
        }
        visitor.node(id, block.lat_e7(lat)?, block.lon_e7(lon)?, signal);
    }
    Ok(())
}

fn read_way<V: Visitor>(block: &Block<'_>, bytes: &[u8], visitor: &mut V) -> Result<(), Broken> {
    let mut id = 0;
    let (mut keys, mut values, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    let mut fields = Fields::of(bytes);
    while let Some((field, value)) = fields.next()? {
        match (field, value) {
            (1, Value::Number(number)) => id = number.cast_signed(),
            (2, value) => packed(value, &mut keys)?,
            (3, value) => packed(value, &mut values)?,
            (8, value) => packed(value, &mut steps)?,
            _ => {}
        }
    }
    let mut node = 0_i64;
    let nodes: Vec<i64> = steps
        .into_iter()
        .map(|step| {
            node = node.wrapping_add(zigzag(step));
            node
        })
        .collect();
    visitor.way(id, &block.tags(&keys, &values)?, &nodes);
    Ok(())
}

fn read_relation<V: Visitor>(block: &Block<'_>, bytes: &[u8], visitor: &mut V) -> Result<(), Broken> {
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    let mut fields = Fields::of(bytes);
    while let Some((field, value)) = fields.next()? {
        match field {
            2 => packed(value, &mut keys)?,
            3 => packed(value, &mut values)?,
            _ => {}
        }
    }
    visitor.relation(&block.tags(&keys, &values)?);
    Ok(())
}
