//! Random days: what must never happen does not happen, whatever people do and whenever the process is killed.
//!
//! `cargo xtask day --seeds 50` plays fifty days; a day that fails names its seed.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "all of it is test code, helpers included")]

/// Every case becomes a test on each engine.
macro_rules! on_both_engines {
    ($($case:ident => $sqlite:ident, $postgres:ident;)+) => { $(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $sqlite() {
            $case(crate::house::Home::sqlite()).await;
        }

        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $postgres() {
            if let Some(home) = crate::house::Home::postgres().await {
                $case(home).await;
            }
        }
    )+ };
}

mod acts;
mod allowed;
mod chance;
mod checks;
#[path = "../house/mod.rs"]
mod house;
mod kept;
mod killed;
mod told;
mod undone;
mod victim;
mod words;

use acts::People;
use chance::Chance;
use domain::{Role, SignedDuration};
use house::{Home, House};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tokio::task::JoinSet;
use told::Memory;

/// How many days a normal run plays.
const SEEDS: u64 = 4;
/// How many days are played at the same time.
const AT_ONCE: usize = 2;
/// The day is played in steps of this length.
const STEP: SignedDuration = SignedDuration::from_mins(10);
/// From 09:40 to after the last shift.
const STEPS: usize = 54;

fn number(variable: &str) -> Option<u64> {
    let told = std::env::var(variable).ok()?;
    Some(told.parse().unwrap_or_else(|_| panic!("{variable} is no number: `{told}`")))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_random_days_nothing_happens_that_must_never_happen() {
    let first = number("DAY_FROM").unwrap_or(0);
    let mut seeds = first..first + number("DAY_SEEDS").unwrap_or(SEEDS);
    let mut days = JoinSet::new();
    while let Some(done) = {
        while days.len() < AT_ONCE
            && let Some(seed) = seeds.next()
        {
            days.spawn(named(seed));
        }
        days.join_next().await
    } {
        done.expect("the day that failed is named above");
    }
}

async fn named(seed: u64) {
    let name = Named(seed);
    let started = Instant::now();
    let told = play(seed).await;
    println!("day {seed}: {told}, {:.1} s", started.elapsed().as_secs_f64());
    drop(name);
}

/// Names its seed when the day fails.
struct Named(u64);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("DAY {} FAILED; again: cargo xtask day --seeds 1 --from {}", self.0, self.0);
        }
    }
}

/// Plays one day and checks it. Every fourth day is played on PostgreSQL where there is one.
async fn play(seed: u64) -> String {
    let postgres = if seed % 4 == 3 { Home::postgres().await } else { None };
    let engine = if postgres.is_some() { "postgres" } else { "sqlite" };
    let mut house = House::new(postgres.unwrap_or_else(Home::sqlite)).await;
    let mut chance = Chance::of(seed);
    let mut people = People {
        app: house.app.clone(),
        store: house.store().await,
        outside: Handle::current(),
        owner: house.who(Role::Owner).await,
        dispatcher: house.who(Role::Dispatcher).await,
        csr: house.who(Role::Csr).await,
        memory: Arc::new(Mutex::new(Memory::default())),
    };
    people.choose_modes(&mut chance).await;
    let mut kills = 0;
    for _ in 0..STEPS {
        let (mut running, process) = (JoinSet::new(), house.process());
        for _ in 0..1 + chance.below(6) {
            running.spawn_on(people.clone().act(chance.branch(), house.now()), &process);
        }
        let technicians = acts::technicians_go_on(people.clone(), chance.branch(), house.now());
        running.spawn_on(technicians, &process);
        let app = people.app.clone();
        let worker = async move { app.work_all().await.expect("the worker only meets named noes") };
        running.spawn_on(worker, &process);
        if chance.one_in(9) {
            tokio::time::sleep(Duration::from_micros(chance.below(40_000) as u64)).await;
            running.abort_all();
            while let Some(done) = running.join_next().await {
                assert!(!done.is_err_and(|error| error.is_panic()), "an act failed");
            }
            // What the acts had begun is still being written now.
            house.kill_and_restart().await;
            people.app = house.app.clone();
            kills += 1;
        }
        while let Some(done) = running.join_next().await {
            done.expect("an act failed");
        }
        if chance.one_in(6) {
            checks::the_worker_comes_to_rest(&house, &people.store).await;
        }
        house.clock.advance(STEP);
    }
    // What a killed worker had taken is taken again when its lease is over.
    house.clock.advance(SignedDuration::from_hours(1));
    house.app.work_all().await.expect("the worker works");
    let memory = people.memory.lock().unwrap().clone();
    let (done, refused) = (memory.done, memory.refused);
    let entries = checks::everything(&house, &people.store, &memory.words).await;
    people.store.close().await;
    house.app.close().await;
    format!("{engine}, {kills} kills, {done} acts and {refused} noes, {entries} entries")
}
