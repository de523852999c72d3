//! E-mail addresses, written or spoken out.

use crate::conversation::Heard;
use crate::token::{Kind, Tokens};
use domain::Reading;

const ENDINGS: &[&str] = &["com", "net", "org", "edu", "gov", "us", "io", "co", "biz", "info", "me"];
const PROVIDERS: &[&str] = &[
    "gmail",
    "yahoo",
    "hotmail",
    "outlook",
    "aol",
    "icloud",
    "comcast",
    "att",
    "sbcglobal",
    "msn",
    "live",
    "proton",
    "protonmail",
    "wowway",
    "columbus",
    "spectrum",
    "roadrunner",
    "insight",
    "ymail",
    "verizon",
];
/// Words before a spoken address that do not belong to it.
const BEFORE: &[&str] = &[
    "is", "its", "email", "mail", "address", "to", "me", "at", "a", "my", "the", "e", "thats", "and", "or",
    "also", "es", "correo", "by", "through", "on",
];

/// The addresses said in a turn, lower case, in order.
pub(crate) fn find(heard: &Heard<'_>) -> Vec<Reading<String>> {
    let tokens = &heard.tokens;
    let mut found: Vec<Reading<String>> = Vec::new();
    for at in 0..tokens.len() {
        let hit = if tokens.is(at, "@") { written(tokens, at) } else { spoken(tokens, at) };
        if let Some((address, first, last, confidence)) = hit
            && found.iter().all(|known| known.value != address)
        {
            found.push(heard.reading(address, confidence, first, last));
        }
    }
    found
}

/// Whether a text from a box is an e-mail address; its form in lower case.
pub(crate) fn normalise(text: &str) -> Option<String> {
    let tokens = Tokens::bounded(text, 64);
    let at = (0..tokens.len()).find(|at| tokens.is(*at, "@"))?;
    written(&tokens, at).map(|(address, ..)| address)
}

fn written(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize, usize, u16)> {
    let joined = |index: usize| tokens.get(index).is_some_and(|token| !token.spaced);
    let part = |index: usize| {
        matches!(tokens.kind(index), Some(Kind::Word | Kind::Number))
            || tokens.any(index, &[".", "_", "-", "+", "%", "'"])
    };
    let mut first = at;
    while first > 0 && joined(first) && part(first - 1) {
        first -= 1;
    }
    while tokens.any(first, &[".", "-", "'"]) {
        first += 1;
    }
    let mut last = at;
    while joined(last + 1) && part(last + 1) && !tokens.any(last + 1, &["_", "+", "%", "'"]) {
        last += 1;
    }
    while last > at && tokens.kind(last) != Some(Kind::Word) {
        last -= 1;
    }
    let dotted = (at + 2..last).any(|index| tokens.is(index, "."));
    let ending = tokens.normal(last).len() >= 2 && tokens.is(last.checked_sub(1)?, ".");
    (first < at && dotted && ending).then(|| (tokens.written(first, last).to_lowercase(), first, last, 970))
}

/// An address around the word "at": "dolores dot ortega at gmail dot com".
fn spoken(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize, usize, u16)> {
    if !tokens.any(at, &["at", "arroba"]) {
        return None;
    }
    let after = at + 1 + usize::from(tokens.any(at + 1, &[")", "]"]));
    let (mut domain, mut last, mut next) = (tokens.normal(after).to_owned(), after, after + 1);
    if tokens.kind(after) != Some(Kind::Word) {
        return None;
    }
    while tokens.any(next, &["dot", ".", "punto"]) && tokens.kind(next + 1) == Some(Kind::Word) {
        if tokens.is(next, ".") && tokens.get(next + 1)?.spaced {
            break;
        }
        domain = format!("{domain}.{}", tokens.normal(next + 1));
        (last, next) = (next + 1, next + 2);
    }
    let ending = domain.rsplit('.').next().unwrap_or_default();
    let bare = domain.split('.').next().unwrap_or_default();
    let said_out = (after..last).any(|index| tokens.any(index, &["dot", "punto"])) || tokens.is(at, "arroba");
    if !domain.contains('.') || !ENDINGS.contains(&ending) || !(said_out || PROVIDERS.contains(&bare)) {
        return None;
    }
    let (local, first, sure) = local_part(tokens, at)?;
    Some((format!("{local}@{domain}"), first, last, if sure { 800 } else { 500 }))
}

/// The part before "at"; unsure when several words were joined.
fn local_part(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize, bool)> {
    let mut first = at.checked_sub(1)?;
    if tokens.any(first, &["(", "["]) {
        first = first.checked_sub(1)?;
    }
    let (mut parts, mut joined_words) = (Vec::new(), 0);
    let mut index = Some(first);
    while let Some(here) = index {
        let piece = match (tokens.normal(here), tokens.kind(here)) {
            ("dot" | "." | "punto", _) => ".",
            ("underscore" | "_", _) => "_",
            ("dash" | "hyphen" | "-", _) => "-",
            (word, Some(Kind::Word | Kind::Number)) if !BEFORE.contains(&word) => word,
            _ => break,
        };
        let is_word = piece.chars().all(char::is_alphanumeric);
        let after_word = parts.last().is_some_and(|part: &&str| part.chars().all(char::is_alphabetic));
        if is_word && after_word && tokens.kind(here) == Some(Kind::Word) {
            joined_words += 1;
            if joined_words > 2 {
                return None;
            }
        }
        parts.push(piece);
        first = here;
        index = here.checked_sub(1);
        if parts.len() > 12 {
            return None;
        }
    }
    let local: String = parts.iter().rev().copied().collect();
    let usable = local.starts_with(char::is_alphanumeric) && local.ends_with(char::is_alphanumeric);
    usable.then_some((local, first, joined_words == 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Conversation;
    use domain::{Speaker, Turn};

    fn check(text: &str, expect: &[&str]) {
        let turns = [Turn { speaker: Speaker::Customer, text: text.to_owned() }];
        let conversation = Conversation::of(&turns, usize::MAX);
        let found = find(conversation.turn(0).unwrap());
        let values: Vec<&str> = found.iter().map(|reading| reading.value.as_str()).collect();
        assert_eq!(values, expect, "{text}");
    }

    #[test]
    fn addresses_are_found_written_and_spoken() {
        check("write to Dolores.Ortega@gmail.com.", &["dolores.ortega@gmail.com"]);
        check("a_b+c-1@mail.example.org, thanks", &["a_b+c-1@mail.example.org"]);
        check("my email is dolores dot ortega at gmail dot com", &["dolores.ortega@gmail.com"]);
        check("it's jt underscore 88 at yahoo dot com", &["jt_88@yahoo.com"]);
        check("d ortega 42 at gmail dot com", &["dortega42@gmail.com"]);
        check("marcy (at) outlook.com", &["marcy@outlook.com"]);
        check("correo es lupe arroba hotmail punto com", &["lupe@hotmail.com"]);
    }

    #[test]
    fn other_words_are_not_addresses() {
        for text in [
            "",
            "meet me @ 5",
            "I'm at home. Come in",
            "@columbus",
            "a@b",
            "be here at 8",
            "look at gmail please",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_box_is_checked_as_well() {
        assert_eq!(normalise(" Dolores <D@Example.com>").as_deref(), Some("d@example.com"));
        assert_eq!(normalise("none"), None);
    }
}
