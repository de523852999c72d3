use super::*;
use crate::sample::{self, Ids, Sample};
use domain::board::How;
use domain::{Actor, Channel, CompanyId, Speaker, Turn, UserId, civil};
use std::sync::{Arc, LazyLock};
use travel::{Drives, Ground, Network};

/// A board with a day ahead of it, and the drives between its places.
static MORNING: LazyLock<(Board, Drives)> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../../samples/columbus-ohio.osm.pbf");
    let network = Arc::new(Network::from_pbf(bytes).unwrap().network);
    let sample: Sample = sample::generate(11, 12, &network).unwrap();
    let ids = Ids { company: CompanyId(1), dispatcher: UserId(1), first: 1 };
    let today = civil::date(2026, 11, 21);
    let records = sample.materialise(today, ids).unwrap();
    let board = records.board(today, records.now).unwrap();
    let mut drives = Drives::new(Ground::Roads(network));
    let people = board.technicians.iter().flat_map(|one| [one.start_point(), one.end_point()]);
    let visits = board.visits.iter().filter_map(|visit| visit.location.point);
    drives.add(&people.chain(visits).collect::<Vec<_>>());
    (board, drives)
});

/// Plays the rest of the day, looking every `tick`; returns what happened and the board in the evening.
fn play(mut simulation: Simulation, tick: SignedDuration) -> (Vec<SimEvent>, Board) {
    let (mut board, drives) = MORNING.clone();
    let evening = board.now + SignedDuration::from_hours(13);
    let how = How { by: Actor::Simulation, overriding: Some("it happened".to_owned()) };
    let mut happened = Vec::new();
    let mut now = board.now;
    while now < evening {
        board.now = now;
        for event in simulation.next_steps(&board, &drives, now) {
            if let SimEvent::Advance(change) = &event {
                board =
                    board.apply(std::slice::from_ref(change), &how, &drives).expect("the step follows").board;
            }
            happened.push(event);
        }
        now += tick;
    }
    (happened, board)
}

#[test]
fn a_day_without_requests_goes_on_all_the_same() {
    let (happened, board) = play(Simulation::new(3).without_requests(), SignedDuration::from_mins(7));
    assert!(happened.iter().all(|event| matches!(event, SimEvent::Advance(_))));
    let mut states = board.visits.iter().map(|visit| &visit.appointment.state);
    assert!(states.all(|state| state.placement().is_none() || state.name() == "done"));
}

#[test]
fn nobodys_cooling_fails_in_november() {
    let names: Vec<&str> = MORNING.0.visits.iter().map(kind_name).collect();
    assert!(names.len() > 30 && !names.iter().any(|name| name.contains("ooling")), "{names:?}");
}

fn kind_name(visit: &Visit) -> &'static str {
    MORNING.0.company.job_type(visit.job.job_type).map_or("", |kind| kind.name.as_str())
}

#[test]
fn everything_on_the_schedule_is_done_in_the_evening() {
    for minutes in [1, 7, 45] {
        let (happened, board) = play(Simulation::new(3), SignedDuration::from_mins(minutes));
        assert!(happened.iter().filter(|event| matches!(event, SimEvent::Advance(_))).count() > 60);
        for visit in &board.visits {
            let state = &visit.appointment.state;
            assert!(
                state.placement().is_none() || state.name() == "done",
                "J{} is {} with a look every {minutes} min",
                visit.job.number,
                state.name()
            );
        }
    }
}

#[test]
fn nobody_works_in_two_places_or_before_the_window() {
    let (_, board) = play(Simulation::new(5), SignedDuration::from_mins(1));
    let mut late = 0;
    for technician in &board.technicians {
        let mut done: Vec<(Timestamp, Timestamp)> = Vec::new();
        for visit in &board.visits {
            let AppointmentState::Done { placement, arrived, finished } = visit.appointment.state else {
                continue;
            };
            if placement.technician == technician.id {
                assert!(arrived >= visit.appointment.window.start(), "J{}", visit.job.number);
                late += usize::from(arrived > placement.start + SignedDuration::from_mins(10));
                done.push((arrived, finished));
            }
        }
        done.sort();
        assert!(done.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{}: {done:?}", technician.name);
    }
    assert!(late > 0, "a day without anybody late is not a day");
}

#[test]
fn the_same_seed_plays_the_same_day_and_another_seed_another() {
    let played = |seed| play(Simulation::new(seed), SignedDuration::from_mins(2)).0;
    assert_eq!(played(3), played(3));
    assert_ne!(played(3), played(4));
}

#[test]
fn written_requests_come_first_and_invented_ones_say_so() {
    let written = Request {
        channel: Channel::Voicemail,
        minutes_ago: 3,
        sender: domain::lead::Sender::default(),
        turns: vec![Turn { speaker: Speaker::Customer, text: "call me back".to_owned() }],
    };
    let simulation = Simulation::new(3).with_waiting([written.clone()]);
    let came: Vec<NewRequest> = play(simulation, SignedDuration::from_mins(1))
        .0
        .into_iter()
        .filter_map(|event| match event {
            SimEvent::Request(new) => Some(new),
            SimEvent::Advance(_) => None,
        })
        .collect();
    assert_eq!((&came[0].request, came[0].simulated), (&written, false));
    assert!(came.len() > 40 && came[1..].iter().all(|new| new.simulated), "{}", came.len());
    assert!(came.windows(2).all(|pair| pair[0].at < pair[1].at));
    for new in &came[1..] {
        let said: String = new.request.turns.iter().map(|turn| turn.text.as_str()).collect();
        let phone = new.request.sender.phone.clone().unwrap_or(said);
        assert!(phone.contains("55501"), "only numbers kept for fiction: {phone}");
    }
}

#[test]
fn after_a_long_sleep_the_inbox_is_not_flooded() {
    let (board, drives) = &*MORNING;
    let mut simulation = Simulation::new(1);
    simulation.next_steps(board, drives, board.now);
    let woken = board.now + SignedDuration::from_hours(24 * 30);
    let events = simulation.next_steps(board, drives, woken);
    assert!(events.iter().filter(|event| matches!(event, SimEvent::Request(_))).count() <= MAX_REQUESTS);
    assert!(simulation.next_steps(board, drives, woken).len() <= 1);
}
