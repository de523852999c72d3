//! Connections: accepted, given a limited time to say what they want, and ended well when the program stops.
//!
//! A client that sends a byte a minute would otherwise hold a connection for ever; some thousand of them are all that a
//! process may have.

use axum::Router;
use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::{ConnectInfo, Request};
use futures_util::{StreamExt as _, stream};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use tower::ServiceExt as _;

/// How long a client may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For the head of a request, from the end of the one before: so long an idle connection is kept, too.
    pub head: Duration,
    /// For the whole body of a request, from its head.
    pub body: Duration,
}

impl Limits {
    /// Ours. A phone at the edge of reception sends a form of some kilobytes in a fraction of it.
    pub const USUAL: Limits = Limits { head: Duration::from_secs(30), body: Duration::from_secs(30) };
}

/// The body did not arrive in time.
#[derive(Debug, thiserror::Error)]
#[error("the body took too long to arrive")]
pub(crate) struct TookTooLong;

/// When the system has no connection to give, as when too many are open, it is asked again after this long.
const BREATH: Duration = Duration::from_millis(500);

/// Answers until `stop` turns true; then what is at work is finished, and idle connections end at once.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, mut stop: watch::Receiver<bool>) {
    let open = GracefulShutdown::new();
    let stopped = async move {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    tokio::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, address)) => {
                    tokio::spawn(converse(stream, address, router.clone(), limits, open.watcher()));
                }
                // The client went away between knocking and the open door.
                Err(error) if is_of_one_connection(&error) => {}
                Err(error) => {
                    tracing::error!(%error, "no connection can be accepted");
                    tokio::time::sleep(BREATH).await;
                }
            },
        }
    }
    drop(listener);
    open.shutdown().await;
}

fn is_of_one_connection(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// One connection from its first request to its last.
async fn converse(stream: TcpStream, address: SocketAddr, router: Router, limits: Limits, open: Watcher) {
    // Small answers must not wait for the next one to fill a packet.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(|body| in_time(body, limits.body));
        request.extensions_mut().insert(ConnectInfo(address));
        router.clone().oneshot(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .serve_connection(TokioIo::new(stream), service);
    if let Err(error) = open.watch(connection).await {
        tracing::debug!(%address, %error, "a connection broke off");
    }
}

/// The body, which fails with [`TookTooLong`] when it is not whole in time.
fn in_time(body: Incoming, within: Duration) -> Body {
    async fn next(
        (mut body, deadline): (BodyDataStream, Instant),
    ) -> Option<(Result<Bytes, axum::BoxError>, (BodyDataStream, Instant))> {
        let part = match timeout_at(deadline, body.next()).await {
            Ok(part) => part?.map_err(Into::into),
            Err(_) => Err(TookTooLong.into()),
        };
        Some((part, (body, deadline)))
    }
    let state = (Body::new(body).into_data_stream(), Instant::now() + within);
    Body::from_stream(stream::unfold(state, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::body::read_text;
    use axum::response::IntoResponse as _;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    const SHORT: Limits = Limits { head: Duration::from_millis(400), body: Duration::from_millis(400) };

    /// A place that reads a body and says how long it was.
    async fn open() -> (SocketAddr, watch::Sender<bool>, tokio::task::JoinHandle<()>) {
        let answer = async |request: Request| match read_text(request.into_body()).await {
            Ok(text) => text.len().to_string().into_response(),
            Err(problem) => problem.into_response(),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = watch::Sender::new(false);
        let serving = tokio::spawn(serve(listener, Router::new().fallback(answer), SHORT, stop.subscribe()));
        (address, stop, serving)
    }

    /// Sends the parts with a pause after each, and reads until the connection ends.
    async fn dribble(address: SocketAddr, parts: &[&str], pause: Duration) -> (String, Duration) {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let started = Instant::now();
        let (mut reading, mut writing) = stream.split();
        let send = async {
            for part in parts {
                if writing.write_all(part.as_bytes()).await.is_err() {
                    return;
                }
                tokio::time::sleep(pause).await;
            }
        };
        let mut answer = Vec::new();
        let read = async {
            // A connection that is reset in the middle of a word ends it just as well.
            let _ = tokio::time::timeout(Duration::from_secs(20), reading.read_to_end(&mut answer)).await;
            started.elapsed()
        };
        let (took, ()) = tokio::join!(read, send);
        (String::from_utf8_lossy(&answer).into_owned(), took)
    }

    #[tokio::test]
    async fn a_head_that_dribbles_in_is_given_up() {
        let (address, _stop, _serving) = open().await;
        let head: Vec<String> = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: aaaaaaaaaaaaaaa"
            .chars()
            .map(|letter| letter.to_string())
            .collect();
        let parts: Vec<&str> = head.iter().map(String::as_str).collect();
        let (answer, took) = dribble(address, &parts, Duration::from_millis(50)).await;
        assert!(!answer.contains("200 OK"), "{answer}");
        assert!(took >= Duration::from_millis(350) && took < Duration::from_secs(5), "{took:?}");
    }

    #[tokio::test]
    async fn a_connection_that_says_nothing_is_ended() {
        let (address, _stop, _serving) = open().await;
        let (answer, took) = dribble(address, &[], Duration::ZERO).await;
        assert_eq!(answer, "");
        assert!(took < Duration::from_secs(5), "{took:?}");
    }

    #[tokio::test]
    async fn a_body_that_dribbles_in_is_a_timeout() {
        let (address, _stop, _serving) = open().await;
        let mut parts = vec!["POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n"];
        parts.extend(["x"; 40]);
        let (answer, took) = dribble(address, &parts, Duration::from_millis(50)).await;
        assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains(r#""code":"timeout""#), "{answer}");
        assert!(took < Duration::from_secs(5), "{took:?}");
    }

    #[tokio::test]
    async fn what_comes_in_time_is_answered_request_after_request() {
        let (address, _stop, _serving) = open().await;
        let request = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
        let (answer, _) = dribble(address, &[request; 12], Duration::from_millis(60)).await;
        assert_eq!(answer.matches("200 OK").count(), 12, "{answer}");
    }

    #[tokio::test]
    async fn asked_to_stop_it_finishes_what_is_at_work_and_ends_the_rest() {
        let (address, stop, serving) = open().await;
        let idle = tokio::spawn(async move { dribble(address, &[], Duration::ZERO).await });
        let head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na";
        let busy =
            tokio::spawn(async move { dribble(address, &[head, "bc"], Duration::from_millis(200)).await });
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.send(true).unwrap();
        serving.await.unwrap();
        let (answer, _) = busy.await.unwrap();
        assert!(answer.contains("200 OK") && answer.ends_with('3'), "{answer}");
        assert_eq!(idle.await.unwrap().0, "");
        assert!(TcpStream::connect(address).await.is_err());
    }
}
