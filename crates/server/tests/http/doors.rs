//! Every door of the API, tried with what does not fit through it: the answer is always a problem with its code.
//!
//! The doors come from the description, so that a new route is tried as well.

use crate::office::{Answer, Browser, Office};
use axum::body::Body;
use axum::http::{Request, header};
use domain::Role;
use serde_json::Value;

/// An operation of the description.
struct Door {
    method: String,
    path: String,
    takes_json: bool,
    queries: Vec<String>,
}

fn doors() -> Vec<Door> {
    let description: Value = serde_json::from_str(&server::http::describe()).unwrap();
    let mut doors = Vec::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let queries = parameters.iter().filter(|one| one["in"] == "query");
            doors.push(Door {
                method: method.to_uppercase(),
                path: path.clone(),
                takes_json: operation["requestBody"]["content"].get("application/json").is_some(),
                queries: queries.map(|one| one["name"].as_str().unwrap().to_owned()).collect(),
            });
        }
    }
    doors
}

impl Door {
    /// The path with something harmless in its places.
    fn filled(&self) -> String {
        filled(&self.path)
    }

    /// The path with bytes that are no text in one of its places, for each place.
    fn broken(&self) -> Vec<String> {
        let places = self.path.match_indices('{').zip(self.path.match_indices('}'));
        places
            .map(|((start, _), (end, _))| {
                format!("{}%ff{}", filled(&self.path[..start]), filled(&self.path[end + 1..]))
            })
            .collect()
    }
}

fn filled(path: &str) -> String {
    let path = path.replace("{id}", "987654321").replace("{noun}", "lead");
    path.replace("{company}", "buckeye").replace("{token}", "x")
}

/// A request as our own page sends it, with a session.
fn request(browser: &Browser, method: &str, path: &str, kind: Option<&str>, body: &str) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    request = request.header(header::COOKIE, &browser.cookie).header("x-csrf-token", &browser.csrf);
    if let Some(kind) = kind {
        request = request.header(header::CONTENT_TYPE, kind);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

#[track_caller]
fn is_problem(answer: &Answer, expected: &str, what: &str) {
    assert_eq!(answer.verdict(), expected, "{what}: {}", answer.text);
    let problem = answer.json();
    let code = problem["code"].as_str().unwrap();
    assert_eq!(problem["type"], format!("urn:dispatch-assist:problem:{code}"), "{what}");
    assert_eq!(problem["status"], u64::from(answer.status), "{what}");
    for part in ["title", "detail"] {
        assert!(!problem[part].as_str().unwrap().is_empty(), "{what}: {part}");
    }
}

#[tokio::test]
async fn a_path_that_is_no_text_is_a_problem_at_every_door() {
    let office = Office::open().await;
    let owner = office.sign_in(Role::Owner).await;
    let mut tried = 0;
    for door in doors() {
        for path in door.broken() {
            let kind = door.takes_json.then_some("application/json");
            let answer = office.ask(request(&owner, &door.method, &path, kind, "{}")).await;
            is_problem(&answer, "400 invalid_path", &format!("{} {path}", door.method));
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[tokio::test]
async fn a_body_that_is_not_as_asked_is_a_problem_at_every_door() {
    let office = Office::open().await;
    let owner = office.sign_in(Role::Owner).await;
    let cases = [
        (None, "{}", "415 unsupported_media_type"),
        (Some("text/plain"), "{}", "415 unsupported_media_type"),
        (Some("multipart/form-data; boundary=x"), "--x--", "415 unsupported_media_type"),
        (Some("application/json"), "", "400 empty_body"),
        (Some("application/json"), "{", "400 malformed_json"),
        (Some("application/json"), "[]", "422 wrong_type"),
        (Some("application/json"), "7", "422 wrong_type"),
        (Some("application/json"), r#"{"no_such_field": 1}"#, "422 unknown_field"),
    ];
    let mut tried = 0;
    for door in doors().into_iter().filter(|door| door.takes_json) {
        for (kind, body, expected) in cases {
            let answer = office.ask(request(&owner, &door.method, &door.filled(), kind, body)).await;
            is_problem(&answer, expected, &format!("{} {} {kind:?} {body}", door.method, door.path));
        }
        tried += 1;
    }
    assert!(tried > 10, "{tried}");
}

#[tokio::test]
async fn a_query_that_makes_no_sense_is_a_problem_at_every_door() {
    let office = Office::open().await;
    let owner = office.sign_in(Role::Owner).await;
    // Streams end at once, so that they can be read to their end.
    office.stop.send(true).unwrap();
    let mut tried = 0;
    // A link may carry what a mail program adds to it.
    for door in doors().iter().filter(|door| !door.queries.is_empty() && !door.path.starts_with("/sign-in")) {
        let mut queries = vec!["no_such_name=1".to_owned()];
        queries.extend(door.queries.iter().map(|name| format!("{name}=1&{name}=2")));
        let numbers = door.queries.iter().filter(|name| ["after", "limit", "date"].contains(&name.as_str()));
        queries.extend(numbers.map(|name| format!("{name}=%ff")));
        for query in queries {
            let path = format!("{}?{query}", door.filled());
            let answer = office.ask(request(&owner, &door.method, &path, None, "")).await;
            is_problem(&answer, "400 invalid_query", &format!("{} {path}", door.method));
            tried += 1;
        }
    }
    assert!(tried > 10, "{tried}");
}

#[tokio::test]
async fn a_method_that_a_door_does_not_take_is_a_problem_that_names_those_it_takes() {
    let office = Office::open().await;
    let owner = office.sign_in(Role::Owner).await;
    let doors = doors();
    for door in &doors {
        let taken: Vec<&str> =
            doors.iter().filter(|other| other.path == door.path).map(|other| other.method.as_str()).collect();
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"] {
            if taken.contains(&method) {
                continue;
            }
            let answer = office.ask(request(&owner, method, &door.filled(), None, "")).await;
            is_problem(&answer, "405 method_not_allowed", &format!("{method} {}", door.path));
            for taken in &taken {
                assert!(
                    answer.header("allow").contains(taken),
                    "{method} {}: {:?}",
                    door.path,
                    answer.headers
                );
            }
        }
    }
    let answer = office.ask(request(&owner, "POST", "/board", None, "")).await;
    is_problem(&answer, "405 method_not_allowed", "POST /board");
    assert_eq!(answer.header("allow"), "GET,HEAD");
}

#[tokio::test]
async fn where_there_is_nothing_is_a_problem() {
    let office = Office::open().await;
    let owner = office.sign_in(Role::Owner).await;
    let paths = [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v2/leads",
        "/api/v1/nothing",
        "/api/v1/leads/",
        "/api/v1/leads/1/nothing",
        "/api/v1/%ff",
        "/api/v1//leads",
        "/in",
        "/in/",
        "/in/fax/buckeye",
        "/in/form",
        "/in/form/buckeye/more",
        "/in/%ff/buckeye",
    ];
    for path in paths {
        for method in ["GET", "POST", "DELETE"] {
            let answer = office.ask(request(&owner, method, path, None, "")).await;
            is_problem(&answer, "404 not_found", &format!("{method} {path}"));
        }
    }
}
