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
        Ok(received) => page::thanks(&company, &received, &typed),
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
    check(typed)?;
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

/// Whoever fills in the page is still there to be asked: what could not be answered is marked, all at once. Programs are
/// not asked, and lose nothing by a phone number that nobody can dial.
fn check(typed: &Typed) -> Result<(), Problem> {
    let blank = |text: &str| text.trim().is_empty();
    let mut wrong = Vec::new();
    if blank(&typed.message) {
        wrong.push(("message", "say in a few words what you need"));
    }
    if blank(&typed.name) {
        wrong.push(("name", "say who you are"));
    }
    if blank(&typed.phone) && blank(&typed.email) {
        wrong.push(("phone", "leave a number, so that we can call or text you back"));
    }
    if !blank(&typed.phone) && !is_dialled(&typed.phone) {
        wrong.push((
            "phone",
            "this is no number that we can call: ten digits with the area code, like 614-555-0142",
        ));
    }
    if !blank(&typed.email) && !is_email(typed.email.trim()) {
        wrong.push(("email", "this is no e-mail address: it looks like ann@example.com"));
    }
    let mut parts = wrong
        .into_iter()
        .map(|(path, message)| Problem::part(StatusCode::UNPROCESSABLE_ENTITY, "invalid", path, message));
    let Some(mut problem) = parts.next() else { return Ok(()) };
    for part in parts {
        problem.add_parts(&part);
    }
    Err(problem)
}

/// Ten digits of North America, with or without the 1 and an extension, or a number of another country with its `+`.
fn is_dialled(phone: &str) -> bool {
    let phone = phone.trim().to_lowercase();
    let number = phone.split(['x', 'e', '#']).next().unwrap_or_default();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let strange = number.chars().any(char::is_alphabetic);
    let most = if number.starts_with('+') {
        8..=15
    } else if number.starts_with('1') {
        11..=11
    } else {
        10..=10
    };
    !strange && most.contains(&digits)
}

/// Something, an `@`, and a name with a dot in it.
fn is_email(email: &str) -> bool {
    let Some((who, host)) = email.rsplit_once('@') else { return false };
    let dotted = host.split_once('.').is_some_and(|(name, end)| !name.is_empty() && end.len() > 1);
    !who.is_empty() && dotted && !host.ends_with('.') && !email.contains(char::is_whitespace)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_what_can_be_dialled() {
        for phone in [
            "614-555-0142",
            "(614) 555 0142",
            "+1 614 555 0142",
            "1-614-555-0142",
            "614.555.0142 x12",
            "614-555-0142 ext. 3",
            "+49 30 123456",
        ] {
            assert!(is_dialled(phone), "{phone}");
        }
        for phone in
            ["call me maybe", "555-0142", "614-555-014", "n/a", "614-555-01420", "ask Ann 614-555-0142"]
        {
            assert!(!is_dialled(phone), "{phone}");
        }
    }

    #[test]
    fn everything_that_has_to_change_is_marked_at_once() {
        let typed = Typed {
            name: "  ".to_owned(),
            phone: "call me maybe".to_owned(),
            email: "ann@example".to_owned(),
            message: " ".to_owned(),
            ..Typed::default()
        };
        let problem = check(&typed).expect_err("nothing of it makes sense");
        let paths: Vec<_> = problem.errors.iter().map(|part| part.path.as_str()).collect();
        assert_eq!(paths, ["message", "name", "phone", "email"]);
        let reachable = Typed {
            name: "Ann".to_owned(),
            email: "ann@example.com".to_owned(),
            message: "A leak".to_owned(),
            ..Typed::default()
        };
        assert!(check(&reachable).is_ok());
    }
}
