//! Wished and excluded times, resolved against now in the company's zone.
//!
//! Days and times of day are found one by one and joined: "Tuesday after 3", "mornings, any day but Thursday". What tells of the past ("it
//! quit Tuesday") is no wish. An exclusion of a weekday or of a time of day holds for every day that can be booked.

mod clock;
mod day;

use crate::correction;
use crate::token::Tokens;
use clock::{Clock, DAY};
use day::Days;
use domain::civil::{Date, Time};
use domain::tz::TimeZone;
use domain::{Company, Span, Timestamp, Wish};
use jiff::Zoned;

/// A wish with its first and last token and how surely it was read, in thousandths.
pub(crate) type Found = (Wish, usize, usize, u16);

/// A wish for "mornings" means those of the coming week; people who book further ahead say so.
const HABIT_DAYS: i32 = 7;

/// Reads the wishes of texts against one moment.
pub(crate) struct Reader {
    now: Timestamp,
    zone: TimeZone,
    today: Date,
    horizon: i32,
}

/// A day or a time of day in the text.
enum Item {
    Days(Days),
    Clock(Clock),
}

/// Days with the times of day that belong to them.
struct Group {
    days: Vec<Days>,
    clocks: Vec<Clock>,
    first: usize,
    last: usize,
    avoid: bool,
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
        for mut group in groups(tokens, self.items(tokens, is_box)) {
            let (avoid, first, last) = excluded(tokens, &group);
            (group.avoid, group.first, group.last) = (avoid, first, last);
            // "Tuesday but not before noon": the exclusion is about that Tuesday.
            if let Some((days, end)) = &wanted
                && avoid
                && group.days.is_empty()
                && first.saturating_sub(*end) <= 4
            {
                group.days.clone_from(days);
                group.days.iter_mut().for_each(|days| days.weekday = None);
            }
            wanted = (!avoid && !group.days.is_empty()).then(|| (group.days.clone(), group.last));
            for wish in self.resolve(tokens, &group) {
                found.push((wish, group.first, group.last, group.confidence()));
            }
        }
        found.extend(soonest(tokens).into_iter().map(|(first, last)| (Wish::Soonest, first, last, 900)));
        found.sort_by_key(|(_, first, ..)| *first);
        found
    }

    fn items(&self, tokens: &Tokens<'_>, is_box: bool) -> Vec<Item> {
        let mut items = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if let Some(days) = day::at(tokens, at, self.today, self.horizon) {
                at = days.last + 1;
                let also_clock = tokens
                    .any(days.last, &["tonight", "tonite"])
                    .then(|| clock::at(tokens, days.last))
                    .flatten();
                if is_box || !tells_of_past(tokens, days.first, days.may_be_past) {
                    items.push(Item::Days(days));
                    items.extend(also_clock.map(Item::Clock));
                } else if clock::at(tokens, at).is_some() {
                    at += 1;
                }
            } else if let Some(clock) = clock::at(tokens, at) {
                at = clock.last + 1;
                if is_box || !tells_of_past(tokens, clock.first, true) {
                    items.push(Item::Clock(clock));
                }
            } else {
                at += 1;
            }
        }
        items
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

const WHOLE_DAY: Clock = Clock { from: 0, to: DAY, first: 0, last: 0, habit: false, point: false };

impl Group {
    fn confidence(&self) -> u16 {
        match (self.days.is_empty(), self.clocks.is_empty()) {
            (false, false) => 900,
            (false, true) => 850,
            _ if self.avoid => 800,
            _ => 700,
        }
    }
}

/// Joins days with the times of day beside them.
fn groups(tokens: &Tokens<'_>, items: Vec<Item>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for item in items {
        let (first, last) = match &item {
            Item::Days(days) => (days.first, days.last),
            Item::Clock(clock) => (clock.first, clock.last),
        };
        let taken_back =
            groups.last().is_some_and(|group| correction::between(tokens, group.last + 1, first));
        if taken_back {
            groups.pop();
        }
        let joined = groups.last_mut().filter(|group| !taken_back && group.joins(tokens, &item, first));
        match (joined, item) {
            (Some(group), Item::Days(days)) => {
                group.days.push(days);
                group.last = last;
            }
            (Some(group), Item::Clock(clock)) => {
                group.add(tokens, clock);
                group.last = last;
            }
            (None, Item::Days(days)) => {
                groups.push(Group { days: vec![days], clocks: vec![], first, last, avoid: false })
            }
            (None, Item::Clock(clock)) => {
                groups.push(Group { days: vec![], clocks: vec![clock], first, last, avoid: false })
            }
        }
    }
    groups
}

impl Group {
    fn joins(&self, tokens: &Tokens<'_>, item: &Item, first: usize) -> bool {
        let near = first.saturating_sub(self.last) <= 4
            && (self.last + 1..=first).all(|at| !tokens.begins_sentence(at))
            && (self.last + 1..first)
                .all(|at| !tokens.any(at, &["but", "not", "except", "pero", "menos", "no"]));
        if !near {
            return false;
        }
        let between = |words: &[&str]| (self.last + 1..first).any(|at| tokens.any(at, words));
        match item {
            // "Monday or Tuesday morning"; but "Monday morning or Tuesday" are two wishes. "After 3 on Tuesday" is one.
            Item::Days(_) if !self.days.is_empty() => self.clocks.is_empty(),
            Item::Days(_) => !between(&["or", "and", ",", "o", "y"]),
            Item::Clock(_) => !self.days.is_empty() || between(&["or", "o"]) || first == self.last + 1,
        }
    }

    /// Adds a time of day: one that narrows the last ("tomorrow morning after 9"), or another choice ("at 9 or 11").
    fn add(&mut self, tokens: &Tokens<'_>, clock: Clock) {
        let Some(before) = self.clocks.last_mut() else {
            self.clocks.push(clock);
            return;
        };
        let choice = (before.last + 1..clock.first).any(|at| tokens.any(at, &["or", "and", ",", "o", "y"]));
        let (from, to) = (before.from.max(clock.from), before.to.min(clock.to));
        if choice || from >= to {
            self.clocks.push(clock);
        } else {
            (before.from, before.to, before.last) = (from, to, clock.last);
        }
    }
}

fn before(at: usize) -> usize {
    at.checked_sub(1).unwrap_or(usize::MAX)
}

/// Whether a group is excluded, and the words with the exclusion in them.
fn excluded(tokens: &Tokens<'_>, group: &Group) -> (bool, usize, usize) {
    const EXCLUDES: &[&str] = &[
        "not",
        "except",
        "besides",
        "cant",
        "cannot",
        "wont",
        "dont",
        "isnt",
        "arent",
        "excepto",
        "menos",
        "nothing",
        "never",
        "minus",
        "excluding",
    ];
    const BETWEEN: &[&str] = &[
        "do",
        "be",
        "make",
        "it",
        "come",
        "home",
        "available",
        "free",
        "there",
        "on",
        "this",
        "next",
        "for",
        "the",
        "at",
        "have",
        "anyone",
        "someone",
        "send",
        "you",
        "any",
        "work",
        "in",
        "i",
        "schedule",
        "here",
        "good",
        "before",
        "after",
        "until",
        "til",
        "el",
        "los",
        "las",
        "la",
        "por",
        "en",
        "puedo",
        "puede",
        "estoy",
        "during",
        "around",
        "able",
        "to",
        "earlier",
        "than",
        "of",
        "antes",
        "de",
        "works",
    ];
    for back in 1..=6.min(group.first) {
        let at = group.first - back;
        let but = tokens.is(at, "but")
            && at > 0
            && tokens
                .any(at - 1, &["day", "days", "time", "anytime", "anything", "anyday", "week", "everyday"]);
        let other = tokens.is(at, "than") && tokens.is(before(at), "other");
        let no = tokens.is(at, "no")
            && (back == 1 || tokens.any(at + 1, &["puedo", "estoy", "antes", "puede"]))
            && !tokens.is(at + 1, "later");
        if tokens.any(at, EXCLUDES) || but || other || no {
            return (!no_later(tokens, at), at, group.last);
        }
        if !tokens.any(at, BETWEEN) {
            break;
        }
    }
    for ahead in 1..=5 {
        let at = group.last + ahead;
        if at >= tokens.len() || tokens.begins_sentence(at) || tokens.any(at, &[",", "but", "and", "or"]) {
            break;
        }
        let bad = tokens.any(at, &["doesnt", "wont", "isnt", "bad", "cant", "arent", "dont"])
            || tokens.is(at, "not")
            || (tokens.is(at, "no") && tokens.any(at + 1, &["good", "puedo"]));
        if bad {
            let end = if tokens.any(at, &["bad"]) { at } else { (at + 1).min(tokens.len() - 1) };
            return (true, group.first, end);
        }
    }
    (false, group.first, group.last)
}

/// "not later than 4" is a wish.
fn no_later(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(at + 1, &["later", "past"]) && tokens.any(at + 2, &["than"])
}

/// Whether the words around a day tell what happened and not what is wanted.
fn tells_of_past(tokens: &Tokens<'_>, at: usize, may_be_past: bool) -> bool {
    const PAST: &[&str] = &[
        "quit",
        "stopped",
        "started",
        "went",
        "broke",
        "died",
        "happened",
        "noticed",
        "came",
        "called",
        "was",
        "were",
        "been",
        "had",
        "installed",
        "fixed",
        "left",
        "began",
        "got",
        "woke",
        "found",
        "tripped",
        "smelled",
        "heard",
        "saw",
        "since",
        "ago",
        "yesterday",
        "last",
        "wont",
        "isnt",
        "doesnt",
        "not",
        "aint",
        "leaking",
        "froze",
        "said",
        "told",
        "did",
        "didnt",
        "wasnt",
        "backed",
        "flooded",
        "burst",
        "empezo",
        "dejo",
        "desde",
        "ayer",
        "pasado",
        "fue",
        "anoche",
    ];
    const WISH: &[&str] = &[
        "come",
        "available",
        "availability",
        "can",
        "could",
        "prefer",
        "preferably",
        "best",
        "free",
        "home",
        "open",
        "opening",
        "openings",
        "appointment",
        "schedule",
        "scheduled",
        "want",
        "need",
        "needs",
        "someone",
        "anytime",
        "ideally",
        "please",
        "works",
        "work",
        "hoping",
        "hope",
        "possible",
        "like",
        "send",
        "get",
        "book",
        "fit",
        "visit",
        "good",
        "better",
        "ok",
        "okay",
        "fine",
        "would",
        "puede",
        "pueden",
        "venir",
        "prefiero",
        "disponible",
        "cita",
        "cant",
        "any",
        "except",
        "earliest",
        "by",
        "if",
    ];
    const BREAKS: &[&str] = &[",", "and", "but", "so", "y", "pero", "because", "then"];
    if tokens.any(before(at), &["since", "last", "desde", "past"])
        || tokens.any(before(before(at)), &["since", "last"])
    {
        return true;
    }
    const LIMITS: &[&str] = &["not", "except", "but", "no", "excepto", "menos", "before", "until", "by"];
    if !may_be_past || tokens.any(before(at), LIMITS) {
        return false;
    }
    let mut from = at;
    while from > 0 && at - from < 14 && !tokens.begins_sentence(from) && !tokens.any(from - 1, BREAKS) {
        from -= 1;
    }
    let mut to = at;
    while to + 1 < tokens.len()
        && to - at < 8
        && !tokens.begins_sentence(to + 1)
        && !tokens.any(to + 1, BREAKS)
    {
        to += 1;
    }
    let past = (from..=to).any(|at| tokens.any(at, PAST));
    let wish = (from..=to).any(|at| tokens.any(at, WISH));
    past && !wish
}

/// Whether a time of day alone is meant for every day.
fn habitual(tokens: &Tokens<'_>, group: &Group) -> bool {
    const EVERY: &[&str] = &[
        "any",
        "anytime",
        "anyday",
        "every",
        "everyday",
        "usually",
        "always",
        "days",
        "best",
        "best",
        "works",
        "work",
        "weekday",
        "cualquier",
    ];
    let near = group.first.saturating_sub(5)..(group.last + 5).min(tokens.len());
    group.clocks.iter().any(|clock| clock.habit)
        || (group.clocks.iter().all(|clock| !clock.point) && near.into_iter().any(|at| tokens.any(at, EVERY)))
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
mod tests {
    use super::*;
    use crate::sample;

    /// On Saturday, 21 November 2026, 09:40 in Columbus. `+` is a wish, `-` an exclusion.
    fn check(text: &str, expect: &str) {
        let now: Timestamp = "2026-11-21T14:40:00Z".parse().unwrap();
        let company = sample::company();
        let reader = Reader::new(&company, now);
        let zone = company.zone_of_time();
        let show = |span: Span| {
            let from = span.start().to_zoned(zone.clone()).strftime("%d %H:%M").to_string();
            format!("{from}-{}", span.end().to_zoned(zone.clone()).strftime("%H:%M"))
        };
        let tokens = Tokens::of(text);
        let wishes: Vec<String> = reader
            .find(&tokens, false)
            .into_iter()
            .map(|(wish, ..)| match wish {
                Wish::Want { span } => format!("+{}", show(span)),
                Wish::Avoid { span } => format!("-{}", show(span)),
                Wish::Soonest => "soonest".to_owned(),
            })
            .collect();
        assert_eq!(wishes.join(", "), expect, "{text}");
    }

    #[test]
    fn days_and_times_are_joined() {
        check("tomorrow morning", "+22 07:00-12:00");
        check("Tuesday after 3", "+24 15:00-00:00");
        check("after 3 on Tuesday please", "+24 15:00-00:00");
        check("Monday or Tuesday morning", "+23 07:00-12:00, +24 07:00-12:00");
        check("Monday morning or Tuesday after 3", "+23 07:00-12:00, +24 15:00-00:00");
        check("tomorrow afternoon after 2", "+22 14:00-17:00");
        check("Tuesday at 9 or 11", "+24 09:00-10:00");
        check("Nov 24th between 8 and 10", "+24 08:00-10:00");
        check("this weekend", "+21 09:40-00:00, +22 00:00-00:00");
        check("could someone come tonight", "+21 18:00-00:00");
        check("asap", "soonest");
        check("as soon as possible, tomorrow is fine too", "soonest, +22 00:00-00:00");
        check("before Tuesday", "+21 09:40-00:00");
        check("by Monday please", "+21 09:40-00:00");
        check("mañana por la mañana", "+22 07:00-12:00");
        check("el lunes después de las 3", "+23 15:00-00:00");
    }

    #[test]
    fn exclusions_hold_for_every_day_that_can_be_booked() {
        check("any day but Thursday", "-26 00:00-00:00, -03 00:00-00:00");
        check("not this Thursday", "-26 00:00-00:00");
        check("Thursday doesn't work for me", "-26 00:00-00:00, -03 00:00-00:00");
        check("I can't do Monday", "-23 00:00-00:00, -30 00:00-00:00");
        check("Tuesday but not before noon", "+24 00:00-00:00, -24 00:00-12:00");
        check(
            "mornings only, not tomorrow",
            "+21 09:40-12:00, +22 07:00-12:00, +23 07:00-12:00, +24 07:00-12:00, +25 07:00-12:00, +26 07:00-12:00, +27 07:00-12:00, -22 00:00-00:00",
        );
        check("not before Tuesday", "-21 09:40-00:00");
    }

    #[test]
    fn a_time_alone_is_its_next_occurrence_or_a_habit() {
        check("at 3", "+21 15:00-16:00");
        check("at 8 am", "+22 08:00-09:00");
        check(
            "mornings are best",
            "+21 09:40-12:00, +22 07:00-12:00, +23 07:00-12:00, +24 07:00-12:00, +25 07:00-12:00, +26 07:00-12:00, +27 07:00-12:00",
        );
    }

    #[test]
    fn what_is_taken_back_counts_no_more() {
        check("Tuesday, no wait, Wednesday", "+25 00:00-00:00");
        check("tomorrow at 9, sorry I mean Monday at 9", "+23 09:00-10:00");
    }

    #[test]
    fn the_past_is_no_wish() {
        for text in [
            "",
            "it quit Tuesday",
            "no heat since yesterday",
            "since last Tuesday morning",
            "the furnace stopped this morning",
            "good morning",
            "you guys were here on Friday",
            "my furnace won't turn on today",
        ] {
            check(text, "");
        }
    }
}
