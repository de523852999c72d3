//! The reason catalogue: why something cannot be, in the dispatcher's words and with a stable code.

use crate::id::{AppointmentId, EventId, ReservationId, SkillId, TechnicianId};
use crate::time::ArrivalWindow;
use jiff::{SignedDuration, Timestamp, civil};
use serde::{Deserialize, Serialize};

/// Why something cannot be. A refusal is an answer: it can be shown, branched on and tested by name.
#[expect(missing_docs, reason = "the sentence of each variant names its fields")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Refusal {
    /// The technician does not hold a skill, or not at the level.
    #[error("does not hold `{name}` at level {needed} (holds {held})")]
    MissingSkill { skill: SkillId, name: String, needed: u8, held: u8 },
    /// A licence ran out before the day.
    #[error("`{name}` expired on {expired}")]
    LicenceExpired { skill: SkillId, name: String, expired: civil::Date },
    /// The technician is kept to other zones.
    #[error("works in other zones than {zone}")]
    OutsideZone { zone: String },
    /// The technician works for other units.
    #[error("works for other business units than {unit}")]
    OtherUnit { unit: String },
    /// The technician has no shift at that time.
    #[error("has no shift that covers the visit and the drives")]
    NoShift,
    /// The technician is only on call then, and on-call time is not planned.
    #[error("is only on call then, and on-call time is not planned")]
    OnCallOnly,
    /// The technician is off.
    #[error("is on time off ({reason})")]
    OnTimeOff { reason: String },
    /// A non-job event is in the way.
    #[error("has `{title}` then")]
    EventInTheWay { event: EventId, title: String },
    /// Another visit is in the way.
    #[error("has J{job} then")]
    VisitInTheWay { appointment: AppointmentId, job: u32, locked: bool },
    /// A reserved slot is in the way.
    #[error("keeps that time for a reservation")]
    ReservationInTheWay { reservation: ReservationId },
    /// The drive takes longer than the limit.
    #[error("the drive takes {} min, the limit is {} min", .drive.as_mins(), .limit.as_mins())]
    DriveTooLong { drive: SignedDuration, limit: SignedDuration },
    /// The drive home takes longer than the limit.
    #[error("the drive home takes {} min, the limit is {} min", .drive.as_mins(), .limit.as_mins())]
    DriveHomeTooLong { drive: SignedDuration, limit: SignedDuration },
    /// The technician cannot be there in time.
    #[error("cannot be there before {} min after the planned start", .late_by.as_mins())]
    ArrivesLate { late_by: SignedDuration },
    /// The technician would be late for the next stop.
    #[error("would be {} min late at the next stop", .late_by.as_mins())]
    NextArrivesLate { late_by: SignedDuration },
    /// The start lies outside the promised window.
    #[error("the start is outside the arrival window, {} min {}", .by.abs().as_mins(), if .by.is_negative() { "early" } else { "late" })]
    OutsideWindow { window: ArrivalWindow, by: SignedDuration },
    /// The visit would lie outside business hours.
    #[error("the visit lies outside business hours")]
    OutsideHours,
    /// The start is in the past.
    #[error("the start is in the past")]
    InThePast,
    /// The visit is locked by a person.
    #[error("J{job} is locked")]
    Locked { appointment: AppointmentId, job: u32 },
    /// The visit is too near to its start to be moved by the planner.
    #[error("J{job} starts within the autolock time")]
    Autolocked { appointment: AppointmentId, job: u32 },
    /// The technician has set out or the work is done.
    #[error("J{job} is {state}")]
    HasBegun { appointment: AppointmentId, job: u32, state: String },
    /// The visit is on hold or cancelled.
    #[error("J{job} is {state}")]
    NotOpen { appointment: AppointmentId, job: u32, state: String },
    /// The visit stands elsewhere than the move was made for.
    #[error("J{job} was moved by someone else")]
    MovedSince { appointment: AppointmentId, job: u32 },
    /// The step does not follow from the state.
    #[error("J{job} is {state}, so it cannot {step}")]
    WrongStep { appointment: AppointmentId, job: u32, state: String, step: String },
    /// The event does not move, or not that far.
    #[error("`{title}` may not be moved there")]
    EventNotMovable { event: EventId, title: String },
    /// Only a person may change what a customer was promised.
    #[error("only a person may give J{job} another window")]
    OnlyAPerson { appointment: AppointmentId, job: u32 },
    /// The planner may not touch the job or its job type.
    #[error("J{job} is not enabled for planning")]
    NotPlanned { appointment: AppointmentId, job: u32 },
    /// The technician is not planned by the planner.
    #[error("is not a managed technician")]
    NotManaged,
    /// The address was not found on the map.
    #[error("the address was not found on the map")]
    AddressNotFound,
    /// No road leads there.
    #[error("no road leads there")]
    Unreachable,
    /// A promise made to someone else could no longer be kept.
    #[error("{holder} would lose the only place that keeps its promise")]
    BreaksPromise { holder: String },
    /// There is no such visit on the board.
    #[error("there is no visit `{appointment}` on the board")]
    UnknownVisit { appointment: AppointmentId },
    /// There is no such technician.
    #[error("there is no technician `{technician}`")]
    UnknownTechnician { technician: TechnicianId },
    /// There is no such event.
    #[error("there is no event `{event}`")]
    UnknownEvent { event: EventId },
    /// The day is over.
    #[error("its arrival window is over")]
    DayOver { ended: Timestamp },
}

impl Refusal {
    /// The stable code, the same as in JSON.
    pub fn code(&self) -> &'static str {
        use Refusal as R;
        match self {
            R::MissingSkill { .. } => "missing_skill",
            R::LicenceExpired { .. } => "licence_expired",
            R::OutsideZone { .. } => "outside_zone",
            R::OtherUnit { .. } => "other_unit",
            R::NoShift => "no_shift",
            R::OnCallOnly => "on_call_only",
            R::OnTimeOff { .. } => "on_time_off",
            R::EventInTheWay { .. } => "event_in_the_way",
            R::VisitInTheWay { .. } => "visit_in_the_way",
            R::ReservationInTheWay { .. } => "reservation_in_the_way",
            R::DriveTooLong { .. } => "drive_too_long",
            R::DriveHomeTooLong { .. } => "drive_home_too_long",
            R::ArrivesLate { .. } => "arrives_late",
            R::NextArrivesLate { .. } => "next_arrives_late",
            R::OutsideWindow { .. } => "outside_window",
            R::OutsideHours => "outside_hours",
            R::InThePast => "in_the_past",
            R::Locked { .. } => "locked",
            R::Autolocked { .. } => "autolocked",
            R::HasBegun { .. } => "has_begun",
            R::NotOpen { .. } => "not_open",
            R::MovedSince { .. } => "moved_since",
            R::WrongStep { .. } => "wrong_step",
            R::EventNotMovable { .. } => "event_not_movable",
            R::OnlyAPerson { .. } => "only_a_person",
            R::NotPlanned { .. } => "not_planned",
            R::NotManaged => "not_managed",
            R::AddressNotFound => "address_not_found",
            R::Unreachable => "unreachable",
            R::BreaksPromise { .. } => "breaks_promise",
            R::UnknownVisit { .. } => "unknown_visit",
            R::UnknownTechnician { .. } => "unknown_technician",
            R::UnknownEvent { .. } => "unknown_event",
            R::DayOver { .. } => "day_over",
        }
    }

    /// Whether a person may override it with a reason: a promise that loses its plan by it becomes an alert. Nobody may
    /// be in two places, start outside the window, move what is locked or begun, or plan the past.
    pub fn can_be_overridden(&self) -> bool {
        use Refusal as R;
        matches!(
            self,
            R::MissingSkill { .. }
                | R::LicenceExpired { .. }
                | R::OutsideZone { .. }
                | R::OtherUnit { .. }
                | R::NoShift
                | R::OnCallOnly
                | R::DriveTooLong { .. }
                | R::DriveHomeTooLong { .. }
                | R::ArrivesLate { .. }
                | R::NextArrivesLate { .. }
                | R::OutsideHours
                | R::NotPlanned { .. }
                | R::NotManaged
                | R::Unreachable
                | R::BreaksPromise { .. }
        )
    }
}
