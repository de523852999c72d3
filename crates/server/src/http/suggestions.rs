//! Suggestions: generate, review, accept.

use super::board::DateQuery;
use super::input::{Asked, Id, Json};
use super::problem::{Problem, ProblemView};
use super::signed::Signed;
use app::App;
use app::view::{Acceptance, AcceptedView, Figures, StandingView, SuggestRequest, SuggestionView};
use axum::extract::State;
use axum::http::StatusCode;
use domain::SuggestionId;

/// Generate suggestions for a visit.
#[utoipa::path(post, path = "/api/v1/suggestions", tag = "suggestions", request_body = SuggestRequest,
    security(("session" = [], "csrf" = [])),
    responses((status = 201, description = "What the planner answered.", body = SuggestionView)))]
pub(crate) async fn suggest(
    State(app): State<App>,
    Signed(who): Signed,
    Json(request): Json<SuggestRequest>,
) -> Result<(StatusCode, axum::Json<SuggestionView>), Problem> {
    Ok((StatusCode::CREATED, axum::Json(app.suggest(&who, request).await?)))
}

/// A suggestion as it stands.
#[utoipa::path(get, path = "/api/v1/suggestions/{id}", tag = "suggestions", params(("id" = String, Path)),
    security(("session" = [])),
    responses((status = 200, description = "The suggestion.", body = SuggestionView)))]
pub(crate) async fn suggestion(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<SuggestionId>,
) -> Result<axum::Json<SuggestionView>, Problem> {
    Ok(axum::Json(app.suggestion(&who, id).await?))
}

/// The figures of some moves of an alternative.
#[utoipa::path(post, path = "/api/v1/suggestions/{id}/figures", tag = "suggestions",
    params(("id" = String, Path)), request_body = Acceptance, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The figures.", body = Figures)))]
pub(crate) async fn figures(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<SuggestionId>,
    Json(choice): Json<Acceptance>,
) -> Result<axum::Json<Figures>, Problem> {
    Ok(axum::Json(app.figures(&who, id, choice).await?))
}

/// Accept an alternative, or some of its moves.
#[utoipa::path(post, path = "/api/v1/suggestions/{id}/acceptance", tag = "suggestions",
    params(("id" = String, Path)), request_body = Acceptance, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "Applied.", body = AcceptedView),
              (status = 409, description = "Not applied: the situation, the refusals, and a fresh suggestion.",
               body = ProblemView, content_type = "application/problem+json")))]
pub(crate) async fn accept(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<SuggestionId>,
    Json(choice): Json<Acceptance>,
) -> Result<axum::Json<AcceptedView>, Problem> {
    Ok(axum::Json(app.accept(&who, id, choice).await?))
}

/// Improvements of a date that stand ready.
#[utoipa::path(get, path = "/api/v1/standing", tag = "suggestions", params(DateQuery),
    security(("session" = [])),
    responses((status = 200, description = "What stands ready.", body = StandingView)))]
pub(crate) async fn standing(
    State(app): State<App>,
    Signed(who): Signed,
    Asked(query): Asked<DateQuery>,
) -> Result<axum::Json<StandingView>, Problem> {
    Ok(axum::Json(app.standing(&who, query.date).await?))
}
