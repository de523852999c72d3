//! Random `dispatch-1` problems drawn around a plan that keeps every rule.

use super::random::Chance;
use crate::formats::Table;
use crate::formats::dispatch1::rules::{Case, TERMS, unassigned};
use crate::formats::dispatch1::{
    Break, Drive, Event, Held, Hour, Hours, Job, Link, Location, Lock, Matrix, Moved, Need, Plan, Problem,
    Reserve, Route, Settings, Shift, ShiftKind, Span, State, Stop, Taken, Technician, Travel, Urgency, Worth,
    checked,
};
use domain::{Timestamp, civil};

const PLACES: usize = 30;
/// Monday, 2 March 2026, midnight in New York.
const MONDAY: i64 = 1_772_427_600;
const NOW: i64 = MONDAY + 7 * 3_600;

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn span(from: i64, until: i64) -> Span {
    Span { from: at(from), until: at(until) }
}

/// A problem and a plan for it. Every technician but the last, who is kept free, has visits on two days.
pub(crate) fn drawn(seed: u64) -> (Problem, Plan) {
    let mut chance = Chance(seed);
    let mut draw = Draw { problem: empty(seed, &mut chance), routes: Vec::new(), drive: 0, chance };
    let technicians = 2 + draw.chance.below(2) as usize;
    for technician in 0..technicians {
        draw.technician(technician);
    }
    draw.idle(technicians);
    draw.link();
    draw.left();
    draw.finished()
}

fn empty(seed: u64, chance: &mut Chance) -> Problem {
    let table = |chance: &mut Chance| {
        let mut cells: Vec<Drive> =
            (0..PLACES * PLACES).map(|_| Drive::of(120 + chance.below(1_500) as u32)).collect();
        (0..PLACES).for_each(|place| cells[place * PLACES + place] = Drive::of(0));
        Table { rows: PLACES, width: PLACES, cells }
    };
    let usual = Matrix { id: "usual".to_owned(), seconds: table(chance) };
    let hours = Hours { opens: civil::time(5, 0, 0, 0), closes: civil::time(23, 0, 0, 0) };
    let days = ["monday", "tuesday", "wednesday"].map(|day| (day.to_owned(), hours));
    Problem {
        format: "dispatch-1".to_owned(),
        name: format!("drawn-{seed}"),
        time_zone: "America/New_York".to_owned(),
        now: at(NOW),
        settings: Settings { business_hours: Some(days.into()), ..Settings::default() },
        skills: ["boilers", "gas", "heat pumps", "drains"].map(str::to_owned).to_vec(),
        zones: ["north", "south"].map(str::to_owned).to_vec(),
        units: ["hvac", "plumbing"].map(str::to_owned).to_vec(),
        locations: (0..PLACES)
            .map(|place| Location { id: format!("L{place}"), lat: None, lon: None })
            .collect(),
        // One matrix under two names: the drives of the plan are right at any time of the day.
        travel: Travel {
            profile: vec![
                Hour { from: civil::time(7, 0, 0, 0), matrix: "rush".to_owned() },
                Hour { from: civil::time(10, 0, 0, 0), matrix: "usual".to_owned() },
            ],
            matrices: vec![usual.clone(), Matrix { id: "rush".to_owned(), ..usual }],
        },
        technicians: vec![plain("helper", false)],
        jobs: Vec::new(),
        links: Vec::new(),
        reserve: Vec::new(),
    }
}

fn plain(id: &str, managed: bool) -> Technician {
    Technician {
        id: id.to_owned(),
        managed,
        start: None,
        end: None,
        skills: Vec::new(),
        zones: Vec::new(),
        units: Vec::new(),
        shifts: Vec::new(),
        breaks: Vec::new(),
        events: Vec::new(),
        max_drive_seconds: None,
        overtime_seconds: 0,
        max_jobs_per_shift: None,
        max_jobs: None,
        late_percent: 0,
    }
}

struct Draw {
    problem: Problem,
    routes: Vec<Route>,
    drive: i64,
    chance: Chance,
}

/// A technician on the way through a shift.
struct Walk {
    now: i64,
    here: usize,
    person: Technician,
    route: Route,
}

impl Draw {
    fn slack(&mut self) -> i64 {
        if self.chance.below(3) == 0 { 0 } else { self.chance.below(900) as i64 }
    }

    fn place(&mut self) -> usize {
        self.chance.below(PLACES as u64) as usize
    }

    fn technician(&mut self, number: usize) {
        let (start, end) = (self.place(), self.place());
        let mut person = plain(&format!("t{number}"), true);
        (person.start, person.end) = (Some(format!("L{start}")), Some(format!("L{end}")));
        for skill in ["boilers", "gas", "heat pumps"] {
            if self.chance.below(2) == 0 {
                let level = 1 + self.chance.below(5) as u8;
                let expires = (self.chance.below(3) == 0).then(|| civil::date(2026, 3, 3));
                person.skills.push(Held { skill: skill.to_owned(), level, expires });
            }
        }
        if self.chance.below(2) == 0 {
            person.zones = vec!["north".to_owned()];
        }
        if self.chance.below(2) == 0 {
            person.units = vec!["hvac".to_owned()];
        }
        person.overtime_seconds = 600 * self.chance.below(2) as i64;
        person.late_percent = self.chance.below(30) as u8;
        for day in 0..2 {
            let opens = MONDAY + day * 86_400 + 3_600 * (6 + self.chance.below(3) as i64);
            let route =
                Route { technician: person.id.clone(), shift: Some(day as usize), ..Route::default() };
            let mut walk = Walk { now: opens.max(NOW), here: start, person, route };
            if day == 0 && opens < NOW {
                self.begun(&mut walk, opens);
            }
            person = self.shift(walk, opens, end);
        }
        let own = self.routes.iter().filter(|route| route.technician == person.id);
        let visits: Vec<u32> = own.map(|route| route.stops.len() as u32).collect();
        person.max_jobs = (self.chance.below(2) == 0).then_some(visits.iter().sum());
        person.max_jobs_per_shift = visits.into_iter().max().filter(|_| self.chance.below(2) == 0);
        self.problem.technicians.push(person);
    }

    fn shift(&mut self, mut walk: Walk, opens: i64, end: usize) -> Technician {
        self.visit(&mut walk);
        for _ in 0..2 + self.chance.below(4) {
            match self.chance.below(9) {
                0 => self.rest(&mut walk),
                1 => self.event(&mut walk, false, false),
                2 => self.event(&mut walk, true, false),
                3 => self.event(&mut walk, false, true),
                _ => self.visit(&mut walk),
            }
        }
        let drive = self.seconds(walk.here, end);
        self.drive += drive;
        let until = walk.now + drive + self.slack();
        walk.person.shifts.push(Shift { kind: ShiftKind::Normal, from: at(opens), until: at(until) });
        self.routes.push(walk.route);
        walk.person
    }

    fn seconds(&self, from: usize, to: usize) -> i64 {
        i64::from(self.problem.travel.matrices[0].seconds.row(from)[to].seconds().unwrap())
    }

    fn go(&mut self, walk: &mut Walk, place: usize) {
        let drive = self.seconds(walk.here, place);
        self.drive += drive;
        walk.now += drive + self.slack();
        walk.here = place;
    }

    /// One visit that is over, and one that is being done.
    fn begun(&mut self, walk: &mut Walk, opens: i64) {
        for (start, length, state) in [(opens + 600, 1_200, 0), (opens + 2_400, 4_800, 1)] {
            let mut job = self.job(walk, start);
            job.duration_seconds = length;
            let (technician, end) = (walk.person.id.clone(), start + length);
            job.state = match state {
                0 => State::Done { technician, start: at(start), finished: at(end) },
                _ => State::Working { technician, start: at(start) },
            };
            (walk.now, walk.here) = (walk.now.max(end), place_of(&job));
            walk.route.stops.push(Stop { job: job.id.clone(), start: at(start), end: at(end) });
            self.problem.jobs.push(job);
        }
    }

    fn visit(&mut self, walk: &mut Walk) {
        let mut job = self.job(walk, 0);
        let place = place_of(&job);
        self.go(walk, place);
        let start = walk.now;
        job.windows = vec![span(start - self.slack(), start + 1 + self.slack())];
        if self.chance.below(4) == 0 {
            job.windows.push(span(MONDAY + 60 * 3_600, MONDAY + 62 * 3_600));
        }
        let who = Some(walk.person.id.clone());
        job.lock = match self.chance.below(8) {
            0 => Some(Lock { technician: who, ..Lock::default() }),
            1 => Some(Lock { start: Some(at(start)), ..Lock::default() }),
            2 => Some(Lock { technician: who, start: Some(at(start)), ..Lock::default() }),
            3 => Some(Lock { range: Some(span(start - 60, start + 60)), ..Lock::default() }),
            _ => None,
        };
        let technician = walk.person.id.clone();
        job.state = match self.chance.below(4) {
            0 => State::Assigned { technician, start: at(start) },
            1 => State::Assigned { technician: "helper".to_owned(), start: at(start) },
            _ => State::Unassigned,
        };
        walk.now += job.duration_seconds;
        let stop = Stop { job: job.id.clone(), start: at(start), end: at(walk.now) };
        walk.route.stops.push(stop);
        self.problem.jobs.push(job);
    }

    /// A job that the technician may do.
    fn job(&mut self, walk: &Walk, start: i64) -> Job {
        let who = &walk.person.id;
        let needs = walk.person.skills.iter().filter(|_| self.chance.below(2) == 0);
        let skills = needs.map(|held| Need { skill: held.skill.clone(), level: held.level }).collect();
        let own = |list: &[String]| list.first().cloned();
        Job {
            skills,
            zone: own(&walk.person.zones),
            unit: own(&walk.person.units),
            urgency: [Urgency::None, Urgency::Routine, Urgency::Urgent][self.chance.below(3) as usize],
            asked: Some(at(NOW - self.chance.below(900_000) as i64)),
            told: self.chance.below(2) == 0,
            value_cents: self.chance.below(50_000) as i64,
            values_cents: [(who.clone(), self.chance.below(60_000) as i64)].into(),
            preferred: if self.chance.below(4) == 0 { vec![who.clone()] } else { Vec::new() },
            recent: if self.chance.below(4) == 0 { vec![who.clone()] } else { Vec::new() },
            never: vec!["helper".to_owned()],
            only: (self.chance.below(4) == 0).then(|| vec![who.clone()]),
            must: (self.chance.below(8) == 0).then(|| who.clone()),
            helpers: if self.chance.below(8) == 0 { vec!["helper".to_owned()] } else { Vec::new() },
            ..self.wide_job(start)
        }
    }

    fn wide_job(&mut self, start: i64) -> Job {
        let number = self.problem.jobs.len();
        let from = if start > 0 { start } else { MONDAY };
        Job {
            id: format!("J{number}"),
            location: format!("L{}", self.place()),
            duration_seconds: 60 * (1 + self.chance.below(90) as i64),
            windows: vec![span(from, MONDAY + 2 * 86_400)],
            skills: Vec::new(),
            zone: None,
            unit: None,
            urgency: Urgency::Routine,
            asked: None,
            told: false,
            value_cents: 0,
            values_cents: Default::default(),
            preferred: Vec::new(),
            recent: Vec::new(),
            never: Vec::new(),
            only: None,
            must: None,
            helpers: Vec::new(),
            lock: None,
            state: State::Unassigned,
        }
    }

    fn rest(&mut self, walk: &mut Walk) {
        let start = walk.now + self.slack();
        let window = span((start - self.slack()).max(walk.now), start + self.slack());
        walk.route.breaks.push(Taken { index: walk.person.breaks.len(), start: at(start) });
        walk.person.breaks.push(Break { duration_seconds: 1_800, window, taken: false });
        walk.now = start + 1_800;
    }

    fn event(&mut self, walk: &mut Walk, placed: bool, movable: bool) {
        let place = self.place();
        if placed {
            self.go(walk, place);
        }
        let start = walk.now;
        let end = start + 600;
        let id = format!("E{}", walk.person.events.len());
        let (location, moved) = (placed.then(|| format!("L{place}")), self.slack());
        let movable = movable.then(|| span((start - moved).max(NOW), start + moved));
        if movable.is_some() {
            walk.route.events.push(Moved { event: id.clone(), start: at(start) });
        }
        walk.person.events.push(Event { id, from: at(start), until: at(end), location, movable });
        walk.now = end;
    }

    /// Somebody who does nothing, and is kept free.
    fn idle(&mut self, number: usize) {
        let mut person = plain(&format!("t{number}"), true);
        let (from, until) = (MONDAY + 8 * 3_600, MONDAY + 17 * 3_600);
        person.shifts.push(Shift { kind: ShiftKind::Normal, from: at(from), until: at(until) });
        person.skills.push(Held { skill: "drains".to_owned(), level: 1, expires: None });
        self.problem.technicians.push(person);
        let skill = Some("drains".to_owned());
        self.problem.reserve.push(Reserve {
            span: span(from + 60, until),
            technicians: 1,
            unit: None,
            skill,
        });
    }

    /// Ties visits of the plan that happen to fit a link.
    fn link(&mut self) {
        let free = |problem: &Problem, id: &str| {
            let job = problem.jobs.iter().find(|job| job.id == id).unwrap();
            matches!(job.state, State::Unassigned | State::Assigned { .. })
        };
        let routes = self.routes.clone();
        let mut used: Vec<String> = Vec::new();
        for pair in routes.windows(2).filter(|pair| pair[0].technician == pair[1].technician) {
            let (first, second) = (pair[0].stops.last().unwrap(), pair[1].stops.last().unwrap());
            let gap = second.start.as_second() - first.end.as_second();
            if free(&self.problem, &first.job) && free(&self.problem, &second.job) {
                let jobs = vec![first.job.clone(), second.job.clone()];
                used.extend(jobs.iter().cloned());
                self.problem.links.push(Link::MultiDay {
                    jobs,
                    rest_seconds: gap.min(36_000),
                    max_gap_seconds: gap,
                });
            }
        }
        for route in &routes {
            for pair in route.stops.windows(2) {
                let jobs = vec![pair[0].job.clone(), pair[1].job.clone()];
                let fits = jobs.iter().all(|id| free(&self.problem, id) && !used.contains(id));
                if fits && self.chance.below(2) == 0 {
                    let gap = pair[1].start.as_second() - pair[0].end.as_second();
                    used.extend(jobs.iter().cloned());
                    self.problem.links.push(Link::Sequence {
                        jobs,
                        min_gap_seconds: gap - gap.min(60),
                        max_gap_seconds: (self.chance.below(2) == 0).then_some(gap),
                        same_technician: true,
                    });
                }
            }
        }
    }

    /// Some work that the plan leaves.
    fn left(&mut self) {
        for _ in 0..1 + self.chance.below(3) {
            let job = self.wide_job(0);
            self.problem.jobs.push(job);
        }
    }

    fn finished(mut self) -> (Problem, Plan) {
        self.routes.retain(|route| !route.stops.is_empty());
        let planned: Vec<&str> =
            self.routes.iter().flat_map(|route| &route.stops).map(|stop| stop.job.as_str()).collect();
        let left: Vec<&Job> =
            self.problem.jobs.iter().filter(|job| !planned.contains(&job.id.as_str())).collect();
        let unserved = left
            .iter()
            .map(|job| crate::formats::dispatch1::Left { job: job.id.clone(), why: String::new() });
        let mut plan = Plan {
            format: "dispatch-1-plan".to_owned(),
            problem: self.problem.name.clone(),
            routes: self.routes.clone(),
            reserve: vec![vec![self.problem.technicians.last().unwrap().id.clone()]],
            unserved: unserved.collect(),
            notes: Vec::new(),
            worth: Worth { drive_seconds: self.drive, overtime_seconds: 0, ..Worth::default() },
        };
        weigh(&self.problem, &mut plan);
        (self.problem, plan)
    }
}

fn place_of(job: &Job) -> usize {
    job.location[1..].parse().unwrap()
}

/// Says what a plan is worth, by the rules that feed the solver; driving is known, and there is no overtime.
fn weigh(problem: &Problem, plan: &mut Plan) {
    let book = checked(problem.clone()).unwrap();
    let mut terms: std::collections::BTreeMap<String, i64> =
        TERMS.iter().map(|term| (term.name.to_owned(), 0)).collect();
    let mut changes = 0;
    for route in &plan.routes {
        let technician = &book.problem.technicians[book.technicians[&route.technician]];
        let (_, from, until) = book.shifts(technician)[route.shift.unwrap()];
        for stop in &route.stops {
            let job = &book.problem.jobs[book.jobs[&stop.job]];
            if book.begun(job).is_some() {
                continue;
            }
            let case =
                Case { book: &book, job, technician, from, home_by: until + technician.overtime_seconds };
            for term in TERMS {
                *terms.get_mut(term.name).unwrap() += (term.worth)(&case);
            }
            let stays =
                matches!(&job.state, State::Assigned { technician, .. } if *technician == route.technician);
            changes += u32::from(!stays);
        }
    }
    terms.insert(
        "unassigned".to_owned(),
        -plan
            .unserved
            .iter()
            .map(|left| unassigned(&book, &book.problem.jobs[book.jobs[&left.job]]))
            .sum::<i64>(),
    );
    plan.worth.changes = changes;
    let driving =
        (plan.worth.drive_seconds * book.problem.settings.drive_cents_per_minute + 30).div_euclid(60);
    terms.insert("driving".to_owned(), -driving);
    terms.insert("overtime".to_owned(), 0);
    plan.worth.total_cents = terms.values().sum();
    plan.worth.terms = terms;
}
