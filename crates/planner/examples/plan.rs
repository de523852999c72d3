//! The command `plan` without the rest of the program, for measuring the planner while it is worked on:
//! `cargo run --release -p planner --example plan -- plan --input P.json --output S.json --time-limit 5s`.

use planner::formats::answer::{Question, Request, Step, answer};
use planner::solver::Effort;
use std::collections::HashMap;
use std::io::{Write as _, stderr};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let begun = Instant::now();
    match run(begun) {
        Ok(said) => {
            let _ = writeln!(stderr(), "{said}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            let _ = writeln!(stderr(), "{sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(begun: Instant) -> Result<String, String> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "plan").collect();
    let options: HashMap<&str, &str> =
        words.chunks_exact(2).map(|pair| (pair[0].as_str(), pair[1].as_str())).collect();
    let option = |name: &str| options.get(name).copied();
    let number = |name: &str, usual: f64| {
        option(name).map_or(Ok(usual), |text| {
            text.trim_end_matches('s').parse::<f64>().map_err(|error| error.to_string())
        })
    };
    let read = |path: &str| std::fs::read(path).map_err(|error| format!("{path}: {error}"));
    let problem = read(option("--input").ok_or("--input is missing")?)?;
    let current = option("--plan").map(read).transpose()?;
    // What is left after the search: writing, and giving memory back.
    let limit = number("--time-limit", 5.0)? - 0.02;
    let share = || begun.elapsed().as_secs_f64() / limit;
    let effort = match option("--iterations") {
        Some(_) => Effort::Steps(number("--iterations", 0.0)? as u64),
        None => Effort::Share(&share),
    };
    let request = Request {
        problem: &problem,
        current: current.as_deref(),
        question: match (option("--suggest"), option("--slots"), option("--explain")) {
            (Some(job), _, _) => Question::Suggest(job),
            (_, Some(job), _) => Question::Slots(job),
            (_, _, Some(job)) => Question::Explain(job),
            _ => Question::Plan,
        },
        seed: number("--seed", 1.0)? as u64,
        threads: number("--threads", 2.0)? as usize,
        effort,
    };
    let mut trace = String::new();
    let mut report = |step: Step| {
        let seconds = begun.elapsed().as_secs_f64();
        trace.push_str(&format!("{seconds:.3},{},{:.2},{}\n", step.steps, step.objective, step.unserved));
    };
    let reply = answer(&request, &mut report).map_err(|wrong| wrong.to_string())?;
    let output = option("--output").ok_or("--output is missing")?;
    std::fs::write(output, &reply.json).map_err(|error| format!("{output}: {error}"))?;
    if let Some(path) = option("--trace") {
        std::fs::write(path, trace).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(format!("{} ({:.3} s)", reply.said.join("; "), begun.elapsed().as_secs_f64()))
}
