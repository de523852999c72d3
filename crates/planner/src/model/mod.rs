//! The compiled problem of the solver: numbers only.
//!
//! A caller fills a [`Draft`] and calls [`Draft::compile`]; a [`Model`] that exists makes sense and never changes.
//! The answer is [`Routes`]. Times are [`Seconds`] on a clock of the problem's own, money is [`Money`].
//!
//! What a plan is worth: the gains of the served pairs (job, duty), less every second of driving and of paid overtime,
//! less the penalties of the jobs that nobody serves.

mod compile;
mod draft;
mod flaw;
mod money;
mod routes;

pub use draft::{
    Able, Appointment, Break, Draft, Duty, Group, Hold, Job, Link, Seconds, Slice, Span, Window,
};
pub use flaw::Flaw;
pub use money::Money;
pub use routes::{Route, Routes, Stop};

use std::ops::Range;

/// No index.
pub(crate) const NONE: u32 = u32::MAX;

/// A problem, checked and laid out for the search.
#[derive(Debug, Clone)]
pub struct Model {
    pub(crate) draft: Draft,
    /// Places and one more, which is nowhere: every drive to it and from it takes no time.
    pub(crate) side: usize,
    /// By matrix: from × to, `side` × `side`.
    pub(crate) there: Vec<Vec<u32>>,
    /// By matrix: to × from, so that the drives to one place lie side by side.
    pub(crate) back: Vec<Vec<u32>>,
    /// Jobs by their index, then the appointments of all duties.
    pub(crate) visits: Vec<Visit>,
    pub(crate) shifts: Vec<Shift>,
    /// By job, then by falling gain.
    pub(crate) pairs: Vec<Pair>,
    /// Pairs of job `j` are `first_pair[j]..first_pair[j + 1]`.
    pub(crate) first_pair: Vec<u32>,
    /// Job × duty: index of the pair or [`NONE`].
    pub(crate) pair_of: Vec<u32>,
}

/// A job or an appointment as the search sees it.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub(crate) place: u32,
    pub(crate) duration: Seconds,
    /// First start of the first window.
    pub(crate) open: Seconds,
    /// Last start of the last window.
    pub(crate) close: Seconds,
    /// All windows when there is more than one; empty otherwise.
    pub(crate) windows: Box<[Window]>,
    pub(crate) demand: u32,
    /// What leaving it out costs the search; for a mandatory job more than everything else together.
    pub(crate) miss: i64,
    /// The duty on which it is fixed, or [`NONE`].
    pub(crate) fixed_on: u32,
    /// Index of its link, or [`NONE`].
    pub(crate) link: u32,
}

/// A duty as the search sees it.
#[derive(Debug, Clone)]
pub(crate) struct Shift {
    pub(crate) technician: u32,
    pub(crate) from: Seconds,
    /// End of paid overtime: home by then.
    pub(crate) home_by: Seconds,
    pub(crate) until: Seconds,
    pub(crate) overtime_price: i64,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) max_leg: u32,
    pub(crate) max_drive: u32,
    pub(crate) max_jobs: u32,
    pub(crate) capacity: u32,
    /// In the order in which they are taken.
    pub(crate) breaks: Box<[Break]>,
    /// For each of them its index on the duty of the draft.
    pub(crate) break_order: Box<[u32]>,
    pub(crate) busy: Box<[Span]>,
    /// Fixed visits by start.
    pub(crate) fixed: Vec<u32>,
    /// Indices of the groups it counts for.
    pub(crate) groups: Vec<u32>,
    /// No breaks, no busy spans and one matrix: the fast case.
    pub(crate) plain: bool,
}

/// A job on a duty that may serve it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) duty: u32,
    pub(crate) duration: Seconds,
    pub(crate) gain: i64,
}

impl Shift {
    /// Whether nothing but its number tells it from another.
    pub(crate) fn same(&self, other: &Shift) -> bool {
        let times = |shift: &Shift| (shift.from, shift.until, shift.home_by, shift.overtime_price);
        let places = |shift: &Shift| (shift.start, shift.end, shift.max_leg, shift.max_drive);
        let most = |shift: &Shift| (shift.max_jobs, shift.capacity);
        let lists = |shift: &Shift| {
            shift.fixed.is_empty()
                && shift.groups.is_empty()
                && shift.breaks.is_empty()
                && shift.busy.is_empty()
        };
        times(self) == times(other)
            && places(self) == places(other)
            && most(self) == most(other)
            && lists(self)
            && lists(other)
    }
}

impl Model {
    /// The draft it was compiled from.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// How many jobs there are; visits from here on are appointments.
    pub(crate) fn jobs(&self) -> usize {
        self.draft.jobs.len()
    }

    pub(crate) fn duties(&self) -> usize {
        self.shifts.len()
    }

    pub(crate) fn pairs_of(&self, job: usize) -> Range<usize> {
        self.first_pair[job] as usize..self.first_pair[job + 1] as usize
    }

    pub(crate) fn pair(&self, job: u32, duty: u32) -> Option<&Pair> {
        let pair = self.pair_of[job as usize * self.duties() + duty as usize];
        (pair != NONE).then(|| &self.pairs[pair as usize])
    }

    /// Gain and duration of a visit on a duty; of appointments too.
    pub(crate) fn on(&self, visit: u32, duty: u32) -> (i64, Seconds) {
        if visit as usize >= self.jobs() {
            return (0, self.visits[visit as usize].duration);
        }
        let pair = self.pair(visit, duty).expect("only able pairs are put on routes");
        (pair.gain, pair.duration)
    }

    /// Seconds from one place to another by a matrix.
    pub(crate) fn drive(&self, matrix: usize, from: u32, to: u32) -> u32 {
        self.there[matrix][from as usize * self.side + to as usize]
    }

    /// Whether the search may neither move nor drop it.
    pub(crate) fn is_fixed(&self, visit: u32) -> bool {
        self.visits[visit as usize].fixed_on != NONE
    }

    /// Whether one matrix holds all day.
    pub(crate) fn timeless(&self) -> bool {
        self.draft.slices.len() <= 1
    }
}
