//! The sample company: "Buckeye Home Services" of Columbus, Ohio, made from a seed.
//!
//! [`generate`] makes a company up on the streets of a map, [`Sample::to_files`] and [`Sample::from_files`] keep it as
//! the JSON files of `samples/buckeye`, and [`Sample::materialise`] turns it into records of a given day. The same
//! seed, size and map give the same bytes. People, house numbers, phones and prices are invented; the streets are real.
//!
//! The schedule keeps every rule of [`domain::Board`], but no more: it is filled a little carelessly, so that the
//! planner finds something to improve.

mod catalogue;
mod chance;
pub mod file;
mod ground;
mod history;
mod materialise;
mod morning;
mod people;
mod places;
pub mod request;
mod route;
mod schedule;
mod season;

pub use history::truth;
pub use materialise::{Ids, Records};

pub(crate) use chance::Chance;
pub(crate) use people::{name as invented_name, phone as invented_phone};

use domain::{CustomerClass, DriveTimes, Point, SignedDuration, civil};
use file::{
    BoardFile, CompanyFile, CustomerRow, CustomersFile, HistoryFile, JobTypeRow, Minute, SettingsRow,
    StateRow, TechnicianRow, TechniciansFile,
};
use ground::Spot;
use places::Doors;
use route::Ground;
use schedule::{Day, Deck, Setting};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use travel::{Matrix, Network};

/// The seed of the committed sample company, which has [`TECHNICIANS_COMMITTED`] technicians.
pub const SEED: u64 = 20_261_121;
/// How many technicians the committed sample company has.
pub const TECHNICIANS_COMMITTED: usize = people::WRITTEN;

/// The demo starts at 09:40 company time.
pub const MORNING: Minute = 9 * 60 + 40;

/// The largest company: the drives between the places of its board take about 60 MB.
const MAX_TECHNICIANS: usize = 500;

/// The sample company: everything in its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Set-up.
    pub company: CompanyFile,
    /// Technicians.
    pub technicians: TechniciansFile,
    /// Customers with their places.
    pub customers: CustomersFile,
    /// Visits and events from today on.
    pub board: BoardFile,
    /// Finished jobs.
    pub history: HistoryFile,
}

/// Why there is no sample company.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// The map is not that of Columbus, or too small.
    #[error(
        "the map has {found} places on residential streets inside the zones, the sample company needs {needed}"
    )]
    TooFewStreets {
        /// How many there are.
        found: usize,
        /// How many are needed.
        needed: usize,
    },
    /// Nobody, or so many that the drives between all their visits would not fit into memory.
    #[error("the sample company has 1 to {limit} technicians, not {asked}", limit = MAX_TECHNICIANS)]
    Size {
        /// How many were asked for.
        asked: usize,
    },
    /// One of the files is not there.
    #[error("the sample company lacks `{name}`")]
    MissingFile {
        /// Its name.
        name: &'static str,
    },
    /// A file is not what it should be.
    #[error("`{name}` cannot be read: {problem}")]
    BadFile {
        /// Its name.
        name: &'static str,
        /// What is wrong with it, and where.
        problem: serde_json::Error,
    },
    /// A file refers to something that is not there.
    #[error("the sample company refers to {what} {position}, which is not there")]
    Dangling {
        /// What kind of thing.
        what: &'static str,
        /// Its position.
        position: usize,
    },
    /// The date lies at the end of the calendar.
    #[error("the sample company has no days around {today}")]
    OutsideCalendar {
        /// The date.
        today: civil::Date,
    },
}

/// How much of everything a company of a size has.
#[derive(Debug, Clone, Copy)]
struct Plan {
    /// Made to load the board rather than to look like a company.
    load: bool,
    /// How often the nearest technician gets the visit.
    nearest_percent: usize,
    max_drive_minutes: Minute,
    /// Visits on today's schedule.
    today: usize,
    /// Visits on tomorrow's schedule and on that of day [`DAYS_AHEAD`].
    ahead: (usize, usize),
    /// Days of history.
    past_days: i32,
    /// Customers of the board, and more customers of the history.
    customers: (usize, usize),
}

/// Days ahead that have bookings.
const DAYS_AHEAD: i32 = 14;
/// What stands in the tray of today: provisionally placed, without a place, on hold, cancelled.
const TRAY: (usize, usize) = (9, 2);

impl Plan {
    fn of(technicians: usize) -> Plan {
        let load = technicians > 60;
        let today = if load { technicians * 15 / 2 } else { technicians * 110 / people::WRITTEN };
        let ahead = (today * 85 / 110, today * 25 / 110);
        Plan {
            load,
            nearest_percent: if load { 88 } else { 55 },
            max_drive_minutes: 45,
            today,
            ahead,
            past_days: if load { 10 } else { 90 },
            customers: (
                today + if load { 100 } else { today * 6 + 60 },
                if load { 2_000 } else { today * 24 },
            ),
        }
    }

    /// Visits wanted on the schedule of a day, from 1 on: thinning out, quickly first.
    fn wanted(&self, day: i32) -> usize {
        let (first, last) = self.ahead;
        let left = (DAYS_AHEAD - day).max(0) as usize;
        let span = (DAYS_AHEAD - 1) as usize;
        last + (first - last) * left * left / (span * span)
    }
}

/// The company of a seed with some technicians on the streets of a map.
///
/// # Errors
/// [`SampleError::Size`] when there are none or too many, [`SampleError::TooFewStreets`] when the map is not that of
/// Columbus.
pub fn generate(seed: u64, technicians: usize, network: &Network) -> Result<Sample, SampleError> {
    if !(1..=MAX_TECHNICIANS).contains(&technicians) {
        return Err(SampleError::Size { asked: technicians });
    }
    let plan = Plan::of(technicians);
    let stream = |part| Chance::stream(seed, part);
    let mut doors = Doors::of(network, technicians + plan.customers.0 + plan.customers.1, &mut stream(1))?;
    let mut chance = stream(2);
    let people: Vec<TechnicianRow> = (0..technicians)
        .filter_map(|position| {
            let home = doors.next_in(people::lives_in(position))?.at;
            Some(people::technician(position, home, plan.load, &mut chance))
        })
        .collect();
    let mut chance = stream(3);
    let phones = people::customer_phones(&mut chance);
    let mut customers: Vec<CustomerRow> = std::iter::from_fn(|| doors.next())
        .zip(phones)
        .take(plan.customers.0 + plan.customers.1)
        .map(|(door, phone)| places::customer(door, phone, &mut chance))
        .collect();

    let on_board = &customers[..plan.customers.0];
    let spots: Vec<Spot> = people
        .iter()
        .map(|one| one.home)
        .chain([ground::SHOP])
        .chain(on_board.iter().map(|customer| customer.at))
        .collect();
    let matrix = network.matrix(&spots.iter().map(|spot| places::point(*spot)).collect::<Vec<Point>>());
    let ground = Ground { matrix: &matrix, max_drive_home: i64::from(settings().max_drive_home_minutes) };
    let setting = Setting { technicians: &people, customers: on_board, ground, plan };
    let board = fill_board(&setting, seed);

    let history = history::make(&people, &customers, plan.past_days, &mut stream(5));
    remember(&mut customers, &history, plan.customers.0);
    customers.extend(places::known_member(network));
    let mut sample = Sample {
        company: company(),
        technicians: TechniciansFile { technicians: people },
        customers: CustomersFile { customers },
        board,
        history,
    };
    sample.place_what_has_a_place(&Spots::new(&spots, &matrix))?;
    Ok(sample)
}

fn fill_board(setting: &Setting<'_>, seed: u64) -> BoardFile {
    let mut chance = Chance::stream(seed, 4);
    let mut deck = Deck::new(setting.customers.len(), &mut chance);
    let mut board = BoardFile { visits: Vec::new(), events: Vec::new() };
    for day in 0..=DAYS_AHEAD {
        // Each day has its own stream, so that one more visit today does not change the days behind it.
        let mut chance = Chance::stream(seed, 100 + day as u64);
        let mut filled = if day == 0 {
            today(setting, &mut deck, &mut chance)
        } else {
            let wanted = setting.plan.wanted(day);
            let mut filled = setting.fill(day, wanted - wanted / 12, &mut deck, &mut chance);
            setting.add_to_tray(&mut filled, wanted / 12, &mut deck, &mut chance);
            setting.loosen(&mut filled, &mut chance);
            Setting::settle(&mut filled);
            filled
        };
        filled.visits.sort_by_key(|visit| (visit.booked, visit.customer));
        board.visits.append(&mut filled.visits);
        board.events.append(&mut filled.events);
    }
    board
}

/// Today as it stands in the morning, with its tray.
fn today(setting: &Setting<'_>, deck: &mut Deck, chance: &mut Chance) -> Day {
    let mut day = setting.fill(0, setting.plan.today, deck, chance);
    setting.add_to_tray(&mut day, TRAY.0, deck, chance);
    setting.loosen(&mut day, chance);
    Setting::settle(&mut day);
    morning::happen(&mut day, setting.technicians.len(), &setting.ground, chance);
    let homeless: Vec<_> = (0..TRAY.1).filter_map(|_| setting.without_a_place(&day, deck, chance)).collect();
    let on_hold = |reason: &str, since| StateRow::OnHold { reason: reason.to_owned(), since };
    let off = [
        on_hold("parts", (-2, 905)),
        on_hold("customer", (-1, 1_010)),
        on_hold("Waits for the landlord's approval", (0, 512)),
        StateRow::Canceled { reason: "Found somebody who could come yesterday".to_owned(), at: (0, 541) },
    ];
    let off: Vec<_> =
        off.into_iter().filter_map(|state| setting.off_schedule(0, state, deck, chance)).collect();
    day.visits.extend(homeless);
    day.visits.extend(off);
    day
}

/// Marks who has been a customer before, and two with whom it went badly.
fn remember(customers: &mut [CustomerRow], history: &HistoryFile, on_board: usize) {
    for job in &history.jobs {
        let customer = &mut customers[job.customer];
        if customer.class == CustomerClass::New {
            customer.class = CustomerClass::Returning;
        }
    }
    let past = &mut customers[on_board..];
    for customer in past.iter_mut().filter(|one| one.class == CustomerClass::Returning).take(2) {
        customer.class = CustomerClass::DoNotService;
    }
}

fn company() -> CompanyFile {
    let text = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    CompanyFile {
        slug: "buckeye".to_owned(),
        name: "Buckeye Home Services".to_owned(),
        time_zone: "America/New_York".to_owned(),
        phone: "+16145550100".to_owned(),
        shop: ground::SHOP,
        units: text(&catalogue::UNITS),
        hours: (7 * 60, 20 * 60),
        zones: ground::zones(),
        skills: text(&catalogue::SKILLS),
        job_types: catalogue::kinds()
            .map(|kind| JobTypeRow {
                name: kind.name.to_owned(),
                trade: kind.trade,
                unit: kind.unit,
                skills: kind.skills.to_vec(),
                minutes: kind.minutes,
                value: kind.value,
                urgency: kind.urgency,
                planned: kind.planned,
                words: text(kind.words),
            })
            .collect(),
        windows: schedule::WINDOWS.to_vec(),
        settings: settings(),
    }
}

fn settings() -> SettingsRow {
    SettingsRow {
        money_over_driving: 50,
        drive_cost_per_minute_cents: 100,
        max_drive_minutes: 45,
        max_drive_home_minutes: 60,
        autolock_minutes: 60,
        stability_price_cents: 1_500,
        change_budget: 6,
        reservation_minutes: 15,
        booking_days: DAYS_AHEAD as u8,
    }
}

const COMPANY: &str = "company.json";
const TECHNICIANS: &str = "technicians.json";
const CUSTOMERS: &str = "customers.json";
const BOARD: &str = "board.json";
const HISTORY: &str = "history.json";

impl Sample {
    /// The files by name, one row a line.
    pub fn to_files(&self) -> Vec<(&'static str, Vec<u8>)> {
        vec![
            (COMPANY, lines(&self.company)),
            (TECHNICIANS, lines(&self.technicians)),
            (CUSTOMERS, lines(&self.customers)),
            (BOARD, lines(&self.board)),
            (HISTORY, lines(&self.history)),
        ]
    }

    /// The sample company in its files; `read` gives the content of a file by name.
    ///
    /// # Errors
    /// [`SampleError::MissingFile`] and [`SampleError::BadFile`]; references are checked when it is materialised.
    pub fn from_files(read: impl Fn(&str) -> Option<Vec<u8>>) -> Result<Sample, SampleError> {
        Ok(Sample {
            company: parse(COMPANY, &read)?,
            technicians: parse(TECHNICIANS, &read)?,
            customers: parse(CUSTOMERS, &read)?,
            board: parse(BOARD, &read)?,
            history: parse(HISTORY, &read)?,
        })
    }

    /// The board itself has the last word on who has a place: the filling keeps minutes to spare that a place may use.
    fn place_what_has_a_place(&mut self, drives: &dyn DriveTimes) -> Result<(), SampleError> {
        let ids = Ids { company: domain::CompanyId(1), dispatcher: domain::UserId(1), first: 1 };
        // Any ordinary day; places in the files are wall-clock times.
        let records = self.materialise(civil::date(2026, 6, 1), ids)?;
        let mut board = records.board(civil::date(2026, 6, 1), records.now)?;
        for position in 0..self.board.visits.len() {
            if self.board.visits[position].state != (StateRow::Unassigned { place: None }) {
                continue;
            }
            let Some(index) = board
                .visits
                .iter()
                .position(|visit| visit.appointment.id == ids.appointment(&self.history, position))
            else {
                continue;
            };
            let kind = domain::board::StopKind::Visit(board.visits[index].appointment.id);
            let Some(place) = board.provisional_place(kind, &board.visits[index].demand(), drives) else {
                continue;
            };
            board.visits[index].appointment.state =
                domain::AppointmentState::Unassigned { provisional: Some(place) };
            let start = place.start.to_zoned(board.company.zone_of_time()).time();
            let minute = i32::from(start.hour()) * 60 + i32::from(start.minute());
            let technician = (place.technician.0 - ids.first) as usize;
            self.board.visits[position].state =
                StateRow::Unassigned { place: Some((technician, minute as Minute)) };
        }
        Ok(())
    }
}

/// Drive times between places that were asked for together.
struct Spots<'a> {
    positions: BTreeMap<Spot, usize>,
    matrix: &'a Matrix,
}

impl<'a> Spots<'a> {
    fn new(spots: &[Spot], matrix: &'a Matrix) -> Spots<'a> {
        Spots { positions: spots.iter().copied().zip(0..).collect(), matrix }
    }
}

impl DriveTimes for Spots<'_> {
    fn drive(&self, from: Point, to: Point) -> Option<SignedDuration> {
        let [from, to] = [from, to].map(|point| self.positions.get(&places::spot(point)));
        self.matrix.seconds(*from?, *to?).map(|seconds| SignedDuration::from_secs(seconds.into()))
    }
}

/// JSON with one row a line, so that a change shows as the rows that changed.
fn lines(file: &impl Serialize) -> Vec<u8> {
    let value = serde_json::to_value(file).expect("the files hold nothing that JSON cannot");
    let fields = value.as_object().expect("a file is an object");
    let mut text = String::from("{");
    for (position, (name, field)) in fields.iter().enumerate() {
        text.push_str(if position == 0 { "\n" } else { ",\n" });
        text.push_str(&format!("\"{name}\":"));
        match field.as_array() {
            Some(rows) if rows.iter().any(|row| row.is_object() || row.is_array()) => {
                let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
                text.push_str(&format!("[\n{}\n]", rows.join(",\n")));
            }
            _ => text.push_str(&field.to_string()),
        }
    }
    text.push_str("\n}\n");
    text.into_bytes()
}

fn parse<T: DeserializeOwned>(
    name: &'static str,
    read: &impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<T, SampleError> {
    let bytes = read(name).ok_or(SampleError::MissingFile { name })?;
    serde_json::from_slice(&bytes).map_err(|problem| SampleError::BadFile { name, problem })
}

#[cfg(test)]
mod tests;
