//! When we could come.

use super::drawn::{Street, at, clock, draw};
use crate::{NoSlot, Problem, Wanted, slot_in, slots};
use domain::{ArrivalWindow, JobTypeId, Point, SignedDuration, Urgency};
use expect_test::{Expect, expect};
use std::fmt::Write;

fn wanted(urgency: Urgency) -> Wanted {
    Wanted {
        job_type: JobTypeId(2),
        zone: None,
        point: Some(Point { lat: 40.0, lon: 10.0 }),
        duration: SignedDuration::from_mins(60),
        urgency,
        booked: None,
    }
}

/// An hour of `hvac` at x10.
fn check(board: &str, urgency: Urgency, expected: Expect) {
    let drawn = draw(board);
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let mut text = String::new();
    for slot in slots(&problem, &wanted(urgency)) {
        let (from, to) = (clock(slot.window.start()), clock(slot.window.end()));
        let who = drawn.name(slot.placement.technician);
        let start = clock(slot.placement.start);
        write!(
            text,
            "{from}-{to} {who} {start} {:+} min {} less {}",
            slot.added_drive.as_mins(),
            slot.value,
            slot.cost
        )
        .unwrap();
        for moved in &slot.displaced {
            write!(
                text,
                ", {:?} to {} {}",
                moved.holder,
                drawn.name(moved.to.technician),
                clock(moved.to.start)
            )
            .unwrap();
        }
        writeln!(text, " ({} could)", slot.technicians_able).unwrap();
    }
    expected.assert_eq(&text);
}

#[test]
fn only_windows_that_fit_are_offered() {
    check(
        "now 08:30
         ana hvac 08:00-17:00 | J1@12:00+60; J2@13:00+80
         ben hvac 08:00-12:00 x30 | J3@10:00+60 x30
         cem -    08:00-17:00 |",
        Urgency::Routine,
        expect![[r#"
            10:00-12:00 ana 10:00 +20 min $300 less $20 (1 could)
            14:00-16:00 ana 14:30 +20 min $300 less $20 (1 could)
        "#]],
    );
}

#[test]
fn urgent_work_may_use_a_window_that_has_begun_and_the_reserve() {
    let board = "now 08:30
         set reserve=50
         ana hvac 08:30-14:30 | J1@12:00+120";
    check(
        board,
        Urgency::Routine,
        expect![[r#"
        10:00-12:00 ana 10:00 +20 min $300 less $20 (1 could)
    "#]],
    );
    check(
        board,
        Urgency::Urgent,
        expect![[r#"
        08:00-10:00 ana 08:40 +20 min $300 less $20 (1 could)
        10:00-12:00 ana 10:00 +20 min $300 less $20 (1 could)
    "#]],
    );
}

#[test]
fn a_promise_moves_inside_its_window_to_make_room() {
    check(
        "ana hvac 08:00-10:30 | 
         ben -    08:00-17:00 |
         tray | J6+60 w08:00-12:00 ~ana@09:00",
        Urgency::Routine,
        expect![[r#"
            08:00-10:00 ana 08:10 +20 min $300 less $20, Visit(AppointmentId(6)) to ana 09:20 (1 could)
        "#]],
    );
}

#[test]
fn a_window_that_cannot_be_promised_says_why() {
    let drawn = draw("now 11:00\nana hvac 08:00-17:00 | J1@12:00+240");
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let window = |from, to| ArrivalWindow::new(at(from), at(to)).unwrap();
    let check = |wanted: &Wanted, from, to, expected| {
        assert_eq!(slot_in(&problem, wanted, window(from, to)).unwrap_err(), expected);
    };
    let routine = wanted(Urgency::Routine);
    check(&routine, "08:00", "10:00", NoSlot::Over);
    check(&routine, "10:00", "12:00", NoSlot::Begun);
    check(&routine, "12:00", "14:00", NoSlot::Full);
    check(&Wanted { job_type: JobTypeId(4), ..routine }, "12:00", "14:00", NoSlot::NobodyAble);
    check(&Wanted { point: None, ..routine }, "12:00", "14:00", NoSlot::AddressNotFound);
}
