//! Why this technician, and why not that one? And why not there?
//!
//! [`rank`] gives one verdict for every technician, [`explain`] one for every place in their days, too. Both look at
//! places with the code that suggests them, and name what is in the way with the numbers behind it ([`crate::judge`]).

use crate::fit::Gap;
use crate::judge::Block;
use crate::objective::{Delta, Score, Terms};
use crate::problem::{Duty, Problem, Standing, Stop, instant};
use crate::promises::Kept;
use crate::sketch::{Placing, Sketch, View};
use domain::board::StopKind;
use domain::{
    AppointmentId, Cents, Gain, Move, Placement, Refusal, ShiftKind, SignedDuration, Span, TechnicianId,
    Timestamp, rules,
};
use std::cmp::Reverse;

/// What the planner thinks of one technician for a visit.
#[derive(Debug, Clone, PartialEq)]
pub struct TechnicianVerdict {
    /// Who.
    pub technician: TechnicianId,
    /// Whether the visit is on this technician's schedule now.
    pub has_it: bool,
    /// The verdict.
    pub outcome: Outcome,
}

/// The verdict itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The best of all without moving anybody else; ties go to who has it now, then to the order of the board.
    Chosen {
        /// Where it would stand, or stands.
        at: Placement,
        /// What it changes against the board as it is.
        gain: Gain,
    },
    /// It fits, but is not the best.
    Feasible {
        /// The best place with this technician.
        at: Placement,
        /// What it changes against the board as it is.
        gain: Gain,
        /// More driving than with the chosen one; may be negative.
        extra_drive: SignedDuration,
        /// How much less it brings than with the chosen one, weighed by the dial; never negative.
        behind: Cents,
    },
    /// It does not fit.
    Blocked {
        /// The rules in the way: all that speak against the technician, or those at the place that comes nearest.
        /// Never empty.
        blocks: Vec<Block>,
    },
}

/// A technician's verdict, and one for every place in the working days that the visit's window touches.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The verdict about the technician: that of the best place.
    pub verdict: TechnicianVerdict,
    /// Every place between two stops, by time; empty when the technician has no shift then.
    pub places: Vec<PlaceVerdict>,
}

/// What the planner thinks of one place in a technician's day.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceVerdict {
    /// The stop before it; none at the start of the day.
    pub after: Option<StopKind>,
    /// The stop after it; none at the end of the day.
    pub before: Option<StopKind>,
    /// The start that was judged: the best one when it fits, the one that comes nearest when it does not.
    pub start: Timestamp,
    /// The verdict.
    pub outcome: Outcome,
}

/// One verdict for every technician of the board: the chosen one, then those it fits, best first, then the others in
/// the order of the board. Locks and the autolock are not asked: they speak about the visit, not about technicians.
/// Empty when there is no such visit.
pub fn rank(problem: &Problem<'_>, visit: AppointmentId) -> Vec<TechnicianVerdict> {
    let Some(task) = problem.task(visit) else { return Vec::new() };
    let look = Look::new(problem, task);
    let people = 0..problem.board.technicians.len();
    look.verdicts(people.map(|person| (person, look.best(person))).collect())
}

/// The same with a verdict for every place, in the same order.
pub fn explain(problem: &Problem<'_>, visit: AppointmentId) -> Vec<Explained> {
    let Some(task) = problem.task(visit) else { return Vec::new() };
    let look = Look::new(problem, task);
    let mut places: Vec<Vec<Looked>> = Vec::with_capacity(problem.board.technicians.len());
    let mut found = Vec::with_capacity(problem.board.technicians.len());
    for person in 0..problem.board.technicians.len() {
        let own = look.places(person);
        let fitting = own.iter().filter_map(|place| place.found.as_ref().ok());
        let best = fitting.min_by_key(|option| option.rank()).copied();
        found.push((person, best.ok_or_else(|| look.why_not(person, &own))));
        places.push(own);
    }
    let verdicts = look.verdicts(found);
    let chosen = verdicts.first().and_then(|first| match first.outcome {
        Outcome::Chosen { at, .. } => Some(at),
        Outcome::Feasible { .. } | Outcome::Blocked { .. } => None,
    });
    let best = chosen.and_then(|at| {
        let own = &places[problem.person(at.technician)?];
        own.iter().filter_map(|place| place.found.as_ref().ok()).min_by_key(|option| option.rank()).copied()
    });
    verdicts
        .into_iter()
        .map(|verdict| {
            let own = problem.person(verdict.technician).map(|person| std::mem::take(&mut places[person]));
            let told = |place: Looked| look.told(place, verdict.technician, chosen, best.as_ref());
            Explained { places: own.into_iter().flatten().map(told).collect(), verdict }
        })
        .collect()
}

/// A place with one technician.
#[derive(Debug, Clone, Copy)]
struct Found {
    person: usize,
    start: i64,
    displaces: bool,
    delta: Delta,
    score: Score,
}

impl Found {
    /// Best first: worth, then promises left alone, then the earlier start.
    fn rank(&self) -> (Reverse<Score>, bool, i64) {
        (Reverse(self.score), self.displaces, self.start)
    }
}

/// A gap, and what was found in it.
struct Looked {
    after: Option<StopKind>,
    before: Option<StopKind>,
    found: Result<Found, (i64, Vec<Block>)>,
}

/// One visit, looked at as if it were not on the schedule.
pub(crate) struct Look<'p, 'a> {
    problem: &'p Problem<'a>,
    task: usize,
    base: Sketch<'p, 'a>,
    saved: Delta,
    /// Where people put it.
    now_at: Option<Standing>,
    /// Whether a promise may lose its plan when the visit leaves.
    rests_on_it: bool,
}

impl<'p, 'a> Look<'p, 'a> {
    pub(crate) fn new(problem: &'p Problem<'a>, task: usize) -> Look<'p, 'a> {
        let base = Sketch::new(problem, View::Schedule);
        let now_at = problem.tasks[task].firm;
        let (base, saved) = now_at.and_then(|_| base.lifted(task)).unwrap_or((base, Delta::default()));
        let left = now_at.and_then(|at| problem.duty_at(at));
        let rests_on_it = left.is_some_and(|duty| !base.keeps_promises(duty));
        Look { problem, task, base, saved, now_at, rests_on_it }
    }

    /// The duties of a technician that the visit's window touches.
    fn duties(&self, person: usize) -> impl Iterator<Item = usize> {
        let (from, to) = self.problem.tasks[self.task].ask.window;
        let duties = &self.problem.duties;
        self.problem.duties_of[person]
            .clone()
            .filter(move |duty| duties[*duty].start < to && from < duties[*duty].until)
    }

    /// Everything that fits with a technician, gap by gap.
    fn fitting(&self, person: usize, duty: usize, mut found: impl FnMut(usize, Found)) {
        let problem = self.problem;
        let ask = &problem.tasks[self.task].ask;
        self.base.openings(duty, ask, |opening, displaces| {
            let at = Standing { person, start: opening.start };
            let delta = self.saved + self.base.placed(self.task, at, opening.drive);
            let score = problem.terms.score(delta);
            found(opening.at, Found { person, start: opening.start, displaces, delta, score });
        });
    }

    /// Where the visit stands nothing changes.
    fn stays(&self, person: usize) -> Option<Found> {
        let at = self.now_at.filter(|at| at.person == person)?;
        let delta = Delta::default();
        Some(Found {
            person,
            start: at.start,
            displaces: false,
            delta,
            score: self.problem.terms.score(delta),
        })
    }

    /// The best of several places that promises allow.
    ///
    /// # Errors
    /// Why the best one is refused; nothing when there is none.
    fn first_allowed(&self, mut found: Vec<Found>) -> Result<Found, Option<(i64, Vec<Block>)>> {
        found.sort_by_key(Found::rank);
        let mut refused = None;
        for option in found {
            let at = Standing { person: option.person, start: option.start };
            let needs_asking = option.displaces || self.rests_on_it && self.now_at != Some(at);
            if needs_asking && let Err(refusals) = self.try_it(at) {
                let blocks = refusals.into_iter().map(Block::unmeasured).collect();
                refused = refused.or(Some((option.start, blocks)));
                continue;
            }
            return Ok(option);
        }
        Err(refused)
    }

    /// The worth of the best place with a technician, if there is one.
    pub(crate) fn score(&self, person: usize) -> Option<Score> {
        if !self.problem.able(self.problem.tasks[self.task].ask.kind)[person] {
            return None;
        }
        let mut found: Vec<Found> = self.stays(person).into_iter().collect();
        for duty in self.duties(person) {
            self.fitting(person, duty, |_, option| found.push(option));
        }
        self.first_allowed(found).ok().map(|option| option.score)
    }

    /// Whether one technician is ranked before another: ties go to who has it now, then to the order of the board.
    pub(crate) fn beats(&self, one: (Score, usize), other: (Score, usize)) -> bool {
        let key = |(score, person): (Score, usize)| {
            (Reverse(score), self.now_at.is_none_or(|at| at.person != person), person)
        };
        key(one) < key(other)
    }

    /// The best place with a technician, or what is in the way.
    fn best(&self, person: usize) -> Result<Found, Vec<Block>> {
        let unable = self.unable(person);
        if !unable.is_empty() {
            return Err(unable);
        }
        let mut found: Vec<Found> = self.stays(person).into_iter().collect();
        for duty in self.duties(person) {
            self.fitting(person, duty, |_, option| found.push(option));
        }
        self.first_allowed(found)
            .map_err(|refused| refused.map_or_else(|| self.nearest(person), |(_, blocks)| blocks))
    }

    /// Every gap of a technician.
    fn places(&self, person: usize) -> Vec<Looked> {
        let unable = self.unable(person);
        let mut places = Vec::new();
        for duty in self.duties(person) {
            let stops = self.base.stops(duty);
            let whole = &self.problem.duties[duty];
            let mut found: Vec<Vec<Found>> = vec![Vec::new(); stops.len() + 1];
            if unable.is_empty() {
                let stays = self.stays(person).filter(|stays| {
                    self.problem.duty_at(Standing { person, start: stays.start }) == Some(duty)
                });
                if let Some(stays) = stays {
                    found[stops.partition_point(|stop| stop.start < stays.start)].push(stays);
                }
                self.fitting(person, duty, |at, option| found[at].push(option));
            }
            for (at, found) in found.into_iter().enumerate() {
                let found = self.first_allowed(found).map_err(|refused| {
                    refused.unwrap_or_else(|| {
                        let (start, blocks) = self.blocked(person, unable.is_empty(), whole, &stops, at);
                        (start, unable.iter().cloned().chain(blocks).collect())
                    })
                });
                let (after, before) = (at.checked_sub(1).map(|at| stops[at].kind), stops.get(at));
                places.push(Looked { after, before: before.map(|stop| stop.kind), found });
            }
        }
        places
    }

    /// Why a technician cannot have it, whatever the place.
    fn why_not(&self, person: usize, places: &[Looked]) -> Vec<Block> {
        let unable = self.unable(person);
        if !unable.is_empty() {
            return unable;
        }
        let promise = |block: &Block| matches!(block.refusal, Refusal::BreaksPromise { .. });
        let mut blocked = places.iter().filter_map(|place| place.found.as_ref().err());
        let promised = blocked.find(|(_, blocks)| blocks.iter().any(promise));
        promised.map_or_else(|| self.nearest(person), |(_, blocks)| blocks.clone())
    }

    /// Everything that speaks against a technician, whatever the time.
    fn unable(&self, person: usize) -> Vec<Block> {
        let problem = self.problem;
        if problem.able(problem.tasks[self.task].ask.kind)[person] {
            return Vec::new();
        }
        let Some(visit) = problem.visit_of(self.task) else { return Vec::new() };
        let demand = visit.demand();
        let date = problem.date(demand.window.start());
        let refusals = rules::able(&problem.board.company, &problem.board.technicians[person], &demand, date);
        refusals.into_iter().map(|refusal| Block::of_ability(refusal, date)).collect()
    }

    /// Whether the promises of others survive a placing.
    fn try_it(&self, at: Standing) -> Result<(), Vec<Refusal>> {
        let problem = self.problem;
        let Some(visit) = problem.visit_of(self.task) else { return Ok(()) };
        let Some(duty) = problem.duty_at(at).filter(|_| problem.tasks[self.task].movable) else {
            return Ok(());
        };
        match problem.promises_kept(&[Placing { task: self.task, duty, start: at.start }]) {
            Kept::All { .. } => Ok(()),
            Kept::Broken(holder) => Err(vec![problem.breaks_promise(holder)]),
            Kept::Unsure => {
                let technician = problem.board.technicians[at.person].id;
                let change = Move::Assign {
                    appointment: visit.appointment.id,
                    to: Placement { technician, start: instant(at.start) },
                    from: visit.appointment.state.placement(),
                };
                problem.rehearse(&[change]).map(|_| ())
            }
        }
    }

    /// What is in the way in one gap, at the start there that breaks the fewest rules, and then misses them by least.
    fn blocked(
        &self,
        person: usize,
        able: bool,
        duty: &Duty,
        stops: &[Stop],
        at: usize,
    ) -> (i64, Vec<Block>) {
        let problem = self.problem;
        let ask = &problem.tasks[self.task].ask;
        let gap = Gap::before(stops, at, duty.start.max(problem.now));
        let ready =
            ask.place.and_then(|place| problem.ready(duty, stops, &gap, place)).map(|(_, ready)| up(ready));
        let leave = ask.place.and_then(|place| problem.leave(duty, stops, at, place)).map(|(_, leave)| leave);
        // On whole minutes, as the planner plans: a fit between two of them is none.
        let first = up(gap.busy_until);
        let last = stops.get(at).map_or(i64::MAX, |next| {
            // Where it does not fit, being there in time names the one thing that is in the way.
            let reached = ready.filter(|ready| *ready < next.start).unwrap_or(first);
            down(next.start - ask.length).max(reached).max(first)
        });
        let mut tried = vec![first, up(ask.window.0), down(ask.window.1 - 1)];
        tried.extend(ready);
        tried.extend(leave.map(|leave| down(leave - ask.length)));
        for start in &mut tried {
            *start = (*start).clamp(first, last);
        }
        if able {
            return self
                .least(person, tried)
                .unwrap_or_else(|| (first, vec![Block::unmeasured(Refusal::NoShift)]));
        }
        // Who may not do it at all may still have the time.
        self.judged(person, tried).next().unwrap_or((first, Vec::new()))
    }

    /// The start inside the window that the fewest rules, and then the least lateness, forbid.
    fn nearest(&self, person: usize) -> Vec<Block> {
        let ask = &self.problem.tasks[self.task].ask;
        let first = up(ask.window.0.max(self.problem.now));
        let last = down(ask.window.1 - 1).max(first);
        let mut tried: Vec<i64> = Vec::new();
        for duty in self.duties(person) {
            let duty = &self.problem.duties[duty];
            let ends = duty.firm.iter().map(|stop| stop.end).chain([duty.start, self.problem.now]);
            let starts = duty.firm.iter().map(|stop| stop.start).chain([duty.home_by]);
            let starts = starts.map(|start| down(start - ask.length));
            tried.extend(ends.map(up).chain(starts).map(|at| at.clamp(first, last)));
        }
        let mut blocks =
            self.least(person, tried).map_or_else(|| vec![self.no_shift(person)], |(_, blocks)| blocks);
        // A place that no road leads to is unreachable both ways; once is enough.
        blocks.dedup();
        blocks
    }

    /// What is in the way at the start that breaks the fewest rules, and then misses them by least.
    fn least(&self, person: usize, tried: Vec<i64>) -> Option<(i64, Vec<Block>)> {
        self.judged(person, tried).find(|(_, blocks)| !blocks.is_empty())
    }

    /// Starts with what is in the way of each, the least first.
    fn judged(&self, person: usize, mut tried: Vec<i64>) -> impl Iterator<Item = (i64, Vec<Block>)> {
        tried.sort_unstable();
        tried.dedup();
        let judged = tried.into_iter().map(|start| (start, self.problem.judged(self.task, person, start)));
        let mut judged: Vec<(i64, Vec<Block>)> = judged.collect();
        judged.sort_by_key(|(_, blocks)| (blocks.len(), blocks.iter().map(Block::shortfall).sum::<i64>()));
        judged.into_iter()
    }

    /// Why a technician without a shift that is planned has none.
    fn no_shift(&self, person: usize) -> Block {
        let ask = &self.problem.tasks[self.task].ask;
        let (from, to) = (instant(ask.window.0), instant(ask.window.1 + ask.length));
        let shifts = &self.problem.shifts_of[person];
        let on_day = || shifts.iter().filter(|shift| shift.span.start() < to && from < shift.span.end());
        let off = on_day().find_map(|shift| match &shift.kind {
            ShiftKind::TimeOff { reason } => {
                Some((Refusal::OnTimeOff { reason: reason.clone() }, shift.span))
            }
            ShiftKind::Normal | ShiftKind::OnCall => None,
        });
        let on_call = || on_day().find(|shift| shift.kind == ShiftKind::OnCall);
        let named = off.or_else(|| on_call().map(|shift| (Refusal::OnCallOnly, shift.span)));
        match named {
            Some((refusal, span)) => Block::against_calendar(refusal, Span::new(from, to).ok(), span),
            None => Block::unmeasured(Refusal::NoShift),
        }
    }

    /// Ranks what was found with each technician.
    fn verdicts(&self, found: Vec<(usize, Result<Found, Vec<Block>>)>) -> Vec<TechnicianVerdict> {
        let problem = self.problem;
        let mut fitting = Vec::new();
        let mut blocked = Vec::new();
        for (person, found) in found {
            let technician = problem.board.technicians[person].id;
            let has_it = self.now_at.is_some_and(|at| at.person == person);
            match found {
                Ok(option) => fitting.push((has_it, technician, option)),
                Err(blocks) => {
                    let outcome = Outcome::Blocked { blocks };
                    blocked.push(TechnicianVerdict { technician, has_it, outcome });
                }
            }
        }
        fitting.sort_by_key(|(has_it, _, option)| (Reverse(option.score), !has_it));
        let best = fitting.first().map(|(_, _, option)| *option);
        let ranked = fitting.into_iter().enumerate().map(|(rank, (has_it, technician, option))| {
            let outcome = self.outcome(technician, option, best.filter(|_| rank > 0).as_ref());
            TechnicianVerdict { technician, has_it, outcome }
        });
        ranked.chain(blocked).collect()
    }

    /// The verdict on something that fits, `against` the chosen one when it is another.
    fn outcome(&self, technician: TechnicianId, option: Found, against: Option<&Found>) -> Outcome {
        let at = Placement { technician, start: instant(option.start) };
        let gain = self.problem.terms.gain(option.delta);
        match against {
            None => Outcome::Chosen { at, gain },
            Some(best) => Outcome::Feasible {
                at,
                gain,
                extra_drive: SignedDuration::from_secs(option.delta.drive - best.delta.drive),
                behind: Terms::cents(Score(best.score.0 - option.score.0)),
            },
        }
    }

    fn told(
        &self,
        place: Looked,
        technician: TechnicianId,
        chosen: Option<Placement>,
        best: Option<&Found>,
    ) -> PlaceVerdict {
        let Looked { after, before, found } = place;
        let (start, outcome) = match found {
            Ok(option) => {
                let is_chosen = chosen == Some(Placement { technician, start: instant(option.start) });
                (option.start, self.outcome(technician, option, best.filter(|_| !is_chosen)))
            }
            Err((start, blocks)) => (start, Outcome::Blocked { blocks }),
        };
        PlaceVerdict { after, before, start: instant(start), outcome }
    }
}

/// The whole minute at or after a second.
fn up(at: i64) -> i64 {
    (at + 59).div_euclid(60) * 60
}

/// The whole minute at or before a second.
fn down(at: i64) -> i64 {
    at.div_euclid(60) * 60
}
