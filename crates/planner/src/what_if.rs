//! What if? Ready plans for a day that goes wrong, made on a copy of the board.

use crate::checker;
use crate::measure;
use crate::objective::Delta;
use crate::problem::{Problem, instant};
use crate::promises::Kept;
use crate::search::{Budget, Chain, Search};
use crate::sketch::{Sketch, View};
use domain::board::{How, StopKind};
use domain::{
    Actor, AppointmentId, AppointmentState, Board, Cents, EventId, Gain, Move, NonJobEvent, Placement,
    Refusal, Settings, Shift, ShiftId, ShiftKind, SignedDuration, Span, TechnicianId, Visit,
};

/// What goes wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Disruption {
    /// A technician is sick, or the truck is down.
    Away {
        /// Who.
        technician: TechnicianId,
        /// From when until when.
        span: Span,
        /// In words: "sick".
        reason: String,
    },
    /// A technician runs late.
    Late {
        /// Who.
        technician: TechnicianId,
        /// By how much; positive.
        by: SignedDuration,
    },
    /// More work comes in.
    Storm {
        /// The new visits, with ids that are not on the board; nobody has them.
        visits: Vec<Visit>,
    },
}

/// What a plan is best at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Few customers have to be called again.
    FewestCalls,
    /// The technicians drive little.
    LeastDriving,
    /// The day brings much.
    MostValue,
}

/// A plan that can be carried out when it happens.
#[derive(Debug, Clone)]
pub struct ReadyPlan {
    /// What it is best at.
    pub goal: Goal,
    /// What a person would do, from the board as it is without the disruption.
    pub moves: Vec<Move>,
    /// Told customers whose visit gets another technician, another start or none.
    pub calls: u32,
    /// Visits that nobody can come for, and stay in the tray.
    pub left: Vec<AppointmentId>,
    /// What it brings against leaving the affected visits in the tray.
    pub gain: Gain,
    /// The copy after the disruption and the moves.
    pub board: Board,
}

/// Three plans for a disruption, each checked by [`crate::checker`]: with the fewest calls, the least driving, the most value.
///
/// # Errors
/// The technician is not on the board.
pub fn what_if(
    problem: &Problem<'_>,
    disruption: &Disruption,
    budget: &Budget,
) -> Result<Vec<ReadyPlan>, Refusal> {
    let board = problem.board;
    if let Disruption::Away { technician, .. } | Disruption::Late { technician, .. } = disruption
        && board.technician(*technician).is_none()
    {
        return Err(Refusal::UnknownTechnician { technician: *technician });
    }
    let (disrupted, affected) = disrupt(problem, disruption);
    let goals = [Goal::FewestCalls, Goal::LeastDriving, Goal::MostValue];
    Ok(goals.into_iter().map(|goal| ready(problem, &disrupted, &affected, goal, budget)).collect())
}

/// The copy on which it happened, and the visits that need another place.
fn disrupt(problem: &Problem<'_>, disruption: &Disruption) -> (Board, Vec<AppointmentId>) {
    let mut board = problem.board.clone();
    match disruption {
        Disruption::Away { technician, span, reason } => {
            let id = ShiftId(board.shifts.iter().map(|shift| shift.id.0).max().unwrap_or(0) + 1);
            let kind = ShiftKind::TimeOff { reason: reason.clone() };
            board.shifts.push(Shift { id, technician: *technician, span: *span, kind });
            let affected = lift(&mut board, |visit, at| {
                let length = visit.appointment.duration;
                at.technician == *technician && at.start < span.end() && span.start() < at.start + length
            });
            replan_promises(problem, &mut board, *technician);
            (board, affected)
        }
        Disruption::Late { technician, by } => {
            let affected = run_late(problem, &mut board, *technician, *by);
            replan_promises(problem, &mut board, *technician);
            (board, affected)
        }
        Disruption::Storm { visits } => {
            board.visits.extend(visits.iter().cloned());
            (board, visits.iter().map(|visit| visit.appointment.id).collect())
        }
    }
}

/// Takes assigned visits off the schedule, locks and all: who locked them did not know.
fn lift(board: &mut Board, affected: impl Fn(&Visit, Placement) -> bool) -> Vec<AppointmentId> {
    let mut lifted = Vec::new();
    for visit in &mut board.visits {
        if let AppointmentState::Assigned { placement } = visit.appointment.state
            && affected(visit, placement)
        {
            visit.appointment.state = AppointmentState::Unassigned { provisional: None };
            visit.appointment.lock = None;
            lifted.push(visit.appointment.id);
        }
    }
    lifted
}

/// Blocks the technician for as long as the delay, and lifts what that pushes over.
fn run_late(
    problem: &Problem<'_>,
    board: &mut Board,
    technician: TechnicianId,
    by: SignedDuration,
) -> Vec<AppointmentId> {
    let begun = board.visits.iter().filter(|visit| {
        visit.appointment.state.has_begun()
            && visit.appointment.state.placement().is_some_and(|at| at.technician == technician)
    });
    let busy = begun.filter_map(|visit| visit.appointment.projected_end(board.now)).max();
    let shift = board.shifts_of(technician).map(|shift| shift.span).filter(|span| span.end() > board.now);
    let begins = shift.map(|span| span.start()).min().unwrap_or(board.now);
    let from = busy.unwrap_or(begins).max(board.now);
    let Ok(span) = Span::lasting(from, by) else { return Vec::new() };
    board.events.push(NonJobEvent {
        id: EventId(board.events.iter().map(|event| event.id.0).max().unwrap_or(0) + 1),
        technician,
        span,
        title: "Running late".to_owned(),
        timesheet_code: None,
        movable_within: None,
        place: None,
    });
    let mut affected = Vec::new();
    // What is lifted makes room for what comes after it, so that only the first one in trouble goes each time.
    while let Some(visit) = first_in_trouble(problem, board, technician) {
        affected.extend(lift(board, |other, _| other.appointment.id == visit));
    }
    affected
}

/// The first visit of a technician that no longer fits where it stands, though it did.
fn first_in_trouble(problem: &Problem<'_>, board: &Board, technician: TechnicianId) -> Option<AppointmentId> {
    let mut standing: Vec<(Placement, AppointmentId)> = board
        .visits
        .iter()
        .filter_map(|visit| match visit.appointment.state {
            AppointmentState::Assigned { placement } if placement.technician == technician => {
                Some((placement, visit.appointment.id))
            }
            _ => None,
        })
        .collect();
    standing.sort_by_key(|(at, _)| at.start);
    let fits = |board: &Board, at: Placement, visit| board.judge_visit(visit, at, problem.drives).is_empty();
    let trouble = standing
        .into_iter()
        .find(|(at, visit)| !fits(board, *at, *visit) && fits(problem.board, *at, *visit));
    trouble.map(|(_, visit)| visit)
}

/// Promises that stood with the technician and no longer fit stand elsewhere, or nowhere.
fn replan_promises(problem: &Problem<'_>, board: &mut Board, technician: TechnicianId) {
    for index in 0..board.visits.len() {
        let visit = &board.visits[index];
        let AppointmentState::Unassigned { provisional: Some(at) } = visit.appointment.state else {
            continue;
        };
        let id = visit.appointment.id;
        if at.technician != technician || board.judge_visit(id, at, problem.drives).is_empty() {
            continue;
        }
        let demand = visit.demand();
        let provisional = board.provisional_place(StopKind::Visit(id), &demand, problem.drives);
        board.visits[index].appointment.state = AppointmentState::Unassigned { provisional };
    }
}

impl Goal {
    /// The settings that make a search look for it.
    fn settings(self, settings: &Settings) -> Settings {
        let mut settings = settings.clone();
        match self {
            Goal::FewestCalls => {
                settings.stability_price = settings.stability_price.max(Cents(PRICE_OF_A_CALL));
            }
            Goal::LeastDriving => settings.money_over_driving = 0,
            Goal::MostValue => settings.money_over_driving = 100,
        }
        settings
    }
}

/// High enough that nobody else moves for money, low enough that somebody moves so that another visit is served, cents.
const PRICE_OF_A_CALL: i64 = 15_000;

fn ready(
    problem: &Problem<'_>,
    disrupted: &Board,
    affected: &[AppointmentId],
    goal: Goal,
    budget: &Budget,
) -> ReadyPlan {
    let mut board = disrupted.clone();
    board.company.settings = goal.settings(&problem.board.company.settings);
    let copy = problem.again(&board);
    let mut tasks: Vec<usize> = affected.iter().filter_map(|visit| copy.task(*visit)).collect();
    tasks.sort_by_key(|task| {
        (std::cmp::Reverse(copy.tasks[*task].urgency), copy.tasks[*task].ask.window.1, *task)
    });
    let mut chain = place_all(&copy, &tasks, budget);
    let moves = loop {
        let moves = chain.moves(&copy);
        let applied = disrupted.apply(&moves, &How::strictly(Actor::Planner), problem.drives);
        if let Ok(applied) = applied
            && checker::compare(disrupted, &applied.board, problem.drives).is_ok()
        {
            break (moves, applied.board);
        }
        // Together they break a promise that each of them keeps: the last one waits.
        let shorter = &chain.placings[..chain.placings.len().saturating_sub(1)];
        chain = Chain::of(&copy, shorter).expect("what was placed can be placed again");
    };
    told(problem, disrupted, affected, goal, moves)
}

/// Ways that are tried for one visit before it waits.
const MOST_TRIED: usize = 12;

/// Gives one visit after the other its best place; others move only for those that fit nowhere.
fn place_all<'p, 'a>(copy: &'p Problem<'a>, tasks: &[usize], budget: &Budget) -> Chain<'p, 'a> {
    let sketch = Sketch::new(copy, View::Schedule);
    let mut chain = Chain { sketch, delta: Delta::default(), placings: Vec::new() };
    let most_moves = u32::from(copy.board.company.settings.change_budget).max(2);
    for task in tasks {
        for most_moves in [1, most_moves] {
            let found = Search::run_after(copy, &chain, *task, most_moves, budget);
            let before = copy.terms.score(chain.delta);
            let mut better = found
                .candidates
                .iter()
                .filter(|candidate| candidate.score > before && candidate.shifts.is_empty());
            let better = better.by_ref().take(MOST_TRIED).find(|candidate| {
                let promises = copy.promises_kept(&candidate.placings);
                !matches!(promises, Kept::Broken(_)) && copy.holds(&candidate.moves(copy), &promises).is_ok()
            });
            if let Some(longer) = better.and_then(|better| Chain::of(copy, &better.placings)) {
                chain = longer;
                break;
            }
        }
    }
    chain
}

impl Chain<'_, '_> {
    fn moves(&self, copy: &Problem<'_>) -> Vec<Move> {
        let placed = self.placings.iter().filter_map(|placing| {
            let visit = copy.visit_of(placing.task)?;
            let technician = copy.board.technicians[copy.duties[placing.duty].person].id;
            Some(Move::Assign {
                appointment: visit.appointment.id,
                to: Placement { technician, start: instant(placing.start) },
                from: visit.appointment.state.placement(),
            })
        });
        placed.collect()
    }
}

/// The plan in the words of the board as it is.
fn told(
    problem: &Problem<'_>,
    disrupted: &Board,
    affected: &[AppointmentId],
    goal: Goal,
    (made, after): (Vec<Move>, Board),
) -> ReadyPlan {
    let stood = |visit: AppointmentId| {
        problem.board.visit(visit).and_then(|known| known.appointment.state.placement())
    };
    let was_told = |visit: AppointmentId| {
        problem.board.visit(visit).is_some_and(|known| known.appointment.told.is_some())
    };
    let mut moves = Vec::new();
    let (mut calls, mut left) = (0, Vec::new());
    for change in made {
        let Move::Assign { appointment, to, .. } = change else { continue };
        let from = stood(appointment);
        if from != Some(to) {
            calls += u32::from(was_told(appointment));
            moves.push(Move::Assign { appointment, to, from });
        }
    }
    for visit in affected {
        let placed = after.visit(*visit).and_then(|known| known.appointment.state.placement());
        if placed.is_none() {
            calls += u32::from(was_told(*visit));
            left.push(*visit);
            let reason = "nobody can come".to_owned();
            moves.extend(stood(*visit).map(|from| Move::Unassign { appointment: *visit, from, reason }));
        }
    }
    let gain = measure::gain(disrupted, &after, problem.drives, problem.values);
    ReadyPlan { goal, moves, calls, left, gain, board: after }
}
