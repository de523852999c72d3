//! What to change for one job: a place for it, or the place of another that goes elsewhere.

use super::ground::Ground;
use super::{Sheet, Who, rounded};
use crate::formats::walk::{Node, walk};
use crate::model::{Hold, Money};
use serde::Serialize;
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// Alternatives that are shown.
const MOST: usize = 5;
/// Visits that are tried out of the way; those that could gain the most.
const TRIED: usize = 60;

/// A move.
#[derive(Debug, Clone, Serialize)]
struct Move {
    job: String,
    /// Nowhere means: taken off.
    to: Option<Who>,
    start: Option<Value>,
}

/// What could be done, best first.
struct Idea {
    gain: Money,
    duty: u32,
    changed: Vec<(u32, Vec<Node>)>,
    moved: Vec<u32>,
}

pub(super) fn suggest<S: Sheet>(ground: &Ground<'_, S>) -> (Value, String) {
    let sheet = ground.sheet;
    let head = |answer: &str, rest: Value| {
        let mut value = json!({
            "format": "plan-suggestion-1",
            "problem": sheet.name(),
            "job": sheet.job_name(ground.job),
            "answer": answer,
        });
        if let (Value::Object(all), Value::Object(rest)) = (&mut value, rest) {
            all.extend(rest);
        }
        value
    };
    if ground.is_fixed(ground.job) {
        let why = "it is locked with a technician and a start";
        return (head("not_allowed", json!({ "why": why })), why.to_owned());
    }
    let (mut options, places) = options(ground);
    let looked_at = json!({ "places": places, "chains": options.len() });
    options.retain(|option| option.gain > Money::ZERO);
    options.sort_by_key(|option| (Reverse(option.gain), option.changed.len(), option.duty));
    let before = sheet.written(sheet.routes());
    let (mut alternatives, mut shown) = (Vec::new(), HashSet::new());
    for option in options {
        if alternatives.len() == MOST || !shown.insert(option.duty) {
            continue;
        }
        if let Some(alternative) = checked(ground, &option, &before) {
            alternatives.push(alternative);
        }
    }
    if alternatives.is_empty() {
        let bound = bound(ground);
        let said = format!(
            "nothing better: {places} places tried, no change of it alone gains more than {bound:.2}"
        );
        return (head("nothing_better", json!({ "looked_at": looked_at, "bound": bound })), said);
    }
    let said = format!("{} alternatives", alternatives.len());
    (head("better", json!({ "looked_at": looked_at, "alternatives": alternatives })), said)
}

/// Everything that could be done with one or two visits, with its gain over the plan as it stands; and how many places
/// were tried.
fn options<S: Sheet>(ground: &Ground<'_, S>) -> (Vec<Idea>, usize) {
    let (mut options, mut places) = (Vec::new(), 0);
    for duty in 0..ground.without.len() as u32 {
        if ground.gain(ground.job, duty).is_none() {
            continue;
        }
        places += ground.without[duty as usize].len() + 1;
        let Some(fit) = ground.best(duty) else { continue };
        let mut nodes = ground.without[duty as usize].clone();
        nodes.insert(fit.at, Node::Job(ground.job));
        options.push(Idea {
            gain: fit.gain - ground.now,
            duty,
            changed: vec![(duty, nodes)],
            moved: vec![ground.job],
        });
    }
    let mut displaced = displaced(ground);
    displaced.sort_by_key(|option| (Reverse(option.gain), option.duty));
    for option in displaced.into_iter().take(TRIED) {
        options.extend(rehomed(ground, option));
    }
    (options, places)
}

/// The job in the place of another, which is not put anywhere yet. The gain counts that one as left.
fn displaced<S: Sheet>(ground: &Ground<'_, S>) -> Vec<Idea> {
    let draft = ground.sheet.draft();
    let mut options = Vec::new();
    for duty in 0..ground.without.len() as u32 {
        let (Some(_), Ok(base)) = (ground.gain(ground.job, duty), ground.base[duty as usize]) else {
            continue;
        };
        let nodes = &ground.without[duty as usize];
        for (at, node) in nodes.iter().enumerate() {
            let Node::Job(other) = *node else { continue };
            if draft.jobs[other as usize].hold != Hold::Optional {
                continue;
            }
            let mut nodes = nodes.clone();
            nodes[at] = Node::Job(ground.job);
            let Ok(walked) = walk(draft, &draft.duties[duty as usize], &nodes) else { continue };
            let penalties = draft.jobs[ground.job as usize].penalty - draft.jobs[other as usize].penalty;
            let gain = ground.worth(duty as usize, &nodes, &walked) - base + penalties - ground.now;
            options.push(Idea { gain, duty, changed: vec![(duty, nodes)], moved: vec![ground.job, other] });
        }
    }
    options
}

/// The same, with the other visit left, and with it at its best place elsewhere.
fn rehomed<S: Sheet>(ground: &Ground<'_, S>, option: Idea) -> Vec<Idea> {
    let draft = ground.sheet.draft();
    let (other, (taken, nodes)) = (option.moved[1], &option.changed[0]);
    let mut best: Option<Idea> = None;
    for duty in (0..ground.without.len() as u32).filter(|duty| duty != taken) {
        let (Some(_), Ok(base)) = (ground.gain(other, duty), ground.base[duty as usize]) else { continue };
        let there = &ground.without[duty as usize];
        for at in 0..=there.len() {
            let mut there = there.clone();
            there.insert(at, Node::Job(other));
            let Ok(walked) = walk(draft, &draft.duties[duty as usize], &there) else { continue };
            let penalty = draft.jobs[other as usize].penalty;
            let gain = option.gain + ground.worth(duty as usize, &there, &walked) - base + penalty;
            if best.as_ref().is_none_or(|best| best.gain < gain) {
                let changed = vec![(*taken, nodes.clone()), (duty, there)];
                best = Some(Idea { gain, duty: *taken, changed, moved: option.moved.clone() });
            }
        }
    }
    best.into_iter().chain([option]).collect()
}

/// An option as it is shown; none when the checker finds something in it that is not in the plan as it stands.
fn checked<S: Sheet>(ground: &Ground<'_, S>, option: &Idea, before: &super::Written) -> Option<Value> {
    let sheet = ground.sheet;
    let routes = ground.routes(&option.changed)?;
    let after = sheet.written(&routes);
    if after.breaches.iter().any(|breach| !before.breaches.contains(breach)) {
        return None;
    }
    let names: HashSet<&String> = before.terms.keys().chain(after.terms.keys()).collect();
    let term = |terms: &BTreeMap<String, f64>, name: &String| terms.get(name).copied().unwrap_or(0.0);
    let gains: BTreeMap<&String, f64> = names
        .into_iter()
        .map(|name| (name, rounded(term(&after.terms, name) - term(&before.terms, name))))
        .collect();
    let moves: Vec<Move> = option.moved.iter().map(|job| moved(sheet, &routes, *job)).collect();
    Some(json!({
        "gain": rounded(sheet.money(option.gain)),
        "gain_by_term": gains,
        "moves": moves,
        "plan": after.plan,
    }))
}

fn moved<S: Sheet>(sheet: &S, routes: &crate::model::Routes, job: u32) -> Move {
    let at = (0u32..).zip(&routes.duties).find_map(|(duty, route)| {
        route.stops.iter().find(|stop| stop.job == job).map(|stop| (duty, stop.start))
    });
    Move {
        job: sheet.job_name(job),
        to: at.map(|(duty, _)| sheet.duty_name(duty)),
        start: at.map(|(_, start)| sheet.time(start)),
    }
}

/// No change of this job alone can gain more: all of its best pair and no drive at all, against what it brings now.
fn bound<S: Sheet>(ground: &Ground<'_, S>) -> f64 {
    let job = &ground.sheet.draft().jobs[ground.job as usize];
    let most = job.able.iter().map(|able| able.gain).max().unwrap_or(Money::ZERO) + job.penalty;
    rounded(ground.sheet.money((most - ground.now).max(Money::ZERO)))
}
