//! Leads and their contacts.

use super::{Noun, Stored, kept, stored_all};
use crate::Store;
use crate::engine::{Connection, Value, statements, values};
use crate::error::{Halt, StoreError};
use domain::{CompanyId, ContactEvent, ContactEventId, Lead, LeadId, Timestamp, UserId};
use std::collections::BTreeSet;

kept!(Lead => Noun::Lead, "lead", |lead| lead.id.0, {
    "number" "$6": lead.number,
    "state" "$7": lead.status.state.name(),
    "open" "$8": lead.status.state.is_open(),
    "received" "$9": lead.received,
    "last_contact" "$10": lead.last_contact,
    "fingerprint" "$11": lead.fingerprint.as_str(),
    "owner" "$12": lead.owner.map(|user| user.0),
});
kept!(ContactEvent => Noun::Contact, "contact", |contact| contact.id.0, {
    "lead" "$6": contact.lead.0, "received" "$7": contact.received,
});

statements! {
    LEADS:
        "SELECT version, body FROM lead WHERE company = $1
           AND (CAST($2 AS BIGINT) IS NULL OR open = $2)
           AND (CAST($3 AS TEXT) IS NULL OR state = $3)
           AND (CAST($4 AS BIGINT) IS NULL OR owner = $4)
         ORDER BY open DESC, last_contact DESC, id DESC LIMIT $5";
    COUNT_OPEN: "SELECT COUNT(*) FROM lead WHERE company = $1 AND open = 1";
    CONTACTS: "SELECT version, body FROM contact WHERE company = $1 AND lead = $2 ORDER BY received, id";
    LAST_BY_FINGERPRINT:
        "SELECT id FROM lead WHERE company = $1 AND fingerprint = $2 AND last_contact >= $3
         ORDER BY last_contact DESC LIMIT 1";
    FORGET_PHONES: "DELETE FROM lead_phone WHERE company = $1 AND lead = $2";
    ADD_PHONE: "INSERT INTO lead_phone (company, phone, lead) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    BY_PHONE:
        "SELECT lead.version, lead.body FROM lead_phone
         JOIN lead ON lead.company = lead_phone.company AND lead.id = lead_phone.lead
         WHERE lead_phone.company = $1 AND lead_phone.phone = $2 AND lead.last_contact >= $3
         ORDER BY lead.last_contact DESC, lead.id DESC";
}

/// Which leads to list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeadFilter {
    /// Only open ones, or only others; none for both.
    pub open: Option<bool>,
    /// Only those in a state, by its stable name.
    pub state: Option<&'static str>,
    /// Only those of an owner.
    pub owner: Option<UserId>,
    /// How many at most.
    pub limit: u32,
}

/// Keeps the phones that were read in a lead findable.
pub(crate) async fn index_phones(
    connection: &mut Connection,
    company: i64,
    lead: &Lead,
    is_new: bool,
) -> Result<(), Halt> {
    if !is_new {
        connection.run(FORGET_PHONES, values![company, lead.id.0]).await?;
    }
    let phones: BTreeSet<&str> = lead.readings.phones.iter().map(|phone| phone.value.as_str()).collect();
    for phone in phones {
        connection.run(ADD_PHONE, values![company, phone, lead.id.0]).await?;
    }
    Ok(())
}

/// The lead with a fingerprint that was last heard of at or after `since`, the latest if several.
pub(crate) async fn repeated(
    connection: &mut Connection,
    company: i64,
    fingerprint: &str,
    since: Timestamp,
) -> Result<Option<LeadId>, sqlx::Error> {
    let row = connection.one(LAST_BY_FINGERPRINT, values![company, fingerprint, since]).await?;
    Ok(row.map(|row| row.int(0)).transpose()?.map(LeadId))
}

impl Store {
    /// A lead.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn lead(&self, company: CompanyId, id: LeadId) -> Result<Option<Stored<Lead>>, StoreError> {
        self.get(company, id.0).await
    }

    /// Leads, open ones first, then the latest contact first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn leads(
        &self,
        company: CompanyId,
        filter: LeadFilter,
    ) -> Result<Vec<Stored<Lead>>, StoreError> {
        let wanted = [
            Value::from(company.0),
            Value::from(filter.open.map(i64::from)),
            Value::from(filter.state.map(str::to_owned)),
            Value::from(filter.owner.map(|user| user.0)),
            Value::from(filter.limit),
        ];
        stored_all(&self.rows(LEADS, &wanted).await?)
    }

    /// How many leads are open.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn open_leads(&self, company: CompanyId) -> Result<i64, StoreError> {
        let rows = self.rows(COUNT_OPEN, values![company.0]).await?;
        Ok(rows.first().map(|row| row.int(0)).transpose()?.unwrap_or(0))
    }

    /// The contacts of a lead, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn contacts(
        &self,
        company: CompanyId,
        lead: LeadId,
    ) -> Result<Vec<Stored<ContactEvent>>, StoreError> {
        stored_all(&self.rows(CONTACTS, values![company.0, lead.0]).await?)
    }

    /// One contact.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn contact(
        &self,
        company: CompanyId,
        id: ContactEventId,
    ) -> Result<Option<Stored<ContactEvent>>, StoreError> {
        self.get(company, id.0).await
    }

    /// The leads in which a phone (E.164) was read, heard of at or after `since`; latest contact first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn leads_by_phone(
        &self,
        company: CompanyId,
        phone: &str,
        since: Timestamp,
    ) -> Result<Vec<Stored<Lead>>, StoreError> {
        stored_all(&self.rows(BY_PHONE, values![company.0, phone, since]).await?)
    }
}
