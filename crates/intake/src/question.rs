//! The next best question: one, short, for the gap that matters most.

use domain::Gap;

/// The gaps in the order in which they are asked about: what first shows that we listened, then who and where.
const ORDER: &[Gap] =
    &[Gap::JobType, Gap::Address, Gap::AddressNotFound, Gap::Name, Gap::Phone, Gap::OutOfArea];

/// The question for the first gap, in English or Spanish; none when nothing is missing or asking would not help.
pub(crate) fn next(gaps: &[Gap], spanish: bool) -> Option<String> {
    let gap = ORDER.iter().find(|gap| gaps.contains(gap))?;
    let (english, in_spanish) = match gap {
        Gap::JobType => (
            "What is going on, and what would you like us to look at?",
            "¿Qué está pasando y qué quiere que revisemos?",
        ),
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
        // Nobody can answer this one away; a person says kindly that we do not go there.
        Gap::OutOfArea => return None,
    };
    Some(if spanish { in_spanish } else { english }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_gap_is_asked_about_in_their_language() {
        assert_eq!(next(&[Gap::Name, Gap::Phone], false).as_deref(), Some("Who am I speaking with?"));
        assert_eq!(next(&[Gap::Name, Gap::Phone], true).as_deref(), Some("¿Con quién hablo?"));
        assert_eq!(next(&[Gap::OutOfArea], false), None);
        assert_eq!(next(&[], false), None);
    }
}
