//! Spans of time and arrival windows.
//!
//! Instants are UTC everywhere; a wall-clock time exists only together with the company's time zone.

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// The end of a span is not after its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the span ends at or before its start")]
pub struct EmptySpan;

/// A half-open span of instants `[start, end)`; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Bounds", into = "Bounds")]
pub struct Span {
    start: Timestamp,
    end: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct Bounds {
    start: Timestamp,
    end: Timestamp,
}

impl TryFrom<Bounds> for Span {
    type Error = EmptySpan;
    fn try_from(bounds: Bounds) -> Result<Span, EmptySpan> {
        Span::new(bounds.start, bounds.end)
    }
}

impl From<Span> for Bounds {
    fn from(span: Span) -> Bounds {
        Bounds { start: span.start, end: span.end }
    }
}

impl Span {
    /// The span `[start, end)`.
    ///
    /// # Errors
    /// [`EmptySpan`] when `end` is not after `start`.
    pub fn new(start: Timestamp, end: Timestamp) -> Result<Span, EmptySpan> {
        if start < end { Ok(Span { start, end }) } else { Err(EmptySpan) }
    }

    /// The span that begins at `start` and lasts `length`.
    ///
    /// # Errors
    /// [`EmptySpan`] when `length` is not positive or leaves the calendar.
    pub fn lasting(start: Timestamp, length: SignedDuration) -> Result<Span, EmptySpan> {
        Span::new(start, start.checked_add(length).map_err(|_| EmptySpan)?)
    }

    /// The span between two wall-clock times of one date, an end at or before the start meaning the next day.
    ///
    /// A time that a DST change skips or doubles is resolved as jiff's "compatible" rule says: the later side of a gap, the earlier
    /// of two.
    ///
    /// # Errors
    /// [`EmptySpan`] when the two times fall on one instant, or outside the calendar.
    pub fn on(
        date: civil::Date,
        from: civil::Time,
        to: civil::Time,
        zone: &TimeZone,
    ) -> Result<Span, EmptySpan> {
        let last = if to <= from { date.tomorrow().map_err(|_| EmptySpan)? } else { date };
        Span::new(instant(date, from, zone)?, instant(last, to, zone)?)
    }

    /// The whole day of `date` in `zone`: 23, 24 or 25 hours.
    ///
    /// # Errors
    /// [`EmptySpan`] outside the calendar.
    pub fn day(date: civil::Date, zone: &TimeZone) -> Result<Span, EmptySpan> {
        let midnight = civil::Time::midnight();
        Span::new(
            instant(date, midnight, zone)?,
            instant(date.tomorrow().map_err(|_| EmptySpan)?, midnight, zone)?,
        )
    }

    /// First instant inside.
    pub fn start(&self) -> Timestamp {
        self.start
    }

    /// First instant after the span.
    pub fn end(&self) -> Timestamp {
        self.end
    }

    /// Its length; always positive.
    pub fn length(&self) -> SignedDuration {
        self.end.duration_since(self.start)
    }

    /// Whether `at` lies inside.
    pub fn contains(&self, at: Timestamp) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the whole of `other` lies inside.
    pub fn covers(&self, other: &Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share an instant.
    pub fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The part that both share.
    pub fn intersection(&self, other: &Span) -> Option<Span> {
        Span::new(self.start.max(other.start), self.end.min(other.end)).ok()
    }
}

fn instant(date: civil::Date, time: civil::Time, zone: &TimeZone) -> Result<Timestamp, EmptySpan> {
    zone.to_timestamp(date.to_datetime(time)).map_err(|_| EmptySpan)
}

/// The promise to the customer: service starts at or after the start and before the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArrivalWindow(pub Span);

impl ArrivalWindow {
    /// The window `[start, end)`.
    ///
    /// # Errors
    /// [`EmptySpan`] when `end` is not after `start`.
    pub fn new(start: Timestamp, end: Timestamp) -> Result<ArrivalWindow, EmptySpan> {
        Span::new(start, end).map(ArrivalWindow)
    }

    /// Earliest promised start of service.
    pub fn start(&self) -> Timestamp {
        self.0.start()
    }

    /// The promise is broken when service starts at or after this instant.
    pub fn end(&self) -> Timestamp {
        self.0.end()
    }

    /// Whether a start of service keeps the promise.
    pub fn allows(&self, start: Timestamp) -> bool {
        self.0.contains(start)
    }

    /// `Tue 24 Nov 8:00–10:00` in the company's zone.
    pub fn label(&self, zone: &TimeZone) -> String {
        let from = self.start().to_zoned(zone.clone());
        let to = self.end().to_zoned(zone.clone());
        format!("{} {}–{}", from.strftime("%a %-d %b"), from.strftime("%-H:%M"), to.strftime("%-H:%M"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn columbus() -> TimeZone {
        TimeZone::get("America/New_York").unwrap()
    }

    #[test]
    fn days_have_23_24_or_25_hours() {
        for (day, hours) in [(date(2026, 3, 8), 23), (date(2026, 11, 1), 25), (date(2026, 11, 21), 24)] {
            assert_eq!(Span::day(day, &columbus()).unwrap().length(), SignedDuration::from_hours(hours));
        }
    }

    #[test]
    fn a_wall_clock_time_keeps_its_hour_across_a_change() {
        let zone = columbus();
        for day in [date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9), date(2026, 11, 1)] {
            let span = Span::on(day, time(8, 0, 0, 0), time(10, 0, 0, 0), &zone).unwrap();
            assert_eq!(span.start().to_zoned(zone.clone()).hour(), 8, "{day}");
            assert_eq!(span.length(), SignedDuration::from_hours(2), "{day}");
        }
    }

    #[test]
    fn a_night_span_ends_the_next_morning() {
        let span = Span::on(date(2026, 3, 7), time(22, 0, 0, 0), time(6, 0, 0, 0), &columbus()).unwrap();
        assert_eq!(span.length(), SignedDuration::from_hours(7), "an hour is missing on the eighth of March");
    }

    #[test]
    fn empty_spans_do_not_exist() {
        let at: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        assert_eq!(Span::new(at, at), Err(EmptySpan));
        assert!(serde_json_like("2026-11-21T12:00:00Z", "2026-11-21T11:00:00Z").is_err());
    }

    fn serde_json_like(start: &str, end: &str) -> Result<Span, EmptySpan> {
        Span::try_from(Bounds { start: start.parse().unwrap(), end: end.parse().unwrap() })
    }

    #[test]
    fn the_label_is_in_company_time() {
        let window = ArrivalWindow::new(
            "2026-11-24T13:00:00Z".parse().unwrap(),
            "2026-11-24T15:00:00Z".parse().unwrap(),
        )
        .unwrap();
        assert_eq!(window.label(&columbus()), "Tue 24 Nov 8:00–10:00");
    }
}
