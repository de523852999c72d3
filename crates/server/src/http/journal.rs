//! The journal and the timeline of one thing.

use super::input::{Asked, NounAndId};
use super::problem::Problem;
use super::signed::Signed;
use app::App;
use app::view::TimelineEntry;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Entries that one answer has when nothing else is asked for.
const ENTRIES: u32 = 100;

/// Which part of the journal.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct JournalQuery {
    /// Entries after this position; from the first when absent.
    after: Option<i64>,
    /// At most so many; 100 when absent.
    limit: Option<u32>,
}

/// Journal entries.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EntryList {
    /// The entries.
    entries: Vec<TimelineEntry>,
}

/// The journal of the company, oldest first.
#[utoipa::path(get, path = "/api/v1/journal", tag = "journal", params(JournalQuery), security(("session" = [])),
    responses((status = 200, description = "Entries.", body = EntryList)))]
pub(crate) async fn journal(
    State(app): State<App>,
    Signed(who): Signed,
    Asked(query): Asked<JournalQuery>,
) -> Result<axum::Json<EntryList>, Problem> {
    let (after, limit) = (query.after.unwrap_or(0), query.limit.unwrap_or(ENTRIES));
    Ok(axum::Json(EntryList { entries: app.journal(&who, after, limit).await? }))
}

/// What happened to one thing, newest first.
#[utoipa::path(get, path = "/api/v1/timeline/{noun}/{id}", tag = "journal",
    params(("noun" = String, Path, description = "`lead`, `job`, `appointment`, …"), ("id" = String, Path)),
    security(("session" = [])),
    responses((status = 200, description = "Entries.", body = EntryList)))]
pub(crate) async fn timeline(
    State(app): State<App>,
    Signed(who): Signed,
    NounAndId(noun, id): NounAndId,
) -> Result<axum::Json<EntryList>, Problem> {
    Ok(axum::Json(EntryList { entries: app.timeline(&who, &noun, id).await? }))
}
