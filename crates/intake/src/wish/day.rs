//! Days as people say them: "tomorrow", "next Tuesday", "Mon-Fri", "the 24th", "11/24", "el lunes".

use crate::token::Tokens;
use domain::civil::{Date, Weekday};
use jiff::ToSpan;

/// Days, and the words they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Days {
    /// The dates in order; at least one.
    pub(crate) dates: Vec<Date>,
    /// First token.
    pub(crate) first: usize,
    /// Last token.
    pub(crate) last: usize,
    /// The weekday when it is one, so that an exclusion can mean every such day.
    pub(crate) weekday: Option<Weekday>,
    /// Said of every week: "Tuesdays", "weekdays".
    pub(crate) habit: bool,
    /// May as well tell of the past: "Tuesday", "today".
    pub(crate) may_be_past: bool,
}

const WEEKDAYS: &[(&[&str], Weekday)] = &[
    (&["monday", "mondays", "mon", "monady", "lunes"], Weekday::Monday),
    (&["tuesday", "tuesdays", "tue", "tues", "tuseday", "teusday", "martes"], Weekday::Tuesday),
    (&["wednesday", "wednesdays", "wed", "weds", "wensday", "wendsday", "miercoles"], Weekday::Wednesday),
    (&["thursday", "thursdays", "thu", "thur", "thurs", "thrusday", "thursay", "jueves"], Weekday::Thursday),
    (&["friday", "fridays", "fri", "firday", "viernes"], Weekday::Friday),
    (&["saturday", "saturdays", "sat", "saterday", "sabado"], Weekday::Saturday),
    (&["sunday", "sundays", "sun", "domingo"], Weekday::Sunday),
];
const MONTHS: &[&[&str]] = &[
    &["january", "jan", "enero"],
    &["february", "feb", "febrero"],
    &["march", "mar", "marzo"],
    &["april", "apr", "abril"],
    &["may", "mayo"],
    &["june", "jun", "junio"],
    &["july", "jul", "julio"],
    &["august", "aug", "agosto"],
    &["september", "sept", "sep", "septiembre"],
    &["october", "oct", "octubre"],
    &["november", "nov", "noviembre"],
    &["december", "dec", "diciembre"],
];
/// A date that passed this many days ago at most tells of the past; an older one means the next year.
const TELLS_OF_PAST: i32 = 90;

/// The days that begin at a token.
pub(crate) fn at(tokens: &Tokens<'_>, first: usize, today: Date, horizon: i32) -> Option<Days> {
    let mut days = relative(tokens, first, today)
        .or_else(|| week(tokens, first, today, horizon))
        .or_else(|| weekday(tokens, first, today, horizon))
        .or_else(|| calendar(tokens, first, today))?;
    through(tokens, &mut days, today, horizon);
    if first >= 2 && tokens.is(first - 1, "from") && tokens.any(first - 2, &["week", "wk"]) {
        days.dates = days.dates.iter().filter_map(|date| add(*date, 7)).collect();
        days.weekday = None;
    }
    (!days.dates.is_empty()).then_some(days)
}

fn relative(tokens: &Tokens<'_>, first: usize, today: Date) -> Option<Days> {
    let (days, words, may_be_past) = match tokens.normal(first) {
        "today" | "hoy" | "tonight" | "tonite" => (0, 1, true),
        "tomorrow" | "tomorow" | "tommorow" | "tommorrow" | "tomorrows" | "tmrw" | "tmw" | "tomm" | "tmr" => {
            (1, 1, false)
        }
        "day" if tokens.follow(first, &["day", "after", "tomorrow"]) => (2, 3, false),
        "pasado" if tokens.is(first + 1, "manana") => (2, 2, false),
        "manana" if first == 0 || !tokens.any(first - 1, &["la", "las", "esta", "pasado"]) => (1, 1, false),
        "this" if tokens.any(first + 1, &["morning", "afternoon", "evening"]) => (0, 1, true),
        "esta" if tokens.any(first + 1, &["manana", "tarde", "noche"]) => (0, 1, true),
        _ => return None,
    };
    one(add(today, days)?, first, first + words - 1, may_be_past)
}

fn week(tokens: &Tokens<'_>, first: usize, today: Date, horizon: i32) -> Option<Days> {
    let next = tokens.any(first, &["next", "proxima", "proximo"]);
    let this = tokens.any(first, &["this", "the", "esta", "este", "coming"]);
    let at = first + usize::from(next || this);
    let monday = add(today, -i32::from(today.weekday().to_monday_zero_offset()))?;
    let (from, count, last) = if tokens.any(at, &["weekend", "wkend"]) {
        (add(monday, if next { 12 } else { 5 })?, 2, at)
    } else if tokens.follow(at, &["fin", "de", "semana"]) {
        (add(monday, if next { 12 } else { 5 })?, 2, at + 2)
    } else if tokens.any(at, &["week", "wk", "semana"]) && (next || tokens.any(first, &["this", "esta"])) {
        (
            if next { add(monday, 7)? } else { today },
            if next { 7 } else { 7 - i32::from(today.weekday().to_monday_zero_offset()) },
            at,
        )
    } else if tokens.any(at, &["weekday", "weekdays", "weekends"]) {
        let weekends = tokens.is(at, "weekends");
        let dates = (0..horizon)
            .filter_map(|ahead| add(today, ahead))
            .filter(|date| (date.weekday().to_monday_zero_offset() >= 5) == weekends);
        return Some(Days {
            dates: dates.collect(),
            first,
            last: at,
            weekday: None,
            habit: true,
            may_be_past: false,
        });
    } else {
        return None;
    };
    let dates = (0..count).filter_map(|ahead| add(from, ahead)).filter(|date| *date >= today).collect();
    Some(Days { dates, first, last, weekday: None, habit: false, may_be_past: false })
}

fn weekday(tokens: &Tokens<'_>, first: usize, today: Date, horizon: i32) -> Option<Days> {
    let next = tokens.any(first, &["next", "proximo"]);
    let this = tokens.any(first, &["this", "este", "coming"]);
    let at = first + usize::from(next || this);
    let day = named_weekday(tokens, at)?;
    let habit = tokens.normal(at).ends_with("days") || tokens.is(at.checked_sub(1).unwrap_or(at), "los");
    let ahead = (i32::from(day.to_monday_zero_offset()) - i32::from(today.weekday().to_monday_zero_offset()))
        .rem_euclid(7);
    let ahead = if ahead == 0 { 7 } else { ahead };
    // "Next Tuesday" is the one of the next calendar week.
    let same_week = ahead + i32::from(today.weekday().to_monday_zero_offset()) < 7;
    let ahead = ahead + if next && same_week { 7 } else { 0 };
    let mut dates = vec![add(today, ahead)?];
    if habit {
        dates =
            (0..horizon).filter_map(|ahead| add(today, ahead)).filter(|date| date.weekday() == day).collect();
    }
    Some(Days {
        dates,
        first,
        last: at,
        weekday: (!this && !next).then_some(day),
        habit,
        may_be_past: !next && !this && !habit,
    })
}

fn named_weekday(tokens: &Tokens<'_>, at: usize) -> Option<Weekday> {
    let word = tokens.normal(at);
    let (_, day) = WEEKDAYS.iter().find(|(names, _)| names.contains(&word))?;
    // "sat", "sun", "wed", "mon" are words too; a capital or a word before tells a day.
    let short = matches!(word, "sat" | "sun" | "wed" | "mon");
    let upper = tokens.written(at, at).starts_with(char::is_uppercase);
    let led = at > 0
        && tokens.any(
            at - 1,
            &[
                "on", "this", "next", "or", "but", "except", "not", "-", ",", "through", "to", "by",
                "before", "after", "every",
            ],
        );
    (!short || upper || led).then_some(*day)
}

/// Dates with a month, or "the 24th".
fn calendar(tokens: &Tokens<'_>, first: usize, today: Date) -> Option<Days> {
    if let Some(month) = month(tokens.normal(first)) {
        let number = first + 1 + usize::from(tokens.is(first + 1, "."));
        let (day, last) = day_number(tokens, number)?;
        return one(dated(today, None, month, day)?, first, last, true);
    }
    let number = tokens.number(first)?;
    let glued = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced);
    if tokens.is(first + 1, "-")
        && glued(first + 1)
        && tokens.normal(first).len() == 4
        && tokens.is(first + 3, "-")
    {
        let date = dated(today, Some(number), tokens.number(first + 2)?, tokens.number(first + 4)?)?;
        return one(date, first, first + 4, false);
    }
    if tokens.is(first + 1, "/") && glued(first + 1) && glued(first + 2) {
        return slashed(tokens, first, today);
    }
    let (day, last) = day_number(tokens, first)?;
    let of = last + 1 + usize::from(tokens.any(last + 1, &["of", "de"]));
    if let Some(month) = month(tokens.normal(of))
        && !(tokens.is(of, "may") && of == last + 1 && last == first)
    {
        return one(dated(today, None, month, day)?, first, of, true);
    }
    if last > first && tokens.follow(last + 1, &["of", "this", "month"]) {
        return one(dated_in(today, true, day).filter(|date| *date >= today)?, first, last + 3, true);
    }
    let the = first > 0 && tokens.any(first - 1, &["the", "el"]);
    let street = ["st", "street", "ave", "avenue", "floor", "time", "year"];
    if the && last > first && !tokens.any(last + 1, &street) {
        let this_month = dated_in(today, i32::from(today.day()) <= day as i32, day)?;
        return one(this_month, first - 1, last, true);
    }
    None
}

/// "11/24" and "11/24/2026", month first. Halves and quarters are pipes, not dates.
fn slashed(tokens: &Tokens<'_>, first: usize, today: Date) -> Option<Days> {
    let (month, day) = (tokens.number(first)?, tokens.number(first + 2)?);
    let led =
        first > 0 && tokens.any(first - 1, &["on", "for", "by", "after", "before", "until", "date", ":"]);
    let year = (tokens.is(first + 3, "/") && tokens.get(first + 3).is_some_and(|token| !token.spaced))
        .then(|| tokens.number(first + 4))
        .flatten();
    if year.is_none() && matches!(day, 2 | 4 | 8 | 16) && month < day && !led {
        return None;
    }
    if tokens.any(first + 3, &["inch", "in", "bath", "hp", "ton", "\"", "copper", "pex"]) {
        return None;
    }
    let last = first + if year.is_some() { 4 } else { 2 };
    one(dated(today, year, month, day)?, first, last, false)
}

/// A day of a month, with or without its "th", and its last token.
pub(super) fn day_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let day = tokens.number(at).filter(|day| (1..=31).contains(day))?;
    let other = tokens.any(at + 1, &[":", "am", "pm"]);
    (!other).then_some((day, with_suffix(tokens, at)))
}

/// The last token of a number that may have a "th".
pub(super) fn with_suffix(tokens: &Tokens<'_>, at: usize) -> usize {
    let suffix = tokens.any(at + 1, &["th", "st", "nd", "rd"])
        && tokens.get(at + 1).is_some_and(|token| !token.spaced);
    at + usize::from(suffix)
}

/// The number of a month's name.
pub(super) fn month(word: &str) -> Option<u32> {
    MONTHS.iter().zip(1..).find(|(names, _)| names.contains(&word)).map(|(_, month)| month)
}

/// A date; without a year the next such one, none when it has just passed.
pub(super) fn dated(today: Date, year: Option<u32>, month: u32, day: u32) -> Option<Date> {
    let of = |year: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    if let Some(year) = year {
        let date = of(i16::try_from(if year < 100 { 2000 + year } else { year }).ok()?)?;
        return (date >= today).then_some(date);
    }
    let date = of(today.year())?;
    if date >= today {
        return Some(date);
    }
    (add(date, TELLS_OF_PAST)? < today).then(|| of(today.year() + 1)).flatten()
}

fn dated_in(today: Date, this_month: bool, day: u32) -> Option<Date> {
    let month = if this_month { today } else { today.checked_add(1.month()).ok()? };
    Date::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()
}

/// Extends over "through": "Mon-Fri", "Tuesday thru Thursday".
fn through(tokens: &Tokens<'_>, days: &mut Days, today: Date, horizon: i32) {
    let to = days.last + 1;
    if !tokens.any(to, &["-", "–", "through", "thru", "to", "til", "until", "a", "al"]) {
        return;
    }
    let Some(end) = named_weekday(tokens, to + 1) else { return };
    if days.weekday.is_none() {
        return;
    }
    let Some(start) = days.dates.first().copied() else { return };
    let dates = (0..7).filter_map(|ahead| add(start, ahead));
    let mut all = Vec::new();
    for date in dates {
        all.push(date);
        if date.weekday() == end {
            break;
        }
    }
    let furthest = add(today, horizon).unwrap_or(today);
    all.retain(|date| *date <= furthest);
    (days.dates, days.last, days.weekday) = (all, to + 1, None);
    days.may_be_past = false;
}

fn one(date: Date, first: usize, last: usize, may_be_past: bool) -> Option<Days> {
    Some(Days { dates: vec![date], first, last, weekday: None, habit: false, may_be_past })
}

/// A date so many days later.
pub(crate) fn add(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// On Saturday, 21 November 2026.
    fn check(text: &str, expect: &[&str]) {
        let tokens = Tokens::of(text);
        let found = (0..tokens.len()).find_map(|first| at(&tokens, first, date(2026, 11, 21), 14));
        let dates: Vec<String> =
            found.map(|days| days.dates).unwrap_or_default().iter().map(ToString::to_string).collect();
        assert_eq!(dates, expect, "{text}");
    }

    #[test]
    fn days_are_said_in_many_ways() {
        check("today", &["2026-11-21"]);
        check("tmrw", &["2026-11-22"]);
        check("day after tomorrow", &["2026-11-23"]);
        check("Tuesday", &["2026-11-24"]);
        check("next tues", &["2026-11-24"]);
        check("saturday", &["2026-11-28"]);
        check("this weekend", &["2026-11-21", "2026-11-22"]);
        check("next weekend", &["2026-11-28", "2026-11-29"]);
        check("Nov 24th", &["2026-11-24"]);
        check("the 24th", &["2026-11-24"]);
        check("the 3rd", &["2026-12-03"]);
        check("on 28th of this month", &["2026-11-28"]);
        check("24 november", &["2026-11-24"]);
        check("11/24", &["2026-11-24"]);
        check("12/1/26", &["2026-12-01"]);
        check("2026-11-24", &["2026-11-24"]);
        check("January 5", &["2027-01-05"]);
        check("a week from Tuesday", &["2026-12-01"]);
        check("Mon-Wed", &["2026-11-23", "2026-11-24", "2026-11-25"]);
        check("tuesdays", &["2026-11-24", "2026-12-01"]);
        check("el lunes", &["2026-11-23"]);
        check("pasado mañana", &["2026-11-23"]);
    }

    #[test]
    fn other_words_are_no_days() {
        for text in [
            "",
            "it sat there",
            "in the sun",
            "1/2 inch pipe",
            "3/4 copper",
            "the 4th street",
            "may 2",
            "November 20",
            "on the 2nd floor",
            "may be 5",
        ] {
            let expect: &[&str] = if text == "may 2" { &["2027-05-02"] } else { &[] };
            check(text, expect);
        }
    }
}
