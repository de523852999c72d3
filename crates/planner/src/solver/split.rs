//! Two halves of a large board, so that two searches can work on one plan at the same time.
//!
//! A pair of far places draws the line: duties and jobs nearer to the one than to the other, up to the middle one.
//! Every round draws another line, so that what was apart comes together.

use super::chance::Chance;
use super::route::Route;
use crate::model::{Model, NONE};

/// Which duties and jobs belong to which half.
pub(super) struct Split {
    /// By half, by duty.
    pub(super) duties: [Vec<bool>; 2],
    /// By half, by job.
    pub(super) jobs: [Vec<bool>; 2],
}

impl Split {
    /// Draws a line; jobs go where their duty goes, unserved ones where they lie.
    pub(super) fn new(model: &Model, routes: &[Route], chance: &mut Chance) -> Split {
        let duties = model.duties();
        let one = centre(model, routes, chance.below(duties));
        let far =
            |from: u32, to: u32| i64::from(model.drive(0, from, to)) + i64::from(model.drive(0, to, from));
        let other = (0..4)
            .map(|_| centre(model, routes, chance.below(duties)))
            .max_by_key(|place| far(one, *place))
            .unwrap_or(one);
        let side = |place: u32| far(one, place) - far(other, place);
        let sides: Vec<i64> = (0..duties).map(|duty| side(centre(model, routes, duty))).collect();
        let mut order: Vec<usize> = (0..duties).collect();
        order.sort_by_key(|duty| (sides[*duty], *duty));
        let middle = sides[order[duties / 2]];
        let mut split = Split {
            duties: [vec![false; duties], vec![false; duties]],
            jobs: [vec![false; model.jobs()], vec![false; model.jobs()]],
        };
        let mut on = vec![NONE; model.jobs()];
        for (rank, duty) in order.into_iter().enumerate() {
            let half = usize::from(rank >= duties / 2);
            split.duties[half][duty] = true;
            for job in routes[duty].served(model) {
                on[job as usize] = half as u32;
            }
        }
        for (job, half) in on.into_iter().enumerate() {
            let lies = usize::from(side(model.visits[job].place) >= middle);
            split.jobs[if half == NONE { lies } else { half as usize }][job] = true;
        }
        split
    }
}

/// Where a duty works: at its middle stop, or where it begins.
fn centre(model: &Model, routes: &[Route], duty: usize) -> u32 {
    let stops = routes[duty].stops();
    stops.get(stops.len() / 2).map_or(model.shifts[duty].start, |node| node.place)
}
