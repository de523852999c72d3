//! Everything that can be set, with our defaults.

use crate::authority::BoardMode;
use crate::money::Cents;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// The company's settings. Defaults and ranges are ours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Whether and how far the planner acts on the board.
    pub board_mode: BoardMode,
    /// Money against driving: 0 is only driving, 100 is only money.
    pub money_over_driving: u8,
    /// What a minute of driving costs.
    pub drive_cost_per_minute: Cents,
    /// Longest drive between two jobs.
    pub max_drive: SignedDuration,
    /// Longest drive home; none means no limit.
    pub max_drive_home: Option<SignedDuration>,
    /// Within this time before its start a visit is locked by itself.
    pub autolock: SignedDuration,
    /// What it costs to move a visit that has a place already.
    pub stability_price: Cents,
    /// How many moves one suggestion may have.
    pub change_budget: u8,
    /// How long a reservation keeps its slot.
    pub reservation_time: SignedDuration,
    /// How long a message that a person released is held back, so that it can be taken back unsent.
    #[serde(default = "hold_back")]
    pub hold_back: SignedDuration,
    /// Time past the end of a shift that may be planned.
    pub overtime_limit: SignedDuration,
    /// Whether on-call shifts are planned.
    pub plan_on_call: bool,
    /// Days ahead for which windows are offered, today included.
    pub booking_days: u8,
    /// Share of each unit's shift time today that is kept for emergencies, in percent.
    pub emergency_reserve_percent: u8,
}

/// Ours: long enough to notice a slip, too short for a customer to miss it.
fn hold_back() -> SignedDuration {
    SignedDuration::from_secs(10)
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            board_mode: BoardMode::default(),
            money_over_driving: 50,
            drive_cost_per_minute: Cents(100),
            max_drive: SignedDuration::from_mins(45),
            max_drive_home: Some(SignedDuration::from_mins(60)),
            autolock: SignedDuration::from_mins(60),
            stability_price: Cents(1_500),
            change_budget: 6,
            reservation_time: SignedDuration::from_mins(15),
            hold_back: hold_back(),
            overtime_limit: SignedDuration::ZERO,
            plan_on_call: false,
            booking_days: 14,
            emergency_reserve_percent: 0,
        }
    }
}
