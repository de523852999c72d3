//! Joins the pieces of a road between two junctions into one, so that a search only visits junctions.

use crate::RoadClass;
use crate::place::Coordinate;
use crate::segment::{Lists, NEVER, Segment, StreetMap};

/// A road between two junctions; the same junction twice for a loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Road {
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// Where its bends start in [`Chains::bends`]; they end where those of the next road start.
    pub(crate) first_bend: u32,
    pub(crate) class: RoadClass,
    pub(crate) is_oneway: bool,
}

/// A point where a road starts, bends or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bend {
    pub(crate) position: Coordinate,
    /// Milliseconds from the start of the road to here.
    pub(crate) forward_ms: u32,
    /// Milliseconds from here back to the start; zero all along a one-way road.
    pub(crate) backward_ms: u32,
}

/// Roads between junctions, with all their bends.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Chains {
    pub(crate) junctions: u32,
    pub(crate) roads: Vec<Road>,
    pub(crate) bends: Vec<Bend>,
}

/// Every segment ends up in exactly one road, and every drive takes as long as before.
pub(crate) fn contract(map: &StreetMap) -> Chains {
    let touching = map.touching();
    let mut is_junction: Vec<bool> =
        (0..).take(map.nodes.len()).map(|node| !is_passed_through(map, touching.of(node), node)).collect();
    let mut is_used = vec![false; map.segments.len()];
    let mut walks = Vec::new();
    // A ring without a junction is only met by the second round, which makes one.
    for is_ring in [false, true] {
        for first in (0..).take(map.segments.len()) {
            let segment = map.segments[first as usize];
            for start in [segment.from, segment.to] {
                let is_against = segment.is_oneway() && start == segment.to;
                if is_used[first as usize] || is_against || !(is_junction[start as usize] || is_ring) {
                    continue;
                }
                is_junction[start as usize] = true;
                walks.push((start, walk(map, &touching, &is_junction, &mut is_used, start, first)));
            }
        }
    }
    number(map, &is_junction, &walks)
}

/// Whether a driver at `node` can only go on: two pieces of the same kind of road, in the same direction.
fn is_passed_through(map: &StreetMap, touching: &[u32], node: u32) -> bool {
    let [one, other] = touching else { return false };
    let (one, other) = (map.segments[*one as usize], map.segments[*other as usize]);
    let same_direction = match (one.is_oneway(), other.is_oneway()) {
        (false, false) => true,
        (true, true) => (one.to == node) != (other.to == node),
        _ => false,
    };
    same_direction && one.class == other.class
}

/// The segments of the road that leaves `start` through `first`, up to the next junction.
fn walk(
    map: &StreetMap,
    touching: &Lists<u32>,
    is_junction: &[bool],
    is_used: &mut [bool],
    start: u32,
    first: u32,
) -> Vec<u32> {
    let mut road = vec![first];
    is_used[first as usize] = true;
    let mut node = map.segments[first as usize].across(start);
    while !is_junction[node as usize] {
        let next = touching.of(node).iter().find(|segment| !is_used[**segment as usize]);
        let next = *next.expect("a node that is passed through has a second segment");
        is_used[next as usize] = true;
        road.push(next);
        node = map.segments[next as usize].across(node);
    }
    road
}

/// Numbers junctions so that neighbours on the map are neighbours in memory, and writes the roads down.
fn number(map: &StreetMap, is_junction: &[bool], walks: &[(u32, Vec<u32>)]) -> Chains {
    let mut junctions: Vec<u32> =
        (0..).take(map.nodes.len()).filter(|node| is_junction[*node as usize]).collect();
    junctions.sort_by_key(|node| (morton(map.nodes[*node as usize]), *node));
    let mut number_of = vec![u32::MAX; map.nodes.len()];
    for (node, number) in junctions.iter().zip(0..) {
        number_of[*node as usize] = number;
    }
    let mut chains = Chains { junctions: count(junctions.len()), ..Chains::default() };
    for (start, segments) in walks {
        let first_bend = count(chains.bends.len());
        let Segment { class, .. } = map.segments[segments[0] as usize];
        let is_oneway = map.segments[segments[0] as usize].is_oneway();
        let mut bend = Bend { position: map.nodes[*start as usize], forward_ms: 0, backward_ms: 0 };
        chains.bends.push(bend);
        let mut node = *start;
        for segment in segments {
            let segment = map.segments[*segment as usize];
            let (ahead, back) = if segment.from == node {
                (segment.forward_ms, segment.backward_ms)
            } else {
                (segment.backward_ms, segment.forward_ms)
            };
            node = segment.across(node);
            bend.position = map.nodes[node as usize];
            bend.forward_ms = bend.forward_ms.saturating_add(ahead);
            bend.backward_ms = bend.backward_ms.saturating_add(if back == NEVER { 0 } else { back });
            chains.bends.push(bend);
        }
        let (from, to) = (number_of[*start as usize], number_of[node as usize]);
        chains.roads.push(Road { from, to, first_bend, class, is_oneway });
    }
    chains
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("fewer than four billion bends")
}

/// Interleaves the bits of both coordinates: near on the map is mostly near in this order.
fn morton(position: Coordinate) -> u64 {
    let spread = |value: i32| {
        // The sign bit is flipped so that west and south sort before east and north.
        let mut bits = u64::from(value.cast_unsigned() ^ 0x8000_0000);
        for (shift, mask) in [
            (16, 0x0000_ffff_0000_ffff_u64),
            (8, 0x00ff_00ff_00ff_00ff),
            (4, 0x0f0f_0f0f_0f0f_0f0f),
            (2, 0x3333_3333_3333_3333),
            (1, 0x5555_5555_5555_5555),
        ] {
            bits = (bits | (bits << shift)) & mask;
        }
        bits
    };
    spread(position.lat_e7) << 1 | spread(position.lon_e7)
}
