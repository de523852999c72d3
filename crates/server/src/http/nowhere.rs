//! What no route answers: programs hear a problem, people get a page of the web app.

use super::problem::Problem;
use super::web;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

/// Below these, programs ask; a page would only confuse them.
const FOR_PROGRAMS: [&str; 2] = ["/api", "/in"];

/// Answers what no route answers.
pub(crate) async fn fallback(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    let is_below =
        |start: &str| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if FOR_PROGRAMS.into_iter().any(is_below) {
        return nothing_at(path).into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return ([(header::ALLOW, "GET,HEAD")], method_not_allowed().await).into_response();
    }
    web::fallback(method, uri, headers).await
}

/// The path exists, but not with this method.
pub(crate) async fn method_not_allowed() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "this address does not take this method",
    )
}

fn nothing_at(path: &str) -> Problem {
    let shown: String = path.chars().take(200).collect();
    Problem::new(StatusCode::NOT_FOUND, "not_found", format!("there is nothing at `{shown}`"))
}
