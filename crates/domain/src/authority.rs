//! Authority: how far the program may act by itself, and what it concluded in a case.

use crate::customer::CustomerClass;
use crate::id::{BusinessUnitId, EscalationId, JobTypeId, LeadId, UserId};
use crate::job_type::Trade;
use crate::lead::Channel;
use crate::money::Cents;
use crate::reading::{Confidence, Gap, HazardClass, PersonOnly, Urgency};
use jiff::{Timestamp, civil};
use serde::{Deserialize, Serialize};

/// How far the program may act by itself. Ordered: the least one wins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// Reads, classifies, recommends; a person does.
    #[default]
    Assist,
    /// Reserves and drafts; a person approves.
    Approve,
    /// Acts inside an approved rule version; everything else escalates.
    Auto,
}

/// Whether and how far the planner acts on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "mode", content = "authority")]
pub enum BoardMode {
    /// No suggestions.
    Off,
    /// Suggestions, with this authority.
    On(Authority),
}

impl Default for BoardMode {
    fn default() -> BoardMode {
        BoardMode::On(Authority::Assist)
    }
}

/// A signed set of authority rules. Rules are data; a version is never changed once it was signed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleSet {
    /// Counts up from 1 within the company.
    pub version: u32,
    /// The authority where no ceiling is lower.
    pub base: Authority,
    /// Ceilings; the least that applies wins and is the explanation.
    pub ceilings: Vec<Ceiling>,
    /// Stops everything automatic at once, whatever the rules say.
    pub kill_switch: bool,
    /// Who signed it, and when.
    pub signed: Option<Signature>,
}

/// Who signed a rule set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who.
    pub user: UserId,
    /// The name at that time.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// Authority is at most `most` in the cases that `when` describes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ceiling {
    /// Number of the rule within its set, from 1, as people cite it ("rule 7").
    pub rule: u32,
    /// In which cases.
    pub when: When,
    /// The most that is allowed there.
    pub most: Authority,
    /// Why the company wants it so, in a sentence.
    pub because: String,
}

/// The cases a ceiling applies to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "on")]
pub enum When {
    /// Always: the company's ceiling.
    Always,
    /// Work of a business unit.
    Unit {
        /// Which.
        unit: BusinessUnitId,
    },
    /// Work of a trade.
    Trade {
        /// Which.
        trade: Trade,
    },
    /// Work of a job type.
    JobType {
        /// Which.
        job_type: JobTypeId,
    },
    /// Requests through a channel.
    Channel {
        /// Which.
        channel: Channel,
    },
    /// Requests decided between two times of day, company time; a `to` before `from` runs over midnight.
    Hours {
        /// From.
        from: civil::Time,
        /// To, exclusive.
        to: civil::Time,
    },
    /// Customers of a class.
    Customer {
        /// Which.
        class: CustomerClass,
    },
    /// Some reading the booking rests on is less sure than this.
    ConfidenceBelow {
        /// The least confidence.
        least: Confidence,
    },
    /// The job is expected to bring more than this.
    ValueAbove {
        /// The most.
        most: Cents,
    },
    /// The request is at least this urgent.
    UrgencyFrom {
        /// From.
        least: Urgency,
    },
}

/// The facts a decision rests on, kept with it so that asking again gives the same answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// When it was decided, by the program's clock.
    pub at: Timestamp,
    /// The time of day in company time.
    pub time_of_day: civil::Time,
    /// The channel of the first contact.
    pub channel: Channel,
    /// What kind of customer.
    pub customer: CustomerClass,
    /// Dangers found.
    pub hazards: Vec<HazardClass>,
    /// Why only a person may answer.
    pub person_only: Vec<PersonOnly>,
    /// What a booking still needs.
    pub gaps: Vec<Gap>,
    /// How urgent.
    pub urgency: Urgency,
    /// The kind of work; none when unclear.
    pub job_type: Option<JobTypeId>,
    /// Its trade.
    pub trade: Option<Trade>,
    /// Its business unit.
    pub unit: Option<BusinessUnitId>,
    /// What the job is expected to bring; none when unclear.
    pub value: Option<Cents>,
    /// The least confidence among the readings a booking rests on.
    pub confidence: Confidence,
    /// Readings a booking rests on that no words, field or person vouch for.
    pub unquoted: Vec<String>,
    /// How many windows fit the board.
    pub windows: u32,
    /// Whether the window that would be taken is one the customer wished for; none when they wished for none.
    pub wish_met: Option<bool>,
    /// Whether a person's correction asks: correcting a lead is not asking for a booking.
    #[serde(default)]
    pub corrected: bool,
}

/// What authority concluded for a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// What to do.
    pub action: Action,
    /// The authority that applied.
    pub authority: Authority,
    /// The version of the rules that was asked.
    pub rule_version: u32,
    /// Every ceiling that applied and every fact that forbade more, in the order they were looked at.
    pub trace: Vec<Finding>,
}

/// What to do with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Recommend; a person books.
    Draft,
    /// Reserve the recommended window, draft the confirmation, and ask a person.
    Reserve,
    /// Book the recommended window.
    Book,
    /// Ask the customer the next question.
    Ask,
    /// Give it to a person now.
    Escalate,
}

/// One step of a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable code, such as `ceiling`, `hazard`, `gap`, `kill_switch`.
    pub code: String,
    /// The number of the rule, when a rule said it.
    pub rule: Option<u32>,
    /// The most this step allows; none when the step only tells.
    pub most: Option<Authority>,
    /// In words, for the person who reads why.
    pub words: String,
}

/// Something a person has to look at, with a clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Escalation {
    /// Its id.
    pub id: EscalationId,
    /// About which lead.
    pub lead: LeadId,
    /// Why.
    pub reason: String,
    /// Whether lives are at stake, so that it stands above everything else.
    pub life_safety: bool,
    /// When it was raised.
    pub raised: Timestamp,
    /// When a person should have taken it.
    pub due: Timestamp,
    /// What became of it.
    pub state: EscalationState,
}

/// What became of an escalation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum EscalationState {
    /// Nobody took it yet.
    Open,
    /// Somebody took it.
    Taken {
        /// Who.
        by: UserId,
        /// When.
        at: Timestamp,
    },
    /// It is dealt with.
    Closed {
        /// Who.
        by: UserId,
        /// When.
        at: Timestamp,
        /// What was done.
        outcome: String,
    },
}
