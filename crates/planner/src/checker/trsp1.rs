//! Checks a plan for a `trsp-1` day. Written from the description of the format alone: it knows nothing of the solver,
//! and works out drives, breaks and money again.

use crate::formats::trsp1::{Day, Route, Solution, Technician};
use std::collections::{HashMap, HashSet};

/// A rule of the format. Its name is stable, and stands in notes and tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "`Rule::name` is the sentence")]
pub enum Rule {
    Instance,
    UnknownTechnician,
    TwoRoutes,
    UnknownJob,
    ServedTwice,
    Order,
    Skill,
    Allowed,
    Window,
    Capacity,
    Overlap,
    Drive,
    Leg,
    DriveInAll,
    Shift,
    BreakEntry,
    BreakWindow,
    BreakMissing,
    Lock,
    Mandatory,
}

impl Rule {
    /// The rule in a few words.
    pub const fn name(self) -> &'static str {
        match self {
            Rule::Instance => "the plan is for this day",
            Rule::UnknownTechnician => "routes belong to technicians of the day",
            Rule::TwoRoutes => "a technician has one route",
            Rule::UnknownJob => "stops are jobs of the day",
            Rule::ServedTwice => "a job is served once",
            Rule::Order => "stops are in the order of their starts",
            Rule::Skill => "a technician has the skills of the job",
            Rule::Allowed => "a job goes to a technician it allows",
            Rule::Window => "a service starts inside a window of its job",
            Rule::Capacity => "a technician carries no more than the capacity",
            Rule::Overlap => "one thing at a time",
            Rule::Drive => "there is time for an uninterrupted drive",
            Rule::Leg => "no drive is longer than the technician's limit",
            Rule::DriveInAll => "a technician drives no longer in all than the limit",
            Rule::Shift => "a technician leaves and comes home inside the shift",
            Rule::BreakEntry => "breaks are the technician's own, each once",
            Rule::BreakWindow => "a break starts inside its window",
            Rule::BreakMissing => "a technician with jobs takes every break",
            Rule::Lock => "a locked job stays where it was locked",
            Rule::Mandatory => "a mandatory job is served",
        }
    }
}

/// A rule that a plan breaks, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Which rule.
    pub rule: Rule,
    /// The technician on whose route it is, if it is on one.
    pub tech: Option<usize>,
    /// What happens there, with figures.
    pub what: String,
}

impl std::fmt::Display for Breach {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} ({})", self.what, self.rule.name())
    }
}

/// What a plan is worth, in the unit of the day's values.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Worth {
    /// Values less driving and penalties.
    pub objective: f64,
    /// Values of the served jobs.
    pub value: i64,
    /// Driving, seconds.
    pub drive_s: i64,
    /// Penalties of the jobs that are not served.
    pub penalty: i64,
    /// Jobs served.
    pub served: usize,
}

/// Finds every rule that a plan breaks, and what it is worth; the worth means nothing when names are unknown.
pub fn check(day: &Day, plan: &Solution) -> (Vec<Breach>, Worth) {
    let mut found = Found { breaches: Vec::new() };
    if plan.instance.as_ref().is_some_and(|name| *name != day.name) {
        found.note(
            Rule::Instance,
            None,
            format!("the plan is for {:?}", plan.instance.as_deref().unwrap_or("")),
        );
    }
    let (routes, served) = structure(day, plan, &mut found);
    if !found.breaches.is_empty() {
        return (found.breaches, Worth::default());
    }
    let mut worth = Worth { served: served.len(), ..Worth::default() };
    let nothing = Route::default();
    for (tech, technician) in day.technicians.iter().enumerate() {
        let route = routes.get(&tech).copied().unwrap_or(&nothing);
        let seen = Seen { day, tech, technician, route };
        seen.check_jobs(&mut found);
        worth.drive_s += seen.check_times(&mut found);
        worth.value += route.stops.iter().map(|stop| day.values.row(stop.job)[tech]).sum::<i64>();
    }
    check_promises(day, &served, &mut found);
    let left = day.jobs.iter().enumerate().filter(|(job, _)| !served.contains_key(job));
    worth.penalty = left.map(|(_, job)| job.unassigned_penalty).sum();
    let driving = day.objective.drive_cost_per_min * worth.drive_s as f64 / 60.0;
    worth.objective = worth.value as f64 - driving - worth.penalty as f64;
    (found.breaches, worth)
}

struct Found {
    breaches: Vec<Breach>,
}

impl Found {
    fn note(&mut self, rule: Rule, tech: Option<usize>, what: String) {
        self.breaches.push(Breach { rule, tech, what });
    }
}

type Routes<'p> = HashMap<usize, &'p Route>;
/// Technician and start of every job that is served.
type Served = HashMap<usize, (usize, i64)>;

/// Whether the names in the plan mean something.
fn structure<'p>(day: &Day, plan: &'p Solution, found: &mut Found) -> (Routes<'p>, Served) {
    let (mut routes, mut served) = (Routes::new(), Served::new());
    for route in &plan.routes {
        let tech = route.tech;
        if tech >= day.technicians.len() {
            found.note(Rule::UnknownTechnician, None, format!("technician {tech} does not exist"));
            continue;
        }
        if routes.insert(tech, route).is_some() {
            found.note(Rule::TwoRoutes, Some(tech), format!("technician {tech} has a second route"));
        }
        for stop in &route.stops {
            let job = stop.job;
            if job >= day.jobs.len() {
                found.note(Rule::UnknownJob, Some(tech), format!("job {job} does not exist"));
            } else if served.insert(job, (tech, stop.start)).is_some() {
                found.note(Rule::ServedTwice, Some(tech), format!("job {job} is served again"));
            }
        }
    }
    (routes, served)
}

/// Locks and mandatory jobs.
fn check_promises(day: &Day, served: &Served, found: &mut Found) {
    for (index, job) in day.jobs.iter().enumerate() {
        let at = served.get(&index);
        match (&job.locked, at) {
            (Some(lock), None) => {
                let what = format!("job {index}, locked on technician {}, is not served", lock.tech);
                found.note(Rule::Lock, Some(lock.tech), what);
            }
            (Some(lock), Some((tech, start))) => {
                let asked = lock.start.unwrap_or(*start);
                if *tech != lock.tech || *start != asked {
                    let what = format!(
                        "job {index} is on technician {tech} at {start}, locked on {} at {asked}",
                        lock.tech
                    );
                    found.note(Rule::Lock, Some(*tech), what);
                }
            }
            (None, None) if job.mandatory == Some(true) => {
                found.note(Rule::Mandatory, None, format!("job {index} is not served"));
            }
            (None, _) => {}
        }
    }
}

/// A technician's day.
struct Seen<'a> {
    day: &'a Day,
    tech: usize,
    technician: &'a Technician,
    route: &'a Route,
}

/// Something at a place: from, to, where, and its name.
type Event = (i64, i64, usize, String);
/// Something without a place.
type Busy = (i64, i64, String);

impl Seen<'_> {
    /// Rules of single jobs.
    fn check_jobs(&self, found: &mut Found) {
        let tech = self.tech;
        let held: HashSet<i64> = self.technician.skills.iter().copied().collect();
        let mut load = 0;
        for (at, stop) in self.route.stops.iter().enumerate() {
            let (number, job) = (stop.job, &self.day.jobs[stop.job]);
            if at > 0 && stop.start < self.route.stops[at - 1].start {
                found.note(
                    Rule::Order,
                    Some(tech),
                    format!("job {number} starts before the stop in front of it"),
                );
            }
            if let Some(missing) = job.skills.iter().find(|skill| !held.contains(skill)) {
                let what = format!("technician {tech} has not skill {missing} for job {number}");
                found.note(Rule::Skill, Some(tech), what);
            }
            if job.allowed_techs.as_ref().is_some_and(|allowed| !allowed.contains(&tech)) {
                found.note(
                    Rule::Allowed,
                    Some(tech),
                    format!("job {number} does not allow technician {tech}"),
                );
            }
            if !job.windows.iter().any(|[first, last]| (*first..=*last).contains(&stop.start)) {
                let what =
                    format!("job {number} starts at {}, its windows are {:?}", stop.start, job.windows);
                found.note(Rule::Window, Some(tech), what);
            }
            load += job.demand.unwrap_or(0);
        }
        if let Some(capacity) = self.technician.capacity
            && load > capacity
        {
            let what = format!("technician {tech} has a load of {load}, the capacity is {capacity}");
            found.note(Rule::Capacity, Some(tech), what);
        }
    }

    /// Rules of time. Seconds driven.
    fn check_times(&self, found: &mut Found) -> i64 {
        let mut busy = self.breaks(found);
        let mut events: Vec<Event> = Vec::new();
        for stop in &self.route.stops {
            let job = &self.day.jobs[stop.job];
            events.push((stop.start, stop.start + job.duration, job.location, format!("job {}", stop.job)));
        }
        for (index, block) in self.technician.blocks.iter().enumerate() {
            match block.location {
                Some(place) => events.push((block.start, block.end, place, format!("block {index}"))),
                None => busy.push((block.start, block.end, format!("block {index}"))),
            }
        }
        events.sort();
        busy.sort();
        self.check_overlaps(&events, &busy, found);
        if events.is_empty() { 0 } else { self.check_drives(&events, &busy, found) }
    }

    /// The breaks that are taken, checked against those that are due.
    fn breaks(&self, found: &mut Found) -> Vec<Busy> {
        let (tech, due) = (self.tech, &self.technician.breaks);
        let mut taken: HashMap<usize, i64> = HashMap::new();
        for one in &self.route.breaks {
            let index = one.index;
            let Some(rest) = due.get(index) else {
                found.note(Rule::BreakEntry, Some(tech), format!("technician {tech} has no break {index}"));
                continue;
            };
            if taken.insert(index, one.start).is_some() {
                found.note(
                    Rule::BreakEntry,
                    Some(tech),
                    format!("technician {tech} takes break {index} twice"),
                );
            }
            if one.start < rest.window[0] || rest.window[1] < one.start {
                let what = format!(
                    "break {index} of technician {tech} starts at {}, its window is {:?}",
                    one.start, rest.window
                );
                found.note(Rule::BreakWindow, Some(tech), what);
            }
        }
        for index in (0..due.len()).filter(|index| !taken.contains_key(index)) {
            if !self.route.stops.is_empty() {
                found.note(Rule::BreakMissing, Some(tech), format!("technician {tech} has no break {index}"));
            }
        }
        taken
            .into_iter()
            .map(|(index, at)| (at, at + due[index].duration, format!("break {index}")))
            .collect()
    }

    fn check_overlaps(&self, events: &[Event], busy: &[Busy], found: &mut Found) {
        let tech = self.tech;
        let mut note = |first: &str, second: &str| {
            found.note(Rule::Overlap, Some(tech), format!("technician {tech}: {first} overlaps {second}"));
        };
        for pair in busy.windows(2) {
            if pair[1].0 < pair[0].1 {
                note(&pair[0].2, &pair[1].2);
            }
        }
        for event in events {
            for rest in busy {
                if event.0 < rest.1 && rest.0 < event.1 {
                    note(&event.3, &rest.2);
                }
            }
        }
    }

    fn check_drives(&self, events: &[Event], busy: &[Busy], found: &mut Found) -> i64 {
        let (tech, person) = (self.tech, self.technician);
        let [opens, closes] = person.shift;
        let leaves = (opens, opens, person.start, "the start of the shift".to_owned());
        let returns = (closes, closes, person.end, "the end of the shift".to_owned());
        let chain: Vec<&Event> = std::iter::once(&leaves).chain(events).chain([&returns]).collect();
        let mut driven = 0;
        for (at, pair) in chain.windows(2).enumerate() {
            let (from, to) = (pair[0], pair[1]);
            let drive = i64::from(self.day.matrix_s.row(from.2)[to.2]);
            driven += drive;
            let way = format!("technician {tech}: {} to {}", from.3, to.3);
            if let Some(limit) = person.max_leg_s
                && drive > limit
            {
                found.note(
                    Rule::Leg,
                    Some(tech),
                    format!("{way} is a drive of {drive} s, the limit is {limit} s"),
                );
            }
            let at_edge = at == 0 || at + 2 == chain.len();
            if to.0 < from.1 {
                let rule = if at_edge { Rule::Shift } else { Rule::Overlap };
                found.note(rule, Some(tech), format!("{way}: begins {} s too early", from.1 - to.0));
                continue;
            }
            let free = longest_free(from.1, to.0, busy);
            if free < drive {
                let rule = if at_edge { Rule::Shift } else { Rule::Drive };
                let what = format!("{way} is a drive of {drive} s, but only {free} s are free");
                found.note(rule, Some(tech), what);
            }
        }
        if let Some(limit) = person.max_drive_s
            && driven > limit
        {
            let what = format!("technician {tech} drives {driven} s in all, the limit is {limit} s");
            found.note(Rule::DriveInAll, Some(tech), what);
        }
        driven
    }
}

/// The longest stretch between two instants in which nothing is busy; `busy` by start.
fn longest_free(from: i64, until: i64, busy: &[Busy]) -> i64 {
    let (mut longest, mut free_from) = (0, from);
    for (start, end, _) in busy.iter().filter(|(start, end, _)| from < *end && *start < until) {
        longest = longest.max(start.min(&until) - free_from);
        free_from = free_from.max(*end);
    }
    longest.max(until - free_from)
}
