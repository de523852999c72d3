//! What is a wish and what is a story: "it quit Tuesday" tells, "could you come Tuesday" asks.

use super::clock::Clock;
use super::day;
use super::group::{Group, before, joined};
use crate::token::Tokens;
use domain::civil::Date;

/// Whether the words around a day tell what happened and not what is wanted.
pub(super) fn tells_of_past(tokens: &Tokens<'_>, at: usize, may_be_past: bool) -> bool {
    const PAST: &[&str] = &[
        "quit",
        "stopped",
        "started",
        "went",
        "broke",
        "died",
        "happened",
        "noticed",
        "came",
        "called",
        "was",
        "were",
        "been",
        "had",
        "installed",
        "fixed",
        "left",
        "began",
        "got",
        "woke",
        "found",
        "tripped",
        "smelled",
        "heard",
        "saw",
        "since",
        "ago",
        "yesterday",
        "last",
        "wont",
        "isnt",
        "doesnt",
        "not",
        "aint",
        "leaking",
        "froze",
        "said",
        "told",
        "did",
        "didnt",
        "wasnt",
        "backed",
        "flooded",
        "burst",
        "empezo",
        "dejo",
        "desde",
        "ayer",
        "pasado",
        "fue",
        "anoche",
    ];
    if tokens.any(before(at), &["since", "last", "desde", "past"])
        || tokens.any(before(before(at)), &["since", "last"])
    {
        return true;
    }
    const LIMITS: &[&str] = &["not", "except", "but", "no", "excepto", "menos", "before", "until", "by"];
    const DENIED: &[&str] = &["doesnt", "wont", "isnt", "cant", "not"];
    if !may_be_past || tokens.any(before(at), LIMITS) || tokens.any(at + 1, DENIED) {
        return false;
    }
    let (from, to) = clause_around(tokens, at);
    // "He gets married a week from Saturday" tells of the future and is still no wish.
    let story = tokens.any(before(at), &["from"]);
    let past = story || (from..=to).any(|at| tokens.any(at, PAST));
    past && !(from..=to).any(|at| is_wish(tokens, at))
}

/// Whether a word asks for something.
fn is_wish(tokens: &Tokens<'_>, at: usize) -> bool {
    const WISH: &[&str] = &[
        "come",
        "available",
        "availability",
        "can",
        "could",
        "prefer",
        "preferably",
        "best",
        "free",
        "home",
        "opening",
        "openings",
        "appointment",
        "schedule",
        "scheduled",
        "want",
        "need",
        "needs",
        "someone",
        "anytime",
        "ideally",
        "please",
        "works",
        "hoping",
        "hope",
        "possible",
        "like",
        "send",
        "get",
        "book",
        "fit",
        "visit",
        "good",
        "better",
        "ok",
        "okay",
        "fine",
        "would",
        "puede",
        "pueden",
        "venir",
        "prefiero",
        "disponible",
        "cita",
        "cant",
        "any",
        "except",
        "earliest",
        "by",
        "if",
    ];
    tokens.any(at, WISH)
}

/// The first and last token of the part of a sentence around a token.
fn clause_around(tokens: &Tokens<'_>, at: usize) -> (usize, usize) {
    const BREAKS: &[&str] = &[",", "and", "but", "so", "y", "pero", "because", "then"];
    let mut from = at;
    while from > 0 && at - from < 14 && !tokens.begins_sentence(from) && !tokens.any(from - 1, BREAKS) {
        from -= 1;
    }
    let mut to = at;
    while to + 1 < tokens.len()
        && to - at < 8
        && !tokens.begins_sentence(to + 1)
        && !tokens.any(to + 1, BREAKS)
    {
        to += 1;
    }
    (from, to)
}

/// Whether a time of day without a day is wished for: "night shift" and "we open at four" are not.
pub(super) fn is_wished(tokens: &Tokens<'_>, clock: &Clock, today: Date, horizon: i32) -> bool {
    let beside = |at: usize| tokens.any(at, &["shift", "shifts", "job", "school", "stand", "light"]);
    let greeting = clock.first == 0 && tokens.any(clock.last + 1, &[".", ",", "!"]);
    if tells_of_past(tokens, clock.first, true) || beside(clock.last + 1) || greeting {
        return false;
    }
    let day_follows = (clock.last + 1..clock.last + 5)
        .find_map(|at| day::at(tokens, at, today, horizon))
        .is_some_and(|days| joined(tokens, clock.last, days.first));
    let limit = clock.first > 0 && tokens.any(clock.first - 1, &["not", "no", "except", "but"]);
    let (from, to) = clause_around(tokens, clock.first);
    let alone = to - from <= clock.last - clock.first + 3;
    clock.habit || clock.sure || day_follows || limit || alone || (from..=to).any(|at| is_wish(tokens, at))
}

/// Whether a time of day alone is meant for every day.
pub(super) fn habitual(tokens: &Tokens<'_>, group: &Group) -> bool {
    const EVERY: &[&str] = &[
        "any",
        "anytime",
        "anyday",
        "every",
        "everyday",
        "usually",
        "always",
        "days",
        "best",
        "best",
        "works",
        "work",
        "weekday",
        "cualquier",
    ];
    let near = group.first.saturating_sub(5)..(group.last + 5).min(tokens.len());
    group.clocks.iter().any(|clock| clock.habit)
        || (group.clocks.iter().all(|clock| !clock.point) && near.into_iter().any(|at| tokens.any(at, EVERY)))
}
