//! Around every request: a name for the log, the time it took, the headers every answer has, and no panic.

use super::problem::Problem;
use super::site::Site;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use tracing::Instrument;

/// Nothing but our own files runs or is loaded, and nobody frames us.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; img-src 'self' data:; style-src 'self'; \
    script-src 'self'; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'";

/// Headers that every answer has unless a handler said otherwise.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Not `no-referrer`: with it a browser names the origin `null` when a page posts to its own site.
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Runs a request.
pub(crate) async fn observe(State(site): State<Site>, request: Request, next: Next) -> Response {
    let id = request_id();
    let method = request.method().as_str().to_owned();
    let route = request.extensions().get::<MatchedPath>().map_or("other", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", %id, %method, %route);
    let started = Instant::now();
    let answer = AssertUnwindSafe(next.run(request)).catch_unwind().instrument(span.clone()).await;
    let mut response = answer.unwrap_or_else(|_| span.in_scope(|| panicked(&id)));
    let took = started.elapsed();
    site.shared.meters.answered(&method, &route, response.status().as_u16(), took);
    let (status, took_ms) = (response.status().as_u16(), took.as_secs_f64() * 1e3);
    span.in_scope(|| match status {
        500.. => tracing::warn!(status, took_ms, "answered"),
        _ => tracing::debug!(status, took_ms, "answered"),
    });
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    let id = HeaderValue::try_from(id).expect("an id is plain letters");
    response.headers_mut().insert("x-request-id", id);
    response
}

/// A handler broke: the panic itself is in the log already, written by the panic hook.
fn panicked(incident: &str) -> Response {
    tracing::error!(incident, "a request panicked");
    let detail =
        format!("something failed on our side; try again, and name incident {incident} if it happens again");
    let mut problem = Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail);
    problem.incident = Some(incident.to_owned());
    problem.into_response()
}

/// Names a request: when the process started, and how many came before.
fn request_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    static STARTED: std::sync::LazyLock<u64> = std::sync::LazyLock::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        since.as_millis() as u64
    });
    format!("{:x}-{}", *STARTED, COUNT.fetch_add(1, Ordering::Relaxed))
}
