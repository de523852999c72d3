//! Reads the body of a request: bounded in size, and never with a panic. Its time is bounded by the connection.

use super::connections::TookTooLong;
use super::problem::Problem;
use axum::body::Body;
use axum::http::StatusCode;
use futures_util::StreamExt;
use std::error::Error;

/// No request of ours is longer: a message of 100 pages fits ten times.
pub(crate) const MOST_BYTES: usize = 1 << 20;

/// Of a body that is too long, so much is thrown away before the answer: a client that is still writing would see a
/// broken connection instead of the problem.
const MOST_BYTES_DISCARDED: usize = 32 << 20;

/// The whole body as text.
///
/// # Errors
/// `too_large`, `invalid_utf8`, `timeout`, `broken_body`.
pub(crate) async fn read_text(body: Body) -> Result<String, Problem> {
    let bytes = read_bytes(body).await?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Problem::new(StatusCode::BAD_REQUEST, "invalid_utf8", format!("the body is not UTF-8 at byte {at}"))
    })
}

async fn read_bytes(body: Body) -> Result<Vec<u8>, Problem> {
    let mut stream = body.into_data_stream();
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(part) = stream.next().await {
        let part = part.map_err(broken_off)?;
        length += part.len();
        if length <= MOST_BYTES {
            bytes.extend_from_slice(&part);
        } else if length > MOST_BYTES_DISCARDED {
            break;
        }
    }
    if length > MOST_BYTES {
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            format!("the body has more than {MOST_BYTES} bytes; send less"),
        ));
    }
    Ok(bytes)
}

fn broken_off(error: axum::Error) -> Problem {
    let mut cause: Option<&dyn Error> = Some(&error);
    while let Some(one) = cause {
        if one.is::<TookTooLong>() {
            let detail = "the body took too long to arrive; send it again";
            return Problem::new(StatusCode::REQUEST_TIMEOUT, "timeout", detail);
        }
        cause = one.source();
    }
    Problem::new(StatusCode::BAD_REQUEST, "broken_body", "the body ended too early; send it again")
}
