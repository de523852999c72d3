//! Job types, trades and skills: what the company does.

use crate::id::{BusinessUnitId, JobTypeId, SkillId};
use crate::money::Cents;
use crate::reading::Urgency;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// A trade of home services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trade {
    /// Heating, ventilation, air conditioning.
    Hvac,
    /// Water, gas pipes, fixtures.
    Plumbing,
    /// Panels, wiring, fixtures, chargers.
    Electrical,
    /// Doors, springs, openers.
    GarageDoor,
    /// Roofs and gutters.
    Roofing,
    /// Sewers and drains.
    Drains,
    /// Household appliances.
    Appliance,
}

/// A skill or licence a job type may need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// What people call it.
    pub name: String,
}

/// A skill at a least level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillNeed {
    /// Which skill.
    pub skill: SkillId,
    /// The least level, 1 to 5.
    pub level: u8,
}

/// What a job of a type usually brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueRange {
    /// One job in ten brings less.
    pub low: Cents,
    /// The median.
    pub typical: Cents,
    /// One job in ten brings more.
    pub high: Cents,
}

/// A kind of work the company books.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JobType {
    /// Its id.
    pub id: JobTypeId,
    /// What dispatchers call it: "No heat".
    pub name: String,
    /// Its trade.
    pub trade: Trade,
    /// The business unit that does it.
    pub unit: BusinessUnitId,
    /// All of these skills are needed.
    pub skills: Vec<SkillNeed>,
    /// Planned time on site; positive.
    pub duration: SignedDuration,
    /// What it usually brings.
    pub value: ValueRange,
    /// The urgency when the customer's words say nothing else.
    pub urgency: Urgency,
    /// Whether the planner may touch its jobs; when not, they are blocks to plan around.
    pub planned: bool,
    /// Words and phrases customers use for it, lower case; the reader of requests looks for them.
    pub words: Vec<String>,
}
