//! Whether a file makes sense: every number has a meaning, every name something behind it.

use super::book::{Book, WEEKDAYS};
use super::file::{Job, Link, Lock, Problem, Span, State, Technician};
use super::settings::Settings;
use crate::formats::{Wrong, from_json, unique};
use domain::Timestamp;
use std::collections::HashMap;

/// Reads and checks a file.
///
/// # Errors
/// The first field that makes no sense.
pub fn read(bytes: &[u8]) -> Result<Book, Wrong> {
    from_json(bytes).and_then(checked)
}

/// Checks a problem.
///
/// # Errors
/// The first field that makes no sense.
pub fn checked(problem: Problem) -> Result<Book, Wrong> {
    if problem.format != "dispatch-1" {
        return Err(Wrong::at("format", format!("`{}` is not `dispatch-1`", problem.format)));
    }
    let book = Book::new(problem)?;
    let problem = &book.problem;
    settings(&problem.settings).map_err(|wrong| below("settings", wrong))?;
    catalogues(problem)?;
    travel(&book)?;
    unique("technicians", problem.technicians.iter().map(|one| one.id.as_str()))?;
    unique("jobs", problem.jobs.iter().map(|one| one.id.as_str()))?;
    let seen = Seen { book: &book };
    for (index, one) in problem.technicians.iter().enumerate() {
        seen.technician(one).map_err(|wrong| below(&format!("technicians[{index}]"), wrong))?;
    }
    for (index, one) in problem.jobs.iter().enumerate() {
        seen.job(one).map_err(|wrong| below(&format!("jobs[{index}]"), wrong))?;
    }
    seen.links()?;
    for (index, one) in problem.reserve.iter().enumerate() {
        let checked = seen.span("span", one.span).and_then(|()| {
            known("unit", one.unit.iter(), &problem.units, "unit")?;
            known("skill", one.skill.iter(), &problem.skills, "skill")
        });
        checked.map_err(|wrong| below(&format!("reserve[{index}]"), wrong))?;
    }
    Ok(book)
}

/// No single amount of money is greater, so that sums fit in 64 bits in the smallest unit of the solver.
const MOST_CENTS: i64 = 1_000_000_000;
/// Nothing lasts longer: a hundred days.
const LONGEST: i64 = 100 * 86_400;

fn below(path: &str, wrong: Wrong) -> Wrong {
    Wrong { path: format!("{path}.{}", wrong.path), what: wrong.what }
}

fn cents(path: &str, cents: i64) -> Result<(), Wrong> {
    match cents {
        ..0 => Err(Wrong::at(path, format!("{cents} is negative"))),
        0..=MOST_CENTS => Ok(()),
        _ => Err(Wrong::at(path, format!("{cents} is beyond {MOST_CENTS}"))),
    }
}

fn seconds(path: &str, seconds: i64) -> Result<(), Wrong> {
    match seconds {
        ..0 => Err(Wrong::at(path, format!("{seconds} is negative"))),
        0..=LONGEST => Ok(()),
        _ => Err(Wrong::at(path, format!("{seconds} s is longer than a hundred days"))),
    }
}

fn percent(path: &str, percent: u8) -> Result<(), Wrong> {
    let what = || format!("{percent} is not a share from 0 to 100");
    if percent <= 100 { Ok(()) } else { Err(Wrong::at(path, what())) }
}

fn level(path: &str, level: u8) -> Result<(), Wrong> {
    let what = || format!("{level} is not a level from 1 to 5");
    if (1..=5).contains(&level) { Ok(()) } else { Err(Wrong::at(path, what())) }
}

/// Whether all names are in a catalogue.
fn known<'n>(
    path: &str,
    names: impl Iterator<Item = &'n String>,
    catalogue: &[String],
    noun: &str,
) -> Result<(), Wrong> {
    for name in names {
        if !catalogue.contains(name) {
            return Err(Wrong::at(path, format!("there is no {noun} `{name}` in the catalogue")));
        }
    }
    Ok(())
}

fn settings(settings: &Settings) -> Result<(), Wrong> {
    percent("money_over_driving", settings.money_over_driving)?;
    for (path, amount) in [
        ("drive_cents_per_minute", settings.drive_cents_per_minute),
        ("overtime_cents_per_minute", settings.overtime_cents_per_minute),
        ("waiting_cents_per_minute", settings.waiting_cents_per_minute),
        ("preferred_cents", settings.preferred_cents),
        ("recent_cents", settings.recent_cents),
        ("overqualified_cents_per_level", settings.overqualified_cents_per_level),
        ("stability_cents", settings.stability_cents),
        ("stability_told_cents", settings.stability_told_cents),
        ("missed_window_cents", settings.missed_window_cents),
        ("unassigned_cents.none", settings.unassigned_cents.none),
        ("unassigned_cents.routine", settings.unassigned_cents.routine),
        ("unassigned_cents.urgent", settings.unassigned_cents.urgent),
        ("unassigned_cents.emergency", settings.unassigned_cents.emergency),
        ("unassigned_cents_per_day", settings.unassigned_cents_per_day),
    ] {
        cents(path, amount)?;
    }
    for (path, limit) in [
        ("max_drive_between_seconds", settings.max_drive_between_seconds),
        ("max_drive_home_seconds", settings.max_drive_home_seconds),
    ] {
        limit.map_or(Ok(()), |limit| seconds(path, limit))?;
    }
    for (day, hours) in settings.business_hours.iter().flatten() {
        let path = format!("business_hours.{day}");
        if !WEEKDAYS.contains(&day.as_str()) {
            return Err(Wrong::at(path, "is not a weekday such as `monday`"));
        }
        if hours.opens == hours.closes {
            return Err(Wrong::at(
                path,
                "opens and closes at the same time; leave the day out when it is closed",
            ));
        }
    }
    Ok(())
}

fn catalogues(problem: &Problem) -> Result<(), Wrong> {
    for (list, names) in [("skills", &problem.skills), ("zones", &problem.zones), ("units", &problem.units)] {
        let mut seen = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            if let Some(first) = seen.insert(name, index) {
                return Err(Wrong::at(
                    format!("{list}[{index}]"),
                    format!("`{name}` stands in {list}[{first}] already"),
                ));
            }
        }
    }
    unique("locations", problem.locations.iter().map(|one| one.id.as_str()))
}

fn travel(book: &Book) -> Result<(), Wrong> {
    let (travel, places) = (&book.problem.travel, book.problem.locations.len());
    unique("travel.matrices", travel.matrices.iter().map(|one| one.id.as_str()))?;
    if travel.matrices.is_empty() {
        return Err(Wrong::at("travel.matrices", "is empty, so nobody knows how long a drive takes"));
    }
    for (index, matrix) in travel.matrices.iter().enumerate() {
        let (path, table) = (format!("travel.matrices[{index}].seconds"), &matrix.seconds);
        if table.rows != places || (places > 0 && table.width != places) {
            let what =
                format!("has {} rows of {}, but there are {places} locations", table.rows, table.width);
            return Err(Wrong::at(path, what));
        }
        for at in 0..places {
            if table.row(at)[at].seconds() != Some(0) {
                return Err(Wrong::at(
                    format!("{path}[{at}][{at}]"),
                    "a drive from a place to itself takes 0 s",
                ));
            }
        }
        let long = |drive: &super::Drive| drive.seconds().is_some_and(|drive| i64::from(drive) > LONGEST);
        if let Some(at) = table.cells.iter().position(long) {
            let path = format!("{path}[{}][{}]", at / places, at % places);
            return Err(Wrong::at(path, "a drive of more than a hundred days"));
        }
    }
    for (index, hour) in travel.profile.iter().enumerate() {
        if !book.matrices.contains_key(&hour.matrix) {
            let path = format!("travel.profile[{index}].matrix");
            return Err(Wrong::at(path, format!("there is no matrix `{}`", hour.matrix)));
        }
        if index > 0 && hour.from <= travel.profile[index - 1].from {
            return Err(Wrong::at(format!("travel.profile[{index}].from"), "is not after the one before it"));
        }
    }
    Ok(())
}

struct Seen<'a> {
    book: &'a Book,
}

impl Seen<'_> {
    fn place(&self, path: &str, id: Option<&String>) -> Result<(), Wrong> {
        match id.filter(|id| !self.book.places.contains_key(*id)) {
            Some(id) => Err(Wrong::at(path, format!("there is no location `{id}`"))),
            None => Ok(()),
        }
    }

    fn person(&self, path: &str, id: &str) -> Result<(), Wrong> {
        if self.book.technicians.contains_key(id) {
            return Ok(());
        }
        Err(Wrong::at(path, format!("there is no technician `{id}`")))
    }

    fn people<'n>(&self, path: &str, ids: impl Iterator<Item = &'n String>) -> Result<(), Wrong> {
        ids.enumerate().try_for_each(|(index, id)| self.person(&format!("{path}[{index}]"), id))
    }

    fn instant(&self, path: &str, at: Timestamp) -> Result<(), Wrong> {
        self.book.check_instant(path, at)
    }

    /// A span that may be empty.
    fn span(&self, path: &str, span: Span) -> Result<(), Wrong> {
        self.instant(&format!("{path}.from"), span.from)?;
        self.instant(&format!("{path}.until"), span.until)?;
        if span.until < span.from {
            return Err(Wrong::at(path, "ends before it starts"));
        }
        Ok(())
    }

    /// A span that holds at least one instant, its end excluded.
    fn filled(&self, path: &str, span: Span) -> Result<(), Wrong> {
        self.span(path, span)?;
        if span.until == span.from {
            Err(Wrong::at(path, "is empty: it ends when it starts"))
        } else {
            Ok(())
        }
    }

    fn technician(&self, technician: &Technician) -> Result<(), Wrong> {
        let problem = &self.book.problem;
        self.place("start", technician.start.as_ref())?;
        self.place("end", technician.end.as_ref())?;
        for (index, held) in technician.skills.iter().enumerate() {
            known(&format!("skills[{index}].skill"), [&held.skill].into_iter(), &problem.skills, "skill")?;
            level(&format!("skills[{index}].level"), held.level)?;
            if technician.skills[..index].iter().any(|other| other.skill == held.skill) {
                return Err(Wrong::at(
                    format!("skills[{index}].skill"),
                    format!("`{}` is given twice", held.skill),
                ));
            }
        }
        known("zones", technician.zones.iter(), &problem.zones, "zone")?;
        known("units", technician.units.iter(), &problem.units, "unit")?;
        self.calendar(technician)?;
        technician.max_drive_seconds.map_or(Ok(()), |limit| seconds("max_drive_seconds", limit))?;
        seconds("overtime_seconds", technician.overtime_seconds)?;
        percent("late_percent", technician.late_percent)
    }

    fn calendar(&self, technician: &Technician) -> Result<(), Wrong> {
        for (index, shift) in technician.shifts.iter().enumerate() {
            let span = Span { from: shift.from, until: shift.until };
            self.filled(&format!("shifts[{index}]"), span)?;
        }
        let planned = self.book.shifts(technician);
        for pair in planned.windows(2) {
            if pair[1].1 < pair[0].2 {
                let what = format!("overlaps shifts[{}]", pair[0].0);
                return Err(Wrong::at(format!("shifts[{}]", pair[1].0), what));
            }
        }
        for (index, one) in technician.breaks.iter().enumerate() {
            seconds(&format!("breaks[{index}].duration_seconds"), one.duration_seconds)?;
            self.span(&format!("breaks[{index}].window"), one.window)?;
        }
        unique("events", technician.events.iter().map(|one| one.id.as_str()))?;
        for (index, event) in technician.events.iter().enumerate() {
            self.span(&format!("events[{index}]"), Span { from: event.from, until: event.until })?;
            self.place(&format!("events[{index}].location"), event.location.as_ref())?;
            let Some(movable) = event.movable else { continue };
            let path = format!("events[{index}].movable");
            self.span(&path, movable)?;
            if event.from < movable.from || movable.until < event.from {
                return Err(Wrong::at(path, "the event does not stand inside its own limits"));
            }
        }
        Ok(())
    }

    fn job(&self, job: &Job) -> Result<(), Wrong> {
        let problem = &self.book.problem;
        self.place("location", Some(&job.location))?;
        seconds("duration_seconds", job.duration_seconds)?;
        if job.windows.is_empty() {
            return Err(Wrong::at("windows", "is empty, so the service can never start"));
        }
        for (index, window) in job.windows.iter().enumerate() {
            self.filled(&format!("windows[{index}]"), *window)?;
        }
        for (index, need) in job.skills.iter().enumerate() {
            known(&format!("skills[{index}].skill"), [&need.skill].into_iter(), &problem.skills, "skill")?;
            level(&format!("skills[{index}].level"), need.level)?;
        }
        known("zone", job.zone.iter(), &problem.zones, "zone")?;
        known("unit", job.unit.iter(), &problem.units, "unit")?;
        job.asked.map_or(Ok(()), |asked| self.instant("asked", asked))?;
        cents("value_cents", job.value_cents)?;
        for (id, value) in &job.values_cents {
            self.person(&format!("values_cents.{id}"), id)?;
            cents(&format!("values_cents.{id}"), *value)?;
        }
        self.wishes(job)?;
        job.lock.as_ref().map_or(Ok(()), |lock| self.lock(lock)).map_err(|wrong| below("lock", wrong))?;
        self.state(job).map_err(|wrong| below("state", wrong))
    }

    fn wishes(&self, job: &Job) -> Result<(), Wrong> {
        for (path, ids) in [
            ("preferred", &job.preferred),
            ("recent", &job.recent),
            ("never", &job.never),
            ("helpers", &job.helpers),
        ] {
            self.people(path, ids.iter())?;
        }
        self.people("only", job.only.iter().flatten())?;
        if job.only.as_ref().is_some_and(Vec::is_empty) {
            return Err(Wrong::at("only", "is empty, so nobody may come; leave it out when everybody may"));
        }
        if let Some(must) = &job.must {
            self.person("must", must)?;
            if job.never.contains(must) {
                return Err(Wrong::at("must", format!("`{must}` must come and must not come")));
            }
        }
        for (index, helper) in job.helpers.iter().enumerate() {
            if self.book.problem.technicians[self.book.technicians[helper]].managed {
                let what = format!(
                    "`{helper}` is managed; a visit has one managed technician, and helpers who are not"
                );
                return Err(Wrong::at(format!("helpers[{index}]"), what));
            }
        }
        Ok(())
    }

    fn lock(&self, lock: &Lock) -> Result<(), Wrong> {
        if *lock == Lock::default() {
            return Err(Wrong::at("technician", "a lock names a technician, a start or a range"));
        }
        lock.technician.as_ref().map_or(Ok(()), |id| self.person("technician", id))?;
        lock.start.map_or(Ok(()), |start| self.instant("start", start))?;
        let Some(range) = lock.range else { return Ok(()) };
        self.filled("range", range)?;
        match lock.start {
            Some(start) if start < range.from || range.until <= start => {
                Err(Wrong::at("start", "lies outside of the range of the same lock"))
            }
            _ => Ok(()),
        }
    }

    fn state(&self, job: &Job) -> Result<(), Wrong> {
        let now = self.book.problem.now;
        let (id, start, begun) = match &job.state {
            State::Unassigned => return Ok(()),
            State::Assigned { technician, start } | State::Dispatched { technician, start } => {
                (technician, *start, false)
            }
            State::Working { technician, start } | State::Paused { technician, start } => {
                (technician, *start, true)
            }
            State::Done { technician, start, finished } => {
                self.span("finished", Span { from: *start, until: *finished })?;
                if now < *finished {
                    return Err(Wrong::at("finished", "is done, but later than now"));
                }
                (technician, *start, true)
            }
        };
        self.person("technician", id)?;
        self.instant("start", start)?;
        if begun && now < start { Err(Wrong::at("start", "has begun, but later than now")) } else { Ok(()) }
    }

    fn links(&self) -> Result<(), Wrong> {
        let mut link_of: HashMap<&str, usize> = HashMap::new();
        for (index, link) in self.book.problem.links.iter().enumerate() {
            let at = |path: &str, what: String| Err(Wrong::at(format!("links[{index}].{path}"), what));
            if link.jobs().len() < 2 {
                return at("jobs", "ties fewer than two jobs".to_owned());
            }
            for (position, id) in link.jobs().iter().enumerate() {
                let path = format!("jobs[{position}]");
                if !self.book.jobs.contains_key(id) {
                    return at(&path, format!("there is no job `{id}`"));
                }
                if let Some(other) = link_of.insert(id, index) {
                    return at(&path, format!("`{id}` is in links[{other}] already"));
                }
            }
            let (least, most, path) = match link {
                Link::Crew { .. } => continue,
                Link::Sequence { min_gap_seconds, max_gap_seconds, .. } => {
                    (*min_gap_seconds, max_gap_seconds.unwrap_or(LONGEST), "max_gap_seconds")
                }
                Link::MultiDay { rest_seconds, max_gap_seconds, .. } => {
                    (*rest_seconds, *max_gap_seconds, "max_gap_seconds")
                }
            };
            let checked = seconds("gap", least).and_then(|()| seconds("gap", most));
            if let Err(wrong) = checked {
                return at(path, wrong.what);
            }
            if most < least {
                return at(path, format!("{most} is less than the least gap of {least}"));
            }
        }
        Ok(())
    }
}
