//! What happened, as people see it.

use crate::App;
use crate::access::Who;
use crate::error::Error;
use crate::names;
use crate::view::{SubjectView, TimelineEntry};
use domain::{
    Actor, AppointmentId, CompanyId, EscalationId, EventId, JobId, LeadId, MessageId, Permission,
    ReservationId, Subject, SuggestionId, TechnicianId, UserId,
};
use store::JournalEntry;

/// How many entries one answer has at most.
const MOST: u32 = 1_000;

impl App {
    /// The journal after a position, oldest first.
    ///
    /// # Errors
    /// `forbidden`, `unavailable`.
    pub async fn journal(&self, who: &Who, after: i64, limit: u32) -> Result<Vec<TimelineEntry>, Error> {
        who.require(Permission::SeeBoard)?;
        let entries = self.store.journal_after(who.company, after, limit.clamp(1, MOST)).await?;
        self.show_entries(who.company, &entries).await
    }

    /// What happened to one thing, newest first.
    ///
    /// # Errors
    /// `forbidden`, `unavailable`, or a field error for an unknown noun.
    pub async fn timeline(&self, who: &Who, noun: &str, id: i64) -> Result<Vec<TimelineEntry>, Error> {
        who.require(Permission::SeeBoard)?;
        let subject = subject(noun, id)
            .ok_or_else(|| Error::field("noun", "use lead, job, appointment, technician, …"))?;
        self.timeline_of(who.company, &[subject]).await
    }

    /// What happened to any of several things, newest first.
    pub(crate) async fn timeline_of(
        &self,
        company: CompanyId,
        subjects: &[Subject],
    ) -> Result<Vec<TimelineEntry>, Error> {
        let mut entries: Vec<JournalEntry> = Vec::new();
        for subject in subjects {
            entries.extend(self.store.timeline(company, *subject).await?);
        }
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.position));
        entries.dedup_by_key(|entry| entry.position);
        self.show_entries(company, &entries).await
    }

    pub(crate) async fn show_entries(
        &self,
        company: CompanyId,
        entries: &[JournalEntry],
    ) -> Result<Vec<TimelineEntry>, Error> {
        let mut shown = Vec::with_capacity(entries.len());
        for entry in entries {
            let actor = self.actor_name(company, &entry.entry.actor).await?;
            let undone_by = match can_be_undone(&entry.entry) {
                true => self.undone_by(company, entry).await?.map(|by| by.position),
                false => None,
            };
            shown.push(show(entry, actor, undone_by));
        }
        Ok(shown)
    }

    /// The entry that took another one back and still holds; none when it is in force.
    pub(crate) async fn undone_by(
        &self,
        company: CompanyId,
        of: &JournalEntry,
    ) -> Result<Option<JournalEntry>, Error> {
        // What takes back is about the same things.
        let Some(subject) = of.entry.subjects.first() else { return Ok(None) };
        let later = self.store.timeline(company, *subject).await?;
        let takes_back = |by: &&JournalEntry| by.entry.undoes == Some(of.position);
        Ok(later.iter().filter(takes_back).rfind(|by| holds(by.position, &later)).cloned())
    }

    /// The last entry that changed a visit: thinking about it and telling the customer leave it as it is.
    pub(crate) async fn last_change(
        &self,
        company: CompanyId,
        visit: AppointmentId,
    ) -> Result<Option<JournalEntry>, Error> {
        use domain::EntryKind as K;
        let mut entries = self.store.timeline(company, Subject::Appointment(visit)).await?;
        entries.retain(|one| {
            !matches!(one.entry.kind, K::SuggestionMade | K::MessageQueued | K::MessageDelivered)
        });
        Ok(entries.into_iter().max_by_key(|entry| entry.position))
    }

    /// What an actor is called: a person by name, a part of the program by what it does.
    pub(crate) async fn actor_name(&self, company: CompanyId, actor: &Actor) -> Result<String, Error> {
        match actor {
            Actor::User { id } => self.name_of(company, *id).await,
            program => Ok(names::program(program).to_owned()),
        }
    }

    /// The name of a person. Names are kept, because every line of every timeline asks.
    pub(crate) async fn name_of(&self, company: CompanyId, id: UserId) -> Result<String, Error> {
        if let Some(name) = self.names.read().expect("nobody panics while holding it").get(&id) {
            return Ok(name.clone());
        }
        let name =
            self.store.user(company, id).await?.map_or_else(|| "someone".to_owned(), |user| user.value.name);
        self.names.write().expect("nobody panics while holding it").insert(id, name.clone());
        Ok(name)
    }
}

/// Whether nothing took an entry back, or what did was taken back itself.
fn holds(position: i64, later: &[JournalEntry]) -> bool {
    !later.iter().any(|by| by.entry.undoes == Some(position) && holds(by.position, later))
}

/// Whether there is a way to take an entry back: moves of the board, or a booking.
pub(crate) fn can_be_undone(entry: &domain::Entry) -> bool {
    !entry.undo.is_empty() || entry.kind == domain::EntryKind::JobBooked
}

fn show(entry: &JournalEntry, actor: String, undone_by: Option<i64>) -> TimelineEntry {
    let JournalEntry { position, entry, .. } = entry;
    TimelineEntry {
        position: *position,
        at: entry.at,
        kind: names::entry_kind(entry.kind),
        actor,
        mode: entry.mode.map(names::authority),
        reason: entry.reason.clone(),
        subjects: entry.subjects.iter().map(|subject| show_subject(*subject)).collect(),
        rule_version: entry.rule_version,
        trace: entry.trace.iter().map(crate::inbox::show_finding).collect(),
        undoable: can_be_undone(entry) && undone_by.is_none(),
        undone_by,
        undoes: entry.undoes,
    }
}

fn show_subject(subject: Subject) -> SubjectView {
    let (noun, id) = subject.parts();
    SubjectView { noun: noun.to_owned(), id: id.to_string() }
}

fn subject(noun: &str, id: i64) -> Option<Subject> {
    Some(match noun {
        "lead" => Subject::Lead(LeadId(id)),
        "job" => Subject::Job(JobId(id)),
        "appointment" => Subject::Appointment(AppointmentId(id)),
        "technician" => Subject::Technician(TechnicianId(id)),
        "event" => Subject::Event(EventId(id)),
        "reservation" => Subject::Reservation(ReservationId(id)),
        "suggestion" => Subject::Suggestion(SuggestionId(id)),
        "message" => Subject::Message(MessageId(id)),
        "escalation" => Subject::Escalation(EscalationId(id)),
        "user" => Subject::User(UserId(id)),
        _ => return None,
    })
}
