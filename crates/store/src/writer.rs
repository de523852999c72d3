//! Group commit: pieces of work wait in a queue, and one writer commits as many as wait in one transaction.
//!
//! One sync of the disk then serves many callers. Each piece has its own savepoint, so a refused one is rolled back alone;
//! nobody is answered before the commit. When the transaction fails as a whole, its pieces are tried one by one, so that one
//! bad piece cannot spoil its neighbours. SQLite has one writer; on PostgreSQL companies are spread over several.

use crate::engine::{Connection, Database};
use crate::error::{CommitError, Halt, StoreError};
use crate::{Wake, wakes};
use std::future::Future;
use std::pin::Pin;
use tokio::sync::{broadcast, mpsc, oneshot};

/// How many pieces may wait; beyond that, callers wait to queue.
const QUEUE: usize = 1_024;
/// How many pieces share a transaction. At 2 ms a sync this allows far more than a machine can prepare; more would only make the
/// first of a batch wait longer.
const BATCH: usize = 128;
/// How often a piece is tried when other transactions are in its way.
const TRIES: usize = 8;

/// The future of a piece of work inside a transaction.
pub(crate) type Work<'a, T> = Pin<Box<dyn Future<Output = Result<T, Halt>> + Send + 'a>>;

/// A piece of work with somebody who waits for it.
trait Piece: Send {
    fn company(&self) -> i64;
    fn run<'a>(&'a mut self, connection: &'a mut Connection) -> Work<'a, ()>;
    fn wake(&self) -> Option<Wake>;
    fn refuse(&mut self, error: CommitError);
    fn answer(self: Box<Self>);
}

struct Waiting<T, F> {
    company: i64,
    act: F,
    outcome: Option<Result<(T, Option<Wake>), CommitError>>,
    reply: oneshot::Sender<Result<T, CommitError>>,
}

impl<T, F> Piece for Waiting<T, F>
where
    T: Send + 'static,
    F: for<'a> Fn(&'a mut Connection) -> Work<'a, (T, Option<Wake>)> + Send + 'static,
{
    fn company(&self) -> i64 {
        self.company
    }

    fn run<'a>(&'a mut self, connection: &'a mut Connection) -> Work<'a, ()> {
        let work = (self.act)(connection);
        let outcome = &mut self.outcome;
        Box::pin(async move {
            *outcome = Some(Ok(work.await?));
            Ok(())
        })
    }

    fn wake(&self) -> Option<Wake> {
        self.outcome.as_ref()?.as_ref().ok()?.1
    }

    fn refuse(&mut self, error: CommitError) {
        self.outcome = Some(Err(error));
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(stopped()));
        // A caller that went away does not change what was committed.
        let _ = self.reply.send(outcome.map(|(value, _)| value));
    }
}

enum Letter {
    Do(Box<dyn Piece>),
    Close(oneshot::Sender<()>),
}

/// The queue of one writer.
#[derive(Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Letter>,
}

fn stopped() -> CommitError {
    StoreError::Unavailable("the writer has stopped".to_owned()).into()
}

impl Writer {
    /// Starts a writer; it ends when it is closed or when nobody holds its queue any more.
    pub(crate) fn start(database: Database, wakes: broadcast::Sender<Wake>) -> Writer {
        let (queue, inbox) = mpsc::channel(QUEUE);
        tokio::spawn(write(database, inbox, wakes));
        Writer { queue }
    }

    /// Does a piece of work of a company inside a transaction and answers when it is durable.
    pub(crate) async fn perform<T, F>(&self, company: i64, act: F) -> Result<T, CommitError>
    where
        T: Send + 'static,
        F: for<'a> Fn(&'a mut Connection) -> Work<'a, (T, Option<Wake>)> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let piece = Box::new(Waiting { company, act, outcome: None, reply });
        self.queue.send(Letter::Do(piece)).await.map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }

    /// Takes nothing more, finishes what waits, and ends.
    pub(crate) async fn close(&self) {
        let (done, ended) = oneshot::channel();
        if self.queue.send(Letter::Close(done)).await.is_ok() {
            let _ = ended.await;
        }
    }
}

async fn write(database: Database, mut inbox: mpsc::Receiver<Letter>, wakes: broadcast::Sender<Wake>) {
    let mut letters = Vec::with_capacity(BATCH);
    let mut closing = Vec::new();
    while inbox.recv_many(&mut letters, BATCH).await > 0 {
        let mut batch: Vec<Box<dyn Piece>> = Vec::with_capacity(letters.len());
        for letter in letters.drain(..) {
            match letter {
                Letter::Do(piece) => batch.push(piece),
                Letter::Close(done) => {
                    inbox.close();
                    closing.push(done);
                }
            }
        }
        if !batch.is_empty() {
            // Every writer locks the heads of companies in the same order, so that two of them cannot wait for each other.
            batch.sort_by_key(|piece| piece.company());
            commit(&database, batch, &wakes).await;
        }
    }
    for done in closing {
        let _ = done.send(());
    }
}

/// Commits a batch together, or its pieces one by one when together does not work, and answers everybody.
async fn commit(database: &Database, mut batch: Vec<Box<dyn Piece>>, wakes: &broadcast::Sender<Wake>) {
    let mut outcome = transact(database, &mut batch).await;
    if batch.len() == 1 {
        for _ in 1..TRIES {
            if !matches!(outcome, Err(Halt::Again(_))) {
                break;
            }
            outcome = transact(database, &mut batch).await;
        }
    } else if matches!(outcome, Err(Halt::Again(_) | Halt::Unique | Halt::Broken(_))) {
        tracing::debug!(pieces = batch.len(), "a batch failed, its pieces are tried one by one");
        for piece in batch {
            Box::pin(commit(database, vec![piece], wakes)).await;
        }
        return;
    }
    if let Err(halt) = outcome {
        let error = halt.into_error();
        if let CommitError::Unavailable(cause) = &error {
            tracing::error!(%cause, "a write failed");
        }
        batch.iter_mut().for_each(|piece| piece.refuse(error.clone()));
    }
    for piece in batch {
        if let Some(wake) = piece.wake() {
            // Nobody may be listening.
            let _ = wakes.send(wake);
        }
        piece.answer();
    }
}

/// Runs all pieces in one transaction. Refused pieces are told so and are no error.
async fn transact(database: &Database, batch: &mut [Box<dyn Piece>]) -> Result<(), Halt> {
    let mut connection = database.writer().await.map_err(Halt::of_all)?;
    if let Err(halt) = run_all(database, &mut connection, batch).await {
        if connection.raw("ROLLBACK").await.is_err() {
            connection.discard();
        }
        return Err(halt);
    }
    let wakes: Vec<Wake> = batch.iter().filter_map(|piece| piece.wake()).collect();
    wakes::announce(&mut connection, &wakes).await;
    Ok(())
}

async fn run_all(
    database: &Database,
    connection: &mut Connection,
    batch: &mut [Box<dyn Piece>],
) -> Result<(), Halt> {
    connection.raw(database.begin()).await.map_err(Halt::of_all)?;
    for piece in batch.iter_mut() {
        connection.raw("SAVEPOINT piece").await?;
        match piece.run(connection).await {
            Ok(()) => connection.raw("RELEASE SAVEPOINT piece").await?,
            Err(Halt::Refused(error)) => {
                piece.refuse(error);
                connection.raw("ROLLBACK TO SAVEPOINT piece; RELEASE SAVEPOINT piece").await?;
            }
            Err(halt) => return Err(halt),
        }
    }
    connection.raw("COMMIT").await.map_err(Halt::of_all)
}
