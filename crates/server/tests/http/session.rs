//! Signing in and out, links, and where a changing request may come from.

use crate::office::{Office, PASSWORD};
use axum::body::Body;
use axum::http::{Request, header};
use domain::Role;

#[tokio::test]
async fn a_link_works_once_and_looking_at_it_does_not_use_it_up() {
    let office = Office::open().await;
    let path = format!("/sign-in/{}?to=/inbox", office.link(Role::Owner));
    let looked = office.ask(Request::head(&path).body(Body::empty()).unwrap()).await;
    assert_eq!((looked.status, looked.header("set-cookie")), (200, ""));
    let used = office.get(&path).await;
    assert_eq!((used.status, used.header("location")), (303, "/inbox"));
    let cookie = used.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
    assert_eq!(office.get(&path).await.status, 410);
    assert_eq!(office.get("/sign-in/nonsense").await.status, 410);
}

#[tokio::test]
async fn after_signing_out_the_session_is_gone() {
    let office = Office::open().await;
    let browser = office.sign_in(Role::Dispatcher).await;
    assert_eq!(office.read(&browser, "/api/v1/session").await.status, 200);
    let out = office.change(&browser, "DELETE", "/api/v1/session", "").await;
    assert_eq!(out.status, 204);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(office.read(&browser, "/api/v1/session").await.verdict(), "401 not_signed_in");
}

#[tokio::test]
async fn a_changing_request_needs_the_token_and_our_own_origin() {
    let office = Office::open().await;
    let browser = office.sign_in(Role::Owner).await;
    let send = async |csrf: &str, origin: Option<&str>| {
        let mut request = Request::put("/api/v1/company/mode")
            .header(header::COOKIE, &browser.cookie)
            .header(header::HOST, "localhost:8080")
            .header(header::CONTENT_TYPE, "application/json");
        if !csrf.is_empty() {
            request = request.header("x-csrf-token", csrf);
        }
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        office.ask(request.body(Body::from(r#"{"board": "assist"}"#)).unwrap()).await.verdict()
    };
    assert_eq!(send("", None).await, "403 csrf");
    assert_eq!(send("wrong", None).await, "403 csrf");
    assert_eq!(send(&browser.csrf, Some("https://evil.example")).await, "403 csrf");
    assert_eq!(send(&browser.csrf, Some("null")).await, "403 csrf");
    assert_eq!(send(&browser.csrf, Some("http://localhost:8080")).await, "200");
    assert_eq!(send(&browser.csrf, None).await, "200");
}

#[tokio::test]
async fn another_site_cannot_sign_a_browser_in() {
    let office = Office::open().await;
    let request = Request::post("/api/v1/session")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::HOST, "localhost")
        .header(header::ORIGIN, "https://evil.example");
    let body = format!(r#"{{"email": "dana@buckeye.example", "password": "{PASSWORD}"}}"#);
    assert_eq!(office.ask(request.body(Body::from(body)).unwrap()).await.verdict(), "403 csrf");
}

#[tokio::test]
async fn an_account_is_added_helped_closed_and_opened_again() {
    let office = Office::open().await;
    let owner = office.sign_in(Role::Owner).await;
    let csr = office.sign_in(Role::ReadOnly).await;
    let users = office.read(&owner, "/api/v1/users").await.json();
    let id = |role: &str| {
        let user = users["users"].as_array().unwrap().iter().find(|user| user["role"] == role).unwrap();
        user["id"].as_str().unwrap().to_owned()
    };
    let of = |role: &str, part: &str| format!("/api/v1/users/{}/{part}", id(role));
    let closed = office.change(&owner, "PUT", &of("read_only", "closure"), "").await;
    assert_eq!((closed.status, closed.json()["active"].as_bool()), (200, Some(false)));
    assert_eq!(office.read(&csr, "/api/v1/session").await.verdict(), "401 not_signed_in");
    let opened = office.change(&owner, "DELETE", &of("read_only", "closure"), "").await;
    assert_eq!((opened.status, opened.json()["active"].as_bool()), (200, Some(true)));
    let reset = r#"{"password": "a horse of another colour"}"#;
    assert_eq!(office.change(&owner, "PUT", &of("read_only", "password"), reset).await.status, 204);
    let last = office.change(&owner, "PUT", &of("owner", "closure"), "").await;
    assert_eq!(last.verdict(), "409 last_owner");
}

#[tokio::test]
async fn who_found_an_open_browser_cannot_guess_its_password() {
    let office = Office::open().await;
    let browser = office.sign_in(Role::Manager).await;
    let change = async |old: &str, new: &str| {
        let body = format!(r#"{{"old": "{old}", "new": "{new}"}}"#);
        office.change(&browser, "PUT", "/api/v1/session/password", &body).await
    };
    assert_eq!(change(PASSWORD, "short").await.verdict(), "422 invalid");
    assert_eq!(change(PASSWORD, "a horse of another colour").await.status, 204);
    for _ in 0..10 {
        assert_eq!(change(PASSWORD, "a third of them all").await.verdict(), "422 wrong_password");
    }
    let refused = change("a horse of another colour", "a third of them all").await;
    assert_eq!(refused.verdict(), "429 too_many_requests");
    assert_eq!(office.read(&browser, "/api/v1/session").await.status, 200);
}

#[tokio::test]
async fn who_guesses_passwords_has_to_wait() {
    let office = Office::open().await;
    office.sign_in(Role::Manager).await;
    let guess = async |password: &str| {
        let body = format!(r#"{{"email": "manager@buckeye.example", "password": "{password}"}}"#);
        let request = Request::post("/api/v1/session").header(header::CONTENT_TYPE, "application/json");
        office.ask(request.body(Body::from(body)).unwrap()).await
    };
    for _ in 0..10 {
        assert_eq!(guess("wrong").await.verdict(), "401 wrong_credentials");
    }
    let refused = guess(PASSWORD).await;
    assert_eq!(refused.verdict(), "429 too_many_requests");
    assert!(refused.header("retry-after").parse::<u64>().unwrap() > 60);
}
