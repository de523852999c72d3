//! The board.

use super::{RefusalView, TimelineEntry};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The board of one company date.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BoardView {
    /// `YYYY-MM-DD` in company time.
    pub date: String,
    /// The instant the day begins.
    pub day_start: Timestamp,
    /// The instant it ends.
    pub day_end: Timestamp,
    /// Business hours; absent on closed days.
    pub open: Option<SpanView>,
    /// The clock when this was written.
    pub now: Timestamp,
    /// The journal position it was read at.
    pub position: i64,
    /// By business unit and name.
    pub technicians: Vec<TechnicianView>,
    /// Every visit of the day: on the schedule, in the tray, on hold, cancelled.
    pub visits: Vec<VisitView>,
    /// On the board of today: visits of earlier days that were left open, longest first. Show them before all others.
    pub carried: Vec<VisitView>,
    /// The visits with an alert, carried ones included, in the order in which somebody has to look at them.
    pub alert_ids: Vec<String>,
    /// Non-job events.
    pub events: Vec<EventView>,
    /// Held reservations.
    pub reservations: Vec<HeldView>,
    /// Total driving of the day as planned.
    pub drive_minutes: i64,
    /// Expected value of what is on the schedule, in cents.
    pub value_cents: i64,
}

/// What a text names.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SearchResult {
    /// Best first: numbers, then technicians, customers with their visits, leads.
    pub hits: Vec<SearchHit>,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SearchHit {
    /// `visit`, `lead`, `technician` or `customer`.
    pub kind: String,
    /// Its id; of the appointment for a visit.
    pub id: String,
    /// `J7733 No heat · Priya Shah`.
    pub title: String,
    /// `Sat 21 Nov 10:00–13:00 · unassigned`.
    pub detail: String,
    /// The company date of a visit, `YYYY-MM-DD`, to open the board on.
    pub date: Option<String>,
}

/// Two instants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SpanView {
    /// From.
    pub start: Timestamp,
    /// To.
    pub end: Timestamp,
}

/// A row of the board.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TechnicianView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Business units; empty means all.
    pub unit_ids: Vec<String>,
    /// Zones; empty means all.
    pub zone_ids: Vec<String>,
    /// Names of skills held.
    pub skills: Vec<String>,
    /// Whether the planner plans this technician.
    pub managed: bool,
    /// Shifts of the day.
    pub shifts: Vec<ShiftView>,
    /// Share of the shift that is taken by visits, drives and events, 0 to 1 (more when overbooked).
    pub load: f64,
}

/// A shift.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ShiftView {
    /// `normal`, `on_call` or `time_off`.
    pub kind: String,
    /// From.
    pub start: Timestamp,
    /// To.
    pub end: Timestamp,
    /// Reason of a time off.
    pub reason: Option<String>,
}

/// A visit: a bubble on the board or a line in the tray.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VisitView {
    /// Id of the appointment.
    pub id: String,
    /// Id of the job.
    pub job_id: String,
    /// `J114`.
    pub reference: String,
    /// Job type name.
    pub job_type: String,
    /// Trade.
    pub trade: String,
    /// Business unit.
    pub unit_id: String,
    /// Customer's name.
    pub customer: String,
    /// Address in one line.
    pub address: String,
    /// Five digits, or empty.
    pub zip: String,
    /// Zone name.
    pub zone: Option<String>,
    /// The problem in their words.
    pub summary: String,
    /// Urgency.
    pub urgency: String,
    /// Expected value, in cents.
    pub value_cents: i64,
    /// State name: `unassigned`, `assigned`, `dispatched`, `working`, `paused`, `done`, `on_hold`, `canceled`.
    pub state: String,
    /// The technician on the schedule; for an unassigned visit the provisional one.
    pub technician_id: Option<String>,
    /// Planned start; for an unassigned visit the provisional one.
    pub start: Option<Timestamp>,
    /// Expected end, seen from now.
    pub end: Option<Timestamp>,
    /// The promise.
    pub window: SpanView,
    /// Planned time on site.
    pub duration_minutes: u32,
    /// Drive from the stop before, when it is on the schedule.
    pub drive_minutes: Option<i64>,
    /// `technician`, `start`, `technician_and_start` or `range`, when locked by a person.
    pub lock: Option<String>,
    /// Whether the planner may move it now.
    pub planned: bool,
    /// Why the planner may not.
    pub kept_because: Option<String>,
    /// Whether the customer was told the window.
    pub told: bool,
    /// Alerts, worst first: `emergency_waiting`, `missed`, `no_plan`, `late`, `outside_window`, `running_over`, `hold_over`.
    pub alerts: Vec<String>,
    /// The same with reason and severity.
    pub alert_reasons: Vec<AlertView>,
    /// How many company days its promise lies back; 0 from today on, and for what is done or cancelled.
    pub days_open: u32,
    /// Reason of a hold or cancellation.
    pub note: Option<String>,
}

/// Why somebody has to look at a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AlertView {
    /// `emergency_waiting`, `missed`, `no_plan`, `late`, `outside_window`, `running_over`, `hold_over`.
    pub code: String,
    /// `critical`, `high`, `medium` or `low`.
    pub severity: String,
    /// `25 min late`, `its arrival window ended at 13:00`.
    pub words: String,
    /// By how many minutes; absent when it has no measure.
    pub minutes: Option<i64>,
}

/// An event.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventView {
    /// Id.
    pub id: String,
    /// Whose.
    pub technician_id: String,
    /// Title.
    pub title: String,
    /// From.
    pub start: Timestamp,
    /// To.
    pub end: Timestamp,
    /// Whether the planner may shift it.
    pub movable: bool,
}

/// A held reservation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HeldView {
    /// Id.
    pub id: String,
    /// The lead it is kept for.
    pub lead_id: String,
    /// The provisional technician.
    pub technician_id: String,
    /// From.
    pub start: Timestamp,
    /// To.
    pub end: Timestamp,
    /// The promise.
    pub window: SpanView,
}

/// Changes made by hand.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MovesRequest {
    /// All or none are made.
    pub moves: Vec<MoveInput>,
    /// A person's reason for overriding what may be overridden.
    #[serde(default)]
    pub override_reason: Option<String>,
}

/// One change made by hand.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "move", deny_unknown_fields)]
pub enum MoveInput {
    /// Put a visit on the schedule or move it.
    Assign {
        /// Which visit.
        appointment_id: String,
        /// Who.
        technician_id: String,
        /// Start of service.
        start: Timestamp,
    },
    /// Back to the tray.
    Unassign {
        /// Which visit.
        appointment_id: String,
        /// Why.
        reason: String,
    },
    /// Lock: `technician`, `start` or `technician_and_start`.
    Lock {
        /// Which visit.
        appointment_id: String,
        /// What is kept.
        kind: String,
    },
    /// Unlock.
    Unlock {
        /// Which visit.
        appointment_id: String,
    },
    /// A step of the day: `dispatch`, `cancel_dispatch`, `arrive`, `pause`, `continue` or `finish`.
    Advance {
        /// Which visit.
        appointment_id: String,
        /// Which step.
        step: String,
    },
    /// On hold: `parts`, `customer`, `permit`, `payment`, or other words.
    Hold {
        /// Which visit.
        appointment_id: String,
        /// Why.
        reason: String,
    },
    /// Off hold, with a promise.
    Resume {
        /// Which visit.
        appointment_id: String,
        /// The promise.
        window: SpanView,
    },
    /// Take up again what was cancelled.
    Reopen {
        /// Which visit.
        appointment_id: String,
    },
    /// Cancel.
    Cancel {
        /// Which visit.
        appointment_id: String,
        /// Why.
        reason: String,
    },
    /// Shift an event.
    ShiftEvent {
        /// Which event.
        event_id: String,
        /// New start; its length stays.
        start: Timestamp,
    },
}

/// What came of changes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MovesResult {
    /// Journal position of the change; name it to undo.
    pub position: i64,
    /// Whether it can be undone.
    pub undoable: bool,
    /// What was overridden.
    pub overridden: Vec<RefusalView>,
    /// The visits as they are now.
    pub visits: Vec<VisitView>,
    /// The lead that waits for a person again, when a booking was undone.
    pub lead_id: Option<String>,
    /// What became of messages, in sentences: withdrawn unsent, or sent and a correction drafted.
    pub became: Vec<String>,
}

/// What a change would do, without doing it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MovesPreview {
    /// Why not; empty when it fits.
    pub refusals: Vec<RefusalView>,
    /// Change in driving of the day.
    pub drive_minutes: i64,
    /// Change in money, in cents.
    pub value_cents: i64,
    /// Change in jobs on the schedule.
    pub jobs: i32,
}

/// The windows that a visit could be moved to, and whom that concerns.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VisitWindows {
    /// What is promised now.
    pub window: SpanView,
    /// Windows that fit the board, best first; `message` is the text that tells the customer.
    pub windows: Vec<super::WindowView>,
    /// Who has to be told.
    pub tell: TellView,
}

/// Who has to be told of a new window.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TellView {
    /// The customer's name.
    pub name: String,
    /// Where they are reached, phone before e-mail; absent when nobody knows: then somebody has to find out.
    pub to: Option<String>,
    /// `en` or `es`.
    pub language: String,
    /// Whether they were told the window that is promised now.
    pub told: bool,
}

/// Another window for a visit.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RescheduleRequest {
    /// From.
    pub start: Timestamp,
    /// To.
    pub end: Timestamp,
    /// Another text for the customer.
    #[serde(default)]
    pub message: Option<String>,
    /// Take the text even though it names another day or hour than the window.
    #[serde(default)]
    pub message_confirmed: bool,
    /// `draft` (the default): the message waits for a person; `send`: it leaves after the hold-back; `none`: somebody
    /// tells them otherwise.
    #[serde(default)]
    pub tell: Option<String>,
}

/// What came of another window.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RescheduleResult {
    /// Journal position of the change; name it to undo.
    pub position: i64,
    /// Whether it can be undone.
    pub undoable: bool,
    /// The visit as it is now.
    pub visit: VisitView,
    /// Who has to be told.
    pub tell: TellView,
    /// The message to them; absent when nobody knows where they are reached, or none was wanted.
    pub message: Option<super::MessageView>,
}

/// Which change to take back.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoRequest {
    /// Its journal position.
    pub position: i64,
}

/// A visit with what the flyout shows.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VisitDetail {
    /// The bubble.
    pub visit: VisitView,
    /// Customer's phone.
    pub phone: Option<String>,
    /// Access notes.
    pub access: String,
    /// The lead it came from.
    pub lead_id: Option<String>,
    /// When it was booked.
    pub booked: Timestamp,
    /// The newest suggestion made for it that is still open.
    pub suggestion_id: Option<String>,
    /// What happened, newest first.
    pub timeline: Vec<TimelineEntry>,
}

/// One verdict for every technician, best first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TechnicianRanking {
    /// Best first, blocked ones last.
    pub technicians: Vec<RankedTechnician>,
}

/// What the planner says of one technician for a visit.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RankedTechnician {
    /// Id.
    pub technician_id: String,
    /// Name.
    pub name: String,
    /// `has_it`, `feasible` or `blocked`.
    pub verdict: String,
    /// Best start.
    pub start: Option<Timestamp>,
    /// Added driving.
    pub drive_minutes: Option<i64>,
    /// Money against the best choice, in cents; 0 for the best.
    pub behind_cents: Option<i64>,
    /// Why it is blocked.
    pub refusals: Vec<RefusalView>,
}
