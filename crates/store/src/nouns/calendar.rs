//! Shifts and non-job events.

use super::{Noun, Stored, kept, stored_all};
use crate::Store;
use crate::engine::{Statement, statements, values};
use crate::error::StoreError;
use domain::{CompanyId, EventId, NonJobEvent, Shift, ShiftId, Span};

kept!(Shift => Noun::Shift, "shift", |shift| shift.id.0, {
    "technician" "$6": shift.technician.0, "starts" "$7": shift.span.start(), "ends" "$8": shift.span.end(),
});
kept!(NonJobEvent => Noun::Event, "event", |event| event.id.0, {
    "technician" "$6": event.technician.0, "starts" "$7": event.span.start(), "ends" "$8": event.span.end(),
});

statements! {
    SHIFTS: "SELECT version, body FROM shift WHERE company = $1 AND ends > $2 AND starts < $3 ORDER BY starts, id";
    EVENTS: "SELECT version, body FROM event WHERE company = $1 AND ends > $2 AND starts < $3 ORDER BY starts, id";
    REMOVE_A_SHIFT: "DELETE FROM shift WHERE company = $1 AND id = $2";
    REMOVE_AN_EVENT: "DELETE FROM event WHERE company = $1 AND id = $2";
}

/// `version, body` of the shifts that touch a span, by start.
pub(crate) const SHIFTS_TOUCHING: Statement = SHIFTS;
/// `version, body` of the events that touch a span, by start.
pub(crate) const EVENTS_TOUCHING: Statement = EVENTS;
/// Removes a shift.
pub(crate) const REMOVE_SHIFT: Statement = REMOVE_A_SHIFT;
/// Removes an event.
pub(crate) const REMOVE_EVENT: Statement = REMOVE_AN_EVENT;

impl Store {
    /// The shifts that touch a span, by start.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn shifts(&self, company: CompanyId, span: Span) -> Result<Vec<Stored<Shift>>, StoreError> {
        stored_all(&self.rows(SHIFTS, values![company.0, span.start(), span.end()]).await?)
    }

    /// A shift.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn shift(&self, company: CompanyId, id: ShiftId) -> Result<Option<Stored<Shift>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The non-job events that touch a span, by start.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn events(
        &self,
        company: CompanyId,
        span: Span,
    ) -> Result<Vec<Stored<NonJobEvent>>, StoreError> {
        stored_all(&self.rows(EVENTS, values![company.0, span.start(), span.end()]).await?)
    }

    /// A non-job event.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn event(
        &self,
        company: CompanyId,
        id: EventId,
    ) -> Result<Option<Stored<NonJobEvent>>, StoreError> {
        self.get(company, id.0).await
    }
}
