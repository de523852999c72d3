//! Where a visit fits between the stops of a duty: plain arithmetic on planned starts.
//!
//! Every stop has a fixed planned start, so that a place is judged by its two neighbours alone.

use crate::places::Place;
use crate::problem::{Ask, Duty, Problem, Stop};

/// A place in a duty where a visit fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The gap: it comes before the stop of this index.
    pub(crate) at: usize,
    pub(crate) start: i64,
    /// Driving it adds to the route, seconds.
    pub(crate) drive: i64,
    /// The first and the last second at which it could start in the same gap.
    pub(crate) room: (i64, i64),
}

/// Starts are planned on five minutes where that fits, and on whole minutes otherwise: finer gains nothing that a
/// customer notices.
const STEPS: [i64; 2] = [300, 60];

/// When somebody who leaves at `from` is there, and when ready to begin there after every rest.
///
/// `rests` are stops without a place, by start. A drive is one stretch: it takes the first gap that is long enough.
pub(crate) fn drive_and_rest(from: i64, rests: &[Stop], drive: i64) -> (i64, i64) {
    let (mut there, mut at) = (None, from);
    for rest in rests {
        if there.is_none() && at + drive <= rest.start {
            there = Some(at + drive);
        }
        at = at.max(rest.end);
    }
    there.map_or((at + drive, at + drive), |there| (there, at.max(there)))
}

/// The latest time to leave so as to have driven and rested by `target`.
pub(crate) fn latest_leave(target: i64, rests: &[Stop], drive: i64) -> i64 {
    let Some(first) = rests.first() else { return target - drive };
    let ends = rests.iter().map(|rest| rest.end);
    let starts = rests.iter().skip(1).map(|rest| rest.start).chain([target]);
    let later = ends.zip(starts).any(|(end, start)| end + drive <= start);
    if later { first.start } else { first.start - drive }
}

impl Problem<'_> {
    /// Calls `found` with the preferred or else the earliest start in each gap between `stops` of `duty` in which `ask` fits. `stops` are by
    /// start and do not hold the visit itself. Returns how many gaps were looked at.
    pub(crate) fn openings(
        &self,
        duty: &Duty,
        stops: &[Stop],
        ask: &Ask,
        mut found: impl FnMut(Opening),
    ) -> u64 {
        let Some(place) = ask.place else { return 0 };
        let (mut busy_until, mut last_there, mut looked) = (duty.start.max(self.now), None, 0);
        for at in 0..=stops.len() {
            if at > 0 {
                busy_until = busy_until.max(stops[at - 1].end);
                if stops[at - 1].place.is_some() {
                    last_there = Some((at - 1, busy_until));
                }
            }
            if busy_until >= ask.window.1 {
                break;
            }
            if stops.get(at).is_some_and(|next| next.start < ask.window.0 + ask.length) {
                continue;
            }
            looked += 1;
            let gap = Gap { at, busy_until, last_there };
            let Some((from, to)) = self.room(duty, stops, &gap, place, ask) else { continue };
            if let Some(start) = self.good_start(duty, from, to, ask) {
                let drive = self.detour(duty, stops, at, place);
                found(Opening { at, start, drive, room: (from, to) });
            }
        }
        looked
    }

    /// The first and the last second at which `ask` could start in a gap, shifts and neighbours considered.
    fn room(&self, duty: &Duty, stops: &[Stop], gap: &Gap, place: Place, ask: &Ask) -> Option<(i64, i64)> {
        let (drive, ready) = self.ready(duty, stops, gap, place)?;
        if gap.last_there.is_some() && drive > duty.max_drive {
            return None;
        }
        let (onward, leave) = self.leave(duty, stops, gap.at, place)?;
        match onward {
            Onward::Stop(drive) if drive > duty.max_drive => return None,
            Onward::Home(drive) if self.too_far_from_home(drive) => return None,
            Onward::Stop(_) | Onward::Home(_) => {}
        }
        let first = ready.max(ask.window.0);
        let last = (leave.min(duty.home_by) - ask.length).min(duty.until - 1).min(ask.window.1 - 1);
        (first <= last).then_some((first, last))
    }

    /// The drive to `place` from the stop before a gap, and when service could begin there; none without a road.
    pub(crate) fn ready(&self, duty: &Duty, stops: &[Stop], gap: &Gap, place: Place) -> Option<(i64, i64)> {
        let (rests, left, from) = match gap.last_there {
            Some((index, left)) => (&stops[index + 1..gap.at], left, stops[index].place?),
            None => (&stops[..gap.at], duty.start.max(self.now), duty.leaves),
        };
        let drive = self.places.drive(from, place)?;
        Some((drive, drive_and_rest(left, rests, drive).1.max(gap.busy_until)))
    }

    /// The drive onward from `place` before `stops[at]`, and when service has to be over; none without a road.
    pub(crate) fn leave(
        &self,
        duty: &Duty,
        stops: &[Stop],
        at: usize,
        place: Place,
    ) -> Option<(Onward, i64)> {
        let after = &stops[at..];
        let next = after.iter().position(|stop| stop.place.is_some());
        let rests = &after[..next.unwrap_or(after.len())];
        let (onward, leave) = match next {
            Some(next) => {
                let drive = self.places.drive(place, after[next].place?)?;
                (Onward::Stop(drive), latest_leave(after[next].start, rests, drive))
            }
            None => {
                let drive = self.places.drive(place, duty.returns)?;
                (Onward::Home(drive), latest_leave(duty.home_by, rests, drive))
            }
        };
        Some((onward, after.first().map_or(leave, |next| leave.min(next.start))))
    }

    /// Whether a drive home is over the company's limit.
    pub(crate) fn too_far_from_home(&self, drive: i64) -> bool {
        let limit = self.board.company.settings.max_drive_home;
        limit.is_some_and(|limit| drive > limit.as_secs())
    }

    /// The preferred start if it lies from `from` to `to`, both included, and the first good one otherwise.
    fn good_start(&self, duty: &Duty, from: i64, to: i64, ask: &Ask) -> Option<i64> {
        let prefers = ask.prefers.filter(|start| (from..=to).contains(start));
        prefers
            .filter(|start| self.next_allowed(duty, *start, ask) == Some(*start))
            .or_else(|| self.first_start(duty, from, to, ask))
    }

    /// The first good start from `from` to `to`, both included, when the company is open and the technician is there.
    pub(crate) fn first_start(&self, duty: &Duty, from: i64, to: i64, ask: &Ask) -> Option<i64> {
        STEPS.into_iter().find_map(|step| self.first_on(duty, from, to, ask, step))
    }

    /// The same on multiples of `step` seconds.
    pub(crate) fn first_on(&self, duty: &Duty, from: i64, to: i64, ask: &Ask, step: i64) -> Option<i64> {
        let mut start = round_up(from, step);
        while start <= to {
            match self.next_allowed(duty, start, ask)? {
                allowed if allowed == start => return Some(start),
                later => start = round_up(later, step),
            }
        }
        None
    }

    /// The last good start from `from` to `to`, both included.
    pub(crate) fn last_start(&self, duty: &Duty, from: i64, to: i64, ask: &Ask) -> Option<i64> {
        STEPS
            .into_iter()
            .map(|step| to.div_euclid(step) * step)
            .find(|start| *start >= from && self.next_allowed(duty, *start, ask) == Some(*start))
    }

    /// `start`, or the next instant at which hours and calendar could allow it; none when the company stays closed.
    fn next_allowed(&self, duty: &Duty, start: i64, ask: &Ask) -> Option<i64> {
        let next = self.open.partition_point(|(_, close)| *close <= start);
        let mut at = self.open.get(next)?.0.max(start);
        for (from, to, whose) in &duty.blocked {
            if (whose.is_none() || *whose != ask.itself) && at < *to && *from < at + ask.length {
                at = *to;
            }
        }
        Some(at)
    }

    /// Driving that a stop at `place` adds to the route through `stops` when it comes before `stops[at]`, seconds.
    pub(crate) fn detour(&self, duty: &Duty, stops: &[Stop], at: usize, place: Place) -> i64 {
        let before = stops[..at].iter().rev().find_map(|stop| stop.place);
        let after = stops[at..].iter().find_map(|stop| stop.place);
        let (from, to) = (before.unwrap_or(duty.leaves), after.unwrap_or(duty.returns));
        // Who has nothing to do stays at home.
        let direct = if before.is_none() && after.is_none() { 0 } else { self.leg(from, to) };
        self.leg(from, place) + self.leg(place, to) - direct
    }

    /// A leg of a route; an unreachable one, which only people can have made, counts nothing.
    fn leg(&self, from: Place, to: Place) -> i64 {
        self.places.drive(from, to).unwrap_or(0)
    }

    /// Whether the neighbours of `stops[at]` still reach each other without it.
    pub(crate) fn joins(&self, duty: &Duty, stops: &[Stop], at: usize) -> bool {
        if stops[at].place.is_none() {
            return true;
        }
        let before = stops[..at].iter().rposition(|stop| stop.place.is_some());
        let Some(after) = stops[at + 1..].iter().position(|stop| stop.place.is_some()) else {
            let Some(from) = before.and_then(|before| stops[before].place) else { return true };
            let Some(drive) = self.places.drive(from, duty.returns) else { return false };
            let before = before.unwrap_or(0);
            let rests: Vec<Stop> = without(&stops[before + 1..], at - before - 1);
            return !self.too_far_from_home(drive)
                && drive_and_rest(stops[before].end, &rests, drive).0 <= duty.home_by;
        };
        let after = at + 1 + after;
        let from = before.map_or(Some(duty.leaves), |before| stops[before].place);
        let (Some(from), Some(to)) = (from, stops[after].place) else { return true };
        let Some(drive) = self.places.drive(from, to) else { return false };
        let left =
            before.map_or(duty.start, |before| stops[before].end).max(self.now.min(stops[after].start));
        let first = before.map_or(0, |before| before + 1);
        let rests = without(&stops[first..after], at - first);
        (before.is_none() || drive <= duty.max_drive)
            && drive_and_rest(left, &rests, drive).1 <= stops[after].start
    }
}

fn without(stops: &[Stop], at: usize) -> Vec<Stop> {
    stops.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, stop)| *stop).collect()
}

/// A gap before `stops[at]`.
pub(crate) struct Gap {
    at: usize,
    /// Everything before the gap is over.
    pub(crate) busy_until: i64,
    /// The last stop before it that has a place, and when everything up to it is over.
    last_there: Option<(usize, i64)>,
}

impl Gap {
    /// The gap before `stops[at]` of a duty that cannot begin before `from`.
    pub(crate) fn before(stops: &[Stop], at: usize, from: i64) -> Gap {
        let (mut busy_until, mut last_there) = (from, None);
        for (index, stop) in stops[..at].iter().enumerate() {
            busy_until = busy_until.max(stop.end);
            if stop.place.is_some() {
                last_there = Some((index, busy_until));
            }
        }
        Gap { at, busy_until, last_there }
    }
}

/// Where somebody drives after a visit, and for how long, seconds.
pub(crate) enum Onward {
    Stop(i64),
    Home(i64),
}

fn round_up(at: i64, step: i64) -> i64 {
    (at + step - 1).div_euclid(step) * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::EventId;
    use domain::board::StopKind;

    fn lunch(start: i64, end: i64) -> Stop {
        Stop { kind: StopKind::Event(EventId(1)), task: None, start, end, place: None, range: None }
    }

    #[test]
    fn leaving_at_the_latest_time_is_just_in_time() {
        for (rests, drive, target) in [
            (vec![], 20, 100),
            (vec![lunch(40, 60)], 20, 100),
            (vec![lunch(40, 60)], 41, 100),
            (vec![lunch(40, 60), lunch(70, 80)], 20, 100),
            (vec![lunch(40, 60), lunch(70, 80)], 21, 100),
        ] {
            let leave = latest_leave(target, &rests, drive);
            assert!(drive_and_rest(leave, &rests, drive).1 <= target, "{rests:?} {drive}");
            let late = drive_and_rest(leave + 1, &rests, drive).1;
            assert!(late > target || leave + 1 > rests[0].start, "{rests:?} {drive}");
        }
    }
}
