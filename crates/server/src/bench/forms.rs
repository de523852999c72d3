//! How many requests for work are acknowledged durably in a second.

use super::client::Client;
use super::process::Running;
use super::{milliseconds, percentile, row};
use std::fs::File;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

/// What one connection saw.
#[derive(Default)]
struct Seen {
    times: Vec<Duration>,
    refused: usize,
}

/// Sends requests on `connections` for `seconds`; then kills the server and counts what it kept.
pub(super) async fn measure(
    connections: usize,
    seconds: u64,
    with_worker: bool,
) -> io::Result<Vec<(String, String)>> {
    let folder = tempfile::tempdir()?;
    let worker: &[&str] = if with_worker { &[] } else { &["--no-worker"] };
    let sync = sync_time(folder.path())?;
    let server = Running::serve(folder.path(), worker).await?;
    let company = set_up(server.address).await?;
    let begun = Instant::now();
    let until = begun + Duration::from_secs(seconds);
    let sending: Vec<_> = (0..connections)
        .map(|connection| tokio::spawn(send_until(server.address, company.clone(), connection, until)))
        .collect();
    let mut seen = Seen::default();
    for connection in sending {
        let one = connection.await.map_err(io::Error::other)??;
        seen.times.extend(one.times);
        seen.refused += one.refused;
    }
    let took = begun.elapsed().as_secs_f64();
    server.kill().await?;
    let kept = kept(folder.path()).await?;
    seen.times.sort_unstable();
    let acknowledged = seen.times.len();
    if kept < acknowledged as u64 {
        return Err(io::Error::other(format!(
            "{acknowledged} were acknowledged, only {kept} are there after a crash"
        )));
    }
    let delay =
        std::env::var("DISPATCH_SYNC_DELAY_MS").map_or_else(|_| "none".to_owned(), |ms| format!("{ms} ms"));
    Ok(vec![
        row(
            "acknowledged",
            format!("{acknowledged} in {took:.1} s: {:.0} a second", acknowledged as f64 / took),
        ),
        row("p50", milliseconds(percentile(&seen.times, 0.5))),
        row("p99", milliseconds(percentile(&seen.times, 0.99))),
        row("not acknowledged", seen.refused),
        row("after kill -9", "all acknowledged are there"),
        row("connections", connections),
        row("worker", if with_worker { "reads meanwhile" } else { "off" }),
        row("one sync of this disk, p50", milliseconds(sync)),
        row("added to each sync", delay),
        row("sender", "shares the cores"),
    ])
}

async fn set_up(address: SocketAddr) -> io::Result<String> {
    let mut client = Client::connect(address).await?;
    client
        .set_up(
            r#"{"company": "Bench", "time_zone": "America/New_York", "name": "Ana",
                "email": "ana@bench.example", "password": "correct horse battery"}"#,
        )
        .await?;
    let company = client.get_json("/api/v1/company").await?;
    company["slug"].as_str().map(str::to_owned).ok_or_else(|| io::Error::other("a company without a slug"))
}

async fn send_until(
    address: SocketAddr,
    company: String,
    connection: usize,
    until: Instant,
) -> io::Result<Seen> {
    let mut client = Client::connect(address).await?;
    let mut seen = Seen::default();
    let path = format!("/in/form/{company}");
    let mut number = 0;
    while Instant::now() < until {
        number += 1;
        let phone = format!("614 555 {:04}", (connection * 131 + number) % 10_000);
        let body = format!(
            r#"{{"name": "Customer {connection}", "phone": "{phone}", "address": "{number} N High St, Columbus",
                 "message": "The kitchen sink is leaking since this morning, number {connection}-{number}."}}"#
        );
        let begun = Instant::now();
        match client.send("POST", &path, &body).await?.status {
            202 => seen.times.push(begun.elapsed()),
            _ => seen.refused += 1,
        }
    }
    Ok(seen)
}

/// Journal entries that a new process finds.
async fn kept(folder: &Path) -> io::Result<u64> {
    let server = Running::serve(folder, &["--no-worker"]).await?;
    let mut client = Client::connect(server.address).await?;
    let metrics = client.send("GET", "/metrics", "").await?.body;
    let line = metrics.lines().find_map(|line| line.strip_prefix("dispatch_journal_entries "));
    line.and_then(|value| value.parse::<f64>().ok())
        .map(|entries| entries as u64)
        .ok_or_else(|| io::Error::other("no count of journal entries"))
}

/// How long one small durable write takes here.
fn sync_time(folder: &Path) -> io::Result<Duration> {
    let mut file = File::create(folder.join("sync"))?;
    let mut times = Vec::new();
    for _ in 0..100 {
        let begun = Instant::now();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok(percentile(&times, 0.5))
}
