//! A real process is killed by SIGKILL in the middle of its work, again and again.
//!
//! What it had told people stays true: the parent hears every word through a pipe, and words in a pipe outlive the
//! process that said them. `cargo xtask day --kill --seeds 50` plays more of them.

use crate::chance::Chance;
use crate::checks;
use crate::house::{COMPANY, Home, House, Written};
use crate::kept::Unanswered;
use crate::number;
use crate::told::{Memory, Word};
use crate::victim::{Orders, VICTIM, Work, work_until_killed};
use app::view::{ModeChange, UndoRequest};
use domain::{Appointment, EntryKind, Move, NonJobEvent, Reservation, Role, SignedDuration, TechnicianId};
use futures_util::FutureExt;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::panic::AssertUnwindSafe;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How many seeds a normal run plays on each engine.
const SEEDS: u64 = 1;
/// How often the process of one seed is killed.
const ROUNDS: usize = 8;
/// A process that has not begun to speak is killed after this time, busy as the machine may be.
const BEGINNING: Duration = Duration::from_secs(20);
/// A process that has nothing more to say is killed after this time.
const PATIENCE: Duration = Duration::from_secs(2);
/// The number of the signal that no process can catch.
const SIGKILL: i32 = 9;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_process_told_people_stays_true_on_sqlite() {
    if let Ok(orders) = std::env::var(VICTIM) {
        return work_until_killed(&orders).await;
    }
    check("sqlite").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_process_told_people_stays_true_on_postgres() {
    if let Ok(orders) = std::env::var(VICTIM) {
        return work_until_killed(&orders).await;
    }
    check("postgres").await;
}

/// A test of the test: a disk that forgets what it was told to keep is found out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_forgets_is_found_out() {
    let mut story = Story::begin("sqlite", 0, Home::sqlite()).await;
    story.house.clock.advance(SignedDuration::from_secs(2));
    let counts = |word: &Word| matches!(word, Word::Received { .. });
    let moment = Moment { counts, words: 30, then: Then::After(Duration::ZERO) };
    let words = story.kill(Work::Storm, moment).await;
    let file = story.house.home.address.strip_prefix("sqlite:").expect("it is SQLite");
    let log = std::fs::OpenOptions::new().write(true).open(format!("{file}-wal")).unwrap();
    log.set_len(log.metadata().unwrap().len() / 2).unwrap();
    story.house.clock.advance(SignedDuration::from_secs(1));
    story.house.reopen().await;
    let checked = AssertUnwindSafe(checks::after_a_kill(&story.house, &words)).catch_unwind().await;
    let said = checked.err().expect("half of what was acknowledged is gone");
    let said = said.downcast_ref::<String>().expect("it says what");
    assert!(said.contains("is lost") || said.contains("is there"), "{said}");
    story.house.close().await;
}

async fn check(engine: &'static str) {
    let first = number("KILL_FROM").unwrap_or(0);
    for seed in first..first + number("KILL_SEEDS").unwrap_or(SEEDS) {
        let home = if engine == "sqlite" { Some(Home::sqlite()) } else { Home::postgres().await };
        let Some(home) = home else { return };
        let named = Named { engine, seed };
        let story = Story::begin(engine, seed, home).await;
        println!("{engine} {seed}: {}", story.play().await);
        drop(named);
    }
}

/// Names its seed when it fails.
struct Named {
    engine: &'static str,
    seed: u64,
}

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Named { engine, seed } = self;
            println!("{engine} {seed} FAILED; again: cargo xtask day --kill --seeds 1 --from {seed}");
        }
    }
}

/// When a process is killed: somewhat after it has said so many words of a kind.
#[derive(Debug, Clone, Copy)]
struct Moment {
    counts: fn(&Word) -> bool,
    words: usize,
    then: Then,
}

/// How long after.
#[derive(Debug, Clone, Copy)]
enum Then {
    After(Duration),
    /// As soon as the next entry can be read in the database, which is before anybody is told of it.
    Written,
}

/// One house whose program is killed many times.
struct Story {
    engine: &'static str,
    house: House,
    chance: Chance,
    tokens: [String; 3],
    memory: Memory,
    folder: tempfile::TempDir,
    undone: usize,
    slowest: Duration,
    unanswered: Unanswered,
}

impl Story {
    async fn begin(engine: &'static str, seed: u64, home: Home) -> Story {
        let mut house = House::new(home).await;
        let mut chance = Chance::of(seed);
        let mode = |chance: &mut Chance| chance.pick(&["assist", "approve", "auto"]).map(ToString::to_string);
        let change = ModeChange { booking: mode(&mut chance), board: mode(&mut chance), kill_switch: None };
        let owner = house.who(Role::Owner).await;
        house.app.change_mode(&owner, change).await.expect("an owner may");
        let tokens = [
            house.token(Role::Owner).await,
            house.token(Role::Dispatcher).await,
            house.token(Role::Csr).await,
        ];
        house.close().await;
        Story {
            engine,
            house,
            chance,
            tokens,
            memory: Memory::default(),
            folder: tempfile::tempdir().unwrap(),
            undone: 0,
            slowest: Duration::ZERO,
            unanswered: Unanswered::default(),
        }
    }

    async fn play(mut self) -> String {
        for _ in 0..ROUNDS {
            let pause = *self.chance.pick(&[2, 180, 720]).expect("there are three");
            self.house.clock.advance(SignedDuration::from_secs(pause));
            let (work, moment) = plan(&mut self.chance);
            let words = self.kill(work, moment).await;
            self.house.home.is_left().await;
            let from = self.memory.words.len();
            words.into_iter().for_each(|word| self.memory.hear(word));
            // Ids carry the time: whoever starts again does so a little later.
            self.house.clock.advance(SignedDuration::from_secs(1));
            let started = Instant::now();
            self.house.reopen().await;
            self.slowest = self.slowest.max(started.elapsed());
            let (rows, unanswered) = checks::after_a_kill(&self.house, &self.memory.words).await;
            self.unanswered = unanswered;
            self.undo_what_was_accepted(&rows, from).await;
            self.house.close().await;
        }
        // What a killed worker had taken is taken again when its lease is over.
        self.house.clock.advance(SignedDuration::from_hours(1));
        self.house.reopen().await;
        self.house.app.work_all().await.expect("the worker works");
        let store = self.house.store().await;
        let entries = checks::everything(&self.house, &store, &self.memory.words).await;
        store.close().await;
        self.house.close().await;
        let told = self.memory.words.iter().filter(|word| !matches!(word, Word::Sends { .. })).count();
        let Unanswered { there, not_there } = self.unanswered;
        format!(
            "{ROUNDS} kills, {told} words kept, {} acceptances undone after a kill, of those begun and unanswered \
             {there} wholly there and {not_there} not at all, ready again within {} ms, {entries} entries",
            self.undone,
            self.slowest.as_millis()
        )
    }

    /// Starts this test again as a process that works, and kills it in the middle.
    async fn kill(&mut self, work: Work, moment: Moment) -> Vec<Word> {
        let orders = Orders {
            address: self.house.home.address.clone(),
            now: self.house.now(),
            seed: self.chance.below(usize::MAX) as u64,
            work,
            tokens: self.tokens.clone(),
            memory: self.memory.for_the_next(),
        };
        let file = self.folder.path().join("orders.json");
        std::fs::write(&file, serde_json::to_vec(&orders).unwrap()).unwrap();
        let mut victim = Command::new(std::env::current_exe().unwrap())
            .arg(format!("killed::what_a_killed_process_told_people_stays_true_on_{}", self.engine))
            .args(["--exact", "--nocapture"])
            .env(VICTIM, &file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let words = kill_at(&mut victim, moment, &self.house).await;
        let ended = victim.wait().unwrap();
        assert_eq!(ended.signal(), Some(SIGKILL), "{work:?} ended by itself: {ended}");
        words
    }

    /// An acceptance that was acknowledged before the kill can be taken back after it, unless somebody has changed
    /// these visits or the days they stand in since.
    async fn undo_what_was_accepted(&mut self, rows: &[Written], from: usize) {
        let accepted = self.memory.words[from..].iter().rev().find_map(|word| match word {
            Word::Accepted { position, .. } => Some(*position),
            _ => None,
        });
        let Some(position) = accepted.filter(|position| !was_touched_since(rows, *position)) else { return };
        let dispatcher = self.house.who(Role::Dispatcher).await;
        let undone = self.house.app.undo(&dispatcher, UndoRequest { position }).await;
        let undone = undone.unwrap_or_else(|no| panic!("the acceptance at {position} stays: {no:?}"));
        let row = rows.iter().find(|row| row.position == position).expect("it was just found");
        let store = self.house.store().await;
        for change in &row.entry.undo {
            if let Move::Assign { appointment, to, .. } = change {
                let visit = store.appointment(COMPANY, *appointment).await.unwrap().unwrap();
                assert_eq!(visit.value.state.placement(), Some(*to), "as before {position}");
            }
        }
        store.close().await;
        self.memory.hear(Word::Undone { position: undone.position });
        self.undone += 1;
    }
}

fn plan(chance: &mut Chance) -> (Work, Moment) {
    let after = |chance: &mut Chance, milliseconds: usize| {
        Then::After(Duration::from_micros(chance.below(milliseconds * 1_000) as u64))
    };
    match chance.below(8) {
        0 => {
            let counts = |word: &Word| matches!(word, Word::Received { .. });
            let words = 5 + chance.below(80);
            (Work::Storm, Moment { counts, words, then: after(chance, 5) })
        }
        1..4 => {
            let counts = |word: &Word| !matches!(word, Word::Sends { .. });
            let words = 3 + chance.below(40);
            let then = after(chance, 40);
            (Work::Crowd(2 + chance.below(6)), Moment { counts, words, then })
        }
        // In the middle of an acceptance, or between its commit and its answer.
        kind @ 4..7 => {
            let counts = |word: &Word| matches!(word, Word::Accepts { .. });
            let words = 1 + chance.below(3);
            let then = if kind == 4 { after(chance, 30) } else { Then::Written };
            (Work::Quiet, Moment { counts, words, then })
        }
        // Right after an acceptance was acknowledged.
        _ => {
            let counts = |word: &Word| matches!(word, Word::Accepted { .. });
            let words = 1 + chance.below(3);
            (Work::Quiet, Moment { counts, words, then: Then::After(Duration::ZERO) })
        }
    }
}

/// Kills a process at a moment; gives everything that it said until then.
async fn kill_at(victim: &mut Child, moment: Moment, house: &House) -> Vec<Word> {
    let lines = BufReader::new(victim.stdout.take().unwrap()).lines();
    let (say, heard) = mpsc::channel();
    let listener = std::thread::spawn(move || {
        for word in lines.map_while(Result::ok).filter_map(|line| Word::of_line(&line)) {
            // After the kill nobody waits for words, and they count all the same.
            say.send(word).expect("the words are taken to the last");
        }
    });
    // Without a need nobody else has the database open: whoever starts again finds it as the killed one left it.
    let watching = match moment.then {
        Then::Written => Some(house.store().await),
        Then::After(_) => None,
    };
    let mut words: Vec<Word> = Vec::new();
    let mut waited_for = 0;
    while waited_for < moment.words
        && let Ok(word) = heard.recv_timeout(if words.is_empty() { BEGINNING } else { PATIENCE })
    {
        waited_for += usize::from((moment.counts)(&word));
        words.push(word);
    }
    if let Some(store) = &watching {
        let (before, started) = (store.position(COMPANY).await.unwrap(), Instant::now());
        while started.elapsed() < PATIENCE && store.position(COMPANY).await.unwrap() == before {}
    }
    if let Then::After(time) = moment.then {
        std::thread::sleep(time);
    }
    victim.kill().unwrap();
    if let Some(store) = watching {
        store.close().await;
    }
    words.extend(heard.iter());
    listener.join().expect("the listener hears everything");
    words
}

/// Whether anything was written after a position that stands in the way of taking it back: one of its visits, or
/// something else in the days of its technicians.
fn was_touched_since(rows: &[Written], position: i64) -> bool {
    let row = rows.iter().find(|row| row.position == position).expect("it was acknowledged");
    assert_eq!(row.entry.kind, EntryKind::SuggestionAccepted);
    let visits: BTreeSet<i64> = row.entry.undo.iter().filter_map(Move::appointment).map(|id| id.0).collect();
    let mut whose: BTreeMap<(&str, i64), Option<TechnicianId>> = BTreeMap::new();
    let mut technicians: BTreeSet<TechnicianId> = BTreeSet::new();
    for row in rows {
        for change in &row.changes {
            let noun = change.noun.as_str();
            let Some(now) = change.after.as_ref().and_then(|after| technician(noun, after)) else { continue };
            let before = whose.insert((noun, change.id), now).flatten();
            let own = noun == "appointment" && visits.contains(&change.id);
            if row.position == position {
                technicians.extend([before, now].into_iter().flatten());
            }
            let beside = [before, now].into_iter().flatten().any(|one| technicians.contains(&one));
            if row.position > position && (own || beside) {
                return true;
            }
        }
    }
    false
}

/// In whose day a record stands: outside none for what stands in nobody's, ever.
fn technician(noun: &str, after: &serde_json::Value) -> Option<Option<TechnicianId>> {
    let is_whole = "the journal keeps whole records";
    match noun {
        "appointment" => {
            let visit: Appointment = serde_json::from_value(after.clone()).expect(is_whole);
            Some(visit.state.busy().map(|at| at.technician))
        }
        "reservation" => {
            let held: Reservation = serde_json::from_value(after.clone()).expect(is_whole);
            Some(Some(held.placement.technician))
        }
        "event" => {
            let event: NonJobEvent = serde_json::from_value(after.clone()).expect(is_whole);
            Some(Some(event.technician))
        }
        _ => None,
    }
}
