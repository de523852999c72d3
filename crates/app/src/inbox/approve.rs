//! Approvals: what rules propose, people decide.

use super::answer::add_queued;
use super::book::{self, Booking};
use super::lead::{busy, chosen_window};
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
/// Longest text of a confirmation, in characters: ten text messages.
const LONGEST_MESSAGE: usize = 1_600;

/// What a person decided.
enum Decision {
    Approve { message: Option<String>, window: Option<ArrivalWindow> },
    Reject { reason: String },
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
            approvals.extend(self.approval(&company, &lead.value).await?);
        }
        Ok(ApprovalList { approvals })
    }

    async fn approval(&self, company: &Company, lead: &Lead) -> Result<Option<ApprovalView>, Error> {
        let reservation = self.reservation_of(company, lead).await?;
        let (Some(reservation), Some(verdict)) = (reservation, self.verdict_of(lead)) else {
            return Ok(None);
        };
        let message = self.drafts(company.id, lead.id).await?.pop();
        let address =
            lead.readings.address.as_ref().map_or_else(String::new, |address| address.value.to_string());
        Ok(Some(ApprovalView {
            lead_id: lead.id.to_string(),
            lead: self.line_of(company, lead).await?,
            address,
            reservation,
            windows: self.windows_of(company, lead).await?,
            message: message.map(|message| show::message(&message.value)),
            verdict,
        }))
    }

    /// Carries out a person's decision on a proposed booking.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, a field error; `already_decided` naming what became of it; `refused` when another
    /// window does not fit.
    pub async fn decide_approval(
        &self,
        who: &Who,
        id: LeadId,
        decision: ApprovalDecision,
    ) -> Result<LeadDetail, Error> {
        who.require(Permission::Approve)?;
        let decision = parse(decision)?;
        for _ in 0..TRIES {
            let lead = self.stored_lead(who.company, id).await?;
            let LeadState::AwaitingApproval { reservation } = lead.value.status.state else {
                return Err(self.already_decided(who, &lead.value).await?);
            };
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
                Decision::Approve { message, window } => {
                    self.approve(who, lead, held, message.as_deref(), *window).await?
                }
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
        text: Option<&str>,
        window: Option<ArrivalWindow>,
    ) -> Result<Changeset, Error> {
        let company = self.company_of(who.company).await?.value;
        let (mut understood, wanted) = self.bookable_lead(&company, &lead.value)?;
        let now = self.now();
        let mut changes = Changeset::new(who.company);
        // The planned start may have passed while the window is still open; then the window needs another plan.
        let still_planned = held.value.placement.start >= now;
        let (window, placement) = match window.unwrap_or(held.value.window) {
            window if window == held.value.window && still_planned => (window, held.value.placement),
            window => {
                let (board, slot) = self.other_window(&company, &held.value, wanted, window).await?;
                changes = book::add_ground(changes, &board, &slot);
                (slot.window, slot.placement)
            }
        };
        let replaced = "replaced by the approved text";
        let changes = self.discard_drafts(changes, lead.value.id, replaced, now).await?;
        let message = self.confirmation(&company, &lead.value, window);
        let known = self.known(&company, &mut understood).await?;
        let by = who.actor();
        let rule_version = lead.value.verdict.as_ref().map(|verdict| verdict.rule_version);
        let mode = Some(Authority::Approve);
        let booking = Booking { wanted, window, placement, by: &by, mode, rule_version, now };
        let (mut changes, job) = self.add_job(changes, &company, lead, known, booking)?;
        if let Some(entry) = changes.entries.last_mut() {
            entry.subjects.push(Subject::Reservation(held.value.id));
        }
        if let Some(message) = message {
            let text = text.map_or(message.text.clone(), str::to_owned);
            changes = add_queued(changes, Message { text, ..message }, Some(who.user.id), now);
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

fn parse(decision: ApprovalDecision) -> Result<Decision, Error> {
    let text = |path: &str, text: Option<String>| match text.map(|text| text.trim().to_owned()) {
        Some(text) if text.chars().count() > LONGEST_MESSAGE => {
            Err(Error::field(path, format!("is longer than {LONGEST_MESSAGE} characters")))
        }
        text => Ok(text.filter(|text| !text.is_empty())),
    };
    match decision.decision.as_str() {
        "approve" => Ok(Decision::Approve {
            message: text("message", decision.message)?,
            window: decision.window.as_ref().map(chosen_window).transpose()?,
        }),
        "reject" => {
            let reason = text("reason", decision.reason)?;
            Ok(Decision::Reject {
                reason: reason.ok_or_else(|| Error::field("reason", "say in a few words why"))?,
            })
        }
        _ => Err(Error::field("decision", "use approve or reject")),
    }
}
