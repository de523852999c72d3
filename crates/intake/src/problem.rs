//! The problem in the customer's own words: the sentence that tells it best.

use crate::conversation::{Conversation, Heard};
use crate::sentence;
use crate::token::Tokens;
use domain::{Reading, Source};

/// Word beginnings that tell of trouble or of work wanted.
const TELLING: &[&str] = &[
    "leak",
    "drip",
    "clog",
    "broke",
    "broken",
    "stop",
    "quit",
    "work",
    "replac",
    "install",
    "repair",
    "fix",
    "nois",
    "smell",
    "spark",
    "trip",
    "flood",
    "overflow",
    "back",
    "heat",
    "cold",
    "cool",
    "furnace",
    "water",
    "toilet",
    "sink",
    "outlet",
    "breaker",
    "panel",
    "heater",
    "drain",
    "pipe",
    "faucet",
    "thermostat",
    "charger",
    "quote",
    "estimate",
    "tune",
    "mainten",
    "inspect",
    "gas",
    "alarm",
    "burst",
    "power",
    "light",
    "fan",
    "pump",
    "loud",
    "bang",
    "hum",
    "freez",
    "hot",
    "shut",
    "flush",
    "calefac",
    "agua",
    "fuga",
    "luz",
    "gotea",
    "tapad",
    "descompu",
    "funciona",
    "huele",
    "boiler",
    "ac",
    "unit",
    "wir",
    "sewer",
    "disposal",
    "shower",
    "tub",
];
/// Word beginnings that speak of the caller or the appointment.
const BESIDE: &[&str] = &[
    "name", "number", "address", "call", "thank", "hello", "hi", "zip", "email", "live", "reach", "phone",
    "gracias", "bye",
];

/// The most telling sentence; the one around `kind`, the evidence of the job type, before all others.
pub(crate) fn find(conversation: &Conversation<'_>, kind: Option<&Source>) -> Option<Reading<String>> {
    let mut best: Option<(i32, &Heard<'_>, usize, usize)> = None;
    for heard in conversation.customer() {
        let tokens = &heard.tokens;
        let mut at = 0;
        while at < tokens.len() {
            let last = unit_end(tokens, at);
            let points = points(heard, at, last, kind);
            if points > 0 && best.as_ref().is_none_or(|(most, ..)| points > *most) {
                best = Some((points, heard, at, last));
            }
            at = last + 1;
            while at < tokens.len() && tokens.any(at, &[".", "!", "?", ",", ";", "-"]) {
                at += 1;
            }
        }
    }
    let (points, heard, first, last) = best?;
    let confidence = (600 + 60 * points.min(5)) as u16;
    Some(heard.reading(sentence::tidy(heard.tokens.written(first, last)), confidence, first, last))
}

/// A sentence longer than this is told clause by clause.
const LONG: usize = 24;

/// The last token of the sentence that begins at `at`, or of its clause when the sentence is long.
fn unit_end(tokens: &Tokens<'_>, at: usize) -> usize {
    let (_, last) = sentence::around(tokens, at);
    if last - at > LONG { sentence::clause(tokens, at).1 } else { last }
}

fn points(heard: &Heard<'_>, first: usize, last: usize, kind: Option<&Source>) -> i32 {
    let tokens = &heard.tokens;
    let begins = |at: usize, list: &[&str]| {
        let word = tokens.normal(at);
        list.iter().any(|stem| word == *stem || (stem.len() > 2 && word.starts_with(stem)))
    };
    let telling = (first..=last).filter(|at| begins(*at, TELLING)).count().min(4) as i32;
    let beside = (first..=last).filter(|at| begins(*at, BESIDE)).count().min(3) as i32;
    let holds_kind = match kind {
        Some(Source::Words(words)) => {
            words.turn as usize == heard.turn
                && tokens.get(first).is_some_and(|token| token.start <= words.start as usize)
                && tokens.get(last).is_some_and(|token| words.end as usize <= token.end)
        }
        _ => false,
    };
    if telling == 0 && !holds_kind {
        return 0;
    }
    (2 * telling - beside + if holds_kind { 4 } else { 0 }).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Speaker, Turn};

    fn check(text: &str, expect: &str) {
        let turns = [Turn { speaker: Speaker::Customer, text: text.to_owned() }];
        let found = find(&Conversation::of(&turns, usize::MAX), None);
        assert_eq!(found.map(|reading| reading.value).unwrap_or_default(), expect, "{text}");
    }

    #[test]
    fn the_telling_sentence_is_the_problem() {
        check(
            "Hi my name is Ron. The kitchen sink is leaking under the cabinet. Call me.",
            "The kitchen sink is leaking under the cabinet",
        );
        check("toilet clogged", "toilet clogged");
        check("Hi, this is Ann. Call me please.", "");
        check("", "");
    }
}
