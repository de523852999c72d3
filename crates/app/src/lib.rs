//! The use cases: the only place where reading, deciding and writing meet.
//!
//! A use case loads what it needs from [`store`], asks a pure crate for the decision, and commits state, journal,
//! messages and tasks in one transaction. It checks who may do it ([`Who::require`]) and it takes the time from
//! [`ports::Clock`]; nothing below it knows either.
//!
//! Where to start: [`App`] holds everything; `inbox` is the first walk (a request comes in and is booked), `board` the
//! second (a visit is selected, suggestions are generated, one is accepted). What the outside sees is in [`view`].

mod access;
mod accounts;
mod board;
mod change;
mod company;
mod demo;
mod drives;
mod email;
mod error;
mod ids;
mod inbox;
mod journal;
mod live;
mod names;
mod password;
mod places;
pub mod ports;
pub mod sample;
mod sessions;
pub mod simulation;
mod tasks;
pub mod view;
mod worker;

pub use access::{Who, permission_name, role_name, role_of};
pub use company::VerifyReport;
pub use demo::{Demo, History};
pub use error::{Details, Error, FieldError, Kind};
pub use inbox::FormPage;
pub use live::{Live, LiveEvent};
pub use sessions::NewSession;
pub use store::StoreError;
pub use travel::Network;

/// Planning problems in files: no company, no database, nothing to record.
pub mod plan_file {
    pub use planner::formats::answer::{Question, Reply, Request, Step, answer};
    pub use planner::solver::Effort;
}

use domain::{Alternative, AppointmentId, Board, CompanyId, Span, Timestamp, UserId};
use drives::SharedDrives;
use ids::Ids;
use places::Places;
use ports::{Clock, Messenger};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, Mutex, RwLock};
use store::{KNOWN_SCHEMA, Store};
use tokio::sync::Notify;

/// Improvements that stand ready, with the journal position and the time they were found at.
type Standing = (i64, Timestamp, Arc<Vec<(AppointmentId, Alternative)>>);

/// What the program runs on.
pub struct Config {
    /// `sqlite:FILE` or `postgres://USER@HOST/NAME`.
    pub database: String,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// The roads; without them drive times are estimates.
    pub network: Option<Arc<travel::Network>>,
    /// Hands messages to the outside.
    pub messenger: Arc<dyn Messenger>,
    /// Tells this process from others on the same database, 0 to 1023.
    pub node: u16,
}

/// What looking at a database found.
pub enum Looked {
    /// Its schema is ours. Whatever would write fails.
    Current(App),
    /// It has to be migrated first.
    Older {
        /// The version of its schema; 0 when it has none yet.
        found: i64,
        /// The version that this program needs.
        known: i64,
    },
}

/// The program. Cloning is cheap: all clones are one.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What all clones share.
pub struct Inner {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Ids,
    pub(crate) drives: SharedDrives,
    pub(crate) places: Places,
    pub(crate) messenger: Arc<dyn Messenger>,
    pub(crate) work: Notify,
    pub(crate) names: RwLock<HashMap<UserId, String>>,
    pub(crate) models: RwLock<HashMap<CompanyId, Arc<forecast::Model>>>,
    pub(crate) boards: Mutex<HashMap<(CompanyId, Span), Arc<Board>>>,
    pub(crate) standing: Mutex<HashMap<(CompanyId, Span), Standing>>,
    pub(crate) companies: RwLock<HashMap<String, CompanyId>>,
    /// Up to when tasks that were given up have been looked at.
    pub(crate) seen_dead: Mutex<Timestamp>,
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Opens the database, bringing its schema up to date.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be opened; the sentence says what to do.
    pub async fn open(config: Config) -> Result<App, StoreError> {
        let store = Store::open(&config.database).await?;
        Ok(App::over(store, config))
    }

    /// Opens the database to look at it: nothing is made or migrated, and nothing can be written.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be opened or belongs to a newer program.
    pub async fn open_to_look(config: Config) -> Result<Looked, StoreError> {
        let (store, found) = Store::open_to_look(&config.database).await?;
        if found < KNOWN_SCHEMA {
            store.close().await;
            return Ok(Looked::Older { found, known: KNOWN_SCHEMA });
        }
        Ok(Looked::Current(App::over(store, config)))
    }

    fn over(store: Store, config: Config) -> App {
        let places = config.network.as_deref().map_or_else(Places::default, Places::of);
        App(Arc::new(Inner {
            store,
            clock: config.clock,
            ids: Ids::of_node(config.node),
            drives: SharedDrives::on(config.network),
            places,
            messenger: config.messenger,
            standing: Mutex::default(),
            work: Notify::new(),
            names: RwLock::default(),
            models: RwLock::default(),
            boards: Mutex::default(),
            companies: RwLock::default(),
            seen_dead: Mutex::new(Timestamp::UNIX_EPOCH),
        }))
    }

    /// Finishes what was begun and closes the database.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// `unavailable`, with the reason.
    pub async fn ready(&self) -> Result<(), Error> {
        Ok(self.store.ping().await?)
    }

    /// What is counted, for `/metrics`: name, help, value.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn metrics_snapshot(&self) -> Result<Vec<(&'static str, &'static str, f64)>, Error> {
        let now = self.now();
        let mut entries = 0;
        for company in self.store.companies().await? {
            entries += self.store.position(company.value.id).await?;
        }
        let dead: i64 = self.store.dead_task_counts().await?.iter().map(|(_, count)| count).sum();
        Ok(vec![
            ("dispatch_journal_entries", "journal entries of all companies", entries as f64),
            ("dispatch_tasks_waiting", "tasks that are due", self.store.waiting_tasks(now).await? as f64),
            ("dispatch_tasks_dead", "tasks that were given up and wait for a person", dead as f64),
            ("dispatch_messages_due", "messages that are due", self.store.due_messages(now).await? as f64),
        ])
    }

    pub(crate) fn now(&self) -> domain::Timestamp {
        self.clock.now()
    }

    pub(crate) fn new_id(&self) -> i64 {
        self.ids.next(self.now())
    }
}
