//! Rules over several routes: links, limits, the reserve and the change budget.

use super::facts::Facts;
use super::{Found, Rule};
use crate::formats::dispatch1::{Link, Plan, ShiftKind, State};
use std::collections::{HashMap, HashSet};

/// By job: technician, start and end.
type Planned<'p> = HashMap<&'p str, (&'p str, i64, i64)>;

pub(super) fn check(facts: &Facts<'_>, plan: &Plan, found: &mut Found) {
    let mut planned = Planned::new();
    for route in &plan.routes {
        for stop in &route.stops {
            planned.insert(&stop.job, (&route.technician, stop.start.as_second(), stop.end.as_second()));
        }
    }
    for (index, link) in facts.problem.links.iter().enumerate() {
        let members: Vec<_> = link.jobs().iter().map(|id| planned.get(id.as_str()).copied()).collect();
        let rule = if matches!(link, Link::Crew { .. }) { Rule::Crew } else { Rule::Sequence };
        let together: Vec<(&str, i64, i64)> = members.iter().copied().flatten().collect();
        if !together.is_empty() && together.len() < members.len() {
            found.note(
                rule,
                None,
                None,
                format!("of link {index}, some visits are planned and some are left"),
            );
            continue;
        }
        if let Some(what) = broken(link, &together) {
            found.note(rule, None, None, format!("link {index}: {what}"));
        }
    }
    for technician in &facts.problem.technicians {
        let count = planned.values().filter(|(who, _, _)| *who == technician.id).count();
        if let Some(limit) = technician.max_jobs.filter(|limit| count > *limit as usize) {
            let what = format!("`{}` has {count} visits in all, the limit is {limit}", technician.id);
            found.note(Rule::Jobs, Some(&technician.id), None, what);
        }
    }
    reserve(facts, plan, found);
    let changes = changes(facts, plan);
    if let Some(budget) = facts.problem.settings.change_budget.filter(|budget| changes > *budget) {
        found.note(Rule::ChangeBudget, None, None, format!("{changes} changes, the budget is {budget}"));
    }
}

fn broken(link: &Link, visits: &[(&str, i64, i64)]) -> Option<String> {
    let (least, most, same) = match link {
        Link::Crew { .. } => {
            let starts: HashSet<i64> = visits.iter().map(|(_, start, _)| *start).collect();
            let people: HashSet<&str> = visits.iter().map(|(who, _, _)| *who).collect();
            return match (starts.len() > 1, people.len() < visits.len()) {
                (true, _) => Some("they do not start together".to_owned()),
                (_, true) => Some("one technician has two of them".to_owned()),
                _ => None,
            };
        }
        Link::Sequence { min_gap_seconds, max_gap_seconds, same_technician, .. } => {
            (*min_gap_seconds, max_gap_seconds.unwrap_or(i64::MAX), *same_technician)
        }
        Link::MultiDay { rest_seconds, max_gap_seconds, .. } => (*rest_seconds, *max_gap_seconds, true),
    };
    visits.windows(2).find_map(|pair| {
        let gap = pair[1].1 - pair[0].2;
        if gap < least || most < gap {
            return Some(format!("a gap of {gap} s, allowed is from {least} s to {most} s"));
        }
        (same && pair[0].0 != pair[1].0).then(|| "more than one technician".to_owned())
    })
}

fn reserve(facts: &Facts<'_>, plan: &Plan, found: &mut Found) {
    for (index, reserve) in facts.problem.reserve.iter().enumerate() {
        let (from, until) = (reserve.span.from.as_second(), reserve.span.until.as_second());
        let chosen: HashSet<&str> =
            plan.reserve.get(index).into_iter().flatten().map(String::as_str).collect();
        let counts = |id: &&str| {
            let Some(technician) = facts.technicians.get(*id) else { return false };
            let unit = reserve
                .unit
                .as_ref()
                .is_none_or(|unit| technician.units.is_empty() || technician.units.contains(unit));
            let skill = reserve.skill.as_ref();
            let skill = skill.is_none_or(|skill| technician.skills.iter().any(|held| held.skill == *skill));
            let works = technician.shifts.iter().any(|shift| {
                let planned = match shift.kind {
                    ShiftKind::Normal => true,
                    ShiftKind::OnCall => facts.problem.settings.plan_on_call,
                    ShiftKind::TimeOff => false,
                };
                planned && shift.from.as_second() <= from && until <= shift.until.as_second()
            });
            // That nothing happens meanwhile is found with the rest of the day.
            technician.managed && unit && skill && works
        };
        let kept = chosen.iter().filter(|id| counts(id)).count();
        if kept < reserve.technicians as usize {
            let what = format!("reserve {index}: {kept} kept free of {}", reserve.technicians);
            found.note(Rule::Reserve, None, None, what);
        }
    }
}

/// Visits that are newly assigned, given to another technician or shift, or taken off.
pub(super) fn changes(facts: &Facts<'_>, plan: &Plan) -> u32 {
    let mut stays = HashSet::new();
    let mut planned = 0;
    for route in &plan.routes {
        let technician = facts.technicians[route.technician.as_str()];
        for stop in &route.stops {
            let job = facts.jobs[stop.job.as_str()];
            if facts.begun(job).is_some() {
                continue;
            }
            planned += 1;
            if let State::Assigned { technician: who, start } = &job.state
                && *who == route.technician
                && route.shift.is_none_or(|index| {
                    let (from, home_by) = facts.shift(technician, index);
                    from <= start.as_second() && start.as_second() < home_by
                })
            {
                stays.insert(job.id.as_str());
            }
        }
    }
    let taken_off = plan
        .unserved
        .iter()
        .filter(|left| matches!(facts.jobs[left.job.as_str()].state, State::Assigned { .. }));
    (planned - stays.len() + taken_off.count()) as u32
}
