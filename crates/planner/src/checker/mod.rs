//! The checker: a second opinion on every plan, written from the rules alone.
//!
//! It shares no code with the search, nor with [`Board::apply`]: it reads the nouns of the domain and works out by
//! itself who is where and when. It is slow and simple on purpose.
//!
//! This page checks boards; [`trsp1`] and [`dispatch1`] check plans in files.

pub mod dispatch1;
pub mod trsp1;

use domain::board::StopKind;
use domain::{
    AppointmentId, Board, DriveTimes, EventId, Move, Point, ShiftKind, SignedDuration, Technician,
    TechnicianId, Timestamp, Visit,
};
use std::collections::BTreeSet;

/// A rule that a plan breaks.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum Violation {
    /// A move names something that is not on the board, or makes no sense there.
    #[error("move {index} names something that is not there")]
    Unknown { index: usize },
    /// A move starts from where the visit or event does not stand.
    #[error("move {index} starts from another place")]
    StaleMove { index: usize },
    /// A visit that may not be planned is moved.
    #[error("J{job} may not be moved")]
    MayNotMove { appointment: AppointmentId, job: u32 },
    /// An event leaves its limits or changes its length.
    #[error("event `{event}` may not stand there")]
    EventOutOfLimits { event: EventId },
    /// Two stops of one technician overlap.
    #[error("technician `{technician}` is in two places")]
    Overlap { technician: TechnicianId, first: StopKind, second: StopKind },
    /// A technician cannot reach a stop in time.
    #[error("technician `{technician}` is late at a stop")]
    Late { technician: TechnicianId, from: Option<StopKind>, to: StopKind },
    /// A technician is not home when the shift and its overtime end.
    #[error("technician `{technician}` is late home")]
    LateHome { technician: TechnicianId, from: StopKind },
    /// A drive is longer than the limit, or there is no road.
    #[error("a drive of technician `{technician}` is too long")]
    DriveTooLong { technician: TechnicianId, from: StopKind, to: Option<StopKind> },
    /// A visit starts outside its arrival window.
    #[error("{kind:?} starts outside its window")]
    OutsideWindow { kind: StopKind },
    /// A visit starts outside business hours or in the past.
    #[error("{kind:?} starts when nobody works")]
    OutsideHours { kind: StopKind },
    /// A visit lies outside every shift, or in time off.
    #[error("{kind:?} lies outside every shift")]
    OutsideShift { kind: StopKind },
    /// The technician may not do such work.
    #[error("technician `{technician}` may not do {kind:?}")]
    NotAble { kind: StopKind, technician: TechnicianId },
}

/// Checks moves that the planner wants to make. What was wrong before and is not made by the moves is not held
/// against them. Promises without a technician give way to moves and are not looked at: see [`compare`].
///
/// # Errors
/// Every violation that the moves bring, never empty.
pub fn check(board: &Board, moves: &[Move], drives: &dyn DriveTimes) -> Result<(), Vec<Violation>> {
    let mut after = board.clone();
    let mut violations = Vec::new();
    for (index, change) in moves.iter().enumerate() {
        violations.extend(carry_out(&mut after, board, index, change));
    }
    let looked_at = Looked { drives, promises: false };
    violations.extend(news(board, &after, &looked_at));
    if violations.is_empty() { Ok(()) } else { Err(violations) }
}

/// Checks a board that came out of another, promises included.
///
/// # Errors
/// Every violation that is new, never empty.
pub fn compare(before: &Board, after: &Board, drives: &dyn DriveTimes) -> Result<(), Vec<Violation>> {
    let violations = news(before, after, &Looked { drives, promises: true });
    if violations.is_empty() { Ok(()) } else { Err(violations) }
}

/// Checks a whole board, promises included. What has begun is where it is: only its neighbours are judged.
///
/// # Errors
/// Every violation, never empty.
pub fn check_board(board: &Board, drives: &dyn DriveTimes) -> Result<(), Vec<Violation>> {
    let looked = Looked { drives, promises: true };
    let violations: Vec<Violation> =
        board.technicians.iter().flat_map(|person| day_of(board, person, &looked)).collect();
    if violations.is_empty() { Ok(()) } else { Err(violations) }
}

struct Looked<'a> {
    drives: &'a dyn DriveTimes,
    promises: bool,
}

/// Violations of the later board that the earlier one does not have.
fn news(before: &Board, after: &Board, looked: &Looked<'_>) -> Vec<Violation> {
    let mut news = Vec::new();
    let differ = who_differs(before, after);
    for person in after.technicians.iter().filter(|person| differ.contains(&person.id)) {
        if line(before, person, looked.promises) == line(after, person, looked.promises) {
            continue;
        }
        // A promise that moves away can lay bare old trouble between the stops it stood between.
        let bare = Looked { drives: looked.drives, promises: false };
        let mut old = day_of(before, person, looked);
        old.extend(day_of(before, person, &bare));
        let moved: Vec<StopKind> = {
            let old = line(before, person, looked.promises);
            let new = line(after, person, looked.promises);
            new.into_iter().filter(|stop| !old.contains(stop)).map(|stop| stop.kind).collect()
        };
        let fresh = day_of(after, person, looked).into_iter().filter(|violation| {
            !old.contains(violation) || violation.about().iter().any(|kind| moved.contains(kind))
        });
        news.extend(fresh);
    }
    news
}

/// The technicians whose stops may differ between two boards; all of them when the boards are not states of one.
fn who_differs(before: &Board, after: &Board) -> BTreeSet<TechnicianId> {
    let same_visits = before.visits.len() == after.visits.len()
        && before.visits.iter().zip(&after.visits).all(|(old, new)| old.appointment.id == new.appointment.id);
    let same_rest = before.events.len() == after.events.len()
        && before.reservations.len() == after.reservations.len()
        && before.now == after.now;
    if !same_visits || !same_rest {
        return after.technicians.iter().map(|person| person.id).collect();
    }
    let mut differ = BTreeSet::new();
    for (old, new) in before.visits.iter().zip(&after.visits) {
        if old.appointment != new.appointment || old.location.point != new.location.point {
            differ.extend(
                [old, new].into_iter().filter_map(|one| one.appointment.state.busy()).map(|at| at.technician),
            );
        }
    }
    for (old, new) in before.events.iter().zip(&after.events).filter(|(old, new)| old != new) {
        differ.extend([old.technician, new.technician]);
    }
    for (old, new) in before.reservations.iter().zip(&after.reservations).filter(|(old, new)| old != new) {
        differ.extend([old.placement.technician, new.placement.technician]);
    }
    differ
}

impl Violation {
    /// The stops it speaks about.
    pub(crate) fn about(&self) -> Vec<StopKind> {
        match self {
            Violation::Overlap { first, second, .. } => vec![*first, *second],
            Violation::Late { from, to, .. } => from.iter().copied().chain([*to]).collect(),
            Violation::LateHome { from, .. } => vec![*from],
            Violation::DriveTooLong { from, to, .. } => to.iter().copied().chain([*from]).collect(),
            Violation::OutsideWindow { kind }
            | Violation::OutsideHours { kind }
            | Violation::OutsideShift { kind }
            | Violation::NotAble { kind, .. } => vec![*kind],
            Violation::Unknown { .. }
            | Violation::StaleMove { .. }
            | Violation::MayNotMove { .. }
            | Violation::EventOutOfLimits { .. } => Vec::new(),
        }
    }
}

/// Makes one move on the board `after`; `before` says where things stood and whether they may move.
fn carry_out(after: &mut Board, before: &Board, index: usize, change: &Move) -> Option<Violation> {
    use domain::AppointmentState as S;
    match change {
        Move::Assign { appointment, to, from } => {
            let Some(visit) = before.visits.iter().find(|visit| visit.appointment.id == *appointment) else {
                return Some(Violation::Unknown { index });
            };
            let stood = match &visit.appointment.state {
                S::Assigned { placement } => Some(*placement),
                S::Unassigned { .. } => None,
                _ => return Some(may_not_move(visit)),
            };
            if stood != *from {
                return Some(Violation::StaleMove { index });
            }
            if !before.technicians.iter().any(|person| person.id == to.technician) {
                return Some(Violation::Unknown { index });
            }
            let visit = after.visits.iter_mut().find(|visit| visit.appointment.id == *appointment)?;
            visit.appointment.state = S::Assigned { placement: *to };
            (!may_move(before, visit, stood.map(|at| at.start))).then(|| may_not_move(visit))
        }
        Move::ShiftEvent { event, to, from } => {
            let Some(known) = after.events.iter_mut().find(|known| known.id == *event) else {
                return Some(Violation::Unknown { index });
            };
            if known.span != *from {
                return Some(Violation::StaleMove { index });
            }
            let allowed = known.movable_within.is_some_and(|limits| {
                limits.start() <= to.start() && to.end() <= limits.end() && to.length() == from.length()
            });
            known.span = *to;
            (!allowed).then_some(Violation::EventOutOfLimits { event: *event })
        }
        // The planner only assigns and shifts.
        _ => Some(Violation::Unknown { index }),
    }
}

fn may_not_move(visit: &Visit) -> Violation {
    Violation::MayNotMove { appointment: visit.appointment.id, job: visit.job.number }
}

/// Whether the planner may move a visit that stands at `start`: enabled, not locked, not about to begin.
fn may_move(board: &Board, visit: &Visit, start: Option<Timestamp>) -> bool {
    let types = &board.company.job_types;
    let enabled =
        types.iter().any(|known| known.id == visit.job.job_type && known.planned) && visit.job.planned;
    let soon = start.is_some_and(|start| start < board.now + board.company.settings.autolock);
    enabled && visit.appointment.lock.is_none() && !soon
}

/// A stop as the checker sees it.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    kind: StopKind,
    start: Timestamp,
    end: Timestamp,
    place: Option<Point>,
}

/// Everything that takes a technician's time, by start.
fn line(board: &Board, person: &Technician, promises: bool) -> Vec<Seen> {
    use domain::AppointmentState as S;
    let mut line = Vec::new();
    for visit in &board.visits {
        let appointment = &visit.appointment;
        let (at, end) = match &appointment.state {
            S::Unassigned { provisional: Some(at) } if promises => (at, at.start + appointment.duration),
            S::Assigned { placement } => (placement, placement.start + appointment.duration),
            S::Dispatched { placement, .. } => {
                (placement, placement.start.max(board.now) + appointment.duration)
            }
            S::Working { placement, arrived } | S::Paused { placement, arrived, .. } => {
                (placement, (*arrived + appointment.duration).max(board.now).max(placement.start))
            }
            S::Done { placement, finished, .. } => (placement, (*finished).max(placement.start)),
            S::Unassigned { .. } | S::OnHold { .. } | S::Canceled { .. } => continue,
        };
        if at.technician == person.id {
            let kind = StopKind::Visit(appointment.id);
            line.push(Seen { kind, start: at.start, end, place: visit.location.point });
        }
    }
    for event in board.events.iter().filter(|event| event.technician == person.id) {
        let (start, end) = (event.span.start(), event.span.end());
        line.push(Seen { kind: StopKind::Event(event.id), start, end, place: event.place });
    }
    if promises {
        for held in &board.reservations {
            if held.placement.technician == person.id
                && matches!(held.state, domain::ReservationState::Held { .. })
            {
                let (start, end) = (held.placement.start, held.placement.start + held.duration);
                line.push(Seen { kind: StopKind::Reservation(held.id), start, end, place: Some(held.point) });
            }
        }
    }
    line.sort_by_key(|stop| (stop.start, stop.end));
    line
}

/// Everything wrong with one technician's stops.
fn day_of(board: &Board, person: &Technician, looked: &Looked<'_>) -> Vec<Violation> {
    let line = line(board, person, looked.promises);
    let mut violations = Vec::new();
    for (index, first) in line.iter().enumerate() {
        for second in &line[index + 1..] {
            if second.start < first.end && first.start < second.end {
                let (first, second) = (first.kind, second.kind);
                violations.push(Violation::Overlap { technician: person.id, first, second });
            }
        }
    }
    violations.extend(line.iter().flat_map(|stop| rules_of(board, person, stop)));
    for shift in board.shifts.iter().filter(|shift| shift.technician == person.id) {
        let planned = match shift.kind {
            ShiftKind::Normal => true,
            ShiftKind::OnCall => board.company.settings.plan_on_call,
            ShiftKind::TimeOff { .. } => false,
        };
        if planned {
            let home_by = shift.span.end() + board.company.settings.overtime_limit;
            let route: Vec<&Seen> =
                line.iter().filter(|stop| shift.span.start() <= stop.start && stop.start < home_by).collect();
            violations.extend(drive_route(
                board,
                person,
                &route,
                (shift.span.start(), home_by),
                looked.drives,
            ));
        }
    }
    violations
}

/// Drives a route from leaving to coming home.
fn drive_route(
    board: &Board,
    person: &Technician,
    route: &[&Seen],
    (leaves, home_by): (Timestamp, Timestamp),
    drives: &dyn DriveTimes,
) -> Vec<Violation> {
    let settings = &board.company.settings;
    let technician = person.id;
    let limit = person.max_drive.unwrap_or(settings.max_drive);
    let mut violations = Vec::new();
    let mut here: (Option<StopKind>, Point) = (None, person.start_point());
    let mut left = leaves;
    let mut rests: Vec<(Timestamp, Timestamp)> = Vec::new();
    for stop in route {
        let Some(place) = stop.place else {
            rests.push((stop.start, stop.end));
            continue;
        };
        match drives.drive(here.1, place) {
            Some(drive) => {
                if let (Some(from), true) = (here.0, drive > limit) {
                    violations.push(Violation::DriveTooLong { technician, from, to: Some(stop.kind) });
                }
                let (ready, _) = soonest(left.max(board.now.min(stop.start)), &rests, drive);
                if ready > stop.start {
                    violations.push(Violation::Late { technician, from: here.0, to: stop.kind });
                }
            }
            None => violations.push(Violation::Late { technician, from: here.0, to: stop.kind }),
        }
        here = (Some(stop.kind), place);
        left = left.max(stop.end);
        rests.clear();
    }
    let Some(last) = here.0 else { return violations };
    match drives.drive(here.1, person.end_point()) {
        Some(drive) => {
            if settings.max_drive_home.is_some_and(|limit| drive > limit) {
                violations.push(Violation::DriveTooLong { technician, from: last, to: None });
            }
            if soonest(left, &rests, drive).1 > home_by {
                violations.push(Violation::LateHome { technician, from: last });
            }
        }
        None => violations.push(Violation::LateHome { technician, from: last }),
    }
    violations
}

/// When the technician can start there and when the drive is over: the drive is not cut by a rest.
fn soonest(
    left: Timestamp,
    rests: &[(Timestamp, Timestamp)],
    drive: SignedDuration,
) -> (Timestamp, Timestamp) {
    let over = rests.iter().map(|rest| rest.1).max().unwrap_or(left).max(left);
    let mut departures = vec![left];
    departures.extend(rests.iter().map(|rest| rest.1.max(left)));
    let undisturbed =
        |leave: &Timestamp| rests.iter().all(|(start, end)| *end <= *leave || *leave + drive <= *start);
    let leave = departures.into_iter().filter(undisturbed).min().unwrap_or(over);
    ((leave + drive).max(over), leave + drive)
}

/// What a stop breaks by itself, whatever its neighbours. What has begun or is locked in by people is where it is,
/// but new placements are judged by [`news`], which compares.
fn rules_of(board: &Board, person: &Technician, stop: &Seen) -> Vec<Violation> {
    let (window, job_type, zone, length) = match stop.kind {
        StopKind::Event(_) => return Vec::new(),
        StopKind::Visit(id) => {
            let Some(visit) = board.visits.iter().find(|visit| visit.appointment.id == id) else {
                return Vec::new();
            };
            if visit.appointment.state.has_begun() {
                return Vec::new();
            }
            let appointment = &visit.appointment;
            (appointment.window, visit.job.job_type, visit.location.zone, appointment.duration)
        }
        StopKind::Reservation(id) => {
            let Some(held) = board.reservations.iter().find(|held| held.id == id) else { return Vec::new() };
            (held.window, held.job_type, held.zone, held.duration)
        }
    };
    let (kind, start) = (stop.kind, stop.start);
    let mut violations = Vec::new();
    if start < window.start() || window.end() <= start {
        violations.push(Violation::OutsideWindow { kind });
    }
    if !is_open(board, start) || start < board.now {
        violations.push(Violation::OutsideHours { kind });
    }
    if !works(board, person, start, start + length) {
        violations.push(Violation::OutsideShift { kind });
    }
    let able = stop.place.is_some() && may_do(board, person, job_type, zone, start);
    if !able {
        violations.push(Violation::NotAble { kind, technician: person.id });
    }
    violations
}

fn is_open(board: &Board, at: Timestamp) -> bool {
    let zone = board.company.zone_of_time();
    let local = at.to_zoned(zone.clone());
    let hours = &board.company.hours;
    let day = hours.week[local.date().weekday().to_monday_zero_offset() as usize];
    let Some((open, close)) = day.filter(|_| !hours.closed.contains(&local.date())) else { return false };
    // Hours that run over midnight end on the next date.
    let time = local.time();
    if open < close { open <= time && time < close } else { open <= time }
}

fn works(board: &Board, person: &Technician, start: Timestamp, end: Timestamp) -> bool {
    let own = || board.shifts.iter().filter(|shift| shift.technician == person.id);
    let off = own().any(|shift| {
        matches!(shift.kind, ShiftKind::TimeOff { .. })
            && shift.span.start() < end
            && start < shift.span.end()
    });
    let settings = &board.company.settings;
    let on = own().any(|shift| {
        let kind = match shift.kind {
            ShiftKind::Normal => true,
            ShiftKind::OnCall => settings.plan_on_call,
            ShiftKind::TimeOff { .. } => false,
        };
        kind && shift.span.start() <= start && end <= shift.span.end() + settings.overtime_limit
    });
    on && !off
}

fn may_do(
    board: &Board,
    person: &Technician,
    job_type: domain::JobTypeId,
    zone: Option<domain::ZoneId>,
    start: Timestamp,
) -> bool {
    let Some(work) = board.company.job_types.iter().find(|known| known.id == job_type) else {
        return person.managed;
    };
    let date = start.to_zoned(board.company.zone_of_time()).date();
    let skilled = work.skills.iter().all(|need| {
        person.skills.iter().any(|held| {
            held.skill == need.skill
                && held.level >= need.level
                && held.expires.is_none_or(|expires| date <= expires)
        })
    });
    let unit = person.units.is_empty() || person.units.contains(&work.unit);
    let zoned = person.zones.is_empty() || zone.is_some_and(|zone| person.zones.contains(&zone));
    person.managed && skilled && unit && zoned
}
