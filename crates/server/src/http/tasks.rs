//! Tasks that were given up.

use super::input::{Asked, Id};
use super::problem::Problem;
use super::signed::Signed;
use app::App;
use app::view::TaskView;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which tasks.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskQuery {
    /// `dead`, the only ones that need a person.
    #[param(inline)]
    #[expect(
        dead_code,
        reason = "there is one choice; it is in the address so that there can be another one day"
    )]
    state: TaskState,
}

/// How a task stands.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TaskState {
    /// Given up.
    Dead,
}

/// Tasks.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TaskList {
    /// Latest first.
    tasks: Vec<TaskView>,
}

/// The tasks that were given up: what the program could not do after many tries.
#[utoipa::path(get, path = "/api/v1/tasks", tag = "operations", params(TaskQuery), security(("session" = [])),
    responses((status = 200, description = "The tasks.", body = TaskList)))]
pub(crate) async fn tasks(
    State(app): State<App>,
    Signed(who): Signed,
    Asked(_): Asked<TaskQuery>,
) -> Result<axum::Json<TaskList>, Problem> {
    Ok(axum::Json(TaskList { tasks: app.dead_tasks(&who).await? }))
}

/// Let a task that was given up be tried again.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/attempt", tag = "operations", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 204, description = "It waits for a worker again.")))]
pub(crate) async fn retry_task(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<i64>,
) -> Result<StatusCode, Problem> {
    app.retry_task(&who, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
