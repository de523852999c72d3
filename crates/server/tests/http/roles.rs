//! Who may do what, route by route. A route that is not in the table fails the test.

use crate::office::{Browser, Office};
use axum::body::Body;
use axum::http::{Request, header};
use domain::{Permission, Role};
use std::collections::BTreeSet;

/// Who may call a route.
#[derive(Clone, Copy)]
enum Allowed {
    /// Everybody, signed in or not.
    Public,
    /// Everybody who is signed in.
    Anyone,
    /// Whose role has this permission.
    With(Permission),
}

/// Method, path as declared, who may call it, a body that makes sense.
type Route = (&'static str, &'static str, Allowed, &'static str);

const WINDOW: &str = r#"{"start": "2026-03-11T12:00:00Z", "end": "2026-03-11T14:00:00Z"}"#;
const ALTERNATIVE: &str = r#"{"alternative": 0}"#;
const NO_MOVES: &str = r#"{"moves": [{"move": "unlock", "appointment_id": "987654321"}]}"#;

#[rustfmt::skip]
const ROUTES: &[Route] = {
    use Allowed::{Anyone, Public, With};
    use Permission::{
        AcceptSuggestion, Approve, ChangeMode, EditBoard, EditSettings, ManageUsers, SeeBoard, WorkInbox,
    };
    &[
        ("GET", "/form/{company}", Public, ""),
        ("POST", "/in/form/{company}", Public, "{}"),
        ("GET", "/api/v1/session", Anyone, ""),
        ("POST", "/api/v1/session", Public, "{}"),
        ("PUT", "/api/v1/session/password", Anyone, r#"{"old": "not my password", "new": "a password of twelve"}"#),
        ("GET", "/sign-in/{token}", Public, ""),
        ("GET", "/api/v1/setup", Public, ""),
        ("POST", "/api/v1/setup", Public, "{}"),
        ("GET", "/api/v1/company", Anyone, ""),
        ("PUT", "/api/v1/company/mode", With(ChangeMode), r#"{"board": "assist"}"#),
        ("PUT", "/api/v1/company/settings", With(EditSettings),
         r#"{"money_over_driving": 50, "max_drive_minutes": 45, "autolock_minutes": 60, "change_budget": 6, "reservation_minutes": 15}"#),
        ("GET", "/api/v1/users", With(ManageUsers), ""),
        ("POST", "/api/v1/users", With(ManageUsers), r#"{"email": "x", "name": "", "role": "csr", "password": "short"}"#),
        ("PUT", "/api/v1/users/{id}/closure", With(ManageUsers), ""),
        ("DELETE", "/api/v1/users/{id}/closure", With(ManageUsers), ""),
        ("PUT", "/api/v1/users/{id}/password", With(ManageUsers), r#"{"password": "a password of twelve"}"#),
        ("GET", "/api/v1/leads", With(SeeBoard), ""),
        ("GET", "/api/v1/leads/{id}", With(SeeBoard), ""),
        ("PATCH", "/api/v1/leads/{id}/readings", With(WorkInbox), r#"{"name": "Ana"}"#),
        ("PUT", "/api/v1/leads/{id}/owner", With(WorkInbox), ""),
        ("DELETE", "/api/v1/leads/{id}/owner", With(WorkInbox), ""),
        ("POST", "/api/v1/leads/{id}/reservation", With(WorkInbox), WINDOW),
        ("DELETE", "/api/v1/leads/{id}/reservation", With(WorkInbox), ""),
        ("POST", "/api/v1/leads/{id}/booking", With(WorkInbox), WINDOW),
        ("POST", "/api/v1/leads/{id}/dismissal", With(WorkInbox), r#"{"state": "lost", "reason": "too far"}"#),
        ("POST", "/api/v1/escalations/{id}/owner", With(WorkInbox), ""),
        ("POST", "/api/v1/escalations/{id}/outcome", With(WorkInbox), r#"{"outcome": "called back"}"#),
        ("GET", "/api/v1/approvals", With(SeeBoard), ""),
        ("POST", "/api/v1/leads/{id}/approval", With(Approve), r#"{"decision": "approve"}"#),
        ("GET", "/api/v1/board", With(SeeBoard), ""),
        ("POST", "/api/v1/board/moves", With(EditBoard), NO_MOVES),
        ("POST", "/api/v1/board/preview", With(EditBoard), NO_MOVES),
        ("POST", "/api/v1/undo", With(EditBoard), r#"{"position": 987654321}"#),
        ("GET", "/api/v1/appointments/{id}", With(SeeBoard), ""),
        ("GET", "/api/v1/appointments/{id}/technicians", With(SeeBoard), ""),
        ("GET", "/api/v1/appointments/{id}/explanation", With(SeeBoard), ""),
        ("GET", "/api/v1/appointments/{id}/would-take", With(SeeBoard), ""),
        ("PUT", "/api/v1/appointments/{id}/lock", With(EditBoard), r#"{"kind": "start"}"#),
        ("DELETE", "/api/v1/appointments/{id}/lock", With(EditBoard), ""),
        ("GET", "/api/v1/appointments/{id}/windows", With(SeeBoard), ""),
        ("POST", "/api/v1/appointments/{id}/window", With(EditBoard), WINDOW),
        ("POST", "/api/v1/messages/{id}/release", With(Approve), "{}"),
        ("DELETE", "/api/v1/messages/{id}", With(Approve), ""),
        ("GET", "/api/v1/search", With(SeeBoard), ""),
        ("POST", "/api/v1/suggestions", With(AcceptSuggestion), r#"{"appointment_id": "987654321"}"#),
        ("GET", "/api/v1/suggestions/{id}", With(SeeBoard), ""),
        ("POST", "/api/v1/suggestions/{id}/figures", With(SeeBoard), ALTERNATIVE),
        ("POST", "/api/v1/suggestions/{id}/acceptance", With(AcceptSuggestion), ALTERNATIVE),
        ("GET", "/api/v1/standing", With(SeeBoard), ""),
        ("GET", "/api/v1/journal", With(SeeBoard), ""),
        ("GET", "/api/v1/timeline/{noun}/{id}", With(SeeBoard), ""),
        ("GET", "/api/v1/events", With(SeeBoard), ""),
        ("GET", "/api/v1/tasks", With(EditSettings), ""),
        ("POST", "/api/v1/tasks/{id}/attempt", With(EditSettings), ""),
        ("GET", "/healthz", Public, ""),
        ("GET", "/readyz", Public, ""),
        ("GET", "/metrics", Public, ""),
        ("GET", "/api/openapi.json", Public, ""),
        // Last: it ends the session.
        ("DELETE", "/api/v1/session", Anyone, ""),
    ]
};

/// A path with something in its places that does not exist.
fn filled(path: &str) -> String {
    let asked = match path {
        "/api/v1/search" => "?q=ana",
        "/api/v1/tasks" => "?state=dead",
        "/api/v1/appointments/{id}/would-take" => "?technician_id=987654321",
        _ => "",
    };
    format!("{path}{asked}")
        .replace("{id}", "987654321")
        .replace("{noun}", "lead")
        .replace("{company}", "nobody")
        .replace("{token}", "x")
}

fn request(route: &Route, browser: Option<&Browser>) -> Request<Body> {
    let (method, path, _, body) = *route;
    let mut request = Request::builder().method(method).uri(filled(path));
    if let Some(browser) = browser {
        request = request.header(header::COOKIE, &browser.cookie).header("x-csrf-token", &browser.csrf);
    }
    if !body.is_empty() {
        request = request.header(header::CONTENT_TYPE, "application/json");
    }
    request.body(Body::from(body)).unwrap()
}

#[test]
fn every_route_of_the_description_is_in_the_table() {
    let description: serde_json::Value = serde_json::from_str(&server::http::describe()).unwrap();
    let paths = description["paths"].as_object().unwrap();
    let described: BTreeSet<(String, &str)> = paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().keys().map(move |method| (method.to_uppercase(), path.as_str()))
        })
        .collect();
    let table: BTreeSet<_> = ROUTES.iter().map(|(method, path, ..)| ((*method).to_owned(), *path)).collect();
    assert_eq!(described, table);
    for (method, path, allowed, _) in ROUTES {
        let security = &description["paths"][*path][method.to_lowercase()]["security"];
        assert_eq!(security.is_null(), matches!(allowed, Allowed::Public), "{method} {path}");
        let csrf = security.as_array().is_some_and(|list| list.iter().any(|item| item.get("csrf").is_some()));
        assert_eq!(csrf, !security.is_null() && *method != "GET", "{method} {path}");
    }
}

#[tokio::test]
async fn without_a_session_nothing_but_the_public_part_answers() {
    let office = Office::open().await;
    for route in ROUTES {
        let answer = office.ask(request(route, None)).await;
        let (method, path, ..) = route;
        match route.2 {
            Allowed::Public => assert_ne!(answer.status, 401, "{method} {path}"),
            _ => assert_eq!(answer.verdict(), "401 not_signed_in", "{method} {path}"),
        }
        assert!(answer.status < 500, "{method} {path}: {}", answer.text);
    }
}

#[tokio::test]
async fn every_role_may_call_what_its_permissions_say_and_nothing_else() {
    let office = Office::open().await;
    // Streams end at once, so that they can be read to their end.
    office.stop.send(true).unwrap();
    let mut browsers = Vec::new();
    for role in Role::ALL {
        browsers.push((role, office.sign_in(role).await));
    }
    for (role, browser) in &browsers {
        for route in ROUTES {
            let answer = office.ask(request(route, Some(browser))).await;
            let (method, path, ..) = route;
            let may = match route.2 {
                Allowed::Public | Allowed::Anyone => true,
                Allowed::With(permission) => role.may(permission),
            };
            let verdict = answer.verdict();
            assert_eq!(verdict != "403 forbidden", may, "{role:?} {method} {path}: {}", answer.text);
            assert!(
                answer.status < 500 && verdict != "403 csrf",
                "{role:?} {method} {path}: {}",
                answer.text
            );
        }
    }
}
