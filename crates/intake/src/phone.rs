//! Phone numbers: found in words, and brought into one form.

use crate::conversation::Heard;
use crate::spoken;
use crate::token::{Kind, Tokens};
use domain::Reading;

/// A phone in E.164 (`+16145550142`), from any way of writing it; none when it cannot be a phone.
///
/// Ten digits are taken as North American; other countries need their `+`. An extension is left out. Source: North American
/// Numbering Plan (area code and exchange begin with 2 to 9) and ITU-T E.164 (at most 15 digits).
pub fn normalise(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let main = lower.split(['x', '#', ';', ',']).next().unwrap_or_default();
    let main = main.split("ext").next().unwrap_or_default();
    let digits: String = main.chars().filter(char::is_ascii_digit).take(20).collect();
    if main.contains('+') && !digits.starts_with('1') {
        return (8..=15).contains(&digits.len()).then(|| format!("+{digits}"));
    }
    american(&digits)
}

/// E.164 of ten digits, or of eleven that begin with 1.
fn american(digits: &str) -> Option<String> {
    let national = if digits.len() == 11 { digits.strip_prefix('1')? } else { digits };
    let bytes = national.as_bytes();
    let valid = bytes.len() == 10 && bytes[0] >= b'2' && bytes[3] >= b'2' && !national.ends_with("0000000");
    valid.then(|| format!("+1{national}"))
}

/// The phones said in a turn, in order; one that is taken back ("no wait, …") is replaced.
pub(crate) fn find(heard: &Heard<'_>) -> Vec<Reading<String>> {
    let tokens = &heard.tokens;
    let mut found: Vec<(Reading<String>, usize)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((phone, last, spoken)) = phone_at(tokens, at) else {
            at += 1;
            continue;
        };
        let confidence = if spoken { 850 } else { 950 };
        if found.last().is_some_and(|(_, before)| crate::correction::between(tokens, before + 1, at)) {
            found.pop();
        }
        let (phone, last) = last_four_taken_back(tokens, last + 1)
            .map_or((phone.clone(), last), |(four, end)| {
                (format!("{}{four}", &phone[..phone.len() - 4]), end)
            });
        found.push((heard.reading(phone, confidence, at, last), last));
        at = last + 1;
    }
    found.into_iter().map(|(reading, _)| reading).collect()
}

/// The phone that begins at a token: E.164, last token, whether it was spoken out.
fn phone_at(tokens: &Tokens<'_>, first: usize) -> Option<(String, usize, bool)> {
    if first > 0 && tokens.any(first - 1, &["$", "#", "_", "@"]) && !tokens.get(first)?.spaced {
        return None;
    }
    let plus = tokens.is(first, "+") || tokens.is(first, "(");
    let mut at = first + usize::from(plus);
    if plus && tokens.is(at, "(") {
        at += 1;
    }
    let (mut digits, mut spoken, mut last, mut shape) = (String::new(), false, at, Vec::new());
    while let Some((piece, next)) = spoken::piece(tokens, at) {
        spoken |= tokens.kind(at) == Some(Kind::Word);
        digits.push_str(&piece);
        shape.push(digits.len());
        (last, at) = (next - 1, next);
        if digits.len() >= 11 || (digits.len() == 10 && !digits.starts_with('1')) {
            break;
        }
        at = skip_separators(tokens, at);
    }
    let runs_on = tokens.kind(last + 1) == Some(Kind::Number)
        || (tokens.any(last + 1, &["-", "."])
            && tokens.kind(last + 2) == Some(Kind::Number)
            && !tokens.get(last + 2)?.spaced);
    if runs_on {
        return None;
    }
    let lead = digits.len().checked_sub(10)?;
    let whole = shape.len() - usize::from(lead == 1 && shape[0] == 1) == 1;
    let grouped = shape.contains(&(lead + 3)) && (shape.contains(&(lead + 6)) || shape.len() <= 3);
    let halves = shape.contains(&(lead + 6)) && shape.len() <= 3;
    if !(whole || grouped || halves) {
        return None;
    }
    Some((american(&digits)?, last, spoken))
}

fn skip_separators(tokens: &Tokens<'_>, mut at: usize) -> usize {
    const BETWEEN: &[&str] = &["-", ".", "(", ")", "/", ",", "–", "—", "‑", "uh", "um", "dash", "…"];
    let start = at;
    while at - start < 3 && tokens.any(at, BETWEEN) {
        at += 1;
    }
    at
}

/// Four new digits after a phone: "… 0142, no wait, 0143".
fn last_four_taken_back(tokens: &Tokens<'_>, from: usize) -> Option<(String, usize)> {
    let begin = crate::correction::after(tokens, from)?;
    let (mut digits, mut at) = (String::new(), begin);
    while digits.len() < 4 {
        let (piece, next) = spoken::piece(tokens, at)?;
        digits.push_str(&piece);
        at = next;
    }
    let goes_on = spoken::piece(tokens, skip_separators(tokens, at)).is_some();
    (digits.len() == 4 && !goes_on).then_some((digits, at - 1))
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
    fn phones_are_found_however_they_are_written() {
        for text in [
            "call 614-555-0142",
            "call 614.555.0142 thanks",
            "(614) 555-0142",
            "(614)555-0142.",
            "6145550142",
            "1 614 555 0142",
            "+1 614-555-0142",
            "+1 (614) 555-0142",
            "1-614-555-0142 ext 5",
            "six one four five five five oh one four two",
            "six one four, five five five, oh one forty two",
            "six one four triple five zero one four two",
            "6 1 4 5 5 5 0 1 4 2",
            "614 555 01 42",
            "614/555/0142",
            "614 5550142",
            "zip 43201 614 555 0142",
            "614-555-0141 no wait 614-555-0142",
            "614-555-0141, sorry, 0142",
        ] {
            check(text, &["+16145550142"]);
        }
        check("614-555-0142 or my husband 614-555-0143", &["+16145550142", "+16145550143"]);
    }

    #[test]
    fn other_numbers_are_not_phones() {
        for text in [
            "",
            "555-0142",
            "1418 Summit St, 43201",
            "between 8 and 10 on 11/24/2026",
            "order 00123456789012",
            "114 555 0142",
            "614-555-01423",
            "it cost $6145550142",
            "1234567890",
            "two or three days",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn every_way_of_writing_becomes_one_form() {
        for (text, expect) in [
            ("(614) 555-0142", Some("+16145550142")),
            ("+1 614 555 0142", Some("+16145550142")),
            ("tel:+16145550142", Some("+16145550142")),
            ("614.555.0142 x12", Some("+16145550142")),
            ("614-555-0142 ext. 7", Some("+16145550142")),
            ("+44 20 7946 0958", Some("+442079460958")),
            ("555-0142", None),
            ("anonymous", None),
            ("", None),
            ("0145550142", None),
        ] {
            assert_eq!(normalise(text).as_deref(), expect, "{text}");
        }
    }
}
