//! What can go wrong in a use case, in few kinds.

use crate::view::{Notice, RefusalView, SuggestionView, WindowView};
use domain::Refusal;
use std::fmt;
use std::ops::{Deref, DerefMut};

/// A use case was not carried out. Nothing was changed.
///
/// Boxed, because it is large and rare.
#[derive(Debug, Clone)]
pub struct Error(Box<Details>);

/// What an [`Error`] tells.
#[derive(Debug, Clone)]
pub struct Details {
    /// What kind of no it is.
    pub kind: Kind,
    /// Stable code.
    pub code: &'static str,
    /// What happened and what to do, in a sentence.
    pub detail: String,
    /// What is wrong with which part of the input.
    pub errors: Vec<FieldError>,
    /// Named refusals.
    pub refusals: Vec<RefusalView>,
    /// The situation, for a suggestion that was not applied.
    pub notice: Option<Notice>,
    /// A suggestion made from the board as it is now.
    pub fresh: Option<Box<SuggestionView>>,
    /// Windows that fit instead of the one that was asked for.
    pub windows: Vec<WindowView>,
    /// Names the failure in the log.
    pub incident: Option<String>,
}

/// Kinds of no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The input makes no sense.
    Invalid,
    /// Nobody is signed in.
    NotSignedIn,
    /// The role does not allow it.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// Somebody else was quicker.
    Conflict,
    /// The rules of the board say no.
    Refused,
    /// Too many tries.
    TooMany,
    /// Not now: try again.
    Unavailable,
    /// A fault of ours.
    Internal,
}

/// What is wrong with one part of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the part.
    pub path: String,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl Error {
    /// An error with a sentence.
    pub fn new(kind: Kind, code: &'static str, detail: impl Into<String>) -> Error {
        Error(Box::new(Details {
            kind,
            code,
            detail: detail.into(),
            errors: Vec::new(),
            refusals: Vec::new(),
            notice: None,
            fresh: None,
            windows: Vec::new(),
            incident: None,
        }))
    }

    /// Everything it tells, to be taken apart.
    pub fn into_details(self) -> Details {
        *self.0
    }

    /// One part of the input is wrong.
    pub fn field(path: &str, message: impl Into<String>) -> Error {
        let message = message.into();
        let mut error = Error::new(Kind::Invalid, "invalid", format!("`{path}`: {message}"));
        error.errors.push(FieldError { path: path.to_owned(), message });
        error
    }

    /// There is no such thing.
    pub fn not_found(what: &str, id: impl fmt::Display) -> Error {
        Error::new(Kind::NotFound, "not_found", format!("there is no {what} `{id}`"))
    }

    /// The rules of the board say no.
    pub fn refused(refusals: &[Refusal]) -> Error {
        let words: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        let mut error = Error::new(Kind::Refused, "refused", words.join("; "));
        error.refusals = refusals.iter().map(RefusalView::from).collect();
        error
    }

    /// A fault of ours; the log holds the details under the incident.
    pub fn internal(cause: impl fmt::Display, incident: String) -> Error {
        tracing::error!(%incident, %cause, "a use case failed");
        let mut error = Error::new(
            Kind::Internal,
            "internal",
            format!(
                "something failed on our side; try again, and name incident {incident} if it happens again"
            ),
        );
        error.incident = Some(incident);
        error
    }
}

impl Deref for Error {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

impl DerefMut for Error {
    fn deref_mut(&mut self) -> &mut Details {
        &mut self.0
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl std::error::Error for Error {}
