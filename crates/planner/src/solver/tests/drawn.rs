//! Small random problems with everything in them. Times are a hundred or so, so that they can be tried one by one.

use crate::model::{
    Able, Appointment, Break, Draft, Duty, Group, Hold, Job, Link, Money, Slice, Span, Window,
};
use crate::solver::chance::Chance;

/// The end of all time in these problems.
pub(super) const HORIZON: i32 = 140;

/// Which features a problem may have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Features {
    pub(super) duties: usize,
    pub(super) jobs: usize,
    pub(super) slices: bool,
    pub(super) groups: bool,
    pub(super) links: bool,
}

pub(super) fn between(chance: &mut Chance, low: i32, high: i32) -> i32 {
    low + chance.below((high - low + 1) as usize) as i32
}

fn window(chance: &mut Chance, low: i32, high: i32, most: i32) -> Window {
    let earliest = between(chance, low, high);
    Window { earliest, latest: earliest + between(chance, 0, most) }
}

pub(super) fn draft(seed: u64, features: Features) -> Draft {
    let chance = &mut Chance::new(seed, 77);
    let places = 5;
    let mut draft = Draft { places, drive_price: Money(between(chance, 0, 300).into()), ..Draft::default() };
    for _ in 0..if features.slices { 2 } else { 1 } {
        // Whatever: neither symmetric nor a shortest path.
        let matrix = (0..places * places)
            .map(|cell| if cell % (places + 1) == 0 { 0 } else { between(chance, 0, 18) as u32 });
        draft.matrices.push(matrix.collect());
    }
    if features.slices {
        draft.slices = vec![
            Slice { from: 0, matrix: 0 },
            Slice { from: between(chance, 10, 50), matrix: 1 },
            Slice { from: between(chance, 51, 90), matrix: 0 },
        ];
    }
    for duty in 0..features.duties {
        let shift = self::duty(chance, places, duty as u32);
        draft.duties.push(shift);
    }
    for _ in 0..features.jobs {
        let job = self::job(chance, places, features.duties);
        draft.jobs.push(job);
    }
    if features.groups && chance.happens(500) {
        draft.groups.push(Group { duties: (0..features.duties as u32).collect(), max_jobs: 3 });
    }
    if features.links && features.jobs >= 4 {
        for job in &mut draft.jobs[..4] {
            job.hold = Hold::Optional;
        }
        draft.links.push(Link::Crew(vec![0, 1]));
        let gap = window(chance, 0, 5, 30);
        draft.links.push(Link::Sequence { jobs: vec![2, 3], gap, same_technician: chance.happens(500) });
    }
    draft
}

fn duty(chance: &mut Chance, places: usize, technician: u32) -> Duty {
    let from = between(chance, 0, 20);
    let until = from + between(chance, 50, 90);
    let mut duty = Duty { technician, from, until, ..Duty::default() };
    let place = |chance: &mut Chance| chance.below(places) as u32;
    duty.start = chance.happens(900).then(|| place(chance));
    duty.end = chance.happens(900).then(|| place(chance));
    if chance.happens(300) {
        duty.overtime = between(chance, 0, 20);
        duty.overtime_price = Money(between(chance, 0, 500).into());
    }
    duty.max_leg = chance.happens(300).then(|| between(chance, 8, 18) as u32);
    duty.max_drive = chance.happens(200).then(|| between(chance, 20, 60) as u32);
    duty.max_jobs = chance.happens(200).then(|| between(chance, 1, 3) as u32);
    duty.capacity = chance.happens(200).then(|| between(chance, 1, 4) as u32);
    for _ in 0..[0, 0, 1, 2][chance.below(4)] {
        let window = window(chance, from, until - 10, 30);
        duty.breaks.push(Break { duration: between(chance, 1, 10), window });
    }
    for _ in 0..[0, 0, 0, 1, 2][chance.below(5)] {
        let start = between(chance, from, until);
        duty.busy.push(Span { start, end: start + between(chance, 1, 12) });
    }
    if chance.happens(200) {
        let start = between(chance, from + 10, until - 20);
        let span = Span { start, end: start + between(chance, 1, 12) };
        duty.appointments.push(Appointment { span, place: place(chance) });
    }
    duty
}

fn job(chance: &mut Chance, places: usize, duties: usize) -> Job {
    let mut windows = vec![window(chance, 0, 70, 50)];
    if chance.happens(300) {
        let first = windows[0].latest;
        windows.push(window(chance, first + 2, first + 20, 30));
    }
    let value = between(chance, 1, 5000);
    let mut able = Vec::new();
    for duty in 0..duties as u32 {
        if chance.happens(800) {
            let gain = Money(i64::from(value * between(chance, 50, 150) / 10));
            let duration = chance.happens(200).then(|| between(chance, 0, 15));
            able.push(Able { duty, gain, duration });
        }
    }
    let hold = if chance.happens(150) { Hold::Mandatory } else { Hold::Optional };
    Job {
        place: chance.below(places) as u32,
        duration: between(chance, 0, 20),
        windows,
        demand: between(chance, 0, 2) as u32,
        penalty: Money(between(chance, 0, 500).into()),
        hold,
        able,
    }
}
