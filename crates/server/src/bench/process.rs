//! The program under measurement: this binary, started as users start it.

use super::client::Client;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// A process that does not answer within this is given up.
const PATIENCE: Duration = Duration::from_secs(120);

/// A process of this binary; it is killed when this is dropped.
pub(super) struct Running {
    pub(super) address: SocketAddr,
    /// The path of the owner's one-time link; empty for `serve`.
    pub(super) link: String,
    child: Child,
}

impl Running {
    /// Starts `demo`, and returns when it has said where it is.
    pub(super) async fn demo(more: &[&str]) -> io::Result<Running> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["demo", "--port", "0"]).args(more).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn()?;
        let out = child.stdout.take().expect("it is piped");
        let mut lines = BufReader::new(out).lines();
        while let Some(line) = lines.next_line().await? {
            let Some((_, rest)) = line.split_once("http://localhost:") else { continue };
            let Some((port, path)) = rest.split_once("/sign-in/") else { continue };
            let port = port.parse().map_err(io::Error::other)?;
            let link = format!("/sign-in/{}", path.split_whitespace().next().unwrap_or_default());
            return Ok(Running { address: SocketAddr::from((Ipv4Addr::LOCALHOST, port)), link, child });
        }
        Err(io::Error::other("the demo ended before it began"))
    }

    /// Starts `serve` on SQLite in a folder, and returns when it is ready.
    pub(super) async fn serve(folder: &Path, more: &[&str]) -> io::Result<Running> {
        let free = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("serve").args(more).current_dir(folder).kill_on_drop(true);
        command
            .env("DISPATCH_DATA_DIR", folder)
            .env("DISPATCH_LISTEN", free.to_string())
            .env("RUST_LOG", "warn");
        command.env_remove("DISPATCH_DATABASE").env_remove("DISPATCH_MAP");
        let child = command.spawn()?;
        let running = Running { address: free, link: String::new(), child };
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Ok(mut client) = Client::connect(free).await
                && client.send("GET", "/readyz", "").await?.status == 200
            {
                return Ok(running);
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(io::Error::other("the program did not become ready"))
    }

    /// Kills it without a chance to finish anything.
    pub(super) async fn kill(mut self) -> io::Result<()> {
        self.child.kill().await
    }

    /// Memory that it occupies now, in bytes.
    pub(super) fn memory(&self) -> io::Result<u64> {
        let id = self.child.id().ok_or_else(|| io::Error::other("it has ended"))?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes =
            line.and_then(|line| line.split_whitespace().next()).and_then(|text| text.parse::<u64>().ok());
        kilobytes.map(|kilobytes| kilobytes * 1024).ok_or_else(|| io::Error::other("no VmRSS"))
    }
}
