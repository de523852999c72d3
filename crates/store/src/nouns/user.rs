//! People who sign in.

use super::{Noun, Stored, kept, stored_all};
use crate::Store;
use crate::engine::{statements, values};
use crate::error::StoreError;
use domain::{CompanyId, User, UserId};

kept!(User => Noun::User, "account", |user| user.id.0, { "email" "$6": user.email.as_str() });

statements! {
    USERS: "SELECT version, body FROM account WHERE company = $1 ORDER BY email";
    BY_EMAIL: "SELECT version, body, company FROM account WHERE email = $1 ORDER BY company";
    ANY: "SELECT COUNT(*) FROM account";
}

impl Store {
    /// An account.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn user(&self, company: CompanyId, id: UserId) -> Result<Option<Stored<User>>, StoreError> {
        self.get(company, id.0).await
    }

    /// All accounts of a company, by e-mail address.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn users(&self, company: CompanyId) -> Result<Vec<Stored<User>>, StoreError> {
        stored_all(&self.rows(USERS, values![company.0]).await?)
    }

    /// The accounts with an e-mail address (lower case): at most one in each company.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn users_by_email(&self, email: &str) -> Result<Vec<(CompanyId, Stored<User>)>, StoreError> {
        let rows = self.rows(BY_EMAIL, values![email]).await?;
        rows.iter().map(|row| Ok((CompanyId(row.int(2)?), super::stored(row, 0)?))).collect()
    }

    /// Whether nobody has an account yet, in any company.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn has_no_users(&self) -> Result<bool, StoreError> {
        let rows = self.rows(ANY, &[]).await?;
        Ok(rows.first().map(|row| row.int(0)).transpose()? == Some(0))
    }
}
