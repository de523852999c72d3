//! What the program needs from outside, as traits that `connect` and `server` implement.

use domain::{Message, Timestamp};
use jiff::SignedDuration;
use std::sync::Mutex;
use std::time::Instant;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;

    /// How many seconds of this clock pass in a second.
    fn speed(&self) -> f64 {
        1.0
    }

    /// Whether this is not the machine's own clock.
    fn is_demo(&self) -> bool {
        false
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealClock;

impl Clock for RealClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock of its own that starts at an instant and runs at a speed.
#[derive(Debug)]
pub struct DemoClock {
    set: Mutex<(Timestamp, Instant)>,
    speed: f64,
}

impl DemoClock {
    /// A clock that shows `start` now; `speed` 60 makes a minute pass in a second.
    pub fn starting_at(start: Timestamp, speed: f64) -> DemoClock {
        DemoClock { set: Mutex::new((start, Instant::now())), speed }
    }

    /// Shows `at` from now on.
    pub fn set(&self, at: Timestamp) {
        *self.set.lock().expect("nobody panics while holding it") = (at, Instant::now());
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Timestamp {
        let (start, since) = *self.set.lock().expect("nobody panics while holding it");
        start + SignedDuration::from_micros((since.elapsed().as_secs_f64() * self.speed * 1e6) as i64)
    }

    fn speed(&self) -> f64 {
        self.speed
    }

    fn is_demo(&self) -> bool {
        true
    }
}

/// Hands messages to the outside.
pub trait Messenger: Send + Sync {
    /// Its name, as people see it; `not_configured` when messages stay in the house.
    fn name(&self) -> &str;

    /// Hands one message over. Called again with the same id after a failure; a good messenger sends it once.
    ///
    /// # Errors
    /// Why it could not be handed over, in a sentence.
    fn send(&self, message: &Message) -> Result<(), String>;
}
