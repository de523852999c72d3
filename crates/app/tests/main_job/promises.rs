//! What customers were promised and told: approved, changed, and taken back.

use crate::house::{COMPANY, Form, Home, House, TUNE_UP, id_of};
use app::view::{
    ApprovalDecision, ApprovalView, ChosenWindow, LeadDetail, LeadEdit, MessageRelease, MoveInput,
    MovesRequest, MovesResult, RescheduleRequest, UndoRequest, VisitView,
};
use app::{Error, Kind, Who};
use domain::board::How;
use domain::{
    Actor, AppointmentId, AppointmentState, ArrivalWindow, Board, EntryKind, Move, Placement, Role,
    SignedDuration,
};

fn approve() -> ApprovalDecision {
    ApprovalDecision { decision: "approve".to_owned(), ..ApprovalDecision::default() }
}

async fn the_approval(house: &House, who: &Who) -> ApprovalView {
    house.app.approvals(who).await.unwrap().approvals.remove(0)
}

fn states(lead: &LeadDetail) -> Vec<(&str, &str)> {
    lead.messages.iter().map(|one| (one.purpose.as_str(), one.state.as_str())).collect()
}

/// The position of the newest entry of a lead that can be undone.
fn undoable(lead: &LeadDetail) -> i64 {
    lead.timeline.iter().find(|entry| entry.undoable).expect("something can be undone").position
}

async fn undo(house: &House, who: &Who, position: i64) -> Result<MovesResult, Error> {
    house.app.undo(who, UndoRequest { position }).await
}

async fn make(house: &House, who: &Who, change: MoveInput) -> Result<MovesResult, Error> {
    house.app.make_moves(who, MovesRequest { moves: vec![change], override_reason: None }).await
}

fn state_of(board: &Board, id: AppointmentId) -> AppointmentState {
    board.visit(id).unwrap().appointment.state.clone()
}

/// A visit of the board in a state that passes, later than today.
fn later_visit(board: &Board, passes: impl Fn(&AppointmentState) -> bool) -> AppointmentId {
    let today = board.company.date(board.now);
    let fits = |visit: &&domain::Visit| {
        passes(&visit.appointment.state)
            && visit.appointment.lock.is_none()
            && board.company.date(visit.appointment.window.start()) > today
    };
    board.visits.iter().find(fits).expect("the board has one").appointment.id
}

async fn visit_of(house: &House, who: &Who, lead: &LeadDetail) -> VisitView {
    let id = lead.job.as_ref().unwrap().appointment_id.parse().unwrap();
    house.app.visit(who, id).await.unwrap().visit
}

pub(crate) async fn a_text_follows_the_window_or_is_refused_by_name(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let lead = house.asked(&TUNE_UP).await;
    let shown = the_approval(&house, &dispatcher).await;
    let proposed = shown.message.clone().unwrap().text;
    let other = shown.windows.iter().find(|one| one.label[..3] != shown.reservation.label[..3]).unwrap();
    let text = other.message.clone().unwrap();
    assert_ne!(text, proposed, "each window has its own text");

    let window = Some(ChosenWindow { start: other.start, end: other.end });
    let edited = format!("{proposed} Bring a ladder.");
    let decision = ApprovalDecision { window: window.clone(), message: Some(edited.clone()), ..approve() };
    let refused = house.app.decide_approval(&dispatcher, id_of(&lead), decision.clone()).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Refused, "text_names_another_window"));
    assert_eq!(refused.notice.as_ref().unwrap().evidence.len(), 2, "both are named: {refused}");
    assert_eq!(house.named("L1").await.summary.state, "awaiting_approval");

    let unedited = ApprovalDecision { message: Some(proposed), ..decision };
    let booked = house.app.decide_approval(&dispatcher, id_of(&lead), unedited).await.unwrap();
    assert_eq!(booked.messages.last().unwrap().text, text, "what nobody edited follows the window");

    undo(&house, &dispatcher, undoable(&booked)).await.unwrap();
    let sure = ApprovalDecision {
        message: Some("See you Friday 3 pm".to_owned()),
        message_confirmed: true,
        ..approve()
    };
    let booked = house.app.decide_approval(&dispatcher, id_of(&lead), sure).await.unwrap();
    assert_eq!(booked.messages.last().unwrap().text, "See you Friday 3 pm");
    house.is_whole().await;
}

pub(crate) async fn an_approval_of_what_was_not_shown_is_refused(home: Home) {
    let house = House::new(home).await;
    let (dispatcher, csr) = (house.who(Role::Dispatcher).await, house.who(Role::Csr).await);
    let lead = house.asked(&TUNE_UP).await;
    let shown = the_approval(&house, &dispatcher).await;
    // Somebody reserves another window meanwhile.
    let other = &shown.windows[2];
    let chosen = ChosenWindow { start: other.start, end: other.end };
    house.app.reserve(&csr, id_of(&lead), chosen).await.unwrap();
    let decision = ApprovalDecision { as_of: Some(shown.as_of), ..approve() };
    let refused = house.app.decide_approval(&dispatcher, id_of(&lead), decision).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Conflict, "case_changed"), "{refused}");
    assert!(house.named("L1").await.job.is_none());
    let now = the_approval(&house, &dispatcher).await;
    let decision = ApprovalDecision { as_of: Some(now.as_of), ..approve() };
    let booked = house.app.decide_approval(&dispatcher, id_of(&lead), decision).await.unwrap();
    assert_eq!(visit_of(&house, &dispatcher, &booked).await.window.start, other.start);

    // An edit puts another case before the person.
    undo(&house, &dispatcher, undoable(&booked)).await.unwrap();
    let shown = the_approval(&house, &dispatcher).await;
    let edit = LeadEdit { name: Some("Harriet Nakamura".to_owned()), ..LeadEdit::default() };
    house.app.edit_lead(&csr, id_of(&lead), edit).await.unwrap();
    let decision = ApprovalDecision { as_of: Some(shown.as_of), ..approve() };
    let refused = house.app.decide_approval(&dispatcher, id_of(&lead), decision).await.unwrap_err();
    assert!(matches!(refused.code, "case_changed" | "already_decided"), "{refused}");
    house.is_whole().await;
}

pub(crate) async fn an_undone_approval_waits_again_and_nothing_was_sent(home: Home) {
    let house = House::new(home).await;
    let (dispatcher, csr) = (house.who(Role::Dispatcher).await, house.who(Role::Csr).await);
    let lead = house.asked(&TUNE_UP).await;
    let before = house.board().await.reservations;
    let booked = house.app.decide_approval(&dispatcher, id_of(&lead), approve()).await.unwrap();
    let sent = booked.messages.last().unwrap();
    assert_eq!(sent.leaves_at, Some(house.now() + SignedDuration::from_secs(10)));
    let position = undoable(&booked);
    assert_eq!(undo(&house, &csr, position).await.unwrap_err().kind, Kind::Forbidden);
    house.clock.advance(SignedDuration::from_secs(9));
    house.app.work_all().await.unwrap();
    let done = undo(&house, &dispatcher, position).await.unwrap();
    assert_eq!(done.lead_id.as_deref(), Some(lead.summary.id.as_str()));
    assert_eq!(done.visits[0].state, "canceled");
    assert!(done.became[0].contains("withdrawn unsent"), "{:?}", done.became);

    let again = house.named("L1").await;
    assert_eq!(again.summary.state, "awaiting_approval");
    let after = house.board().await.reservations;
    assert_eq!(
        (after.len(), after[0].placement, after[0].window),
        (1, before[0].placement, before[0].window)
    );
    assert!(after[0].is_held());
    let entry = again.timeline.iter().find(|entry| entry.position == position).unwrap();
    assert_eq!((entry.undoable, entry.undone_by), (false, Some(done.position)));
    let twice = undo(&house, &dispatcher, position).await.unwrap_err();
    assert_eq!((twice.kind, twice.code), (Kind::Conflict, "already_undone"));
    house.clock.advance(SignedDuration::from_mins(2));
    house.app.work_all().await.unwrap();
    let lead = house.named("L1").await;
    assert!(lead.messages.iter().all(|one| one.state != "sent"), "{:?}", lead.messages);
    let shown = the_approval(&house, &dispatcher).await;
    let decision = ApprovalDecision { as_of: Some(shown.as_of), ..approve() };
    let booked = house.app.decide_approval(&dispatcher, id_of(&lead), decision).await.unwrap();
    assert_eq!(booked.summary.state, "booked");
    house.is_whole().await;
}

pub(crate) async fn an_undone_approval_that_was_sent_drafts_a_correction(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let lead = house.asked(&TUNE_UP).await;
    let booked = house.app.decide_approval(&dispatcher, id_of(&lead), approve()).await.unwrap();
    house.clock.advance(SignedDuration::from_secs(11));
    house.app.work_all().await.unwrap();
    let done = undo(&house, &dispatcher, undoable(&booked)).await.unwrap();
    assert!(done.became[0].contains("a correction is drafted"), "{:?}", done.became);
    house.clock.advance(SignedDuration::from_mins(5));
    house.app.work_all().await.unwrap();
    let again = house.named("L1").await;
    let waiting: Vec<_> = states(&again).into_iter().filter(|(_, state)| *state == "draft").collect();
    assert!(waiting.contains(&("correction", "draft")), "nothing leaves by itself: {waiting:?}");
    let shown = the_approval(&house, &dispatcher).await;
    assert!(shown.message.unwrap().text.contains("Please disregard our earlier message."));
    let correction = again.messages.iter().find(|one| one.purpose == "correction").unwrap();
    let id = correction.id.parse().unwrap();
    let released = house.app.release_message(&dispatcher, id, MessageRelease::default()).await.unwrap();
    assert_eq!(released.state, "queued");
    house.clock.advance(SignedDuration::from_secs(11));
    house.app.work_all().await.unwrap();
    let lead = house.named("L1").await;
    assert!(states(&lead).contains(&("correction", "sent")), "{:?}", states(&lead));
    house.is_whole().await;
}

pub(crate) async fn a_booking_that_went_on_says_why_it_stays(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let lead = house.asked(&TUNE_UP).await;
    let booked = house.app.decide_approval(&dispatcher, id_of(&lead), approve()).await.unwrap();
    let position = undoable(&booked);
    let visit = visit_of(&house, &dispatcher, &booked).await;
    let cancel = MoveInput::Cancel { appointment_id: visit.id.clone(), reason: "they called".to_owned() };
    let canceled = make(&house, &dispatcher, cancel).await.unwrap();
    let refused = undo(&house, &dispatcher, position).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Refused, "not_undoable"));
    assert!(refused.detail.contains(&format!("{} is canceled", visit.reference)), "{refused}");
    undo(&house, &dispatcher, canceled.position).await.unwrap();
    undo(&house, &dispatcher, position).await.unwrap();
    let received = booked.timeline.last().unwrap().position;
    let refused = undo(&house, &dispatcher, received).await.unwrap_err();
    assert_eq!(refused.code, "not_undoable");
    house.is_whole().await;
}

pub(crate) async fn a_cancelled_or_held_visit_comes_back_where_it_was(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let board = house.board().await;
    let assigned = later_visit(&board, |state| matches!(state, AppointmentState::Assigned { .. }));
    let tray =
        later_visit(&board, |state| matches!(state, AppointmentState::Unassigned { provisional: Some(_) }));
    for visit in [assigned, tray] {
        let appointment_id = visit.to_string();
        let cancel = MoveInput::Cancel { appointment_id: appointment_id.clone(), reason: "oops".to_owned() };
        let hold = MoveInput::Hold { appointment_id: appointment_id.clone(), reason: "parts".to_owned() };
        for change in [cancel, hold] {
            let before = state_of(&house.board().await, visit);
            let done = make(&house, &dispatcher, change).await.unwrap();
            assert!(done.undoable);
            assert_ne!(state_of(&house.board().await, visit), before);
            undo(&house, &dispatcher, done.position).await.unwrap();
            assert_eq!(state_of(&house.board().await, visit), before);
        }
        let cancel = MoveInput::Cancel { appointment_id: appointment_id.clone(), reason: "oops".to_owned() };
        make(&house, &dispatcher, cancel).await.unwrap();
        let reopened = make(&house, &dispatcher, MoveInput::Reopen { appointment_id }).await.unwrap();
        assert_eq!(reopened.visits[0].state, "unassigned");
        assert!(reopened.visits[0].start.is_some(), "there was room");
    }
    house.is_whole().await;
}

pub(crate) async fn a_visit_gets_another_window_and_the_customer_a_message(home: Home) {
    let house = House::new(home).await;
    let (dispatcher, csr) = (house.who(Role::Dispatcher).await, house.who(Role::Csr).await);
    let board = house.board().await;
    let visit = later_visit(&board, |state| matches!(state, AppointmentState::Assigned { .. }));
    let before = board.visit(visit).unwrap().appointment.clone();
    let offered = house.app.visit_windows(&dispatcher, visit).await.unwrap();
    assert!(offered.windows.len() > 3 && offered.tell.to.is_some(), "{offered:?}");
    assert!(
        offered
            .windows
            .iter()
            .all(|one| one.start != before.window.start() || one.end != before.window.end())
    );
    let best = offered.windows[0].clone();
    let ask = |tell: &str| RescheduleRequest {
        start: best.start,
        end: best.end,
        message: None,
        message_confirmed: false,
        tell: Some(tell.to_owned()),
    };
    assert_eq!(house.app.reschedule(&csr, visit, ask("draft")).await.unwrap_err().kind, Kind::Forbidden);
    let wrong = RescheduleRequest { message: Some("We come on Jan 5.".to_owned()), ..ask("draft") };
    let refused = house.app.reschedule(&dispatcher, visit, wrong).await.unwrap_err();
    assert_eq!(refused.code, "text_names_another_window");

    let given = house.app.reschedule(&dispatcher, visit, ask("draft")).await.unwrap();
    assert_eq!((given.visit.window.start, given.visit.state.as_str()), (best.start, "unassigned"));
    assert!(given.visit.start.is_some() && !given.visit.told, "a plan stands behind it, and nobody was told");
    let message = given.message.clone().unwrap();
    assert_eq!((message.purpose.as_str(), message.state.as_str()), ("reschedule", "draft"));
    assert_eq!(Some(&message.text), best.message.as_ref());
    house.clock.advance(SignedDuration::from_mins(1));
    house.app.work_all().await.unwrap();
    let store = house.store().await;
    let id = message.id.parse().unwrap();
    assert!(matches!(store.message(COMPANY, id).await.unwrap().unwrap().state, domain::MessageState::Draft));
    let entry = store.journal_at(COMPANY, given.position).await.unwrap().unwrap().entry;
    assert_eq!(entry.kind, EntryKind::VisitRescheduled);

    undo(&house, &dispatcher, given.position).await.unwrap();
    let after = house.board().await;
    assert_eq!(after.visit(visit).unwrap().appointment, before, "promise, place, and what was told");
    let state = store.message(COMPANY, id).await.unwrap().unwrap().value.state;
    assert!(matches!(state, domain::MessageState::Discarded { .. }), "{state:?}");

    let given = house.app.reschedule(&dispatcher, visit, ask("draft")).await.unwrap();
    let id = given.message.unwrap().id.parse().unwrap();
    house.app.release_message(&dispatcher, id, MessageRelease::default()).await.unwrap();
    house.clock.advance(SignedDuration::from_secs(11));
    house.app.work_all().await.unwrap();
    assert!(house.app.visit(&dispatcher, visit).await.unwrap().visit.told);
    let back = undo(&house, &dispatcher, given.position).await.unwrap();
    assert!(back.became[0].contains("a correction is drafted"), "{:?}", back.became);
    store.close().await;
    house.is_whole().await;
}

pub(crate) async fn only_a_person_gives_another_window(home: Home) {
    let house = House::new(home).await;
    let board = house.board().await;
    let visit = later_visit(&board, |state| matches!(state, AppointmentState::Assigned { .. }));
    let window = board.visit(visit).unwrap().appointment.window;
    let later = ArrivalWindow::new(
        window.start() + SignedDuration::from_hours(24),
        window.end() + SignedDuration::from_hours(24),
    );
    let place = board.visit(visit).unwrap().appointment.state.placement().unwrap();
    let to = Placement { start: place.start + SignedDuration::from_hours(24), ..place };
    let change = Move::Reschedule { appointment: visit, window: later.unwrap(), to: Some(to), told: None };
    let drives = crate::house::drives_of(&[&board]);
    for program in [Actor::Planner, Actor::Rules] {
        let refused =
            board.apply(std::slice::from_ref(&change), &How::strictly(program), &drives).unwrap_err();
        assert_eq!(refused[0].code(), "only_a_person");
    }
}

pub(crate) async fn a_customer_who_writes_spanish_is_answered_in_spanish(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let form = Form {
        message: "Hola, necesito el mantenimiento de la calefacción de mi casa, furnace tune-up. Gracias.",
        ..TUNE_UP
    };
    house.asked(&form).await;
    let shown = the_approval(&house, &dispatcher).await;
    let text = shown.message.unwrap().text;
    assert!(
        text.starts_with("Hola Harold, le escribe Buckeye Home Services. Un técnico llegará el "),
        "{text}"
    );
    let windows = shown.windows.iter().filter_map(|one| one.message.as_deref());
    assert!(
        windows.into_iter().all(|text| text.contains(" de junio, de ")),
        "every window in their language"
    );
    house.is_whole().await;
}
