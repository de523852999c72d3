//! No plan is above the bound, and the bound is not far above the best.

use super::drawn::{Features, draft};
use super::fits::sorted;
use super::optimal::best_of_all;
use crate::solver::{Effort, Settings, solve, upper_bound};
use std::sync::atomic::{AtomicU32, Ordering};

#[test]
fn the_best_plan_is_never_above_the_bound_however_little_time_there_was() {
    let (mut compared, mut tight, mut early) = (0, 0, 0);
    for seed in 0..120 {
        let features = Features { duties: 2, jobs: 5, slices: false, groups: false, links: false };
        let draft = sorted(draft(seed, features));
        let Some((_, best)) = best_of_all(&draft) else { continue };
        let model = draft.compile().expect("a drawn problem makes sense");
        let settings = Settings { seed, threads: 1, effort: Effort::Steps(200), start: None };
        let routes = solve(&model, &settings, &mut |_| {}).routes;
        if !routes.broken.is_empty() {
            continue;
        }
        let bound = upper_bound(&model, &routes, &|| 0.0).0;
        assert!(best <= bound, "seed {seed}: {best} is above {bound}");
        compared += 1;
        tight += usize::from(bound - best <= best.abs() / 20);
        let asked = AtomicU32::new(0);
        let hasty = || f64::from(asked.fetch_add(1, Ordering::Relaxed)) / 12.0;
        let loose = upper_bound(&model, &routes, &hasty).0;
        assert!(best <= loose, "seed {seed}: {best} is above {loose}");
        early += usize::from(loose > bound);
    }
    assert!(
        compared > 70 && tight * 4 > compared && early > 10,
        "{tight} of {compared} tight, {early} looser"
    );
}
