//! Filling days: requests are made up one by one and put where they fit, a little carelessly.
//!
//! Three rules make the schedule good enough to be believed and bad enough to be improved: every promise and every
//! drive is kept, with minutes to spare; the technician is not always the nearest; nothing is moved once it stands.

use super::catalogue::{self, Kind};
use super::chance::Chance;
use super::file::{CustomerRow, EventRow, LAST_DAY, Minute, StateRow, TechnicianRow, VisitRow};
use super::route::{Ground, Route, Stop, What};
use super::{MORNING, Plan};
use domain::Urgency;

/// The arrival windows on offer.
pub(super) const WINDOWS: [(Minute, Minute); 7] =
    [(480, 600), (600, 720), (720, 840), (840, 960), (960, 1_080), (480, 720), (720, 1_020)];
const WINDOW_WEIGHTS: [usize; 7] = [22, 19, 15, 15, 9, 10, 10];
/// Long work starts in the morning.
const MORNING_WEIGHTS: [usize; 7] = [30, 20, 0, 0, 0, 40, 0];
/// From this long on, work is long.
const LONG_MINUTES: Minute = 150;

/// When lunch may be.
const LUNCH: (Minute, Minute) = (660, 840);
const LUNCH_MINUTES: Minute = 30;

/// So many requests in a row that fit nowhere mean that the day is full.
const TRIES: usize = 250;

/// Customers that a day may take beyond those on its routes: the tray, and requests that fit nowhere.
pub(super) const SPARE_CUSTOMERS: usize = 30;

/// Everything that is known before the first day is filled.
pub(super) struct Setting<'a> {
    pub(super) technicians: &'a [TechnicianRow],
    pub(super) customers: &'a [CustomerRow],
    pub(super) ground: Ground<'a>,
    pub(super) plan: Plan,
}

/// A day with its visits, each placed on a route or, in the tray, on none.
pub(super) struct Day {
    pub(super) day: i32,
    pub(super) visits: Vec<VisitRow>,
    pub(super) events: Vec<EventRow>,
    pub(super) routes: Vec<Route>,
}

/// The customers of the board in a shuffled order that starts again when it is used up.
pub(super) struct Deck {
    cards: Vec<usize>,
    used: usize,
}

impl Deck {
    pub(super) fn new(customers: usize, chance: &mut Chance) -> Deck {
        let mut cards: Vec<usize> = (0..customers).collect();
        chance.shuffle(&mut cards);
        Deck { cards, used: 0 }
    }

    /// Starts a day that takes at most `count` different customers.
    pub(super) fn begin_day(&mut self, count: usize, chance: &mut Chance) {
        if self.cards.len() - self.used < count {
            chance.shuffle(&mut self.cards);
            self.used = 0;
        }
    }

    /// The next customer; the same one again unless [`Deck::take`] came between.
    fn top(&self) -> Option<usize> {
        self.cards.get(self.used).copied()
    }

    fn take(&mut self) {
        self.used += 1;
    }

    /// Puts the next customer behind the others.
    fn put_back(&mut self) {
        self.cards[self.used..].rotate_left(1);
    }
}

/// A request that is looking for a place.
struct Request {
    customer: usize,
    job_type: usize,
    window: (Minute, Minute),
    /// Not before this, whatever the window.
    earliest: Minute,
}

impl Setting<'_> {
    /// A day with `wanted` visits on routes, or as many as fit.
    pub(super) fn fill(&self, day: i32, wanted: usize, deck: &mut Deck, chance: &mut Chance) -> Day {
        let mut filled = self.empty_day(day, chance);
        deck.begin_day(wanted + SPARE_CUSTOMERS, chance);
        let mut failed = 0;
        while filled.visits.len() < wanted && failed < TRIES {
            let Some(customer) = deck.top() else { break };
            let job_type = self.any_kind(chance);
            let weights =
                if kind(job_type).minutes >= LONG_MINUTES { MORNING_WEIGHTS } else { WINDOW_WEIGHTS };
            let window = WINDOWS[chance.weighted(&weights)];
            if self.place(&mut filled, &Request { customer, job_type, window, earliest: 0 }, chance) {
                deck.take();
                failed = 0;
            } else {
                deck.put_back();
                failed += 1;
            }
        }
        filled
    }

    /// `wanted` more visits that nobody has yet, with a window that starts after the morning, provisionally placed.
    pub(super) fn add_to_tray(&self, day: &mut Day, wanted: usize, deck: &mut Deck, chance: &mut Chance) {
        let from = day.visits.len();
        // Today's tray can still be driven to, however far away: nobody is on the way there yet.
        let earliest = if day.day == 0 { MORNING + self.plan.max_drive_minutes + 15 } else { 0 };
        let mut failed = 0;
        while day.visits.len() - from < wanted && failed < TRIES {
            let Some(customer) = deck.top() else { break };
            let job_type = self.any_kind(chance);
            let window = WINDOWS[1 + chance.weighted(&[20, 25, 25, 15, 0, 15])];
            let asked = Request { customer, job_type, window, earliest };
            if kind(job_type).planned && self.place(day, &asked, chance) {
                deck.take();
                let visit = day.visits.last_mut().expect("it was just placed");
                visit.state = StateRow::Unassigned { place: visit.state.place() };
                visit.told = None;
                failed = 0;
            } else {
                deck.put_back();
                failed += 1;
            }
        }
    }

    /// A visit that fits nowhere in the day as it is; none when everything tried would fit.
    pub(super) fn without_a_place(
        &self,
        day: &Day,
        deck: &mut Deck,
        chance: &mut Chance,
    ) -> Option<VisitRow> {
        for _ in 0..TRIES {
            let job_type = self.any_kind(chance);
            let hard = kind(job_type).minutes >= 75 && kind(job_type).planned;
            let window = WINDOWS[*chance.pick(&[1, 2, 3, 6])];
            let customer = deck.top()?;
            let asked = Request { customer, job_type, window, earliest: 0 };
            if hard && self.candidates(day, &asked).is_empty() {
                deck.take();
                return Some(self.visit(day.day, &asked, chance));
            }
        }
        None
    }

    /// A visit off the schedule: on hold or cancelled.
    pub(super) fn off_schedule(
        &self,
        day: i32,
        state: StateRow,
        deck: &mut Deck,
        chance: &mut Chance,
    ) -> Option<VisitRow> {
        let customer = deck.top()?;
        deck.take();
        let job_type = self.any_kind(chance);
        let window = WINDOWS[*chance.pick(&[1, 2, 3, 6])];
        let mut visit = self.visit(day, &Request { customer, job_type, window, earliest: 0 }, chance);
        visit.state = state;
        Some(visit)
    }

    /// Makes the starts look like those of people: lunch around noon, and not all as early as can be.
    pub(super) fn loosen(&self, day: &mut Day, chance: &mut Chance) {
        for route in &mut day.routes {
            for (position, event) in day.events.iter().enumerate() {
                if event.technician == route.technician && event.span.0 == LUNCH.0 {
                    let wished = 695 + 5 * chance.below(9) as Minute;
                    route.recentre(What::Event(position), wished, &self.ground);
                }
            }
            for position in (0..route.stops.len()).rev() {
                let Some(latest) = route.latest_start(position, &self.ground) else { continue };
                let stop = &mut route.stops[position];
                let room = latest - i64::from(stop.start);
                if room >= 5 && chance.percent(35) {
                    stop.start += 5 * chance.between(1, (room / 5).min(4)) as Minute;
                }
            }
        }
    }

    /// Writes the starts of the routes into the visits and events.
    pub(super) fn settle(day: &mut Day) {
        for route in &day.routes {
            for stop in &route.stops {
                let place = (route.technician, stop.start);
                match stop.what {
                    What::Visit(position) => {
                        let state = &mut day.visits[position].state;
                        *state = match state {
                            StateRow::Unassigned { .. } => StateRow::Unassigned { place: Some(place) },
                            _ => StateRow::Assigned { place },
                        };
                    }
                    What::Event(position) => {
                        day.events[position].span = (stop.start, stop.start + stop.minutes);
                    }
                }
            }
        }
    }

    /// The routes of those who work, with lunch and a few meetings.
    fn empty_day(&self, day: i32, chance: &mut Chance) -> Day {
        let mut empty = Day { day, visits: Vec::new(), events: Vec::new(), routes: Vec::new() };
        for (technician, row) in self.technicians.iter().enumerate() {
            let off = row.days_off.contains(&day) || row.time_off.iter().any(|(date, _)| *date == day);
            if !row.managed || off || !(0..=LAST_DAY).contains(&day) {
                continue;
            }
            let shop = self.technicians.len();
            let mut route = Route {
                technician,
                shift: row.shift,
                ends: (if row.starts_at_shop { shop } else { technician }, technician),
                max_drive: i64::from(row.max_drive_minutes.unwrap_or(self.plan.max_drive_minutes)),
                stops: Vec::new(),
            };
            for event in self.events_of(technician, day, chance) {
                let what = What::Event(empty.events.len());
                let window = event.movable.map_or((event.span.0, event.span.0 + 1), |(from, to)| {
                    (from, to - (event.span.1 - event.span.0))
                });
                let minutes = event.span.1 - event.span.0;
                let place = event.at_shop.then_some(shop);
                let stop = Stop { what, place, window, minutes, start: event.span.0 };
                if let Some(fit) = route.best_fit(&stop, &self.ground) {
                    route.insert(fit.position, stop, &self.ground);
                    empty.events.push(event);
                }
            }
            empty.routes.push(route);
        }
        empty
    }

    fn events_of(&self, technician: usize, day: i32, chance: &mut Chance) -> Vec<EventRow> {
        let event = |title: &str, span, code: Option<&str>, movable, at_shop| EventRow {
            technician,
            day,
            span,
            title: title.to_owned(),
            code: code.map(str::to_owned),
            movable,
            at_shop,
        };
        let lunch = event("Lunch", (LUNCH.0, LUNCH.0 + LUNCH_MINUTES), None, Some(LUNCH), false);
        let other = match (day, technician % super::people::WRITTEN) {
            (0, 6 | 12) => Some(event("Safety training", (810, 900), Some("TRAIN"), None, true)),
            (0, 22) => Some(event("Ride-along review", (930, 960), Some("MEET"), Some((870, 1_020)), false)),
            (0, 3) => Some(event("Van inspection", (930, 960), Some("SHOP"), None, true)),
            (0, _) => None,
            _ if chance.percent(4) => Some(event("Team meeting", (900, 960), Some("MEET"), None, true)),
            _ => None,
        };
        other.into_iter().chain([lunch]).collect()
    }

    /// Puts a request on a route, mostly a near one; false when it fits nowhere.
    fn place(&self, day: &mut Day, asked: &Request, chance: &mut Chance) -> bool {
        let candidates = self.candidates(day, asked);
        if candidates.is_empty() {
            return false;
        }
        let reach = match chance.below(100) {
            roll if roll < self.plan.nearest_percent => 1,
            roll if roll < 90 => 4,
            _ => 9,
        };
        let (_, route, position) = candidates[chance.below(reach.min(candidates.len()))];
        let stop = self.stop(asked, What::Visit(day.visits.len()));
        day.routes[route].insert(position, stop, &self.ground);
        let mut visit = self.visit(day.day, asked, chance);
        visit.state = StateRow::Assigned { place: (day.routes[route].technician, 0) };
        day.visits.push(visit);
        true
    }

    /// Routes that can take a request, the shortest detour first: seconds, route, position.
    fn candidates(&self, day: &Day, asked: &Request) -> Vec<(i64, usize, usize)> {
        let stop = self.stop(asked, What::Visit(day.visits.len()));
        let mut found: Vec<(i64, usize, usize)> = day
            .routes
            .iter()
            .enumerate()
            .filter(|(_, route)| self.is_able(route.technician, asked, day.day))
            .filter_map(|(index, route)| {
                let fit = route.best_fit(&stop, &self.ground)?;
                Some((fit.detour, index, fit.position))
            })
            .collect();
        found.sort_unstable();
        found
    }

    fn is_able(&self, technician: usize, asked: &Request, day: i32) -> bool {
        let zone = self.customers[asked.customer].zone;
        is_able(&self.technicians[technician], kind(asked.job_type), zone, day)
    }

    fn stop(&self, asked: &Request, what: What) -> Stop {
        let place = Some(self.technicians.len() + 1 + asked.customer);
        let window = (asked.window.0.max(asked.earliest), asked.window.1);
        Stop { what, place, window, minutes: kind(asked.job_type).minutes, start: 0 }
    }

    fn visit(&self, day: i32, asked: &Request, chance: &mut Chance) -> VisitRow {
        let kind = kind(asked.job_type);
        let booked = booking(day, kind.urgency, chance);
        let told = chance.percent(82).then(|| (booked.0, booked.1 + 2));
        VisitRow {
            day,
            customer: asked.customer,
            job_type: asked.job_type,
            summary: (*chance.pick(kind.summaries)).to_owned(),
            value: value(kind, chance),
            window: asked.window,
            minutes: kind.minutes,
            booked,
            told,
            state: StateRow::Unassigned { place: None },
            lock: None,
            helpers: Vec::new(),
        }
    }

    /// A job type as often as it is asked for; the large company does more of the short ones.
    fn any_kind(&self, chance: &mut Chance) -> usize {
        let weights: Vec<usize> = catalogue::kinds()
            .map(|kind| match (self.plan.load, kind.minutes) {
                (false, _) => kind.weight * [50, 42, 30][kind.unit],
                (true, 0..=50) => kind.weight * 12,
                (true, 51..=60) => kind.weight * 5,
                (true, _) => kind.weight,
            })
            .collect();
        chance.weighted(&weights)
    }
}

/// Whether a technician may do such work in a zone on a day: unit, zone, skill, level, licence.
pub(super) fn is_able(row: &TechnicianRow, kind: &Kind, zone: usize, day: i32) -> bool {
    let holds = |(skill, level): &(usize, u8)| {
        row.skills
            .iter()
            .any(|(held, at, expires)| held == skill && at >= level && expires.is_none_or(|last| day <= last))
    };
    row.units.contains(&kind.unit)
        && (row.zones.is_empty() || row.zones.contains(&zone))
        && kind.skills.iter().all(holds)
}

/// The job type at a position of the catalogue.
pub(super) fn kind(position: usize) -> &'static Kind {
    catalogue::kinds().nth(position).expect("the position comes from the catalogue")
}

/// What a job of a kind brings, in dollars: a tenth below its low figure, a half below the typical one, a tenth above
/// the high one.
pub(super) fn value(kind: &Kind, chance: &mut Chance) -> i64 {
    let (low, typical, high) = kind.value;
    match chance.below(10) {
        0 => low * chance.between(60, 100) / 100,
        1..=4 => chance.between(low, typical),
        5..=8 => chance.between(typical, high),
        _ => high * chance.between(100, 140) / 100,
    }
}

/// When a visit of a day was booked: before the demo starts, urgent work lately.
fn booking(day: i32, urgency: Urgency, chance: &mut Chance) -> (i32, Minute) {
    let minute = chance.between(455, 1_130) as Minute;
    match urgency {
        Urgency::Urgent if day == 0 && chance.percent(35) => (0, chance.between(425, 500) as Minute),
        Urgency::Urgent => ((day - 1).min(-1), minute),
        _ => (-(chance.between(1, 12) as i32), minute),
    }
}

/// The minute at which the demo starts counts as the earliest start of a visit in the tray.
const _: () = assert!(WINDOWS[1].0 > MORNING);
