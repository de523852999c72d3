//! What belongs to signing in.

use crate::home::Home;
use crate::sample::{ONE, TWO, at};
use domain::UserId;
use store::{Changeset, NewKey, Session};

fn session(token: &[u8], user: i64, expires: i64) -> Session {
    Session {
        token_hash: token.to_vec(),
        company: ONE,
        user: UserId(user),
        csrf: "c".into(),
        created: at(0),
        expires: at(expires),
    }
}

pub(crate) async fn a_session_ends_when_it_is_over(home: Home) {
    let store = home.open().await;
    for (token, user) in [(b"a", 1), (b"b", 1), (b"c", 2)] {
        store.start_session(session(token, user, 10)).await.unwrap();
    }
    assert_eq!(store.session(b"a", at(9)).await.unwrap(), Some(session(b"a", 1, 10)));
    assert_eq!(store.session(b"a", at(10)).await.unwrap(), None);
    assert_eq!(store.session(b"z", at(0)).await.unwrap(), None);
    store.extend_session(b"a", at(20)).await.unwrap();
    assert!(store.session(b"a", at(10)).await.unwrap().is_some());
    store.end_session(b"a").await.unwrap();
    assert_eq!(store.session(b"a", at(0)).await.unwrap(), None);
}

pub(crate) async fn who_is_signed_out_has_no_session_and_no_link(home: Home) {
    let store = home.open().await;
    for (token, user) in [(b"a", 1), (b"b", 1), (b"c", 2)] {
        store.start_session(session(token, user, 10)).await.unwrap();
        store.add_link(token, ONE, UserId(user), at(5)).await.unwrap();
    }
    let left = async || {
        let mut left = Vec::new();
        for token in [b"a", b"b", b"c"] {
            left.push(store.session(token, at(0)).await.unwrap().is_some());
        }
        left
    };
    store.commit(Changeset::new(ONE).sign_out(UserId(1), Some(b"b".to_vec()))).await.unwrap();
    assert_eq!(left().await, [false, true, true]);
    assert_eq!(store.redeem_link(b"a", at(1)).await.unwrap(), None);
    store.commit(Changeset::new(TWO).sign_out(UserId(1), None)).await.unwrap();
    assert_eq!(left().await, [false, true, true]);
    store.commit(Changeset::new(ONE).sign_out(UserId(1), None)).await.unwrap();
    assert_eq!(left().await, [false, false, true]);
    assert_eq!(store.redeem_link(b"c", at(1)).await.unwrap(), Some((ONE, UserId(2))));
}

pub(crate) async fn a_link_signs_in_once(home: Home) {
    let store = home.open().await;
    store.add_link(b"link", ONE, UserId(1), at(5)).await.unwrap();
    store.add_link(b"old", ONE, UserId(1), at(5)).await.unwrap();
    let tries = (0..5).map(|_| {
        let store = store.clone();
        tokio::spawn(async move { store.redeem_link(b"link", at(1)).await.unwrap() })
    });
    let mut used = Vec::new();
    for attempt in tries.collect::<Vec<_>>() {
        used.extend(attempt.await.unwrap());
    }
    assert_eq!(used, [(ONE, UserId(1))]);
    assert_eq!(store.redeem_link(b"old", at(5)).await.unwrap(), None);
}

pub(crate) async fn a_password_belongs_to_one_account(home: Home) {
    let store = home.open().await;
    store.commit(Changeset::new(ONE).password(UserId(1), "first")).await.unwrap();
    store.commit(Changeset::new(ONE).password(UserId(1), "second")).await.unwrap();
    assert_eq!(store.password_hash(ONE, UserId(1)).await.unwrap().as_deref(), Some("second"));
    assert_eq!(store.password_hash(TWO, UserId(1)).await.unwrap(), None);
}

pub(crate) async fn what_is_over_is_forgotten(home: Home) {
    let store = home.open().await;
    store.start_session(session(b"over", 1, 1)).await.unwrap();
    store.start_session(session(b"on", 1, 9)).await.unwrap();
    store.add_link(b"over", ONE, UserId(1), at(1)).await.unwrap();
    let key = |key: &str, when| {
        let key = NewKey { key: key.into(), request: "r".into(), answer: "a".into(), at: at(when) };
        Changeset::new(ONE).key(key)
    };
    store.commit(key("over", 0)).await.unwrap();
    store.commit(key("on", 5)).await.unwrap();
    store.forget_expired(at(2), at(5)).await.unwrap();
    for (table, left) in [("session", 1), ("sign_in_link", 0), ("idempotency", 1)] {
        assert_eq!(home.number(format!("SELECT COUNT(*) FROM {table}")).await, left, "{table}");
    }
    store.commit(key("over", 9)).await.unwrap();
}
