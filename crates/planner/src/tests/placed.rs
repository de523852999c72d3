//! Every place of every technician: the verdicts against the board, minute by minute.

use super::brute::{boards, by_hand, every_visit, some_boards};
use super::drawn::{Drawn, Street, at, clock, draw};
use crate::{Block, Measure, Outcome, PlaceVerdict, Problem, explain};
use domain::board::StopKind;
use domain::{Placement, Refusal, SignedDuration, TechnicianId, Timestamp, Visit};
use expect_test::{Expect, expect};
use std::cell::Cell;
use std::fmt::Write;

/// The whole minutes at which a visit could start between two stops.
fn minutes_in(
    drawn: &Drawn,
    visit: &Visit,
    technician: TechnicianId,
    place: &PlaceVerdict,
) -> Vec<Timestamp> {
    let stops = drawn.board.stops(technician);
    let stop = |kind: Option<StopKind>| kind.and_then(|kind| stops.iter().find(|stop| stop.kind == kind));
    let ends = stop(place.after).map_or(at("00:00"), |stop| stop.end);
    let starts = stop(place.before).map_or(at("1d00:00"), |stop| stop.start);
    let length = visit.appointment.duration;
    let minutes = (0..24 * 60).map(|minute| at("00:00") + SignedDuration::from_mins(minute));
    minutes.filter(|start| ends <= *start && *start + length <= starts).collect()
}

#[test]
fn no_place_is_blocked_that_fits_and_none_fits_that_is_blocked() {
    let (fitting, blocked) = (Cell::new(0), Cell::new(0));
    every_visit(some_boards(), |drawn, problem, visit| {
        if drawn.board.keeps_still(visit).is_some() {
            return;
        }
        for explained in explain(problem, visit.appointment.id) {
            let technician = explained.verdict.technician;
            for place in &explained.places {
                match &place.outcome {
                    Outcome::Chosen { at, .. } | Outcome::Feasible { at, .. } => {
                        fitting.set(fitting.get() + 1);
                        assert_eq!(at.start, place.start);
                        let stays = visit.appointment.state.placement() == Some(*at);
                        assert!(stays || by_hand(drawn, visit, *at).is_some(), "{at:?} does not fit");
                    }
                    Outcome::Blocked { blocks } => {
                        blocked.set(blocked.get() + 1);
                        let starts = minutes_in(drawn, visit, technician, place);
                        let fits = starts.into_iter().find(|start| {
                            let to = Placement { technician, start: *start };
                            visit.appointment.state.placement() != Some(to)
                                && by_hand(drawn, visit, to) == Some(true)
                        });
                        assert_eq!(fits, None, "{place:?} {blocks:?}");
                    }
                }
            }
        }
    });
    assert!(fitting.get() > 1_000 && blocked.get() > 3_000, "{} {}", fitting.get(), blocked.get());
}

#[test]
fn every_block_is_what_the_board_says_there_with_the_same_numbers() {
    let asked = Cell::new(0);
    every_visit(boards(), |drawn, problem, visit| {
        for explained in explain(problem, visit.appointment.id) {
            let technician = explained.verdict.technician;
            for place in &explained.places {
                let Outcome::Blocked { blocks } = &place.outcome else { continue };
                blocks.iter().for_each(|block| numbers_agree(block, place));
                let to = Placement { technician, start: place.start };
                let said = drawn.board.judge_visit(visit.appointment.id, to, &Street);
                let promise = |block: &Block| matches!(block.refusal, Refusal::BreaksPromise { .. });
                if blocks.iter().any(promise) {
                    assert!(by_hand(drawn, visit, to).is_none(), "{place:?}");
                    continue;
                }
                asked.set(asked.get() + 1);
                let named: Vec<Refusal> = blocks.iter().map(|block| block.refusal.clone()).collect();
                assert_eq!(named, said, "{place:?}");
            }
        }
    });
    assert!(asked.get() > 10_000, "{}", asked.get());
}

/// What is missed is the difference of the two measures.
fn numbers_agree(block: &Block, place: &PlaceVerdict) {
    match (&block.refusal, block.actual, block.limit) {
        (
            Refusal::ArrivesLate { late_by } | Refusal::NextArrivesLate { late_by },
            Measure::At(actual),
            Measure::At(limit),
        ) => assert_eq!(actual.duration_since(limit), *late_by),
        (Refusal::OutsideWindow { by, .. }, Measure::At(actual), Measure::At(limit)) => {
            assert_eq!(actual.duration_since(limit), *by);
        }
        (
            Refusal::DriveTooLong { drive, limit } | Refusal::DriveHomeTooLong { drive, limit },
            Measure::Lasting(actual),
            Measure::Lasting(most),
        ) => {
            assert!(drive > limit);
            assert_eq!((actual, most), (*drive, *limit));
        }
        (Refusal::MissingSkill { needed, held, .. }, Measure::Level(actual), Measure::Level(least)) => {
            assert_eq!((actual, least), (*held, *needed));
        }
        (
            Refusal::VisitInTheWay { .. } | Refusal::EventInTheWay { .. } | Refusal::OnTimeOff { .. },
            Measure::During(own),
            Measure::During(other),
        ) => assert!(own.overlaps(&other)),
        (Refusal::NoShift, Measure::At(home), Measure::At(by)) => assert!(home > by),
        (Refusal::NoShift, Measure::During(visit), Measure::During(shift)) => assert!(!shift.covers(&visit)),
        (Refusal::InThePast, Measure::At(start), Measure::At(now)) => assert!(start < now),
        (Refusal::OutsideHours, Measure::At(_), Measure::At(_))
        | (Refusal::Unreachable | Refusal::BreaksPromise { .. }, Measure::Unmeasured, Measure::Unmeasured) => {
        }
        other => panic!("{other:?} has other measures than its rule: {place:?}"),
    }
}

fn check(board: &str, number: u32, expected: Expect) {
    let drawn = draw(board);
    let problem = Problem::new(&drawn.board, &Street, &drawn);
    let mut text = String::new();
    for explained in explain(&problem, drawn.visit(number)) {
        writeln!(text, "{}:", drawn.name(explained.verdict.technician)).unwrap();
        for place in explained.places {
            let stop = |kind: Option<StopKind>| match kind {
                Some(StopKind::Visit(id)) => format!("J{id}"),
                Some(StopKind::Event(id)) => format!("event {id}"),
                Some(StopKind::Reservation(id)) => format!("reservation {id}"),
                None => "home".to_owned(),
            };
            let verdict = match &place.outcome {
                Outcome::Chosen { gain, .. } => format!("chosen, {}", gain.value),
                Outcome::Feasible { extra_drive, behind, .. } => {
                    format!("{:+} min, {behind} behind", extra_drive.as_mins())
                }
                Outcome::Blocked { blocks } => {
                    let words: Vec<String> = blocks.iter().map(|block| block.refusal.to_string()).collect();
                    words.join("; ")
                }
            };
            let (after, before) = (stop(place.after), stop(place.before));
            writeln!(text, "  {after} {} {before}: {verdict}", clock(place.start)).unwrap();
        }
    }
    expected.assert_eq(&text);
}

#[test]
fn every_place_has_a_verdict() {
    check(
        "set drive=30
         ana hvac 08:00-17:00 | J1@09:00+60 x5; J2@11:30+60 x20; J3@14:00+60 x60
         ben - 08:00-12:00 x30 | J4@10:30+60 x30
         tray | J5+60 w10:00-12:00 x10 hvac",
        5,
        expect![[r#"
            ana:
              home 08:10 J1: the start is outside the arrival window, 110 min early; has J1 then
              J1 10:05 J2: chosen, $300
              J2 12:40 J3: the start is outside the arrival window, 40 min late; the drive takes 50 min, the limit is 30 min; would be 30 min late at the next stop
              J3 15:50 home: the start is outside the arrival window, 230 min late; the drive takes 50 min, the limit is 30 min
            ben:
              home 09:10 J4: does not hold `hvac` at level 2 (holds 0); the start is outside the arrival window, 50 min early
              J4 11:50 home: does not hold `hvac` at level 2 (holds 0); has no shift that covers the visit and the drives; has no shift that covers the visit and the drives
        "#]],
    );
}
