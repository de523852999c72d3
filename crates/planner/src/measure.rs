//! What a change of the board brings, whoever made it: the same figures as those of a suggestion, counted afresh.

use crate::objective::{Delta, Terms};
use crate::problem::seconds;
use crate::values::Values;
use domain::{Board, DriveTimes, Gain, LedgerLine, Placement, Point, Span, TechnicianId, Visit};
use std::collections::{BTreeMap, BTreeSet};

/// What `after` brings against `before`, two states of one board.
///
/// Visits on both are compared; the rules are not asked. A place that no road leads to adds no driving.
pub fn gain(before: &Board, after: &Board, drives: &dyn DriveTimes, values: &dyn Values) -> Gain {
    Terms::new(&before.company.settings).gain(difference(before, after, drives, values))
}

/// The same term by term: the money of the lines sums to the value of [`gain`].
pub fn ledger(
    before: &Board,
    after: &Board,
    drives: &dyn DriveTimes,
    values: &dyn Values,
) -> Vec<LedgerLine> {
    Terms::new(&before.company.settings).ledger(difference(before, after, drives, values))
}

fn difference(before: &Board, after: &Board, drives: &dyn DriveTimes, values: &dyn Values) -> Delta {
    let terms = Terms::new(&before.company.settings);
    let mut delta = Delta::default();
    let mut touched = BTreeSet::new();
    let later: BTreeMap<_, &Visit> = after.visits.iter().map(|visit| (visit.appointment.id, visit)).collect();
    for old in &before.visits {
        let Some(new) = later.get(&old.appointment.id) else { continue };
        let (was, is) = (old.appointment.state.placement(), new.appointment.state.placement());
        if was == is {
            continue;
        }
        touched.extend(was.iter().chain(&is).map(|at| at.technician));
        let worth = |at: Placement| values.value(old.job.job_type, Some(old.job.value), at.technician).0;
        delta.jobs += i32::from(is.is_some()) - i32::from(was.is_some());
        let service = terms.service(old.job.urgency);
        delta.service += service * (i64::from(is.is_some()) - i64::from(was.is_some()));
        delta.value += is.map_or(0, worth) - was.map_or(0, worth);
        delta.moves += 1;
        if let (Some(was), Some(is)) = (was, is) {
            let told = old.appointment.told.is_some();
            delta.disturbance += terms.disturbance(told, was.technician == is.technician);
        }
    }
    for (old, new) in before.events.iter().zip(&after.events) {
        if old.span != new.span {
            touched.extend([old.technician, new.technician]);
            delta.disturbance += terms.disturbance(false, true);
        }
    }
    for technician in touched {
        delta.drive += driving(after, technician, drives) - driving(before, technician, drives);
    }
    delta
}

/// Seconds of driving of a technician: in each shift to the first stop, between stops, and home from the last. What
/// stands outside every shift is on nobody's route.
fn driving(board: &Board, technician: TechnicianId, drives: &dyn DriveTimes) -> i64 {
    let Some(person) = board.technician(technician) else { return 0 };
    let mut routes: BTreeMap<Span, Vec<Point>> = BTreeMap::new();
    for stop in board.stops(technician).into_iter().filter(|stop| stop.firm) {
        let shift = board.working_span(technician, stop.start);
        if let Some((shift, place)) = shift.zip(stop.place) {
            routes.entry(shift).or_insert_with(|| vec![person.start_point()]).push(place);
        }
    }
    let leg = |from: Point, to: Point| drives.drive(from, to).map_or(0, seconds);
    routes
        .into_values()
        .map(|mut route| {
            route.push(person.end_point());
            route.windows(2).map(|pair| leg(pair[0], pair[1])).sum::<i64>()
        })
        .sum()
}
