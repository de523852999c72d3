//! What ties visits together. Where one of them stands already, the others are bound by it before the search begins.

use super::super::book::Book;
use super::super::file::Link;
use super::Work;
use super::windows::clipped;
use crate::model::{self, Hold, Window};

/// A visit of a link as it stands.
struct Member {
    job: usize,
    length: i64,
    /// Start, end and technician when it cannot be moved.
    stands: Option<(i64, i64, usize)>,
}

const ALWAYS: i64 = 1 << 28;

/// Binds the visits of all links, and gives the solver what is left of them.
pub(super) fn bind(book: &Book, work: &mut Work) -> Vec<model::Link> {
    let mut links = Vec::new();
    for link in &book.problem.links {
        let members: Vec<Member> = link.jobs().iter().map(|id| member(book, work, book.jobs[id])).collect();
        if members.iter().any(|member| member.stands.is_some()) {
            // All of them are planned or none, and one is.
            for free in members.iter().filter(|member| member.stands.is_none()) {
                work.must(free.job);
            }
        }
        match link {
            Link::Crew { .. } => crew(work, &members, &mut links),
            Link::Sequence { min_gap_seconds, max_gap_seconds, same_technician, .. } => {
                let gap = (*min_gap_seconds, max_gap_seconds.unwrap_or(ALWAYS));
                sequence(work, &members, gap, *same_technician, &mut links);
            }
            Link::MultiDay { rest_seconds, max_gap_seconds, .. } => {
                sequence(work, &members, (*rest_seconds, *max_gap_seconds), true, &mut links);
            }
        }
    }
    links
}

fn member(book: &Book, work: &Work, index: usize) -> Member {
    let job = &book.problem.jobs[index];
    let stands = match book.begun(job) {
        Some(begun) => Some((begun.start, begun.end, begun.technician)),
        None => {
            work.stands(index).map(|(start, technician)| (start, start + job.duration_seconds, technician))
        }
    };
    Member { job: index, length: job.duration_seconds, stands }
}

fn crew(work: &mut Work, members: &[Member], links: &mut Vec<model::Link>) {
    let standing: Vec<(i64, usize)> =
        members.iter().filter_map(|one| one.stands).map(|(start, _, who)| (start, who)).collect();
    let free: Vec<usize> = members.iter().filter(|one| one.stands.is_none()).map(|one| one.job).collect();
    for job in &free {
        if let Some((start, _)) = standing.first() {
            work.clip(*job, *start, *start);
        }
        work.keep(*job, |technician| standing.iter().all(|(_, who)| *who != technician));
    }
    link(work, &free, links, model::Link::Crew);
}

fn sequence(
    work: &mut Work,
    members: &[Member],
    (least, most): (i64, i64),
    same: bool,
    links: &mut Vec<model::Link>,
) {
    for (at, member) in members.iter().enumerate().filter(|(_, member)| member.stands.is_none()) {
        let (mut first, mut last) = (0, 0);
        for before in members[..at].iter().rev() {
            match before.stands {
                Some((_, end, _)) => {
                    work.clip(member.job, end + least + first, (end + most + last).min(ALWAYS));
                    break;
                }
                None => {
                    (first, last) =
                        (first + before.length + least, (last + before.length + most).min(ALWAYS));
                }
            }
        }
        (first, last) = (0, 0);
        for after in &members[at + 1..] {
            match after.stands {
                Some((start, _, _)) => {
                    work.clip(
                        member.job,
                        start - most - last - member.length,
                        start - least - first - member.length,
                    );
                    break;
                }
                None => {
                    (first, last) = (first + after.length + least, (last + after.length + most).min(ALWAYS));
                }
            }
        }
        if same {
            let standing: Vec<usize> =
                members.iter().filter_map(|one| one.stands).map(|(_, _, who)| who).collect();
            work.keep(member.job, |technician| standing.iter().all(|who| *who == technician));
        }
    }
    let gap = Window { earliest: super::duties::small(least), latest: super::duties::small(most) };
    for free in members.split(|member| member.stands.is_some()) {
        let jobs: Vec<usize> = free.iter().map(|member| member.job).collect();
        link(work, &jobs, links, |jobs| model::Link::Sequence { jobs, gap, same_technician: same });
    }
}

fn link(work: &Work, jobs: &[usize], links: &mut Vec<model::Link>, tie: impl Fn(Vec<u32>) -> model::Link) {
    if jobs.len() > 1 {
        links.push(tie(jobs.iter().map(|job| work.place_of(*job)).collect()));
    }
}

impl Work {
    /// Start and technician of a visit that is fixed, or that stands outside of every duty.
    fn stands(&self, job: usize) -> Option<(i64, usize)> {
        if let Some(frozen) = self.frozen.iter().find(|frozen| frozen.job == job) {
            return Some((frozen.start, frozen.technician));
        }
        match self.jobs[self.place_of(job) as usize].hold {
            Hold::Fixed { duty, start } => Some((i64::from(start), self.made[duty as usize].technician)),
            _ => None,
        }
    }

    fn place_of(&self, job: usize) -> u32 {
        self.of_job[&job]
    }

    /// Plans it in any case.
    fn must(&mut self, job: usize) {
        let at = self.place_of(job) as usize;
        self.jobs[at].hold = Hold::Mandatory;
    }

    /// Leaves only starts from `first` to `last`.
    fn clip(&mut self, job: usize, first: i64, last: i64) {
        let at = self.place_of(job) as usize;
        self.starts[at] = clipped(&self.starts[at], first, last);
    }

    /// Leaves only technicians who pass.
    fn keep(&mut self, job: usize, passes: impl Fn(usize) -> bool) {
        let at = self.place_of(job) as usize;
        let made = &self.made;
        self.jobs[at].able.retain(|able| passes(made[able.duty as usize].technician));
    }
}
