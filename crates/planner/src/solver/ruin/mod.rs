//! Ruin: which jobs are taken off the plan before it is mended.

mod chain;
mod ejection;
mod related;
mod scattered;
mod strings;
mod tails;

use super::chance::Chance;
use super::fits::Fits;
use super::links::members;
use super::near::Near;
use super::state::State;
use crate::model::NONE;

/// What a ruin works with.
pub(super) struct Ruin<'a, 'm> {
    pub(super) state: &'a mut State<'m>,
    pub(super) fits: &'a Fits,
    pub(super) near: &'a Near,
    pub(super) chance: &'a mut Chance,
    /// Jobs to be put back, in the order in which they were taken; some were unserved before.
    pub(super) out: &'a mut Vec<u32>,
    /// By job: whether the search may touch it.
    pub(super) mine: &'a [bool],
    /// Jobs that the search may touch.
    pub(super) free: &'a [u32],
    /// A link could not be taken apart, so the step must be undone.
    pub(super) spoiled: bool,
}

/// The ways to ruin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Strings,
    Ejection,
    Related,
    Scattered,
    Whole,
    Tails,
    People,
    Chain,
    Exchange,
}

impl Way {
    pub(super) const ALL: [Way; 9] = [
        Way::Strings,
        Way::Ejection,
        Way::Related,
        Way::Scattered,
        Way::Whole,
        Way::Tails,
        Way::People,
        Way::Chain,
        Way::Exchange,
    ];
}

impl Ruin<'_, '_> {
    /// Takes jobs off the plan and says which are to be put back.
    pub(super) fn run(&mut self, way: Way) {
        match way {
            Way::Strings => self.strings(),
            Way::Ejection => self.ejection(),
            Way::Related => self.related(),
            Way::Scattered => self.scattered(),
            Way::Whole => self.whole(),
            Way::Tails => self.tails(),
            Way::People => self.people(),
            Way::Chain => self.chain(),
            Way::Exchange => self.exchange(),
        }
    }

    fn any_job(&mut self) -> u32 {
        self.free[self.chance.below(self.free.len())]
    }

    /// Takes jobs off one duty, and with them whatever they are linked to.
    fn take(&mut self, duty: u32, jobs: &[u32]) -> bool {
        if !self.state.remove(duty, jobs) {
            return false;
        }
        self.out.extend_from_slice(jobs);
        for job in jobs {
            let link = self.state.model.visits[*job as usize].link;
            if link != NONE {
                self.take_linked(link);
            }
        }
        true
    }

    fn take_linked(&mut self, link: u32) {
        for job in members(self.state.model, link) {
            let duty = self.state.on[*job as usize];
            if duty == NONE {
                continue;
            }
            if self.state.remove(duty, &[*job]) {
                self.out.push(*job);
            } else {
                self.spoiled = true;
            }
        }
    }

    /// Adds some unserved jobs near `job` to those that are put back.
    fn call_in(&mut self, job: u32, most: usize) {
        let before = self.out.len();
        for other in self.near.of(job) {
            if self.out.len() >= before + most {
                break;
            }
            let waits = self.state.on[*other as usize] == NONE && self.mine[*other as usize];
            if waits && !self.out.contains(other) {
                self.out.push(*other);
            }
        }
    }

    /// A stretch of jobs of one duty around the stop at `index`, which is a job that may move.
    fn stretch(&mut self, duty: u32, index: usize, most: usize, jobs: &mut Vec<u32>) {
        let stops = self.state.routes[duty as usize].stops();
        let length = most.min(stops.len());
        let earliest = (index + 1).saturating_sub(length);
        let latest = index.min(stops.len() - length);
        let begin = earliest + self.chance.below(latest - earliest + 1);
        jobs.clear();
        let model = self.state.model;
        let movable = |visit: &u32| !model.is_fixed(*visit) && self.mine[*visit as usize];
        jobs.extend(stops[begin..begin + length].iter().map(|node| node.visit).filter(movable));
    }
}
