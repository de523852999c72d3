//! When things can begin: drives, services and breaks forwards from an instant and backwards from one.
//!
//! Every function here is monotone: leaving later never means arriving earlier. So the earliest times of a route
//! forwards and the latest times backwards tell whether anything fits between two stops, without looking further.

use crate::model::{Break, Model, Seconds, Shift, Span, Window};

/// Too late for anything.
pub(super) const LATE: Seconds = Seconds::MAX / 2;
/// Too early for anything.
pub(super) const EARLY: Seconds = Seconds::MIN / 2;

/// The first start at or after `time` of something that takes `length` and lies in no busy span.
fn push(time: Seconds, length: Seconds, busy: &[Span]) -> Seconds {
    busy.iter()
        .fold(time, |time, span| if time < span.end && span.start < time + length { span.end } else { time })
}

/// The last start at or before `time` of something that takes `length` and lies in no busy span.
fn pull(time: Seconds, length: Seconds, busy: &[Span]) -> Seconds {
    busy.iter().rev().fold(time, |time, span| {
        if time < span.end && span.start < time + length { span.start - length } else { time }
    })
}

/// When a service may start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening<'a> {
    /// The first start of all.
    pub(super) open: Seconds,
    /// The last start of all.
    pub(super) close: Seconds,
    /// The windows in between when there are several; empty otherwise.
    pub(super) windows: &'a [Window],
}

/// The first start of service at or after `time`.
pub(super) fn start_after(
    opening: Opening<'_>,
    duration: Seconds,
    time: Seconds,
    busy: &[Span],
) -> Option<Seconds> {
    if opening.windows.is_empty() {
        let start = push(time.max(opening.open), duration, busy);
        return (start <= opening.close).then_some(start);
    }
    opening.windows.iter().find_map(|window| {
        let start = push(time.max(window.earliest), duration, busy);
        (start <= window.latest).then_some(start)
    })
}

/// The last start of service that is over by `end`.
pub(super) fn start_before(
    opening: Opening<'_>,
    duration: Seconds,
    end: Seconds,
    busy: &[Span],
) -> Option<Seconds> {
    let latest = end - duration;
    if opening.windows.is_empty() {
        let start = pull(latest.min(opening.close), duration, busy);
        return (start >= opening.open).then_some(start);
    }
    opening.windows.iter().rev().find_map(|window| {
        let start = pull(latest.min(window.latest), duration, busy);
        (start >= window.earliest).then_some(start)
    })
}

/// The earliest arrival when leaving at or after `time`, and how long that drive takes.
pub(super) fn drive_after(
    model: &Model,
    shift: &Shift,
    time: Seconds,
    from: u32,
    to: u32,
) -> Option<(Seconds, u32)> {
    let slices = &model.draft.slices;
    let mut best: Option<(Seconds, u32)> = None;
    for index in 0..slices.len().max(1) {
        let begins = if index == 0 { EARLY } else { slices[index].from };
        let ends = slices.get(index + 1).map_or(LATE, |next| next.from);
        if ends <= time {
            continue;
        }
        if best.is_some_and(|(arrival, _)| begins >= arrival) {
            break;
        }
        let drive = model.drive(slices.get(index).map_or(0, |slice| slice.matrix), from, to);
        if drive > shift.max_leg {
            continue;
        }
        let length = length(drive);
        let leaves = time.max(begins);
        let leaves = if length == 0 { leaves } else { push(leaves, length, &shift.busy) };
        if leaves < ends && best.is_none_or(|(arrival, _)| leaves + length < arrival) {
            best = Some((leaves + length, drive));
        }
    }
    best
}

/// The latest departure that arrives by `time`.
pub(super) fn drive_before(
    model: &Model,
    shift: &Shift,
    time: Seconds,
    from: u32,
    to: u32,
) -> Option<Seconds> {
    let slices = &model.draft.slices;
    let mut best: Option<Seconds> = None;
    for index in (0..slices.len().max(1)).rev() {
        let begins = if index == 0 { EARLY } else { slices[index].from };
        let ends = slices.get(index + 1).map_or(LATE, |next| next.from);
        let drive = model.drive(slices.get(index).map_or(0, |slice| slice.matrix), from, to);
        if drive > shift.max_leg {
            continue;
        }
        let length = length(drive);
        let leaves = (time - length).min(ends - 1);
        let leaves = if length == 0 { leaves } else { pull(leaves, length, &shift.busy) };
        if leaves >= begins && best.is_none_or(|latest| leaves > latest) {
            best = Some(leaves);
        }
    }
    best
}

/// The end of `rests` taken one after the other at or after `time`.
fn rest_after(rests: &[Break], time: Seconds, busy: &[Span]) -> Option<Seconds> {
    rests.iter().try_fold(time, |time, rest| {
        let start = push(time.max(rest.window.earliest), rest.duration, busy);
        (start <= rest.window.latest).then_some(start + rest.duration)
    })
}

/// The latest instant from which `rests` are over by `time`.
fn rest_before(rests: &[Break], time: Seconds, busy: &[Span]) -> Option<Seconds> {
    rests.iter().rev().try_fold(time, |time, rest| {
        let start = pull((time - rest.duration).min(rest.window.latest), rest.duration, busy);
        (start >= rest.window.earliest).then_some(start)
    })
}

/// What lies between two stops.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leg<'a> {
    pub(super) from: u32,
    pub(super) to: u32,
    /// The breaks that are taken on the way: before the drive or after it, never inside.
    pub(super) rests: &'a [Break],
}

/// How a leg is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Passage {
    /// When the next service can begin.
    pub(super) arrival: Seconds,
    /// Seconds behind the wheel.
    pub(super) drive: u32,
    /// How many of the breaks come before the drive.
    pub(super) before: usize,
}

/// The earliest end of a leg that begins at or after `time`.
pub(super) fn pass_after(model: &Model, shift: &Shift, time: Seconds, leg: Leg<'_>) -> Option<Passage> {
    let mut best: Option<Passage> = None;
    for before in 0..=leg.rests.len() {
        let (first, second) = leg.rests.split_at(before);
        let Some(leaves) = rest_after(first, time, &shift.busy) else { break };
        let Some((arrives, drive)) = drive_after(model, shift, leaves, leg.from, leg.to) else { continue };
        let Some(arrival) = rest_after(second, arrives, &shift.busy) else { continue };
        if best.is_none_or(|best| arrival < best.arrival) {
            best = Some(Passage { arrival, drive, before });
        }
    }
    best
}

/// The latest begin of a leg that is over by `time`.
pub(super) fn pass_before(model: &Model, shift: &Shift, time: Seconds, leg: Leg<'_>) -> Option<Seconds> {
    (0..=leg.rests.len())
        .filter_map(|before| {
            let (first, second) = leg.rests.split_at(before);
            let arrives = rest_before(second, time, &shift.busy)?;
            let leaves = drive_before(model, shift, arrives, leg.from, leg.to)?;
            rest_before(first, leaves, &shift.busy)
        })
        .max()
}

/// When the breaks of a passage begin.
pub(super) fn rest_starts(
    model: &Model,
    shift: &Shift,
    time: Seconds,
    leg: Leg<'_>,
    starts: &mut Vec<Seconds>,
) -> Option<Passage> {
    let passage = pass_after(model, shift, time, leg)?;
    let (first, second) = leg.rests.split_at(passage.before);
    let mut take = |rests: &[Break], from: Seconds| {
        rests.iter().fold(from, |time, rest| {
            let start = push(time.max(rest.window.earliest), rest.duration, &shift.busy);
            starts.push(start);
            start + rest.duration
        })
    };
    let leaves = take(first, time);
    let arrives = drive_after(model, shift, leaves, leg.from, leg.to)?.0;
    take(second, arrives);
    Some(passage)
}

/// Seconds on the clock; absurd drives stay absurd without overflow.
pub(super) fn length(drive: u32) -> Seconds {
    drive.min(1 << 28) as Seconds
}
