//! What is promised about every answer: the same bytes, fixed work, and no worse than the plan to begin with.

use super::drawn::{Features, draft};
use super::fits::sorted;
use crate::model::{Draft, Hold, Model, Routes, Window};
use crate::solver::{Effort, Settings, solve};
use std::hash::{DefaultHasher, Hash, Hasher};

fn solved(model: &Model, seed: u64, threads: usize, steps: u64, start: Option<&Routes>) -> Routes {
    let settings = Settings { seed, threads, effort: Effort::Steps(steps), start };
    solve(model, &settings, &mut |_| {}).routes
}

fn hash(routes: &Routes) -> u64 {
    let mut hasher = DefaultHasher::new();
    routes.hash(&mut hasher);
    hasher.finish()
}

/// Enough duties for two halves.
fn large(seed: u64) -> Draft {
    draft(seed, Features { duties: 44, jobs: 120, slices: false, groups: true, links: true })
}

#[test]
fn the_same_steps_give_the_same_bytes_with_one_thread_and_with_two() {
    for seed in 0..4 {
        let model = large(seed).compile().expect("a drawn problem makes sense");
        let once = hash(&solved(&model, seed, 1, 9000, None));
        assert_eq!(once, hash(&solved(&model, seed, 1, 9000, None)), "seed {seed}");
        assert_eq!(once, hash(&solved(&model, seed, 2, 9000, None)), "seed {seed}");
        let small = draft(seed, Features { duties: 3, jobs: 9, slices: true, groups: true, links: true });
        let small = small.compile().expect("a drawn problem makes sense");
        let once = hash(&solved(&small, seed, 2, 9000, None));
        assert_eq!(once, hash(&solved(&small, seed, 1, 9000, None)), "seed {seed}");
    }
}

#[test]
fn fixed_jobs_stay_where_they_are_and_a_plan_to_begin_with_is_never_made_worse() {
    for seed in 0..60 {
        let features = Features { duties: 3, jobs: 10, slices: false, groups: false, links: false };
        let mut draft = sorted(draft(seed, features));
        let first = solved(&draft.clone().compile().expect("drawn"), seed, 1, 300, None);
        let mut fixed = Vec::new();
        for (duty, route) in (0u32..).zip(&first.duties) {
            if let Some(stop) = route.stops.first() {
                draft.jobs[stop.job as usize].hold = Hold::Fixed { duty, start: stop.start };
                // Fixed work stands whatever its windows say.
                draft.jobs[stop.job as usize].windows = vec![Window { earliest: 0, latest: 0 }];
                fixed.push((duty, *stop));
            }
        }
        let model = draft.compile().expect("fixed where it was able");
        for start in [None, Some(&first)] {
            let second = solved(&model, seed + 1, 2, 300, start);
            for (duty, stop) in &fixed {
                assert!(second.duties[*duty as usize].stops.contains(stop), "seed {seed}");
            }
            // What is fixed may be impossible without the stops that were around it.
            let worse = second.broken.is_empty() && second.objective < first.objective;
            assert!(start.is_none() || !worse, "seed {seed}");
        }
    }
}

#[test]
fn fixed_work_that_breaks_a_rule_stands_and_the_rest_is_planned() {
    let features = Features { duties: 3, jobs: 10, slices: false, groups: false, links: false };
    let mut planned = 0;
    for seed in 0..40 {
        let mut draft = sorted(draft(seed, features));
        let able: Vec<usize> =
            (0..10).filter(|job| draft.jobs[*job].able.iter().any(|able| able.duty == 0)).collect();
        let [one, two, ..] = able[..] else { continue };
        for job in [one, two] {
            draft.jobs[job].duration = 5;
            for able in &mut draft.jobs[job].able {
                able.duration = None;
            }
            draft.jobs[job].hold = Hold::Fixed { duty: 0, start: 40 };
        }
        let model = draft.compile().expect("fixed where it was able");
        let routes = solved(&model, seed, 1, 300, None);
        assert!(routes.broken.contains(&0), "seed {seed}");
        assert_eq!(routes.duties[0].stops.len(), 2, "seed {seed}");
        planned += routes.duties[1].stops.len() + routes.duties[2].stops.len();
    }
    assert!(planned > 40, "{planned}");
}

#[test]
fn a_problem_without_jobs_or_places_has_an_empty_plan() {
    let draft = Draft { duties: vec![crate::model::Duty::default(); 50], ..Draft::default() };
    for draft in [draft, Draft::default()] {
        let duties = draft.duties.len();
        let routes = solved(&draft.compile().expect("nothing is wrong with nothing"), 1, 2, 100, None);
        assert_eq!((routes.duties.len(), routes.objective.0, routes.unserved.len()), (duties, 0, 0));
    }
}
