//! The problem: a board compiled once into whole seconds, places and duties, for many questions.

use crate::objective::Terms;
use crate::places::{Place, Places};
use crate::spots::Spot;
use crate::values::Values;
use domain::board::StopKind;
use domain::rules::{self, Demand};
use domain::{
    AppointmentId, Board, DriveTimes, JobTypeId, Placement, Shift, ShiftKind, SignedDuration, TechnicianId,
    Timestamp, Urgency, ZoneId, civil, tz::TimeZone,
};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// An immutable board, ready to be asked. Times are whole seconds since 1970, UTC.
pub struct Problem<'a> {
    pub(crate) board: &'a Board,
    pub(crate) drives: &'a dyn DriveTimes,
    pub(crate) values: &'a dyn Values,
    pub(crate) places: Rc<Places<'a>>,
    pub(crate) terms: Terms,
    pub(crate) zone: TimeZone,
    pub(crate) now: i64,
    /// By technician in the order of the board, then by start.
    pub(crate) duties: Vec<Duty>,
    /// The duties of each technician of the board.
    pub(crate) duties_of: Vec<Range<usize>>,
    /// The shifts of each technician of the board.
    pub(crate) shifts_of: Vec<Vec<&'a Shift>>,
    /// What people placed with each technician of the board, by start, whatever the shift.
    pub(crate) lines: Vec<Vec<Stop>>,
    /// What stands provisionally with each, by start.
    pub(crate) promised: Vec<Vec<Stop>>,
    pub(crate) tasks: Vec<Task>,
    task_of: HashMap<AppointmentId, usize>,
    person_of: HashMap<TechnicianId, usize>,
    /// Spans in which service may start, by start.
    pub(crate) open: Vec<(i64, i64)>,
    kinds: Vec<Kind>,
    /// The best other places of each task, once they were asked for.
    pub(crate) spots: Vec<OnceCell<Vec<Spot>>>,
}

/// A technician during one shift.
pub(crate) struct Duty {
    /// Index of the technician on the board.
    pub(crate) person: usize,
    pub(crate) start: i64,
    /// Service starts before this.
    pub(crate) until: i64,
    /// Home again by this, overtime included.
    pub(crate) home_by: i64,
    pub(crate) leaves: Place,
    pub(crate) returns: Place,
    /// Longest drive between two stops, seconds.
    pub(crate) max_drive: i64,
    /// What people placed, by start.
    pub(crate) firm: Vec<Stop>,
    /// What stands there provisionally, by start.
    pub(crate) soft: Vec<Stop>,
    /// Time off, and stops that began outside of the shift.
    pub(crate) blocked: Vec<Blocked>,
}

/// From, to, and the stop that takes it; time off is none.
pub(crate) type Blocked = (i64, i64, Option<StopKind>);

/// Something that takes a technician's time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stop {
    pub(crate) kind: StopKind,
    /// The task behind it; none for events.
    pub(crate) task: Option<usize>,
    pub(crate) start: i64,
    pub(crate) end: i64,
    pub(crate) place: Option<Place>,
    /// The earliest and the latest start, when the planner may shift it.
    pub(crate) range: Option<(i64, i64)>,
}

/// A visit or a held reservation.
pub(crate) struct Task {
    pub(crate) ask: Ask,
    /// Index of the visit on the board; none for reservations.
    pub(crate) visit: Option<usize>,
    /// Whether the planner may move it.
    pub(crate) movable: bool,
    pub(crate) told: bool,
    pub(crate) urgency: Urgency,
    /// Where people put it.
    pub(crate) firm: Option<Standing>,
    /// Where it stands provisionally.
    pub(crate) soft: Option<Standing>,
}

/// Who and from when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Index of the technician on the board.
    pub(crate) person: usize,
    pub(crate) start: i64,
}

/// What a place on the schedule must offer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask {
    /// The stop it stands for; its own old place is never in its way.
    pub(crate) itself: Option<StopKind>,
    pub(crate) job_type: JobTypeId,
    pub(crate) booked: Option<domain::Cents>,
    pub(crate) place: Option<Place>,
    /// First start, and the first instant that is too late.
    pub(crate) window: (i64, i64),
    pub(crate) length: i64,
    /// A start that disturbs nobody: where it stands. None when the earliest is wanted.
    pub(crate) prefers: Option<i64>,
    /// Index of its kind: see [`Problem::able`].
    pub(crate) kind: usize,
}

/// Asks of one kind can be done by the same technicians.
struct Kind {
    demand: Demand,
    date: civil::Date,
    able: OnceCell<Vec<bool>>,
}

type KindKey = (JobTypeId, Option<ZoneId>, bool, civil::Date);

impl<'a> Problem<'a> {
    /// Compiles a board. Drives and values are asked later, as they are needed, and must not change meanwhile.
    pub fn new(board: &'a Board, drives: &'a dyn DriveTimes, values: &'a dyn Values) -> Problem<'a> {
        Problem::with(board, drives, values, Rc::new(Places::new(drives)))
    }

    /// The same question about another state of the board: drives that were asked are known.
    pub(crate) fn again<'b>(&self, board: &'b Board) -> Problem<'b>
    where
        'a: 'b,
    {
        let places: Rc<Places<'b>> = Rc::clone(&self.places);
        Problem::with(board, self.drives, self.values, places)
    }

    fn with(
        board: &'a Board,
        drives: &'a dyn DriveTimes,
        values: &'a dyn Values,
        places: Rc<Places<'a>>,
    ) -> Problem<'a> {
        let mut problem = Problem {
            board,
            drives,
            values,
            places,
            terms: Terms::new(&board.company.settings),
            zone: board.company.zone_of_time(),
            now: ceil(board.now),
            duties: Vec::new(),
            duties_of: Vec::new(),
            shifts_of: vec![Vec::new(); board.technicians.len()],
            lines: Vec::with_capacity(board.technicians.len()),
            promised: Vec::with_capacity(board.technicians.len()),
            person_of: HashMap::new(),
            tasks: Vec::with_capacity(board.visits.len() + board.reservations.len()),
            task_of: HashMap::with_capacity(board.visits.len()),
            open: Vec::new(),
            kinds: Vec::new(),
            spots: Vec::new(),
        };
        problem.open = problem.opening_hours();
        let people: HashMap<TechnicianId, usize> =
            board.technicians.iter().enumerate().map(|(index, person)| (person.id, index)).collect();
        problem.add_tasks(&people);
        problem.add_duties(&people);
        problem.person_of = people;
        problem.spots = vec![OnceCell::new(); problem.tasks.len()];
        problem
    }

    /// Looks up the other places of every visit once, so that the first question is as quick as the next: worth it
    /// for a problem that is asked again and again.
    pub fn prepare(&self) {
        for task in 0..self.tasks.len() {
            self.spots(task);
        }
    }

    /// The board it was made from.
    pub fn board(&self) -> &'a Board {
        self.board
    }

    /// Opening spans of every date that the board or a window on it touches.
    fn opening_hours(&self) -> Vec<(i64, i64)> {
        let board = self.board;
        let ends = board.visits.iter().map(|visit| visit.appointment.window.end());
        let last = ends.chain([board.span.end()]).max().unwrap_or(board.span.end());
        let (first, last) = (self.date(board.span.start().min(board.now)), self.date(last));
        std::iter::successors(Some(first), |date| date.tomorrow().ok())
            .take_while(|date| *date <= last)
            .take(LONGEST_SPAN_DAYS)
            .filter_map(|date| board.company.hours.on(date, &self.zone))
            .map(|open| (ceil(open.start()), ceil(open.end())))
            .collect()
    }

    fn add_tasks(&mut self, people: &HashMap<TechnicianId, usize>) {
        let mut known: HashMap<KindKey, usize> = HashMap::new();
        let standing = |at: &Placement| {
            people.get(&at.technician).map(|person| Standing { person: *person, start: floor(at.start) })
        };
        let board = self.board;
        for (index, visit) in board.visits.iter().enumerate() {
            let appointment = &visit.appointment;
            let id = appointment.id;
            let demand = visit.demand();
            let mut ask = self.ask(Some(StopKind::Visit(id)), &demand, Some(visit.job.value), &mut known);
            let firm = appointment.state.placement().as_ref().and_then(standing);
            let soft = match firm {
                Some(_) => None,
                None => appointment.state.busy().as_ref().and_then(standing),
            };
            // Urgent work that nobody has goes as early as it can; anything else keeps its start where it can.
            let hurry = firm.is_none() && visit.job.urgency >= Urgency::Urgent;
            ask.prefers = firm.or(soft).filter(|_| !hurry).map(|at| at.start);
            self.task_of.insert(id, self.tasks.len());
            self.tasks.push(Task {
                ask,
                visit: Some(index),
                movable: board.keeps_still(visit).is_none(),
                told: appointment.told.is_some(),
                urgency: visit.job.urgency,
                firm,
                soft,
            });
        }
        for held in board.reservations.iter().filter(|reservation| reservation.is_held()) {
            let mut ask = self.ask(Some(StopKind::Reservation(held.id)), &held.demand(), None, &mut known);
            ask.prefers = Some(floor(held.placement.start));
            self.tasks.push(Task {
                ask,
                visit: None,
                movable: false,
                told: false,
                urgency: Urgency::Routine,
                firm: None,
                soft: standing(&held.placement),
            });
        }
    }

    fn ask(
        &mut self,
        itself: Option<StopKind>,
        demand: &Demand,
        booked: Option<domain::Cents>,
        known: &mut HashMap<KindKey, usize>,
    ) -> Ask {
        let date = self.date(demand.window.start());
        let kinds = &mut self.kinds;
        let kind =
            *known.entry((demand.job_type, demand.zone, demand.point.is_some(), date)).or_insert_with(|| {
                kinds.push(Kind { demand: *demand, date, able: OnceCell::new() });
                kinds.len() - 1
            });
        Ask {
            itself,
            job_type: demand.job_type,
            booked,
            place: demand.point.map(|point| self.places.at(point)),
            window: (ceil(demand.window.start()), floor(demand.window.end())),
            length: seconds(demand.duration),
            prefers: None,
            kind,
        }
    }

    fn add_duties(&mut self, people: &HashMap<TechnicianId, usize>) {
        let board = self.board;
        let stops = self.stops_by_person(people);
        for shift in &board.shifts {
            if let Some(person) = people.get(&shift.technician) {
                self.shifts_of[*person].push(shift);
            }
        }
        for (person, own) in stops.into_iter().enumerate() {
            let first = self.duties.len();
            let on_line =
                |firm| own.iter().filter(move |placed| placed.firm == firm).map(|placed| placed.stop);
            self.lines.push(on_line(true).collect());
            self.promised.push(on_line(false).collect());
            let shifts = &self.shifts_of[person];
            let off: Vec<Blocked> = shifts
                .iter()
                .filter(|shift| matches!(shift.kind, ShiftKind::TimeOff { .. }))
                .map(|shift| (floor(shift.span.start()), ceil(shift.span.end()), None))
                .collect();
            let mut working: Vec<(i64, i64)> = shifts
                .iter()
                .filter(|shift| match shift.kind {
                    ShiftKind::Normal => true,
                    ShiftKind::OnCall => board.company.settings.plan_on_call,
                    ShiftKind::TimeOff { .. } => false,
                })
                .map(|shift| (ceil(shift.span.start()), floor(shift.span.end())))
                .collect();
            working.sort_unstable();
            working.dedup();
            for shift in &working {
                // Where two shifts could hold a start, the one it lies in does, as on the board.
                let next = working.iter().map(|(start, _)| *start).find(|next| *next >= shift.1);
                let duty = self.duty(person, *shift, next, &own, &off);
                self.duties.push(duty);
            }
            self.duties_of.push(first..self.duties.len());
        }
    }

    /// The duty of a shift; `next` is when the next one starts.
    fn duty(
        &self,
        person: usize,
        (start, end): (i64, i64),
        next: Option<i64>,
        own: &[Placed],
        off: &[Blocked],
    ) -> Duty {
        let (technician, settings) = (&self.board.technicians[person], &self.board.company.settings);
        let home_by = end + seconds(settings.overtime_limit);
        let inside = |stop: &Stop| start <= stop.start && stop.start < home_by;
        let on_duty = |firm| {
            let own = own.iter().filter(move |placed| placed.firm == firm && inside(&placed.stop));
            own.map(|placed| placed.stop).collect()
        };
        let earlier =
            own.iter().filter(|placed| placed.firm && !inside(&placed.stop)).map(|placed| placed.stop);
        let running_in = earlier.filter(|stop| stop.start < home_by && stop.end > start);
        let blocked = running_in.map(|stop| (stop.start, stop.end, Some(stop.kind)));
        Duty {
            person,
            start,
            until: next.map_or(home_by, |next| next.min(home_by)).max(end),
            home_by,
            leaves: self.places.at(technician.start_point()),
            returns: self.places.at(technician.end_point()),
            max_drive: seconds(technician.max_drive.unwrap_or(settings.max_drive)),
            firm: on_duty(true),
            soft: on_duty(false),
            blocked: off.iter().copied().chain(blocked).collect(),
        }
    }

    fn stops_by_person(&self, people: &HashMap<TechnicianId, usize>) -> Vec<Vec<Placed>> {
        let mut stops: Vec<Vec<Placed>> = vec![Vec::new(); self.board.technicians.len()];
        for (index, task) in self.tasks.iter().enumerate() {
            let Some(at) = task.firm.or(task.soft) else { continue };
            let expected = task.visit.and_then(|visit| {
                self.board.visits[visit].appointment.projected_end(self.board.now).map(ceil)
            });
            let mut stop = self.stop_at(index, at.start);
            stop.end = expected.unwrap_or(stop.end).max(at.start);
            stops[at.person].push(Placed { stop, firm: task.firm.is_some() });
        }
        for event in &self.board.events {
            let Some(person) = people.get(&event.technician) else { continue };
            let (start, end) = (floor(event.span.start()), ceil(event.span.end()));
            let stop = Stop {
                kind: StopKind::Event(event.id),
                task: None,
                start,
                end,
                place: event.place.map(|point| self.places.at(point)),
                range: event
                    .movable_within
                    .map(|limits| (ceil(limits.start()), floor(limits.end()) - (end - start))),
            };
            stops[*person].push(Placed { stop, firm: true });
        }
        for own in &mut stops {
            own.sort_by_key(|placed| (placed.stop.start, placed.stop.end));
        }
        stops
    }

    /// The stop a task makes when it starts at `start`.
    pub(crate) fn stop_at(&self, index: usize, start: i64) -> Stop {
        let task = &self.tasks[index];
        Stop {
            kind: task.ask.itself.expect("a task on the board stands for itself"),
            task: Some(index),
            start,
            end: start + task.ask.length,
            place: task.ask.place,
            range: task.movable.then_some((task.ask.window.0, task.ask.window.1 - 1)),
        }
    }

    /// Whether each technician of the board may do such work at all.
    pub(crate) fn able(&self, kind: usize) -> &[bool] {
        let kind = &self.kinds[kind];
        kind.able.get_or_init(|| self.who_is_able(&kind.demand, kind.date))
    }

    /// The same for a demand of no known kind.
    pub(crate) fn who_is_able(&self, demand: &Demand, date: civil::Date) -> Vec<bool> {
        let technicians = self.board.technicians.iter();
        technicians.map(|person| rules::able(&self.board.company, person, demand, date).is_empty()).collect()
    }

    /// The task of a visit.
    pub(crate) fn task(&self, visit: AppointmentId) -> Option<usize> {
        self.task_of.get(&visit).copied()
    }

    /// The index of a technician on the board.
    pub(crate) fn person(&self, technician: TechnicianId) -> Option<usize> {
        self.person_of.get(&technician).copied()
    }

    /// The board's visit behind a task.
    pub(crate) fn visit_of(&self, task: usize) -> Option<&'a domain::Visit> {
        self.tasks[task].visit.map(|visit| &self.board.visits[visit])
    }

    /// What work brings when a technician of the board does it, cents.
    pub(crate) fn value(&self, ask: &Ask, person: usize) -> i64 {
        self.values.value(ask.job_type, ask.booked, self.board.technicians[person].id).0
    }

    /// The duty that holds a start of a technician.
    pub(crate) fn duty_at(&self, at: Standing) -> Option<usize> {
        let mut own = self.duties_of[at.person].clone();
        own.find(|duty| self.duties[*duty].start <= at.start && at.start < self.duties[*duty].until)
    }

    /// The date in company time.
    pub(crate) fn date(&self, at: Timestamp) -> civil::Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The wall-clock time in company time: `10:40`.
    pub(crate) fn clock(&self, at: i64) -> String {
        let at = instant(at).to_zoned(self.zone.clone());
        format!("{}:{:02}", at.hour(), at.minute())
    }
}

#[derive(Clone)]
struct Placed {
    stop: Stop,
    firm: bool,
}

/// No board covers more: the horizon is two weeks, with room for windows beyond it.
const LONGEST_SPAN_DAYS: usize = 62;

/// The whole second at or before an instant.
pub(crate) fn floor(at: Timestamp) -> i64 {
    at.as_nanosecond().div_euclid(1_000_000_000) as i64
}

/// The whole second at or after an instant.
pub(crate) fn ceil(at: Timestamp) -> i64 {
    -(-at.as_nanosecond()).div_euclid(1_000_000_000) as i64
}

/// The instant of a second.
pub(crate) fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a second between two instants of the board is an instant")
}

/// Whole seconds of a length, rounded up.
pub(crate) fn seconds(length: SignedDuration) -> i64 {
    length.as_secs() + i64::from(length.subsec_nanos() > 0)
}
