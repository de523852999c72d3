//! The accounts of the company: added, closed, opened again, helped with a new password.

use super::input::{Id, Json};
use super::problem::{Problem, ProblemView};
use super::signed::Signed;
use app::App;
use app::view::{NewPassword, NewUser, UserView};
use axum::extract::State;
use axum::http::StatusCode;
use domain::UserId;
use serde::Serialize;
use utoipa::ToSchema;

/// The accounts of the company.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UserList {
    /// By e-mail address; closed ones are among them.
    users: Vec<UserView>,
}

/// The accounts of the company.
#[utoipa::path(get, path = "/api/v1/users", tag = "company", security(("session" = [])),
    responses((status = 200, description = "All accounts.", body = UserList)))]
pub(crate) async fn users(
    State(app): State<App>,
    Signed(who): Signed,
) -> Result<axum::Json<UserList>, Problem> {
    Ok(axum::Json(UserList { users: app.users(&who).await? }))
}

/// Create an account.
#[utoipa::path(post, path = "/api/v1/users", tag = "company", request_body = NewUser,
    security(("session" = [], "csrf" = [])),
    responses((status = 201, description = "The account.", body = UserView)))]
pub(crate) async fn add_user(
    State(app): State<App>,
    Signed(who): Signed,
    Json(user): Json<NewUser>,
) -> Result<(StatusCode, axum::Json<UserView>), Problem> {
    Ok((StatusCode::CREATED, axum::Json(app.add_user(&who, user).await?)))
}

/// Close an account: it cannot sign in any more, and its sessions end.
#[utoipa::path(put, path = "/api/v1/users/{id}/closure", tag = "company", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The account, closed.", body = UserView),
              (status = 409, description = "`last_owner`: somebody has to own the company.", body = ProblemView,
               content_type = "application/problem+json")))]
pub(crate) async fn close_user(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<UserId>,
) -> Result<axum::Json<UserView>, Problem> {
    Ok(axum::Json(app.close_user(&who, id).await?))
}

/// Open a closed account again, with the password that it had.
#[utoipa::path(delete, path = "/api/v1/users/{id}/closure", tag = "company", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The account, open.", body = UserView)))]
pub(crate) async fn reopen_user(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<UserId>,
) -> Result<axum::Json<UserView>, Problem> {
    Ok(axum::Json(app.reopen_user(&who, id).await?))
}

/// Give somebody a new password. Their sessions and one-time links end.
#[utoipa::path(put, path = "/api/v1/users/{id}/password", tag = "company", params(("id" = String, Path)),
    request_body = NewPassword, security(("session" = [], "csrf" = [])),
    responses((status = 204, description = "Set.")))]
pub(crate) async fn reset_password(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<UserId>,
    Json(new): Json<NewPassword>,
) -> Result<StatusCode, Problem> {
    app.reset_password(&who, id, new).await?;
    Ok(StatusCode::NO_CONTENT)
}
