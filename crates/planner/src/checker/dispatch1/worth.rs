//! What a plan is worth, worked out again from prices and values.

use super::days::Driven;
use super::facts::Facts;
use super::ties::changes;
use super::{Found, Rule};
use crate::formats::dispatch1::{Job, Plan, Route, State, Technician, Urgency};
use std::collections::BTreeMap;

pub(super) fn check(facts: &Facts<'_>, plan: &Plan, driven: Driven, found: &mut Found) {
    let worth = &plan.worth;
    let mut wrong = |what: String| found.note(Rule::Worth, None, None, what);
    let settings = &facts.problem.settings;
    let mut terms = BTreeMap::from([
        ("value", 0),
        ("preferred", 0),
        ("overqualified", 0),
        ("stability", 0),
        ("window_risk", 0),
        ("driving", -cents(worth.drive_seconds, settings.drive_cents_per_minute)),
        ("overtime", -cents(worth.overtime_seconds, settings.overtime_cents_per_minute)),
        ("unassigned", 0),
    ]);
    let mut add = |name: &'static str, cents: i64| *terms.entry(name).or_default() += cents;
    for route in &plan.routes {
        let technician = facts.technicians[route.technician.as_str()];
        for job in route.stops.iter().map(|stop| facts.jobs[stop.job.as_str()]) {
            if facts.begun(job).is_none() {
                add("value", *job.values_cents.get(&technician.id).unwrap_or(&job.value_cents));
                add("preferred", preferred(facts, job, technician));
                add(
                    "overqualified",
                    -levels_beyond(job, technician) * settings.overqualified_cents_per_level,
                );
                add("stability", -disturbed(facts, job, technician, route));
                add("window_risk", -risk(facts, job, technician));
            }
        }
    }
    for left in &plan.unserved {
        add("unassigned", -left_out(facts, facts.jobs[left.job.as_str()]));
    }
    let told: BTreeMap<&str, i64> = worth.terms.iter().map(|(name, cents)| (name.as_str(), *cents)).collect();
    if told != terms {
        wrong(format!("its terms are {terms:?}, it says {told:?}"));
    }
    if worth.total_cents != terms.values().sum::<i64>() {
        wrong(format!("its terms add up to {}, it says {}", terms.values().sum::<i64>(), worth.total_cents));
    }
    if worth.drive_seconds < driven.least || driven.most < worth.drive_seconds {
        let what =
            format!("it drives {} to {} s, it says {}", driven.least, driven.most, worth.drive_seconds);
        wrong(what);
    }
    if worth.overtime_seconds < driven.overtime_least || driven.overtime_most < worth.overtime_seconds {
        wrong(format!(
            "its overtime is at least {} s, it says {}",
            driven.overtime_least, worth.overtime_seconds
        ));
    }
    if worth.changes != changes(facts, plan) {
        wrong(format!("it makes {} changes, it says {}", changes(facts, plan), worth.changes));
    }
}

/// To the nearest cent.
fn cents(seconds: i64, per_minute: i64) -> i64 {
    (seconds * per_minute + 30).div_euclid(60)
}

fn preferred(facts: &Facts<'_>, job: &Job, technician: &Technician) -> i64 {
    let settings = &facts.problem.settings;
    match (job.preferred.contains(&technician.id), job.recent.contains(&technician.id)) {
        (true, true) => settings.preferred_cents.max(settings.recent_cents),
        (true, false) => settings.preferred_cents,
        (false, true) => settings.recent_cents,
        (false, false) => 0,
    }
}

fn levels_beyond(job: &Job, technician: &Technician) -> i64 {
    let mut levels = 0;
    for need in &job.skills {
        for held in technician.skills.iter().filter(|held| held.skill == need.skill) {
            levels += (i64::from(held.level) - i64::from(need.level)).max(0);
        }
    }
    levels
}

fn disturbed(facts: &Facts<'_>, job: &Job, technician: &Technician, route: &Route) -> i64 {
    let State::Assigned { technician: who, start } = &job.state else { return 0 };
    let (who, start) = (facts.technicians[who.as_str()], start.as_second());
    let same_shift = route.shift.is_none_or(|index| {
        let (from, home_by) = facts.shift(technician, index);
        from <= start && start < home_by
    });
    match (who.id == technician.id && same_shift, job.told) {
        (true, _) => 0,
        (false, true) => facts.problem.settings.stability_told_cents,
        (false, false) => facts.problem.settings.stability_cents,
    }
}

fn risk(facts: &Facts<'_>, job: &Job, technician: &Technician) -> i64 {
    let two_hours = 7_200;
    let mut longest = two_hours;
    for window in &job.windows {
        longest = longest.max(window.until.as_second() - window.from.as_second());
    }
    let missed = facts.problem.settings.missed_window_cents * i64::from(technician.late_percent) / 100;
    missed * two_hours / longest
}

fn left_out(facts: &Facts<'_>, job: &Job) -> i64 {
    let settings = &facts.problem.settings;
    let price = match job.urgency {
        Urgency::None => settings.unassigned_cents.none,
        Urgency::Routine => settings.unassigned_cents.routine,
        Urgency::Urgent => settings.unassigned_cents.urgent,
        Urgency::Emergency => settings.unassigned_cents.emergency,
    };
    let age = job.asked.map_or(0, |asked| (facts.now - asked.as_second()).max(0) / 86_400);
    price + age * settings.unassigned_cents_per_day
}
