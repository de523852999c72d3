//! From the first word to a job in the tray, or to a person.

use crate::house::{COMPANY, Form, GAS, Home, House, TUNE_UP, id_of};
use app::view::{ApprovalDecision, ChosenWindow, Dismissal, LeadDetail, LeadEdit, Outcome};
use app::{Error, Kind};
use domain::authority::{Action, Verdict};
use domain::{Actor, AppointmentState, EntryKind, Role, SignedDuration, Subject, Timestamp};
use std::collections::BTreeSet;

/// A decision on a proposal that changes nothing of it.
fn approve() -> ApprovalDecision {
    ApprovalDecision { decision: "approve".to_owned(), ..ApprovalDecision::default() }
}

fn reject(reason: &str) -> ApprovalDecision {
    ApprovalDecision { decision: "reject".to_owned(), reason: Some(reason.to_owned()), ..approve() }
}

fn kinds(lead: &LeadDetail) -> Vec<&str> {
    lead.timeline.iter().rev().map(|entry| entry.kind.as_str()).collect()
}

fn message_states(lead: &LeadDetail) -> Vec<&str> {
    lead.messages.iter().map(|message| message.state.as_str()).collect()
}

/// A window of a lead that is not the one at `index`.
fn chosen(lead: &LeadDetail, index: usize) -> ChosenWindow {
    ChosenWindow { start: lead.windows[index].start, end: lead.windows[index].end }
}

pub(crate) async fn a_form_becomes_a_proposal_and_an_approval_a_job(home: Home) {
    let house = House::new(home).await;
    let (csr, dispatcher) = (house.who(Role::Csr).await, house.who(Role::Dispatcher).await);
    let received = house.send(&TUNE_UP).await.unwrap();
    assert_eq!((received.reference.as_str(), received.repeated, &received.instruction), ("L1", false, &None));
    let unread = house.named("L1").await;
    assert_eq!(unread.summary.state, "new");
    assert_eq!(unread.summary.who, TUNE_UP.name, "who typed a name has one before anybody has read it");
    let store = house.store().await;
    let contact = store.contacts(COMPANY, id_of(&unread)).await.unwrap().remove(0);
    assert_eq!(contact.value.raw, TUNE_UP.raw(), "the payload is kept as it came");

    house.app.work_all().await.unwrap();
    let lead = house.named("L1").await;
    assert_eq!(lead.summary.state, "awaiting_approval");
    assert_eq!(kinds(&lead), ["lead_received", "lead_read", "slot_reserved"]);
    assert_eq!(message_states(&lead), ["draft"]);
    let kept = lead.reservation.as_ref().unwrap();
    assert_eq!(kept.state, "held");
    let held = store.held_reservations(COMPANY).await.unwrap();
    assert_eq!(held.len(), 1);
    let list = house.app.approvals(&dispatcher).await.unwrap().approvals;
    assert_eq!((list.len(), list[0].lead_id.as_str()), (1, lead.summary.id.as_str()));
    assert!(
        list[0].windows.iter().any(|window| window.start == kept.start),
        "the kept window stays on offer"
    );

    let refused = house.app.decide_approval(&csr, id_of(&lead), approve()).await.unwrap_err();
    assert_eq!(refused.kind, Kind::Forbidden);
    let round_about = house.app.book(&csr, id_of(&lead), chosen(&lead, 0)).await.unwrap_err();
    assert_eq!(round_about.kind, Kind::Forbidden, "booking it is approving it");
    let text = "See you soon. The Buckeyes.";
    let decision = ApprovalDecision { message: Some(text.to_owned()), ..approve() };
    let booked = house.app.decide_approval(&dispatcher, id_of(&lead), decision).await.unwrap();
    assert_eq!(booked.summary.state, "booked");
    assert_eq!(
        kinds(&booked),
        ["lead_received", "lead_read", "slot_reserved", "job_booked", "message_queued"]
    );
    assert_eq!(booked.timeline[0].actor, dispatcher.user.name);
    assert_eq!(message_states(&booked), ["discarded", "queued"]);
    assert_eq!(booked.messages[1].text, text);

    let job = booked.job.as_ref().unwrap();
    let board = house.app.board(&dispatcher, Some(job.date.parse().unwrap())).await.unwrap();
    let visit = board.visits.iter().find(|visit| visit.id == job.appointment_id).unwrap();
    assert_eq!((visit.state.as_str(), visit.reference.as_str()), ("unassigned", job.reference.as_str()));
    assert!(visit.technician_id.is_some(), "a plan stands behind the promise");
    assert!(visit.start.unwrap() >= visit.window.start && visit.start.unwrap() < visit.window.end);
    assert_eq!((visit.window.start, visit.window.end), (kept.start, kept.end));
    assert!(board.reservations.is_empty());

    house.app.work_all().await.unwrap();
    assert_eq!(message_states(&house.named("L1").await), ["discarded", "queued"], "it is held back");
    house.clock.advance(SignedDuration::from_secs(10));
    house.app.work_all().await.unwrap();
    assert_eq!(message_states(&house.named("L1").await), ["discarded", "sent"]);
    let again = house.app.decide_approval(&dispatcher, id_of(&lead), approve()).await.unwrap_err();
    assert_eq!((again.kind, again.code), (Kind::Conflict, "already_decided"));
    store.close().await;
    house.is_whole().await;
}

pub(crate) async fn a_person_may_reject_and_choose_another_window(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let lead = house.asked(&TUNE_UP).await;
    let silent = house.app.decide_approval(&dispatcher, id_of(&lead), reject(" ")).await.unwrap_err();
    assert_eq!((silent.kind, silent.errors[0].path.as_str()), (Kind::Invalid, "reason"));
    let lead = house.app.decide_approval(&dispatcher, id_of(&lead), reject("she is away")).await.unwrap();
    assert_eq!(lead.summary.state, "recommended");
    assert_eq!(message_states(&lead), ["discarded"]);
    assert!(house.board().await.reservations.is_empty());

    let other = chosen(&lead, 2);
    let lead = house.app.reserve(&dispatcher, id_of(&lead), other.clone()).await.unwrap();
    assert_eq!(lead.summary.state, "awaiting_approval");
    assert_eq!(lead.reservation.as_ref().unwrap().start, other.start);
    let third = chosen(&lead, 1);
    let decision = ApprovalDecision { window: Some(third.clone()), ..approve() };
    let lead = house.app.decide_approval(&dispatcher, id_of(&lead), decision).await.unwrap();
    assert_eq!(lead.summary.state, "booked");
    let board = house.board().await;
    assert!(board.reservations.is_empty());
    let visit = board.visits.iter().find(|visit| visit.job.lead == Some(id_of(&lead))).unwrap();
    assert_eq!(visit.appointment.window.start(), third.start);
    house.is_whole().await;
}

pub(crate) async fn assist_recommends_and_a_person_books(home: Home) {
    let house = House::new(home).await;
    house.mode(Some("assist"), None).await;
    let lead = house.asked(&TUNE_UP).await;
    assert_eq!(lead.summary.state, "recommended");
    assert_eq!(kinds(&lead), ["lead_received", "lead_read", "windows_recommended"]);
    assert_eq!(lead.timeline[0].mode.as_deref(), Some("assist"));
    assert!(lead.reservation.is_none() && lead.messages.is_empty());
    assert!(lead.windows.len() > 1);
    let store = house.store().await;
    assert!(store.held_reservations(COMPANY).await.unwrap().is_empty());
    assert_eq!(store.due_messages(house.now()).await.unwrap(), 0);

    let csr = house.who(Role::Csr).await;
    let lead = house.app.book(&csr, id_of(&lead), chosen(&lead, 0)).await.unwrap();
    assert_eq!(lead.summary.state, "booked");
    assert_eq!(message_states(&lead), ["queued"], "who books answers for the confirmation");
    house.app.work_all().await.unwrap();
    assert_eq!(store.due_messages(house.now()).await.unwrap(), 0);
    store.close().await;
    house.is_whole().await;
}

pub(crate) async fn auto_books_inside_the_rules_and_the_journal_proves_it(home: Home) {
    let house = House::new(home).await;
    house.mode(Some("auto"), None).await;
    let lead = house.asked(&TUNE_UP).await;
    assert_eq!(
        (lead.summary.state.as_str(), lead.summary.why.as_str()),
        ("booked", lead.summary.why.as_str())
    );
    assert_eq!(message_states(&lead), ["sent"]);
    let entries = house.home.journal().await;
    let booked = entries.iter().find(|row| row.entry.kind == EntryKind::JobBooked).unwrap();
    assert_eq!((&booked.entry.actor, booked.entry.rule_version), (&Actor::Rules, Some(2)));
    let store = house.store().await;
    let rules = store.rule_set(COMPANY, 2).await.unwrap().unwrap().value;
    assert_eq!(rules.signed.as_ref().unwrap().name, "Dana Whitfield");
    let (case, trace) = (booked.entry.case.as_ref().unwrap(), booked.entry.trace.clone());
    let verdict =
        Verdict { action: Action::Book, authority: booked.entry.mode.unwrap(), rule_version: 2, trace };
    assert!(authority::follows(&verdict, case, &rules));
    let first = store.rule_set(COMPANY, 1).await.unwrap().unwrap().value;
    assert!(!authority::follows(&verdict, case, &first), "the version before did not allow it");

    // What the rules cap is not booked by itself: a new system is worth thousands.
    let dear = Form {
        message: "I want a furnace replacement, a new furnace. Any day is fine.",
        phone: "614-555-0177",
        ..TUNE_UP
    };
    let lead = house.asked(&dear).await;
    assert_eq!(lead.summary.state, "awaiting_approval", "{lead:#?}");

    // An edit is no booking, even under Auto.
    let vague = Form { message: "Hello, please call me back.", phone: "614-555-0178", ..TUNE_UP };
    let lead = house.asked(&vague).await;
    assert_eq!(lead.summary.state, "collecting");
    let csr = house.who(Role::Csr).await;
    let company = house.app.company(&csr).await.unwrap();
    let tune_up = company.job_types.iter().find(|kind| kind.name == "Heating tune-up").unwrap();
    let edit = LeadEdit { job_type_id: Some(tune_up.id.clone()), ..LeadEdit::default() };
    let lead = house.app.edit_lead(&csr, id_of(&lead), edit).await.unwrap();
    assert_eq!(lead.summary.state, "awaiting_approval");

    // The kill switch stops it all.
    let dispatcher = house.who(Role::Dispatcher).await;
    let stop = app::view::ModeChange { kill_switch: Some(true), ..Default::default() };
    house.app.change_mode(&dispatcher, stop).await.unwrap();
    let lead = house.asked(&Form { phone: "614-555-0179", ..TUNE_UP }).await;
    assert_eq!(lead.summary.state, "recommended");
    assert!(lead.verdict.unwrap().trace.iter().any(|finding| finding.code == "kill_switch"));
    store.close().await;
    house.is_whole().await;
}

pub(crate) async fn a_hazard_goes_to_a_person_in_every_mode(home: Home) {
    let house = House::new(home).await;
    let csr = house.who(Role::Csr).await;
    for (mode, phone) in [("assist", "614-555-0181"), ("approve", "614-555-0182"), ("auto", "614-555-0183")] {
        house.mode(Some(mode), None).await;
        let form = Form { phone, ..GAS };
        let received = house.send(&form).await.unwrap();
        assert!(received.instruction.is_some_and(|words| !words.is_empty()), "told at once in {mode}");
        house.app.work_all().await.unwrap();
        let lead = house.named(&received.reference).await;
        assert_eq!(lead.summary.state, "emergency", "{mode}");
        assert_eq!(lead.hazards[0].class, "gas");
        assert!(!lead.hazards[0].instruction.is_empty());
        let escalation = lead.escalation.as_ref().unwrap();
        assert!(escalation.life_safety && escalation.state == "open");
        assert!(escalation.reason.contains("gas"), "the reason is the danger: {}", escalation.reason);
        assert!(lead.reservation.is_none() && lead.job.is_none() && lead.messages.is_empty());

        // The same again, an edit and the sweep do not change that.
        house.send(&form).await.unwrap();
        let edit = LeadEdit { urgency: Some("routine".to_owned()), ..LeadEdit::default() };
        let edited = house.app.edit_lead(&csr, id_of(&lead), edit).await.unwrap();
        assert_eq!(edited.summary.state, "emergency", "words stay dangerous in {mode}");
        let store = house.store().await;
        assert_eq!(store.escalations_of(COMPANY, id_of(&lead)).await.unwrap().len(), 1, "one call is enough");
        store.close().await;
        let id = escalation.id.parse().unwrap();
        let taken = house.app.take_escalation(&csr, id).await.unwrap();
        assert_eq!(taken.escalation.unwrap().taken_by.as_deref(), Some(csr.user.name.as_str()));
        let line = house.line(&received.reference).await;
        assert_eq!(line.owner.as_deref(), Some(csr.user.name.as_str()), "the inbox says who is on it");
        let dispatcher = house.who(Role::Dispatcher).await;
        let late = house.app.take_escalation(&dispatcher, id).await.unwrap_err();
        assert_eq!((late.kind, late.code), (Kind::Conflict, "taken"));
        let outcome = Outcome { outcome: "They left the house; the gas company is there.".to_owned() };
        let closed = house.app.close_escalation(&csr, id, outcome.clone()).await.unwrap();
        assert_eq!(closed.summary.state, "follow_up");
        assert_eq!(house.app.close_escalation(&csr, id, outcome).await.unwrap_err().code, "closed");
        let reopened = house.app.take_escalation(&csr, id).await.unwrap_err();
        assert_eq!(reopened.kind, Kind::Conflict, "what is dealt with stays dealt with");
    }
    let rows = house.home.journal().await;
    assert!(rows.iter().all(|row| row.entry.kind != EntryKind::JobBooked));
    house.is_whole().await;
}

pub(crate) async fn the_same_request_ten_times_is_ten_contacts_of_one_lead(home: Home) {
    let house = House::new(home).await;
    let once = || house.send(&TUNE_UP);
    let answers = tokio::join!(once(), once(), once(), once(), once());
    let mut answers = vec![answers.0, answers.1, answers.2, answers.3, answers.4];
    house.app.work_all().await.unwrap();
    for _ in 0..5 {
        house.clock.advance(SignedDuration::from_mins(1));
        answers.push(house.send(&TUNE_UP).await);
    }
    let answers: Vec<_> = answers.into_iter().collect::<Result<_, Error>>().unwrap();
    let references: BTreeSet<&str> = answers.iter().map(|answer| answer.reference.as_str()).collect();
    assert_eq!(references, BTreeSet::from(["L1"]));
    assert_eq!(answers.iter().filter(|answer| !answer.repeated).count(), 1);
    let lead = house.named("L1").await;
    assert_eq!((lead.summary.contacts, lead.contacts.len()), (10, 10));
    assert_eq!(lead.summary.state, "awaiting_approval");
    let came_in =
        kinds(&lead).into_iter().filter(|kind| matches!(*kind, "lead_received" | "contact_repeated"));
    assert_eq!(came_in.count(), 10);
    // Half an hour later it is somebody who asks again.
    house.clock.advance(SignedDuration::from_mins(30));
    assert_eq!(house.send(&TUNE_UP).await.unwrap().reference, "L2");
    house.is_whole().await;
}

pub(crate) async fn an_idempotency_key_names_one_request(home: Home) {
    let house = House::new(home).await;
    let first = house.send_with_key(&TUNE_UP, Some("k-1")).await.unwrap();
    house.clock.advance(SignedDuration::from_mins(40));
    for _ in 0..9 {
        let again = house.send_with_key(&TUNE_UP, Some("k-1")).await.unwrap();
        assert_eq!((again.reference.as_str(), again.repeated), (first.reference.as_str(), true));
    }
    let lead = house.named(&first.reference).await;
    assert_eq!((lead.summary.contacts, lead.contacts.len()), (10, 10));
    let other = Form { message: "Something else: the furnace is making noise.", ..TUNE_UP };
    let refused = house.send_with_key(&other, Some("k-1")).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Invalid, "key_reused"));
    assert_eq!(house.send_with_key(&other, Some("k-2")).await.unwrap().reference, "L2");
    house.is_whole().await;
}

pub(crate) async fn a_form_that_makes_no_sense_is_refused_by_name(home: Home) {
    let house = House::new(home).await;
    let long = "x".repeat(20_001);
    let check = async |form: Form<'_>, path: &str, code: &str| {
        let refused = house.send(&form).await.unwrap_err();
        assert_eq!((refused.kind, refused.code), (Kind::Invalid, code), "{form:?}");
        assert_eq!(refused.errors[0].path, path);
    };
    check(Form { message: " \n ", ..TUNE_UP }, "message", "empty_text").await;
    check(Form { message: &long, ..TUNE_UP }, "message", "invalid").await;
    check(Form { phone: "", ..TUNE_UP }, "phone", "invalid").await;
    check(Form { name: &long, ..TUNE_UP }, "name", "invalid").await;
    let request = serde_json::from_str(&TUNE_UP.raw()).unwrap();
    let nobody = house.app.receive_form("nobody", TUNE_UP.raw(), request, None).await.unwrap_err();
    assert_eq!(nobody.kind, Kind::NotFound);
    assert!(house.home.journal().await.iter().all(|row| row.entry.kind != EntryKind::LeadReceived));
    house.is_whole().await;
}

pub(crate) async fn a_reservation_that_nobody_decides_is_given_back(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let lead = house.asked(&TUNE_UP).await;
    let held = lead.reservation.as_ref().unwrap();
    house.clock.set(held.until.unwrap() - SignedDuration::from_secs(1));
    house.app.work_all().await.unwrap();
    assert_eq!(house.named("L1").await.summary.state, "awaiting_approval");
    house.clock.set(held.until.unwrap());
    // Too late is too late, whether or not the sweep was there already.
    let late = house.app.decide_approval(&dispatcher, id_of(&lead), approve()).await.unwrap_err();
    assert_eq!((late.kind, late.code), (Kind::Conflict, "reservation_expired"));
    house.app.work_all().await.unwrap();
    let lead = house.named("L1").await;
    assert_eq!(lead.summary.state, "recommended");
    assert_eq!(kinds(&lead).last(), Some(&"slot_expired"));
    assert!(house.board().await.reservations.is_empty());
    let late = house.app.decide_approval(&dispatcher, id_of(&lead), approve()).await.unwrap_err();
    assert_eq!((late.kind, late.code), (Kind::Conflict, "already_decided"));
    assert!(lead.windows.iter().all(|window| window.end > house.now()));
    house.is_whole().await;
}

pub(crate) async fn an_approval_never_plans_a_start_in_the_past(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let lead = house.asked(&TUNE_UP).await;
    let minutes = SignedDuration::from_mins;
    let mut windows: Vec<(Timestamp, Timestamp)> =
        lead.windows.iter().map(|window| (window.start, window.end)).collect();
    windows.sort();
    let mut found = None;
    for (start, end) in windows {
        // A minute before a window begins its slot is kept for fifteen, so that it can still be approved.
        house.clock.set(start - minutes(1));
        let Ok(lead) = house.app.reserve(&dispatcher, id_of(&lead), ChosenWindow { start, end }).await else {
            continue;
        };
        let kept = lead.reservation.unwrap();
        if kept.planned_start + minutes(1) < kept.until.unwrap() {
            found = Some((start, kept.planned_start));
            break;
        }
    }
    let (start, planned) = found.expect("somebody is near at the beginning of a window");
    house.clock.set(planned + minutes(1));
    let refused = house.app.decide_approval(&dispatcher, id_of(&lead), approve()).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Refused, "no_longer_fits"), "{refused}");
    assert!(refused.refusals.iter().any(|why| why.code == "in_the_past"), "{refused}");
    let other = lead.windows.iter().find(|window| window.start > start).unwrap();
    let window = Some(ChosenWindow { start: other.start, end: other.end });
    let decision = ApprovalDecision { window, ..approve() };
    let lead = house.app.decide_approval(&dispatcher, id_of(&lead), decision).await.unwrap();
    let board = house.board().await;
    let visit = board.visits.iter().find(|visit| visit.job.lead == Some(id_of(&lead))).unwrap();
    assert!(visit.appointment.state.busy().unwrap().start > house.now());
    house.is_whole().await;
}

pub(crate) async fn of_two_who_decide_at_once_one_is_told(home: Home) {
    let house = House::new(home).await;
    let (owner, dispatcher) = (house.who(Role::Owner).await, house.who(Role::Dispatcher).await);
    let id = id_of(&house.asked(&TUNE_UP).await);
    let (one, other) = tokio::join!(
        house.app.decide_approval(&owner, id, approve()),
        house.app.decide_approval(&dispatcher, id, reject("not today")),
    );
    let lost = match (one, other) {
        (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
        (one, other) => panic!("{one:?} and {other:?}"),
    };
    assert_eq!((lost.kind, lost.code), (Kind::Conflict, "already_decided"), "{lost}");
    let (one, other) = tokio::join!(
        house.app.book(&owner, id, soon(&house)),
        house.app.dismiss(&dispatcher, id, dismissed()),
    );
    assert!(!(one.is_ok() && other.is_ok()), "a lead is not booked and put aside at once");
    let board = house.board().await;
    let jobs = board.visits.iter().filter(|visit| visit.job.lead == Some(id)).count();
    assert!(jobs <= 1);
    house.is_whole().await;
}

fn dismissed() -> Dismissal {
    Dismissal { state: "dismissed".to_owned(), reason: "somebody else came".to_owned() }
}

fn soon(house: &House) -> ChosenWindow {
    let start = house.now() + SignedDuration::from_mins(4 * 60 + 20);
    ChosenWindow { start, end: start + SignedDuration::from_hours(2) }
}

pub(crate) async fn what_was_begun_before_a_kill_is_finished_after_it(home: Home) {
    let mut house = House::new(home).await;
    house.send(&TUNE_UP).await.unwrap();
    house.kill_and_restart().await;
    house.app.work_all().await.unwrap();
    let lead = house.named("L1").await;
    assert_eq!(lead.summary.state, "awaiting_approval", "the task of reading it was on disk");
    let store = house.store().await;
    let id = id_of(&lead);
    let read = store.timeline(COMPANY, Subject::Lead(id)).await.unwrap();
    assert_eq!(read.iter().filter(|entry| entry.entry.kind == EntryKind::LeadRead).count(), 1);
    let dispatcher = house.who(Role::Dispatcher).await;
    house.app.decide_approval(&dispatcher, id, approve()).await.unwrap();
    house.kill_and_restart().await;
    house.clock.advance(SignedDuration::from_secs(10));
    house.app.work_all().await.unwrap();
    let lead = house.named("L1").await;
    assert_eq!(message_states(&lead), ["discarded", "sent"], "the outbox was on disk");
    let visit = house.board().await.visits.into_iter().find(|visit| visit.job.lead == Some(id)).unwrap();
    assert!(matches!(visit.appointment.state, AppointmentState::Unassigned { provisional: Some(_) }));
    store.close().await;
    house.is_whole().await;
}
