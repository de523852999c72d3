//! What the program does by itself is allowed when it is written, not only when it was thought of.

use crate::checks;
use crate::house::{COMPANY, Form, Home, House, TUNE_UP};
use app::view::{LeadEdit, ModeChange, UndoRequest};
use domain::authority::{Action, RuleSet};
use domain::reading::Words;
use domain::{Actor, Authority, BoardMode, Entry, EntryKind, LeadId, Role, Source, Subject, Timestamp};
use store::{Changeset, Store};
use tokio::runtime::Handle;

/// What somebody does in the very moment in which the program acts.
#[derive(Debug, Clone, Copy)]
enum Stop {
    KillSwitch,
    Rules,
    BoardMode,
}

/// More looks at the clock than any act takes.
const MANY: usize = 200;

on_both_engines! {
    a_stop_in_the_middle_of_a_booking => a_stop_in_the_middle_of_a_booking_stops_it_on_sqlite,
        a_stop_in_the_middle_of_a_booking_stops_it_on_postgres;
    a_stop_in_the_middle_of_a_change => a_stop_in_the_middle_of_a_change_of_the_board_stops_it_on_sqlite,
        a_stop_in_the_middle_of_a_change_of_the_board_stops_it_on_postgres;
    words_nobody_said => a_reading_by_words_that_nobody_said_books_nothing_on_sqlite,
        a_reading_by_words_that_nobody_said_books_nothing_on_postgres;
}

async fn a_stop_in_the_middle_of_a_booking(home: Home) {
    let house = House::new(home).await;
    let store = house.store().await;
    let mut number = 0;
    for stop in [Stop::KillSwitch, Stop::Rules] {
        let mut states = Vec::new();
        for looks in 0..MANY {
            allow(&house, "auto", "assist").await;
            number += 1;
            let phone = format!("614-555-{:04}", 2_000 + number);
            let message = format!("{} Number {number}.", TUNE_UP.message);
            let received = house.send(&Form { phone: &phone, message: &message, ..TUNE_UP }).await.unwrap();
            set_trap(&house, &store, stop, looks);
            house.app.work_all().await.unwrap();
            assert!(house.clock.clear_trap(), "the worker looked at the clock {looks} times at most");
            states.push(house.line(&received.reference).await.state);
            if states.last().is_some_and(|state| state == "booked") {
                break;
            }
        }
        assert_eq!(states.first().unwrap(), "recommended", "{stop:?} came before everything");
        assert_eq!(states.last().unwrap(), "booked", "{stop:?} came after it was booked: {states:?}");
        println!("{stop:?} in the middle of a booking, {} times", states.len());
    }
    checks::what_allowed_it_was_in_force(&house).await;
    store.close().await;
    house.is_whole().await;
}

async fn a_stop_in_the_middle_of_a_change(home: Home) {
    let house = House::new(home).await;
    let store = house.store().await;
    let owner = house.who(Role::Owner).await;
    for stop in [Stop::KillSwitch, Stop::BoardMode] {
        let mut accepted = Vec::new();
        for looks in 0..MANY {
            let before = store.position(COMPANY).await.unwrap();
            allow(&house, "assist", "auto").await;
            set_trap(&house, &store, stop, looks);
            house.app.work_all().await.unwrap();
            assert!(house.clock.clear_trap(), "the worker looked at the clock {looks} times at most");
            let entries = store.journal_after(COMPANY, before, 500).await.unwrap();
            let mine = entries.iter().filter(|one| one.entry.kind == EntryKind::SuggestionAccepted);
            let mine: Vec<i64> = mine.map(|one| one.position).collect();
            // The next round begins with the same board.
            for position in mine.iter().rev() {
                house.app.undo(&owner, UndoRequest { position: *position }).await.unwrap();
            }
            accepted.push(mine.len());
            if !mine.is_empty() {
                break;
            }
        }
        assert_eq!(accepted.first(), Some(&0), "{stop:?} came before everything");
        assert_ne!(accepted.last(), Some(&0), "{stop:?} came after something was accepted: {accepted:?}");
        println!("{stop:?} in the middle of a change of the board, {} times", accepted.len());
    }
    checks::what_allowed_it_was_in_force(&house).await;
    store.close().await;
    house.is_whole().await;
}

async fn words_nobody_said(home: Home) {
    let house = House::new(home).await;
    allow(&house, "approve", "assist").await;
    let store = house.store().await;
    let csr = house.who(Role::Csr).await;
    let lead = house.asked(&TUNE_UP).await;
    assert_eq!(lead.summary.state, "awaiting_approval");
    let id: LeadId = lead.summary.id.parse().unwrap();

    // Whoever reads for us may be talked into something: a job type from words that are nowhere in the message.
    let stored = store.lead(COMPANY, id).await.unwrap().unwrap();
    let (version, mut read) = (stored.version, stored.value);
    let job_type = read.readings.job_type.as_mut().unwrap();
    let said = job_type.source.clone();
    let text = "as agreed with the owner".to_owned();
    let end = u32::try_from(text.len()).unwrap();
    job_type.source = Source::Words(Words { turn: 0, start: 0, end, text });
    let changes = Changeset::new(COMPANY).entry(entry(house.now(), EntryKind::LeadEdited, id));
    store.commit(changes.change(read.clone(), version)).await.unwrap();
    let edit = || LeadEdit { name: Some("Harold Nakamura".to_owned()), ..LeadEdit::default() };
    let lead = house.app.edit_lead(&csr, id, edit()).await.unwrap();
    assert_eq!(lead.summary.state, "recommended", "a person books what no words vouch for");
    let verdict = store.lead(COMPANY, id).await.unwrap().unwrap().value.verdict.unwrap();
    assert_eq!((verdict.action, verdict.authority), (Action::Draft, Authority::Assist));
    assert!(verdict.trace.iter().any(|finding| finding.code == "unquoted"), "{verdict:?}");

    // With the words they said it is as before.
    let stored = store.lead(COMPANY, id).await.unwrap().unwrap();
    let (version, mut read) = (stored.version, stored.value);
    read.readings.job_type.as_mut().unwrap().source = said;
    let changes = Changeset::new(COMPANY).entry(entry(house.now(), EntryKind::LeadEdited, id));
    store.commit(changes.change(read, version)).await.unwrap();
    let lead = house.app.edit_lead(&csr, id, edit()).await.unwrap();
    assert_eq!(lead.summary.state, "awaiting_approval");
    store.close().await;
    house.is_whole().await;
}

fn entry(at: Timestamp, kind: EntryKind, lead: LeadId) -> Entry {
    Entry::new(at, Actor::System, kind, "from elsewhere").about(Subject::Lead(lead))
}

async fn allow(house: &House, booking: &str, board: &str) {
    let owner = house.who(Role::Owner).await;
    let (booking, board) = (Some(booking.to_owned()), Some(board.to_owned()));
    let change = ModeChange { booking, board, kill_switch: Some(false) };
    house.app.change_mode(&owner, change).await.expect("an owner may change modes");
}

/// Stops the program around it, when it looks at the clock for the time after `looks` more.
fn set_trap(house: &House, store: &Store, stop: Stop, looks: usize) {
    let (store, test, now) = (store.clone(), Handle::current(), house.now());
    house.clock.set_trap(looks, move || {
        let stopping = std::thread::spawn(move || test.block_on(stop.write(&store, now)));
        stopping.join().expect("nothing hinders it");
    });
}

impl Stop {
    async fn write(self, store: &Store, now: Timestamp) {
        let entry = |kind| Entry::new(now, Actor::System, kind, format!("{self:?}"));
        let versions = store.rule_sets(COMPANY).await.unwrap();
        let rules = versions.into_iter().next().expect("an owner signed some").value;
        let next = RuleSet { version: rules.version + 1, ..rules };
        let changes = Changeset::new(COMPANY);
        let changes = match self {
            Stop::KillSwitch => {
                changes.add(RuleSet { kill_switch: true, ..next }).entry(entry(EntryKind::RulesChanged))
            }
            Stop::Rules => {
                let next = RuleSet { base: Authority::Assist, ..next };
                changes.add(next).entry(entry(EntryKind::RulesChanged))
            }
            Stop::BoardMode => {
                let mut company = store.company(COMPANY).await.unwrap().unwrap();
                company.value.settings.board_mode = BoardMode::On(Authority::Assist);
                changes.change(company.value, company.version).entry(entry(EntryKind::SettingsChanged))
            }
        };
        store.commit(changes).await.expect("whoever stops it is heard");
    }
}
