//! Jobs, their visits, and the slots kept for leads.

use super::{Noun, Stored, kept, parsed, stored_all};
use crate::Store;
use crate::engine::{statements, values};
use crate::error::StoreError;
use domain::{
    Appointment, AppointmentId, AppointmentState, CompanyId, CustomerId, Job, JobId, LeadId, Reservation,
    ReservationId, ReservationState, Span, Timestamp,
};

kept!(Job => Noun::Job, "job", |job| job.id.0, {
    "number" "$6": job.number,
    "customer" "$7": job.customer.0,
    "location" "$8": job.location.0,
    "job_type" "$9": job.job_type.0,
    "lead" "$10": job.lead.map(|lead| lead.0),
});
kept!(Appointment => Noun::Appointment, "appointment", |visit| visit.id.0, {
    "job" "$6": visit.job.0,
    "state" "$7": visit.state.name(),
    "technician" "$8": visit.state.busy().map(|at| at.technician.0),
    "starts" "$9": visit.planned_span().map(|(_, span)| span.start()),
    "ends" "$10": visit.planned_span().map(|(_, span)| span.end()),
    "window_start" "$11": visit.window.start(),
    "window_end" "$12": visit.window.end(),
    "reach_start" "$13": reach(visit.window.0, visit.planned_span().map(|(_, span)| span)).start(),
    "reach_end" "$14": reach(visit.window.0, visit.planned_span().map(|(_, span)| span)).end(),
    "finished" "$15": finished(&visit.state),
});
kept!(Reservation => Noun::Reservation, "reservation", |kept| kept.id.0, {
    "lead" "$6": kept.lead.0,
    "state" "$7": match kept.state {
        ReservationState::Held { .. } => "held",
        ReservationState::Booked { .. } => "booked",
        ReservationState::Released { .. } => "released",
        ReservationState::Expired { .. } => "expired",
    },
    "until" "$8": match kept.state {
        ReservationState::Held { until } => Some(until),
        _ => None,
    },
    "reach_start" "$9": reach(kept.window.0, Some(kept.planned_span())).start(),
    "reach_end" "$10": reach(kept.window.0, Some(kept.planned_span())).end(),
});

/// The least span around the promise and the plan, so that one index finds both.
fn reach(window: Span, planned: Option<Span>) -> Span {
    let planned = planned.unwrap_or(window);
    Span::new(window.start().min(planned.start()), window.end().max(planned.end()))
        .expect("a span around spans is not empty")
}

fn finished(state: &AppointmentState) -> Option<Timestamp> {
    match state {
        AppointmentState::Done { finished, .. } => Some(*finished),
        _ => None,
    }
}

statements! {
    JOB_BY_NUMBER: "SELECT version, body FROM job WHERE company = $1 AND number = $2";
    JOBS_OF_CUSTOMER: "SELECT version, body FROM job WHERE company = $1 AND customer = $2 ORDER BY number DESC";
    JOBS_OF_LEAD: "SELECT version, body FROM job WHERE company = $1 AND lead = $2 ORDER BY number";
    VISITS_OF_JOB: "SELECT version, body FROM appointment WHERE company = $1 AND job = $2 ORDER BY window_start, id";
    DONE_SINCE:
        "SELECT appointment.body, job.body FROM appointment
         JOIN job ON job.company = appointment.company AND job.id = appointment.job
         WHERE appointment.company = $1 AND appointment.finished >= $2 AND appointment.finished < $3
         ORDER BY appointment.finished, appointment.id";
    OVERDUE: "SELECT version, body, company FROM reservation WHERE until <= $1 ORDER BY until LIMIT $2";
    RESERVATIONS_OF: "SELECT version, body FROM reservation WHERE company = $1 AND lead = $2 ORDER BY id";
    HELD: "SELECT version, body FROM reservation WHERE company = $1 AND state = 'held' ORDER BY id";
}

/// A finished visit with its job, for forecasts.
#[derive(Debug, Clone, PartialEq)]
pub struct DoneVisit {
    /// The visit, in state [`AppointmentState::Done`].
    pub appointment: Appointment,
    /// Its job.
    pub job: Job,
}

impl Store {
    /// A job.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn job(&self, company: CompanyId, id: JobId) -> Result<Option<Stored<Job>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The job that people call by a number.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn job_by_number(
        &self,
        company: CompanyId,
        number: u32,
    ) -> Result<Option<Stored<Job>>, StoreError> {
        Ok(stored_all(&self.rows(JOB_BY_NUMBER, values![company.0, number]).await?)?.pop())
    }

    /// The jobs of a customer, newest number first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn jobs_of_customer(
        &self,
        company: CompanyId,
        customer: CustomerId,
    ) -> Result<Vec<Stored<Job>>, StoreError> {
        stored_all(&self.rows(JOBS_OF_CUSTOMER, values![company.0, customer.0]).await?)
    }

    /// The jobs that came from a lead, by number.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn jobs_of_lead(
        &self,
        company: CompanyId,
        lead: LeadId,
    ) -> Result<Vec<Stored<Job>>, StoreError> {
        stored_all(&self.rows(JOBS_OF_LEAD, values![company.0, lead.0]).await?)
    }

    /// A visit.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn appointment(
        &self,
        company: CompanyId,
        id: AppointmentId,
    ) -> Result<Option<Stored<Appointment>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The visits of a job, by promise.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn appointments_of(
        &self,
        company: CompanyId,
        job: JobId,
    ) -> Result<Vec<Stored<Appointment>>, StoreError> {
        stored_all(&self.rows(VISITS_OF_JOB, values![company.0, job.0]).await?)
    }

    /// The visits that were finished inside a span, in the order in which they were.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn done_visits(&self, company: CompanyId, span: Span) -> Result<Vec<DoneVisit>, StoreError> {
        let rows = self.rows(DONE_SINCE, values![company.0, span.start(), span.end()]).await?;
        rows.iter().map(|row| Ok(DoneVisit { appointment: parsed(row, 0)?, job: parsed(row, 1)? })).collect()
    }

    /// A reservation.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn reservation(
        &self,
        company: CompanyId,
        id: ReservationId,
    ) -> Result<Option<Stored<Reservation>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The reservations of a lead, oldest id first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn reservations_of(
        &self,
        company: CompanyId,
        lead: LeadId,
    ) -> Result<Vec<Stored<Reservation>>, StoreError> {
        stored_all(&self.rows(RESERVATIONS_OF, values![company.0, lead.0]).await?)
    }

    /// The reservations that are held, oldest id first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn held_reservations(
        &self,
        company: CompanyId,
    ) -> Result<Vec<Stored<Reservation>>, StoreError> {
        stored_all(&self.rows(HELD, values![company.0]).await?)
    }

    /// Held reservations of all companies that should be expired at `now`, longest overdue first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn overdue_reservations(
        &self,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<(CompanyId, Stored<Reservation>)>, StoreError> {
        let rows = self.rows(OVERDUE, values![now, limit]).await?;
        rows.iter().map(|row| Ok((CompanyId(row.int(2)?), super::stored(row, 0)?))).collect()
    }
}
