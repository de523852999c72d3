//! When a visit may start: inside its windows, in business hours, not in the past.

use super::super::book::Book;
use super::super::file::Job;
use super::duties::small;
use crate::model::Window;

/// First and last start; by time, without overlap. May be empty.
pub(super) type Starts = Vec<(i64, i64)>;

/// When the service of a job may start, whoever comes.
pub(super) fn starts(book: &Book, job: &Job) -> Starts {
    let lock = job.lock.as_ref();
    // What a person decided holds, even against the windows; the checker says so then.
    if let Some(start) = lock.and_then(|lock| lock.start) {
        return vec![(book.second(start), book.second(start))];
    }
    let open = in_hours(book, &job.windows.iter().map(|window| book.span(*window)).collect::<Vec<_>>());
    let mut starts =
        merged(open.into_iter().map(|(from, until)| (from.max(book.now()), until - 1)).collect());
    if let Some(range) = lock.and_then(|lock| lock.range) {
        let (from, until) = book.span(range);
        let inside = clipped(&starts, from, until - 1);
        starts = if inside.is_empty() { vec![(from, until - 1)] } else { inside };
    }
    starts
}

/// The parts of half-open spans that lie in business hours.
fn in_hours(book: &Book, spans: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut open = Vec::new();
    for (from, until) in spans {
        // Hours that run over midnight belong to the date on which they begin.
        let first = book.date(*from).yesterday().unwrap_or(book.date(*from));
        let dates = std::iter::successors(Some(first), |date| date.tomorrow().ok());
        for date in dates.take_while(|date| *date <= book.date(*until)) {
            if let Some((opens, closes)) = book.hours(date) {
                open.push((opens.max(*from), closes.min(*until)));
            }
        }
    }
    open
}

/// Sorts, throws away what is empty, and joins what overlaps or touches.
pub(super) fn merged(mut starts: Starts) -> Starts {
    starts.retain(|(first, last)| first <= last);
    starts.sort_unstable();
    let mut merged: Starts = Vec::with_capacity(starts.len());
    for next in starts {
        match merged.last_mut() {
            Some(last) if next.0 <= last.1 + 1 => last.1 = last.1.max(next.1),
            _ => merged.push(next),
        }
    }
    merged
}

/// What of the starts lies from `first` to `last`.
pub(super) fn clipped(starts: &[(i64, i64)], first: i64, last: i64) -> Starts {
    merged(starts.iter().map(|(from, until)| ((*from).max(first), (*until).min(last))).collect())
}

/// For the solver.
pub(super) fn windows(starts: &[(i64, i64)]) -> Vec<Window> {
    starts.iter().map(|(first, last)| Window { earliest: small(*first), latest: small(*last) }).collect()
}
