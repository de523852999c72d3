//! The public form: a page for people, an address for programs. What was acknowledged is on the disk.

use super::body::read_text;
use super::input::{MediaType, Word, media_type, parse, unsupported};
use super::page::{self, Typed, Wrong};
use super::problem::Problem;
use super::site::Site;
use super::urlencoded;
use app::App;
use app::view::{FormRequest, Received};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Longest `Idempotency-Key`, in bytes.
const LONGEST_KEY: usize = 255;

/// The form of a company, for people.
#[utoipa::path(get, path = "/form/{company}", tag = "intake", params(("company" = String, Path)),
    responses((status = 200, description = "The page.", body = String, content_type = "text/html")))]
pub(crate) async fn show(State(app): State<App>, Word(company): Word) -> Response {
    match app.form_company(&company).await {
        Ok(company) => page::form(&company, &Typed::default(), None),
        Err(error) if error.kind == app::Kind::NotFound => page::no_company(),
        Err(error) => Problem::from(error).into_response(),
    }
}

/// Take a request for work. It is stored durably before this answers.
///
/// The same request again, by key or by contact and words within ten minutes, joins the same lead.
#[utoipa::path(post, path = "/in/form/{company}", tag = "intake",
    params(("company" = String, Path),
           ("Idempotency-Key" = Option<String>, Header, description = "At most 255 letters; repeats are one lead.")),
    request_body(content((FormRequest = "application/json"), (FormRequest = "application/x-www-form-urlencoded"))),
    responses((status = 202, description = "Stored. A page when the form's own page asked.", body = Received)))]
pub(crate) async fn receive(
    State(site): State<Site>,
    Word(company): Word,
    headers: HeaderMap,
    body: Body,
) -> Response {
    match media_type(&headers) {
        Some(MediaType::UrlEncoded) => from_page(&site, &company, &headers, body).await,
        Some(MediaType::Json) => match from_program(&site, &company, &headers, body).await {
            Ok(received) => (StatusCode::ACCEPTED, axum::Json(received)).into_response(),
            Err(problem) => problem.into_response(),
        },
        None => unsupported("application/json").into_response(),
    }
}

async fn from_program(
    site: &Site,
    company: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<Received, Problem> {
    let key = idempotency_key(headers)?;
    let raw = read_text(body).await?;
    let form = parse(&raw)?;
    store(site, company, raw, form, key).await
}

async fn from_page(site: &Site, company: &str, headers: &HeaderMap, body: Body) -> Response {
    let company = match site.app.form_company(company).await {
        Ok(company) => company,
        Err(error) if error.kind == app::Kind::NotFound => return page::no_company(),
        Err(error) => return Problem::from(error).into_response(),
    };
    let mut typed = Typed::default();
    match typed_and_stored(site, &company.slug, headers, body, &mut typed).await {
        Ok(received) if wants_json(headers) => (StatusCode::ACCEPTED, axum::Json(received)).into_response(),
        Ok(received) => page::thanks(&company, &received),
        Err(problem) if wants_json(headers) => problem.into_response(),
        Err(problem) => {
            let parts =
                problem.errors.iter().map(|part| (part.path.as_str(), part.message.as_str())).collect();
            let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            page::form(&company, &typed, Some(&Wrong { status, detail: &problem.detail, parts }))
        }
    }
}

async fn typed_and_stored(
    site: &Site,
    company: &str,
    headers: &HeaderMap,
    body: Body,
    typed: &mut Typed,
) -> Result<Received, Problem> {
    let key = idempotency_key(headers)?;
    let raw = read_text(body).await?;
    *typed = read_typed(&raw)?;
    let filled = |text: &String| (!text.trim().is_empty()).then(|| text.clone());
    let form = FormRequest {
        name: typed.name.clone(),
        phone: typed.phone.clone(),
        email: filled(&typed.email),
        address: filled(&typed.address),
        message: typed.message.clone(),
        preferred_time: filled(&typed.preferred_time),
    };
    store(site, company, raw, form, key).await
}

async fn store(
    site: &Site,
    company: &str,
    raw: String,
    form: FormRequest,
    key: Option<String>,
) -> Result<Received, Problem> {
    let received = site.app.receive_form(company, raw, form, key).await?;
    site.shared.meters.acknowledged();
    Ok(received)
}

fn read_typed(raw: &str) -> Result<Typed, Problem> {
    let mut typed = Typed::default();
    for (name, value) in urlencoded::read(raw)? {
        let place = match name.as_str() {
            "name" => &mut typed.name,
            "phone" => &mut typed.phone,
            "email" => &mut typed.email,
            "address" => &mut typed.address,
            "message" => &mut typed.message,
            "preferred_time" => &mut typed.preferred_time,
            other => {
                let message = format!("unknown field `{other}`");
                return Err(Problem::part(StatusCode::UNPROCESSABLE_ENTITY, "unknown_field", other, message));
            }
        };
        *place = value;
    }
    Ok(typed)
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let key = value.to_str().ok().filter(|key| !key.trim().is_empty() && key.len() <= LONGEST_KEY);
    key.map(|key| Some(key.to_owned())).ok_or_else(|| {
        let detail = format!("`Idempotency-Key` must have 1 to {LONGEST_KEY} plain letters");
        Problem::new(StatusCode::BAD_REQUEST, "invalid_idempotency_key", detail)
    })
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}
