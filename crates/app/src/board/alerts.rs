//! Why somebody has to look at a visit, and how soon.

use crate::view::AlertView;
use domain::{AppointmentState, Board, SignedDuration, Timestamp, Urgency, Visit};

/// A technician this much past a planned start, not on the way yet, is late. Ours; the field leaves it to each user.
const LATE_AFTER: SignedDuration = SignedDuration::from_mins(5);
/// From here on lateness is not caught up any more. Ours.
const VERY_LATE: SignedDuration = SignedDuration::from_mins(60);

/// How soon somebody has to look; the first is the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Severity {
    /// Now.
    Critical,
    /// A promise is broken or will be.
    High,
    /// It gets late.
    Medium,
    /// It can wait.
    Low,
}

/// One reason.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Alert {
    code: &'static str,
    pub(super) severity: Severity,
    words: String,
    /// By how much; zero when it has no measure.
    pub(super) by: SignedDuration,
}

/// The reasons of a visit, worst first; none when all is well.
pub(super) fn of(board: &Board, visit: &Visit) -> Vec<Alert> {
    let (appointment, now) = (&visit.appointment, board.now);
    let window = appointment.window;
    let over = now.duration_since(window.end());
    let mut alerts = Vec::new();
    let urgent = visit.job.urgency == Urgency::Emergency;
    let late = |start: Timestamp| late(now.duration_since(start), urgent);
    match &appointment.state {
        AppointmentState::Unassigned { provisional } => {
            if urgent {
                alerts.push(waits(now.duration_since(visit.job.booked)));
            }
            if over >= SignedDuration::ZERO {
                alerts.push(missed(board, visit, over));
            } else if provisional.is_none() {
                let severity = if urgent { Severity::Critical } else { Severity::High };
                let words = "no technician has room in its arrival window".to_owned();
                alerts.push(Alert { code: "no_plan", severity, words, by: SignedDuration::ZERO });
            }
        }
        AppointmentState::Assigned { placement } if over >= SignedDuration::ZERO => {
            alerts.push(missed(board, visit, over));
            alerts.extend(late(placement.start));
        }
        AppointmentState::Assigned { placement } | AppointmentState::Dispatched { placement, .. } => {
            alerts.extend(late(placement.start));
        }
        AppointmentState::Working { arrived, .. } => {
            alerts.extend(runs_over(now.duration_since(*arrived + appointment.duration)));
        }
        AppointmentState::OnHold { .. } if over >= SignedDuration::ZERO => {
            let words = format!("on hold, and {}", ended(board, visit));
            alerts.push(Alert { code: "hold_over", severity: Severity::Low, words, by: over });
        }
        _ => {}
    }
    alerts.extend(outside(visit));
    alerts.sort_by_key(|alert| alert.severity);
    alerts
}

/// In which order people look at visits with alerts: severity, then by how much.
pub(super) fn rank(alerts: &[Alert]) -> Option<(Severity, std::cmp::Reverse<SignedDuration>)> {
    alerts.iter().map(|alert| (alert.severity, std::cmp::Reverse(alert.by))).min()
}

/// `its arrival window ended at 13:00`, with the day when it was another.
pub(super) fn ended(board: &Board, visit: &Visit) -> String {
    let zone = board.company.zone_of_time();
    let end = visit.appointment.window.end().to_zoned(zone);
    // A window that ends at midnight was of the day before.
    let day = board.company.date(visit.appointment.window.start());
    if day == board.company.date(board.now) {
        format!("its arrival window ended at {}", end.strftime("%-H:%M"))
    } else {
        format!("its arrival window ended on {} at {}", end.strftime("%a %-d %b"), end.strftime("%-H:%M"))
    }
}

fn waits(since: SignedDuration) -> Alert {
    let by = since.max(SignedDuration::ZERO);
    let words = format!("an emergency without a technician, booked {} ago", length(by));
    Alert { code: "emergency_waiting", severity: Severity::Critical, words, by }
}

fn missed(board: &Board, visit: &Visit, by: SignedDuration) -> Alert {
    let urgent = visit.job.urgency == Urgency::Emergency;
    let severity = if urgent { Severity::Critical } else { Severity::High };
    Alert { code: "missed", severity, words: format!("missed: {}", ended(board, visit)), by }
}

fn late(by: SignedDuration, urgent: bool) -> Option<Alert> {
    let severity = match by {
        _ if urgent => Severity::Critical,
        by if by >= VERY_LATE => Severity::High,
        _ => Severity::Medium,
    };
    (by > LATE_AFTER).then(|| Alert { code: "late", severity, words: format!("{} late", length(by)), by })
}

fn runs_over(by: SignedDuration) -> Option<Alert> {
    let severity = if by >= VERY_LATE { Severity::Medium } else { Severity::Low };
    let words = || format!("runs {} over the planned time", length(by));
    (by > SignedDuration::ZERO).then(|| Alert { code: "running_over", severity, words: words(), by })
}

fn outside(visit: &Visit) -> Option<Alert> {
    let (state, window) = (&visit.appointment.state, visit.appointment.window);
    let at = state.busy().filter(|_| !matches!(state, AppointmentState::Done { .. }))?;
    if window.allows(at.start) {
        return None;
    }
    let (by, side) = if at.start < window.start() {
        (window.start().duration_since(at.start), "before")
    } else {
        (at.start.duration_since(window.end()), "after")
    };
    let words = format!("planned {} {side} its arrival window", length(by));
    Some(Alert { code: "outside_window", severity: Severity::High, words, by })
}

/// `25 min`, `2 h 5 min`, `3 days`.
fn length(by: SignedDuration) -> String {
    let minutes = by.as_mins();
    match (minutes / 1_440, minutes / 60, minutes % 60) {
        (0, 0, minutes) => format!("{minutes} min"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (1, ..) => "1 day".to_owned(),
        (days, ..) => format!("{days} days"),
    }
}

impl From<&Alert> for AlertView {
    fn from(alert: &Alert) -> AlertView {
        let severity = match alert.severity {
            Severity::Critical => "critical",
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low => "low",
        };
        AlertView {
            code: alert.code.to_owned(),
            severity: severity.to_owned(),
            words: alert.words.clone(),
            minutes: (alert.by > SignedDuration::ZERO).then(|| alert.by.as_mins()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emergency_eleven_hours_late_comes_before_one_five_minutes_late() {
        let minutes = SignedDuration::from_mins;
        let check = |by, urgent| rank(&late(minutes(by), urgent).into_iter().collect::<Vec<_>>()).unwrap();
        let mut order = [check(6, true), check(70, false), check(660, true), check(20, false)];
        order.sort();
        assert_eq!(order, [check(660, true), check(6, true), check(70, false), check(20, false)]);
        assert_eq!(late(minutes(5), true), None);
    }

    #[test]
    fn a_length_reads_as_people_say_it() {
        let check =
            |minutes, expected: &str| assert_eq!(length(SignedDuration::from_mins(minutes)), expected);
        check(25, "25 min");
        check(120, "2 h");
        check(125, "2 h 5 min");
        check(1_500, "1 day");
        check(4_400, "3 days");
    }
}
