//! Acknowledged means on disk.

use crate::home::Home;
use crate::sample::{ONE, change, contact, lead};
use domain::LeadId;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use store::{CommitError, Store};

/// Tells the test, started once more as a process of its own, which database to write into until it is killed.
const VICTIM: &str = "DISPATCH_TEST_WRITES_UNTIL_KILLED";

pub(crate) async fn closing_finishes_what_waits(home: Home) {
    let store = home.open().await;
    let commits: Vec<_> = (1..=200)
        .map(|id| {
            let store = store.clone();
            tokio::spawn(async move { store.commit(change(ONE).add(lead(id, "x"))).await })
        })
        .collect();
    tokio::task::yield_now().await;
    store.close().await;
    let mut written = 0;
    for commit in commits {
        match commit.await.unwrap() {
            Ok(_) => written += 1,
            Err(CommitError::Unavailable(_)) => {}
            Err(other) => panic!("{other}"),
        }
    }
    let again = home.open().await;
    assert_eq!(again.verify_chain(ONE).await.unwrap().entries, written);
    assert_eq!(home.number("SELECT COUNT(*) FROM lead").await, written);
}

pub(crate) async fn after_closing_there_is_an_error_and_no_hang(home: Home) {
    let store = home.open().await;
    store.commit(change(ONE).add(lead(1, "x"))).await.unwrap();
    store.close().await;
    store.close().await;
    let late = store.commit(change(ONE).add(lead(2, "x"))).await;
    assert!(matches!(late, Err(CommitError::Unavailable(_))), "{late:?}");
    assert!(store.lead(ONE, LeadId(1)).await.is_err());
}

pub(crate) async fn what_was_acknowledged_survives_a_kill(home: Home) {
    if let Ok(address) = std::env::var(VICTIM) {
        write_until_killed(&address).await;
    }
    home.open().await.close().await;
    let mut acknowledged = 0;
    for round in 0..3 {
        acknowledged += kill_while_it_writes(&home, round);
        let store = home.open().await;
        let report = store.verify_chain(ONE).await.unwrap();
        assert!(report.is_intact(), "{:?}", report.faults);
        assert!(report.entries >= acknowledged, "{} of {acknowledged} acknowledged are left", report.entries);
        let state = store.rebuild(ONE).await.unwrap();
        assert_eq!(state.differences, Vec::<String>::new());
        let (leads, contacts) = ("SELECT COUNT(*) FROM lead", "SELECT COUNT(*) FROM contact");
        assert_eq!(home.number(leads).await, report.entries);
        assert_eq!(home.number(contacts).await, report.entries, "a lead and its contact come together");
        store.close().await;
    }
}

/// Starts this test again as a process that writes, kills it in the middle, and counts what it was told to be written.
fn kill_while_it_writes(home: &Home, round: i64) -> i64 {
    let engine = if home.is_sqlite() { "sqlite" } else { "postgres" };
    let name = format!("{engine}::durability::what_was_acknowledged_survives_a_kill");
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args([&name, "--exact", "--nocapture"])
        .env(VICTIM, format!("{} {round}", home.address))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(victim.stdout.take().unwrap()).lines();
    let mut acknowledged = 0;
    while let Some(Ok(line)) = lines.next() {
        acknowledged += i64::from(line.contains("acknowledged"));
        if acknowledged == 40 + round * 17 {
            victim.kill().unwrap();
            break;
        }
    }
    // What it wrote to the pipe before it died was acknowledged as well.
    acknowledged += lines.map_while(Result::ok).filter(|line| line.contains("acknowledged")).count() as i64;
    victim.wait().unwrap();
    assert!(acknowledged >= 40, "the victim wrote {acknowledged}");
    acknowledged
}

async fn write_until_killed(told: &str) {
    let (address, round) = told.rsplit_once(' ').unwrap();
    let first = round.parse::<i64>().unwrap() * 1_000_000 + 1;
    let store = Store::open(address).await.unwrap();
    let writers = (0..16).map(|writer| {
        let store = store.clone();
        tokio::spawn(async move {
            for count in 0.. {
                let id = first + writer * 10_000 + count;
                store.commit(change(ONE).add(lead(id, "x")).add(contact(id, id))).await.unwrap();
                println!("acknowledged {id}");
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
}
