//! Times of day as people say them: "after 3", "between 8 and 10", "mornings", "a las cinco".

use crate::spoken;
use crate::token::{Kind, Tokens};

/// Minutes of a day.
pub(crate) const DAY: u16 = 24 * 60;

/// A part of the day, in minutes after midnight, half-open; and the words it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    /// First minute.
    pub(crate) from: u16,
    /// First minute after.
    pub(crate) to: u16,
    /// First token.
    pub(crate) first: usize,
    /// Last token.
    pub(crate) last: usize,
    /// Said of every day: "mornings".
    pub(crate) habit: bool,
    /// An instant ("at 3") and not a stretch.
    pub(crate) point: bool,
    /// An instant that cannot be anything but a time of day: "3:30", "3pm".
    pub(crate) sure: bool,
}

/// Parts of the day. Ours; a morning of this trade begins when the first van leaves.
const PARTS: &[(&[&str], u16, u16)] = &[
    (&["morning", "mornings", "mornin", "manana", "mananas"], 7 * 60, 12 * 60),
    (&["afternoon", "afternoons", "afternon", "tarde", "tardes"], 12 * 60, 17 * 60),
    (&["evening", "evenings", "evenin"], 17 * 60, 21 * 60),
    (&["night", "nights", "tonight", "tonite", "noche", "noches"], 18 * 60, DAY),
    (&["lunch", "lunchtime"], 11 * 60 + 30, 13 * 60),
];

/// The time of day that begins at a token.
pub(crate) fn at(tokens: &Tokens<'_>, first: usize) -> Option<Clock> {
    range(tokens, first)
        .or_else(|| bound(tokens, first))
        .or_else(|| part(tokens, first))
        .or_else(|| around(tokens, first))
}

/// "between 8 and 10", "from 9 to noon", "8-10", "de 8 a 10".
fn range(tokens: &Tokens<'_>, first: usize) -> Option<Clock> {
    let cued = tokens.any(first, &["between", "from", "btwn", "entre", "de", "desde"]);
    let begin = skip(tokens, first + usize::from(cued), &["las", "la", "like", "about"]);
    let from = point(tokens, begin)?;
    if !tokens.any(
        from.next,
        &["and", "to", "-", "–", "—", "until", "til", "till", "through", "thru", "y", "a", "hasta"],
    ) {
        return None;
    }
    let dash = tokens.any(from.next, &["-", "–", "—"]);
    let to = point(tokens, skip(tokens, from.next + 1, &["las", "la", "like", "about"]))?;
    let sure = cued || from.sure || to.sure || (dash && from.hour_like && to.hour_like);
    if !sure || counts_something(tokens, to.next) || tokens.any(from.next, &["and", "y"]) && !cued {
        return None;
    }
    let mut start = from.minute;
    let mut end = to.minute;
    let half_day = DAY / 2;
    if to.half.is_some() && from.half.is_none() && start < half_day && start + half_day < end {
        start += half_day;
    }
    if end <= start && end + half_day > start && to.half.is_none() {
        end += half_day;
    }
    (start < end && end <= DAY).then_some(Clock {
        from: start,
        to: end,
        first,
        last: to.next - 1,
        habit: false,
        point: false,
        sure: false,
    })
}

/// "after 3", "before noon", "by 5", "no later than 4", "despues de las 3".
fn bound(tokens: &Tokens<'_>, first: usize) -> Option<Clock> {
    let word = tokens.normal(first);
    let (after, mut next) = match word {
        "after" | "past" | "despues" => (true, first + 1),
        "before" | "befor" | "b4" | "by" | "until" | "til" | "till" | "antes" | "hasta" => (false, first + 1),
        "later" if tokens.is(first + 1, "than") => {
            (!tokens.any(first.checked_sub(1)?, &["no", "not"]), first + 2)
        }
        "earlier" if tokens.is(first + 1, "than") => {
            (tokens.any(first.checked_sub(1)?, &["no", "not"]), first + 2)
        }
        _ => return None,
    };
    next = skip(tokens, next, &["de", "del", "las", "la", "like", "about", "around", "at", "the"]);
    let named = |words: &[&str], minute: u16| tokens.any(next, words).then_some((minute, next + 1));
    let (minute, end) = named(&["lunch", "lunchtime"], 13 * 60)
        .or_else(|| named(&["work", "school", "trabajo"], if after { 17 * 60 } else { 8 * 60 }))
        .or_else(|| {
            let point = point(tokens, next)?;
            (!counts_something(tokens, point.next)).then_some((point.minute, point.next))
        })?;
    let (from, to) = if after { (minute, DAY) } else { (0, minute) };
    (from < to).then_some(Clock { from, to, first, last: end - 1, habit: false, point: false, sure: false })
}

/// "morning", "early afternoon", "first thing", "end of the day".
fn part(tokens: &Tokens<'_>, first: usize) -> Option<Clock> {
    if tokens.follow(first, &["first", "thing"]) {
        return Some(Clock {
            from: 7 * 60,
            to: 9 * 60,
            first,
            last: first + 1,
            habit: false,
            point: false,
            sure: false,
        });
    }
    for phrase in [&["end", "of", "day"][..], &["end", "of", "the", "day"][..]] {
        if tokens.follow(first, phrase) {
            let last = first + phrase.len() - 1;
            return Some(Clock {
                from: 15 * 60,
                to: 18 * 60,
                first,
                last,
                habit: false,
                point: false,
                sure: false,
            });
        }
    }
    let word = tokens.normal(first);
    let (names, from, to) = PARTS.iter().find(|(names, ..)| names.contains(&word))?;
    let before = |words: &[&str]| first > 0 && tokens.any(first - 1, words);
    // A greeting, the past, or Spanish "mañana" as a day.
    if before(&["good", "last", "every", "all", "buenas", "buenos", "over", "each", "the"])
        && !in_the(tokens, first)
    {
        return None;
    }
    if matches!(word, "manana" | "tarde" | "noche") && !before(&["la", "esta"]) {
        return None;
    }
    let middle = from.midpoint(*to);
    let (from, to) = match first.checked_sub(1).map(|at| tokens.normal(at)) {
        Some("early") => (*from, middle),
        Some("late") => (middle, *to),
        _ => (*from, *to),
    };
    let habit = word.ends_with('s') && names.len() > 1 || before(&["las"]);
    Some(Clock { from, to, first, last: first, habit, point: false, sure: false })
}

/// "in the morning" is a time; "the morning" alone is a story.
fn in_the(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 2 && tokens.is(at - 1, "the") && tokens.any(at - 2, &["in", "during"])
}

/// "at 3", "around 2:30", "3pm", "noon", "a las tres".
fn around(tokens: &Tokens<'_>, first: usize) -> Option<Clock> {
    let word = tokens.normal(first);
    let wide = matches!(word, "around" | "about" | "abt" | "roughly" | "sobre");
    let cued = wide || matches!(word, "at" | "@");
    let spanish = tokens.follow(first, &["a", "las"]) || tokens.follow(first, &["a", "la"]);
    let begin = if spanish {
        first + 2
    } else {
        skip(tokens, first + usize::from(cued), &["around", "about", "like"])
    };
    let point = point(tokens, begin)?;
    let bare =
        point.sure || ((cued || spanish) && point.hour_like && tokens.kind(begin) == Some(Kind::Number));
    if !(bare || ((cued || spanish) && point.hour_like)) || counts_something(tokens, point.next) {
        return None;
    }
    // "at 1418 Summit", "at 5 N High": a place, not a time.
    if cued && !point.sure && tokens.kind(point.next) == Some(Kind::Word) && !after_time(tokens, point.next) {
        return None;
    }
    let slack = if wide { 60 } else { 0 };
    let to = (point.minute + 60).min(DAY);
    Some(Clock {
        from: point.minute.saturating_sub(slack),
        to,
        first,
        last: point.next - 1,
        habit: false,
        point: true,
        sure: point.sure,
    })
}

fn after_time(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(
        at,
        &[
            "on",
            "or",
            "and",
            "if",
            "would",
            "works",
            "work",
            "is",
            "tomorrow",
            "today",
            "tonight",
            "this",
            "next",
            "please",
            "in",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "for",
            "thanks",
            "but",
            "o",
            "y",
            "de",
            "el",
            "por",
            "ish",
            "sharp",
            "should",
            "will",
            "the",
            "i",
            "when",
            "because",
            "so",
            "it",
        ],
    )
}

struct Point {
    minute: u16,
    next: usize,
    /// Cannot be anything but a time: "3pm", "3:30", "noon".
    sure: bool,
    /// Between 1 and 12.
    hour_like: bool,
    /// The half of the day when it was said: 0 before noon, 1 after.
    half: Option<u16>,
}

fn point(tokens: &Tokens<'_>, at: usize) -> Option<Point> {
    if tokens.any(at, &["noon", "midday", "mediodia"]) {
        return Some(Point { minute: 12 * 60, next: at + 1, sure: true, hour_like: true, half: Some(1) });
    }
    let past = tokens.any(at, &["half", "quarter"]) && tokens.any(at + 1, &["past", "after", "to", "til"]);
    let (hour, mut next) = spoken::value(tokens, if past { at + 2 } else { at })?;
    if past && !(1..=12).contains(&hour) {
        return None;
    }
    if hour > 23
        || tokens.any(next, &["/", ".", ","])
            && !tokens.get(next)?.spaced
            && tokens.kind(next + 1) == Some(Kind::Number)
    {
        return None;
    }
    let (mut minute, mut sure) = (0, false);
    if tokens.is(next, ":") && tokens.normal(next + 1).len() == 2 {
        minute = tokens.number(next + 1).filter(|minute| *minute < 60)?;
        (next, sure) = (next + 2, true);
    } else if tokens.kind(at) == Some(Kind::Word)
        && let Some((said, after)) = spoken::value(tokens, next)
        && matches!(said, 15 | 30 | 45)
        && tokens.kind(next) == Some(Kind::Word)
    {
        (minute, next, sure) = (said, after, true);
    } else if past {
        minute = if tokens.is(at, "half") { 30 } else { 15 };
        sure = true;
    } else if tokens.any(next, &["oclock"]) {
        (next, sure) = (next + 1, true);
    } else if tokens.is(next, "o") && tokens.is(next + 2, "clock") {
        (next, sure) = (next + 3, true);
    }
    next = skip(tokens, next, &["ish"]);
    let half = half_of_day(tokens, &mut next);
    if half.is_none() && tokens.kind(at) == Some(Kind::Number) && tokens.normal(at).len() > 2 {
        return None;
    }
    let hour = match (half, hour) {
        (Some(_), 0 | 13..) => return None,
        (Some(0), 12) => 0,
        (Some(1), 1..=11) => hour + 12,
        (None, 1..=6) if !sure || hour_of_twelve(tokens, at) => hour + 12,
        _ => hour,
    };
    let before = past && tokens.any(at + 1, &["to", "til"]);
    let minute = u16::try_from(if before { hour * 60 - minute } else { hour * 60 + minute }).ok()?;
    let hour_like = (1..=12).contains(&(if hour > 12 { hour - 12 } else { hour }));
    Some(Point { minute, next, sure: sure || half.is_some(), hour_like, half })
}

/// "3:30" means the afternoon, "03:30" is written with all 24 hours.
fn hour_of_twelve(tokens: &Tokens<'_>, at: usize) -> bool {
    !tokens.normal(at).starts_with('0')
}

fn half_of_day(tokens: &Tokens<'_>, next: &mut usize) -> Option<u16> {
    let half = match tokens.normal(*next) {
        "am" => 0,
        "pm" => 1,
        "a" | "p" if tokens.is(*next + 1, ".") && tokens.is(*next + 2, "m") => {
            let half = u16::from(tokens.is(*next, "p"));
            *next += 3;
            *next +=
                usize::from(tokens.is(*next, ".") && tokens.get(*next).is_some_and(|token| !token.spaced));
            return Some(half);
        }
        "a" | "p" if !tokens.get(*next)?.spaced => u16::from(tokens.is(*next, "p")),
        "a" | "p" if tokens.is(*next + 1, "m") => {
            let half = u16::from(tokens.is(*next, "p"));
            *next += 2;
            return Some(half);
        }
        "in" | "de" | "por" => return part_of_day(tokens, *next),
        "tonight" | "at" if tokens.is(*next, "tonight") || tokens.is(*next + 1, "night") => return Some(1),
        _ => return None,
    };
    *next += 1;
    Some(half)
}

/// "8 in the evening", "3 de la tarde": the words stay, they say a part of the day as well.
fn part_of_day(tokens: &Tokens<'_>, at: usize) -> Option<u16> {
    if !tokens.any(at + 1, &["the", "la"]) {
        return None;
    }
    match tokens.normal(at + 2) {
        "morning" | "manana" => Some(0),
        "afternoon" | "evening" | "tarde" | "noche" => Some(1),
        _ => None,
    }
}

/// Whether what follows is counted by the number before: "8 to 10 feet".
fn counts_something(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(
        at,
        &[
            "feet", "foot", "ft", "inch", "inches", "years", "year", "yrs", "days", "day", "weeks", "week",
            "months", "month", "hours", "hour", "hrs", "minutes", "mins", "min", "people", "units", "amp",
            "amps", "gallon", "gallons", "degrees", "%", "times", "outlets", "rooms", "dollars", "bucks",
            "ton", "tons", "windows", "kids", "lights", "vents", "th", "nd", "rd", "st", "ave", "street",
            "n", "s", "e", "w",
        ],
    )
}

fn skip(tokens: &Tokens<'_>, mut at: usize, words: &[&str]) -> usize {
    while tokens.any(at, words) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let tokens = Tokens::of(text);
        let found = (0..tokens.len()).find_map(|first| at(&tokens, first));
        let shown = found.map(|clock| {
            let time = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
            format!("{}-{}", time(clock.from), time(clock.to))
        });
        assert_eq!(shown.unwrap_or_default(), expect, "{text}");
    }

    #[test]
    fn times_are_said_in_many_ways() {
        check("after 3", "15:00-24:00");
        check("before noon", "0:00-12:00");
        check("by 5pm", "0:00-17:00");
        check("between 8 and 10", "8:00-10:00");
        check("from 10 to 2", "10:00-14:00");
        check("8-10", "8:00-10:00");
        check("1-3pm", "13:00-15:00");
        check("9am to 5pm", "9:00-17:00");
        check("at 3", "15:00-16:00");
        check("around 2", "13:00-15:00");
        check("3:30", "15:30-16:30");
        check("at 8 a.m.", "8:00-9:00");
        check("mornings", "7:00-12:00");
        check("late afternoon", "14:30-17:00");
        check("first thing", "7:00-9:00");
        check("three thirty", "15:30-16:30");
        check("half past 4", "16:30-17:30");
        check("quarter to 9", "8:45-9:45");
        check("2 o'clock", "14:00-15:00");
        check("after lunch", "13:00-24:00");
        check("no later than 4", "0:00-16:00");
        check("después de las 3", "15:00-24:00");
        check("entre 8 y 10", "8:00-10:00");
        check("a las cinco", "17:00-18:00");
        check("en la tarde", "12:00-17:00");
        check("at 8 in the evening", "20:00-21:00");
    }

    #[test]
    fn other_numbers_are_no_times() {
        for text in [
            "",
            "good morning",
            "at 1418 Summit",
            "25 years",
            "8 to 10 feet",
            "at 5 N High",
            "3 kids and 2 dogs",
            "last night",
            "by 2 days",
            "43201",
            "buenas tardes",
            "2 or 3 outlets",
        ] {
            check(text, "");
        }
    }
}
