//! One word for one thing: the glossary's word, and no second one for the same.

use super::{
    Finding,
    rust::Kind,
    tree::{File, Tree},
    words,
};

/// A word that we do not use in names.
struct Synonym {
    /// In lower case, words of a name separated by spaces.
    words: &'static str,
    instead: &'static str,
    /// Who may use it: outside, others choose the words.
    except_below: Option<&'static str>,
}

const SYNONYMS: &[Synonym] = &[
    Synonym { words: "timeslot", instead: "arrival window", except_below: None },
    Synonym { words: "time slot", instead: "arrival window", except_below: None },
    Synonym { words: "workorder", instead: "job", except_below: Some("crates/connect/") },
    Synonym { words: "work order", instead: "job", except_below: Some("crates/connect/") },
    Synonym { words: "prospect", instead: "lead", except_below: Some("crates/connect/") },
    Synonym { words: "serviceman", instead: "technician", except_below: Some("crates/connect/") },
    Synonym { words: "job queue", instead: "task queue", except_below: None },
    Synonym { words: "background job", instead: "task", except_below: None },
];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files().iter().filter(|file| file.is_code() || file.extension() == "sql") {
        for (line, name) in names_in(file) {
            let words = words::of(name);
            let used = SYNONYMS.iter().filter(|synonym| is_in(synonym, &words));
            let refused = used
                .filter(|synonym| synonym.except_below.is_none_or(|folder| !file.path.starts_with(folder)));
            found.extend(refused.map(|synonym| {
                Finding::at(&file.path, line, format!("`{name}`: we say `{}`", synonym.instead))
            }));
        }
    }
    found
}

fn is_in(synonym: &Synonym, words: &[String]) -> bool {
    let wanted: Vec<&str> = synonym.words.split(' ').collect();
    words.windows(wanted.len()).any(|window| window == wanted)
}

/// In Rust the names in code, not what stands in texts: customers choose their own words. Elsewhere every word.
fn names_in(file: &File) -> Vec<(usize, &str)> {
    if file.is_rust() {
        let names = file.tokens().iter().filter(|token| token.kind == Kind::Word);
        return names.map(|token| (token.line, token.text.as_str())).collect();
    }
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    file.lines()
        .flat_map(|(line, text)| text.split(move |letter| !is_part(letter)).map(move |name| (line, name)))
        .filter(|(_, name)| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        assert_eq!(found(find, &[(path, text)]), expected);
    }

    #[test]
    fn a_second_word_for_one_thing_is_found() {
        check(
            "crates/app/src/a.rs",
            "struct TimeSlot;",
            &["crates/app/src/a.rs:1: `TimeSlot`: we say `arrival window`"],
        );
        check(
            "crates/store/migrations/sqlite/0001_a.sql",
            "create table work_order ()",
            &["crates/store/migrations/sqlite/0001_a.sql:1: `work_order`: we say `job`"],
        );
        check("web/src/a.ts", "\nlet x = timeslot", &["web/src/a.ts:2: `timeslot`: we say `arrival window`"]);
    }

    #[test]
    fn the_words_of_others_stay_outside() {
        check("crates/connect/src/crm.rs", "struct WorkOrder;", &[]);
        check("crates/app/src/a.rs", "let heard = \"your work_order\"; // time_slot", &[]);
        check("crates/app/src/a.rs", "fn network_order() {}", &[]);
    }
}
