//! The API's description is committed, complete, and what the program says.

use serde_json::Value;
use std::fs;
use std::path::Path;

#[test]
fn the_committed_description_is_what_the_program_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let committed = fs::read_to_string(file).unwrap_or_default();
    assert!(
        committed == server::http::describe(),
        "docs/openapi.json is not what the program describes: run `cargo xtask schema --bless`"
    );
}

#[test]
fn every_operation_says_what_it_does_and_how_it_refuses() {
    let description: Value = serde_json::from_str(&server::http::describe()).unwrap();
    assert_eq!(description["openapi"], "3.1.0");
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let problem = &operation["responses"]["default"]["content"]["application/problem+json"];
            assert_eq!(problem["schema"]["$ref"], "#/components/schemas/Problem", "{method} {path}");
            assert!(operation["summary"].as_str().is_some_and(|words| !words.is_empty()), "{method} {path}");
            assert!(operation["operationId"].is_string() && operation["tags"].is_array(), "{method} {path}");
        }
    }
}

#[test]
fn everything_that_is_referred_to_is_described() {
    let text = server::http::describe();
    let description: Value = serde_json::from_str(&text).unwrap();
    let schemas = description["components"]["schemas"].as_object().unwrap();
    for part in text.split("\"#/components/schemas/").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name}");
    }
}
