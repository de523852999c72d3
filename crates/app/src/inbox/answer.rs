//! Reading a lead and answering it: windows from the planner, a verdict from authority, and the verdict carried out.

use super::book::{self, Booking, Known};
use super::case::{self, Offer};
use super::danger;
use super::read::{self, Understood};
use super::windows::{self, Ranked};
use crate::App;
use crate::change::{Lost, TRIES};
use crate::error::{Error, Kind};
use domain::authority::{Action, Case};
use domain::lead::Status;
use domain::{
    Actor, Board, Cents, Company, CompanyId, Entry, EntryKind, Lead, LeadId, LeadState, Message, MessageId,
    MessageState, Purpose, Reservation, ReservationId, ReservationState, Subject, Timestamp, Verdict,
};
use planner::Wanted;
use std::sync::Arc;
use store::{Changeset, Lease, OnlyIf, Stored};

/// Why a lead is answered now, as the journal tells it.
#[derive(Debug, Clone)]
pub(crate) struct Occasion {
    pub(crate) by: Actor,
    pub(crate) kind: EntryKind,
    pub(crate) words: String,
    /// The task that is done with it.
    pub(crate) finishes: Option<Lease>,
    /// Whether a person corrected it: nothing is booked by that.
    pub(crate) corrected: bool,
}

/// Everything an answer rests on, read at one time.
struct Prepared {
    company: Company,
    /// The version of the company's settings.
    settings: i64,
    board: Arc<Board>,
    known: Known,
    wanted: Option<Wanted>,
    ranked: Vec<Ranked>,
    case: Case,
    verdict: Verdict,
    now: Timestamp,
}

impl App {
    /// Reads a lead that came in and answers it. Leads that people brought further are left alone.
    pub(crate) async fn read_and_answer(
        &self,
        company: CompanyId,
        lead: LeadId,
        finishes: Option<Lease>,
    ) -> Result<(), Error> {
        for _ in 0..TRIES {
            let stored = self.stored_lead(company, lead).await?;
            if !may_be_answered(&stored.value) {
                return self.finish_only(company, finishes).await;
            }
            let setup = self.company_of(company).await?.value;
            let contacts: Vec<_> =
                self.store.contacts(company, lead).await?.into_iter().map(|one| one.value).collect();
            let understood = read::read(&setup, &stored.value, &contacts, &self.places, self.now());
            let occasion = Occasion {
                by: Actor::Intake,
                kind: EntryKind::LeadRead,
                words: read_words(&setup, &understood),
                finishes,
                // Once a person was called, the program reads on but does not act by itself.
                corrected: stored.value.status.state != LeadState::New && danger::is_unread(&stored.value),
            };
            match self.answer(company, stored, understood, occasion).await? {
                Ok(()) => return Ok(()),
                Err(Lost { why }) => tracing::debug!(%lead, %why, "answering a lead starts again"),
            }
        }
        Err(Error::new(Kind::Unavailable, "busy", "too much happened at once; the lead is read again soon"))
    }

    /// Answers a lead from what was understood.
    pub(crate) async fn answer(
        &self,
        company: CompanyId,
        lead: Stored<Lead>,
        understood: Understood,
        occasion: Occasion,
    ) -> Result<Result<(), Lost>, Error> {
        let held = lead.value.status.state.reservation();
        let (prepared, understood) =
            self.prepare(company, &lead.value, understood, held, occasion.corrected).await?;
        let changes = self.carry_out(lead, understood, &prepared, occasion).await?;
        Ok(self.try_commit(changes).await?.map(|_| ()))
    }

    async fn prepare(
        &self,
        company: CompanyId,
        lead: &Lead,
        understood: Understood,
        held: Option<ReservationId>,
        corrected: bool,
    ) -> Result<(Prepared, Understood), Error> {
        let setup = self.company_of(company).await?;
        let (settings, company) = (setup.version, setup.value);
        let rules = self.rules(company.id).await?;
        let mut understood = understood;
        let known = self.known(&company, &mut understood).await?;
        let board = book::without(&self.booking_board(&company).await?, held);
        let now = board.now;
        let triage = &understood.triage;
        let to_be_offered =
            triage.hazards.is_empty() && triage.person_only.is_empty() && triage.is_complete();
        let wanted = book::wanted(&company, &understood).filter(|_| to_be_offered);
        let slots = match &wanted {
            Some(wanted) => self.slots(&board, *wanted).await?,
            None => Vec::new(),
        };
        let ranked = windows::ranked(slots, &understood.readings, triage.urgency, now);
        let offer = Offer {
            windows: u32::try_from(ranked.len()).unwrap_or(u32::MAX),
            wish_met: windows::wish_met(&ranked, &understood.readings),
            value: expected_value(&company, triage, &ranked),
            corrected,
        };
        let reread = Lead { readings: understood.readings.clone(), ..lead.clone() };
        let turns = read::turns(&self.contacts_of(company.id, lead.id).await?);
        let case = case::of(&company, &reread, &turns, triage, known.class(), offer, now);
        let verdict = authority::decide(&case, &rules);
        let prepared = Prepared { company, settings, board, known, wanted, ranked, case, verdict, now };
        Ok((prepared, understood))
    }

    async fn carry_out(
        &self,
        lead: Stored<Lead>,
        understood: Understood,
        prepared: &Prepared,
        occasion: Occasion,
    ) -> Result<Changeset, Error> {
        let Prepared { company, verdict, now, .. } = prepared;
        let released = lead.value.status.state.reservation();
        let mut changes = self.release_for(company.id, released, &lead.value, *now).await?;
        changes.finishes = occasion.finishes;
        // Whoever stops it, or changes the rules or the mode, in this very moment is obeyed: it is decided again.
        let rules = verdict.rule_version;
        changes = changes.only_if(OnlyIf::RulesAsOf { rules, settings: prepared.settings });
        let mut read = Stored { version: lead.version, value: understand(lead.value, &understood, prepared) };
        let mut entry =
            Entry::new(*now, occasion.by, occasion.kind, occasion.words).about(Subject::Lead(read.value.id));
        entry.trace.clone_from(&verdict.trace);
        entry.case = Some(Box::new(prepared.case.clone()));
        entry.rule_version = Some(verdict.rule_version);
        changes = changes.entry(entry);
        let status = |state, why: String| Status { state, since: *now, by: Actor::Rules, why };
        match (verdict.action, prepared.wanted.as_ref().zip(prepared.ranked.first())) {
            (Action::Escalate, _) => {
                let hazards = &understood.triage.hazards;
                let (escalation, state) = self.escalation(&read.value, hazards, verdict, *now);
                read.value.status = status(state, escalation.reason.clone());
                if !self.has_open_escalation(company.id, read.value.id).await? {
                    let words = format!("a person is called: {}", escalation.reason);
                    let entry = self
                        .by_rules(prepared, EntryKind::Escalated, words)
                        .about(Subject::Lead(read.value.id));
                    changes = changes.entry(entry.about(Subject::Escalation(escalation.id))).add(escalation);
                }
                Ok(changes.change(read.value, read.version))
            }
            (Action::Ask, _) | (_, None) => {
                let question = understood.triage.question.clone();
                read.value.status =
                    status(LeadState::Collecting, missing_words(&understood, question.as_deref()));
                Ok(changes.change(read.value, read.version))
            }
            (Action::Draft, Some((_, best))) => {
                let label = best.slot.window.label(&company.zone_of_time());
                read.value.status =
                    status(LeadState::Recommended, format!("{label} fits best; a person books"));
                let words = format!("{} windows fit, {label} fits best", prepared.ranked.len());
                let entry = self
                    .by_rules(prepared, EntryKind::WindowsRecommended, words)
                    .about(Subject::Lead(read.value.id));
                Ok(changes.entry(entry).change(read.value, read.version))
            }
            (Action::Reserve, Some((wanted, best))) => {
                self.add_reserved(changes, read, prepared, wanted, best).await
            }
            (Action::Book, Some((wanted, best))) => {
                self.add_booked(changes, read, prepared, wanted, best).await
            }
        }
    }

    async fn add_reserved(
        &self,
        changes: Changeset,
        mut lead: Stored<Lead>,
        prepared: &Prepared,
        wanted: &Wanted,
        best: &Ranked,
    ) -> Result<Changeset, Error> {
        let Prepared { company, board, now, .. } = prepared;
        // Kept as long as the approval can still be given in time.
        let until = best.slot.window.start().max(*now + company.settings.reservation_time);
        let Some(reservation) = self.reservation(&lead.value, wanted, &best.slot, until) else {
            return Ok(changes);
        };
        let label = best.slot.window.label(&company.zone_of_time());
        let state = LeadState::AwaitingApproval { reservation: reservation.id };
        lead.value.status = Status {
            state,
            since: *now,
            by: Actor::Rules,
            why: format!("{label} is reserved; a person approves"),
        };
        let entry = self
            .by_rules(prepared, EntryKind::SlotReserved, format!("{label} is reserved for approval"))
            .about(Subject::Lead(lead.value.id))
            .about(Subject::Reservation(reservation.id));
        let mut changes = book::add_ground(changes.entry(entry), board, &best.slot);
        if let Some(message) = self.confirmation(company, &lead.value, best.slot.window).await? {
            changes = changes.add(message);
        }
        Ok(changes.add(reservation).change(lead.value, lead.version))
    }

    async fn add_booked(
        &self,
        changes: Changeset,
        lead: Stored<Lead>,
        prepared: &Prepared,
        wanted: &Wanted,
        best: &Ranked,
    ) -> Result<Changeset, Error> {
        let Prepared { company, board, verdict, now, .. } = prepared;
        let booking = Booking {
            wanted: *wanted,
            window: best.slot.window,
            placement: best.slot.placement,
            by: &Actor::Rules,
            mode: Some(verdict.authority),
            rule_version: Some(verdict.rule_version),
            now: *now,
        };
        let message = self.confirmation(company, &lead.value, best.slot.window).await?;
        let changes = book::add_ground(changes, board, &best.slot);
        let (mut changes, _) = self.add_job(changes, company, lead, prepared.known.clone(), booking)?;
        if let Some(entry) = changes.entries.last_mut() {
            entry.trace.clone_from(&verdict.trace);
            entry.case = Some(Box::new(prepared.case.clone()));
        }
        Ok(match message {
            Some(message) => {
                let mut changes = add_queued(changes, message, None, *now);
                let allowed = self.by_rules(prepared, EntryKind::MessageQueued, String::new());
                if let Some(entry) = changes.entries.last_mut() {
                    let (reason, subjects) = (entry.reason.clone(), entry.subjects.clone());
                    *entry = Entry { reason, subjects, ..allowed };
                }
                changes
            }
            None => changes,
        })
    }

    /// An entry of an automatic act, with what allowed it.
    fn by_rules(&self, prepared: &Prepared, kind: EntryKind, words: String) -> Entry {
        let verdict = &prepared.verdict;
        Entry {
            mode: Some(verdict.authority),
            rule_version: Some(verdict.rule_version),
            trace: verdict.trace.clone(),
            case: Some(Box::new(prepared.case.clone())),
            ..Entry::new(prepared.now, Actor::Rules, kind, words)
        }
    }

    /// A changeset that gives back what was kept for a lead, if anything was, and drops its drafts.
    pub(crate) async fn release_for(
        &self,
        company: CompanyId,
        reservation: Option<ReservationId>,
        lead: &Lead,
        now: Timestamp,
    ) -> Result<Changeset, Error> {
        let mut changes = Changeset::new(company);
        let Some(id) = reservation else { return Ok(changes) };
        let Some(held) = self.store.reservation(company, id).await? else { return Ok(changes) };
        if held.value.is_held() {
            let state = ReservationState::Released { at: now, reason: "the lead changed".to_owned() };
            let version = held.version;
            changes = changes.change(Reservation { state, ..held.value }, version);
        }
        self.discard_drafts(changes, lead.id, "the window changed", now).await
    }

    /// Adds that the drafts of a lead are thrown away.
    pub(crate) async fn discard_drafts(
        &self,
        mut changes: Changeset,
        lead: LeadId,
        reason: &str,
        now: Timestamp,
    ) -> Result<Changeset, Error> {
        for draft in self.drafts(changes.company, lead).await? {
            let state = MessageState::Discarded { at: now, reason: reason.to_owned() };
            let version = draft.version;
            changes = changes.change(Message { state, ..draft.value }, version);
        }
        Ok(changes)
    }

    /// The drafted confirmations of a lead that nobody released yet.
    pub(crate) async fn drafts(
        &self,
        company: CompanyId,
        lead: LeadId,
    ) -> Result<Vec<Stored<Message>>, Error> {
        let messages = self.store.messages_of(company, lead).await?;
        let waits = |message: &Stored<Message>| {
            message.value.state == MessageState::Draft && message.value.purpose == Purpose::Confirmation
        };
        Ok(messages.into_iter().filter(waits).collect())
    }

    /// Whom the company knows under the numbers that were read; a known place lends its point on the map.
    pub(crate) async fn known(&self, company: &Company, understood: &mut Understood) -> Result<Known, Error> {
        let mut known = Known::default();
        for phone in &understood.readings.phones {
            if let Some(found) =
                self.store.customers_by_phone(company.id, &phone.value).await?.into_iter().next()
            {
                known.customer = Some(found.value);
                break;
            }
        }
        let (Some(customer), Some(address)) = (&known.customer, &understood.readings.address) else {
            return Ok(known);
        };
        let line = comparable(&address.value.line);
        for location in self.store.locations_of(company.id, customer.id).await? {
            if comparable(&location.value.address.line) == line {
                understood.point = location.value.point.or(understood.point);
                understood.zone = location.value.zone.or(understood.zone);
                known.location = Some(location.value);
                break;
            }
        }
        Ok(known)
    }

    pub(crate) async fn stored_lead(&self, company: CompanyId, id: LeadId) -> Result<Stored<Lead>, Error> {
        self.store.lead(company, id).await?.ok_or_else(|| Error::not_found("lead", id))
    }

    async fn finish_only(&self, company: CompanyId, finishes: Option<Lease>) -> Result<(), Error> {
        if finishes.is_some() {
            let mut changes = Changeset::new(company);
            changes.finishes = finishes;
            self.commit(changes).await?;
        }
        Ok(())
    }
}

/// Adds a message that leaves the building.
pub(crate) fn add_queued(
    changes: Changeset,
    message: Message,
    by: Option<domain::UserId>,
    now: Timestamp,
) -> Changeset {
    let id: MessageId = message.id;
    let actor = by.map_or(Actor::Rules, |id| Actor::User { id });
    let words = format!("the confirmation to {} may leave", message.to);
    let entry = Entry::new(now, actor, EntryKind::MessageQueued, words);
    let entry = message.subjects().fold(entry, Entry::about);
    let queued = Message { state: MessageState::Queued { by, at: now, due: None }, ..message };
    changes.add(queued).send(id, now).entry(entry)
}

fn may_be_answered(lead: &Lead) -> bool {
    let state = &lead.status.state;
    if matches!(state, LeadState::Emergency | LeadState::Escalated) {
        return danger::is_unread(lead);
    }
    matches!(
        state,
        LeadState::New
            | LeadState::Collecting
            | LeadState::Ready
            | LeadState::Recommended
            | LeadState::NeedsInfo
    )
}

fn understand(lead: Lead, understood: &Understood, prepared: &Prepared) -> Lead {
    Lead {
        readings: understood.readings.clone(),
        point: understood.point,
        triage: Some(understood.triage.clone()),
        verdict: Some(prepared.verdict.clone()),
        customer: prepared.known.customer.as_ref().map(|customer| customer.id),
        location: prepared.known.location.as_ref().map(|location| location.id),
        ..lead
    }
}

/// What the job is expected to bring: with the technician of the best window, or as the catalogue says.
fn expected_value(company: &Company, triage: &domain::Triage, ranked: &[Ranked]) -> Option<Cents> {
    let typical = triage.job_type.and_then(|id| company.job_type(id)).map(|kind| kind.value.typical);
    ranked.first().map(|best| best.slot.value).or(typical)
}

fn read_words(company: &Company, understood: &Understood) -> String {
    let triage = &understood.triage;
    let kind =
        triage.job_type.and_then(|id| company.job_type(id)).map_or("unclear work", |kind| kind.name.as_str());
    let urgency = crate::names::urgency(triage.urgency);
    match triage.hazards.first() {
        Some(hazard) => format!("read as {kind}, {urgency}; danger in \u{201c}{}\u{201d}", hazard.words.text),
        None => format!("read as {kind}, {urgency}"),
    }
}

fn missing_words(understood: &Understood, question: Option<&str>) -> String {
    match (understood.triage.gaps.first(), question) {
        (Some(_), Some(question)) => format!("ask: {question}"),
        (Some(gap), None) => format!("a booking still needs: {}", crate::names::gap(*gap).replace('_', " ")),
        (None, _) => "no window fits; a person decides".to_owned(),
    }
}

/// A line of an address without what people write in different ways.
fn comparable(line: &str) -> String {
    line.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ')
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
