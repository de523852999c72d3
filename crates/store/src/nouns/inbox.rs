//! What goes out to customers and what comes up to people: messages and escalations.

use super::{Noun, Stored, kept, stored_all};
use crate::Store;
use crate::engine::{statements, values};
use crate::error::StoreError;
use domain::authority::EscalationState;
use domain::{CompanyId, Escalation, EscalationId, LeadId, Message, MessageId, MessageState};

kept!(Message => Noun::Message, "message", |message| message.id.0, {
    // No id is 0: it stands for none.
    "lead" "$6": message.lead.map_or(0, |lead| lead.0),
    "state" "$7": match message.state {
        MessageState::Draft => "draft",
        MessageState::Queued { .. } => "queued",
        MessageState::Sent { .. } => "sent",
        MessageState::Failed { .. } => "failed",
        MessageState::Discarded { .. } => "discarded",
    },
});
kept!(Escalation => Noun::Escalation, "escalation", |escalation| escalation.id.0, {
    "lead" "$6": escalation.lead.0,
    "state" "$7": match escalation.state {
        EscalationState::Open => "open",
        EscalationState::Taken { .. } => "taken",
        EscalationState::Closed { .. } => "closed",
    },
    "life_safety" "$8": escalation.life_safety,
    "due" "$9": escalation.due,
});

statements! {
    MESSAGES_OF: "SELECT version, body FROM message WHERE company = $1 AND lead = $2 ORDER BY id";
    ESCALATIONS_OF: "SELECT version, body FROM escalation WHERE company = $1 AND lead = $2 ORDER BY id";
    PENDING:
        "SELECT version, body FROM escalation WHERE company = $1 AND state IN ('open', 'taken')
         ORDER BY life_safety DESC, due, id";
}

impl Store {
    /// A message.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn message(
        &self,
        company: CompanyId,
        id: MessageId,
    ) -> Result<Option<Stored<Message>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The messages about a lead, oldest id first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn messages_of(
        &self,
        company: CompanyId,
        lead: LeadId,
    ) -> Result<Vec<Stored<Message>>, StoreError> {
        stored_all(&self.rows(MESSAGES_OF, values![company.0, lead.0]).await?)
    }

    /// An escalation.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn escalation(
        &self,
        company: CompanyId,
        id: EscalationId,
    ) -> Result<Option<Stored<Escalation>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The escalations of a lead, oldest id first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn escalations_of(
        &self,
        company: CompanyId,
        lead: LeadId,
    ) -> Result<Vec<Stored<Escalation>>, StoreError> {
        stored_all(&self.rows(ESCALATIONS_OF, values![company.0, lead.0]).await?)
    }

    /// The escalations that are open or taken: life-safety first, then by when a person should have taken them.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn pending_escalations(
        &self,
        company: CompanyId,
    ) -> Result<Vec<Stored<Escalation>>, StoreError> {
        stored_all(&self.rows(PENDING, values![company.0]).await?)
    }
}
