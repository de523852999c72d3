//! What all handlers share.

use super::meters::Meters;
use super::throttle::Throttle;
use app::App;
use axum::extract::FromRef;
use std::sync::Arc;
use tokio::sync::watch;

/// The program behind the routes.
#[derive(Clone)]
pub struct Site {
    pub(crate) app: App,
    pub(crate) shared: Arc<Shared>,
}

/// What exists once however many connections there are.
pub(crate) struct Shared {
    /// `https://dispatch.example.com`, without a slash at its end; none when the host of the request is right.
    pub(crate) base_url: Option<String>,
    pub(crate) throttle: Throttle,
    pub(crate) meters: Meters,
    /// Turns true when the process ends; live streams end with it.
    pub(crate) closing: watch::Receiver<bool>,
}

impl Site {
    /// A site for `app`. `base_url` is how browsers reach it when that is not the host they name, as behind a proxy;
    /// `closing` turns true when live streams have to end.
    pub fn new(app: App, base_url: Option<String>, closing: watch::Receiver<bool>) -> Site {
        let base_url = base_url.map(|url| url.trim_end_matches('/').to_owned());
        let shared = Shared { base_url, throttle: Throttle::default(), meters: Meters::default(), closing };
        Site { app, shared: Arc::new(shared) }
    }

    /// Whether browsers reach us over TLS, so that a cookie may insist on it.
    pub(crate) fn is_https(&self) -> bool {
        self.shared.base_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

impl FromRef<Site> for App {
    fn from_ref(site: &Site) -> App {
        site.app.clone()
    }
}
