//! Customers and their locations.

use super::{Noun, Stored, kept, stored_all};
use crate::Store;
use crate::engine::{Connection, statements, values};
use crate::error::{Halt, StoreError};
use domain::{CompanyId, Customer, CustomerId, Location, LocationId};

kept!(Customer => Noun::Customer, "customer", |customer| customer.id.0, {});
kept!(Location => Noun::Location, "location", |location| location.id.0, { "customer" "$6": location.customer.0 });

statements! {
    FORGET_PHONES: "DELETE FROM customer_phone WHERE company = $1 AND customer = $2";
    ADD_PHONE: "INSERT INTO customer_phone (company, phone, customer) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    BY_PHONE:
        "SELECT customer.version, customer.body FROM customer_phone
         JOIN customer ON customer.company = customer_phone.company AND customer.id = customer_phone.customer
         WHERE customer_phone.company = $1 AND customer_phone.phone = $2 ORDER BY customer.id";
    LOCATIONS_OF: "SELECT version, body FROM location WHERE company = $1 AND customer = $2 ORDER BY id";
}

/// Keeps the phones of a customer findable.
pub(crate) async fn index_phones(
    connection: &mut Connection,
    company: i64,
    customer: &Customer,
    is_new: bool,
) -> Result<(), Halt> {
    if !is_new {
        connection.run(FORGET_PHONES, values![company, customer.id.0]).await?;
    }
    for phone in &customer.phones {
        connection.run(ADD_PHONE, values![company, phone.as_str(), customer.id.0]).await?;
    }
    Ok(())
}

impl Store {
    /// A customer.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn customer(
        &self,
        company: CompanyId,
        id: CustomerId,
    ) -> Result<Option<Stored<Customer>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The customers who have a phone, in E.164; oldest id first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn customers_by_phone(
        &self,
        company: CompanyId,
        phone: &str,
    ) -> Result<Vec<Stored<Customer>>, StoreError> {
        stored_all(&self.rows(BY_PHONE, values![company.0, phone]).await?)
    }

    /// A service location.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn location(
        &self,
        company: CompanyId,
        id: LocationId,
    ) -> Result<Option<Stored<Location>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The service locations of a customer; oldest id first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn locations_of(
        &self,
        company: CompanyId,
        customer: CustomerId,
    ) -> Result<Vec<Stored<Location>>, StoreError> {
        stored_all(&self.rows(LOCATIONS_OF, values![company.0, customer.0]).await?)
    }
}
