//! What if the day goes wrong?

use super::brute::some_boards;
use super::drawn::{Drawn, Street, at, clock, draw};
use super::random;
use crate::{Budget, Disruption, Outcome, Problem, ReadyPlan, checker, rank, what_if};
use domain::board::{How, StopKind};
use domain::{Actor, Move, Refusal, SignedDuration, Span, TechnicianId, UserId};
use expect_test::{Expect, expect};
use std::fmt::Write;

fn away(technician: i64, from: &str, to: &str) -> Disruption {
    let span = Span::new(at(from), at(to)).unwrap();
    Disruption::Away { technician: TechnicianId(technician), span, reason: "sick".to_owned() }
}

fn late(technician: i64, minutes: i64) -> Disruption {
    Disruption::Late { technician: TechnicianId(technician), by: SignedDuration::from_mins(minutes) }
}

fn plans(drawn: &Drawn, disruption: &Disruption) -> Vec<ReadyPlan> {
    let problem = Problem::new(&drawn.board, &Street, drawn);
    what_if(&problem, disruption, &Budget::default()).unwrap()
}

fn check(board: &str, disruption: &Disruption, expected: Expect) {
    let drawn = draw(board);
    let mut text = String::new();
    for plan in plans(&drawn, disruption) {
        writeln!(text, "{:?}: {} calls, {}", plan.goal, plan.calls, plan.gain.value).unwrap();
        for change in &plan.moves {
            match change {
                Move::Assign { appointment, to, .. } => {
                    writeln!(text, "  J{appointment} {} {}", drawn.name(to.technician), clock(to.start))
                }
                Move::Unassign { appointment, .. } => writeln!(text, "  J{appointment} waits"),
                other => panic!("the planner does not {other:?}"),
            }
            .unwrap();
        }
    }
    expected.assert_eq(&text);
}

#[test]
fn the_visits_of_who_is_sick_go_to_others() {
    check(
        "ana hvac 08:00-17:00 | J1@09:00+60 x10 hvac; J2@11:00+60 w11:00-12:00 x20 hvac told !
         ben hvac 08:00-17:00 x30 sells=150 | J3@11:00+60 w08:00-17:00 x30
         cem hvac 08:00-17:00 x0 | J4@11:00+60 w11:00-12:00 x0
         dee -    08:00-17:00 |",
        &away(1, "07:00", "17:00"),
        expect![[r#"
            FewestCalls: 1 calls, $852.50
              J2 ben 11:00
              J3 ben 12:10
              J1 ben 08:20
            LeastDriving: 1 calls, $852.50
              J2 ben 11:00
              J3 ben 12:10
              J1 ben 08:20
            MostValue: 1 calls, $852.50
              J2 ben 11:00
              J3 ben 12:10
              J1 ben 08:20
        "#]],
    );
}

#[test]
fn only_what_a_delay_pushes_over_moves() {
    check(
        "now 08:30
         ana hvac 08:00-17:00 | J1@08:10+50 dispatched; J2@10:00+60 w09:00-12:00; J3@14:00+60
         ben hvac 08:00-17:00 |",
        &late(1, 90),
        expect![[r#"
            FewestCalls: 0 calls, $300
              J2 ben 09:00
            LeastDriving: 0 calls, $300
              J2 ben 09:00
            MostValue: 0 calls, $300
              J2 ben 09:00
        "#]],
    );
}

#[test]
fn who_is_not_on_the_board_cannot_be_late() {
    let drawn = draw("ana hvac 08:00-17:00 | J1@09:00+60");
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let refused = what_if(&problem, &late(7, 40), &Budget::default()).unwrap_err();
    assert_eq!(refused, Refusal::UnknownTechnician { technician: TechnicianId(7) });
}

#[test]
fn every_plan_holds_and_leaves_only_whom_nobody_can_reach() {
    let (mut planned, mut left) = (0, 0);
    for seed in 0..some_boards() {
        let text = random::board(seed);
        let drawn = draw(&text);
        let new = draw(&random::board(seed + 1));
        let storm: Vec<_> = new
            .board
            .visits
            .into_iter()
            .filter(|visit| visit.appointment.state.placement().is_none())
            .map(|mut visit| {
                visit.appointment.id.0 += 100;
                visit
            })
            .collect();
        for disruption in
            [away(1, "06:00", "18:00"), late(1, 40), late(2, 90), Disruption::Storm { visits: storm }]
        {
            for plan in plans(&drawn, &disruption) {
                planned += 1;
                left += plan.left.len();
                holds(&drawn, &disruption, &plan, &text);
            }
        }
    }
    assert!(planned > 1_000 && left > 100, "{planned} {left}");
}

fn holds(drawn: &Drawn, disruption: &Disruption, plan: &ReadyPlan, text: &str) {
    let board = &plan.board;
    let mut calls = 0;
    for change in &plan.moves {
        let visit = drawn.board.visit(change.appointment().unwrap());
        calls += u32::from(visit.is_some_and(|visit| visit.appointment.told.is_some()));
    }
    assert_eq!(plan.calls, calls, "{text}");
    for left in &plan.left {
        let problem = Problem::new(board, &Street, drawn);
        let first = &rank(&problem, *left)[0];
        assert!(matches!(first.outcome, Outcome::Blocked { .. }), "{left} could be served\n{text}");
    }
    if let Disruption::Away { technician, span, .. } = disruption {
        let stops = board.stops(*technician).into_iter().filter(|stop| stop.firm && stop.start < span.end());
        let begun = |id| drawn.board.visit(id).is_some_and(|visit| visit.appointment.state.has_begun());
        let moved: Vec<_> =
            stops.filter(|stop| matches!(stop.kind, StopKind::Visit(id) if !begun(id))).collect();
        assert!(moved.is_empty(), "{moved:?}\n{text}");
        // A person carries it out on the board as it is, where nobody is away.
        let locked = drawn.board.visits.iter().any(|visit| visit.appointment.lock.is_some());
        if !locked {
            let how = How { by: Actor::User { id: UserId(1) }, overriding: Some("sick".to_owned()) };
            let done = drawn.board.apply(&plan.moves, &how, &Street);
            assert!(done.is_ok(), "{:?}\n{text}", done.unwrap_err());
        }
    }
    // What was wrong on the board before may still be wrong.
    if checker::check_board(&drawn.board, &Street).is_ok()
        && let Err(violations) = checker::check_board(board, &Street)
    {
        let visit = |kind: &StopKind| matches!(kind, StopKind::Visit(_));
        let wrong: Vec<_> = violations.iter().filter(|found| found.about().iter().any(visit)).collect();
        assert!(wrong.is_empty(), "{wrong:?}\n{text}");
    }
}
