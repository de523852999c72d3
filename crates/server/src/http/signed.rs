//! Who is asking: the session behind the cookie, and whether a changing request comes from our own pages.

use super::problem::Problem;
use super::site::Site;
use app::Who;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};

/// The session's cookie.
pub(crate) const COOKIE: &str = "da_session";

/// Carries `SessionView.csrf`.
pub(crate) const CSRF_HEADER: &str = "x-csrf-token";

/// A person who is signed in; for a changing request also the proof that our own page sent it.
#[derive(Debug)]
pub(crate) struct Signed(pub(crate) Who);

impl FromRequestParts<Site> for Signed {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Signed, Problem> {
        let token = cookie(&parts.headers).ok_or_else(|| {
            Problem::new(
                StatusCode::UNAUTHORIZED,
                "not_signed_in",
                "nobody is signed in; sign in and try again",
            )
        })?;
        let who = site.app.session(token).await?;
        if !parts.method.is_safe() {
            check_origin(&parts.headers, site.shared.base_url.as_deref())?;
            check_csrf(&parts.headers, who.csrf())?;
        }
        Ok(Signed(who))
    }
}

/// The request has no session to take over, but must still come from our own pages: signing in, setting up.
#[derive(Debug)]
pub(crate) struct FromOurPage;

impl FromRequestParts<Site> for FromOurPage {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<FromOurPage, Problem> {
        check_origin(&parts.headers, site.shared.base_url.as_deref())?;
        Ok(FromOurPage)
    }
}

/// The token of the session.
pub(crate) fn cookie(headers: &HeaderMap) -> Option<&str> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = pairs.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(name, value)| *name == COOKIE && !value.is_empty()).map(|(_, value)| value).next()
}

/// Browsers name the origin of every changing request; programs need not.
fn check_origin(headers: &HeaderMap, base_url: Option<&str>) -> Result<(), Problem> {
    let Some(origin) = headers.get(header::ORIGIN) else { return Ok(()) };
    let origin = origin.to_str().unwrap_or_default().to_ascii_lowercase();
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let of_origin = origin.split_once("://").map(|(_, host)| host);
    let is_host = of_origin.is_some_and(|of_origin| of_origin.eq_ignore_ascii_case(host));
    if is_host || base_url.is_some_and(|url| url.eq_ignore_ascii_case(&origin)) {
        return Ok(());
    }
    Err(Problem::new(StatusCode::FORBIDDEN, "csrf", "the request comes from another site; open our own page"))
}

fn check_csrf(headers: &HeaderMap, expected: &str) -> Result<(), Problem> {
    let sent = headers.get(CSRF_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    if is_same(sent, expected.as_bytes()) {
        return Ok(());
    }
    let detail = "the header `X-CSRF-Token` is missing or not that of this session; reload the page";
    Err(Problem::new(StatusCode::FORBIDDEN, "csrf", detail))
}

/// Compares in a time that does not tell where the first difference is.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len()
        && !b.is_empty()
        && a.iter().zip(b).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        assert_eq!(cookie(&headers), None);
        headers.append(header::COOKIE, HeaderValue::from_static("theme=dark; da_session=abc123; x=y"));
        assert_eq!(cookie(&headers), Some("abc123"));
    }

    #[track_caller]
    fn check(origin: &'static str, host: &'static str, base_url: Option<&str>, allowed: bool) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ORIGIN, HeaderValue::from_static(origin));
        headers.insert(header::HOST, HeaderValue::from_static(host));
        assert_eq!(check_origin(&headers, base_url).is_ok(), allowed, "{origin} {host}");
    }

    #[test]
    fn only_our_own_origin_may_change_something() {
        check("http://localhost:8080", "localhost:8080", None, true);
        check("http://localhost:8080", "localhost:8081", None, false);
        check("https://evil.example", "localhost:8080", None, false);
        check("null", "localhost:8080", None, false);
        check("https://dispatch.example", "10.0.0.5:8080", Some("https://dispatch.example"), true);
    }

    #[test]
    fn an_empty_token_is_never_the_right_one() {
        assert!(!is_same(b"", b""));
        assert!(!is_same(b"a", b"b"));
        assert!(is_same(b"ab", b"ab"));
    }
}
