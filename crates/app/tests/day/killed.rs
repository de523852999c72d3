//! A real process is killed in the middle of its work.

use crate::house::{COMPANY, HandClock, Home, House, NETWORK, SLUG, open};
use app::view::FormRequest;
use domain::{SignedDuration, Timestamp};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;

/// Tells this test, started once more as a process of its own, where to work until it is killed.
const VICTIM: &str = "DAY_WORKS_UNTIL_KILLED";
/// How many acknowledgements the parent waits for in each round.
const ROUNDS: [usize; 3] = [25, 60, 41];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_process_keeps_what_it_acknowledged_on_sqlite() {
    if let Ok(told) = std::env::var(VICTIM) {
        work_until_killed(&told).await;
    }
    check(Home::sqlite(), "sqlite").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_process_keeps_what_it_acknowledged_on_postgres() {
    if let Ok(told) = std::env::var(VICTIM) {
        work_until_killed(&told).await;
    }
    if let Some(home) = Home::postgres().await {
        check(home, "postgres").await;
    }
}

async fn check(home: Home, engine: &str) {
    let house = House::new(home).await;
    house.app.close().await;
    let mut acknowledged = Vec::new();
    for wanted in ROUNDS {
        house.clock.advance(SignedDuration::from_mins(1));
        acknowledged.extend(kill_after(&house, engine, wanted));
    }
    house.clock.advance(SignedDuration::from_mins(30));
    let app = open(&house.home, &house.clock).await;
    app.work_all().await.unwrap();
    let report = app.verify().await.unwrap();
    assert_eq!(report.faults, Vec::<String>::new());
    let store = house.store().await;
    let rows = house.home.journal().await;
    let mut kept: Vec<(u64, String)> = Vec::new();
    for row in rows.iter().flat_map(|row| &row.changes).filter(|change| change.noun == "contact") {
        let contact: domain::ContactEvent = serde_json::from_value(row.after.clone().unwrap()).unwrap();
        let lead = store.lead(COMPANY, contact.lead).await.unwrap().expect("a contact has its lead");
        assert_ne!(lead.value.status.state.name(), "new", "it was read after the restart");
        kept.push((lead.value.number.into(), contact.raw));
    }
    for (number, raw) in &acknowledged {
        assert!(kept.contains(&(*number, raw.clone())), "L{number} was acknowledged and is lost: {raw}");
    }
    println!("{} acknowledged before {} kills, {} kept", acknowledged.len(), ROUNDS.len(), kept.len());
    store.close().await;
    app.close().await;
}

/// Starts this test again as a process that works, and kills it in the middle.
fn kill_after(house: &House, engine: &str, wanted: usize) -> Vec<(u64, String)> {
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args([&format!("killed::a_killed_process_keeps_what_it_acknowledged_on_{engine}")])
        .args(["--exact", "--nocapture"])
        .env(VICTIM, format!("{} {}", house.home.address, house.now()))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(victim.stdout.take().unwrap()).lines();
    let mut acknowledged = Vec::new();
    for line in lines.map_while(Result::ok) {
        let Some((_, told)) = line.split_once("acknowledged L") else { continue };
        // The last line may be cut in the middle by the kill; then nobody was told.
        let Some((number, raw)) = told.split_once(' ').filter(|(_, raw)| raw.ends_with('}')) else {
            continue;
        };
        acknowledged.push((number.parse().unwrap(), raw.to_owned()));
        if acknowledged.len() == wanted {
            victim.kill().unwrap();
        }
    }
    victim.wait().unwrap();
    assert!(acknowledged.len() >= wanted, "the victim acknowledged {}", acknowledged.len());
    acknowledged
}

/// Takes requests from many sides and reads them at the same time, and never stops by itself.
async fn work_until_killed(told: &str) {
    let (address, start) = told.rsplit_once(' ').unwrap();
    let start: Timestamp = start.parse().unwrap();
    let home = Home::at(address);
    let _ = &*NETWORK;
    let app = open(&home, &Arc::new(HandClock::at(start))).await;
    let senders = (0..8).map(|sender| {
        let app = app.clone();
        tokio::spawn(async move {
            for count in 0.. {
                let raw = serde_json::json!({
                    "name": format!("Sender {sender}"),
                    "phone": format!("614-555-{:04}", sender * 1_000 + count % 1_000),
                    "address": "88 Deshler Ave, Columbus, OH",
                    "message": format!("Furnace tune-up please, number {count} since {start}."),
                })
                .to_string();
                let form: FormRequest = serde_json::from_str(&raw).unwrap();
                let received = app.receive_form(SLUG, raw.clone(), form, None).await.unwrap();
                println!("acknowledged {} {raw}", received.reference);
            }
        })
    });
    let senders: Vec<_> = senders.collect();
    loop {
        app.work_all().await.unwrap();
        assert!(senders.iter().all(|sender| !sender.is_finished()), "a sender failed");
        tokio::task::yield_now().await;
    }
}
