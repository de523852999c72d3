//! The board as people see it.

use super::alerts;
use crate::names;
use crate::view::{
    AlertView, BoardView, EventView, HeldView, RefusalView, ShiftView, SpanView, TechnicianView, VisitView,
};
use domain::board::StopKind;
use domain::{
    AppointmentState, Board, DriveTimes, Placement, Refusal, ShiftKind, SignedDuration, Span, Technician,
    TechnicianId, Timestamp, Visit,
};
use std::collections::HashMap;

/// The board of one company date.
pub(crate) fn board(board: &Board, day: Span, left_open: &[Visit], drives: &dyn DriveTimes) -> BoardView {
    let company = &board.company;
    let date = company.date(day.start());
    let legs = Legs::of(board, day, drives);
    let on_day = |visit: &&Visit| touches(visit, day);
    let visits: Vec<VisitView> =
        board.visits.iter().filter(on_day).map(|visit| show_visit(board, visit, &legs)).collect();
    let carried: Vec<VisitView> = left_open.iter().map(|visit| show_visit(board, visit, &legs)).collect();
    let scheduled =
        board.visits.iter().filter(on_day).filter(|visit| visit.appointment.state.placement().is_some());
    let mut technicians: Vec<TechnicianView> =
        board.technicians.iter().map(|technician| show_technician(board, technician, day, &legs)).collect();
    technicians.sort_by(|a, b| (&a.unit_ids, &a.name).cmp(&(&b.unit_ids, &b.name)));
    BoardView {
        date: date.to_string(),
        day_start: day.start(),
        day_end: day.end(),
        open: company.hours.on(date, &company.zone_of_time()).map(SpanView::from),
        now: board.now,
        position: board.position,
        technicians,
        value_cents: scheduled.map(|visit| visit.job.value.0).sum(),
        drive_minutes: minutes(legs.total()),
        visits,
        carried,
        alert_ids: alert_ids(board, left_open.iter().chain(board.visits.iter().filter(on_day))),
        events: board.events.iter().filter(|event| event.span.overlaps(&day)).map(show_event).collect(),
        reservations: board
            .reservations
            .iter()
            .filter(|held| held.is_held())
            .filter_map(|held| show_held(held, day))
            .collect(),
    }
}

/// The visits with an alert, in the order in which somebody has to look at them.
fn alert_ids<'a>(board: &Board, visits: impl Iterator<Item = &'a Visit>) -> Vec<String> {
    let ranked = visits.filter_map(|visit| Some((alerts::rank(&alerts::of(board, visit))?, visit)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, visit)| (*rank, visit.appointment.id));
    ranked.into_iter().map(|(_, visit)| visit.appointment.id.to_string()).collect()
}

/// One visit, judged within its board.
pub(crate) fn visit(board: &Board, visit: &Visit, drives: &dyn DriveTimes) -> VisitView {
    let at = visit.appointment.state.busy().map_or(visit.appointment.window.start(), |at| at.start);
    let zone = board.company.zone_of_time();
    let day = Span::day(board.company.date(at), &zone).expect("a visit lies inside the calendar");
    show_visit(board, visit, &Legs::of(board, day, drives))
}

/// Whether a visit belongs to a day: by where it stands, or by its promise when it stands nowhere.
pub(crate) fn touches(visit: &Visit, day: Span) -> bool {
    match visit.appointment.state.placement() {
        Some(at) => visit.appointment.span_from(at.start).overlaps(&day),
        None => visit.appointment.window.0.overlaps(&day),
    }
}

/// Drives to and from the firm stops of each technician on a day.
pub(crate) struct Legs {
    before: HashMap<domain::AppointmentId, SignedDuration>,
    total: HashMap<TechnicianId, SignedDuration>,
}

impl Legs {
    pub(crate) fn of(board: &Board, day: Span, drives: &dyn DriveTimes) -> Legs {
        let mut legs = Legs { before: HashMap::new(), total: HashMap::new() };
        let mut stops_of: HashMap<TechnicianId, Vec<(Timestamp, Option<domain::Point>, StopKind)>> =
            HashMap::new();
        for visit in &board.visits {
            let Some(at) = visit.appointment.state.placement().filter(|at| day.contains(at.start)) else {
                continue;
            };
            let stop = (at.start, visit.location.point, StopKind::Visit(visit.appointment.id));
            stops_of.entry(at.technician).or_default().push(stop);
        }
        for event in board.events.iter().filter(|event| day.contains(event.span.start())) {
            let stop = (event.span.start(), event.place, StopKind::Event(event.id));
            stops_of.entry(event.technician).or_default().push(stop);
        }
        for technician in &board.technicians {
            let Some(stops) = stops_of.get_mut(&technician.id) else { continue };
            stops.sort_by_key(|(start, _, _)| *start);
            let mut here = technician.start_point();
            let mut total = SignedDuration::ZERO;
            for (_, place, kind) in stops.iter() {
                let Some(place) = *place else { continue };
                let drive = drives.drive(here, place).unwrap_or_default();
                total += drive;
                here = place;
                if let StopKind::Visit(id) = kind {
                    legs.before.insert(*id, drive);
                }
            }
            if stops.iter().any(|(_, place, _)| place.is_some()) {
                total += drives.drive(here, technician.end_point()).unwrap_or_default();
            }
            legs.total.insert(technician.id, total);
        }
        legs
    }

    pub(crate) fn total(&self) -> SignedDuration {
        self.total.values().fold(SignedDuration::ZERO, |sum, leg| sum + *leg)
    }
}

fn show_technician(board: &Board, technician: &Technician, day: Span, legs: &Legs) -> TechnicianView {
    let shifts: Vec<&domain::Shift> =
        board.shifts_of(technician.id).filter(|shift| shift.span.overlaps(&day)).collect();
    let sum = |spans: &mut dyn Iterator<Item = Span>| -> f64 {
        spans.filter_map(|span| span.intersection(&day)).map(|span| span.length().as_secs_f64()).sum()
    };
    let worked =
        sum(&mut shifts.iter().filter(|shift| shift.kind == ShiftKind::Normal).map(|shift| shift.span));
    let visits = board.visits.iter().filter_map(|visit| {
        let at = visit.appointment.state.placement().filter(|at| at.technician == technician.id)?;
        Some(visit.appointment.span_from(at.start))
    });
    let events =
        board.events.iter().filter(|event| event.technician == technician.id).map(|event| event.span);
    let driven = legs.total.get(&technician.id).copied().unwrap_or_default().as_secs_f64();
    let busy = sum(&mut visits.chain(events)) + driven;
    let skill = |held: &domain::SkillHeld| board.company.skill(held.skill).map(|skill| skill.name.clone());
    TechnicianView {
        id: technician.id.to_string(),
        name: technician.name.clone(),
        unit_ids: technician.units.iter().map(ToString::to_string).collect(),
        zone_ids: technician.zones.iter().map(ToString::to_string).collect(),
        skills: technician.skills.iter().filter_map(skill).collect(),
        managed: technician.managed,
        load: if worked > 0.0 { (busy / worked * 1000.0).round() / 1000.0 } else { 0.0 },
        shifts: shifts.into_iter().map(show_shift).collect(),
    }
}

fn show_shift(shift: &domain::Shift) -> ShiftView {
    let (kind, reason) = match &shift.kind {
        ShiftKind::Normal => ("normal", None),
        ShiftKind::OnCall => ("on_call", None),
        ShiftKind::TimeOff { reason } => ("time_off", Some(reason.clone())),
    };
    ShiftView { kind: kind.to_owned(), start: shift.span.start(), end: shift.span.end(), reason }
}

fn show_visit(board: &Board, visit: &Visit, legs: &Legs) -> VisitView {
    let (appointment, job) = (&visit.appointment, &visit.job);
    let company = &board.company;
    let job_type = company.job_type(job.job_type);
    let at: Option<Placement> = appointment.state.busy();
    let kept = board.keeps_still(visit);
    let alert_reasons: Vec<AlertView> = alerts::of(board, visit).iter().map(AlertView::from).collect();
    VisitView {
        id: appointment.id.to_string(),
        job_id: job.id.to_string(),
        reference: format!("J{}", job.number),
        job_type: job_type.map_or_else(String::new, |kind| kind.name.clone()),
        trade: job_type.map_or_else(String::new, |kind| names::trade(kind.trade)),
        unit_id: job.unit.to_string(),
        customer: visit.customer.name.clone(),
        address: visit.location.address.to_string(),
        zip: visit.location.address.zip.clone(),
        zone: visit.location.zone.and_then(|zone| company.zone(zone)).map(|zone| zone.name.clone()),
        summary: job.summary.clone(),
        urgency: names::urgency(job.urgency),
        value_cents: job.value.0,
        state: appointment.state.name().to_owned(),
        technician_id: at.map(|at| at.technician.to_string()),
        start: at.map(|at| at.start),
        end: appointment.projected_end(board.now),
        window: SpanView::from(appointment.window.0),
        duration_minutes: u32::try_from(appointment.duration.as_mins()).unwrap_or(u32::MAX),
        drive_minutes: legs.before.get(&appointment.id).map(|drive| minutes(*drive)),
        lock: appointment.lock.as_ref().map(|lock| names::lock(lock.kind).to_owned()),
        planned: kept.is_none(),
        kept_because: kept.as_ref().map(ToString::to_string),
        told: appointment.told.is_some(),
        alerts: alert_reasons.iter().map(|alert| alert.code.clone()).collect(),
        alert_reasons,
        days_open: days_open(board, visit),
        note: match &appointment.state {
            AppointmentState::OnHold { reason, .. } => Some(names::hold(reason)),
            AppointmentState::Canceled { reason, .. } => Some(reason.clone()),
            _ => None,
        },
    }
}

/// How many company days the promise of an open visit lies back.
fn days_open(board: &Board, visit: &Visit) -> u32 {
    let over =
        matches!(visit.appointment.state, AppointmentState::Done { .. } | AppointmentState::Canceled { .. });
    let (promised, today) =
        (board.company.date(visit.appointment.window.start()), board.company.date(board.now));
    let days = today.since((jiff::Unit::Day, promised)).map_or(0, |span| span.get_days());
    if over { 0 } else { u32::try_from(days).unwrap_or(0) }
}

fn show_event(event: &domain::NonJobEvent) -> EventView {
    EventView {
        id: event.id.to_string(),
        technician_id: event.technician.to_string(),
        title: event.title.clone(),
        start: event.span.start(),
        end: event.span.end(),
        movable: event.movable_within.is_some(),
    }
}

fn show_held(held: &domain::Reservation, day: Span) -> Option<HeldView> {
    let span = held.planned_span();
    span.overlaps(&day).then(|| HeldView {
        id: held.id.to_string(),
        lead_id: held.lead.to_string(),
        technician_id: held.placement.technician.to_string(),
        start: span.start(),
        end: span.end(),
        window: SpanView::from(held.window.0),
    })
}

/// Whole minutes, rounded half away from zero.
pub(crate) fn minutes(length: SignedDuration) -> i64 {
    let seconds = length.as_secs();
    (seconds + 30 * seconds.signum()) / 60
}

impl From<Span> for SpanView {
    fn from(span: Span) -> SpanView {
        SpanView { start: span.start(), end: span.end() }
    }
}

impl From<&Refusal> for RefusalView {
    fn from(refusal: &Refusal) -> RefusalView {
        use Refusal as R;
        let about = match refusal {
            R::VisitInTheWay { appointment, .. }
            | R::Locked { appointment, .. }
            | R::Autolocked { appointment, .. }
            | R::HasBegun { appointment, .. }
            | R::NotOpen { appointment, .. }
            | R::MovedSince { appointment, .. }
            | R::WrongStep { appointment, .. }
            | R::NotPlanned { appointment, .. }
            | R::UnknownVisit { appointment } => Some(appointment.to_string()),
            R::EventInTheWay { event, .. } | R::EventNotMovable { event, .. } | R::UnknownEvent { event } => {
                Some(event.to_string())
            }
            R::UnknownTechnician { technician } => Some(technician.to_string()),
            _ => None,
        };
        RefusalView {
            code: refusal.code().to_owned(),
            words: refusal.to_string(),
            about,
            can_override: refusal.can_be_overridden(),
        }
    }
}
