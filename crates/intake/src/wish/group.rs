//! Days and times of day that belong together, and whether they are excluded.

use super::clock::Clock;
use super::day::Days;
use crate::correction;
use crate::token::Tokens;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Days and times that may belong together; a longer list is no wish but a calendar.
const JOIN_MOST: usize = 10;

/// A day or a time of day in the text.
pub(super) enum Item {
    /// A day.
    Days(Days),
    /// A time of day.
    Clock(Clock),
}

/// Days with the times of day that belong to them.
pub(super) struct Group {
    pub(super) days: Vec<Days>,
    pub(super) clocks: Vec<Clock>,
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) avoid: bool,
}

impl Group {
    /// How surely it was read, in thousandths.
    pub(super) fn confidence(&self) -> u16 {
        match (self.days.is_empty(), self.clocks.is_empty()) {
            (false, false) => 900,
            (false, true) => 850,
            _ if self.avoid => 800,
            _ => 700,
        }
    }
}

/// Joins days with the times of day beside them.
pub(super) fn groups(tokens: &Tokens<'_>, items: Vec<Item>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for item in items {
        let (first, last) = match &item {
            Item::Days(days) => (days.first, days.last),
            Item::Clock(clock) => (clock.first, clock.last),
        };
        let taken_back =
            groups.last().is_some_and(|group| correction::between(tokens, group.last + 1, first));
        if taken_back {
            groups.pop();
        }
        let joined = groups.last_mut().filter(|group| !taken_back && group.joins(tokens, &item, first));
        match (joined, item) {
            (Some(group), Item::Days(days)) => {
                group.days.push(days);
                group.last = last;
            }
            (Some(group), Item::Clock(clock)) => {
                group.add(tokens, clock);
                group.last = last;
            }
            (None, Item::Days(days)) => {
                groups.push(Group { days: vec![days], clocks: vec![], first, last, avoid: false });
            }
            (None, Item::Clock(clock)) => {
                groups.push(Group { days: vec![], clocks: vec![clock], first, last, avoid: false });
            }
        }
    }
    groups
}

impl Group {
    fn joins(&self, tokens: &Tokens<'_>, item: &Item, first: usize) -> bool {
        if !joined(tokens, self.last, first) || self.days.len() + self.clocks.len() >= JOIN_MOST {
            return false;
        }
        let between = |words: &[&str]| (self.last + 1..first).any(|at| tokens.any(at, words));
        match item {
            // "Monday or Tuesday morning"; but "Monday morning or Tuesday" are two wishes. "After 3 on Tuesday" is one.
            Item::Days(_) if !self.days.is_empty() => self.clocks.is_empty(),
            Item::Days(_) => !between(&["or", "and", ",", "o", "y"]),
            Item::Clock(_) => !self.days.is_empty() || between(&["or", "o"]) || first == self.last + 1,
        }
    }

    /// Adds a time of day: one that narrows the last ("tomorrow morning after 9"), or another choice ("at 9 or 11").
    fn add(&mut self, tokens: &Tokens<'_>, clock: Clock) {
        let Some(before) = self.clocks.last_mut() else {
            self.clocks.push(clock);
            return;
        };
        let choice = (before.last + 1..clock.first).any(|at| tokens.any(at, &["or", "and", ",", "o", "y"]));
        let (from, to) = (before.from.max(clock.from), before.to.min(clock.to));
        if choice || from >= to {
            self.clocks.push(clock);
        } else {
            (before.from, before.to, before.last) = (from, to, clock.last);
        }
    }
}

/// Whether only small words of the same sentence stand between two times.
pub(super) fn joined(tokens: &Tokens<'_>, last: usize, first: usize) -> bool {
    const SMALL: &[&str] = &[
        ",",
        "or",
        "and",
        "in",
        "the",
        "at",
        "around",
        "about",
        "any",
        "anytime",
        "time",
        "on",
        "maybe",
        "preferably",
        "like",
        "please",
        "works",
        "work",
        "is",
        "good",
        "fine",
        "best",
        "sometime",
        "o",
        "y",
        "por",
        "la",
        "el",
        "en",
        "a",
        "de",
        "between",
        "from",
        "(",
        "-",
        "would",
        "be",
        "ideally",
        "even",
        "either",
        "perhaps",
    ];
    if first == last {
        return true; // "tonight" is a day and a time.
    }
    first > last
        && first - last <= 5
        && (last + 1..=first).all(|at| !tokens.begins_sentence(at))
        && (last + 1..first).all(|at| tokens.any(at, SMALL))
}

/// The token before, past the end when there is none.
pub(super) fn before(at: usize) -> usize {
    at.checked_sub(1).unwrap_or(usize::MAX)
}

/// Whether a group is excluded, and the words with the exclusion in them.
pub(super) fn excluded(tokens: &Tokens<'_>, group: &Group) -> (bool, usize, usize) {
    if let Some((avoid, first)) = excluded_before(tokens, group.first) {
        return (avoid, first, group.last);
    }
    match excluded_after(tokens, group.last) {
        Some(last) => (true, group.first, last),
        None => (false, group.first, group.last),
    }
}

/// Words that exclude what follows, and small words that may stand between.
static EXCLUDES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "not except besides cant cannot wont dont isnt arent excepto menos nothing never minus excluding"
        .split_whitespace()
        .collect()
});
static BETWEEN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "do be make it come home available free there on this next for the at have anyone someone send you any work in i \
     schedule here good before after until til el los las la por en puedo puede estoy during around able to earlier \
     than of antes de works"
        .split_whitespace()
        .collect()
});

/// "not on Thursday", "any day but Thursday", "I work Mondays": whether it excludes, and where that begins.
fn excluded_before(tokens: &Tokens<'_>, group: usize) -> Option<(bool, usize)> {
    const ANY_TIME: &[&str] = &["day", "days", "time", "anytime", "anything", "anyday", "week", "everyday"];
    const WE: &[&str] = &["i", "im", "we", "were"];
    for back in 1..=6.min(group) {
        let at = group - back;
        let but = tokens.is(at, "but") && tokens.any(before(at), ANY_TIME);
        let other = tokens.is(at, "than") && tokens.is(before(at), "other");
        let no = tokens.is(at, "no")
            && (back == 1 || tokens.any(at + 1, &["puedo", "estoy", "antes", "puede"]))
            && !tokens.is(at + 1, "later");
        if EXCLUDES.contains(tokens.normal(at)) || but || other || no {
            return Some((!no_later(tokens, at), at));
        }
        let works = tokens.any(at, &["work", "working"]) && tokens.any(before(at), WE);
        if works || tokens.any(at, &["trabajo", "busy", "ocupado", "ocupada", "away", "gone"]) {
            return Some((true, if tokens.any(before(at), WE) { at - 1 } else { at }));
        }
        if !BETWEEN.contains(tokens.normal(at)) {
            return None;
        }
    }
    None
}

/// "Thursday doesn't work", "Monday is bad": the last word of it.
fn excluded_after(tokens: &Tokens<'_>, group: usize) -> Option<usize> {
    const BAD: &[&str] = &["doesnt", "wont", "isnt", "bad", "cant", "arent", "dont", "not"];
    let ends = |at: usize| {
        at >= tokens.len() || tokens.begins_sentence(at) || tokens.any(at, &[",", "but", "and", "or"])
    };
    let at = (group + 1..=group + 5)
        .take_while(|at| !ends(*at))
        .find(|at| tokens.any(*at, BAD) || tokens.is(*at, "no") && tokens.any(at + 1, &["good", "puedo"]))?;
    Some(if tokens.is(at, "bad") { at } else { (at + 1).min(tokens.len() - 1) })
}

/// "not later than 4" is a wish.
fn no_later(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(at + 1, &["later", "past"]) && tokens.any(at + 2, &["than"])
}
