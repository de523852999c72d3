//! Looking for people and places by a part of what is known of them.
//!
//! The database narrows down by the text of a whole record; which part of it was meant, the caller looks up.

use crate::Store;
use crate::engine::{statements, values};
use crate::error::StoreError;
use crate::nouns::{Stored, stored_all};
use domain::{CompanyId, Customer, Lead, Location};

statements! {
    CUSTOMERS:
        "SELECT version, body FROM customer WHERE company = $1 AND LOWER(body) LIKE $2 ESCAPE '!' ORDER BY id DESC LIMIT $3";
    LOCATIONS:
        "SELECT version, body FROM location WHERE company = $1 AND LOWER(body) LIKE $2 ESCAPE '!' ORDER BY id DESC LIMIT $3";
    LEADS:
        "SELECT version, body FROM lead WHERE company = $1 AND LOWER(body) LIKE $2 ESCAPE '!' ORDER BY id DESC LIMIT $3";
    LEAD_BY_NUMBER: "SELECT version, body FROM lead WHERE company = $1 AND number = $2";
}

impl Store {
    /// Customers in whose record a text stands, whatever its case; newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn find_customers(
        &self,
        company: CompanyId,
        text: &str,
        limit: u32,
    ) -> Result<Vec<Stored<Customer>>, StoreError> {
        stored_all(&self.rows(CUSTOMERS, values![company.0, anywhere(text), limit]).await?)
    }

    /// Locations in whose record a text stands, whatever its case; newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn find_locations(
        &self,
        company: CompanyId,
        text: &str,
        limit: u32,
    ) -> Result<Vec<Stored<Location>>, StoreError> {
        stored_all(&self.rows(LOCATIONS, values![company.0, anywhere(text), limit]).await?)
    }

    /// Leads in whose record a text stands, whatever its case; newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn find_leads(
        &self,
        company: CompanyId,
        text: &str,
        limit: u32,
    ) -> Result<Vec<Stored<Lead>>, StoreError> {
        stored_all(&self.rows(LEADS, values![company.0, anywhere(text), limit]).await?)
    }

    /// The lead that people call by a number.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn lead_by_number(
        &self,
        company: CompanyId,
        number: u32,
    ) -> Result<Option<Stored<Lead>>, StoreError> {
        Ok(stored_all(&self.rows(LEAD_BY_NUMBER, values![company.0, number]).await?)?.pop())
    }
}

/// A text anywhere, as LIKE takes it.
fn anywhere(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
