//! Standing suggestions and whole plans: the single question, asked for every visit.

use crate::problem::Problem;
use crate::search::Budget;
use crate::sketch::{Sketch, View};
use crate::suggest;
use crate::values::Values;
use domain::board::How;
use domain::{Actor, Alternative, AppointmentId, Board, DriveTimes, Gain, Move};
use std::cmp::Reverse;
use std::collections::HashSet;

/// The best changes for any visits of the board, best first, at most `most`: visits without a technician by urgency,
/// then those whose place costs the most driving, as far as the budget reaches. No two of them touch the same visit,
/// but accepting one may still change another: ask again then.
pub fn standing(problem: &Problem<'_>, most: usize, budget: &Budget) -> Vec<(AppointmentId, Alternative)> {
    let mut left = budget.gaps;
    let mut found = Vec::new();
    for task in by_promise(problem) {
        if left == 0 {
            break;
        }
        let Some(visit) = problem.visit_of(task) else { continue };
        let (best, gaps) = suggest::best(problem, task, &Budget { gaps: left, seed: budget.seed });
        left = left.saturating_sub(gaps);
        found.extend(best.map(|best| (visit.appointment.id, best)));
    }
    found.sort_by_key(|(visit, best)| {
        (Reverse(best.gain.jobs), Reverse(best.gain.value), best.gain.moves, *visit)
    });
    let mut touched: HashSet<AppointmentId> = HashSet::new();
    found.retain(|(_, best)| {
        let visits: Vec<AppointmentId> = best.moves.iter().filter_map(Move::appointment).collect();
        let free = visits.iter().all(|visit| !touched.contains(visit));
        if free {
            touched.extend(visits);
        }
        free
    });
    found.truncate(most);
    found
}

/// A better board, step by step.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What to do, in this order; each step is feasible after the ones before it.
    pub steps: Vec<(AppointmentId, Alternative)>,
    /// What all steps bring together.
    pub gain: Gain,
    /// The board after them.
    pub board: Board,
}

/// Improves a whole board: takes the best standing suggestion, applies it, and asks again, until nothing is better,
/// `most_steps` were taken, or the budget is spent.
pub fn plan(
    board: &Board,
    drives: &dyn DriveTimes,
    values: &dyn Values,
    most_steps: usize,
    budget: &Budget,
) -> Plan {
    let mut plan = Plan { steps: Vec::new(), gain: Gain::default(), board: board.clone() };
    let share = (budget.gaps / most_steps.max(1) as u64).max(1);
    while plan.steps.len() < most_steps {
        let budget = Budget { gaps: share, seed: budget.seed.wrapping_add(plan.steps.len() as u64) };
        let next = standing(&Problem::new(&plan.board, drives, values), 1, &budget).pop();
        let Some((visit, best)) = next else { break };
        let Ok(applied) = plan.board.apply(&best.moves, &How::strictly(Actor::Planner), drives) else {
            break;
        };
        plan.board = applied.board;
        plan.gain = Gain {
            jobs: plan.gain.jobs + best.gain.jobs,
            drive_seconds: plan.gain.drive_seconds + best.gain.drive_seconds,
            value: plan.gain.value + best.gain.value,
            moves: plan.gain.moves + best.gain.moves,
        };
        plan.steps.push((visit, best));
    }
    plan
}

/// The visits that may move, the most promising first.
fn by_promise(problem: &Problem<'_>) -> Vec<usize> {
    let base = Sketch::new(problem, View::Schedule);
    let mut order: Vec<_> = (0..problem.tasks.len())
        .filter(|task| {
            let task = &problem.tasks[*task];
            task.movable && task.ask.place.is_some() && task.ask.window.1 > problem.now
        })
        .map(|task| {
            let whole = &problem.tasks[task];
            let saved = whole.firm.and_then(|_| base.without(task)).map_or(0, |(_, saved)| -saved.drive);
            let service = if whole.firm.is_none() { problem.terms.service(whole.urgency) } else { 0 };
            (Reverse(service), Reverse(problem.terms.drive_cost(saved)), whole.ask.window.0, task)
        })
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(.., task)| task).collect()
}
