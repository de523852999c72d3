//! What was left open, what somebody has to look at, and how it is found again.

use crate::house::{Home, House, TUNE_UP, drives_of, id_of};
use app::view::{RescheduleRequest, SearchHit, SuggestRequest, SuggestionView};
use app::{Kind, Who};
use domain::board::How;
use domain::{Actor, AppointmentId, AppointmentState, Board, Move, Role, SignedDuration, UserId};

async fn hits(house: &House, who: &Who, text: &str) -> Vec<SearchHit> {
    house.app.search(who, text).await.unwrap().hits
}

/// A visit of the tray, promised for today.
fn in_the_tray(board: &Board) -> AppointmentId {
    let today = board.company.date(board.now);
    let waits = |visit: &&domain::Visit| {
        matches!(visit.appointment.state, AppointmentState::Unassigned { .. })
            && board.company.date(visit.appointment.window.start()) == today
            && visit.location.point.is_some()
    };
    board.visits.iter().find(waits).expect("something lies in the tray").appointment.id
}

pub(crate) async fn what_was_missed_is_carried_over_until_it_has_another_window(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let before = house.board().await;
    let visit = in_the_tray(&before);
    let job = format!("J{}", before.visit(visit).unwrap().job.number);
    let today = house.app.board(&dispatcher, None).await.unwrap();
    assert!(today.carried.is_empty());

    // Fifteen minutes past midnight, two days later.
    house.clock.advance(SignedDuration::from_mins((24 + 14) * 60 + 35));
    let board = house.app.board(&dispatcher, None).await.unwrap();
    let carried = board.carried.iter().find(|one| one.id == visit.to_string()).expect("it is not forgotten");
    assert_eq!((carried.days_open, carried.alerts[0].as_str()), (2, "missed"));
    assert!(carried.alert_reasons[0].words.contains("its arrival window ended on Wed 3 Jun at "));
    assert!(board.alert_ids.contains(&visit.to_string()));
    assert!(
        board.carried.windows(2).all(|pair| pair[0].window.start <= pair[1].window.start),
        "longest first"
    );
    assert!(hits(&house, &dispatcher, &job).await.iter().any(|hit| hit.id == visit.to_string()));

    let ask = SuggestRequest { appointment_id: visit.to_string() };
    let refused = house.app.suggest(&dispatcher, ask).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Refused, "missed"));
    assert_eq!(refused.detail.matches("its arrival window ended").count(), 1, "{refused}");
    let said = refused.notice.as_ref().unwrap();
    assert_eq!((said.action.as_deref(), said.evidence.len()), (Some("offer_window"), 1));

    let offered = house.app.visit_windows(&dispatcher, visit).await.unwrap();
    let best = &offered.windows[0];
    let (start, end) = (best.start, best.end);
    let window = RescheduleRequest { start, end, message: None, message_confirmed: false, tell: None };
    let given = house.app.reschedule(&dispatcher, visit, window).await.unwrap();
    assert_eq!(given.visit.days_open, 0);
    let board = house.app.board(&dispatcher, None).await.unwrap();
    assert!(board.carried.iter().all(|one| one.id != visit.to_string()));
    let undo = app::view::UndoRequest { position: given.position };
    house.app.undo(&dispatcher, undo).await.unwrap();
    let board = house.app.board(&dispatcher, None).await.unwrap();
    assert!(board.carried.iter().any(|one| one.id == visit.to_string()), "undone, it is missed again");
    house.is_whole().await;
}

pub(crate) async fn whoever_calls_is_found(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let board = house.board().await;
    let tomorrow = board.company.date(board.now).tomorrow().unwrap();
    let later = |visit: &&domain::Visit| board.company.date(visit.appointment.window.start()) > tomorrow;
    let visit = board.visits.iter().find(later).unwrap();
    let phone = visit.customer.phones[0].clone();
    let (area, rest) = phone.trim_start_matches("+1").split_at(3);
    let spellings = [
        phone.clone(),
        format!("({area}) {}-{}", &rest[..3], &rest[3..]),
        format!("{}-{}", &rest[..3], &rest[3..]),
    ];
    for spelling in spellings {
        let found = hits(&house, &dispatcher, &spelling).await;
        assert!(
            found.iter().any(|hit| hit.kind == "customer" && hit.title == visit.customer.name),
            "{spelling}"
        );
        let same = found.iter().find(|hit| hit.kind == "visit" && hit.id == visit.appointment.id.to_string());
        assert_eq!(
            same.expect("their visit is there").date,
            Some(
                board
                    .company
                    .date(
                        visit
                            .appointment
                            .state
                            .placement()
                            .map_or(visit.appointment.window.start(), |at| at.start)
                    )
                    .to_string()
            )
        );
    }
    let technician = &board.technicians[0];
    let found = hits(&house, &dispatcher, technician.name.split(' ').next().unwrap()).await;
    assert!(found.iter().any(|hit| hit.kind == "technician" && hit.id == technician.id.to_string()));
    let found = hits(&house, &dispatcher, &visit.customer.name.to_uppercase()).await;
    assert!(found.iter().any(|hit| hit.kind == "customer" && hit.title == visit.customer.name));
    let found = hits(&house, &dispatcher, &visit.location.address.line).await;
    assert!(found.iter().any(|hit| hit.title == visit.customer.name), "by the address");
    let lead = house.asked(&TUNE_UP).await;
    for text in ["L1", "nakamura", "614 555 0131"] {
        let found = hits(&house, &dispatcher, text).await;
        assert!(found.iter().any(|hit| hit.kind == "lead" && hit.id == id_of(&lead).to_string()), "{text}");
    }
    assert!(hits(&house, &dispatcher, "nobody by that name").await.is_empty());
    assert!(hits(&house, &dispatcher, "%").await.is_empty());
    house.is_whole().await;
}

pub(crate) async fn a_technician_whom_the_planner_leaves_alone_is_sent_by_hand(home: Home) {
    let house = House::new(home).await;
    let mut board = house.board().await;
    let moved = board.visits.iter().find_map(|visit| match visit.appointment.state {
        AppointmentState::Assigned { placement } if board.keeps_still(visit).is_none() => {
            Some((visit.appointment.id, placement))
        }
        _ => None,
    });
    let (visit, place) = moved.unwrap();
    let away = Move::Unassign { appointment: visit, from: place, reason: "by hand".to_owned() };
    let drives = drives_of(&[&board]);
    let person = || How::strictly(Actor::User { id: UserId(2) });
    board = board.apply(&[away], &person(), &drives).unwrap().board;
    board.technicians.iter_mut().find(|one| one.id == place.technician).unwrap().managed = false;
    let back = [Move::Assign { appointment: visit, to: place, from: None }];
    board.apply(&back, &person(), &drives).expect("that is what they are for");
    let refused = board.apply(&back, &How::strictly(Actor::Planner), &drives).unwrap_err();
    assert!(refused.iter().any(|one| one.code() == "not_managed"), "{refused:?}");
}

pub(crate) async fn the_money_adds_up_and_the_nearest_stand_first(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let board = house.board().await;
    let (mut summed, mut ranked) = (0, 0);
    let today = board.company.date(board.now);
    let movable = board.visits.iter().filter(|visit| {
        board.company.date(visit.appointment.window.start()) == today && board.keeps_still(visit).is_none()
    });
    for visit in movable {
        let ask = SuggestRequest { appointment_id: visit.appointment.id.to_string() };
        let suggestion: SuggestionView = house.app.suggest(&dispatcher, ask).await.unwrap();
        for alternative in &suggestion.alternatives {
            let lines: i64 = alternative.ledger.iter().map(|line| line.money_cents).sum();
            assert_eq!(lines, alternative.gain.value_cents, "{alternative:?}");
            let cents = |text: &&str| {
                text.split('.').nth(1).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            };
            let amounts = alternative.reasons.iter().flat_map(|reason| reason.split('$').skip(1));
            assert_eq!(amounts.filter(|text| cents(&text.split(' ').next().unwrap())).count(), 0);
            summed += 1;
        }
        let ranking =
            house.app.ranked_technicians(&dispatcher, visit.appointment.id).await.unwrap().technicians;
        let blocked = ranking.iter().position(|one| one.verdict == "blocked").unwrap_or(ranking.len());
        assert!(ranking[blocked..].iter().all(|one| one.verdict == "blocked"));
        let unskilled =
            |one: &app::view::RankedTechnician| one.refusals.iter().any(|no| no.code == "missing_skill");
        let first = ranking.iter().position(unskilled).unwrap_or(ranking.len());
        assert!(
            ranking[first..].iter().all(unskilled),
            "whoever cannot do the work stands behind who has no time"
        );
        ranked += 1;
        if summed > 3 && ranked > 5 {
            break;
        }
    }
    assert!(summed > 0 && ranked > 0);
    let standing = house.app.standing(&dispatcher, None).await.unwrap();
    assert!(standing.appointment_ids.len() <= 5 && (!standing.more || standing.appointment_ids.len() == 5));
    house.is_whole().await;
}
