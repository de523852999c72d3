//! Which jobs are near which.

use crate::model::{Model, NONE};

/// By job, the nearest others that the search may move, nearest first.
#[derive(Debug, Clone)]
pub(super) struct Near {
    lists: Vec<u32>,
    first: Vec<u32>,
}

/// How many neighbours a job has at most.
const MOST: usize = 60;

impl Near {
    pub(super) fn new(model: &Model) -> Near {
        let free: Vec<u32> = (0..model.jobs() as u32)
            .filter(|job| !model.is_fixed(*job) && !model.pairs_of(*job as usize).is_empty())
            .collect();
        let mut near = Near { lists: Vec::with_capacity(free.len() * MOST), first: Vec::new() };
        let mut others: Vec<(u32, u32)> = Vec::with_capacity(free.len());
        for job in 0..model.jobs() as u32 {
            near.first.push(near.lists.len() as u32);
            let row = model.visits[job as usize].place as usize * model.side;
            let (there, back) =
                (&model.there[0][row..row + model.side], &model.back[0][row..row + model.side]);
            others.clear();
            others.extend(free.iter().filter(|other| **other != job).map(|other| {
                let place = model.visits[*other as usize].place as usize;
                (there[place] + back[place], *other)
            }));
            if others.len() > MOST {
                others.select_nth_unstable(MOST);
                others.truncate(MOST);
            }
            others.sort_unstable();
            near.lists.extend(others.iter().map(|(_, other)| *other));
        }
        near.first.push(near.lists.len() as u32);
        near
    }

    pub(super) fn of(&self, job: u32) -> &[u32] {
        debug_assert_ne!(job, NONE);
        &self.lists[self.first[job as usize] as usize..self.first[job as usize + 1] as usize]
    }
}
