//! From a draft to a model: every index is checked, every list the search needs is laid out.

use super::{Draft, Duty, Flaw, Hold, Job, Link, Model, NONE, Pair, Shift, Visit, Window};
use std::cmp::Reverse;

impl Draft {
    /// Checks the draft and lays it out.
    ///
    /// # Errors
    /// The first [`Flaw`] in the order matrices, duties, jobs, links, groups.
    pub fn compile(mut self) -> Result<Model, Flaw> {
        self.check_matrices()?;
        if self.matrices.is_empty() {
            // No places at all: whoever works from nowhere to nowhere still has a duty.
            self.matrices.push(Vec::new());
        }
        for (index, duty) in self.duties.iter().enumerate() {
            check_duty(duty, self.places).map_err(|()| Flaw::Duty(index))?;
        }
        for (index, job) in self.jobs.iter().enumerate() {
            self.check_job(index, job)?;
        }
        let link_of = self.check_links()?;
        for (index, group) in self.groups.iter().enumerate() {
            if group.duties.iter().any(|duty| *duty as usize >= self.duties.len()) {
                return Err(Flaw::Group(index));
            }
        }
        let (pairs, first_pair, pair_of) = self.pairs();
        let must = self.must();
        let side = self.places + 1;
        let there: Vec<Vec<u32>> = self.matrices.iter().map(|matrix| with_nowhere(matrix, side)).collect();
        let back = there.iter().map(|matrix| turned(matrix, side)).collect();
        let (visits, shifts) = self.visits_and_shifts(&link_of, must);
        Ok(Model { draft: self, side, there, back, visits, shifts, pairs, first_pair, pair_of })
    }

    fn check_matrices(&self) -> Result<(), Flaw> {
        if self.matrices.is_empty() && self.places > 0 {
            return Err(Flaw::Matrix(0));
        }
        for (index, matrix) in self.matrices.iter().enumerate() {
            if matrix.len() != self.places * self.places {
                return Err(Flaw::Matrix(index));
            }
        }
        let unsorted = self.slices.windows(2).position(|two| two[0].from >= two[1].from);
        let homeless = self.slices.iter().position(|slice| slice.matrix >= self.matrices.len());
        match unsorted.map(|index| index + 1).or(homeless) {
            Some(index) => Err(Flaw::Slice(index)),
            None => Ok(()),
        }
    }

    fn check_job(&self, index: usize, job: &Job) -> Result<(), Flaw> {
        if job.place as usize >= self.places || job.duration < 0 {
            return Err(Flaw::Job(index));
        }
        let empty = job.windows.iter().any(|window| window.latest < window.earliest);
        let unsorted = job.windows.windows(2).any(|two| two[1].earliest <= two[0].latest);
        if job.windows.is_empty() || empty || unsorted {
            return Err(Flaw::Windows(index));
        }
        let mut seen: Vec<u32> = job.able.iter().map(|able| able.duty).collect();
        seen.sort_unstable();
        let twice = seen.windows(2).find(|two| two[0] == two[1]).map(|two| two[0]);
        let unknown = seen.iter().copied().find(|duty| *duty as usize >= self.duties.len());
        if let Some(duty) = twice.or(unknown) {
            return Err(Flaw::Able { job: index, duty });
        }
        if job.able.iter().any(|able| able.duration.is_some_and(|duration| duration < 0)) {
            return Err(Flaw::Job(index));
        }
        match job.hold {
            Hold::Fixed { duty, .. } if seen.binary_search(&duty).is_err() => Err(Flaw::Fixed(index)),
            _ => Ok(()),
        }
    }

    /// The link of every job.
    fn check_links(&self) -> Result<Vec<u32>, Flaw> {
        let mut link_of = vec![NONE; self.jobs.len()];
        for (index, link) in self.links.iter().enumerate() {
            let (Link::Crew(jobs) | Link::Sequence { jobs, .. }) = link;
            for job in jobs {
                let known = self.jobs.get(*job as usize).ok_or(Flaw::Link(index))?;
                if matches!(known.hold, Hold::Fixed { .. }) || link_of[*job as usize] != NONE {
                    return Err(Flaw::Link(index));
                }
                link_of[*job as usize] = u32::try_from(index).expect("fewer links than jobs");
            }
        }
        Ok(link_of)
    }

    fn pairs(&self) -> (Vec<Pair>, Vec<u32>, Vec<u32>) {
        let mut pairs = Vec::new();
        let mut first_pair = Vec::with_capacity(self.jobs.len() + 1);
        let mut pair_of = vec![NONE; self.jobs.len() * self.duties.len()];
        for (index, job) in self.jobs.iter().enumerate() {
            let begin = pairs.len();
            first_pair.push(small(begin));
            let able = job.able.iter().filter(|able| match job.hold {
                Hold::Fixed { duty, .. } => able.duty == duty,
                _ => true,
            });
            pairs.extend(able.map(|able| Pair {
                duty: able.duty,
                duration: able.duration.unwrap_or(job.duration),
                gain: able.gain.0,
            }));
            pairs[begin..].sort_unstable_by_key(|pair| (Reverse(pair.gain), pair.duty));
            for (offset, pair) in pairs[begin..].iter().enumerate() {
                pair_of[index * self.duties.len() + pair.duty as usize] = small(begin + offset);
            }
        }
        first_pair.push(small(pairs.len()));
        (pairs, first_pair, pair_of)
    }

    /// More than all gains, penalties, drives and overtime of any plan together.
    fn must(&self) -> i64 {
        let jobs = self.jobs.iter().map(|job| {
            let gain = job.able.iter().map(|able| able.gain.0.abs()).max().unwrap_or(0);
            gain + job.penalty.0.abs()
        });
        let duties = self.duties.iter().map(|duty| {
            let span = i64::from(duty.until - duty.from) + i64::from(duty.overtime);
            span * self.drive_price.0 + i64::from(duty.overtime) * duty.overtime_price.0
        });
        1 + jobs.sum::<i64>() + duties.sum::<i64>()
    }

    fn visits_and_shifts(&self, link_of: &[u32], must: i64) -> (Vec<Visit>, Vec<Shift>) {
        let nowhere = small(self.places);
        let mut visits: Vec<Visit> =
            self.jobs.iter().zip(link_of).map(|(job, link)| visit(job, *link, must)).collect();
        let mut shifts: Vec<Shift> =
            self.duties.iter().map(|duty| shift(duty, nowhere, self.slices.len() <= 1)).collect();
        for (index, duty) in self.duties.iter().enumerate() {
            for fixed in &duty.appointments {
                shifts[index].fixed.push(small(visits.len()));
                visits.push(Visit {
                    place: fixed.place,
                    duration: fixed.span.end - fixed.span.start,
                    open: fixed.span.start,
                    close: fixed.span.start,
                    windows: Box::default(),
                    demand: 0,
                    miss: 0,
                    fixed_on: small(index),
                    link: NONE,
                });
            }
        }
        for (index, job) in self.jobs.iter().enumerate() {
            if let Hold::Fixed { duty, .. } = job.hold {
                shifts[duty as usize].fixed.push(small(index));
            }
        }
        for (index, group) in self.groups.iter().enumerate() {
            for duty in &group.duties {
                shifts[*duty as usize].groups.push(small(index));
            }
        }
        for shift in &mut shifts {
            let end = |fixed: u32| visits[fixed as usize].open + visits[fixed as usize].duration;
            shift.fixed.sort_unstable_by_key(|fixed| (visits[*fixed as usize].open, end(*fixed), *fixed));
        }
        (visits, shifts)
    }
}

fn check_duty(duty: &Duty, places: usize) -> Result<(), ()> {
    let ends = [duty.start, duty.end].into_iter().flatten();
    let known =
        ends.chain(duty.appointments.iter().map(|fixed| fixed.place)).all(|at| (at as usize) < places);
    let forward = duty.from <= duty.until && duty.overtime >= 0;
    let spans = duty.busy.iter().chain(duty.appointments.iter().map(|fixed| &fixed.span));
    let spans = spans.into_iter().all(|span| span.start <= span.end);
    let breaks =
        duty.breaks.iter().all(|rest| rest.duration >= 0 && rest.window.earliest <= rest.window.latest);
    if known && forward && spans && breaks { Ok(()) } else { Err(()) }
}

fn visit(job: &Job, link: u32, must: i64) -> Visit {
    let (fixed_on, windows) = match job.hold {
        Hold::Fixed { duty, start } => (duty, vec![Window { earliest: start, latest: start }]),
        _ => (NONE, job.windows.clone()),
    };
    Visit {
        place: job.place,
        duration: job.duration,
        open: windows[0].earliest,
        close: windows[windows.len() - 1].latest,
        windows: if windows.len() > 1 { windows.into() } else { Box::default() },
        demand: job.demand,
        miss: job.penalty.0 + if job.hold == Hold::Mandatory { must } else { 0 },
        fixed_on,
        link,
    }
}

fn shift(duty: &Duty, nowhere: u32, timeless: bool) -> Shift {
    let mut busy: Vec<_> = duty.busy.iter().copied().filter(|span| span.start < span.end).collect();
    busy.sort_unstable_by_key(|span| (span.start, span.end));
    // Breaks are taken in the order in which their windows lie.
    let mut order: Vec<u32> = (0..small(duty.breaks.len())).collect();
    order.sort_by_key(|index| {
        let window = duty.breaks[*index as usize].window;
        (i64::from(window.earliest) + i64::from(window.latest), *index)
    });
    Shift {
        technician: duty.technician,
        from: duty.from,
        home_by: duty.until + duty.overtime,
        until: duty.until,
        overtime_price: duty.overtime_price.0,
        start: duty.start.unwrap_or(nowhere),
        end: duty.end.unwrap_or(nowhere),
        max_leg: duty.max_leg.unwrap_or(u32::MAX),
        max_drive: duty.max_drive.unwrap_or(u32::MAX),
        max_jobs: duty.max_jobs.unwrap_or(u32::MAX),
        capacity: duty.capacity.unwrap_or(u32::MAX),
        plain: timeless && duty.breaks.is_empty() && busy.is_empty(),
        breaks: order.iter().map(|index| duty.breaks[*index as usize]).collect(),
        break_order: order.into(),
        busy: busy.into(),
        fixed: Vec::new(),
        groups: Vec::new(),
    }
}

fn with_nowhere(matrix: &[u32], side: usize) -> Vec<u32> {
    let mut wide = Vec::with_capacity(side * side);
    if side > 1 {
        for row in matrix.chunks_exact(side - 1) {
            wide.extend(row.iter().map(|seconds| (*seconds).min(FAR)));
            wide.push(0);
        }
    }
    wide.resize(side * side, 0);
    wide
}

fn turned(matrix: &[u32], side: usize) -> Vec<u32> {
    let mut turned = vec![0; side * side];
    for (from, row) in matrix.chunks_exact(side).enumerate() {
        for (to, seconds) in row.iter().enumerate() {
            turned[to * side + from] = *seconds;
        }
    }
    turned
}

fn small(index: usize) -> u32 {
    u32::try_from(index).expect("a problem has far fewer than four billion of anything")
}

/// Eight years: nobody gets there, and sums of it still fit.
const FAR: u32 = 1 << 28;
