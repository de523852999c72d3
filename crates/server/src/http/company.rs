//! The company, its modes and its settings.

use super::input::Json;
use super::problem::Problem;
use super::signed::Signed;
use app::App;
use app::view::{CompanyView, ModeChange, SettingsView};
use axum::extract::State;

type Answer = Result<axum::Json<CompanyView>, Problem>;

/// The company, its catalogue, its modes and its clock.
#[utoipa::path(get, path = "/api/v1/company", tag = "company", security(("session" = [])),
    responses((status = 200, description = "The company.", body = CompanyView)))]
pub(crate) async fn company(State(app): State<App>, Signed(who): Signed) -> Answer {
    Ok(axum::Json(app.company(&who).await?))
}

/// Change the mode of booking or board, or pull the kill switch.
#[utoipa::path(put, path = "/api/v1/company/mode", tag = "company", request_body = ModeChange,
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The company as it is now.", body = CompanyView)))]
pub(crate) async fn change_mode(
    State(app): State<App>,
    Signed(who): Signed,
    Json(change): Json<ModeChange>,
) -> Answer {
    Ok(axum::Json(app.change_mode(&who, change).await?))
}

/// Change the settings that shape suggestions.
#[utoipa::path(put, path = "/api/v1/company/settings", tag = "company", request_body = SettingsView,
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The company as it is now.", body = CompanyView)))]
pub(crate) async fn change_settings(
    State(app): State<App>,
    Signed(who): Signed,
    Json(settings): Json<SettingsView>,
) -> Answer {
    Ok(axum::Json(app.change_settings(&who, settings).await?))
}
