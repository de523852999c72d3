//! When could we come? The arrival windows that truly fit, for work that is only asked for.

use crate::objective::{Delta, Score};
use crate::problem::{Ask, Blocked, Problem, Standing, ceil, floor, instant, seconds};
use crate::sketch::{Placing, Sketch, View};
use domain::board::StopKind;
use domain::rules::Demand;
use domain::{ArrivalWindow, Cents, JobTypeId, Placement, Point, SignedDuration, Urgency, ZoneId, civil};
use std::cmp::Reverse;

/// Work that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// The kind of work.
    pub job_type: JobTypeId,
    /// The zone of the place.
    pub zone: Option<ZoneId>,
    /// Where; without it nothing can be offered.
    pub point: Option<Point>,
    /// Planned time on site; positive.
    pub duration: SignedDuration,
    /// How urgent; urgent work may use the emergency reserve and windows that have begun.
    pub urgency: Urgency,
    /// What the job itself is expected to bring, when that is known.
    pub booked: Option<Cents>,
}

/// A window that can be promised, and the plan that keeps the promise.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// The promise.
    pub window: ArrivalWindow,
    /// The provisional placement behind it.
    pub placement: Placement,
    /// Driving it adds to that technician's day, promises included.
    pub added_drive: SignedDuration,
    /// What the visit is expected to bring with that technician.
    pub value: Cents,
    /// What the added driving costs.
    pub cost: Cents,
    /// How many technicians could come in this window without moving another promise.
    pub technicians_able: u32,
    /// Promises that have to stand elsewhere, still inside their own windows; usually none.
    pub displaced: Vec<Displaced>,
}

/// A promise that makes room by standing elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Displaced {
    /// Whose: a visit without a technician, or a reservation.
    pub holder: StopKind,
    /// Its new provisional placement.
    pub to: Placement,
}

/// Every preset window of the next booking days (the company's setting) in which the work truly fits, by time.
///
/// The board must cover those days. A window that has begun is offered to urgent work only.
pub fn slots(problem: &Problem<'_>, wanted: &Wanted) -> Vec<Slot> {
    let company = &problem.board.company;
    let today = problem.date(problem.board.now);
    let days = std::iter::successors(Some(today), |date| date.tomorrow().ok());
    let mut windows: Vec<ArrivalWindow> = days
        .take(usize::from(company.settings.booking_days))
        .flat_map(|date| company.windows.iter().map(move |preset| (date, preset)))
        .filter_map(|(date, preset)| preset.on(date, &problem.zone))
        .collect();
    windows.sort();
    windows.dedup();
    windows.into_iter().filter_map(|window| slot_in(problem, wanted, window).ok()).collect()
}

/// The plan that keeps a promise in one window, by the same code that offers windows: asked again when a window is
/// reserved or booked.
///
/// # Errors
/// Why the window cannot be promised, by name.
pub fn slot_in(problem: &Problem<'_>, wanted: &Wanted, window: ArrivalWindow) -> Result<Slot, NoSlot> {
    let point = wanted.point.ok_or(NoSlot::AddressNotFound)?;
    let now = problem.board.now;
    if window.end() <= now {
        return Err(NoSlot::Over);
    }
    let hurry = wanted.urgency >= Urgency::Urgent;
    if window.start() < now && !hurry {
        return Err(NoSlot::Begun);
    }
    let date = problem.date(window.start());
    if !hurry && date == problem.date(now) && !leaves_reserve(problem, wanted, date) {
        return Err(NoSlot::ReserveKept);
    }
    let demand = Demand {
        job_type: wanted.job_type,
        zone: wanted.zone,
        point: Some(point),
        window,
        duration: wanted.duration,
    };
    let search = SlotSearch {
        problem,
        able: problem.who_is_able(&demand, date),
        ask: Ask {
            itself: None,
            job_type: wanted.job_type,
            booked: wanted.booked,
            place: Some(problem.places.at(point)),
            window: (ceil(window.start()), floor(window.end())),
            length: seconds(wanted.duration),
            prefers: None,
            kind: NO_KIND,
        },
        base: Sketch::new(problem, View::Promises),
    };
    if !search.able.contains(&true) {
        return Err(NoSlot::NobodyAble);
    }
    let plan = search.directly().or_else(|| search.displacing()).ok_or(NoSlot::Full)?;
    Ok(search.slot(window, plan))
}

/// Why a window cannot be promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoSlot {
    /// Nobody can drive to a place that is not on the map.
    #[error("the address was not found on the map")]
    AddressNotFound,
    /// The window is over.
    #[error("the window is over")]
    Over,
    /// The window has begun, and the work is not urgent.
    #[error("the window has begun")]
    Begun,
    /// What is left of the unit's time today is kept for emergencies.
    #[error("the rest of the day is kept for emergencies")]
    ReserveKept,
    /// Nobody could do such work, whatever the time.
    #[error("no technician can do this kind of work there")]
    NobodyAble,
    /// No technician has room, with or without moving other promises.
    #[error("no technician has room in the window")]
    Full,
}

/// Asks that are not on the board carry their own list of able technicians.
const NO_KIND: usize = usize::MAX;

struct SlotSearch<'p, 'a> {
    problem: &'p Problem<'a>,
    able: Vec<bool>,
    ask: Ask,
    base: Sketch<'p, 'a>,
}

/// A way to keep the promise.
struct Kept {
    duty: usize,
    start: i64,
    drive: i64,
    value: i64,
    technicians: u32,
    displaced: Vec<Placing>,
}

impl SlotSearch<'_, '_> {
    fn duties(&self) -> impl Iterator<Item = usize> + '_ {
        let people = self.able.iter().enumerate().filter(|(_, able)| **able).map(|(person, _)| person);
        people.flat_map(|person| self.problem.duties_of[person].clone()).filter(|duty| {
            let duty = &self.problem.duties[*duty];
            duty.start < self.ask.window.1 && self.ask.window.0 < duty.until
        })
    }

    /// The best place among everything that stands, promises included.
    fn directly(&self) -> Option<Kept> {
        let problem = self.problem;
        let mut best: Option<(Reverse<Score>, i64, usize, Kept)> = None;
        let mut able: Vec<usize> = Vec::new();
        for duty in self.duties() {
            let person = problem.duties[duty].person;
            let mut value = None;
            self.base.openings(duty, &self.ask, |opening, _| {
                able.push(person);
                let value = *value.get_or_insert_with(|| problem.value(&self.ask, person));
                let delta = Delta { value, drive: opening.drive, ..Delta::default() };
                let rank = (Reverse(problem.terms.score(delta)), opening.start, duty);
                if best.as_ref().is_none_or(|(score, start, duty, _)| rank < (*score, *start, *duty)) {
                    let (start, drive) = (opening.start, opening.drive);
                    let kept = Kept { duty, start, drive, value, technicians: 0, displaced: Vec::new() };
                    best = Some((rank.0, rank.1, rank.2, kept));
                }
            });
        }
        able.dedup();
        best.map(|(.., kept)| Kept { technicians: able.len() as u32, ..kept })
    }

    /// The best place that opens when one other promise stands elsewhere inside its window.
    fn displacing(&self) -> Option<Kept> {
        let problem = self.problem;
        let mut best: Option<(Reverse<Score>, Kept)> = None;
        for duty in self.duties() {
            let person = problem.duties[duty].person;
            for stop in &problem.duties[duty].soft {
                let in_the_way =
                    stop.start < self.ask.window.1 + self.ask.length && self.ask.window.0 < stop.end;
                let Some(task) = stop.task.filter(|_| in_the_way) else { continue };
                let Some((sketch, room)) = self.base.without(task) else { continue };
                let mut opening = None;
                sketch.openings(duty, &self.ask, |found, _| {
                    if opening.is_none_or(|best: crate::fit::Opening| found.drive < best.drive) {
                        opening = Some(found);
                    }
                });
                let Some(opening) = opening else { continue };
                let sketch = sketch.with_ask(duty, opening.start, &self.ask);
                let Some((placing, moved)) = self.elsewhere(&sketch, task) else { continue };
                let value = problem.value(&self.ask, person);
                let own = Delta { value, drive: opening.drive, ..Delta::default() };
                let score = Reverse(problem.terms.score(room + own + moved));
                if best.as_ref().is_none_or(|(other, _)| score < *other) {
                    let drive = opening.drive + room.drive + moved.drive;
                    let (start, displaced) = (opening.start, vec![placing]);
                    best = Some((score, Kept { duty, start, drive, value, technicians: 1, displaced }));
                }
            }
        }
        best.map(|(_, kept)| kept)
    }

    /// The best other place of a promise.
    fn elsewhere(&self, sketch: &Sketch<'_, '_>, task: usize) -> Option<(Placing, Delta)> {
        let problem = self.problem;
        let ask = &problem.tasks[task].ask;
        let able = problem.able(ask.kind);
        let mut best: Option<(Reverse<Score>, Placing, Delta)> = None;
        for (person, _) in able.iter().enumerate().filter(|(_, able)| **able) {
            for duty in problem.duties_of[person].clone() {
                sketch.openings(duty, ask, |opening, _| {
                    let at = Standing { person, start: opening.start };
                    let delta = sketch.placed(task, at, opening.drive);
                    let score = Reverse(problem.terms.score(delta));
                    if best.as_ref().is_none_or(|(other, ..)| score < *other) {
                        best = Some((score, Placing { task, duty, start: opening.start }, delta));
                    }
                });
            }
        }
        best.map(|(_, placing, delta)| (placing, delta))
    }

    fn slot(&self, window: ArrivalWindow, kept: Kept) -> Slot {
        let problem = self.problem;
        let placement = |duty: usize, start: i64| {
            let technician = problem.board.technicians[problem.duties[duty].person].id;
            Placement { technician, start: instant(start) }
        };
        let displaced = kept.displaced.iter().map(|placing| Displaced {
            holder: problem.tasks[placing.task].ask.itself.expect("a promise on the board stands for itself"),
            to: placement(placing.duty, placing.start),
        });
        Slot {
            window,
            placement: placement(kept.duty, kept.start),
            added_drive: SignedDuration::from_secs(kept.drive),
            value: Cents(kept.value),
            cost: problem.terms.drive_cost(kept.drive),
            technicians_able: kept.technicians,
            displaced: displaced.collect(),
        }
    }
}

/// Whether the unit that does such work still has its reserve for emergencies when this is sold on `date`: a share of
/// the shift time that is left stays free.
fn leaves_reserve(problem: &Problem<'_>, wanted: &Wanted, date: civil::Date) -> bool {
    let company = &problem.board.company;
    let percent = i64::from(company.settings.emergency_reserve_percent.min(100));
    let Some(unit) = company.job_type(wanted.job_type).map(|known| known.unit) else { return true };
    if percent == 0 {
        return true;
    }
    let (mut left, mut free) = (0, 0);
    for duty in &problem.duties {
        let person = &problem.board.technicians[duty.person];
        let of_unit = person.managed && (person.units.is_empty() || person.units.contains(&unit));
        if !of_unit || problem.date(instant(duty.start)) != date {
            continue;
        }
        let (start, end) = (duty.start.max(problem.now), duty.until);
        if start >= end {
            continue;
        }
        left += end - start;
        free += end - start - taken(duty.firm.iter().chain(&duty.soft), &duty.blocked, start, end);
    }
    free - seconds(wanted.duration) >= left * percent / 100
}

/// Seconds of `[start, end)` that something takes, overlaps counted once.
fn taken<'s>(
    stops: impl Iterator<Item = &'s crate::problem::Stop>,
    blocked: &[Blocked],
    start: i64,
    end: i64,
) -> i64 {
    let blocked = blocked.iter().map(|(from, to, _)| (*from, *to));
    let mut spans: Vec<(i64, i64)> = stops.map(|stop| (stop.start, stop.end)).chain(blocked).collect();
    spans.sort_unstable();
    let (mut taken, mut over) = (0, start);
    for (from, to) in spans {
        let (from, to) = (from.max(over), to.min(end));
        taken += (to - from).max(0);
        over = over.max(to);
    }
    taken
}
