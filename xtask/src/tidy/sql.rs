//! SQL lives in `store`, beside its noun. A statement anywhere else goes round the list that prepares them all.

use super::{Finding, rust::Kind, tree::Tree};

/// In capitals these begin a statement; small, they begin a sentence more often.
const VERBS: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "WITH"];

/// In any letters these begin a statement and hardly ever a sentence.
const PHRASES: &[&str] =
    &["insert into", "delete from", "create table", "create index", "alter table", "drop table"];

pub(super) fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files().iter().filter(|file| file.is_rust() && !file.path.starts_with("crates/store/")) {
        let texts = file.tokens().iter().filter(|token| token.kind == Kind::Text && !token.for_tests);
        for token in texts.filter(|token| is_statement(&token.text)) {
            let start: String = token.text.trim_start().chars().take(30).collect();
            found.push(Finding::at(&file.path, token.line, format!("SQL outside crates/store: `{start}`")));
        }
    }
    found
}

fn is_statement(text: &str) -> bool {
    // A line break may be written as an escape inside the literal.
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\\');
    let begins_with = |start: &str| {
        text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
            && text[start.len()..].starts_with(|next: char| next.is_whitespace() || next == '\\')
    };
    VERBS.iter().any(|verb| text.starts_with(verb) && begins_with(verb))
        || PHRASES.iter().any(|phrase| begins_with(phrase))
}

#[cfg(test)]
mod tests {
    use super::{super::tree::found, *};

    #[track_caller]
    fn check(path: &str, source: &str, expected: usize) {
        let found = found(find, &[(path, source)]);
        assert_eq!(found.len(), expected, "{source}: {found:?}");
    }

    #[test]
    fn a_statement_outside_store_is_found() {
        check("crates/app/src/leads.rs", "query(\"SELECT id FROM lead\")", 1);
        check("crates/app/src/leads.rs", "const Q: &str = r#\"\n  UPDATE lead SET x = 1\"#;", 1);
        check("crates/server/src/main.rs", "\"insert into lead values (1)\"", 1);
        check("crates/server/src/main.rs", "\"DELETE\\n FROM lead\"", 1);
    }

    #[test]
    fn store_tests_and_prose_are_fine() {
        check("crates/store/src/leads.rs", "\"SELECT id FROM lead\"", 0);
        check("crates/app/tests/day.rs", "\"SELECT id FROM lead\"", 0);
        check("crates/app/src/leads.rs", "#[cfg(test)] mod tests { const Q: &str = \"SELECT 1\"; }", 0);
        check("crates/app/src/leads.rs", "\"select a technician first\"; \"DELETE\"; \"Update the lead\"", 0);
    }
}
