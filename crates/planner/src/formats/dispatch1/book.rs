//! A problem with its names looked up, on a clock of whole seconds.

use super::file::{Job, Problem, ShiftKind, Span, State, Technician};
use super::settings::Hours;
use crate::formats::Wrong;
use domain::{Timestamp, civil, tz::TimeZone};
use std::collections::HashMap;

/// A `dispatch-1` problem that makes sense.
#[derive(Debug, Clone)]
pub struct Book {
    /// As it was read.
    pub problem: Problem,
    /// The company's time zone.
    pub zone: TimeZone,
    /// Second of the epoch on which the clock of the problem stands at zero.
    pub zero: i64,
    /// Technicians by id.
    pub technicians: HashMap<String, usize>,
    /// Jobs by id.
    pub jobs: HashMap<String, usize>,
    /// Locations by id.
    pub places: HashMap<String, usize>,
    /// Matrices by id.
    pub matrices: HashMap<String, usize>,
}

/// Furthest from now that an instant may lie: more than a year, and sums of seconds fit in 31 bits.
const FURTHEST_DAYS: i64 = 500;

impl Book {
    /// Looks everything up.
    ///
    /// # Errors
    /// The time zone is unknown, or an instant is too far from now or not a whole second.
    pub(super) fn new(problem: Problem) -> Result<Book, Wrong> {
        let zone = TimeZone::get(&problem.time_zone)
            .map_err(|_| Wrong::at("time_zone", format!("there is no time zone `{}`", problem.time_zone)))?;
        let index = |ids: Vec<&String>| ids.into_iter().cloned().zip(0..).collect();
        let book = Book {
            zone,
            zero: problem.now.as_second() - FURTHEST_DAYS * 86_400,
            technicians: index(problem.technicians.iter().map(|one| &one.id).collect()),
            jobs: index(problem.jobs.iter().map(|one| &one.id).collect()),
            places: index(problem.locations.iter().map(|one| &one.id).collect()),
            matrices: index(problem.travel.matrices.iter().map(|one| &one.id).collect()),
            problem,
        };
        Ok(book)
    }

    /// Whether an instant can be counted on the clock of the problem.
    pub(super) fn check_instant(&self, path: &str, at: Timestamp) -> Result<(), Wrong> {
        if at.subsec_nanosecond() != 0 {
            return Err(Wrong::at(path, format!("{at} has parts of a second")));
        }
        if (at.as_second() - self.problem.now.as_second()).abs() > FURTHEST_DAYS * 86_400 {
            return Err(Wrong::at(path, format!("{at} is more than {FURTHEST_DAYS} days from now")));
        }
        Ok(())
    }

    /// Seconds of the problem.
    pub fn second(&self, at: Timestamp) -> i64 {
        at.as_second() - self.zero
    }

    /// An instant from seconds of the problem.
    ///
    /// # Panics
    /// When it is not near the instants of the problem.
    pub fn instant(&self, second: i64) -> Timestamp {
        Timestamp::from_second(self.zero + second).expect("instants near those of a file exist")
    }

    /// The date in company time.
    pub fn date(&self, second: i64) -> civil::Date {
        self.instant(second).to_zoned(self.zone.clone()).date()
    }

    /// When a time of the day is on a date, in seconds of the problem. Where clocks are put forward over it, the
    /// instant just after.
    pub fn at(&self, date: civil::Date, time: civil::Time) -> i64 {
        let zoned = date.to_datetime(time).to_zoned(self.zone.clone());
        let at = zoned.map_or_else(|_| self.problem.now, |zoned| zoned.timestamp());
        self.second(at)
    }

    /// When visits may start on a date: first start and the first instant that is too late.
    pub fn hours(&self, date: civil::Date) -> Option<(i64, i64)> {
        let Some(week) = &self.problem.settings.business_hours else {
            return Some((i64::MIN, i64::MAX));
        };
        let hours = week.get(WEEKDAYS[date.weekday().to_monday_zero_offset() as usize])?;
        let Hours { opens, closes } = *hours;
        if self.problem.settings.closed.contains(&date) {
            return None;
        }
        let over = if closes <= opens { date.tomorrow().ok()? } else { date };
        Some((self.at(date, opens), self.at(over, closes)))
    }

    /// A span in seconds of the problem.
    pub fn span(&self, span: Span) -> (i64, i64) {
        (self.second(span.from), self.second(span.until))
    }

    /// Now, in seconds of the problem.
    pub fn now(&self) -> i64 {
        self.second(self.problem.now)
    }

    /// The shifts of a technician that are planned, by start: index, from, until.
    pub fn shifts(&self, technician: &Technician) -> Vec<(usize, i64, i64)> {
        let on_call = self.problem.settings.plan_on_call;
        let shifts = technician.shifts.iter().enumerate().filter(|(_, shift)| match shift.kind {
            ShiftKind::Normal => true,
            ShiftKind::OnCall => on_call,
            ShiftKind::TimeOff => false,
        });
        let mut planned: Vec<_> =
            shifts.map(|(index, shift)| (index, self.second(shift.from), self.second(shift.until))).collect();
        planned.sort_unstable_by_key(|(index, from, _)| (*from, *index));
        planned
    }

    /// Who has a visit that has begun, from when until when: dispatched, working, paused or done.
    pub fn begun(&self, job: &Job) -> Option<Begun> {
        let now = self.now();
        let (technician, start, end) = match &job.state {
            State::Unassigned | State::Assigned { .. } => return None,
            State::Dispatched { technician, start } => {
                let start = self.second(*start).max(now);
                (technician, start, start + job.duration_seconds)
            }
            State::Working { technician, start } | State::Paused { technician, start } => {
                let start = self.second(*start);
                (technician, start, (start + job.duration_seconds).max(now))
            }
            State::Done { technician, start, finished } => {
                (technician, self.second(*start), self.second(*finished))
            }
        };
        Some(Begun { technician: self.technicians[technician], start, end })
    }

    /// Who has an assigned visit, and from when.
    pub fn current(&self, job: &Job) -> Option<(usize, i64)> {
        match &job.state {
            State::Assigned { technician, start } => {
                Some((self.technicians[technician], self.second(*start)))
            }
            _ => None,
        }
    }
}

/// A visit that has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begun {
    /// Index of the technician.
    pub technician: usize,
    /// Seconds of the problem.
    pub start: i64,
    /// Seconds of the problem; expected when it is not over.
    pub end: i64,
}

/// Names of weekdays in a file.
pub(super) const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
