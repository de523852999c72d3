//! Benchmarks of the whole program, over HTTP, as a process of its own. Their figures stand in `docs/benchmarks.md`.

mod client;
mod forms;
mod process;
mod start;
mod suggestions;

use crate::commands::{Stop, say};
use std::time::Duration;

/// Arguments of `bench`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to measure.
    #[arg(value_enum)]
    name: Name,
    /// `forms`: connections that send at the same time.
    #[arg(long, default_value_t = 64)]
    connections: usize,
    /// `forms`: how long to send.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// `forms`: let the built-in worker read the leads meanwhile.
    #[arg(long)]
    with_worker: bool,
    /// `suggestions`: how often to go through all visits.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Name {
    /// Requests for work acknowledged durably in a second.
    Forms,
    /// Time of a suggestion over HTTP.
    Suggestions,
    /// Time to the first board, memory at rest, size of the binary.
    Start,
}

/// Measures and prints a table.
pub(crate) async fn run(arguments: Arguments) -> Result<(), Stop> {
    let measured = match arguments.name {
        Name::Forms => {
            forms::measure(arguments.connections.max(1), arguments.seconds.max(1), arguments.with_worker)
                .await
        }
        Name::Suggestions => suggestions::measure(arguments.rounds.max(1)).await,
        Name::Start => start::measure().await,
    };
    let mut rows = measured.map_err(|error| Stop::cannot(format!("the benchmark broke off: {error}")))?;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let profile = if cfg!(debug_assertions) { "debug: these figures mean nothing" } else { "optimised" };
    rows.push(row("cores", cores));
    rows.push(row("build", profile));
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    rows.iter().try_for_each(|(name, value)| say(&format!("{name:<width$}  {value}\n")))
}

fn row(name: &str, value: impl ToString) -> (String, String) {
    (name.to_owned(), value.to_string())
}

/// The time below which `part` of the sorted times lie.
fn percentile(sorted: &[Duration], part: f64) -> Duration {
    let index = (sorted.len() as f64 * part).ceil() as usize;
    sorted.get(index.saturating_sub(1)).or(sorted.last()).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let times: Vec<Duration> = (1..=200).map(Duration::from_millis).collect();
        assert_eq!(percentile(&times, 0.5), Duration::from_millis(100));
        assert_eq!(percentile(&times, 0.99), Duration::from_millis(198));
        assert_eq!(percentile(&times[..1], 0.99), Duration::from_millis(1));
        assert_eq!(percentile(&[], 0.99), Duration::ZERO);
    }
}
