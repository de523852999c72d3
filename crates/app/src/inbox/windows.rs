//! Which of the windows that fit to recommend: wished ones first, then what the board likes best.

use crate::board::minutes;
use crate::view::WindowView;
use domain::{Company, Readings, Timestamp, Urgency, Wish};
use planner::Slot;

/// How many windows a person is shown.
pub(crate) const SHOWN: usize = 6;

/// What a day of waiting costs urgent work, in cents, against driving and value. Ours: about forty minutes of driving.
const URGENT_DAY: i64 = 4_000;
/// The same for routine work, which can wait for a day when somebody is nearby.
const ROUTINE_DAY: i64 = 500;

/// A window with how it ranks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ranked {
    pub(crate) slot: Slot,
    pub(crate) wish: WishMet,
}

/// How a window stands to what the customer wished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WishMet {
    /// Asked for.
    Wished,
    /// Nothing was wished, or not about this time.
    Open,
    /// Asked not to.
    Avoided,
}

/// The windows that fit, best first. Windows the customer cannot take come last and are shown only when nothing else
/// fits.
pub(crate) fn ranked(slots: Vec<Slot>, readings: &Readings, urgency: Urgency, now: Timestamp) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> =
        slots.into_iter().map(|slot| Ranked { wish: wish(&slot, readings), slot }).collect();
    if ranked.iter().any(|one| one.wish != WishMet::Avoided) {
        ranked.retain(|one| one.wish != WishMet::Avoided);
    }
    let day = if urgency >= Urgency::Urgent { URGENT_DAY } else { ROUTINE_DAY };
    ranked.sort_by_key(|one| {
        let waits = one.slot.window.start().duration_since(now).as_hours().max(0) * day / 24;
        (one.wish, waits + one.slot.cost.0 - one.slot.value.0, one.slot.window)
    });
    ranked
}

/// Whether the best window is a wished one; none when nothing was wished.
pub(crate) fn wish_met(ranked: &[Ranked], readings: &Readings) -> Option<bool> {
    let wished = readings.wishes.iter().any(|wish| matches!(wish.value, Wish::Want { .. }));
    wished.then(|| ranked.first().is_some_and(|best| best.wish == WishMet::Wished))
}

fn wish(slot: &Slot, readings: &Readings) -> WishMet {
    let window = slot.window.0;
    let avoided = |wish: &Wish| matches!(wish, Wish::Avoid { span } if span.overlaps(&window));
    // A window that only touches the edge of a wished time does not meet it: half of it has to lie inside.
    let meets = |span: &domain::Span| {
        span.intersection(&window).is_some_and(|both| both.length() * 2 >= window.length().min(span.length()))
    };
    let wished = |wish: &Wish| matches!(wish, Wish::Want { span } if meets(span));
    let wishes = || readings.wishes.iter().map(|wish| &wish.value);
    if wishes().any(avoided) {
        WishMet::Avoided
    } else if wishes().any(wished) {
        WishMet::Wished
    } else {
        WishMet::Open
    }
}

/// The best of some slots as people see them.
pub(crate) fn offered(
    company: &Company,
    slots: Vec<Slot>,
    readings: &Readings,
    urgency: Urgency,
    now: Timestamp,
    most: usize,
) -> Vec<WindowView> {
    show(company, &ranked(slots, readings, urgency, now), most)
}

/// The best windows as people see them.
pub(crate) fn show(company: &Company, ranked: &[Ranked], most: usize) -> Vec<WindowView> {
    ranked.iter().take(most).map(|one| show_one(company, one)).collect()
}

fn show_one(company: &Company, one: &Ranked) -> WindowView {
    let slot = &one.slot;
    let drive = minutes(slot.added_drive);
    let wish = match one.wish {
        WishMet::Wished => "asked for; ",
        WishMet::Open => "",
        WishMet::Avoided => "asked not to; ",
    };
    let who = match slot.technicians_able {
        0 => "fits once another promise moves inside its window".to_owned(),
        1 => "one technician can take it".to_owned(),
        many => format!("{many} technicians can take it"),
    };
    WindowView {
        start: slot.window.start(),
        end: slot.window.end(),
        label: slot.window.label(&company.zone_of_time()),
        drive_minutes: drive,
        value_cents: slot.value.0 - slot.cost.0,
        technicians: slot.technicians_able,
        wished: one.wish == WishMet::Wished,
        message: None,
        because: format!("{wish}{drive} min more driving; {who}"),
    }
}
