//! Reserving and booking: what both people and rules write, said once.

use super::read::Understood;
use crate::App;
use crate::error::{Error, Kind};
use domain::board::StopKind;
use domain::lead::Status;
use domain::{
    Actor, Appointment, AppointmentId, AppointmentState, ArrivalWindow, Board, Company, Customer,
    CustomerClass, CustomerId, Entry, EntryKind, Job, JobId, JobType, Lead, LeadState, Location, LocationId,
    Reservation, ReservationId, ReservationState, Span, Subject, Timestamp,
};
use planner::{NoSlot, Problem, Slot, Wanted};
use std::sync::Arc;
use store::{Changeset, Stored};

/// Who asks, as far as the company knows them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(crate) customer: Option<Customer>,
    pub(crate) location: Option<Location>,
}

impl Known {
    pub(crate) fn class(&self) -> CustomerClass {
        self.customer.as_ref().map_or(CustomerClass::New, |customer| customer.class)
    }
}

/// What a lead asks the planner for; none while something is missing.
pub(crate) fn wanted(company: &Company, understood: &Understood) -> Option<Wanted> {
    let kind = company.job_type(understood.triage.job_type?)?;
    Some(Wanted {
        job_type: kind.id,
        zone: understood.zone,
        point: Some(understood.point?),
        duration: kind.duration,
        urgency: understood.triage.urgency,
        booked: None,
    })
}

impl App {
    /// The windows that fit, and the board they were found on.
    pub(crate) async fn slots(&self, board: &Arc<Board>, wanted: Wanted) -> Result<Vec<Slot>, Error> {
        let ask =
            move |board: &Board, drives: &dyn domain::DriveTimes, values: &crate::board::Forecasts<'_>| {
                planner::slots(&Problem::new(board, drives, values), &wanted)
            };
        self.ask(Arc::clone(board), wanted.point, ask).await
    }

    /// The plan behind one window, by the same code that offered it.
    pub(crate) async fn slot_in(
        &self,
        board: &Arc<Board>,
        wanted: Wanted,
        window: ArrivalWindow,
    ) -> Result<Slot, Error> {
        if !is_offered(&board.company, window) {
            let offered = "the company does not offer this window; choose one of those shown";
            return Err(Error::new(Kind::Refused, "window_not_offered", offered));
        }
        let ask =
            move |board: &Board, drives: &dyn domain::DriveTimes, values: &crate::board::Forecasts<'_>| {
                planner::slot_in(&Problem::new(board, drives, values), &wanted, window)
            };
        self.ask(Arc::clone(board), wanted.point, ask).await?.map_err(|why| no_slot(&why))
    }

    /// A reservation of a slot for a lead.
    pub(crate) fn reservation(
        &self,
        lead: &Lead,
        wanted: &Wanted,
        slot: &Slot,
        until: Timestamp,
    ) -> Option<Reservation> {
        Some(Reservation {
            id: ReservationId(self.new_id()),
            lead: lead.id,
            job_type: wanted.job_type,
            point: wanted.point?,
            zone: wanted.zone,
            window: slot.window,
            duration: wanted.duration,
            placement: slot.placement,
            state: ReservationState::Held { until },
        })
    }

    /// Adds a booked job to a changeset: customer, place, job and visit, and the lead that became it.
    ///
    /// # Errors
    /// A refusal when the lead lacks something that a job needs.
    pub(crate) fn add_job(
        &self,
        changes: Changeset,
        company: &Company,
        lead: Stored<Lead>,
        known: Known,
        booking: Booking<'_>,
    ) -> Result<(Changeset, JobId), Error> {
        let version = lead.version;
        let mut lead = lead.value;
        let kind = company
            .job_type(booking.wanted.job_type)
            .ok_or_else(|| Error::not_found("job type", booking.wanted.job_type))?;
        let mut changes = changes;
        let customer = match known.customer {
            Some(customer) => customer.id,
            None => {
                let customer = self.new_customer(&lead);
                let id = customer.id;
                changes = changes.add(customer);
                id
            }
        };
        let location = match known.location {
            Some(location) => location.id,
            None => {
                let location = self.new_location(&lead, customer, &booking.wanted);
                let id = location.id;
                changes = changes.add(location);
                id
            }
        };
        let job = self.new_job(&lead, kind, customer, location, &booking);
        let visit = self.new_visit(&job, kind, &booking);
        let id = job.id;
        lead.customer = Some(customer);
        lead.location = Some(location);
        let zone = company.zone_of_time();
        let words = format!("{} booked for {}", kind.name, booking.window.label(&zone));
        lead.status = Status {
            state: LeadState::Booked { job: id },
            since: booking.now,
            by: booking.by.clone(),
            why: words.clone(),
        };
        let entry = Entry {
            mode: booking.mode,
            rule_version: booking.rule_version,
            ..Entry::new(booking.now, booking.by.clone(), EntryKind::JobBooked, words)
        };
        let entry =
            entry.about(Subject::Lead(lead.id)).about(Subject::Job(id)).about(Subject::Appointment(visit.id));
        Ok((changes.add(job).add(visit).change(lead, version).entry(entry), id))
    }

    fn new_customer(&self, lead: &Lead) -> Customer {
        let readings = &lead.readings;
        Customer {
            id: CustomerId(self.new_id()),
            name: readings.name.as_ref().map_or_else(|| "Unknown".to_owned(), |name| name.value.clone()),
            phones: readings.phones.iter().map(|phone| phone.value.clone()).collect(),
            emails: readings.emails.iter().map(|email| email.value.clone()).collect(),
            class: CustomerClass::New,
        }
    }

    fn new_location(&self, lead: &Lead, customer: CustomerId, wanted: &Wanted) -> Location {
        let access: Vec<&str> = lead.readings.access.iter().map(|access| access.value.as_str()).collect();
        Location {
            id: LocationId(self.new_id()),
            customer,
            address: lead.readings.address.as_ref().map(|address| address.value.clone()).unwrap_or_default(),
            point: wanted.point,
            zone: wanted.zone,
            access: access.join("; "),
        }
    }

    fn new_job(
        &self,
        lead: &Lead,
        kind: &JobType,
        customer: CustomerId,
        location: LocationId,
        booking: &Booking<'_>,
    ) -> Job {
        Job {
            id: JobId(self.new_id()),
            // The store gives the next number of the company.
            number: 0,
            customer,
            location,
            job_type: kind.id,
            unit: kind.unit,
            summary: lead
                .readings
                .problem
                .as_ref()
                .map_or_else(|| kind.name.clone(), |words| words.value.clone()),
            urgency: booking.wanted.urgency,
            value: kind.value.typical,
            planned: true,
            lead: Some(lead.id),
            booked: booking.now,
        }
    }

    fn new_visit(&self, job: &Job, kind: &JobType, booking: &Booking<'_>) -> Appointment {
        Appointment {
            id: AppointmentId(self.new_id()),
            job: job.id,
            window: booking.window,
            duration: kind.duration,
            state: AppointmentState::Unassigned { provisional: Some(booking.placement) },
            lock: None,
            told: None,
            helpers: Vec::new(),
        }
    }
}

/// What is booked, by whom.
pub(crate) struct Booking<'a> {
    pub(crate) wanted: Wanted,
    pub(crate) window: ArrivalWindow,
    pub(crate) placement: domain::Placement,
    pub(crate) by: &'a Actor,
    pub(crate) mode: Option<domain::Authority>,
    pub(crate) rule_version: Option<u32>,
    pub(crate) now: Timestamp,
}

/// Adds what a slot rests on: the day of its technician as it was read, and the promises that stand elsewhere for it.
pub(crate) fn add_ground(mut changes: Changeset, board: &Board, slot: &Slot) -> Changeset {
    let date = board.company.date(slot.placement.start);
    let day = Span::day(date, &board.company.zone_of_time()).unwrap_or(board.span);
    let technicians =
        slot.displaced.iter().map(|moved| moved.to.technician).chain([slot.placement.technician]);
    changes = changes.only_if(crate::board::beside(technicians, day, board.position));
    for moved in &slot.displaced {
        match moved.holder {
            StopKind::Visit(id) => {
                if let Some(visit) = board.visit(id) {
                    let mut appointment = visit.appointment.clone();
                    appointment.state = AppointmentState::Unassigned { provisional: Some(moved.to) };
                    changes = changes.change(appointment, board.position);
                }
            }
            StopKind::Reservation(id) => {
                if let Some(held) = board.reservations.iter().find(|held| held.id == id) {
                    changes =
                        changes.change(Reservation { placement: moved.to, ..held.clone() }, board.position);
                }
            }
            StopKind::Event(_) => {}
        }
    }
    changes
}

/// A board on which one reservation was given back, to look for another window for the same lead.
pub(crate) fn without(board: &Arc<Board>, reservation: Option<ReservationId>) -> Arc<Board> {
    match reservation.filter(|id| board.reservations.iter().any(|held| held.id == *id)) {
        None => Arc::clone(board),
        Some(id) => {
            let mut board = Board::clone(board);
            board.reservations.retain(|held| held.id != id);
            Arc::new(board)
        }
    }
}

/// Whether a window is one of the company's own, on a day on which it is open.
fn is_offered(company: &Company, window: ArrivalWindow) -> bool {
    let (date, zone) = (company.date(window.start()), company.zone_of_time());
    company.hours.on(date, &zone).is_some()
        && company.windows.iter().any(|preset| preset.on(date, &zone) == Some(window))
}

fn no_slot(why: &NoSlot) -> Error {
    Error::new(Kind::Refused, "window_full", format!("{why}; choose another window"))
}
