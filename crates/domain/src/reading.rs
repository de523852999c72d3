//! Readings: what was understood, how surely, and from which words.

use crate::customer::Address;
use crate::id::{JobTypeId, UserId, ZoneId};
use crate::job_type::Trade;
use crate::time::Span;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How sure a reading is, in thousandths: 0 is a guess, 1000 is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Confidence(pub u16);

impl Confidence {
    /// Said or confirmed by a person.
    pub const CERTAIN: Confidence = Confidence(1000);
}

/// One thing understood, with how surely and from where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading<T> {
    /// What was understood.
    pub value: T,
    /// How surely.
    pub confidence: Confidence,
    /// From where.
    pub source: Source,
}

/// Where a reading comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "from")]
pub enum Source {
    /// From the customer's words.
    Words(Words),
    /// From a field that the channel itself fills: the caller's number, a form's name box.
    Field {
        /// Which field.
        field: String,
    },
    /// Entered or corrected by a person.
    Person {
        /// Who.
        user: UserId,
        /// When.
        at: Timestamp,
    },
}

/// The exact words a reading comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Which turn of the conversation, from 0.
    pub turn: u32,
    /// First byte in the turn's text.
    pub start: u32,
    /// First byte after.
    pub end: u32,
    /// The words themselves.
    pub text: String,
}

/// Everything that was understood of a request. An absent value was not found; nothing is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readings {
    /// Caller's name.
    pub name: Option<Reading<String>>,
    /// Phone in E.164, best first.
    pub phones: Vec<Reading<String>>,
    /// E-mail addresses, best first.
    pub emails: Vec<Reading<String>>,
    /// Where the work is wanted.
    pub address: Option<Reading<Address>>,
    /// The trade.
    pub trade: Option<Reading<Trade>>,
    /// The job type of the company's catalogue.
    pub job_type: Option<Reading<JobTypeId>>,
    /// How urgent.
    pub urgency: Option<Reading<Urgency>>,
    /// The problem in their words.
    pub problem: Option<Reading<String>>,
    /// Wished and excluded times, in the order they were said.
    pub wishes: Vec<Reading<Wish>>,
    /// Gate codes, dogs, parking, keys.
    pub access: Vec<Reading<String>>,
}

/// A time the customer wants or does not want.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "wish")]
pub enum Wish {
    /// Would like this time.
    Want {
        /// Which.
        span: Span,
    },
    /// Cannot at this time.
    Avoid {
        /// Which.
        span: Span,
    },
    /// As soon as possible.
    Soonest,
    /// Asked for a time that cannot be, such as February 31.
    Unusable {
        /// Why, as it stands in a sentence: "February 31 does not exist".
        why: String,
    },
}

/// How urgent a request or job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Not a request for work.
    None,
    /// The rest.
    Routine,
    /// An essential service is out, or damage grows slowly.
    Urgent,
    /// Danger to people, fast-growing damage, or a vulnerable person without heat, cooling or water.
    Emergency,
}

/// A kind of danger that goes straight to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HazardClass {
    /// Gas.
    Gas,
    /// Carbon monoxide.
    CarbonMonoxide,
    /// Fire, smoke, sparks, shock.
    Fire,
    /// Active flooding or sewage in living space.
    Flood,
    /// A vulnerable person without heat, cooling or water.
    Vulnerable,
    /// Roof, ceiling or structure.
    Structure,
    /// A garage door that traps or may fall.
    GarageDoor,
    /// A person is hurt or threatened.
    Person,
    /// The words were not read, so that no danger is ruled out.
    NotRead,
}

impl HazardClass {
    /// Whether lives are at stake at once, so that the first instruction comes before any question.
    pub fn threatens_life(self) -> bool {
        !matches!(self, HazardClass::Flood | HazardClass::Vulnerable)
    }
}

/// A danger found in the words, with what to tell the customer first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hazard {
    /// What kind.
    pub class: HazardClass,
    /// The words it was found in.
    pub words: Words,
    /// What to tell the customer before anything else, in the language of the words.
    pub instruction: String,
    /// Version of the table that found it.
    pub table: u32,
}

/// Something a booking needs that is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// Who asks.
    Name,
    /// How to reach them.
    Phone,
    /// Where the work is.
    Address,
    /// The address could not be found on the map.
    AddressNotFound,
    /// The address lies outside all zones.
    OutOfArea,
    /// What kind of work.
    JobType,
    /// They asked for a time that cannot be; a person may book another all the same.
    WishedTime,
}

/// Why only a person may answer a request that is not a hazard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonOnly {
    /// A complaint.
    Complaint,
    /// Money back.
    Refund,
    /// Lawyers, insurance claims, press.
    Legal,
    /// Warranty or recall.
    Warranty,
    /// Asks for a person or a manager.
    AsksForPerson,
    /// Cancels, ends or stops: a visit, an agreement or messages.
    Stop,
    /// The gate or the reader failed.
    NotRead,
}

/// What was concluded from the readings, with reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Triage {
    /// How urgent.
    pub urgency: Urgency,
    /// What kind of work.
    pub job_type: Option<JobTypeId>,
    /// The zone of the address.
    pub zone: Option<ZoneId>,
    /// What a booking still needs.
    pub gaps: Vec<Gap>,
    /// Dangers found.
    pub hazards: Vec<Hazard>,
    /// Why only a person may answer; empty when there is no such reason.
    pub person_only: Vec<PersonOnly>,
    /// The next best question to the customer, when something is missing.
    pub question: Option<String>,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

impl Triage {
    /// Whether a booking has all it needs. What they wished for it can do without, when a person says so.
    pub fn is_complete(&self) -> bool {
        self.gaps.iter().all(|gap| *gap == Gap::WishedTime)
    }
}
