//! The live stream: journal entries as they are written, as server-sent events.

use super::input::Asked;
use super::problem::Problem;
use super::signed::{Signed, cookie};
use super::site::{Shared, Site};
use app::view::TimelineEntry;
use app::{App, Live, LiveEvent};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// The data of a `clock` event.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClockTold {
    /// What the program's clock shows.
    now: jiff::Timestamp,
    /// How many seconds of it pass in a second.
    speed: f64,
}

/// Where a new stream starts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct StreamQuery {
    /// The position of what was loaded before, such as `BoardView.position`; `Last-Event-ID` wins over it.
    after: Option<i64>,
}

/// Follow what happens.
///
/// `entry` events carry a `TimelineEntry` and its position as id; after a break, `Last-Event-ID` makes the stream go on
/// where it was, or a `reload` event says that too much happened. A `clock` event comes every 15 seconds.
#[utoipa::path(get, path = "/api/v1/events", tag = "journal", security(("session" = [])),
    params(StreamQuery, ("Last-Event-ID" = Option<i64>, Header, description = "Position of the last entry that arrived.")),
    responses((status = 200, description = "A stream of `entry`, `clock` and `reload` events.",
               body = TimelineEntry, content_type = "text/event-stream")))]
pub(crate) async fn events(
    State(site): State<Site>,
    Signed(who): Signed,
    Asked(query): Asked<StreamQuery>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Problem> {
    let live = site.app.live(&who, last_event_id(&headers).or(query.after)).await?;
    let token = cookie(&headers).unwrap_or_default().to_owned();
    let follower = Follower::new(live, site, token);
    let stream = stream::unfold(follower, |mut follower| async {
        follower.next().await.map(|event| (Ok::<_, Infallible>(event), follower))
    });
    Ok(([("x-accel-buffering", "no")], Sse::new(stream).keep_alive(KeepAlive::default())))
}

/// The position to go on from. What is no number was never sent by us: the client has to reload.
fn last_event_id(headers: &HeaderMap) -> Option<i64> {
    let text = headers.get("last-event-id")?.to_str().unwrap_or_default().trim();
    (!text.is_empty()).then(|| text.parse().unwrap_or(i64::MAX))
}

/// One client that follows.
struct Follower {
    live: Live,
    app: App,
    token: String,
    shared: Arc<Shared>,
}

impl Follower {
    fn new(live: Live, site: Site, token: String) -> Follower {
        site.shared.meters.stream_opened();
        Follower { live, app: site.app, token, shared: site.shared }
    }

    /// The next event; none when the stream ends: the process stops, the session ended, or the database is gone.
    async fn next(&mut self) -> Option<Event> {
        let mut closing = self.shared.closing.clone();
        let event = tokio::select! {
            _ = closing.wait_for(|closing| *closing) => return None,
            event = self.live.next() => event,
        };
        match event {
            // With every tick of the clock we also look whether the person is still signed in.
            Ok(LiveEvent::Clock { .. }) if self.app.session(&self.token).await.is_err() => None,
            Ok(event) => Some(told(event)),
            Err(error) => {
                tracing::warn!(%error, "a live stream ends");
                None
            }
        }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.shared.meters.stream_closed();
    }
}

fn told(event: LiveEvent) -> Event {
    let (event, data) = match event {
        LiveEvent::Entry(entry) => {
            (Event::default().event("entry").id(entry.position.to_string()), serde_json::to_string(&entry))
        }
        LiveEvent::Clock { now, speed } => {
            (Event::default().event("clock"), serde_json::to_string(&ClockTold { now, speed }))
        }
        LiveEvent::Reload { position } => {
            (Event::default().event("reload").id(position.to_string()), Ok("{}".to_owned()))
        }
    };
    event.data(data.expect("a view has only text keys"))
}
