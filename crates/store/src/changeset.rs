//! Changes as data: everything that one use case writes, committed together or not at all.

use crate::nouns::{Noun, Record};
use crate::outbox::OutboxChange;
use crate::tasks::{Lease, NewTask};
use domain::{
    CompanyId, Entry, EventId, MessageId, ShiftId, Span, SuggestionState, TechnicianId, Timestamp, UserId,
};

/// Everything that one use case writes for one company.
///
/// Records and removals need at least one journal entry; tasks, outbox rows and keys alone need none. The changes are
/// written into the journal with the first entry. A changeset holds some thousand records at most: an import is many
/// changesets.
#[derive(Debug, Clone, PartialEq)]
pub struct Changeset {
    /// For which company.
    pub company: CompanyId,
    /// Records to write, in this order.
    pub puts: Vec<Put>,
    /// Records to remove.
    pub removes: Vec<Remove>,
    /// What happened, in words; the first entry carries the changes.
    pub entries: Vec<Entry>,
    /// Changes to the outbox.
    pub outbox: Vec<OutboxChange>,
    /// Tasks to do later.
    pub tasks: Vec<NewTask>,
    /// What has to hold when it is committed.
    pub only_if: Vec<OnlyIf>,
    /// The idempotency key to remember; refused when it is known.
    pub key: Option<NewKey>,
    /// The task that is finished with this; refused when another worker has it now.
    pub finishes: Option<Lease>,
    /// Password hashes to set.
    pub passwords: Vec<(UserId, String)>,
    /// People whose sessions and one-time links end.
    pub sign_outs: Vec<SignOut>,
}

/// A person whose sessions and one-time links end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOut {
    /// Who.
    pub user: UserId,
    /// The token hash of the one session that goes on, such as that of the person who asks for it.
    pub except: Option<Vec<u8>>,
}

/// A record to write, and what must stand there now.
#[derive(Debug, Clone, PartialEq)]
pub struct Put {
    /// The record. A lead or job with number 0 gets the next number of the company; a suggestion accepted at position 0
    /// gets the position of the first entry.
    pub record: Record,
    /// What must stand there now.
    pub expect: Expect,
}

/// What must stand in the database for a record to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// Nothing: the record is new.
    New,
    /// The record as it was at this journal position: it was not written since. A [`version`](crate::Stored) of the record or the
    /// position of a board are both good.
    AsOf(i64),
    /// Anything or nothing.
    Any,
}

/// A record to remove. Only calendars forget; everything else stays, in a state that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remove {
    /// A shift.
    Shift(ShiftId),
    /// A non-job event.
    Event(EventId),
}

/// What has to hold when a changeset is committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnlyIf {
    /// No lead with this fingerprint was heard of at or after `since`; else [`DuplicateLead`](crate::CommitError::DuplicateLead).
    NoLead {
        /// The fingerprint.
        fingerprint: String,
        /// From when on it counts as the same request.
        since: Timestamp,
    },
    /// Nothing of the company was written after this position; else [`Moved`](crate::CommitError::Moved).
    NothingSince(i64),
    /// No span of these technicians that touches `within` was written after a position: the neighbours, and so the drives
    /// between them, are still those of the board that was read; else [`Moved`](crate::CommitError::Moved).
    DaysAsOf {
        /// Whose days.
        technicians: Vec<TechnicianId>,
        /// Which days.
        within: Span,
        /// The position of the board.
        position: i64,
    },
    /// The newest version of the rules is `rules`, 0 when there is none, and the company with its settings was not
    /// written after `settings`: an automatic act that was decided by them is still allowed by what is in force; else
    /// [`Moved`](crate::CommitError::Moved).
    RulesAsOf {
        /// The version of the rules.
        rules: u32,
        /// The version of the company's row, or the position of a board.
        settings: i64,
    },
}

/// An idempotency key to remember.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    /// The key as the client sent it.
    pub key: String,
    /// What was asked, such as a hash of the request: the same key with another request is a mistake of the client.
    pub request: String,
    /// What was answered, as much as the caller needs to answer again: an id will do.
    pub answer: String,
    /// When.
    pub at: Timestamp,
}

/// What was committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The journal position of the first entry; the position of the company when there was no entry.
    pub first: i64,
    /// The journal position of the last entry; the position of the company when there was no entry.
    pub position: i64,
    /// The numbers that leads and jobs got, by id.
    pub numbers: Vec<(Noun, i64, u32)>,
}

impl Committed {
    /// The number that a new lead or job got.
    pub fn number(&self, noun: Noun, id: i64) -> Option<u32> {
        self.numbers.iter().find(|(of, which, _)| (*of, *which) == (noun, id)).map(|(_, _, number)| *number)
    }
}

impl Changeset {
    /// Nothing yet, for a company.
    pub fn new(company: CompanyId) -> Changeset {
        Changeset {
            company,
            puts: Vec::new(),
            removes: Vec::new(),
            entries: Vec::new(),
            outbox: Vec::new(),
            tasks: Vec::new(),
            only_if: Vec::new(),
            key: None,
            finishes: None,
            passwords: Vec::new(),
            sign_outs: Vec::new(),
        }
    }

    /// Also a record that must not exist yet.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "it adds a record, nobody adds changesets up")]
    pub fn add(mut self, record: impl Into<Record>) -> Changeset {
        self.puts.push(Put { record: record.into(), expect: Expect::New });
        self
    }

    /// Also a record that was not written since a position.
    #[must_use]
    pub fn change(mut self, record: impl Into<Record>, as_of: i64) -> Changeset {
        self.puts.push(Put { record: record.into(), expect: Expect::AsOf(as_of) });
        self
    }

    /// Also a record, whatever stands there now.
    #[must_use]
    pub fn set(mut self, record: impl Into<Record>) -> Changeset {
        self.puts.push(Put { record: record.into(), expect: Expect::Any });
        self
    }

    /// Also the removal of a record.
    #[must_use]
    pub fn remove(mut self, which: Remove) -> Changeset {
        self.removes.push(which);
        self
    }

    /// Also a journal entry.
    #[must_use]
    pub fn entry(mut self, entry: Entry) -> Changeset {
        self.entries.push(entry);
        self
    }

    /// Also a task.
    #[must_use]
    pub fn task(mut self, task: NewTask) -> Changeset {
        self.tasks.push(task);
        self
    }

    /// Also a message that leaves the building from `due` on.
    #[must_use]
    pub fn send(mut self, message: MessageId, due: Timestamp) -> Changeset {
        self.outbox.push(OutboxChange::Queue { message, due });
        self
    }

    /// Also a password hash of a user.
    #[must_use]
    pub fn password(mut self, user: UserId, hash: impl Into<String>) -> Changeset {
        self.passwords.push((user, hash.into()));
        self
    }

    /// Also the end of a person's sessions and one-time links, but for one session.
    #[must_use]
    pub fn sign_out(mut self, user: UserId, except: Option<Vec<u8>>) -> Changeset {
        self.sign_outs.push(SignOut { user, except });
        self
    }

    /// Also an idempotency key.
    #[must_use]
    pub fn key(mut self, key: NewKey) -> Changeset {
        self.key = Some(key);
        self
    }

    /// Also a condition.
    #[must_use]
    pub fn only_if(mut self, condition: OnlyIf) -> Changeset {
        self.only_if.push(condition);
        self
    }
}

impl Remove {
    /// What kind of record it is, and its id.
    pub fn parts(self) -> (Noun, i64) {
        match self {
            Remove::Shift(id) => (Noun::Shift, id.0),
            Remove::Event(id) => (Noun::Event, id.0),
        }
    }
}

/// A record is accepted at the position that its own commit gets; the caller cannot know it, so 0 stands for it.
pub(crate) fn with_position(record: &mut Record, first: i64) {
    if let Record::Suggestion(suggestion) = record
        && let SuggestionState::Accepted { position: position @ 0, .. } = &mut suggestion.state
    {
        *position = first;
    }
}
