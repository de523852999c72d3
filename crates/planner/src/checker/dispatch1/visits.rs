//! Rules of single visits: who, and when.

use super::facts::Facts;
use super::{Found, Rule};
use crate::formats::dispatch1::{Job, Plan, Route, Stop, Technician};

pub(super) fn check(facts: &Facts<'_>, plan: &Plan, found: &mut Found) {
    for route in &plan.routes {
        for stop in &route.stops {
            let (job, technician) =
                (facts.jobs[stop.job.as_str()], facts.technicians[route.technician.as_str()]);
            let seen = Seen { facts, job, technician, stop, start: stop.start.as_second() };
            if facts.begun(job).is_some() {
                seen.begun(found);
            } else {
                seen.who(found);
                seen.when(route, found);
                seen.lock(found);
            }
        }
    }
    for left in &plan.unserved {
        let job = facts.jobs[left.job.as_str()];
        let mut note =
            |rule, what: &str| found.note(rule, None, Some(&job.id), format!("`{}` {what}", job.id));
        if facts.begun(job).is_some() {
            note(Rule::Begun, "has begun, and is listed as left");
        } else if job.lock.is_some() {
            note(Rule::Lock, "is locked, and is left");
        } else if job.must.is_some() {
            note(Rule::Must, "has to be done, and is left");
        }
    }
}

struct Seen<'a> {
    facts: &'a Facts<'a>,
    job: &'a Job,
    technician: &'a Technician,
    stop: &'a Stop,
    start: i64,
}

impl Seen<'_> {
    fn note(&self, found: &mut Found, rule: Rule, what: String) {
        found.note(rule, Some(&self.technician.id), Some(&self.job.id), what);
    }

    fn begun(&self, found: &mut Found) {
        let Some(begun) = self.facts.begun(self.job) else { return };
        let stands = (self.technician.id.as_str(), self.start, self.stop.end.as_second());
        if stands != (begun.technician, begun.start, begun.end) {
            let what = format!("`{}` has begun with `{}`, and was changed", self.job.id, begun.technician);
            self.note(found, Rule::Begun, what);
        }
    }

    fn who(&self, found: &mut Found) {
        let (job, technician) = (self.job, self.technician);
        let (id, who) = (&job.id, &technician.id);
        if !technician.managed {
            self.note(found, Rule::Managed, format!("`{who}` is not managed, and has `{id}`"));
        }
        for need in &job.skills {
            let held = technician.skills.iter().find(|held| held.skill == need.skill);
            if held.map_or(0, |held| held.level) < need.level {
                let what =
                    format!("`{who}` does not hold `{}` at level {} for `{id}`", need.skill, need.level);
                self.note(found, Rule::Skill, what);
            }
            let expires = held.and_then(|held| held.expires);
            if let Some(expires) = expires.filter(|expires| *expires < self.facts.date(self.start)) {
                let what = format!("`{}` of `{who}` expires on {expires}, before `{id}`", need.skill);
                self.note(found, Rule::Licence, what);
            }
        }
        if !technician.zones.is_empty()
            && !job.zone.as_ref().is_some_and(|zone| technician.zones.contains(zone))
        {
            self.note(found, Rule::Zone, format!("`{id}` lies outside of the zones of `{who}`"));
        }
        if let Some(unit) = &job.unit
            && !technician.units.is_empty()
            && !technician.units.contains(unit)
        {
            self.note(found, Rule::Unit, format!("`{who}` does not work for `{unit}`, as `{id}` asks"));
        }
        if job.only.as_ref().is_some_and(|only| !only.contains(who)) {
            self.note(found, Rule::Only, format!("`{who}` is not on the list of `{id}`"));
        }
        if job.never.contains(who) {
            self.note(found, Rule::Never, format!("`{who}` must not come to `{id}`"));
        }
        if job.must.as_ref().is_some_and(|must| must != who) {
            self.note(found, Rule::Must, format!("`{id}` is with `{who}`, and has to be done by another"));
        }
    }

    fn when(&self, route: &Route, found: &mut Found) {
        let (job, start) = (self.job, self.start);
        let id = &job.id;
        if self.stop.end.as_second() != start + job.duration_seconds {
            self.note(found, Rule::Length, format!("`{id}` does not take {} s", job.duration_seconds));
        }
        let inside = |window: &crate::formats::dispatch1::Span| {
            window.from.as_second() <= start && start < window.until.as_second()
        };
        if !job.windows.iter().any(inside) {
            self.note(
                found,
                Rule::Window,
                format!("`{id}` starts at {}, outside of its windows", self.stop.start),
            );
        }
        if !self.is_open() {
            self.note(
                found,
                Rule::Hours,
                format!("`{id}` starts at {}, outside of business hours", self.stop.start),
            );
        }
        if start < self.facts.now {
            self.note(found, Rule::Past, format!("`{id}` starts at {}, in the past", self.stop.start));
        }
        let held = |index| {
            let (from, home_by) = self.facts.shift(self.technician, index);
            from <= start && start + job.duration_seconds <= home_by
        };
        if !route.shift.is_some_and(held) {
            self.note(
                found,
                Rule::Shift,
                format!("`{id}` lies outside of the shift of `{}`", self.technician.id),
            );
        }
    }

    /// Hours that run over midnight belong to the day on which they begin.
    fn is_open(&self) -> bool {
        let settings = &self.facts.problem.settings;
        let Some(week) = &settings.business_hours else { return true };
        let local = self.facts.local(self.start);
        let (date, time) = (local.date(), local.time());
        let hours = |date: domain::civil::Date| {
            let day = format!("{:?}", date.weekday()).to_lowercase();
            week.get(&day).filter(|_| !settings.closed.contains(&date))
        };
        let today = hours(date).is_some_and(|hours| {
            let overnight = hours.closes <= hours.opens;
            hours.opens <= time && (overnight || time < hours.closes)
        });
        let yesterday = date.yesterday().ok().and_then(hours);
        today || yesterday.is_some_and(|hours| hours.closes <= hours.opens && time < hours.closes)
    }

    fn lock(&self, found: &mut Found) {
        let Some(lock) = &self.job.lock else { return };
        let elsewhere = lock.technician.as_ref().is_some_and(|who| *who != self.technician.id);
        let other_start = lock.start.is_some_and(|start| start.as_second() != self.start);
        let outside = lock.range.is_some_and(|range| {
            self.start < range.from.as_second() || range.until.as_second() <= self.start
        });
        if elsewhere || other_start || outside {
            let what = format!(
                "`{}` is with `{}` at {}, and was locked elsewhere",
                self.job.id, self.technician.id, self.stop.start
            );
            self.note(found, Rule::Lock, what);
        }
    }
}
