//! Who is kept free for emergencies: of those who count, the ones whose time is worth the least elsewhere.

use super::super::book::Book;
use super::super::file::Reserve;
use super::Work;
use super::duties::{Made, span};
use crate::model::{Hold, Money};
use std::cmp::Reverse;

/// Chooses, and blocks their time. By reserve: indices of technicians; fewer than asked for when there are no more.
pub(super) fn choose(book: &Book, work: &mut Work) -> Vec<Vec<usize>> {
    let mut chosen = Vec::new();
    for reserve in &book.problem.reserve {
        let (from, until) = book.span(reserve.span);
        let free = |made: &Made| counts(book, reserve, made.technician) && is_free(made, from, until);
        let mut able: Vec<usize> = (0..work.made.len())
            .filter(|duty| free(&work.made[*duty]) && !is_fixed(work, *duty, from, until))
            .collect();
        able.sort_by_key(|duty| (worth(work, *duty, from, until), Reverse(*duty)));
        able.truncate(reserve.technicians as usize);
        for duty in &able {
            work.made[*duty].duty.busy.push(span(from, until));
        }
        chosen.push(able.iter().map(|duty| work.made[*duty].technician).collect());
    }
    chosen
}

fn counts(book: &Book, reserve: &Reserve, technician: usize) -> bool {
    let person = &book.problem.technicians[technician];
    let unit =
        reserve.unit.as_ref().is_none_or(|unit| person.units.is_empty() || person.units.contains(unit));
    let skill = reserve.skill.as_ref();
    unit && skill.is_none_or(|skill| person.skills.iter().any(|held| held.skill == *skill))
}

/// Whether a duty covers the span, and nothing of its own stands in it.
fn is_free(made: &Made, from: i64, until: i64) -> bool {
    let duty = &made.duty;
    let apart = |start: i32, end: i32| i64::from(end) <= from || until <= i64::from(start);
    i64::from(duty.from) <= from
        && until <= i64::from(duty.until)
        && duty.busy.iter().all(|one| apart(one.start, one.end))
        && duty.appointments.iter().all(|one| apart(one.span.start, one.span.end))
}

fn is_fixed(work: &Work, duty: usize, from: i64, until: i64) -> bool {
    work.jobs.iter().any(|job| match job.hold {
        Hold::Fixed { duty: on, start } => {
            on as usize == duty && i64::from(start) < until && from < i64::from(start + job.duration)
        }
        _ => false,
    })
}

/// What the visits that could be done in that time bring.
fn worth(work: &Work, duty: usize, from: i64, until: i64) -> Money {
    let jobs = work.jobs.iter().zip(&work.starts);
    let then = jobs.filter(|(_, starts)| starts.iter().any(|(first, last)| *first < until && from <= *last));
    then.filter_map(|(job, _)| job.able.iter().find(|able| able.duty as usize == duty))
        .map(|able| able.gain)
        .sum()
}
