//! Messages on their way out: written, released by a person, held back for a moment, taken back.

use super::confirmation::{Language, Letter};
use super::{named, read, show};
use crate::App;
use crate::access::Who;
use crate::change::TRIES;
use crate::error::{Error, Kind};
use crate::view::{MessageRelease, MessageView, Notice};
use domain::{
    Actor, ArrivalWindow, Board, Company, CompanyId, Entry, EntryKind, Lead, LeadId, Message, MessageId,
    MessageState, Permission, Purpose, Timestamp, UserId, Visit,
};
use store::{Changeset, OutboxChange, Stored};

/// Longest text of a message, in characters: ten text messages.
pub(crate) const LONGEST_MESSAGE: usize = 1_600;

impl App {
    /// The language a lead's customer writes in; English when they have not written.
    pub(crate) async fn language_of(
        &self,
        company: CompanyId,
        lead: Option<LeadId>,
    ) -> Result<Language, Error> {
        let Some(lead) = lead else { return Ok(Language::English) };
        Ok(Language::of(&read::turns(&self.contacts_of(company, lead).await?)))
    }

    /// A draft of the message that confirms a window; none when there is no way to reach them. It takes back what they
    /// were told before, if they were.
    pub(crate) async fn confirmation(
        &self,
        company: &Company,
        lead: &Lead,
        window: ArrivalWindow,
    ) -> Result<Option<Message>, Error> {
        let Some(to) = reach(lead) else { return Ok(None) };
        let text = self.confirming(company.id, lead).await?.text(company, lead, window);
        Ok(Some(Message {
            id: MessageId(self.new_id()),
            lead: Some(lead.id),
            appointment: None,
            purpose: Purpose::Confirmation,
            to,
            text,
            state: MessageState::Draft,
        }))
    }

    /// How a window is confirmed to the customer of a lead.
    pub(crate) async fn confirming(&self, company: CompanyId, lead: &Lead) -> Result<Confirming, Error> {
        let language = self.language_of(company, Some(lead.id)).await?;
        let told = self.store.messages_of(company, lead.id).await?;
        let corrects = told.iter().any(|one| {
            one.value.purpose == Purpose::Confirmation && matches!(one.value.state, MessageState::Sent { .. })
        });
        Ok(Confirming { language, corrects })
    }

    /// Sends a message that waits for a person.
    ///
    /// # Errors
    /// `forbidden`, `not_found`, a field error; `already_decided` when it is no draft any more; `goes_with_approval` for
    /// a confirmation whose booking waits; `text_names_another_window`.
    pub async fn release_message(
        &self,
        who: &Who,
        id: MessageId,
        release: MessageRelease,
    ) -> Result<MessageView, Error> {
        who.require(Permission::Approve)?;
        let text = typed(release.text)?;
        for _ in 0..TRIES {
            let stored = self.draft(who, id).await?;
            let (version, mut message) = (stored.version, stored.value);
            let company = self.company_of(who.company).await?.value;
            if message.purpose == Purpose::Confirmation {
                let detail = "this confirmation leaves with its booking: approve that";
                return Err(Error::new(Kind::Refused, "goes_with_approval", detail));
            }
            let mut changes = Changeset::new(who.company);
            let now = self.now();
            if let Some(text) = text.clone() {
                message.text = text;
            }
            if let Some(visit) = message.appointment
                && message.purpose == Purpose::Reschedule
                && let Some(visit) = self.store.appointment(who.company, visit).await?
            {
                let edited = text.as_deref().filter(|_| !release.message_confirmed);
                check_window(&company, edited, visit.value.window, now)?;
                let (version, mut visit) = (visit.version, visit.value);
                visit.told = Some(now);
                changes = changes.change(visit, version);
            }
            let due = now + company.settings.hold_back;
            changes = changes.send(id, due).entry(queued_entry(&message, who.actor(), now));
            message.state = MessageState::Queued { by: Some(who.user.id), at: now, due: Some(due) };
            let view = show::message(&message);
            if self.try_commit(changes.change(message, version)).await?.is_ok() {
                return Ok(view);
            }
        }
        Err(super::busy())
    }

    /// Throws a message away that waits for a person.
    ///
    /// # Errors
    /// As [`App::release_message`].
    pub async fn discard_message(&self, who: &Who, id: MessageId) -> Result<MessageView, Error> {
        who.require(Permission::Approve)?;
        let stored = self.draft(who, id).await?;
        let (version, mut message, now) = (stored.version, stored.value, self.now());
        let words = format!("the message to {} was thrown away", message.to);
        let entry = Entry::new(now, who.actor(), EntryKind::MessageWithdrawn, words);
        let entry = message.subjects().fold(entry, Entry::about);
        let reason = format!("{} threw it away", who.user.name);
        message.state = MessageState::Discarded { at: now, reason };
        let view = show::message(&message);
        self.commit(Changeset::new(who.company).change(message, version).entry(entry)).await?;
        Ok(view)
    }

    async fn draft(&self, who: &Who, id: MessageId) -> Result<Stored<Message>, Error> {
        let stored = self.store.message(who.company, id).await?;
        let stored = stored.ok_or_else(|| Error::not_found("message", id))?;
        if stored.value.state == MessageState::Draft {
            return Ok(stored);
        }
        let state = show::message(&stored.value).state;
        Err(Error::new(Kind::Conflict, "already_decided", format!("this message is {state} already")))
    }

    /// Takes messages back: drafts and what is held back are thrown away; what was sent, or may be leaving in this very
    /// moment, gets a correction that waits for a person. Returns what became of them, in words.
    pub(crate) fn take_back(
        &self,
        mut changes: Changeset,
        messages: Vec<Stored<Message>>,
        correction: &str,
        by: &Actor,
        now: Timestamp,
    ) -> (Changeset, Vec<String>) {
        let mut words = Vec::new();
        for stored in messages {
            let (version, message) = (stored.version, stored.value);
            let leaves = !matches!(self.messenger.name(), "not_configured");
            let gone = match &message.state {
                MessageState::Draft => false,
                MessageState::Queued { at, due, .. } => {
                    changes.outbox.push(OutboxChange::Withdraw(message.id));
                    // A sender may have it in hand: nobody can say that it did not leave.
                    let may_be_leaving = leaves && due.unwrap_or(*at) <= now;
                    words.push(match may_be_leaving {
                        true => {
                            format!("the message to {} may have left: a correction is drafted", message.to)
                        }
                        false => format!("the message to {} was withdrawn unsent", message.to),
                    });
                    may_be_leaving
                }
                MessageState::Sent { .. } => {
                    words.push(format!("the message to {} was sent: a correction is drafted", message.to));
                    true
                }
                MessageState::Failed { .. } | MessageState::Discarded { .. } => continue,
            };
            if gone {
                let draft = Message {
                    id: MessageId(self.new_id()),
                    purpose: Purpose::Correction,
                    text: correction.to_owned(),
                    state: MessageState::Draft,
                    ..message.clone()
                };
                let what = format!("a correction to {} waits for a person", draft.to);
                let entry = Entry::new(now, by.clone(), EntryKind::MessageDrafted, what);
                changes = changes.entry(draft.subjects().fold(entry, Entry::about)).add(draft);
            }
            if !matches!(message.state, MessageState::Sent { .. }) {
                let state = MessageState::Discarded { at: now, reason: "taken back".to_owned() };
                changes = changes.change(Message { state, ..message }, version);
            }
        }
        (changes, words)
    }

    /// A message to the customer of a visit; none when there is no way to reach them.
    pub(crate) fn message_about(&self, visit: &Visit, purpose: Purpose, text: String) -> Option<Message> {
        let to = visit.customer.phones.first().or_else(|| visit.customer.emails.first())?.clone();
        Some(Message {
            id: MessageId(self.new_id()),
            lead: visit.job.lead,
            appointment: Some(visit.appointment.id),
            purpose,
            to,
            text,
            state: MessageState::Draft,
        })
    }
}

/// How a window is confirmed to somebody.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Confirming {
    language: Language,
    /// Whether they were told another window before.
    corrects: bool,
}

impl Confirming {
    /// The text for a window.
    pub(crate) fn text(self, company: &Company, lead: &Lead, window: ArrivalWindow) -> String {
        Letter::to_lead(company, lead, self.language).confirms(window, self.corrects)
    }
}

/// Where the customer of a lead is reached: by phone, else by e-mail.
pub(crate) fn reach(lead: &Lead) -> Option<String> {
    let phone = lead.readings.phones.first().map(|phone| phone.value.clone());
    phone.or_else(|| lead.readings.emails.first().map(|email| email.value.clone()))
}

/// A text that a person typed; none when they typed nothing.
pub(crate) fn typed(text: Option<String>) -> Result<Option<String>, Error> {
    match text.map(|text| text.trim().to_owned()) {
        Some(text) if text.chars().count() > LONGEST_MESSAGE => {
            Err(Error::field("message", format!("is longer than {LONGEST_MESSAGE} characters")))
        }
        text => Ok(text.filter(|text| !text.is_empty())),
    }
}

/// Refuses a text that names another day or hour than the window; nothing is said against no text.
pub(crate) fn check_window(
    company: &Company,
    text: Option<&str>,
    window: ArrivalWindow,
    now: Timestamp,
) -> Result<(), Error> {
    let zone = company.zone_of_time();
    let Some(other) = text.and_then(|text| named::other_than(text, window, now, &zone)) else {
        return Ok(());
    };
    let booked = super::confirmation::spoken_window(company, Language::English, window);
    let title = format!("The text says \u{201c}{other}\u{201d}, the window is {booked}");
    let next = "Correct the text, or send it as it is.";
    let mut error = Error::new(Kind::Refused, "text_names_another_window", format!("{title}. {next}"));
    error.notice = Some(Notice {
        code: "text_names_another_window".to_owned(),
        title,
        evidence: vec![format!("the text: {other}"), format!("the window: {booked}")],
        next: next.to_owned(),
        action: None,
    });
    Err(error)
}

/// Adds a message that a person released; it leaves once it was held back.
pub(crate) fn release(
    changes: Changeset,
    company: &Company,
    message: Message,
    by: UserId,
    now: Timestamp,
) -> Changeset {
    let due = now + company.settings.hold_back;
    let entry = queued_entry(&message, Actor::User { id: by }, now);
    let id = message.id;
    let state = MessageState::Queued { by: Some(by), at: now, due: Some(due) };
    changes.add(Message { state, ..message }).send(id, due).entry(entry)
}

fn queued_entry(message: &Message, by: Actor, now: Timestamp) -> Entry {
    let what = match message.purpose {
        Purpose::Confirmation => "confirmation",
        Purpose::Reschedule => "new window",
        Purpose::Correction => "correction",
    };
    let words = format!("the {what} to {} may leave", message.to);
    message.subjects().fold(Entry::new(now, by, EntryKind::MessageQueued, words), Entry::about)
}

/// The visit of a board.
pub(crate) fn visit_on(board: &Board, id: domain::AppointmentId) -> Result<Visit, Error> {
    board.visit(id).cloned().ok_or_else(|| Error::not_found("visit", id))
}
