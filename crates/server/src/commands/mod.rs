//! What the binary can do. Each command reads its arguments, does one thing, and says in one sentence why it cannot.

mod demo;
mod doctor;
mod plan;
mod run;
mod serve;
mod start;

use crate::bench;
use crate::config::{Config, ConfigError, LogFormat};
use crate::http;
use crate::samples::{self, NoSample};
use clap::{CommandFactory, Parser, Subcommand};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;
use tracing_subscriber::EnvFilter;

/// What a command could not do: a sentence for standard error, and an exit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) sentence: String,
    pub(crate) code: u8,
}

impl Stop {
    /// The command could not begin: something around it is wrong.
    pub(crate) fn cannot(sentence: impl ToString) -> Stop {
        Stop { sentence: sentence.to_string(), code: 2 }
    }

    /// The command did its work, and found something.
    pub(crate) fn found(sentence: impl ToString) -> Stop {
        Stop { sentence: sentence.to_string(), code: 1 }
    }
}

impl From<ConfigError> for Stop {
    fn from(error: ConfigError) -> Stop {
        Stop::cannot(error)
    }
}

impl From<NoSample> for Stop {
    fn from(error: NoSample) -> Stop {
        Stop::cannot(error)
    }
}

impl From<app::StoreError> for Stop {
    fn from(error: app::StoreError) -> Stop {
        Stop::cannot(error)
    }
}

impl From<app::Error> for Stop {
    fn from(error: app::Error) -> Stop {
        Stop::cannot(error)
    }
}

/// From request to technician: dispatch for home-services companies.
#[derive(Debug, Parser)]
#[command(name = "dispatch-assist", version)]
struct Arguments {
    /// The configuration; `dispatch-assist.toml` in the current folder when there is one.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the sample company on its own clock, and print a sign-in link.
    Demo(demo::Arguments),
    /// Run the program: web, API, live updates and a worker.
    Serve {
        /// Leave background work to `dispatch-assist worker`.
        #[arg(long)]
        no_worker: bool,
    },
    /// Do background work only, beside `serve --no-worker` on the same database.
    Worker,
    /// Bring the database up to date.
    Migrate,
    /// Look for what is missing or wrong.
    Doctor,
    /// Prove the journal: its chain of hashes, and the state rebuilt from it.
    Verify,
    /// Print the API's description, OpenAPI 3.1.
    Openapi,
    /// Make the files of the sample company again.
    Samples {
        /// Where to; `buckeye/` is made in it.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Plan the work of a file: no company, no database.
    Plan(plan::Arguments),
    /// Measure: `forms`, `suggestions` or `start`.
    Bench(bench::Arguments),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let begun = Instant::now();
    let arguments = Arguments::parse();
    let Some(command) = arguments.command else {
        let _ = Arguments::command().print_help();
        return ExitCode::SUCCESS;
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return told(&Stop::cannot(format!("cannot start threads: {error}"))),
    };
    let config = arguments.config.as_deref();
    let done = runtime.block_on(async {
        match command {
            Command::Demo(arguments) => demo::run(arguments).await,
            Command::Serve { no_worker } => serve::run(&logged(Config::load(config)?), !no_worker).await,
            Command::Worker => serve::work(&logged(Config::load(config)?)).await,
            Command::Migrate => serve::migrate(&logged(Config::load(config)?)).await,
            Command::Doctor => doctor::run(&Config::load(config)?).await,
            Command::Verify => serve::verify(&logged(Config::load(config)?)).await,
            Command::Openapi => say(&http::describe()),
            Command::Samples { out } => Ok(samples::write(&out)?),
            Command::Plan(arguments) => plan::run(&arguments, begun),
            Command::Bench(arguments) => bench::run(arguments).await,
        }
    });
    done.err().map_or(ExitCode::SUCCESS, |stop| told(&stop))
}

fn told(stop: &Stop) -> ExitCode {
    // One sentence on one line, whatever a library put into its message.
    let words: Vec<&str> = stop.sentence.split_whitespace().collect();
    let _ = writeln!(io::stderr(), "dispatch-assist: {}", words.join(" "));
    ExitCode::from(stop.code)
}

/// Writes to standard output. A reader that went away is no failure.
pub(crate) fn say(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Stop::cannot(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

fn logged(config: Config) -> Config {
    log(config.log_format, "info");
    config
}

/// Starts the log on standard error; `RUST_LOG` chooses how much.
fn log(format: LogFormat, level: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(level));
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(is_colorful());
    // A second start, as in a test, keeps the first log.
    let _ = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
}

/// Colours are for a terminal whose owner wants them; in a file they are noise.
///
/// Source: `NO_COLOR` counts when it is there and not empty, <https://no-color.org>.
fn is_colorful() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
