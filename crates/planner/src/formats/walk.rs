//! Drives a duty from its beginning to its end, for questions about single places: what fits, what it costs, and which
//! limit stands in the way.

use crate::model::{Appointment, Break, Draft, Duty, Hold, Job, Seconds, Span, Window};

/// One thing to go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Node {
    /// Index of the job.
    Job(u32),
    /// Index among the appointments of the duty.
    Appointment(usize),
}

/// A duty that holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Walked {
    /// By node: when it starts.
    pub(crate) starts: Vec<Seconds>,
    /// By break of the duty; empty on a duty without jobs.
    pub(crate) breaks: Vec<Seconds>,
    /// Seconds behind the wheel.
    pub(crate) drive: i64,
    /// When it is over.
    pub(crate) home: Seconds,
    /// Seconds of paid overtime.
    pub(crate) overtime: i64,
}

/// Why a duty does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// There is no road to a node, or from the last one home.
    NoRoad { node: Option<Node> },
    /// The drive to a node, or home, is longer than the limit.
    LongDrive { node: Option<Node>, drive: u32, limit: u32 },
    /// The node cannot start before the end of its last window.
    Late { node: Node, earliest: Seconds, latest: Seconds },
    /// Home after the shift and its overtime.
    LateHome { home: Seconds, limit: Seconds },
    /// A break finds no room in its window.
    NoBreak { index: usize },
    /// All drives together are longer than the limit.
    MuchDriving { drive: i64, limit: u32 },
    /// More jobs than the limit.
    ManyJobs { jobs: usize, limit: u32 },
    /// More load than the capacity.
    Load { load: u64, limit: u32 },
}

/// Drives longer than this stand for places without a road.
const FAR: u32 = 200_000_000;

/// Drives a duty with these nodes in this order, everything as early as it can be.
pub(crate) fn walk(draft: &Draft, duty: &Duty, nodes: &[Node]) -> Result<Walked, Stuck> {
    let jobs = || nodes.iter().filter_map(|node| if let Node::Job(job) = node { Some(*job) } else { None });
    let count = jobs().count();
    if let Some(limit) = duty.max_jobs.filter(|limit| count > *limit as usize) {
        return Err(Stuck::ManyJobs { jobs: count, limit });
    }
    let load: u64 = jobs().map(|job| u64::from(draft.jobs[job as usize].demand)).sum();
    if let Some(limit) = duty.capacity.filter(|limit| load > u64::from(*limit)) {
        return Err(Stuck::Load { load, limit });
    }
    if nodes.is_empty() {
        return Ok(Walked { home: duty.from, ..Walked::default() });
    }
    let order = if count > 0 { by_middle(&duty.breaks) } else { Vec::new() };
    let rests: Vec<Break> = order.iter().map(|index| duty.breaks[*index]).collect();
    let road = Road { draft, duty, rests: &rests };
    let mut ways: Vec<Option<Way>> = vec![None; rests.len() + 1];
    ways[0] = Some(Way { time: duty.from, ..Way::default() });
    let mut here = duty.start;
    for (at, node) in nodes.iter().enumerate() {
        let (place, length, windows) = road.wants(*node);
        ways = road.advance(&ways, here, Some(place), Some(*node), |way| {
            let start = road.service(&windows, length, way.time)?;
            way.starts.push(start);
            way.time = start + length;
            debug_assert_eq!(way.starts.len(), at + 1);
            Ok(())
        })?;
        here = Some(place);
    }
    let home_by = duty.until + duty.overtime;
    let ways = road.advance(&ways, here, duty.end, None, |_| Ok(()))?;
    let way = match (&ways[rests.len()], rests.len()) {
        (Some(way), _) => way,
        (None, count) => return Err(Stuck::NoBreak { index: count - 1 }),
    };
    if way.time > home_by {
        return Err(Stuck::LateHome { home: way.time, limit: home_by });
    }
    if let Some(limit) = duty.max_drive.filter(|limit| way.drive > i64::from(*limit)) {
        return Err(Stuck::MuchDriving { drive: way.drive, limit });
    }
    let overtime = i64::from((way.time - duty.until).max(0));
    let Way { starts, breaks: taken, drive, time } = way.clone();
    let mut breaks = vec![0; taken.len()];
    order.iter().zip(taken).for_each(|(index, start)| breaks[*index] = start);
    Ok(Walked { starts, breaks, drive, home: time, overtime })
}

/// Breaks are taken as the middles of their windows lie, as the solver takes them.
fn by_middle(breaks: &[Break]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..breaks.len()).collect();
    order.sort_by_key(|index| {
        (i64::from(breaks[*index].window.earliest) + i64::from(breaks[*index].window.latest), *index)
    });
    order
}

/// The nodes of a route that is known by the starts of its jobs: appointments among them, by time.
pub(crate) fn nodes(duty: &Duty, stops: &[crate::model::Stop]) -> Vec<Node> {
    let jobs = stops.iter().map(|stop| (stop.start, Node::Job(stop.job)));
    let fixed = duty.appointments.iter().enumerate();
    let mut nodes: Vec<(Seconds, Node)> =
        jobs.chain(fixed.map(|(index, one)| (one.span.start, Node::Appointment(index)))).collect();
    nodes.sort_by_key(|(start, _)| *start);
    nodes.into_iter().map(|(_, node)| node).collect()
}

/// A way through the first nodes, with so many breaks taken.
#[derive(Debug, Clone, Default)]
struct Way {
    time: Seconds,
    drive: i64,
    starts: Vec<Seconds>,
    breaks: Vec<Seconds>,
}

struct Road<'a> {
    draft: &'a Draft,
    duty: &'a Duty,
    rests: &'a [Break],
}

impl Road<'_> {
    /// Place, length and windows of a node.
    fn wants(&self, node: Node) -> (u32, Seconds, Vec<Window>) {
        match node {
            Node::Job(job) => {
                let job: &Job = &self.draft.jobs[job as usize];
                let windows = match job.hold {
                    Hold::Fixed { start, .. } => vec![Window { earliest: start, latest: start }],
                    _ => job.windows.clone(),
                };
                (job.place, job.duration, windows)
            }
            Node::Appointment(index) => {
                let Appointment { span, place } = self.duty.appointments[index];
                let window = Window { earliest: span.start, latest: span.start };
                (place, span.end - span.start, vec![window])
            }
        }
    }

    /// The first start in a window at or after `time`; otherwise how late it would be.
    fn service(
        &self,
        windows: &[Window],
        length: Seconds,
        time: Seconds,
    ) -> Result<Seconds, (Seconds, Seconds)> {
        let mut missed = (time, Seconds::MIN);
        for window in windows {
            let start = clear(time.max(window.earliest), length, &self.duty.busy);
            if start <= window.latest {
                return Ok(start);
            }
            missed = (start, window.latest);
        }
        Err(missed)
    }

    /// From every way so far, with any number of the next breaks on the leg, the earliest ways with so many breaks
    /// taken.
    fn advance(
        &self,
        ways: &[Option<Way>],
        from: Option<u32>,
        to: Option<u32>,
        node: Option<Node>,
        arrive: impl Fn(&mut Way) -> Result<(), (Seconds, Seconds)>,
    ) -> Result<Vec<Option<Way>>, Stuck> {
        let mut next: Vec<Option<Way>> = vec![None; ways.len()];
        let mut stuck = None;
        for (taken, way) in ways.iter().enumerate().filter_map(|(taken, way)| Some((taken, way.as_ref()?))) {
            for (before, after) in pairs(ways.len() - 1 - taken) {
                let mut way = way.clone();
                let went = self.leg(&mut way, (taken, before, after), from, to, node).and_then(|()| {
                    arrive(&mut way).map_err(|(earliest, latest)| match node {
                        Some(node) => Stuck::Late { node, earliest, latest },
                        None => Stuck::LateHome { home: earliest, limit: latest },
                    })
                });
                match went {
                    Ok(()) => {
                        let slot = &mut next[taken + before + after];
                        if slot.as_ref().is_none_or(|known| way.time < known.time) {
                            *slot = Some(way);
                        }
                    }
                    // The first attempt takes no break on the leg: its reason is the plainest.
                    Err(why) => stuck = stuck.or(Some(why)),
                }
            }
        }
        match next.iter().any(Option::is_some) {
            true => Ok(next),
            false => Err(stuck.unwrap_or(Stuck::NoBreak { index: 0 })),
        }
    }

    /// Breaks, the drive, breaks.
    fn leg(
        &self,
        way: &mut Way,
        (taken, before, after): (usize, usize, usize),
        from: Option<u32>,
        to: Option<u32>,
        node: Option<Node>,
    ) -> Result<(), Stuck> {
        (taken..taken + before).try_for_each(|index| self.rest(way, index))?;
        if let (Some(from), Some(to)) = (from, to) {
            let (arrival, drive) =
                self.drive(way.time, from, to).map_err(|drive| match (drive, self.duty.max_leg) {
                    (drive, Some(limit)) if drive < FAR => Stuck::LongDrive { node, drive, limit },
                    _ => Stuck::NoRoad { node },
                })?;
            way.time = arrival;
            way.drive += i64::from(drive);
        }
        (taken + before..taken + before + after).try_for_each(|index| self.rest(way, index))
    }

    fn rest(&self, way: &mut Way, index: usize) -> Result<(), Stuck> {
        let rest = self.rests[index];
        let start = clear(way.time.max(rest.window.earliest), rest.duration, &self.duty.busy);
        if start > rest.window.latest {
            return Err(Stuck::NoBreak { index });
        }
        way.breaks.push(start);
        way.time = start + rest.duration;
        Ok(())
    }

    /// The earliest arrival when leaving at or after `time`, and the seconds of that drive; otherwise the shortest
    /// drive, which is too long.
    fn drive(&self, time: Seconds, from: u32, to: u32) -> Result<(Seconds, u32), u32> {
        let cell = from as usize * self.draft.places + to as usize;
        let (mut best, mut shortest) = (None::<(Seconds, u32)>, u32::MAX);
        let slices = &self.draft.slices;
        for index in 0..slices.len().max(1) {
            let until = slices.get(index + 1).map_or(Seconds::MAX, |next| next.from);
            let begins = if index == 0 { time } else { time.max(slices[index].from) };
            if until <= time || best.is_some_and(|(arrival, _)| arrival <= begins) {
                continue;
            }
            let drive = self.draft.matrices[slices.get(index).map_or(0, |slice| slice.matrix)][cell];
            shortest = shortest.min(drive);
            if drive >= FAR || self.duty.max_leg.is_some_and(|limit| drive > limit) {
                continue;
            }
            let length = drive as Seconds;
            let leaves = if length == 0 { begins } else { clear(begins, length, &self.duty.busy) };
            if leaves < until && best.is_none_or(|(arrival, _)| leaves + length < arrival) {
                best = Some((leaves + length, drive));
            }
        }
        best.ok_or(shortest)
    }
}

/// How many breaks before and after a drive, with `left` at most in all; none first.
fn pairs(left: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..=left).flat_map(move |sum| (0..=sum).map(move |before| (before, sum - before)))
}

/// The first instant from `time` on from which `length` lies in no busy span; spans by start.
fn clear(time: Seconds, length: Seconds, busy: &[Span]) -> Seconds {
    let mut time = time;
    loop {
        let hit =
            busy.iter().find(|span| span.start < span.end && time < span.end && span.start < time + length);
        match hit {
            Some(span) => time = span.end,
            None => return time,
        }
    }
}
