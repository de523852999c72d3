//! The records that are kept: for each noun its table, its columns and its queries.

mod calendar;
mod company;
mod customer;
mod inbox;
mod job;
mod lead;
mod suggestion;
mod technician;
mod user;

pub(crate) use calendar::{EVENTS_TOUCHING, REMOVE_EVENT, REMOVE_SHIFT, SHIFTS_TOUCHING};
pub(crate) use company::rules_changed;
pub(crate) use customer::index_phones as index_customer;
pub use job::DoneVisit;
pub use lead::LeadFilter;
pub(crate) use lead::{index_phones as index_lead, repeated};
pub(crate) use technician::ALL_BY_NAME;

use crate::engine::{Connection, Row, Statement, Value};
use crate::error::{Halt, StoreError};
use domain::authority::RuleSet;
use domain::{
    Appointment, Company, ContactEvent, Customer, Escalation, Job, Lead, Location, Message, NonJobEvent,
    Reservation, Shift, Span, Subject, Suggestion, Technician, TechnicianId, User,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::ops::Deref;

/// A record as it was read, with the journal position that last wrote it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored<T> {
    /// The record.
    pub value: T,
    /// The journal position that last wrote it; good for [`Expect::AsOf`](crate::Expect).
    pub version: i64,
}

impl<T> Deref for Stored<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// What every noun says about how it is kept.
pub(crate) trait Kept: Serialize + DeserializeOwned {
    /// Its name.
    const NOUN: Noun;
    /// Inserts it, or replaces it when its version is at most `$5`.
    const PUT: Statement;
    /// `version, body` of one.
    const GET: Statement;
    /// `id, version, body` of all of a company after an id, in the order of their ids.
    const PAGE: Statement;

    /// Its number within the company.
    fn number(&self) -> i64;

    /// What is searched or constrained, in the order of the columns.
    fn columns(&self) -> Vec<Value>;
}

/// Says how a noun is kept: `kept!(Lead => Noun::Lead, "lead", id.0, { "number" "$6": |lead| lead.number, … })`.
macro_rules! kept {
    ($type:ty => $noun:expr, $table:literal, |$it:ident| $id:expr,
     { $($column:literal $place:literal: $value:expr),* $(,)? }) => {
        impl $crate::nouns::Kept for $type {
            const NOUN: $crate::nouns::Noun = $noun;
            const PUT: $crate::engine::Statement = $crate::nouns::both(
                concat!($table, " put"),
                concat!(
                    "INSERT INTO ", $table, " (company, id, version, body", $(", ", $column,)*
                    ") VALUES ($1, $2, $3, $4", $(", ", $place,)*
                    ") ON CONFLICT (company, id) DO UPDATE SET version = excluded.version, body = excluded.body",
                    $(", ", $column, " = excluded.", $column,)*
                    " WHERE ", $table, ".version <= $5",
                ),
            );
            const GET: $crate::engine::Statement = $crate::nouns::both(
                concat!($table, " get"),
                concat!("SELECT version, body FROM ", $table, " WHERE company = $1 AND id = $2"),
            );
            const PAGE: $crate::engine::Statement = $crate::nouns::both(
                concat!($table, " page"),
                concat!("SELECT id, version, body FROM ", $table,
                    " WHERE company = $1 AND id > $2 ORDER BY id LIMIT $3"),
            );

            fn number(&self) -> i64 {
                let $it = self;
                $id
            }

            fn columns(&self) -> Vec<$crate::engine::Value> {
                #[allow(unused_variables, reason = "some nouns have no column of their own")]
                let $it = self;
                vec![$($crate::engine::Value::from($value)),*]
            }
        }
    };
}
pub(crate) use kept;

/// A statement with the same text for both engines.
pub(crate) const fn both(name: &'static str, text: &'static str) -> Statement {
    Statement { name, sqlite: text, postgres: text }
}

/// Declares the nouns, the records, and what is the same for all of them.
macro_rules! nouns {
    ($($noun:ident($type:ty) $name:literal, $doc:literal;)+) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Noun {
            $(#[doc = $doc] $noun,)+
        }

        impl Noun {
            /// All of them.
            pub const ALL: &[Noun] = &[$(Noun::$noun),+];

            /// Its stable name, as in the journal.
            pub fn name(self) -> &'static str {
                match self { $(Noun::$noun => $name,)+ }
            }

            /// The noun of a stable name.
            pub fn named(name: &str) -> Option<Noun> {
                match name { $($name => Some(Noun::$noun),)+ _ => None }
            }

            pub(crate) fn page(self) -> Statement {
                match self { $(Noun::$noun => <$type as Kept>::PAGE,)+ }
            }

            pub(crate) fn get(self) -> Statement {
                match self { $(Noun::$noun => <$type as Kept>::GET,)+ }
            }
        }

        /// A record of any kind.
        #[derive(Debug, Clone, PartialEq)]
        #[expect(clippy::large_enum_variant, reason = "a changeset holds few; boxes would show in every use case")]
        pub enum Record {
            $(#[doc = $doc] $noun($type),)+
        }

        $(impl From<$type> for Record {
            fn from(record: $type) -> Record {
                Record::$noun(record)
            }
        })+

        impl Record {
            /// What kind of record it is.
            pub fn noun(&self) -> Noun {
                match self { $(Record::$noun(_) => Noun::$noun,)+ }
            }

            /// Its number within the company: its id, or the version of a rule set.
            pub fn id(&self) -> i64 {
                match self { $(Record::$noun(record) => record.number(),)+ }
            }

            pub(crate) fn put(&self) -> Statement {
                match self { $(Record::$noun(_) => <$type as Kept>::PUT,)+ }
            }

            pub(crate) fn columns(&self) -> Vec<Value> {
                match self { $(Record::$noun(record) => record.columns(),)+ }
            }

            pub(crate) fn to_body(&self) -> String {
                let written = match self { $(Record::$noun(record) => serde_json::to_string(record),)+ };
                written.expect("records have string keys only")
            }

            pub(crate) fn from_body(noun: Noun, body: &str) -> Result<Record, serde_json::Error> {
                Ok(match noun { $(Noun::$noun => Record::$noun(serde_json::from_str(body)?),)+ })
            }
        }

        /// The statements that every noun has.
        pub(crate) const KEPT: &[Statement] = &[
            $(<$type as Kept>::PUT, <$type as Kept>::GET, <$type as Kept>::PAGE,)+
        ];
    };
}

nouns! {
    Company(Company) "company", "A company with its set-up.";
    Technician(Technician) "technician", "A technician.";
    Shift(Shift) "shift", "A shift.";
    Event(NonJobEvent) "event", "A non-job event.";
    Customer(Customer) "customer", "A customer.";
    Location(Location) "location", "A service location.";
    Lead(Lead) "lead", "A lead.";
    Contact(ContactEvent) "contact", "One inbound contact of a lead.";
    Job(Job) "job", "A job.";
    Appointment(Appointment) "appointment", "A visit of a job.";
    Reservation(Reservation) "reservation", "A slot kept for a lead.";
    Suggestion(Suggestion) "suggestion", "A suggestion.";
    Message(Message) "message", "A message.";
    Escalation(Escalation) "escalation", "An escalation.";
    RuleSet(RuleSet) "rule_set", "A version of the authority rules.";
    User(User) "user", "A person who signs in.";
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Record {
    /// The planned span that the record keeps busy in a technician's calendar.
    pub(crate) fn busy(&self) -> Option<(TechnicianId, Span)> {
        match self {
            Record::Appointment(appointment) => appointment.planned_span(),
            Record::Reservation(reservation) if reservation.is_held() => {
                Some((reservation.placement.technician, reservation.planned_span()))
            }
            Record::Event(event) => Some((event.technician, event.span)),
            _ => None,
        }
    }

    /// What it is called as a holder of a span; none for nouns that never hold one.
    pub(crate) fn holder(&self) -> Option<Subject> {
        match self {
            Record::Appointment(appointment) => Some(Subject::Appointment(appointment.id)),
            Record::Reservation(reservation) => Some(Subject::Reservation(reservation.id)),
            Record::Event(event) => Some(Subject::Event(event.id)),
            _ => None,
        }
    }
}

/// A record from a row that has `version` and `body` from column `first` on.
pub(crate) fn stored<T: Kept>(row: &Row, first: usize) -> Result<Stored<T>, StoreError> {
    Ok(Stored { version: row.int(first)?, value: parsed(row, first + 1)? })
}

/// A record from the column that holds its body.
pub(crate) fn parsed<T: Kept>(row: &Row, index: usize) -> Result<T, StoreError> {
    serde_json::from_str(row.str(index)?)
        .map_err(|error| StoreError::Corrupt { what: T::NOUN.name().to_owned(), why: error.to_string() })
}

/// The records of rows that have `version, body`.
pub(crate) fn stored_all<T: Kept>(rows: &[Row]) -> Result<Vec<Stored<T>>, StoreError> {
    rows.iter().map(|row| stored(row, 0)).collect()
}

/// The version of a stored record, if there is one.
pub(crate) async fn version_of(
    connection: &mut Connection,
    company: i64,
    noun: Noun,
    id: i64,
) -> Result<Option<i64>, Halt> {
    let row = connection.one(noun.get(), &[Value::from(company), Value::from(id)]).await?;
    Ok(row.map(|row| row.int(0)).transpose()?)
}

/// The statements of this folder.
pub(crate) const STATEMENTS: &[&[Statement]] = &[
    KEPT,
    calendar::STATEMENTS,
    company::STATEMENTS,
    customer::STATEMENTS,
    inbox::STATEMENTS,
    job::STATEMENTS,
    lead::STATEMENTS,
    suggestion::STATEMENTS,
    technician::STATEMENTS,
    user::STATEMENTS,
];
