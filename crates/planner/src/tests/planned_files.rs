//! Files are planned, and the plans keep every rule.

use super::dispatch1_days::drawn;
use super::trsp1_days;
use crate::checker::{dispatch1, trsp1};
use crate::formats::answer::{Question, Reply, Request, answer};
use crate::formats::dispatch1::{Plan, Problem, State};
use crate::formats::trsp1::Solution;
use crate::solver::Effort;

/// Answers with a few steps of search.
pub(crate) fn asked(problem: &str, current: Option<&str>, question: Question<'_>) -> Reply {
    let request = Request {
        problem: problem.as_bytes(),
        current: current.map(str::as_bytes),
        question,
        seed: 1,
        threads: 1,
        effort: Effort::Steps(300),
    };
    answer(&request, &mut |_| {}).unwrap()
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

/// Plans a problem; the plan has nothing to excuse.
fn planned(problem: &Problem) -> Plan {
    let reply = asked(&json(problem), None, Question::Plan);
    let plan = Plan::read(reply.json.as_bytes()).unwrap();
    assert_eq!(dispatch1::check(problem, &plan), [], "{}", problem.name);
    assert_eq!(plan.notes, [""; 0], "{}", problem.name);
    plan
}

#[test]
fn every_drawn_problem_is_planned_without_a_breach() {
    for seed in 0..60 {
        let (mut problem, by_hand) = drawn(seed);
        // The plan by hand fits; the solver may not find room for all that people insisted on, so they insist on less.
        problem.links.clear();
        for job in &mut problem.jobs {
            (job.lock, job.must) = (None, None);
        }
        let plan = planned(&problem);
        let served = |plan: &Plan| plan.routes.iter().map(|route| route.stops.len()).sum::<usize>();
        assert!(
            served(&plan) + 2 >= served(&by_hand),
            "seed {seed}: {} of {}",
            served(&plan),
            served(&by_hand)
        );
    }
}

#[test]
fn locks_links_and_musts_are_kept_or_named() {
    for seed in 0..60 {
        let (problem, _) = drawn(seed);
        let reply = asked(&json(&problem), None, Question::Plan);
        let plan = Plan::read(reply.json.as_bytes()).unwrap();
        let breaches = dispatch1::check(&problem, &plan);
        assert_eq!(breaches.is_empty(), plan.notes.is_empty(), "seed {seed}: {breaches:?} {:?}", plan.notes);
        let insisted =
            |rule| matches!(rule, dispatch1::Rule::Lock | dispatch1::Rule::Must | dispatch1::Rule::Sequence);
        assert!(breaches.iter().all(|breach| insisted(breach.rule)), "seed {seed}: {breaches:?}");
    }
}

#[test]
fn a_change_budget_is_kept() {
    for seed in 0..15 {
        let (mut problem, _) = drawn(seed);
        problem.links.clear();
        for job in &mut problem.jobs {
            (job.lock, job.must) = (None, None);
            // Who is not managed cannot keep a visit, and that is a change.
            if matches!(&job.state, State::Assigned { technician, .. } if technician == "helper") {
                job.state = State::Unassigned;
            }
        }
        for budget in [0, 1, 3] {
            problem.settings.change_budget = Some(budget);
            let plan = Plan::read(asked(&json(&problem), None, Question::Plan).json.as_bytes()).unwrap();
            assert!(
                plan.worth.changes <= budget,
                "seed {seed}: {} changes of {budget}, {:?}",
                plan.worth.changes,
                plan.notes
            );
        }
    }
}

#[test]
fn a_day_is_planned_again_from_its_own_plan_and_the_same_steps_give_the_same_bytes() {
    for seed in 0..20 {
        let (mut problem, _) = drawn(seed);
        problem.links.clear();
        let first = asked(&json(&problem), None, Question::Plan);
        assert_eq!(first, asked(&json(&problem), None, Question::Plan), "seed {seed}");
        let second = asked(&json(&problem), Some(&first.json), Question::Plan);
        let worth = |reply: &Reply| Plan::read(reply.json.as_bytes()).unwrap().worth;
        // What stands is not disturbed for less than it costs.
        let (first, second) = (worth(&first), worth(&second));
        let plain = |worth: &crate::formats::dispatch1::Worth| worth.total_cents - worth.terms["stability"];
        assert!(plain(&second) >= plain(&first), "seed {seed}: {first:?} {second:?}");
    }
}

#[test]
fn a_trsp_1_day_is_planned_without_a_breach() {
    for seed in 0..60 {
        let (mut day, _) = trsp1_days::drawn(seed);
        // Places lie anywhere: without the right jobs on the way, the way to a block can be too long.
        for technician in &mut day.technicians {
            (technician.max_leg_s, technician.max_drive_s) = (None, None);
        }
        let text = trsp1_days::json(&day);
        let solution = Solution::read(asked(&text, None, Question::Plan).json.as_bytes()).unwrap();
        let (breaches, _) = trsp1::check(&day, &solution);
        assert_eq!(breaches.is_empty(), solution.notes.is_empty(), "seed {seed}: {breaches:?}");
        let insisted = |rule| matches!(rule, trsp1::Rule::Lock | trsp1::Rule::Mandatory);
        assert!(breaches.iter().all(|breach| insisted(breach.rule)), "seed {seed}: {breaches:?}");
    }
}
