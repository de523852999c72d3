//! What a `trsp-1` file says, as it says it. Times are whole seconds of the day; references are indices from 0.

use crate::formats::{Table, Wrong, from_json, unique};
use serde::{Deserialize, Serialize};

/// The last second that may be named: some three years, and sums of a few of them fit in 32 bits.
pub const LATEST: i64 = 100_000_000;

/// One day of work for a team of technicians. Keys that are not listed here are skipped, as the other readers of the
/// format do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// Always `trsp-1`.
    pub format: String,
    /// What the file calls itself; the solution repeats it.
    pub name: String,
    /// Prices.
    pub objective: Objective,
    /// Only their number counts: drives are in the matrix.
    pub locations: Vec<Location>,
    /// Driving seconds from row to column; may be asymmetric.
    pub matrix_s: Table<u32>,
    /// Who works.
    pub technicians: Vec<Technician>,
    /// What is to be done.
    pub jobs: Vec<Job>,
    /// Money a job (row) brings when a technician (column) does it.
    pub values: Table<i64>,
}

/// A place. Coordinates are for drawing, and are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {}

/// Prices of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Objective {
    /// What 60 seconds of driving cost, in the unit of the values.
    pub drive_cost_per_min: f64,
}

/// A technician of the day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Technician {
    /// Name for people; unique.
    pub id: Id,
    /// Index of the place the day begins at.
    pub start: usize,
    /// Index of the place the day ends at.
    pub end: usize,
    /// Leaves not before the first, is back not after the second.
    pub shift: [i64; 2],
    /// What the technician can do.
    #[serde(default)]
    pub skills: Vec<i64>,
    /// Longest single drive, seconds.
    #[serde(default)]
    pub max_leg_s: Option<i64>,
    /// Sum of `demand` that fits.
    #[serde(default)]
    pub capacity: Option<i64>,
    /// Longest driving in all, seconds.
    #[serde(default)]
    pub max_drive_s: Option<i64>,
    /// Breaks to take on a day with jobs.
    #[serde(default)]
    pub breaks: Vec<Break>,
    /// Times when the technician is taken.
    #[serde(default)]
    pub blocks: Vec<Block>,
}

/// A break to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    /// Seconds.
    pub duration: i64,
    /// Earliest and latest start, both allowed.
    pub window: [i64; 2],
}

/// A time when the technician is taken: at a place, which has to be driven to, or anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// From.
    pub start: i64,
    /// To.
    pub end: i64,
    /// Index of its place.
    #[serde(default)]
    pub location: Option<usize>,
}

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Name for people; unique.
    pub id: Id,
    /// Index of its place.
    pub location: usize,
    /// Seconds.
    pub duration: i64,
    /// The service starts inside one of these, both ends allowed.
    pub windows: Vec<[i64; 2]>,
    /// All of these are needed.
    #[serde(default)]
    pub skills: Vec<i64>,
    /// What it costs to leave it.
    #[serde(default)]
    pub unassigned_penalty: i64,
    /// Who must do it, and perhaps when.
    #[serde(default)]
    pub locked: Option<Lock>,
    /// Indices of those who may do it; nobody else may. Everybody when absent.
    #[serde(default)]
    pub allowed_techs: Option<Vec<usize>>,
    /// Whether it must be done.
    #[serde(default)]
    pub mandatory: Option<bool>,
    /// How much of the capacity it takes.
    #[serde(default)]
    pub demand: Option<i64>,
}

/// Where a person put a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// Index of the technician.
    pub tech: usize,
    /// When the service starts; free when absent.
    #[serde(default)]
    pub start: Option<i64>,
}

/// A name, given as text or as a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Id {
    /// `"t7"`
    Text(String),
    /// `7`
    Number(i64),
}

impl std::fmt::Display for Id {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Id::Text(text) => out.write_str(text),
            Id::Number(number) => write!(out, "{number}"),
        }
    }
}

/// Reads and checks a file.
///
/// # Errors
/// The first field that makes no sense.
pub fn read(bytes: &[u8]) -> Result<Day, Wrong> {
    let day: Day = from_json(bytes)?;
    day.check()?;
    Ok(day)
}

impl Day {
    /// Whether every number has a meaning, and every reference something behind it.
    fn check(&self) -> Result<(), Wrong> {
        if self.format != "trsp-1" {
            return Err(Wrong::at("format", format!("`{}` is not `trsp-1`", self.format)));
        }
        let cost = self.objective.drive_cost_per_min;
        if !(0.0..=1e9).contains(&cost) {
            return Err(Wrong::at(
                "objective.drive_cost_per_min",
                format!("{cost} is not a price from 0 to 1e9"),
            ));
        }
        self.check_tables()?;
        let ids: Vec<String> = self.technicians.iter().map(|technician| technician.id.to_string()).collect();
        unique("technicians", ids.iter().map(String::as_str))?;
        let ids: Vec<String> = self.jobs.iter().map(|job| job.id.to_string()).collect();
        unique("jobs", ids.iter().map(String::as_str))?;
        for (index, technician) in self.technicians.iter().enumerate() {
            self.check_technician(technician).map_err(|wrong| inside("technicians", index, wrong))?;
        }
        for (index, job) in self.jobs.iter().enumerate() {
            self.check_job(job).map_err(|wrong| inside("jobs", index, wrong))?;
        }
        Ok(())
    }

    fn check_tables(&self) -> Result<(), Wrong> {
        let size = |path, table: (usize, usize), wanted: (usize, usize), of: &str| {
            // Without rows there is nothing to measure the width of.
            if table.0 == wanted.0 && (table.1 == wanted.1 || table.0 == 0) {
                return Ok(());
            }
            let what = format!("has {} rows of {}, but there are {of}", table.0, table.1);
            Err(Wrong::at(path, what))
        };
        let (places, jobs, people) = (self.locations.len(), self.jobs.len(), self.technicians.len());
        let matrix = &self.matrix_s;
        size("matrix_s", (matrix.rows, matrix.width), (places, places), &format!("{places} locations"))?;
        let values = &self.values;
        let of = format!("{jobs} jobs and {people} technicians");
        size("values", (values.rows, values.width), (jobs, people), &of)?;
        if let Some(at) = matrix.cells.iter().position(|cell| i64::from(*cell) > LATEST) {
            let path = format!("matrix_s[{}][{}]", at / places, at % places);
            return Err(Wrong::at(path, format!("a drive of more than {LATEST} s")));
        }
        if let Some(at) = (0..places).find(|at| matrix.row(*at)[*at] != 0) {
            return Err(Wrong::at(
                format!("matrix_s[{at}][{at}]"),
                "a drive from a place to itself takes 0 s",
            ));
        }
        if let Some(at) = values.cells.iter().position(|value| value.abs() > MOST_MONEY) {
            let path = format!("values[{}][{}]", at / people, at % people);
            return Err(Wrong::at(path, format!("is beyond {MOST_MONEY}")));
        }
        Ok(())
    }

    fn check_technician(&self, technician: &Technician) -> Result<(), Wrong> {
        self.place("start", technician.start)?;
        self.place("end", technician.end)?;
        span("shift", technician.shift)?;
        seconds("max_leg_s", technician.max_leg_s)?;
        load("capacity", technician.capacity)?;
        seconds("max_drive_s", technician.max_drive_s)?;
        for (index, one) in technician.breaks.iter().enumerate() {
            let checked = seconds("duration", Some(one.duration)).and_then(|()| span("window", one.window));
            checked.map_err(|wrong| inside("breaks", index, wrong))?;
        }
        for (index, block) in technician.blocks.iter().enumerate() {
            let checked = span("end", [block.start, block.end])
                .and_then(|()| block.location.map_or(Ok(()), |place| self.place("location", place)));
            checked.map_err(|wrong| inside("blocks", index, wrong))?;
        }
        Ok(())
    }

    fn check_job(&self, job: &Job) -> Result<(), Wrong> {
        self.place("location", job.location)?;
        seconds("duration", Some(job.duration))?;
        amount("unassigned_penalty", Some(job.unassigned_penalty))?;
        load("demand", job.demand)?;
        if job.windows.is_empty() {
            return Err(Wrong::at("windows", "is empty, so the service can never start"));
        }
        for (index, window) in job.windows.iter().enumerate() {
            span(&format!("windows[{index}]"), *window)?;
        }
        if let Some(lock) = &job.locked {
            self.technician("locked.tech", lock.tech)?;
            seconds("locked.start", lock.start)?;
        }
        for (index, allowed) in job.allowed_techs.iter().flatten().enumerate() {
            self.technician(&format!("allowed_techs[{index}]"), *allowed)?;
        }
        Ok(())
    }

    fn place(&self, path: &str, place: usize) -> Result<(), Wrong> {
        let known = self.locations.len();
        let what = || format!("there is no location {place}, the file has {known}");
        if place < known { Ok(()) } else { Err(Wrong::at(path, what())) }
    }

    fn technician(&self, path: &str, technician: usize) -> Result<(), Wrong> {
        let known = self.technicians.len();
        let what = || format!("there is no technician {technician}, the file has {known}");
        if technician < known { Ok(()) } else { Err(Wrong::at(path, what())) }
    }
}

/// No single amount of money is greater, so that the sum of a whole day fits in 64 bits, in the smallest unit that
/// the solver counts in.
const MOST_MONEY: i64 = 10_000_000_000;

/// Capacities and demands end here, so that two of them add up in 32 bits.
const MOST_LOAD: i64 = 1_000_000_000;

fn inside(list: &str, index: usize, wrong: Wrong) -> Wrong {
    Wrong { path: format!("{list}[{index}].{}", wrong.path), what: wrong.what }
}

fn span(path: &str, [from, to]: [i64; 2]) -> Result<(), Wrong> {
    if from < 0 {
        return Err(Wrong::at(path, format!("{from} s lies before the day")));
    }
    if to < from {
        let night = if path == "shift" { "; a shift over midnight ends after 86400" } else { "" };
        return Err(Wrong::at(path, format!("ends before it starts ({to} < {from}){night}")));
    }
    if to > LATEST {
        return Err(Wrong::at(path, format!("{to} s is too far away (at most {LATEST})")));
    }
    Ok(())
}

fn seconds(path: &str, seconds: Option<i64>) -> Result<(), Wrong> {
    amount(path, seconds)?;
    match seconds {
        Some(seconds) if seconds > LATEST => {
            Err(Wrong::at(path, format!("{seconds} s is too long (at most {LATEST})")))
        }
        _ => Ok(()),
    }
}

fn load(path: &str, load: Option<i64>) -> Result<(), Wrong> {
    amount(path, load)?;
    match load {
        Some(load) if load > MOST_LOAD => Err(Wrong::at(path, format!("{load} is beyond {MOST_LOAD}"))),
        _ => Ok(()),
    }
}

fn amount(path: &str, amount: Option<i64>) -> Result<(), Wrong> {
    match amount {
        Some(amount) if amount < 0 => Err(Wrong::at(path, format!("{amount} is negative"))),
        Some(amount) if amount > MOST_MONEY => {
            Err(Wrong::at(path, format!("{amount} is beyond {MOST_MONEY}")))
        }
        _ => Ok(()),
    }
}
