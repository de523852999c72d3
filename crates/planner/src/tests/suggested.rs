//! What the planner suggests.

use super::drawn::{Drawn, Street, clock, draw};
use crate::{Answer, Budget, Problem, plan, standing, suggest};
use domain::{Alternative, Move};
use expect_test::{Expect, expect};
use std::fmt::Write;

/// Asks for one visit, twice, and compares the answer as people would read it.
fn check(board: &str, number: u32, expected: Expect) {
    let drawn = draw(board);
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let answer = suggest(&problem, drawn.visit(number), &Budget::default());
    let again =
        suggest(&Problem::new(&drawn.board, &Street, &drawn), drawn.visit(number), &Budget::default());
    assert_eq!(answer, again, "the same question has the same answer");
    expected.assert_eq(&written(&drawn, &answer));
}

fn written(drawn: &Drawn, answer: &Answer) -> String {
    match answer {
        Answer::Better(alternatives) => {
            alternatives.iter().map(|alternative| line(drawn, alternative) + "\n").collect()
        }
        Answer::NothingBetter { evidence, bound, .. } => {
            format!("nothing better, at most {bound}\n{}\n", evidence.join("\n"))
        }
        Answer::LeaveUnassigned { evidence, blocked, .. } => {
            let mut text = format!("leave unassigned\n{}\n", evidence.join("\n"));
            for (technician, blocks) in blocked {
                let rules: Vec<String> = blocks.iter().map(|block| block.refusal.to_string()).collect();
                writeln!(text, "{}: {}", drawn.name(*technician), rules.join("; ")).unwrap();
            }
            text
        }
        Answer::NotAllowed(refusal) => format!("not allowed: {refusal}\n"),
    }
}

pub(super) fn line(drawn: &Drawn, alternative: &Alternative) -> String {
    let moves: Vec<String> = alternative
        .moves
        .iter()
        .map(|change| match change {
            Move::Assign { appointment, to, .. } => {
                format!("J{appointment} {} {}", drawn.name(to.technician), clock(to.start))
            }
            Move::ShiftEvent { event, to, .. } => format!("event {event} {}", clock(to.start())),
            other => panic!("the planner does not {other:?}"),
        })
        .collect();
    let gain = alternative.gain;
    format!("{} | {:+} job, {:+} min, {}", moves.join(", "), gain.jobs, gain.drive_seconds / 60, gain.value)
}

#[test]
fn an_unassigned_visit_goes_where_it_fits_best() {
    check(
        "ana hvac 08:00-17:00 | J1@09:00+60 x10
         ben hvac 08:00-17:00 x30 |
         tray | J5+60 w10:00-12:00 x20 hvac",
        5,
        expect![[r#"
            J5 ben 10:00 | +1 job, +20 min, $280
            J5 ana 10:10 | +1 job, +20 min, $280
        "#]],
    );
}

#[test]
fn a_locked_visit_stays_where_it_is() {
    check(
        "ana hvac 08:00-17:00 | J1@09:00+60 !
         ben hvac 08:00-17:00 |",
        1,
        expect![[r#"
            not allowed: J1 is locked
        "#]],
    );
}

#[test]
fn what_has_begun_is_not_enabled_or_is_near_its_start_stays() {
    let board = "now 08:30
         ana hvac 08:00-17:00 | J1@09:00+60 w08:00-12:00; J2@12:00+30 unplanned; J3@08:15+30 dispatched
         tray | J4+30 nowhere; J5+30 w07:00-08:00";
    check(
        board,
        1,
        expect![[r#"
        not allowed: J1 starts within the autolock time
    "#]],
    );
    check(
        board,
        2,
        expect![[r#"
        not allowed: J2 is not enabled for planning
    "#]],
    );
    check(
        board,
        3,
        expect![[r#"
        not allowed: J3 is dispatched
    "#]],
    );
    check(
        board,
        4,
        expect![[r#"
        not allowed: the address was not found on the map
    "#]],
    );
    check(
        board,
        5,
        expect![[r#"
        not allowed: its arrival window is over
    "#]],
    );
    check(
        board,
        9,
        expect![[r#"
        not allowed: there is no visit `9` on the board
    "#]],
    );
}

#[test]
fn another_visit_makes_room_when_there_is_no_other_way() {
    check(
        "ana hvac 08:00-12:00 | J1@10:00+60 w08:00-14:00
         ben -    08:00-17:00 |
         tray | J5+60 w10:00-11:00 hvac",
        5,
        expect![[r#"
            J5 ana 10:00, J1 ana 11:00 | +1 job, +0 min, $292.50
        "#]],
    );
}

#[test]
fn a_neighbour_shifts_inside_its_window() {
    check(
        "ana hvac 08:00-17:00 | J1@08:00+60 w08:00-09:00; J2@10:30+60 w10:00-12:00
         tray | J5+60 w10:00-10:30 hvac",
        5,
        expect![[r#"
            J5 ana 10:00, J2 ana 11:00 | +1 job, +0 min, $292.50
        "#]],
    );
}

#[test]
fn a_movable_lunch_makes_room_and_a_fixed_one_does_not() {
    check(
        "ana hvac 08:00-17:00 | lunch@12:00+60 within 11:00-15:00
         tray | J5+60 w12:00-12:30 hvac",
        5,
        expect![[r#"
            J5 ana 12:00, event 1 13:00 | +1 job, +0 min, $292.50
        "#]],
    );
    check(
        "ana hvac 08:00-17:00 | lunch@12:00+60
         tray | J5+60 w12:00-12:30 hvac",
        5,
        expect![[r#"
            leave unassigned
            1 technician has the skills and a shift then
            4 places were looked at, with 0 other visits tried elsewhere to make room
            it fits nowhere, with or without moving others
            ana: has `lunch` then
        "#]],
    );
}

#[test]
fn a_visit_moves_to_who_is_near_when_that_saves_more_than_it_disturbs() {
    check(
        "ana hvac 08:00-17:00 x0 | J1@10:00+60 x40
         ben hvac 08:00-17:00 x40 | J2@12:00+60 x41",
        1,
        expect![[r#"
            J1 ben 10:00 | +0 job, -80 min, $65
        "#]],
    );
}

#[test]
fn a_told_customer_is_not_disturbed_for_a_few_dollars() {
    check(
        "ana hvac 08:00-17:00 x0 | J1@10:00+60 x10 told
         ben hvac 08:00-17:00 x10 |",
        1,
        expect![[r#"
            nothing better, at most $0
            2 technicians have the skills and a shift then
            6 places were looked at, with 0 other visits tried elsewhere to make room
            the nearest, ben at 10:00, would not be better: it loses $10 against the plan as it is
        "#]],
    );
}

#[test]
fn who_sells_more_gets_the_visit_when_the_dial_says_money() {
    let board = |dial| {
        format!(
            "set dial={dial}
             ana hvac 08:00-17:00 x10 |
             ben hvac 08:00-17:00 x30 sells=150 |
             tray | J5+60 w10:00-12:00 x10 hvac"
        )
    };
    check(
        &board(100),
        5,
        expect![[r#"
        J5 ben 10:00 | +1 job, +40 min, $410
        J5 ana 10:00 | +1 job, +0 min, $300
    "#]],
    );
    check(
        &board(0),
        5,
        expect![[r#"
        J5 ana 10:00 | +1 job, +0 min, $300
        J5 ben 10:00 | +1 job, +40 min, $410
    "#]],
    );
}

#[test]
fn nobody_can_do_it_and_the_nearest_rule_of_each_is_named() {
    check(
        "set drive=30
         ana hvac 08:00-17:00 | J1@10:00+60 ! ; J2@11:10+60 ! x10
         ben -    08:00-17:00 |
         cem hvac 08:00-09:30 |
         dee hvac 08:00-17:00 off 08:00-17:00 |
         eve hvac oncall 08:00-17:00 |
         fay hvac |
         tray | J5+60 w10:00-11:00 x10 hvac",
        5,
        expect![[r#"
            leave unassigned
            2 technicians have the skills and a shift then
            9 places were looked at, with 0 other visits tried elsewhere to make room
            it fits nowhere, with or without moving others
            ana: has J1 then
            ben: does not hold `hvac` at level 2 (holds 0)
            cem: has no shift that covers the visit and the drives
            dee: is on time off (dentist)
            eve: is only on call then, and on-call time is not planned
            fay: has no shift that covers the visit and the drives
        "#]],
    );
}

#[test]
fn a_promise_gives_way_when_it_can_be_kept_elsewhere() {
    check(
        "ana hvac 08:00-17:00 |
         tray | J5+60 w10:00-10:30 hvac; J6+60 w10:00-12:00 ~ana@10:00",
        5,
        expect![[r#"
            J5 ana 10:00 | +1 job, +0 min, $300
        "#]],
    );
    check(
        "ana hvac 08:00-17:00 |
         tray | J5+60 w10:00-10:30 hvac; J6+60 w10:00-10:30 ~ana@10:00",
        5,
        expect![[r#"
            leave unassigned
            1 technician has the skills and a shift then
            3 places were looked at, with 0 other visits tried elsewhere to make room
            2 plans would break a promise made to somebody else
            ana: J6 would lose the only place that keeps its promise
        "#]],
    );
}

#[test]
fn the_change_budget_is_kept() {
    let board = |budget| {
        format!(
            "set budget={budget}
             ana hvac 08:00-12:00 | J1@10:00+60 w08:00-14:00
             ben -    08:00-17:00 |
             tray | J5+60 w10:00-11:00 hvac"
        )
    };
    check(
        &board(1),
        5,
        expect![[r#"
            leave unassigned
            1 technician has the skills and a shift then
            it fits nowhere, with or without moving others
            ana: has J1 then
            ben: does not hold `hvac` at level 2 (holds 0)
        "#]],
    );
    check(
        &board(2),
        5,
        expect![[r#"
        J5 ana 10:00, J1 ana 11:00 | +1 job, +0 min, $292.50
    "#]],
    );
}

#[test]
fn reasons_are_facts() {
    let drawn = draw(
        "ana hvac 08:00-12:00 | J1@10:00+60 w08:00-14:00 x5
         ben -    08:00-17:00 |
         tray | J5+60 w10:00-11:00 x10 hvac",
    );
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let Answer::Better(alternatives) = suggest(&problem, drawn.visit(5), &Budget::default()) else {
        panic!("there is room once J1 moves");
    };
    expect![[r#"
        ana holds `hvac`
        5 min from J1, 10 min to the end of the day
        free from 8:00 to the end of the shift
        starts at 10:00, inside the window 10:00–11:00
        adds 10 min of driving
        expected to bring $300 with ana
        J1 shifts from 10:00 to 8:05, still inside its window
    "#]]
    .assert_eq(&(alternatives[0].reasons.join("\n") + "\n"));
}

#[test]
fn standing_suggestions_touch_each_visit_once_and_a_plan_takes_them_in_turn() {
    let drawn = draw(
        "ana hvac 08:00-17:00 x0 | J1@10:00+60 x40; J3@13:00+60
         ben hvac 08:00-17:00 x40 | J2@12:00+60 x41; J4@14:00+60 x2
         tray | J5+60 w10:00-12:00 x20 hvac; J6+30 urgent",
    );
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let mut text = String::new();
    for (visit, best) in standing(&problem, 3, &Budget::default()) {
        writeln!(text, "J{visit}: {}", line(&drawn, &best)).unwrap();
    }
    let planned = plan(&drawn.board, &Street, &drawn, 10, &Budget::default());
    for (visit, best) in &planned.steps {
        writeln!(text, "then J{visit}: {}", line(&drawn, best)).unwrap();
    }
    writeln!(text, "together {:?}", planned.gain).unwrap();
    crate::checker::check_board(&planned.board, &Street).unwrap();
    expect![[r#"
        J6: J6 ana 08:00, J1 ben 10:00 | +1 job, -80 min, $365
        then J6: J6 ana 08:00, J1 ben 10:00 | +1 job, -80 min, $365
        then J5: J5 ben 11:20, J2 ben 08:05 | +1 job, +0 min, $292.50
        then J4: J4 ana 08:35 | +0 job, -32 min, $17
        together Gain { jobs: 2, drive_seconds: -6720, value: Cents(67450), moves: 5 }
    "#]]
    .assert_eq(&text);
}
