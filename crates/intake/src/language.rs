//! In which language somebody writes: English unless most telling words are Spanish.

use domain::{Speaker, Turn};

use crate::token::Tokens;

const SPANISH: &[&str] = &[
    "el", "la", "los", "las", "de", "que", "y", "en", "mi", "es", "un", "una", "por", "con", "para", "esta",
    "tengo", "no", "se", "del", "al", "necesito", "hola", "gracias", "buenos", "buenas", "dias", "casa",
    "agua", "pero", "muy", "soy", "llamo", "puede", "pueden", "favor", "calle", "hay", "huele", "su", "sin",
    "nos", "desde", "ya", "hoy",
];
const ENGLISH: &[&str] = &[
    "the", "and", "is", "my", "to", "it", "in", "of", "have", "need", "i", "we", "you", "please", "for",
    "on", "with", "this", "that", "can", "not", "are", "was", "at", "our", "im", "its", "hi", "hello",
    "thanks", "house", "a",
];

/// Words looked at; the language does not change after them.
const ENOUGH: usize = 400;

/// Whether the customer's words are mostly Spanish.
pub fn is_spanish(turns: &[Turn]) -> bool {
    let (mut spanish, mut english) = (0, 0);
    for turn in turns.iter().filter(|turn| turn.speaker == Speaker::Customer) {
        let tokens = Tokens::bounded(&turn.text, ENOUGH);
        for index in 0..tokens.len() {
            spanish += usize::from(tokens.any(index, SPANISH));
            english += usize::from(tokens.any(index, ENGLISH));
        }
    }
    spanish > english && spanish >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: bool) {
        let turn = Turn { speaker: Speaker::Customer, text: text.into() };
        assert_eq!(is_spanish(&[turn]), expect, "{text}");
    }

    #[test]
    fn most_telling_words_decide() {
        check("Hola, no tengo calefacción en mi casa", true);
        check("huele a gas en la cocina", true);
        check("I live on La Rambla, no heat", false);
        check("hola my furnace is out and I need help", false);
        check("", false);
    }
}
