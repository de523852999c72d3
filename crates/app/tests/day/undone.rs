//! Taking back what moved a visit away from a place that a person wanted against the rules.

use crate::house::{COMPANY, Home, House};
use app::view::{MoveInput, MovesRequest, MovesResult, UndoRequest};
use app::{Error, Kind, Who};
use domain::{AppointmentId, Board, Placement, Role, SignedDuration, TechnicianId, Timestamp, Visit};

on_both_engines! {
    a_place_that_a_person_insisted_on_stands_again => an_undo_gives_back_a_place_that_a_person_insisted_on_on_sqlite,
        an_undo_gives_back_a_place_that_a_person_insisted_on_on_postgres;
}

async fn a_place_that_a_person_insisted_on_stands_again(home: Home) {
    let house = House::new(home).await;
    let who = house.who(Role::Dispatcher).await;
    let (visit, insisted) = insist(&house, &who).await;
    let fitting = fit(&house, &who, visit).await;
    assert_ne!(placement(&house, visit).await, Some(insisted));
    let undone = house.app.undo(&who, UndoRequest { position: fitting }).await.expect("nothing came between");
    assert_eq!(placement(&house, visit).await, Some(insisted));
    assert!(!undone.overridden.is_empty(), "it says what it stands against");
    let entry = house.home.journal().await.pop().unwrap().entry;
    assert!(entry.reason.ends_with("(overriding: as it stood before)"), "{}", entry.reason);

    // The same again, but somebody writes in that day in between: what was wanted then may be wrong now.
    let fitting = fit(&house, &who, visit).await;
    write_in_the_day(&house, &who, visit, insisted.technician, insisted.start).await;
    let before = placement(&house, visit).await;
    let refused = house.app.undo(&who, UndoRequest { position: fitting }).await.unwrap_err();
    assert_eq!(refused.kind, Kind::Refused, "{refused:?}");
    assert!(!refused.refusals.is_empty());
    assert_eq!(placement(&house, visit).await, before);
    house.is_whole().await;
}

/// Puts some visit where only a reason lets it stand.
async fn insist(house: &House, who: &Who) -> (AppointmentId, Placement) {
    let board = house.board().await;
    for visit in movable(&board) {
        for technician in &board.technicians {
            let start = visit.appointment.window.start();
            let moves = assigned(visit.appointment.id, technician.id, start);
            let preview = house.app.preview_moves(who, MovesRequest { moves, override_reason: None }).await;
            let refusals = preview.unwrap().refusals;
            let soft = refusals.iter().all(|one| one.can_override && one.code != "breaks_promise");
            if refusals.is_empty() || !soft {
                continue;
            }
            let reason = Some("the customer insists");
            if let Ok(done) = drag(house, who, visit.appointment.id, technician.id, start, reason).await {
                assert!(!done.overridden.is_empty());
                return (visit.appointment.id, Placement { technician: technician.id, start });
            }
        }
    }
    panic!("no visit can be put where only a reason lets it stand");
}

/// Visits of the days ahead.
fn movable(board: &Board) -> impl Iterator<Item = &Visit> {
    let ahead = |visit: &&Visit| {
        let open = visit.appointment.state.is_open() && !visit.appointment.state.has_begun();
        open && visit.appointment.lock.is_none() && visit.appointment.window.start() > board.now
    };
    board.visits.iter().filter(ahead)
}

fn assigned(visit: AppointmentId, technician: TechnicianId, start: Timestamp) -> Vec<MoveInput> {
    let (appointment_id, technician_id) = (visit.to_string(), technician.to_string());
    vec![MoveInput::Assign { appointment_id, technician_id, start }]
}

async fn drag(
    house: &House,
    who: &Who,
    visit: AppointmentId,
    technician: TechnicianId,
    start: Timestamp,
    reason: Option<&str>,
) -> Result<MovesResult, Error> {
    let moves = assigned(visit, technician, start);
    house.app.make_moves(who, MovesRequest { moves, override_reason: reason.map(str::to_owned) }).await
}

/// Puts a visit where it fits; gives the position of that change.
async fn fit(house: &House, who: &Who, visit: AppointmentId) -> i64 {
    let ranked = house.app.ranked_technicians(who, visit).await.unwrap().technicians;
    for one in ranked {
        let Some(start) = one.start else { continue };
        let technician = one.technician_id.parse().unwrap();
        if let Ok(done) = drag(house, who, visit, technician, start, None).await {
            return done.position;
        }
    }
    panic!("nobody can take it");
}

/// Puts any other visit into the day of a technician.
async fn write_in_the_day(
    house: &House,
    who: &Who,
    but: AppointmentId,
    technician: TechnicianId,
    day: Timestamp,
) {
    let board = house.board().await;
    let date = board.company.date(day);
    for visit in movable(&board).filter(|visit| visit.appointment.id != but) {
        let window = visit.appointment.window;
        if board.company.date(window.start()) != date {
            continue;
        }
        for later in [0, 30, 60, 90] {
            let start = window.start() + SignedDuration::from_mins(later);
            if drag(house, who, visit.appointment.id, technician, start, Some("for a test")).await.is_ok() {
                return;
            }
        }
    }
    panic!("nothing can be put into this day");
}

async fn placement(house: &House, visit: AppointmentId) -> Option<Placement> {
    let store = house.store().await;
    let visit = store.appointment(COMPANY, visit).await.unwrap().unwrap();
    store.close().await;
    visit.value.state.placement()
}
