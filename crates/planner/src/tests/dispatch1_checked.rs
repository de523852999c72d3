//! The checker of `dispatch-1` plans: good plans pass, and whatever is done to them is found and called by its name.

use super::dispatch1_days::drawn;
use super::dispatch1_visits::{
    first_drive, is_open, job, job_mut, neighbours, on_visit, open, person, shifted, way_home,
};
use super::random::Chance;
use crate::checker::dispatch1::{Rule, check};
use crate::formats::dispatch1::{
    Event, Left, Link, Lock, Moved, Need, Plan, Problem, Route, Shift, ShiftKind, Span, Stop, Taken,
};

/// Breaks a rule, if the plan offers a place for it.
type Mutation = fn(&mut Problem, &mut Plan, &mut Chance) -> Option<()>;

const MUTATIONS: &[(Rule, Mutation)] = &[
    (Rule::Problem, |_, plan, _| {
        plan.problem.push('x');
        Some(())
    }),
    (Rule::UnknownName, |_, plan, _| {
        plan.routes[0].technician = "nobody".to_owned();
        Some(())
    }),
    (Rule::UnknownName, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.stop.job.push('x');
            Some(())
        })
    }),
    (Rule::UnknownName, |_, plan, _| {
        plan.routes[0].shift = Some(17);
        Some(())
    }),
    (Rule::UnknownName, |problem, plan, _| {
        let start = problem.now;
        plan.routes[0].events.push(Moved { event: "lunch".to_owned(), start });
        Some(())
    }),
    (Rule::TwoRoutes, |_, plan, _| {
        let again = Route { stops: Vec::new(), ..plan.routes[0].clone() };
        plan.routes.push(again);
        Some(())
    }),
    (Rule::ServedTwice, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let again = plan.routes[from].stops[at].clone();
        plan.routes[0].stops.push(again);
        Some(())
    }),
    (Rule::ServedTwice, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let job = plan.routes[from].stops[at].job.clone();
        plan.unserved.push(Left { job, why: String::new() });
        Some(())
    }),
    (Rule::Forgotten, |_, plan, _| plan.unserved.pop().map(drop)),
    (Rule::Length, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.stop.end = shifted(visit.stop.end, -1);
            Some(())
        })
    }),
    (Rule::Begun, |problem, plan, _| {
        let stops = plan.routes.iter_mut().flat_map(|route| &mut route.stops);
        let begun = |stop: &&mut Stop| !is_open(problem.jobs.iter().find(|job| job.id == stop.job).unwrap());
        let stop = stops.into_iter().find(begun)?;
        stop.end = shifted(stop.end, 60);
        Some(())
    }),
    (Rule::Managed, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        person(problem, &plan.routes[from].technician).managed = false;
        Some(())
    }),
    (Rule::Skill, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.job.skills.push(Need { skill: "drains".to_owned(), level: 1 });
            Some(())
        })
    }),
    (Rule::Skill, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            let need = visit.job.skills.first_mut().filter(|need| need.level < 5)?;
            need.level += 1;
            Some(())
        })
    }),
    (Rule::Licence, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let needed = job(problem, &plan.routes[from].stops[at].job).skills.first()?.skill.clone();
        let held = &mut person(problem, &plan.routes[from].technician).skills;
        held.iter_mut().find(|held| held.skill == needed)?.expires = Some(domain::civil::date(2026, 3, 1));
        Some(())
    }),
    (Rule::Zone, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        person(problem, &plan.routes[from].technician).zones = vec!["north".to_owned()];
        job_mut(problem, &plan.routes[from].stops[at].job).zone = Some("south".to_owned());
        Some(())
    }),
    (Rule::Unit, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        person(problem, &plan.routes[from].technician).units = vec!["hvac".to_owned()];
        job_mut(problem, &plan.routes[from].stops[at].job).unit = Some("plumbing".to_owned());
        Some(())
    }),
    (Rule::Only, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.job.only = Some(vec!["helper".to_owned()]);
            Some(())
        })
    }),
    (Rule::Never, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.job.never.push(visit.who.to_owned());
            Some(())
        })
    }),
    (Rule::Must, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.job.must = Some("helper".to_owned());
            Some(())
        })
    }),
    (Rule::Must, |problem, plan, _| {
        let left = plan.unserved.first()?;
        job_mut(problem, &left.job).must = Some("t0".to_owned());
        Some(())
    }),
    (Rule::Window, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.job.windows = vec![Span { from: shifted(visit.stop.start, -600), until: visit.stop.start }];
            Some(())
        })
    }),
    (Rule::Window, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            let from = shifted(visit.stop.start, 1);
            visit.job.windows = vec![Span { from, until: shifted(from, 600) }];
            Some(())
        })
    }),
    (Rule::Hours, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let start =
            plan.routes[from].stops[at].start.to_zoned(domain::tz::TimeZone::get("America/New_York").ok()?);
        problem.settings.closed.push(start.date());
        Some(())
    }),
    (Rule::Hours, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let start =
            plan.routes[from].stops[at].start.to_zoned(domain::tz::TimeZone::get("America/New_York").ok()?);
        let day = if start.date() == domain::civil::date(2026, 3, 2) { "monday" } else { "tuesday" };
        problem.settings.business_hours.as_mut()?.get_mut(day)?.closes = start.time();
        Some(())
    }),
    (Rule::Past, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        problem.now = shifted(plan.routes[from].stops[at].start, 1);
        Some(())
    }),
    (Rule::Lock, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.job.lock = Some(Lock { technician: Some("helper".to_owned()), ..Lock::default() });
            Some(())
        })
    }),
    (Rule::Lock, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            visit.job.lock = Some(Lock { start: Some(shifted(visit.stop.start, 1)), ..Lock::default() });
            Some(())
        })
    }),
    (Rule::Lock, |problem, plan, chance| {
        on_visit((problem, plan, chance), |visit| {
            let range = Span { from: shifted(visit.stop.start, -600), until: visit.stop.start };
            visit.job.lock = Some(Lock { range: Some(range), ..Lock::default() });
            Some(())
        })
    }),
    (Rule::Lock, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let gone = plan.routes[from].stops.remove(at);
        let start = Some(gone.start);
        job_mut(problem, &gone.job).lock = Some(Lock { start, ..Lock::default() });
        plan.unserved.push(Left { job: gone.job, why: String::new() });
        Some(())
    }),
    (Rule::Shift, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let drive = first_drive(problem, &plan.routes[from])?;
        let (shift, start) = (plan.routes[from].shift?, plan.routes[from].stops[0].start);
        person(problem, &plan.routes[from].technician).shifts[shift].from = shifted(start, 1 - drive);
        Some(())
    }),
    (Rule::Shift, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let drive = way_home(problem, &plan.routes[from])?;
        let (shift, end) = (plan.routes[from].shift?, plan.routes[from].stops.last()?.end);
        let technician = person(problem, &plan.routes[from].technician);
        technician.shifts[shift].until = shifted(end, drive - 1 - technician.overtime_seconds);
        Some(())
    }),
    (Rule::Shift, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let shift = plan.routes[from].shift?;
        person(problem, &plan.routes[from].technician).shifts[shift].kind = ShiftKind::OnCall;
        Some(())
    }),
    (Rule::Overlap, |problem, plan, chance| {
        let (from, at) = neighbours(problem, plan, chance)?;
        let stops = &mut plan.routes[from].stops;
        let length = stops[at].end.as_second() - stops[at].start.as_second();
        stops[at].start = shifted(stops[at - 1].end, -1);
        stops[at].end = shifted(stops[at].start, length);
        Some(())
    }),
    (Rule::Overlap, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let stop = &plan.routes[from].stops[at];
        let (from_instant, until) = (shifted(stop.start, 1), shifted(stop.start, 2));
        let shifts = &mut person(problem, &plan.routes[from].technician).shifts;
        shifts.push(Shift { kind: ShiftKind::TimeOff, from: from_instant, until });
        Some(())
    }),
    (Rule::Overlap, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let start = plan.routes[from].stops[at].start;
        plan.routes[from].breaks.first_mut()?.start = start;
        Some(())
    }),
    (Rule::Overlap, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let start = plan.routes[from].stops[at].start;
        let id = "meeting".to_owned();
        let event = Event { id, from: start, until: shifted(start, 60), location: None, movable: None };
        person(problem, &plan.routes[from].technician).events.push(event);
        Some(())
    }),
    (Rule::Drive, |problem, plan, chance| {
        let (from, at) = neighbours(problem, plan, chance)?;
        let stops = &plan.routes[from].stops;
        let place = |id: &str| problem.locations.iter().position(|location| location.id == *id).unwrap();
        let (before, after) = (job(problem, &stops[at - 1].job), job(problem, &stops[at].job));
        let drive = problem.travel.matrices[0].seconds.row(place(&before.location))[place(&after.location)];
        let start = shifted(stops[at - 1].end, i64::from(drive.seconds()?) - 1);
        let length = after.duration_seconds;
        let stop = &mut plan.routes[from].stops[at];
        (stop.start, stop.end) = (start, shifted(start, length));
        Some(())
    }),
    (Rule::Road, |problem, plan, chance| {
        let (from, at) = neighbours(problem, plan, chance)?;
        let place = |id: &str| problem.locations.iter().position(|location| location.id == *id).unwrap();
        let stops = &plan.routes[from].stops;
        let (one, other) = (job(problem, &stops[at - 1].job), job(problem, &stops[at].job));
        let (one, other) = (place(&one.location), place(&other.location));
        for matrix in &mut problem.travel.matrices {
            let width = matrix.seconds.width;
            matrix.seconds.cells[one * width + other] = crate::formats::dispatch1::Drive::NONE;
        }
        Some(())
    }),
    (Rule::DriveBetween, |problem, plan, chance| {
        neighbours(problem, plan, chance)?;
        problem.settings.max_drive_between_seconds = Some(100);
        Some(())
    }),
    (Rule::DriveHome, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        problem.settings.max_drive_home_seconds = Some(way_home(problem, &plan.routes[from])? - 1);
        Some(())
    }),
    (Rule::OwnDrive, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let drive = first_drive(problem, &plan.routes[from])?;
        person(problem, &plan.routes[from].technician).max_drive_seconds = Some(drive - 1);
        Some(())
    }),
    (Rule::BreakEntry, |problem, plan, _| {
        plan.routes[0].breaks.push(Taken { index: 9, start: problem.now });
        Some(())
    }),
    (Rule::BreakWindow, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let route = &mut plan.routes[from];
        let taken = route.breaks.first_mut()?;
        let window = person(problem, &route.technician).breaks[taken.index].window;
        taken.start = if chance.below(2) == 0 { shifted(window.from, -1) } else { shifted(window.until, 1) };
        Some(())
    }),
    (Rule::BreakMissing, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        plan.routes[from].breaks.pop().map(drop)
    }),
    (Rule::Event, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        plan.routes[from].events.pop().map(drop)
    }),
    (Rule::Event, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let moved = plan.routes[from].events.first()?.clone();
        let technician = person(problem, &plan.routes[from].technician);
        let event = technician.events.iter_mut().find(|event| event.id == moved.event)?;
        event.movable = Some(Span { from: event.from, until: shifted(event.from, -1) });
        Some(())
    }),
    (Rule::Event, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let moved = plan.routes[from].events.first()?.clone();
        let technician = person(problem, &plan.routes[from].technician);
        technician.events.iter_mut().find(|event| event.id == moved.event)?.movable = None;
        Some(())
    }),
    (Rule::JobsPerShift, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let count = plan.routes[from].stops.len() as u32;
        person(problem, &plan.routes[from].technician).max_jobs_per_shift = Some(count - 1);
        Some(())
    }),
    (Rule::Jobs, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        let who = &plan.routes[from].technician;
        let own = plan.routes.iter().filter(|route| route.technician == *who);
        let count: usize = own.map(|route| route.stops.len()).sum();
        person(problem, who).max_jobs = Some(count as u32 - 1);
        Some(())
    }),
    (Rule::Crew, |problem, plan, chance| {
        let (from, at) = neighbours(problem, plan, chance)?;
        let stops = &plan.routes[from].stops;
        let jobs = vec![stops[at - 1].job.clone(), stops[at].job.clone()];
        problem.links = vec![Link::Crew { jobs }];
        Some(())
    }),
    (Rule::Crew, |problem, plan, chance| {
        let (from, at) = open(problem, plan, chance)?;
        let jobs = vec![plan.routes[from].stops[at].job.clone(), plan.unserved.first()?.job.clone()];
        problem.links = vec![Link::Crew { jobs }];
        Some(())
    }),
    (Rule::Sequence, |problem, plan, chance| {
        let (from, at) = neighbours(problem, plan, chance)?;
        let stops = &plan.routes[from].stops;
        let jobs = vec![stops[at].job.clone(), stops[at - 1].job.clone()];
        let (min_gap_seconds, max_gap_seconds, same_technician) = (0, None, false);
        problem.links = vec![Link::Sequence { jobs, min_gap_seconds, max_gap_seconds, same_technician }];
        Some(())
    }),
    (Rule::Sequence, |problem, plan, chance| {
        let (from, at) = neighbours(problem, plan, chance)?;
        let stops = &plan.routes[from].stops;
        let gap = stops[at].start.as_second() - stops[at - 1].end.as_second();
        let jobs = vec![stops[at - 1].job.clone(), stops[at].job.clone()];
        let (min_gap_seconds, max_gap_seconds) =
            if chance.below(2) == 0 { (gap + 1, None) } else { (0, Some(gap - 1)) };
        problem.links =
            vec![Link::Sequence { jobs, min_gap_seconds, max_gap_seconds, same_technician: false }];
        Some(())
    }),
    (Rule::Sequence, |problem, plan, _| {
        let first = plan.routes.first()?;
        let other = plan
            .routes
            .iter()
            .find(|route| route.technician != first.technician && route.shift > first.shift)?;
        let jobs = vec![first.stops.last()?.job.clone(), other.stops.last()?.job.clone()];
        problem.links = vec![Link::MultiDay { jobs, rest_seconds: 0, max_gap_seconds: 8_000_000 }];
        Some(())
    }),
    (Rule::Reserve, |_, plan, _| {
        plan.reserve[0].clear();
        Some(())
    }),
    (Rule::Reserve, |problem, plan, chance| {
        let (from, _) = open(problem, plan, chance)?;
        plan.reserve[0] = vec![plan.routes[from].technician.clone()];
        Some(())
    }),
    (Rule::ChangeBudget, |problem, plan, _| {
        problem.settings.change_budget = Some(plan.worth.changes.checked_sub(1)?);
        Some(())
    }),
    (Rule::Worth, |_, plan, _| {
        plan.worth.total_cents += 1;
        Some(())
    }),
    (Rule::Worth, |_, plan, chance| {
        let count = plan.worth.terms.len() as u64;
        let term = plan.worth.terms.values_mut().nth(chance.below(count) as usize)?;
        *term += 1;
        plan.worth.total_cents += 1;
        Some(())
    }),
    (Rule::Worth, |_, plan, _| {
        plan.worth.drive_seconds -= 1;
        Some(())
    }),
    (Rule::Worth, |_, plan, _| {
        plan.worth.changes += 1;
        Some(())
    }),
];

#[test]
fn a_plan_that_keeps_the_rules_passes() {
    for seed in 0..300 {
        let (problem, plan) = drawn(seed);
        let breaches = check(&problem, &plan);
        assert_eq!(breaches, [], "seed {seed}");
    }
}

#[test]
fn a_thousand_mutated_plans_are_rejected_by_the_right_rule() {
    let mut rejected = 0;
    let mut by_mutation = vec![0; MUTATIONS.len()];
    for seed in 0.. {
        if rejected >= 1_000 && by_mutation.iter().all(|count| *count >= 5) {
            break;
        }
        assert!(seed < 1_000, "some mutation finds no place: {by_mutation:?}");
        for (at, (rule, mutate)) in MUTATIONS.iter().enumerate() {
            let (mut problem, mut plan) = drawn(seed);
            if mutate(&mut problem, &mut plan, &mut Chance(seed + 1)).is_none() {
                continue;
            }
            let breaches = check(&problem, &plan);
            let named = breaches.iter().any(|breach| breach.rule == *rule);
            assert!(named, "seed {seed}, mutation {at}: {rule:?} is not among {breaches:?}");
            rejected += 1;
            by_mutation[at] += 1;
        }
    }
}
