//! Pairs of moves, every one of them on a grid, against what the planner says.

use super::brute::{every_visit, leaves_promises, minutes, some_boards, taken, weighed_moves};
use super::drawn::{Drawn, Street};
use crate::{Answer, Budget, suggest};
use domain::{AppointmentState, Board, Move, Placement, Timestamp, Visit};

/// The ten-minute starts at which the window lets a visit start.
fn grid(board: &Board, visit: &Visit) -> Vec<Timestamp> {
    minutes(board, visit).into_iter().filter(|start| start.as_second() % 600 == 0).collect()
}

/// The board as if a visit stood nowhere.
fn lifted(board: &Board, visit: &Visit) -> Board {
    let mut board = board.clone();
    let lifted = board.visits.iter_mut().find(|known| known.appointment.id == visit.appointment.id).unwrap();
    lifted.appointment.state = AppointmentState::Unassigned { provisional: None };
    board
}

/// Every placing of a visit on a grid that its neighbours allow.
fn placings(board: &Board, visit: &Visit) -> Vec<Placement> {
    let starts = grid(board, visit);
    let people = board.technicians.iter();
    let places = people
        .flat_map(|person| starts.iter().map(|start| Placement { technician: person.id, start: *start }));
    places.filter(|to| board.judge_visit(visit.appointment.id, *to, &Street).is_empty()).collect()
}

/// Every pair of moves of the visit and one other, a swap among them, against the answer.
#[test]
fn no_pair_of_moves_is_better_than_the_best_alternative_or_than_nothing() {
    let (tried, stuck) = (std::cell::Cell::new(0u64), std::cell::Cell::new(0u64));
    every_visit(some_boards(), |drawn, problem, visit| {
        let best = match suggest(problem, visit.appointment.id, &Budget::default()) {
            Answer::Better(alternatives) => {
                let after = taken(drawn, &alternatives[0].moves).unwrap();
                weighed_moves(drawn, &after, &alternatives[0].moves)
            }
            Answer::NothingBetter { proof, .. } | Answer::LeaveUnassigned { proof, .. } => {
                if !proof.complete {
                    stuck.set(stuck.get() + 1);
                    return;
                }
                0
            }
            Answer::NotAllowed(_) => return,
        };
        let without = lifted(&drawn.board, visit);
        for other in drawn.board.visits.iter().filter(|other| {
            other.appointment.id != visit.appointment.id
                && other.appointment.state.placement().is_some()
                && drawn.board.keeps_still(other).is_none()
        }) {
            let without = lifted(&without, other);
            let other_alone = best_alone(drawn, other);
            let stood = other.appointment.state.placement().map(|at| at.technician);
            for to in placings(&without, visit).into_iter().filter(|to| stood == Some(to.technician)) {
                let alone = drawn.board.judge_visit(visit.appointment.id, to, &Street).is_empty();
                let mut with = without.clone();
                let put = with.visits.iter_mut().find(|known| known.appointment.id == visit.appointment.id);
                put.unwrap().appointment.state = AppointmentState::Assigned { placement: to };
                for other_to in placings(&with, other) {
                    let moves = [assign(visit, to), assign(other, other_to)];
                    let stays =
                        |change: &Move| matches!(change, Move::Assign { to, from, .. } if Some(*to) == *from);
                    // Two moves that do not need each other are two suggestions.
                    let swap = visit.appointment.state.placement().map(|at| at.technician)
                        == Some(other_to.technician);
                    if moves.iter().any(stays) || alone && !swap {
                        continue;
                    }
                    tried.set(tried.get() + 1);
                    let mut after = with.clone();
                    let put =
                        after.visits.iter_mut().find(|known| known.appointment.id == other.appointment.id);
                    put.unwrap().appointment.state = AppointmentState::Assigned { placement: other_to };
                    let worth = weighed_moves(drawn, &after, &moves);
                    // What moving the other one alone brings is a suggestion for the other one.
                    if worth > best.max(other_alone)
                        && let Some(after) = taken(drawn, &moves)
                    {
                        // Where promises give way, not every minute is tried.
                        assert!(
                            !leaves_promises(&drawn.board, &after, visit),
                            "{moves:?} brings {worth}, not {best}"
                        );
                    }
                }
            }
        }
    });
    assert!(tried.get() > 20_000, "{}", tried.get());
    assert!(stuck.get() < some_boards() / 5, "small boards are looked at whole: {}", stuck.get());
}

fn assign(visit: &Visit, to: Placement) -> Move {
    Move::Assign { appointment: visit.appointment.id, to, from: visit.appointment.state.placement() }
}

/// What the best single move of a visit brings on the grid; nothing when there is none.
fn best_alone(drawn: &Drawn, visit: &Visit) -> i64 {
    let places = placings(&lifted(&drawn.board, visit), visit).into_iter();
    places
        .filter(|to| visit.appointment.state.placement() != Some(*to))
        .filter_map(|to| {
            let moves = [assign(visit, to)];
            Some(weighed_moves(drawn, &taken(drawn, &moves)?, &moves))
        })
        .max()
        .unwrap_or(0)
}
