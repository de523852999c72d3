//! The roads of a file before contraction: every bend of every street is a node.

use std::collections::HashMap;

use crate::RoadClass;
use crate::place::Coordinate;

/// The time of a direction in which one may not drive.
pub(crate) const NEVER: u32 = u32::MAX;

/// A straight piece of road between two nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// Milliseconds to drive from `from` to `to`; never [`NEVER`] once the segment faces forward.
    pub(crate) forward_ms: u32,
    /// Milliseconds the other way, or [`NEVER`] on a one-way street.
    pub(crate) backward_ms: u32,
    pub(crate) class: RoadClass,
    /// The street's name in [`StreetMap::names`].
    pub(crate) name: Option<u32>,
}

impl Segment {
    pub(crate) fn is_oneway(&self) -> bool {
        self.backward_ms == NEVER
    }

    /// Turns a one-way segment that was drawn against its direction.
    pub(crate) fn face_forward(&mut self) {
        if self.forward_ms == NEVER {
            std::mem::swap(&mut self.from, &mut self.to);
            std::mem::swap(&mut self.forward_ms, &mut self.backward_ms);
        }
    }

    /// The other end.
    pub(crate) fn across(&self, node: u32) -> u32 {
        if self.from == node { self.to } else { self.from }
    }
}

/// All segments, their nodes and their names.
#[derive(Debug, Default)]
pub(crate) struct StreetMap {
    pub(crate) nodes: Vec<Coordinate>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) names: Vec<String>,
    index_of_name: HashMap<String, u32>,
}

impl StreetMap {
    pub(crate) fn name_index(&mut self, name: &str) -> u32 {
        if let Some(index) = self.index_of_name.get(name) {
            return *index;
        }
        let index = u32::try_from(self.names.len()).expect("fewer than four billion names");
        self.names.push(name.to_owned());
        self.index_of_name.insert(name.to_owned(), index);
        index
    }

    /// For each node the segments that touch it.
    pub(crate) fn touching(&self) -> Lists<u32> {
        let ends = self
            .segments
            .iter()
            .zip(0..)
            .flat_map(|(segment, index)| [(segment.from, index), (segment.to, index)]);
        Lists::group(self.nodes.len(), ends)
    }
}

/// A list of entries for each node, packed end to end.
#[derive(Debug, Clone)]
pub(crate) struct Lists<T> {
    starts: Vec<u32>,
    entries: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// Groups `(node, entry)` pairs; the entries of a node keep their order.
    pub(crate) fn group(nodes: usize, pairs: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; nodes + 1];
        for (node, _) in pairs.clone() {
            starts[node as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut entries = vec![T::default(); starts[nodes] as usize];
        for (node, entry) in pairs {
            let slot = &mut next[node as usize];
            entries[*slot as usize] = entry;
            *slot += 1;
        }
        Self { starts, entries }
    }

    pub(crate) fn of(&self, node: u32) -> &[T] {
        let node = node as usize;
        &self.entries[self.starts[node] as usize..self.starts[node + 1] as usize]
    }
}
