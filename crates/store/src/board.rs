//! Reads the board of some days as it is at one position of the journal.

use crate::Store;
use crate::engine::{Row, statements, values};
use crate::error::StoreError;
use crate::journal;
use crate::nouns::{ALL_BY_NAME, EVENTS_TOUCHING, Noun, SHIFTS_TOUCHING, parsed};
use domain::{Board, CompanyId, Span, Timestamp, Visit};

statements! {
    VISITS:
        "SELECT appointment.body, job.body, customer.body, location.body FROM appointment
         JOIN job ON job.company = appointment.company AND job.id = appointment.job
         JOIN customer ON customer.company = job.company AND customer.id = job.customer
         JOIN location ON location.company = job.company AND location.id = job.location
         WHERE appointment.company = $1 AND appointment.reach_end > $2 AND appointment.reach_start < $3
           AND ((appointment.window_start < $3 AND appointment.window_end > $2)
             OR (appointment.starts < $3 AND appointment.ends > $2))
         ORDER BY appointment.window_start, appointment.id";
    LEFT_OPEN:
        "SELECT appointment.body, job.body, customer.body, location.body FROM appointment
         JOIN job ON job.company = appointment.company AND job.id = appointment.job
         JOIN customer ON customer.company = job.company AND customer.id = job.customer
         JOIN location ON location.company = job.company AND location.id = job.location
         WHERE appointment.company = $1 AND appointment.state NOT IN ('done', 'canceled')
           AND appointment.reach_end <= $2
         ORDER BY appointment.window_start, appointment.id LIMIT $3";
    RESERVATIONS:
        "SELECT body FROM reservation
         WHERE company = $1 AND state = 'held' AND reach_end > $2 AND reach_start < $3 ORDER BY id";
}

impl Store {
    /// The visits that were left open before an instant: promise and plan lie behind it, and nobody finished or cancelled
    /// them. Oldest promise first, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn left_open(
        &self,
        company: CompanyId,
        before: Timestamp,
        limit: u32,
    ) -> Result<Vec<Visit>, StoreError> {
        let rows = self.rows(LEFT_OPEN, values![company.0, before, limit]).await?;
        rows.iter().map(visit).collect()
    }

    /// The board of a span, seen from `now`; none when there is no such company.
    ///
    /// Everything is read in one snapshot, so that the rows are those of the position it names. Visits are ordered by their
    /// promise, cancelled ones included.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn board(
        &self,
        company: CompanyId,
        span: Span,
        now: Timestamp,
    ) -> Result<Option<Board>, StoreError> {
        let mut connection = self.database.snapshot().await?;
        let position = journal::position(&mut connection, company.0).await?;
        let found = connection.one(Noun::Company.get(), values![company.0, company.0]).await?;
        let Some(row) = found else { return Ok(None) };
        let of_span = values![company.0, span.start(), span.end()];
        let technicians = connection.all(ALL_BY_NAME, values![company.0]).await?;
        let shifts = connection.all(SHIFTS_TOUCHING, of_span).await?;
        let events = connection.all(EVENTS_TOUCHING, of_span).await?;
        let visits = connection.all(VISITS, of_span).await?;
        let reservations = connection.all(RESERVATIONS, of_span).await?;
        drop(connection);
        Ok(Some(Board {
            company: parsed(&row, 1)?,
            now,
            position,
            span,
            technicians: technicians.iter().map(|row| parsed(row, 1)).collect::<Result<_, _>>()?,
            shifts: shifts.iter().map(|row| parsed(row, 1)).collect::<Result<_, _>>()?,
            events: events.iter().map(|row| parsed(row, 1)).collect::<Result<_, _>>()?,
            visits: visits.iter().map(visit).collect::<Result<_, _>>()?,
            reservations: reservations.iter().map(|row| parsed(row, 0)).collect::<Result<_, _>>()?,
        }))
    }
}

/// A visit from a row of appointment, job, customer and location.
fn visit(row: &Row) -> Result<Visit, StoreError> {
    Ok(Visit {
        appointment: parsed(row, 0)?,
        job: parsed(row, 1)?,
        customer: parsed(row, 2)?,
        location: parsed(row, 3)?,
    })
}
