//! The kind of work: job type and trade, from the words of the company's own catalogue.

use crate::conversation::{Conversation, Spot};
use crate::phrase;
use crate::token::{self, Tokens};
use domain::reading::Words;
use domain::{Company, Confidence, JobType, JobTypeId, Reading, Source, Trade};

/// What was read about the kind of work.
#[derive(Default)]
pub(crate) struct Kind {
    /// The trade.
    pub(crate) trade: Option<Reading<Trade>>,
    /// The job type; none when unclear or when two fit equally well.
    pub(crate) job_type: Option<Reading<JobTypeId>>,
}

/// Other words that may stand between two words of a phrase: "no hot water" is said as "we have no more hot water".
const BETWEEN: usize = 2;
/// More of them may, for fewer points: "the toilet, the one everybody uses, won't flush".
const LOOSELY_BETWEEN: usize = 6;
/// Words looked at; a kind of work that is first named after them is a guess.
const READ_MOST: usize = 2_000;
/// Small words that a phrase and a customer may put in or leave out.
const SMALL: &[&str] = &[
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "has", "have", "had", "my", "our", "your",
    "its", "it", "to", "of", "just", "really", "so", "very", "im", "i", "we", "un", "una", "la", "el", "mi",
    "es", "esta",
];
/// Different ways to deny; "won't start" and "isn't starting" are the same complaint.
const DENIALS: &[&str] =
    &["not", "wont", "isnt", "doesnt", "dont", "cant", "aint", "arent", "never", "cannot", "didnt", "hasnt"];

/// Words that name a trade by themselves, for requests whose job type stays open.
const TRADES: &[(Trade, &[&str])] = &[
    (
        Trade::Hvac,
        &[
            "furnace",
            "hvac",
            "heat",
            "heating",
            "heatpump",
            "ac",
            "airconditioner",
            "thermostat",
            "boiler",
            "ductwork",
            "calefaccion",
            "cooling",
        ],
    ),
    (
        Trade::Plumbing,
        &[
            "plumber",
            "plumbing",
            "toilet",
            "faucet",
            "sink",
            "pipe",
            "pipes",
            "leak",
            "leaking",
            "drain",
            "sewer",
            "shower",
            "bathtub",
            "spigot",
            "plomero",
            "inodoro",
            "tuberia",
            "fregadero",
        ],
    ),
    (
        Trade::Electrical,
        &[
            "electrician",
            "electrical",
            "outlet",
            "outlets",
            "breaker",
            "wiring",
            "panel",
            "electricista",
            "enchufe",
            "lightswitch",
        ],
    ),
    (Trade::GarageDoor, &["garagedoor", "opener"]),
    (Trade::Roofing, &["roofer", "shingles", "roofing", "gutters"]),
    (Trade::Appliance, &["dishwasher", "refrigerator", "fridge", "washer", "dryer"]),
];

struct Score {
    id: JobTypeId,
    trade: Trade,
    points: usize,
    /// First and last word of the most telling phrase, and its points.
    best: (usize, usize, usize),
}

/// Reads trade and job type.
pub(crate) fn find(company: &Company, conversation: &Conversation<'_>) -> Kind {
    let mut spots = conversation.words();
    spots.retain(|spot| !SMALL.contains(&conversation.normal(*spot)));
    spots.truncate(READ_MOST);
    let words: Vec<&str> = spots.iter().map(|spot| conversation.normal(*spot)).collect();
    let heads = Heads::of(&words);
    let mut scores: Vec<Score> =
        company.job_types.iter().filter_map(|job_type| score(job_type, &words, &heads)).collect();
    scores.sort_by_key(|score| std::cmp::Reverse(score.points));
    let evidence = |score: &Score| words_of(conversation, &spots, score.best.0, score.best.1);
    let Some(first) = scores.first() else {
        return Kind { trade: by_trade_words(company, conversation, &spots, &words), job_type: None };
    };
    let lead = first.points - scores.get(1).map_or(0, |second| second.points);
    let one_trade = scores
        .iter()
        .take_while(|score| score.points == first.points)
        .all(|score| score.trade == first.trade);
    let job_type = (lead > 0).then(|| {
        let confidence = 500 + 50 * first.points.min(6) + 40 * lead.min(4);
        reading(first.id, confidence.min(950), evidence(first))
    });
    let trade = one_trade.then(|| reading(first.trade, (650 + 50 * first.points).min(950), evidence(first)));
    Kind { trade, job_type }
}

/// Points of a job type, none when nothing speaks for it: a phrase of n words gives 2n - 1, a loose one n; words count once.
fn score(job_type: &JobType, words: &[&str], heads: &Heads) -> Option<Score> {
    let possible = job_type.words.iter().filter(|phrase| heads.allow(phrase));
    let plain: Vec<String> = possible.map(|phrase| plain(phrase)).collect();
    let mut phrases: Vec<Vec<&str>> =
        plain.iter().map(|phrase| phrase.split_whitespace().collect()).collect();
    phrases.retain(|phrase| !phrase.is_empty());
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let mut score = Score { id: job_type.id, trade: job_type.trade, points: 0, best: (0, 0, 0) };
    let several: Vec<&Vec<&str>> = phrases.iter().filter(|phrase| phrase.len() > 1).collect();
    let single: Vec<&Vec<&str>> = phrases.iter().filter(|phrase| phrase.len() == 1).collect();
    for (phrases, between, loose) in
        [(&several, BETWEEN, false), (&several, LOOSELY_BETWEEN, true), (&single, 0, false)]
    {
        for phrase in phrases {
            if loose && matches!(phrase[0], "no" | "sin") {
                continue;
            }
            let Some((first, last)) = place_of(phrase, words, between) else { continue };
            if taken.iter().any(|(from, to)| first <= *to && *from <= last) {
                continue;
            }
            let points = if loose { phrase.len() } else { 2 * phrase.len() - 1 };
            taken.push((first, last));
            score.points += points;
            if points > score.best.2 {
                score.best = (first, last, points);
            }
        }
    }
    (score.points > 0).then_some(score)
}

/// The first two letters of the customer's words. Most phrases of a catalogue are ruled out by them at once.
struct Heads([bool; 26 * 26]);

impl Heads {
    fn of(words: &[&str]) -> Heads {
        let mut heads = Heads([false; 26 * 26]);
        words.iter().filter_map(|word| Heads::place(word)).for_each(|place| heads.0[place] = true);
        heads
    }

    fn place(word: &str) -> Option<usize> {
        let letter =
            |byte: &u8| byte.is_ascii_alphabetic().then(|| usize::from(byte.to_ascii_lowercase() - b'a'));
        let bytes = word.as_bytes();
        Some(letter(bytes.first()?)? * 26 + letter(bytes.get(1)?)?)
    }

    /// Whether all longer plain words of a phrase may be among the customer's; denials and small words are not asked.
    fn allow(&self, phrase: &str) -> bool {
        phrase.split([' ', '-', '/']).all(|word| {
            let plain = word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
            let asked = plain && !SMALL.contains(&word) && !DENIALS.contains(&word);
            !asked || Heads::place(word).is_none_or(|place| self.0[place])
        })
    }
}

/// A phrase of the catalogue as customers' words are seen: no accents, apostrophes, marks or small words.
fn plain(phrase: &str) -> String {
    let tokens = Tokens::of(phrase);
    let words: Vec<&str> = (0..tokens.len())
        .filter(|index| tokens.kind(*index) != Some(token::Kind::Mark))
        .map(|index| tokens.normal(index))
        .filter(|word| !SMALL.contains(word))
        .collect();
    words.join(" ")
}

/// The first place where the words of a phrase follow each other, so many others in between allowed.
fn place_of(phrase: &[&str], words: &[&str], between: usize) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|first| {
        if !alike(words[first], phrase[0]) {
            return None;
        }
        let mut last = first;
        for wanted in &phrase[1..] {
            let mut ahead = last + 1..(last + 2 + between).min(words.len());
            last = ahead.find(|at| alike(words[*at], wanted))?;
        }
        Some((first, last))
    })
}

/// Whether two words are the same but for their ending: "leak", "leaks", "leaking", "leaked", "leaky".
fn alike(said: &str, wanted: &str) -> bool {
    if said == wanted {
        return true;
    }
    if said.as_bytes().first() != wanted.as_bytes().first() {
        return DENIALS.contains(&said) && DENIALS.contains(&wanted);
    }
    if wanted.len() >= 6
        && said.as_bytes().get(1) == wanted.as_bytes().get(1)
        && phrase::is_slip(said, wanted)
        || DENIALS.contains(&said) && DENIALS.contains(&wanted)
    {
        return true;
    }
    const ENDINGS: &[&str] = &["", "s", "es", "ed", "d", "ing", "in", "y", "er", "e"];
    let shared = said.bytes().zip(wanted.bytes()).take_while(|(a, b)| a == b).count();
    if shared < 3 || !said.is_char_boundary(shared) || !wanted.is_char_boundary(shared) {
        return false;
    }
    let doubled = |rest: &str| {
        let mut letters = rest.chars();
        letters.next() == said[..shared].chars().last() && ENDINGS.contains(&letters.as_str())
    };
    let ending = |rest: &str| ENDINGS.contains(&rest) || doubled(rest);
    ending(&said[shared..]) && ending(&wanted[shared..])
}

fn by_trade_words(
    company: &Company,
    conversation: &Conversation<'_>,
    spots: &[Spot],
    words: &[&str],
) -> Option<Reading<Trade>> {
    let mut found: Option<(Trade, usize)> = None;
    for (at, word) in words.iter().enumerate() {
        let Some((trade, _)) = TRADES.iter().find(|(_, names)| names.contains(word)) else { continue };
        if !company.job_types.iter().any(|job_type| job_type.trade == *trade) {
            continue;
        }
        match found {
            Some((known, _)) if known != *trade => return None,
            Some(_) => {}
            None => found = Some((*trade, at)),
        }
    }
    found.map(|(trade, at)| reading(trade, 650, words_of(conversation, spots, at, at)))
}

fn words_of(conversation: &Conversation<'_>, spots: &[Spot], first: usize, last: usize) -> Words {
    conversation.evidence(spots[first], spots[last])
}

fn reading<T>(value: T, confidence: usize, words: Words) -> Reading<T> {
    let confidence = u16::try_from(confidence).expect("at most 950");
    Reading { value, confidence: Confidence(confidence), source: Source::Words(words) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use domain::{Speaker, Turn};

    fn check(text: &str, expect: &str) {
        let company = sample::company();
        let turns = [Turn { speaker: Speaker::Customer, text: text.to_owned() }];
        let kind = find(&company, &Conversation::of(&turns, usize::MAX));
        let job_type = kind.job_type.and_then(|reading| company.job_type(reading.value));
        let trade = kind.trade.map(|reading| format!("{:?}", reading.value)).unwrap_or_default();
        let name = job_type.map_or("-", |job_type| job_type.name.as_str());
        assert_eq!(format!("{trade}: {name}"), expect, "{text}");
    }

    #[test]
    fn the_catalogues_words_decide() {
        check("we have no heat since last night", "Hvac: No heat");
        check("there is just no more heat", "Hvac: No heat");
        check("the toilet is clogged", "Plumbing: Clogged toilet");
        check("my toilets clog all the time", "Plumbing: Clogged toilet");
        check("can you put in an EV charger", "Electrical: EV charger");
        check("my toilet, the one in the hall, just won't flush", "Plumbing: Clogged toilet");
        check("the furnace isn't really working", "Hvac: No heat");
        check("kitchen sink has been backing up", "Plumbing: Clogged drain");
        check("no hot water in the whole house", "Plumbing: No hot water");
    }

    #[test]
    fn it_abstains_when_unclear() {
        check("", ": -");
        check("call me please", ": -");
        check("I need a plumber", "Plumbing: -");
        check("the toilet is clogged and there is no heat", ": -");
    }

    #[test]
    fn endings_are_forgiven_and_other_words_are_not() {
        for (said, wanted, expect) in [
            ("leaking", "leak", true),
            ("clogged", "clog", true),
            ("leak", "leaking", true),
            ("replace", "replacing", true),
            ("heater", "heating", true),
            ("tuneup", "tune", false),
            ("pane", "panel", false),
            ("no", "not", false),
            ("leeking", "leaking", true),
            ("wont", "isnt", true),
        ] {
            assert_eq!(alike(said, wanted), expect, "{said} {wanted}");
        }
    }
}
