//! Rules of time: a technician's shift from its beginning to the way home.

use super::facts::Facts;
use super::{Found, Rule};
use crate::formats::dispatch1::{Moved, Plan, Route, ShiftKind, Technician};
use domain::civil;

/// What all routes together drive, at least and at most: with travel by time of day it depends on when each drive
/// begins, which a plan does not say. The same for paid overtime.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Driven {
    pub(super) least: i64,
    pub(super) most: i64,
    pub(super) overtime_least: i64,
    pub(super) overtime_most: i64,
}

pub(super) fn check(facts: &Facts<'_>, plan: &Plan, found: &mut Found) -> Driven {
    let mut driven = Driven::default();
    let unplanned = appointments_alone(facts, plan);
    for route in plan.routes.iter().chain(&unplanned) {
        let technician = facts.technicians[route.technician.as_str()];
        let Some(index) = route.shift else { continue };
        let mut day = Day::new(facts, technician, route, index);
        day.breaks(found);
        day.events(found);
        day.reserve(plan);
        let now = day.drive(found);
        driven.least += now.least;
        driven.most += now.most;
        driven.overtime_least += now.overtime_least;
        driven.overtime_most += now.overtime_most;
        let limit = technician.max_jobs_per_shift.map(|limit| limit as usize);
        if let Some(limit) = limit.filter(|limit| *limit < route.stops.len() && day.ahead > 0) {
            let what = format!(
                "`{}` has {} visits in a shift, the limit is {limit}",
                technician.id,
                route.stops.len()
            );
            found.note(Rule::JobsPerShift, Some(&technician.id), None, what);
        }
    }
    driven
}

/// Shifts that the plan leaves out, but in which somebody drives: to an event at a place that cannot be moved.
fn appointments_alone(facts: &Facts<'_>, plan: &Plan) -> Vec<Route> {
    let mut routes = Vec::new();
    for technician in facts.problem.technicians.iter().filter(|technician| technician.managed) {
        for index in 0..technician.shifts.len() {
            let known = plan
                .routes
                .iter()
                .any(|route| route.technician == technician.id && route.shift == Some(index));
            let (from, home_by) = facts.shift(technician, index);
            let ahead = technician.events.iter().any(|event| {
                let start = event.from.as_second();
                event.location.is_some()
                    && event.movable.is_none()
                    && facts.now.max(from) <= start
                    && start < home_by
            });
            let planned = match technician.shifts[index].kind {
                ShiftKind::Normal => true,
                ShiftKind::OnCall => facts.problem.settings.plan_on_call,
                ShiftKind::TimeOff => false,
            };
            if planned && !known && ahead {
                let events = technician.events.iter().filter(|event| event.movable.is_some());
                let events =
                    events.map(|event| Moved { event: event.id.clone(), start: event.from }).collect();
                let technician = technician.id.clone();
                routes.push(Route { technician, shift: Some(index), events, ..Route::default() });
            }
        }
    }
    routes
}

/// From, until, what.
type Busy = (i64, i64, String);

struct Day<'a> {
    facts: &'a Facts<'a>,
    technician: &'a Technician,
    route: &'a Route,
    shift: (i64, i64),
    /// From when the shift can be planned: now, or when what has begun is over.
    begins: i64,
    /// Where it goes on from then: the place of what has begun.
    at: Option<usize>,
    /// Visits that have not begun.
    ahead: usize,
    /// What there is to go to: from, until, where, what.
    stops: Vec<(i64, i64, usize, String)>,
    /// What takes time without a place.
    busy: Vec<Busy>,
}

impl<'a> Day<'a> {
    fn new(facts: &'a Facts<'a>, technician: &'a Technician, route: &'a Route, index: usize) -> Day<'a> {
        let shift = facts.shift(technician, index);
        let mut day = Day {
            facts,
            technician,
            route,
            shift,
            begins: shift.0.max(facts.now),
            at: None,
            ahead: 0,
            stops: Vec::new(),
            busy: Vec::new(),
        };
        let mut latest = i64::MIN;
        for job in &facts.problem.jobs {
            let begun = facts.begun(job).filter(|begun| begun.technician == technician.id);
            if let Some(begun) = begun.filter(|begun| begun.start < shift.1 && shift.0 <= begun.end) {
                day.begins = day.begins.max(begun.end);
                if latest <= begun.start {
                    (latest, day.at) = (begun.start, Some(facts.place(&job.location)));
                }
            }
        }
        for event in &technician.events {
            let (start, end) = (event.from.as_second(), event.until.as_second());
            if shift.0 <= start && start < facts.now && facts.now < end {
                day.begins = day.begins.max(end);
                if let Some(location) = event.location.as_ref().filter(|_| latest <= start) {
                    (latest, day.at) = (start, Some(facts.place(location)));
                }
            }
        }
        for stop in &route.stops {
            let job = facts.jobs[stop.job.as_str()];
            if facts.begun(job).is_none() {
                let place = facts.place(&job.location);
                day.stops.push((
                    stop.start.as_second(),
                    stop.end.as_second(),
                    place,
                    format!("`{}`", job.id),
                ));
            }
        }
        day.ahead = day.stops.len();
        for off in technician.shifts.iter().filter(|shift| shift.kind == ShiftKind::TimeOff) {
            day.busy.push((off.from.as_second(), off.until.as_second(), "time off".to_owned()));
        }
        day
    }

    fn note(&self, found: &mut Found, rule: Rule, what: String) {
        found.note(rule, Some(&self.technician.id), None, format!("`{}`: {what}", self.technician.id));
    }

    fn breaks(&mut self, found: &mut Found) {
        let mut taken = vec![false; self.technician.breaks.len()];
        for one in &self.route.breaks {
            let Some(rest) = self.technician.breaks.get(one.index).filter(|_| !taken[one.index]) else {
                self.note(found, Rule::BreakEntry, format!("break {} is unknown or taken twice", one.index));
                continue;
            };
            taken[one.index] = true;
            let start = one.start.as_second();
            if start < rest.window.from.as_second() || rest.window.until.as_second() < start {
                self.note(found, Rule::BreakWindow, format!("break {} starts at {}", one.index, one.start));
            }
            self.busy.push((start, start + rest.duration_seconds, format!("break {}", one.index)));
        }
        let moves = self.technician.events.iter().any(|event| {
            event.location.is_some() && self.route.events.iter().any(|moved| moved.event == event.id)
        });
        for (index, rest) in self.technician.breaks.iter().enumerate() {
            let (first, last) = (rest.window.from.as_second(), rest.window.until.as_second());
            let own = self.shift.0 <= first && first < self.shift.1;
            let due = own && !rest.taken && self.begins <= last && (self.ahead > 0 || moves);
            if due && !taken[index] {
                self.note(found, Rule::BreakMissing, format!("break {index} is due, and not taken"));
            }
        }
    }

    fn events(&mut self, found: &mut Found) {
        for event in &self.technician.events {
            let (from, until) = (event.from.as_second(), event.until.as_second());
            let movable = event.movable.filter(|_| self.facts.now <= from);
            let moved = self.route.events.iter().find(|moved| moved.event == event.id);
            let own = self.shift.0 <= from && from < self.shift.1;
            let (start, end) = match (movable, moved) {
                (Some(limits), Some(moved)) => {
                    let start = moved.start.as_second();
                    if start < limits.from.as_second() || limits.until.as_second() < start {
                        self.note(
                            found,
                            Rule::Event,
                            format!("event `{}` starts at {}", event.id, moved.start),
                        );
                    }
                    (start, start + until - from)
                }
                (Some(_), None) if own => {
                    self.note(found, Rule::Event, format!("event `{}` is not in the plan", event.id));
                    continue;
                }
                (Some(_), None) => continue,
                (None, Some(_)) => {
                    self.note(found, Rule::Event, format!("event `{}` may not be moved", event.id));
                    continue;
                }
                (None, None) => (from, until),
            };
            if end <= self.begins || self.shift.1 <= start {
                continue;
            }
            match &event.location {
                Some(location) if self.begins <= start => {
                    self.stops.push((
                        start,
                        end,
                        self.facts.place(location),
                        format!("event `{}`", event.id),
                    ));
                }
                _ => self.busy.push((start, end, format!("event `{}`", event.id))),
            }
        }
    }

    /// Who is kept free does nothing and drives nowhere.
    fn reserve(&mut self, plan: &Plan) {
        for (reserve, chosen) in self.facts.problem.reserve.iter().zip(&plan.reserve) {
            if chosen.contains(&self.technician.id) {
                let (from, until) = (reserve.span.from.as_second(), reserve.span.until.as_second());
                self.busy.push((from, until, "the reserve".to_owned()));
            }
        }
    }

    fn drive(&mut self, found: &mut Found) -> Driven {
        self.stops.sort();
        self.busy.sort();
        self.overlaps(found);
        let mut driven = Driven::default();
        if self.stops.is_empty() {
            return driven;
        }
        let settings = &self.facts.problem.settings;
        let mut here = self.at.or(self.technician.start.as_ref().map(|id| self.facts.place(id)));
        let (mut ready, mut is_stop) = (self.begins, self.at.is_some());
        for (start, end, place, name) in &self.stops {
            let limit = settings
                .max_drive_between_seconds
                .filter(|_| is_stop)
                .map(|limit| (Rule::DriveBetween, limit));
            match self.leg(here, *place, ready, limit) {
                Ok(leg) => {
                    driven.least += leg.least;
                    driven.most += leg.most;
                    if leg.arrival > *start {
                        let rule = if is_stop { Rule::Drive } else { Rule::Shift };
                        self.note(
                            found,
                            rule,
                            format!("cannot be at {name} in time, {} s late", leg.arrival - start),
                        );
                    }
                }
                Err((rule, what)) => self.note(found, rule, format!("on the way to {name}: {what}")),
            }
            (here, ready, is_stop) = (Some(*place), ready.max(*end), true);
        }
        self.home(here, ready, &mut driven, found);
        driven
    }

    fn home(&self, here: Option<usize>, ready: i64, driven: &mut Driven, found: &mut Found) {
        let mut home = ready;
        if let Some(end) = &self.technician.end {
            let limit =
                self.facts.problem.settings.max_drive_home_seconds.map(|limit| (Rule::DriveHome, limit));
            match self.leg(here, self.facts.place(end), ready, limit) {
                Ok(leg) => {
                    driven.least += leg.least;
                    driven.most += leg.most;
                    home = leg.arrival;
                }
                Err((rule, what)) => self.note(found, rule, format!("on the way home: {what}")),
            }
        }
        let rests = self.busy.iter().filter(|(start, _, what)| *start >= ready && what.starts_with("break"));
        home = rests.map(|(_, end, _)| *end).max().unwrap_or(home).max(home);
        if home > self.shift.1 {
            self.note(
                found,
                Rule::Shift,
                format!("is home {} s after the shift and its overtime", home - self.shift.1),
            );
        }
        let until = self.shift.1 - self.technician.overtime_seconds;
        // After work that ran over, the paid time begins when that is over.
        let until = until.max(self.begins);
        driven.overtime_least += (home - until).max(0);
        driven.overtime_most += (self.shift.1 - until).max(0);
    }

    fn overlaps(&self, found: &mut Found) {
        for pair in self.stops.windows(2) {
            if pair[1].0 < pair[0].1 {
                self.note(found, Rule::Overlap, format!("{} overlaps {}", pair[0].3, pair[1].3));
            }
        }
        let planned = |busy: &&Busy| busy.2.starts_with("break");
        for (start, end, name) in self.busy.iter().filter(planned) {
            for (other_start, other_end, other) in self.busy.iter().filter(|other| other.2 != *name) {
                if start < other_end && other_start < end {
                    self.note(found, Rule::Overlap, format!("{name} overlaps {other}"));
                }
            }
        }
        for (start, end, _, name) in &self.stops {
            for (from, until, other) in &self.busy {
                if start < until && from < end {
                    self.note(found, Rule::Overlap, format!("{name} overlaps {other}"));
                }
            }
        }
    }

    /// The earliest arrival of a drive that begins at or after `ready`, and the seconds it may take.
    fn leg(
        &self,
        from: Option<usize>,
        to: usize,
        ready: i64,
        limit: Option<(Rule, i64)>,
    ) -> Result<Leg, (Rule, String)> {
        let Some(from) = from else { return Ok(Leg { arrival: ready, least: 0, most: 0 }) };
        let own = self.technician.max_drive_seconds.map(|limit| (Rule::OwnDrive, limit));
        let (mut best, mut refused) = (None::<Leg>, None);
        let mut drives: Vec<i64> = Vec::new();
        for departure in self.departures(ready) {
            let Some(drive) = self.seconds(from, to, departure) else {
                refused = refused.or(Some((Rule::Road, "there is no road".to_owned())));
                continue;
            };
            if let Some((rule, limit)) = [limit, own].into_iter().flatten().find(|(_, limit)| drive > *limit)
            {
                refused = refused.or(Some((rule, format!("a drive of {drive} s, the limit is {limit} s"))));
                continue;
            }
            drives.push(drive);
            let free = |(start, end, _): &Busy| departure + drive <= *start || *end <= departure;
            let arrival = departure + drive;
            if (drive == 0 || self.busy.iter().all(free)) && best.is_none_or(|best| arrival < best.arrival) {
                best = Some(Leg { arrival, least: 0, most: 0 });
            }
        }
        let (least, most) = (drives.iter().min().copied(), drives.iter().max().copied());
        match (best, refused) {
            (Some(best), _) => Ok(Leg { least: least.unwrap_or(0), most: most.unwrap_or(0), ..best }),
            (None, Some(refused)) => Err(refused),
            (None, None) => Err((Rule::Drive, "no free stretch is long enough".to_owned())),
        }
    }

    /// When leaving can be better than before: at once, after something that takes time, when travel times change.
    fn departures(&self, ready: i64) -> Vec<i64> {
        let mut departures = vec![ready];
        departures.extend(self.busy.iter().map(|(_, end, _)| *end));
        let profile = &self.facts.problem.travel.profile;
        let dates = [self.facts.date(ready), self.facts.date(self.shift.1)];
        for date in dates {
            for hour in profile {
                if let Ok(at) = date.to_datetime(hour.from).to_zoned(self.facts.zone.clone()) {
                    departures.push(at.timestamp().as_second());
                }
            }
        }
        departures.retain(|departure| (ready..=self.shift.1.max(ready)).contains(departure));
        departures.sort_unstable();
        departures.dedup();
        departures
    }

    /// How long a drive takes that begins then.
    fn seconds(&self, from: usize, to: usize, departure: i64) -> Option<i64> {
        let travel = &self.facts.problem.travel;
        let time: civil::Time = self.facts.local(departure).time();
        let hour = travel.profile.iter().rev().find(|hour| hour.from <= time).or(travel.profile.last());
        let matrix = match hour {
            Some(hour) => travel.matrices.iter().find(|matrix| matrix.id == hour.matrix)?,
            None => travel.matrices.first()?,
        };
        matrix.seconds.row(from)[to].seconds().map(i64::from)
    }
}

#[derive(Clone, Copy)]
struct Leg {
    arrival: i64,
    least: i64,
    most: i64,
}
