//! Brute force: every technician and every minute, against what the planner says.

use super::drawn::{Drawn, Street, at, draw};
use super::random;
use crate::{Answer, Budget, Outcome, Problem, Values, checker, rank, suggest, suggest_together};
use domain::board::{How, StopKind};
use domain::{
    Actor, Alternative, AppointmentState, Board, Cents, DriveTimes, Gain, Move, Placement, Refusal,
    SignedDuration, Technician, Term, Timestamp, Urgency, Visit,
};

/// Boards that are asked about; `PLANNER_BOARDS=10000 cargo nextest run -p planner brute:: placed:: taken::` asks more.
pub(super) fn boards() -> u64 {
    std::env::var("PLANNER_BOARDS").ok().and_then(|boards| boards.parse().ok()).unwrap_or(500)
}

/// Where every minute is judged twice over, fewer will do.
pub(super) fn some_boards() -> u64 {
    boards() * 3 / 10
}

/// Every visit of so many random boards: `question` gets the drawing, its problem and the visit.
pub(super) fn every_visit(boards: u64, question: impl Fn(&Drawn, &Problem<'_>, &Visit)) {
    for seed in 0..boards {
        let text = random::board(seed);
        let mut drawn = draw(&text);
        if seed % 2 == 1 {
            promise(&mut drawn.board);
        }
        let problem = Problem::new(&drawn.board, &Street, &drawn);
        for visit in &drawn.board.visits {
            let shown =
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| question(&drawn, &problem, visit)));
            assert!(shown.is_ok(), "seed {seed}, J{}\n{text}", visit.job.number);
        }
    }
}

/// Gives every visit of the tray a provisional placement, as booking does.
fn promise(board: &mut Board) {
    for index in 0..board.visits.len() {
        let visit = &board.visits[index];
        if visit.appointment.state == (AppointmentState::Unassigned { provisional: None }) {
            let kind = StopKind::Visit(visit.appointment.id);
            let provisional = board.provisional_place(kind, &visit.demand(), &Street);
            board.visits[index].appointment.state = AppointmentState::Unassigned { provisional };
        }
    }
}

/// The whole minutes of the drawn day.
fn whole_day() -> impl Iterator<Item = Timestamp> {
    (0..24 * 60).map(|minute| at("00:00") + SignedDuration::from_mins(minute))
}

/// The whole minutes at which the window lets a visit start, and the next one from now.
pub(super) fn minutes(board: &Board, visit: &Visit) -> Vec<Timestamp> {
    let minutes = (0..14 * 60).map(|minute| at("06:00") + SignedDuration::from_mins(minute));
    let next = minutes.clone().find(|start| *start >= board.now);
    let mut starts: Vec<Timestamp> =
        minutes.filter(|start| visit.appointment.window.allows(*start)).chain(next).collect();
    starts.sort();
    starts.dedup();
    starts
}

/// Whether the promises of others stand where they stood.
pub(super) fn leaves_promises(before: &Board, after: &Board, except: &Visit) -> bool {
    before.visits.iter().zip(&after.visits).all(|(before, after)| {
        before.appointment.id == except.appointment.id
            || before.appointment.state.placement().is_some()
            || before.appointment.state == after.appointment.state
    })
}

/// Driving of all technicians: what people placed, home to home.
fn driving(board: &Board) -> i64 {
    let of = |person: &Technician| {
        let mut total = SignedDuration::ZERO;
        for shift in board.shifts_of(person.id).filter(|shift| shift.kind == domain::ShiftKind::Normal) {
            let stops = board.stops(person.id);
            let last = shift.span.end() + board.company.settings.overtime_limit;
            let places: Vec<_> = stops
                .iter()
                .filter(|stop| stop.firm && shift.span.start() <= stop.start && stop.start < last)
                .filter_map(|stop| stop.place)
                .collect();
            if places.is_empty() {
                continue;
            }
            let route: Vec<_> = [&[person.start_point()], places.as_slice(), &[person.end_point()]].concat();
            total += route
                .windows(2)
                .map(|leg| Street.drive(leg[0], leg[1]).unwrap())
                .fold(SignedDuration::ZERO, |sum, leg| sum + leg);
        }
        total
    };
    board.technicians.iter().map(|person| of(person).as_secs()).sum()
}

/// What everything on the schedule is expected to bring.
fn worth(drawn: &Drawn, board: &Board) -> i64 {
    let of = |visit: &Visit| {
        let at = visit.appointment.state.placement()?;
        Some(drawn.value(visit.job.job_type, Some(visit.job.value), at.technician).0)
    };
    board.visits.iter().filter_map(of).sum()
}

/// The price of moving, told again: double when told, half with the same technician.
fn disturbance(board: &Board, moves: &[Move]) -> i64 {
    let price = board.company.settings.stability_price.0;
    let of = |change: &Move| match change {
        Move::Assign { appointment, to, from: Some(from) } => {
            let told = board.visit(*appointment).unwrap().appointment.told.is_some();
            price * if told { 2 } else { 1 } / if to.technician == from.technician { 2 } else { 1 }
        }
        Move::ShiftEvent { .. } => price / 2,
        _ => 0,
    };
    moves.iter().map(of).sum()
}

fn gain(drawn: &Drawn, after: &Board, moves: &[Move]) -> Gain {
    let before = &drawn.board;
    let scheduled = |board: &Board| {
        board.visits.iter().filter(|visit| visit.appointment.state.placement().is_some()).count() as i32
    };
    let drive_seconds = driving(after) - driving(before);
    // A minute costs a dollar, and drives on the street take whole minutes.
    let value =
        worth(drawn, after) - worth(drawn, before) - drive_seconds * 100 / 60 - disturbance(before, moves);
    Gain {
        jobs: scheduled(after) - scheduled(before),
        drive_seconds,
        value: Cents(value),
        moves: moves.iter().filter(|change| matches!(change, Move::Assign { .. })).count() as u32,
    }
}

#[test]
fn every_alternative_holds_and_brings_what_it_says() {
    let found = std::cell::Cell::new(0);
    every_visit(boards(), |drawn, problem, visit| {
        let Answer::Better(alternatives) = suggest(problem, visit.appointment.id, &Budget::default()) else {
            return;
        };
        assert!((1..=crate::MOST_ALTERNATIVES).contains(&alternatives.len()));
        for alternative in &alternatives {
            found.set(found.get() + 1);
            let (board, moves) = (&drawn.board, &alternative.moves);
            let applied = board.apply(moves, &How::strictly(Actor::Planner), &Street).unwrap();
            checker::check(board, moves, &Street).unwrap();
            checker::compare(board, &applied.board, &Street).unwrap();
            assert_eq!(moves[0].appointment(), Some(visit.appointment.id), "the visit asked for comes first");
            assert!(alternative.gain.moves <= u32::from(board.company.settings.change_budget));
            assert_eq!(alternative.gain, gain(drawn, &applied.board, moves));
            assert_eq!(alternative.gain, crate::gain(board, &applied.board, &Street, drawn));
            assert_eq!(alternative.ledger, crate::ledger(board, &applied.board, &Street, drawn));
            the_ledger_is_right(drawn, &applied.board, alternative);
            every_move_is_needed(drawn, &applied.board, alternative);
            assert!(!alternative.reasons.is_empty());
        }
    });
    assert!(found.get() > 500, "the boards are worth asking about: {}", found.get());
}

/// Each line is its term, counted afresh, and the lines sum to both totals.
fn the_ledger_is_right(drawn: &Drawn, after: &Board, alternative: &Alternative) {
    let Alternative { moves, gain, ledger, .. } = alternative;
    let line = |term: Term| ledger.iter().find(|line| line.term == term).map_or(0, |line| line.money.0);
    assert_eq!(line(Term::Value), worth(drawn, after) - worth(drawn, &drawn.board));
    assert_eq!(line(Term::Driving), -(driving(after) - driving(&drawn.board)) * 100 / 60);
    assert_eq!(line(Term::Disturbance), -disturbance(&drawn.board, moves));
    assert_eq!(line(Term::Service), 0);
    assert_eq!(ledger.iter().map(|line| line.money).sum::<Cents>(), gain.value);
    let weighed: Cents = ledger.iter().map(|line| line.weighed).sum();
    assert_eq!(weighed.0, weighed_moves(drawn, after, moves).div_euclid(3_000));
    assert!(weighed > Cents::ZERO || weighed_moves(drawn, after, moves) > 0);
}

/// Without one of its moves the others are refused or bring less.
fn every_move_is_needed(drawn: &Drawn, after: &Board, alternative: &Alternative) {
    let moves = &alternative.moves;
    let whole = weighed_moves(drawn, after, moves);
    for left in 0..moves.len() {
        let mut fewer = moves.clone();
        fewer.remove(left);
        let Some(after) = taken(drawn, &fewer) else { continue };
        assert!(weighed_moves(drawn, &after, &fewer) < whole, "{:?} is not needed", moves[left]);
    }
}

/// The board after moves, if it takes them and the checker lets them pass.
pub(super) fn taken(drawn: &Drawn, moves: &[Move]) -> Option<Board> {
    let applied = drawn.board.apply(moves, &How::strictly(Actor::Planner), &Street).ok()?;
    checker::check(&drawn.board, moves, &Street).ok()?;
    Some(applied.board)
}

/// Every placing of one visit at a whole minute that the board takes and the checker lets pass.
fn every_minute<'d>(
    drawn: &'d Drawn,
    visit: &'d Visit,
) -> impl Iterator<Item = (Placement, Board, Move)> + 'd {
    let board = &drawn.board;
    let starts = minutes(board, visit);
    board.technicians.iter().flat_map(move |person| {
        starts.clone().into_iter().filter_map(move |start| {
            let to = Placement { technician: person.id, start };
            let from = visit.appointment.state.placement();
            if from == Some(to) {
                return None;
            }
            if !board.judge_visit(visit.appointment.id, to, &Street).is_empty() {
                return None;
            }
            let change = Move::Assign { appointment: visit.appointment.id, to, from };
            let moves = std::slice::from_ref(&change);
            let applied = board.apply(moves, &How::strictly(Actor::Planner), &Street).ok()?;
            checker::check(board, moves, &Street).ok()?;
            // Where promises give way, not every minute is tried.
            leaves_promises(board, &applied.board, visit).then_some(())?;
            Some((to, applied.board, change))
        })
    })
}

/// Worth weighed by the dial, in three-thousandths of a cent: the objective told again.
fn weighed(drawn: &Drawn, after: &Board, change: &Move) -> i64 {
    weighed_moves(drawn, after, std::slice::from_ref(change))
}

pub(super) fn weighed_moves(drawn: &Drawn, after: &Board, moves: &[Move]) -> i64 {
    let settings = &drawn.board.company.settings;
    let dial = i64::from(settings.money_over_driving);
    let drive = driving(after) - driving(&drawn.board);
    let value = worth(drawn, after) - worth(drawn, &drawn.board);
    let served = |change: &Move| match change {
        Move::Assign { appointment, from: None, .. } => {
            match drawn.board.visit(*appointment).unwrap().job.urgency {
                Urgency::None | Urgency::Routine => 40_000,
                Urgency::Urgent => 200_000,
                Urgency::Emergency => 2_000_000,
            }
        }
        _ => 0,
    };
    let served: i64 = moves.iter().map(served).sum();
    value * 60 * dial - drive * 100 * (100 - dial) + (served - disturbance(&drawn.board, moves)) * 3_000
}

#[test]
fn nothing_better_means_that_no_single_move_is_better() {
    let proven = std::cell::Cell::new(0);
    every_visit(boards(), |drawn, problem, visit| {
        let answer = suggest(problem, visit.appointment.id, &Budget::default());
        let bound = match answer {
            Answer::NothingBetter { bound, .. } => Some(bound),
            Answer::LeaveUnassigned { .. } => None,
            Answer::Better(_) | Answer::NotAllowed(_) => return,
        };
        proven.set(proven.get() + 1);
        for (to, after, change) in every_minute(drawn, visit) {
            let worth = weighed(drawn, &after, &change);
            assert!(worth <= 0, "{to:?} is better by {worth}");
            if let Some(bound) = bound {
                assert!(worth.div_euclid(3_000) <= bound.0);
            }
        }
    });
    assert!(proven.get() > 100, "some boards have nothing better: {}", proven.get());
}

#[test]
fn the_best_alternative_is_at_least_as_good_as_every_single_move() {
    every_visit(some_boards(), |drawn, problem, visit| {
        let Answer::Better(alternatives) = suggest(problem, visit.appointment.id, &Budget::default()) else {
            return;
        };
        let [change] = alternatives[0].moves.as_slice() else { return };
        let how = How::strictly(Actor::Planner);
        let applied = drawn.board.apply(&alternatives[0].moves, &how, &Street).unwrap();
        let best = weighed(drawn, &applied.board, change);
        for (to, after, change) in every_minute(drawn, visit) {
            assert!(weighed(drawn, &after, &change) <= best, "{to:?} is better");
        }
    });
}

#[test]
fn what_is_suggested_for_several_visits_holds_and_brings_what_it_says() {
    let found = std::cell::Cell::new(0);
    every_visit(some_boards(), |drawn, problem, visit| {
        let all: Vec<_> = drawn.board.visits.iter().map(|visit| visit.appointment.id).collect();
        let from = all.iter().position(|id| *id == visit.appointment.id).unwrap();
        let together = &all[from..all.len().min(from + 3)];
        let single: Vec<i64> =
            together.iter().map(|id| best_of(drawn, &suggest(problem, *id, &Budget::default()))).collect();
        let answer = suggest_together(problem, together, &Budget::default());
        let best = best_of(drawn, &answer);
        assert!(best > 0 || single.iter().all(|single| *single == 0), "one of them alone does better");
        let Answer::Better(alternatives) = answer else { return };
        for alternative in &alternatives {
            found.set(found.get() + 1);
            let after = taken(drawn, &alternative.moves).expect("what is suggested can be done");
            assert_eq!(alternative.gain, gain(drawn, &after, &alternative.moves));
            assert!(alternative.gain.moves <= u32::from(drawn.board.company.settings.change_budget));
            the_ledger_is_right(drawn, &after, alternative);
            every_move_is_needed(drawn, &after, alternative);
        }
    });
    assert!(found.get() > 300, "{}", found.get());
}

/// What the first alternative is worth; nothing when there is none.
fn best_of(drawn: &Drawn, answer: &Answer) -> i64 {
    let Answer::Better(alternatives) = answer else { return 0 };
    let after = taken(drawn, &alternatives[0].moves).expect("what is suggested can be done");
    weighed_moves(drawn, &after, &alternatives[0].moves)
}

#[test]
fn no_technician_is_blocked_who_fits_and_none_fits_who_is_blocked() {
    let (fitting, blocked) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    every_visit(some_boards(), |drawn, problem, visit| {
        if drawn.board.keeps_still(visit).is_some() {
            return;
        }
        for verdict in rank(problem, visit.appointment.id) {
            match verdict.outcome {
                Outcome::Blocked { blocks } => {
                    blocked.set(blocked.get() + 1);
                    assert!(!blocks.is_empty());
                    let mut places = minutes(&drawn.board, visit)
                        .into_iter()
                        .map(|start| Placement { technician: verdict.technician, start });
                    // Where promises give way, not every minute is tried.
                    let fits = places.find(|to| by_hand(drawn, visit, *to) == Some(true));
                    assert_eq!(fits, None, "{blocks:?}");
                }
                Outcome::Chosen { at, .. } | Outcome::Feasible { at, .. } => {
                    fitting.set(fitting.get() + 1);
                    let stays = visit.appointment.state.placement() == Some(at);
                    assert!(stays || by_hand(drawn, visit, at).is_some(), "{at:?} does not fit");
                }
            }
        }
    });
    assert!(fitting.get() > 500 && blocked.get() > 500, "{} {}", fitting.get(), blocked.get());
}

/// Whether the board takes a placing by hand, and then whether the promises of others stay where they are. Who assigns by
/// hand is not held to what a move leaves behind.
pub(super) fn by_hand(drawn: &Drawn, visit: &Visit, to: Placement) -> Option<bool> {
    let board = &drawn.board;
    if !board.judge_visit(visit.appointment.id, to, &Street).is_empty() {
        return None;
    }
    let change =
        Move::Assign { appointment: visit.appointment.id, to, from: visit.appointment.state.placement() };
    let applied = board.apply(&[change], &How::strictly(Actor::Planner), &Street).ok()?;
    Some(leaves_promises(board, &applied.board, visit))
}

#[test]
fn the_checker_and_the_board_agree_on_every_move() {
    let (refused, taken) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    every_visit(some_boards(), |drawn, _, visit| {
        let (board, id) = (&drawn.board, visit.appointment.id);
        if board.keeps_still(visit).is_some() {
            return;
        }
        for person in &board.technicians {
            for step in 0..14 * 6 {
                let start = at("06:03") + SignedDuration::from_mins(step * 10);
                let to = Placement { technician: person.id, start };
                let judged = board.judge_visit(id, to, &Street);
                let change = Move::Assign { appointment: id, to, from: visit.appointment.state.placement() };
                let checked = checker::check(board, &[change], &Street);
                let count = if judged.is_empty() { &taken } else { &refused };
                count.set(count.get() + 1);
                if !judged.is_empty() {
                    assert!(checked.is_err(), "{to:?}: {judged:?}");
                } else if let Err(violations) = checked {
                    // The board does not ask whether those who are left behind still reach each other.
                    let kind = StopKind::Visit(id);
                    assert!(violations.iter().all(|found| !found.about().contains(&kind)), "{violations:?}");
                }
            }
        }
    });
    assert!(refused.get() > 50_000 && taken.get() > 2_000, "{} {}", refused.get(), taken.get());
}

#[test]
fn every_named_rule_is_one_that_the_board_names_too() {
    every_visit(some_boards(), |drawn, problem, visit| {
        for verdict in rank(problem, visit.appointment.id) {
            let Outcome::Blocked { blocks } = verdict.outcome else { continue };
            let refusals: Vec<Refusal> = blocks.into_iter().map(|block| block.refusal).collect();
            let said = whole_day().any(|start| {
                let to = Placement { technician: verdict.technician, start };
                let named = drawn.board.judge_visit(visit.appointment.id, to, &Street);
                refusals.iter().all(|refusal| named.contains(refusal))
            });
            let promise = |refusal: &Refusal| matches!(refusal, Refusal::BreaksPromise { .. });
            assert!(said || refusals.iter().any(promise), "{refusals:?}");
        }
    });
}
