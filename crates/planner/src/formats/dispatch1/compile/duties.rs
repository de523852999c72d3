//! Shifts as duties of the solver: what has begun is over or under way, so a duty begins where and when that ends.

use super::super::book::Book;
use super::super::file::{Event, ShiftKind, Technician};
use super::places::Places;
use crate::model::{Appointment, Break, Duty, Money, Span, Window};

/// A duty, and what of the file stands in it.
pub(crate) struct Made {
    pub(crate) technician: usize,
    pub(crate) shift: usize,
    /// Of the shift with its overtime, as the rules see it.
    pub(crate) from: i64,
    pub(crate) home_by: i64,
    pub(crate) duty: Duty,
    /// What the breaks of the duty are, in its order.
    pub(crate) rests: Vec<Rest>,
    /// Movable events at a place: index, place, length, first and last start.
    pub(crate) visits: Vec<(usize, u32, i64, Window)>,
}

/// What a break of a duty is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    Break(usize),
    Event(usize),
}

/// The duties of a technician, by start.
pub(crate) fn duties(book: &Book, places: &Places, technician: usize) -> Vec<Made> {
    let person = &book.problem.technicians[technician];
    if !person.managed {
        return Vec::new();
    }
    let shifts = book.shifts(person);
    let seen = Seen { book, places, technician, person };
    shifts.iter().filter_map(|(shift, from, until)| seen.duty(*shift, *from, *until)).collect()
}

struct Seen<'a> {
    book: &'a Book,
    places: &'a Places,
    technician: usize,
    person: &'a Technician,
}

/// What is left of a shift.
struct Frame {
    from: i64,
    until: i64,
    home_by: i64,
    /// The location where it goes on after something has begun.
    at: Option<usize>,
    /// Visits that have begun.
    begun: u32,
    busy: Vec<(i64, i64)>,
}

impl Seen<'_> {
    fn duty(&self, shift: usize, from: i64, until: i64) -> Option<Made> {
        let home_by = until + self.person.overtime_seconds;
        let frame = self.frame(from, until, home_by)?;
        let (book, person) = (self.book, self.person);
        let settings = &book.problem.settings;
        let mut made = Made {
            technician: self.technician,
            shift,
            from,
            home_by,
            duty: Duty {
                technician: small(self.technician as i64) as u32,
                from: small(frame.from),
                until: small(frame.until),
                overtime: small(frame.home_by - frame.until),
                overtime_price: Money(settings.overtime_cents_per_minute * super::SCALE),
                start: match frame.at {
                    Some(location) => Some(location as u32),
                    None => person.start.as_ref().map(|id| self.places.start(book.places[id])),
                },
                end: person.end.as_ref().map(|id| self.places.end(book.places[id])),
                max_leg: person.max_drive_seconds.map(|limit| small(limit) as u32),
                max_jobs: person.max_jobs_per_shift.map(|most| most.saturating_sub(frame.begun)),
                busy: frame.busy.iter().map(|(from, until)| span(*from, *until)).collect(),
                ..Duty::default()
            },
            rests: Vec::new(),
            visits: Vec::new(),
        };
        self.add_events(&mut made, &frame);
        self.add_breaks(&mut made, &frame);
        if let Some(most) = &mut made.duty.max_jobs {
            // To the solver they are jobs, but nobody counts them.
            *most += made.visits.len() as u32;
        }
        Some(made)
    }

    /// What is left of a shift after time off and after what has begun; none when nothing is.
    fn frame(&self, from: i64, until: i64, home_by: i64) -> Option<Frame> {
        let (book, person) = (self.book, self.person);
        let now = book.now();
        let mut frame = Frame { from: from.max(now), until, home_by, at: None, begun: 0, busy: Vec::new() };
        let mut last = i64::MIN;
        for job in &book.problem.jobs {
            let Some(begun) = book.begun(job).filter(|begun| begun.technician == self.technician) else {
                continue;
            };
            if begun.start >= home_by || begun.end < from {
                continue;
            }
            frame.begun += 1;
            frame.from = frame.from.max(begun.end);
            if begun.start >= last {
                (last, frame.at) = (begun.start, Some(book.places[&job.location]));
            }
        }
        for event in person.events.iter().filter(|event| stands(book, event)) {
            let (start, end) = (book.second(event.from), book.second(event.until));
            if start < now && from <= start && now < end {
                frame.from = frame.from.max(end);
                if let Some(location) = event.location.as_ref().filter(|_| start >= last) {
                    (last, frame.at) = (start, Some(book.places[location]));
                }
            }
        }
        for off in person.shifts.iter().filter(|shift| shift.kind == ShiftKind::TimeOff) {
            let (start, end) = (book.second(off.from), book.second(off.until));
            if end <= frame.from || frame.home_by <= start {
                continue;
            }
            if start <= frame.from {
                frame.from = end;
            } else if frame.until <= end {
                frame.until = frame.until.min(start);
                frame.home_by = start;
            } else {
                frame.busy.push((start, end));
            }
        }
        frame.until = frame.until.max(frame.from);
        (frame.from <= frame.home_by).then_some(frame)
    }

    fn add_events(&self, made: &mut Made, frame: &Frame) {
        let book = self.book;
        for (index, event) in self.person.events.iter().enumerate() {
            let (start, end) = (book.second(event.from), book.second(event.until));
            if !stands(book, event) {
                self.add_movable(made, frame, index);
                continue;
            }
            if end <= frame.from || frame.home_by <= start {
                continue;
            }
            match &event.location {
                Some(location) if frame.from <= start => {
                    let place = book.places[location] as u32;
                    made.duty.appointments.push(Appointment { span: span(start, end), place });
                }
                // It reaches into the shift from outside: nothing else happens meanwhile.
                _ => made.duty.busy.push(span(start, end)),
            }
        }
    }

    /// A movable event belongs to the shift it stands in.
    fn add_movable(&self, made: &mut Made, frame: &Frame, index: usize) {
        let (book, event) = (self.book, &self.person.events[index]);
        let (start, end) = (book.second(event.from), book.second(event.until));
        let Some(limits) = event.movable.filter(|_| made.from <= start && start < made.home_by) else {
            return;
        };
        let (first, last) = book.span(limits);
        let window = Window { earliest: small(first.max(frame.from).min(last)), latest: small(last) };
        match &event.location {
            Some(location) => made.visits.push((index, book.places[location] as u32, end - start, window)),
            None => {
                made.duty.breaks.push(Break { duration: small(end - start), window });
                made.rests.push(Rest::Event(index));
            }
        }
    }

    fn add_breaks(&self, made: &mut Made, frame: &Frame) {
        for (index, one) in self.person.breaks.iter().enumerate() {
            let (first, last) = self.book.span(one.window);
            if one.taken || last < frame.from || first < made.from || made.home_by <= first {
                continue;
            }
            let window = Window { earliest: small(first), latest: small(last) };
            made.duty.breaks.push(Break { duration: small(one.duration_seconds), window });
            made.rests.push(Rest::Break(index));
        }
    }
}

/// Whether an event stays where it is: it is not movable, or has begun.
pub(crate) fn stands(book: &Book, event: &Event) -> bool {
    event.movable.is_none() || book.second(event.from) < book.now()
}

pub(crate) fn span(from: i64, until: i64) -> Span {
    Span { start: small(from), end: small(until) }
}

/// Reading has bounded every instant.
pub(crate) fn small(number: i64) -> i32 {
    i32::try_from(number).expect("instants of a file that was read fit in 31 bits")
}
