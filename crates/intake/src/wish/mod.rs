//! Wished and excluded times, resolved against now in the company's zone.
//!
//! Days and times of day are found one by one and joined: "Tuesday after 3", "mornings, any day but Thursday". What tells of the past ("it
//! quit Tuesday") is no wish. An exclusion of a weekday or of a time of day holds for every day that can be booked.

mod clock;
mod day;
mod group;
mod impossible;
mod story;

use crate::token::Tokens;
use clock::{Clock, DAY};
use day::Days;
use domain::civil::{Date, Time};
use domain::tz::TimeZone;
use domain::{Company, Span, Timestamp, Wish};
use group::{Group, Item, before, excluded, groups, joined};
use impossible::Impossible;
use jiff::Zoned;
use story::{habitual, is_wished, tells_of_past};

/// A wish with its first and last token and how surely it was read, in thousandths.
pub(crate) type Found = (Wish, usize, usize, u16);

/// A wish for "mornings" means those of the coming week; people who book further ahead say so.
const HABIT_DAYS: i32 = 7;

/// Tokens read of a box for the preferred time.
pub(crate) const BOX_MOST: usize = 200;

/// Reads the wishes of texts against one moment.
pub(crate) struct Reader {
    now: Timestamp,
    zone: TimeZone,
    today: Date,
    horizon: i32,
}

/// The wishes in a text that somebody wrote as an answer to "when?", in the order they were said.
pub fn wishes(company: &Company, text: &str, now: Timestamp) -> Vec<Wish> {
    let found = Reader::new(company, now).find(&Tokens::bounded(text, BOX_MOST), true);
    found.into_iter().map(|(wish, ..)| wish).collect()
}

impl Reader {
    /// A reader for a company at a moment.
    pub(crate) fn new(company: &Company, now: Timestamp) -> Reader {
        let zone = company.zone_of_time();
        let today = Zoned::new(now, zone.clone()).date();
        Reader { now, zone, today, horizon: i32::from(company.settings.booking_days.max(7)) }
    }

    /// The wishes in a text, in the order they were said. `is_box` says that the text is a box for the preferred time, where
    /// everything is a wish.
    pub(crate) fn find(&self, tokens: &Tokens<'_>, is_box: bool) -> Vec<Found> {
        let mut found = Vec::new();
        let mut wanted: Option<(Vec<Days>, usize)> = None;
        let (items, unusable) = self.items(tokens, is_box);
        for mut group in groups(tokens, items) {
            let (avoid, first, last) = excluded(tokens, &group);
            // "I work at 1" takes the rest of the day.
            let at_work =
                (first..group.first.max(first)).any(|at| tokens.any(at, &["work", "working", "trabajo"]));
            if avoid && at_work {
                group.clocks.iter_mut().filter(|clock| clock.point).for_each(|clock| clock.to = DAY);
            }
            // "Tuesday but not before noon": the exclusion is about that Tuesday.
            if let Some((days, end)) = &wanted
                && avoid
                && group.days.is_empty()
                && first.saturating_sub(*end) <= 4
            {
                group.days.clone_from(days);
                group.days.iter_mut().for_each(|days| days.weekday = None);
            }
            (group.avoid, group.first, group.last) = (avoid, first, last);
            wanted = (!avoid && !group.days.is_empty()).then(|| (group.days.clone(), group.last));
            let mut wishes = self.resolve(tokens, &group);
            if is_box && wishes.is_empty() && !avoid && !group.days.is_empty() {
                let why = format!("\u{201c}{}\u{201d} is over", tokens.written(group.first, group.last));
                wishes.push(Wish::Unusable { why });
            }
            for wish in wishes {
                found.push((wish, group.first, group.last, group.confidence()));
            }
        }
        let mut found = without_excluded(found);
        found.extend(
            unusable.into_iter().map(|one| (Wish::Unusable { why: one.why }, one.first, one.last, 900)),
        );
        found.extend(soonest(tokens).into_iter().map(|(first, last)| (Wish::Soonest, first, last, 900)));
        found.sort_by_key(|(_, first, ..)| *first);
        found
    }

    /// Days and times of day, and those that cannot be.
    fn items(&self, tokens: &Tokens<'_>, is_box: bool) -> (Vec<Item>, Vec<Impossible>) {
        let (mut items, mut unusable) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < tokens.len() {
            if let Some(mut one) = impossible::at(tokens, at, self.today, is_box) {
                at = one.last + 1;
                // "10 am on February 31": the time of day belongs to it; but not that of "Tuesday morning or February 31".
                if let [.., Item::Clock(clock)] = items.as_slice()
                    && joined(tokens, clock.last, one.first)
                    && !(clock.last + 1..one.first).any(|at| tokens.any(at, &["or", "and", ",", "o", "y"]))
                {
                    one.first = clock.first;
                    items.pop();
                }
                if is_box || !tells_of_past(tokens, one.first, false) {
                    unusable.push(one);
                }
            } else if let Some(days) = day::at(tokens, at, self.today, self.horizon) {
                at = days.last + 1;
                let also_clock = tokens
                    .any(days.last, &["tonight", "tonite"])
                    .then(|| clock::at(tokens, days.last))
                    .flatten();
                let today_or_tonight = also_clock.is_some()
                    && matches!(items.last(), Some(Item::Days(known)) if known.dates == days.dates);
                if today_or_tonight {
                    continue;
                }
                if is_box || !tells_of_past(tokens, days.first, days.may_be_past) {
                    items.push(Item::Days(days));
                    items.extend(also_clock.map(Item::Clock));
                } else if clock::at(tokens, at).is_some() {
                    at += 1;
                }
            } else if let Some(clock) = clock::at(tokens, at) {
                at = clock.last + 1;
                let follows =
                    matches!(items.last(), Some(Item::Days(days)) if joined(tokens, days.last, clock.first));
                if is_box || follows || is_wished(tokens, &clock, self.today, self.horizon) {
                    items.push(Item::Clock(clock));
                }
            } else {
                at += 1;
            }
        }
        (items, unusable)
    }

    fn resolve(&self, tokens: &Tokens<'_>, group: &Group) -> Vec<Wish> {
        if group.avoid
            && group
                .days
                .iter()
                .any(|days| tokens.any(before(days.first), &["before", "until", "til", "till"]))
        {
            return self.not_before(group);
        }
        let dates = self.dates(tokens, group);
        let clocks = if group.clocks.is_empty() { &[WHOLE_DAY][..] } else { &group.clocks };
        let mut wishes = Vec::new();
        for date in dates {
            for clock in clocks {
                let Some(span) = self.span(date, clock.from, clock.to) else { continue };
                wishes.push(if group.avoid { Wish::Avoid { span } } else { Wish::Want { span } });
            }
        }
        if let (false, Some(bounded)) = (group.avoid, self.bounded(tokens, group)) {
            wishes = vec![bounded];
        }
        if group.days.is_empty() && !group.avoid && !habitual(tokens, group) {
            wishes.truncate(group.clocks.len());
        }
        wishes
    }

    /// The dates a group speaks of; for a time of day alone, the days ahead.
    fn dates(&self, tokens: &Tokens<'_>, group: &Group) -> Vec<Date> {
        if group.days.is_empty() {
            let count = if group.avoid { self.horizon } else { HABIT_DAYS };
            return (0..count).filter_map(|ahead| day::add(self.today, ahead)).collect();
        }
        let mut dates: Vec<Date> = Vec::new();
        for days in &group.days {
            let every = group.avoid && !tokens.any(days.first, &["this", "next"]);
            match days.weekday.filter(|_| every) {
                Some(weekday) => dates.extend(
                    (0..=self.horizon)
                        .filter_map(|ahead| day::add(self.today, ahead))
                        .filter(|date| date.weekday() == weekday),
                ),
                None => dates.extend(&days.dates),
            }
        }
        dates.dedup();
        dates
    }

    /// "not before Tuesday": everything up to its start.
    fn not_before(&self, group: &Group) -> Vec<Wish> {
        let date = group.days.first().and_then(|days| days.dates.first().copied());
        let start = date.and_then(|date| Span::day(date, &self.zone).ok()).map(|day| day.start());
        let span = start.and_then(|start| Span::new(self.now, start).ok());
        span.map(|span| Wish::Avoid { span }).into_iter().collect()
    }

    /// "before Friday", "by Friday", "after the 24th": up to a day or from the day after it on.
    fn bounded(&self, tokens: &Tokens<'_>, group: &Group) -> Option<Wish> {
        let days = group.days.first().filter(|_| group.clocks.is_empty() && group.days.len() == 1)?;
        let day = |date: &Date| Span::day(*date, &self.zone).ok();
        let (from, to) = match tokens.normal(before(days.first)) {
            "before" | "antes" => (self.now, day(days.dates.first()?)?.start()),
            "by" => (self.now, day(days.dates.last()?)?.end()),
            "after" => (day(days.dates.last()?)?.end(), day(&day::add(self.today, self.horizon)?)?.end()),
            _ => return None,
        };
        Span::new(from, to).ok().map(|span| Wish::Want { span })
    }

    /// A stretch of a day from now on; none when it is over.
    fn span(&self, date: Date, from: u16, to: u16) -> Option<Span> {
        let time = |minute: u16| Time::new((minute / 60 % 24) as i8, (minute % 60) as i8, 0, 0).ok();
        let whole = if (from, to) == (0, DAY) {
            Span::day(date, &self.zone).ok()?
        } else {
            Span::on(date, time(from)?, time(to)?, &self.zone).ok()?
        };
        Span::new(whole.start().max(self.now), whole.end()).ok()
    }
}

const WHOLE_DAY: Clock =
    Clock { from: 0, to: DAY, first: 0, last: 0, habit: false, point: false, sure: false };

/// Cuts what is excluded off the wishes: "mornings, but not before 9" are mornings from 9 on.
fn without_excluded(found: Vec<Found>) -> Vec<Found> {
    let avoided: Vec<Span> = found
        .iter()
        .filter_map(|(wish, ..)| if let Wish::Avoid { span } = wish { Some(*span) } else { None })
        .collect();
    let cut = |want: Span| {
        avoided.iter().try_fold(want, |want, avoid| match want.intersection(avoid) {
            None => Some(want),
            Some(both) if both == want => None,
            Some(both) if both.start() == want.start() => Span::new(both.end(), want.end()).ok(),
            Some(both) if both.end() == want.end() => Span::new(want.start(), both.start()).ok(),
            // In the middle of the wish: both stand, and both hold.
            Some(_) => Some(want),
        })
    };
    let keep = |(wish, first, last, sure): Found| match wish {
        Wish::Want { span } => cut(span).map(|span| (Wish::Want { span }, first, last, sure)),
        other => Some((other, first, last, sure)),
    };
    found.into_iter().filter_map(keep).collect()
}

/// The places where somebody wants the soonest time.
fn soonest(tokens: &Tokens<'_>) -> Vec<(usize, usize)> {
    const PHRASES: &[&[&str]] = &[
        &["asap"],
        &["a", "s", "a", "p"],
        &["as", "soon", "as"],
        &["soon", "as", "you", "can"],
        &["right", "away"],
        &["immediately"],
        &["soonest"],
        &["earliest"],
        &["first", "available"],
        &["next", "available"],
        &["sooner", "the", "better"],
        &["lo", "antes", "posible"],
        &["lo", "mas", "pronto"],
        &["cuanto", "antes"],
        &["lo", "mas", "antes"],
        &["ahora", "mismo"],
        &["come", "right", "now"],
        &["someone", "now"],
        &["urgente"],
    ];
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in 0..tokens.len() {
        if let Some(phrase) = PHRASES.iter().find(|phrase| tokens.follow(at, phrase)) {
            found.push((at, at + phrase.len() - 1));
        }
    }
    found.truncate(1);
    found
}

#[cfg(test)]
mod tests;
