//! Why this technician, and why not that one.

use super::drawn::{Street, clock, draw};
use crate::{Outcome, Problem, rank};
use expect_test::{Expect, expect};
use std::fmt::Write;

fn check(board: &str, number: u32, expected: Expect) {
    let drawn = draw(board);
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let mut text = String::new();
    for verdict in rank(&problem, drawn.visit(number)) {
        let has_it = if verdict.has_it { " (has it)" } else { "" };
        write!(text, "{}{has_it}: ", drawn.name(verdict.technician)).unwrap();
        match verdict.outcome {
            Outcome::Chosen { at, gain } => writeln!(text, "chosen {} {}", clock(at.start), gain.value),
            Outcome::Feasible { at, extra_drive, behind, .. } => {
                writeln!(text, "{} {:+} min, {behind} behind", clock(at.start), extra_drive.as_mins())
            }
            Outcome::Blocked { blocks } => {
                let rules: Vec<String> = blocks.iter().map(|block| block.refusal.to_string()).collect();
                writeln!(text, "{}", rules.join("; "))
            }
        }
        .unwrap();
    }
    expected.assert_eq(&text);
}

#[test]
fn every_technician_has_a_verdict() {
    check(
        "set drive=30
         ana hvac 08:00-17:00 | J1@10:00+60 x5
         ben hvac 08:00-17:00 x30 |
         cem -    08:00-17:00 |
         dee hvac 08:00-17:00 unmanaged |
         eve hvac 08:00-17:00 off 09:00-13:00 |
         fay hvac 08:00-17:00 x120 |
         tray | J5+60 w10:00-12:00 x10 hvac",
        5,
        expect![[r#"
            ana: chosen 11:05 $290
            ben: 10:00 +30 min, $30 behind
            cem: does not hold `hvac` at level 2 (holds 0)
            dee: is not a managed technician
            eve: is on time off (dentist)
            fay: no road leads there
        "#]],
    );
}

#[test]
fn who_has_it_is_compared_without_the_price_of_moving() {
    check(
        "ana hvac 08:00-17:00 | J1@10:00+60 x20
         ben hvac 08:00-17:00 x20 |
         cem hvac 08:00-17:00 x10 |",
        1,
        expect![[r#"
            ben: chosen 10:00 $25
            cem: 10:00 +20 min, $20 behind
            ana (has it): 10:00 +40 min, $25 behind
        "#]],
    );
}

#[test]
fn a_promise_that_has_no_other_place_is_a_reason() {
    check(
        "ana hvac 08:00-17:00 |
         tray | J5+60 w10:00-10:30 hvac; J6+60 w10:00-10:30 ~ana@10:00",
        5,
        expect![[r#"
            ana: J6 would lose the only place that keeps its promise
        "#]],
    );
}
