//! The company as every page needs it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The company, its catalogue, its modes and its clock.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CompanyView {
    /// Id.
    pub id: String,
    /// Name in web addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// IANA time zone; show every time in it.
    pub time_zone: String,
    /// The program's clock when this was written.
    pub now: Timestamp,
    /// `real` or `demo`; the demo clock runs `speed` times as fast from its own start.
    pub clock: ClockKind,
    /// How many seconds of this clock pass in a second.
    pub speed: f64,
    /// Position of the newest journal entry.
    pub position: i64,
    /// Business units.
    pub units: Vec<NamedView>,
    /// Zones.
    pub zones: Vec<NamedView>,
    /// Skills.
    pub skills: Vec<NamedView>,
    /// Job types.
    pub job_types: Vec<JobTypeView>,
    /// Booking authority: `assist`, `approve` or `auto`.
    pub booking_mode: String,
    /// Version of the signed authority rules in force.
    pub rule_version: u32,
    /// Whether everything automatic is stopped.
    pub kill_switch: bool,
    /// Board mode: `off`, `assist`, `approve` or `auto`.
    pub board_mode: String,
    /// The settings a dispatcher sees the effect of.
    pub settings: SettingsView,
    /// Where drive times come from: `roads` or `estimate`.
    pub drive_times: String,
    /// Whether messages really leave: `not_configured` or the name of the messenger.
    pub messenger: String,
}

/// Which clock the program goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// The machine's.
    Real,
    /// The demo's own.
    Demo,
}

/// Something with an id and a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct NamedView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A job type.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct JobTypeView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// `hvac`, `plumbing`, `electrical`, `garage_door`, `roofing`, `drains` or `appliance`.
    pub trade: String,
    /// Business unit.
    pub unit_id: String,
    /// Planned time on site.
    pub duration_minutes: u32,
    /// What it usually brings, in cents.
    pub typical_value_cents: i64,
}

/// Settings that shape suggestions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingsView {
    /// 0 is only driving, 100 is only money.
    pub money_over_driving: u8,
    /// Longest drive between two jobs.
    pub max_drive_minutes: u32,
    /// Within this time before its start a visit is locked by itself.
    pub autolock_minutes: u32,
    /// How many moves one suggestion may have.
    pub change_budget: u8,
    /// How long a reservation keeps its slot.
    pub reservation_minutes: u32,
}

/// A change of modes; absent parts stay.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ModeChange {
    /// `assist`, `approve` or `auto`. Signs a new version of the rules, so it takes an owner.
    #[serde(default)]
    pub booking: Option<String>,
    /// `off`, `assist`, `approve` or `auto`.
    #[serde(default)]
    pub board: Option<String>,
    /// Stops or allows everything automatic.
    #[serde(default)]
    pub kill_switch: Option<bool>,
}
