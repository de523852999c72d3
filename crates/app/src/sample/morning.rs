//! How far today has come at 09:40: what is done, where people work, who is on the way, and what people locked.
//!
//! Whatever happened, everything that is still to come can be done as planned: a technician who came late has room to
//! be late.

use super::MORNING;
use super::chance::Chance;
use super::file::{Keeps, LockRow, Minute, StateRow, VisitRow};
use super::people::HELPERS;
use super::route::{Ground, Route, What};
use super::schedule::Day;

/// Nothing is reported later than this long before the demo starts.
const REPORTED: i64 = NOW - 3;
const NOW: i64 = MORNING as i64;
/// How many technicians are given a late arrival, where the day has room for it.
const LATE: usize = 2;

/// Lets the morning happen.
pub(super) fn happen(day: &mut Day, technicians: usize, ground: &Ground<'_>, chance: &mut Chance) {
    let mut late = 0;
    for route in &day.routes {
        late += usize::from(walk(route, &mut day.visits, late < LATE, ground, chance));
    }
    lock(day, chance);
    send_helpers(day, technicians);
}

/// A technician's morning; true when the technician is late.
fn walk(
    route: &Route,
    visits: &mut [VisitRow],
    may_be_late: bool,
    ground: &Ground<'_>,
    chance: &mut Chance,
) -> bool {
    let (mut free, mut here, mut is_late) = (i64::from(route.shift.0), route.ends.0, false);
    for (position, stop) in route.stops.iter().enumerate() {
        let (What::Visit(visit), Some(place)) = (stop.what, stop.place) else { break };
        let (Some(drive), Some(leave_by)) = (ground.minutes(here, place), route.leave_by(position, ground))
        else {
            break;
        };
        let (start, minutes) = (i64::from(stop.start), i64::from(stop.minutes));
        // By so much it may start late and still be over in time.
        let room = leave_by - stop.end();
        let at = (route.technician, stop.start);
        let left = (start - drive - chance.between(3, 12)).max(free + 2);
        let overdue = may_be_late && !is_late && (560..NOW).contains(&start) && room >= NOW - start;
        if start >= NOW || overdue {
            let must_go = left <= REPORTED || start - drive <= NOW;
            if must_go && matches!(visits[visit].state, StateRow::Assigned { .. }) {
                visits[visit].state = StateRow::Dispatched { place: at, at: left.min(NOW - 1) as Minute };
                is_late |= overdue;
            }
            break;
        }
        let earliest = i64::from(stop.window.0).max(free + drive);
        let mut arrived = (start + chance.near_middle(-9, 6)).max(earliest);
        if may_be_late && !is_late && room >= 10 && start + 18 <= REPORTED && chance.percent(30) {
            (arrived, is_late) = (start + 18, true);
        }
        arrived = arrived.min(start + room).min(REPORTED);
        let finished = (arrived + minutes * chance.near_middle(78, 122) / 100).min(leave_by);
        let arrived_at = arrived as Minute;
        if finished > REPORTED && (arrived + minutes).max(NOW) <= leave_by {
            visits[visit].state = StateRow::Working { place: at, arrived: arrived_at };
            break;
        }
        let finished = finished.min(REPORTED).max(arrived);
        visits[visit].state = StateRow::Done { place: at, arrived: arrived_at, finished: finished as Minute };
        (free, here) = (finished, place);
    }
    is_late
}

/// People locked a few visits of the afternoon.
fn lock(day: &mut Day, chance: &mut Chance) {
    let later = |state: &StateRow| matches!(state, StateRow::Assigned { place } if place.1 > MORNING + 60);
    let mut open: Vec<usize> =
        (0..day.visits.len()).filter(|visit| later(&day.visits[*visit].state)).collect();
    chance.shuffle(&mut open);
    let kinds = 7.max(open.len() / 15);
    for (turn, visit) in open.into_iter().take(kinds).enumerate() {
        let visit = &mut day.visits[visit];
        let start = visit.state.place().map_or(0, |place| place.1);
        let keeps = match turn % 4 {
            0 => Keeps::Technician,
            1 => Keeps::TechnicianAndStart,
            2 => Keeps::Start,
            _ => Keeps::Range(start.saturating_sub(15), start + 30),
        };
        visit.lock = Some(LockRow { keeps, at: chance.between(435, i64::from(MORNING) - 5) as Minute });
    }
}

/// Each helper rides along with somebody of the same unit for the day.
fn send_helpers(day: &mut Day, technicians: usize) {
    // The installer and the senior plumber take a helper each.
    for (helper, leader) in HELPERS.into_iter().zip([7, 11]).filter(|(helper, _)| *helper < technicians) {
        for visit in &mut day.visits {
            let scheduled = !matches!(visit.state, StateRow::Unassigned { .. });
            if scheduled && visit.state.place().is_some_and(|(technician, _)| technician == leader) {
                visit.helpers.push(helper);
            }
        }
    }
}
