//! The route of one duty that is worth the most after paying for its jobs.
//!
//! Labels: where a route may stand, when it is ready there, what it is worth so far, and which jobs it remembers. A
//! label that is later, poorer and remembers more than another at the same place is dropped.

use crate::model::{Break, Model, NONE, Route as Planned, Seconds, Shift, Span, Window};
use crate::solver::route::Route;
use crate::solver::timing::{Opening, length, start_after};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What all duties share.
pub(super) struct Pricing<'a> {
    model: &'a Model,
    /// Shortest drives, `side` × `side`.
    shortest: &'a [u32],
    /// By duty: its fixed work alone, by shortest drives, and whether anything may be added.
    idle: Vec<(i64, bool)>,
    /// By duty: breaks and busy spans by time.
    rests: Vec<Vec<Rest>>,
}

/// A break, or a busy span that every stop comes before or after.
#[derive(Debug, Clone, Copy)]
struct Rest {
    span: Break,
    /// Nobody has to wait for it who is home already.
    busy: bool,
}

/// The best route of a duty.
#[derive(Debug, Clone, Default)]
pub(super) struct Priced {
    /// Before paying for its jobs, and with their penalties saved.
    value: i64,
    /// Its free jobs; one may be there twice.
    pub(super) jobs: Vec<u32>,
}

impl Priced {
    /// What is left after paying for its jobs.
    pub(super) fn after(&self, prices: &[i64]) -> i64 {
        self.value - self.jobs.iter().map(|job| prices[*job as usize]).sum::<i64>()
    }
}

/// A job that may pay.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    visit: u32,
    place: u32,
    profit: i64,
    duration: Seconds,
    /// The candidates that are remembered while one is at this job.
    near: u64,
}

#[derive(Debug, Clone, Copy)]
struct Label {
    ready: Seconds,
    worth: i64,
    seen: u64,
    /// Index of a candidate; fixed visits and the start come after them.
    node: u32,
    /// Fixed visits behind it.
    fixed: u16,
    /// Breaks behind it.
    taken: u16,
    parent: u32,
}

/// Candidates that labels can remember.
const REMEMBERED: usize = 64;
/// Candidates that are remembered from one of them.
const NEAREST: usize = 10;

impl<'a> Pricing<'a> {
    pub(super) fn new(model: &'a Model, shortest: &'a [u32]) -> Pricing<'a> {
        let rests = model.shifts.iter().map(rests).collect();
        let mut pricing = Pricing { model, shortest, idle: Vec::new(), rests };
        let open = |duty: u32| !Route::new(model, duty).broken;
        pricing.idle =
            (0..model.duties() as u32).map(|duty| (pricing.fixed_alone(duty), open(duty))).collect();
        pricing
    }

    fn fixed_alone(&self, duty: u32) -> i64 {
        let shift = &self.model.shifts[duty as usize];
        if shift.fixed.is_empty() {
            return 0;
        }
        let (mut value, mut from) = (0, shift.start);
        for visit in &shift.fixed {
            let place = self.model.visits[*visit as usize].place;
            value += self.model.on(*visit, duty).0 - self.cost(from, place);
            from = place;
        }
        value - self.cost(from, shift.end)
    }

    fn drive(&self, from: u32, to: u32) -> u32 {
        self.shortest[from as usize * self.model.side + to as usize]
    }

    /// A route that somebody planned, as something to begin with.
    pub(super) fn known(&self, duty: u32, route: &Planned) -> Priced {
        let (alone, open) = self.idle[duty as usize];
        let model = self.model;
        let shift = &model.shifts[duty as usize];
        let mut visits: Vec<(Seconds, u32)> = route.stops.iter().map(|stop| (stop.start, stop.job)).collect();
        let fixed = shift.fixed.iter().map(|visit| (model.visits[*visit as usize].open, *visit));
        visits.extend(fixed.filter(|(_, visit)| *visit as usize >= model.jobs()));
        visits.sort_unstable();
        let mut priced = Priced { value: 0, jobs: Vec::new() };
        let mut from = shift.start;
        for (_, visit) in visits {
            let place = model.visits[visit as usize].place;
            priced.value += model.on(visit, duty).0 - self.cost(from, place);
            from = place;
            if (visit as usize) < model.jobs() && !model.is_fixed(visit) {
                priced.value += model.draft.jobs[visit as usize].penalty.0;
                priced.jobs.push(visit);
            }
        }
        priced.value -= self.cost(from, shift.end);
        if !open || priced.jobs.is_empty() || shift.overtime_price != 0 {
            return Priced { value: alone, jobs: Vec::new() };
        }
        priced
    }

    fn cost(&self, from: u32, to: u32) -> i64 {
        i64::from(self.drive(from, to)) * self.model.draft.drive_price.0
    }

    /// The best route of a duty under these prices, which is no worse than one that is known.
    pub(super) fn best_route(&self, duty: u32, prices: &[i64], known: &Priced) -> Priced {
        let (alone, open) = self.idle[duty as usize];
        let least = if known.after(prices) > alone {
            known.clone()
        } else {
            Priced { value: alone, jobs: Vec::new() }
        };
        let mut candidates = self.candidates(duty, prices);
        if !open || candidates.is_empty() {
            return least;
        }
        let floor = least.after(prices);
        let mut labels = Labels::new(self, duty, &candidates, floor);
        if !labels.run() {
            // Too many ways: remember only where one is.
            for (index, candidate) in candidates.iter_mut().enumerate() {
                candidate.near = if index < REMEMBERED { 1 << index } else { 0 };
            }
            labels = Labels::new(self, duty, &candidates, floor);
            labels.most = usize::MAX;
            labels.run();
        }
        let Some((worth, last)) = labels.best else { return least };
        let jobs = labels.path(last);
        Priced { value: worth + jobs.iter().map(|job| prices[*job as usize]).sum::<i64>(), jobs }
    }

    /// The jobs that bring more than their price. Drives are shortest paths, so no other can be of use on the way.
    fn candidates(&self, duty: u32, prices: &[i64]) -> Vec<Candidate> {
        let model = self.model;
        let mut candidates: Vec<Candidate> = Vec::new();
        for job in (0..model.jobs() as u32).filter(|job| !model.is_fixed(*job)) {
            let Some(pair) = model.pair(job, duty) else { continue };
            let profit = pair.gain + model.draft.jobs[job as usize].penalty.0 - prices[job as usize];
            if profit > 0 {
                let place = model.visits[job as usize].place;
                candidates.push(Candidate { visit: job, place, profit, duration: pair.duration, near: 0 });
            }
        }
        candidates.sort_by_key(|candidate| (Reverse(candidate.profit), candidate.visit));
        let remembered = candidates.len().min(REMEMBERED);
        for index in 0..candidates.len() {
            let from = candidates[index].place;
            let mut others: Vec<usize> = (0..remembered).collect();
            others.sort_by_key(|other| {
                let to = candidates[*other].place;
                self.drive(from, to) + self.drive(to, from)
            });
            let nearest = others.iter().take(NEAREST).fold(0u64, |set, other| set | 1 << other);
            candidates[index].near = nearest | if index < REMEMBERED { 1 << index } else { 0 };
        }
        candidates
    }
}

/// Breaks and busy spans by time; spans that overlap breaks or reach out of the shift only loosen the bound.
fn rests(shift: &Shift) -> Vec<Rest> {
    let breaks = || shift.breaks.iter().map(|span| Rest { span: *span, busy: false });
    let inside = shift.busy.iter().filter(|span| span.start >= shift.from && span.end <= shift.home_by);
    let apart = |span: &&Span| {
        let mut breaks = shift.breaks.iter();
        breaks.all(|rest| rest.window.latest < span.start || rest.window.earliest > span.end)
    };
    let busy = inside.filter(apart).map(|span| Rest {
        span: Break {
            duration: span.end - span.start,
            window: Window { earliest: span.start, latest: span.start },
        },
        busy: true,
    });
    let mut rests: Vec<Rest> = breaks().chain(busy).collect();
    let middle = |rest: &Rest| i64::from(rest.span.window.earliest) + i64::from(rest.span.window.latest);
    rests.sort_by_key(middle);
    let overlap = rests.windows(2).any(|two| two[1].span.window.earliest < two[0].span.window.latest);
    if overlap { breaks().collect() } else { rests }
}

/// The labels of one duty.
struct Labels<'p, 'a> {
    pricing: &'p Pricing<'a>,
    shift: &'a Shift,
    rests: &'p [Rest],
    candidates: &'p [Candidate],
    all: Vec<Label>,
    /// By candidate × fixed × taken: labels that nothing dominates.
    kept: Vec<Vec<u32>>,
    open: BinaryHeap<Reverse<(Seconds, u32)>>,
    best: Option<(i64, u32)>,
    /// What is known to be possible: a label that cannot get above it is of no use.
    floor: i64,
    /// By minute from the begin of the shift: the most that can still be added.
    still: Vec<i64>,
    /// The most labels.
    most: usize,
}

/// So many labels are too many.
const MOST_LABELS: usize = 60_000;
/// Seconds of a step of [`Labels::still`].
const STEP: Seconds = 120;

impl<'p, 'a> Labels<'p, 'a> {
    fn new(pricing: &'p Pricing<'a>, duty: u32, candidates: &'p [Candidate], floor: i64) -> Labels<'p, 'a> {
        let shift = &pricing.model.shifts[duty as usize];
        let rests = &pricing.rests[duty as usize][..];
        let states = (candidates.len() + shift.fixed.len() + 1) * (shift.fixed.len() + 1) * (rests.len() + 1);
        let still = still(pricing, duty, candidates);
        Labels {
            still,
            floor,
            most: MOST_LABELS,
            pricing,
            shift,
            rests,
            candidates,
            all: Vec::new(),
            kept: vec![Vec::new(); states],
            open: BinaryHeap::new(),
            best: None,
        }
    }

    /// False when there are too many labels.
    fn run(&mut self) -> bool {
        let start = self.candidates.len() as u32 + self.shift.fixed.len() as u32;
        let first = Label {
            ready: self.shift.from,
            worth: 0,
            seen: 0,
            node: start,
            fixed: 0,
            taken: 0,
            parent: NONE,
        };
        self.add(first);
        while let Some(Reverse((_, index))) = self.open.pop() {
            let label = self.all[index as usize];
            if self.all.len() > self.most {
                return false;
            }
            if label.worth == DROPPED || self.hopeless(&label) {
                continue;
            }
            self.go_home(index);
            for taken in usize::from(label.taken)..=self.rests.len() {
                for candidate in 0..self.candidates.len() {
                    self.extend(index, candidate, taken);
                }
                self.extend_fixed(index, taken);
            }
        }
        true
    }

    /// Whether nothing that follows can be better than what is known.
    fn hopeless(&self, label: &Label) -> bool {
        let minute = ((label.ready - self.shift.from) / STEP) as usize;
        label.worth + self.still[minute.min(self.still.len() - 1)] <= self.floor
    }

    fn state(&self, label: &Label) -> usize {
        let fixed = self.shift.fixed.len() + 1;
        (label.node as usize * fixed + usize::from(label.fixed)) * (self.rests.len() + 1)
            + usize::from(label.taken)
    }

    fn place(&self, label: &Label) -> u32 {
        let node = label.node as usize;
        if let Some(candidate) = self.candidates.get(node) {
            return candidate.place;
        }
        let fixed = self.shift.fixed.get(node - self.candidates.len());
        fixed.map_or(self.shift.start, |visit| self.pricing.model.visits[*visit as usize].place)
    }

    /// The end of a drive, and its cost, with breaks up to `taken` somewhere on the way, even in the middle of it.
    fn arrive(&self, label: &Label, to: u32, taken: usize, home: bool) -> Option<(Seconds, i64)> {
        let drive = self.pricing.drive(self.place(label), to);
        let mut time = label.ready + length(drive);
        let mut since = label.ready;
        let rests = self.rests[usize::from(label.taken)..taken].iter();
        for Rest { span: rest, .. } in rests.filter(|rest| !(home && rest.busy)) {
            if since > rest.window.latest {
                return None;
            }
            since = since.max(rest.window.earliest) + rest.duration;
            time = time.max(rest.window.earliest) + rest.duration;
        }
        Some((time, i64::from(drive) * self.pricing.model.draft.drive_price.0))
    }

    fn extend(&mut self, index: u32, candidate: usize, taken: usize) {
        let label = self.all[index as usize];
        let next = self.candidates[candidate];
        let remembered = candidate < REMEMBERED && label.seen >> candidate & 1 == 1;
        if remembered || label.node as usize == candidate {
            return;
        }
        let visit = &self.pricing.model.visits[next.visit as usize];
        if label.ready > visit.close {
            return;
        }
        let Some((arrival, cost)) = self.arrive(&label, next.place, taken, false) else { return };
        let opening = Opening { open: visit.open, close: visit.close, windows: &visit.windows };
        let Some(start) = start_after(opening, next.duration, arrival, &[]) else { return };
        let ready = start + next.duration;
        if ready > self.shift.home_by {
            return;
        }
        let itself = if candidate < REMEMBERED { 1 << candidate } else { 0 };
        self.add(Label {
            ready,
            worth: label.worth + next.profit - cost,
            seen: label.seen & next.near | itself,
            node: candidate as u32,
            fixed: label.fixed,
            taken: taken as u16,
            parent: index,
        });
    }

    fn extend_fixed(&mut self, index: u32, taken: usize) {
        let label = self.all[index as usize];
        let Some(visit) = self.shift.fixed.get(usize::from(label.fixed)).copied() else { return };
        let known = &self.pricing.model.visits[visit as usize];
        let Some((arrival, cost)) = self.arrive(&label, known.place, taken, false) else { return };
        if arrival > known.open {
            return;
        }
        let duty = known.fixed_on;
        let (gain, duration) = self.pricing.model.on(visit, duty);
        self.add(Label {
            ready: known.open + duration,
            worth: label.worth + gain - cost,
            seen: label.seen,
            node: self.candidates.len() as u32 + u32::from(label.fixed),
            fixed: label.fixed + 1,
            taken: taken as u16,
            parent: index,
        });
    }

    fn go_home(&mut self, index: u32) {
        let label = self.all[index as usize];
        if usize::from(label.fixed) < self.shift.fixed.len() || label.parent == NONE {
            return;
        }
        let Some((home, cost)) = self.arrive(&label, self.shift.end, self.rests.len(), true) else { return };
        if home > self.shift.home_by {
            return;
        }
        let overtime = i64::from((home - self.shift.until).max(0)) * self.shift.overtime_price;
        let worth = label.worth - cost - overtime;
        if worth > self.floor {
            (self.best, self.floor) = (Some((worth, index)), worth);
        }
    }

    /// Keeps a label unless another one is as early, as rich and remembers no more.
    fn add(&mut self, label: Label) {
        let next = self.shift.fixed.get(usize::from(label.fixed));
        if next.is_some_and(|visit| label.ready > self.pricing.model.visits[*visit as usize].open) {
            return;
        }
        if self.hopeless(&label) {
            return;
        }
        let state = self.state(&label);
        let all = &mut self.all;
        let better = |one: &Label, two: &Label| {
            one.ready <= two.ready && one.worth >= two.worth && one.seen & !two.seen == 0
        };
        if self.kept[state].iter().any(|other| better(&all[*other as usize], &label)) {
            return;
        }
        self.kept[state].retain(|other| {
            let worse = better(&label, &all[*other as usize]);
            if worse {
                all[*other as usize].worth = DROPPED;
            }
            !worse
        });
        let index = self.all.len() as u32;
        self.kept[state].push(index);
        self.all.push(label);
        self.open.push(Reverse((label.ready, index)));
    }

    fn path(&self, last: u32) -> Vec<u32> {
        let steps = std::iter::successors(Some(last), |index| {
            let parent = self.all[*index as usize].parent;
            (parent != NONE).then_some(parent)
        });
        let node = |index: u32| self.candidates.get(self.all[index as usize].node as usize);
        steps.filter_map(node).map(|candidate| candidate.visit).collect()
    }
}

/// The worth of a label that another one dominates.
const DROPPED: i64 = i64::MIN;

/// By step of time: the most that free jobs and fixed ones can still add, whatever the way between them.
fn still(pricing: &Pricing<'_>, duty: u32, candidates: &[Candidate]) -> Vec<i64> {
    let model = pricing.model;
    let shift = &model.shifts[duty as usize];
    let steps = ((shift.home_by - shift.from) / STEP) as usize + 1;
    let mut still = vec![0i64; steps + 1];
    let brief = |candidate: &Candidate, drive: u32| candidate.duration + length(drive) < STEP;
    let fixed =
        shift.fixed.iter().map(|visit| (model.visits[*visit as usize].open, model.on(*visit, duty).0));
    let fixed: Vec<(Seconds, i64)> = fixed.collect();
    let places = candidates.iter().map(|candidate| candidate.place);
    let fixed_places = shift.fixed.iter().map(|visit| model.visits[*visit as usize].place);
    let places: Vec<u32> = places.chain(fixed_places).chain([shift.start]).collect();
    let shortest_to: Vec<u32> = candidates
        .iter()
        .enumerate()
        .map(|(index, candidate)| {
            let others = places.iter().enumerate().filter(|(other, _)| *other != index);
            others.map(|(_, from)| pricing.drive(*from, candidate.place)).min().unwrap_or(0)
        })
        .collect();
    for step in (0..steps).rev() {
        let time = shift.from + step as Seconds * STEP;
        let mut most = still[step + 1];
        for (candidate, drive) in candidates.iter().zip(&shortest_to) {
            let visit = &model.visits[candidate.visit as usize];
            if time > visit.close || brief(candidate, *drive) {
                continue;
            }
            let ready = (time + length(*drive)).max(visit.open) + candidate.duration;
            if ready > shift.home_by {
                continue;
            }
            let then = ((ready - shift.from) / STEP) as usize;
            let profit = candidate.profit - i64::from(*drive) * model.draft.drive_price.0;
            most = most.max(profit + still[then.min(steps)]);
        }
        still[step] = most;
    }
    // What could begin and end in the same step is added on top, once; so is fixed work.
    let pairs = candidates.iter().zip(&shortest_to);
    let on_top: i64 = pairs.filter(|(one, drive)| brief(one, **drive)).map(|(one, _)| one.profit).sum();
    for (step, most) in still.iter_mut().enumerate() {
        let time = shift.from + step as Seconds * STEP;
        *most += on_top
            + fixed.iter().filter(|(open, _)| *open >= time).map(|(_, gain)| (*gain).max(0)).sum::<i64>();
    }
    still
}
