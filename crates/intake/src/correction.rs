//! How people take something back: "no wait", "sorry, I mean", "scratch that", "perdón, es".

use crate::token::Tokens;

const CUES: &[&[&str]] = &[
    &["no", "wait"],
    &["wait", "no"],
    &["no", ",", "wait"],
    &["no", "sorry"],
    &["no", ",", "sorry"],
    &["i", "mean"],
    &["i", "meant"],
    &["make", "that"],
    &["make", "it"],
    &["scratch", "that"],
    &["correction"],
    &["sorry"],
    &["actually"],
    &["oops"],
    &["wait"],
    &["excuse", "me"],
    &["rather"],
    &["it", "should", "be"],
    &["should", "be"],
    &["thats", "wrong"],
    &["perdon"],
    &["digo"],
    &["mejor", "dicho"],
];
const BETWEEN: &[&str] = &[
    ",", ".", "-", "–", "—", "…", "its", "it", "is", "thats", "that", "no", "sorry", "i", "mean", "wait",
    "uh", "um", "my", "bad", "actually", "the", "number", "es", "*", "oops", "!", "should", "be", "make",
    "meant", "(",
];

/// The token at which the better value begins, when the words from `from` on take something back.
pub(crate) fn after(tokens: &Tokens<'_>, from: usize) -> Option<usize> {
    let begin = (from..from + 4)
        .take_while(|at| *at == from || tokens.any(at - 1, BETWEEN))
        .find_map(|at| CUES.iter().find(|cue| tokens.follow(at, cue)).map(|cue| at + cue.len()))?;
    let value = (begin..begin + 6).find(|at| !tokens.any(*at, BETWEEN))?;
    (value < tokens.len()).then_some(value)
}

/// Whether the words from `from` up to `to` take back what came before.
pub(crate) fn between(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    to.saturating_sub(from) <= 10
        && (from..to).any(|at| CUES.iter().any(|cue| at + cue.len() <= to && tokens.follow(at, cue)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let tokens = Tokens::of(text);
        assert_eq!(after(&tokens, 0).map(|at| tokens.normal(at)), expect, "{text}");
    }

    #[test]
    fn the_better_value_follows_the_words_that_take_back() {
        check("no wait, 1418", Some("1418"));
        check(", sorry I mean 1418", Some("1418"));
        check("... scratch that, it's 1418", Some("1418"));
        check("perdon, es 1418", Some("1418"));
        check("and the dog is 12", None);
        check("sorry", None);
    }
}
