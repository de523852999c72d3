//! Every window is sold until none is left, and each promise still has a plan.

use crate::house::{Form, Home, House, SMALL, drives_of, id_of};
use app::Kind;
use app::view::{ApprovalDecision, ChosenWindow, LeadDetail, MoveInput, MovesRequest};
use domain::{AppointmentState, Board, Role, SignedDuration, Visit};
use planner::checker;
use std::collections::BTreeSet;

const STREETS: [&str; 8] = [
    "Deshler Ave",
    "Parsons Ave",
    "Indianola Ave",
    "Oakwood Ave",
    "S Champion Ave",
    "Summit St",
    "E Whittier St",
    "Kossuth St",
];
const WORK: [&str; 3] = [
    "Our furnace needs its yearly furnace tune-up. Any day is fine.",
    "The furnace is making noise, a furnace repair please. Any day is fine.",
    "We have no heat, the furnace won't start. Any day is fine.",
];
/// How many customers ask at the same moment.
const AT_ONCE: usize = 4;

/// The `count`-th customer's request, on some street for some work.
async fn asks(house: &House, count: usize) -> LeadDetail {
    let (phone, address) = (
        format!("614-555-{:04}", 1_000 + count),
        format!("{} {}, Columbus, OH", 100 + count, STREETS[count % STREETS.len()]),
    );
    let name = format!("Pat {}", ["Ames", "Bell", "Cole", "Dunn"][count % 4]);
    let form = Form { name: &name, phone: &phone, address: &address, message: WORK[count % WORK.len()] };
    house.asked(&form).await
}

fn promises(board: &Board) -> impl Iterator<Item = &Visit> {
    board.visits.iter().filter(|visit| visit.job.lead.is_some())
}

pub(crate) async fn every_window_is_sold_and_each_promise_has_a_plan(home: Home) {
    let mut sample = SMALL.clone();
    sample.company.settings.booking_days = 4;
    let house = House::of(home, &sample).await;
    house.mode(Some("assist"), None).await;
    let (csr, dispatcher) = (house.who(Role::Csr).await, house.who(Role::Dispatcher).await);
    let empty = house.board().await;
    let mut sold = 0;
    let mut count = 0;
    loop {
        let mut leads = Vec::new();
        for _ in 0..AT_ONCE {
            leads.push(asks(&house, count).await);
            count += 1;
        }
        if leads.iter().all(|lead| lead.windows.is_empty()) && count > 3 * AT_ONCE * WORK.len() {
            for lead in leads {
                let line = (lead.summary.state.as_str(), lead.summary.why.as_str());
                assert_eq!(line, ("escalated", "no arrival window fits the board"));
            }
            break;
        }
        // All of them want the best window, and everybody at the desk books at the same moment.
        let bookings = leads.iter().enumerate().filter_map(|(at, lead)| {
            let best = lead.windows.first()?;
            let window = ChosenWindow { start: best.start, end: best.end };
            let (app, csr, dispatcher, id) = (&house.app, &csr, &dispatcher, id_of(lead));
            Some(async move {
                if at % 2 == 0 {
                    return app.book(csr, id, window).await;
                }
                app.reserve(csr, id, window).await?;
                let decision =
                    ApprovalDecision { decision: "approve".to_owned(), ..ApprovalDecision::default() };
                app.decide_approval(dispatcher, id, decision).await
            })
        });
        for booked in futures_util::future::join_all(bookings).await {
            match booked {
                Ok(lead) => {
                    assert_eq!(lead.summary.state, "booked");
                    sold += 1;
                }
                Err(refused) => assert!(
                    matches!(refused.code, "window_full" | "conflict"),
                    "somebody was quicker: {refused:?}"
                ),
            }
        }
        assert!(count < 600, "four days of eight people hold less than that");
    }
    assert!(sold > 20, "{sold} sold");

    let full = house.board().await;
    assert_eq!(promises(&full).count(), sold);
    let drives = drives_of(&[&empty, &full]);
    assert_eq!(checker::compare(&empty, &full, &drives), Ok(()));
    for visit in promises(&full) {
        let AppointmentState::Unassigned { provisional: Some(at) } = visit.appointment.state else {
            panic!("J{} has no plan: {:?}", visit.job.number, visit.appointment.state);
        };
        assert!(visit.appointment.window.allows(at.start));
    }
    // The proof of the pudding: on each day all plans are put on the schedule in one move, judged strictly.
    let dates: BTreeSet<_> =
        promises(&full).map(|visit| full.company.date(visit.appointment.window.start())).collect();
    for date in dates {
        let of_day = promises(&full)
            .filter(|visit| full.company.date(visit.appointment.window.start()) == date)
            .map(|visit| (visit.appointment.id, visit.appointment.state.busy().unwrap()));
        let moves = of_day.map(|(id, at)| MoveInput::Assign {
            appointment_id: id.to_string(),
            technician_id: at.technician.to_string(),
            start: at.start,
        });
        let request = MovesRequest { moves: moves.collect(), override_reason: None };
        let done = house.app.make_moves(&dispatcher, request).await;
        assert!(done.is_ok(), "{date}: {done:?}");
    }
    let late = asks(&house, 700).await;
    assert!(late.windows.is_empty());
    let company = house.board().await.company;
    let tomorrow = company.date(house.now()).tomorrow().unwrap();
    let full = company.windows[0].on(tomorrow, &company.zone_of_time()).unwrap();
    let window = ChosenWindow { start: full.start(), end: full.end() };
    let refused = house.app.book(&csr, id_of(&late), window).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Refused, "window_full"));
    let start = full.start() + SignedDuration::from_mins(7);
    let own = ChosenWindow { start, end: start + SignedDuration::from_mins(2) };
    let refused = house.app.book(&csr, id_of(&late), own).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Refused, "window_not_offered"));
    house.is_whole().await;
}
