//! Correcting by hand what was read.

use super::answer::Occasion;
use super::danger;
use super::lead::{busy, still_open};
use super::read;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::view::{LeadDetail, LeadEdit};
use crate::{App, email, names};
use domain::{
    Address, Company, Confidence, EntryKind, JobTypeId, LeadId, Permission, Reading, Source, Timestamp, Wish,
};

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
            let now = self.now();
            let source = Source::Person { user: who.user.id, at: now };
            let words = apply_edit(&company, &mut readings, &edit, source, now)?;
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
    now: Timestamp,
) -> Result<String, Error> {
    let mut changed = Vec::new();
    fn said<T>(value: T, source: &Source) -> Reading<T> {
        Reading { value, confidence: Confidence::CERTAIN, source: source.clone() }
    }
    let text = |path: &str, text: &str| match text.trim() {
        text if intake::is_blank(text) => Err(Error::field(path, "must not be empty")),
        long if long.chars().count() > 500 => Err(Error::field(path, "is longer than 500 characters")),
        text => Ok(text.to_owned()),
    };
    if let Some(name) = &edit.name {
        let name = text("name", name)?;
        if !name.chars().any(char::is_alphabetic) {
            return Err(Error::field("name", "has no letter; write who asks"));
        }
        readings.name = Some(said(name, &source));
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
        let email = email::checked("email", email)?;
        readings.emails.retain(|known| known.value != email);
        readings.emails.insert(0, said(email, &source));
        changed.push("e-mail");
    }
    if let Some(address) = &edit.address {
        readings.address = Some(said(address_of(&text("address", address)?)?, &source));
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
    if let Some(time) = &edit.preferred_time {
        let wishes = wishes_of(company, &text("preferred_time", time)?, now)?;
        readings.wishes = wishes.into_iter().map(|wish| said(wish, &source)).collect();
        changed.push("wished time");
    }
    if changed.is_empty() {
        return Err(Error::new(Kind::Invalid, "invalid", "nothing to change was given"));
    }
    Ok(format!("corrected {}", changed.join(", ")))
}

/// Wishes as a person types them; every word has to make sense, because the person can still be asked.
fn wishes_of(company: &Company, text: &str, now: Timestamp) -> Result<Vec<Wish>, Error> {
    let wishes = intake::wishes(company, text, now);
    let unusable = wishes.iter().find_map(|wish| match wish {
        Wish::Unusable { why } => Some(why.clone()),
        _ => None,
    });
    match unusable {
        Some(why) => Err(Error::field("preferred_time", why)),
        None if wishes.is_empty() => {
            Err(Error::field("preferred_time", "could not be read; write it as `Tuesday after 3`"))
        }
        None => Ok(wishes),
    }
}

/// An address as a person types it: the line, then city, state and ZIP behind commas.
///
/// # Errors
/// A field error when there is no house number, no street, or a ZIP code that is none.
fn address_of(text: &str) -> Result<Address, Error> {
    let wrong = |why: &str| {
        Error::field("address", format!("{why}; write it as `88 Deshler Ave, Columbus, OH 43206`"))
    };
    let mut parts = text.split(',').map(str::trim);
    let line = parts.next().unwrap_or_default().to_owned();
    if !line.chars().any(char::is_numeric) {
        return Err(wrong("has no house number"));
    }
    if line.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return Err(wrong("has no street"));
    }
    let rest: Vec<&str> = parts.flat_map(str::split_whitespace).collect();
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    // "43206-1234": the first five place it.
    let zip_of = |word: &&str| match word.split_once('-') {
        Some((five, four)) if digits(four) && four.len() == 4 => five.to_owned(),
        _ => (*word).to_owned(),
    };
    let is_zip = |word: &&str| zip_of(word).len() == 5 && digits(&zip_of(word));
    let is_state = |word: &&str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    if rest.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()) && !is_zip(word)) {
        return Err(wrong("has a ZIP code that is none"));
    }
    Ok(Address {
        line,
        zip: rest.iter().rfind(|word| is_zip(word)).map(zip_of).unwrap_or_default(),
        state: rest.iter().copied().rfind(is_state).unwrap_or_default().to_uppercase(),
        city: rest.into_iter().filter(|word| !is_zip(word) && !is_state(word)).collect::<Vec<_>>().join(" "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_number_a_street_and_a_zip_that_is_one() {
        let check = |text: &str, expected: &str| {
            let shown = match address_of(text) {
                Ok(address) => {
                    format!("{} | {} | {} | {}", address.line, address.city, address.state, address.zip)
                }
                Err(error) => error.detail.split(';').next().unwrap_or_default().to_owned(),
            };
            assert_eq!(shown, expected, "{text}");
        };
        check("88 Deshler Ave, Columbus, OH 43206", "88 Deshler Ave | Columbus | OH | 43206");
        check("88 Deshler Ave, Columbus OH 43206-1234", "88 Deshler Ave | Columbus | OH | 43206");
        check("519 Kossuth Street", "519 Kossuth Street |  |  | ");
        check("88 Deshler Ave apt 4, Columbus", "88 Deshler Ave apt 4 | Columbus |  | ");
        check("Deshler Ave, Columbus", "`address`: has no house number");
        check("88, Columbus", "`address`: has no street");
        check("88 Deshler Ave, Columbus, OH 4320", "`address`: has a ZIP code that is none");
        check("88 Deshler Ave, Columbus, OH 432066", "`address`: has a ZIP code that is none");
    }
}
