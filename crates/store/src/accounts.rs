//! What belongs to signing in and is no part of the journal: password hashes, sessions, one-time links, idempotency keys.

use crate::Store;
use crate::changeset::SignOut;
use crate::engine::{Connection, statements, values};
use crate::error::{CommitError, Halt, StoreError};
use domain::{CompanyId, Timestamp, UserId};

statements! {
    PASSWORD: "SELECT hash FROM credential WHERE company = $1 AND account = $2";
    SET_PASSWORD:
        "INSERT INTO credential (company, account, hash) VALUES ($1, $2, $3)
         ON CONFLICT (company, account) DO UPDATE SET hash = excluded.hash";
    SESSION:
        "SELECT company, account, csrf, created, expires FROM session WHERE token_hash = $1 AND expires > $2";
    ADD_SESSION:
        "INSERT INTO session (token_hash, company, account, csrf, created, expires) VALUES ($1, $2, $3, $4, $5, $6)";
    EXTEND_SESSION: "UPDATE session SET expires = $2 WHERE token_hash = $1";
    END_SESSION: "DELETE FROM session WHERE token_hash = $1";
    END_SESSIONS: "DELETE FROM session WHERE company = $1 AND account = $2 AND token_hash <> $3";
    END_LINKS: "DELETE FROM sign_in_link WHERE company = $1 AND account = $2";
    ADD_LINK: "INSERT INTO sign_in_link (token_hash, company, account, expires) VALUES ($1, $2, $3, $4)";
    REDEEM_LINK: "DELETE FROM sign_in_link WHERE token_hash = $1 AND expires > $2 RETURNING company, account";
    FORGET_SESSIONS: "DELETE FROM session WHERE expires <= $1";
    FORGET_LINKS: "DELETE FROM sign_in_link WHERE expires <= $1";
    FORGET_KEYS: "DELETE FROM idempotency WHERE at < $1";
}

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The hash of the token in the cookie; the token itself is nowhere.
    pub token_hash: Vec<u8>,
    /// Of which company.
    pub company: CompanyId,
    /// Who.
    pub user: UserId,
    /// The token against forged requests.
    pub csrf: String,
    /// Since when.
    pub created: Timestamp,
    /// Until when.
    pub expires: Timestamp,
}

pub(crate) async fn write_password(
    connection: &mut Connection,
    company: i64,
    user: i64,
    hash: &str,
) -> Result<(), Halt> {
    connection.run(SET_PASSWORD, values![company, user, hash]).await?;
    Ok(())
}

/// Ends the sessions of a person, but for one, and every link that would begin a new one.
pub(crate) async fn sign_out(
    connection: &mut Connection,
    company: i64,
    sign_out: &SignOut,
) -> Result<(), Halt> {
    // No token has an empty hash, so nothing is spared when nothing is named.
    let spared = sign_out.except.as_deref().unwrap_or_default();
    connection.run(END_SESSIONS, values![company, sign_out.user.0, spared]).await?;
    connection.run(END_LINKS, values![company, sign_out.user.0]).await?;
    Ok(())
}

impl Store {
    /// The password hash of a user. It is set by a changeset: [`Changeset::password`](crate::Changeset::password).
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn password_hash(
        &self,
        company: CompanyId,
        user: UserId,
    ) -> Result<Option<String>, StoreError> {
        let rows = self.rows(PASSWORD, values![company.0, user.0]).await?;
        Ok(rows.first().map(|row| row.text(0)).transpose()?)
    }

    /// The session of a token hash, unless it has expired at `now`.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn session(&self, token_hash: &[u8], now: Timestamp) -> Result<Option<Session>, StoreError> {
        let rows = self.rows(SESSION, values![token_hash, now]).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        Ok(Some(Session {
            token_hash: token_hash.to_vec(),
            company: CompanyId(row.int(0)?),
            user: UserId(row.int(1)?),
            csrf: row.text(2)?,
            created: row.instant(3)?,
            expires: row.instant(4)?,
        }))
    }

    /// Starts a session.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn start_session(&self, session: Session) -> Result<(), CommitError> {
        self.write(session.company.0, move |connection| {
            let s = session.clone();
            Box::pin(async move {
                let hash = s.token_hash.as_slice();
                let row = values![hash, s.company.0, s.user.0, s.csrf, s.created, s.expires];
                connection.run(ADD_SESSION, row).await?;
                Ok(())
            })
        })
        .await
    }

    /// Lets a session last longer.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn extend_session(&self, token_hash: &[u8], expires: Timestamp) -> Result<(), CommitError> {
        let hash = token_hash.to_vec();
        self.write(0, move |connection| {
            let hash = hash.clone();
            Box::pin(async move {
                connection.run(EXTEND_SESSION, values![hash.as_slice(), expires]).await?;
                Ok(())
            })
        })
        .await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn end_session(&self, token_hash: &[u8]) -> Result<(), CommitError> {
        let hash = token_hash.to_vec();
        self.write(0, move |connection| {
            let hash = hash.clone();
            Box::pin(async move {
                connection.run(END_SESSION, values![hash.as_slice()]).await?;
                Ok(())
            })
        })
        .await
    }

    /// Keeps the hash of a link that signs a user in once, until it expires.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn add_link(
        &self,
        token_hash: &[u8],
        company: CompanyId,
        user: UserId,
        expires: Timestamp,
    ) -> Result<(), CommitError> {
        let hash = token_hash.to_vec();
        self.write(company.0, move |connection| {
            let hash = hash.clone();
            Box::pin(async move {
                connection.run(ADD_LINK, values![hash.as_slice(), company.0, user.0, expires]).await?;
                Ok(())
            })
        })
        .await
    }

    /// Uses up a link and tells whom it signs in; none when it is unknown, used or expired.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn redeem_link(
        &self,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<(CompanyId, UserId)>, CommitError> {
        let hash = token_hash.to_vec();
        self.write(0, move |connection| {
            let hash = hash.clone();
            Box::pin(async move {
                let row = connection.one(REDEEM_LINK, values![hash.as_slice(), now]).await?;
                let Some(row) = row else { return Ok(None) };
                Ok(Some((CompanyId(row.int(0)?), UserId(row.int(1)?))))
            })
        })
        .await
    }

    /// Forgets sessions and links that have expired at `now`, and idempotency keys from before `keys_before`.
    ///
    /// # Errors
    /// [`CommitError::Unavailable`] when the database does not answer.
    pub async fn forget_expired(&self, now: Timestamp, keys_before: Timestamp) -> Result<(), CommitError> {
        self.write(0, move |connection| {
            Box::pin(async move {
                connection.run(FORGET_SESSIONS, values![now]).await?;
                connection.run(FORGET_LINKS, values![now]).await?;
                connection.run(FORGET_KEYS, values![keys_before]).await?;
                Ok(())
            })
        })
        .await
    }
}
