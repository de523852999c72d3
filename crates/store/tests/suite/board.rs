//! Reading.

use crate::home::Home;
use crate::sample::{
    ONE, TWO, assigned, at, booked, change, company, contact, customer, event, job, lead, location,
    placement, reservation, rules, set_up, span, technician, visit,
};
use domain::{
    AppointmentId, AppointmentState, ArrivalWindow, Confidence, CustomerId, Escalation, EscalationId, JobId,
    LeadId, LeadState, Message, MessageId, MessageState, Reading, ReservationId, Shift, ShiftId, ShiftKind,
    Source, Suggestion, SuggestionId, SuggestionState, TechnicianId, UserId, authority::EscalationState,
};
use std::time::Instant;
use store::LeadFilter;

pub(crate) async fn the_board_shows_what_touches_its_days(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let promised = |id, from, to, state| {
        let mut visit = visit(id, state);
        visit.window = ArrivalWindow(span(from, to));
        change(ONE).add(customer(id)).add(location(id, id)).add(job(id)).add(visit)
    };
    store.commit(promised(1, 0, 60, assigned(1, 0))).await.unwrap();
    store.commit(promised(2, 900, 960, assigned(1, 900))).await.unwrap();
    // Promised for later, planned inside; promised inside, planned nowhere; promised and planned around, never inside.
    store.commit(promised(3, 800, 860, assigned(1, 550))).await.unwrap();
    let nowhere = AppointmentState::Unassigned { provisional: None };
    store.commit(promised(4, 100, 200, nowhere)).await.unwrap();
    store.commit(promised(5, 700, 760, assigned(1, -700))).await.unwrap();
    let shift = |id, from, to| Shift {
        id: ShiftId(id),
        technician: TechnicianId(1),
        span: span(from, to),
        kind: ShiftKind::Normal,
    };
    let calendar = change(ONE).add(shift(1, -60, 1)).add(shift(2, -60, 0)).add(shift(3, 600, 700));
    store.commit(calendar.add(event(1, 2, 30, 60)).add(event(2, 2, 600, 660))).await.unwrap();
    let far = {
        let mut far = reservation(2, 1, 2, 900);
        far.window = ArrivalWindow(span(900, 960));
        far
    };
    let kept = store.commit(change(ONE).add(reservation(1, 1, 2, 100)).add(far)).await.unwrap();
    let board = store.board(ONE, span(0, 600), at(7)).await.unwrap().unwrap();
    assert_eq!(board.position, kept.position);
    assert_eq!((board.now, board.span, board.company), (at(7), span(0, 600), company(ONE)));
    assert_eq!(board.technicians.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["Ana", "Ben"]);
    assert_eq!(board.visits.iter().map(|v| v.appointment.id.0).collect::<Vec<_>>(), [1, 4, 3]);
    assert_eq!(board.visits[0].location, location(1, 1));
    assert_eq!(board.shifts.iter().map(|s| s.id.0).collect::<Vec<_>>(), [1]);
    assert_eq!(board.events.iter().map(|e| e.id.0).collect::<Vec<_>>(), [1]);
    assert_eq!(board.reservations.iter().map(|r| r.id.0).collect::<Vec<_>>(), [1]);
}

pub(crate) async fn leads_are_listed_open_ones_first(home: Home) {
    let store = home.open().await;
    let in_state = |id, state, minutes, owner: Option<i64>| {
        let mut lead = lead(id, "x");
        lead.status.state = state;
        lead.last_contact = at(minutes);
        lead.owner = owner.map(UserId);
        lead
    };
    let leads = change(ONE)
        .add(in_state(1, LeadState::New, 1, None))
        .add(in_state(2, LeadState::Booked { job: JobId(1) }, 9, None))
        .add(in_state(3, LeadState::Emergency, 2, Some(7)))
        .add(in_state(4, LeadState::OptedOut, 3, Some(7)));
    store.commit(leads).await.unwrap();
    let all = LeadFilter { limit: 9, ..LeadFilter::default() };
    let check = async |filter: LeadFilter, expected: &[i64]| {
        let found = store.leads(ONE, filter).await.unwrap();
        assert_eq!(found.iter().map(|lead| lead.id.0).collect::<Vec<_>>(), expected, "{filter:?}");
    };
    check(all, &[3, 1, 2, 4]).await;
    check(LeadFilter { limit: 2, ..all }, &[3, 1]).await;
    check(LeadFilter { open: Some(true), ..all }, &[3, 1]).await;
    check(LeadFilter { open: Some(false), ..all }, &[2, 4]).await;
    check(LeadFilter { state: Some("booked"), ..all }, &[2]).await;
    check(LeadFilter { owner: Some(UserId(7)), ..all }, &[3, 4]).await;
    assert_eq!(store.open_leads(ONE).await.unwrap(), 2);
    assert_eq!(store.open_leads(TWO).await.unwrap(), 0);
}

pub(crate) async fn queries_find_what_they_name(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let done = AppointmentState::Done { placement: placement(1, 0), arrived: at(5), finished: at(70) };
    let mut from_lead = job(1);
    from_lead.lead = Some(LeadId(1));
    let base = change(ONE).add(customer(1)).add(location(1, 1)).add(from_lead).add(visit(1, done));
    let message = Message {
        id: MessageId(1),
        lead: Some(LeadId(1)),
        appointment: None,
        purpose: domain::Purpose::Confirmation,
        to: "x".into(),
        text: "Hi".into(),
        state: MessageState::Draft,
    };
    let escalation = |id, life_safety, minutes, state| Escalation {
        id: EscalationId(id),
        lead: LeadId(1),
        reason: "gas".into(),
        life_safety,
        raised: at(0),
        due: at(minutes),
        state,
    };
    let closed = EscalationState::Closed { by: UserId(1), at: at(1), outcome: "called".into() };
    let base = base
        .add(lead(1, "x"))
        .add(contact(1, 1))
        .add(message.clone())
        .add(escalation(1, false, 1, EscalationState::Open))
        .add(escalation(2, true, 9, EscalationState::Taken { by: UserId(1), at: at(1) }))
        .add(escalation(3, true, 2, closed))
        .add(reservation(1, 1, 2, 0))
        .add(rules(1, true))
        .add(rules(2, true))
        .add(rules(3, false));
    store.commit(base).await.unwrap();
    assert_eq!(store.done_visits(ONE, span(0, 71)).await.unwrap().len(), 1);
    assert_eq!(store.done_visits(ONE, span(0, 70)).await.unwrap().len(), 0);
    assert_eq!(store.jobs_of_lead(ONE, LeadId(1)).await.unwrap()[0].number, 1);
    assert_eq!(store.jobs_of_customer(ONE, CustomerId(1)).await.unwrap().len(), 1);
    assert_eq!(store.locations_of(ONE, CustomerId(1)).await.unwrap()[0].value, location(1, 1));
    assert_eq!(store.appointments_of(ONE, JobId(1)).await.unwrap().len(), 1);
    assert_eq!(store.messages_of(ONE, LeadId(1)).await.unwrap()[0].value, message);
    assert_eq!(store.escalations_of(ONE, LeadId(1)).await.unwrap().len(), 3);
    let pending = store.pending_escalations(ONE).await.unwrap();
    assert_eq!(pending.iter().map(|e| e.id.0).collect::<Vec<_>>(), [2, 1], "life-safety stands first");
    assert_eq!(store.active_rules(ONE).await.unwrap().unwrap().value.version, 2, "a draft is not in force");
    assert_eq!(store.rule_sets(ONE).await.unwrap().len(), 3);
    assert_eq!(store.overdue_reservations(at(14), 9).await.unwrap(), []);
    let overdue = store.overdue_reservations(at(15), 9).await.unwrap();
    assert_eq!((overdue.len(), overdue[0].0, overdue[0].1.id), (1, ONE, ReservationId(1)));
    assert_eq!(store.held_reservations(ONE).await.unwrap().len(), 1);
    suggestions(&store).await;
}

pub(crate) async fn a_phone_finds_those_who_have_it_now(home: Home) {
    let store = home.open().await;
    let mut called = lead(1, "x");
    let words = Source::Field { field: "phone".into() };
    let phone = Reading { value: "+16145559999".to_owned(), confidence: Confidence::CERTAIN, source: words };
    called.readings.phones = vec![phone.clone(), phone];
    let position = store.commit(change(ONE).add(called.clone()).add(customer(1))).await.unwrap().position;
    assert_eq!(store.leads_by_phone(ONE, "+16145559999", at(0)).await.unwrap().len(), 1);
    assert_eq!(store.leads_by_phone(ONE, "+16145559999", at(1)).await.unwrap().len(), 0, "too long ago");
    called.number = 1;
    called.readings.phones.clear();
    let mut moved = customer(1);
    moved.phones = vec!["+16145557777".into()];
    store.commit(change(ONE).change(called, position).change(moved, position)).await.unwrap();
    assert_eq!(
        store.leads_by_phone(ONE, "+16145559999", at(0)).await.unwrap().len(),
        0,
        "it was a misreading"
    );
    assert_eq!(store.customers_by_phone(ONE, "+16145550001").await.unwrap().len(), 0);
    assert_eq!(store.customers_by_phone(ONE, "+16145557777").await.unwrap().len(), 1);
}

async fn suggestions(store: &store::Store) {
    let mut suggestion = Suggestion {
        id: SuggestionId(1),
        appointment: AppointmentId(1),
        alternatives: vec![],
        evidence: vec![],
        no_place: false,
        based_on: 1,
        made: at(0),
        took_micros: 1,
        state: SuggestionState::Open,
    };
    store.commit(change(ONE).add(suggestion.clone())).await.unwrap();
    assert_eq!(store.open_suggestions(ONE, 9).await.unwrap().len(), 1);
    suggestion.state = SuggestionState::Accepted { alternative: 0, by: None, at: at(1), position: 0 };
    let accepted = store.commit(change(ONE).set(suggestion)).await.unwrap();
    let found = store.suggestion(ONE, SuggestionId(1)).await.unwrap().unwrap();
    match found.value.state {
        SuggestionState::Accepted { position, .. } => assert_eq!(position, accepted.first),
        other => panic!("{other:?}"),
    }
    assert_eq!(store.open_suggestions(ONE, 9).await.unwrap().len(), 0);
    assert_eq!(store.suggestions_for(ONE, AppointmentId(1), 9).await.unwrap().len(), 1);
    assert!(store.rebuild(ONE).await.unwrap().is_equal());
}

pub(crate) async fn a_big_board_is_read_quickly(home: Home) {
    let store = home.open().await;
    store.commit(change(ONE).add(company(ONE))).await.unwrap();
    for technician_id in 1..=200 {
        let mut day = change(ONE).add(technician(technician_id, &format!("T{technician_id:03}")));
        for slot in 0..8 {
            let id = technician_id * 10 + slot;
            day.puts.extend(booked(ONE, id, assigned(technician_id, slot * 70)).puts);
        }
        store.commit(day).await.unwrap();
    }
    store.board(ONE, span(0, 600), at(0)).await.unwrap();
    let start = Instant::now();
    let board = store.board(ONE, span(0, 600), at(0)).await.unwrap().unwrap();
    let took = start.elapsed();
    println!("200 technicians, {} visits read in {took:?}", board.visits.len());
    assert_eq!((board.technicians.len(), board.visits.len()), (200, 1_600));
    // Some tens of milliseconds when optimised and alone; a test build on a busy machine gets a wide margin.
    assert!(took.as_millis() < 3_000, "{took:?}");
}
