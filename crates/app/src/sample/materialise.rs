//! From day offsets to records of a given day.

use super::file::{HistoryFile, Keeps, Minute, Moment, PastJob, PlaceRow, StateRow, TechnicianRow, VisitRow};
use super::file::{LAST_DAY, LockRow};
use super::places::point;
use super::season;
use super::{MORNING, Sample, SampleError};
use domain::board::Visit;
use domain::{
    Actor, Address, Appointment, AppointmentId, AppointmentState, Area, ArrivalWindow, Board, BusinessHours,
    BusinessUnit, BusinessUnitId, Cents, Company, CompanyId, Customer, CustomerId, EndPlace, EventId,
    HoldReason, Job, JobId, JobType, JobTypeId, Location, LocationId, Lock, LockKind, NonJobEvent, Placement,
    Settings, Shift, ShiftId, ShiftKind, SignedDuration, Skill, SkillHeld, SkillId, SkillNeed, Span,
    Technician, TechnicianId, Timestamp, UserId, ValueRange, WindowPreset, Zone, ZoneId, civil, tz,
};
use std::collections::BTreeSet;

/// For how many days before today shifts are kept: two weeks can be looked back on.
const SHIFTS_BACK: i32 = 14;

/// From where the ids of the records count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ids {
    /// The company.
    pub company: CompanyId,
    /// The person who locked visits.
    pub dispatcher: UserId,
    /// The first id of each noun; positive.
    pub first: i64,
}

impl Ids {
    fn at(self, position: usize) -> i64 {
        self.first + position as i64
    }

    /// The id of a visit of the board by its position in the file; finished jobs come first.
    pub(super) fn appointment(self, history: &HistoryFile, position: usize) -> AppointmentId {
        AppointmentId(self.at(history.jobs.len() + position))
    }
}

/// The sample company on a given day.
#[derive(Debug, Clone, PartialEq)]
pub struct Records {
    /// 09:40 company time.
    pub now: Timestamp,
    /// The company.
    pub company: Company,
    /// Technicians, in the order of the file.
    pub technicians: Vec<Technician>,
    /// Shifts and time off.
    pub shifts: Vec<Shift>,
    /// Events.
    pub events: Vec<NonJobEvent>,
    /// Customers, in the order of the file.
    pub customers: Vec<Customer>,
    /// The place of each customer, at the same position.
    pub locations: Vec<Location>,
    /// Jobs: finished ones, oldest first, then those of the board.
    pub jobs: Vec<Job>,
    /// The one appointment of each job, at the same position.
    pub appointments: Vec<Appointment>,
}

impl Records {
    /// The board of one date, judged from `now`.
    ///
    /// # Errors
    /// [`SampleError::OutsideCalendar`] at the end of the calendar.
    pub fn board(&self, date: civil::Date, now: Timestamp) -> Result<Board, SampleError> {
        let outside = |_| SampleError::OutsideCalendar { today: date };
        let span = Span::day(date, &self.company.zone_of_time()).map_err(outside)?;
        let touches = |appointment: &Appointment| {
            appointment.window.0.overlaps(&span)
                || appointment.planned_span().is_some_and(|(_, planned)| planned.overlaps(&span))
        };
        let visit = |(job, appointment): (&Job, &Appointment)| {
            let at = (job.customer.0 - self.customers[0].id.0) as usize;
            Visit {
                appointment: appointment.clone(),
                job: job.clone(),
                customer: self.customers[at].clone(),
                location: self.locations[at].clone(),
            }
        };
        let mut technicians = self.technicians.clone();
        technicians.sort_by(|one, other| one.name.cmp(&other.name));
        let of_day = self.jobs.iter().zip(&self.appointments).filter(|(_, appointment)| touches(appointment));
        Ok(Board {
            company: self.company.clone(),
            now,
            position: 0,
            span,
            technicians,
            shifts: self.shifts.iter().filter(|shift| shift.span.overlaps(&span)).cloned().collect(),
            events: self.events.iter().filter(|event| event.span.overlaps(&span)).cloned().collect(),
            visits: of_day.map(visit).collect(),
            reservations: Vec::new(),
        })
    }
}

impl Sample {
    /// The records of the company when day 0 is `today`, in company time.
    ///
    /// # Errors
    /// [`SampleError::Dangling`] when a file refers to something that is not there, [`SampleError::OutsideCalendar`]
    /// at the end of the calendar.
    pub fn materialise(&self, today: civil::Date, ids: Ids) -> Result<Records, SampleError> {
        self.check_references()?;
        let zone = tz::TimeZone::get(&self.company.time_zone).unwrap_or(tz::TimeZone::UTC);
        let making = Making { sample: self, ids, today, zone };
        let (mut jobs, mut appointments) = (Vec::new(), Vec::new());
        for (position, past) in self.history.jobs.iter().enumerate() {
            jobs.push(making.past_job(position, past)?);
            appointments.push(making.past_appointment(position, past)?);
        }
        for (position, row) in self.board.visits.iter().enumerate() {
            jobs.push(making.job(self.history.jobs.len() + position, row)?);
            appointments.push(making.appointment(position, row)?);
        }
        Ok(Records {
            now: making.instant((0, MORNING))?,
            company: making.company(),
            technicians: making.technicians()?,
            shifts: making.shifts()?,
            events: making.events()?,
            customers: making.customers(),
            locations: making.locations(),
            jobs,
            appointments,
        })
    }

    fn check_references(&self) -> Result<(), SampleError> {
        let check = |what, position: usize, count: usize| {
            if position < count { Ok(()) } else { Err(SampleError::Dangling { what, position }) }
        };
        let technicians = self.technicians.technicians.len();
        let visits = self.board.visits.iter().map(|row| (row.customer, row.job_type, row.state.place()));
        let past =
            self.history.jobs.iter().map(|job| (job.customer, job.job_type, Some((job.technician, 0))));
        for (customer, job_type, place) in visits.chain(past) {
            check("customer", customer, self.customers.customers.len())?;
            check("job type", job_type, self.company.job_types.len())?;
            if let Some((technician, _)) = place {
                check("technician", technician, technicians)?;
            }
        }
        for helper in self.board.visits.iter().flat_map(|visit| &visit.helpers) {
            check("technician", *helper, technicians)?;
        }
        for event in &self.board.events {
            check("technician", event.technician, technicians)?;
        }
        for kind in &self.company.job_types {
            check("unit", kind.unit, self.company.units.len())?;
        }
        Ok(())
    }
}

struct Making<'a> {
    sample: &'a Sample,
    ids: Ids,
    today: civil::Date,
    zone: tz::TimeZone,
}

impl Making<'_> {
    fn company(&self) -> Company {
        let file = &self.sample.company;
        let named = |names: &[String]| names.iter().cloned().enumerate().collect::<Vec<_>>();
        Company {
            id: self.ids.company,
            slug: file.slug.clone(),
            name: file.name.clone(),
            time_zone: file.time_zone.clone(),
            phone: file.phone.clone(),
            shop: point(file.shop),
            units: named(&file.units)
                .into_iter()
                .map(|(at, name)| BusinessUnit { id: BusinessUnitId(self.ids.at(at)), name })
                .collect(),
            hours: BusinessHours {
                week: [Some((time(file.hours.0), time(file.hours.1))); 7],
                closed: Vec::new(),
            },
            zones: self.zones(),
            skills: named(&file.skills)
                .into_iter()
                .map(|(at, name)| Skill { id: SkillId(self.ids.at(at)), name })
                .collect(),
            job_types: self.job_types(),
            windows: file
                .windows
                .iter()
                .map(|(from, to)| WindowPreset { from: time(*from), to: time(*to) })
                .collect(),
            settings: self.settings(),
        }
    }

    fn zones(&self) -> Vec<Zone> {
        let rows = self.sample.company.zones.iter().enumerate();
        rows.map(|(at, row)| Zone {
            id: ZoneId(self.ids.at(at)),
            name: row.name.clone(),
            area: Area::Polygon(row.corners.iter().map(|corner| point(*corner)).collect()),
        })
        .collect()
    }

    fn job_types(&self) -> Vec<JobType> {
        let rows = self.sample.company.job_types.iter().enumerate();
        rows.map(|(at, row)| JobType {
            id: JobTypeId(self.ids.at(at)),
            name: row.name.clone(),
            trade: row.trade,
            unit: BusinessUnitId(self.ids.at(row.unit)),
            skills: row
                .skills
                .iter()
                .map(|(skill, level)| SkillNeed { skill: SkillId(self.ids.at(*skill)), level: *level })
                .collect(),
            duration: minutes(row.minutes),
            value: ValueRange {
                low: Cents::dollars(row.value.0),
                typical: Cents::dollars(row.value.1),
                high: Cents::dollars(row.value.2),
            },
            urgency: row.urgency,
            planned: row.planned,
            words: row.words.clone(),
        })
        .collect()
    }

    fn settings(&self) -> Settings {
        let row = &self.sample.company.settings;
        Settings {
            money_over_driving: row.money_over_driving,
            drive_cost_per_minute: Cents(row.drive_cost_per_minute_cents),
            max_drive: minutes(row.max_drive_minutes),
            max_drive_home: Some(minutes(row.max_drive_home_minutes)),
            autolock: minutes(row.autolock_minutes),
            stability_price: Cents(row.stability_price_cents),
            change_budget: row.change_budget,
            reservation_time: minutes(row.reservation_minutes),
            booking_days: row.booking_days,
            ..Settings::default()
        }
    }

    fn technicians(&self) -> Result<Vec<Technician>, SampleError> {
        let rows = self.sample.technicians.technicians.iter().enumerate();
        rows.map(|(at, row)| self.technician(at, row)).collect()
    }

    fn technician(&self, at: usize, row: &TechnicianRow) -> Result<Technician, SampleError> {
        let held = |(skill, level, last): &(usize, u8, Option<i32>)| {
            let expires = last.map(|day| self.date(day)).transpose()?;
            Ok(SkillHeld { skill: SkillId(self.ids.at(*skill)), level: *level, expires })
        };
        let shop = EndPlace::At(point(self.sample.company.shop));
        Ok(Technician {
            id: TechnicianId(self.ids.at(at)),
            name: row.name.clone(),
            phone: row.phone.clone(),
            units: row.units.iter().map(|unit| BusinessUnitId(self.ids.at(*unit))).collect(),
            home: point(row.home),
            starts_at: if row.starts_at_shop { shop } else { EndPlace::Home },
            ends_at: EndPlace::Home,
            skills: row.skills.iter().map(held).collect::<Result<_, SampleError>>()?,
            zones: row.zones.iter().map(|zone| ZoneId(self.ids.at(*zone))).collect(),
            managed: row.managed,
            max_drive: row.max_drive_minutes.map(minutes),
        })
    }

    fn shifts(&self) -> Result<Vec<Shift>, SampleError> {
        const EVENING_ENDS: Minute = 22 * 60;
        let mut shifts = Vec::new();
        for (at, row) in self.sample.technicians.technicians.iter().enumerate() {
            let mut add = |span, kind| {
                let id = ShiftId(self.ids.at(shifts.len()));
                shifts.push(Shift { id, technician: TechnicianId(self.ids.at(at)), span, kind });
            };
            // Whoever finished jobs on a day had a shift then.
            for day in self.worked(at) {
                add(self.span(day, row.shift)?, ShiftKind::Normal);
            }
            for day in 0..=LAST_DAY {
                if !row.days_off.contains(&day) {
                    add(self.span(day, row.shift)?, ShiftKind::Normal);
                }
                if row.on_call.contains(&day) {
                    add(self.span(day, (row.shift.1, EVENING_ENDS))?, ShiftKind::OnCall);
                }
            }
            for (day, reason) in &row.time_off {
                let outside = |_| SampleError::OutsideCalendar { today: self.today };
                let span = Span::day(self.date(*day)?, &self.zone).map_err(outside)?;
                add(span, ShiftKind::TimeOff { reason: reason.clone() });
            }
        }
        Ok(shifts)
    }

    /// The days before today on which a technician finished jobs, as far back as people page.
    fn worked(&self, technician: usize) -> BTreeSet<i32> {
        let jobs = self.sample.history.jobs.iter();
        jobs.filter(|job| job.technician == technician && job.day >= -SHIFTS_BACK)
            .map(|job| job.day)
            .collect()
    }

    fn events(&self) -> Result<Vec<NonJobEvent>, SampleError> {
        let rows = self.sample.board.events.iter().enumerate();
        rows.map(|(at, row)| {
            Ok(NonJobEvent {
                id: EventId(self.ids.at(at)),
                technician: TechnicianId(self.ids.at(row.technician)),
                span: self.span(row.day, row.span)?,
                title: row.title.clone(),
                timesheet_code: row.code.clone(),
                movable_within: row.movable.map(|limits| self.span(row.day, limits)).transpose()?,
                place: row.at_shop.then(|| point(self.sample.company.shop)),
            })
        })
        .collect()
    }

    fn customers(&self) -> Vec<Customer> {
        let rows = self.sample.customers.customers.iter().enumerate();
        rows.map(|(at, row)| Customer {
            id: CustomerId(self.ids.at(at)),
            name: row.name.clone(),
            phones: vec![row.phone.clone()],
            emails: row.email.iter().cloned().collect(),
            class: row.class,
        })
        .collect()
    }

    fn locations(&self) -> Vec<Location> {
        let rows = self.sample.customers.customers.iter().enumerate();
        rows.map(|(at, row)| Location {
            id: LocationId(self.ids.at(at)),
            customer: CustomerId(self.ids.at(at)),
            address: Address {
                line: row.line.clone(),
                city: "Columbus".to_owned(),
                state: "OH".to_owned(),
                zip: row.zip.clone(),
            },
            point: Some(point(row.at)),
            zone: Some(ZoneId(self.ids.at(row.zone))),
            access: row.access.clone(),
        })
        .collect()
    }

    fn past_job(&self, position: usize, past: &PastJob) -> Result<Job, SampleError> {
        let kind = &self.sample.company.job_types[past.job_type];
        // Asked for one to six days before, at some time of the day.
        let booked = (past.day - 1 - (position % 6) as i32, 480 + (position % 97 * 6) as Minute);
        Ok(Job {
            id: JobId(self.ids.at(position)),
            number: position as u32 + 1,
            customer: CustomerId(self.ids.at(past.customer)),
            location: LocationId(self.ids.at(past.customer)),
            job_type: JobTypeId(self.ids.at(past.job_type)),
            unit: BusinessUnitId(self.ids.at(kind.unit)),
            summary: kind.name.clone(),
            urgency: kind.urgency,
            value: Cents::dollars(past.value),
            planned: kind.planned,
            lead: None,
            booked: self.instant(booked)?,
        })
    }

    fn past_appointment(&self, position: usize, past: &PastJob) -> Result<Appointment, SampleError> {
        let company = &self.sample.company;
        let window = company.windows.iter().find(|(from, to)| (*from..*to).contains(&past.start));
        let hour = past.start / 60 * 60;
        let placement = self.placement(past.day, (past.technician, past.start))?;
        Ok(Appointment {
            id: AppointmentId(self.ids.at(position)),
            job: JobId(self.ids.at(position)),
            window: ArrivalWindow(self.span(past.day, window.copied().unwrap_or((hour, hour + 120)))?),
            duration: minutes(company.job_types[past.job_type].minutes),
            state: AppointmentState::Done {
                placement,
                arrived: self.instant((past.day, past.arrived))?,
                finished: self.instant((past.day, past.finished))?,
            },
            lock: None,
            told: None,
            helpers: Vec::new(),
        })
    }

    fn job(&self, position: usize, row: &VisitRow) -> Result<Job, SampleError> {
        let (job_type, summary) = season::asked_for(self.sample, position, row, self.date(row.day)?);
        let kind = &self.sample.company.job_types[job_type];
        Ok(Job {
            id: JobId(self.ids.at(position)),
            number: position as u32 + 1,
            customer: CustomerId(self.ids.at(row.customer)),
            location: LocationId(self.ids.at(row.customer)),
            job_type: JobTypeId(self.ids.at(job_type)),
            unit: BusinessUnitId(self.ids.at(kind.unit)),
            summary: summary.to_owned(),
            urgency: kind.urgency,
            value: Cents::dollars(row.value),
            planned: kind.planned,
            lead: None,
            booked: self.instant(row.booked)?,
        })
    }

    fn appointment(&self, position: usize, row: &VisitRow) -> Result<Appointment, SampleError> {
        let id = self.ids.appointment(&self.sample.history, position);
        Ok(Appointment {
            id,
            job: JobId(id.0),
            window: ArrivalWindow(self.span(row.day, row.window)?),
            duration: minutes(row.minutes),
            state: self.state(row)?,
            lock: row.lock.as_ref().map(|lock| self.lock(row.day, lock)).transpose()?,
            told: row.told.map(|at| self.instant(at)).transpose()?,
            helpers: row.helpers.iter().map(|helper| TechnicianId(self.ids.at(*helper))).collect(),
        })
    }

    fn state(&self, row: &VisitRow) -> Result<AppointmentState, SampleError> {
        use AppointmentState as S;
        let at = |minute: &Minute| self.instant((row.day, *minute));
        let on = |place: &PlaceRow| self.placement(row.day, *place);
        Ok(match &row.state {
            StateRow::Unassigned { place } => {
                S::Unassigned { provisional: place.as_ref().map(on).transpose()? }
            }
            StateRow::Assigned { place } => S::Assigned { placement: on(place)? },
            StateRow::Dispatched { place, at: since } => {
                S::Dispatched { placement: on(place)?, at: at(since)? }
            }
            StateRow::Working { place, arrived } => {
                S::Working { placement: on(place)?, arrived: at(arrived)? }
            }
            StateRow::Done { place, arrived, finished } => {
                S::Done { placement: on(place)?, arrived: at(arrived)?, finished: at(finished)? }
            }
            StateRow::OnHold { reason, since } => {
                S::OnHold { reason: hold_reason(reason), since: self.instant(*since)? }
            }
            StateRow::Canceled { reason, at } => {
                S::Canceled { by: Actor::Customer, at: self.instant(*at)?, reason: reason.clone() }
            }
        })
    }

    fn lock(&self, day: i32, row: &LockRow) -> Result<Lock, SampleError> {
        let kind = match row.keeps {
            Keeps::Technician => LockKind::Technician,
            Keeps::Start => LockKind::Start,
            Keeps::TechnicianAndStart => LockKind::TechnicianAndStart,
            Keeps::Range(from, to) => LockKind::Range(self.span(day, (from, to))?),
        };
        Ok(Lock { kind, by: Actor::User { id: self.ids.dispatcher }, at: self.instant((0, row.at))? })
    }

    fn placement(&self, day: i32, (technician, start): PlaceRow) -> Result<Placement, SampleError> {
        Ok(Placement {
            technician: TechnicianId(self.ids.at(technician)),
            start: self.instant((day, start))?,
        })
    }

    fn date(&self, day: i32) -> Result<civil::Date, SampleError> {
        let outside = |_| SampleError::OutsideCalendar { today: self.today };
        self.today.checked_add(jiff::Span::new().days(day)).map_err(outside)
    }

    fn instant(&self, (day, minute): Moment) -> Result<Timestamp, SampleError> {
        let local = self.date(day)?.to_datetime(time(minute));
        self.zone.to_timestamp(local).map_err(|_| SampleError::OutsideCalendar { today: self.today })
    }

    fn span(&self, day: i32, (from, to): (Minute, Minute)) -> Result<Span, SampleError> {
        let outside = |_| SampleError::OutsideCalendar { today: self.today };
        Span::on(self.date(day)?, time(from), time(to), &self.zone).map_err(outside)
    }
}

fn hold_reason(reason: &str) -> HoldReason {
    match reason {
        "parts" => HoldReason::Parts,
        "customer" => HoldReason::Customer,
        "permit" => HoldReason::Permit,
        "payment" => HoldReason::Payment,
        words => HoldReason::Other(words.to_owned()),
    }
}

/// A time of day; minutes beyond the day wrap to the next morning.
fn time(minute: Minute) -> civil::Time {
    civil::time((minute / 60 % 24) as i8, (minute % 60) as i8, 0, 0)
}

fn minutes(minutes: Minute) -> SignedDuration {
    SignedDuration::from_mins(i64::from(minutes))
}
