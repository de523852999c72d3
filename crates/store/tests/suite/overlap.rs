//! No technician in two places.

use crate::home::Home;
use crate::sample::{ONE, assigned, at, booked, change, event, placement, reservation, set_up, visit};
use domain::{
    Actor, AppointmentId, AppointmentState, EventId, HoldReason, ReservationId, ReservationState, Span,
    Subject, TechnicianId,
};
use store::{CommitError, OnlyIf, Remove};

fn visit_subject(id: i64) -> Subject {
    Subject::Appointment(AppointmentId(id))
}

pub(crate) async fn two_visits_at_once_are_refused_by_name(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    store.commit(booked(ONE, 1, assigned(1, 60))).await.unwrap();
    for (start, fits) in [(0, true), (1, false), (30, false), (60, false), (119, false), (120, true)] {
        let id = 100 + start;
        let outcome = store.commit(booked(ONE, id, assigned(1, start))).await;
        if fits {
            outcome.unwrap();
            continue;
        }
        let span = visit(id, assigned(1, start)).planned_span().unwrap().1;
        match outcome {
            Err(CommitError::Overlap { technician, span: wanted, holder, with }) => {
                assert_eq!((technician, wanted, holder), (TechnicianId(1), span, visit_subject(id)));
                // A start before 12:01 meets the visit at noon as well; the later one is named.
                assert_eq!(with, visit_subject(1), "{start}");
            }
            other => panic!("{start}: {other:?}"),
        }
    }
    store.commit(booked(ONE, 2, assigned(2, 60))).await.unwrap();
    let within = change(ONE).add(visit(301, assigned(2, 200))).add(visit(302, assigned(2, 230)));
    assert!(
        matches!(store.commit(within).await, Err(CommitError::Overlap { .. })),
        "inside one changeset too"
    );
    assert!(store.rebuild(ONE).await.unwrap().is_equal());
}

pub(crate) async fn everything_planned_counts_as_busy(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let provisional = AppointmentState::Unassigned { provisional: Some(placement(1, 0)) };
    store.commit(booked(ONE, 1, provisional)).await.unwrap();
    store.commit(change(ONE).add(reservation(1, 1, 1, 60))).await.unwrap();
    store.commit(change(ONE).add(event(1, 1, 120, 180))).await.unwrap();
    let done = AppointmentState::Done { placement: placement(1, 180), arrived: at(180), finished: at(300) };
    store.commit(booked(ONE, 2, done)).await.unwrap();
    let holders = [
        (0, visit_subject(1)),
        (60, Subject::Reservation(ReservationId(1))),
        (120, Subject::Event(EventId(1))),
        (180, visit_subject(2)),
    ];
    for (start, holder) in holders {
        match store.commit(booked(ONE, 9, assigned(1, start))).await {
            Err(CommitError::Overlap { with, .. }) => assert_eq!(with, holder),
            other => panic!("{start}: {other:?}"),
        }
    }
    store.commit(booked(ONE, 9, assigned(1, 240))).await.expect("running over is not a planned span");
}

pub(crate) async fn what_is_given_up_is_free(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let kept = reservation(1, 1, 1, 60);
    let lunch = event(1, 1, 120, 180);
    let start = booked(ONE, 1, assigned(1, 0)).add(kept.clone()).add(lunch);
    let position = store.commit(start).await.unwrap().position;
    let held = AppointmentState::OnHold { reason: HoldReason::Parts, since: at(0) };
    let mut released = kept;
    released.state = ReservationState::Released { at: at(1), reason: "went elsewhere".into() };
    let freed = change(ONE)
        .change(visit(1, held), position)
        .change(released, position)
        .remove(Remove::Event(EventId(1)));
    store.commit(freed).await.unwrap();
    for (id, start) in [(2, 0), (3, 60), (4, 120)] {
        store.commit(booked(ONE, id, assigned(1, start))).await.unwrap();
    }
    let canceled = AppointmentState::Canceled { by: Actor::Customer, at: at(2), reason: "moved away".into() };
    store.commit(change(ONE).set(visit(2, canceled))).await.unwrap();
    store.commit(booked(ONE, 5, assigned(1, 0))).await.unwrap();
    let nothing = change(ONE).remove(Remove::Event(EventId(1)));
    assert!(matches!(store.commit(nothing).await, Err(CommitError::Stale { .. })), "an event goes once");
    assert!(store.rebuild(ONE).await.unwrap().is_equal());
}

pub(crate) async fn two_visits_swap_their_places(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    store.commit(booked(ONE, 1, assigned(1, 0))).await.unwrap();
    let position = store.commit(booked(ONE, 2, assigned(2, 0))).await.unwrap().position;
    let swap =
        change(ONE).change(visit(1, assigned(2, 0)), position).change(visit(2, assigned(1, 0)), position);
    store.commit(swap).await.unwrap();
    assert_eq!(store.appointment(ONE, AppointmentId(1)).await.unwrap().unwrap().state, assigned(2, 0));
    let half = change(ONE).set(visit(1, assigned(1, 30)));
    assert!(matches!(store.commit(half).await, Err(CommitError::Overlap { .. })));
}

/// The words in which either database refuses an overlap.
fn is_overlap(refused: &str) -> bool {
    refused.contains("occupancy_overlap")
}

pub(crate) async fn the_database_refuses_an_insert_around_the_program(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    store.commit(booked(ONE, 1, assigned(1, 60))).await.unwrap();
    let (starts, ends) = (at(60).as_microsecond(), at(120).as_microsecond());
    let insert = async |company: i64, technician: i64, id: i64, starts: i64, ends: i64| {
        home.raw(format!(
            "INSERT INTO occupancy (company, holder, holder_id, technician, starts, ends, version)
             VALUES ({company}, 'event', {id}, {technician}, {starts}, {ends}, 1)"
        ))
        .await
    };
    for (from, to) in [
        (starts, ends),
        (starts - 1, starts + 1),
        (ends - 1, ends + 9),
        (starts + 5, ends - 5),
        (starts - 9, ends + 9),
    ] {
        let refused = insert(1, 1, 50, from, to).await.unwrap_err();
        assert!(is_overlap(&refused), "{refused}");
    }
    insert(1, 1, 51, starts - 10, starts).await.expect("touching is not overlapping");
    insert(1, 1, 52, ends, ends + 10).await.expect("touching is not overlapping");
    insert(1, 2, 53, starts, ends).await.expect("another technician");
    insert(2, 1, 54, starts, ends).await.expect("another company");
    assert!(insert(1, 2, 55, ends, ends).await.is_err(), "a span is not empty");
}

pub(crate) async fn the_database_refuses_an_update_around_the_program(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    store.commit(booked(ONE, 1, assigned(1, 0))).await.unwrap();
    store.commit(booked(ONE, 2, assigned(1, 60))).await.unwrap();
    store.commit(booked(ONE, 3, assigned(2, 60))).await.unwrap();
    for change in ["technician = 1", "technician = 1, ends = ends - 1", "technician = 1, starts = starts + 1"]
    {
        let refused =
            home.raw(format!("UPDATE occupancy SET {change} WHERE holder_id = 3")).await.unwrap_err();
        assert!(is_overlap(&refused), "{refused}");
    }
    let minute = 60_000_000;
    let refused = home
        .raw(format!("UPDATE occupancy SET starts = starts - {minute} WHERE holder_id = 2"))
        .await
        .unwrap_err();
    assert!(is_overlap(&refused), "{refused}");
    home.raw(format!("UPDATE occupancy SET starts = starts + {minute} WHERE holder_id = 2"))
        .await
        .expect("a span may shrink");
}

pub(crate) async fn of_two_who_want_a_place_at_once_one_gets_it(home: Home) {
    let stores = [home.open().await, home.open().await];
    set_up(&stores[0]).await;
    let wishes: Vec<_> = (1..=40)
        .map(|id| {
            let store = stores[id as usize % 2].clone();
            let start = (id % 5) * 45;
            tokio::spawn(async move { store.commit(booked(ONE, id, assigned(1, start))).await })
        })
        .collect();
    let mut won = 0;
    for wish in wishes {
        match wish.await.unwrap() {
            Ok(_) => won += 1,
            Err(CommitError::Overlap { .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }
    assert!(
        (2..=3).contains(&won),
        "{won} visits of an hour fit into four hours when they start every 45 minutes"
    );
    assert_eq!(home.number("SELECT COUNT(*) FROM occupancy").await, won);
    assert!(stores[1].rebuild(ONE).await.unwrap().is_equal());
}

pub(crate) async fn a_changed_neighbour_refuses_what_was_planned_beside_it(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    store.commit(booked(ONE, 1, assigned(1, 0))).await.unwrap();
    let read = store.position(ONE).await.unwrap();
    let beside = |technicians: &[i64], from, to, position| {
        let technicians = technicians.iter().map(|id| TechnicianId(*id)).collect();
        change(ONE).only_if(OnlyIf::DaysAsOf {
            technicians,
            within: Span::new(at(from), at(to)).unwrap(),
            position,
        })
    };
    store.commit(booked(ONE, 2, assigned(1, 120))).await.unwrap();
    let refused = store.commit(beside(&[2, 1], -600, 600, read)).await;
    assert!(matches!(refused, Err(CommitError::Moved { .. })), "{refused:?}");
    store.commit(beside(&[2], -600, 600, read)).await.expect("another technician's day");
    store.commit(beside(&[1], -600, 100, read)).await.expect("other hours");
    let now = store.position(ONE).await.unwrap();
    store.commit(beside(&[1], -600, 600, now)).await.expect("read again");
}
