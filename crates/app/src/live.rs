//! Live updates: a wake-up says that something happened, the journal says what. Wake-ups may get lost; entries cannot.

use crate::App;
use crate::access::Who;
use crate::error::Error;
use crate::view::TimelineEntry;
use domain::{Permission, Timestamp};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio::time::{Instant, timeout_at};

/// Without a wake-up the journal is looked at this often: another process may have written to the database.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// How often the clock is told.
const TELL_THE_CLOCK: Duration = Duration::from_secs(15);
/// A client that is further behind reloads instead of replaying.
const MOST_BEHIND: i64 = 500;
/// How many entries are read at once.
const BATCH: u32 = 200;

/// Something a live client is told.
#[derive(Debug, Clone)]
pub enum LiveEvent {
    /// A journal entry.
    Entry(Box<TimelineEntry>),
    /// What the program's clock shows.
    Clock {
        /// Now.
        now: Timestamp,
        /// How many seconds of it pass in a second.
        speed: f64,
    },
    /// Too much happened: load everything afresh. Entries go on from this position.
    Reload {
        /// The position from which entries go on.
        position: i64,
    },
}

/// The live stream of one client.
pub struct Live {
    app: App,
    who: Who,
    wake: Receiver<store::Wake>,
    position: i64,
    ready: VecDeque<LiveEvent>,
    clock_due: Instant,
}

impl App {
    /// The live stream after a position; from now on without one.
    ///
    /// # Errors
    /// `forbidden`, `unavailable`.
    pub async fn live(&self, who: &Who, after: Option<i64>) -> Result<Live, Error> {
        who.require(Permission::SeeBoard)?;
        // Listening starts before the position is read, so that nothing falls between.
        let wake = self.store.wakes();
        let head = self.store.position(who.company).await?;
        let mut ready = VecDeque::new();
        let position = match after {
            Some(after) if (0..=head).contains(&after) && head - after <= MOST_BEHIND => after,
            Some(_) => {
                ready.push_back(LiveEvent::Reload { position: head });
                head
            }
            None => head,
        };
        Ok(Live { app: self.clone(), who: who.clone(), wake, position, ready, clock_due: Instant::now() })
    }
}

impl Live {
    /// The next thing to tell; waits until there is one.
    ///
    /// # Errors
    /// `unavailable` when the database stops answering: the client comes back with its last position.
    pub async fn next(&mut self) -> Result<LiveEvent, Error> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Ok(event);
            }
            if self.clock_due <= Instant::now() {
                self.clock_due = Instant::now() + TELL_THE_CLOCK;
                return Ok(LiveEvent::Clock { now: self.app.now(), speed: self.app.clock.speed() });
            }
            let entries = self.app.store.journal_after(self.who.company, self.position, BATCH).await?;
            if let Some(last) = entries.last() {
                self.position = last.position;
                let shown = self.app.show_entries(self.who.company, &entries).await?;
                self.ready.extend(shown.into_iter().map(|entry| LiveEvent::Entry(Box::new(entry))));
                continue;
            }
            self.wait().await;
        }
    }

    /// Until something of this company may have happened.
    async fn wait(&mut self) {
        let until = (Instant::now() + LOOK_AGAIN).min(self.clock_due);
        loop {
            match timeout_at(until, self.wake.recv()).await {
                Ok(Ok(wake)) if wake.company != self.who.company => {}
                Ok(Ok(_) | Err(RecvError::Lagged(_))) | Err(_) => return,
                Ok(Err(RecvError::Closed)) => {
                    tokio::time::sleep_until(until).await;
                    return;
                }
            }
        }
    }
}
