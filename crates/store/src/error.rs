//! What can go wrong with the database, and why a changeset may be refused.

use crate::nouns::Noun;
use domain::{LeadId, Span, Subject, TechnicianId};

/// The database cannot be opened or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The address is not one of a database.
    #[error("`{0}` is not the address of a database: use `sqlite:FILE` or `postgres://USER@HOST/NAME`")]
    Address(String),
    /// It cannot be opened: a missing or read-only folder, a file that is no database, a server that does not answer.
    #[error("cannot open the database `{address}`: {why}")]
    CannotOpen {
        /// Which, without its password.
        address: String,
        /// Why.
        why: String,
    },
    /// A newer program has written it.
    #[error("the database has schema {found}, this program knows {known}: use a newer program")]
    NewerSchema {
        /// The version of the schema in the database.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// A migration that was applied is not the one this program carries.
    #[error("migration {version} of the database is not the one of this program")]
    ForeignMigration {
        /// Its version.
        version: i64,
    },
    /// It does not answer now: a full disk, a lost connection, a stopped writer.
    #[error("the database does not answer: {0}")]
    Unavailable(String),
    /// A stored record cannot be read.
    #[error("a stored {what} cannot be read: {why}")]
    Corrupt {
        /// What kind of row.
        what: String,
        /// Why.
        why: String,
    },
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> StoreError {
        StoreError::Unavailable(error.to_string())
    }
}

/// A changeset was not committed; nothing of it was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// A technician would be in two places.
    #[error("technician {technician} would be in two places from {} to {}", span.start(), span.end())]
    Overlap {
        /// Who.
        technician: TechnicianId,
        /// The span that was to be written.
        span: Span,
        /// What was to be written.
        holder: Subject,
        /// What stands there already.
        with: Subject,
    },
    /// The record changed since it was read, exists already, or does not exist.
    #[error("{noun} {id} is not as it was when it was read")]
    Stale {
        /// What kind of record.
        noun: Noun,
        /// Which.
        id: i64,
    },
    /// Something was written since the position that [`OnlyIf::NothingSince`](crate::OnlyIf) names.
    #[error("the company is at position {position} already")]
    Moved {
        /// The position of the company now.
        position: i64,
    },
    /// The same request is a lead already.
    #[error("the same request is lead {lead} already")]
    DuplicateLead {
        /// Which.
        lead: LeadId,
    },
    /// The idempotency key was used before.
    #[error("the idempotency key was used before")]
    DuplicateKey {
        /// What was asked then, as the caller put it.
        request: String,
        /// What was answered then, as the caller put it.
        answer: String,
    },
    /// Another record has the same number, slug or e-mail address.
    #[error("another {noun} has the same name or number as {id}")]
    Taken {
        /// What kind of record.
        noun: Noun,
        /// The record that was to be written.
        id: i64,
    },
    /// The task or the delivery was taken over by another worker.
    #[error("another worker has taken this over")]
    Fenced,
    /// The changeset contradicts itself.
    #[error("the changeset makes no sense: {0}")]
    Invalid(String),
    /// The database did not answer; try again.
    #[error(transparent)]
    Unavailable(#[from] StoreError),
}

/// Why work inside a transaction stopped.
#[derive(Debug)]
pub(crate) enum Halt {
    /// An answer: this piece of work is rolled back alone.
    Refused(CommitError),
    /// Another row has the same unique columns.
    Unique,
    /// Another transaction was in the way: the same work again has a good chance.
    Again(String),
    /// The database failed inside the work: the whole transaction is lost, perhaps by this piece alone.
    Broken(StoreError),
    /// The database cannot be reached, or the commit itself failed and may have taken effect: never tried again from here.
    Lost(StoreError),
}

impl From<CommitError> for Halt {
    fn from(error: CommitError) -> Halt {
        match error {
            CommitError::Unavailable(error) => Halt::Broken(error),
            refused => Halt::Refused(refused),
        }
    }
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Halt {
        Halt::Broken(error)
    }
}

/// PostgreSQL: serialization failure, deadlock, and the exclusion that the own look before writing missed because the other
/// transaction had not committed yet.
const AGAIN: [&str; 3] = ["40001", "40P01", "23P01"];
/// PostgreSQL; SQLite for a unique index and for a primary key.
const UNIQUE: [&str; 3] = ["23505", "2067", "1555"];

impl From<sqlx::Error> for Halt {
    fn from(error: sqlx::Error) -> Halt {
        let code = error
            .as_database_error()
            .and_then(sqlx::error::DatabaseError::code)
            .unwrap_or_default()
            .into_owned();
        if AGAIN.contains(&code.as_str()) {
            Halt::Again(error.to_string())
        } else if UNIQUE.contains(&code.as_str()) {
            Halt::Unique
        } else {
            Halt::Broken(error.into())
        }
    }
}

impl Halt {
    /// The failure of what belongs to the whole transaction: no piece of it would fare better alone.
    pub(crate) fn of_all(error: sqlx::Error) -> Halt {
        match Halt::from(error) {
            Halt::Broken(error) => Halt::Lost(error),
            known => known,
        }
    }

    /// The error as the caller sees it when there is no second try.
    pub(crate) fn into_error(self) -> CommitError {
        match self {
            Halt::Refused(error) => error,
            Halt::Unique => StoreError::Unavailable("a row exists already".to_owned()).into(),
            Halt::Again(why) => StoreError::Unavailable(why).into(),
            Halt::Broken(error) | Halt::Lost(error) => error.into(),
        }
    }
}
