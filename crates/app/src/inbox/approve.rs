//! Approvals: what rules propose, people decide.

use super::book::{self, Booking};
use super::lead::{busy, chosen_window};
use super::outgoing::{self, check_window, typed};
use super::show;
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::view::{ApprovalDecision, ApprovalList, ApprovalView, LeadDetail};
use domain::lead::Status;
use domain::{
    ArrivalWindow, Authority, Board, Company, Entry, EntryKind, Lead, LeadId, LeadState, Message, Permission,
    Reservation, ReservationState, Subject,
};
use planner::Slot;
use std::sync::Arc;
use store::{Changeset, LeadFilter, Stored};

/// How many approvals are shown.
const SHOWN: u32 = 100;

/// What a person decided.
enum Decision {
    Approve(Approved),
    Reject { reason: String },
}

/// What a person approves, as far as it is not what was proposed.
struct Approved {
    message: Option<String>,
    /// The text may name another window than the one that is booked.
    message_confirmed: bool,
    window: Option<ArrivalWindow>,
}

impl App {
    /// Proposed bookings that wait for a person, oldest first.
    ///
    /// # Errors
    /// `forbidden`, `unavailable`.
    pub async fn approvals(&self, who: &Who) -> Result<ApprovalList, Error> {
        who.require(Permission::SeeBoard)?;
        let filter =
            LeadFilter { open: Some(true), state: Some("awaiting_approval"), owner: None, limit: SHOWN };
        let mut leads = self.store.leads(who.company, filter).await?;
        leads.sort_by_key(|lead| lead.value.status.since);
        let company = self.company_of(who.company).await?.value;
        let mut approvals = Vec::with_capacity(leads.len());
        for lead in leads {
            approvals.extend(self.approval(&company, &lead).await?);
        }
        Ok(ApprovalList { approvals })
    }

    async fn approval(&self, company: &Company, lead: &Stored<Lead>) -> Result<Option<ApprovalView>, Error> {
        let reservation = self.reservation_of(company, &lead.value).await?;
        let (Some(reservation), Some(verdict)) = (reservation, self.verdict_of(&lead.value)) else {
            return Ok(None);
        };
        let message = self.drafts(company.id, lead.value.id).await?.pop();
        let as_of = as_of(lead, message.as_ref());
        let lead = &lead.value;
        let mut windows = self.windows_of(company, lead).await?;
        if outgoing::reach(lead).is_some() {
            let confirming = self.confirming(company.id, lead).await?;
            for one in &mut windows {
                let window = ArrivalWindow::new(one.start, one.end).ok();
                one.message = window.map(|window| confirming.text(company, lead, window));
            }
        }
        let address =
            lead.readings.address.as_ref().map_or_else(String::new, |address| address.value.to_string());
        Ok(Some(ApprovalView {
            lead_id: lead.id.to_string(),
            as_of,
            lead: self.line_of(company, lead).await?,
            address,
            reservation,
            windows,
            message: message.map(|message| show::message(&message.value)),
            verdict,
        }))
    }

    /// Carries out a person's decision on a proposed booking.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, a field error; `already_decided` naming what became of it; `case_changed` when it is not
    /// what was shown any more; `text_names_another_window`; `refused` when another window does not fit.
    pub async fn decide_approval(
        &self,
        who: &Who,
        id: LeadId,
        decision: ApprovalDecision,
    ) -> Result<LeadDetail, Error> {
        who.require(Permission::Approve)?;
        let (seen, decision) = (decision.as_of, parse(decision)?);
        for _ in 0..TRIES {
            let lead = self.stored_lead(who.company, id).await?;
            let LeadState::AwaitingApproval { reservation } = lead.value.status.state else {
                return Err(self.already_decided(who, &lead.value).await?);
            };
            if seen.is_some() {
                let draft = self.drafts(who.company, id).await?.pop();
                if seen != Some(as_of(&lead, draft.as_ref())) {
                    return Err(case_changed(&lead.value));
                }
            }
            let held = self
                .store
                .reservation(who.company, reservation)
                .await?
                .filter(|held| held.value.is_held() && !held.value.is_overdue(self.now()));
            let held = held.ok_or_else(|| {
                Error::new(
                    Kind::Conflict,
                    "reservation_expired",
                    "the reservation expired; choose a window again",
                )
            })?;
            let changes = match &decision {
                Decision::Approve(approved) => self.approve(who, lead, held, approved).await?,
                Decision::Reject { reason } => self.reject(who, lead, held, reason).await?,
            };
            if self.try_commit(changes).await?.is_ok() {
                return self.lead(who, id).await;
            }
        }
        Err(busy())
    }

    async fn approve(
        &self,
        who: &Who,
        lead: Stored<Lead>,
        held: Stored<Reservation>,
        approved: &Approved,
    ) -> Result<Changeset, Error> {
        let company = self.company_of(who.company).await?.value;
        let (mut understood, wanted) = self.bookable_lead(&company, &lead.value)?;
        let now = self.now();
        let mut changes = Changeset::new(who.company);
        let (window, placement) = match approved.window.unwrap_or(held.value.window) {
            window if window == held.value.window => {
                let readings = &lead.value.readings;
                let kept = self.still_kept(changes, &company, &held.value, wanted, readings).await?;
                changes = kept.0;
                (window, kept.1)
            }
            window => {
                let (board, slot) = self.other_window(&company, &held.value, wanted, window).await?;
                changes = book::add_ground(changes, &board, &slot);
                (slot.window, slot.placement)
            }
        };
        let proposed = self.drafts(company.id, lead.value.id).await?.pop().map(|draft| draft.value.text);
        // A text that nobody edited follows the window.
        let edited = approved.message.as_deref().filter(|text| proposed.as_deref() != Some(*text));
        check_window(&company, edited.filter(|_| !approved.message_confirmed), window, now)?;
        let replaced = "replaced by the approved text";
        let changes = self.discard_drafts(changes, lead.value.id, replaced, now).await?;
        let message = self.confirmation(&company, &lead.value, window).await?;
        let known = self.known(&company, &mut understood).await?;
        let by = who.actor();
        let rule_version = lead.value.verdict.as_ref().map(|verdict| verdict.rule_version);
        let mode = Some(Authority::Approve);
        let booking = Booking { wanted, window, placement, by: &by, mode, rule_version, now };
        let (mut changes, job) = self.add_job(changes, &company, lead, known, booking)?;
        let mut appointment = None;
        if let Some(entry) = changes.entries.last_mut() {
            entry.subjects.push(Subject::Reservation(held.value.id));
            appointment = entry.subjects.iter().find_map(|subject| match subject {
                Subject::Appointment(id) => Some(*id),
                _ => None,
            });
        }
        if let Some(message) = message {
            let text = edited.map_or(message.text.clone(), str::to_owned);
            let message = Message { text, appointment, ..message };
            changes = outgoing::release(changes, &company, message, who.user.id, now);
        }
        let version = held.version;
        Ok(changes.change(Reservation { state: ReservationState::Booked { job }, ..held.value }, version))
    }

    async fn other_window(
        &self,
        company: &Company,
        held: &Reservation,
        wanted: planner::Wanted,
        window: ArrivalWindow,
    ) -> Result<(Arc<Board>, Slot), Error> {
        let board = book::without(&self.booking_board(company).await?, Some(held.id));
        let slot = self.slot_in(&board, wanted, window).await?;
        Ok((board, slot))
    }

    async fn reject(
        &self,
        who: &Who,
        lead: Stored<Lead>,
        held: Stored<Reservation>,
        reason: &str,
    ) -> Result<Changeset, Error> {
        let now = self.now();
        let changes = self.release_for(who.company, Some(held.value.id), &lead.value, now).await?;
        let (version, mut lead) = (lead.version, lead.value);
        let entry = Entry::new(now, who.actor(), EntryKind::BookingRejected, format!("rejected: {reason}"))
            .about(Subject::Lead(lead.id))
            .about(Subject::Reservation(held.value.id));
        let why = format!("{} rejected the booking: {reason}", who.user.name);
        lead.status = Status { state: LeadState::Recommended, since: now, by: who.actor(), why };
        Ok(changes.change(lead, version).entry(entry))
    }

    async fn already_decided(&self, who: &Who, lead: &Lead) -> Result<Error, Error> {
        let by = match &lead.status.by {
            domain::Actor::User { id } => self.name_of(who.company, *id).await?,
            program => crate::names::program(program).to_owned(),
        };
        let detail = format!("nothing waits for approval here any more: {by}, {}", lead.status.why);
        Ok(Error::new(Kind::Conflict, "already_decided", detail))
    }
}

/// The version of what an approval shows: the request as it is understood, the slot that is kept for it, and the text.
fn as_of(lead: &Stored<Lead>, draft: Option<&Stored<Message>>) -> i64 {
    lead.version.max(draft.map_or(0, |draft| draft.version))
}

fn case_changed(lead: &Lead) -> Error {
    let detail = format!("L{} changed since you looked at it: {}; look again", lead.number, lead.status.why);
    Error::new(Kind::Conflict, "case_changed", detail)
}

fn parse(decision: ApprovalDecision) -> Result<Decision, Error> {
    match decision.decision.as_str() {
        "approve" => Ok(Decision::Approve(Approved {
            message: typed(decision.message)?,
            message_confirmed: decision.message_confirmed,
            window: decision.window.as_ref().map(chosen_window).transpose()?,
        })),
        "reject" => {
            let reason = typed(decision.reason)?;
            Ok(Decision::Reject {
                reason: reason.ok_or_else(|| Error::field("reason", "say in a few words why"))?,
            })
        }
        _ => Err(Error::field("decision", "use approve or reject")),
    }
}
