//! Slows down who guesses passwords, in memory and within bounds.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Failures of one key that are forgiven within [`SPAN`].
const MOST_FAILURES: u32 = 10;

/// How long a failure is remembered.
const SPAN: Duration = Duration::from_secs(15 * 60);

/// Keys remembered at once. An attacker with more addresses than this is slowed by argon2 alone.
const MOST_KEYS: usize = 10_000;

/// Failed tries by account and address.
#[derive(Debug, Default)]
pub(crate) struct Throttle {
    failures: Mutex<HashMap<String, Failures>>,
}

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    since: Instant,
}

impl Throttle {
    /// How long `key` has to wait before its next try; none when it may try now.
    pub(crate) fn wait(&self, key: &str, now: Instant) -> Option<Duration> {
        let failures = self.failures.lock().expect("nobody panics while holding it");
        let known = failures.get(key)?;
        let left = SPAN.checked_sub(now.saturating_duration_since(known.since))?;
        (known.count >= MOST_FAILURES).then_some(left)
    }

    /// Remembers a failure of `key`.
    pub(crate) fn failed(&self, key: &str, now: Instant) {
        let mut failures = self.failures.lock().expect("nobody panics while holding it");
        if failures.len() >= MOST_KEYS && !failures.contains_key(key) {
            failures.retain(|_, known| now.saturating_duration_since(known.since) < SPAN);
            if failures.len() >= MOST_KEYS {
                let oldest = failures.iter().min_by_key(|(_, known)| known.since).map(|(key, _)| key.clone());
                oldest.and_then(|key| failures.remove(&key));
            }
        }
        let known = failures.entry(key.to_owned()).or_insert(Failures { count: 0, since: now });
        if now.saturating_duration_since(known.since) >= SPAN {
            *known = Failures { count: 0, since: now };
        }
        known.count += 1;
    }

    /// Forgets the failures of `key`: it knew the password.
    pub(crate) fn succeeded(&self, key: &str) {
        self.failures.lock().expect("nobody panics while holding it").remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_ten_failures_a_key_waits_and_the_others_do_not() {
        let (throttle, now) = (Throttle::default(), Instant::now());
        for _ in 0..MOST_FAILURES {
            assert_eq!(throttle.wait("ana", now), None);
            throttle.failed("ana", now);
        }
        assert_eq!(throttle.wait("ana", now), Some(SPAN));
        assert_eq!(throttle.wait("ben", now), None);
        assert_eq!(throttle.wait("ana", now + SPAN + Duration::from_secs(1)), None);
    }

    #[test]
    fn who_knows_the_password_starts_anew() {
        let (throttle, now) = (Throttle::default(), Instant::now());
        (0..MOST_FAILURES).for_each(|_| throttle.failed("ana", now));
        throttle.succeeded("ana");
        assert_eq!(throttle.wait("ana", now), None);
    }

    #[test]
    fn the_memory_is_bounded_and_the_oldest_goes_first() {
        let (throttle, now) = (Throttle::default(), Instant::now());
        for number in 0..=MOST_KEYS {
            throttle.failed(&number.to_string(), now + Duration::from_millis(number as u64));
        }
        let failures = throttle.failures.lock().unwrap();
        assert_eq!(failures.len(), MOST_KEYS);
        assert!(!failures.contains_key("0"));
    }
}
