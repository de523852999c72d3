//! Sentences and clauses of a text, however carelessly it is punctuated.

use crate::token::Tokens;

/// A transcript without marks is one endless sentence; evidence longer than this says nothing.
const LONGEST: usize = 36;

/// The first and last token of the sentence around a token, at most [`LONGEST`] tokens of it, without the mark at its end.
pub(crate) fn around(tokens: &Tokens<'_>, at: usize) -> (usize, usize) {
    bounded(tokens, at, |index| tokens.begins_sentence(index))
}

/// The same for the part of a sentence between commas.
pub(crate) fn clause(tokens: &Tokens<'_>, at: usize) -> (usize, usize) {
    bounded(tokens, at, |index| {
        tokens.begins_sentence(index)
            || tokens.any(index - 1, &[",", "-", "–", "—"])
                && tokens.get(index).is_some_and(|token| token.spaced)
    })
}

fn bounded(tokens: &Tokens<'_>, at: usize, begins: impl Fn(usize) -> bool) -> (usize, usize) {
    let mut first = at;
    while first > 0 && at - first < LONGEST / 2 && !begins(first) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < tokens.len() && last - first < LONGEST && !begins(last + 1) {
        last += 1;
    }
    while last > at && tokens.any(last, &[".", "!", "?", ",", ";", "-", "–", "—"]) {
        last -= 1;
    }
    (first, last)
}

/// Words with one space between them.
pub(crate) fn tidy(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, at: &str, expect: &str) {
        let tokens = Tokens::of(text);
        let index = (0..tokens.len()).find(|index| tokens.is(*index, at)).unwrap();
        let (first, last) = around(&tokens, index);
        assert_eq!(tokens.written(first, last), expect, "{text}");
    }

    #[test]
    fn a_sentence_ends_at_marks_and_lines() {
        check("Hi there. The sink leaks! Come soon", "sink", "The sink leaks");
        check("Hi\nthe sink leaks\nthanks", "leaks", "the sink leaks");
        check("sink", "sink", "sink");
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        let text = format!("{} sink {}", "and ".repeat(100), "so ".repeat(100));
        let tokens = Tokens::of(&text);
        let (first, last) = around(&tokens, 100);
        assert!(first < 100 && last > 100 && last - first <= LONGEST);
    }
}
