//! Prices and limits of a company, as a `dispatch-1` file says them.

use domain::civil;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Prices and limits. All of them may be left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Money against driving: 0 is only driving, 100 is only money.
    pub money_over_driving: u8,
    /// What a minute of driving costs.
    pub drive_cents_per_minute: i64,
    /// What a minute past the end of a shift costs.
    pub overtime_cents_per_minute: i64,
    /// What a minute of waiting for a window costs.
    pub waiting_cents_per_minute: i64,
    /// Longest drive from one stop to the next.
    pub max_drive_between_seconds: Option<i64>,
    /// Longest drive from the last stop home.
    pub max_drive_home_seconds: Option<i64>,
    /// Whether on-call shifts are planned.
    pub plan_on_call: bool,
    /// When visits may start, by weekday (`monday`, …); always when left out, never on a day that is left out.
    pub business_hours: Option<BTreeMap<String, Hours>>,
    /// Dates on which the company is closed.
    pub closed: Vec<civil::Date>,
    /// What it brings when a technician comes whom the customer prefers.
    pub preferred_cents: i64,
    /// What it brings when a technician comes who was there recently.
    pub recent_cents: i64,
    /// What each level of skill beyond the need costs.
    pub overqualified_cents_per_level: i64,
    /// What it costs to give a visit another technician or another date.
    pub stability_cents: i64,
    /// The same when the customer was told who comes.
    pub stability_told_cents: i64,
    /// What a missed window costs; weighed with how often the technician is late.
    pub missed_window_cents: i64,
    /// What it costs to leave a job, by urgency.
    pub unassigned_cents: Unassigned,
    /// How much that grows for each whole day since the job was asked for.
    pub unassigned_cents_per_day: i64,
    /// How many visits may be assigned, moved or taken off against the current plan.
    pub change_budget: Option<u32>,
    /// How unevenly jobs and hours may be spread before it costs something.
    pub fairness: Option<Fairness>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            money_over_driving: 50,
            drive_cents_per_minute: 100,
            overtime_cents_per_minute: 150,
            waiting_cents_per_minute: 0,
            max_drive_between_seconds: None,
            max_drive_home_seconds: None,
            plan_on_call: false,
            business_hours: None,
            closed: Vec::new(),
            preferred_cents: 2_000,
            recent_cents: 1_000,
            overqualified_cents_per_level: 200,
            stability_cents: 1_500,
            stability_told_cents: 3_000,
            missed_window_cents: 5_000,
            unassigned_cents: Unassigned::default(),
            unassigned_cents_per_day: 500,
            change_budget: None,
            fairness: None,
        }
    }
}

/// What it costs to leave a job, by urgency.
#[expect(missing_docs, reason = "the names of urgencies")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Unassigned {
    pub none: i64,
    pub routine: i64,
    pub urgent: i64,
    pub emergency: i64,
}

impl Default for Unassigned {
    fn default() -> Unassigned {
        Unassigned { none: 20_000, routine: 40_000, urgent: 200_000, emergency: 2_000_000 }
    }
}

/// How unevenly jobs and hours may be spread before it costs something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fairness {
    /// Jobs above or below the average of the team that are fine.
    pub band_jobs: u32,
    /// What each job outside of the band costs.
    pub cents_per_job: i64,
    /// Working seconds above or below the average that are fine.
    pub band_seconds: i64,
    /// What each hour outside of the band costs.
    pub cents_per_hour: i64,
}

/// Opening hours of a weekday, in company time: a visit may start from the first until before the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// First start.
    pub opens: civil::Time,
    /// No start from here on. Not after `opens` means that the hours run over midnight.
    pub closes: civil::Time,
}
