//! The checker of `trsp-1` plans: good plans pass, and whatever is done to them is found and called by its name.

use super::random::Chance;
use super::trsp1_days::{STRANGE_SKILL, drawn};
use crate::checker::trsp1::{Rule, check};
use crate::formats::trsp1::{Day, Route, Solution, Stop, Taken};

/// Breaks a rule, if the plan offers a place for it.
type Mutation = fn(&mut Day, &mut Solution, &mut Chance) -> Option<()>;

const MUTATIONS: &[(Rule, Mutation)] = &[
    (Rule::Instance, |_, plan, _| {
        plan.instance = Some("another".to_owned());
        Some(())
    }),
    (Rule::UnknownTechnician, |_, plan, chance| {
        route(plan, chance).tech = 77;
        Some(())
    }),
    (Rule::TwoRoutes, |_, plan, chance| {
        let tech = route(plan, chance).tech;
        plan.routes.push(Route { tech, ..Route::default() });
        Some(())
    }),
    (Rule::UnknownJob, |_, plan, chance| {
        stop(plan, chance).job = 777;
        Some(())
    }),
    (Rule::ServedTwice, |_, plan, chance| {
        let again = *stop(plan, chance);
        route(plan, chance).stops.push(again);
        Some(())
    }),
    (Rule::Order, |_, plan, chance| {
        let stops = &mut route(plan, chance).stops;
        let at = (1..stops.len()).find(|at| stops[at - 1].start < stops[*at].start)?;
        stops.swap(at - 1, at);
        Some(())
    }),
    (Rule::Skill, |day, plan, chance| {
        day.jobs[stop(plan, chance).job].skills.push(STRANGE_SKILL);
        Some(())
    }),
    (Rule::Allowed, |day, plan, chance| {
        let job = stop(plan, chance).job;
        let from = plan.routes.iter_mut().find(|route| route.stops.iter().any(|stop| stop.job == job))?;
        day.jobs[job].allowed_techs = Some(vec![(from.tech + 1) % day.technicians.len()]);
        Some(())
    }),
    (Rule::Window, |day, plan, chance| {
        let stop = stop(plan, chance);
        stop.start = match chance.below(2) {
            0 => day.jobs[stop.job].windows.iter().map(|window| window[1]).max()? + 1,
            _ => day.jobs[stop.job].windows.iter().map(|window| window[0]).min()? - 1,
        };
        Some(())
    }),
    (Rule::Capacity, |day, plan, chance| {
        let route = route(plan, chance);
        let load: i64 = route.stops.iter().filter_map(|stop| day.jobs[stop.job].demand).sum();
        day.technicians[route.tech].capacity = Some(load - 1);
        Some(())
    }),
    (Rule::Overlap, |day, plan, chance| {
        let stops = &mut route(plan, chance).stops;
        let at = (1..stops.len()).find(|at| day.jobs[stops[at - 1].job].duration > 1)?;
        stops[at].start = stops[at - 1].start + day.jobs[stops[at - 1].job].duration - 1;
        Some(())
    }),
    (Rule::Overlap, |day, plan, chance| {
        let route = route(plan, chance);
        let stop = route.stops.iter().find(|stop| day.jobs[stop.job].duration > 1)?;
        route.breaks.first_mut()?.start = stop.start + 1;
        Some(())
    }),
    (Rule::Drive, |day, plan, chance| {
        let route = route(plan, chance);
        let at = (1..route.stops.len()).find(|at| {
            let between = route.stops[at - 1].start..=route.stops[*at].start;
            let blocks = &day.technicians[route.tech].blocks;
            let apart =
                !blocks.iter().any(|block| block.location.is_some() && between.contains(&block.start));
            let places =
                (day.jobs[route.stops[at - 1].job].location, day.jobs[route.stops[*at].job].location);
            apart && places.0 != places.1
        })?;
        let (before, after) = (&day.jobs[route.stops[at - 1].job], &day.jobs[route.stops[at].job]);
        let drive = i64::from(day.matrix_s.row(before.location)[after.location]);
        route.stops[at].start = route.stops[at - 1].start + before.duration + drive - 1;
        Some(())
    }),
    (Rule::Leg, |day, plan, chance| {
        let route = route(plan, chance);
        let technician = &mut day.technicians[route.tech];
        let first = day.jobs[route.stops[0].job].location;
        let leg = i64::from(day.matrix_s.row(technician.start)[first]);
        technician.max_leg_s = Some(leg - 1);
        (leg > 0).then_some(())
    }),
    (Rule::DriveInAll, |day, plan, chance| {
        let route = route(plan, chance);
        let technician = &mut day.technicians[route.tech];
        let first = day.jobs[route.stops[0].job].location;
        let leg = i64::from(day.matrix_s.row(technician.start)[first]);
        technician.max_drive_s = Some(leg - 1);
        (leg > 0).then_some(())
    }),
    (Rule::Shift, |day, plan, chance| {
        let route = route(plan, chance);
        let technician = &mut day.technicians[route.tech];
        let first = day.jobs[route.stops[0].job].location;
        let leg = i64::from(day.matrix_s.row(technician.start)[first]);
        technician.shift[0] = route.stops[0].start - leg + 1;
        (leg > 0).then_some(())
    }),
    (Rule::Shift, |day, plan, chance| {
        let route = route(plan, chance);
        let last = route.stops.last()?;
        let job = &day.jobs[last.job];
        let technician = &mut day.technicians[route.tech];
        let leg = i64::from(day.matrix_s.row(job.location)[technician.end]);
        technician.shift[1] = last.start + job.duration + leg - 1;
        let is_last = technician.blocks.iter().all(|block| block.start < last.start);
        (is_last && leg > 0).then_some(())
    }),
    (Rule::BreakEntry, |_, plan, chance| {
        route(plan, chance).breaks.push(Taken { index: 7, start: 40_000 });
        Some(())
    }),
    (Rule::BreakEntry, |_, plan, chance| {
        let breaks = &mut route(plan, chance).breaks;
        let again = *breaks.first()?;
        breaks.push(again);
        Some(())
    }),
    (Rule::BreakWindow, |day, plan, chance| {
        let route = route(plan, chance);
        let taken = route.breaks.first_mut()?;
        let window = day.technicians[route.tech].breaks[taken.index].window;
        taken.start = if chance.below(2) == 0 { window[0] - 1 } else { window[1] + 1 };
        Some(())
    }),
    (Rule::BreakMissing, |_, plan, chance| route(plan, chance).breaks.pop().map(drop)),
    (Rule::Lock, |day, plan, chance| {
        let route = route(plan, chance);
        let at = route.stops.iter().position(|stop| day.jobs[stop.job].locked.is_some())?;
        route.stops.remove(at);
        Some(())
    }),
    (Rule::Lock, |day, plan, chance| {
        let stops = &mut route(plan, chance).stops;
        let fixed = |job: usize| day.jobs[job].locked.as_ref().is_some_and(|lock| lock.start.is_some());
        stops.iter_mut().find(|stop| fixed(stop.job))?.start += 1;
        Some(())
    }),
    (Rule::Lock, |day, plan, chance| {
        let from = chance.below(plan.routes.len() as u64) as usize;
        let at = plan.routes[from].stops.iter().position(|stop| day.jobs[stop.job].locked.is_some())?;
        let moved: Stop = plan.routes[from].stops.remove(at);
        let to = (from + 1) % plan.routes.len();
        let place = plan.routes[to].stops.partition_point(|stop| stop.start <= moved.start);
        plan.routes[to].stops.insert(place, moved);
        Some(())
    }),
    (Rule::Mandatory, |day, plan, chance| {
        let stops = &mut route(plan, chance).stops;
        let must = |job: usize| day.jobs[job].locked.is_none() && day.jobs[job].mandatory == Some(true);
        let at = stops.iter().position(|stop| must(stop.job))?;
        stops.remove(at);
        Some(())
    }),
];

fn route<'p>(plan: &'p mut Solution, chance: &mut Chance) -> &'p mut Route {
    let count = plan.routes.len() as u64;
    &mut plan.routes[chance.below(count) as usize]
}

fn stop<'p>(plan: &'p mut Solution, chance: &mut Chance) -> &'p mut Stop {
    let stops = &mut route(plan, chance).stops;
    let count = stops.len() as u64;
    &mut stops[chance.below(count) as usize]
}

#[test]
fn a_plan_that_keeps_the_rules_passes() {
    for seed in 0..300 {
        let (day, plan) = drawn(seed);
        let (breaches, worth) = check(&day, &plan);
        assert_eq!(breaches, [], "seed {seed}");
        assert_eq!(worth.served, plan.routes.iter().map(|route| route.stops.len()).sum::<usize>());
    }
}

#[test]
fn a_thousand_mutated_plans_are_rejected_by_the_right_rule() {
    let mut rejected = 0;
    let mut by_mutation = vec![0; MUTATIONS.len()];
    for seed in 0.. {
        if rejected >= 1_000 && by_mutation.iter().all(|count| *count >= 10) {
            break;
        }
        assert!(seed < 2_000, "some mutation finds no place: {by_mutation:?}");
        for (at, (rule, mutate)) in MUTATIONS.iter().enumerate() {
            let (mut day, mut plan) = drawn(seed);
            if mutate(&mut day, &mut plan, &mut Chance(seed + 1)).is_none() {
                continue;
            }
            let (breaches, _) = check(&day, &plan);
            let named = breaches.iter().any(|breach| breach.rule == *rule);
            assert!(named, "seed {seed}, mutation {at}: {rule:?} is not among {breaches:?}");
            rejected += 1;
            by_mutation[at] += 1;
        }
    }
}

#[test]
fn the_worth_is_values_less_driving_and_penalties() {
    let (mut day, plan) = drawn(4);
    day.objective.drive_cost_per_min = 90.0;
    let (_, worth) = check(&day, &plan);
    let driving = 1.5 * worth.drive_s as f64;
    assert!((worth.objective - (worth.value as f64 - driving - worth.penalty as f64)).abs() < 1e-6);
    let (_, nothing) = check(&day, &Solution::default());
    assert_eq!(nothing.penalty, day.jobs.iter().map(|job| job.unassigned_penalty).sum::<i64>());
}
