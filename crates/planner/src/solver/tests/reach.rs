//! When a technician can be where, by trying every second. Shares nothing with the solver but the problem.

use super::drawn::HORIZON;
use crate::model::{Break, Draft, Duty, Job, Seconds, Span};

/// One thing on a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Job(u32),
    /// Index among the appointments of the duty.
    Appointment(usize),
}

/// The sorted breaks of a duty.
pub(super) fn breaks(duty: &Duty) -> Vec<Break> {
    let mut breaks = duty.breaks.clone();
    breaks.sort_by_key(|rest| rest.window.earliest + rest.window.latest);
    breaks
}

type Seconds2 = Vec<bool>;

fn clear(duty: &Duty, start: Seconds, length: Seconds) -> bool {
    duty.busy
        .iter()
        .all(|span: &Span| span.start == span.end || start >= span.end || span.start >= start + length)
}

/// Everything later than a possible instant is possible too.
fn waiting(mut when: Seconds2) -> Seconds2 {
    for time in 1..when.len() {
        when[time] |= when[time - 1];
    }
    when
}

fn none() -> Seconds2 {
    vec![false; HORIZON as usize + 60]
}

fn drive(draft: &Draft, duty: &Duty, when: &Seconds2, from: Option<u32>, to: Option<u32>) -> Seconds2 {
    let mut after = none();
    for time in 0..when.len() as Seconds {
        if !when[time as usize] {
            continue;
        }
        let seconds = seconds(draft, time, from, to);
        if duty.max_leg.is_some_and(|most| seconds as u32 > most) {
            continue;
        }
        if (seconds == 0 || clear(duty, time, seconds)) && ((time + seconds) as usize) < after.len() {
            after[(time + seconds) as usize] = true;
        }
    }
    waiting(after)
}

pub(super) fn seconds(draft: &Draft, time: Seconds, from: Option<u32>, to: Option<u32>) -> Seconds {
    let (Some(from), Some(to)) = (from, to) else { return 0 };
    let slice = draft.slices.iter().rev().find(|slice| slice.from <= time).or(draft.slices.first());
    draft.matrices[slice.map_or(0, |slice| slice.matrix)][from as usize * draft.places + to as usize]
        as Seconds
}

fn rest(duty: &Duty, when: &Seconds2, rest: &Break) -> Seconds2 {
    let mut after = none();
    for time in rest.window.earliest.max(0)..=rest.window.latest.min(HORIZON) {
        if when[time as usize] && clear(duty, time, rest.duration) {
            after[(time + rest.duration) as usize] = true;
        }
    }
    waiting(after)
}

fn serve(job: &Job, duty: &Duty, duration: Seconds, when: &Seconds2) -> Seconds2 {
    let mut after = none();
    for window in &job.windows {
        for time in window.earliest..=window.latest.min(HORIZON) {
            if when[time as usize] && clear(duty, time, duration) {
                after[(time + duration) as usize] = true;
            }
        }
    }
    waiting(after)
}

/// When the technician is home at the earliest, if this order can be kept at all; by the clock only.
pub(super) fn home(draft: &Draft, index: u32, items: &[Item]) -> Option<Seconds> {
    let duty = &draft.duties[index as usize];
    let rests = if items.iter().any(|item| matches!(item, Item::Job(_))) { breaks(duty) } else { Vec::new() };
    let mut by_taken: Vec<Seconds2> = vec![none(); rests.len() + 1];
    by_taken[0][duty.from as usize] = true;
    by_taken[0] = waiting(by_taken[0].clone());
    let mut from = duty.start;
    for item in items.iter().map(Some).chain([None]) {
        let to = match item {
            Some(Item::Job(job)) => Some(draft.jobs[*job as usize].place),
            Some(Item::Appointment(at)) => Some(duty.appointments[*at].place),
            None => duty.end,
        };
        by_taken = leg(draft, duty, &rests, &by_taken, from, to);
        if let Some(item) = item {
            for when in &mut by_taken {
                *when = match item {
                    Item::Job(job) => {
                        let known = &draft.jobs[*job as usize];
                        let able = known.able.iter().find(|able| able.duty == index)?;
                        serve(known, duty, able.duration.unwrap_or(known.duration), when)
                    }
                    Item::Appointment(at) => {
                        let span = duty.appointments[*at].span;
                        let mut after = none();
                        let fits =
                            when[span.start as usize] && clear(duty, span.start, span.end - span.start);
                        after[span.end as usize] = fits;
                        waiting(after)
                    }
                };
            }
        }
        from = to;
    }
    let home = by_taken[rests.len()].iter().position(|possible| *possible)? as Seconds;
    (home <= duty.until + duty.overtime).then_some(home)
}

/// A drive with any number of the breaks that are still to be taken before it and after it.
fn leg(
    draft: &Draft,
    duty: &Duty,
    rests: &[Break],
    before: &[Seconds2],
    from: Option<u32>,
    to: Option<u32>,
) -> Vec<Seconds2> {
    let rested = |when: &[Seconds2]| {
        let mut when = when.to_vec();
        for taken in 0..rests.len() {
            let more = rest(duty, &when[taken], &rests[taken]);
            for (time, possible) in more.into_iter().enumerate() {
                when[taken + 1][time] |= possible;
            }
        }
        when
    };
    let driven: Vec<Seconds2> =
        rested(before).iter().map(|when| drive(draft, duty, when, from, to)).collect();
    rested(&driven)
}
