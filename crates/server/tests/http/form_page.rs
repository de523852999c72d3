//! The public form as a browser without scripts uses it.

use crate::office::{Answer, Office};
use axum::body::Body;
use axum::http::{Request, header};
use domain::Role;

async fn post(office: &Office, body: &str) -> Answer {
    let request = Request::post("/in/form/buckeye")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT, "text/html");
    office.ask(request.body(Body::from(body.to_owned())).unwrap()).await
}

#[tokio::test]
async fn a_request_from_the_page_is_thanked_for_and_stands_in_the_inbox() {
    let office = Office::open().await;
    let answer =
        post(&office, "name=Ana+Ruiz&phone=614+555+0100&email=&address=&message=No+heat&preferred_time=")
            .await;
    assert_eq!((answer.status, answer.header("content-type")), (202, "text/html; charset=utf-8"));
    assert!(answer.text.contains("Thank you") && answer.text.contains("<strong>L"), "{}", answer.text);
    office.app.work_all().await.unwrap();
    let owner = office.sign_in(Role::Owner).await;
    let leads = office.read(&owner, "/api/v1/leads?filter=all").await.json();
    assert_eq!(leads["leads"][0]["who"], "Ana Ruiz");
}

#[tokio::test]
async fn what_was_typed_is_kept_when_something_is_missing() {
    let office = Office::open().await;
    let answer = post(&office, "name=%3Cb%3EAna&phone=614+555+0100&message=").await;
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("value=\"&lt;b&gt;Ana\""), "{}", answer.text);
    assert!(answer.text.contains("id=\"message-wrong\""), "{}", answer.text);
}

#[tokio::test]
async fn danger_is_answered_with_what_to_do_first() {
    let office = Office::open().await;
    let answer = post(&office, "name=Ana&phone=614+555+0100&message=I+smell+gas+in+the+kitchen").await;
    assert_eq!(answer.status, 202);
    assert!(answer.text.contains("Do this first"), "{}", answer.text);
}

#[tokio::test]
async fn what_is_not_utf_8_or_too_long_is_said_on_the_page() {
    let office = Office::open().await;
    let answer = post(&office, "name=%ff&phone=1&message=leak").await;
    assert_eq!((answer.status, answer.header("content-type")), (400, "text/html; charset=utf-8"));
    let long = format!("name=Ana&phone=614+555+0100&message={}", "x".repeat(2 << 20));
    assert_eq!(post(&office, &long).await.status, 413);
}

#[tokio::test]
async fn every_page_and_every_answer_has_the_strict_policy() {
    let office = Office::open().await;
    for path in
        ["/form/buckeye", "/form/nobody", "/board", "/", "/assets/form.css", "/api/v1/session", "/healthz"]
    {
        let answer = office.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'self'") && policy.contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
    assert_eq!(office.get("/api/v1/session").await.header("cache-control"), "no-store");
    let page = office.get("/form/buckeye").await;
    assert!(!page.text.contains("<script") && !page.text.contains("style="), "{}", page.text);
}
