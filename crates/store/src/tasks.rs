//! Tasks: work that is done later, in the same database as everything else.
//!
//! A worker claims a task under a lease with a token. It finishes the task in the same transaction as what it wrote, and a
//! worker whose lease was taken over is refused by its token. A worker that dies lets its lease run out, which counts as
//! an attempt. After the last attempt a task becomes a dead letter that people see.

use crate::Store;
use crate::changeset::{Changeset, Committed};
use crate::engine::{Connection, Row, statements, values};
use crate::error::{CommitError, Halt, StoreError};
use domain::{CompanyId, SignedDuration, Timestamp};

/// How long to wait after the first, second … failure. After the last one a task is a dead letter.
///
/// Quick at first, because most failures are short; the sum is about six hours, which outlasts most outages.
pub const BACKOFF: [SignedDuration; 8] = [
    SignedDuration::from_secs(5),
    SignedDuration::from_secs(30),
    SignedDuration::from_mins(2),
    SignedDuration::from_mins(10),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(1),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(2),
];

/// How often a task may be claimed before it is given up.
const MOST_ATTEMPTS: i64 = BACKOFF.len() as i64 + 1;

statements! {
    ADD:
        "INSERT INTO task (company, kind, task_key, payload, run_at, attempts, token) VALUES ($1, $2, $3, $4, $5, 0, 0)
         ON CONFLICT (company, kind, task_key) WHERE task_key IS NOT NULL DO UPDATE SET
           payload = excluded.payload,
           again_at = CASE WHEN task.lease_until IS NULL THEN NULL
                           WHEN task.again_at < excluded.run_at THEN task.again_at
                           ELSE excluded.run_at END,
           run_at = CASE WHEN task.lease_until IS NULL AND excluded.run_at < task.run_at THEN excluded.run_at
                         ELSE task.run_at END";
    CLAIM:
        "UPDATE task SET attempts = attempts + 1, token = token + 1, lease_until = $2, again_at = NULL
         WHERE id = (SELECT id FROM task
                     WHERE run_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)
                       AND instr(',' || $3 || ',', ',' || kind || ',') > 0
                     ORDER BY run_at, id LIMIT 1)
         RETURNING id, token, company, kind, task_key, payload, attempts, last_error" =>
        "UPDATE task SET attempts = attempts + 1, token = token + 1, lease_until = $2, again_at = NULL
         WHERE id = (SELECT id FROM task
                     WHERE run_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)
                       AND kind = ANY(string_to_array($3, ','))
                     ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, token, company, kind, task_key, payload, attempts, last_error";
    RENEW: "UPDATE task SET lease_until = $3 WHERE id = $1 AND token = $2 AND lease_until IS NOT NULL";
    FINISH: "DELETE FROM task WHERE id = $1 AND token = $2 AND lease_until IS NOT NULL AND again_at IS NULL";
    FINISH_AND_REPEAT:
        "UPDATE task SET run_at = again_at, again_at = NULL, lease_until = NULL, attempts = 0, last_error = NULL
         WHERE id = $1 AND token = $2 AND lease_until IS NOT NULL AND again_at IS NOT NULL";
    RETRY:
        "UPDATE task SET run_at = $3, again_at = NULL, lease_until = NULL, last_error = $4
         WHERE id = $1 AND token = $2 AND lease_until IS NOT NULL";
    BURY:
        "INSERT INTO dead_task (id, company, kind, task_key, payload, attempts, error, died)
         SELECT id, company, kind, task_key, payload, attempts, $3, $4 FROM task
         WHERE id = $1 AND token = $2 AND lease_until IS NOT NULL";
    REMOVE: "DELETE FROM task WHERE id = $1 AND token = $2";
    DEAD:
        "SELECT id, company, kind, payload, attempts, error, died FROM dead_task
         WHERE company = $1 ORDER BY died DESC, id DESC LIMIT $2";
    DEAD_SINCE:
        "SELECT id, company, kind, payload, attempts, error, died FROM dead_task
         WHERE died >= $1 ORDER BY died, id LIMIT $2";
    COUNT_DEAD: "SELECT company, COUNT(*) FROM dead_task GROUP BY company ORDER BY company";
    REVIVE:
        "INSERT INTO task (company, kind, task_key, payload, run_at, attempts, token)
         SELECT company, kind, task_key, payload, $3, 0, 0 FROM dead_task WHERE company = $1 AND id = $2
         ON CONFLICT (company, kind, task_key) WHERE task_key IS NOT NULL DO NOTHING";
    FORGET_DEAD: "DELETE FROM dead_task WHERE company = $1 AND id = $2";
    WAITING: "SELECT COUNT(*) FROM task WHERE run_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)";
}

/// A task to do later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// What kind of work; a name without commas.
    pub kind: String,
    /// Tasks of one kind and key are one task: adding it again while it waits only brings it forward and renews its payload;
    /// adding it while it runs lets it run once more.
    pub key: Option<String>,
    /// What to do, as text; JSON by custom.
    pub payload: String,
    /// Not before.
    pub run_at: Timestamp,
}

/// The right to finish a task: which, and the count of its claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    /// The task.
    pub task: i64,
    /// Grows with every claim, so that a worker that was too slow is refused.
    pub token: i64,
}

/// A task that was claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The right to finish it.
    pub lease: Lease,
    /// Of which company.
    pub company: CompanyId,
    /// What kind of work.
    pub kind: String,
    /// Its key, if it has one.
    pub key: Option<String>,
    /// What to do.
    pub payload: String,
    /// How often it was claimed, this time included.
    pub attempts: i64,
    /// What went wrong the last time.
    pub last_error: Option<String>,
}

/// A task that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadTask {
    /// Which.
    pub id: i64,
    /// Of which company.
    pub company: CompanyId,
    /// What kind of work.
    pub kind: String,
    /// What was to be done.
    pub payload: String,
    /// How often it was tried.
    pub attempts: i64,
    /// What went wrong the last time.
    pub error: String,
    /// When it was given up.
    pub died: Timestamp,
}

impl Task {
    /// When to try again after a failure at `now`; none when it was the last try.
    pub fn retry_at(&self, now: Timestamp) -> Option<Timestamp> {
        let failures = usize::try_from(self.attempts - 1).unwrap_or(0);
        BACKOFF.get(failures).map(|wait| now + *wait)
    }
}

pub(crate) async fn add(connection: &mut Connection, company: i64, task: &NewTask) -> Result<(), Halt> {
    let row = values![company, task.kind.as_str(), task.key.clone(), task.payload.as_str(), task.run_at];
    connection.run(ADD, row).await?;
    Ok(())
}

/// Ends a task, or starts it over when it was wanted again while it ran.
pub(crate) async fn complete(connection: &mut Connection, lease: Lease) -> Result<(), Halt> {
    let which = values![lease.task, lease.token];
    if connection.run(FINISH, which).await? == 0 && connection.run(FINISH_AND_REPEAT, which).await? == 0 {
        return Err(CommitError::Fenced.into());
    }
    Ok(())
}

async fn bury(connection: &mut Connection, lease: Lease, error: &str, at: Timestamp) -> Result<(), Halt> {
    if connection.run(BURY, values![lease.task, lease.token, error, at]).await? == 0 {
        return Err(CommitError::Fenced.into());
    }
    connection.run(REMOVE, values![lease.task, lease.token]).await?;
    Ok(())
}

async fn claim(
    connection: &mut Connection,
    kinds: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<Option<Task>, Halt> {
    while let Some(row) = connection.one(CLAIM, values![now, until, kinds]).await? {
        let task = task(&row)?;
        if task.attempts <= MOST_ATTEMPTS {
            return Ok(Some(task));
        }
        // Its worker never came back to say what went wrong, as often as it may: it would take the next one down too.
        bury(connection, task.lease, task.last_error.as_deref().unwrap_or("the worker died"), now).await?;
    }
    Ok(None)
}

fn task(row: &Row) -> Result<Task, StoreError> {
    Ok(Task {
        lease: Lease { task: row.int(0)?, token: row.int(1)? },
        company: CompanyId(row.int(2)?),
        kind: row.text(3)?,
        key: row.text_or_none(4)?,
        payload: row.text(5)?,
        attempts: row.int(6)?,
        last_error: row.text_or_none(7)?,
    })
}

fn dead_task(row: &Row) -> Result<DeadTask, StoreError> {
    Ok(DeadTask {
        id: row.int(0)?,
        company: CompanyId(row.int(1)?),
        kind: row.text(2)?,
        payload: row.text(3)?,
        attempts: row.int(4)?,
        error: row.text(5)?,
        died: row.instant(6)?,
    })
}

impl Store {
    /// Claims the task that has waited longest among some kinds, of any company; the lease runs from `now`.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn claim(
        &self,
        kinds: &[&str],
        now: Timestamp,
        lease: SignedDuration,
    ) -> Result<Option<Task>, CommitError> {
        let (kinds, until) = (kinds.join(","), now + lease);
        self.write(0, move |connection| {
            let kinds = kinds.clone();
            Box::pin(async move { claim(connection, &kinds, now, until).await })
        })
        .await
    }

    /// Keeps a task for longer.
    ///
    /// # Errors
    /// [`CommitError::Fenced`] when another worker has it, [`CommitError::Unavailable`] when the database does not answer.
    pub async fn renew(&self, lease: Lease, until: Timestamp) -> Result<(), CommitError> {
        self.write(0, move |connection| {
            Box::pin(async move {
                match connection.run(RENEW, values![lease.task, lease.token, until]).await? {
                    0 => Err(CommitError::Fenced.into()),
                    _ => Ok(()),
                }
            })
        })
        .await
    }

    /// Finishes a task, in the same transaction as what it wrote.
    ///
    /// # Errors
    /// [`CommitError::Fenced`] when another worker has it, and whatever the changeset is refused for.
    pub async fn finish(&self, task: &Task, with: Option<Changeset>) -> Result<Committed, CommitError> {
        let mut changeset = with.unwrap_or_else(|| Changeset::new(task.company));
        changeset.finishes = Some(task.lease);
        self.commit(changeset).await
    }

    /// Gives a task back after a failure: to be tried again at `retry_at`, or as a dead letter without one.
    /// [`Task::retry_at`] knows the schedule.
    ///
    /// # Errors
    /// [`CommitError::Fenced`] when another worker has it, [`CommitError::Unavailable`] when the database does not answer.
    pub async fn fail(
        &self,
        task: &Task,
        error: &str,
        now: Timestamp,
        retry_at: Option<Timestamp>,
    ) -> Result<(), CommitError> {
        let (lease, error) = (task.lease, error.to_owned());
        self.write(0, move |connection| {
            let error = error.clone();
            Box::pin(async move {
                let Some(at) = retry_at else { return bury(connection, lease, &error, now).await };
                match connection.run(RETRY, values![lease.task, lease.token, at, error]).await? {
                    0 => Err(CommitError::Fenced.into()),
                    _ => Ok(()),
                }
            })
        })
        .await
    }

    /// The tasks of a company that were given up, latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn dead_tasks(&self, company: CompanyId, limit: u32) -> Result<Vec<DeadTask>, StoreError> {
        self.rows(DEAD, values![company.0, limit]).await?.iter().map(dead_task).collect()
    }

    /// The tasks of all companies that were given up at `since` or later, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn dead_tasks_since(&self, since: Timestamp, limit: u32) -> Result<Vec<DeadTask>, StoreError> {
        self.rows(DEAD_SINCE, values![since, limit]).await?.iter().map(dead_task).collect()
    }

    /// How many tasks were given up, by company; companies without any are absent.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn dead_task_counts(&self) -> Result<Vec<(CompanyId, i64)>, StoreError> {
        let rows = self.rows(COUNT_DEAD, &[]).await?;
        rows.iter().map(|row| Ok((CompanyId(row.int(0)?), row.int(1)?))).collect()
    }

    /// Lets a task that was given up be tried again from `now` on, as if it were new. Says whether there was one.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn revive_task(
        &self,
        company: CompanyId,
        id: i64,
        now: Timestamp,
    ) -> Result<bool, CommitError> {
        self.write(company.0, move |connection| {
            Box::pin(async move {
                // One of the same key that waits already does the same work.
                connection.run(REVIVE, values![company.0, id, now]).await?;
                Ok(connection.run(FORGET_DEAD, values![company.0, id]).await? > 0)
            })
        })
        .await
    }

    /// How many tasks wait for a worker at `now`.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn waiting_tasks(&self, now: Timestamp) -> Result<i64, StoreError> {
        let rows = self.rows(WAITING, values![now]).await?;
        Ok(rows.first().map(|row| row.int(0)).transpose()?.unwrap_or(0))
    }
}
