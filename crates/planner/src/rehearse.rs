//! Trying moves before anybody sees them, on the part of the board that they can touch.
//!
//! [`Board::apply`] copies the board and looks through all its visits again and again. What a few moves do shows on the
//! technicians they name and, when promises have to stand elsewhere, on the days around them; so that part is cut out,
//! without the words that no rule reads, and the moves are judged there by the same code.

use crate::checker;
use crate::problem::{Problem, Stop, floor, instant};
use crate::promises::Kept;
use domain::board::{Applied, How, StopKind};
use domain::{
    Actor, Address, AppointmentId, Board, Company, Customer, CustomerClass, JobType, Location, Move, Refusal,
    SignedDuration, Span, TechnicianId, Visit,
};

/// No shift and no visit of the planner lasts longer.
const REACH: SignedDuration = SignedDuration::from_hours(26);

impl Problem<'_> {
    /// What the board says to moves of the planner.
    ///
    /// # Errors
    /// The refusals of the whole board.
    pub(crate) fn rehearse(&self, moves: &[Move]) -> Result<Applied, Vec<Refusal>> {
        self.corner(moves, &Kept::Unsure).apply(moves, &How::strictly(Actor::Planner), self.drives)
    }

    /// Whether the board takes the moves and the checker, which shares no code with it, finds nothing. `promises` says
    /// what is known to become of them.
    ///
    /// # Errors
    /// The refusals of the board; none when only the checker objects.
    pub(crate) fn holds(&self, moves: &[Move], promises: &Kept) -> Result<(), Vec<Refusal>> {
        let corner = self.corner(moves, promises);
        corner.apply(moves, &How::strictly(Actor::Planner), self.drives)?;
        checker::check(&corner, moves, self.drives).map_err(|_| Vec::new())
    }

    /// The part of the board on which everything about `moves` can be judged.
    fn corner(&self, moves: &[Move], promises: &Kept) -> Board {
        let (mut people, mut span) = self.touched(moves);
        let given_way: Vec<&Stop> =
            people.iter().flat_map(|person| self.promises_of(*person, span)).collect();
        let moved = |stop: &&Stop| {
            moves.iter().any(|change| {
                change.appointment().is_some_and(|appointment| stop.kind == StopKind::Visit(appointment))
            })
        };
        // A promise may find its next place with anybody, at any time of its window; whoever is known to have one will do.
        let everybody = *promises == Kept::Unsure && given_way.iter().any(|stop| !moved(stop));
        for task in given_way.iter().filter_map(|stop| stop.task) {
            let window = self.tasks[task].ask.window;
            span = (span.0.min(window.0), span.1.max(window.1));
        }
        if let Kept::All { hosts } = promises {
            people.extend(hosts);
        }
        let everybody: Vec<usize> =
            if everybody { (0..self.board.technicians.len()).collect() } else { people };
        let moved: Vec<AppointmentId> = moves.iter().filter_map(Move::appointment).collect();
        let reach = REACH.as_secs();
        self.cut(&everybody, (span.0 - reach, span.1 + reach), &moved)
    }

    /// The whole board without the words that no rule reads.
    pub(crate) fn lean(&self) -> Board {
        let board = self.board;
        Board {
            company: lean_company(&board.company),
            now: board.now,
            position: board.position,
            span: board.span,
            technicians: board.technicians.clone(),
            shifts: board.shifts.clone(),
            events: board.events.clone(),
            visits: board.visits.iter().map(lean).collect(),
            reservations: board.reservations.clone(),
        }
    }

    /// What stands with some technicians between two seconds, and some visits wherever they stand.
    pub(crate) fn cut(&self, people: &[usize], span: (i64, i64), also: &[AppointmentId]) -> Board {
        let board = self.board;
        let around = Span::new(instant(span.0), instant(span.1)).expect("it reaches to both sides");
        let mut chosen = vec![false; board.technicians.len()];
        for person in people {
            chosen[*person] = true;
        }
        let has = |technician: TechnicianId| self.person(technician).is_some_and(|person| chosen[person]);
        let with = |person: &usize| chosen[*person];
        let shifts = (0..chosen.len()).filter(with).flat_map(|person| &self.shifts_of[person]);
        Board {
            company: lean_company(&board.company),
            now: board.now,
            position: board.position,
            span: board.span,
            technicians: (0..chosen.len())
                .filter(with)
                .map(|person| board.technicians[person].clone())
                .collect(),
            shifts: shifts
                .filter(|shift| shift.span.overlaps(&around))
                .map(|shift| (*shift).clone())
                .collect(),
            events: board
                .events
                .iter()
                .filter(|event| has(event.technician) && event.span.overlaps(&around))
                .cloned()
                .collect(),
            visits: self.visits_around(also, &chosen, around),
            reservations: board
                .reservations
                .iter()
                .filter(|held| has(held.placement.technician) && held.planned_span().overlaps(&around))
                .cloned()
                .collect(),
        }
    }

    /// The technicians that moves name, by index, and the seconds between which they do.
    fn touched(&self, moves: &[Move]) -> (Vec<usize>, (i64, i64)) {
        let mut people = Vec::new();
        let mut span: Option<(i64, i64)> = None;
        let mut touch = |technician: TechnicianId, at: i64| {
            people.extend(self.person(technician));
            span = Some(span.map_or((at, at), |(from, to)| (from.min(at), to.max(at))));
        };
        for change in moves {
            match change {
                Move::Assign { appointment, to, .. } => {
                    touch(to.technician, floor(to.start));
                    let standing = self.task(*appointment).map(|task| &self.tasks[task]);
                    if let Some(at) = standing.and_then(|task| task.firm.or(task.soft)) {
                        touch(self.board.technicians[at.person].id, at.start);
                    }
                }
                Move::ShiftEvent { event, to, from } => {
                    if let Some(event) = self.board.event(*event) {
                        touch(event.technician, floor(from.start()));
                        touch(event.technician, floor(to.start()));
                    }
                }
                _ => {}
            }
        }
        people.sort_unstable();
        people.dedup();
        (people, span.unwrap_or((self.now, self.now)))
    }

    /// The promises without a technician that stand with somebody around a span.
    fn promises_of(&self, person: usize, span: (i64, i64)) -> impl Iterator<Item = &Stop> {
        let reach = REACH.as_secs();
        self.promised[person]
            .iter()
            .filter(move |stop| stop.start < span.1 + reach && span.0 - reach < stop.end)
    }

    fn visits_around(&self, also: &[AppointmentId], chosen: &[bool], around: Span) -> Vec<Visit> {
        let (from, to) = (floor(around.start()), floor(around.end()));
        let near = |stop: &&Stop| stop.start < to && from < stop.end.max(stop.start + 1);
        let people = (0..chosen.len()).filter(|person| chosen[*person]);
        let stops = people.flat_map(|person| self.lines[person].iter().chain(&self.promised[person]));
        let standing = stops.filter(near).filter_map(|stop| self.tasks[stop.task?].visit);
        let also = also.iter().filter_map(|visit| self.tasks[self.task(*visit)?].visit);
        let mut visits: Vec<usize> = standing.chain(also).collect();
        visits.sort_unstable();
        visits.dedup();
        visits.into_iter().map(|visit| lean(&self.board.visits[visit])).collect()
    }
}

/// A visit without the words that no rule reads.
fn lean(visit: &Visit) -> Visit {
    let Visit { appointment, job, customer, location } = visit;
    Visit {
        appointment: appointment.clone(),
        job: domain::Job { summary: String::new(), ..*job },
        customer: Customer {
            id: customer.id,
            name: String::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            class: CustomerClass::New,
        },
        location: Location {
            id: location.id,
            customer: location.customer,
            address: Address::default(),
            point: location.point,
            zone: location.zone,
            access: String::new(),
        },
    }
}

fn lean_company(company: &Company) -> Company {
    let lean = |known: &JobType| JobType {
        name: String::new(),
        words: Vec::new(),
        skills: known.skills.clone(),
        ..*known
    };
    Company {
        slug: String::new(),
        name: String::new(),
        time_zone: company.time_zone.clone(),
        phone: String::new(),
        units: company.units.clone(),
        hours: company.hours.clone(),
        zones: Vec::new(),
        skills: company.skills.clone(),
        job_types: company.job_types.iter().map(lean).collect(),
        windows: Vec::new(),
        settings: company.settings.clone(),
        ..*company
    }
}
