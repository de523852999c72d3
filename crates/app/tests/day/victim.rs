//! The program in a process of its own, at work until it is killed.

use crate::acts::{People, technicians_go_on};
use crate::chance::Chance;
use crate::house::{HandClock, Home, NETWORK, open};
use crate::told::Memory;
use app::{App, Who};
use domain::Timestamp;
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::Store;
use tokio::runtime::Handle;
use tokio::task::JoinSet;

/// Names the file with the orders of a process that is to be killed.
pub(crate) const VICTIM: &str = "DAY_WORKS_UNTIL_KILLED";

/// How many people send requests at once in a storm.
const SENDERS: usize = 8;

/// What a process that is to be killed does, and for whom.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Orders {
    pub(crate) address: String,
    pub(crate) now: Timestamp,
    pub(crate) seed: u64,
    pub(crate) work: Work,
    /// What signs owner, dispatcher and CSR in.
    pub(crate) tokens: [String; 3],
    pub(crate) memory: Memory,
}

/// What the people do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Work {
    /// Requests come in from all sides.
    Storm,
    /// Some people do everything at once.
    Crowd(usize),
    /// One person improves the board and takes it back.
    Quiet,
}

/// Works and never stops by itself: whoever started this process kills it.
pub(crate) async fn work_until_killed(orders: &str) {
    let orders: Orders = serde_json::from_slice(&std::fs::read(orders).unwrap()).unwrap();
    std::thread::spawn(end_with_those_who_wait);
    let _ = &*NETWORK;
    let app = open(&Home::at(&orders.address), &Arc::new(HandClock::at(orders.now))).await;
    let mut chance = Chance::of(orders.seed);
    let people = people(&app, &orders).await;
    let mut running = JoinSet::new();
    running.spawn(worker(app));
    match orders.work {
        Work::Storm => {
            for _ in 0..SENDERS {
                let (people, mut chance) = (people.clone(), chance.branch());
                running.spawn(async move {
                    loop {
                        people.only_ask(&mut chance, orders.now).await;
                    }
                });
            }
        }
        Work::Crowd(size) => {
            for _ in 0..size {
                let (people, mut chance) = (people.clone(), chance.branch());
                running.spawn(async move {
                    loop {
                        people.clone().act(chance.branch(), orders.now).await;
                    }
                });
            }
            running.spawn(technicians(people, chance.branch(), orders.now));
        }
        Work::Quiet => {
            let mut chance = chance.branch();
            running.spawn(async move {
                loop {
                    people.only_improve(&mut chance, orders.now).await;
                }
            });
        }
    }
    // Nobody comes to an end here but by a fault, which is told on the way.
    running.join_next().await;
    std::process::exit(3);
}

async fn people(app: &App, orders: &Orders) -> People {
    let mut who: Vec<Who> = Vec::new();
    for token in &orders.tokens {
        who.push(app.session(token).await.expect("they are still signed in"));
    }
    let [owner, dispatcher, csr] = who.try_into().expect("three were given");
    People {
        app: app.clone(),
        store: Store::open(&orders.address).await.unwrap(),
        outside: Handle::current(),
        owner,
        dispatcher,
        csr,
        memory: Arc::new(Mutex::new(orders.memory.clone())),
    }
}

async fn worker(app: App) {
    loop {
        if !app.work_once().await.expect("the worker only meets named noes") {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

async fn technicians(people: People, mut chance: Chance, now: Timestamp) {
    loop {
        technicians_go_on(people.clone(), chance.branch(), now).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// When nobody is left who could kill this process, it ends.
fn end_with_those_who_wait() {
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    std::process::exit(0);
}
