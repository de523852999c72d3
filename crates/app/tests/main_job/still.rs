//! What was reserved is proved once more when it is approved.

use crate::house::{COMPANY, Form, Home, House, TUNE_UP, id_of};
use app::Kind;
use app::view::{ApprovalDecision, ChosenWindow};
use domain::{Actor, AppointmentState, Entry, EntryKind, Role, SignedDuration, TechnicianId, Timestamp};
use store::{Changeset, Remove};

fn approve() -> ApprovalDecision {
    serde_json::from_value(serde_json::json!({"decision": "approve"})).unwrap()
}

/// Takes shifts away around the program, as a person who edits the calendar would: those that begin before an instant,
/// of one technician or of all.
async fn take_shifts(house: &House, of: Option<TechnicianId>, before: Timestamp) {
    let board = house.board().await;
    let taken = board.shifts.iter().filter(|shift| of.is_none_or(|one| shift.technician == one));
    let taken = taken.filter(|shift| shift.span.start() < before);
    let why = Entry::new(house.now(), Actor::System, EntryKind::CalendarChanged, "shifts were taken away");
    let mut changes = Changeset::new(COMPANY).entry(why);
    changes.removes = taken.map(|shift| Remove::Shift(shift.id)).collect();
    assert!(!changes.removes.is_empty());
    let store = house.store().await;
    store.commit(changes).await.unwrap();
    store.close().await;
}

pub(crate) async fn an_approval_asks_whether_the_place_still_fits(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let lead = house.asked(&TUNE_UP).await;
    let id = id_of(&lead);
    let reserved = lead.reservation.unwrap();
    let end_of_day = reserved.start + SignedDuration::from_hours(12);
    // Whoever was meant to come is not at work any more; somebody else keeps the same window.
    let held = async || {
        let board = house.board().await;
        board.reservations.iter().find(|held| held.lead == id).unwrap().placement.technician
    };
    let first = held().await;
    take_shifts(&house, Some(first), end_of_day).await;
    let lead = house.app.decide_approval(&dispatcher, id, approve()).await.unwrap();
    assert_eq!(lead.summary.state, "booked");
    let board = house.board().await;
    let visit = board.visits.iter().find(|visit| visit.job.lead == Some(id)).unwrap();
    assert_eq!(visit.appointment.window.start(), reserved.start);
    let AppointmentState::Unassigned { provisional: Some(place) } = visit.appointment.state else {
        panic!("{:?}", visit.appointment.state)
    };
    assert_ne!(place.technician, first);

    // Nobody is at work on that day: the reserved window is refused by name, with those that fit.
    let other = Form { phone: "614-555-0199", name: "Paula Weiss", ..TUNE_UP };
    let lead = house.asked(&other).await;
    let id = id_of(&lead);
    let reserved = lead.reservation.unwrap();
    take_shifts(&house, None, reserved.start + SignedDuration::from_hours(12)).await;
    let refused = house.app.decide_approval(&dispatcher, id, approve()).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Refused, "no_longer_fits"), "{refused}");
    assert!(!refused.refusals.is_empty(), "{refused}");
    assert!(refused.windows.iter().all(|window| window.start > reserved.end), "{:?}", refused.windows);
    let fresh = refused.windows.first().expect("the next days have room");
    let window = Some(ChosenWindow { start: fresh.start, end: fresh.end });
    let lead =
        house.app.decide_approval(&dispatcher, id, ApprovalDecision { window, ..approve() }).await.unwrap();
    assert_eq!(lead.summary.state, "booked");
}
