//! Tasks and the outbox.

use crate::home::Home;
use crate::sample::{ONE, TWO, at, change, lead, technician};
use domain::{MessageId, SignedDuration, TechnicianId, Timestamp};
use std::collections::BTreeSet;
use store::{BACKOFF, Changeset, CommitError, NewTask, OutboxChange, Store, Task};

const LEASE: SignedDuration = SignedDuration::from_mins(1);

fn task(payload: &str, key: Option<&str>, run_at: Timestamp) -> NewTask {
    NewTask { kind: "triage".into(), key: key.map(str::to_owned), payload: payload.into(), run_at }
}

async fn add(store: &Store, task: NewTask) {
    store.commit(Changeset::new(ONE).task(task)).await.unwrap();
}

async fn claim(store: &Store, minutes: i64) -> Option<Task> {
    store.claim(&["plan", "triage"], at(minutes), LEASE).await.unwrap()
}

pub(crate) async fn a_task_is_done_once(home: Home) {
    let store = home.open().await;
    add(&store, task("later", None, at(5))).await;
    add(&store, task("now", None, at(0))).await;
    assert_eq!(store.waiting_tasks(at(0)).await.unwrap(), 1);
    assert_eq!(store.claim(&["triage2", "tri"], at(0), LEASE).await.unwrap(), None, "another kind");
    let first = claim(&store, 0).await.unwrap();
    assert_eq!((first.payload.as_str(), first.attempts, first.company), ("now", 1, ONE));
    assert_eq!(claim(&store, 0).await, None, "one is claimed, the other is not due");
    store.finish(&first, None).await.unwrap();
    assert_eq!(store.finish(&first, None).await, Err(CommitError::Fenced));
    assert_eq!(claim(&store, 4).await, None);
    assert_eq!(claim(&store, 5).await.unwrap().payload, "later");
}

pub(crate) async fn a_slow_worker_is_fenced_off(home: Home) {
    let store = home.open().await;
    add(&store, task("x", None, at(0))).await;
    let slow = claim(&store, 0).await.unwrap();
    store.renew(slow.lease, at(3)).await.unwrap();
    assert_eq!(claim(&store, 2).await, None, "the lease was renewed");
    let quick = claim(&store, 3).await.unwrap();
    assert_eq!((quick.lease.task, quick.attempts), (slow.lease.task, 2));
    assert_eq!(store.renew(slow.lease, at(9)).await, Err(CommitError::Fenced));
    assert_eq!(store.fail(&slow, "too slow", at(3), Some(at(4))).await, Err(CommitError::Fenced));
    assert_eq!(store.fail(&slow, "too slow", at(3), None).await, Err(CommitError::Fenced));
    let written = store.finish(&slow, Some(change(ONE).add(lead(1, "slow")))).await;
    assert_eq!(written, Err(CommitError::Fenced));
    assert_eq!(store.position(ONE).await.unwrap(), 0, "nothing of the slow worker was written");
    store.finish(&quick, Some(change(ONE).add(lead(1, "quick")))).await.unwrap();
}

pub(crate) async fn a_task_and_its_changes_are_finished_together(home: Home) {
    let store = home.open().await;
    store.commit(change(ONE).add(technician(1, "Ana"))).await.unwrap();
    add(&store, task("x", None, at(0))).await;
    let claimed = claim(&store, 0).await.unwrap();
    let refused = store.finish(&claimed, Some(change(ONE).add(technician(1, "Eve")))).await;
    assert!(matches!(refused, Err(CommitError::Stale { .. })));
    assert_eq!(store.waiting_tasks(at(9)).await.unwrap(), 1, "the task is still there");
    let next = change(ONE).set(technician(1, "Eve")).task(task("next", None, at(0)));
    store.finish(&claimed, Some(next)).await.unwrap();
    assert_eq!(store.technician(ONE, TechnicianId(1)).await.unwrap().unwrap().name, "Eve");
    assert_eq!(claim(&store, 9).await.unwrap().payload, "next");
    assert_eq!(claim(&store, 9).await, None);
}

pub(crate) async fn a_failing_task_waits_longer_each_time_and_is_given_up(home: Home) {
    let store = home.open().await;
    add(&store, task("x", None, at(0))).await;
    let mut now = at(0);
    for wait in BACKOFF {
        let claimed = store.claim(&["triage"], now, LEASE).await.unwrap().unwrap();
        let again = claimed.retry_at(now);
        assert_eq!(again, Some(now + wait));
        store.fail(&claimed, "no line", now, again).await.unwrap();
        now += wait;
        let early = now - SignedDuration::from_secs(1);
        assert_eq!(store.claim(&["triage"], early, LEASE).await.unwrap(), None);
    }
    let last = store.claim(&["triage"], now, LEASE).await.unwrap().unwrap();
    assert_eq!(last.last_error.as_deref(), Some("no line"));
    assert_eq!(last.retry_at(now), None);
    store.fail(&last, "still no line", now, None).await.unwrap();
    let dead = store.dead_tasks(ONE, 10).await.unwrap();
    assert_eq!((dead[0].error.as_str(), dead[0].attempts, dead[0].died), ("still no line", 9, now));
    assert_eq!(store.dead_tasks(TWO, 10).await.unwrap(), []);
    assert_eq!(claim(&store, 10_000).await, None);
}

pub(crate) async fn a_task_that_was_given_up_can_be_tried_again(home: Home) {
    let store = home.open().await;
    let give_up = async |payload: &str| {
        add(&store, task(payload, Some("k"), at(0))).await;
        let claimed = claim(&store, 0).await.unwrap();
        store.fail(&claimed, "no line", at(3), None).await.unwrap();
        store.dead_tasks(ONE, 1).await.unwrap()[0].id
    };
    let id = give_up("x").await;
    assert_eq!(store.dead_task_counts().await.unwrap(), [(ONE, 1)]);
    assert_eq!(store.dead_tasks_since(at(3), 9).await.unwrap().len(), 1);
    assert_eq!(store.dead_tasks_since(at(4), 9).await.unwrap(), []);
    assert!(!store.revive_task(TWO, id, at(5)).await.unwrap(), "of another company");
    assert!(store.revive_task(ONE, id, at(5)).await.unwrap());
    assert!(!store.revive_task(ONE, id, at(5)).await.unwrap(), "once");
    assert_eq!(store.dead_task_counts().await.unwrap(), []);
    assert_eq!(claim(&store, 4).await, None);
    let again = claim(&store, 5).await.unwrap();
    assert_eq!((again.payload.as_str(), again.attempts), ("x", 1));
    store.finish(&again, None).await.unwrap();
    // One that waits already is the one.
    let id = give_up("y").await;
    add(&store, task("newer", Some("k"), at(0))).await;
    assert!(store.revive_task(ONE, id, at(5)).await.unwrap());
    assert_eq!(claim(&store, 9).await.unwrap().payload, "newer");
    assert_eq!(claim(&store, 9).await, None);
}

pub(crate) async fn a_task_that_kills_its_workers_is_given_up(home: Home) {
    let store = home.open().await;
    add(&store, task("poison", None, at(0))).await;
    add(&store, task("good", None, at(1))).await;
    let mut claims = 0;
    let mut minutes = 0;
    while claim(&store, minutes).await.is_some_and(|task| task.payload == "poison") {
        claims += 1;
        minutes += 2;
    }
    assert_eq!(claims, BACKOFF.len() + 1);
    assert_eq!(store.dead_tasks(ONE, 10).await.unwrap()[0].error, "the worker died");
}

pub(crate) async fn tasks_of_one_key_are_one(home: Home) {
    let store = home.open().await;
    add(&store, task("first", Some("k"), at(5))).await;
    add(&store, task("second", Some("k"), at(3))).await;
    add(&store, task("third", Some("k"), at(9))).await;
    store.commit(Changeset::new(TWO).task(task("other", Some("k"), at(90)))).await.unwrap();
    assert_eq!(claim(&store, 2).await, None);
    let one = claim(&store, 3).await.unwrap();
    assert_eq!((one.payload.as_str(), one.key.as_deref()), ("third", Some("k")));
    store.finish(&one, None).await.unwrap();
    assert_eq!(claim(&store, 89).await, None);
    assert_eq!(claim(&store, 90).await.unwrap().company, TWO);
}

pub(crate) async fn a_task_wanted_again_while_it_runs_runs_again(home: Home) {
    let store = home.open().await;
    add(&store, task("first", Some("k"), at(0))).await;
    let running = claim(&store, 0).await.unwrap();
    add(&store, task("again", Some("k"), at(0))).await;
    assert_eq!(claim(&store, 0).await, None, "one at a time");
    store.finish(&running, None).await.unwrap();
    let again = claim(&store, 0).await.unwrap();
    assert_eq!((again.payload.as_str(), again.attempts), ("again", 1));
    store.finish(&again, None).await.unwrap();
    assert_eq!(claim(&store, 0).await, None);
}

pub(crate) async fn twenty_workers_share_the_tasks(home: Home) {
    let stores = [home.open().await, home.open().await];
    for id in 1..=40 {
        add(&stores[0], task(&id.to_string(), None, at(0))).await;
    }
    let workers: Vec<_> = (0..20)
        .map(|worker| {
            let store = stores[worker % 2].clone();
            tokio::spawn(async move {
                let mut done = Vec::new();
                while let Some(task) = claim(&store, 0).await {
                    store.finish(&task, None).await.unwrap();
                    done.push(task.payload);
                }
                done
            })
        })
        .collect();
    let mut done = Vec::new();
    for worker in workers {
        done.extend(worker.await.unwrap());
    }
    assert_eq!(done.len(), 40);
    assert_eq!(done.into_iter().collect::<BTreeSet<_>>().len(), 40);
}

pub(crate) async fn a_message_is_handed_over_under_a_lease(home: Home) {
    let store = home.open().await;
    for of in [ONE, TWO] {
        store.commit(Changeset::new(of).send(MessageId(1), at(0)).send(MessageId(2), at(5))).await.unwrap();
    }
    store.commit(Changeset::new(ONE).send(MessageId(1), at(0))).await.unwrap();
    assert_eq!(store.due_messages(at(0)).await.unwrap(), 2, "a message stands in the outbox once");
    let taken = store.take_due_messages(at(0), LEASE, 10).await.unwrap();
    assert_eq!(taken.iter().map(|delivery| delivery.message.0).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(store.take_due_messages(at(0), LEASE, 10).await.unwrap(), []);
    let mine = taken.iter().find(|delivery| delivery.company == ONE).unwrap().clone();
    let error = "busy".to_owned();
    let settle = |change| {
        let mut changeset = Changeset::new(ONE);
        changeset.outbox.push(change);
        changeset
    };
    store.commit(settle(OutboxChange::Retry { delivery: mine.clone(), due: at(1), error })).await.unwrap();
    let again = store.take_due_messages(at(1), LEASE, 10).await.unwrap();
    let again = again.iter().find(|delivery| delivery.company == ONE).unwrap().clone();
    assert_eq!((again.attempts, again.last_error.as_deref()), (2, Some("busy")));
    let late = store.commit(settle(OutboxChange::Settle(mine))).await;
    assert_eq!(late, Err(CommitError::Fenced), "another sender has it");
    store.commit(settle(OutboxChange::Settle(again))).await.unwrap();
    store.commit(settle(OutboxChange::Withdraw(MessageId(2)))).await.unwrap();
    assert_eq!(home.number("SELECT COUNT(*) FROM outbox WHERE company = 1").await, 0);
    assert_eq!(home.number("SELECT COUNT(*) FROM outbox WHERE company = 2").await, 2);
}
