//! Why this technician, and why not that one?

use crate::objective::{Delta, Score, Terms};
use crate::problem::{Problem, Standing, instant};
use crate::sketch::{Sketch, View};
use domain::board::How;
use domain::{
    Actor, AppointmentId, Cents, Gain, Move, Placement, Refusal, ShiftKind, SignedDuration, TechnicianId,
    rules,
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
        refusals: Vec<Refusal>,
    },
}

/// One verdict for every technician of the board: the chosen one, then those it fits, best first, then the others in
/// the order of the board. Locks and the autolock are not asked: they speak about the visit, not about technicians.
/// Empty when there is no such visit on the board.
pub fn explain(problem: &Problem<'_>, visit: AppointmentId) -> Vec<TechnicianVerdict> {
    let Some(task) = problem.task(visit) else { return Vec::new() };
    let base = Sketch::new(problem, View::Schedule);
    let now_at = problem.tasks[task].firm;
    let (base, saved) = now_at.and_then(|_| base.lifted(task)).unwrap_or((base, Delta::default()));
    let mut fitting = Vec::new();
    let mut blocked = Vec::new();
    for (person, technician) in problem.board.technicians.iter().enumerate() {
        let has_it = now_at.is_some_and(|at| at.person == person);
        match place(problem, &base, saved, task, person) {
            Ok(option) => fitting.push((has_it, technician.id, option)),
            Err(refusals) => blocked.push(TechnicianVerdict {
                technician: technician.id,
                has_it,
                outcome: Outcome::Blocked { refusals },
            }),
        }
    }
    fitting.sort_by_key(|(has_it, _, option)| (Reverse(option.score), !has_it));
    let best = fitting.first().map(|(_, _, option)| option.clone());
    let ranked = fitting.into_iter().enumerate().map(|(rank, (has_it, technician, option))| {
        let best = best.as_ref().unwrap_or(&option);
        let at = Placement { technician, start: instant(option.start) };
        let gain = problem.terms.gain(option.delta);
        let outcome = if rank == 0 {
            Outcome::Chosen { at, gain }
        } else {
            Outcome::Feasible {
                at,
                gain,
                extra_drive: SignedDuration::from_secs(option.delta.drive - best.delta.drive),
                behind: Terms::cents(Score(best.score.0 - option.score.0)),
            }
        };
        TechnicianVerdict { technician, has_it, outcome }
    });
    ranked.chain(blocked).collect()
}

/// The best place with one technician.
#[derive(Clone)]
struct Best {
    start: i64,
    delta: Delta,
    score: Score,
}

fn place(
    problem: &Problem<'_>,
    base: &Sketch<'_, '_>,
    saved: Delta,
    task: usize,
    person: usize,
) -> Result<Best, Vec<Refusal>> {
    let whole = &problem.tasks[task];
    if !problem.able(whole.ask.kind)[person] {
        return Err(unable(problem, task, person));
    }
    let mut places: Vec<(Reverse<Score>, bool, i64, Delta)> = Vec::new();
    if let Some(at) = whole.firm.filter(|at| at.person == person) {
        // Where it stands, nothing changes.
        let stays = Delta::default();
        places.push((Reverse(problem.terms.score(stays)), false, at.start, stays));
    }
    for duty in problem.duties_of[person].clone() {
        base.openings(duty, &whole.ask, |opening, displaces| {
            let delta = saved + base.placed(task, Standing { person, start: opening.start }, opening.drive);
            places.push((Reverse(problem.terms.score(delta)), displaces, opening.start, delta));
        });
    }
    places.sort_by_key(|(score, displaces, start, _)| (*score, *displaces, *start));
    // Promises may rest on a visit that leaves, too.
    let left = whole.firm.and_then(|at| problem.duty_at(at)).map(|duty| &problem.duties[duty]);
    let rests_on_it = left.is_some_and(|duty| !duty.soft.is_empty());
    let mut refused = None;
    for (score, displaces, start, delta) in places {
        let stays = whole.firm == Some(Standing { person, start });
        if (displaces || rests_on_it && !stays)
            && let Err(refusals) = try_it(problem, task, Standing { person, start })
        {
            refused = refused.or(Some(refusals));
            continue;
        }
        return Ok(Best { start, delta, score: score.0 });
    }
    Err(refused.unwrap_or_else(|| nearest(problem, task, person)))
}

/// Everything that speaks against a technician, whatever the time.
fn unable(problem: &Problem<'_>, task: usize, person: usize) -> Vec<Refusal> {
    let Some(visit) = problem.visit_of(task) else { return Vec::new() };
    let demand = visit.demand();
    let date = problem.date(demand.window.start());
    rules::able(&problem.board.company, &problem.board.technicians[person], &demand, date)
}

/// Applies the placing to a copy of the board, as a person would: promises may be in the way.
fn try_it(problem: &Problem<'_>, task: usize, at: Standing) -> Result<(), Vec<Refusal>> {
    let Some(visit) = problem.visit_of(task) else { return Ok(()) };
    if problem.board.keeps_still(visit).is_some() {
        return Ok(());
    }
    let technician = problem.board.technicians[at.person].id;
    let change = Move::Assign {
        appointment: visit.appointment.id,
        to: Placement { technician, start: instant(at.start) },
        from: visit.appointment.state.placement(),
    };
    problem.board.apply(&[change], &How::strictly(Actor::Planner), problem.drives).map(|_| ())
}

/// What the board says at the start with this technician that the fewest rules, and then the least lateness, forbid.
fn nearest(problem: &Problem<'_>, task: usize, person: usize) -> Vec<Refusal> {
    let Some(visit) = problem.visit_of(task) else { return Vec::new() };
    let (id, technician) = (visit.appointment.id, problem.board.technicians[person].id);
    let ask = &problem.tasks[task].ask;
    let day = (ask.window.0, ask.window.1 + ask.length);
    let mut tried: Vec<i64> = Vec::new();
    for duty in problem.duties_of[person].clone() {
        let duty = &problem.duties[duty];
        let ends = duty.firm.iter().map(|stop| stop.end).chain([duty.start, problem.now]);
        let starts = duty.firm.iter().map(|stop| stop.start - ask.length).chain([duty.home_by - ask.length]);
        // On whole minutes, as the planner plans: a fit between two of them is none.
        let ends = ends.map(|end| (end + 59).div_euclid(60) * 60);
        let starts = starts.map(|start| start.div_euclid(60) * 60);
        let first = (ask.window.0.max(problem.now) + 59).div_euclid(60) * 60;
        let last = ((ask.window.1 - 1).div_euclid(60) * 60).max(first);
        tried.extend(ends.chain(starts).map(|at| at.clamp(first, last)));
    }
    if tried.is_empty() {
        return vec![no_shift(problem, technician, day)];
    }
    tried.sort_unstable();
    tried.dedup();
    let judged = |start| {
        let at = Placement { technician, start: instant(start) };
        problem.board.judge_visit(id, at, problem.drives)
    };
    let mut refusals = tried
        .into_iter()
        .map(judged)
        .filter(|refusals| !refusals.is_empty())
        .min_by_key(|refusals| (refusals.len(), refusals.iter().map(shortfall).sum::<i64>()))
        .unwrap_or_else(|| vec![no_shift(problem, technician, day)]);
    // A place that no road leads to is unreachable both ways; once is enough.
    refusals.dedup();
    refusals
}

/// Why a technician without a shift that is planned has none.
fn no_shift(problem: &Problem<'_>, technician: TechnicianId, day: (i64, i64)) -> Refusal {
    let on_day =
        |shift: &&domain::Shift| shift.span.start() < instant(day.1) && instant(day.0) < shift.span.end();
    let shifts = || problem.board.shifts_of(technician).filter(on_day);
    let off = shifts().find_map(|shift| match &shift.kind {
        ShiftKind::TimeOff { reason } => Some(Refusal::OnTimeOff { reason: reason.clone() }),
        ShiftKind::Normal | ShiftKind::OnCall => None,
    });
    let on_call = || shifts().any(|shift| shift.kind == ShiftKind::OnCall).then_some(Refusal::OnCallOnly);
    off.or_else(on_call).unwrap_or(Refusal::NoShift)
}

/// By how many seconds a rule is missed; rules without a measure count an hour, a lock a day.
fn shortfall(refusal: &Refusal) -> i64 {
    match refusal {
        Refusal::ArrivesLate { late_by } | Refusal::NextArrivesLate { late_by } => late_by.as_secs(),
        Refusal::DriveTooLong { drive, limit } | Refusal::DriveHomeTooLong { drive, limit } => {
            (*drive - *limit).as_secs()
        }
        Refusal::OutsideWindow { by, .. } => by.abs().as_secs(),
        Refusal::VisitInTheWay { locked: true, .. } => 86_400,
        _ => 3_600,
    }
}
