//! What it would take: apply the advice and it happens, apply a little less and it does not.

use super::brute::{boards, every_visit};
use super::drawn::{Drawn, Street, clock, draw};
use crate::{Change, Outcome, Problem, Take, rank, would_take};
use domain::{AppointmentId, Board, Move, TechnicianId};
use expect_test::{Expect, expect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Whether a technician gets the visit on a board.
fn wins(drawn: &Drawn, board: &Board, visit: AppointmentId, technician: TechnicianId) -> bool {
    let first = rank(&Problem::new(board, &Street, drawn), visit).into_iter().next();
    first.is_some_and(|first| {
        first.technician == technician && matches!(first.outcome, Outcome::Chosen { .. })
    })
}

#[test]
fn applied_it_happens_and_applied_a_little_less_it_does_not() {
    let cases: RefCell<BTreeMap<&str, usize>> = RefCell::default();
    every_visit(boards() / 2, |drawn, problem, visit| {
        let id = visit.appointment.id;
        for person in &drawn.board.technicians {
            for Take { change, at, .. } in would_take(problem, id, person.id) {
                let made = |change: &Change| change.on(&drawn.board, id, person.id, &Street);
                assert!(!wins(drawn, &drawn.board, id, person.id), "{change:?} is not needed");
                let with = made(&change).expect("the board takes the change");
                assert!(wins(drawn, &with, id, person.id), "{change:?} is not enough");
                assert_eq!(at.technician, person.id);
                if let Some(less) = change.less() {
                    let with = made(&less).expect("the board takes less");
                    assert!(!wins(drawn, &with, id, person.id), "{less:?} would do");
                }
                *cases.borrow_mut().entry(kind(&change)).or_default() += 1;
            }
        }
    });
    let cases = cases.into_inner();
    assert!(cases.values().sum::<usize>() > 1_000, "{cases:?}");
    assert!(cases.len() >= 5 && cases.values().all(|count| *count > 5), "{cases:?}");
}

fn kind(change: &Change) -> &'static str {
    match change {
        Change::Window { .. } => "window",
        Change::MaxDrive { .. } => "drive",
        Change::MaxDriveHome { .. } => "home",
        Change::Overtime { .. } => "overtime",
        Change::Skill { .. } => "skill",
        Change::Move { .. } => "move",
    }
}

fn check(board: &str, number: u32, technician: i64, expected: Expect) {
    let drawn = draw(board);
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let mut text = String::new();
    for Take { change, at, gain } in would_take(&problem, drawn.visit(number), TechnicianId(technician)) {
        let words = match &change {
            Change::Window { to, .. } => format!("window {}-{}", clock(to.start()), clock(to.end())),
            Change::MaxDrive { to, .. } => format!("drive of {} min", to.as_mins()),
            Change::MaxDriveHome { to, .. } => format!("drive home of {} min", to.as_mins()),
            Change::Overtime { to, .. } => format!("{} min of overtime", to.as_mins()),
            Change::Skill { skill, level, .. } => format!("skill {skill} at {level}"),
            Change::Move { other: Move::Assign { appointment, to, .. } } => {
                format!("J{appointment} {} {}", drawn.name(to.technician), clock(to.start))
            }
            Change::Move { other } => panic!("the planner does not {other:?}"),
        };
        writeln!(text, "{words}: {} {}", clock(at.start), gain.value).unwrap();
    }
    expected.assert_eq(&text);
}

#[test]
fn a_wider_window_a_longer_drive_one_skill_or_one_move_is_told() {
    let board = "set drive=20 home=35
        ana hvac 08:00-12:00 x40 | J1@10:00+60 w08:00-12:00 x40
        ben -    08:00-17:00 x5 | J2@09:00+30 x5
        cem hvac 08:00-17:00 x60 | J3@08:00+60 x60
        tray | J5+60 w10:00-10:30 x10 hvac";
    check(
        board,
        5,
        1,
        expect![[r#"
        J1 cem 10:00: 10:00 $240
    "#]],
    );
    check(
        board,
        5,
        2,
        expect![[r#"
        skill 1 at 2: 10:00 $290
    "#]],
    );
    check(board, 5, 3, expect![[r#""#]]);
}
