//! Boards of any size from a seed: a town of technicians whose days are full of visits that fit, and a tray.

use domain::job_type::ValueRange;
use domain::{
    Address, Appointment, AppointmentId, AppointmentState, ArrivalWindow, Board, BusinessHours, BusinessUnit,
    BusinessUnitId, Cents, Company, CompanyId, Customer, CustomerClass, CustomerId, DriveTimes, EndPlace,
    EventId, Job, JobId, JobType, JobTypeId, Location, LocationId, NonJobEvent, Placement, Point, Settings,
    Shift, ShiftId, ShiftKind, SignedDuration, Skill, SkillHeld, SkillId, SkillNeed, Span, Technician,
    TechnicianId, Timestamp, Trade, Urgency, Visit, WindowPreset, civil, tz::TimeZone,
};
use planner::Values;

/// What a board is made of.
#[derive(Debug, Clone, Copy)]
pub struct Town {
    /// Technicians.
    pub technicians: u32,
    /// Visits of the first day, those of the tray included.
    pub visits: u32,
    /// Visits of the first day that nobody has.
    pub tray: u32,
    /// Days of the board; those after the first are filled less and less.
    pub days: u32,
    /// Where chance starts.
    pub seed: u64,
}

/// SplitMix64, Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195.
pub struct Chance(u64);

impl Chance {
    /// Chance from a seed.
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0, below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    /// Somewhere in a town of some 40 by 50 kilometers.
    fn place(&mut self) -> Point {
        Point {
            lat: 29.6 + self.below(36_000) as f64 / 100_000.0,
            lon: -95.6 + self.below(52_000) as f64 / 100_000.0,
        }
    }
}

/// Straight lines, a detour factor and an even speed.
pub struct Roads;

impl DriveTimes for Roads {
    fn drive(&self, from: Point, to: Point) -> Option<SignedDuration> {
        let north = (from.lat - to.lat) * 111_200.0;
        let east = (from.lon - to.lon) * 111_200.0 * (from.lat.to_radians()).cos();
        let meters = north.hypot(east) * 1.35;
        Some(SignedDuration::from_secs((60.0 + meters / 13.0) as i64).max(SignedDuration::ZERO))
    }
}

/// Some technicians bring more than others.
pub struct Sales;

impl Values for Sales {
    fn value(&self, job_type: JobTypeId, booked: Option<Cents>, technician: TechnicianId) -> Cents {
        let percent = 80 + (technician.0 * 37 + job_type.0 * 11) % 50;
        Cents(booked.unwrap_or(Cents::dollars(300)).0 * percent / 100)
    }
}

const SKILLS: [&str; 6] = ["heating", "cooling", "gas", "drains", "electrical", "controls"];
const HOUR: i64 = 3_600;

/// The board of a town, feasible as it stands.
pub fn board(town: &Town) -> Board {
    let mut chance = Chance::new(town.seed);
    let midnight = civil::date(2026, 6, 1).to_zoned(zone()).expect("a date of this century").timestamp();
    let technicians: Vec<Technician> =
        (1..=i64::from(town.technicians)).map(|id| technician(id, &mut chance)).collect();
    let mut board = Board {
        company: company(),
        now: midnight + SignedDuration::from_hours(6),
        position: 1,
        span: Span::lasting(midnight, SignedDuration::from_hours(24 * i64::from(town.days)))
            .expect("a board covers a day or more"),
        technicians,
        shifts: Vec::new(),
        events: Vec::new(),
        visits: Vec::new(),
        reservations: Vec::new(),
    };
    for day in 0..town.days {
        let start = midnight + SignedDuration::from_hours(24 * i64::from(day));
        // The nearer the day, the fuller: the last ones are nearly empty.
        let share = f64::from(town.days - day) / f64::from(town.days);
        let booked = f64::from(town.visits - town.tray) * if day == 0 { 1.0 } else { share * 0.8 };
        fill(&mut board, &mut chance, start, booked as u32);
    }
    for _ in 0..town.tray {
        let from = midnight.as_second() + (8 + chance.below(5) as i64 * 2) * HOUR;
        let point = chance.place();
        let visit = visit(&mut board, &mut chance, point, (from, 2 * HOUR), 45 + chance_length(town.seed));
        board.visits.push(visit);
        // Half of what nobody has was booked, with a place that keeps its promise.
        if board.visits.len().is_multiple_of(2) {
            let visit = &board.visits[board.visits.len() - 1];
            let kind = domain::board::StopKind::Visit(visit.appointment.id);
            let provisional = board.provisional_place(kind, &visit.demand(), &Roads);
            let last = board.visits.len() - 1;
            board.visits[last].appointment.state = AppointmentState::Unassigned { provisional };
        }
    }
    board
}

/// So many new visits of the first day that nobody has.
pub fn storm(board: &Board, visits: u32, seed: u64) -> planner::Disruption {
    let mut chance = Chance::new(seed);
    let mut after = board.clone();
    let midnight = board.span.start().as_second();
    for _ in 0..visits {
        let opens = midnight + (8 + chance.below(5) as i64 * 2) * HOUR;
        let point = chance.place();
        let visit = visit(&mut after, &mut chance, point, (opens, 4 * HOUR), 60);
        after.visits.push(visit);
    }
    planner::Disruption::Storm { visits: after.visits.split_off(board.visits.len()) }
}

fn chance_length(seed: u64) -> i64 {
    (seed % 3) as i64 * 15
}

/// Gives every technician a shift on a day and, in turn, visits that fit.
fn fill(board: &mut Board, chance: &mut Chance, midnight: Timestamp, booked: u32) {
    let mut clocks = Vec::new();
    for index in 0..board.technicians.len() {
        let person = &board.technicians[index];
        let from = midnight.as_second() + (7 + chance.below(2) as i64) * HOUR;
        let span = span(from, from + 9 * HOUR);
        let id = ShiftId(board.shifts.len() as i64 + 1);
        board.shifts.push(Shift { id, technician: person.id, span, kind: ShiftKind::Normal });
        clocks.push((from, person.home, from + 9 * HOUR));
    }
    let mut left = booked;
    let mut stuck = 0;
    let most = 4 * clocks.len();
    while left > 0 && stuck < most {
        for (index, own) in clocks.iter_mut().enumerate() {
            if left == 0 {
                break;
            }
            let length = 30 + chance.below(5) as i64 * 15;
            let (clock, here, end) = *own;
            if chance.one_in(9) && clock + 2 * HOUR < end {
                add_lunch(board, chance, index, &mut own.0);
                continue;
            }
            let person = &board.technicians[index];
            let near = |chance: &mut Chance| {
                let other = chance.place();
                Point { lat: (here.lat * 2.0 + other.lat) / 3.0, lon: (here.lon * 2.0 + other.lon) / 3.0 }
            };
            let there = near(chance);
            let drive = |from, to| Roads.drive(from, to).map_or(HOUR, |drive| drive.as_secs());
            let ready = clock + drive(here, there) + chance.below(4) as i64 * 600;
            let start = (ready + 299).div_euclid(300) * 300;
            if start + length * 60 + drive(there, person.home) > end {
                stuck += 1;
                continue;
            }
            let technician = person.id;
            // Two or four hours around the start.
            let width = (2 + 2 * chance.below(2) as i64) * HOUR;
            let opens = start.div_euclid(2 * HOUR) * 2 * HOUR;
            let mut visit = visit(board, chance, there, (opens, width), length);
            let able = |visit: &Visit, board: &Board| {
                let date = board.company.date(at(start));
                domain::rules::able(&board.company, &board.technicians[index], &visit.demand(), date)
                    .is_empty()
            };
            if !able(&visit, board) {
                visit.job.job_type = JobTypeId(1);
            }
            visit.appointment.state =
                AppointmentState::Assigned { placement: Placement { technician, start: at(start) } };
            board.visits.push(visit);
            *own = (start + length * 60, there, end);
            left -= 1;
        }
    }
}

fn add_lunch(board: &mut Board, chance: &mut Chance, index: usize, clock: &mut i64) {
    let limits = span(*clock - HOUR / 2, *clock + 2 * HOUR);
    board.events.push(NonJobEvent {
        id: EventId(board.events.len() as i64 + 1),
        technician: board.technicians[index].id,
        span: span(*clock, *clock + HOUR / 2),
        title: "Lunch".to_owned(),
        timesheet_code: None,
        movable_within: chance.one_in(2).then_some(limits),
        place: None,
    });
    *clock += HOUR / 2;
}

fn zone() -> TimeZone {
    TimeZone::get("America/Chicago").expect("the time zones are bundled")
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a second of this century")
}

fn span(from: i64, to: i64) -> Span {
    Span::new(at(from), at(to)).expect("it ends after it starts")
}

fn technician(id: i64, chance: &mut Chance) -> Technician {
    let held = |index: usize| SkillHeld { skill: SkillId(index as i64), level: 3, expires: None };
    Technician {
        id: TechnicianId(id),
        name: format!("Technician {id}"),
        phone: String::new(),
        units: Vec::new(),
        home: chance.place(),
        starts_at: EndPlace::Home,
        ends_at: EndPlace::Home,
        skills: (0..SKILLS.len()).filter(|_| !chance.one_in(2)).map(held).collect(),
        zones: Vec::new(),
        managed: true,
        max_drive: None,
    }
}

fn visit(
    board: &mut Board,
    chance: &mut Chance,
    point: Point,
    (opens, width): (i64, i64),
    minutes: i64,
) -> Visit {
    let id = board.visits.len() as i64 + 1;
    let told = chance.one_in(3);
    Visit {
        appointment: Appointment {
            id: AppointmentId(id),
            job: JobId(id),
            window: ArrivalWindow::new(at(opens), at(opens + width)).expect("it ends after it starts"),
            duration: SignedDuration::from_mins(minutes),
            state: AppointmentState::Unassigned { provisional: None },
            lock: None,
            told: told.then_some(board.now),
            helpers: Vec::new(),
        },
        job: Job {
            id: JobId(id),
            number: id as u32,
            customer: CustomerId(id),
            location: LocationId(id),
            job_type: JobTypeId(1 + chance.below(SKILLS.len() as u64 + 1) as i64),
            unit: BusinessUnitId(1),
            summary: "No heat on the second floor".to_owned(),
            urgency: if chance.one_in(12) { Urgency::Urgent } else { Urgency::Routine },
            value: Cents::dollars(100 + chance.below(80) as i64 * 10),
            planned: true,
            lead: None,
            booked: board.span.start(),
        },
        customer: Customer {
            id: CustomerId(id),
            name: format!("Customer {id}"),
            phones: vec![format!("+1555{id:07}")],
            emails: Vec::new(),
            class: CustomerClass::Returning,
        },
        location: Location {
            id: LocationId(id),
            customer: CustomerId(id),
            address: Address { line: format!("{id} Main Street"), ..Address::default() },
            point: Some(point),
            zone: None,
            access: String::new(),
        },
    }
}

fn company() -> Company {
    let time = |hour| civil::time(hour, 0, 0, 0);
    let job_type = |index: usize| JobType {
        id: JobTypeId(index as i64 + 1),
        name: format!("Work {index}"),
        trade: Trade::Hvac,
        unit: BusinessUnitId(1),
        skills: match index {
            0 => Vec::new(),
            index => vec![SkillNeed { skill: SkillId(index as i64 - 1), level: 2 }],
        },
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
        slug: "generated".into(),
        name: "Generated".into(),
        time_zone: "America/Chicago".into(),
        phone: String::new(),
        shop: Point { lat: 29.75, lon: -95.35 },
        units: vec![BusinessUnit { id: BusinessUnitId(1), name: "Service".into() }],
        hours: BusinessHours { week: [Some((time(6), time(20))); 7], closed: Vec::new() },
        zones: Vec::new(),
        skills: SKILLS
            .iter()
            .enumerate()
            .map(|(index, name)| Skill { id: SkillId(index as i64), name: (*name).to_owned() })
            .collect(),
        job_types: (0..=SKILLS.len()).map(job_type).collect(),
        windows: [(8, 10), (10, 12), (12, 14), (14, 16)]
            .map(|(from, to)| WindowPreset { from: time(from), to: time(to) })
            .to_vec(),
        settings: Settings::default(),
    }
}
