//! What a `dispatch-1` file says, as it says it. Instants are RFC 3339, spans of time are seconds, money is cents.

use super::settings::Settings;
use crate::formats::Table;
use domain::{Timestamp, civil};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// Work, and those who could do it, over one or more days. Unknown keys are refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// Always `dispatch-1`.
    pub format: String,
    /// What the file calls itself; the plan repeats it.
    pub name: String,
    /// IANA name of the company's time zone: business hours, travel profiles and licences are read in it.
    pub time_zone: String,
    /// When the question is asked. Nothing new begins before.
    pub now: Timestamp,
    /// Prices and limits of the company.
    #[serde(default)]
    pub settings: Settings,
    /// The catalogue of skills.
    #[serde(default)]
    pub skills: Vec<String>,
    /// The catalogue of zones.
    #[serde(default)]
    pub zones: Vec<String>,
    /// The catalogue of business units.
    #[serde(default)]
    pub units: Vec<String>,
    /// Places, in the order of the matrices.
    pub locations: Vec<Location>,
    /// How long drives take.
    pub travel: Travel,
    /// Who works.
    pub technicians: Vec<Technician>,
    /// What is to be done, is being done and was done.
    pub jobs: Vec<Job>,
    /// What ties jobs together. A job is in at most one link.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Technicians kept free for emergencies.
    #[serde(default)]
    pub reserve: Vec<Reserve>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// Unique.
    pub id: String,
    /// Degrees north; only for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees east; only for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
}

/// How long drives take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Travel {
    /// At least one.
    pub matrices: Vec<Matrix>,
    /// Which matrix holds for a departure at what time of the day; the first matrix, always, when left out.
    #[serde(default)]
    pub profile: Vec<Hour>,
}

/// Driving seconds from every location (row) to every other (column).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    /// Unique.
    pub id: String,
    /// May be asymmetric; `null` where there is no road.
    pub seconds: Table<Drive>,
}

/// Seconds of a drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drive(u32);

impl Drive {
    /// No road.
    pub const NONE: Drive = Drive(u32::MAX);

    /// A drive of that many seconds.
    pub fn of(seconds: u32) -> Drive {
        Drive(seconds)
    }

    /// Seconds, when there is a road.
    pub fn seconds(self) -> Option<u32> {
        (self != Drive::NONE).then_some(self.0)
    }
}

impl<'de> Deserialize<'de> for Drive {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Drive, D::Error> {
        Option::<u32>::deserialize(reader).map(|seconds| seconds.map_or(Drive::NONE, Drive))
    }
}

impl Serialize for Drive {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        self.seconds().serialize(writer)
    }
}

/// From when in the day on a matrix holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hour {
    /// Company time. The last one of the day holds until the first one of the next.
    pub from: civil::Time,
    /// Id of the matrix.
    pub matrix: String,
}

/// Somebody who works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Technician {
    /// Unique.
    pub id: String,
    /// Whether the planner plans this technician; others only come along as helpers.
    #[serde(default = "yes")]
    pub managed: bool,
    /// Location where each shift begins; anywhere when left out.
    #[serde(default)]
    pub start: Option<String>,
    /// Location where each shift ends; anywhere when left out.
    #[serde(default)]
    pub end: Option<String>,
    /// What the technician can do.
    #[serde(default)]
    pub skills: Vec<Held>,
    /// Zones the technician is kept to; all when empty.
    #[serde(default)]
    pub zones: Vec<String>,
    /// Business units the technician works for; all when empty.
    #[serde(default)]
    pub units: Vec<String>,
    /// The calendar.
    #[serde(default)]
    pub shifts: Vec<Shift>,
    /// Breaks, each in the shift that its window begins in.
    #[serde(default)]
    pub breaks: Vec<Break>,
    /// Meetings, training and the like.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Longest drive, the first and the last included.
    #[serde(default)]
    pub max_drive_seconds: Option<i64>,
    /// Time past the end of a shift that may be planned.
    #[serde(default)]
    pub overtime_seconds: i64,
    /// Most visits in a shift.
    #[serde(default)]
    pub max_jobs_per_shift: Option<u32>,
    /// Most visits in all.
    #[serde(default)]
    pub max_jobs: Option<u32>,
    /// How often the technician comes after the window's end, in percent of visits.
    #[serde(default)]
    pub late_percent: u8,
}

fn yes() -> bool {
    true
}

/// A skill that a technician holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// From the catalogue.
    pub skill: String,
    /// From 1 to 5.
    #[serde(default = "lowest")]
    pub level: u8,
    /// Last date on which the licence is good.
    #[serde(default)]
    pub expires: Option<civil::Date>,
}

fn lowest() -> u8 {
    1
}

/// A span of a technician's calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// What it is; time off wins over the others.
    #[serde(default)]
    pub kind: ShiftKind,
    /// First instant.
    pub from: Timestamp,
    /// End.
    pub until: Timestamp,
}

/// What a span of the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShiftKind {
    /// Ordinary work.
    #[default]
    Normal,
    /// Planned only when the settings say so.
    OnCall,
    /// Neither work nor drives.
    TimeOff,
}

/// A break that is due on a shift with visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// How long.
    pub duration_seconds: i64,
    /// Its start lies inside, both ends allowed.
    pub window: Span,
    /// Whether it was taken already.
    #[serde(default)]
    pub taken: bool,
}

/// From an instant to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Begin.
    pub from: Timestamp,
    /// End.
    pub until: Timestamp,
}

/// Something in the calendar that is no visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Unique among the technician's events.
    pub id: String,
    /// Where it stands.
    pub from: Timestamp,
    /// Its end.
    pub until: Timestamp,
    /// Where it is; anywhere when left out.
    #[serde(default)]
    pub location: Option<String>,
    /// First and last start, when the planner may move it.
    #[serde(default)]
    pub movable: Option<Span>,
}

/// A visit. A job that takes several days has several, tied by a link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// Unique.
    pub id: String,
    /// Where.
    pub location: String,
    /// How long.
    pub duration_seconds: i64,
    /// The service starts inside one of these, their ends excluded.
    pub windows: Vec<Span>,
    /// All of these are needed.
    #[serde(default)]
    pub skills: Vec<Need>,
    /// Its zone.
    #[serde(default)]
    pub zone: Option<String>,
    /// The business unit whose work it is.
    #[serde(default)]
    pub unit: Option<String>,
    /// How soon.
    #[serde(default)]
    pub urgency: Urgency,
    /// When the customer asked for it.
    #[serde(default)]
    pub asked: Option<Timestamp>,
    /// Whether the customer was told who comes.
    #[serde(default)]
    pub told: bool,
    /// What it brings, whoever does it.
    #[serde(default)]
    pub value_cents: i64,
    /// What it brings when these do it instead.
    #[serde(default)]
    pub values_cents: BTreeMap<String, i64>,
    /// Technicians the customer prefers.
    #[serde(default)]
    pub preferred: Vec<String>,
    /// Technicians who were there recently.
    #[serde(default)]
    pub recent: Vec<String>,
    /// Technicians who must not come.
    #[serde(default)]
    pub never: Vec<String>,
    /// Nobody but these may come; everybody may when left out.
    #[serde(default)]
    pub only: Option<Vec<String>>,
    /// The technician who has to do it.
    #[serde(default)]
    pub must: Option<String>,
    /// Who comes along; not managed, and not planned.
    #[serde(default)]
    pub helpers: Vec<String>,
    /// What a person decided.
    #[serde(default)]
    pub lock: Option<Lock>,
    /// Where it stands now.
    #[serde(default)]
    pub state: State,
}

/// A skill that a job needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// From the catalogue.
    pub skill: String,
    /// From 1 to 5.
    #[serde(default = "lowest")]
    pub level: u8,
}

/// How soon.
#[expect(missing_docs, reason = "the names of urgencies")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    None,
    #[default]
    Routine,
    Urgent,
    Emergency,
}

/// What a person decided about a visit. At least one key; a locked visit is planned in any case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// Who comes.
    #[serde(default)]
    pub technician: Option<String>,
    /// When the service starts.
    #[serde(default)]
    pub start: Option<Timestamp>,
    /// When the service starts at the earliest and at the latest, the end excluded.
    #[serde(default)]
    pub range: Option<Span>,
}

/// Where a visit stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case", tag = "is")]
#[expect(missing_docs, reason = "who it is with, from when, and until when it took")]
pub enum State {
    /// Nobody has it.
    #[default]
    Unassigned,
    /// On the schedule.
    Assigned { technician: String, start: Timestamp },
    /// The technician is on the way and will start then.
    Dispatched { technician: String, start: Timestamp },
    /// Being done since then.
    Working { technician: String, start: Timestamp },
    /// Begun then and interrupted; the technician is still there.
    Paused { technician: String, start: Timestamp },
    /// Over.
    Done { technician: String, start: Timestamp, finished: Timestamp },
}

/// What ties visits together: all of them are planned or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case", tag = "is")]
pub enum Link {
    /// They start together, each with another technician.
    Crew {
        /// Ids.
        jobs: Vec<String>,
    },
    /// One after the other.
    Sequence {
        /// Ids, in order.
        jobs: Vec<String>,
        /// From the end of one to the start of the next, at least.
        min_gap_seconds: i64,
        /// The same, at most; no limit when left out.
        #[serde(default)]
        max_gap_seconds: Option<i64>,
        /// Whether one technician does all of them.
        #[serde(default)]
        same_technician: bool,
    },
    /// The days of one job: one technician, and a night's rest between its visits.
    MultiDay {
        /// Ids, in order.
        jobs: Vec<String>,
        /// From the end of one visit to the start of the next, at least.
        #[serde(default = "night")]
        rest_seconds: i64,
        /// The same, at most.
        #[serde(default = "long_weekend")]
        max_gap_seconds: i64,
    },
}

fn night() -> i64 {
    10 * 3_600
}

fn long_weekend() -> i64 {
    4 * 86_400
}

impl Link {
    /// The ids of its jobs, in order.
    pub fn jobs(&self) -> &[String] {
        let (Link::Crew { jobs } | Link::Sequence { jobs, .. } | Link::MultiDay { jobs, .. }) = self;
        jobs
    }
}

/// Technicians kept free of visits, events and drives during a span, for emergencies that nobody knows of yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reserve {
    /// From when until when.
    pub span: Span,
    /// How many.
    pub technicians: u32,
    /// Only those who work for this unit count; everybody when left out.
    #[serde(default)]
    pub unit: Option<String>,
    /// Only those who hold this skill count.
    #[serde(default)]
    pub skill: Option<String>,
}
