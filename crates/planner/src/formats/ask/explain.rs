//! Why who has a job: a verdict for every duty, and for every place on it.

use super::ground::Ground;
use super::{Reason, Sheet, Who, rounded};
use serde::Serialize;
use serde_json::{Value, json};

/// A duty.
#[derive(Serialize)]
struct Verdict {
    #[serde(flatten)]
    who: Who,
    /// `chosen`, `feasible` or `blocked`.
    verdict: &'static str,
    /// When the service would start at the best place.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Value>,
    /// What the plan would be worth less than with the chosen place, or than without the job when nobody has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    behind: Option<f64>,
    /// Driving against the plan without the job, seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    extra_drive_seconds: Option<i64>,
    /// Rules about who may do it; then no place is tried.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    blocked_by: Vec<Reason>,
    places: Vec<Place>,
}

/// A place on a duty, between two others.
#[derive(Serialize)]
struct Place {
    after: Option<String>,
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gain: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    blocked_by: Option<Reason>,
}

pub(super) fn explain<S: Sheet>(ground: &Ground<'_, S>) -> (Value, String) {
    let duties = 0..ground.without.len() as u32;
    let mut verdicts: Vec<(i64, Verdict)> = duties.map(|duty| verdict(ground, duty)).collect();
    verdicts.sort_by_key(|(order, verdict)| (*order, verdict.who.technician.clone(), verdict.who.shift));
    let count = |kind: &str| verdicts.iter().filter(|(_, verdict)| verdict.verdict == kind).count();
    let said = format!(
        "{} duties could have it, {} could not",
        count("chosen") + count("feasible"),
        count("blocked")
    );
    let verdicts: Vec<Verdict> = verdicts.into_iter().map(|(_, verdict)| verdict).collect();
    let value = json!({
        "format": "plan-explanation-1",
        "problem": ground.sheet.name(),
        "job": ground.sheet.job_name(ground.job),
        "verdicts": verdicts,
    });
    (value, said)
}

/// The verdict, and what to sort it by: chosen, then by what it is behind, then blocked.
fn verdict<S: Sheet>(ground: &Ground<'_, S>, duty: u32) -> (i64, Verdict) {
    let sheet = ground.sheet;
    let mut verdict = Verdict {
        who: sheet.duty_name(duty),
        verdict: "blocked",
        start: None,
        behind: None,
        extra_drive_seconds: None,
        blocked_by: sheet.blocked(ground.job, duty),
        places: Vec::new(),
    };
    if verdict.blocked_by.is_empty() && ground.gain(ground.job, duty).is_none() {
        let (actual, limit) =
            ("is not among those who may have it".to_owned(), "a lock or link that allows it".to_owned());
        verdict.blocked_by.push(Reason { rule: "bound".to_owned(), actual, limit });
    }
    if !verdict.blocked_by.is_empty() {
        return (i64::MAX, verdict);
    }
    let nodes = &ground.without[duty as usize];
    let is_here = ground.stands.filter(|(on, _)| *on == duty);
    let mut best = None;
    for (at, fit) in ground.fits(duty).into_iter().enumerate() {
        let mut place = Place {
            after: at.checked_sub(1).and_then(|before| ground.named(nodes.get(before))),
            before: ground.named(nodes.get(at)),
            start: None,
            gain: None,
            blocked_by: None,
        };
        match fit {
            Ok(fit) => {
                place.start = Some(sheet.time(fit.walked.starts[at]));
                place.gain = Some(rounded(sheet.money(fit.gain)));
                let chosen = is_here.map(|(_, here)| here);
                let rank = (chosen == Some(at), fit.gain);
                if best.as_ref().is_none_or(|(known, _)| *known < rank) {
                    best = Some((rank, fit));
                }
            }
            Err(stuck) => place.blocked_by = Some(ground.reason(stuck)),
        }
        verdict.places.push(place);
    }
    let Some((_, fit)) = best else { return (i64::MAX - 1, verdict) };
    let is_chosen = is_here.is_some();
    let behind = ground.now - fit.gain;
    verdict.verdict = if is_chosen { "chosen" } else { "feasible" };
    verdict.start = Some(sheet.time(fit.walked.starts[fit.at]));
    verdict.behind = (!is_chosen).then(|| rounded(sheet.money(behind)));
    let draft = sheet.draft();
    let base = crate::formats::walk::walk(draft, &draft.duties[duty as usize], nodes)
        .map_or(0, |walked| walked.drive);
    verdict.extra_drive_seconds = Some(fit.walked.drive - base);
    (if is_chosen { i64::MIN } else { behind.0 }, verdict)
}
