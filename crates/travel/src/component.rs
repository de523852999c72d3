//! The part of the map within which one can drive from everywhere to everywhere.

use crate::segment::{Lists, StreetMap};

const UNSEEN: u32 = u32::MAX;

/// Keeps the largest strongly connected component; of two equally large ones, the one found first.
pub(crate) fn largest_component(map: StreetMap) -> StreetMap {
    let component = components(&map);
    let mut sizes = vec![0_usize; map.nodes.len()];
    for component in &component {
        sizes[*component as usize] += 1;
    }
    let Some(largest) = (0..sizes.len()).rev().max_by_key(|index| sizes[*index]) else { return map };

    let is_kept = |node: u32| component[node as usize] as usize == largest;
    let mut map = map;
    map.segments.retain(|segment| is_kept(segment.from) && is_kept(segment.to));
    let mut renumbered = vec![UNSEEN; map.nodes.len()];
    let mut nodes = Vec::with_capacity(sizes[largest]);
    for segment in &mut map.segments {
        for end in [&mut segment.from, &mut segment.to] {
            let slot = &mut renumbered[*end as usize];
            if *slot == UNSEEN {
                *slot = u32::try_from(nodes.len()).expect("no more nodes than before");
                nodes.push(map.nodes[*end as usize]);
            }
            *end = *slot;
        }
    }
    map.nodes = nodes;
    map
}

/// The component number of each node.
///
/// Source: Tarjan (1972), doi:10.1137/0201010; with an explicit stack, for streets are deeper than a call stack.
fn components(map: &StreetMap) -> Vec<u32> {
    let nodes = map.nodes.len();
    let ahead = ahead(map);
    let mut order = vec![UNSEEN; nodes];
    let mut low = vec![0_u32; nodes];
    let mut component = vec![UNSEEN; nodes];
    let (mut open, mut walk) = (Vec::new(), Vec::new());
    let (mut seen, mut found) = (0, 0);
    for root in (0..).take(nodes) {
        if order[root as usize] != UNSEEN {
            continue;
        }
        walk.push((root, 0));
        while let Some((node, tried)) = walk.pop() {
            let at = node as usize;
            if tried == 0 {
                (order[at], low[at]) = (seen, seen);
                seen += 1;
                open.push(node);
            }
            if let Some(next) = ahead.of(node).get(tried) {
                walk.push((node, tried + 1));
                let next_at = *next as usize;
                if order[next_at] == UNSEEN {
                    walk.push((*next, 0));
                } else if component[next_at] == UNSEEN {
                    low[at] = low[at].min(order[next_at]);
                }
                continue;
            }
            if low[at] == order[at] {
                while let Some(member) = open.pop() {
                    component[member as usize] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
            if let Some((parent, _)) = walk.last() {
                low[*parent as usize] = low[*parent as usize].min(low[at]);
            }
        }
    }
    component
}

/// For each node the nodes that one can drive to from it.
fn ahead(map: &StreetMap) -> Lists<u32> {
    let arcs = map.segments.iter().flat_map(|segment| {
        let back = (!segment.is_oneway()).then_some((segment.to, segment.from));
        std::iter::once((segment.from, segment.to)).chain(back)
    });
    Lists::group(map.nodes.len(), arcs)
}
