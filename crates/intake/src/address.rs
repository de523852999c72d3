//! The service address: number, street, unit, city, state, ZIP; corrections included.
//!
//! The line is brought into one form (`1418 Summit St Apt 2`, directions and kinds of street short) so that places compare;
//! the evidence keeps the customer's own words. Parts that were not said stay empty.

use crate::conversation::{Conversation, Heard};
use crate::token::{Kind, Tokens};
use crate::{correction, name, spoken, street};
use domain::{Address, Reading};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words of a street's name at most: "Martin Luther King Jr".
const NAME_WORDS: usize = 4;
/// A house number has at most this many digits.
const NUMBER_DIGITS: usize = 5;

/// Words before a number that say a place follows, so that it needs no kind of street.
const CUES: &[&str] = &[
    "at",
    "address",
    "live",
    "lives",
    "house",
    "to",
    "by",
    "is",
    "its",
    "located",
    "on",
    "place",
    "property",
    "vivo",
    "direccion",
    "en",
    "es",
    ":",
    "im",
    "were",
];
/// Words that are no street's name.
static NOT_A_STREET: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "\
    am pm a the and or to is are i im we my our it its degrees years year yrs days day hours hour hrs \
    minutes min weeks week months month people units of in on at for with if but not no please thanks \
    phone cell o oclock other more times rooms bedroom bedrooms bath inch inches feet ft gallon gallons \
    amp amps volt volts percent dollars bucks ppm ton tons old this that next today tomorrow monday \
    tuesday wednesday thursday friday saturday sunday works would will can was has have there when \
    because so than then be do as calls kids cats dogs toilets sinks outlets furnaces ac zip que y de mi \
    la el anos grados unit apt apartment suite thats he she they call text after before story car foot \
    wire square sq button star stars family wait sorry"
        .split_whitespace()
        .collect()
});

/// The address stated last; none when nothing in the words is an address.
pub(crate) fn find(conversation: &Conversation<'_>) -> Option<Reading<Address>> {
    let mut best: Option<(Reading<Address>, u32)> = None;
    for heard in conversation.customer() {
        let asked = conversation
            .question_before(heard.turn)
            .is_some_and(|question| asks_for_address(&question.tokens));
        for (reading, completeness) in in_turn(heard, asked) {
            let better = best
                .as_ref()
                .is_none_or(|(known, most)| reading.confidence >= known.confidence || completeness > *most);
            if better {
                best = Some((reading, completeness));
            }
        }
    }
    let (mut reading, _) = best?;
    fill_zip(conversation, &mut reading.value);
    Some(reading)
}

/// The address in a box.
pub(crate) fn in_field(text: &str) -> Option<Address> {
    let tokens = Tokens::bounded(text, 200);
    (0..tokens.len()).find_map(|at| at_number(&tokens, at, true)).map(|found| found.address)
}

struct Found {
    address: Address,
    first: usize,
    last: usize,
    has_suffix: bool,
}

fn in_turn(heard: &Heard<'_>, asked: bool) -> Vec<(Reading<Address>, u32)> {
    let tokens = &heard.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let cued = at > 0 && tokens.any(at - 1, CUES) || asked && at < 4;
        let Some(mut hit) = at_number(tokens, at, cued) else {
            at += 1;
            continue;
        };
        take_back(tokens, &mut hit);
        let parts = [&hit.address.city, &hit.address.state, &hit.address.zip];
        let known = parts.iter().filter(|part| !part.is_empty()).count();
        let confidence = 600 + 200 * u16::from(hit.has_suffix) + 50 * known as u16;
        at = hit.last + 1;
        found.push((heard.reading(hit.address, confidence, hit.first, hit.last), known as u32));
    }
    found
}

/// The address whose house number begins at `at`. `cued` says that a place is expected here.
fn at_number(tokens: &Tokens<'_>, at: usize, cued: bool) -> Option<Found> {
    if at > 0 && tokens.any(at - 1, &["$", "#", "-", "/", ":", ".", "+", "@"]) && !tokens.get(at)?.spaced {
        return None;
    }
    let (number, mut next, written) = house_number(tokens, at)?;
    let (first, number) = before_not(tokens, at, &number).unwrap_or((at, number));
    if tokens.is(next, ",") && written {
        next += 1;
    }
    let mut words: Vec<String> = Vec::new();
    let (mut has_suffix, mut last, mut names, mut abbreviated) = (false, next, 0, false);
    while let Some((word, after, kind)) = street_word(tokens, next, words.is_empty()) {
        let kind = match kind {
            // "1011 Pike Street": here a kind of street is the name.
            Part::Suffix if names == 0 && street::suffix(tokens.normal(after)).is_some() => Part::Name,
            Part::Suffix if names == 0 && word != "Broadway" => break,
            kind => kind,
        };
        names += usize::from(kind == Part::Name);
        if names > NAME_WORDS || (tokens.begins_sentence(next) && !words.is_empty() && !abbreviated) {
            break;
        }
        abbreviated = kind == Part::Direction;
        words.push(word);
        (last, next) = (after - 1, after);
        if kind == Part::Suffix {
            has_suffix = true;
            // "Oakland Park Ave": a kind of street may also stand inside the name.
            if tokens.kind(next) != Some(Kind::Word) || street::suffix(tokens.normal(next)).is_none() {
                break;
            }
        } else if kind == Part::Name && names > 0 && !has_suffix && !suffix_ahead(tokens, next) {
            break;
        }
    }
    if !words.iter().any(|word| word.len() > 2) || !(has_suffix || cued && names > 0) {
        return None;
    }
    if !has_suffix && !written {
        return None;
    }
    if has_suffix
        && street::direction(tokens.normal(next)).is_some()
        && tokens.normal(next).len() <= 2
        && !tokens.begins_sentence(next)
    {
        words.push(tokens.normal(next).to_uppercase());
        (last, next) = (next, next + 1);
    }
    let mut address = Address { line: format!("{number} {}", words.join(" ")), ..Address::default() };
    (last, next) = unit(tokens, next, last, &mut address.line);
    last = place(tokens, next, last, &mut address);
    Some(Found { address, first, last, has_suffix })
}

/// The house number at `at`, the token after it, and whether it is written in digits.
fn house_number(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize, bool)> {
    if tokens.kind(at)? == Kind::Number {
        let number = tokens.normal(at).to_owned();
        let next = tokens.get(at + 1)?;
        let joined = !next.spaced
            && tokens.any(at + 1, &[":", "/", "-", "%", "°", "am", "pm", "th", "st", "nd", "rd"]);
        let ordinal_street = tokens.any(at + 1, &["th", "nd", "rd"]) && !next.spaced;
        if number.len() > NUMBER_DIGITS || joined || ordinal_street || number.starts_with('0') {
            return None;
        }
        let letter =
            !next.spaced && tokens.kind(at + 1) == Some(Kind::Word) && tokens.normal(at + 1).len() == 1;
        return Some(if letter {
            (format!("{number}{}", tokens.normal(at + 1).to_uppercase()), at + 2, true)
        } else {
            (number, at + 1, true)
        });
    }
    let (mut digits, mut next) = spoken::piece(tokens, at)?;
    while let Some((more, after)) = spoken::piece(tokens, next) {
        if tokens.kind(next) == Some(Kind::Number) || digits.len() > NUMBER_DIGITS {
            break;
        }
        digits += &more;
        next = after;
    }
    // A spoken "two" before a word is rarely a house; "fourteen eighteen" is.
    ((3..=NUMBER_DIGITS).contains(&digits.len())).then_some((digits, next, false))
}

#[derive(PartialEq, Clone, Copy)]
enum Part {
    Direction,
    Name,
    Suffix,
}

/// One word of a street's name in its short form, and the token after it.
fn street_word(tokens: &Tokens<'_>, at: usize, begins: bool) -> Option<(String, usize, Part)> {
    let dot = |after: usize| {
        after + usize::from(tokens.is(after, ".") && tokens.get(after).is_some_and(|token| !token.spaced))
    };
    let word = tokens.normal(at);
    if tokens.kind(at)? == Kind::Number {
        let ordinal = tokens.any(at + 1, &["th", "st", "nd", "rd"]) && !tokens.get(at + 1)?.spaced;
        return ordinal.then(|| (format!("{word}{}", tokens.normal(at + 1)), at + 2, Part::Name));
    }
    if tokens.kind(at)? != Kind::Word || NOT_A_STREET.contains(&word) {
        return None;
    }
    if begins && let Some(short) = street::direction(word) {
        return Some((short.to_owned(), dot(at + 1), Part::Direction));
    }
    if let Some(short) = street::suffix(word) {
        return Some((short.to_owned(), dot(at + 1), Part::Suffix));
    }
    if let Some(ordinal) = ordinal(word) {
        return Some((ordinal.to_owned(), at + 1, Part::Name));
    }
    Some((name::tidy(tokens.written(at, at)), dot_inside(tokens, at + 1), Part::Name))
}

/// Skips the full stop of "Dr. King" inside a name, but not one that ends the sentence.
fn dot_inside(tokens: &Tokens<'_>, at: usize) -> usize {
    at + usize::from(
        tokens.is(at, ".") && tokens.normal(at - 1).len() <= 2 && tokens.kind(at + 1) == Some(Kind::Word),
    )
}

fn ordinal(word: &str) -> Option<&'static str> {
    const ORDINALS: &[(&str, &str)] = &[
        ("first", "1st"),
        ("second", "2nd"),
        ("third", "3rd"),
        ("fourth", "4th"),
        ("fifth", "5th"),
        ("sixth", "6th"),
        ("seventh", "7th"),
        ("eighth", "8th"),
        ("ninth", "9th"),
        ("tenth", "10th"),
        ("eleventh", "11th"),
        ("twelfth", "12th"),
        ("thirteenth", "13th"),
        ("fifteenth", "15th"),
        ("sixteenth", "16th"),
    ];
    ORDINALS.iter().find(|(said, _)| *said == word).map(|(_, short)| *short)
}

/// Whether a kind of street comes within the words a name may still have.
fn suffix_ahead(tokens: &Tokens<'_>, from: usize) -> bool {
    (from..from + NAME_WORDS)
        .take_while(|at| {
            matches!(tokens.kind(*at), Some(Kind::Word))
                && !NOT_A_STREET.contains(tokens.normal(*at))
                && !tokens.begins_sentence(*at)
        })
        .any(|at| street::suffix(tokens.normal(at)).is_some())
}

/// "1418, not 1480, Summit": the number meant and where it begins, when `denied` at `at` stands after "not".
fn before_not(tokens: &Tokens<'_>, at: usize, denied: &str) -> Option<(usize, String)> {
    let not = at.checked_sub(1).filter(|not| tokens.is(*not, "not"))?;
    let meant = (not.saturating_sub(2)..not).find(|index| tokens.kind(*index) == Some(Kind::Number))?;
    (tokens.normal(meant) != denied && tokens.normal(meant).len() <= NUMBER_DIGITS)
        .then(|| (meant, tokens.normal(meant).to_owned()))
}

/// A number that is taken back after the address: "1480 Summit, no wait, 1418" or "that's 1418, not 1480".
fn take_back(tokens: &Tokens<'_>, hit: &mut Found) {
    let Some((old, rest)) = hit.address.line.split_once(' ') else { return };
    let is_number = |at: usize| {
        tokens.kind(at) == Some(Kind::Number) && (2..=NUMBER_DIGITS).contains(&tokens.normal(at).len())
    };
    let said_not = (hit.last + 1..(hit.last + 40).min(tokens.len())).find_map(|at| {
        let meant = tokens.is(at, "not") && tokens.is(at + 1, old);
        let better = (at.saturating_sub(2)..at).rev().find(|index| is_number(*index))?;
        (meant && better > hit.last).then_some((better, at + 1))
    });
    let taken_back = correction::after(tokens, hit.last + 1).filter(|at| {
        is_number(*at)
            && !tokens.any(at + 1, &["am", "pm", ":", "-", "/"])
            && street_word(tokens, at + 1, true).is_none()
    });
    if let Some((better, last)) = said_not.or(taken_back.map(|at| (at, at))) {
        hit.address.line = format!("{} {rest}", tokens.normal(better));
        hit.last = last;
    }
}

/// Adds a unit to the line; the last token and the next.
fn unit(tokens: &Tokens<'_>, next: usize, last: usize, line: &mut String) -> (usize, usize) {
    let at = next + usize::from(tokens.is(next, ","));
    let Some(short) = street::unit(tokens.normal(at)) else { return (last, next) };
    let mut value = at + 1 + usize::from(tokens.any(at + 1, &[".", "#", "number"]));
    let begin = value;
    let mut text = String::new();
    while value < begin + 2
        && matches!(tokens.kind(value), Some(Kind::Word | Kind::Number))
        && (value == begin || tokens.get(value).is_some_and(|token| !token.spaced))
    {
        text += &tokens.normal(value).to_uppercase();
        value += 1;
    }
    if text.is_empty() || text.len() > 5 {
        return (last, next);
    }
    *line += &if short == "#" { format!(" #{text}") } else { format!(" {short} {text}") };
    (value - 1, value)
}

/// Reads city, state and ZIP that follow; the last token of them.
fn place(tokens: &Tokens<'_>, next: usize, last: usize, address: &mut Address) -> usize {
    let mut at = next;
    let mut last = last;
    let comma = tokens.any(at, &[",", "."]) || tokens.get(at).is_some_and(|token| token.line);
    at += usize::from(tokens.any(at, &[",", "."]));
    let inside = tokens.any(at, &["in", "en"]);
    at += usize::from(inside);
    let city_from = at;
    while at < city_from + 3 && city_word(tokens, at) && state_at(tokens, at).is_none() {
        at += 1;
    }
    let city_to = at;
    let after_city = at + usize::from(tokens.is(at, ","));
    let state = state_at(tokens, after_city);
    let after_state =
        state.as_ref().map_or(after_city, |(_, end)| *end + usize::from(tokens.any(*end, &[",", "."])));
    let zip = zip_at(tokens, after_state);
    let ends = at >= tokens.len()
        || tokens.kind(at) == Some(Kind::Mark)
        || tokens.get(at).is_some_and(|token| token.line);
    let upper = tokens.written(city_from, city_from).starts_with(char::is_uppercase);
    if city_to > city_from && (state.is_some() || zip.is_some() || ((comma || inside) && upper && ends)) {
        address.city = name::tidy(tokens.written(city_from, city_to - 1));
        last = city_to - 1;
    } else if city_to > city_from {
        return last;
    }
    if let Some((code, end)) = state {
        address.state = code;
        last = end - 1;
    }
    if let Some((zip, end)) = zip {
        address.zip = zip;
        last = end;
    }
    last
}

fn city_word(tokens: &Tokens<'_>, at: usize) -> bool {
    const NOT_A_CITY: &[&str] = &[
        "zip", "phone", "cell", "my", "i", "im", "we", "the", "and", "our", "it", "thanks", "thank",
        "please", "need", "call", "can", "no", "yes", "hi", "there", "apt", "a", "an", "is", "to", "you",
        "name", "email", "this",
    ];
    tokens.kind(at) == Some(Kind::Word)
        && !tokens.any(at, NOT_A_CITY)
        && (at == 0 || !tokens.get(at).is_some_and(|token| token.line) || !tokens.is(at - 1, "."))
}

/// The state at a token and the token after it. Two letters count in capitals or before a ZIP code: "in", "or" and "ok" are words.
fn state_at(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    if let Some((code, words)) = street::state(tokens.normal(at), tokens.normal(at + 1)) {
        return Some((code.to_owned(), at + words));
    }
    let code = tokens.normal(at).to_uppercase();
    let sure = tokens.written(at, at) == code || zip_at(tokens, at + 1).is_some() || tokens.is(at, "oh");
    (code.len() == 2 && sure && street::is_state_code(&code)).then_some((code, at + 1))
}

/// A ZIP code and its last token.
fn zip_at(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    let at = at + usize::from(tokens.any(at, &["zip", "zipcode"]));
    let zip = tokens.normal(at);
    let five = tokens.kind(at)? == Kind::Number && zip.len() == 5;
    let plus_four = tokens.is(at + 1, "-")
        && tokens.kind(at + 2) == Some(Kind::Number)
        && tokens.normal(at + 2).len() == 4
        && !tokens.get(at + 2)?.spaced;
    five.then(|| (zip.to_owned(), at + if plus_four { 2 } else { 0 }))
}

/// A ZIP code said apart from the street: "zip is 43201".
fn fill_zip(conversation: &Conversation<'_>, address: &mut Address) {
    if !address.zip.is_empty() {
        return;
    }
    for heard in conversation.customer() {
        let tokens = &heard.tokens;
        let asked = conversation
            .question_before(heard.turn)
            .is_some_and(|question| (0..question.tokens.len()).any(|at| question.tokens.is(at, "zip")));
        for at in 0..tokens.len() {
            let cue = tokens.any(at, &["zip", "zipcode", "postal"]);
            let window = if cue {
                at..at + 5
            } else if asked {
                at..at + 1
            } else {
                continue;
            };
            if let Some((zip, _)) = window.into_iter().find_map(|index| zip_at(tokens, index)) {
                address.zip = zip;
            }
        }
    }
}

fn asks_for_address(question: &Tokens<'_>) -> bool {
    (0..question.len())
        .any(|at| question.any(at, &["address", "street", "direccion", "where", "located", "donde"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Speaker, Turn};

    /// Turns are separated by ` / `; an agent's begins with `A:`.
    fn check(text: &str, expect: &str) {
        let turns: Vec<Turn> = text
            .split(" / ")
            .map(|part| match part.strip_prefix("A:") {
                Some(said) => Turn { speaker: Speaker::Agent, text: said.to_owned() },
                None => Turn { speaker: Speaker::Customer, text: part.to_owned() },
            })
            .collect();
        let found = find(&Conversation::of(&turns, usize::MAX));
        assert_eq!(found.map(|reading| reading.value.to_string()).unwrap_or_default(), expect, "{text}");
    }

    #[test]
    fn addresses_are_read_with_their_parts() {
        check("I'm at 1418 Summit", "1418 Summit");
        check("we live at 1418 summit street", "1418 Summit St");
        check("1418 Summit St Apt 2B, Columbus, OH 43201", "1418 Summit St Apt 2B, Columbus, OH 43201");
        check(
            "address is 856 E Livingston Ave Columbus Ohio 43205 thanks",
            "856 E Livingston Ave, Columbus, OH 43205",
        );
        check("871 N. 4th St., Columbus. Please call", "871 N 4th St, Columbus");
        check("come out to 233 oakland park ave", "233 Oakland Park Ave");
        check("2210 Neil Ave #3", "2210 Neil Ave #3");
        check("address: 1000 s high st, 43206", "1000 S High St 43206");
        check("45 west fifth avenue unit 4, zip 43201", "45 W 5th Ave Unit 4 43201");
        check("My house is 519 Kossuth Street. The zip code is 43206", "519 Kossuth St 43206");
        check("vivo en 1533 Parsons Ave en Columbus", "1533 Parsons Ave, Columbus");
        check("A:What's the address? / 612 E Whittier", "612 E Whittier");
        check("A:address? / 612 E Whittier St / A:And the zip? / 43206", "612 E Whittier St 43206");
        check("88 W Broad St\nColumbus OH 43215", "88 W Broad St, Columbus, OH 43215");
        check("fourteen eighteen summit street", "1418 Summit St");
        check("1011 Pike Street", "1011 Pike St");
        check("1420 Weber Rd in Clintonville", "1420 Weber Rd, Clintonville");
    }

    #[test]
    fn what_is_taken_back_is_corrected() {
        check("1418, not 1480, Summit St", "1418 Summit St");
        check("1418 not 1480 Summit St", "1418 Summit St");
        check("1480 Summit St, no wait, 1418", "1418 Summit St");
        check("it's 1480 Summit St. sorry, that's 1418 not 1480", "1418 Summit St");
        check("1480, no wait, 1418 Summit St", "1418 Summit St");
        check("1480 Summit St / actually it's 950 Neil Ave", "950 Neil Ave");
    }

    #[test]
    fn other_numbers_are_no_addresses() {
        for text in [
            "",
            "614-555-0142",
            "between 8 and 10 tomorrow",
            "furnace is 25 years old",
            "at 3 on Tuesday",
            "2 toilets at my house",
            "at 5 pm",
            "it is 52 degrees in here",
            "40 gallon heater",
            "Nov 24th works",
            "I have two dogs",
            "come at 10 or 11",
        ] {
            check(text, "");
        }
    }
}
