//! `serve`, `worker`, `migrate` and `verify`: the program of a real company.

use super::{Stop, run as running, say, start};
use crate::config::Config;
use tokio::sync::watch;

/// `serve`.
pub(super) async fn run(config: &Config, with_worker: bool) -> Result<(), Stop> {
    let listener = start::listen(config.listen).await?;
    let app = start::open(config).await?;
    let stop = watch::Sender::new(false);
    let background = if with_worker { vec![running::worker(&app, stop.subscribe())] } else { Vec::new() };
    let address =
        listener.local_addr().map_or_else(|_| config.listen.to_string(), |address| address.to_string());
    tracing::info!(%address, with_worker, database = %public(&config.database), "serving");
    if app.setup_needed().await? {
        let url = config.base_url.clone().unwrap_or_else(|| format!("http://{address}"));
        tracing::info!("nobody has an account yet: open {url}/setup");
    }
    running::serve(app, listener, config.base_url.clone(), background, stop).await
}

/// `worker`.
pub(super) async fn work(config: &Config) -> Result<(), Stop> {
    let app = start::open(config).await?;
    let stop = watch::Sender::new(false);
    let worker = running::worker(&app, stop.subscribe());
    tracing::info!(database = %public(&config.database), "working");
    running::asked_to_stop().await;
    let _ = stop.send(true);
    running::finish(vec![worker]).await;
    app.close().await;
    Ok(())
}

/// `migrate`.
pub(super) async fn migrate(config: &Config) -> Result<(), Stop> {
    start::open(config).await?.close().await;
    say("the database is up to date\n")
}

/// `verify`.
pub(super) async fn verify(config: &Config) -> Result<(), Stop> {
    let app = start::open(config).await?;
    let report = app.verify().await;
    app.close().await;
    let report = report?;
    for (company, position, hash) in &report.heads {
        say(&format!("{company}: position {position}, {hash}\n"))?;
    }
    for fault in &report.faults {
        say(&format!("{fault}\n"))?;
    }
    if report.faults.is_empty() {
        return say(&format!("{} entries, the chain and the state are whole\n", report.entries));
    }
    Err(Stop::found(format!("{} faults in {} entries", report.faults.len(), report.entries)))
}

/// The address of a database without its password.
pub(super) fn public(database: &str) -> String {
    let Some((scheme, rest)) = database.split_once("://") else { return database.to_owned() };
    let Some((account, host)) = rest.rsplit_once('@') else { return database.to_owned() };
    let user = account.split(':').next().unwrap_or_default();
    format!("{scheme}://{user}@{host}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        assert_eq!(public("postgres://ana:s3cret@db/dispatch"), "postgres://ana@db/dispatch");
        assert_eq!(public("sqlite:data/dispatch.db"), "sqlite:data/dispatch.db");
    }
}
