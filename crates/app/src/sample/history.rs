//! Ninety days of finished jobs with a structure that a forecast can find.
//!
//! The truth behind the figures, which stands in no file:
//!
//! * a job brings `value of its kind × technician's value × day of the weekly cycle`, each in percent
//!   ([`truth`]); without the last two, one job in ten lies below the low figure of its kind, one in ten above the high;
//! * it takes `planned time × true share of its kind × technician's pace × noise` of 75 to 130 percent;
//! * the number of jobs a day follows the same weekly cycle. Files know no weekdays, so the cycle is counted from day 0;
//! * kinds with a season become more or less frequent towards day 0: heating grows, cooling shrinks.

use super::catalogue::{self, HVAC};
use super::chance::Chance;
use super::file::{CustomerRow, HistoryFile, Minute, PastJob, TechnicianRow};
use super::people;
use super::schedule::{self, kind};

/// Jobs and value by day of the weekly cycle, in percent; position 0 is day 0, -7, -14 and so on.
const CYCLE: [(usize, i64); 7] =
    [(104, 100), (100, 98), (96, 99), (100, 101), (108, 104), (78, 111), (62, 115)];
/// A technician is away on one day in seven or so.
const AWAY_PERCENT: usize = 16;

/// What of a finished job is not noise, in percent of the figures of its kind: value, time on site.
pub fn truth(technician: usize, job_type: usize, day: i32) -> (i64, i64) {
    let (value, pace) = people::truth(technician);
    let (_, cycle) = CYCLE[day.rem_euclid(7) as usize];
    (value * cycle / 100, kind(job_type).truly_percent * pace / 100)
}

/// The finished jobs of `days` days, oldest first.
pub(super) fn make(
    technicians: &[TechnicianRow],
    customers: &[CustomerRow],
    days: i32,
    chance: &mut Chance,
) -> HistoryFile {
    let mut jobs = Vec::new();
    for day in -days..0 {
        let today = jobs.len();
        for (technician, row) in technicians.iter().enumerate() {
            if row.managed && !chance.percent(AWAY_PERCENT) {
                work_a_day(&mut jobs, day, technician, row, customers, chance);
            }
        }
        jobs[today..].sort_unstable_by_key(|job: &PastJob| (job.start, job.technician));
    }
    HistoryFile { jobs }
}

fn work_a_day(
    jobs: &mut Vec<PastJob>,
    day: i32,
    technician: usize,
    row: &TechnicianRow,
    customers: &[CustomerRow],
    chance: &mut Chance,
) {
    let (volume, _) = CYCLE[day.rem_euclid(7) as usize];
    let most = (600 * volume + chance.below(20_000)) / 12_000;
    // The plan and the truth run side by side: planned spans never overlap, true ones never either.
    let (mut planned, mut free) = (row.shift.0 + 30, row.shift.0 + 20);
    for _ in 0..most {
        let Some((job_type, customer)) = able_job(row, customers, day, chance) else { return };
        let kind = kind(job_type);
        let (value_percent, time_percent) = truth(technician, job_type, day);
        let start = planned.div_ceil(5) * 5;
        if start + kind.minutes + 20 > row.shift.1 {
            return;
        }
        let arrived = (start as i64 + chance.near_middle(-12, 14)).max(i64::from(free) + 8) as Minute;
        let noise = chance.near_middle(75, 130);
        let minutes = (i64::from(kind.minutes) * time_percent * noise / 10_000).max(10);
        let finished = arrived + minutes as Minute;
        let value = schedule::value(kind, chance) * value_percent / 100;
        jobs.push(PastJob { day, technician, customer, job_type, start, arrived, finished, value });
        free = finished;
        let drive = chance.near_middle(10, 34) as Minute;
        let lunch = if (660..780).contains(&(start + kind.minutes)) { 30 } else { 0 };
        planned = (start + kind.minutes).max(finished) + drive + lunch;
    }
}

/// A job the technician was able to do, for a customer whose zone is among the technician's.
fn able_job(
    row: &TechnicianRow,
    customers: &[CustomerRow],
    day: i32,
    chance: &mut Chance,
) -> Option<(usize, usize)> {
    let weights: Vec<usize> = catalogue::kinds()
        .map(|kind| kind.weight * usize::from(row.units.contains(&kind.unit)) * season(kind, day))
        .collect();
    (0..60).find_map(|_| {
        let (job_type, customer) = (chance.weighted(&weights), chance.below(customers.len()));
        let able = schedule::is_able(row, kind(job_type), customers[customer].zone, day);
        able.then_some((job_type, customer))
    })
}

/// How much more often than usual a kind is asked for on a day, in tenths.
fn season(kind: &catalogue::Kind, day: i32) -> usize {
    let ago = day.unsigned_abs().min(90) as usize;
    match kind.name {
        "No cooling" | "Cooling tune-up" => 4 + ago / 6,
        _ if kind.unit == HVAC => 13 - ago / 15,
        _ => 10,
    }
}
