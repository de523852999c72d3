//! What comes in with a request, checked at the door: bodies, ids, queries.

use super::body::read_text;
use super::problem::Problem;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use domain::LeadId;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use std::str::FromStr;

/// A JSON body. Unknown fields, wrong types and everything else that is not exactly right are refused by path.
#[derive(Debug)]
pub(crate) struct Json<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Json<T>, Problem> {
        if media_type(request.headers()) != Some(MediaType::Json) {
            return Err(unsupported("application/json"));
        }
        let text = read_text(request.into_body()).await?;
        parse(&text).map(Json)
    }
}

/// What a body says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MediaType {
    /// `application/json` and its relatives.
    Json,
    /// `application/x-www-form-urlencoded`, as a page without scripts sends it.
    UrlEncoded,
}

/// What the body says it is; none when it is something that we do not read.
pub(crate) fn media_type(headers: &HeaderMap) -> Option<MediaType> {
    let text = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let essence = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => Some(MediaType::Json),
        "application/x-www-form-urlencoded" => Some(MediaType::UrlEncoded),
        other if other.starts_with("application/") && other.ends_with("+json") => Some(MediaType::Json),
        _ => None,
    }
}

/// The body is of a kind that we do not read.
pub(crate) fn unsupported(wanted: &str) -> Problem {
    Problem::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "unsupported_media_type",
        format!("send the body as `{wanted}` and say so in `Content-Type`"),
    )
}

/// Reads JSON text.
///
/// # Errors
/// 400 when it is not JSON; 422 `unknown_field`, `missing_field`, `wrong_type` or `invalid_value` by path when it is
/// not what was asked for.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::new(StatusCode::BAD_REQUEST, "empty_body", "the body is empty; send JSON"));
    }
    // serde would take a list for an object, by the order of the fields: a promise that we do not want to keep.
    if text.trim_start().starts_with('[') {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Err(Problem::part(status, "wrong_type", "", "the body is a list; send an object"));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        not_as_asked(if path == "." { "" } else { &path }, &error.into_inner())
    })?;
    reader.end().map_err(|error| not_as_asked("", &error))?;
    Ok(value)
}

fn not_as_asked(path: &str, error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    let whole = error.to_string();
    let message = whole.split(" at line ").next().unwrap_or_default();
    if error.classify() != Category::Data {
        let detail = format!("the body is not JSON: {message} (line {line}, column {column})");
        return Problem::new(StatusCode::BAD_REQUEST, "malformed_json", detail);
    }
    // serde tells its kinds of error apart only by these words.
    let code = match message {
        _ if message.starts_with("unknown field") || message.starts_with("unexpected field") => {
            "unknown_field"
        }
        _ if message.starts_with("missing field") => "missing_field",
        _ if message.starts_with("duplicate field") => "duplicate_field",
        _ if message.starts_with("invalid type") => "wrong_type",
        _ => "invalid_value",
    };
    // A missing part has no place of its own in the text, so its name is taken from the words.
    let missing = message.split('`').nth(1).filter(|_| code == "missing_field").unwrap_or_default();
    let dot = if path.is_empty() || missing.is_empty() { "" } else { "." };
    Problem::part(StatusCode::UNPROCESSABLE_ENTITY, code, &format!("{path}{dot}{missing}"), message)
}

/// An id in the path.
#[derive(Debug)]
pub(crate) struct Id<T>(pub(crate) T);

impl<T, S> FromRequestParts<S> for Id<T>
where
    T: FromStr<Err: ToString>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Id<T>, Problem> {
        let Word(text) = Word::from_request_parts(parts, state).await?;
        id_of(&text).map(Id)
    }
}

/// A word in the path, such as a token or a company's slug.
#[derive(Debug)]
pub(crate) struct Word(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Word {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Word, Problem> {
        Ok(Word(in_path(parts, state).await?))
    }
}

/// A noun and the id of one of its kind, in the path.
#[derive(Debug)]
pub(crate) struct NounAndId(pub(crate) String, pub(crate) i64);

impl<S: Send + Sync> FromRequestParts<S> for NounAndId {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<NounAndId, Problem> {
        let (noun, id): (String, String) = in_path(parts, state).await?;
        // The ids of all nouns look alike.
        Ok(NounAndId(noun, id_of::<LeadId>(&id)?.0))
    }
}

fn id_of<T: FromStr<Err: ToString>>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|error: T::Err| {
        Problem::part(StatusCode::BAD_REQUEST, "invalid_id", "id", error.to_string())
    })
}

/// What stands in the path's places. `Path` alone would refuse in plain text.
async fn in_path<T: DeserializeOwned + Send, S: Send + Sync>(
    parts: &mut Parts,
    state: &S,
) -> Result<T, Problem> {
    let Path(value) = Path::<T>::from_request_parts(parts, state)
        .await
        .map_err(|error| Problem::new(StatusCode::BAD_REQUEST, "invalid_path", error.body_text()))?;
    Ok(value)
}

/// What stands after the question mark. Unknown names are refused when `T` refuses them.
#[derive(Debug)]
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asked<T>, Problem> {
        let Query(value) = Query::<T>::try_from_uri(&parts.uri).map_err(|error| {
            let text = error.body_text();
            let detail = text.trim_start_matches("Failed to deserialize query string: ");
            let (path, message) = detail.split_once(": ").unwrap_or(("", detail));
            Problem::part(StatusCode::BAD_REQUEST, "invalid_query", path, message)
        })?;
        Ok(Asked(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::view::{ChosenWindow, FormRequest, MovesRequest};
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check<T: DeserializeOwned>(text: &str, expected: Expect) {
        let answer = match parse::<T>(text) {
            Ok(_) => "fine".to_owned(),
            Err(problem) => format!("{} {}: {}", problem.status, problem.code, problem.detail),
        };
        expected.assert_eq(&answer);
    }

    #[test]
    fn what_is_not_json_is_named() {
        check::<FormRequest>("", expect!["400 empty_body: the body is empty; send JSON"]);
        check::<FormRequest>(
            "{\"name\": ",
            expect!["400 malformed_json: the body is not JSON: EOF while parsing a value (line 1, column 9)"],
        );
        check::<FormRequest>(
            &"[".repeat(100_000),
            expect!["422 wrong_type: the body is a list; send an object"],
        );
    }

    #[test]
    fn what_is_not_as_asked_is_named_by_its_path() {
        check::<FormRequest>(
            r#"{"name": "Ana", "phone": "614 555 0100", "message": "leak", "color": "red"}"#,
            expect![
                "422 unknown_field: `color`: unknown field `color`, expected one of `name`, `phone`, `email`, `address`, `message`, `preferred_time`"
            ],
        );
        check::<FormRequest>(
            r#"{"name": 7}"#,
            expect!["422 wrong_type: `name`: invalid type: integer `7`, expected a string"],
        );
        check::<FormRequest>(
            r#"{"name": "Ana"}"#,
            expect!["422 missing_field: `phone`: missing field `phone`"],
        );
        check::<ChosenWindow>(
            r#"{"start": "2026-02-30T08:00:00Z", "end": "2026-02-28T10:00:00Z"}"#,
            expect![
                "422 invalid_value: `start`: parsed date is not valid: parameter 'day' for `2026-02` is invalid, must be in range `1..=28`"
            ],
        );
        check::<MovesRequest>(
            r#"{"moves": [{"move": "lift", "appointment_id": "1"}]}"#,
            expect![
                "422 invalid_value: `moves[0].move`: unknown variant `lift`, expected one of `assign`, `unassign`, `lock`, `unlock`, `advance`, `hold`, `resume`, `reopen`, `cancel`, `shift_event`"
            ],
        );
        check::<ChosenWindow>(
            r#"{"start": "2026-02-28T08:00:00Z", "end": "2026-02-28T10:00:00Z"} more"#,
            expect!["400 malformed_json: the body is not JSON: trailing characters (line 1, column 66)"],
        );
    }
}
