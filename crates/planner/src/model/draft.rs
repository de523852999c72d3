//! What the solver is asked: plain lists that anybody can fill, checked once by [`Draft::compile`].

use super::Money;

/// Whole seconds on the clock of one problem; its zero is the caller's choice (midnight, or the start of the span).
pub type Seconds = i32;

/// A span of time: from its start until its end, in seconds of the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// When it begins.
    pub start: Seconds,
    /// When it is over.
    pub end: Seconds,
}

/// When something may start; both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first start.
    pub earliest: Seconds,
    /// The last start.
    pub latest: Seconds,
}

/// From when on a matrix of travel times holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// The first departure for which it holds; the first slice holds before as well.
    pub from: Seconds,
    /// Index into [`Draft::matrices`].
    pub matrix: usize,
}

/// A problem as a caller writes it down. Indices are positions in its own lists.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// How many places there are.
    pub places: usize,
    /// Travel times in seconds, row by row (from × to), each `places` × `places`.
    pub matrices: Vec<Vec<u32>>,
    /// Which matrix holds when, by `from`. Empty means: the first matrix, always.
    pub slices: Vec<Slice>,
    /// What a second of driving costs.
    pub drive_price: Money,
    /// Technicians during one shift each.
    pub duties: Vec<Duty>,
    /// Work, wanted or fixed.
    pub jobs: Vec<Job>,
    /// What ties jobs together. A job is in at most one link.
    pub links: Vec<Link>,
    /// Limits over several duties.
    pub groups: Vec<Group>,
}

/// One technician during one shift.
#[derive(Debug, Clone, Default)]
pub struct Duty {
    /// Who; duties of one technician carry the same number.
    pub technician: u32,
    /// From when, seconds of the problem.
    pub from: Seconds,
    /// Until when without overtime.
    pub until: Seconds,
    /// How much longer at most, in seconds.
    pub overtime: Seconds,
    /// What a second of overtime costs.
    pub overtime_price: Money,
    /// Where it begins; nowhere means that the first drive is free.
    pub start: Option<u32>,
    /// Where it ends; nowhere means that the last drive is free.
    pub end: Option<u32>,
    /// The longest single drive, seconds.
    pub max_leg: Option<u32>,
    /// The most driving altogether, seconds.
    pub max_drive: Option<u32>,
    /// The most jobs.
    pub max_jobs: Option<u32>,
    /// The most demand.
    pub capacity: Option<u32>,
    /// Breaks, taken on a duty that has jobs, one after the other as the middles of their windows lie.
    pub breaks: Vec<Break>,
    /// Times without a place in which nothing is served and nobody drives.
    pub busy: Vec<Span>,
    /// Fixed appointments at a place, which are no jobs.
    pub appointments: Vec<Appointment>,
}

/// A pause that lies between services and does not interrupt a drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// How long, seconds.
    pub duration: Seconds,
    /// When it may start.
    pub window: Window,
}

/// Something that stands at a place at a time, whatever the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    /// When.
    pub span: Span,
    /// Where.
    pub place: u32,
}

/// Work that may be served once.
#[derive(Debug, Clone, Default)]
pub struct Job {
    /// Where.
    pub place: u32,
    /// How long, seconds.
    pub duration: Seconds,
    /// When it may start: at least one, by time, without overlap.
    pub windows: Vec<Window>,
    /// What it takes of [`Duty::capacity`].
    pub demand: u32,
    /// What it costs when nobody comes.
    pub penalty: Money,
    /// How free the search is with it.
    pub hold: Hold,
    /// On which duties it may be, in any order, each once.
    pub able: Vec<Able>,
}

/// How free the search is with a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hold {
    /// It may be served or not.
    #[default]
    Optional,
    /// It must be served on one of its duties.
    Mandatory,
    /// It stands on this duty at this start, whatever its windows say.
    Fixed {
        /// Where it stands; one of its able duties.
        duty: u32,
        /// From when.
        start: Seconds,
    },
}

/// That a job may be on a duty, and what that brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Able {
    /// Index of the duty.
    pub duty: u32,
    /// Value and all soft terms of this pair, without driving.
    pub gain: Money,
    /// How long it takes there when it is not [`Job::duration`].
    pub duration: Option<Seconds>,
}

/// What ties jobs together: all of them are served or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// They start together, each with another technician.
    Crew(Vec<u32>),
    /// Each starts a while after the end of the one before it.
    Sequence {
        /// In the order in which they are served.
        jobs: Vec<u32>,
        /// From the end of one to the start of the next, seconds.
        gap: Window,
        /// Whether one technician serves all of them, on whatever duties.
        same_technician: bool,
    },
}

/// A limit over several duties, such as the most jobs of a technician in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The duties that count.
    pub duties: Vec<u32>,
    /// The most jobs on all of them together.
    pub max_jobs: u32,
}
