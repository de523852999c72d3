//! What an automatic act was allowed by is still in force when it is written.

use crate::home::Home;
use crate::sample::{ONE, TWO, change, company, rules, set_up};
use domain::authority::BoardMode;
use store::{Changeset, CommitError, OnlyIf, Store};

/// An act that was decided by a version of the rules and the settings as of a position.
fn act(rules: u32, settings: i64) -> Changeset {
    change(ONE).only_if(OnlyIf::RulesAsOf { rules, settings })
}

async fn is_refused(store: &Store, rules: u32, settings: i64) {
    let refused = store.commit(act(rules, settings)).await;
    assert!(matches!(refused, Err(CommitError::Moved { .. })), "{rules} as of {settings}: {refused:?}");
}

pub(crate) async fn rules_that_changed_meanwhile_refuse_what_they_allowed(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    let read = store.company(ONE).await.unwrap().unwrap();
    store.commit(act(0, read.version)).await.expect("there are no rules yet");
    is_refused(&store, 1, read.version).await;
    store.commit(change(ONE).add(rules(1, true))).await.unwrap();
    is_refused(&store, 0, read.version).await;
    store.commit(act(1, read.version)).await.expect("the newest version");
    // An unsigned version and the stop of everything are versions like any other.
    store.commit(change(ONE).add(rules(2, false))).await.unwrap();
    is_refused(&store, 1, read.version).await;
    // A board that was read after the settings were written is as good as the settings themselves.
    let position = store.position(ONE).await.unwrap();
    store.commit(act(2, position)).await.expect("read again");
}

pub(crate) async fn settings_that_changed_meanwhile_refuse_what_they_allowed(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    store.commit(change(ONE).add(rules(1, true))).await.unwrap();
    let mut read = store.company(ONE).await.unwrap().unwrap();
    read.value.settings.board_mode = BoardMode::Off;
    store.commit(change(ONE).change(read.value.clone(), read.version)).await.unwrap();
    is_refused(&store, 1, read.version).await;
    let now = store.company(ONE).await.unwrap().unwrap();
    store.commit(act(1, now.version)).await.expect("read again");
    // The rules of another company are none of ours.
    store.commit(change(TWO).add(company(TWO)).add(rules(7, true))).await.unwrap();
    store.commit(act(1, now.version)).await.expect("nothing of ours changed");
}

pub(crate) async fn of_a_stop_and_an_act_at_once_the_act_comes_first_or_not_at_all(home: Home) {
    let stores = [home.open().await, home.open().await];
    set_up(&stores[0]).await;
    stores[0].commit(change(ONE).add(rules(1, true))).await.unwrap();
    for version in 1..=20 {
        let settings = stores[0].company(ONE).await.unwrap().unwrap().version;
        let stop = change(ONE).add(rules(version + 1, true));
        let (stopped, acted) = tokio::join!(stores[0].commit(stop), stores[1].commit(act(version, settings)));
        let stopped = stopped.unwrap().first;
        match acted {
            Ok(acted) => assert!(acted.first < stopped, "it acted at {} after {stopped}", acted.first),
            Err(refused) => assert!(matches!(refused, CommitError::Moved { .. }), "{refused}"),
        }
    }
}
