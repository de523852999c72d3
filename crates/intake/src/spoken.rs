//! Numbers as people say them: "six one four", "fourteen eighteen", "double five", "thirteen hundred".

use crate::token::{Kind, Tokens};

const DIGITS: &[(&str, u32)] = &[
    ("zero", 0),
    ("oh", 0),
    ("o", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("niner", 9),
    ("cero", 0),
    ("uno", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
];
const TEENS: &[(&str, u32)] = &[
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("diez", 10),
    ("once", 11),
    ("doce", 12),
    ("trece", 13),
    ("catorce", 14),
    ("quince", 15),
];
const TENS: &[(&str, u32)] = &[
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fourty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("veinte", 20),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
];

/// The digits said or written at `at`, and the token after them.
///
/// One piece is a written number, a digit ("six"), a teen, a ten with its unit ("twenty one"), a repeated digit ("double five") or
/// a round hundred ("thirteen hundred").
pub(crate) fn piece(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    if tokens.kind(at)? == Kind::Number {
        return Some((tokens.normal(at).to_owned(), at + 1));
    }
    let word = tokens.normal(at);
    for (name, times) in [("double", 2), ("triple", 3)] {
        if word == name {
            let digit = small(tokens.normal(at + 1), DIGITS)?;
            return Some((digit.to_string().repeat(times), at + 2));
        }
    }
    if let Some(ten) = small(word, TENS) {
        let dash = usize::from(tokens.is(at + 1, "-"));
        return Some(match small(tokens.normal(at + 1 + dash), DIGITS) {
            Some(unit) if unit > 0 => ((ten + unit).to_string(), at + 2 + dash),
            _ => (ten.to_string(), at + 1),
        });
    }
    let value = small(word, TEENS).or_else(|| small(word, DIGITS))?;
    if value > 0 && tokens.is(at + 1, "hundred") {
        return Some((format!("{value}00"), at + 2));
    }
    Some((value.to_string(), at + 1))
}

/// A number word up to ninety-nine, or a written number, and the token after it.
pub(crate) fn value(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let (digits, next) = piece(tokens, at)?;
    if digits.len() > 9 {
        return None;
    }
    Some((digits.parse().ok()?, next))
}

fn small(word: &str, list: &[(&str, u32)]) -> Option<u32> {
    list.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let tokens = Tokens::of(text);
        let (mut at, mut all) = (0, String::new());
        while let Some((digits, next)) = piece(&tokens, at) {
            all += &digits;
            at = next;
        }
        assert_eq!(all, expect, "{text}");
    }

    #[test]
    fn numbers_are_said_in_many_ways() {
        check("six one four five five five oh one four two", "6145550142");
        check("fourteen eighteen", "1418");
        check("twenty-one oh five", "2105");
        check("triple five, ", "555");
        check("thirteen hundred", "1300");
        check("twelve 34", "1234");
        check("summit", "");
    }
}
