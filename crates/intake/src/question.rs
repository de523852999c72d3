//! The next best question: one, short, for the gap that matters most.

use domain::{Gap, Trade};

/// What is known when a question is chosen.
pub(crate) struct About<'a> {
    /// The trade, when it is clear.
    pub(crate) trade: Option<Trade>,
    /// Whether the customer told the problem already; asking for it again would sound deaf.
    pub(crate) problem_told: bool,
    /// Whether to ask in Spanish.
    pub(crate) spanish: bool,
    /// Why a wished time cannot be used.
    pub(crate) unusable: Option<&'a str>,
}

/// The question for the first gap; none when nothing is missing or asking would not help.
pub(crate) fn next(gaps: &[Gap], about: &About<'_>) -> Option<String> {
    // Nobody can answer that one away; a person says kindly that we do not go there.
    if gaps.contains(&Gap::OutOfArea) {
        return None;
    }
    let order = if about.problem_told {
        [Gap::Address, Gap::AddressNotFound, Gap::Name, Gap::Phone, Gap::JobType, Gap::WishedTime]
    } else {
        [Gap::JobType, Gap::Address, Gap::AddressNotFound, Gap::Name, Gap::Phone, Gap::WishedTime]
    };
    let gap = order.into_iter().find(|gap| gaps.contains(gap))?;
    let (english, spanish) = match gap {
        Gap::JobType => about_work(about.trade, about.problem_told),
        Gap::Address => {
            ("What is the street address, with the ZIP code?", "¿Cuál es la dirección, con el código postal?")
        }
        Gap::AddressNotFound => (
            "I could not find that address. Could you give me the number, street and ZIP code once more?",
            "No encontré esa dirección. ¿Me da otra vez el número, la calle y el código postal?",
        ),
        Gap::Name => ("Who am I speaking with?", "¿Con quién hablo?"),
        Gap::Phone => {
            ("What is the best number to reach you?", "¿Cuál es el mejor número para comunicarnos con usted?")
        }
        Gap::WishedTime => return Some(about_time(about)),
        Gap::OutOfArea => return None,
    };
    Some(if about.spanish { spanish } else { english }.to_owned())
}

fn about_time(about: &About<'_>) -> String {
    match (about.spanish, about.unusable) {
        (true, _) => "No pude usar la fecha u hora que pidió. ¿Qué día y a qué hora le conviene?".to_owned(),
        (false, Some(why)) => {
            format!("I could not use the time you asked for: {why}. Which day and time suit you?")
        }
        (false, None) => "Which day and time suit you?".to_owned(),
    }
}

fn about_work(trade: Option<Trade>, told: bool) -> (&'static str, &'static str) {
    match trade {
        Some(Trade::Hvac) => (
            "Is it the heating or the cooling, and what is it doing?",
            "¿Es la calefacción o el aire, y qué está haciendo?",
        ),
        Some(Trade::Plumbing | Trade::Drains) => (
            "Is it a leak, a clog, no hot water, or something new to put in?",
            "¿Es una fuga, algo tapado, falta de agua caliente o algo nuevo que instalar?",
        ),
        Some(Trade::Electrical) => (
            "What is not working: an outlet, a light, a breaker, or is it something new?",
            "¿Qué no funciona: un enchufe, una luz, un breaker, o es algo nuevo?",
        ),
        _ if told => ("Could you tell me a little more about it?", "¿Me puede contar un poco más?"),
        _ => (
            "What is going on, and what would you like us to look at?",
            "¿Qué está pasando y qué quiere que revisemos?",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gaps: &[Gap], trade: Option<Trade>, problem_told: bool, spanish: bool, expect: &str) {
        let about = About { trade, problem_told, spanish, unusable: Some("June 31 does not exist") };
        assert_eq!(next(gaps, &about).unwrap_or_default(), expect, "{gaps:?}");
    }

    #[test]
    fn the_first_gap_is_asked_about_in_their_language() {
        check(&[Gap::Name, Gap::Phone], None, true, false, "Who am I speaking with?");
        check(&[Gap::Name, Gap::Phone], None, true, true, "¿Con quién hablo?");
        check(
            &[Gap::Name, Gap::Address, Gap::JobType],
            None,
            true,
            false,
            "What is the street address, with the ZIP code?",
        );
        check(
            &[Gap::JobType, Gap::Address],
            None,
            false,
            false,
            "What is going on, and what would you like us to look at?",
        );
        let plumbing = Some(Trade::Plumbing);
        check(
            &[Gap::JobType],
            plumbing,
            true,
            false,
            "Is it a leak, a clog, no hot water, or something new to put in?",
        );
        check(&[Gap::WishedTime, Gap::Name], None, true, false, "Who am I speaking with?");
        check(
            &[Gap::WishedTime],
            None,
            true,
            false,
            "I could not use the time you asked for: June 31 does not exist. Which day and time suit you?",
        );
        check(&[Gap::OutOfArea, Gap::JobType], None, false, false, "");
        check(&[], None, false, false, "");
    }
}
