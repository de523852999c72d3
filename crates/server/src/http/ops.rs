//! For those who keep it running: health, readiness, counts, the API's description.

use super::problem::{Problem, ProblemView};
use super::site::Site;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use std::fmt::Write as _;

/// The process runs.
#[utoipa::path(get, path = "/healthz", tag = "operations",
    responses((status = 200, description = "It runs.", body = String, content_type = "text/plain")))]
pub(crate) async fn health() -> &'static str {
    "ok\n"
}

/// The process can do its work: the database answers.
#[utoipa::path(get, path = "/readyz", tag = "operations",
    responses((status = 200, description = "It can work.", body = String, content_type = "text/plain"),
              (status = 503, description = "Not now.", body = ProblemView,
               content_type = "application/problem+json")))]
pub(crate) async fn ready(State(site): State<Site>) -> Result<&'static str, Problem> {
    site.app.ready().await?;
    Ok("ready\n")
}

/// Counts and times, in the text format of Prometheus.
#[utoipa::path(get, path = "/metrics", tag = "operations",
    responses((status = 200, description = "Counts.", body = String, content_type = "text/plain")))]
pub(crate) async fn metrics(State(site): State<Site>) -> Result<Response, Problem> {
    let mut text = site.shared.meters.write();
    for (name, help, value) in site.app.metrics_snapshot().await? {
        let kind = if name.ends_with("_total") { "counter" } else { "gauge" };
        let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}");
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response())
}

/// The description of this API.
#[utoipa::path(get, path = "/api/openapi.json", tag = "operations",
    responses((status = 200, description = "OpenAPI 3.1.", body = Object, content_type = "application/json")))]
pub(crate) async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], super::describe()).into_response()
}
