//! A small company to write into the store.

use domain::authority::RuleSet;
use domain::lead::{Sender, Status};
use domain::{
    Actor, Address, Appointment, AppointmentId, AppointmentState, ArrivalWindow, Authority, BusinessHours,
    BusinessUnitId, Cents, Channel, Company, CompanyId, ContactEvent, ContactEventId, Customer,
    CustomerClass, CustomerId, EndPlace, Entry, EntryKind, EventId, Job, JobId, JobTypeId, Lead, LeadId,
    LeadState, Location, LocationId, NonJobEvent, Placement, Point, Readings, Reservation, ReservationId,
    ReservationState, Settings, SignedDuration, Span, Technician, TechnicianId, Timestamp, Urgency,
};
use store::{Changeset, Store};

pub(crate) const ONE: CompanyId = CompanyId(1);
pub(crate) const TWO: CompanyId = CompanyId(2);
const SHOP: Point = Point { lat: 39.961_234_567_89, lon: -82.998_765_432_1 };

/// The instant `minutes` after noon of a Saturday.
pub(crate) fn at(minutes: i64) -> Timestamp {
    "2026-11-21T12:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
}

pub(crate) fn span(from: i64, to: i64) -> Span {
    Span::new(at(from), at(to)).unwrap()
}

pub(crate) fn why(words: &str) -> Entry {
    Entry::new(at(0), Actor::System, EntryKind::Imported, words)
}

pub(crate) fn company(id: CompanyId) -> Company {
    Company {
        id,
        slug: format!("company-{id}"),
        name: format!("Company {id}"),
        time_zone: "America/New_York".into(),
        phone: "+16145550100".into(),
        shop: SHOP,
        units: vec![],
        hours: BusinessHours { week: [None; 7], closed: vec![] },
        zones: vec![],
        skills: vec![],
        job_types: vec![],
        windows: vec![],
        settings: Settings::default(),
    }
}

pub(crate) fn technician(id: i64, name: &str) -> Technician {
    Technician {
        id: TechnicianId(id),
        name: name.into(),
        phone: "+16145550101".into(),
        units: vec![],
        home: SHOP,
        starts_at: EndPlace::Home,
        ends_at: EndPlace::At(SHOP),
        skills: vec![],
        zones: vec![],
        managed: true,
        max_drive: None,
    }
}

pub(crate) fn customer(id: i64) -> Customer {
    Customer {
        id: CustomerId(id),
        name: format!("Customer {id}"),
        phones: vec![format!("+1614555{id:04}")],
        emails: vec![],
        class: CustomerClass::New,
    }
}

pub(crate) fn location(id: i64, customer: i64) -> Location {
    Location {
        id: LocationId(id),
        customer: CustomerId(customer),
        address: Address { line: format!("{id} Summit St"), ..Address::default() },
        point: Some(Point { lat: SHOP.lat + id as f64 * 1e-4 / 3.0, lon: SHOP.lon }),
        zone: None,
        access: String::new(),
    }
}

pub(crate) fn job(id: i64) -> Job {
    Job {
        id: JobId(id),
        number: 0,
        customer: CustomerId(id),
        location: LocationId(id),
        job_type: JobTypeId(1),
        unit: BusinessUnitId(1),
        summary: "No heat".into(),
        urgency: Urgency::Routine,
        value: Cents::dollars(400),
        planned: true,
        lead: None,
        booked: at(0),
    }
}

pub(crate) fn placement(technician: i64, start: i64) -> Placement {
    Placement { technician: TechnicianId(technician), start: at(start) }
}

pub(crate) fn assigned(technician: i64, start: i64) -> AppointmentState {
    AppointmentState::Assigned { placement: placement(technician, start) }
}

/// An hour's visit of the job with the same id, promised for the whole day.
pub(crate) fn visit(id: i64, state: AppointmentState) -> Appointment {
    Appointment {
        id: AppointmentId(id),
        job: JobId(id),
        window: ArrivalWindow(span(0, 600)),
        duration: SignedDuration::from_mins(60),
        state,
        lock: None,
        told: None,
        helpers: vec![],
    }
}

pub(crate) fn event(id: i64, technician: i64, from: i64, to: i64) -> NonJobEvent {
    NonJobEvent {
        id: EventId(id),
        technician: TechnicianId(technician),
        span: span(from, to),
        title: "Lunch".into(),
        timesheet_code: None,
        movable_within: None,
        place: None,
    }
}

/// An hour that is kept for a lead.
pub(crate) fn reservation(id: i64, lead: i64, technician: i64, start: i64) -> Reservation {
    Reservation {
        id: ReservationId(id),
        lead: LeadId(lead),
        job_type: JobTypeId(1),
        point: SHOP,
        zone: None,
        window: ArrivalWindow(span(0, 600)),
        duration: SignedDuration::from_mins(60),
        placement: placement(technician, start),
        state: ReservationState::Held { until: at(15) },
    }
}

pub(crate) fn lead(id: i64, fingerprint: &str) -> Lead {
    Lead {
        id: LeadId(id),
        number: 0,
        channel: Channel::Form,
        received: at(0),
        last_contact: at(0),
        contacts: 1,
        fingerprint: fingerprint.into(),
        status: Status { state: LeadState::New, since: at(0), by: Actor::Customer, why: "came in".into() },
        owner: None,
        customer: None,
        location: None,
        readings: Readings::default(),
        point: None,
        triage: None,
        verdict: None,
    }
}

pub(crate) fn contact(id: i64, lead: i64) -> ContactEvent {
    ContactEvent {
        id: ContactEventId(id),
        lead: LeadId(lead),
        channel: Channel::Form,
        received: at(0),
        raw: "{\"message\":\"no heat\"}".into(),
        turns: vec![],
        sender: Sender::default(),
    }
}

pub(crate) fn rules(version: u32, signed: bool) -> RuleSet {
    let signature = domain::authority::Signature { user: domain::UserId(1), name: "Ann".into(), at: at(0) };
    RuleSet {
        version,
        base: Authority::Approve,
        ceilings: vec![],
        kill_switch: false,
        signed: signed.then_some(signature),
    }
}

/// A change of `company` with a reason.
pub(crate) fn change(company: CompanyId) -> Changeset {
    Changeset::new(company).entry(why("test"))
}

/// A visit with its customer, location and job, all new and of one id.
pub(crate) fn booked(company: CompanyId, id: i64, state: AppointmentState) -> Changeset {
    change(company).add(customer(id)).add(location(id, id)).add(job(id)).add(visit(id, state))
}

/// Two technicians, Ana (1) and Ben (2), in company one.
pub(crate) async fn set_up(store: &Store) {
    let start = change(ONE).add(company(ONE)).add(technician(1, "Ana")).add(technician(2, "Ben"));
    store.commit(start).await.unwrap();
}
