//! The web app: its files are part of the binary. Every path that is no file is a page of the app.
//!
//! Pages are asked for each time and name their files in a folder that stands for the build, so that a browser keeps the
//! files for good and never mixes two builds. The files keep their plain names beside that, for whoever links to one.

use super::page;
use super::problem::Problem;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use flate2::{Compression, write::GzEncoder};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write as _;
use std::sync::{LazyLock, Mutex};

/// What `cargo xtask web` made. A debug build reads it from the checkout each time.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Files;

/// Looks of the public form, for a build without the web app.
const FORM_CSS: &str = include_str!("form.css");

/// Names the build: one changed file gives all of them new addresses.
static BUILD: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    let mut hasher = DefaultHasher::new();
    for name in names {
        let hash = Files::get(&name).map(|file| file.metadata.sha256_hash());
        (name, hash).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
});

/// Files as they go to browsers that unpack gzip; each is packed once.
static PACKED: LazyLock<Mutex<HashMap<String, Bytes>>> = LazyLock::new(Mutex::default);

/// Answers what no route answers.
pub(crate) async fn fallback(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    if ["/api/", "/in/"].iter().any(|start| path.starts_with(start)) || path == "/api" {
        return nothing_there(path).into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return method_not_allowed().await.into_response();
    }
    if let Some(name) = path.strip_prefix("/assets/") {
        return asset(name, &headers);
    }
    match Files::get(path.trim_start_matches('/')).filter(|_| path != "/") {
        Some(file) => answer(path, file, Keep::AskEachTime, &headers),
        None => page(&headers),
    }
}

/// How long a browser may go on without asking again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// What an address with the name of the build names never changes.
    ForGood,
    /// Mostly it hears 304.
    AskEachTime,
}

/// A file by its name below `/assets/`, with or without the folder of the build. One of another build is gone.
fn asset(name: &str, headers: &HeaderMap) -> Response {
    let ours = name.strip_prefix(BUILD.as_str()).and_then(|rest| rest.strip_prefix('/'));
    // A debug build reads the files from the checkout, where they do change.
    let keep = if ours.is_some() && !cfg!(debug_assertions) { Keep::ForGood } else { Keep::AskEachTime };
    let path = format!("assets/{}", ours.unwrap_or(name));
    match Files::get(&path) {
        Some(file) => answer(&path, file, keep, headers),
        None if name == "form.css" => {
            ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], FORM_CSS).into_response()
        }
        None => nothing_there(&format!("/assets/{name}")).into_response(),
    }
}

/// A page of the app: always the same one, which looks at its address itself.
fn page(headers: &HeaderMap) -> Response {
    let Some(mut file) = Files::get("index.html") else { return page::no_web_app() };
    let text = String::from_utf8_lossy(&file.data).replace("=\"/assets/", &format!("=\"/assets/{}/", *BUILD));
    file.data = text.into_bytes().into();
    answer("index.html", file, Keep::AskEachTime, headers)
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

fn answer(path: &str, file: EmbeddedFile, keep: Keep, headers: &HeaderMap) -> Response {
    let tag = tag(&file);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let caching = [
        (header::ETAG, HeaderValue::try_from(&tag).expect("a tag is plain letters")),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static(match keep {
                Keep::ForGood => "public, max-age=31536000, immutable",
                Keep::AskEachTime => "no-cache",
            }),
        ),
    ];
    if known.split(',').any(|known| known.trim() == tag) {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    let kind = [(header::CONTENT_TYPE, content_type(path))];
    if keep == Keep::ForGood && is_text(path) && takes_gzip(headers) {
        let packed = [(header::CONTENT_ENCODING, "gzip")];
        return (caching, kind, packed, packed_once(path, &file.data)).into_response();
    }
    (caching, kind, file.data).into_response()
}

/// Weak, because the same file may go out compressed or not; with the build, because a page names it.
fn tag(file: &EmbeddedFile) -> String {
    let mut hasher = DefaultHasher::new();
    (file.metadata.sha256_hash(), BUILD.as_str()).hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let taken =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    taken.split(',').any(|one| one.trim() == "gzip")
}

fn packed_once(path: &str, data: &[u8]) -> Bytes {
    let mut packed = PACKED.lock().expect("nobody panics while holding it");
    let pack = || {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(data).expect("memory takes every byte");
        Bytes::from(encoder.finish().expect("memory takes every byte"))
    };
    packed.entry(path.to_owned()).or_insert_with(pack).clone()
}

fn is_text(path: &str) -> bool {
    matches!(path.rsplit('.').next(), Some("js" | "css" | "svg"))
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

    async fn text(response: Response) -> String {
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn the_look_of_the_form_is_always_there() {
        let response = get("/assets/form.css").await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    }

    #[tokio::test]
    async fn what_is_not_there_is_no_page_of_the_app() {
        for path in ["/api/v1/nothing", "/assets/nothing.js", "/assets/0123456789abcdef/app.js", "/in/fax"] {
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

    #[tokio::test]
    async fn a_page_names_its_files_in_the_folder_of_the_build() {
        let page = get("/board").await;
        if page.status() == 503 {
            return; // No web app in this checkout.
        }
        let html = text(page).await;
        let named: Vec<&str> = html.split('"').filter(|part| part.starts_with("/assets/")).collect();
        assert!(named.len() >= 3, "{html}");
        for path in named {
            assert!(path.starts_with(&format!("/assets/{}/", *BUILD)), "{path}");
            let (file, plain) = (get(path).await, get(&path.replace(&format!("{}/", *BUILD), "")).await);
            assert_eq!((file.status(), plain.status()), (StatusCode::OK, StatusCode::OK), "{path}");
            assert_eq!(plain.headers()[header::CACHE_CONTROL], "no-cache", "{path}");
            assert_eq!(text(file).await, text(plain).await, "{path}");
        }
    }

    #[test]
    fn a_packed_file_is_the_same_file() {
        use std::io::Read as _;
        let words = "the same words again and again; ".repeat(100);
        for _ in 0..2 {
            let packed = packed_once("words", words.as_bytes());
            assert!(packed.len() < words.len() / 10);
            let mut back = String::new();
            flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut back).unwrap();
            assert_eq!(back, words);
        }
    }
}
