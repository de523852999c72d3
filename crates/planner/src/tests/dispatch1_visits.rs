//! Places in a drawn plan where a rule can be broken.

use super::dispatch1_days::at;
use super::random::Chance;
use crate::formats::dispatch1::{Job, Plan, Problem, Route, State, Stop, Technician};

/// A visit of the plan that has not begun: its route and its place there.
pub(super) fn open(problem: &Problem, plan: &Plan, chance: &mut Chance) -> Option<(usize, usize)> {
    let from = chance.below(plan.routes.len() as u64) as usize;
    let stops = &plan.routes[from].stops;
    let at = stops.iter().position(|stop| is_open(job(problem, &stop.job)))?;
    let more = chance.below((stops.len() - at) as u64) as usize;
    Some((from, at + more))
}

pub(super) fn is_open(job: &Job) -> bool {
    matches!(job.state, State::Unassigned | State::Assigned { .. })
}

pub(super) fn job<'p>(problem: &'p Problem, id: &str) -> &'p Job {
    problem.jobs.iter().find(|job| job.id == id).unwrap()
}

pub(super) fn job_mut<'p>(problem: &'p mut Problem, id: &str) -> &'p mut Job {
    problem.jobs.iter_mut().find(|job| job.id == id).unwrap()
}

pub(super) fn person<'p>(problem: &'p mut Problem, id: &str) -> &'p mut Technician {
    problem.technicians.iter_mut().find(|one| one.id == id).unwrap()
}

/// What a mutation of one visit sees.
pub(super) struct Visit<'a> {
    pub(super) job: &'a mut Job,
    pub(super) stop: &'a mut Stop,
    pub(super) who: &'a str,
}

/// Does something to an open visit, or to its job.
pub(super) fn on_visit(
    (problem, plan, chance): (&mut Problem, &mut Plan, &mut Chance),
    change: impl FnOnce(Visit<'_>) -> Option<()>,
) -> Option<()> {
    let (from, at) = open(problem, plan, chance)?;
    let route = &mut plan.routes[from];
    let stop = &mut route.stops[at];
    let job = problem.jobs.iter_mut().find(|job| job.id == stop.job)?;
    change(Visit { job, stop, who: &route.technician })
}

/// Seconds of the first drive of a route with a visit that begins its shift.
pub(super) fn first_drive(problem: &Problem, route: &Route) -> Option<i64> {
    let technician = problem.technicians.iter().find(|one| one.id == route.technician)?;
    let first = route.stops.first()?;
    let job = job(problem, &first.job);
    let earlier = technician.events.iter().any(|event| event.from < first.start);
    let place = |id: &String| problem.locations.iter().position(|location| location.id == *id);
    let drive =
        problem.travel.matrices[0].seconds.row(place(technician.start.as_ref()?)?)[place(&job.location)?];
    let drive = i64::from(drive.seconds()?);
    (is_open(job) && !earlier && drive > 0).then_some(drive)
}

/// The last visit of a route after which nothing else comes, and the seconds of the way home.
pub(super) fn way_home(problem: &Problem, route: &Route) -> Option<i64> {
    let technician = problem.technicians.iter().find(|one| one.id == route.technician)?;
    let last = route.stops.last()?;
    let until = technician.shifts[route.shift?].until;
    let later = technician.events.iter().any(|event| last.start < event.from && event.from < until);
    let place = |id: &String| problem.locations.iter().position(|location| location.id == *id);
    let from = place(&job(problem, &last.job).location)?;
    let drive = problem.travel.matrices[0].seconds.row(from)[place(technician.end.as_ref()?)?];
    let drive = i64::from(drive.seconds()?);
    (is_open(job(problem, &last.job)) && !later && drive > 0).then_some(drive)
}

/// A route whose two neighbouring visits have nothing between them: its index, and the place of the second.
pub(super) fn neighbours(problem: &Problem, plan: &Plan, chance: &mut Chance) -> Option<(usize, usize)> {
    let (from, _) = open(problem, plan, chance)?;
    let route = &plan.routes[from];
    let technician = problem.technicians.iter().find(|one| one.id == route.technician)?;
    let at = (1..route.stops.len()).find(|at| {
        let (before, after) = (&route.stops[at - 1], &route.stops[*at]);
        let between = before.start..=after.start;
        let apart = technician.events.iter().all(|event| !between.contains(&event.from));
        let places = job(problem, &before.job).location != job(problem, &after.job).location;
        apart && places && is_open(job(problem, &before.job)) && is_open(job(problem, &after.job))
    })?;
    Some((from, at))
}

pub(super) fn shifted(moment: domain::Timestamp, seconds: i64) -> domain::Timestamp {
    at(moment.as_second() + seconds)
}
