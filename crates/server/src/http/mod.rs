//! HTTP: each handler parses, calls one use case, and answers.

mod accounts;
mod board;
mod body;
mod company;
mod connections;
mod form;
mod inbox;
mod input;
mod journal;
mod live;
mod meters;
mod nowhere;
mod observe;
mod ops;
mod page;
mod problem;
mod session;
mod signed;
mod site;
mod suggestions;
mod tasks;
mod throttle;
mod urlencoded;
mod web;

pub use connections::{Limits, serve};
pub use site::Site;

use axum::Router;
use axum::middleware::from_fn_with_state;
use problem::ProblemView;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder};
use utoipa::{Modify, OpenApi as _};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The description before the handlers add themselves.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Dispatch Assist",
        description = "One program takes a request for work from the web form to a technician at the door. Ids are \
                       strings, instants are RFC 3339 in UTC, money is in cents. Every refusal is an RFC 9457 problem \
                       with a stable code.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    components(schemas(ProblemView, live::ClockTold)),
    modifiers(&Security),
    tags(
        (name = "intake", description = "Requests for work come in."),
        (name = "session", description = "Signing in and out."),
        (name = "company", description = "The company, its modes, settings and accounts."),
        (name = "inbox", description = "Leads and escalations."),
        (name = "approvals", description = "Proposed bookings that wait for a person."),
        (name = "board", description = "The board and changes by hand."),
        (name = "suggestions", description = "Suggested changes of the board."),
        (name = "journal", description = "What happened, and what happens now."),
        (name = "operations", description = "For those who keep it running."),
    )
)]
struct ApiDoc;

/// The cookie of the session, and the header that changing requests need beside it.
struct Security;

impl Modify for Security {
    fn modify(&self, openapi: &mut OpenApi) {
        let components = openapi.components.get_or_insert_default();
        let cookie = ApiKey::Cookie(ApiKeyValue::new(signed::COOKIE));
        let header = ApiKey::Header(ApiKeyValue::with_description("X-CSRF-Token", "`csrf` of the session."));
        components.add_security_scheme("session", SecurityScheme::ApiKey(cookie));
        components.add_security_scheme("csrf", SecurityScheme::ApiKey(header));
    }
}

/// Everything that the program answers over HTTP.
pub fn router(site: Site) -> Router {
    let (routes, _) = described().split_for_parts();
    routes
        .fallback(nowhere::fallback)
        .method_not_allowed_fallback(nowhere::method_not_allowed)
        .layer(CompressionLayer::new().gzip(true).quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(site.clone(), observe::observe))
        .with_state(site)
}

/// The API's description as JSON, with a line break at its end.
pub fn describe() -> String {
    let mut openapi = described().into_openapi();
    name_problems(&mut openapi);
    let mut text = openapi.to_pretty_json().expect("a description has only text keys");
    text.push('\n');
    text
}

fn described() -> OpenApiRouter<Site> {
    OpenApiRouter::with_openapi(ApiDoc::openapi())
        .routes(routes!(form::show))
        .routes(routes!(form::receive))
        .routes(routes!(session::session, session::sign_in, session::sign_out))
        .routes(routes!(session::redeem_link))
        .routes(routes!(session::setup_needed, session::set_up))
        .routes(routes!(session::change_password))
        .routes(routes!(accounts::users, accounts::add_user))
        .routes(routes!(accounts::close_user, accounts::reopen_user))
        .routes(routes!(accounts::reset_password))
        .routes(routes!(company::company))
        .routes(routes!(company::change_mode))
        .routes(routes!(company::change_settings))
        .routes(routes!(inbox::leads))
        .routes(routes!(inbox::lead))
        .routes(routes!(inbox::edit_lead))
        .routes(routes!(inbox::take_lead, inbox::give_lead_back))
        .routes(routes!(inbox::reserve, inbox::release))
        .routes(routes!(inbox::book))
        .routes(routes!(inbox::dismiss))
        .routes(routes!(inbox::take_escalation))
        .routes(routes!(inbox::close_escalation))
        .routes(routes!(inbox::approvals))
        .routes(routes!(inbox::decide_approval))
        .routes(routes!(inbox::release_message))
        .routes(routes!(inbox::discard_message))
        .routes(routes!(board::board))
        .routes(routes!(board::make_moves))
        .routes(routes!(board::preview_moves))
        .routes(routes!(board::undo))
        .routes(routes!(board::visit))
        .routes(routes!(board::search))
        .routes(routes!(board::visit_windows))
        .routes(routes!(board::reschedule))
        .routes(routes!(board::ranked_technicians))
        .routes(routes!(board::explanation))
        .routes(routes!(board::would_take))
        .routes(routes!(board::lock, board::unlock))
        .routes(routes!(suggestions::suggest))
        .routes(routes!(suggestions::suggestion))
        .routes(routes!(suggestions::figures))
        .routes(routes!(suggestions::accept))
        .routes(routes!(suggestions::standing))
        .routes(routes!(journal::journal))
        .routes(routes!(journal::timeline))
        .routes(routes!(live::events))
        .routes(routes!(tasks::tasks))
        .routes(routes!(tasks::retry_task))
        .routes(routes!(ops::health))
        .routes(routes!(ops::ready))
        .routes(routes!(ops::metrics))
        .routes(routes!(ops::openapi))
}

/// Every operation may answer with a problem; those of a session also with 401 and 403.
fn name_problems(openapi: &mut OpenApi) {
    let problem = |description: &str| {
        let content =
            ContentBuilder::new().schema(Some(RefOr::Ref(Ref::from_schema_name("Problem")))).build();
        RefOr::T(
            ResponseBuilder::new().description(description).content(problem::MEDIA_TYPE, content).build(),
        )
    };
    for item in openapi.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch];
        for operation in operations.into_iter().flatten() {
            let responses = &mut operation.responses.responses;
            responses.insert("default".to_owned(), problem("Why not, with a stable code."));
            if operation.security.is_some() {
                responses.insert("401".to_owned(), problem("`not_signed_in`: there is no session."));
                responses.insert("403".to_owned(), problem("`forbidden` by the role, or `csrf`."));
            }
        }
    }
}
