//! The board: technicians, their calendars, and the visits on them.
//!
//! [`Board::apply`] is the only way to change it. A drag, an accepted suggestion, the planner under Auto and an undo
//! all go through it, so what is refused to one is refused to all, by the same name.

mod apply;
mod promises;
mod route;

pub use apply::{Applied, How};
pub use route::{Stop, StopKind};

use crate::appointment::Appointment;
use crate::company::Company;
use crate::customer::{Customer, Location};
use crate::event::NonJobEvent;
use crate::geo::Point;
use crate::id::{AppointmentId, EventId, TechnicianId};
use crate::job::Job;
use crate::refusal::Refusal;
use crate::reservation::Reservation;
use crate::rules::Demand;
use crate::shift::Shift;
use crate::technician::Technician;
use crate::time::Span;
use jiff::{SignedDuration, Timestamp};

/// How long drives take. Answers are the same for the same question within one use of a board.
pub trait DriveTimes {
    /// The drive from one place to another; none when no road leads there.
    fn drive(&self, from: Point, to: Point) -> Option<SignedDuration>;
}

/// A visit with what is needed to judge and show it.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The appointment.
    pub appointment: Appointment,
    /// Its job.
    pub job: Job,
    /// For whom.
    pub customer: Customer,
    /// Where.
    pub location: Location,
}

/// Technicians, calendars and visits of a span of days, as they are at one position of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// The company with its set-up.
    pub company: Company,
    /// The instant it is judged from.
    pub now: Timestamp,
    /// The journal position it was read at.
    pub position: i64,
    /// The days it covers.
    pub span: Span,
    /// Technicians, by name.
    pub technicians: Vec<Technician>,
    /// Shifts that touch the span.
    pub shifts: Vec<Shift>,
    /// Events that touch the span.
    pub events: Vec<NonJobEvent>,
    /// Visits whose window or placement touches the span.
    pub visits: Vec<Visit>,
    /// Reservations that are held.
    pub reservations: Vec<Reservation>,
}

impl Visit {
    /// What the visit asks for.
    pub fn demand(&self) -> Demand {
        Demand {
            job_type: self.job.job_type,
            zone: self.location.zone,
            point: self.location.point,
            window: self.appointment.window,
            duration: self.appointment.duration,
        }
    }
}

impl Board {
    /// A visit.
    pub fn visit(&self, id: AppointmentId) -> Option<&Visit> {
        self.visits.iter().find(|visit| visit.appointment.id == id)
    }

    /// A technician.
    pub fn technician(&self, id: TechnicianId) -> Option<&Technician> {
        self.technicians.iter().find(|technician| technician.id == id)
    }

    /// An event.
    pub fn event(&self, id: EventId) -> Option<&NonJobEvent> {
        self.events.iter().find(|event| event.id == id)
    }

    /// The shifts of a technician.
    pub fn shifts_of(&self, id: TechnicianId) -> impl Iterator<Item = &Shift> + Clone {
        self.shifts.iter().filter(move |shift| shift.technician == id)
    }

    /// Why the planner may not move a visit; none when it may.
    pub fn keeps_still(&self, visit: &Visit) -> Option<Refusal> {
        let (appointment, job) = (&visit.appointment, visit.job.number);
        let id = appointment.id;
        let state = || appointment.state.name().replace('_', " ");
        if appointment.state.has_begun() {
            return Some(Refusal::HasBegun { appointment: id, job, state: state() });
        }
        if !appointment.state.is_open() {
            return Some(Refusal::NotOpen { appointment: id, job, state: state() });
        }
        if appointment.lock.is_some() {
            return Some(Refusal::Locked { appointment: id, job });
        }
        let enabled = self.company.job_type(visit.job.job_type).is_some_and(|kind| kind.planned);
        if !visit.job.planned || !enabled {
            return Some(Refusal::NotPlanned { appointment: id, job });
        }
        let near = |start: Timestamp| start.duration_since(self.now) < self.company.settings.autolock;
        if appointment.state.placement().is_some_and(|at| near(at.start)) {
            return Some(Refusal::Autolocked { appointment: id, job });
        }
        None
    }
}
