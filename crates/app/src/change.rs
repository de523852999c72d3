//! Committing: from what the store says to what a use case does about it.

use crate::App;
use crate::error::{Error, Kind};
use store::{Changeset, CommitError, Committed, StoreError};

/// How often a use case starts again from what was written in between. Ours: more than there are people on a board.
pub(crate) const TRIES: usize = 8;

/// Somebody wrote in between; nothing of ours was written, and starting again may succeed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lost {
    pub(crate) why: CommitError,
}

impl App {
    /// Commits, or says that somebody was quicker.
    pub(crate) async fn try_commit(&self, changes: Changeset) -> Result<Result<Committed, Lost>, Error> {
        match self.store.commit(changes).await {
            Ok(done) => {
                self.work.notify_one();
                Ok(Ok(done))
            }
            Err(
                why @ (CommitError::Stale { .. } | CommitError::Overlap { .. } | CommitError::Moved { .. }),
            ) => Ok(Err(Lost { why })),
            Err(other) => Err(Error::from(other)),
        }
    }

    /// Commits what nobody else is expected to write at the same time.
    pub(crate) async fn commit(&self, changes: Changeset) -> Result<Committed, Error> {
        self.try_commit(changes).await?.map_err(Error::from)
    }
}

impl From<Lost> for Error {
    fn from(lost: Lost) -> Error {
        Error::new(
            Kind::Conflict,
            "conflict",
            format!("somebody else changed this at the same moment ({}); look again and repeat", lost.why),
        )
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Error {
        tracing::error!(%error, "the database failed");
        Error::new(
            Kind::Unavailable,
            "unavailable",
            "the database does not answer; nothing was changed, try again",
        )
    }
}

impl From<CommitError> for Error {
    fn from(error: CommitError) -> Error {
        match error {
            CommitError::Unavailable(error) => Error::from(error),
            CommitError::Taken { .. } => {
                Error::new(Kind::Conflict, "taken", "there is one with this name, number or address already")
            }
            CommitError::Invalid(why) => Error::internal(&why, "changeset".to_owned()),
            other => Error::from(Lost { why: other }),
        }
    }
}
