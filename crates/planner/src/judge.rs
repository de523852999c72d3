//! What the board would say of a visit at a start, with the numbers behind each rule.
//!
//! The same refusals as [`domain::Board::judge_visit`], worked out on the compiled stops: the board looks through all
//! its visits for every answer, and an explanation needs thousands of answers.

use crate::fit::drive_and_rest;
use crate::problem::{Duty, Problem, Standing, Stop, instant};
use domain::board::StopKind;
use domain::rules::{self, Demand};
use domain::{Refusal, Shift, ShiftKind, SignedDuration, Span, Timestamp, civil};

/// A rule in the way, with what is and what may be at most or at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The rule, as the board names it.
    pub refusal: Refusal,
    /// What it would be.
    pub actual: Measure,
    /// What the rule allows, or what is in the way.
    pub limit: Measure,
}

/// A quantity with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// An instant: an arrival, the end of a window.
    At(Timestamp),
    /// A length of time: a drive.
    Lasting(SignedDuration),
    /// A stretch of time that is taken: a visit, a time off.
    During(Span),
    /// A level of a skill, 0 to 5; 0 is not held.
    Level(u8),
    /// A date in company time.
    On(civil::Date),
    /// The rule has no measure: a zone is another zone.
    Unmeasured,
}

impl Block {
    fn of(refusal: Refusal, actual: Measure, limit: Measure) -> Block {
        Block { refusal, actual, limit }
    }

    /// A rule about the technician, whatever the time.
    pub(crate) fn of_ability(refusal: Refusal, date: civil::Date) -> Block {
        let (actual, limit) = match &refusal {
            Refusal::MissingSkill { needed, held, .. } => (Measure::Level(*held), Measure::Level(*needed)),
            Refusal::LicenceExpired { expired, .. } => (Measure::On(*expired), Measure::On(date)),
            _ => (Measure::Unmeasured, Measure::Unmeasured),
        };
        Block { refusal, actual, limit }
    }

    /// A shift or time off that is in the way of a visit.
    pub(crate) fn against_calendar(refusal: Refusal, visit: Option<Span>, entry: Span) -> Block {
        let actual = visit.map_or(Measure::Unmeasured, Measure::During);
        Block { refusal, actual, limit: Measure::During(entry) }
    }

    /// A rule without a measure.
    pub(crate) fn unmeasured(refusal: Refusal) -> Block {
        Block { refusal, actual: Measure::Unmeasured, limit: Measure::Unmeasured }
    }

    /// By how many seconds the rule is missed; rules without a measure count an hour, a lock a day.
    pub(crate) fn shortfall(&self) -> i64 {
        match &self.refusal {
            Refusal::ArrivesLate { late_by } | Refusal::NextArrivesLate { late_by } => late_by.as_secs(),
            Refusal::DriveTooLong { drive, limit } | Refusal::DriveHomeTooLong { drive, limit } => {
                (*drive - *limit).as_secs()
            }
            Refusal::OutsideWindow { by, .. } => by.abs().as_secs(),
            Refusal::VisitInTheWay { locked: true, .. } => 86_400,
            _ => 3_600,
        }
    }
}

impl Problem<'_> {
    /// Every rule that a technician breaks by starting a visit at `start`, ability apart, as the board names them.
    /// Promises without a technician are not asked.
    pub(crate) fn judged(&self, task: usize, person: usize, start: i64) -> Vec<Block> {
        let Some(visit) = self.visit_of(task) else { return Vec::new() };
        let mut blocks = self.timely(&visit.demand(), person, start);
        let ask = &self.tasks[task].ask;
        let end = start + ask.length;
        let others = || self.lines[person].iter().filter(|other| Some(other.kind) != ask.itself);
        let taken = during(start, end);
        for other in others().filter(|other| other.start < end && start < other.end) {
            let (refusal, other) = (self.in_the_way(other.kind), during(other.start, other.end));
            blocks.push(Block::of(refusal, taken, other));
        }
        let Some(duty) = self.duty_at(Standing { person, start }).map(|duty| &self.duties[duty]) else {
            return blocks;
        };
        let Some(place) = ask.place else { return blocks };
        let same_day = |other: &&Stop| duty.start <= other.start && other.start < duty.home_by;
        let before: Vec<Stop> =
            others().filter(|other| other.end <= start).filter(same_day).copied().collect();
        let after: Vec<Stop> =
            others().filter(|other| other.start >= end).filter(same_day).copied().collect();
        self.arrival(duty, &before, place, start, &mut blocks);
        self.onward(duty, &after, place, end, &mut blocks);
        blocks
    }

    /// What depends on the start alone: now, the window, the hours, the calendar.
    fn timely(&self, demand: &Demand, person: usize, start: i64) -> Vec<Block> {
        let at = instant(start);
        let mut blocks = Vec::new();
        if start < self.now {
            blocks.push(Block::of(Refusal::InThePast, Measure::At(at), Measure::At(self.board.now)));
        }
        if let Some(refusal) = rules::window::check(demand.window, at) {
            let window = demand.window;
            let limit = if at < window.start() { window.start() } else { window.end() };
            blocks.push(Block::of(refusal, Measure::At(at), Measure::At(limit)));
        }
        let next = self.open.partition_point(|(_, close)| *close <= start);
        if self.open.get(next).is_none_or(|(open, _)| start < *open) {
            let opens = self.open.get(next).map(|open| open.0);
            let closed = next.checked_sub(1).map(|last| self.open[last].1);
            let limit = opens.or(closed).map_or(Measure::Unmeasured, |limit| Measure::At(instant(limit)));
            blocks.push(Block::of(Refusal::OutsideHours, Measure::At(at), limit));
        }
        let Ok(visit) = Span::lasting(at, demand.duration) else { return blocks };
        let shifts = || self.shifts_of[person].iter().copied();
        if let Some(refusal) = rules::calendar::check(&self.board.company, shifts(), visit) {
            let nearest = nearest_shift(&refusal, shifts(), visit);
            let limit = nearest.map_or(Measure::Unmeasured, Measure::During);
            blocks.push(Block::of(refusal, Measure::During(visit), limit));
        }
        blocks
    }

    /// The way from the stop before.
    pub(crate) fn arrival(
        &self,
        duty: &Duty,
        before: &[Stop],
        place: crate::places::Place,
        start: i64,
        blocks: &mut Vec<Block>,
    ) {
        let last = before.iter().rposition(|other| other.place.is_some());
        let (until_there, rests) = before.split_at(last.map_or(0, |last| last + 1));
        let left = until_there.iter().map(|other| other.end).max().unwrap_or(duty.start);
        let from = last.and_then(|last| before[last].place);
        let Some(drive) = self.places.drive(from.unwrap_or(duty.leaves), place) else {
            blocks.push(Block::unmeasured(Refusal::Unreachable));
            return;
        };
        if from.is_some() {
            blocks.extend(too_long(duty, drive));
        }
        let ready = drive_and_rest(left.max(self.now.min(start)), rests, drive).1;
        if ready > start {
            let late_by = SignedDuration::from_secs(ready - start);
            let (actual, limit) = (Measure::At(instant(ready)), Measure::At(instant(start)));
            blocks.push(Block::of(Refusal::ArrivesLate { late_by }, actual, limit));
        }
    }

    /// The way to the stop after, or home.
    pub(crate) fn onward(
        &self,
        duty: &Duty,
        after: &[Stop],
        place: crate::places::Place,
        end: i64,
        blocks: &mut Vec<Block>,
    ) {
        let next = after.iter().position(|other| other.place.is_some());
        let rests = &after[..next.unwrap_or(after.len())];
        let there = next.and_then(|next| after[next].place);
        let Some(drive) = self.places.drive(place, there.unwrap_or(duty.returns)) else {
            blocks.push(Block::unmeasured(Refusal::Unreachable));
            return;
        };
        if let Some(next) = next {
            blocks.extend(too_long(duty, drive));
            let (ready, begins) = (drive_and_rest(end, rests, drive).1, after[next].start);
            if ready > begins {
                let late_by = SignedDuration::from_secs(ready - begins);
                let (actual, limit) = (Measure::At(instant(ready)), Measure::At(instant(begins)));
                blocks.push(Block::of(Refusal::NextArrivesLate { late_by }, actual, limit));
            }
            return;
        }
        if let Some(limit) =
            self.board.company.settings.max_drive_home.filter(|limit| drive > limit.as_secs())
        {
            let drive = SignedDuration::from_secs(drive);
            let (actual, most) = (Measure::Lasting(drive), Measure::Lasting(limit));
            blocks.push(Block::of(Refusal::DriveHomeTooLong { drive, limit }, actual, most));
        }
        let home = drive_and_rest(end, rests, drive).0;
        if home > duty.home_by {
            let (actual, limit) = (Measure::At(instant(home)), Measure::At(instant(duty.home_by)));
            blocks.push(Block::of(Refusal::NoShift, actual, limit));
        }
    }

    fn in_the_way(&self, kind: StopKind) -> Refusal {
        match kind {
            StopKind::Visit(appointment) => {
                let task = self.task(appointment).expect("a stop of this problem is one of its tasks");
                let visit = self.visit_of(task).expect("the task of a visit has the visit");
                let locked = !self.tasks[task].movable;
                Refusal::VisitInTheWay { appointment, job: visit.job.number, locked }
            }
            StopKind::Event(id) => {
                let event = self.board.event(id).expect("a stop of this problem is on its board");
                Refusal::EventInTheWay { event: id, title: event.title.clone() }
            }
            StopKind::Reservation(reservation) => Refusal::ReservationInTheWay { reservation },
        }
    }
}

fn during(start: i64, end: i64) -> Measure {
    Span::new(instant(start), instant(end)).map_or(Measure::At(instant(start)), Measure::During)
}

fn too_long(duty: &Duty, drive: i64) -> Option<Block> {
    (drive > duty.max_drive).then(|| {
        let (drive, limit) = (SignedDuration::from_secs(drive), SignedDuration::from_secs(duty.max_drive));
        let refusal = Refusal::DriveTooLong { drive, limit };
        Block::of(refusal, Measure::Lasting(drive), Measure::Lasting(limit))
    })
}

/// The calendar entry a refusal speaks about: the time off that is hit, or the nearest shift of the kind that counts.
fn nearest_shift<'s>(
    refusal: &Refusal,
    shifts: impl Iterator<Item = &'s Shift>,
    visit: Span,
) -> Option<Span> {
    let speaks_about = |shift: &&Shift| match (&shift.kind, refusal) {
        (ShiftKind::TimeOff { .. }, Refusal::OnTimeOff { .. }) => shift.span.overlaps(&visit),
        (ShiftKind::OnCall, Refusal::OnCallOnly) | (ShiftKind::Normal, Refusal::NoShift) => true,
        _ => false,
    };
    let away = |span: &Span| span.start().duration_since(visit.start()).abs();
    shifts.filter(speaks_about).map(|shift| shift.span).min_by_key(away)
}
