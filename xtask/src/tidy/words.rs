//! Taking names apart.

/// The words of `name` in lower case: `ArrivalWindow`, `arrival_window` and `arrival-window` are the same two.
pub(super) fn of(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut after_lower = false;
    for letter in name.chars() {
        if !letter.is_alphanumeric() || (letter.is_uppercase() && after_lower) {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        }
        after_lower = letter.is_lowercase() || letter.is_numeric();
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// Where `needle` stands in `line` as a word of its own.
pub(super) fn has(line: &str, needle: &str) -> bool {
    let is_part =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    line.match_indices(needle).any(|(at, _)| {
        !is_part(line[..at].chars().next_back()) && !is_part(line[at + needle.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_their_words() {
        for (name, expected) in [
            ("ArrivalWindow", "arrival window"),
            ("arrival_window", "arrival window"),
            ("test-utils.spec", "test utils spec"),
            ("SQLITE_LIMIT", "sqlite limit"),
            ("zone2Map", "zone2 map"),
            ("", ""),
        ] {
            assert_eq!(of(name).join(" "), expected, "{name}");
        }
    }

    #[test]
    fn a_word_is_not_found_inside_another() {
        assert!(has("a fix, me", "fix"));
        assert!(!has("prefix", "fix"));
        assert!(!has("fix_up", "fix"));
    }
}
