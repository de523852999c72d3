//! Boards drawn as text.
//!
//! ```text
//! now 07:00                                        when it is judged; without it 06:00
//! set budget=2 autolock=0                          settings
//! ana hvac,gas 08:00-17:00 x0 sells=120 | J1@09:00+60 w08:00-12:00 x10 hvac $300 !; lunch@12:00+30
//! ben - 08:00-17:00 off 12:00-13:00 | J2@10:00+30 dispatched
//! tray | J5+60 w10:00-12:00 x20 hvac urgent; J6+30 ~ana@15:00
//! ```
//!
//! A technician has skills (`-` for none), a shift, a home; a stop has a start (`@`), a length in minutes (`+`), a window (`w`;
//! without it the whole day), a place (`x`), a skill, a value, and marks: `!` locked, `told`, `dispatched`, `urgent`,
//! `unplanned`; an event has a name instead of a number and may be `within 11:00-14:00`. Places lie on a street on
//! which one step takes a minute: `x10` is ten minutes from `x0`. In the tray, `~ana@15:00` is a provisional place.

use crate::Values;
use domain::job_type::ValueRange;
use domain::{
    Actor, Address, Appointment, AppointmentId, AppointmentState, ArrivalWindow, Board, BusinessHours,
    BusinessUnit, BusinessUnitId, Cents, Company, CompanyId, Customer, CustomerClass, CustomerId, DriveTimes,
    EndPlace, EventId, Job, JobId, JobType, JobTypeId, Location, LocationId, Lock, LockKind, NonJobEvent,
    Placement, Point, Settings, Shift, ShiftId, ShiftKind, SignedDuration, Skill, SkillHeld, SkillId,
    SkillNeed, Span, Technician, TechnicianId, Timestamp, Trade, Urgency, UserId, Visit, WindowPreset, civil,
    tz::TimeZone,
};

const SKILLS: [&str; 4] = ["any", "hvac", "gas", "plumbing"];

/// A board with what its technicians sell.
pub(crate) struct Drawn {
    pub(crate) board: Board,
    sells: Vec<(TechnicianId, i64)>,
}

/// One step on the street takes a minute, in both directions; x100 and beyond lies across a river without a bridge.
pub(crate) struct Street;

impl DriveTimes for Street {
    fn drive(&self, from: Point, to: Point) -> Option<SignedDuration> {
        let bank = |point: Point| point.lon >= 100.0;
        (bank(from) == bank(to)).then(|| SignedDuration::from_mins((from.lon - to.lon).abs() as i64))
    }
}

impl Values for Drawn {
    fn value(&self, _: JobTypeId, booked: Option<Cents>, technician: TechnicianId) -> Cents {
        let percent =
            self.sells.iter().find(|(id, _)| *id == technician).map_or(100, |(_, percent)| *percent);
        Cents(booked.unwrap_or(Cents::dollars(300)).0 * percent / 100)
    }
}

impl Drawn {
    pub(crate) fn visit(&self, number: u32) -> AppointmentId {
        AppointmentId(i64::from(number))
    }

    pub(crate) fn name(&self, technician: TechnicianId) -> &str {
        &self.board.technician(technician).unwrap().name
    }
}

pub(crate) fn zone() -> TimeZone {
    TimeZone::get("America/New_York").unwrap()
}

/// The instant of a clock time on the drawn day, `1d10:40` on the next one.
pub(crate) fn at(clock: &str) -> Timestamp {
    let (day, clock) = clock.split_once('d').map_or(("0", clock), |parts| parts);
    let (hour, minute) = clock.split_once(':').unwrap_or_else(|| panic!("a clock time, not `{clock}`"));
    let mut date = civil::date(2026, 11, 24);
    for _ in 0..day.parse().unwrap() {
        date = date.tomorrow().unwrap();
    }
    let time = civil::time(hour.parse().unwrap(), minute.parse().unwrap(), 0, 0);
    date.to_datetime(time).to_zoned(zone()).unwrap().timestamp()
}

pub(crate) fn clock(at: Timestamp) -> String {
    at.to_zoned(zone()).strftime("%H:%M").to_string()
}

fn span(text: &str) -> Span {
    let (from, to) = text.split_once('-').unwrap_or_else(|| panic!("a span, not `{text}`"));
    Span::new(at(from), at(to)).unwrap()
}

fn place(steps: &str) -> Point {
    Point { lat: 40.0, lon: steps.parse().unwrap() }
}

pub(crate) fn draw(text: &str) -> Drawn {
    let mut board = Board {
        company: company(),
        now: at("06:00"),
        position: 1,
        span: Span::new(at("00:00"), at("1d00:00")).unwrap(),
        technicians: Vec::new(),
        shifts: Vec::new(),
        events: Vec::new(),
        visits: Vec::new(),
        reservations: Vec::new(),
    };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut sells = Vec::new();
    for line in &lines {
        let mut words = line.split('|').next().unwrap().split_whitespace();
        match words.next().unwrap() {
            "now" => board.now = at(words.next().unwrap()),
            "set" => words.for_each(|word| set(&mut board.company.settings, word)),
            "tray" => {}
            name => sells.extend(technician(&mut board, name, words)),
        }
    }
    for line in &lines {
        let Some((who, stops)) = line.split_once('|') else { continue };
        let name = who.split_whitespace().next().unwrap();
        let who = board.technicians.iter().find(|person| person.name == name).map(|person| person.id);
        for stop in stops.split(';').map(str::trim).filter(|stop| !stop.is_empty()) {
            add_stop(&mut board, who, stop);
        }
    }
    Drawn { board, sells }
}

fn set(settings: &mut Settings, word: &str) {
    let (what, number) = word.split_once('=').unwrap();
    let number: i64 = number.parse().unwrap();
    let minutes = SignedDuration::from_mins(number);
    match what {
        "budget" => settings.change_budget = number as u8,
        "dial" => settings.money_over_driving = number as u8,
        "autolock" => settings.autolock = minutes,
        "drive" => settings.max_drive = minutes,
        "home" => settings.max_drive_home = Some(minutes),
        "overtime" => settings.overtime_limit = minutes,
        "stability" => settings.stability_price = Cents::dollars(number),
        "reserve" => settings.emergency_reserve_percent = number as u8,
        "days" => settings.booking_days = number as u8,
        "on_call" => settings.plan_on_call = number == 1,
        other => panic!("no setting `{other}`"),
    }
}

fn technician<'t>(
    board: &mut Board,
    name: &str,
    mut words: impl Iterator<Item = &'t str>,
) -> Option<(TechnicianId, i64)> {
    let id = TechnicianId(board.technicians.len() as i64 + 1);
    let held = |name: &str| SkillHeld { skill: skill(name), level: 3, expires: None };
    let skills = words.next().unwrap();
    let skills = skills.split(',').filter(|name| *name != "-").map(held).collect();
    let mut person = Technician {
        id,
        name: name.to_owned(),
        phone: String::new(),
        units: Vec::new(),
        home: place("0"),
        starts_at: EndPlace::Home,
        ends_at: EndPlace::Home,
        skills,
        zones: Vec::new(),
        managed: true,
        max_drive: None,
    };
    let mut sells = None;
    while let Some(word) = words.next() {
        let mut shift = |span, kind| {
            let next = ShiftId(board.shifts.len() as i64 + 1);
            board.shifts.push(Shift { id: next, technician: id, span, kind });
        };
        match word {
            "off" => shift(span(words.next().unwrap()), ShiftKind::TimeOff { reason: "dentist".into() }),
            "oncall" => shift(span(words.next().unwrap()), ShiftKind::OnCall),
            "unmanaged" => person.managed = false,
            home if home.starts_with('x') => person.home = place(&home[1..]),
            word => match word.strip_prefix("sells=") {
                Some(percent) => sells = Some((id, percent.parse().unwrap())),
                None => shift(span(word), ShiftKind::Normal),
            },
        }
    }
    board.technicians.push(person);
    sells
}

fn skill(name: &str) -> SkillId {
    SkillId(
        SKILLS.iter().position(|known| *known == name).unwrap_or_else(|| panic!("no skill `{name}`")) as i64
    )
}

fn add_stop(board: &mut Board, who: Option<TechnicianId>, text: &str) {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap();
    let (head, length) = first.split_once('+').unwrap();
    let length = SignedDuration::from_mins(length.parse().unwrap());
    let (name, start) = head.split_once('@').map_or((head, None), |(name, start)| (name, Some(at(start))));
    let words: Vec<&str> = words.collect();
    let Some(number) = name.strip_prefix('J').and_then(|number| number.parse::<u32>().ok()) else {
        let within = words.iter().position(|word| *word == "within").map(|index| span(words[index + 1]));
        let there = words.iter().find_map(|word| word.strip_prefix('x')).map(place);
        board.events.push(NonJobEvent {
            id: EventId(board.events.len() as i64 + 1),
            technician: who.unwrap(),
            span: Span::lasting(start.unwrap(), length).unwrap(),
            title: name.to_owned(),
            timesheet_code: None,
            movable_within: within,
            place: there,
        });
        return;
    };
    let placement = |start| who.map(|technician| Placement { technician, start });
    let state = match start.and_then(placement) {
        Some(placement) => AppointmentState::Assigned { placement },
        None => AppointmentState::Unassigned { provisional: None },
    };
    let mut visit = new_visit(number, length, state);
    for word in words {
        mark(board, &mut visit, word);
    }
    board.visits.push(visit);
}

fn mark(board: &Board, visit: &mut Visit, word: &str) {
    let appointment = &mut visit.appointment;
    match word {
        "!" => {
            let by = Actor::User { id: UserId(1) };
            appointment.lock = Some(Lock { kind: LockKind::TechnicianAndStart, by, at: board.now });
        }
        "told" => appointment.told = Some(board.now),
        "urgent" => visit.job.urgency = Urgency::Urgent,
        "emergency" => visit.job.urgency = Urgency::Emergency,
        "unplanned" => visit.job.planned = false,
        "nowhere" => visit.location.point = None,
        "dispatched" => {
            let placement = appointment.state.placement().unwrap();
            appointment.state = AppointmentState::Dispatched { placement, at: board.now };
        }
        _ if word.starts_with('w') => appointment.window = ArrivalWindow(span(&word[1..])),
        _ if word.starts_with('x') => visit.location.point = Some(place(&word[1..])),
        _ if word.starts_with('$') => visit.job.value = Cents::dollars(word[1..].parse().unwrap()),
        _ if word.starts_with('~') => {
            let (name, start) = word[1..].split_once('@').unwrap();
            let technician = board.technicians.iter().find(|person| person.name == name).unwrap().id;
            let provisional = Some(Placement { technician, start: at(start) });
            appointment.state = AppointmentState::Unassigned { provisional };
        }
        name => visit.job.job_type = JobTypeId(skill(name).0 + 1),
    }
}

fn new_visit(number: u32, duration: SignedDuration, state: AppointmentState) -> Visit {
    let id = i64::from(number);
    Visit {
        appointment: Appointment {
            id: AppointmentId(id),
            job: JobId(id),
            window: ArrivalWindow::new(at("07:00"), at("19:00")).unwrap(),
            duration,
            state,
            lock: None,
            told: None,
            helpers: Vec::new(),
        },
        job: Job {
            id: JobId(id),
            number,
            customer: CustomerId(id),
            location: LocationId(id),
            job_type: JobTypeId(1),
            unit: BusinessUnitId(1),
            summary: String::new(),
            urgency: Urgency::Routine,
            value: Cents::dollars(300),
            planned: true,
            lead: None,
            booked: at("00:00"),
        },
        customer: Customer {
            id: CustomerId(id),
            name: format!("customer {number}"),
            phones: Vec::new(),
            emails: Vec::new(),
            class: CustomerClass::Returning,
        },
        location: Location {
            id: LocationId(id),
            customer: CustomerId(id),
            address: Address::default(),
            point: Some(place("0")),
            zone: None,
            access: String::new(),
        },
    }
}

fn company() -> Company {
    let time = |hour| civil::time(hour, 0, 0, 0);
    let job_type = |(index, name): (usize, &&str)| JobType {
        id: JobTypeId(index as i64 + 1),
        name: (*name).to_owned(),
        trade: Trade::Hvac,
        unit: BusinessUnitId(1),
        skills: if index == 0 { Vec::new() } else { vec![SkillNeed { skill: skill(name), level: 2 }] },
        duration: SignedDuration::from_mins(60),
        value: ValueRange {
            low: Cents::dollars(100),
            typical: Cents::dollars(300),
            high: Cents::dollars(900),
        },
        urgency: Urgency::Routine,
        planned: true,
        words: Vec::new(),
    };
    Company {
        id: CompanyId(1),
        slug: "drawn".into(),
        name: "Drawn".into(),
        time_zone: "America/New_York".into(),
        phone: String::new(),
        shop: place("0"),
        units: vec![BusinessUnit { id: BusinessUnitId(1), name: "Service".into() }],
        hours: BusinessHours { week: [Some((time(7), time(19))); 7], closed: Vec::new() },
        zones: Vec::new(),
        skills: SKILLS
            .iter()
            .enumerate()
            .map(|(index, name)| Skill { id: SkillId(index as i64), name: (*name).to_owned() })
            .collect(),
        job_types: SKILLS.iter().enumerate().map(job_type).collect(),
        windows: [(8, 10), (10, 12), (12, 14), (14, 16)]
            .map(|(from, to)| WindowPreset { from: time(from), to: time(to) })
            .to_vec(),
        settings: Settings { booking_days: 1, ..Settings::default() },
    }
}
