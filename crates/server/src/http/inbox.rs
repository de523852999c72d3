//! Leads, escalations and approvals.

use super::input::{Asked, Id, Json};
use super::problem::{Problem, ProblemView};
use super::signed::Signed;
use app::App;
use app::view::{
    ApprovalDecision, ApprovalList, ChosenWindow, Dismissal, LeadDetail, LeadEdit, LeadList, MessageRelease,
    MessageView, Outcome,
};
use axum::extract::State;
use domain::{EscalationId, LeadId, MessageId};
use serde::Deserialize;
use utoipa::IntoParams;

type Answer = Result<axum::Json<LeadDetail>, Problem>;

/// Which leads.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct LeadQuery {
    /// `open` (the default), `all` or `booked`.
    filter: Option<String>,
}

/// The inbox: what needs a person first comes first.
#[utoipa::path(get, path = "/api/v1/leads", tag = "inbox", params(LeadQuery), security(("session" = [])),
    responses((status = 200, description = "The leads.", body = LeadList)))]
pub(crate) async fn leads(
    State(app): State<App>,
    Signed(who): Signed,
    Asked(query): Asked<LeadQuery>,
) -> Result<axum::Json<LeadList>, Problem> {
    Ok(axum::Json(app.leads(&who, query.filter.as_deref().unwrap_or("open")).await?))
}

/// A lead with everything about it.
#[utoipa::path(get, path = "/api/v1/leads/{id}", tag = "inbox", params(("id" = String, Path)),
    security(("session" = [])), responses((status = 200, description = "The lead.", body = LeadDetail)))]
pub(crate) async fn lead(State(app): State<App>, Signed(who): Signed, Id(id): Id<LeadId>) -> Answer {
    Ok(axum::Json(app.lead(&who, id).await?))
}

/// Correct what was read; triage and recommendation follow.
#[utoipa::path(patch, path = "/api/v1/leads/{id}/readings", tag = "inbox", params(("id" = String, Path)),
    request_body = LeadEdit, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn edit_lead(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<LeadId>,
    Json(edit): Json<LeadEdit>,
) -> Answer {
    Ok(axum::Json(app.edit_lead(&who, id, edit).await?))
}

/// Take a lead.
#[utoipa::path(put, path = "/api/v1/leads/{id}/owner", tag = "inbox", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn take_lead(State(app): State<App>, Signed(who): Signed, Id(id): Id<LeadId>) -> Answer {
    Ok(axum::Json(app.own_lead(&who, id, true).await?))
}

/// Give a lead back.
#[utoipa::path(delete, path = "/api/v1/leads/{id}/owner", tag = "inbox", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn give_lead_back(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<LeadId>,
) -> Answer {
    Ok(axum::Json(app.own_lead(&who, id, false).await?))
}

/// Keep a window for a lead and ask for approval.
#[utoipa::path(post, path = "/api/v1/leads/{id}/reservation", tag = "inbox", params(("id" = String, Path)),
    request_body = ChosenWindow, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn reserve(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<LeadId>,
    Json(window): Json<ChosenWindow>,
) -> Answer {
    Ok(axum::Json(app.reserve(&who, id, window).await?))
}

/// Let a kept window go.
#[utoipa::path(delete, path = "/api/v1/leads/{id}/reservation", tag = "inbox", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn release(State(app): State<App>, Signed(who): Signed, Id(id): Id<LeadId>) -> Answer {
    Ok(axum::Json(app.release(&who, id).await?))
}

/// Book a lead by hand.
#[utoipa::path(post, path = "/api/v1/leads/{id}/booking", tag = "inbox", params(("id" = String, Path)),
    request_body = ChosenWindow, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn book(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<LeadId>,
    Json(window): Json<ChosenWindow>,
) -> Answer {
    Ok(axum::Json(app.book(&who, id, window).await?))
}

/// Put a lead aside, with a reason.
#[utoipa::path(post, path = "/api/v1/leads/{id}/dismissal", tag = "inbox", params(("id" = String, Path)),
    request_body = Dismissal, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn dismiss(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<LeadId>,
    Json(dismissal): Json<Dismissal>,
) -> Answer {
    Ok(axum::Json(app.dismiss(&who, id, dismissal).await?))
}

/// Take an escalation.
#[utoipa::path(post, path = "/api/v1/escalations/{id}/owner", tag = "inbox", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn take_escalation(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<EscalationId>,
) -> Answer {
    Ok(axum::Json(app.take_escalation(&who, id).await?))
}

/// Say what was done about an escalation.
#[utoipa::path(post, path = "/api/v1/escalations/{id}/outcome", tag = "inbox", params(("id" = String, Path)),
    request_body = Outcome, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail)))]
pub(crate) async fn close_escalation(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<EscalationId>,
    Json(outcome): Json<Outcome>,
) -> Answer {
    Ok(axum::Json(app.close_escalation(&who, id, outcome).await?))
}

/// Proposed bookings that wait for a person, oldest first.
#[utoipa::path(get, path = "/api/v1/approvals", tag = "approvals", security(("session" = [])),
    responses((status = 200, description = "The queue.", body = ApprovalList)))]
pub(crate) async fn approvals(
    State(app): State<App>,
    Signed(who): Signed,
) -> Result<axum::Json<ApprovalList>, Problem> {
    Ok(axum::Json(app.approvals(&who).await?))
}

/// Approve or reject a proposed booking.
#[utoipa::path(post, path = "/api/v1/leads/{id}/approval", tag = "approvals", params(("id" = String, Path)),
    request_body = ApprovalDecision, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The lead as it is now.", body = LeadDetail),
              (status = 409, description = "Somebody decided before; says who.", body = ProblemView,
               content_type = "application/problem+json")))]
pub(crate) async fn decide_approval(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<LeadId>,
    Json(decision): Json<ApprovalDecision>,
) -> Answer {
    Ok(axum::Json(app.decide_approval(&who, id, decision).await?))
}

/// Send a drafted message; it is held back for a moment.
#[utoipa::path(post, path = "/api/v1/messages/{id}/release", tag = "approvals", params(("id" = String, Path)),
    request_body = MessageRelease, security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The message as it is now.", body = MessageView)))]
pub(crate) async fn release_message(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<MessageId>,
    Json(release): Json<MessageRelease>,
) -> Result<axum::Json<MessageView>, Problem> {
    Ok(axum::Json(app.release_message(&who, id, release).await?))
}

/// Throw a drafted message away.
#[utoipa::path(delete, path = "/api/v1/messages/{id}", tag = "approvals", params(("id" = String, Path)),
    security(("session" = [], "csrf" = [])),
    responses((status = 200, description = "The message as it is now.", body = MessageView)))]
pub(crate) async fn discard_message(
    State(app): State<App>,
    Signed(who): Signed,
    Id(id): Id<MessageId>,
) -> Result<axum::Json<MessageView>, Problem> {
    Ok(axum::Json(app.discard_message(&who, id).await?))
}
