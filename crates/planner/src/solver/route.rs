//! One duty's work in order, with what makes every insertion test constant in time.
//!
//! Each node knows when it is over at the earliest (`ready`) and when its service may begin at the latest (`late`). A
//! job fits between two nodes when it can be reached after the first is ready and the second can be reached by its
//! latest start. Where breaks are to be taken there is one such pair for every number of breaks already taken (a
//! layer), so that all ways to place the breaks are covered without choosing one.

use super::timing::{EARLY, LATE, Leg, Opening, length, pass_after, pass_before, start_after, start_before};
use crate::model::{Model, NONE, Pair, Seconds, Shift};

/// A stop, or one of the two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) gain: i64,
    /// Index of the visit; none for the ends.
    pub(super) visit: u32,
    pub(super) place: u32,
    /// When it is over at the earliest.
    pub(super) ready: Seconds,
    /// The latest start of service.
    pub(super) late: Seconds,
    /// Seconds of the drive to it.
    pub(super) leg: u32,
    pub(super) duration: Seconds,
    pub(super) open: Seconds,
    pub(super) close: Seconds,
    /// Whether there are windows in between.
    pub(super) several: bool,
}

/// `ready` and `late` after some breaks were taken, and how many were taken when the drive to the node began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layer {
    pub(super) ready: Seconds,
    pub(super) late: Seconds,
    pub(super) came: u8,
}

/// The work of one duty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Route {
    /// From the start of the duty to its end, both included.
    pub(super) nodes: Vec<Node>,
    /// Node × number of breaks taken; empty on a plain duty.
    pub(super) layers: Vec<Layer>,
    /// Nodes that are jobs.
    pub(super) jobs: u32,
    pub(super) load: u32,
    pub(super) drive: u32,
    /// Gains less driving and overtime.
    pub(super) worth: i64,
    /// Its fixed work breaks a rule, so nothing may be added.
    pub(super) broken: bool,
}

/// A job as it asks to be put somewhere.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asking {
    pub(super) node: Node,
    pub(super) demand: u32,
}

/// Where something fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    /// What it adds to driving and overtime.
    pub(super) cost: i64,
    /// It comes before the node that is here now.
    pub(super) at: u32,
}

impl Asking {
    /// A visit on a duty; `pin` fixes its start.
    pub(super) fn new(model: &Model, visit: u32, duty: u32, pin: Option<Seconds>) -> Asking {
        let (gain, duration) = model.on(visit, duty);
        Asking::of(model, visit, &Pair { duty, gain, duration }, pin)
    }

    /// A job on the duty of one of its pairs.
    pub(super) fn of(model: &Model, visit: u32, pair: &Pair, pin: Option<Seconds>) -> Asking {
        let known = &model.visits[visit as usize];
        let node = Node {
            gain: pair.gain,
            visit,
            place: known.place,
            ready: 0,
            late: 0,
            leg: 0,
            duration: pair.duration,
            open: pin.unwrap_or(known.open),
            close: pin.unwrap_or(known.close),
            several: pin.is_none() && !known.windows.is_empty(),
        };
        Asking { node, demand: known.demand }
    }
}

impl Node {
    fn end(place: u32, time: Seconds) -> Node {
        Node {
            gain: 0,
            visit: NONE,
            place,
            ready: time,
            late: time,
            leg: 0,
            duration: 0,
            open: time,
            close: time,
            several: false,
        }
    }

    pub(super) fn opening<'m>(&self, model: &'m Model) -> Opening<'m> {
        let windows = if self.several { &model.visits[self.visit as usize].windows[..] } else { &[] };
        Opening { open: self.open, close: self.close, windows }
    }
}

impl Route {
    /// The fixed work of a duty and nothing else.
    pub(super) fn new(model: &Model, duty: u32) -> Route {
        let shift = &model.shifts[duty as usize];
        let mut route = Route::default();
        route.nodes.push(Node::end(shift.start, shift.from));
        for visit in &shift.fixed {
            route.nodes.push(Asking::new(model, *visit, duty, None).node);
        }
        route.nodes.push(Node::end(shift.end, shift.home_by));
        route.broken = !route.settle(model, duty);
        if route.broken {
            route.stand(model, duty);
        }
        route
    }

    /// The nodes between the ends.
    pub(super) fn stops(&self) -> &[Node] {
        &self.nodes[1..self.nodes.len() - 1]
    }

    /// The visits between the ends that are jobs.
    pub(super) fn served<'a>(&'a self, model: &'a Model) -> impl DoubleEndedIterator<Item = u32> + 'a {
        self.stops().iter().map(|node| node.visit).filter(|visit| (*visit as usize) < model.jobs())
    }

    pub(super) fn insert(&mut self, model: &Model, duty: u32, asking: Asking, at: u32) -> bool {
        self.nodes.insert(at as usize, asking.node);
        self.settle(model, duty)
    }

    /// Works out all times and sums. False when the order cannot be kept; then the times mean nothing.
    pub(super) fn settle(&mut self, model: &Model, duty: u32) -> bool {
        let shift = &model.shifts[duty as usize];
        (self.jobs, self.load) = (0, 0);
        let mut gain = 0;
        for node in &self.nodes[1..self.nodes.len() - 1] {
            if (node.visit as usize) < model.jobs() {
                self.jobs += 1;
                self.load += model.visits[node.visit as usize].demand;
                gain += node.gain;
            }
        }
        if self.jobs > shift.max_jobs || self.load > shift.capacity {
            return false;
        }
        let timed =
            if shift.plain { self.settle_plain(model, shift) } else { self.settle_layers(model, shift) };
        let Some(home) = timed else { return false };
        self.drive = self.nodes.iter().map(|node| node.leg).fold(0, u32::saturating_add);
        let overtime = i64::from((home - shift.until).max(0));
        self.worth =
            gain - model.draft.drive_price.0 * i64::from(self.drive) - overtime * shift.overtime_price;
        self.drive <= shift.max_drive
    }

    /// When the technician is home, if everything can be kept.
    fn settle_plain(&mut self, model: &Model, shift: &Shift) -> Option<Seconds> {
        let last = self.nodes.len() - 1;
        let there = &model.there[0];
        let (mut ready, mut from) = (shift.from, shift.start);
        for index in 1..=last {
            let node = &self.nodes[index];
            let drive = if last == 1 { 0 } else { there[from as usize * model.side + node.place as usize] };
            if drive > shift.max_leg {
                return None;
            }
            ready += length(drive);
            if index < last {
                ready = start_after(node.opening(model), node.duration, ready, &[])? + node.duration;
            }
            let node = &mut self.nodes[index];
            (node.leg, node.ready) = (drive, ready);
            from = node.place;
        }
        if ready > shift.home_by {
            return None;
        }
        let mut late = shift.home_by;
        for index in (1..last).rev() {
            let end = late - length(self.nodes[index + 1].leg);
            let node = &mut self.nodes[index];
            late = start_before(node.opening(model), node.duration, end, &[])
                .expect("an order that holds forwards holds backwards");
            node.late = late;
        }
        Some(ready)
    }

    fn settle_layers(&mut self, model: &Model, shift: &Shift) -> Option<Seconds> {
        let (last, width) = (self.nodes.len() - 1, shift.breaks.len() + 1);
        self.layers.clear();
        self.layers.resize((last + 1) * width, Layer { ready: LATE, late: EARLY, came: 0 });
        self.layers[0].ready = shift.from;
        for index in 1..=last {
            for taken in 0..width {
                self.reach(model, shift, index, taken);
            }
        }
        // Breaks are taken on a duty that has jobs.
        let taken = if self.jobs > 0 { width - 1 } else { 0 };
        let home = self.layers[last * width + taken].ready;
        if last > 1 && home > shift.home_by {
            return None;
        }
        self.walk_back(model, shift, taken)?;
        self.layers[last * width + width - 1].late = shift.home_by;
        for index in (1..last).rev() {
            for taken in 0..width {
                self.leave(model, shift, index, taken);
            }
        }
        Some(if last > 1 { home } else { shift.from })
    }

    /// The earliest end of a node with `taken` breaks behind it.
    fn reach(&mut self, model: &Model, shift: &Shift, index: usize, taken: usize) {
        let width = shift.breaks.len() + 1;
        let (before, node) = (self.nodes[index - 1], self.nodes[index]);
        let mut best = Layer { ready: LATE, late: EARLY, came: 0 };
        for came in 0..=taken {
            let ready = self.layers[(index - 1) * width + came].ready;
            if ready == LATE {
                continue;
            }
            let leg = Leg { from: before.place, to: node.place, rests: &shift.breaks[came..taken] };
            let Some(passage) = pass_after(model, shift, ready, leg) else { continue };
            let over = if index + 1 == self.nodes.len() {
                Some(passage.arrival)
            } else {
                start_after(node.opening(model), node.duration, passage.arrival, &shift.busy)
                    .map(|start| start + node.duration)
            };
            if over.is_some_and(|over| over < best.ready) {
                best.ready = over.unwrap_or(LATE);
                best.came = came as u8;
            }
        }
        self.layers[index * width + taken] = best;
    }

    /// The latest start of a node with `taken` breaks behind it.
    fn leave(&mut self, model: &Model, shift: &Shift, index: usize, taken: usize) {
        let width = shift.breaks.len() + 1;
        let (node, after) = (self.nodes[index], self.nodes[index + 1]);
        let mut best = EARLY;
        for then in taken..width {
            let late = self.layers[(index + 1) * width + then].late;
            if late == EARLY {
                continue;
            }
            let leg = Leg { from: node.place, to: after.place, rests: &shift.breaks[taken..then] };
            let Some(end) = pass_before(model, shift, late, leg) else { continue };
            let start = start_before(node.opening(model), node.duration, end, &shift.busy);
            best = best.max(start.unwrap_or(EARLY));
        }
        self.layers[index * width + taken].late = best;
    }

    /// Writes the earliest times and drives of the best way to have `taken` breaks at the end.
    fn walk_back(&mut self, model: &Model, shift: &Shift, mut taken: usize) -> Option<()> {
        let (last, width) = (self.nodes.len() - 1, shift.breaks.len() + 1);
        for index in (1..=last).rev() {
            let layer = self.layers[index * width + taken];
            let came = usize::from(layer.came);
            let before = self.nodes[index - 1];
            let ready = self.layers[(index - 1) * width + came].ready;
            let node = &mut self.nodes[index];
            node.ready = layer.ready;
            node.leg = 0;
            if last > 1 {
                let leg = Leg { from: before.place, to: node.place, rests: &shift.breaks[came..taken] };
                node.leg = pass_after(model, shift, ready, leg)?.drive;
            }
            taken = came;
        }
        Some(())
    }

    /// Sums of fixed work that breaks a rule; it stands as people put it, and no time lets anything in.
    fn stand(&mut self, model: &Model, duty: u32) {
        let shift = &model.shifts[duty as usize];
        let width = shift.breaks.len() + 1;
        let mut from = shift.start;
        let mut gain = 0;
        for node in &mut self.nodes[1..] {
            node.leg = model.drive(0, from, node.place);
            (node.ready, node.late) = (LATE, EARLY);
            from = node.place;
            gain += node.gain;
        }
        self.nodes[0].ready = LATE;
        self.layers.clear();
        self.layers.resize(self.nodes.len() * width, Layer { ready: LATE, late: EARLY, came: 0 });
        self.drive = self.nodes.iter().map(|node| node.leg).fold(0, u32::saturating_add);
        self.worth = gain - model.draft.drive_price.0 * i64::from(self.drive);
    }
}
