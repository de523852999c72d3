//! What strangers send: a clear problem, never a panic, never a lost request.

use crate::office::{Office, form};
use axum::body::Body;
use axum::http::{Request, header};
use domain::Role;

#[track_caller]
fn is(answer: &crate::office::Answer, expected: &str) {
    assert_eq!(answer.verdict(), expected, "{}", answer.text);
}

#[tokio::test]
async fn a_form_that_makes_no_sense_is_refused_by_name() {
    let office = Office::open().await;
    let cases: [(&[u8], &str); 17] = [
        (b"", "400 empty_body"),
        (b"{", "400 malformed_json"),
        (b"[1, 2]", "422 wrong_type"),
        (b"null", "422 wrong_type"),
        (b"\"hello\"", "422 wrong_type"),
        (br#"{"name": "Ana", "phone": 614, "message": "leak"}"#, "422 wrong_type"),
        (br#"{"name": null, "phone": "614 555 0100", "message": "leak"}"#, "422 wrong_type"),
        (br#"{"name": "Ana", "phone": "614 555 0100"}"#, "422 missing_field"),
        (
            br#"{"name": "Ana", "phone": "614 555 0100", "message": "leak", "color": "red"}"#,
            "422 unknown_field",
        ),
        (br#"{"name": "Ana", "name": "Ben", "phone": "1", "message": "leak"}"#, "422 duplicate_field"),
        (br#"{"name": "Ana", "phone": "614 555 0100", "message": ""}"#, "422 empty_text"),
        (br#"{"name": "Ana", "phone": "614 555 0100", "message": " \n "}"#, "422 empty_text"),
        (
            br#"{"name": "Ana", "phone": "614 555 0100", "message": "\u200b\u0000 \ufeff\u3164"}"#,
            "422 empty_text",
        ),
        (br#"{"name": "Ana", "phone": "\u200b", "message": "leak"}"#, "422 invalid"),
        (br#"{"name": "Ana", "phone": "", "email": "\u2060", "message": "leak"}"#, "422 invalid"),
        (b"{\"name\": \"\xff\xfe\", \"phone\": \"614 555 0100\", \"message\": \"leak\"}", "400 invalid_utf8"),
        (br#"{"name": "Ana", "phone": "614 555 0100", "message": "\ud800"}"#, "400 malformed_json"),
    ];
    for (body, expected) in cases {
        let answer = office.post_form(body.to_vec(), &[]).await;
        assert_eq!(answer.verdict(), expected, "{:?}: {}", String::from_utf8_lossy(body), answer.text);
    }
    let owner = office.sign_in(Role::Owner).await;
    assert_eq!(office.read(&owner, "/api/v1/leads?filter=all").await.json()["leads"], serde_json::json!([]));
}

#[tokio::test]
async fn text_with_every_kind_of_letter_is_kept_as_it_is() {
    let office = Office::open().await;
    let body = r#"{"name": "Zoë 👩‍🔧 '); --", "phone": "614 555 0100", "message": "a\u0000b \u202e<b>leak</b> \ud83d\ude00"}"#;
    is(&office.post_form(body, &[]).await, "202");
    let owner = office.sign_in(Role::Owner).await;
    let leads = office.read(&owner, "/api/v1/leads?filter=all").await.json();
    assert_eq!(leads["leads"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_body_of_ten_megabytes_is_too_large_and_so_is_a_little_over_one() {
    let office = Office::open().await;
    is(&office.post_form(vec![b'x'; 10 << 20], &[]).await, "413 too_large");
    let long = format!(r#"{{"name": "Ana", "phone": "1", "message": "{}"}}"#, "x".repeat(1 << 20));
    is(&office.post_form(long, &[]).await, "413 too_large");
}

#[tokio::test]
async fn a_body_of_another_kind_is_refused_before_it_is_read() {
    let office = Office::open().await;
    for kind in ["text/plain", "multipart/form-data; boundary=x", "application/xml", "\u{1}"] {
        let Ok(request) =
            Request::post("/in/form/buckeye").header(header::CONTENT_TYPE, kind).body(Body::from(form(1)))
        else {
            continue;
        };
        is(&office.ask(request).await, "415 unsupported_media_type");
    }
    let untyped = Request::post("/in/form/buckeye").body(Body::from(form(1))).unwrap();
    is(&office.ask(untyped).await, "415 unsupported_media_type");
}

#[tokio::test]
async fn a_company_that_does_not_exist_is_not_found() {
    let office = Office::open().await;
    for company in ["nobody", "%00", "..", "buckeye'--", &"x".repeat(5_000)] {
        let request = Request::post(format!("/in/form/{company}"));
        let request =
            request.header(header::CONTENT_TYPE, "application/json").body(Body::from(form(1))).unwrap();
        let answer = office.ask(request).await;
        assert_eq!(answer.verdict(), "404 not_found", "{company}: {}", answer.text);
    }
    assert_eq!(office.get("/form/nobody").await.status, 404);
    is(&office.get("/in/form/%ff").await, "405 method_not_allowed");
}

#[tokio::test]
async fn the_same_request_ten_times_is_one_lead_with_ten_contacts() {
    let office = Office::open().await;
    for _ in 0..10 {
        is(&office.post_form(form(1), &[("idempotency-key", "7f3c")]).await, "202");
    }
    for _ in 0..10 {
        is(&office.post_form(form(2), &[]).await, "202");
    }
    let owner = office.sign_in(Role::Owner).await;
    let leads = office.read(&owner, "/api/v1/leads?filter=all").await.json();
    let leads = leads["leads"].as_array().unwrap();
    let mut contacts: Vec<_> = leads.iter().map(|lead| lead["contacts"].as_u64().unwrap()).collect();
    contacts.sort_unstable();
    assert_eq!(contacts, [10, 10]);
    let id = leads[0]["id"].as_str().unwrap();
    let detail = office.read(&owner, &format!("/api/v1/leads/{id}")).await.json();
    assert_eq!(detail["contacts"].as_array().unwrap().len(), 10);
}

#[tokio::test]
async fn repeats_that_arrive_at_the_same_moment_are_one_lead_too() {
    let office = Office::open().await;
    let sent = (0..10).map(|_| office.post_form(form(1), &[("idempotency-key", "7f3c")]));
    for answer in futures_util::future::join_all(sent).await {
        is(&answer, "202");
    }
    let owner = office.sign_in(Role::Owner).await;
    let leads = office.read(&owner, "/api/v1/leads?filter=all").await.json();
    assert_eq!(leads["leads"].as_array().unwrap().len(), 1);
    assert_eq!(leads["leads"][0]["contacts"], 10);
}

#[tokio::test]
async fn an_idempotency_key_is_short_and_names_one_request() {
    let office = Office::open().await;
    let long = "k".repeat(256);
    is(&office.post_form(form(1), &[("idempotency-key", &long)]).await, "400 invalid_idempotency_key");
    is(&office.post_form(form(1), &[("idempotency-key", " ")]).await, "400 invalid_idempotency_key");
    is(&office.post_form(form(1), &[("idempotency-key", &long[..255])]).await, "202");
    is(&office.post_form(form(2), &[("idempotency-key", &long[..255])]).await, "422 key_reused");
}

#[tokio::test]
async fn ids_dates_and_queries_that_make_no_sense_are_named() {
    let office = Office::open().await;
    let owner = office.sign_in(Role::Owner).await;
    let cases = [
        ("/api/v1/leads/abc", "400 invalid_id"),
        ("/api/v1/leads/-1", "400 invalid_id"),
        ("/api/v1/leads/0", "400 invalid_id"),
        ("/api/v1/leads/99999999999999999999999", "400 invalid_id"),
        ("/api/v1/leads/%ff", "400 invalid_path"),
        ("/api/v1/leads/987654321", "404 not_found"),
        ("/api/v1/appointments/1e3", "400 invalid_id"),
        ("/api/v1/suggestions/987654321", "404 not_found"),
        ("/api/v1/board?date=2026-02-30", "400 invalid_query"),
        ("/api/v1/board?date=yesterday", "400 invalid_query"),
        ("/api/v1/board?day=2026-02-28", "400 invalid_query"),
        ("/api/v1/journal?limit=-1", "400 invalid_query"),
        ("/api/v1/nothing", "404 not_found"),
    ];
    for (path, expected) in cases {
        let answer = office.read(&owner, path).await;
        assert_eq!(answer.verdict(), expected, "{path}: {}", answer.text);
    }
    for date in ["9999-12-31", "-9999-01-01", "0001-01-01"] {
        let answer = office.read(&owner, &format!("/api/v1/board?date={date}")).await;
        assert!(answer.status < 500, "{date}: {}", answer.text);
    }
}

#[tokio::test]
async fn impossible_instants_in_a_body_are_named_by_their_path() {
    let office = Office::open().await;
    let owner = office.sign_in(Role::Owner).await;
    let cases = [
        (
            r#"{"moves": [{"move": "assign", "appointment_id": "1", "technician_id": "1", "start": "2026-02-30T08:00:00Z"}]}"#,
            "422 invalid_value",
        ),
        (
            r#"{"moves": [{"move": "assign", "appointment_id": "1", "technician_id": "1", "start": "tomorrow"}]}"#,
            "422 invalid_value",
        ),
        (r#"{"moves": [{"move": "lift"}]}"#, "422 invalid_value"),
        (r#"{"moves": [{"move": "unlock", "appointment_id": "1", "color": "red"}]}"#, "422 unknown_field"),
        (r#"{"moves": {}}"#, "422 wrong_type"),
    ];
    for (body, expected) in cases {
        let answer = office.change(&owner, "POST", "/api/v1/board/moves", body).await;
        assert_eq!(answer.verdict(), expected, "{body}: {}", answer.text);
        assert!(!answer.json()["errors"].as_array().unwrap().is_empty(), "{body}: {}", answer.text);
    }
    let answer = office.change(&owner, "POST", "/api/v1/board/moves", cases[0].0).await.json();
    assert!(answer["errors"][0]["path"].as_str().unwrap().starts_with("moves[0]"), "{answer}");
}
