//! What the checker finds.

use super::drawn::{Street, at, draw};
use crate::checker::{Violation, check as check_moves, check_board};
use domain::{EventId, Move, Placement, Span, TechnicianId};

/// Moves are `J5 ana 10:00`; finds what is named.
fn check(board: &str, moves: &[(u32, i64, &str)], found: impl Fn(&Violation) -> bool) {
    let drawn = draw(board);
    let moves: Vec<Move> = moves
        .iter()
        .map(|(number, technician, start)| {
            let visit = drawn.board.visit(drawn.visit(*number)).unwrap();
            Move::Assign {
                appointment: visit.appointment.id,
                to: Placement { technician: TechnicianId(*technician), start: at(start) },
                from: visit.appointment.state.placement(),
            }
        })
        .collect();
    let violations = check_moves(&drawn.board, &moves, &Street).unwrap_err();
    assert!(violations.iter().any(found), "{violations:?}");
}

const BOARD: &str = "now 08:00
    set drive=30
    ana hvac 08:00-17:00 | J1@10:00+60 x10; J2@14:00+60 x10 !; lunch@12:00+30
    ben -    08:00-12:00 off 11:00-12:00 | J3@09:30+30 dispatched
    tray | J5+60 w10:00-12:00 x20 hvac; J6+30 w08:00-18:30 x40; J7+30 x150";

#[test]
fn each_rule_is_found_broken() {
    check(BOARD, &[(5, 1, "10:30")], |found| matches!(found, Violation::Overlap { .. }));
    check(BOARD, &[(5, 1, "11:05")], |found| matches!(found, Violation::Late { .. }));
    check(BOARD, &[(5, 1, "09:55")], |found| matches!(found, Violation::OutsideWindow { .. }));
    check(BOARD, &[(5, 2, "10:00")], |found| matches!(found, Violation::NotAble { .. }));
    check(BOARD, &[(6, 2, "10:45")], |found| matches!(found, Violation::OutsideShift { .. }));
    check(BOARD, &[(6, 1, "16:15")], |found| matches!(found, Violation::LateHome { .. }));
    check(BOARD, &[(6, 2, "08:45")], |found| matches!(found, Violation::DriveTooLong { .. }));
    check(BOARD, &[(6, 1, "18:00")], |found| matches!(found, Violation::OutsideShift { .. }));
    check(BOARD, &[(7, 1, "15:00")], |found| matches!(found, Violation::Late { .. }));
    check(BOARD, &[(2, 1, "15:00")], |found| matches!(found, Violation::MayNotMove { job: 2, .. }));
    check(BOARD, &[(3, 1, "15:00")], |found| matches!(found, Violation::MayNotMove { job: 3, .. }));
    check(BOARD, &[(1, 1, "07:30")], |found| matches!(found, Violation::OutsideHours { .. }));
}

#[test]
fn a_fixed_event_and_a_stale_move_are_found() {
    let drawn = draw(BOARD);
    let lunch = drawn.board.events[0].span;
    let later = Span::lasting(at("12:30"), lunch.length()).unwrap();
    let shift = Move::ShiftEvent { event: EventId(1), to: later, from: lunch };
    let violations = check_moves(&drawn.board, &[shift], &Street).unwrap_err();
    assert_eq!(violations, [Violation::EventOutOfLimits { event: EventId(1) }]);
    let to = Placement { technician: TechnicianId(1), start: at("15:30") };
    let stale = Move::Assign { appointment: drawn.visit(1), to, from: None };
    let violations = check_moves(&drawn.board, &[stale], &Street).unwrap_err();
    assert_eq!(violations, [Violation::StaleMove { index: 0 }]);
}

#[test]
fn old_trouble_is_not_held_against_new_moves() {
    let drawn = draw(
        "ana hvac 08:00-17:00 | J1@10:00+60; J2@10:30+60
         tray | J5+60 w14:00-16:00",
    );
    assert!(check_board(&drawn.board, &Street).is_err());
    let to = Placement { technician: TechnicianId(1), start: at("14:00") };
    let change = Move::Assign { appointment: drawn.visit(5), to, from: None };
    assert_eq!(check_moves(&drawn.board, &[change], &Street), Ok(()));
}
