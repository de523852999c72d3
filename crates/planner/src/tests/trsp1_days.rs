//! Random `trsp-1` days drawn around a plan that keeps every rule.

use super::random::Chance;
use crate::formats::Table;
use crate::formats::trsp1::{
    Block, Break, Day, Id, Job, Location, Lock, Objective, Route, Solution, Stop, Taken, Technician,
};

/// The day as a file.
pub(crate) fn json(day: &Day) -> String {
    serde_json::to_string(day).unwrap()
}

/// The skill that nobody has.
pub(crate) const STRANGE_SKILL: i64 = 99;

/// A day and a plan for it. Every technician has at least one job.
pub(crate) fn drawn(seed: u64) -> (Day, Solution) {
    let mut chance = Chance(seed);
    let technicians = 2 + chance.below(3) as usize;
    let places = 40;
    let mut cells: Vec<u32> = (0..places * places).map(|_| 120 + chance.below(1_500) as u32).collect();
    (0..places).for_each(|place| cells[place * places + place] = 0);
    let mut day = Day {
        format: "trsp-1".to_owned(),
        name: format!("drawn-{seed}"),
        objective: Objective { drive_cost_per_min: [100.0, 0.0, 33.3][chance.below(3) as usize] },
        locations: vec![Location {}; places],
        matrix_s: Table { rows: places, width: places, cells },
        technicians: Vec::new(),
        jobs: Vec::new(),
        values: Table { rows: 0, width: technicians, cells: Vec::new() },
    };
    let mut plan = Solution { instance: Some(day.name.clone()), ..Solution::default() };
    for tech in 0..technicians {
        let route = Walk::new(&mut day, &mut chance, tech).walked();
        plan.routes.push(route);
    }
    // Some work that the plan leaves.
    for _ in 0..chance.below(4) {
        let job =
            Job { id: id("left", day.jobs.len()), mandatory: None, locked: None, ..wide_job(&mut chance) };
        day.jobs.push(job);
    }
    day.values.rows = day.jobs.len();
    day.values.cells = (0..day.jobs.len() * technicians).map(|_| chance.below(50_000) as i64).collect();
    (day, plan)
}

fn id(kind: &str, number: usize) -> Id {
    Id::Text(format!("{kind}{number}"))
}

fn wide_job(chance: &mut Chance) -> Job {
    Job {
        id: id("wide", 0),
        location: chance.below(40) as usize,
        duration: 60 * chance.below(120) as i64,
        windows: vec![[0, 86_400]],
        skills: Vec::new(),
        unassigned_penalty: chance.below(10_000) as i64,
        locked: None,
        allowed_techs: None,
        mandatory: None,
        demand: None,
    }
}

/// A technician on the way through the day.
struct Walk<'a> {
    day: &'a mut Day,
    chance: &'a mut Chance,
    tech: usize,
    now: i64,
    here: usize,
    longest: i64,
    driven: i64,
    person: Technician,
    route: Route,
}

impl<'a> Walk<'a> {
    fn new(day: &'a mut Day, chance: &'a mut Chance, tech: usize) -> Walk<'a> {
        let opens = 3_600 * (6 + chance.below(4) as i64);
        let skills = (0..4).filter(|_| chance.below(2) == 0).collect();
        let (start, end) = (chance.below(40) as usize, chance.below(40) as usize);
        let person = Technician {
            id: id("t", tech),
            start,
            end,
            shift: [opens, opens],
            skills,
            max_leg_s: None,
            capacity: None,
            max_drive_s: None,
            breaks: Vec::new(),
            blocks: Vec::new(),
        };
        let route = Route { tech, ..Route::default() };
        Walk { day, chance, tech, now: opens, here: start, longest: 0, driven: 0, person, route }
    }

    fn walked(mut self) -> Route {
        self.work();
        for _ in 0..1 + self.chance.below(6) {
            match self.chance.below(8) {
                0 => self.rest(),
                1 => self.block(false),
                2 => self.block(true),
                _ => self.work(),
            }
        }
        self.drive_to(self.person.end);
        self.person.shift[1] = self.now + self.slack();
        let load: i64 = self.route.stops.iter().filter_map(|stop| self.day.jobs[stop.job].demand).sum();
        self.person.capacity = self.maybe(load);
        self.person.max_leg_s = self.maybe(self.longest);
        self.person.max_drive_s = self.maybe(self.driven);
        self.day.technicians.push(self.person);
        self.route
    }

    /// A limit that is kept, or none.
    fn maybe(&mut self, used: i64) -> Option<i64> {
        let limit = used + self.chance.below(3) as i64;
        (self.chance.below(2) == 0).then_some(limit)
    }

    fn slack(&mut self) -> i64 {
        let slack = self.chance.below(900) as i64;
        if self.chance.below(3) == 0 { 0 } else { slack }
    }

    fn drive_to(&mut self, place: usize) {
        let drive = i64::from(self.day.matrix_s.row(self.here)[place]);
        self.now += drive + self.slack();
        self.here = place;
        self.longest = self.longest.max(drive);
        self.driven += drive;
    }

    fn work(&mut self) {
        let base = wide_job(self.chance);
        self.drive_to(base.location);
        let number = self.day.jobs.len();
        let start = self.now;
        let mut windows = vec![[start - self.slack(), start + self.slack()]];
        if self.chance.below(4) == 0 {
            windows.insert(0, [0, 3_600]);
        }
        let tech = self.tech;
        let locked = match self.chance.below(6) {
            0 => Some(Lock { tech, start: Some(start) }),
            1 => Some(Lock { tech, start: None }),
            _ => None,
        };
        let skills = self.person.skills.iter().copied().filter(|skill| (*skill + start) % 2 == 0).collect();
        let job = Job {
            id: id("j", number),
            windows,
            skills,
            locked,
            allowed_techs: (self.chance.below(3) == 0).then(|| vec![tech]),
            mandatory: Some(self.chance.below(4) == 0),
            demand: Some(self.chance.below(4) as i64),
            ..base
        };
        self.now += job.duration;
        self.route.stops.push(Stop { job: number, start });
        self.day.jobs.push(job);
    }

    fn rest(&mut self) {
        let start = self.now + self.slack();
        let one = Break { duration: 1_800, window: [start - self.slack(), start + self.slack()] };
        self.route.breaks.push(Taken { index: self.person.breaks.len(), start });
        self.person.breaks.push(one);
        self.now = start + 1_800;
    }

    fn block(&mut self, placed: bool) {
        let place = self.chance.below(40) as usize;
        if placed {
            self.drive_to(place);
        }
        let start = self.now;
        let end = start + 600 + self.slack();
        self.person.blocks.push(Block { start, end, location: placed.then_some(place) });
        self.now = end;
    }
}
