//! How soon the board is there, and how much the program takes.

use super::client::Client;
use super::process::Running;
use super::{megabytes, milliseconds, row};
use std::io;
use std::time::{Duration, Instant};

/// After this the demo has written its history and is at rest.
const REST: Duration = Duration::from_secs(20);

/// Starts the demo and asks for the board as soon as it says where it is.
pub(super) async fn measure() -> io::Result<Vec<(String, String)>> {
    let begun = Instant::now();
    let server = Running::demo(&[]).await?;
    let said = begun.elapsed();
    let mut client = Client::connect(server.address).await?;
    client.sign_in(&server.link).await?;
    let board = client.get_json("/api/v1/board").await?;
    let seen = begun.elapsed();
    let visits = board["visits"].as_array().map_or(0, Vec::len);
    tokio::time::sleep(REST).await;
    let size = std::fs::metadata(std::env::current_exe()?)?.len();
    Ok(vec![
        row("start to the sign-in link", milliseconds(said)),
        row("start to the first board", format!("{}, with {visits} visits", milliseconds(seen))),
        row(&format!("memory after {} s of rest", REST.as_secs()), megabytes(server.memory()?)),
        row("size of the binary", megabytes(size)),
    ])
}
