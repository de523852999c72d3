//! What a technician must know to get in: gate codes, keys, dogs, parking, doors.

use crate::conversation::Heard;
use crate::phrase::{Quiet, Set, Table};
use crate::sentence;
use crate::token::Kind;
use domain::Reading;
use std::sync::LazyLock;

static TABLE: LazyLock<Table<()>> =
    LazyLock::new(|| Table::new(SETS, RULES.iter().map(|rule| ((), *rule)), QUIET));

const SETS: &[Set] = &[("DOOR", "door entrance gate porch")];

const RULES: &[&str] = &[
    "gate|door|garage|entry|building|alarm|lockbox|keypad _1 code",
    "code _3 is|for|#0-99999999",
    "lockbox|keypad|buzzer|intercom|callbox",
    "buzz _2 us|me|unit|apartment|apt|#1-9999",
    "gated",
    "gate _3 locked|open|latch*",
    "key|keys _4 under|mat|neighbor|lockbox|office|with|above|hidden",
    "dog|dogs|pitbull|shepherd|doberman|rottweiler|perro|perros",
    "cat|cats _4 out|escape|inside|get",
    "parking|estacion*",
    "park _2 in|on|behind|at|around|across|street",
    "use|come|go|enter|knock _4 back|side|rear|alley|front|basement DOOR",
    "side|back|rear|alley DOOR",
    "around back",
    "in|through|off the alley|back",
    "doorbell _4 broken|work|works|out",
    "call|text _3 when|before _4 way|arrive|there|here|come|coming",
    "call first|ahead",
    "steep driveway",
    "codigo|porton",
];

const QUIET: &[Quiet] = &[
    ("hot dog*", ""),
    ("gate valve*", ""),
    ("garage door opener|spring|springs|repair|wont|stuck|broken", ""),
    ("door|gate opener", ""),
    ("doorbell transformer|install*|wiring", ""),
    ("up to code", ""),
    ("error|fault|flash|zip|area|promo|coupon code", ""),
    ("code|up to code violation", ""),
];

/// The notes in a turn, in order: the part of the sentence that says it.
pub(crate) fn find(heard: &Heard<'_>) -> Vec<Reading<String>> {
    let tokens = &heard.tokens;
    let words: Vec<usize> =
        (0..tokens.len()).filter(|index| tokens.kind(*index) != Some(Kind::Mark)).collect();
    let mut notes: Vec<(usize, usize)> = Vec::new();
    for found in TABLE.find(words.iter().map(|index| tokens.normal(*index))) {
        let (first, _) = sentence::clause(tokens, words[found.first]);
        let (_, last) = sentence::clause(tokens, words[found.last]);
        match notes.last_mut() {
            Some((_, end)) if first <= *end => *end = last.max(*end),
            _ => notes.push((first, last)),
        }
    }
    notes
        .into_iter()
        .map(|(first, last)| heard.reading(sentence::tidy(tokens.written(first, last)), 800, first, last))
        .collect()
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
    fn notes_for_getting_in_are_kept_in_their_words() {
        check("Sink leaks. The gate code is 4471. Thanks", &["The gate code is 4471"]);
        check(
            "no heat, we have a big dog, come to the back door",
            &["we have a big dog", "come to the back door"],
        );
        check("key is under the mat", &["key is under the mat"]);
        check("Please park in the alley.", &["Please park in the alley"]);
        check("hay un perro en el patio", &["hay un perro en el patio"]);
    }

    #[test]
    fn other_words_are_no_notes() {
        for text in [
            "",
            "the gate valve is stuck",
            "error code 31 on the furnace",
            "233 Oakland Park Ave",
            "garage door opener is dead",
        ] {
            check(text, &[]);
        }
    }
}
