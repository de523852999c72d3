//! The outbox: messages that leave the building, written together with what made them.
//!
//! A row stands here as long as its message is to be sent; what became of the message is in the message itself. A sender
//! takes rows under a lease, hands them over keyed by the message's id, and settles them together with the message's
//! new state.

use crate::Store;
use crate::engine::{Connection, statements, values};
use crate::error::{CommitError, Halt, StoreError};
use domain::{CompanyId, MessageId, SignedDuration, Timestamp};

statements! {
    QUEUE:
        "INSERT INTO outbox (company, message, due, attempts, token) VALUES ($1, $2, $3, 0, 0) ON CONFLICT DO NOTHING";
    TAKE:
        "UPDATE outbox SET attempts = attempts + 1, token = token + 1, lease_until = $2
         WHERE (company, message) IN (
           SELECT company, message FROM outbox
           WHERE due <= $1 AND (lease_until IS NULL OR lease_until <= $1) ORDER BY due, message LIMIT $3)
         RETURNING company, message, attempts, token, last_error" =>
        "UPDATE outbox SET attempts = attempts + 1, token = token + 1, lease_until = $2
         WHERE (company, message) IN (
           SELECT company, message FROM outbox
           WHERE due <= $1 AND (lease_until IS NULL OR lease_until <= $1) ORDER BY due, message LIMIT $3
           FOR UPDATE SKIP LOCKED)
         RETURNING company, message, attempts, token, last_error";
    SETTLE: "DELETE FROM outbox WHERE company = $1 AND message = $2 AND token = $3";
    RETRY:
        "UPDATE outbox SET due = $4, last_error = $5, lease_until = NULL
         WHERE company = $1 AND message = $2 AND token = $3";
    WITHDRAW: "DELETE FROM outbox WHERE company = $1 AND message = $2";
    COUNT: "SELECT COUNT(*) FROM outbox WHERE due <= $1";
}

/// A change to the outbox, as part of a changeset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutboxChange {
    /// A message is to leave from `due` on; it does nothing when it stands there already.
    Queue {
        /// Which.
        message: MessageId,
        /// Not before.
        due: Timestamp,
    },
    /// It was handed over or given up; refused when another sender has it now.
    Settle(Delivery),
    /// It could not be handed over and is tried again; refused when another sender has it now.
    Retry {
        /// What was tried.
        delivery: Delivery,
        /// When to try again.
        due: Timestamp,
        /// What went wrong.
        error: String,
    },
    /// It is not to be sent any more.
    Withdraw(MessageId),
}

/// A message to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Of which company.
    pub company: CompanyId,
    /// Which.
    pub message: MessageId,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// Grows with every try, so that a sender that was too slow is refused.
    pub token: i64,
    /// What went wrong the last time.
    pub last_error: Option<String>,
}

pub(crate) async fn apply(
    connection: &mut Connection,
    company: i64,
    change: &OutboxChange,
) -> Result<(), Halt> {
    let touched = match change {
        OutboxChange::Queue { message, due } => {
            connection.run(QUEUE, values![company, message.0, *due]).await?;
            return Ok(());
        }
        OutboxChange::Withdraw(message) => {
            connection.run(WITHDRAW, values![company, message.0]).await?;
            return Ok(());
        }
        OutboxChange::Settle(delivery) => {
            connection.run(SETTLE, values![company, delivery.message.0, delivery.token]).await?
        }
        OutboxChange::Retry { delivery, due, error } => {
            let row = values![company, delivery.message.0, delivery.token, *due, error.as_str()];
            connection.run(RETRY, row).await?
        }
    };
    if touched == 0 { Err(CommitError::Fenced.into()) } else { Ok(()) }
}

impl Store {
    /// Takes messages of any company that are due, longest waiting first; the lease runs from `now`.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn take_due_messages(
        &self,
        now: Timestamp,
        lease: SignedDuration,
        limit: u32,
    ) -> Result<Vec<Delivery>, CommitError> {
        let until = now + lease;
        self.write(0, move |connection| {
            Box::pin(async move {
                let rows = connection.all(TAKE, values![now, until, limit]).await?;
                let taken: Result<Vec<_>, sqlx::Error> = rows
                    .iter()
                    .map(|row| {
                        Ok(Delivery {
                            company: CompanyId(row.int(0)?),
                            message: MessageId(row.int(1)?),
                            attempts: row.int(2)?,
                            token: row.int(3)?,
                            last_error: row.text_or_none(4)?,
                        })
                    })
                    .collect();
                Ok(taken?)
            })
        })
        .await
    }

    /// How many messages are due at `now`.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn due_messages(&self, now: Timestamp) -> Result<i64, StoreError> {
        let rows = self.rows(COUNT, values![now]).await?;
        Ok(rows.first().map(|row| row.int(0)).transpose()?.unwrap_or(0))
    }
}
