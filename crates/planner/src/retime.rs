//! Making room by shifting neighbours inside their own windows, to the right or to the left.

use crate::fit::{drive_and_rest, latest_leave};
use crate::objective::Delta;
use crate::problem::{Ask, Duty, Problem, Standing, Stop};
use crate::search::{Candidate, Search};
use crate::sketch::{Placing, Sketch};
use domain::board::StopKind;

/// A stop that has to shift, by its index, and its new start.
type Shifts = Vec<(usize, i64)>;

impl<'p, 'a> Search<'_, 'p, 'a> {
    /// Tries every gap of `duties`, with the later neighbours pushed later and with the earlier ones pulled earlier.
    pub(crate) fn retimed(&mut self, base: &Sketch<'p, 'a>, saved: Delta, duties: &[usize]) {
        let problem = self.problem;
        let ask = &problem.tasks[self.task].ask;
        for duty in duties {
            let stops = base.stops(*duty);
            let whole = &problem.duties[*duty];
            for at in 0..=stops.len() {
                if self.spent() {
                    return;
                }
                self.found.gaps += 2;
                let later = problem.push_later(whole, &stops, at, ask);
                let earlier = problem.pull_earlier(whole, &stops, at, ask);
                for (start, shifts) in later.into_iter().chain(earlier) {
                    if !shifts.is_empty() && shifts.len() < self.most_moves as usize {
                        self.add_retimed(base, saved, *duty, (at, start), &shifts);
                    }
                }
            }
        }
    }

    fn add_retimed(
        &mut self,
        base: &Sketch<'p, 'a>,
        saved: Delta,
        duty: usize,
        (at, start): (usize, i64),
        shifts: &Shifts,
    ) {
        let problem = self.problem;
        let whole = &problem.duties[duty];
        let stops = base.stops(duty);
        let Some(place) = problem.tasks[self.task].ask.place else { return };
        let standing = Standing { person: whole.person, start };
        if base.standing(self.task) == Some(standing) {
            return;
        }
        let drive = problem.detour(whole, &stops, at, place);
        let mut delta = saved + base.placed(self.task, standing, drive);
        let mut placings = self.placed.clone();
        placings.push(Placing { task: self.task, duty, start });
        let mut events = Vec::new();
        for (index, to) in shifts {
            let stop = stops[*index];
            let told = stop.task.is_some_and(|task| problem.tasks[task].told);
            delta.disturbance += problem.terms.disturbance(told, true);
            match (stop.task, stop.kind) {
                // What was just placed stays where it is.
                (Some(task), _) if self.placed.iter().any(|placing| placing.task == task) => return,
                (Some(task), _) => {
                    placings.push(Placing { task, duty, start: *to });
                    delta.moves += 1;
                }
                (None, StopKind::Event(event)) => events.push((event, *to)),
                (None, _) => return,
            }
        }
        let score = problem.terms.score(delta);
        // Whether promises have to give way is not looked at here: verification finds out.
        let displaces = !whole.soft.is_empty();
        self.found.candidates.push(Candidate { placings, shifts: events, delta, score, displaces });
    }
}

impl Problem<'_> {
    /// `ask` as early as the stops before `at` allow, and what has to start later because of it.
    fn push_later(&self, duty: &Duty, stops: &[Stop], at: usize, ask: &Ask) -> Option<(i64, Shifts)> {
        let place = ask.place?;
        let before = &stops[..at];
        let last = before.iter().rposition(|stop| stop.place.is_some());
        let over = before.iter().map(|stop| stop.end).max().unwrap_or(duty.start).max(self.now);
        let (left, from) = match last {
            Some(last) => {
                let over = before[..=last].iter().map(|stop| stop.end).max();
                (over.unwrap_or(duty.start).max(self.now), before[last].place?)
            }
            None => (duty.start.max(self.now), duty.leaves),
        };
        let drive = self.places.drive(from, place)?;
        if last.is_some() && drive > duty.max_drive {
            return None;
        }
        let rests = &before[last.map_or(0, |last| last + 1)..];
        let ready = drive_and_rest(left, rests, drive).1.max(over).max(ask.window.0);
        let start = self.first_start(duty, ready, self.last_of(duty, ask), ask)?;
        let mut walk = Walk { place, at: start + ask.length, over: start + ask.length, rests: Vec::new() };
        let mut shifts = Vec::new();
        for (index, stop) in stops.iter().enumerate().skip(at) {
            let Some(there) = stop.place else {
                let mut rest = *stop;
                if rest.start < walk.over {
                    shifts.push((index, rest.shift_to(round_up_minute(walk.over))?));
                }
                walk.over = rest.end;
                walk.rests.push(rest);
                continue;
            };
            let drive = self.places.drive(walk.place, there).filter(|drive| *drive <= duty.max_drive)?;
            let ready = drive_and_rest(walk.at, &walk.rests, drive).1.max(walk.over);
            if ready <= stop.start {
                return Some((start, shifts));
            }
            let mut moved = *stop;
            let to = match stop.task {
                Some(task) => {
                    let ask = &self.tasks[task].ask;
                    stop.range?;
                    self.first_start(duty, ready, self.last_of(duty, ask), ask)?
                }
                None => round_up_minute(ready),
            };
            shifts.push((index, moved.shift_to(to)?));
            walk = Walk { place: there, at: moved.end, over: moved.end, rests: Vec::new() };
        }
        let drive = self.places.drive(walk.place, duty.returns)?;
        let home = drive_and_rest(walk.at, &walk.rests, drive).0;
        (!self.too_far_from_home(drive) && home <= duty.home_by).then_some((start, shifts))
    }

    /// `ask` as late as the stops from `at` on allow, and what has to start earlier because of it.
    fn pull_earlier(&self, duty: &Duty, stops: &[Stop], at: usize, ask: &Ask) -> Option<(i64, Shifts)> {
        let place = ask.place?;
        let after = &stops[at..];
        let next = after.iter().position(|stop| stop.place.is_some());
        let rests = &after[..next.unwrap_or(after.len())];
        let leave = match next {
            Some(next) => {
                let drive = self.places.drive(place, after[next].place?);
                latest_leave(after[next].start, rests, drive.filter(|drive| *drive <= duty.max_drive)?)
            }
            None => {
                let drive = self.places.drive(place, duty.returns)?;
                if self.too_far_from_home(drive) {
                    return None;
                }
                latest_leave(duty.home_by, rests, drive)
            }
        };
        let leave = after.first().map_or(leave, |next| leave.min(next.start));
        let last = (leave - ask.length).min(self.last_of(duty, ask));
        let start = self.last_start(duty, ask.window.0.max(duty.start).max(self.now), last, ask)?;
        let mut shifts = Vec::new();
        let (mut there, mut begins, mut free_until) = (place, start, start);
        let mut rests: Vec<Stop> = Vec::new();
        for (index, stop) in stops[..at].iter().enumerate().rev() {
            let Some(from) = stop.place else {
                let mut rest = *stop;
                if rest.end > free_until {
                    shifts.push((index, rest.shift_to(free_until - (rest.end - rest.start))?));
                }
                free_until = rest.start;
                rests.insert(0, rest);
                continue;
            };
            let drive = self.places.drive(from, there).filter(|drive| *drive <= duty.max_drive)?;
            let leave = latest_leave(begins, &rests, drive).min(free_until);
            if stop.end <= leave {
                return Some((start, shifts));
            }
            let mut moved = *stop;
            let earliest = duty.start.max(self.now);
            let to = match stop.task {
                Some(task) => {
                    let ask = &self.tasks[task].ask;
                    stop.range?;
                    self.last_start(duty, ask.window.0.max(earliest), leave - (stop.end - stop.start), ask)?
                }
                None => leave - (stop.end - stop.start),
            };
            shifts.push((index, moved.shift_to(to)?));
            (there, begins, free_until) = (from, moved.start, moved.start);
            rests.clear();
        }
        let drive = self.places.drive(duty.leaves, there)?;
        let ready = drive_and_rest(duty.start.max(self.now), &rests, drive).1;
        (ready <= begins).then_some((start, shifts))
    }

    /// The last second at which `ask` may start in a duty, neighbours apart.
    fn last_of(&self, duty: &Duty, ask: &Ask) -> i64 {
        (ask.window.1 - 1).min(duty.until - 1).min(duty.home_by - ask.length)
    }
}

impl Stop {
    /// Shifts it, if it may stand there.
    fn shift_to(&mut self, start: i64) -> Option<i64> {
        let (earliest, latest) = self.range?;
        if start < earliest || latest < start {
            return None;
        }
        self.end += start - self.start;
        self.start = start;
        Some(start)
    }
}

struct Walk {
    place: crate::places::Place,
    at: i64,
    over: i64,
    rests: Vec<Stop>,
}

fn round_up_minute(at: i64) -> i64 {
    (at + 59).div_euclid(60) * 60
}
