//! `demo`: the sample company on its own clock.

use super::{Stop, log, run as running, say, start};
use crate::config::LogFormat;
use crate::memory;
use crate::samples;
use app::ports::DemoClock;
use app::sample::{MORNING, Sample};
use app::simulation::Simulation;
use app::{App, Demo, Network, role_name};
use connect::NotConfigured;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Arguments of `demo`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The port; 0 takes any that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Where to keep the data; a temporary folder, gone at the end, when absent.
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// How many times faster than life the day runs; technicians move on by themselves, and above 1 requests arrive.
    #[arg(long, default_value_t = 1.0, value_name = "N", value_parser = speed)]
    speed: f64,
    /// How many technicians the company has.
    #[arg(long, value_name = "N")]
    technicians: Option<usize>,
    /// From what the company is made up; the committed company when absent.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

fn speed(text: &str) -> Result<f64, String> {
    let speed = text.parse::<f64>().ok().filter(|speed| (0.1..=3_600.0).contains(speed));
    speed.ok_or_else(|| "a speed is a number from 0.1 to 3600".to_owned())
}

/// Runs the demo until it is told to stop.
pub(super) async fn run(arguments: Arguments) -> Result<(), Stop> {
    log(LogFormat::Text, "warn");
    let listener = start::listen(SocketAddr::from(([127, 0, 0, 1], arguments.port))).await?;
    let temporary = match &arguments.data_dir {
        Some(folder) => start::check_folder(folder).map(|()| None)?,
        None => {
            Some(tempfile::tempdir().map_err(|error| Stop::cannot(format!("no temporary folder: {error}")))?)
        }
    };
    let folder =
        arguments.data_dir.clone().or_else(|| temporary.as_ref().map(|folder| folder.path().to_owned()));
    let folder = folder.expect("either named or temporary");
    let (app, demo) = load(&folder, &listener, &arguments).await?;
    let stop = watch::Sender::new(false);
    let mut background = vec![running::worker(&app, stop.subscribe())];
    let history = history(&app, demo);
    if arguments.data_dir.is_some() {
        // A folder that is kept is opened again, and then the history must be whole.
        history.await.map_err(Stop::cannot)?;
    } else {
        background.push(history);
    }
    let mut day = Simulation::new(arguments.seed.unwrap_or(samples::SEED));
    if arguments.speed <= 1.0 {
        day = day.without_requests();
    }
    let (living, told) = (app.clone(), stop.subscribe());
    background.push(tokio::spawn(async move { living.run_simulation(day, told).await }));
    running::serve(app, listener, None, background, stop).await
}

/// Opens the demo's database, puts the sample company into it, and says where it is. The sample itself is not needed
/// any more when this returns.
async fn load(folder: &Path, listener: &TcpListener, arguments: &Arguments) -> Result<(App, Demo), Stop> {
    let network = Arc::new(samples::map()?);
    let sample = samples::company(&network, arguments.seed, arguments.technicians)?;
    let (today, morning) = morning(&sample)?;
    let (app, started) = open(folder, network, morning, arguments.speed).await?;
    let demo = app.load_demo(&sample, &samples::requests()?, today).await?;
    say(&block(&sample, &demo, started, listener, arguments)?)?;
    Ok((app, demo))
}

/// Today in the company's time zone, and 09:40 of it.
fn morning(sample: &Sample) -> Result<(Date, Timestamp), Stop> {
    let zone = TimeZone::get(&sample.company.time_zone).map_err(Stop::cannot)?;
    let today = Timestamp::now().to_zoned(zone.clone()).date();
    let time = Time::midnight() + i64::from(MORNING).minutes();
    let morning = today.to_datetime(time).to_zoned(zone).map_err(Stop::cannot)?;
    Ok((today, morning.timestamp()))
}

/// Opens the demo's database, and says when its clock starts: one that is there already goes on from when its last thing
/// happened.
async fn open(
    folder: &Path,
    network: Arc<Network>,
    morning: Timestamp,
    speed: f64,
) -> Result<(App, Timestamp), Stop> {
    let database = format!("sqlite:{}", folder.join("demo.db").display());
    let open = |from| {
        let clock = Arc::new(DemoClock::starting_at(from, speed));
        start::open_on(database.clone(), clock, Some(network.clone()), Arc::new(NotConfigured))
    };
    let app = open(morning).await?;
    match app.last_demo_entry().await? {
        Some(last) if last > morning => {
            app.close().await;
            Ok((open(last).await?, last))
        }
        _ => Ok((app, morning)),
    }
}

/// Writes the finished jobs while people look around already.
fn history(app: &App, demo: Demo) -> tokio::task::JoinHandle<()> {
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = app.write_history(demo.history).await {
            tracing::warn!(%error, "the history of the sample company was not written");
        }
        memory::give_back();
    })
}

/// What a person needs to know, in one block.
fn block(
    sample: &Sample,
    demo: &Demo,
    started: Timestamp,
    listener: &TcpListener,
    arguments: &Arguments,
) -> Result<String, Stop> {
    let port = listener.local_addr().map_err(Stop::cannot)?.port();
    let url = format!("http://localhost:{port}");
    let mut text = format!("\n  {}: the demo runs at {url}\n\n", sample.company.name);
    for (index, (name, role, token)) in demo.links.iter().enumerate() {
        let label = if index == 0 { "Sign in" } else { "or" };
        let _ =
            writeln!(text, "  {label:<10} {url}/sign-in/{token}   {name}, {}; works once", role_name(*role));
    }
    let _ = writeln!(text, "  {:<10} {url}/form/{}", "Form", demo.slug);
    let kept = arguments.data_dir.as_ref().map_or_else(
        || "a temporary folder, gone at the end".to_owned(),
        |folder| folder.display().to_string(),
    );
    let _ = writeln!(text, "  {:<10} {kept}", "Data");
    let pace =
        if arguments.speed > 1.0 { format!(", {} times as fast", arguments.speed) } else { String::new() };
    let zone = TimeZone::get(&sample.company.time_zone).map_err(Stop::cannot)?;
    let _ = writeln!(
        text,
        "  {:<10} {} in {}{pace}\n\n  Ctrl-C ends it.\n",
        "Clock",
        started.to_zoned(zone).strftime("%H:%M"),
        sample.company.time_zone
    );
    Ok(text)
}
