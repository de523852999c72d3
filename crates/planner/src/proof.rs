//! The honest no: what was looked at, how near it came, and what no change could reach.

use crate::objective::{Score, Terms};
use crate::problem::{Problem, Standing, instant};
use crate::search::Found;
use crate::sketch::{Sketch, View};
use crate::suggest::Verified;
use domain::{Cents, Placement};

/// What was looked at before the answer was no. When it is `complete`, no place for the visit is better, whether nobody
/// else moves, or one other visit makes room and goes wherever it fits: a swap is one of these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Proof {
    /// Technicians with the skills and a shift then.
    pub technicians: u32,
    /// Places in their days, nobody else moving.
    pub insertions: u64,
    /// Other visits that were tried elsewhere to make room.
    pub others: u32,
    /// Places looked at in all.
    pub places: u64,
    /// Plans that would break a promise made to somebody else.
    pub broken_promises: u32,
    /// The plan that came nearest, and what it loses against the board as it is, weighed by the dial.
    pub nearest: Option<(Placement, Cents)>,
    /// Whether everything was looked at; not when the budget ended the search, nor when the visit cannot leave because the
    /// stops before and after it would not reach each other.
    pub complete: bool,
}

pub(crate) fn of(problem: &Problem<'_>, found: &Found, verified: &Verified) -> Proof {
    let nearest = found.candidates.first().filter(|nearest| nearest.score.0 <= 0);
    Proof {
        technicians: found.technicians as u32,
        insertions: found.insertions,
        others: found.ejected as u32,
        places: found.gaps,
        broken_promises: verified.promises,
        nearest: nearest.map(|nearest| {
            let technician = problem.board.technicians[nearest.person(problem)].id;
            let start = instant(nearest.placings[0].start);
            (Placement { technician, start }, Cents(-Terms::cents(nearest.score).0))
        }),
        complete: !found.cut_short && !found.stuck,
    }
}

/// What was tried and what came nearest.
pub(crate) fn evidence(
    problem: &Problem<'_>,
    task: usize,
    found: &Found,
    verified: &Verified,
) -> Vec<String> {
    let mut evidence = Vec::new();
    if found.stuck {
        evidence.push("without it the stops before and after it would not reach each other".to_owned());
        return evidence;
    }
    let people = match found.technicians {
        0 => "no technician has the skills and a shift then".to_owned(),
        1 => "1 technician has the skills and a shift then".to_owned(),
        many => format!("{many} technicians have the skills and a shift then"),
    };
    evidence.push(people);
    if found.gaps > 0 {
        evidence.push(format!(
            "{} places were looked at, with {} other visits tried elsewhere to make room",
            found.gaps, found.ejected
        ));
    }
    if verified.promises > 0 {
        let plans = if verified.promises == 1 { "1 plan" } else { &format!("{} plans", verified.promises) };
        evidence.push(format!("{plans} would break a promise made to somebody else"));
    }
    match found.candidates.first() {
        None if found.technicians > 0 => {
            evidence.push("it fits nowhere, with or without moving others".to_owned());
        }
        Some(nearest) if nearest.score.0 <= 0 => {
            let loss = Cents(-Terms::cents(nearest.score).0);
            let name = &problem.board.technicians[nearest.person(problem)].name;
            let at = problem.clock(nearest.placings[0].start);
            let verdict =
                if problem.tasks[task].firm.is_some() { "would not be better" } else { "would cost more" };
            evidence.push(format!(
                "the nearest, {name} at {at}, {verdict}: it loses {loss} against the plan as it is"
            ));
        }
        _ => {}
    }
    if found.cut_short {
        evidence.push("the search was cut short by its budget, so a longer chain might exist".to_owned());
    }
    evidence
}

/// The most that moving one visit on the schedule could gain if time were no matter: the best technician's value and
/// the smallest detour anywhere, against the value and the detour it has now, less the smallest price of moving it.
pub(crate) fn bound(problem: &Problem<'_>, task: usize) -> Cents {
    let base = Sketch::new(problem, View::Schedule);
    let (Some(place), Some((without, saved))) = (problem.tasks[task].ask.place, base.lifted(task)) else {
        return Cents::ZERO;
    };
    let kind = problem.tasks[task].ask.kind;
    let able = problem.able(kind);
    let mut best = 0;
    for (person, _) in able.iter().enumerate().filter(|(_, able)| **able) {
        for duty in problem.duties_of[person].clone() {
            let stops = without.stops(duty);
            for at in 0..=stops.len() {
                let drive = problem.detour(&problem.duties[duty], &stops, at, place);
                let standing = Standing { person, start: problem.now };
                let delta = saved + base.placed(task, standing, drive);
                best = best.max(problem.terms.score(delta).0);
            }
        }
    }
    Terms::cents(Score(best))
}
