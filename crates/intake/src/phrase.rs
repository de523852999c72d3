//! Tables of phrases and the matcher that finds them: stems, small spelling slips, words in between.
//!
//! A table is plain text, so that a dispatcher can read and check it:
//!
//! | in a phrase | means |
//! |---|---|
//! | `gas` | this word |
//! | `leak*` | a word that begins so |
//! | `detector~` | this word, or one slip away from it (two from eight letters on), same first letter |
//! | `gas\|propane` | one of these |
//! | `LEAK` | one word of the named set |
//! | `#70-110` | a number in this range |
//! | `_3` | up to three other words |
//! | `_3!LEAK` | up to three other words, none of the set |
//! | `!water` | at the end: the next word is not this |
//!
//! A quiet phrase takes its words out of sight ("smoke detector battery"), unless one of its veto words follows closely.

use std::collections::HashMap;

/// How many different word choices one table may have.
const CHOICES: usize = 512;
/// After a quiet phrase, its veto words count within this many words.
const VETO_WORDS: usize = 7;
/// Real words one slip away from a word we look for; they mean themselves.
const NOT_A_SLIP: &[&str] = &[
    "small",
    "smile",
    "shell",
    "spell",
    "swell",
    "floor",
    "floors",
    "blood",
    "flow",
    "flooring",
    "frame",
    "flare",
    "spare",
    "stark",
    "shock",
    "stock",
    "shook",
    "smelt",
    "detected",
    "director",
    "detection",
    "burrito",
    "braking",
    "bursar",
    "smoker",
    "sedative",
    "sparkle",
    "sparkling",
    "leaving",
    "learning",
    "leasing",
    "floored",
    "bleeding",
    "beating",
    "heating",
    "seating",
    "blazing",
    "switch",
    "wage",
    "sage",
    "stage",
];

type Bits = [u64; CHOICES / 64];

/// A set of words with a name in capitals, words separated by spaces.
pub(crate) type Set = (&'static str, &'static str);
/// A quiet phrase and its veto words (a choice; empty for none).
pub(crate) type Quiet = (&'static str, &'static str);

/// A compiled table whose rules carry a tag.
pub(crate) struct Table<T> {
    lexicon: Lexicon,
    rules: Vec<(T, Phrase)>,
    quiet: Vec<(Phrase, Option<u16>)>,
    /// For each choice, the rules that begin with it.
    begin: Vec<Vec<u32>>,
}

/// Where a rule was found: first and last word of the list that was searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found<T> {
    /// The rule's tag.
    pub(crate) tag: T,
    /// First word.
    pub(crate) first: usize,
    /// Last word, included.
    pub(crate) last: usize,
}

struct Phrase {
    steps: Vec<Step>,
    not_next: Option<u16>,
}

struct Step {
    gap: u8,
    without: Option<u16>,
    choice: u16,
}

impl<T: Copy> Table<T> {
    /// Compiles a table. Panics on a malformed one: tables are part of the program, and a test compiles each.
    pub(crate) fn new(
        sets: &[Set],
        rules: impl IntoIterator<Item = (T, &'static str)>,
        quiet: &[Quiet],
    ) -> Table<T> {
        let mut lexicon = Lexicon::new(sets);
        let rules: Vec<(T, Phrase)> =
            rules.into_iter().map(|(tag, text)| (tag, lexicon.phrase(text))).collect();
        let quiet = quiet
            .iter()
            .map(|(text, veto)| (lexicon.phrase(text), (!veto.is_empty()).then(|| lexicon.choice(veto))))
            .collect();
        let mut begin = vec![Vec::new(); CHOICES];
        for (index, (_, phrase)) in rules.iter().enumerate() {
            begin[phrase.steps[0].choice as usize].push(index as u32);
        }
        Table { lexicon, rules, quiet, begin }
    }

    /// Every place where a rule matches, in the order of the words; at most one for each rule and first word.
    pub(crate) fn find<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Vec<Found<T>> {
        let mut bits: Vec<Bits> = words.into_iter().map(|word| self.lexicon.bits(word)).collect();
        self.hide_quiet(&mut bits);
        let mut found = Vec::new();
        for first in 0..bits.len() {
            for (block, mut left) in bits[first].into_iter().enumerate() {
                while left != 0 {
                    let choice = block * 64 + left.trailing_zeros() as usize;
                    left &= left - 1;
                    for rule in &self.begin[choice] {
                        let (tag, phrase) = &self.rules[*rule as usize];
                        if let Some(last) = phrase.matches(&bits, first) {
                            found.push(Found { tag: *tag, first, last });
                        }
                    }
                }
            }
        }
        found
    }

    fn hide_quiet(&self, bits: &mut [Bits]) {
        let mut hidden = Vec::new();
        for first in 0..bits.len() {
            if bits[first] == [0; CHOICES / 64] {
                continue;
            }
            for (phrase, veto) in &self.quiet {
                let Some(last) = phrase.matches(bits, first) else { continue };
                let vetoed = veto.is_some_and(|veto| {
                    bits.iter().skip(last + 1).take(VETO_WORDS).any(|word| has(word, veto))
                });
                if !vetoed {
                    hidden.push((first, last));
                }
            }
        }
        for (first, last) in hidden {
            bits[first..=last].fill([0; CHOICES / 64]);
        }
    }
}

impl Phrase {
    /// The last word when the phrase begins at `first`.
    fn matches(&self, bits: &[Bits], first: usize) -> Option<usize> {
        let (begin, after) = self.steps.split_first()?;
        if !has(&bits[first], begin.choice) {
            return None;
        }
        let last = rest(after, bits, first)?;
        let goes_on = self.not_next.is_some_and(|not| bits.get(last + 1).is_some_and(|word| has(word, not)));
        (!goes_on).then_some(last)
    }
}

fn rest(steps: &[Step], bits: &[Bits], last: usize) -> Option<usize> {
    let Some((step, after)) = steps.split_first() else { return Some(last) };
    for at in last + 1..=last + 1 + step.gap as usize {
        let word = bits.get(at)?;
        if has(word, step.choice)
            && let Some(end) = rest(after, bits, at)
        {
            return Some(end);
        }
        if step.without.is_some_and(|without| has(word, without)) {
            return None;
        }
    }
    None
}

fn has(bits: &Bits, choice: u16) -> bool {
    bits[choice as usize / 64] & (1 << (choice % 64)) != 0
}

#[derive(Default)]
struct Lexicon {
    choices: HashMap<String, u16>,
    sets: HashMap<&'static str, &'static str>,
    exact: HashMap<String, Vec<u16>>,
    stems: HashMap<String, Vec<u16>>,
    longest_stem: usize,
    slips: Vec<(String, u16)>,
    ranges: Vec<(u32, u32, u16)>,
}

impl Lexicon {
    fn new(sets: &[Set]) -> Lexicon {
        Lexicon { sets: sets.iter().copied().collect(), ..Lexicon::default() }
    }

    fn phrase(&mut self, text: &str) -> Phrase {
        let mut steps = Vec::new();
        let (mut gap, mut without, mut not_next) = (0, None, None);
        for part in text.split_whitespace() {
            if let Some(words) = part.strip_prefix('_') {
                let (count, set) = words.split_once('!').map_or((words, None), |(a, b)| (a, Some(b)));
                gap = count.parse().unwrap_or_else(|_| panic!("`{part}` in `{text}` is not a gap"));
                without = set.map(|set| self.choice(set));
            } else if let Some(words) = part.strip_prefix('!') {
                not_next = Some(self.choice(words));
            } else {
                steps.push(Step { gap, without, choice: self.choice(part) });
                (gap, without) = (0, None);
            }
        }
        assert!(!steps.is_empty() && gap == 0, "`{text}` is not a phrase");
        Phrase { steps, not_next }
    }

    fn choice(&mut self, part: &str) -> u16 {
        if let Some(known) = self.choices.get(part) {
            return *known;
        }
        let id = u16::try_from(self.choices.len()).expect("far fewer choices than this");
        assert!((id as usize) < CHOICES, "a table has at most {CHOICES} choices");
        self.choices.insert(part.to_owned(), id);
        for word in part.split(['|', ' ']) {
            if word.starts_with(|c: char| c.is_ascii_uppercase()) {
                let words = self.sets.get(word).unwrap_or_else(|| panic!("`{word}` is not a set")).to_owned();
                words.split_whitespace().for_each(|word| self.word(word, id));
            } else {
                self.word(word, id);
            }
        }
        id
    }

    fn word(&mut self, word: &str, id: u16) {
        if let Some(stem) = word.strip_suffix('*') {
            self.longest_stem = self.longest_stem.max(stem.len());
            self.stems.entry(stem.to_owned()).or_default().push(id);
        } else if let Some(whole) = word.strip_suffix('~') {
            self.exact.entry(whole.to_owned()).or_default().push(id);
            self.slips.push((whole.to_owned(), id));
        } else if let Some(range) = word.strip_prefix('#') {
            let (from, to) = range.split_once('-').expect("a range has two ends");
            let end = |text: &str| text.parse().expect("a range has numbers");
            self.ranges.push((end(from), end(to), id));
        } else {
            self.exact.entry(word.to_owned()).or_default().push(id);
        }
    }

    fn bits(&self, word: &str) -> Bits {
        let mut bits = [0; CHOICES / 64];
        let mut set = |id: u16| bits[id as usize / 64] |= 1 << (id % 64);
        if let Some(ids) = self.exact.get(word) {
            ids.iter().copied().for_each(&mut set);
        }
        for end in 2..=word.len().min(self.longest_stem) {
            if word.is_char_boundary(end)
                && let Some(ids) = self.stems.get(&word[..end])
            {
                ids.iter().copied().for_each(&mut set);
            }
        }
        if word.len() >= 4 {
            for (whole, id) in &self.slips {
                if is_slip(word, whole) {
                    set(*id);
                }
            }
        }
        if word.as_bytes().first().is_some_and(u8::is_ascii_digit)
            && let Ok(number) = word.parse::<u32>()
        {
            self.ranges
                .iter()
                .filter(|(from, to, _)| (*from..=*to).contains(&number))
                .for_each(|(.., id)| set(*id));
        }
        bits
    }
}

/// Whether `word` is `whole` with a slip: the first letter is right, and letters were left out, doubled, changed or swapped
/// once, or twice from eight letters on.
///
/// Source: optimal string alignment distance (Damerau 1964, doi:10.1145/363958.363994).
pub(crate) fn is_slip(word: &str, whole: &str) -> bool {
    if word.is_empty() || !word.is_ascii() || whole.len() > 30 || NOT_A_SLIP.contains(&word) {
        return false;
    }
    let (word, whole) = (word.as_bytes(), whole.as_bytes());
    let most = if whole.len() >= 8 { 2 } else { 1 };
    if word[0] != whole[0] || word.len().abs_diff(whole.len()) > most || word.len() > 24 {
        return false;
    }
    let width = whole.len() + 1;
    let mut rows = [[0u8; 32]; 3];
    for (at, cell) in rows[0].iter_mut().enumerate().take(width) {
        *cell = at as u8;
    }
    for i in 1..=word.len() {
        let (now, before, two) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = i as u8;
        let mut least = u8::MAX;
        for j in 1..width {
            let change = u8::from(word[i - 1] != whole[j - 1]);
            let mut cost = (rows[before][j - 1] + change).min(rows[before][j] + 1).min(rows[now][j - 1] + 1);
            if i > 1 && j > 1 && word[i - 1] == whole[j - 2] && word[i - 2] == whole[j - 1] {
                cost = cost.min(rows[two][j - 2] + 1);
            }
            rows[now][j] = cost;
            least = least.min(cost);
        }
        if least as usize > most {
            return false;
        }
    }
    rows[word.len() % 3][whole.len()] as usize <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rules: &[&'static str], quiet: &[Quiet], text: &str, expect: &[(usize, usize)]) {
        let sets: &[Set] = &[("GAS", "gas propane"), ("APART", "and water"), ("LOUD", "beep* off")];
        let table = Table::new(sets, rules.iter().map(|rule| ((), *rule)), quiet);
        let found: Vec<_> =
            table.find(text.split(' ')).iter().map(|found| (found.first, found.last)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn phrases_match_stems_sets_gaps_and_numbers() {
        check(&["smell* _2 GAS"], &[], "i smelled some propane here", &[(1, 3)]);
        check(&["smell* _2 GAS"], &[], "smell a b c gas", &[]);
        check(&["GAS _3!APART leak*"], &[], "gas line is leaking", &[(0, 3)]);
        check(&["GAS _3!APART leak*"], &[], "gas and a leak", &[]);
        check(&["hot !water"], &[], "hot hot water", &[(0, 0)]);
        check(&["#70-110 year|years old"], &[], "mom is 84 years old", &[(2, 4)]);
        check(&["#70-110 year|years old"], &[], "furnace is 25 years old", &[]);
    }

    #[test]
    fn slips_are_forgiven_and_real_words_are_not_slips() {
        for word in ["detector", "detecter", "dtector", "detectro", "detctor"] {
            check(&["detector~"], &[], word, &[(0, 0)]);
        }
        check(&["smell~"], &[], "smel", &[(0, 0)]);
        check(&["smell~ gas"], &[], "small gas heater", &[]);
        check(&["flooding~"], &[], "flooring", &[]);
    }

    #[test]
    fn quiet_words_are_out_of_sight_unless_a_veto_follows() {
        let quiet: &[Quiet] = &[("smoke detector", "LOUD")];
        check(&["smoke"], quiet, "new smoke detector please", &[]);
        check(&["smoke"], quiet, "smoke detector keeps beeping", &[(0, 0)]);
        check(&["smoke"], quiet, "smoke by the smoke detector", &[(0, 0)]);
    }
}
