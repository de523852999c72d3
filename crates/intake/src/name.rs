//! The caller's name: "this is …", "my name is …", a signature, or the bare answer to "who am I speaking with?".

use crate::conversation::{Conversation, Heard};
use crate::token::{Kind, Tokens};
use domain::Reading;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Cues after which a name follows for sure, however it is written.
const SURE: &[&[&str]] = &[
    &["my", "name", "is"],
    &["my", "names"],
    &["my", "name", "s"],
    &["the", "name", "is"],
    &["name", "is"],
    &["names"],
    &["name", ":"],
    &["name", "-"],
    &["customer", ":"],
    &["contact", ":"],
    &["me", "llamo"],
    &["mi", "nombre", "es"],
    &["nombre", ":"],
    &["ask", "for"],
    &["le", "habla"],
];
/// Cues after which a name may follow; without capitals it needs something that goes on like a name does.
const MAYBE: &[&[&str]] =
    &[&["this", "is"], &["its"], &["it", "is"], &["im"], &["i", "am"], &["hey", "its"], &["soy"], &["habla"]];
/// What stands before a name at the end of a letter.
const FAREWELLS: &[&str] = &[
    "thanks",
    "you",
    "sincerely",
    "regards",
    "best",
    "gracias",
    "saludos",
    "cheers",
    "respectfully",
    "atentamente",
];
/// What follows a name said after a weak cue in lower case: "this is marcy from Oak St".
const GOES_ON: &[&str] = &[
    "from", "calling", "with", "over", "here", "again", "on", "at", "and", "y", "de", "i", "im", "we", "my",
    "our", ",", ".", "uh", "um",
];
/// Words that no name begins or goes on with.
static NOT_A_NAME: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "\
    the a an about for my our your his her their not really very so just at in on of to from with and or \
    but because if is are was i im we were you it its he she they this that there here what where when \
    why how who urgent emergency important regarding re ridiculous unacceptable insane crazy bad good \
    great fine ok okay yes no yeah still also please thanks thank hi hello hey sorry sure cold hot \
    freezing leaking broken out off up down over like kind all getting going having looking trying \
    calling interested available free home house apartment renting tenant owner landlord customer member \
    new old second third first probably maybe actually only too pretty gonna wondering need have has \
    phone number cell email address zip street spelled last uh um well oh now today tomorrow monday \
    tuesday wednesday thursday friday saturday sunday morning afternoon usually been be can do does did \
    will would could should por el la los las un una y en mi su que con para esta tengo vivo estoy \
    urgente dueno water gas furnace heater heat ac toilet sink outlet service quote estimate after \
    before anytime right kinda concerned worried afraid happy done back two three one me us happening \
    dead making beeping sounding running coming sent reporting ready bye goodbye again everyone folks \
    guys sir maam lovely"
        .split_whitespace()
        .collect()
});
/// Titles that stand before a name.
const TITLES: &[&str] =
    &["mr", "mrs", "ms", "miss", "dr", "mister", "sr", "sra", "senor", "senora", "don", "dona"];
/// Small words inside a name.
const PARTICLES: &[&str] = &["de", "la", "del", "van", "von", "st", "mc", "o", "los"];

/// The name stated last by the customer; surer cues win over weaker ones.
pub(crate) fn find(conversation: &Conversation<'_>) -> Option<Reading<String>> {
    let mut best: Option<Reading<String>> = None;
    for heard in conversation.customer() {
        for reading in stated(heard).into_iter().chain(answered(conversation, heard)) {
            if best.as_ref().is_none_or(|known| reading.confidence >= known.confidence) {
                best = Some(reading);
            }
        }
    }
    best.or_else(|| conversation.customer().rev().find_map(signed))
}

fn stated(heard: &Heard<'_>) -> Vec<Reading<String>> {
    let tokens = &heard.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let cue =
            |cues: &[&[&str]]| cues.iter().filter(|cue| tokens.follow(at, cue)).map(|cue| cue.len()).max();
        if let Some(length) = cue(SURE) {
            let from = skip_filler(tokens, at + length);
            found.extend(name_at(tokens, from, true).map(|last| reading(heard, from, last, 950)));
        } else if let Some(length) = cue(MAYBE) {
            let from = skip_filler(tokens, at + length);
            if let Some(last) = name_at(tokens, from, false) {
                let bounded = tokens.any(last + 1, GOES_ON) || last + 1 >= tokens.len();
                let weak = tokens.any(at, &["im", "i", "its", "it"]);
                if begins_upper(tokens, from) || (bounded && !weak) {
                    found.push(reading(heard, from, last, if weak { 800 } else { 900 }));
                }
            }
        } else if tokens.any(at, &["here", "calling", "speaking"]) && at > 0 {
            found.extend(before_here(heard, at));
        }
    }
    found
}

/// "Dolores Ortega here", at the beginning of a sentence.
fn before_here(heard: &Heard<'_>, here: usize) -> Option<Reading<String>> {
    let tokens = &heard.tokens;
    let first = (here.saturating_sub(5)..here).find(|first| {
        (tokens.begins_sentence(*first) || tokens.any(first - 1, &[",", "hi", "hello", "hey"]))
            && begins_upper(tokens, *first)
            && name_at(tokens, *first, false).is_some_and(|last| last + 1 == here)
    })?;
    Some(reading(heard, first, here - 1, 850))
}

/// The bare answer to a question for the name.
fn answered(conversation: &Conversation<'_>, heard: &Heard<'_>) -> Option<Reading<String>> {
    let asked = &conversation.question_before(heard.turn)?.tokens;
    let for_name = (0..asked.len()).any(|at| {
        asked.is(at, "name")
            && !asked.any(at + 1, &["of"])
            && !asked.any(at.saturating_sub(1), &["street", "company"])
            || asked.follow(at, &["speaking", "with"])
            || asked.follow(at, &["whos", "calling"])
            || asked.follow(at, &["who", "is", "this"])
            || asked.follow(at, &["su", "nombre"])
            || asked.follow(at, &["quien", "hablo"])
    });
    if !for_name {
        return None;
    }
    let tokens = &heard.tokens;
    let filler = |at: usize| {
        tokens.any(
            at,
            &[
                "sure", "yes", "yeah", "its", "uh", "um", "hi", "ok", "okay", "oh", ",", ".", "it", "is",
                "si", "claro", "soy", "es", "this", "im",
            ],
        )
    };
    let from = (0..tokens.len().min(6)).find(|at| !filler(*at))?;
    let last = name_at(tokens, from, true)?;
    let bounded = last + 1 >= tokens.len()
        || tokens.any(last + 1, GOES_ON)
        || tokens.any(last + 1, &["my", "the", "phone", "-", "number", "and"]);
    bounded.then(|| reading(heard, from, last, 900))
}

/// A signature: one to four capitalised words alone on one of the last lines, after a farewell or after a dash.
fn signed(heard: &Heard<'_>) -> Option<Reading<String>> {
    let tokens = &heard.tokens;
    let starts: Vec<usize> =
        (1..tokens.len()).filter(|at| tokens.get(*at).is_some_and(|token| token.line)).collect();
    for start in starts.into_iter().rev().take(4) {
        let from = start + usize::from(tokens.any(start, &["-", "–", "—", "~"]));
        if !begins_upper(tokens, from) {
            continue;
        }
        if let Some(last) = name_at(tokens, from, false)
            && tokens.get(last + 1).is_none_or(|next| next.line)
        {
            return Some(reading(heard, from, last, 750));
        }
    }
    let spaced = |at: usize| tokens.get(at).is_some_and(|token| token.spaced);
    let before = (1..tokens.len()).rev().take(14).find(|at| {
        let farewell = tokens.is(*at, ",") && tokens.any(at - 1, FAREWELLS);
        farewell || tokens.any(*at, &["-", "–", "—"]) && spaced(*at)
    })?;
    let last = name_at(tokens, before + 1, false)?;
    let alone = last + 1 >= tokens.len() || tokens.any(last + 1, &[",", "."]);
    (alone && begins_upper(tokens, before + 1)).then(|| reading(heard, before + 1, last, 750))
}

/// The last token of the name that begins at `from`. With `any_case` lower case is a name as well, for two words at most.
fn name_at(tokens: &Tokens<'_>, from: usize, any_case: bool) -> Option<usize> {
    let (mut at, mut words, mut last) = (from, 0, None);
    let upper = begins_upper(tokens, from);
    let limit = if any_case && !upper { 2 } else { 4 };
    while at < tokens.len() && words < limit {
        if words == 0 && tokens.any(at, TITLES) {
            at += 1 + usize::from(tokens.is(at + 1, "."));
            continue;
        }
        let good = tokens.kind(at) == Some(Kind::Word) && !NOT_A_NAME.contains(tokens.normal(at));
        let particle =
            words > 0 && tokens.any(at, PARTICLES) && upper && tokens.kind(at + 1) == Some(Kind::Word);
        let cased = !upper || begins_upper(tokens, at) || particle;
        let ends = last.is_some_and(|last: usize| last + 1 == at && tokens.begins_sentence(at));
        if !(good || particle) || !cased || ends {
            break;
        }
        (last, words) = (Some(at), words + 1);
        at += 1;
        let initial = tokens.normal(at - 1).len() == 1 && tokens.is(at, ".");
        let hyphen = tokens.is(at, "-")
            && tokens.get(at).is_some_and(|token| !token.spaced)
            && tokens.get(at + 1).is_some_and(|token| !token.spaced);
        at += usize::from(initial || hyphen);
    }
    let last = last?;
    let too_short = words == 1 && tokens.normal(last).len() < 2;
    let verb = words == 1 && !upper && tokens.normal(last).ends_with("ing");
    (!too_short && !verb).then_some(last)
}

fn skip_filler(tokens: &Tokens<'_>, mut at: usize) -> usize {
    while tokens.any(at, &["uh", "um", ":", ",", "…"]) {
        at += 1;
    }
    at
}

fn begins_upper(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.written(at, at).chars().next().is_some_and(char::is_uppercase)
}

fn reading(heard: &Heard<'_>, first: usize, last: usize, confidence: u16) -> Reading<String> {
    heard.reading(tidy(heard.tokens.written(first, last)), confidence, first, last)
}

/// A name as people write it: capitals at the front, one space between; mixed case stays as it is.
pub(crate) fn tidy(written: &str) -> String {
    let words: Vec<String> = written
        .split_whitespace()
        .map(|word| {
            let mixed = word.chars().skip(1).any(char::is_lowercase) && word.chars().any(char::is_uppercase);
            let initials = word.chars().filter(|c| c.is_alphabetic()).count() == 1;
            if mixed || PARTICLES.contains(&word) {
                return word.to_owned();
            }
            let mut chars = word.chars();
            let head: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
            if initials { word.to_uppercase() } else { head + &chars.as_str().to_lowercase() }
        })
        .collect();
    words.join(" ")
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
        assert_eq!(found.map(|reading| reading.value).unwrap_or_default(), expect, "{text}");
    }

    #[test]
    fn names_are_stated_in_many_ways() {
        check("Hi, this is Dolores Ortega over on Summit", "Dolores Ortega");
        check("my name is walter pruitt and my furnace quit", "Walter Pruitt");
        check("MY NAME IS GREG HOLT MY AC IS BROKE", "Greg Holt");
        check("Name: Priya Raman\nPhone: 614", "Priya Raman");
        check("hey it's Marcy from the salon", "Marcy");
        check("this is marcy from the salon", "Marcy");
        check("I'm Tom Bauer, we have a leak", "Tom Bauer");
        check("Janelle here, the toilet is clogged", "Janelle");
        check("Me llamo Guadalupe Reyes y no tengo luz", "Guadalupe Reyes");
        check("Mrs. Eleanor Whitfield here", "Mrs. Eleanor Whitfield");
        check("this is Jean-Luc O'Brien calling", "Jean-Luc O'Brien");
        check("my name is Bob. Robert is my son", "Bob");
        check("Need a quote for a heater.\n\nThanks,\nKyle Brandt\n614-555-0142", "Kyle Brandt");
        check("sink is clogged - Deb", "Deb");
        check("Tune-up please. Regards, Harold Nakamura, 614 555 0108", "Harold Nakamura");
        check(
            "Oh hi, it's, uh, it's Marlene Hatcher, we have a leak. Thank you, bye bye.",
            "Marlene Hatcher",
        );
        check("hi this is rick salazar uh the basement is wet", "Rick Salazar");
        check("Hey, Andre Fontaine here, half the kitchen is dark", "Andre Fontaine");
    }

    #[test]
    fn a_bare_answer_to_the_question_is_a_name() {
        check("A:What's your name? / Dolores Ortega", "Dolores Ortega");
        check("A:Can I get your name? / sure, it's ron", "Ron");
        check("A:who am i speaking with? / uh tina bell, my number is 614", "Tina Bell");
        check("A:What is the address? / Summit Street", "");
    }

    #[test]
    fn other_words_are_no_names() {
        for text in [
            "",
            "this is urgent",
            "this is an emergency please come",
            "I'm freezing, it's cold",
            "it's leaking from the bottom",
            "this is ridiculous",
            "I am at 1418 Summit",
            "this is the third time",
            "im renting",
            "thanks, please hurry",
            "Thank you, bye bye.",
        ] {
            check(text, "");
        }
    }
}
