//! Calling a person, with a clock.

use crate::App;
use crate::access::Who;
use crate::error::{Error, Kind};
use crate::view::{LeadDetail, Outcome};
use domain::authority::{EscalationState, Finding};
use domain::lead::Status;
use domain::{
    Entry, EntryKind, Escalation, EscalationId, Hazard, Lead, LeadId, LeadState, Permission, SignedDuration,
    Subject, Timestamp, Verdict,
};
use store::Changeset;

/// When lives are at stake somebody calls back within this time. Source: intake reference D.1 asks for people now.
const LIFE_SAFETY_DUE: SignedDuration = SignedDuration::from_mins(2);
/// Everything else that calls a person. Source: the same list, callback target for vulnerable people.
const DUE: SignedDuration = SignedDuration::from_mins(15);
/// Findings that say how far the rules go whatever the request.
const GENERAL: [&str; 3] = ["base", "unsigned", "kill_switch"];

impl App {
    /// An escalation of a lead by a verdict, and the state it brings the lead to.
    pub(crate) fn escalation(
        &self,
        lead: &Lead,
        hazards: &[Hazard],
        verdict: &Verdict,
        now: Timestamp,
    ) -> (Escalation, LeadState) {
        // How far the rules go in general is no reason to call a person; a fact of this request is.
        let of_the_request = |finding: &&Finding| !GENERAL.contains(&finding.code.as_str());
        let ceilings = verdict.trace.iter().filter(|finding| finding.most.is_some());
        let least = ceilings.filter(of_the_request).min_by_key(|finding| finding.most);
        let reason =
            least.map_or_else(|| "a person has to decide".to_owned(), |finding| finding.words.clone());
        self.call_a_person(lead, hazards, reason, now)
    }

    /// An escalation of a lead for a reason, and the state it brings the lead to.
    pub(crate) fn call_a_person(
        &self,
        lead: &Lead,
        hazards: &[Hazard],
        reason: String,
        now: Timestamp,
    ) -> (Escalation, LeadState) {
        let life_safety = hazards.iter().any(|hazard| hazard.class.threatens_life());
        let escalation = Escalation {
            id: EscalationId(self.new_id()),
            lead: lead.id,
            reason,
            life_safety,
            raised: now,
            due: now + if life_safety { LIFE_SAFETY_DUE } else { DUE },
            state: EscalationState::Open,
        };
        let state = if hazards.is_empty() { LeadState::Escalated } else { LeadState::Emergency };
        (escalation, state)
    }

    /// Adds the end of every open escalation of a lead that a person dealt with in another way.
    pub(crate) async fn settle_escalations(
        &self,
        mut changes: Changeset,
        who: &Who,
        lead: LeadId,
        outcome: &str,
        now: Timestamp,
    ) -> Result<Changeset, Error> {
        for found in self.store.escalations_of(who.company, lead).await? {
            if matches!(found.value.state, EscalationState::Closed { .. }) {
                continue;
            }
            let state = EscalationState::Closed { by: who.user.id, at: now, outcome: outcome.to_owned() };
            let version = found.version;
            let entry = Entry::new(now, who.actor(), EntryKind::EscalationClosed, outcome)
                .about(Subject::Lead(lead))
                .about(Subject::Escalation(found.value.id));
            changes = changes.entry(entry).change(Escalation { state, ..found.value }, version);
        }
        Ok(changes)
    }

    /// A person takes an escalation.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, or `conflict` when somebody else has it.
    pub async fn take_escalation(&self, who: &Who, id: EscalationId) -> Result<LeadDetail, Error> {
        who.require(Permission::WorkInbox)?;
        let found = self
            .store
            .escalation(who.company, id)
            .await?
            .ok_or_else(|| Error::not_found("escalation", id))?;
        let version = found.version;
        let mut escalation = found.value;
        if matches!(escalation.state, EscalationState::Closed { .. }) {
            return Err(dealt_with());
        }
        if let EscalationState::Taken { by, .. } = escalation.state
            && by != who.user.id
        {
            let name = self.name_of(who.company, by).await?;
            return Err(Error::new(Kind::Conflict, "taken", format!("{name} has taken this already")));
        }
        let now = self.now();
        escalation.state = EscalationState::Taken { by: who.user.id, at: now };
        let entry =
            Entry::new(now, who.actor(), EntryKind::EscalationTaken, format!("{} takes it", who.user.name))
                .about(Subject::Lead(escalation.lead))
                .about(Subject::Escalation(id));
        let lead = escalation.lead;
        self.commit(Changeset::new(who.company).change(escalation, version).entry(entry)).await?;
        self.lead(who, lead).await
    }

    /// A person says what was done about an escalation; the lead goes on as a follow-up.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, a field error, or `conflict` when it is closed already.
    pub async fn close_escalation(
        &self,
        who: &Who,
        id: EscalationId,
        outcome: Outcome,
    ) -> Result<LeadDetail, Error> {
        who.require(Permission::WorkInbox)?;
        let outcome = outcome.outcome.trim().to_owned();
        if outcome.is_empty() {
            return Err(Error::field("outcome", "say in a sentence what was done"));
        }
        let found = self
            .store
            .escalation(who.company, id)
            .await?
            .ok_or_else(|| Error::not_found("escalation", id))?;
        let version = found.version;
        let mut escalation = found.value;
        if matches!(escalation.state, EscalationState::Closed { .. }) {
            return Err(dealt_with());
        }
        let now = self.now();
        escalation.state = EscalationState::Closed { by: who.user.id, at: now, outcome: outcome.clone() };
        let entry = Entry::new(now, who.actor(), EntryKind::EscalationClosed, outcome.clone())
            .about(Subject::Lead(escalation.lead))
            .about(Subject::Escalation(id));
        let mut changes = Changeset::new(who.company).entry(entry);
        let lead = self.stored_lead(who.company, escalation.lead).await?;
        let (lead_id, lead_version, mut lead) = (lead.value.id, lead.version, lead.value);
        if matches!(lead.status.state, LeadState::Emergency | LeadState::Escalated) {
            let state = LeadState::FollowUp { due: now };
            lead.status = Status { state, since: now, by: who.actor(), why: outcome };
            changes = changes.change(lead, lead_version);
        }
        self.commit(changes.change(escalation, version)).await?;
        self.lead(who, lead_id).await
    }
}

fn dealt_with() -> Error {
    Error::new(Kind::Conflict, "closed", "this was dealt with already; look again")
}
