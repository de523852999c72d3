//! Reads `application/x-www-form-urlencoded` strictly: what is not UTF-8 is refused, not replaced.
//!
//! Source: WHATWG URL standard, section 5.1, except that invalid UTF-8 is an error here.

use super::problem::Problem;
use axum::http::StatusCode;

/// Names and values in their order.
///
/// # Errors
/// `invalid_utf8`, naming the pair.
pub(crate) fn read(text: &str) -> Result<Vec<(String, String)>, Problem> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .enumerate()
        .map(|(index, pair)| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (decode(name), decode(value)) {
                (Some(name), Some(value)) => Ok((name, value)),
                _ => Err(Problem::new(
                    StatusCode::BAD_REQUEST,
                    "invalid_utf8",
                    format!("field {} of the form is not UTF-8", index + 1),
                )),
            }
        })
        .collect()
}

fn decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = bytes.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(hex);
        decoded.push(match byte {
            b'+' => b' ',
            _ => escaped.unwrap_or(byte),
        });
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).ok()
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    Some((digit(*digits.first()?)? * 16 + digit(*digits.get(1)?)?) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let pairs = read(text).unwrap();
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(pairs, expected);
    }

    #[test]
    fn pairs_are_decoded() {
        check(
            "name=Ana+Ruiz&message=it%27s%20%C3%A9t%C3%A9",
            &[("name", "Ana Ruiz"), ("message", "it's été")],
        );
        check("a&b=&=c&&", &[("a", ""), ("b", ""), ("", "c")]);
    }

    #[test]
    fn a_percent_that_escapes_nothing_is_itself() {
        check("a=100%&b=%zz&c=%4", &[("a", "100%"), ("b", "%zz"), ("c", "%4")]);
    }

    #[test]
    fn what_is_not_utf_8_is_refused() {
        assert_eq!(read("a=1&b=%ff").unwrap_err().code, "invalid_utf8");
    }
}
