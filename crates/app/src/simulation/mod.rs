//! What happens next on a simulated day: technicians set out, arrive, run over and finish, and requests come in.
//!
//! [`Simulation::next_steps`] looks at the board and the clock and says what has happened since it was asked last; the
//! caller makes the moves and receives the requests through the same use cases as everybody else. Each visit has its
//! own luck, drawn from the seed and the visit's id, so that the same day with the same decisions runs the same way
//! however often it is asked.

mod invented;

use crate::sample::Chance;
use crate::sample::request::Request;
use domain::board::Visit;
use domain::moves::Step;
use domain::{
    AppointmentId, AppointmentState, Board, DriveTimes, Move, Point, SignedDuration, Span, Technician,
    Timestamp,
};
use std::collections::VecDeque;

/// So many requests may come in between two looks; after a long pause the rest is forgotten.
const MAX_REQUESTS: usize = 20;
/// Nobody starts work longer than this before the planned start.
const MAX_EARLY: SignedDuration = SignedDuration::from_mins(10);

/// A simulated day.
#[derive(Debug, Clone)]
pub struct Simulation {
    seed: u64,
    chance: Chance,
    waiting: VecDeque<Request>,
    /// Whether anybody asks for work.
    asked: bool,
    looked: Option<Timestamp>,
    next_request: Option<Timestamp>,
}

/// Something that happens.
#[derive(Debug, Clone, PartialEq)]
pub enum SimEvent {
    /// A technician's step; always [`Move::Advance`].
    Advance(Move),
    /// Somebody asks for work.
    Request(NewRequest),
}

/// A request that comes in.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRequest {
    /// When.
    pub at: Timestamp,
    /// What; its `minutes_ago` says nothing.
    pub request: Request,
    /// Whether it was put together by the simulation rather than written by a person; people are told.
    pub simulated: bool,
}

impl Simulation {
    /// A day of a seed.
    pub fn new(seed: u64) -> Simulation {
        Simulation {
            seed,
            chance: Chance::stream(seed, 0),
            waiting: VecDeque::new(),
            asked: true,
            looked: None,
            next_request: None,
        }
    }

    /// With requests that come in first, in their order.
    #[must_use]
    pub fn with_waiting(mut self, requests: impl IntoIterator<Item = Request>) -> Simulation {
        self.waiting.extend(requests);
        self
    }

    /// A day on which technicians go their way and nobody asks for work: a demo that is left alone stays plausible, and
    /// nothing comes in that people did not send themselves.
    #[must_use]
    pub fn without_requests(self) -> Simulation {
        Simulation { asked: false, ..self }
    }

    /// What has happened since the last look, in order of time. `board` is that of the date of `now` in company time.
    ///
    /// Nothing happened before the last look: a technician who should have left long ago leaves now.
    pub fn next_steps(&mut self, board: &Board, drives: &dyn DriveTimes, now: Timestamp) -> Vec<SimEvent> {
        let since = self.looked.replace(now).unwrap_or(now).min(now);
        let mut events: Vec<(Timestamp, SimEvent)> = Vec::new();
        for technician in &board.technicians {
            let steps = Walk { seed: self.seed, board, drives, technician, since, now }.steps();
            events.extend(steps.into_iter().map(|(at, change)| (at, SimEvent::Advance(change))));
        }
        if self.asked {
            events.extend(self.requests(board, now).into_iter().map(|new| (new.at, SimEvent::Request(new))));
        }
        // The sort is stable: the steps of one technician keep their order.
        events.sort_by_key(|(at, _)| *at);
        events.into_iter().map(|(_, event)| event).collect()
    }

    fn requests(&mut self, board: &Board, now: Timestamp) -> Vec<NewRequest> {
        let mut came = Vec::new();
        let mut due = match self.next_request {
            Some(due) => due,
            None => now + self.pause(board, now),
        };
        while due <= now && came.len() < MAX_REQUESTS {
            let written = self.waiting.pop_front();
            let simulated = written.is_none();
            if let Some(request) = written.or_else(|| invented::request(board, &mut self.chance)) {
                came.push(NewRequest { at: due, request, simulated });
            }
            due += self.pause(board, due);
        }
        self.next_request = Some(if came.len() == MAX_REQUESTS { due.max(now) } else { due });
        came
    }

    /// The time to the next request: minutes while the company is open, the better part of an hour while it is closed.
    fn pause(&mut self, board: &Board, at: Timestamp) -> SignedDuration {
        let zone = board.company.zone_of_time();
        let open =
            board.company.hours.on(board.company.date(at), &zone).is_some_and(|open| open.contains(at));
        let (least, most) = if open { (90, 960) } else { (1_200, 4_800) };
        SignedDuration::from_secs(self.chance.between(least, most))
    }
}

/// One technician's way through the day.
struct Walk<'a> {
    seed: u64,
    board: &'a Board,
    drives: &'a dyn DriveTimes,
    technician: &'a Technician,
    since: Timestamp,
    now: Timestamp,
}

/// What chance has in store for a visit.
struct Luck {
    /// Leaves so long before it would be necessary.
    early: SignedDuration,
    /// The drive takes this share of the expected time, in percent, and then so much longer.
    drive_percent: i32,
    delay: SignedDuration,
    /// The work takes this share of the planned time, in percent.
    work_percent: i32,
}

impl Luck {
    fn of(seed: u64, visit: AppointmentId) -> Luck {
        let mut chance = Chance::stream(seed, visit.0.unsigned_abs());
        let minutes = SignedDuration::from_mins;
        let held_up = if chance.percent(8) { chance.between(12, 30) } else { 0 };
        let runs_over = if chance.percent(9) { chance.between(20, 60) } else { 0 };
        Luck {
            early: minutes(chance.between(2, 9)),
            drive_percent: chance.near_middle(88, 128) as i32,
            delay: minutes(chance.between(0, 3) + held_up),
            work_percent: (chance.near_middle(72, 122) + runs_over) as i32,
        }
    }
}

impl Walk<'_> {
    /// The steps up to now, in order.
    fn steps(&self) -> Vec<(Timestamp, Move)> {
        let mut steps = Vec::new();
        let Some(day) = self.day() else { return steps };
        let (mut free, mut here) = (day.start(), self.technician.start_point());
        for visit in self.visits(day) {
            let id = visit.appointment.id;
            let luck = Luck::of(self.seed, id);
            let mut state = visit.appointment.state.clone();
            let place = visit.location.point.unwrap_or(here);
            let mut take = |at: Timestamp, step: fn(Timestamp) -> Step| {
                let at = at.max(self.since);
                let happened = at <= self.now;
                if happened {
                    steps.push((at, Move::Advance { appointment: id, step: step(at) }));
                }
                happened.then_some(at)
            };
            if let AppointmentState::Assigned { placement } = state {
                let leave = self.leaves(free, here, place, placement.start, &luck);
                let Some(at) = take(leave, |at| Step::Dispatch { at }) else { break };
                state = AppointmentState::Dispatched { placement, at };
            }
            if let AppointmentState::Dispatched { placement, at } = state {
                let on_the_road = self.drive(here, place) * luck.drive_percent / 100 + luck.delay;
                let not_before = visit.appointment.window.start().max(placement.start - MAX_EARLY);
                let arrives = (at + on_the_road).max(not_before);
                let Some(arrived) = take(arrives, |at| Step::Arrive { at }) else { break };
                state = AppointmentState::Working { placement, arrived };
            }
            match state {
                AppointmentState::Working { arrived, .. } => {
                    let finishes = arrived + visit.appointment.duration * luck.work_percent / 100;
                    let Some(finished) = take(finishes, |at| Step::Finish { at }) else { break };
                    (free, here) = (finished, place);
                }
                AppointmentState::Done { finished, .. } => (free, here) = (free.max(finished), place),
                // Somebody paused the work, and somebody has to go on with it.
                _ => break,
            }
        }
        steps
    }

    /// When the technician sets out: in time for the start, after the work before and the events before it.
    fn leaves(&self, free: Timestamp, here: Point, place: Point, start: Timestamp, luck: &Luck) -> Timestamp {
        let events = self.board.events.iter().filter(|event| event.technician == self.technician.id);
        let free = events
            .filter(|event| event.span.start() < start && free < event.span.end())
            .map(|event| event.span.end())
            .fold(free, Timestamp::max);
        (start - self.drive(here, place) - luck.early).max(free)
    }

    /// The visits of the day that people gave to the technician, by planned start, those that have begun first.
    fn visits(&self, day: Span) -> Vec<&Visit> {
        let mut visits: Vec<(bool, Timestamp, &Visit)> = self
            .board
            .visits
            .iter()
            .filter_map(|visit| {
                let state = &visit.appointment.state;
                let placement = state.placement()?;
                let here = placement.technician == self.technician.id && day.contains(placement.start);
                here.then_some((!state.has_begun(), placement.start, visit))
            })
            .collect();
        visits.sort_by_key(|(waits, start, visit)| (*waits, *start, visit.appointment.id));
        visits.into_iter().map(|(_, _, visit)| visit).collect()
    }

    fn day(&self) -> Option<Span> {
        let zone = self.board.company.zone_of_time();
        Span::day(self.board.company.date(self.now), &zone).ok()
    }

    fn drive(&self, from: Point, to: Point) -> SignedDuration {
        self.drives.drive(from, to).unwrap_or(SignedDuration::ZERO)
    }
}

#[cfg(test)]
mod tests;
