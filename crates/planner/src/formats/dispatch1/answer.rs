//! The solver's answer as a plan: back to names and instants.

use super::book::Book;
use super::compile::{Compiled, Rest, Source};
use super::plan::{Left, Moved, Plan, Route, Stop, Taken, Worth};
use super::rules::{TERMS, unassigned};
use crate::formats::walk::{nodes, walk};
use crate::model::{self, Routes};
use std::collections::{BTreeMap, HashSet};

/// Writes an answer down.
pub(super) fn plan(book: &Book, compiled: &Compiled, routes: &Routes) -> Plan {
    let mut plan = Plan {
        format: "dispatch-1-plan".to_owned(),
        problem: book.problem.name.clone(),
        routes: Vec::new(),
        reserve: Vec::new(),
        unserved: Vec::new(),
        notes: Vec::new(),
        worth: Worth::default(),
    };
    let writer = Writer { book, compiled };
    for technician in 0..book.problem.technicians.len() {
        for (duty, route) in routes.duties.iter().enumerate() {
            if compiled.made[duty].technician == technician {
                plan.routes.extend(writer.route(duty, route));
            }
        }
        plan.routes.extend(writer.rest(technician, &plan.routes));
    }
    for chosen in &compiled.reserve {
        plan.reserve.push(chosen.iter().map(|who| book.problem.technicians[*who].id.clone()).collect());
    }
    writer.leave(&mut plan);
    plan.worth = writer.worth(&plan, routes);
    plan
}

struct Writer<'a> {
    book: &'a Book,
    compiled: &'a Compiled,
}

impl Writer<'_> {
    /// A duty with what has begun on its shift; none when nothing happens.
    fn route(&self, duty: usize, route: &model::Route) -> Option<Route> {
        let (book, made) = (self.book, &self.compiled.made[duty]);
        let person = &book.problem.technicians[made.technician];
        let mut written =
            Route { technician: person.id.clone(), shift: Some(made.shift), ..Route::default() };
        for stop in &route.stops {
            let start = i64::from(stop.start);
            match self.compiled.sources[stop.job as usize] {
                Source::Job(job) => written.stops.push(self.stop(job, start, None)),
                Source::Event { event, .. } => {
                    written
                        .events
                        .push(Moved { event: person.events[event].id.clone(), start: book.instant(start) });
                }
            }
        }
        for (rest, start) in made.rests.iter().zip(&route.breaks) {
            let start = book.instant(i64::from(*start));
            match rest {
                Rest::Break(index) => written.breaks.push(Taken { index: *index, start }),
                Rest::Event(event) => {
                    written.events.push(Moved { event: person.events[*event].id.clone(), start });
                }
            }
        }
        if route.breaks.is_empty() {
            // Nothing makes room for them: they stay where they stand.
            for event in made
                .rests
                .iter()
                .filter_map(|rest| if let Rest::Event(event) = rest { Some(*event) } else { None })
            {
                let event = &person.events[event];
                written.events.push(Moved { event: event.id.clone(), start: event.from });
            }
        }
        for (index, job) in book.problem.jobs.iter().enumerate() {
            let begun = book.begun(job).filter(|begun| begun.technician == made.technician);
            if let Some(begun) = begun.filter(|begun| made.from <= begun.start && begun.start < made.home_by)
            {
                written.stops.push(self.stop(index, begun.start, Some(begun.end)));
            }
        }
        written.stops.sort_by(|one, other| one.start.cmp(&other.start).then_with(|| one.job.cmp(&other.job)));
        written
            .events
            .sort_by(|one, other| one.start.cmp(&other.start).then_with(|| one.event.cmp(&other.event)));
        // A shift with an appointment is driven, even when nothing else happens in it.
        let empty =
            written.stops.is_empty() && written.events.is_empty() && made.duty.appointments.is_empty();
        (!empty).then_some(written)
    }

    /// What a technician does outside of all duties.
    fn rest(&self, technician: usize, routes: &[Route]) -> Option<Route> {
        let (book, id) = (self.book, &self.book.problem.technicians[technician].id);
        let mut rest = Route { technician: id.clone(), ..Route::default() };
        let written: HashSet<&str> =
            routes.iter().flat_map(|route| &route.stops).map(|stop| stop.job.as_str()).collect();
        for (index, job) in book.problem.jobs.iter().enumerate() {
            let begun = book.begun(job).filter(|begun| begun.technician == technician);
            if let Some(begun) = begun.filter(|_| !written.contains(job.id.as_str())) {
                rest.stops.push(self.stop(index, begun.start, Some(begun.end)));
            }
        }
        for frozen in self.compiled.frozen.iter().filter(|frozen| frozen.technician == technician) {
            rest.stops.push(self.stop(frozen.job, frozen.start, None));
        }
        rest.stops.sort_by_key(|stop| stop.start);
        (!rest.stops.is_empty()).then_some(rest)
    }

    fn stop(&self, job: usize, start: i64, end: Option<i64>) -> Stop {
        let job = &self.book.problem.jobs[job];
        let end = end.unwrap_or(start + job.duration_seconds);
        Stop { job: job.id.clone(), start: self.book.instant(start), end: self.book.instant(end) }
    }

    /// Visits that nobody has, and events that find no place.
    fn leave(&self, plan: &mut Plan) {
        let planned: HashSet<String> =
            plan.routes.iter().flat_map(|route| &route.stops).map(|stop| stop.job.clone()).collect();
        for (index, job) in self.book.problem.jobs.iter().enumerate() {
            if planned.contains(&job.id) {
                continue;
            }
            let others = || "it fits nowhere, or others are worth more".to_owned();
            let why = self.compiled.nobody(self.book, index).unwrap_or_else(others);
            plan.unserved.push(Left { job: job.id.clone(), why });
        }
    }

    fn worth(&self, plan: &Plan, routes: &Routes) -> Worth {
        let (book, compiled) = (self.book, self.compiled);
        let mut worth = Worth::default();
        let mut terms: BTreeMap<String, i64> = TERMS.iter().map(|term| (term.name.to_owned(), 0)).collect();
        for (duty, route) in routes.duties.iter().enumerate() {
            let made = &compiled.made[duty];
            for stop in &route.stops {
                if let Source::Job(job) = compiled.sources[stop.job as usize] {
                    let case = made.case(book, &book.problem.jobs[job]);
                    for term in TERMS {
                        *terms.entry(term.name.to_owned()).or_default() += (term.worth)(&case);
                    }
                }
            }
            let walked = walk(&compiled.draft, &made.duty, &nodes(&made.duty, &route.stops));
            // A route whose locks break a rule cannot be driven; its driving is unknown, and the notes say so.
            let walked = walked.unwrap_or_default();
            worth.drive_seconds += walked.drive;
            worth.overtime_seconds += walked.overtime;
        }
        let settings = &book.problem.settings;
        terms.insert("driving".to_owned(), -per_minute(worth.drive_seconds, settings.drive_cents_per_minute));
        terms.insert(
            "overtime".to_owned(),
            -per_minute(worth.overtime_seconds, settings.overtime_cents_per_minute),
        );
        let left: i64 =
            plan.unserved.iter().map(|left| unassigned(book, &book.problem.jobs[book.jobs[&left.job]])).sum();
        terms.insert("unassigned".to_owned(), -left);
        worth.total_cents = terms.values().sum();
        worth.terms = terms;
        worth.changes = self.changes(plan);
        worth
    }

    /// Visits whose technician or shift is another one than now, or that are newly assigned or taken off.
    fn changes(&self, plan: &Plan) -> u32 {
        let (book, mut changes) = (self.book, 0);
        let planned = plan.routes.iter().flat_map(|route| route.stops.iter().map(move |stop| (route, stop)));
        for (route, stop) in planned {
            let job = &book.problem.jobs[book.jobs[&stop.job]];
            if book.begun(job).is_some() {
                continue;
            }
            let stays = book.current(job).is_some_and(|(technician, start)| {
                let person = &book.problem.technicians[technician];
                let shift = |index: usize| {
                    let shift = &person.shifts[index];
                    let until = book.second(shift.until) + person.overtime_seconds;
                    (book.second(shift.from)..until).contains(&start)
                };
                person.id == route.technician && route.shift.is_none_or(shift)
            });
            changes += u32::from(!stays);
        }
        let left = plan.unserved.iter().map(|left| &book.problem.jobs[book.jobs[&left.job]]);
        changes + left.filter(|job| book.current(job).is_some()).count() as u32
    }
}

/// A price per minute for some seconds, rounded to the nearest cent.
fn per_minute(seconds: i64, cents: i64) -> i64 {
    (seconds * cents * 2 + 60).div_euclid(120)
}
