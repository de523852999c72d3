//! What people see of leads, and what they do with them.

use super::book::{self, Booking};
use super::read::{self, Understood};
use super::{outgoing, show, windows};
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::names;
use crate::view::{
    ChosenWindow, Dismissal, JobRef, LeadDetail, LeadList, LeadSummary, VerdictView, WindowView,
};
use domain::authority::EscalationState;
use domain::lead::Status;
use domain::{
    ArrivalWindow, Company, CompanyId, ContactEvent, Entry, EntryKind, Escalation, Lead, LeadId, LeadState,
    Permission, Subject, Triage, UserId,
};
use planner::Wanted;
use std::collections::HashMap;
use store::{Changeset, LeadFilter};

/// How many leads the inbox shows.
const SHOWN: u32 = 300;

impl App {
    /// The inbox: `open`, `booked` or `all`.
    ///
    /// # Errors
    /// `forbidden`, `unavailable`, or a field error for an unknown filter.
    pub async fn leads(&self, who: &Who, filter: &str) -> Result<LeadList, Error> {
        who.require(Permission::SeeBoard)?;
        let (open, state) = match filter {
            "open" | "" => (Some(true), None),
            "booked" => (None, Some("booked")),
            "all" => (None, None),
            _ => return Err(Error::field("filter", "use open, booked or all")),
        };
        let found =
            self.store.leads(who.company, LeadFilter { open, state, owner: None, limit: SHOWN }).await?;
        let company = self.company_of(who.company).await?.value;
        let pending = self.store.pending_escalations(who.company).await?;
        let pending: HashMap<LeadId, &Escalation> =
            pending.iter().map(|one| (one.value.lead, &one.value)).collect();
        let mut leads = Vec::with_capacity(found.len());
        for lead in &found {
            leads.push(self.summary(&company, &lead.value, pending.get(&lead.value.id).copied()).await?);
        }
        leads.sort_by_key(show::rank);
        let count = |wanted: fn(&&LeadSummary) -> bool| {
            u32::try_from(leads.iter().filter(wanted).count()).unwrap_or(0)
        };
        Ok(LeadList {
            open: u32::try_from(self.store.open_leads(who.company).await?).unwrap_or(u32::MAX),
            awaiting_approval: count(|lead| lead.state == "awaiting_approval"),
            unattended: u32::try_from(
                pending.values().filter(|one| one.state == EscalationState::Open).count(),
            )
            .unwrap_or(0),
            given_up: self.dead_task_count(who.company).await?,
            leads,
        })
    }

    async fn summary(
        &self,
        company: &Company,
        lead: &Lead,
        escalation: Option<&Escalation>,
    ) -> Result<LeadSummary, Error> {
        // Whoever took the escalation looks after the lead as well.
        let taken = escalation.and_then(|one| match one.state {
            EscalationState::Taken { by, .. } => Some(by),
            _ => None,
        });
        let owner = match lead.owner.or(taken) {
            Some(owner) => Some(self.name_of(company.id, owner).await?),
            None => None,
        };
        let first = match show::needs_contact(lead) {
            true => self.store.contacts(company.id, lead.id).await?.into_iter().next(),
            false => None,
        };
        Ok(show::summary(company, lead, first.as_ref().map(|first| &first.value), escalation, owner))
    }

    /// A lead with everything about it; windows are those that fit the board now.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `unavailable`.
    pub async fn lead(&self, who: &Who, id: LeadId) -> Result<LeadDetail, Error> {
        who.require(Permission::SeeBoard)?;
        let lead = self.stored_lead(who.company, id).await?.value;
        let company = self.company_of(who.company).await?.value;
        let contacts = self.contacts_of(who.company, id).await?;
        let turns = read::turns(&contacts);
        let escalations = self.store.escalations_of(who.company, id).await?;
        let escalation = escalations
            .iter()
            .map(|one| &one.value)
            .rfind(|one| !matches!(one.state, EscalationState::Closed { .. }));
        let taken_by = match escalation.map(|one| &one.state) {
            Some(EscalationState::Taken { by, .. }) => Some(self.name_of(who.company, *by).await?),
            _ => None,
        };
        let windows = self.windows_of(&company, &lead).await?;
        let (reservation, job) = self.kept_and_booked(&company, &lead).await?;
        let triage = lead.triage.as_ref();
        let list = |of: fn(&Triage) -> Vec<String>| triage.map(of).unwrap_or_default();
        Ok(LeadDetail {
            summary: self.summary(&company, &lead, escalation).await?,
            readings: show::readings(&company, &lead, &turns),
            hazards: show::hazards(&lead, &turns),
            contacts: show::contacts(&contacts),
            gaps: list(|triage| triage.gaps.iter().map(|gap| names::gap(*gap)).collect()),
            person_only: list(|triage| {
                triage.person_only.iter().map(|why| names::person_only(*why)).collect()
            }),
            question: triage.and_then(|triage| triage.question.clone()),
            reasons: list(|triage| triage.reasons.clone()),
            windows,
            verdict: lead.verdict.as_ref().map(show::verdict),
            reservation,
            job,
            messages: self
                .store
                .messages_of(who.company, id)
                .await?
                .iter()
                .map(|one| show::message(&one.value))
                .collect(),
            escalation: escalation.map(|one| show::escalation(one, taken_by)),
            timeline: self.timeline_of(who.company, &[Subject::Lead(id)]).await?,
        })
    }

    /// The windows to show for a lead: those that fit now, while it can still be booked.
    pub(crate) async fn windows_of(&self, company: &Company, lead: &Lead) -> Result<Vec<WindowView>, Error> {
        let Some((understood, wanted)) = bookable(company, lead) else { return Ok(Vec::new()) };
        let board = book::without(&self.booking_board(company).await?, lead.status.state.reservation());
        let slots = self.slots(&board, wanted).await?;
        let ranked = windows::ranked(slots, &understood.readings, understood.triage.urgency, board.now);
        Ok(windows::show(company, &ranked, windows::SHOWN))
    }

    async fn kept_and_booked(
        &self,
        company: &Company,
        lead: &Lead,
    ) -> Result<(Option<crate::view::ReservationView>, Option<JobRef>), Error> {
        let reservation = match lead.status.state.reservation() {
            Some(id) => match self.store.reservation(company.id, id).await? {
                Some(held) => {
                    let technicians = &self.day_board(company, None).await?.0.technicians;
                    Some(show::reservation(company, &held.value, technicians))
                }
                None => None,
            },
            None => None,
        };
        let Some(id) = show::job_of(&lead.status.state) else { return Ok((reservation, None)) };
        let job = self.store.job(company.id, id).await?;
        let visits = self.store.appointments_of(company.id, id).await?;
        let job = job.zip(visits.first()).map(|(job, visit)| JobRef {
            id: id.to_string(),
            reference: format!("J{}", job.value.number),
            appointment_id: visit.value.id.to_string(),
            date: company.date(visit.value.window.start()).to_string(),
        });
        Ok((reservation, job))
    }

    /// A person takes a lead, or gives it back.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `conflict`.
    pub async fn own_lead(&self, who: &Who, id: LeadId, take: bool) -> Result<LeadDetail, Error> {
        who.require(Permission::WorkInbox)?;
        let lead = self.stored_lead(who.company, id).await?;
        let (version, mut lead) = (lead.version, lead.value);
        let owner: Option<UserId> = take.then_some(who.user.id);
        if lead.owner != owner {
            lead.owner = owner;
            let words = format!("{} {} it", who.user.name, if take { "takes" } else { "gives back" });
            let entry =
                Entry::new(self.now(), who.actor(), EntryKind::LeadOwned, words).about(Subject::Lead(id));
            self.commit(Changeset::new(who.company).change(lead, version).entry(entry)).await?;
        }
        self.lead(who, id).await
    }

    /// Puts a lead aside, with a reason; what was kept for it is given back.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, a field error, `conflict`.
    pub async fn dismiss(&self, who: &Who, id: LeadId, dismissal: Dismissal) -> Result<LeadDetail, Error> {
        who.require(Permission::WorkInbox)?;
        let reason = dismissal.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Error::field("reason", "say in a few words why"));
        }
        let state = match dismissal.state.as_str() {
            "dismissed" => LeadState::Dismissed { reason: reason.clone() },
            "not_a_lead" => LeadState::NotALead { reason: reason.clone() },
            "lost" => LeadState::Lost { reason: reason.clone() },
            "unreachable" => LeadState::Unreachable,
            "opted_out" => LeadState::OptedOut,
            "closed" => LeadState::Closed,
            _ => {
                return Err(Error::field(
                    "state",
                    "use dismissed, not_a_lead, lost, unreachable, opted_out or closed",
                ));
            }
        };
        let lead = self.stored_lead(who.company, id).await?;
        still_open(&lead.value)?;
        let now = self.now();
        let changes =
            self.release_for(who.company, lead.value.status.state.reservation(), &lead.value, now).await?;
        let changes = self.settle_escalations(changes, who, id, &reason, now).await?;
        let (version, mut lead) = (lead.version, lead.value);
        let entry = Entry::new(
            now,
            who.actor(),
            EntryKind::LeadClosed,
            format!("{}: {reason}", dismissal.state.replace('_', " ")),
        )
        .about(Subject::Lead(id));
        lead.status = Status { state, since: now, by: who.actor(), why: reason };
        self.commit(changes.change(lead, version).entry(entry)).await?;
        self.lead(who, id).await
    }

    /// Reserves a window that a person chose, and asks for approval.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `refused` when the window does not fit, `conflict`.
    pub async fn reserve(&self, who: &Who, id: LeadId, chosen: ChosenWindow) -> Result<LeadDetail, Error> {
        who.require(Permission::WorkInbox)?;
        let window = chosen_window(&chosen)?;
        for _ in 0..TRIES {
            let lead = self.stored_lead(who.company, id).await?;
            let company = self.company_of(who.company).await?.value;
            let (_, wanted) = self.bookable_lead(&company, &lead.value)?;
            let held = lead.value.status.state.reservation();
            let board = book::without(&self.booking_board(&company).await?, held);
            let slot = self.slot_in(&board, wanted, window).await?;
            let mut changes = self.release_for(who.company, held, &lead.value, board.now).await?;
            let until = slot.window.start().max(board.now + company.settings.reservation_time);
            let Some(reservation) = self.reservation(&lead.value, &wanted, &slot, until) else {
                return Err(busy());
            };
            let label = slot.window.label(&company.zone_of_time());
            let entry = Entry::new(
                board.now,
                who.actor(),
                EntryKind::SlotReserved,
                format!("{label} is reserved for approval"),
            )
            .about(Subject::Lead(id))
            .about(Subject::Reservation(reservation.id));
            changes = book::add_ground(changes.entry(entry), &board, &slot);
            let (version, mut lead) = (lead.version, lead.value);
            if let Some(message) = self.confirmation(&company, &lead, slot.window).await? {
                changes = changes.add(message);
            }
            let state = LeadState::AwaitingApproval { reservation: reservation.id };
            lead.status = Status {
                state,
                since: board.now,
                by: who.actor(),
                why: format!("{label} is reserved; a person approves"),
            };
            if self.try_commit(changes.add(reservation).change(lead, version)).await?.is_ok() {
                return self.lead(who, id).await;
            }
        }
        Err(busy())
    }

    /// Gives back what is reserved for a lead.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `conflict` when nothing is reserved.
    pub async fn release(&self, who: &Who, id: LeadId) -> Result<LeadDetail, Error> {
        who.require(Permission::WorkInbox)?;
        let lead = self.stored_lead(who.company, id).await?;
        let Some(held) = lead.value.status.state.reservation() else {
            return Err(Error::new(Kind::Conflict, "nothing_reserved", "nothing is reserved for this lead"));
        };
        let now = self.now();
        let changes = self.release_for(who.company, Some(held), &lead.value, now).await?;
        let (version, mut lead) = (lead.version, lead.value);
        let entry = Entry::new(now, who.actor(), EntryKind::SlotReleased, "the reservation was given back")
            .about(Subject::Lead(id))
            .about(Subject::Reservation(held));
        lead.status = Status {
            state: LeadState::Recommended,
            since: now,
            by: who.actor(),
            why: "the reservation was given back".to_owned(),
        };
        self.commit(changes.change(lead, version).entry(entry)).await?;
        self.lead(who, id).await
    }

    /// Books a window by hand.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, `refused` when the window does not fit, `conflict`.
    pub async fn book(&self, who: &Who, id: LeadId, chosen: ChosenWindow) -> Result<LeadDetail, Error> {
        who.require(Permission::WorkInbox)?;
        let window = chosen_window(&chosen)?;
        for _ in 0..TRIES {
            let lead = self.stored_lead(who.company, id).await?;
            let company = self.company_of(who.company).await?.value;
            let (mut understood, wanted) = self.bookable_lead(&company, &lead.value)?;
            if matches!(lead.value.status.state, LeadState::AwaitingApproval { .. }) {
                // Booking what waits for approval is approving it.
                who.require(Permission::Approve)?;
            }
            let held = lead.value.status.state.reservation();
            let board = book::without(&self.booking_board(&company).await?, held);
            let slot = self.slot_in(&board, wanted, window).await?;
            let changes = self.release_for(who.company, held, &lead.value, board.now).await?;
            let changes = self.settle_escalations(changes, who, id, "booked by hand", board.now).await?;
            let changes = book::add_ground(changes, &board, &slot);
            let known = self.known(&company, &mut understood).await?;
            let by = who.actor();
            let booking = Booking {
                wanted,
                window: slot.window,
                placement: slot.placement,
                by: &by,
                mode: None,
                rule_version: None,
                now: board.now,
            };
            let message = self.confirmation(&company, &lead.value, slot.window).await?;
            let (mut changes, _) = self.add_job(changes, &company, lead, known, booking)?;
            if let Some(message) = message {
                // The person who books answers for the confirmation: nothing of it is automatic.
                changes = outgoing::release(changes, &company, message, who.user.id, board.now);
            }
            if self.try_commit(changes).await?.is_ok() {
                return self.lead(who, id).await;
            }
        }
        Err(busy())
    }

    /// What is understood and wanted of a lead that can be booked.
    pub(crate) fn bookable_lead(
        &self,
        company: &Company,
        lead: &Lead,
    ) -> Result<(Understood, Wanted), Error> {
        still_open(lead)?;
        bookable(company, lead).ok_or_else(|| {
            let gaps = lead.triage.as_ref().map_or_else(Vec::new, |triage| triage.gaps.clone());
            let missing: Vec<String> = gaps.iter().map(|gap| names::gap(*gap).replace('_', " ")).collect();
            let what = if missing.is_empty() {
                "it was not read yet".to_owned()
            } else {
                format!("missing: {}", missing.join(", "))
            };
            Error::new(
                Kind::Refused,
                "incomplete",
                format!("a booking needs more ({what}); fill it in first"),
            )
        })
    }

    pub(crate) async fn contacts_of(
        &self,
        company: CompanyId,
        lead: LeadId,
    ) -> Result<Vec<ContactEvent>, Error> {
        Ok(self.store.contacts(company, lead).await?.into_iter().map(|one| one.value).collect())
    }

    /// The verdict of a lead as people see it.
    pub(crate) fn verdict_of(&self, lead: &Lead) -> Option<VerdictView> {
        lead.verdict.as_ref().map(show::verdict)
    }

    /// A held reservation with its provisional technician.
    pub(crate) async fn reservation_of(
        &self,
        company: &Company,
        lead: &Lead,
    ) -> Result<Option<crate::view::ReservationView>, Error> {
        Ok(self.kept_and_booked(company, lead).await?.0)
    }

    /// The line of a lead that has no open escalation.
    pub(crate) async fn line_of(&self, company: &Company, lead: &Lead) -> Result<LeadSummary, Error> {
        self.summary(company, lead, None).await
    }
}

/// What a triaged lead that is still open wants, when nothing is missing.
fn bookable(company: &Company, lead: &Lead) -> Option<(Understood, Wanted)> {
    let triage = lead.triage.clone().filter(|triage| triage.is_complete() && lead.status.state.is_open())?;
    let zip = lead
        .readings
        .address
        .as_ref()
        .map(|address| address.value.zip.as_str())
        .filter(|zip| !zip.is_empty());
    let zone = triage.zone.or_else(|| company.zone_at(zip, lead.point).map(|zone| zone.id));
    let understood = Understood { readings: lead.readings.clone(), triage, point: lead.point, zone };
    let wanted = book::wanted(company, &understood)?;
    Some((understood, wanted))
}

pub(crate) fn chosen_window(chosen: &ChosenWindow) -> Result<ArrivalWindow, Error> {
    ArrivalWindow::new(chosen.start, chosen.end).map_err(|_| Error::field("end", "must be after `start`"))
}

pub(crate) fn busy() -> Error {
    Error::new(
        Kind::Conflict,
        "conflict",
        "others changed the board at the same moment; look again and repeat",
    )
}

pub(super) fn still_open(lead: &Lead) -> Result<(), Error> {
    if lead.status.state.is_open() {
        return Ok(());
    }
    let state = lead.status.state.name().replace('_', " ");
    Err(Error::new(
        Kind::Conflict,
        "already_decided",
        format!("L{} is {state} already: {}", lead.number, lead.status.why),
    ))
}
