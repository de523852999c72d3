//! Links hold in every answer, and they cost something.

use super::drawn::{Features, draft};
use crate::model::{Draft, Link, Routes};
use crate::solver::{Effort, Settings, solve};

/// Duty, start and end of a job.
fn place(draft: &Draft, routes: &Routes, job: u32) -> Option<(u32, i32, i32)> {
    (0u32..).zip(&routes.duties).find_map(|(duty, route)| {
        let stop = route.stops.iter().find(|stop| stop.job == job)?;
        let known = &draft.jobs[job as usize];
        let able = known.able.iter().find(|able| able.duty == duty)?;
        Some((duty, stop.start, stop.start + able.duration.unwrap_or(known.duration)))
    })
}

#[test]
fn crews_start_together_with_different_technicians_and_sequences_keep_their_gap() {
    let (mut crews, mut sequences, mut dearer) = (0, 0, 0);
    for seed in 0..120 {
        let features = Features { duties: 3, jobs: 8, slices: seed % 3 == 0, groups: true, links: true };
        let linked = draft(seed, features);
        let model = linked.clone().compile().expect("a drawn problem makes sense");
        let settings = Settings { seed, threads: 1, effort: Effort::Steps(400), start: None };
        let routes = solve(&model, &settings, &mut |_| {}).routes;
        for link in &linked.links {
            let (Link::Crew(jobs) | Link::Sequence { jobs, .. }) = link;
            let places: Vec<_> = jobs.iter().filter_map(|job| place(&linked, &routes, *job)).collect();
            assert!(places.is_empty() || places.len() == jobs.len(), "seed {seed}: all or none");
            let [one, two] = places[..] else { continue };
            let technician = |duty: u32| linked.duties[duty as usize].technician;
            match link {
                Link::Crew(_) => {
                    crews += 1;
                    assert_eq!(one.1, two.1, "seed {seed}");
                    assert_ne!(technician(one.0), technician(two.0), "seed {seed}");
                }
                Link::Sequence { gap, same_technician, .. } => {
                    sequences += 1;
                    assert!((gap.earliest..=gap.latest).contains(&(two.1 - one.2)), "seed {seed}");
                    assert!(!same_technician || technician(one.0) == technician(two.0), "seed {seed}");
                }
            }
        }
        let again = Settings { start: Some(&routes), effort: Effort::Steps(1), ..settings };
        assert!(solve(&model, &again, &mut |_| {}).routes.objective >= routes.objective, "seed {seed}");
        let free = Draft { links: Vec::new(), ..linked };
        let free = free.compile().expect("a drawn problem makes sense");
        dearer += usize::from(solve(&free, &settings, &mut |_| {}).routes.objective > routes.objective);
    }
    assert!(
        crews > 10 && sequences > 10 && dearer > 40,
        "{crews} crews, {sequences} sequences, {dearer} dearer"
    );
}
