//! Rust source as words and signs: enough to know code from comments, text from names, and tests from the rest.

/// One word or sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// For [`Kind::Text`] what stands between the quotes, with its escapes as written.
    pub(super) text: String,
    /// Counted from 1.
    pub(super) line: usize,
    /// Compiled only for tests.
    pub(super) for_tests: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name, a keyword, or a number.
    Word,
    /// A string literal of any sort.
    Text,
    /// A character literal or a lifetime: nothing a rule asks about.
    Other,
    Sign,
}

/// Reads a source file. Comments are left out. Source that does not compile gives some tokens and no panic.
pub(super) fn read(source: &str) -> Vec<Token> {
    let mut reader = Reader { letters: source.chars().collect(), at: 0, line: 1, tokens: Vec::new() };
    while reader.at < reader.letters.len() {
        reader.step();
    }
    let mut tokens = reader.tokens;
    mark_tests(&mut tokens);
    tokens
}

/// Whether `pattern` (words and single signs) stands at `at`.
pub(super) fn stands_at(tokens: &[Token], at: usize, pattern: &[&str]) -> bool {
    tokens.len() >= at + pattern.len()
        && pattern
            .iter()
            .zip(&tokens[at..])
            .all(|(wanted, token)| matches!(token.kind, Kind::Word | Kind::Sign) && token.text == *wanted)
}

/// The index of the sign that closes the bracket opened at `open`, or of the last token.
pub(super) fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.kind != Kind::Sign {
            continue;
        }
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len().saturating_sub(1)
}

struct Reader {
    letters: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Reader {
    fn peek(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn take(&mut self) -> char {
        let letter = self.peek(0);
        self.at += 1;
        self.line += usize::from(letter == '\n');
        letter
    }

    fn push(&mut self, kind: Kind, text: String, line: usize) {
        self.tokens.push(Token { kind, text, line, for_tests: false });
    }

    fn step(&mut self) {
        let line = self.line;
        match (self.peek(0), self.peek(1)) {
            ('/', '/') => {
                while self.at < self.letters.len() && self.peek(0) != '\n' {
                    self.take();
                }
            }
            ('/', '*') => self.block_comment(),
            ('"', _) => self.text(line),
            ('\'', _) => self.character_or_lifetime(line),
            (letter, _) if letter.is_whitespace() => {
                self.take();
            }
            (letter, _) if letter == '_' || letter.is_alphanumeric() => self.word(line),
            _ => {
                let sign = self.take();
                self.push(Kind::Sign, sign.to_string(), line);
            }
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.letters.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    self.take();
                    continue;
                }
            }
            self.take();
            self.take();
            if depth == 0 {
                return;
            }
        }
    }

    fn text(&mut self, line: usize) {
        self.take();
        let mut text = String::new();
        while self.at < self.letters.len() {
            match self.take() {
                '"' => break,
                '\\' => {
                    text.push('\\');
                    text.push(self.take());
                }
                letter => text.push(letter),
            }
        }
        self.push(Kind::Text, text, line);
    }

    /// After `r`, `br` or `cr`: any number of `#`, the text, and the same number again.
    fn raw_text(&mut self, line: usize) {
        let mut fences = 0;
        while self.peek(0) == '#' {
            self.take();
            fences += 1;
        }
        self.take();
        let mut text = String::new();
        while self.at < self.letters.len() {
            let letter = self.take();
            if letter == '"' && (0..fences).all(|ahead| self.peek(ahead) == '#') {
                self.at += fences;
                break;
            }
            text.push(letter);
        }
        self.push(Kind::Text, text, line);
    }

    fn character_or_lifetime(&mut self, line: usize) {
        self.take();
        if self.peek(0) == '\\' || self.peek(1) == '\'' {
            while self.at < self.letters.len() {
                match self.take() {
                    '\'' => break,
                    '\\' => {
                        self.take();
                    }
                    _ => {}
                }
            }
        } else {
            while self.peek(0) == '_' || self.peek(0).is_alphanumeric() {
                self.take();
            }
        }
        self.push(Kind::Other, String::new(), line);
    }

    fn word(&mut self, line: usize) {
        let mut word = String::new();
        while self.peek(0) == '_' || self.peek(0).is_alphanumeric() {
            word.push(self.take());
        }
        let is_raw = matches!(word.as_str(), "r" | "br" | "cr");
        match self.peek(0) {
            '"' if is_raw => self.raw_text(line),
            '#' if is_raw && matches!(self.peek(1), '"' | '#') => self.raw_text(line),
            '"' if matches!(word.as_str(), "b" | "c") => self.text(line),
            '\'' if word == "b" => self.character_or_lifetime(line),
            // `r#type` is the name `type`.
            '#' if word == "r" => {
                self.take();
            }
            _ => self.push(Kind::Word, word, line),
        }
    }
}

/// Marks each item behind `#[cfg(test)]`, `#[cfg(all(test, ...))]` or `#[test]`, up to its `}` or `;`.
fn mark_tests(tokens: &mut [Token]) {
    let mut at = 0;
    while at < tokens.len() {
        if !is_test_attribute(tokens, at) {
            at += 1;
            continue;
        }
        let end = end_of_item(tokens, closing(tokens, at + 1) + 1);
        for token in &mut tokens[at..end] {
            token.for_tests = true;
        }
        at = end;
    }
}

fn is_test_attribute(tokens: &[Token], at: usize) -> bool {
    [
        ["#", "[", "cfg", "(", "test", ")"].as_slice(),
        &["#", "[", "cfg", "(", "all", "(", "test"],
        &["#", "[", "cfg", "(", "any", "(", "test"],
        &["#", "[", "test", "]"],
        &["#", "[", "tokio", ":", ":", "test"],
    ]
    .iter()
    .any(|pattern| stands_at(tokens, at, pattern))
}

/// One past the last token of the item that begins at `start`, further attributes included.
fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut at = start;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "(" | "[" if tokens[at].kind == Kind::Sign => at = closing(tokens, at) + 1,
            "{" if tokens[at].kind == Kind::Sign => return closing(tokens, at) + 1,
            ";" if tokens[at].kind == Kind::Sign => return at + 1,
            _ => at += 1,
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, kind: Kind, expected: &[&str]) {
        let texts: Vec<_> =
            read(source).into_iter().filter(|token| token.kind == kind).map(|token| token.text).collect();
        assert_eq!(texts, expected, "{source}");
    }

    #[test]
    fn words_in_comments_are_no_words() {
        check("a // b\n/* c /* d */ e */ f /// g", Kind::Word, &["a", "f"]);
    }

    #[test]
    fn texts_end_where_they_end() {
        check(r##"f("a\"b", r#"c"d"#, b"e", r"\", "")"##, Kind::Text, &[r#"a\"b"#, "c\"d", "e", "\\", ""]);
        check(r##"f("// no comment") + g"##, Kind::Word, &["f", "g"]);
    }

    #[test]
    fn characters_and_lifetimes_do_not_open_texts() {
        check(r#"x('"', '\'', b'"', '\u{1F}') y::<'a>("t")"#, Kind::Text, &["t"]);
        check("fn f<'a>(x: &'a str) {}", Kind::Word, &["fn", "f", "x", "str"]);
    }

    #[test]
    fn raw_names_are_names() {
        check("let r#type = rest;", Kind::Word, &["let", "type", "rest"]);
    }

    #[test]
    fn lines_are_counted_through_texts_and_comments() {
        let tokens = read("/*\n*/ \"\n\"\nlast");
        assert_eq!(tokens.last().unwrap().line, 4);
    }

    #[track_caller]
    fn check_tests(source: &str, expected: &[&str]) {
        let words: Vec<_> = read(source)
            .into_iter()
            .filter(|token| token.kind == Kind::Word && !token.for_tests)
            .map(|token| token.text)
            .collect();
        assert_eq!(words, expected, "{source}");
    }

    #[test]
    fn what_is_behind_a_test_attribute_is_for_tests() {
        check_tests("a; #[cfg(test)] mod tests { b } c", &["a", "c"]);
        check_tests("#[cfg(test)] #[allow(x)] use b; c", &["c"]);
        check_tests("#[test] fn b(x: [u8; 2]) { y } c", &["c"]);
        check_tests("#[cfg(all(test, unix))] fn b() {} c", &["c"]);
        check_tests("#[cfg(not(test))] fn b() {}", &["cfg", "not", "test", "fn", "b"]);
    }

    #[test]
    fn broken_source_is_read_to_its_end() {
        for source in ["\"", "r#\"", "/*", "'", "#[cfg(test)]", "#[cfg(test)] mod t {", "b'", "\\"] {
            read(source);
        }
    }
}
