//! What would you change for these visits together?

use crate::objective::Delta;
use crate::problem::Problem;
use crate::promises::Kept;
use crate::search::{Budget, Candidate, Chain, Found, Search, mixed};
use crate::sketch::{Sketch, View};
use crate::suggest::{self, Answer, MOST_ALTERNATIVES, Verified, allowed, pick};
use domain::AppointmentId;
use std::cmp::Reverse;

/// Orders in which the visits are placed one after the other: who comes first gets the better place.
const ORDERS: u64 = 6;

/// Of each visit so many ways are kept beside the best.
const KEPT_ON_THE_WAY: usize = 8;

/// The best changes for several visits together, within one change budget; visits that may not be planned stay where they are.
/// Each alternative is verified as those of [`crate::suggest`] are, and none of its moves can be left out.
pub fn suggest_together(problem: &Problem<'_>, visits: &[AppointmentId], budget: &Budget) -> Answer {
    let mut tasks = Vec::new();
    let mut refused = None;
    for visit in visits {
        match allowed(problem, *visit) {
            Ok(task) if !tasks.contains(&task) => tasks.push(task),
            Ok(_) => {}
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    let Some(most_urgent) = tasks.iter().copied().min_by_key(|task| Reverse(problem.tasks[*task].urgency))
    else {
        let refusal = refused.unwrap_or(domain::Refusal::UnknownVisit { appointment: AppointmentId(0) });
        return Answer::NotAllowed(refusal);
    };
    if tasks.len() > 1 {
        let most_moves = u32::from(problem.board.company.settings.change_budget);
        let mut found = Found::nothing();
        for order in orders(problem, &tasks, budget.seed) {
            place_in_turn(problem, &order, most_moves, budget, &mut found);
        }
        found.candidates.sort_by_key(Candidate::rank);
        found.candidates.dedup_by(|one, other| one.placings == other.placings);
        let alternatives = pick(problem, &found, most_moves, MOST_ALTERNATIVES, &mut Verified::default());
        if !alternatives.is_empty() {
            return Answer::Better(alternatives);
        }
    }
    let alone = |task: usize| {
        let visit = problem.visit_of(task).expect("what is allowed is a visit");
        suggest::suggest(problem, visit.appointment.id, budget)
    };
    let better = tasks.iter().map(|task| alone(*task)).find(|answer| matches!(answer, Answer::Better(_)));
    better.unwrap_or_else(|| alone(most_urgent))
}

/// The most urgent first, the first window first, and others by chance.
fn orders(problem: &Problem<'_>, tasks: &[usize], seed: u64) -> Vec<Vec<usize>> {
    let sorted = |key: &dyn Fn(usize) -> (i64, u64)| {
        let mut order = tasks.to_vec();
        order.sort_by_key(|task| key(*task));
        order
    };
    let urgency = |task: usize| (-problem.terms.service(problem.tasks[task].urgency), 0);
    let mut orders = vec![sorted(&urgency), sorted(&|task| (problem.tasks[task].ask.window.1, 0))];
    orders.push(orders[0].iter().rev().copied().collect());
    orders
        .extend((0..ORDERS - 3).map(|turn| sorted(&|task| (0, mixed(seed.wrapping_add(turn), task as u64)))));
    orders.sort();
    orders.dedup();
    orders
}

/// Gives one visit after the other its best place, and keeps what is better on the way.
fn place_in_turn(
    problem: &Problem<'_>,
    order: &[usize],
    most_moves: u32,
    budget: &Budget,
    found: &mut Found,
) {
    let sketch = Sketch::new(problem, View::Schedule);
    let mut chain = Chain { sketch, delta: Delta::default(), placings: Vec::new() };
    for task in order {
        if chain.placings.iter().any(|placing| placing.task == *task) {
            continue;
        }
        let left = most_moves.saturating_sub(chain.delta.moves);
        if left == 0 {
            break;
        }
        let next = Search::run_after(problem, &chain, *task, left, budget);
        found.gaps += next.gaps;
        found.cut_short |= next.cut_short;
        let before = problem.terms.score(chain.delta);
        found.candidates.extend(next.candidates.iter().take(KEPT_ON_THE_WAY).cloned());
        let better = next.candidates.into_iter().find(|candidate| {
            candidate.score > before
                && candidate.shifts.is_empty()
                && candidate.delta.moves <= most_moves
                && !matches!(problem.promises_kept(&candidate.placings), Kept::Broken(_))
        });
        let Some(longer) = better.as_ref().and_then(|better| Chain::of(problem, &better.placings)) else {
            continue;
        };
        chain = longer;
    }
}
