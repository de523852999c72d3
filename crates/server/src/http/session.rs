//! Signing in and out, one-time links, the first owner, one's own password.

use super::input::{Asked, Json, Word};
use super::page;
use super::problem::{Problem, ProblemView};
use super::signed::{COOKIE, FromOurPage, Signed};
use super::site::Site;
use app::App;
use app::Kind;
use app::view::{FirstOwner, PasswordChange, SessionView, SignIn};
use axum::extract::{ConnectInfo, State};
use axum::http::{Extensions, HeaderValue, Method, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::time::Instant;
use utoipa::{IntoParams, ToSchema};

/// Whether the first owner is still missing.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SetupView {
    /// Whether `POST /api/v1/setup` is still possible.
    needed: bool,
}

/// Where a one-time link leads.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LinkQuery {
    /// A path of this site; the board when absent.
    to: Option<String>,
}

/// Sign in.
#[utoipa::path(post, path = "/api/v1/session", tag = "session", request_body = SignIn,
    responses((status = 200, description = "Signed in; the cookie `da_session` is set.", body = SessionView)))]
pub(crate) async fn sign_in(
    State(site): State<Site>,
    _: FromOurPage,
    caller: Caller,
    Json(credentials): Json<SignIn>,
) -> Result<Response, Problem> {
    let key = format!("{} {}", credentials.email.trim().to_lowercase(), caller.0);
    if let Some(wait) = site.shared.throttle.wait(&key, Instant::now()) {
        return Err(too_many(wait.as_secs().max(1)));
    }
    let session = site.app.sign_in(credentials).await.inspect_err(|error| {
        if error.kind == Kind::NotSignedIn {
            site.shared.throttle.failed(&key, Instant::now());
        }
    })?;
    site.shared.throttle.succeeded(&key);
    Ok((set_cookie(&site, &session.token), axum::Json(session.view)).into_response())
}

fn too_many(seconds: u64) -> Problem {
    let detail =
        format!("too many failed tries for this account; try again in {} minutes", seconds.div_ceil(60));
    let mut problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", detail);
    problem.retry_after = Some(seconds);
    problem
}

/// Who is signed in.
#[utoipa::path(get, path = "/api/v1/session", tag = "session", security(("session" = [])),
    responses((status = 200, description = "The session.", body = SessionView)))]
pub(crate) async fn session(State(app): State<App>, Signed(who): Signed) -> axum::Json<SessionView> {
    axum::Json(app.session_view(&who))
}

/// Sign out.
#[utoipa::path(delete, path = "/api/v1/session", tag = "session", security(("session" = [], "csrf" = [])),
    responses((status = 204, description = "Signed out; the cookie is gone.")))]
pub(crate) async fn sign_out(State(site): State<Site>, Signed(who): Signed) -> Result<Response, Problem> {
    site.app.sign_out(&who).await?;
    Ok((StatusCode::NO_CONTENT, set_cookie(&site, "")).into_response())
}

/// Change one's own password. Other sessions and one-time links of the account end.
#[utoipa::path(put, path = "/api/v1/session/password", tag = "session", request_body = PasswordChange,
    security(("session" = [], "csrf" = [])),
    responses((status = 204, description = "Changed; this session goes on."),
              (status = 422, description = "`wrong_password`, or `invalid` for the new one.", body = ProblemView,
               content_type = "application/problem+json")))]
pub(crate) async fn change_password(
    State(site): State<Site>,
    Signed(who): Signed,
    Json(change): Json<PasswordChange>,
) -> Result<StatusCode, Problem> {
    // Who found an open browser must not find out the password by trying.
    let key = format!("password of {}", who.user.id);
    if let Some(wait) = site.shared.throttle.wait(&key, Instant::now()) {
        return Err(too_many(wait.as_secs().max(1)));
    }
    site.app.change_password(&who, change).await.inspect_err(|error| {
        if error.code == "wrong_password" {
            site.shared.throttle.failed(&key, Instant::now());
        }
    })?;
    site.shared.throttle.succeeded(&key);
    Ok(StatusCode::NO_CONTENT)
}

/// Sign in by a link that works once.
#[utoipa::path(get, path = "/sign-in/{token}", tag = "session", params(("token" = String, Path), LinkQuery),
    responses((status = 303, description = "Signed in; leads to the board, or a CSR to the inbox."),
              (status = 410, description = "The link was used or is too old; a page says so.")))]
pub(crate) async fn redeem_link(
    State(site): State<Site>,
    method: Method,
    Word(token): Word,
    Asked(query): Asked<LinkQuery>,
) -> Result<Response, Problem> {
    // A chat program that looks at a link before a person clicks it must not use it up.
    if method == Method::HEAD {
        return Ok(StatusCode::OK.into_response());
    }
    match site.app.redeem_link(&token).await {
        Ok(session) => {
            let to = own_path(query.to, home_of(&session.view.user.role));
            Ok((set_cookie(&site, &session.token), Redirect::to(to)).into_response())
        }
        Err(error) if matches!(error.kind, Kind::NotFound | Kind::NotSignedIn | Kind::Conflict) => {
            Ok(page::link_used(&error.detail))
        }
        Err(error) => Err(error.into()),
    }
}

/// A path of this site and nothing else: a link must not lead a person who has just signed in to a stranger.
fn own_path(to: Option<String>, home: &'static str) -> &'static str {
    const PLACES: [&str; 4] = ["/board", "/inbox", "/approvals", "/settings"];
    PLACES.into_iter().find(|place| to.as_deref() == Some(place)).unwrap_or(home)
}

/// Where somebody of a role begins: who takes the calls with the inbox, everybody else with the board.
fn home_of(role: &str) -> &'static str {
    if role == "csr" { "/inbox" } else { "/board" }
}

/// Whether the first owner is still missing.
#[utoipa::path(get, path = "/api/v1/setup", tag = "session",
    responses((status = 200, description = "Whether set-up is needed.", body = SetupView)))]
pub(crate) async fn setup_needed(State(app): State<App>) -> Result<axum::Json<SetupView>, Problem> {
    Ok(axum::Json(SetupView { needed: app.setup_needed().await? }))
}

/// Create the company and its first owner; works once.
#[utoipa::path(post, path = "/api/v1/setup", tag = "session", request_body = FirstOwner,
    responses((status = 200, description = "Created and signed in.", body = SessionView)))]
pub(crate) async fn set_up(
    State(site): State<Site>,
    _: FromOurPage,
    Json(owner): Json<FirstOwner>,
) -> Result<Response, Problem> {
    let session = site.app.set_up(owner).await?;
    Ok((set_cookie(&site, &session.token), axum::Json(session.view)).into_response())
}

/// Sets the cookie of the session, or takes it away when `token` is empty.
fn set_cookie(site: &Site, token: &str) -> AppendHeaders<[(header::HeaderName, HeaderValue); 1]> {
    let secure = if site.is_https() { "; Secure" } else { "" };
    let age = if token.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{COOKIE}={token}; HttpOnly; SameSite=Lax; Path=/{secure}{age}");
    AppendHeaders([(header::SET_COOKIE, HeaderValue::try_from(cookie).expect("a token is plain letters"))])
}

/// The address that a request comes from; `unknown` when there is no connection, as in a test.
#[derive(Debug)]
pub(crate) struct Caller(String);

impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Caller {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &S,
    ) -> Result<Caller, Self::Rejection> {
        Ok(Caller(address(&parts.extensions)))
    }
}

fn address(extensions: &Extensions) -> String {
    let connection = extensions.get::<ConnectInfo<SocketAddr>>();
    connection.map_or_else(|| "unknown".to_owned(), |ConnectInfo(address)| address.ip().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_only_to_our_own_pages() {
        let path = |to: Option<&str>, role| own_path(to.map(str::to_owned), home_of(role));
        assert_eq!(path(None, "owner"), "/board");
        assert_eq!(path(None, "csr"), "/inbox");
        assert_eq!(path(Some("/inbox"), "owner"), "/inbox");
        assert_eq!(path(Some("//evil.example"), "dispatcher"), "/board");
        assert_eq!(path(Some("https://evil.example/inbox"), "csr"), "/inbox");
    }
}
