//! Every "no" of the API in one shape: RFC 9457 problem details with a stable code.

use app::view::{Notice, RefusalView, SuggestionView, WindowView};
use app::{Error, Kind};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::ops::{Deref, DerefMut};
use utoipa::ToSchema;

/// The media type of a problem.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

/// A request was not carried out. Boxed, because it travels in the `Err` of many small functions.
#[derive(Debug, Clone)]
pub(crate) struct Problem(Box<ProblemView>);

/// Why a request was not carried out. Nothing was changed.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemView {
    /// A name for this kind of problem: `urn:dispatch-assist:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The HTTP status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do, in a sentence.
    pub detail: String,
    /// Stable code, such as `unknown_field`, `not_signed_in`, `refused` or `stale`.
    pub code: String,
    /// What is wrong with which part of the input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<WrongPart>,
    /// Named refusals of the board.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub refusals: Vec<RefusalView>,
    /// The situation, for a suggestion that was not applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// A suggestion made from the board as it is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fresh: Option<Box<SuggestionView>>,
    /// Windows that fit instead of the one that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub windows: Vec<WindowView>,
    /// Names the failure in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<String>,
    /// Seconds to wait before the next try; sent as `Retry-After`.
    #[serde(skip)]
    pub(crate) retry_after: Option<u64>,
}

/// What is wrong with one part of the input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct WrongPart {
    /// Name of the part, such as `moves[0].start`.
    pub path: String,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl Problem {
    /// A problem with a sentence.
    pub(crate) fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Problem {
        Problem(Box::new(ProblemView {
            kind: format!("urn:dispatch-assist:problem:{code}"),
            title: status.canonical_reason().unwrap_or("Problem").to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            code: code.to_owned(),
            errors: Vec::new(),
            refusals: Vec::new(),
            notice: None,
            fresh: None,
            windows: Vec::new(),
            incident: None,
            retry_after: None,
        }))
    }

    /// One part of the input is wrong.
    pub(crate) fn part(status: StatusCode, code: &str, path: &str, message: impl Into<String>) -> Problem {
        let message = message.into();
        let detail = if path.is_empty() { message.clone() } else { format!("`{path}`: {message}") };
        let mut problem = Problem::new(status, code, detail);
        problem.errors.push(WrongPart { path: path.to_owned(), message });
        problem
    }

    /// Says as well what is wrong with the parts that another problem is about.
    pub(crate) fn add_parts(&mut self, other: &Problem) {
        self.0.errors.extend(other.errors.iter().cloned());
    }
}

impl Deref for Problem {
    type Target = ProblemView;

    fn deref(&self) -> &ProblemView {
        &self.0
    }
}

impl DerefMut for Problem {
    fn deref_mut(&mut self) -> &mut ProblemView {
        &mut self.0
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Problem {
        let error = error.into_details();
        let mut problem = Problem::new(status(error.kind), error.code, error.detail);
        problem.errors = error
            .errors
            .into_iter()
            .map(|field| WrongPart { path: field.path, message: field.message })
            .collect();
        problem.refusals = error.refusals;
        problem.notice = error.notice;
        problem.fresh = error.fresh;
        problem.windows = error.windows;
        problem.incident = error.incident;
        if matches!(error.kind, Kind::Unavailable | Kind::TooMany) {
            problem.retry_after = Some(1);
        }
        problem
    }
}

fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::NotSignedIn => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Conflict | Kind::Refused => StatusCode::CONFLICT,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self.0).expect("a problem has only text keys");
        let mut response = (status, [(header::CONTENT_TYPE, MEDIA_TYPE)], body).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
