//! Technicians.

use super::{Noun, Stored, kept, stored_all};
use crate::Store;
use crate::engine::{Statement, statements, values};
use crate::error::StoreError;
use domain::{CompanyId, Technician, TechnicianId};

kept!(Technician => Noun::Technician, "technician", |technician| technician.id.0, { "name" "$6": technician.name.as_str() });

statements! {
    TECHNICIANS: "SELECT version, body FROM technician WHERE company = $1 ORDER BY name, id";
}

/// `version, body` of all technicians of a company, by name.
pub(crate) const ALL_BY_NAME: Statement = TECHNICIANS;

impl Store {
    /// All technicians, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn technicians(&self, company: CompanyId) -> Result<Vec<Stored<Technician>>, StoreError> {
        stored_all(&self.rows(TECHNICIANS, values![company.0]).await?)
    }

    /// A technician.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn technician(
        &self,
        company: CompanyId,
        id: TechnicianId,
    ) -> Result<Option<Stored<Technician>>, StoreError> {
        self.get(company, id.0).await
    }
}
