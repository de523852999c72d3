//! Taking back a step leaves nothing behind.

use super::drawn::{Features, draft};
use crate::model::NONE;
use crate::solver::chance::Chance;
use crate::solver::state::State;

#[test]
fn undo_restores_everything() {
    for seed in 0..500 {
        let features = Features { duties: 3, jobs: 9, slices: false, groups: true, links: false };
        let model = draft(seed, features).compile().expect("a drawn problem makes sense");
        let chance = &mut Chance::new(seed, 6);
        let mut state = State::new(&model);
        for _ in 0..20 {
            let before = state.clone();
            state.begin();
            for _ in 0..chance.below(8) {
                let job = chance.below(9) as u32;
                let on = state.on[job as usize];
                if on != NONE {
                    state.remove(on, &[job]);
                } else if let Some(pair) = model.pair(job, chance.below(3) as u32).copied()
                    && let Some(fit) = state.fit(job, &pair)
                {
                    state.insert(job, pair.duty, fit.at, None);
                }
            }
            let fresh = State::of(&model, state.routes.clone());
            assert_eq!((fresh.worth, &fresh.counts), (state.worth, &state.counts), "seed {seed}");
            assert_eq!(fresh.on, state.on, "seed {seed}");
            if chance.happens(600) {
                state.undo();
                assert!(state.same(&before), "seed {seed}");
            }
        }
    }
}
