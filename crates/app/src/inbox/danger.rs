//! Danger comes first and apart: whatever breaks, a person sees the words and what to say first.
//!
//! The gate runs when a request comes in, before it is stored, and again whenever it is read. A gate that breaks, and a
//! reading that is given up, leave a danger that nobody ruled out ([`intake::unread`]): it is treated like every other.

use crate::App;
use crate::error::Error;
use crate::names;
use crate::worker::READ_LEAD;
use domain::authority::EscalationState;
use domain::lead::Status;
use domain::reading::PersonOnly;
use domain::{
    Actor, CompanyId, Entry, EntryKind, Gap, Hazard, HazardClass, Lead, LeadId, LeadState, Subject, Triage,
    Turn, Urgency,
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;
use store::Changeset;

/// How many tasks that were given up one sweep looks at.
const BATCH: u32 = 500;

/// The dangers in a conversation. It always answers: a gate that breaks has ruled nothing out.
pub(crate) fn gate(turns: &[Turn]) -> Vec<Hazard> {
    guarded(turns, intake::gate)
}

fn guarded(turns: &[Turn], gate: impl Fn(&[Turn]) -> Vec<Hazard>) -> Vec<Hazard> {
    catch_unwind(AssertUnwindSafe(|| gate(turns))).unwrap_or_else(|_| {
        tracing::error!("the hazard gate broke; a person reads the words");
        vec![intake::unread(turns)]
    })
}

/// What is concluded from dangers alone, while nobody has read anything else.
pub(crate) fn at_first_sight(hazards: Vec<Hazard>) -> Triage {
    let danger = |hazard: &Hazard| match hazard.class {
        HazardClass::NotRead => "Not read: treat as possibly dangerous.".to_owned(),
        _ => format!("Danger in \u{201c}{}\u{201d}.", hazard.words.text),
    };
    Triage {
        urgency: Urgency::Emergency,
        job_type: None,
        zone: None,
        gaps: vec![Gap::Name, Gap::Phone, Gap::Address, Gap::JobType],
        reasons: hazards.iter().map(danger).collect(),
        hazards,
        person_only: vec![PersonOnly::NotRead],
        question: None,
    }
}

/// Whether nothing but its dangers was read of a lead yet.
pub(crate) fn is_unread(lead: &Lead) -> bool {
    lead.triage.as_ref().is_some_and(|triage| triage.person_only.contains(&PersonOnly::NotRead))
}

/// Why a person is called before anybody has read a lead.
fn why(hazards: &[Hazard]) -> String {
    match hazards.first() {
        Some(hazard) if hazard.class != HazardClass::NotRead => {
            let class = names::hazard(hazard.class).replace('_', " ");
            format!("danger: {class} (\u{201c}{}\u{201d})", hazard.words.text)
        }
        _ => "not read: treat as possibly dangerous".to_owned(),
    }
}

impl App {
    /// Adds to a lead that is about to be stored what the gate says, and a call for a person when it says anything.
    pub(crate) fn add_dangers(&self, changes: Changeset, lead: &mut Lead, hazards: Vec<Hazard>) -> Changeset {
        if hazards.is_empty() {
            return changes;
        }
        let now = lead.received;
        let (escalation, _) = self.call_a_person(lead, &hazards, why(&hazards), now);
        let words = format!("a person is called: {}", escalation.reason);
        let entry = Entry::new(now, Actor::Intake, EntryKind::Escalated, words)
            .about(Subject::Lead(lead.id))
            .about(Subject::Escalation(escalation.id));
        lead.triage = Some(at_first_sight(hazards));
        changes.add(escalation).entry(entry)
    }

    /// Gives a lead that could not be read to a person: when it is given up, and at once when its words are dangerous.
    pub(crate) async fn hand_over_unread(
        &self,
        company: CompanyId,
        lead: LeadId,
        cause: &str,
        given_up: bool,
    ) -> Result<(), Error> {
        let turns: Vec<Turn> =
            self.contacts_of(company, lead).await?.into_iter().flat_map(|one| one.turns).collect();
        let mut hazards = gate(&turns);
        if hazards.is_empty() && given_up {
            hazards.push(intake::unread(&turns));
        }
        self.hand_over(company, lead, hazards, cause).await
    }

    /// Looks for leads whose reading was given up without a word, because it took its worker down each time. Nothing
    /// looks at their words again: they might do it once more.
    pub(crate) async fn hand_over_given_up(&self) -> Result<(), Error> {
        let since = *self.seen_dead.lock().unwrap_or_else(PoisonError::into_inner);
        let dead = self.store.dead_tasks_since(since, BATCH).await?;
        for task in &dead {
            if task.kind == READ_LEAD
                && let Ok(lead) = task.payload.parse()
            {
                let turns: Vec<Turn> = self
                    .contacts_of(task.company, lead)
                    .await?
                    .into_iter()
                    .flat_map(|one| one.turns)
                    .collect();
                self.hand_over(task.company, lead, vec![intake::unread(&turns)], &task.error).await?;
            }
        }
        if let Some(last) = dead.last() {
            // The next moment, unless there may be more of this one.
            let next = if dead.len() < BATCH as usize { last.died + step() } else { last.died };
            *self.seen_dead.lock().unwrap_or_else(PoisonError::into_inner) = next;
        }
        Ok(())
    }

    async fn hand_over(
        &self,
        company: CompanyId,
        lead: LeadId,
        hazards: Vec<Hazard>,
        cause: &str,
    ) -> Result<(), Error> {
        let Some(stored) = self.store.lead(company, lead).await? else { return Ok(()) };
        let (version, mut lead, now) = (stored.version, stored.value, self.now());
        // Whom a person has in hand already needs nobody else.
        if lead.status.state != LeadState::New || hazards.is_empty() {
            return Ok(());
        }
        let words = format!("{}: it could not be read ({cause})", why(&hazards));
        let state = LeadState::Emergency;
        lead.status = Status { state, since: now, by: Actor::System, why: words.clone() };
        let mut entry =
            Entry::new(now, Actor::System, EntryKind::Escalated, words.clone()).about(Subject::Lead(lead.id));
        let mut changes = Changeset::new(company);
        if !self.has_open_escalation(company, lead.id).await? {
            let (escalation, _) = self.call_a_person(&lead, &hazards, words, now);
            entry = entry.about(Subject::Escalation(escalation.id));
            changes = changes.add(escalation);
        }
        lead.triage = Some(at_first_sight(hazards));
        self.commit(changes.change(lead, version).entry(entry)).await.map(drop)
    }

    /// Whether somebody was called about a lead, and nobody has dealt with it yet.
    pub(crate) async fn has_open_escalation(&self, company: CompanyId, lead: LeadId) -> Result<bool, Error> {
        let pending = self.store.escalations_of(company, lead).await?;
        Ok(pending.iter().any(|one| !matches!(one.value.state, EscalationState::Closed { .. })))
    }
}

/// Instants are kept in microseconds.
fn step() -> domain::SignedDuration {
    domain::SignedDuration::from_micros(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Speaker;

    #[test]
    fn a_gate_that_breaks_has_ruled_nothing_out() {
        let turns = [Turn { speaker: Speaker::Customer, text: "hello".to_owned() }];
        let hazards = guarded(&turns, |_| panic!("these words break it"));
        assert_eq!(hazards, [intake::unread(&turns)]);
        assert_eq!(why(&hazards), "not read: treat as possibly dangerous");
        assert_eq!(guarded(&turns, |_| Vec::new()), []);
    }
}
