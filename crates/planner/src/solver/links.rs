//! Jobs that belong together: crews that start at once, visits one after the other.
//!
//! A link would let a change on one route move another one, and the test of a place would no longer be constant in
//! time. So the start of a linked job is pinned while it is served: routes stay independent of each other, and the
//! whole link is taken off and put back at once, with starts tried anew.

use super::fits::Fits;
use super::route::{Asking, Route};
use super::state::State;
use crate::model::{Link, Model, Pair, Seconds, Window};

/// The jobs of a link.
pub(super) fn members(model: &Model, link: u32) -> &[u32] {
    let (Link::Crew(jobs) | Link::Sequence { jobs, .. }) = &model.draft.links[link as usize];
    jobs
}

/// Where one job of a link is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) job: u32,
    pub(super) duty: u32,
    pub(super) at: u32,
    pub(super) start: Seconds,
    pub(super) end: Seconds,
}

/// An attempt to place a link: routes as they would be.
#[derive(Debug, Clone, Default)]
struct Attempt {
    routes: Vec<(u32, Route)>,
    placed: Vec<Placed>,
    score: i64,
}

/// How many duties are tried for the first start of a link.
const TRIED: usize = 16;

/// Puts a link that nobody serves where it is worth the most, or leaves it out.
pub(super) fn place(state: &mut State<'_>, fits: &Fits, link: u32) {
    let model = state.model;
    let jobs = members(model, link);
    if jobs.is_empty() || jobs.iter().any(|job| state.on[*job as usize] != crate::model::NONE) {
        return;
    }
    let out: i64 = jobs.iter().map(|job| -model.visits[*job as usize].miss).sum();
    let mut best = Attempt { score: out, ..Attempt::default() };
    let leaders = match &model.draft.links[link as usize] {
        Link::Crew(jobs) => &jobs[..],
        Link::Sequence { jobs, .. } => &jobs[..1],
    };
    for start in first_starts(state, fits, leaders) {
        let attempt = match &model.draft.links[link as usize] {
            Link::Crew(jobs) => crew(state, fits, jobs, start),
            Link::Sequence { jobs, gap, same_technician } => {
                sequence(state, fits, jobs, *gap, *same_technician, start)
            }
        };
        if let Some(attempt) = attempt.filter(|attempt| attempt.score > best.score) {
            best = attempt;
        }
    }
    for placed in &best.placed {
        let fits = state.insert(placed.job, placed.duty, placed.at, Some(placed.start));
        debug_assert!(fits, "what was tried on a copy holds");
    }
}

/// Whether placed jobs, in the order of the link, keep it.
pub(super) fn holds(model: &Model, link: u32, placed: &[Placed]) -> bool {
    let technician = |placed: &Placed| model.shifts[placed.duty as usize].technician;
    match &model.draft.links[link as usize] {
        Link::Crew(_) => placed.iter().enumerate().all(|(index, one)| {
            one.start == placed[0].start
                && placed[..index].iter().all(|other| technician(other) != technician(one))
        }),
        Link::Sequence { gap, same_technician, .. } => placed.windows(2).all(|two| {
            let between = two[1].start - two[0].end;
            (gap.earliest..=gap.latest).contains(&between)
                && (!same_technician || technician(&two[0]) == technician(&two[1]))
        }),
    }
}

/// Starts worth trying for the jobs that start first: where windows open, and the earliest on the best duties.
fn first_starts(state: &State<'_>, fits: &Fits, jobs: &[u32]) -> Vec<Seconds> {
    let model = state.model;
    let mut starts: Vec<Seconds> = Vec::new();
    for job in jobs {
        starts.extend(windows(model, *job).iter().map(|window| window.earliest));
        for pair in fits.pairs(*job).iter().take(TRIED) {
            let own = windows(model, *job);
            for window in &own {
                let mut attempt = Attempt::default();
                if let Some(placed) = attempt.try_on(state, *job, pair, *window) {
                    starts.push(placed.start);
                }
            }
        }
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

fn windows(model: &Model, job: u32) -> Vec<Window> {
    let visit = &model.visits[job as usize];
    if visit.windows.is_empty() {
        vec![Window { earliest: visit.open, latest: visit.close }]
    } else {
        visit.windows.to_vec()
    }
}

fn crew(state: &State<'_>, fits: &Fits, jobs: &[u32], start: Seconds) -> Option<Attempt> {
    let model = state.model;
    let mut attempt = Attempt::default();
    let mut people: Vec<u32> = Vec::with_capacity(jobs.len());
    for job in jobs {
        let window = Window { earliest: start, latest: start };
        attempt.put(state, fits, *job, window, &|technician| !people.contains(&technician))?;
        let placed = attempt.placed.last()?;
        people.push(model.shifts[placed.duty as usize].technician);
    }
    Some(attempt)
}

fn sequence(
    state: &State<'_>,
    fits: &Fits,
    jobs: &[u32],
    gap: Window,
    same_technician: bool,
    start: Seconds,
) -> Option<Attempt> {
    let model = state.model;
    let mut attempt = Attempt::default();
    for job in jobs {
        let window = match attempt.placed.last() {
            None => Window { earliest: start, latest: start },
            Some(before) => Window {
                earliest: before.end.saturating_add(gap.earliest),
                latest: before.end.saturating_add(gap.latest),
            },
        };
        let first = attempt.placed.first().map(|placed| model.shifts[placed.duty as usize].technician);
        attempt.put(state, fits, *job, window, &|technician| {
            !same_technician || first.is_none_or(|first| first == technician)
        })?;
    }
    Some(attempt)
}

impl Attempt {
    /// Puts a job on the best duty whose technician is wanted, to start within `window`.
    fn put(
        &mut self,
        state: &State<'_>,
        fits: &Fits,
        job: u32,
        window: Window,
        wanted: &dyn Fn(u32) -> bool,
    ) -> Option<()> {
        let model = state.model;
        let mut best: Option<(i64, Placed, Route)> = None;
        for pair in fits.pairs(job) {
            if best.as_ref().is_some_and(|best| pair.gain <= best.0) {
                break;
            }
            if !wanted(model.shifts[pair.duty as usize].technician) || !self.has_room(state, pair.duty) {
                continue;
            }
            for own in windows(model, job) {
                let both = Window {
                    earliest: own.earliest.max(window.earliest),
                    latest: own.latest.min(window.latest),
                };
                if both.earliest > both.latest {
                    continue;
                }
                let Some(placed) = self.try_on(state, job, pair, both) else { continue };
                let before = self.route(state, pair.duty).worth;
                let mut route = self.route(state, pair.duty).clone();
                let asking = Asking::of(model, job, pair, Some(placed.start));
                if !route.insert(model, pair.duty, asking, placed.at) {
                    continue;
                }
                let score = route.worth - before;
                if best.as_ref().is_none_or(|best| score > best.0) {
                    best = Some((score, placed, route));
                }
            }
        }
        let (score, placed, route) = best?;
        self.score += score;
        self.routes.retain(|(duty, _)| *duty != placed.duty);
        self.routes.push((placed.duty, route));
        self.placed.push(placed);
        Some(())
    }

    /// The cheapest place of a job on the duty of a pair within a window, and its earliest start there.
    fn try_on(&mut self, state: &State<'_>, job: u32, pair: &Pair, window: Window) -> Option<Placed> {
        let model = state.model;
        let mut asking = Asking::of(model, job, pair, Some(window.earliest));
        asking.node.close = window.latest;
        let route = self.route(state, pair.duty);
        let fit = route.best_fit(model, pair.duty, &asking)?;
        let mut tried = route.clone();
        if !tried.insert(model, pair.duty, asking, fit.at) {
            return None;
        }
        let end = tried.nodes[fit.at as usize].ready;
        Some(Placed { job, duty: pair.duty, at: fit.at, start: end - pair.duration, end })
    }

    fn route<'a>(&'a self, state: &'a State<'_>, duty: u32) -> &'a Route {
        let own = self.routes.iter().find(|(changed, _)| *changed == duty);
        own.map_or(&state.routes[duty as usize], |(_, route)| route)
    }

    /// Whether groups leave room for one more job besides those already placed here.
    fn has_room(&self, state: &State<'_>, duty: u32) -> bool {
        let model = state.model;
        model.shifts[duty as usize].groups.iter().all(|group| {
            let counts = |placed: &&Placed| model.shifts[placed.duty as usize].groups.contains(group);
            let more = self.placed.iter().filter(counts).count() as u32;
            state.counts[*group as usize] + more < model.draft.groups[*group as usize].max_jobs
        })
    }
}
