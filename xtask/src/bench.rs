//! The project's benchmarks by name. Their figures stand in `docs/benchmarks.md`, each with its command.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{arguments::Arguments, process};

/// One line of `cargo xtask bench`.
struct Benchmark {
    name: &'static str,
    measures: &'static str,
    /// Words between single spaces, run in the top folder of the checkout.
    command: &'static str,
}

const BENCHMARKS: &[Benchmark] = &[
    Benchmark {
        name: "suggestions",
        measures: "suggestions on the sample board over HTTP: p50, p99",
        command: "cargo run --release -p dispatch-assist -- bench suggestions",
    },
    Benchmark {
        name: "forms",
        measures: "form requests acknowledged durably per second on SQLite",
        command: "cargo run --release -p dispatch-assist -- bench forms",
    },
    Benchmark {
        name: "start",
        measures: "seconds from start to the board, memory at rest, size of the binary",
        command: "cargo run --release -p dispatch-assist -- bench start",
    },
    Benchmark {
        name: "board",
        measures: "first paint and frames while dragging, 200 technicians and 1,500 jobs",
        command: "npm --prefix web run bench",
    },
];

/// `cargo xtask bench [NAME]`
pub(crate) fn command(root: &Path, arguments: Arguments) -> Result<()> {
    let mut words = arguments.rest().into_iter();
    let Some(name) = words.next() else {
        for Benchmark { name, measures, command } in BENCHMARKS {
            println!("  {name:<12} {measures}\n               {command}");
        }
        return Ok(());
    };
    Arguments::new(words.collect()).done()?;
    let benchmark = named(&name)?;
    let mut words = benchmark.command.split(' ');
    let mut command = match words.next() {
        Some("cargo") | None => process::cargo(root),
        Some(program) => process::program(root, program),
    };
    process::run(command.args(words))
}

fn named(name: &str) -> Result<&'static Benchmark> {
    let known = BENCHMARKS.iter().map(|benchmark| benchmark.name).collect::<Vec<_>>().join("`, `");
    BENCHMARKS
        .iter()
        .find(|benchmark| benchmark.name == name)
        .with_context(|| format!("there is no benchmark `{name}`; there are `{known}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_name_is_refused_with_the_known_ones() {
        let refused = named("quickness").err().unwrap().to_string();
        assert!(refused.contains("`quickness`") && refused.contains("`suggestions`"), "{refused}");
    }

    #[test]
    fn every_benchmark_is_found_by_its_name_and_runs_something() {
        for benchmark in BENCHMARKS {
            assert_eq!(named(benchmark.name).unwrap().command, benchmark.command);
            assert!(benchmark.command.split(' ').all(|word| !word.is_empty()), "{}", benchmark.command);
        }
    }
}
