//! The live stream: nothing is missed, nothing comes twice.

use crate::office::{Browser, Office, form};
use axum::body::{Body, BodyDataStream};
use axum::http::{Request, header};
use domain::Role;
use futures_util::StreamExt as _;
use std::time::Duration;
use tower::ServiceExt as _;

/// An open stream.
struct Stream {
    body: BodyDataStream,
    text: String,
}

impl Stream {
    async fn open(office: &Office, browser: &Browser, last: Option<&str>) -> Stream {
        let mut request = Request::get("/api/v1/events").header(header::COOKIE, &browser.cookie);
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response = office.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        Stream { body: response.into_body().into_data_stream(), text: String::new() }
    }

    /// Name, id and data of the next event that is not a tick of the clock; none when the stream ended.
    async fn next(&mut self) -> Option<(String, String, String)> {
        loop {
            while let Some((event, rest)) = self.text.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.text = rest;
                let part = |name: &str| {
                    let line = event.lines().find_map(|line| line.strip_prefix(name));
                    line.unwrap_or_default().trim_start_matches(':').trim().to_owned()
                };
                if !part("event").is_empty() && part("event") != "clock" {
                    return Some((part("event"), part("id"), part("data")));
                }
            }
            let piece =
                tokio::time::timeout(Duration::from_secs(10), self.body.next()).await.expect("an event");
            self.text.push_str(std::str::from_utf8(&piece?.unwrap()).unwrap());
        }
    }
}

#[tokio::test]
async fn a_stream_goes_on_where_it_was_broken_off() {
    let office = Office::open().await;
    let browser = office.sign_in(Role::Dispatcher).await;
    let mut stream = Stream::open(&office, &browser, None).await;
    office.post_form(form(1), &[]).await;
    let (event, id, data) = stream.next().await.unwrap();
    assert_eq!(event, "entry");
    let entry: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!((entry["kind"].as_str(), entry["position"].to_string()), (Some("lead_received"), id.clone()));
    drop(stream);

    for number in 2..5 {
        office.post_form(form(number), &[]).await;
    }
    let mut stream = Stream::open(&office, &browser, Some(&id)).await;
    for missed in 1..4 {
        let (event, next, _) = stream.next().await.unwrap();
        assert_eq!(
            (event.as_str(), next.parse::<i64>().unwrap()),
            ("entry", id.parse::<i64>().unwrap() + missed)
        );
    }
}

#[tokio::test]
async fn who_comes_back_from_nowhere_is_told_to_reload() {
    let office = Office::open().await;
    let browser = office.sign_in(Role::Dispatcher).await;
    for nowhere in ["999999999", "abc"] {
        let mut stream = Stream::open(&office, &browser, Some(nowhere)).await;
        assert_eq!(stream.next().await.unwrap().0, "reload", "{nowhere}");
        let lead = office.post_form(form(nowhere.len()), &[]).await;
        assert_eq!(lead.status, 202);
        assert_eq!(stream.next().await.unwrap().0, "entry", "{nowhere}");
    }
}

#[tokio::test]
async fn many_browsers_see_the_same() {
    let office = Office::open().await;
    let browser = office.sign_in(Role::Dispatcher).await;
    let mut streams = Vec::new();
    for _ in 0..100 {
        streams.push(Stream::open(&office, &browser, None).await);
    }
    let metrics = office.get("/metrics").await.text;
    assert!(metrics.contains("dispatch_live_streams 100\n"), "{metrics}");
    office.post_form(form(1), &[]).await;
    let mut ids = Vec::new();
    for stream in &mut streams {
        ids.push(stream.next().await.unwrap().1);
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    drop(streams);
    assert!(office.get("/metrics").await.text.contains("dispatch_live_streams 0\n"));
}

#[tokio::test]
async fn streams_end_when_the_program_stops() {
    let office = Office::open().await;
    let browser = office.sign_in(Role::Dispatcher).await;
    let mut stream = Stream::open(&office, &browser, None).await;
    office.stop.send(true).unwrap();
    assert_eq!(stream.next().await, None);
}
