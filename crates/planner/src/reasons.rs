//! The reasons behind a set of moves, in the dispatcher's words. Each is a fact of the board.

use crate::problem::{Problem, Stop};
use crate::search::Candidate;
use crate::sketch::{Placing, Sketch, View};
use domain::Cents;
use domain::board::StopKind;

/// Why a candidate is good, one sentence each; the visit asked for comes first.
pub(crate) fn of(problem: &Problem<'_>, candidate: &Candidate) -> Vec<String> {
    let first = candidate.placings[0];
    let mut after = Sketch::new(problem, View::Schedule);
    for placing in candidate.placings.iter().filter(|placing| problem.tasks[placing.task].firm.is_some()) {
        if let Some((without, _)) = after.without(placing.task) {
            after = without;
        }
    }
    let alone = after.clone();
    for placing in &candidate.placings {
        after = after.with(*placing);
    }
    let mut reasons = vec![skills(problem, first)];
    reasons.extend(neighbours(problem, &after, first));
    reasons.extend(free(problem, &alone, first));
    reasons.push(window(problem, first));
    reasons.push(driving(candidate.delta.drive));
    reasons.extend(worth(problem, candidate));
    reasons.extend(candidate.placings[1..].iter().map(|placing| moved(problem, *placing)));
    for (event, start) in &candidate.shifts {
        if let Some(event) = problem.board.event(*event) {
            reasons.push(format!("`{}` shifts to {}, inside its limits", event.title, problem.clock(*start)));
        }
    }
    reasons
}

fn name<'p>(problem: &'p Problem<'_>, placing: Placing) -> &'p str {
    &problem.board.technicians[problem.duties[placing.duty].person].name
}

fn skills(problem: &Problem<'_>, placing: Placing) -> String {
    let company = &problem.board.company;
    let needs = company
        .job_type(problem.tasks[placing.task].ask.job_type)
        .map_or(&[][..], |job_type| job_type.skills.as_slice());
    let names: Vec<String> = needs
        .iter()
        .filter_map(|need| company.skill(need.skill).map(|skill| format!("`{}`", skill.name)))
        .collect();
    let who = name(problem, placing);
    match names.as_slice() {
        [] => format!("{who} can do it: it needs no special skill"),
        names => format!("{who} holds {}", names.join(" and ")),
    }
}

/// How far it is from the stop before and to the stop after.
fn neighbours(problem: &Problem<'_>, after: &Sketch<'_, '_>, placing: Placing) -> Option<String> {
    let duty = &problem.duties[placing.duty];
    let stops = after.stops(placing.duty);
    let at = stops.iter().position(|stop| stop.task == Some(placing.task))?;
    let here = stops[at].place?;
    let before = stops[..at].iter().rev().find(|stop| stop.place.is_some());
    let next = stops[at + 1..].iter().find(|stop| stop.place.is_some());
    let from = before.and_then(|stop| stop.place).unwrap_or(duty.leaves);
    let to = next.and_then(|stop| stop.place).unwrap_or(duty.returns);
    let before_words = before.map_or_else(|| "the start of the day".to_owned(), |stop| what(problem, stop));
    let next_words = next.map_or_else(|| "the end of the day".to_owned(), |stop| what(problem, stop));
    Some(format!(
        "{} min from {before_words}, {} min to {next_words}",
        minutes(problem.places.drive(from, here)?),
        minutes(problem.places.drive(here, to)?)
    ))
}

fn what(problem: &Problem<'_>, stop: &Stop) -> String {
    match (stop.task.and_then(|task| problem.visit_of(task)), stop.kind) {
        (Some(visit), _) => format!("J{}", visit.job.number),
        (None, StopKind::Event(event)) => {
            problem.board.event(event).map_or_else(String::new, |event| format!("`{}`", event.title))
        }
        (None, _) => "a reservation".to_owned(),
    }
}

/// From when until when the technician is free around the start.
fn free(problem: &Problem<'_>, alone: &Sketch<'_, '_>, placing: Placing) -> Option<String> {
    let duty = &problem.duties[placing.duty];
    let stops = alone.stops(placing.duty);
    let end = placing.start + problem.tasks[placing.task].ask.length;
    if stops.iter().any(|stop| stop.start < end && placing.start < stop.end) {
        return None;
    }
    let from = stops.iter().filter(|stop| stop.end <= placing.start).map(|stop| stop.end).max();
    let to = stops.iter().filter(|stop| stop.start >= end).map(|stop| stop.start).min();
    let from = problem.clock(from.unwrap_or(duty.start).max(problem.now.min(placing.start)));
    Some(match to {
        Some(to) => format!("free from {from} to {}", problem.clock(to)),
        None => format!("free from {from} to the end of the shift"),
    })
}

fn window(problem: &Problem<'_>, placing: Placing) -> String {
    let (from, to) = problem.tasks[placing.task].ask.window;
    let at = problem.clock(placing.start);
    format!("starts at {at}, inside the window {}–{}", problem.clock(from), problem.clock(to))
}

fn driving(seconds: i64) -> String {
    match seconds {
        0 => "drive time stays the same".to_owned(),
        1.. => format!("adds {} min of driving", minutes(seconds)),
        _ => format!("saves {} min of driving", minutes(-seconds)),
    }
}

fn worth(problem: &Problem<'_>, candidate: &Candidate) -> Option<String> {
    let first = candidate.placings[0];
    let task = &problem.tasks[first.task];
    let who = name(problem, first);
    let value = problem.value(&task.ask, candidate.person(problem));
    match task.firm {
        None => Some(format!("expected to bring {} with {who}", Cents(value))),
        Some(at) if at.person == candidate.person(problem) => None,
        Some(at) => {
            let before = problem.value(&task.ask, at.person);
            let with = &problem.board.technicians[at.person].name;
            let (more, than) = match value - before {
                0 => return None,
                more @ 1.. => (more, "more"),
                less => (-less, "less"),
            };
            Some(format!("expected to bring {}, {} {than} than with {with}", Cents(value), Cents(more)))
        }
    }
}

/// What another visit has to do for it.
fn moved(problem: &Problem<'_>, placing: Placing) -> String {
    let number = problem.visit_of(placing.task).map_or(0, |visit| visit.job.number);
    let to = format!("{} at {}", name(problem, placing), problem.clock(placing.start));
    match problem.tasks[placing.task].firm {
        Some(at) if at.person == problem.duties[placing.duty].person => {
            format!(
                "J{number} shifts from {} to {}, still inside its window",
                problem.clock(at.start),
                problem.clock(placing.start)
            )
        }
        Some(at) => {
            let from = &problem.board.technicians[at.person].name;
            format!("J{number} goes from {from} to {to}, still inside its window")
        }
        None => format!("J{number} goes to {to}, inside its window"),
    }
}

/// Minutes, rounded up as people do when they promise a time.
fn minutes(seconds: i64) -> i64 {
    (seconds + 59).div_euclid(60)
}
