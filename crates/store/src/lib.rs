//! Remembers everything: one [`Store`] over SQLite or PostgreSQL.
//!
//! A use case reads what it needs, decides, and hands over one [`Changeset`]: the records as they shall be and what must
//! stand there now, the journal entries that say why, tasks to do later, messages that leave the building.
//! [`Store::commit`] writes all of it in one transaction or refuses it by a named [`CommitError`]; when it answers, the
//! changes are on disk.
//!
//! What it keeps:
//! * **records** ([`Record`]), one table a noun, as JSON with columns for what is searched; every row carries its company;
//! * **occupancy**: the planned spans of technicians, derived from the records; the database itself refuses an overlap;
//! * **the journal**: entries with the records after each change, chained by hashes ([`Store::verify_chain`]), from which
//!   the state can be rebuilt ([`Store::rebuild`]);
//! * **tasks** and the **outbox**, which commit together with what caused them;
//! * sessions, password hashes, one-time links and idempotency keys, which are no part of the journal.
//!
//! It decides nothing and never reads a clock: every instant comes in as an argument.
//!
//! Where to start: [`Changeset`] for writing, [`Store::board`] for the largest read, `commit.rs` for the one transaction
//! through which everything goes.

mod accounts;
mod board;
mod changeset;
mod commit;
mod engine;
mod error;
mod journal;
mod migrate;
mod nouns;
mod occupancy;
mod outbox;
mod rebuild;
mod search;
pub mod statements;
mod tasks;
mod wakes;
mod writer;

pub use accounts::Session;
pub use changeset::{Changeset, Committed, Expect, NewKey, OnlyIf, Put, Remove, SignOut};
pub use engine::Statement;
pub use error::{CommitError, StoreError};
pub use journal::{ChainHead, ChainReport, JournalEntry};
pub use migrate::KNOWN_SCHEMA;
pub use nouns::{DoneVisit, LeadFilter, Noun, Record, Stored};
pub use outbox::{Delivery, OutboxChange};
pub use rebuild::StateReport;
pub use tasks::{BACKOFF, DeadTask, Lease, NewTask, Task};

use domain::CompanyId;
use engine::{Connection, Database, Row, Value, values};
use nouns::Kept;
use std::sync::Arc;
use tokio::sync::broadcast;
use writer::{Work, Writer};

/// How many wake-ups a slow listener may miss before it is told that it missed some.
const WAKES: usize = 1_024;

/// There is something new in a company's journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wake {
    /// Whose.
    pub company: CompanyId,
    /// The position of its last entry.
    pub position: i64,
}

/// The database. Cheap to clone; all clones are the same store.
#[derive(Clone)]
pub struct Store {
    pub(crate) database: Database,
    writers: Arc<[Writer]>,
    wakes: broadcast::Sender<Wake>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("database", &self.database).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens `sqlite:FILE` (made when it does not exist) or `postgres://USER@HOST/NAME`, and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Address`], [`StoreError::CannotOpen`], [`StoreError::NewerSchema`], [`StoreError::ForeignMigration`].
    pub async fn open(address: &str) -> Result<Store, StoreError> {
        let database = Database::open(address).await?;
        if let Err(error) = migrate::migrate(&database).await {
            database.close().await;
            return Err(match error {
                StoreError::Unavailable(why) => database.cannot_open(why),
                other => other,
            });
        }
        let (wakes, _) = broadcast::channel(WAKES);
        wakes::listen(&database, wakes.clone());
        let writers = (0..database.writers()).map(|_| Writer::start(database.clone(), wakes.clone()));
        let writers = writers.collect();
        Ok(Store { database, writers, wakes })
    }

    /// Opens a database to look at it: nothing is made, nothing is migrated, every write is refused. Also says how far its
    /// schema is: less than [`KNOWN_SCHEMA`] means that it has to be migrated before it is of use, 0 that there is none.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_to_look(address: &str) -> Result<(Store, i64), StoreError> {
        let database = Database::open_to_look(address).await?;
        let found = match migrate::look(&database).await {
            Ok(found) => found,
            Err(error) => {
                database.close().await;
                return Err(match error {
                    StoreError::Unavailable(why) => database.cannot_open(why),
                    other => other,
                });
            }
        };
        let (wakes, _) = broadcast::channel(WAKES);
        let writer = Writer::start(database.clone(), wakes.clone());
        // A transaction may ask PostgreSQL to write all the same, so nothing is handed to it in the first place.
        writer.close().await;
        Ok((Store { database, writers: [writer].into(), wakes }, found))
    }

    /// Finishes the writes that wait, then closes all connections. Writes that come later are refused.
    pub async fn close(&self) {
        for writer in self.writers.iter() {
            writer.close().await;
        }
        self.database.close().await;
    }

    /// Commits a changeset: everything or nothing. When it answers, the changes are durable.
    ///
    /// # Errors
    /// Why it was refused; nothing was written then.
    pub async fn commit(&self, changeset: Changeset) -> Result<Committed, CommitError> {
        commit::check(&changeset)?;
        let company = changeset.company;
        let writes_journal = !changeset.entries.is_empty();
        let changeset = Arc::new(changeset);
        self.writer_of(company.0)
            .perform(company.0, move |connection| {
                let changeset = Arc::clone(&changeset);
                Box::pin(async move {
                    let committed = commit::apply(connection, &changeset).await?;
                    let wake = Wake { company, position: committed.position };
                    Ok((committed, writes_journal.then_some(wake)))
                })
            })
            .await
    }

    /// Tells when a company's journal has something new. Wake-ups may be lost or doubled: read by position.
    pub fn wakes(&self) -> broadcast::Receiver<Wake> {
        self.wakes.subscribe()
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError`] when it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.schema_version().await.map(drop)
    }

    /// The version of the schema in the database.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn schema_version(&self) -> Result<i64, StoreError> {
        let applied = migrate::applied(&mut self.database.reader().await?).await?;
        Ok(applied.last().map_or(0, |(version, _)| *version))
    }

    /// Prepares every statement of this crate without running it, and names those that the database does not understand.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn prepare_all(&self) -> Result<Vec<String>, StoreError> {
        let mut connection = self.database.reader().await?;
        let mut faults = Vec::new();
        for statement in statements::all() {
            if let Err(error) = connection.prepare(statement).await {
                faults.push(format!("{}: {error}", statement.name));
            }
        }
        Ok(faults)
    }

    fn writer_of(&self, company: i64) -> &Writer {
        let writers = self.writers.len() as i64;
        &self.writers[company.rem_euclid(writers) as usize]
    }

    /// Does a small piece of work inside a transaction.
    pub(crate) async fn write<T, F>(&self, company: i64, act: F) -> Result<T, CommitError>
    where
        T: Send + 'static,
        F: for<'a> Fn(&'a mut Connection) -> Work<'a, T> + Send + 'static,
    {
        self.writer_of(company)
            .perform(company, move |connection| {
                let work = act(connection);
                Box::pin(async move { Ok((work.await?, None)) })
            })
            .await
    }

    /// The rows of one question.
    pub(crate) async fn rows(&self, sql: Statement, with: &[Value]) -> Result<Vec<Row>, StoreError> {
        Ok(self.database.reader().await?.all(sql, with).await?)
    }

    /// One record by its number within the company.
    pub(crate) async fn get<T: Kept>(
        &self,
        company: CompanyId,
        id: i64,
    ) -> Result<Option<Stored<T>>, StoreError> {
        let rows = self.rows(T::GET, values![company.0, id]).await?;
        rows.first().map(|row| nouns::stored(row, 0)).transpose()
    }
}
