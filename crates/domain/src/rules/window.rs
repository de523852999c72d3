//! Service starts inside the promised window: at or after its start, before its end.

use crate::refusal::Refusal;
use crate::time::ArrivalWindow;
use jiff::Timestamp;

/// Refuses starts outside the window, saying by how much.
pub fn check(window: ArrivalWindow, start: Timestamp) -> Option<Refusal> {
    if window.allows(start) {
        return None;
    }
    let missed = if start < window.start() { window.start() } else { window.end() };
    Some(Refusal::OutsideWindow { window, by: start.duration_since(missed) })
}
