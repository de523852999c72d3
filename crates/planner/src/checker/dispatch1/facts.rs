//! The problem as the checker sees it: everything by its name, instants as seconds since 1970.

use super::{Found, Rule};
use crate::formats::dispatch1::{Job, Location, Plan, Problem, Route, ShiftKind, State, Technician};
use domain::{Timestamp, civil, tz::TimeZone};
use std::collections::{HashMap, HashSet};

pub(super) struct Facts<'p> {
    pub(super) problem: &'p Problem,
    pub(super) zone: TimeZone,
    pub(super) now: i64,
    pub(super) technicians: HashMap<&'p str, &'p Technician>,
    pub(super) jobs: HashMap<&'p str, &'p Job>,
    places: HashMap<&'p str, usize>,
}

/// Where a visit is that has begun.
pub(super) struct Begun<'p> {
    pub(super) technician: &'p str,
    pub(super) start: i64,
    pub(super) end: i64,
}

impl<'p> Facts<'p> {
    pub(super) fn new(problem: &'p Problem) -> Facts<'p> {
        let place = |(index, location): (usize, &'p Location)| (location.id.as_str(), index);
        Facts {
            problem,
            zone: TimeZone::get(&problem.time_zone).unwrap_or(TimeZone::UTC),
            now: problem.now.as_second(),
            technicians: problem.technicians.iter().map(|one| (one.id.as_str(), one)).collect(),
            jobs: problem.jobs.iter().map(|one| (one.id.as_str(), one)).collect(),
            places: problem.locations.iter().enumerate().map(place).collect(),
        }
    }

    pub(super) fn place(&self, id: &str) -> usize {
        self.places[id]
    }

    pub(super) fn date(&self, at: i64) -> civil::Date {
        self.local(at).date()
    }

    pub(super) fn local(&self, at: i64) -> civil::DateTime {
        let at = Timestamp::from_second(at).unwrap_or(self.problem.now);
        at.to_zoned(self.zone.clone()).datetime()
    }

    /// Who has a visit that has begun, and when it is over or expected to be.
    pub(super) fn begun(&self, job: &'p Job) -> Option<Begun<'p>> {
        let (technician, start, end) = match &job.state {
            State::Dispatched { technician, start } => {
                // On the way: it begins when planned, or now when that is over.
                let start = start.as_second().max(self.now);
                (technician, start, start + job.duration_seconds)
            }
            State::Working { technician, start } | State::Paused { technician, start } => {
                (technician, start.as_second(), (start.as_second() + job.duration_seconds).max(self.now))
            }
            State::Done { technician, start, finished } => {
                (technician, start.as_second(), finished.as_second())
            }
            State::Unassigned | State::Assigned { .. } => return None,
        };
        Some(Begun { technician, start, end })
    }

    /// From when until when a shift may be used, overtime included.
    pub(super) fn shift(&self, technician: &Technician, index: usize) -> (i64, i64) {
        let shift = &technician.shifts[index];
        (shift.from.as_second(), shift.until.as_second() + technician.overtime_seconds)
    }

    /// Whether every name means something, and every visit is in one place.
    pub(super) fn check_names(&self, plan: &Plan, found: &mut Found) {
        if plan.problem != self.problem.name {
            let what = format!("the plan is for `{}`, not `{}`", plan.problem, self.problem.name);
            found.note(Rule::Problem, None, None, what);
        }
        let (mut routes, mut planned) = (HashSet::new(), HashSet::new());
        for route in &plan.routes {
            let Some(technician) = self.technicians.get(route.technician.as_str()) else {
                found.note(
                    Rule::UnknownName,
                    None,
                    None,
                    format!("there is no technician `{}`", route.technician),
                );
                continue;
            };
            if !routes.insert((&route.technician, route.shift)) {
                let what = format!("`{}` has two routes in shift {:?}", route.technician, route.shift);
                found.note(Rule::TwoRoutes, Some(&route.technician), None, what);
            }
            self.check_route(route, technician, &mut planned, found);
        }
        let left: HashSet<&str> = plan.unserved.iter().map(|left| left.job.as_str()).collect();
        for id in left.iter().filter(|id| !self.jobs.contains_key(**id)) {
            found.note(Rule::UnknownName, None, Some(id), format!("there is no job `{id}`"));
        }
        if left.len() < plan.unserved.len() {
            found.note(Rule::ServedTwice, None, None, "a visit is listed as left twice".to_owned());
        }
        for job in &self.problem.jobs {
            match (planned.contains(job.id.as_str()), left.contains(job.id.as_str())) {
                (true, true) => {
                    let what = format!("`{}` is planned, and listed as left", job.id);
                    found.note(Rule::ServedTwice, None, Some(&job.id), what);
                }
                (false, false) => {
                    let what = format!("`{}` is neither planned nor listed as left", job.id);
                    found.note(Rule::Forgotten, None, Some(&job.id), what);
                }
                _ => {}
            }
        }
    }

    fn check_route<'r>(
        &self,
        route: &'r Route,
        technician: &Technician,
        planned: &mut HashSet<&'r str>,
        found: &mut Found,
    ) {
        let who = Some(route.technician.as_str());
        for stop in &route.stops {
            if !self.jobs.contains_key(stop.job.as_str()) {
                found.note(
                    Rule::UnknownName,
                    who,
                    Some(&stop.job),
                    format!("there is no job `{}`", stop.job),
                );
            } else if !planned.insert(&stop.job) {
                found.note(
                    Rule::ServedTwice,
                    who,
                    Some(&stop.job),
                    format!("`{}` is planned twice", stop.job),
                );
            }
        }
        for moved in &route.events {
            if !technician.events.iter().any(|event| event.id == moved.event) {
                let what = format!("`{}` has no event `{}`", route.technician, moved.event);
                found.note(Rule::UnknownName, who, None, what);
            }
        }
        let Some(index) = route.shift else { return };
        let on_call = self.problem.settings.plan_on_call;
        match technician.shifts.get(index).map(|shift| shift.kind) {
            None => {
                let what = format!("`{}` has no shift {index}", route.technician);
                found.note(Rule::UnknownName, who, None, what);
            }
            Some(ShiftKind::TimeOff) => {
                found.note(Rule::Shift, who, None, format!("`{}` is off in shift {index}", route.technician));
            }
            Some(ShiftKind::OnCall) if !on_call => {
                let what = format!("`{}` is only on call in shift {index}", route.technician);
                found.note(Rule::Shift, who, None, what);
            }
            Some(_) => {}
        }
    }
}
