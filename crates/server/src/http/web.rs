//! The web app: its files are part of the binary. Every path that is no file is a page of the app.

use super::page;
use super::problem::Problem;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::fmt::Write as _;

/// What `cargo xtask web` made. A debug build reads it from the checkout each time.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Files;

/// Looks of the public form, for a build without the web app.
const FORM_CSS: &str = include_str!("form.css");

/// Answers what no route answers.
pub(crate) async fn fallback(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    if ["/api/", "/in/"].iter().any(|start| path.starts_with(start)) || path == "/api" {
        return nothing_there(path).into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return method_not_allowed().await.into_response();
    }
    if let Some(file) = Files::get(path.trim_start_matches('/')).filter(|_| path != "/") {
        return answer(path, file, &headers);
    }
    if path == "/assets/form.css" {
        return ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], FORM_CSS).into_response();
    }
    if path.starts_with("/assets/") {
        return nothing_there(path).into_response();
    }
    Files::get("index.html").map_or_else(page::no_web_app, |file| answer("index.html", file, &headers))
}

/// The path exists, but not with this method.
pub(crate) async fn method_not_allowed() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "this address does not take this method",
    )
}

fn nothing_there(path: &str) -> Problem {
    let shown: String = path.chars().take(200).collect();
    Problem::new(StatusCode::NOT_FOUND, "not_found", format!("there is nothing at `{shown}`"))
}

fn answer(path: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
    let tag = tag(&file);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let caching = [
        (header::ETAG, HeaderValue::try_from(&tag).expect("a tag is plain letters")),
        // The names of the files never change, so a browser asks each time and mostly hears 304.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    if known.split(',').any(|known| known.trim() == tag) {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    (caching, [(header::CONTENT_TYPE, content_type(path))], file.data).into_response()
}

/// Weak, because the same file may go out compressed or not.
fn tag(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    let mut tag = String::from("W/\"");
    for byte in &hash[..8] {
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    tag
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(path: &str) -> Response {
        fallback(Method::GET, path.parse().unwrap(), HeaderMap::new()).await
    }

    #[tokio::test]
    async fn the_look_of_the_form_is_always_there() {
        let response = get("/assets/form.css").await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    }

    #[tokio::test]
    async fn what_is_not_there_is_no_page_of_the_app() {
        for path in ["/api/v1/nothing", "/assets/nothing.js", "/in/fax"] {
            assert_eq!(get(path).await.status(), 404, "{path}");
        }
    }

    #[tokio::test]
    async fn a_file_that_the_browser_has_is_not_sent_again() {
        let first = get("/board").await;
        if first.status() == 503 {
            return; // No web app in this checkout: the page that says so is all there is.
        }
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        let again = fallback(Method::GET, "/inbox".parse().unwrap(), headers).await;
        assert_eq!(again.status(), 304);
    }
}
