//! From a `dispatch-1` problem to what the solver is asked.

mod duties;
mod links;
mod places;
mod reserve;
mod windows;

use super::book::Book;
use super::file::Job;
use super::rules::{Blocked, Case, TERMS, unassigned};
use crate::formats::Wrong;
use crate::model::{self, Able, Draft, Group, Hold, Money};
pub(crate) use duties::Made;
pub(crate) use duties::Rest;
use duties::small;
use places::Places;
use std::collections::HashMap;
use windows::Starts;

/// How many times greater money is for the solver: the dial is in hundredths around the middle.
pub(super) const SCALE: i64 = 50;

/// A problem as the solver is asked about it.
pub(super) struct Compiled {
    pub(super) draft: Draft,
    /// By duty of the draft.
    pub(super) made: Vec<Made>,
    /// By job of the draft.
    pub(super) sources: Vec<Source>,
    /// Jobs of the draft by job of the file; those that have begun or are frozen are not in it.
    pub(super) of_job: HashMap<usize, u32>,
    pub(super) frozen: Vec<Frozen>,
    /// By reserve of the file: the technicians that are kept free.
    pub(super) reserve: Vec<Vec<usize>>,
}

/// What a job of the draft is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Job(usize),
    /// A movable event at a place.
    Event {
        technician: usize,
        event: usize,
    },
}

/// A locked visit that lies outside of every duty. It stays, and the planner works around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frozen {
    pub(super) job: usize,
    pub(super) technician: usize,
    pub(super) start: i64,
}

/// A draft under work.
struct Work {
    made: Vec<Made>,
    jobs: Vec<model::Job>,
    sources: Vec<Source>,
    /// By job of the draft.
    starts: Vec<Starts>,
    of_job: HashMap<usize, u32>,
    frozen: Vec<Frozen>,
}

/// Refuses what the planner cannot weigh yet: it is never skipped in silence.
fn check_supported(book: &Book) -> Result<(), Wrong> {
    let settings = &book.problem.settings;
    if settings.waiting_cents_per_minute != 0 {
        return Err(Wrong::at(
            "settings.waiting_cents_per_minute",
            "a price of waiting is not supported yet",
        ));
    }
    if settings.fairness.is_some() {
        return Err(Wrong::at("settings.fairness", "a fairness band is not supported yet"));
    }
    Ok(())
}

/// Writes a problem down for the solver. `per_change` is a price in cents for every visit that is assigned, moved or
/// taken off against the current plan; a change budget raises it until it is kept.
pub(super) fn compile(book: &Book, per_change: i64) -> Result<Compiled, Wrong> {
    check_supported(book)?;
    let places = Places::new(book);
    let technicians = book.problem.technicians.len();
    let made = (0..technicians).flat_map(|technician| duties::duties(book, &places, technician)).collect();
    let mut work = Work {
        made,
        jobs: Vec::new(),
        sources: Vec::new(),
        starts: Vec::new(),
        of_job: HashMap::new(),
        frozen: Vec::new(),
    };
    work.add_jobs(book, per_change);
    work.add_events();
    let links = links::bind(book, &mut work);
    work.keep_clear_of_frozen(book);
    let reserve = reserve::choose(book, &mut work);
    let span = work
        .made
        .iter()
        .fold((i64::MAX, i64::MIN), |(first, last), made| (first.min(made.from), last.max(made.home_by)));
    let settings = &book.problem.settings;
    let groups = work.groups(book);
    for (job, starts) in work.jobs.iter_mut().zip(&work.starts) {
        job.windows = windows::windows(starts);
        if job.windows.is_empty() {
            job.able.clear();
            job.windows.push(model::Window { earliest: 0, latest: 0 });
        }
    }
    let draft = Draft {
        places: places.count(),
        matrices: places.matrices(book),
        slices: places::slices(book, span),
        drive_price: Money(settings.drive_cents_per_minute * (100 - i64::from(settings.money_over_driving))),
        duties: work.made.iter().map(|made| made.duty.clone()).collect(),
        jobs: work.jobs,
        links,
        groups,
    };
    let Work { made, sources, of_job, frozen, .. } = work;
    Ok(Compiled { draft, made, sources, of_job, frozen, reserve })
}

impl Made {
    /// The question whether a visit may be on this duty.
    pub(super) fn case<'a>(&self, book: &'a Book, job: &'a Job) -> Case<'a> {
        let technician = &book.problem.technicians[self.technician];
        Case { book, job, technician, from: self.from, home_by: self.home_by }
    }
}

impl Work {
    fn add_jobs(&mut self, book: &Book, per_change: i64) {
        for (index, job) in book.problem.jobs.iter().enumerate() {
            if book.begun(job).is_some() {
                continue;
            }
            let lock = job.lock.as_ref();
            let held = lock.and_then(|lock| lock.technician.as_ref()).map(|id| book.technicians[id]);
            let start = lock.and_then(|lock| lock.start).map(|start| book.second(start));
            let mut hold =
                if lock.is_some() || job.must.is_some() { Hold::Mandatory } else { Hold::Optional };
            if let (Some(technician), Some(start)) = (held, start) {
                let Some(duty) = self.duty_at(technician, start) else {
                    self.frozen.push(Frozen { job: index, technician, start });
                    continue;
                };
                hold = Hold::Fixed { duty, start: small(start) };
            }
            self.of_job.insert(index, self.jobs.len() as u32);
            self.sources.push(Source::Job(index));
            self.starts.push(windows::starts(book, job));
            let able = self.able(book, job, held, per_change);
            let left = unassigned(book, job) + if book.current(job).is_some() { per_change } else { 0 };
            self.jobs.push(model::Job {
                place: book.places[&job.location] as u32,
                duration: small(job.duration_seconds),
                windows: Vec::new(),
                demand: 0,
                penalty: Money::from_cents(left) * SCALE,
                hold,
                able,
            });
        }
    }

    /// The duty of a technician that a start lies in.
    fn duty_at(&self, technician: usize, start: i64) -> Option<u32> {
        let holds = |made: &Made| {
            let duty = &made.duty;
            made.technician == technician
                && (i64::from(duty.from)..=i64::from(duty.until + duty.overtime)).contains(&start)
        };
        self.made.iter().position(holds).map(|duty| duty as u32)
    }

    /// On which duties a visit may be. A person has decided about a lock: there, the rules are for the checker to name.
    fn able(&self, book: &Book, job: &Job, held: Option<usize>, per_change: i64) -> Vec<Able> {
        let dial = i64::from(book.problem.settings.money_over_driving);
        let current = book.current(job);
        let mut able = Vec::new();
        for (duty, made) in self.made.iter().enumerate() {
            let case = made.case(book, job);
            let may = match held {
                Some(technician) => technician == made.technician,
                None => case.is_able(),
            };
            if !may {
                continue;
            }
            let weight = |is_money: bool| if is_money { dial } else { SCALE };
            let gain: i64 = TERMS.iter().map(|term| (term.worth)(&case) * weight(term.is_money)).sum();
            let stays = current.is_some_and(|(technician, start)| {
                technician == made.technician && (made.from..made.home_by).contains(&start)
            });
            let change = if stays { 0 } else { per_change * SCALE };
            able.push(Able { duty: duty as u32, gain: Money::from_cents(gain - change), duration: None });
        }
        able
    }

    /// Movable events at a place are work that has to be done, and that brings nothing.
    fn add_events(&mut self) {
        for (duty, made) in self.made.iter().enumerate() {
            for (event, place, length, window) in &made.visits {
                self.sources.push(Source::Event { technician: made.technician, event: *event });
                self.starts.push(vec![(i64::from(window.earliest), i64::from(window.latest))]);
                self.jobs.push(model::Job {
                    place: *place,
                    duration: small(*length),
                    hold: Hold::Mandatory,
                    able: vec![Able { duty: duty as u32, gain: Money::ZERO, duration: None }],
                    ..model::Job::default()
                });
            }
        }
    }

    /// What stands outside of every duty still takes its technician's time.
    fn keep_clear_of_frozen(&mut self, book: &Book) {
        for frozen in &self.frozen {
            let end = frozen.start + book.problem.jobs[frozen.job].duration_seconds;
            for made in self.made.iter_mut().filter(|made| made.technician == frozen.technician) {
                if frozen.start < made.home_by && made.from < end {
                    made.duty.busy.push(duties::span(frozen.start, end));
                }
            }
        }
    }

    /// The most visits of a technician over all duties.
    fn groups(&self, book: &Book) -> Vec<Group> {
        let mut groups = Vec::new();
        for (technician, person) in book.problem.technicians.iter().enumerate() {
            let Some(most) = person.max_jobs else { continue };
            let own = || self.made.iter().enumerate().filter(|(_, made)| made.technician == technician);
            let begun = book.problem.jobs.iter().filter_map(|job| book.begun(job));
            let begun = begun.filter(|begun| begun.technician == technician).count();
            let frozen = self.frozen.iter().filter(|frozen| frozen.technician == technician).count();
            let left = most.saturating_sub((begun + frozen) as u32);
            // To the solver movable events are jobs, but nobody counts them.
            let events: usize = own().map(|(_, made)| made.visits.len()).sum();
            let duties: Vec<u32> = own().map(|(duty, _)| duty as u32).collect();
            if !duties.is_empty() {
                groups.push(Group { duties, max_jobs: left + events as u32 });
            }
        }
        groups
    }
}

impl Compiled {
    /// Why nobody may do a visit, whoever is asked: how many technicians each rule leaves out. None when somebody may.
    pub(super) fn nobody(&self, book: &Book, job: usize) -> Option<String> {
        let able = &self.draft.jobs[*self.of_job.get(&job)? as usize].able;
        if !able.is_empty() {
            return None;
        }
        let job = &book.problem.jobs[job];
        if windows::starts(book, job).is_empty() {
            return Some("its windows are over, or lie outside of business hours".to_owned());
        }
        let mut left_out: Vec<(&str, usize)> = Vec::new();
        for made in &self.made {
            let Some(Blocked { rule, .. }) = made.case(book, job).blocked().into_iter().next() else {
                continue;
            };
            match left_out.iter_mut().find(|(name, _)| *name == rule) {
                Some((_, count)) => *count += 1,
                None => left_out.push((rule, 1)),
            }
        }
        let told: Vec<String> = left_out.iter().map(|(rule, count)| format!("{rule} ({count})")).collect();
        match told.is_empty() {
            true => Some("nobody who may do it has a shift".to_owned()),
            false => Some(format!("nobody may do it; shifts left out by rule: {}", told.join(", "))),
        }
    }
}
