//! Times that cannot be: "February 31", "2026-02-30", "25:00". They are read as what they are, so that somebody asks,
//! instead of vanishing.

use super::clock;
use super::day::{day_number, month, with_suffix};
use super::group::joined;
use crate::token::Tokens;
use domain::civil::Date;

/// A time that cannot be used.
pub(super) struct Impossible {
    pub(super) first: usize,
    pub(super) last: usize,
    /// Why, as it stands in a sentence: "February 31 does not exist".
    pub(super) why: String,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Words before a date or a time of day that leave no doubt that it is one.
const LED: &[&str] =
    &["on", "for", "by", "after", "before", "until", "at", "around", "date", ":", "el", "para"];

/// The time that cannot be and begins at a token. `is_box` says that the text is a box for the preferred time, where
/// everything is meant as a time.
pub(super) fn at(tokens: &Tokens<'_>, first: usize, today: Date, is_box: bool) -> Option<Impossible> {
    let led = is_box || first > 0 && tokens.any(first - 1, LED);
    let mut found = named(tokens, first, today, is_box)
        .or_else(|| dashed(tokens, first, today))
        .or_else(|| slashed(tokens, first, today, is_box, led))
        .or_else(|| ordinal(tokens, first, today))
        .or_else(|| of_day(tokens, first, led))?;
    // "February 31 at 10" is one wish, and none for ten o'clock today.
    let begin = (found.last + 1..found.last + 4).find(|at| clock::at(tokens, *at).is_some());
    if let Some(clock) = begin.and_then(|at| clock::at(tokens, at))
        && joined(tokens, found.last, clock.first)
    {
        found.last = clock.last;
    }
    Some(found)
}

/// "February 31", "31 February", "31st of April", with or without a year.
fn named(tokens: &Tokens<'_>, first: usize, today: Date, is_box: bool) -> Option<Impossible> {
    let (month, day, last) = match month(tokens.normal(first)) {
        Some(month) => {
            let number = first + 1 + usize::from(tokens.is(first + 1, "."));
            let (day, last) = number_of_day(tokens, number, is_box)?;
            (month, day, last)
        }
        None => {
            let (day, last) = number_of_day(tokens, first, is_box)?;
            let of = last + 1 + usize::from(tokens.any(last + 1, &["of", "de"]));
            let verb = tokens.is(of, "may") && of == last + 1 && last == first;
            (month(tokens.normal(of)).filter(|_| !verb)?, day, of)
        }
    };
    let (year, last) = year(tokens, last).map_or((None, last), |(year, last)| (Some(year), last));
    let why = why(today, year, month, day, is_box)?;
    Some(Impossible { first, last, why })
}

/// A day of a month. In a box any number of two digits is meant as one; elsewhere "Nov 98" is a year.
fn number_of_day(tokens: &Tokens<'_>, at: usize, is_box: bool) -> Option<(u32, usize)> {
    day_number(tokens, at).or_else(|| {
        let day = tokens.number(at).filter(|day| is_box && *day < 100)?;
        Some((day, with_suffix(tokens, at)))
    })
}

/// The year behind a date.
fn year(tokens: &Tokens<'_>, last: usize) -> Option<(u32, usize)> {
    let at = last + 1 + usize::from(tokens.any(last + 1, &[",", "de", "del"]));
    let year = tokens.number(at).filter(|year| (2000..2100).contains(year))?;
    Some((year, at))
}

/// "2026-02-30".
fn dashed(tokens: &Tokens<'_>, first: usize, today: Date) -> Option<Impossible> {
    let glued = (first + 1..first + 5).all(|at| tokens.get(at).is_some_and(|token| !token.spaced));
    let dashes = tokens.is(first + 1, "-") && tokens.is(first + 3, "-");
    if !glued || !dashes || tokens.normal(first).len() != 4 {
        return None;
    }
    let (year, month, day) = (tokens.number(first)?, tokens.number(first + 2)?, tokens.number(first + 4)?);
    let why = why(today, Some(year), month, day, true)?;
    Some(Impossible { first, last: first + 4, why })
}

/// "2/30", month first. Outside a box it takes a year or a word before it: other things are written like that as well.
fn slashed(tokens: &Tokens<'_>, first: usize, today: Date, is_box: bool, led: bool) -> Option<Impossible> {
    let glued = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced);
    if !tokens.is(first + 1, "/") || !glued(first + 1) || !glued(first + 2) {
        return None;
    }
    let (month, day) = (tokens.number(first)?, tokens.number(first + 2)?);
    let year = (tokens.is(first + 3, "/") && glued(first + 3)).then(|| tokens.number(first + 4)).flatten();
    // "24/7" is no date that went wrong.
    if (month, day) == (24, 7) || !(led || year.is_some()) || first > 0 && tokens.is(first - 1, "/") {
        return None;
    }
    let last = first + if year.is_some() { 4 } else { 2 };
    let why = why(today, year, month, day, is_box)?;
    Some(Impossible { first, last, why })
}

/// "the 31st" in a month of thirty days.
fn ordinal(tokens: &Tokens<'_>, first: usize, today: Date) -> Option<Impossible> {
    let (day, last) = day_number(tokens, first)?;
    let street = ["st", "street", "ave", "avenue", "floor", "time", "year"];
    let the = first > 0 && tokens.any(first - 1, &["the", "el"]);
    if !the || last == first || tokens.any(last + 1, &street) || day < u32::from(today.day().unsigned_abs()) {
        return None;
    }
    let length = u32::from(today.days_in_month().unsigned_abs());
    let month = MONTHS[usize::from(today.month().unsigned_abs()) - 1];
    (day > length).then(|| Impossible { first, last, why: format!("{month} {day} does not exist") })
}

/// "25:00", "10:75".
fn of_day(tokens: &Tokens<'_>, first: usize, led: bool) -> Option<Impossible> {
    let glued = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced);
    if !led || !tokens.is(first + 1, ":") || !glued(first + 1) || !glued(first + 2) {
        return None;
    }
    let (hour, minute) = (tokens.number(first)?, tokens.number(first + 2)?);
    let is_time = hour < 24 && minute < 60 || (hour, minute) == (24, 0);
    let written = tokens.written(first, first + 2);
    (!is_time).then(|| Impossible { first, last: first + 2, why: format!("{written} is no time of day") })
}

/// Why a date cannot be used; none when it can. `also_past` says that a day that is over is meant as a wish, too.
fn why(today: Date, year: Option<u32>, month: u32, day: u32, also_past: bool) -> Option<String> {
    let Some(name) = month.checked_sub(1).and_then(|month| MONTHS.get(month as usize)) else {
        return Some(format!("there is no month {month}"));
    };
    let year = year.map(|year| if year < 100 { 2000 + year } else { year });
    let date = |year: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    match year {
        Some(year) => match date(i16::try_from(year).ok()?) {
            None => Some(format!("{name} {day}, {year} does not exist")),
            Some(date) if date < today => also_past.then(|| format!("{name} {day}, {year} is over")),
            Some(_) => None,
        },
        None => {
            // A day that only some years have is not said in another.
            let exists = date(today.year()).or_else(|| date(today.year() + 1));
            match exists {
                None => Some(format!("{name} {day} does not exist")),
                Some(_) if super::day::dated(today, None, month, day).is_some() => None,
                Some(_) => also_past.then(|| format!("{name} {day} is over")),
            }
        }
    }
}
