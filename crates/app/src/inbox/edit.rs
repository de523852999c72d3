//! Correcting by hand what was read.

use super::answer::Occasion;
use super::danger;
use super::lead::{busy, still_open};
use super::read;
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::names;
use crate::view::{LeadDetail, LeadEdit};
use domain::{Address, Company, Confidence, EntryKind, JobTypeId, LeadId, Permission, Reading, Source};

impl App {
    /// Corrects what was read; the lead is triaged again and windows are looked for again. Nothing is booked by it.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, a field error, or `conflict` when the lead cannot be changed any more.
    pub async fn edit_lead(&self, who: &Who, id: LeadId, edit: LeadEdit) -> Result<LeadDetail, Error> {
        who.require(Permission::WorkInbox)?;
        for _ in 0..TRIES {
            let lead = self.stored_lead(who.company, id).await?;
            still_open(&lead.value)?;
            let company = self.company_of(who.company).await?.value;
            let contacts = self.contacts_of(who.company, id).await?;
            let turns = read::turns(&contacts);
            let mut readings = lead.value.readings.clone();
            let words = apply_edit(
                &company,
                &mut readings,
                &edit,
                Source::Person { user: who.user.id, at: self.now() },
            )?;
            let hazards = danger::gate(&turns);
            let understood = read::conclude(&company, readings, &hazards, &turns, &self.places);
            let occasion = Occasion {
                by: who.actor(),
                kind: EntryKind::LeadEdited,
                words,
                finishes: None,
                corrected: true,
            };
            if self.answer(who.company, lead, understood, occasion).await?.is_ok() {
                return self.lead(who, id).await;
            }
        }
        Err(busy())
    }
}

/// Puts a person's corrections into the readings; returns what was corrected, in words.
fn apply_edit(
    company: &Company,
    readings: &mut domain::Readings,
    edit: &LeadEdit,
    source: Source,
) -> Result<String, Error> {
    let mut changed = Vec::new();
    fn said<T>(value: T, source: &Source) -> Reading<T> {
        Reading { value, confidence: Confidence::CERTAIN, source: source.clone() }
    }
    let text = |path: &str, text: &str| match text.trim() {
        "" => Err(Error::field(path, "must not be empty")),
        long if long.chars().count() > 500 => Err(Error::field(path, "is longer than 500 characters")),
        text => Ok(text.to_owned()),
    };
    if let Some(name) = &edit.name {
        readings.name = Some(said(text("name", name)?, &source));
        changed.push("name");
    }
    if let Some(phone) = &edit.phone {
        let phone = intake::phone::normalise(phone)
            .ok_or_else(|| Error::field("phone", "is not a phone number; write it as 614-555-0142"))?;
        readings.phones.retain(|known| known.value != phone);
        readings.phones.insert(0, said(phone, &source));
        changed.push("phone");
    }
    if let Some(email) = &edit.email {
        readings.emails.insert(0, said(text("email", email)?, &source));
        changed.push("e-mail");
    }
    if let Some(address) = &edit.address {
        readings.address = Some(said(address_of(&text("address", address)?), &source));
        changed.push("address");
    }
    if let Some(id) = &edit.job_type_id {
        let id: JobTypeId = id.parse().map_err(|_| Error::field("job_type_id", "is not an id"))?;
        let kind =
            company.job_type(id).ok_or_else(|| Error::field("job_type_id", "is not in the catalogue"))?;
        readings.trade = Some(said(kind.trade, &source));
        readings.job_type = Some(said(id, &source));
        changed.push("job type");
    }
    if let Some(urgency) = &edit.urgency {
        let urgency = names::urgency_of(urgency)
            .ok_or_else(|| Error::field("urgency", "use emergency, urgent, routine or none"))?;
        readings.urgency = Some(said(urgency, &source));
        changed.push("urgency");
    }
    if changed.is_empty() {
        return Err(Error::new(Kind::Invalid, "invalid", "nothing to change was given"));
    }
    Ok(format!("corrected {}", changed.join(", ")))
}

/// An address as a person types it: the line, then city, state and ZIP behind commas.
fn address_of(text: &str) -> Address {
    let mut parts = text.split(',').map(str::trim);
    let line = parts.next().unwrap_or_default().to_owned();
    let rest: Vec<&str> = parts.flat_map(str::split_whitespace).collect();
    let is_zip = |word: &&str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_state = |word: &&str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    Address {
        line,
        zip: rest.iter().copied().rfind(is_zip).unwrap_or_default().to_owned(),
        state: rest.iter().copied().rfind(is_state).unwrap_or_default().to_uppercase(),
        city: rest.into_iter().filter(|word| !is_zip(word) && !is_state(word)).collect::<Vec<_>>().join(" "),
    }
}
