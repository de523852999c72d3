//! In which windows somebody could come, and what each costs.

use super::ground::Ground;
use super::{Sheet, rounded};
use crate::formats::walk::{Node, walk};
use crate::model::{Draft, Money, Window};
use serde_json::{Value, json};

/// The promise that is made: two hours.
const SLOT: i32 = 2 * 3_600;
/// A rest that is shorter stays with the part before it.
const SHORTEST: i32 = 900;

pub(super) fn slots<S: Sheet>(ground: &Ground<'_, S>) -> (Value, String) {
    let sheet = ground.sheet;
    let (mut slots, mut open) = (Vec::new(), 0);
    let mut draft = sheet.draft().clone();
    for window in parts(&sheet.draft().jobs[ground.job as usize].windows) {
        draft.jobs[ground.job as usize].windows = vec![window];
        let mut found = Vec::new();
        for duty in 0..ground.without.len() as u32 {
            found.extend(best_in(ground, &draft, duty));
        }
        found.sort_by_key(|(gain, duty, _)| (std::cmp::Reverse(*gain), *duty));
        let (from, until) = (sheet.time(window.earliest), sheet.time(window.latest + 1));
        let Some((gain, duty, start)) = found.first().copied() else {
            slots.push(json!({ "from": from, "until": until, "technicians": 0 }));
            continue;
        };
        open += 1;
        slots.push(json!({
            "from": from,
            "until": until,
            "technicians": found.len(),
            "best": sheet.duty_name(duty),
            "start": sheet.time(start),
            "gain": rounded(sheet.money(gain)),
            "slack_seconds": window.latest - start,
        }));
    }
    // What the dearest costs against the cheapest is what a customer's wish costs the company.
    let said = format!("{open} of {} windows can be kept", slots.len());
    let value = json!({
        "format": "plan-slots-1",
        "problem": sheet.name(),
        "job": sheet.job_name(ground.job),
        "slots": slots,
    });
    (value, said)
}

/// Windows of two hours, from the beginning of each window of the job; the last may be shorter, or a little longer.
fn parts(windows: &[Window]) -> Vec<Window> {
    let split = |window: &Window| {
        let mut parts = vec![Window { earliest: window.earliest, latest: window.latest }];
        while let Some(last) = parts.last_mut().filter(|last| last.latest - last.earliest >= SLOT + SHORTEST)
        {
            let (earliest, latest) = (last.earliest + SLOT, last.latest);
            last.latest = earliest - 1;
            parts.push(Window { earliest, latest });
        }
        parts
    };
    windows.iter().flat_map(split).collect()
}

/// Gain, duty and start of the best place on a duty, in a draft where the job has only one window.
fn best_in<S: Sheet>(ground: &Ground<'_, S>, draft: &Draft, duty: u32) -> Option<(Money, u32, i32)> {
    ground.gain(ground.job, duty)?;
    let base = ground.base[duty as usize].ok()?;
    let nodes = &ground.without[duty as usize];
    let mut best = None;
    for at in 0..=nodes.len() {
        let mut nodes = nodes.clone();
        nodes.insert(at, Node::Job(ground.job));
        let Ok(walked) = walk(draft, &draft.duties[duty as usize], &nodes) else { continue };
        let penalty = draft.jobs[ground.job as usize].penalty;
        let gain = ground.worth(duty as usize, &nodes, &walked) - base + penalty;
        if best.is_none_or(|(known, _, _)| known < gain) {
            best = Some((gain, duty, walked.starts[at]));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_parted_every_two_hours() {
        let check = |earliest, latest, expected: &[(i32, i32)]| {
            let parts: Vec<_> = parts(&[Window { earliest, latest }])
                .iter()
                .map(|part| (part.earliest, part.latest))
                .collect();
            assert_eq!(parts, expected);
        };
        check(0, 0, &[(0, 0)]);
        check(0, 7_200, &[(0, 7_200)]);
        check(0, 8_099, &[(0, 8_099)]);
        check(0, 8_100, &[(0, 7_199), (7_200, 8_100)]);
        check(100, 14_499, &[(100, 7_299), (7_300, 14_499)]);
    }
}
