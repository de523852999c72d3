//! How long a suggestion takes, over HTTP, for every movable visit of the sample board.

use super::client::Client;
use super::process::Running;
use super::{milliseconds, percentile, row};
use std::collections::BTreeMap;
use std::io;
use std::time::{Duration, Instant};

/// Time for the demo to write its history: nobody measures a machine that is busy with something else.
const SETTLE: Duration = Duration::from_secs(10);

/// Asks for suggestions for each movable visit, `rounds` times, one after the other.
pub(super) async fn measure(rounds: usize) -> io::Result<Vec<(String, String)>> {
    let server = Running::demo(&[]).await?;
    tokio::time::sleep(SETTLE).await;
    let mut client = Client::connect(server.address).await?;
    client.sign_in(&server.link).await?;
    let board = client.get_json("/api/v1/board").await?;
    let visits = board["visits"].as_array().map(Vec::as_slice).unwrap_or_default();
    let movable = |visit: &&serde_json::Value| visit["planned"] == true || visit["state"] == "unassigned";
    let ids: Vec<&str> = visits.iter().filter(movable).filter_map(|visit| visit["id"].as_str()).collect();
    let (mut times, mut answers) = (Vec::new(), BTreeMap::<String, usize>::new());
    for id in ids.iter().cycle().take(ids.len() * rounds) {
        let body = format!("{{\"appointment_id\": \"{id}\"}}");
        let begun = Instant::now();
        let answer = client.send("POST", "/api/v1/suggestions", &body).await?;
        times.push(begun.elapsed());
        let answer: serde_json::Value = serde_json::from_str(&answer.body)?;
        let code = answer["message"]["code"].as_str().or(answer["code"].as_str()).unwrap_or("?");
        *answers.entry(code.to_owned()).or_default() += 1;
    }
    times.sort_unstable();
    let answers: Vec<String> = answers.iter().map(|(code, count)| format!("{count} {code}")).collect();
    Ok(vec![
        row("p50", milliseconds(percentile(&times, 0.5))),
        row("p99", milliseconds(percentile(&times, 0.99))),
        row("longest", milliseconds(times.last().copied().unwrap_or_default())),
        row("requests", format!("{} for {} movable of {} visits", times.len(), ids.len(), visits.len())),
        row("answers", answers.join(", ")),
        row("warm-up", format!("none; the demo had {} s to write its history", SETTLE.as_secs())),
    ])
}
