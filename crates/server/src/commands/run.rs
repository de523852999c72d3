//! Runs the program until it is told to stop, and stops so that nothing is lost.

use super::Stop;
use crate::http::{self, Limits, Site};
use app::App;
use std::future::Future;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Requests at work, and then the task at hand, get this long to finish.
const PATIENCE: Duration = Duration::from_secs(20);

/// A worker that broke is started again after this long.
const BREATH: Duration = Duration::from_secs(1);

/// Answers requests until a signal comes; with `background`, also does what that future does, until it is told to stop.
pub(super) async fn serve(
    app: App,
    listener: TcpListener,
    base_url: Option<String>,
    background: Vec<JoinHandle<()>>,
    stop: watch::Sender<bool>,
) -> Result<(), Stop> {
    let site = Site::new(app.clone(), base_url, stop.subscribe());
    let answers = http::serve(listener, http::router(site), Limits::USUAL, stop.subscribe());
    let mut serving = tokio::spawn(answers);
    tokio::select! {
        () = asked_to_stop() => tracing::info!("stopping: requests at work finish first"),
        ended = &mut serving => tracing::error!(?ended, "the listener ended by itself"),
    }
    let _ = stop.send(true);
    if !serving.is_finished() && tokio::time::timeout(PATIENCE, &mut serving).await.is_err() {
        tracing::warn!("some requests did not finish in time");
        serving.abort();
    }
    finish(background).await;
    app.close().await;
    Ok(())
}

/// Waits until everything in the background has ended.
pub(super) async fn finish(background: Vec<JoinHandle<()>>) {
    for task in background {
        let name = task.id();
        if tokio::time::timeout(PATIENCE, task).await.is_err() {
            tracing::warn!(%name, "background work did not end in time; its lease gives it back");
        }
    }
}

/// The worker; when it breaks, it is started again.
pub(super) fn worker(app: &App, stop: watch::Receiver<bool>) -> JoinHandle<()> {
    let app = app.clone();
    tokio::spawn(async move {
        while !*stop.borrow() {
            let (app, told) = (app.clone(), stop.clone());
            if let Err(error) = tokio::spawn(async move { app.run_worker(told).await }).await {
                tracing::error!(%error, "the worker broke and is started again");
                tokio::time::sleep(BREATH).await;
            }
        }
    })
}

/// SIGTERM or SIGINT.
pub(super) fn asked_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = [SignalKind::terminate(), SignalKind::interrupt()].map(signal);
    async move {
        let [Ok(mut terminate), Ok(mut interrupt)] = signals else {
            return std::future::pending().await;
        };
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    }
}
