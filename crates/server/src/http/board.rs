//! The board, changes by hand, and undo.

use super::input::{Asked, Id, Json};
use super::problem::{Problem, ProblemView};
use super::signed::Signed;
use app::App;
use app::view::{
    BoardView, ExplanationView, MovesPreview, MovesRequest, MovesResult, RescheduleRequest, RescheduleResult,
    SearchResult, TechnicianRanking, UndoRequest, VisitDetail, VisitWindows, WouldTakeView,
};
use axum::extract::State;
use domain::AppointmentId;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

type Moved = Result<axum::Json<MovesResult>, Problem>;

/// Which company date.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct DateQuery {
    /// `YYYY-MM-DD`; the company's today when absent.
    #[param(value_type = Option<String>)]
    pub(crate) date: Option<Date>,
}

/// Which technician.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct TechnicianQuery {
    /// Id of the technician who should win.
    pub(crate) technician_id: String,
}

/// What a lock keeps.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LockRequest {
    /// `technician`, `start` or `technician_and_start`.
    kind: String,
}

/// The board of a date.
#[utoipa::path(get, path = "/api/v1/board", tag = "board", params(DateQuery), security(("session" = [])),
    responses((status = 200, description = "The board.", body = BoardView)))]
pub(crate) async fn board(
    State(app): State<App>,
    Signed(who): Signed,
    Asked(query): Asked<DateQuery>,
) -> Result<axum::Json<BoardView>, Problem> {
    Ok(axum::Json(app.board(&who, query.date).await?))
}

/// Change the board by hand; all moves or none.
#[utoipa::path(post, path = "/api/v1/board/moves", tag = "board", request_body = MovesRequest,
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "What came of it.", body = MovesResult),
              (status = 409, description = "`refused`, with the named refusals.", body = ProblemView,
               content_type = "application/problem+json")))]
pub(crate) async fn make_moves(
    State(app): State<App>,
    Signed(who): Signed,
    Json(moves): Json<MovesRequest>,
) -> Moved {
    Ok(axum::Json(app.make_moves(&who, moves).await?))
}

/// What a change would do, without doing it.
#[utoipa::path(post, path = "/api/v1/board/preview", tag = "board", request_body = MovesRequest,
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "What would come of it.", body = MovesPreview)))]
pub(crate) async fn preview_moves(
    State(app): State<App>,
    Signed(who): Signed,
    Json(moves): Json<MovesRequest>,
) -> Result<axum::Json<MovesPreview>, Problem> {
    Ok(axum::Json(app.preview_moves(&who, moves).await?))
}

/// Take a change back.
#[utoipa::path(post, path = "/api/v1/undo", tag = "board", request_body = UndoRequest,
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "What came of it.", body = MovesResult),
              (status = 409, description = "Something was moved since; says what.", body = ProblemView,
               content_type = "application/problem+json")))]
pub(crate) async fn undo(
    State(app): State<App>,
    Signed(who): Signed,
    Json(change): Json<UndoRequest>,
) -> Moved {
    Ok(axum::Json(app.undo(&who, change).await?))
}

/// A visit with its history.
#[utoipa::path(get, path = "/api/v1/appointments/{id}", tag = "board", params(("id" = String, Path)),
    security(("session" = [])), responses((status = 200, description = "The visit.", body = VisitDetail)))]
pub(crate) async fn visit(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<AppointmentId>,
) -> Result<axum::Json<VisitDetail>, Problem> {
    Ok(axum::Json(app.visit(&who, id).await?))
}

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct SearchQuery {
    /// A number (`J7733`, `L208`), a name, a phone in any spelling, an e-mail or an address, or a part of one.
    q: String,
}

/// Find visits of any day, leads, customers and technicians.
#[utoipa::path(get, path = "/api/v1/search", tag = "board", params(SearchQuery), security(("session" = [])),
    responses((status = 200, description = "What it names, best first.", body = SearchResult)))]
pub(crate) async fn search(
    State(app): State<App>,
    Signed(who): Signed,
    Asked(query): Asked<SearchQuery>,
) -> Result<axum::Json<SearchResult>, Problem> {
    Ok(axum::Json(app.search(&who, &query.q).await?))
}

/// The arrival windows that a visit could be given, as the board is now.
#[utoipa::path(get, path = "/api/v1/appointments/{id}/windows", tag = "board",
    params(("id" = String, Path)), security(("session" = [])),
    responses((status = 200, description = "The windows, best first.", body = VisitWindows)))]
pub(crate) async fn visit_windows(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<AppointmentId>,
) -> Result<axum::Json<VisitWindows>, Problem> {
    Ok(axum::Json(app.visit_windows(&who, id).await?))
}

/// Give a visit another arrival window; a message to the customer is drafted.
#[utoipa::path(post, path = "/api/v1/appointments/{id}/window", tag = "board", params(("id" = String, Path)),
    request_body = RescheduleRequest, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "What came of it, and who has to be told.", body = RescheduleResult),
              (status = 409, description = "`window_full`, `text_names_another_window`, `refused`.", body = ProblemView,
               content_type = "application/problem+json")))]
pub(crate) async fn reschedule(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<AppointmentId>,
    Json(window): Json<RescheduleRequest>,
) -> Result<axum::Json<RescheduleResult>, Problem> {
    Ok(axum::Json(app.reschedule(&who, id, window).await?))
}

/// One verdict for every technician, best first.
#[utoipa::path(get, path = "/api/v1/appointments/{id}/technicians", tag = "board",
    params(("id" = String, Path)), security(("session" = [])),
    responses((status = 200, description = "The verdicts.", body = TechnicianRanking)))]
pub(crate) async fn ranked_technicians(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<AppointmentId>,
) -> Result<axum::Json<TechnicianRanking>, Problem> {
    Ok(axum::Json(app.ranked_technicians(&who, id).await?))
}

/// One verdict for every technician and every place between two stops, with the numbers behind it.
#[utoipa::path(get, path = "/api/v1/appointments/{id}/explanation", tag = "board",
    params(("id" = String, Path)), security(("session" = [])),
    responses((status = 200, description = "The verdicts.", body = ExplanationView)))]
pub(crate) async fn explanation(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<AppointmentId>,
) -> Result<axum::Json<ExplanationView>, Problem> {
    Ok(axum::Json(app.explanation(&who, id).await?))
}

/// The smallest changes that would give a visit to a technician, each verified by solving again.
#[utoipa::path(get, path = "/api/v1/appointments/{id}/would-take", tag = "board",
    params(("id" = String, Path), TechnicianQuery), security(("session" = [])),
    responses((status = 200, description = "The changes.", body = WouldTakeView)))]
pub(crate) async fn would_take(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<AppointmentId>,
    Asked(query): Asked<TechnicianQuery>,
) -> Result<axum::Json<WouldTakeView>, Problem> {
    Ok(axum::Json(app.would_take(&who, id, &query.technician_id).await?))
}

/// Forbid the planner to move a visit.
#[utoipa::path(put, path = "/api/v1/appointments/{id}/lock", tag = "board", params(("id" = String, Path)),
    request_body = LockRequest, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "What came of it.", body = MovesResult)))]
pub(crate) async fn lock(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<AppointmentId>,
    Json(lock): Json<LockRequest>,
) -> Moved {
    Ok(axum::Json(app.lock(&who, id, Some(&lock.kind)).await?))
}

/// Allow the planner to move a visit again.
#[utoipa::path(delete, path = "/api/v1/appointments/{id}/lock", tag = "board", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "What came of it.", body = MovesResult)))]
pub(crate) async fn unlock(State(app): State<App>, Signed(who): Signed, Id(id): Id<AppointmentId>) -> Moved {
    Ok(axum::Json(app.lock(&who, id, None).await?))
}
