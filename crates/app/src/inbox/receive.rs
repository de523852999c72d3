//! A contact comes in. It is stored, with its raw payload, before anybody is told that it was.

use super::confirmation::Language;
use super::danger;
use crate::App;
use crate::error::{Error, Kind};
use crate::view::{FormRequest, Received};
use domain::lead::{Sender, Status};
use domain::{
    Actor, Channel, Company, CompanyId, ContactEvent, ContactEventId, Entry, EntryKind, Lead, LeadId,
    LeadState, Readings, SignedDuration, Speaker, Subject, Timestamp, Turn,
};
use store::{Changeset, CommitError, NewKey, Noun, OnlyIf};

/// The same contact with the same words within this time is the same request, sent again.
const REPEATED_WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// Longest message of a form, in characters. Ours: three pages; a transcript comes another way.
const LONGEST_MESSAGE: usize = 20_000;
/// Longest other field of a form, in characters.
const LONGEST_FIELD: usize = 500;

/// What the public form shows of a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormPage {
    /// Its name.
    pub name: String,
    /// Its name in web addresses.
    pub slug: String,
    /// Its phone as people write it; empty when it has none.
    pub phone: String,
}

/// A contact as a channel delivers it.
#[derive(Debug, Clone)]
pub(crate) struct Contact {
    pub(crate) channel: Channel,
    pub(crate) raw: String,
    pub(crate) turns: Vec<Turn>,
    pub(crate) sender: Sender,
    pub(crate) received: Timestamp,
    pub(crate) idempotency_key: Option<String>,
}

impl App {
    /// The company behind a public form.
    ///
    /// # Errors
    /// `not_found` when there is no such company.
    pub async fn form_company(&self, slug: &str) -> Result<FormPage, Error> {
        let company = self.company_by_slug(slug).await?;
        Ok(FormPage {
            phone: super::confirmation::spoken(&company.phone),
            name: company.name,
            slug: company.slug,
        })
    }

    /// Takes a request from the public form. When this returns it is on disk.
    ///
    /// # Errors
    /// `not_found` for an unknown company, a field error for a part that makes no sense, `unavailable` when it could
    /// not be stored: then the sender has to try again.
    pub async fn receive_form(
        &self,
        slug: &str,
        raw: String,
        form: FormRequest,
        idempotency_key: Option<String>,
    ) -> Result<Received, Error> {
        let company = self.company_id(slug).await?;
        check_form(&form)?;
        let filled = |text: Option<String>| text.filter(|text| !intake::is_blank(text));
        let sender = Sender {
            name: filled(Some(form.name)),
            phone: filled(Some(form.phone)),
            email: filled(form.email),
            address: filled(form.address),
            preferred_time: filled(form.preferred_time),
        };
        let turns = vec![Turn { speaker: Speaker::Customer, text: form.message }];
        let received = self.now();
        let contact = Contact { channel: Channel::Form, raw, turns, sender, received, idempotency_key };
        self.receive(company, contact).await
    }

    /// Stores a contact: a new lead with a task to read it, or one more contact of the lead it repeats.
    pub(crate) async fn receive(&self, company: CompanyId, contact: Contact) -> Result<Received, Error> {
        let hazards = danger::gate(&contact.turns);
        let instruction = hazards.first().map(|hazard| hazard.instruction.clone());
        let language = Language::of(&contact.turns).code().to_owned();
        let mut lead = self.new_lead(&contact);
        let id = lead.id;
        let condition = OnlyIf::NoLead {
            fingerprint: lead.fingerprint.clone(),
            since: contact.received - REPEATED_WITHIN,
        };
        let words = format!("came in by {}", crate::names::channel(contact.channel));
        let entry = Entry::new(contact.received, Actor::Customer, EntryKind::LeadReceived, words)
            .about(Subject::Lead(id));
        let event = self.event(&contact, id);
        let task = crate::worker::read_lead(id, contact.received);
        let changes = Changeset::new(company).entry(entry).task(task).only_if(condition);
        let mut changes = self.add_dangers(changes, &mut lead, hazards).add(lead).add(event);
        changes.key = contact.idempotency_key.clone().map(|key| NewKey {
            key,
            request: contact.raw.clone(),
            answer: id.to_string(),
            at: contact.received,
        });
        match self.store.commit(changes).await {
            Ok(done) => {
                self.work.notify_one();
                let number = done.number(Noun::Lead, id.0).unwrap_or_default();
                Ok(Received { reference: format!("L{number}"), repeated: false, instruction, language })
            }
            Err(CommitError::DuplicateLead { lead }) => {
                self.add_contact(company, lead, contact, instruction).await
            }
            Err(CommitError::DuplicateKey { request, answer }) => {
                if request != contact.raw {
                    return Err(Error::new(
                        Kind::Invalid,
                        "key_reused",
                        "this Idempotency-Key was used for another request; use a new key",
                    ));
                }
                let lead = answer
                    .parse()
                    .map_err(|_| Error::internal("a stored key names no lead", answer.clone()))?;
                self.add_contact(company, lead, contact, instruction).await
            }
            Err(other) => Err(Error::from(other)),
        }
    }

    /// One more contact of a known lead.
    async fn add_contact(
        &self,
        company: CompanyId,
        lead: LeadId,
        contact: Contact,
        instruction: Option<String>,
    ) -> Result<Received, Error> {
        let language = Language::of(&contact.turns).code().to_owned();
        loop {
            let known =
                self.store.lead(company, lead).await?.ok_or_else(|| Error::not_found("lead", lead))?;
            let version = known.version;
            let mut known = known.value;
            known.contacts += 1;
            known.last_contact = known.last_contact.max(contact.received);
            let reference = format!("L{}", known.number);
            let event = self.event(&contact, lead);
            let entry = Entry::new(
                contact.received,
                Actor::Customer,
                EntryKind::ContactRepeated,
                "sent the same again",
            )
            .about(Subject::Lead(lead));
            let changes = Changeset::new(company).change(known, version).add(event).entry(entry);
            if self.try_commit(changes).await?.is_ok() {
                return Ok(Received { reference, repeated: true, instruction, language });
            }
            // Somebody wrote the lead in between: once more, on what it is now.
        }
    }

    fn new_lead(&self, contact: &Contact) -> Lead {
        Lead {
            id: LeadId(self.new_id()),
            // The store gives the next number of the company.
            number: 0,
            channel: contact.channel,
            received: contact.received,
            last_contact: contact.received,
            contacts: 1,
            fingerprint: intake::fingerprint(&contact.sender, &contact.turns),
            status: Status {
                state: LeadState::New,
                since: contact.received,
                by: Actor::Customer,
                why: "just came in".to_owned(),
            },
            owner: None,
            customer: None,
            location: None,
            readings: Readings::default(),
            point: None,
            triage: None,
            verdict: None,
        }
    }

    fn event(&self, contact: &Contact, lead: LeadId) -> ContactEvent {
        ContactEvent {
            id: ContactEventId(self.new_id()),
            lead,
            channel: contact.channel,
            received: contact.received,
            raw: contact.raw.clone(),
            turns: contact.turns.clone(),
            sender: contact.sender.clone(),
        }
    }

    async fn company_by_slug(&self, slug: &str) -> Result<Company, Error> {
        let company = self.store.company_by_slug(slug).await?;
        Ok(company.ok_or_else(|| Error::not_found("company", cut(slug)))?.value)
    }

    /// The id behind a slug. Slugs never change hands, so it is read once.
    async fn company_id(&self, slug: &str) -> Result<CompanyId, Error> {
        if let Some(known) = self.companies.read().expect("nobody panics while holding it").get(slug) {
            return Ok(*known);
        }
        let id = self.company_by_slug(slug).await?.id;
        self.companies.write().expect("nobody panics while holding it").insert(slug.to_owned(), id);
        Ok(id)
    }
}

fn check_form(form: &FormRequest) -> Result<(), Error> {
    let fields = [
        ("name", Some(&form.name), LONGEST_FIELD),
        ("phone", Some(&form.phone), LONGEST_FIELD),
        ("email", form.email.as_ref(), LONGEST_FIELD),
        ("address", form.address.as_ref(), LONGEST_FIELD),
        ("preferred_time", form.preferred_time.as_ref(), LONGEST_FIELD),
        ("message", Some(&form.message), LONGEST_MESSAGE),
    ];
    for (path, text, longest) in fields {
        if text.is_some_and(|text| text.chars().count() > longest) {
            return Err(Error::field(
                path,
                format!("is longer than {longest} characters; shorten it or call"),
            ));
        }
    }
    // A text of which nobody sees anything is as empty as none.
    if intake::is_blank(&form.message) {
        let mut error = Error::field("message", "is empty; say in a few words what you need");
        error.code = "empty_text";
        return Err(error);
    }
    let reachable = [Some(&form.phone), form.email.as_ref()].into_iter().flatten();
    let reachable = reachable.into_iter().any(|text| !intake::is_blank(text));
    if !reachable {
        return Err(Error::field("phone", "is empty; leave a phone number or an e-mail address"));
    }
    Ok(())
}

fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}
