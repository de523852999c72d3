//! A sketch: the duties of a problem with some stops taken out, put in or shifted.

use crate::fit::Opening;
use crate::objective::Delta;
use crate::problem::{Ask, Problem, Standing, Stop};
use domain::board::StopKind;
use std::ops::RangeInclusive;

/// Which stops a sketch sees, and which of them it may move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// What people placed; promises without a technician give way afterwards.
    Schedule,
    /// Everything that takes time, promises included.
    Promises,
}

/// Changed duties over those of the problem.
#[derive(Clone)]
pub(crate) struct Sketch<'p, 'a> {
    pub(crate) problem: &'p Problem<'a>,
    view: View,
    changed: Vec<(usize, Vec<Stop>)>,
}

impl<'p, 'a> Sketch<'p, 'a> {
    pub(crate) fn new(problem: &'p Problem<'a>, view: View) -> Sketch<'p, 'a> {
        Sketch { problem, view, changed: Vec::new() }
    }

    /// The stops of a duty, by start.
    pub(crate) fn stops(&self, duty: usize) -> std::borrow::Cow<'_, [Stop]> {
        if let Some((_, stops)) = self.changed.iter().find(|(changed, _)| *changed == duty) {
            return stops.into();
        }
        let duty = &self.problem.duties[duty];
        match self.view {
            View::Promises if !duty.soft.is_empty() => merged(&duty.firm, &duty.soft, None).into(),
            _ => duty.firm.as_slice().into(),
        }
    }

    /// What it sees.
    pub(crate) fn view(&self) -> View {
        self.view
    }

    /// Driving that a placing adds, seconds; none for work without a place.
    pub(crate) fn detour(&self, placing: Placing) -> Option<i64> {
        let (problem, stops) = (self.problem, self.stops(placing.duty));
        let ask = &problem.tasks[placing.task].ask;
        let (start, end) = (placing.start, placing.start + ask.length);
        let at = stops.partition_point(|other| (other.start, other.end) <= (start, end));
        Some(problem.detour(&problem.duties[placing.duty], &stops, at, ask.place?))
    }

    /// The duties that differ from those of the problem.
    pub(crate) fn changed_duties(&self) -> impl Iterator<Item = usize> {
        self.changed.iter().map(|(duty, _)| *duty)
    }

    /// Where a task stands in this view.
    pub(crate) fn standing(&self, task: usize) -> Option<Standing> {
        let task = &self.problem.tasks[task];
        match self.view {
            View::Schedule => task.firm,
            View::Promises => task.firm.or(task.soft),
        }
    }

    /// Whether a task may be moved to make room.
    pub(crate) fn gives_way(&self, task: usize) -> bool {
        let task = &self.problem.tasks[task];
        match self.view {
            View::Schedule => task.firm.is_some() && task.movable,
            View::Promises => task.firm.is_none() && task.soft.is_some(),
        }
    }

    /// Whether the promises of a duty still fit where they stand.
    pub(crate) fn keeps_promises(&self, duty: usize) -> bool {
        let (problem, whole) = (self.problem, &self.problem.duties[duty]);
        whole.soft.iter().all(|stop| {
            let Some(task) = stop.task else { return false };
            let ask = &problem.tasks[task].ask;
            let others = merged(&self.stops(duty), &whole.soft, Some(stop.kind));
            let mut fits = false;
            problem.openings(whole, &others, ask, |opening| {
                fits |= opening.room.0 <= stop.start && stop.start <= opening.room.1;
            });
            fits
        })
    }

    /// Takes a task out; the driving this saves counts negative. None when its neighbours would not reach each other.
    pub(crate) fn without(&self, task: usize) -> Option<(Sketch<'p, 'a>, Delta)> {
        let at = self.standing(task)?;
        if let Some(duty) = self.problem.duty_at(at) {
            let stops = self.stops(duty);
            let index = stops.iter().position(|stop| stop.task == Some(task))?;
            if !self.problem.joins(&self.problem.duties[duty], &stops, index) {
                return None;
            }
        }
        self.lifted(task)
    }

    /// The gaps that something has to fill when a task is taken out, because the stops before and after it do not reach each
    /// other; none when they do.
    pub(crate) fn torn_by(&self, task: usize) -> Option<RangeInclusive<usize>> {
        let duty = self.problem.duty_at(self.standing(task)?)?;
        let stops = self.stops(duty);
        let index = stops.iter().position(|stop| stop.task == Some(task))?;
        if self.problem.joins(&self.problem.duties[duty], &stops, index) {
            return None;
        }
        let before = stops[..index].iter().rposition(|stop| stop.place.is_some());
        let after = stops[index + 1..].iter().position(|stop| stop.place.is_some());
        Some(before.map_or(0, |before| before + 1)..=after.map_or(stops.len() - 1, |after| index + after))
    }

    /// Takes a task out, whatever becomes of its neighbours. A task outside every shift is on nobody's route.
    pub(crate) fn lifted(&self, task: usize) -> Option<(Sketch<'p, 'a>, Delta)> {
        let at = self.standing(task)?;
        let problem = self.problem;
        let lost = Delta { value: -problem.value(&problem.tasks[task].ask, at.person), ..Delta::default() };
        let Some(duty) = problem.duty_at(at) else { return Some((self.clone(), lost)) };
        let mut stops = self.stops(duty).into_owned();
        let index = stops.iter().position(|stop| stop.task == Some(task))?;
        let place = stops.remove(index).place;
        let drive = place.map_or(0, |place| -problem.detour(&problem.duties[duty], &stops, index, place));
        Some((self.with_stops(duty, stops), Delta { drive, ..lost }))
    }

    /// Puts a task in.
    pub(crate) fn with(&self, placing: Placing) -> Sketch<'p, 'a> {
        let mut stops = self.stops(placing.duty).into_owned();
        let stop = self.problem.stop_at(placing.task, placing.start);
        let index = stops.partition_point(|other| (other.start, other.end) <= (stop.start, stop.end));
        stops.insert(index, stop);
        self.with_stops(placing.duty, stops)
    }

    /// Puts in work that is not on the board.
    pub(crate) fn with_ask(&self, duty: usize, start: i64, ask: &Ask) -> Sketch<'p, 'a> {
        let mut stops = self.stops(duty).into_owned();
        let end = start + ask.length;
        let kind = ask.itself.unwrap_or(NEW);
        let stop = Stop { kind, task: None, start, end, place: ask.place, range: None };
        let index = stops.partition_point(|other| (other.start, other.end) <= (start, end));
        stops.insert(index, stop);
        self.with_stops(duty, stops)
    }

    fn with_stops(&self, duty: usize, stops: Vec<Stop>) -> Sketch<'p, 'a> {
        let mut changed: Vec<_> = self.changed.iter().filter(|(other, _)| *other != duty).cloned().collect();
        changed.push((duty, stops));
        Sketch { problem: self.problem, view: self.view, changed }
    }

    /// Every opening for `ask` in a duty, with the driving it adds to what this view sees. On the schedule, openings
    /// that leave the promises of the duty alone come first; where there is none, those that need them to give way.
    pub(crate) fn openings(&self, duty: usize, ask: &Ask, mut found: impl FnMut(Opening, bool)) -> u64 {
        let (problem, whole) = (self.problem, &self.problem.duties[duty]);
        let stops = self.stops(duty);
        if self.view == View::Promises || !whole.soft.iter().any(|stop| Some(stop.kind) != ask.itself) {
            return problem.openings(whole, &stops, ask, |opening| found(opening, false));
        }
        let mut rooms = Vec::new();
        let mut looked = problem.openings(whole, &stops, ask, |opening| rooms.push(opening));
        let all = merged(&stops, &whole.soft, ask.itself);
        looked += problem.openings(whole, &all, ask, |opening| {
            // A promise may be the bridge between two places that are too far apart without it.
            let on_schedule = |room: &&Opening| room.room.0 <= opening.start && opening.start <= room.room.1;
            if let Some(room) = rooms.iter().find(on_schedule) {
                found(Opening { start: opening.start, ..*room }, false);
            }
        });
        for opening in rooms {
            // Whether a promise can give way depends on the start, so several are tried.
            let mut start = Some(opening.start);
            while let Some(at) = start {
                found(Opening { start: at, ..opening }, true);
                start = problem.first_start(whole, at + GIVE_WAY_STEP, opening.room.1, ask);
            }
        }
        looked
    }

    /// What it brings to put a task with a technician at a start, next to the driving.
    pub(crate) fn placed(&self, task: usize, at: Standing, drive: i64) -> Delta {
        let problem = self.problem;
        let (whole, before) = (&problem.tasks[task], self.standing(task));
        let value = problem.value(&whole.ask, at.person);
        let terms = &problem.terms;
        match before {
            _ if self.view == View::Promises => Delta { value, drive, moves: 1, ..Delta::default() },
            Some(before) => {
                let disturbance = terms.disturbance(whole.told, before.person == at.person);
                Delta { value, drive, disturbance, moves: 1, ..Delta::default() }
            }
            None => {
                let service = terms.service(whole.urgency);
                Delta { jobs: 1, value, drive, service, moves: 1, ..Delta::default() }
            }
        }
    }
}

/// Seconds between the starts that are tried where a promise has to give way.
const GIVE_WAY_STEP: i64 = 900;

/// Stands for work that is not on the board yet; real ids are positive.
const NEW: StopKind = StopKind::Visit(domain::AppointmentId(0));

/// A task with its new place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placing {
    pub(crate) task: usize,
    pub(crate) duty: usize,
    pub(crate) start: i64,
}

fn merged(firm: &[Stop], soft: &[Stop], except: Option<StopKind>) -> Vec<Stop> {
    let soft = soft.iter().filter(|stop| except.is_none() || Some(stop.kind) != except);
    // A promise that was put on the schedule in this sketch stands there, no longer where it was promised.
    let soft = soft.filter(|stop| firm.iter().all(|placed| placed.kind != stop.kind));
    let mut all: Vec<Stop> = firm.iter().chain(soft).copied().collect();
    all.sort_by_key(|stop| (stop.start, stop.end));
    all
}
