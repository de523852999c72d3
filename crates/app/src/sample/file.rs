//! The sample company as files: day offsets and minutes of the company day, never a date.
//!
//! Day 0 is the day on which the demo starts, day -1 the day before. A time is minutes after midnight on the clock on
//! the wall. Places are millionths of a degree, so that no file holds a fraction. A reference to a unit, zone, skill,
//! job type, technician or customer is its position, from 0, in its own list.

use domain::{CustomerClass, Trade, Urgency};
use serde::{Deserialize, Serialize};

/// Minutes after midnight, company time.
pub type Minute = u16;

/// A day, and minutes after its midnight.
pub type Moment = (i32, Minute);

/// `company.json`: the set-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompanyFile {
    /// The name in web addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// IANA time zone.
    pub time_zone: String,
    /// Phone in E.164.
    pub phone: String,
    /// The shop, in millionths of a degree: north, east.
    pub shop: (i32, i32),
    /// Names of the business units.
    pub units: Vec<String>,
    /// Opening hours of all seven days.
    pub hours: (Minute, Minute),
    /// Zones; together they cover the map without gaps.
    pub zones: Vec<ZoneRow>,
    /// Names of the skills.
    pub skills: Vec<String>,
    /// The catalogue.
    pub job_types: Vec<JobTypeRow>,
    /// The arrival windows on offer.
    pub windows: Vec<(Minute, Minute)>,
    /// What differs from the defaults of the program or should stay as it is when they change.
    pub settings: SettingsRow,
}

/// A zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZoneRow {
    /// Its name.
    pub name: String,
    /// The corners of its polygon, in millionths of a degree: north, east.
    pub corners: Vec<(i32, i32)>,
    /// ZIP codes that lie in it for the greater part; for people, the polygon decides.
    pub zips: Vec<String>,
}

/// A job type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JobTypeRow {
    /// Its name.
    pub name: String,
    /// Its trade.
    pub trade: Trade,
    /// Its unit.
    pub unit: usize,
    /// Skills with their least level.
    pub skills: Vec<(usize, u8)>,
    /// Planned minutes on site.
    pub minutes: Minute,
    /// Dollars: low, typical, high.
    pub value: (i64, i64, i64),
    /// Its urgency.
    pub urgency: Urgency,
    /// Whether the planner may touch its jobs.
    pub planned: bool,
    /// Customers' words, lower case.
    pub words: Vec<String>,
}

/// Settings, times in minutes and money in cents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsRow {
    /// 0 is only driving, 100 is only money.
    pub money_over_driving: u8,
    /// What a minute of driving costs.
    pub drive_cost_per_minute_cents: i64,
    /// Longest drive between two jobs.
    pub max_drive_minutes: Minute,
    /// Longest drive home.
    pub max_drive_home_minutes: Minute,
    /// Autolock.
    pub autolock_minutes: Minute,
    /// What it costs to move a visit.
    pub stability_price_cents: i64,
    /// Moves a suggestion may have.
    pub change_budget: u8,
    /// How long a reservation is kept.
    pub reservation_minutes: Minute,
    /// Days ahead on offer, today included.
    pub booking_days: u8,
}

/// `technicians.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TechniciansFile {
    /// The technicians.
    pub technicians: Vec<TechnicianRow>,
}

/// A technician with working hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TechnicianRow {
    /// Name.
    pub name: String,
    /// Phone in E.164.
    pub phone: String,
    /// Units.
    pub units: Vec<usize>,
    /// Home, in millionths of a degree: north, east.
    pub home: (i32, i32),
    /// Whether the day starts at the shop rather than at home.
    pub starts_at_shop: bool,
    /// Skills with level and, when it expires, the last day of validity.
    pub skills: Vec<(usize, u8, Option<i32>)>,
    /// Zones the technician is kept to; empty means all.
    pub zones: Vec<usize>,
    /// Whether the planner plans this technician.
    pub managed: bool,
    /// Own limit on one drive.
    pub max_drive_minutes: Option<Minute>,
    /// From when to when on a working day.
    pub shift: (Minute, Minute),
    /// Days without a shift, from day 0 to [`LAST_DAY`].
    pub days_off: Vec<i32>,
    /// Days with an evening on call, from the end of the shift to 22:00.
    pub on_call: Vec<i32>,
    /// Days of time off with the reason; the shift of the day stands below it.
    pub time_off: Vec<(i32, String)>,
}

/// The last day that has shifts, so that a demo that runs for a week still finds people at work.
pub const LAST_DAY: i32 = 21;

/// `customers.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomersFile {
    /// The customers, each with one place.
    pub customers: Vec<CustomerRow>,
}

/// A customer and the place: an invented number on a real street.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerRow {
    /// Name.
    pub name: String,
    /// Phone in E.164, a number kept free for fiction.
    pub phone: String,
    /// E-mail address under a domain kept free for examples.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Class.
    pub class: CustomerClass,
    /// Number and street.
    pub line: String,
    /// ZIP code.
    pub zip: String,
    /// Place, in millionths of a degree: north, east.
    pub at: (i32, i32),
    /// Zone.
    pub zone: usize,
    /// Gate codes, dogs, parking.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub access: String,
}

/// `board.json`: what is booked from today on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardFile {
    /// The visits, each of its own job, by day and within the day in the order of booking.
    pub visits: Vec<VisitRow>,
    /// Non-job events.
    pub events: Vec<EventRow>,
}

/// A job with its one visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitRow {
    /// The day.
    pub day: i32,
    /// For whom.
    pub customer: usize,
    /// What.
    pub job_type: usize,
    /// The problem in the customer's words.
    pub summary: String,
    /// Expected value in dollars.
    pub value: i64,
    /// The promise.
    pub window: (Minute, Minute),
    /// Planned minutes on site.
    pub minutes: Minute,
    /// When it was booked.
    pub booked: Moment,
    /// When the customer was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Moment>,
    /// Where it stands at 09:40 on day 0.
    pub state: StateRow,
    /// The lock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<LockRow>,
    /// Helpers who come along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helpers: Vec<usize>,
}

/// Technician and start on the visit's day.
pub type PlaceRow = (usize, Minute);

/// Where a visit stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", deny_unknown_fields)]
pub enum StateRow {
    /// Nobody has it.
    Unassigned {
        /// The provisional placement.
        place: Option<PlaceRow>,
    },
    /// On the schedule.
    Assigned {
        /// Who and when.
        place: PlaceRow,
    },
    /// On the way.
    Dispatched {
        /// Who and when.
        place: PlaceRow,
        /// Since when.
        at: Minute,
    },
    /// On site.
    Working {
        /// Who and when.
        place: PlaceRow,
        /// Since when.
        arrived: Minute,
    },
    /// Finished.
    Done {
        /// Who and when.
        place: PlaceRow,
        /// From when.
        arrived: Minute,
        /// To when.
        finished: Minute,
    },
    /// Waits.
    OnHold {
        /// `parts`, `customer`, `permit`, `payment` or a reason in words.
        reason: String,
        /// Since when.
        since: Moment,
    },
    /// The customer cancelled.
    Canceled {
        /// Why.
        reason: String,
        /// When.
        at: Moment,
    },
}

impl StateRow {
    /// The placement that counts as busy.
    pub fn place(&self) -> Option<PlaceRow> {
        match self {
            StateRow::Unassigned { place } => *place,
            StateRow::Assigned { place }
            | StateRow::Dispatched { place, .. }
            | StateRow::Working { place, .. }
            | StateRow::Done { place, .. } => Some(*place),
            StateRow::OnHold { .. } | StateRow::Canceled { .. } => None,
        }
    }
}

/// A lock set by the dispatcher on day 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockRow {
    /// What is kept.
    pub keeps: Keeps,
    /// When it was set.
    pub at: Minute,
}

/// What a lock keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeps {
    /// The technician.
    Technician,
    /// The start.
    Start,
    /// Both.
    TechnicianAndStart,
    /// The start inside a range of the day.
    Range(Minute, Minute),
}

/// A non-job event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRow {
    /// Whose.
    pub technician: usize,
    /// The day.
    pub day: i32,
    /// From when to when.
    pub span: (Minute, Minute),
    /// What.
    pub title: String,
    /// Timesheet code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The limits inside which it may be shifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub movable: Option<(Minute, Minute)>,
    /// Whether it is at the shop; otherwise it is where the technician is.
    pub at_shop: bool,
}

/// `history.json`: finished jobs, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryFile {
    /// The jobs.
    pub jobs: Vec<PastJob>,
}

/// A finished job; a bare list in the file, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastJob {
    /// The day, negative.
    pub day: i32,
    /// Who did it.
    pub technician: usize,
    /// For whom.
    pub customer: usize,
    /// What.
    pub job_type: usize,
    /// Planned start.
    pub start: Minute,
    /// Arrival on site.
    pub arrived: Minute,
    /// End of the work.
    pub finished: Minute,
    /// What it brought, in dollars.
    pub value: i64,
}

type PastRow = (i32, usize, usize, usize, Minute, Minute, Minute, i64);

impl Serialize for PastJob {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let PastJob { day, technician, customer, job_type, start, arrived, finished, value } = *self;
        let row: PastRow = (day, technician, customer, job_type, start, arrived, finished, value);
        row.serialize(to)
    }
}

impl<'de> Deserialize<'de> for PastJob {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<PastJob, D::Error> {
        let (day, technician, customer, job_type, start, arrived, finished, value) =
            PastRow::deserialize(from)?;
        Ok(PastJob { day, technician, customer, job_type, start, arrived, finished, value })
    }
}
