//! What was not read: no danger is ruled out, so it is one.

use super::table;
use domain::reading::Words;
use domain::{Hazard, HazardClass, Speaker, Turn};

/// What to tell the customer first, in both languages: which one they speak was not read either.
pub(super) const INSTRUCTION: &str = "If you smell gas, see smoke or water near electricity, or anyone is hurt, leave the \
    building and call 911. A person reads this now. Si huele a gas, ve humo o alguien está herido, salga y llame al 911.";

/// The danger in words that the gate or the reader broke on: the whole of the customer's first words.
///
/// It looks at nothing in them, so that it cannot break on them as well.
pub fn unread(turns: &[Turn]) -> Hazard {
    let said = |turn: &Turn| turn.speaker == Speaker::Customer && !turn.text.is_empty();
    let first = turns.iter().position(said).unwrap_or(0);
    let text = turns.get(first).map_or("", |turn| turn.text.as_str());
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Hazard {
        class: HazardClass::NotRead,
        words: Words { turn: number(first), start: 0, end: number(text.len()), text: text.to_owned() },
        instruction: INSTRUCTION.to_owned(),
        table: table::VERSION,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_nobody_read_are_a_danger_to_life_with_all_of_them_shown() {
        let turn = |speaker, text: &str| Turn { speaker, text: text.to_owned() };
        let turns = [turn(Speaker::Agent, "Hello?"), turn(Speaker::Customer, "¿Qué? \u{0} gas")];
        let hazard = unread(&turns);
        assert!(hazard.class.threatens_life());
        assert_eq!((hazard.words.turn, hazard.words.text.as_str()), (1, "¿Qué? \u{0} gas"));
        assert_eq!(hazard.words.end as usize, turns[1].text.len());
        assert!(hazard.instruction.contains("911"));
        assert_eq!(unread(&[]).words.text, "");
    }
}
