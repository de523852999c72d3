//! `plan`: plans a file with the planner of the board, without a company and without a database.

use super::Stop;
use app::plan_file::{self, Effort, Question, Request, Step};
use std::fs;
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Arguments of `plan`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The problem, in `trsp-1` or `dispatch-1`; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    input: PathBuf,
    /// Where the answer goes; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// How long it may take, reading and writing included: `5s`, `500ms`, `2m`.
    #[arg(long, value_name = "TIME", default_value = "5s", value_parser = duration)]
    time_limit: Duration,
    /// Another seed, another search.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads of the search: 1 or 2.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=2))]
    threads: u8,
    /// Steps of each search instead of a time limit: the same answer on any machine.
    #[arg(long, value_name = "STEPS")]
    iterations: Option<u64>,
    /// The plan as it is now, in the form in which this command writes plans.
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// Where the objective goes while it grows, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    trace: Option<PathBuf>,
    /// What to change for this job, instead of a plan.
    #[arg(long, value_name = "JOB", group = "question")]
    suggest: Option<String>,
    /// When somebody could come for this job, instead of a plan.
    #[arg(long, value_name = "JOB", group = "question")]
    slots: Option<String>,
    /// Why who has this job, instead of a plan.
    #[arg(long, value_name = "JOB", group = "question")]
    explain: Option<String>,
}

/// What is kept for checking and writing, beside a share of the time that reading took.
const TO_WRITE: Duration = Duration::from_millis(10);

/// Reads, plans and writes.
pub(super) fn run(arguments: &Arguments, begun: Instant) -> Result<(), Stop> {
    let problem = read(&arguments.input)?;
    let current = arguments.plan.as_deref().map(read).transpose()?;
    // A large problem takes longer to read, to check and to give back; a tenth of the first was measured for the rest.
    let end = arguments.time_limit.saturating_sub(TO_WRITE + begun.elapsed() / 10);
    let share = || begun.elapsed().as_secs_f64() / end.as_secs_f64().max(1e-9);
    let question = match (&arguments.suggest, &arguments.slots, &arguments.explain) {
        (Some(job), _, _) => Question::Suggest(job),
        (_, Some(job), _) => Question::Slots(job),
        (_, _, Some(job)) => Question::Explain(job),
        _ => Question::Plan,
    };
    let request = Request {
        problem: &problem,
        current: current.as_deref(),
        question,
        seed: arguments.seed,
        threads: usize::from(arguments.threads),
        effort: arguments.iterations.map_or(Effort::Share(&share), Effort::Steps),
    };
    let mut watch = Watch::new(begun, arguments.trace.is_some());
    let answered = plan_file::answer(&request, &mut |step| watch.see(step));
    watch.clear();
    let reply = answered.map_err(Stop::cannot)?;
    write(&arguments.output, &reply.json)?;
    if let Some(trace) = &arguments.trace {
        write(trace, &watch.trace)?;
    }
    for sentence in &reply.said {
        let _ = writeln!(io::stderr(), "{sentence}");
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    bytes.map_err(|error| Stop::cannot(format!("cannot read `{}`: {error}", path.display())))
}

fn write(path: &Path, text: &str) -> Result<(), Stop> {
    if path == Path::new("-") {
        return super::say(text).and_then(|()| super::say("\n"));
    }
    fs::write(path, text).map_err(|error| Stop::cannot(format!("cannot write `{}`: {error}", path.display())))
}

/// Seconds when no unit is given.
fn duration(text: &str) -> Result<Duration, String> {
    let number = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let seconds = match &text[number.len()..] {
        "s" | "" => 1.0,
        "ms" => 1e-3,
        "m" => 60.0,
        unit => return Err(format!("`{unit}` is not a unit of time: `ms`, `s` or `m`")),
    };
    let number: f64 = number.parse().map_err(|_| format!("`{text}` is not a time such as `5s`"))?;
    Duration::try_from_secs_f64(number * seconds).map_err(|_| format!("`{text}` is not a time such as `5s`"))
}

/// Shows how far the search is, when somebody sits there, and keeps the trace.
struct Watch {
    begun: Instant,
    is_shown: bool,
    shown: Option<Instant>,
    is_traced: bool,
    trace: String,
    last: Option<f64>,
}

/// Between two pictures of the progress bar.
const PAUSE: Duration = Duration::from_millis(100);
/// Characters of the progress bar.
const WIDTH: usize = 30;

impl Watch {
    fn new(begun: Instant, is_traced: bool) -> Watch {
        let is_shown = io::stderr().is_terminal();
        Watch { begun, is_shown, shown: None, is_traced, trace: String::new(), last: None }
    }

    fn see(&mut self, step: Step) {
        if self.is_traced && (self.last != Some(step.objective) || step.used >= 1.0) {
            self.last = Some(step.objective);
            let line = format!(
                "{{\"seconds\":{:.3},\"steps\":{},\"objective\":{:.2},\"unserved\":{}}}\n",
                self.begun.elapsed().as_secs_f64(),
                step.steps,
                step.objective,
                step.unserved
            );
            self.trace.push_str(&line);
        }
        if self.is_shown && self.shown.is_none_or(|shown| shown.elapsed() >= PAUSE) {
            self.shown = Some(Instant::now());
            let done = (step.used.clamp(0.0, 1.0) * WIDTH as f64) as usize;
            let (bar, rest) = ("#".repeat(done), ".".repeat(WIDTH - done));
            let _ = write!(io::stderr(), "\r{bar}{rest} {:.0}, {} left  ", step.objective, step.unserved);
        }
    }

    /// Takes the bar away.
    fn clear(&self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr(), "\r{:width$}\r", "", width = WIDTH + 40);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_with_its_unit() {
        let check = |text: &str, milliseconds: Option<u64>| {
            assert_eq!(duration(text).ok(), milliseconds.map(Duration::from_millis), "{text}");
        };
        check("5s", Some(5_000));
        check("0.5s", Some(500));
        check("250ms", Some(250));
        check("2m", Some(120_000));
        check("3", Some(3_000));
        check("", None);
        check("s", None);
        check("-1s", None);
        check("5h", None);
        check("NaN", None);
    }
}
