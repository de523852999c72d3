//! How long one question takes on a board of 200 technicians and 1,000 visits, problem already loaded.
//!
//! `cargo bench -p planner --bench latency`; times are of the processor, so that a busy machine does not count.

#![allow(clippy::print_stdout, missing_docs, unreachable_pub, reason = "a program that prints a table")]

mod generated;

use domain::{AppointmentId, Board, SignedDuration};
use generated::{Roads, Sales, Town};
use planner::{Answer, Budget, Disruption, Outcome, Problem, Wanted};

#[derive(Clone, Copy)]
/// A question, and the times in milliseconds that half and 99 of 100 answers may take.
struct Bar {
    name: &'static str,
    half: Option<f64>,
    nearly_all: f64,
}

fn main() {
    let day = Town { technicians: 200, visits: 1_000, tray: 60, days: 1, seed: 7 };
    measure("one day", &generated::board(&day));
    measure("14 days", &generated::board(&Town { days: 14, ..day }));
}

fn measure(title: &str, board: &Board) {
    println!("{title}: {} technicians, {} visits", board.technicians.len(), board.visits.len());
    let loading = cpu();
    let problem = Problem::new(board, &Roads, &Sales);
    println!("  compiled in {:.1} ms", cpu() - loading);
    problem.prepare();
    println!("  loaded in {:.1} ms", cpu() - loading);
    let first_day: Vec<AppointmentId> = board
        .visits
        .iter()
        .take(940)
        .chain(board.visits.iter().rev().take(60))
        .map(|visit| visit.appointment.id)
        .collect();
    let asked: Vec<AppointmentId> = first_day.iter().step_by(2).copied().collect();
    let ranked = Bar { name: "ranked technicians", half: None, nearly_all: 5.0 };
    time(&ranked, &asked, |visit| u64::from(!planner::rank(&problem, *visit).is_empty()));
    let suggest = Bar { name: "suggest", half: Some(5.0), nearly_all: 25.0 };
    time(&suggest, &asked, |visit| match planner::suggest(&problem, *visit, &Budget::default()) {
        Answer::Better(alternatives) => alternatives.len() as u64,
        _ => 0,
    });
    let explain = Bar { name: "full explanation", half: None, nearly_all: 50.0 };
    time(&explain, &asked, |visit| {
        planner::explain(&problem, *visit).iter().map(|one| one.places.len() as u64).sum()
    });
    let told = Bar { name: "what it would take", half: None, nearly_all: 50.0 };
    let some: Vec<AppointmentId> = asked.iter().step_by(10).copied().collect();
    time(&told, &some, |visit| {
        let one_rule =
            |outcome: &Outcome| matches!(outcome, Outcome::Blocked { blocks } if blocks.len() == 1);
        let nearest = planner::rank(&problem, *visit).into_iter().find(|verdict| one_rule(&verdict.outcome));
        nearest.map_or(0, |verdict| planner::would_take(&problem, *visit, verdict.technician).len() as u64)
    });
    let sick: Vec<Disruption> =
        board.technicians.iter().step_by(20).map(|person| away(board, person.id)).collect();
    let plans = Bar { name: "what if: away", half: None, nearly_all: 1_000.0 };
    let ready = |what: &Disruption| {
        planner::what_if(&problem, what, &Budget::default()).map_or(0, |plans| plans.len() as u64)
    };
    time(&plans, &sick, ready);
    let late = board
        .technicians
        .iter()
        .step_by(20)
        .map(|person| Disruption::Late { technician: person.id, by: SignedDuration::from_mins(40) });
    time(&Bar { name: "what if: late", ..plans }, &late.collect::<Vec<_>>(), ready);
    time(&Bar { name: "what if: storm of 30", ..plans }, &[generated::storm(board, 30, 11)], ready);
    let wanted: Vec<Wanted> = board.visits.iter().rev().take(100).map(wanted).collect();
    let slots = Bar { name: "slots", half: None, nearly_all: 100.0 };
    time(&slots, &wanted, |wanted| planner::slots(&problem, wanted).len() as u64);
}

fn away(board: &Board, technician: domain::TechnicianId) -> Disruption {
    let span = domain::Span::lasting(board.now, SignedDuration::from_hours(14))
        .expect("14 hours are longer than nothing");
    Disruption::Away { technician, span, reason: "sick".to_owned() }
}

fn wanted(visit: &domain::Visit) -> Wanted {
    Wanted {
        job_type: visit.job.job_type,
        zone: visit.location.zone,
        point: visit.location.point,
        duration: SignedDuration::from_mins(60),
        urgency: visit.job.urgency,
        booked: Some(visit.job.value),
    }
}

/// Asks every question once and prints how long the answers took.
fn time<Q>(bar: &Bar, questions: &[Q], ask: impl Fn(&Q) -> u64) {
    let mut found = 0;
    let mut took: Vec<f64> = questions
        .iter()
        .map(|question| {
            let before = cpu();
            found += ask(question);
            cpu() - before
        })
        .collect();
    took.sort_by(f64::total_cmp);
    let at = |percent: usize| took[(took.len() * percent / 100).min(took.len() - 1)];
    let kept = bar.half.is_none_or(|half| at(50) <= half) && at(99) <= bar.nearly_all;
    println!(
        "  {:<20} p50 {:>8.3}  p99 {:>8.3}  most {:>8.3} ms   bar {:>5} / {:<5} {}   ({} asked, {found} found)",
        bar.name,
        at(50),
        at(99),
        took[took.len() - 1],
        bar.half.map_or_else(|| "-".to_owned(), |half| half.to_string()),
        bar.nearly_all,
        if kept { "kept" } else { "MISSED" },
        questions.len(),
    );
}

/// Processor time of this thread, milliseconds.
fn cpu() -> f64 {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    spent.tv_sec as f64 * 1e3 + spent.tv_nsec as f64 / 1e6
}
