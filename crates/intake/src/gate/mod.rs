//! The hazard gate: danger to people goes to a person, whatever else a message says.
//!
//! Plain code that runs before and apart from everything else, with no settings that could turn it off. It looks at the customer's
//! words on every channel alike, in English and Spanish, and at a "yes" to an agent's question about danger.

mod table;
mod unread;

use crate::conversation::{Conversation, Spot};
use crate::phrase::{Found, Table};
use domain::reading::Words;
use domain::{Hazard, HazardClass, Speaker, Turn};
use std::sync::LazyLock;
use table::{Language, Pair, Sign};

pub use unread::unread;

static TABLE: LazyLock<Table<Sign>> =
    LazyLock::new(|| Table::new(table::SETS, table::RULES.iter().copied(), table::QUIET));

/// The halves of one danger may stand this many words apart to be shown as one piece of evidence.
const ONE_PIECE: usize = 30;

/// The version of the gate's table.
pub fn version() -> u32 {
    table::VERSION
}

/// The dangers in what the customer says: one finding for each class, those that threaten life first.
///
/// Empty when there is none. A negated or past danger is found as well: a person looks.
pub fn gate(turns: &[Turn]) -> Vec<Hazard> {
    let conversation = Conversation::of(turns, usize::MAX);
    let spots = conversation.words();
    let found = TABLE.find(spots.iter().map(|spot| conversation.normal(*spot)));
    let mut hazards = Vec::new();
    for find in &found {
        if let Sign::Danger(class, language) = find.tag {
            let words = conversation.evidence(spots[find.first], spots[find.last]);
            add(&mut hazards, class, language, words);
        }
    }
    for (class, one, other) in [
        (HazardClass::Vulnerable, Pair::Fragile, Pair::Out),
        (HazardClass::CarbonMonoxide, Pair::Sick, Pair::Burner),
    ] {
        if let Some((language, words)) = together(&conversation, &spots, &found, one, other) {
            add(&mut hazards, class, language, words);
        }
    }
    affirmed(turns, &conversation, &mut hazards);
    hazards.sort_by_key(|hazard| (!hazard.class.threatens_life(), hazard.class));
    hazards
}

fn add(hazards: &mut Vec<Hazard>, class: HazardClass, language: Language, words: Words) {
    if hazards.iter().all(|known| known.class != class) {
        let instruction = table::instruction(class, language).to_owned();
        hazards.push(Hazard { class, words, instruction, table: table::VERSION });
    }
}

/// The words of a danger that needs both halves.
fn together(
    conversation: &Conversation<'_>,
    spots: &[Spot],
    found: &[Found<Sign>],
    one: Pair,
    other: Pair,
) -> Option<(Language, Words)> {
    let half = |wanted: Pair| {
        found.iter().filter_map(move |find| match find.tag {
            Sign::Half(pair, language) if pair == wanted => Some((language, find)),
            _ => None,
        })
    };
    let (language, first) = half(one).next()?;
    let (_, second) = half(other).min_by_key(|(_, find)| find.first.abs_diff(first.first))?;
    let (begin, end) = (first.first.min(second.first), first.last.max(second.last));
    let close = end - begin <= ONE_PIECE && spots[begin].turn == spots[end].turn;
    let (begin, end) = if close { (begin, end) } else { (first.first, first.last) };
    Some((language, conversation.evidence(spots[begin], spots[end])))
}

/// Dangers that an agent asks about and the customer does not deny: "Do you smell gas?" "A little."
fn affirmed(turns: &[Turn], conversation: &Conversation<'_>, hazards: &mut Vec<Hazard>) {
    for (at, pair) in turns.windows(2).enumerate() {
        let [question, answer] = pair else { continue };
        if question.speaker != Speaker::Agent || answer.speaker != Speaker::Customer {
            continue;
        }
        let Some(answered) = conversation.turn(at + 1) else { continue };
        if !question.text.contains('?') || !may_be_yes(&answered.tokens) {
            continue;
        }
        let Some(asked) = conversation.turn(at) else { continue };
        let words: Vec<&str> = (0..asked.tokens.len()).map(|index| asked.tokens.normal(index)).collect();
        for find in TABLE.find(words) {
            if let Sign::Danger(class, language) = find.tag {
                let last = answered.tokens.len() - 1;
                add(hazards, class, language, answered.words(0, last.min(ONE_PIECE)));
            }
        }
    }
}

/// Whether an answer begins with a yes, or with doubt: only a clear no is a no.
fn may_be_yes(answer: &crate::token::Tokens<'_>) -> bool {
    const YES: &[&str] = &[
        "yes",
        "yeah",
        "yea",
        "yep",
        "yup",
        "ya",
        "uh",
        "sure",
        "correct",
        "right",
        "definitely",
        "absolutely",
        "maybe",
        "possibly",
        "kind",
        "kinda",
        "sort",
        "slightly",
        "little",
        "think",
        "sometimes",
        "unsure",
        "strong",
        "strongly",
        "si",
        "creo",
        "poco",
        "claro",
        "tal",
        "exactly",
        "affirmative",
        "mhm",
        "mm",
        "probably",
    ];
    const NOT_SURE: &[&[&str]] = &[
        &["i", "do"],
        &["i", "think"],
        &["i", "can"],
        &["a", "little"],
        &["a", "bit"],
        &["it", "does"],
        &["it", "is"],
        &["there", "is"],
        &["we", "do"],
        &["not", "sure"],
        &["im", "not", "sure"],
        &["i", "dont", "know"],
        &["no", "se"],
        &["un", "poco"],
    ];
    let begins = |at: usize| answer.any(at, YES) || NOT_SURE.iter().any(|words| answer.follow(at, words));
    let filler = ["oh", "um", "well", "hmm", "uhm", ",", "."];
    let start = (0..3).find(|at| !answer.any(*at, &filler)).unwrap_or(0);
    begins(start)
}

#[cfg(test)]
mod tests;
