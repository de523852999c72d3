//! Which days and hours a text names, to hold what a person wrote against the window that is booked.
//!
//! Only what is surely a day or an hour counts: a street number, a phone, or "30 minutes before" is neither. English and
//! Spanish, the spellings of North America.

use domain::{ArrivalWindow, Timestamp, civil, tz::TimeZone};

/// The first words of a text that name another day or hour than a window has; none when all of them agree.
pub(crate) fn other_than(
    text: &str,
    window: ArrivalWindow,
    now: Timestamp,
    zone: &TimeZone,
) -> Option<String> {
    let tokens = tokens(text);
    let from = window.start().to_zoned(zone.clone());
    let to = window.end().to_zoned(zone.clone());
    let minute = |at: &jiff::Zoned| i32::from(at.hour()) * 60 + i32::from(at.minute());
    let mut booked = (minute(&from), minute(&to));
    if booked.1 <= booked.0 {
        booked.1 += 24 * 60;
    }
    let days = Days { booked: from.date(), today: now.to_zoned(zone.clone()).date() };
    let mut at = 0;
    while at < tokens.len() {
        let named = date(&tokens, at, &days).or_else(|| hours(&tokens, at, booked));
        let Some(named) = named else {
            at += 1;
            continue;
        };
        let end = at + named.length;
        if !named.agrees {
            let (first, last) = (&tokens[at], &tokens[end - 1]);
            return Some(text[first.start..last.end].to_owned());
        }
        at = end;
    }
    None
}

struct Days {
    booked: civil::Date,
    today: civil::Date,
}

/// Something that was named, by how many tokens.
struct Named {
    length: usize,
    agrees: bool,
}

/// A word, a number, or a mark.
struct Token {
    text: String,
    number: Option<u32>,
    start: usize,
    end: usize,
}

fn tokens(text: &str) -> Vec<Token> {
    #[derive(PartialEq, Clone, Copy)]
    enum Kind {
        Letter,
        Digit,
        Space,
        Mark,
    }
    let kind = |letter: char| match letter {
        _ if letter.is_ascii_digit() => Kind::Digit,
        _ if letter.is_alphabetic() => Kind::Letter,
        _ if letter.is_whitespace() => Kind::Space,
        _ => Kind::Mark,
    };
    let mut tokens: Vec<(Kind, Token)> = Vec::new();
    for (start, letter) in text.char_indices() {
        let (kind, end) = (kind(letter), start + letter.len_utf8());
        match tokens.last_mut() {
            Some((last, token)) if *last == kind && kind != Kind::Mark => token.end = end,
            _ => tokens.push((kind, Token { text: String::new(), number: None, start, end })),
        }
    }
    tokens.retain(|(kind, _)| *kind != Kind::Space);
    let finish = |(kind, mut token): (Kind, Token)| {
        token.text = text[token.start..token.end].to_lowercase();
        token.number = (kind == Kind::Digit).then(|| token.text.parse().ok()).flatten();
        token
    };
    tokens.into_iter().map(finish).collect()
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.text.as_str())
}

fn number(tokens: &[Token], at: usize) -> Option<u32> {
    tokens.get(at).and_then(|token| token.number)
}

/// Whether a token follows the one before it without a space.
fn touches(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens.get(at).is_some_and(|token| tokens[at - 1].end == token.start)
}

const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mondays", "mon", "lunes", "lun"],
    &["tuesday", "tuesdays", "tue", "tues", "martes"],
    &["wednesday", "wednesdays", "wed", "miércoles", "miercoles", "mié"],
    &["thursday", "thursdays", "thu", "thur", "thurs", "jueves", "jue"],
    &["friday", "fridays", "fri", "viernes", "vie"],
    &["saturday", "saturdays", "sat", "sábado", "sabado", "sáb"],
    &["sunday", "sundays", "sun", "domingo", "dom"],
];

const MONTHS: [&[&str]; 12] = [
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

fn place_of(list: &[&[&str]], word: &str) -> Option<usize> {
    list.iter().position(|spellings| spellings.contains(&word))
}

fn date(tokens: &[Token], at: usize, days: &Days) -> Option<Named> {
    let first = word(tokens, at);
    let named = |length, date: Option<civil::Date>| Some(Named { length, agrees: date == Some(days.booked) });
    match first {
        "today" | "tonight" | "hoy" => return named(1, Some(days.today)),
        "tomorrow" => return named(1, days.today.tomorrow().ok()),
        // "Por la mañana" is a time of day.
        "mañana" if at == 0 || word(tokens, at - 1) != "la" => return named(1, days.today.tomorrow().ok()),
        _ => {}
    }
    if let Some((length, month, day)) = month_and_day(tokens, at) {
        let agrees = (month, day) == (days.booked.month(), days.booked.day());
        return Some(Named { length, agrees });
    }
    let weekday = place_of(&WEEKDAYS, first)?;
    // "Sat" and "sun" are words of their own unless a date or hour follows.
    let after = if matches!(word(tokens, at + 1), "." | ",") { at + 2 } else { at + 1 };
    let dated = number(tokens, after).is_some() || month_and_day(tokens, after).is_some();
    if first.chars().count() <= 5 && !matches!(first, "lunes") && !dated {
        return None;
    }
    let booked = days.booked.weekday().to_monday_zero_offset() as usize;
    Some(Named { length: 1, agrees: weekday == booked })
}

/// `Nov 22`, `November 22nd`, `22 Nov`, `22 de noviembre`, `11/22`, `11/22/2026`, `2026-11-22`.
fn month_and_day(tokens: &[Token], at: usize) -> Option<(usize, i8, i8)> {
    let small = |number: u32| i8::try_from(number).ok();
    let day = |at| number(tokens, at).filter(|day| (1..=31).contains(day)).and_then(small);
    let month = |at| place_of(&MONTHS, word(tokens, at)).and_then(|month| i8::try_from(month + 1).ok());
    if let Some(month) = month(at) {
        let dot = usize::from(word(tokens, at + 1) == ".");
        return day(at + 1 + dot).map(|day| (2 + dot, month, day));
    }
    let first = number(tokens, at)?;
    if let Some(month) = month(at + 1) {
        return Some((2, month, day(at)?));
    }
    if word(tokens, at + 1) == "de"
        && let Some(month) = month(at + 2)
    {
        return Some((3, month, day(at)?));
    }
    if word(tokens, at + 1) == "/" && touches(tokens, at + 1) && touches(tokens, at + 2) {
        let month = small(first).filter(|month| (1..=12).contains(month))?;
        let year = usize::from(word(tokens, at + 3) == "/" && number(tokens, at + 4).is_some());
        return Some((3 + 2 * year, month, day(at + 2)?));
    }
    let is_year = (2000..2100).contains(&first);
    if is_year && word(tokens, at + 1) == "-" && word(tokens, at + 3) == "-" {
        let month = number(tokens, at + 2).and_then(small).filter(|month| (1..=12).contains(month))?;
        return Some((5, month, day(at + 4)?));
    }
    None
}

/// An hour as it was named: minutes after midnight, and whether it may as well be twelve hours later.
#[derive(Clone, Copy)]
struct Hour {
    minutes: i32,
    /// Nobody said which half of the day.
    open: bool,
    /// Surely an hour: it has minutes or a half of the day.
    sure: bool,
}

impl Hour {
    fn is(self, minutes: i32) -> bool {
        let same = |named: i32| (named - minutes).rem_euclid(24 * 60) == 0;
        same(self.minutes) || (self.open && same(self.minutes + 12 * 60))
    }

    fn lies_in(self, (from, to): (i32, i32)) -> bool {
        let inside = |named: i32| (from..=to).contains(&named) || (from..=to).contains(&(named + 24 * 60));
        inside(self.minutes) || (self.open && inside(self.minutes + 12 * 60))
    }
}

fn hours(tokens: &[Token], at: usize, booked: (i32, i32)) -> Option<Named> {
    if matches!(word(tokens, at), "noon" | "mediodía" | "mediodia") {
        let noon = Hour { minutes: 12 * 60, open: false, sure: true };
        return Some(Named { length: 1, agrees: noon.lies_in(booked) });
    }
    // A number that hangs on another, as in a phone, is no hour.
    let hangs = at > 0 && touches(tokens, at) && matches!(word(tokens, at - 1), "-" | "+" | "#" | "$" | "/");
    if hangs {
        return None;
    }
    let (mut first, length) = hour(tokens, at)?;
    let mut end = at + length;
    let joined =
        matches!(word(tokens, end), "-" | "–" | "—" | "to" | "and" | "a" | "y" | "until" | "till" | "hasta");
    if joined {
        let las = usize::from(matches!(word(tokens, end + 1), "las" | "la"));
        if let Some((second, more)) = hour(tokens, end + 1 + las)
            && (first.sure || second.sure || cued(tokens, at) || word(tokens, end) != "-")
            && !counts(tokens, end + 1 + las + more)
            && !hangs_on(tokens, end + 1 + las + more)
        {
            end += 1 + las + more;
            // "8–10 am": the half of the day is said once.
            if first.open && !second.open {
                let half = if second.minutes >= 12 * 60 { 12 * 60 } else { 0 };
                first.minutes = first.minutes.rem_euclid(12 * 60) + half;
                if first.minutes > second.minutes {
                    first.minutes -= 12 * 60;
                }
                first.open = false;
            }
            let agrees = first.is(booked.0) && second.is(booked.1);
            return Some(Named { length: end - at, agrees });
        }
    }
    let alone = first.sure || (cued(tokens, at) && ends_there(tokens, end));
    (alone && !counts(tokens, end)).then(|| Named { length, agrees: first.lies_in(booked) })
}

/// `8`, `8:30`, `8 am`, `8 a. m.`, `20:00`, with how many tokens it takes.
fn hour(tokens: &[Token], at: usize) -> Option<(Hour, usize)> {
    let hour = i32::try_from(number(tokens, at)?).ok().filter(|hour| (0..=24).contains(hour))?;
    let mut length = 1;
    let mut minutes = 0;
    let mut sure = false;
    if word(tokens, at + 1) == ":" && touches(tokens, at + 1) && word(tokens, at + 2).len() == 2 {
        minutes =
            number(tokens, at + 2).and_then(|minutes| i32::try_from(minutes).ok()).filter(|m| *m < 60)?;
        (length, sure) = (3, true);
    }
    let half = word(tokens, at + length);
    let (late, more) = match half {
        "am" => (Some(false), 1),
        "pm" => (Some(true), 1),
        "a" | "p" => {
            let dot = usize::from(word(tokens, at + length + 1) == ".");
            let m = word(tokens, at + length + 1 + dot) == "m" && dot == 1;
            let end = usize::from(word(tokens, at + length + 2 + dot) == ".");
            if m { (Some(half == "p"), 2 + dot + end) } else { (None, 0) }
        }
        "o" if word(tokens, at + length + 2) == "clock" => (None, 3),
        _ => (None, 0),
    };
    sure |= more > 0;
    let minutes = match late {
        Some(late) => hour.rem_euclid(12) * 60 + minutes + if late { 12 * 60 } else { 0 },
        None => hour * 60 + minutes,
    };
    let open = late.is_none() && (1..=12).contains(&hour);
    Some((Hour { minutes, open, sure }, length + more))
}

/// Whether a word before says that an hour follows.
fn cued(tokens: &[Token], at: usize) -> bool {
    const CUES: &[&str] =
        &["at", "by", "around", "before", "after", "between", "from", "until", "las", "de", "entre"];
    at > 0 && CUES.contains(&word(tokens, at - 1))
}

/// Whether nothing that could make a number part of an address or a count follows.
fn ends_there(tokens: &[Token], at: usize) -> bool {
    at >= tokens.len() || matches!(word(tokens, at), "." | "," | ";" | "!" | "?")
}

/// Whether a number counts something.
fn counts(tokens: &[Token], at: usize) -> bool {
    const UNITS: &[&str] = &[
        "min", "mins", "minute", "minutes", "minuto", "minutos", "hour", "hours", "hora", "horas", "day",
        "days", "días", "dias", "year", "years", "percent", "%", "dollars", "miles",
    ];
    UNITS.contains(&word(tokens, at))
}

/// Whether a number goes on as a longer one: a phone.
fn hangs_on(tokens: &[Token], at: usize) -> bool {
    word(tokens, at) == "-" && number(tokens, at + 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday, November 23, 8–10 am in Columbus, looked at on Saturday.
    fn check(text: &str, expected: Option<&str>) {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let window =
            ArrivalWindow::new(at("2026-11-23T08:00:00-05:00"), at("2026-11-23T10:00:00-05:00")).unwrap();
        let zone = TimeZone::get("America/New_York").unwrap();
        let found = other_than(text, window, at("2026-11-21T10:00:00-05:00"), &zone);
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn another_day_is_found() {
        check("A technician will arrive Sun 22 Nov 8:00–10:00.", Some("Sun"));
        check("See you Sunday morning!", Some("Sunday"));
        check("We come on November 22nd.", Some("November 22"));
        check("We come on 11/22.", Some("11/22"));
        check("We come on 2026-11-24.", Some("2026-11-24"));
        check("Un técnico llegará el domingo 22 de noviembre", Some("domingo"));
        check("Llegamos el 22 de noviembre", Some("22 de noviembre"));
        check("We come tomorrow.", Some("tomorrow"));
        check("Llegamos mañana.", Some("mañana"));
        check("We moved you from Sunday to Monday, Nov 23", Some("Sunday"));
    }

    #[test]
    fn another_hour_is_found() {
        check("Monday, Nov 23, 10 am–12 pm", Some("10 am–12 pm"));
        check("Monday 1–3 pm", Some("1–3 pm"));
        check("Monday between 8 and 12", Some("8 and 12"));
        check("We are there at 11 am.", Some("11 am"));
        check("We are there at 3.", Some("3"));
        check("lunes, de 10 a 12", Some("10 a 12"));
        check("lunes a las 4 p. m.", Some("4 p. m."));
        check("around noon", Some("noon"));
        check("Monday 8:00–12:00", Some("8:00–12:00"));
    }

    #[test]
    fn the_booked_window_in_any_spelling_agrees() {
        check("A technician will arrive Monday, Nov 23, 8–10 am at 1418 Summit St about: no heat.", None);
        check("Mon 23 Nov 8:00–10:00", None);
        check("Monday the 23rd, between 8 and 10", None);
        check("el lunes 23 de noviembre, de 8 a 10 a. m.", None);
        check("We come on 11/23/2026 at 9 am.", None);
        check("Por la mañana, entre las 8 y las 10", None);
    }

    #[test]
    fn what_is_no_time_is_left_alone() {
        check("See you soon. The Buckeyes.", None);
        check("Reply here or call (614) 555-0127 or 614-555-0127. Call 1-800-555-0100.", None);
        check("We call 10 to 20 minutes before, at 12 Main St.", None);
        check("It costs $89, 5 days warranty, unit 7. The sun may shine; we sat down.", None);
        check("", None);
    }
}
