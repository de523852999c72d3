//! Taking a booking back: the visit is given up, the request waits again, and what the customer was told is withdrawn or
//! corrected.

use super::confirmation::Letter;
use super::lead::busy;
use super::outgoing::visit_on;
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::view::MovesResult;
use domain::lead::Status;
use domain::{
    Appointment, AppointmentState, Company, Entry, EntryKind, JobId, Lead, LeadState, Permission,
    Reservation, ReservationState, Subject, Timestamp, Visit,
};
use store::{Changeset, Stored};

/// What the visit of a booking that was taken back says.
const TAKEN_BACK: &str = "the booking was taken back";

impl App {
    /// Takes the booking of an entry back. The slot is kept for the lead again, so that its approval waits as before;
    /// what has no slot to go back to waits for a window.
    pub(crate) async fn unbook(&self, who: &Who, position: i64, entry: &Entry) -> Result<MovesResult, Error> {
        let by_approval = entry.subjects.iter().any(|subject| matches!(subject, Subject::Reservation(_)));
        who.require(if by_approval { Permission::Approve } else { Permission::WorkInbox })?;
        for _ in 0..TRIES {
            let (lead, visit, version) = self.booked(who, entry).await?;
            let (visit_id, lead_id) = (visit.appointment.id, lead.value.id);
            let company = self.company_of(who.company).await?.value;
            let now = self.now();
            let language = self.language_of(company.id, Some(lead_id)).await?;
            let letter = Letter::to_customer(&company, &visit, language);
            let correction = letter.takes_back(visit.appointment.window, None);
            let messages = self.store.messages_of(who.company, lead_id).await?;
            let changes = Changeset::new(who.company);
            let (changes, became) = self.take_back(changes, messages, &correction, &who.actor(), now);
            let (changes, state) =
                self.kept_again(changes, &company, entry, &lead.value, &visit, now).await?;
            let canceled =
                AppointmentState::Canceled { by: who.actor(), at: now, reason: TAKEN_BACK.to_owned() };
            let given_up = Appointment { state: canceled, ..visit.appointment };
            let undone = Entry {
                undoes: Some(position),
                ..Entry::new(now, who.actor(), EntryKind::Undone, format!("undid: {}", entry.reason))
            };
            let undone = entry.subjects.iter().copied().fold(undone, Entry::about);
            let (lead_version, mut lead) = (lead.version, lead.value);
            let why = format!("{} took the booking back", who.user.name);
            lead.status = Status { state, since: now, by: who.actor(), why };
            let mut changes = changes.change(given_up, version).change(lead, lead_version);
            changes.entries.insert(0, undone);
            let Ok(done) = self.try_commit(changes).await? else { continue };
            return Ok(MovesResult {
                position: done.first,
                undoable: false,
                overridden: Vec::new(),
                visits: vec![self.visit(who, visit_id).await?.visit],
                lead_id: Some(lead_id.to_string()),
                became,
            });
        }
        Err(busy())
    }

    /// The lead and the visit of a booking that can still be taken back, with the version of the visit.
    async fn booked(&self, who: &Who, entry: &Entry) -> Result<(Stored<Lead>, Visit, i64), Error> {
        let find = |of: fn(&Subject) -> Option<i64>| entry.subjects.iter().find_map(of);
        let lead = find(|one| if let Subject::Lead(id) = one { Some(id.0) } else { None });
        let job = find(|one| if let Subject::Job(id) = one { Some(id.0) } else { None });
        let visit = find(|one| if let Subject::Appointment(id) = one { Some(id.0) } else { None });
        let (Some(lead), Some(job), Some(visit)) = (lead, job, visit) else {
            let detail = format!("`{}` cannot be undone: it did not come from a request", entry.reason);
            return Err(Error::new(Kind::Refused, "not_undoable", detail));
        };
        let (visit, job) = (domain::AppointmentId(visit), JobId(job));
        let lead = self.stored_lead(who.company, domain::LeadId(lead)).await?;
        let stored = self.store.appointment(who.company, visit).await?;
        let stored = stored.ok_or_else(|| Error::not_found("visit", visit))?;
        let board = self.board_of_visit(who.company, visit).await?;
        let on_board = visit_on(&board, visit)?;
        let still = lead.value.status.state == LeadState::Booked { job };
        if !still || !stored.value.state.is_open() {
            let state = stored.value.state.name().replace('_', " ");
            let job = on_board.job.number;
            let detail = match still {
                true => {
                    format!("the booking cannot be undone: J{job} is {state}; cancel the visit, or reopen it")
                }
                false => format!("the booking cannot be undone: {}", lead.value.status.why),
            };
            return Err(Error::new(Kind::Refused, "not_undoable", detail));
        }
        Ok((lead, Visit { appointment: stored.value, ..on_board }, stored.version))
    }

    /// The reservation of an approval, held again where the visit stands now, with a draft to approve.
    async fn kept_again(
        &self,
        changes: Changeset,
        company: &Company,
        entry: &Entry,
        lead: &Lead,
        visit: &Visit,
        now: Timestamp,
    ) -> Result<(Changeset, LeadState), Error> {
        let reservation = entry.subjects.iter().find_map(|subject| match subject {
            Subject::Reservation(id) => Some(*id),
            _ => None,
        });
        let place = visit.appointment.state.busy().filter(|place| place.start >= now);
        let (Some(reservation), Some(placement)) = (reservation, place) else {
            return Ok((changes, LeadState::Recommended));
        };
        let Some(held) = self.store.reservation(company.id, reservation).await? else {
            return Ok((changes, LeadState::Recommended));
        };
        let window = visit.appointment.window;
        let until = window.start().max(now + company.settings.reservation_time);
        let (version, state) = (held.version, ReservationState::Held { until });
        let mut changes = changes.change(Reservation { window, placement, state, ..held.value }, version);
        if let Some(draft) = self.confirmation(company, lead, window).await? {
            changes = changes.add(draft);
        }
        Ok((changes, LeadState::AwaitingApproval { reservation }))
    }
}
