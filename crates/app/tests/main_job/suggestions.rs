//! A visit is selected, suggestions are generated, one is accepted, and taken back.

use crate::house::{COMPANY, Home, House, TUNE_UP, drives_of, id_of};
use app::view::{
    Acceptance, ChosenWindow, MoveInput, MovesRequest, SuggestRequest, SuggestionView, UndoRequest,
};
use app::{Error, Kind, Who};
use domain::{Actor, AppointmentId, AppointmentState, Authority, Board, EntryKind, Role, SuggestionId};
use planner::checker;
use std::collections::BTreeMap;

/// The first alternative, all of its moves.
fn first() -> Acceptance {
    Acceptance { alternative: 0, moves: None }
}

fn id(suggestion: &SuggestionView) -> SuggestionId {
    suggestion.id.parse().unwrap()
}

async fn suggest(house: &House, who: &Who, visit: AppointmentId) -> Result<SuggestionView, Error> {
    house.app.suggest(who, SuggestRequest { appointment_id: visit.to_string() }).await
}

fn one_move(change: MoveInput) -> MovesRequest {
    MovesRequest { moves: vec![change], override_reason: None }
}

/// Visits of today that the planner may move, in the order of the board.
fn movable(board: &Board) -> Vec<AppointmentId> {
    let today = board.company.date(board.now);
    let of_today = board.visits.iter().filter(|visit| {
        board.company.date(visit.appointment.window.start()) == today && board.keeps_still(visit).is_none()
    });
    of_today.map(|visit| visit.appointment.id).collect()
}

/// A suggestion that moves something, for the first visit that has one after `skip`.
async fn found(house: &House, who: &Who, skip: usize) -> SuggestionView {
    let board = house.board().await;
    for visit in movable(&board).into_iter().skip(skip) {
        let suggestion = suggest(house, who, visit).await.unwrap();
        if !suggestion.alternatives.is_empty() {
            return suggestion;
        }
    }
    panic!("the small company is filled a little carelessly, so something is better");
}

/// What stands where. A promise without a plan may have found one.
fn standing(board: &Board) -> BTreeMap<AppointmentId, AppointmentState> {
    let placed = |state: &AppointmentState| *state != AppointmentState::Unassigned { provisional: None };
    let visits = board.visits.iter().map(|visit| &visit.appointment);
    visits.map(|visit| (visit.id, visit.state.clone())).filter(|(_, state)| placed(state)).collect()
}

pub(crate) async fn what_is_accepted_and_undone_leaves_the_same_board(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let mut accepted = 0;
    for visit in movable(&house.board().await) {
        let suggestion = suggest(&house, &dispatcher, visit).await.unwrap();
        for index in 0..suggestion.alternatives.len() {
            let before = house.board().await;
            let suggestion = suggest(&house, &dispatcher, visit).await.unwrap();
            // Promises may have another plan since, and with it other alternatives.
            let Some(alternative) = suggestion.alternatives.get(index) else { break };
            let choice = Acceptance { alternative: index as u32, moves: None };
            let done = house.app.accept(&dispatcher, id(&suggestion), choice).await.unwrap();
            let between = house.board().await;
            assert_ne!(standing(&between), standing(&before));
            let drives = drives_of(&[&before, &between]);
            assert_eq!(checker::compare(&before, &between, &drives), Ok(()), "{alternative:?}");
            assert_eq!(done.gain, alternative.gain, "nothing changed since the review");
            let undo = UndoRequest { position: done.position };
            house.app.undo(&dispatcher, undo).await.unwrap();
            let after = house.board().await;
            let mut stands = standing(&after);
            stands.retain(|id, _| standing(&before).contains_key(id));
            assert_eq!(stands, standing(&before));
            assert_eq!(after.events, before.events);
            assert_eq!(checker::compare(&before, &after, &drives), Ok(()));
            accepted += 1;
        }
        if accepted >= 12 {
            break;
        }
    }
    assert!(accepted > 2, "{accepted} suggestions were accepted");
    house.is_whole().await;
}

pub(crate) async fn a_stale_acceptance_that_still_fits_is_applied(home: Home) {
    let house = House::new(home).await;
    let (dispatcher, csr) = (house.who(Role::Dispatcher).await, house.who(Role::Csr).await);
    let suggestion = found(&house, &dispatcher, 0).await;
    // Somebody books another day meanwhile.
    let lead = house.asked(&TUNE_UP).await;
    let last = lead.windows.iter().max_by_key(|window| window.start).unwrap();
    let window = ChosenWindow { start: last.start, end: last.end };
    house.app.book(&dispatcher, id_of(&lead), window).await.unwrap();
    let seen = house.app.suggestion(&csr, id(&suggestion)).await.unwrap();
    assert_eq!((seen.state.as_str(), seen.new_jobs_since), ("open", 1));
    let done = house.app.accept(&dispatcher, id(&suggestion), first()).await.unwrap();
    assert_eq!(done.message.code, "applied");
    assert_eq!(done.message.evidence.len(), 1, "it says that the board had changed");
    assert_eq!(done.gain, suggestion.alternatives[0].gain);
    let state = house.app.suggestion(&csr, id(&suggestion)).await.unwrap().state;
    assert_eq!(state, "accepted");
    house.is_whole().await;
}

pub(crate) async fn a_stale_acceptance_that_no_longer_fits_is_refused_by_name(home: Home) {
    let house = House::new(home).await;
    let (dispatcher, owner) = (house.who(Role::Dispatcher).await, house.who(Role::Owner).await);
    let check = async |suggestion: &SuggestionView, notice: &str, fresh: bool| {
        let before = house.board().await;
        let refused = house.app.accept(&dispatcher, id(suggestion), first()).await.unwrap_err();
        assert_eq!((refused.kind, refused.code), (Kind::Conflict, "stale"), "{refused}");
        let said = refused.notice.as_ref().unwrap();
        assert_eq!(said.code, notice, "{said:?}");
        assert!(!said.evidence.is_empty() && !said.next.is_empty());
        assert_eq!(refused.fresh.is_some(), fresh);
        assert!(
            refused
                .into_details()
                .fresh
                .is_none_or(|fresh| fresh.id != suggestion.id && fresh.state == "open")
        );
        assert_eq!(house.board().await.visits, before.visits, "nothing was changed");
    };

    let suggestion = found(&house, &dispatcher, 0).await;
    let moved = suggestion.alternatives[0].moves[0].clone();
    let visit = moved.appointment_id.clone().unwrap();
    let to = MoveInput::Assign {
        appointment_id: visit.clone(),
        technician_id: moved.technician_id.clone().unwrap(),
        start: moved.start.unwrap(),
    };
    let dragged = house.app.make_moves(&owner, one_move(to)).await.unwrap();
    if moved.from_technician_id.is_some() || suggestion.alternatives[0].moves.len() == 1 {
        let refused = house.app.accept(&dispatcher, id(&suggestion), first()).await.unwrap_err();
        let said = refused.into_details().notice.unwrap().evidence.join("; ");
        assert!(said.contains(&format!("{} at ", owner.user.name)), "it says who moved it: {said}");
        let shown = house.app.visit(&dispatcher, visit.parse().unwrap()).await.unwrap().suggestion_id;
        assert_ne!(shown.as_deref(), Some(suggestion.id.as_str()), "nobody is shown the old one again");
        check(&suggestion, "board_changed", true).await;
    }
    house.app.undo(&owner, UndoRequest { position: dragged.position }).await.unwrap();

    let suggestion = found(&house, &dispatcher, 0).await;
    let visit: AppointmentId =
        suggestion.alternatives[0].moves[0].appointment_id.as_ref().unwrap().parse().unwrap();
    house.app.lock(&owner, visit, Some("technician_and_start")).await.unwrap();
    check(&suggestion, "not_applied", false).await;
    house.app.lock(&owner, visit, None).await.unwrap();

    // The visit's time has come: whoever reviewed it for too long is told so.
    let suggestion = found(&house, &dispatcher, 0).await;
    house.clock.advance(domain::SignedDuration::from_hours(9));
    let refused = house.app.accept(&dispatcher, id(&suggestion), first()).await.unwrap_err();
    assert_eq!((refused.kind, refused.code), (Kind::Conflict, "stale"));
    house.is_whole().await;
}

pub(crate) async fn of_two_who_accept_at_once_one_wins(home: Home) {
    let house = House::new(home).await;
    let (dispatcher, owner) = (house.who(Role::Dispatcher).await, house.who(Role::Owner).await);
    let suggestion = found(&house, &dispatcher, 0).await;
    let (one, other) = tokio::join!(
        house.app.accept(&dispatcher, id(&suggestion), first()),
        house.app.accept(&owner, id(&suggestion), first()),
    );
    let lost = match (one, other) {
        (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
        (one, other) => panic!("{one:?} and {other:?}"),
    };
    assert_eq!((lost.kind, lost.code), (Kind::Conflict, "already_optimised"), "{lost}");
    assert!(lost.into_details().notice.unwrap().evidence[0].contains("accepted it at"));

    // The same with two suggestions for one visit.
    let one = found(&house, &dispatcher, 0).await;
    let visit: AppointmentId = one.appointment_id.parse().unwrap();
    let other = suggest(&house, &owner, visit).await.unwrap();
    let (first_one, second) = tokio::join!(
        house.app.accept(&dispatcher, id(&one), first()),
        house.app.accept(&owner, id(&other), first()),
    );
    let lost = match (first_one, second) {
        (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
        (one, other) => panic!("{one:?} and {other:?}"),
    };
    assert_eq!((lost.kind, lost.code), (Kind::Conflict, "stale"), "{lost}");
    let rows = house.home.journal().await;
    let accepted = rows.iter().filter(|row| row.entry.kind == EntryKind::SuggestionAccepted);
    assert_eq!(accepted.count(), 2);
    house.is_whole().await;
}

pub(crate) async fn a_visit_that_a_person_locked_is_never_moved(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let kinds = ["technician", "start", "technician_and_start"];
    for (kind, visit) in kinds.into_iter().cycle().zip(movable(&house.board().await).into_iter().step_by(2)) {
        house.app.lock(&dispatcher, visit, Some(kind)).await.unwrap();
    }
    let before = house.board().await;
    let locked: BTreeMap<AppointmentId, _> = before
        .visits
        .iter()
        .filter(|visit| visit.appointment.lock.is_some())
        .map(|visit| (visit.appointment.id, visit.appointment.clone()))
        .collect();
    assert!(locked.len() > 5);
    for visit in &before.visits {
        let visit = visit.appointment.id;
        match suggest(&house, &dispatcher, visit).await {
            Ok(suggestion) => {
                assert!(!locked.contains_key(&visit));
                let moves = suggestion.alternatives.iter().flat_map(|one| &one.moves);
                let moved = moves.filter_map(|one| one.appointment_id.as_ref());
                assert!(moved.map(|id| id.parse().unwrap()).all(|id| !locked.contains_key(&id)));
            }
            Err(refused) => assert_eq!(refused.kind, Kind::Refused, "{refused}"),
        }
    }
    house.mode(None, Some("auto")).await;
    house.app.work_all().await.unwrap();
    let after = house.board().await;
    for visit in after.visits {
        if let Some(before) = locked.get(&visit.appointment.id) {
            assert_eq!(visit.appointment, *before);
        }
    }
    house.is_whole().await;
}

pub(crate) async fn under_auto_the_planner_accepts_by_itself_and_comes_to_an_end(home: Home) {
    let house = House::new(home).await;
    let before = house.board().await;
    house.mode(None, Some("auto")).await;
    house.app.work_all().await.unwrap();
    let rows = house.home.journal().await;
    let accepted: Vec<_> =
        rows.iter().filter(|row| row.entry.kind == EntryKind::SuggestionAccepted).collect();
    assert!(!accepted.is_empty());
    for row in &accepted {
        assert_eq!((&row.entry.actor, row.entry.mode), (&Actor::Planner, Some(Authority::Auto)));
        assert_eq!(row.entry.rule_version, Some(1), "an automatic act names what allowed it");
        assert!(!row.entry.undo.is_empty());
    }
    let after = house.board().await;
    assert_eq!(checker::compare(&before, &after, &drives_of(&[&before, &after])), Ok(()));
    let position = rows.last().unwrap().position;
    for _ in 0..3 {
        house.clock.advance(domain::SignedDuration::from_secs(1));
        house.app.work_all().await.unwrap();
    }
    let store = house.store().await;
    assert_eq!(store.position(COMPANY).await.unwrap(), position, "when nothing is better nothing is written");

    // A person takes the last one back; the kill switch stops the planner from repeating it.
    let dispatcher = house.who(Role::Dispatcher).await;
    let stop = app::view::ModeChange { kill_switch: Some(true), ..Default::default() };
    house.app.change_mode(&dispatcher, stop).await.unwrap();
    let undo = UndoRequest { position: accepted.last().unwrap().position };
    house.app.undo(&dispatcher, undo).await.unwrap();
    let undone = store.position(COMPANY).await.unwrap();
    house.app.work_all().await.unwrap();
    assert_eq!(store.position(COMPANY).await.unwrap(), undone);
    store.close().await;
    house.is_whole().await;
}

pub(crate) async fn off_means_no_suggestions(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let suggestion = found(&house, &dispatcher, 0).await;
    house.mode(None, Some("off")).await;
    let visit = suggestion.appointment_id.parse().unwrap();
    assert_eq!(suggest(&house, &dispatcher, visit).await.unwrap_err().code, "assist_off");
    let refused = house.app.accept(&dispatcher, id(&suggestion), first()).await.unwrap_err();
    assert_eq!(refused.code, "assist_off");
    assert!(house.app.standing(&dispatcher, None).await.unwrap().appointment_ids.is_empty());
    house.is_whole().await;
}

pub(crate) async fn some_of_the_moves_can_be_ticked(home: Home) {
    let house = House::new(home).await;
    let dispatcher = house.who(Role::Dispatcher).await;
    let board = house.board().await;
    let mut tried = 0;
    for visit in movable(&board) {
        let Ok(suggestion) = suggest(&house, &dispatcher, visit).await else { continue };
        let Some(index) = suggestion.alternatives.iter().position(|one| one.moves.len() > 1) else {
            continue;
        };
        let moves = &suggestion.alternatives[index].moves;
        for ticked in 0..moves.len() as u32 {
            let choice = Acceptance { alternative: index as u32, moves: Some(vec![ticked]) };
            let figures = house.app.figures(&dispatcher, id(&suggestion), choice.clone()).await.unwrap();
            let done = house.app.accept(&dispatcher, id(&suggestion), choice).await;
            tried += 1;
            match done {
                Ok(done) => {
                    assert!(figures.refusals.is_empty());
                    assert_eq!(done.gain, figures.gain, "the figures were those of the ticked moves");
                    break;
                }
                Err(refused) => {
                    assert_eq!(refused.code, "stale");
                    assert!(!figures.refusals.is_empty());
                }
            }
        }
    }
    assert!(tried > 0, "the small company has a suggestion of several moves");
    let none = Acceptance { alternative: 0, moves: Some(Vec::new()) };
    let suggestion = found(&house, &dispatcher, 0).await;
    assert_eq!(house.app.accept(&dispatcher, id(&suggestion), none).await.unwrap_err().kind, Kind::Invalid);
    let beyond = Acceptance { alternative: 99, moves: None };
    assert_eq!(house.app.accept(&dispatcher, id(&suggestion), beyond).await.unwrap_err().kind, Kind::Invalid);
    house.is_whole().await;
}
