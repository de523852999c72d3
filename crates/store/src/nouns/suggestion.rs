//! Suggestions.

use super::{Noun, Stored, kept, stored_all};
use crate::Store;
use crate::engine::{statements, values};
use crate::error::StoreError;
use domain::{AppointmentId, CompanyId, Suggestion, SuggestionId, SuggestionState};

kept!(Suggestion => Noun::Suggestion, "suggestion", |suggestion| suggestion.id.0, {
    "appointment" "$6": suggestion.appointment.0,
    "state" "$7": match suggestion.state {
        SuggestionState::Open => "open",
        SuggestionState::Accepted { .. } => "accepted",
        SuggestionState::Expired { .. } => "expired",
    },
    "made" "$8": suggestion.made,
});

statements! {
    OPEN: "SELECT version, body FROM suggestion WHERE company = $1 AND state = 'open' ORDER BY made DESC, id DESC LIMIT $2";
    OF_VISIT: "SELECT version, body FROM suggestion WHERE company = $1 AND appointment = $2 ORDER BY made DESC, id DESC LIMIT $3";
}

impl Store {
    /// A suggestion.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn suggestion(
        &self,
        company: CompanyId,
        id: SuggestionId,
    ) -> Result<Option<Stored<Suggestion>>, StoreError> {
        self.get(company, id.0).await
    }

    /// Open suggestions, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn open_suggestions(
        &self,
        company: CompanyId,
        limit: u32,
    ) -> Result<Vec<Stored<Suggestion>>, StoreError> {
        stored_all(&self.rows(OPEN, values![company.0, limit]).await?)
    }

    /// The suggestions that were made for a visit, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn suggestions_for(
        &self,
        company: CompanyId,
        appointment: AppointmentId,
        limit: u32,
    ) -> Result<Vec<Stored<Suggestion>>, StoreError> {
        stored_all(&self.rows(OF_VISIT, values![company.0, appointment.0, limit]).await?)
    }
}
