//! Words and marks of a text, each with the bytes it came from.
//!
//! Everything in this crate looks at tokens and never at raw text, so that evidence always begins and ends on a
//! character, and odd input (zero-width characters, accents, mojibake) is dealt with once, here.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters: lower case, without accents, apostrophes and invisible characters.
    Word,
    /// Digits.
    Number,
    /// One other visible character.
    Mark,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: Kind,
    /// First byte in the text.
    pub(crate) start: usize,
    /// First byte after.
    pub(crate) end: usize,
    /// Whether white space stands before it; true for the first token.
    pub(crate) spaced: bool,
    /// Whether a line begins with it; true for the first token.
    pub(crate) line: bool,
    from: usize,
    to: usize,
}

/// The tokens of one text.
#[derive(Debug, Clone)]
pub(crate) struct Tokens<'t> {
    /// The text itself.
    pub(crate) text: &'t str,
    normal: String,
    list: Vec<Token>,
}

/// Longest normal form kept of one token, in bytes. No word we look for is longer, and a megabyte without a space must not
/// cost a megabyte in every comparison.
const LONGEST: usize = 48;

/// Whether a text shows nothing to a person: white space, control characters, zero-width characters, and letters that
/// are drawn as a blank.
pub fn is_blank(text: &str) -> bool {
    const DRAWN_BLANK: [char; 5] = ['\u{115F}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{FFA0}'];
    let shows =
        |c: char| !(c.is_whitespace() || c.is_control() || is_invisible(c) || DRAWN_BLANK.contains(&c));
    !text.chars().any(shows)
}

impl<'t> Tokens<'t> {
    /// Reads a text.
    pub(crate) fn of(text: &'t str) -> Tokens<'t> {
        Tokens::bounded(text, usize::MAX)
    }

    /// Reads the first `most` tokens of a text.
    pub(crate) fn bounded(text: &'t str, most: usize) -> Tokens<'t> {
        let mut reader = Reader {
            tokens: Tokens { text, normal: String::new(), list: Vec::new() },
            open: None,
            apostrophe: None,
        };
        let (mut spaced, mut line) = (true, true);
        let mut skip_to = 0;
        for (at, c) in text.char_indices() {
            if at < skip_to || is_invisible(c) {
                continue;
            }
            if reader.tokens.list.len() >= most {
                return reader.tokens;
            }
            let end = at + c.len_utf8();
            if let Some(length) = apostrophe(&text[at..]) {
                skip_to = at + length;
                if !reader.inside_word() || !letter_follows(&text[skip_to..]) {
                    reader.mark(at, skip_to, '\'', spaced, line);
                    (spaced, line) = (false, false);
                } else {
                    reader.apostrophe = Some(reader.tokens.normal.len());
                }
                continue;
            }
            if c.is_whitespace() || c.is_control() {
                reader.close();
                spaced = true;
                line |= c == '\n' || c == '\r';
                continue;
            }
            if let Some(digit) = digit(c) {
                reader.push(Kind::Number, at, end, &[digit], spaced, line);
            } else if c.is_alphabetic() {
                reader.letter(c, at, end, spaced, line);
            } else {
                reader.mark(at, end, c, spaced, line);
            }
            (spaced, line) = (false, false);
        }
        reader.close();
        reader.tokens
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at `index`.
    pub(crate) fn get(&self, index: usize) -> Option<&Token> {
        self.list.get(index)
    }

    /// All tokens in order.
    pub(crate) fn list(&self) -> &[Token] {
        &self.list
    }

    /// The normal form of the token at `index`; empty past the end.
    pub(crate) fn normal(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |token| &self.normal[token.from..token.to])
    }

    /// The words as they were written, from one token to another, both included.
    pub(crate) fn written(&self, first: usize, last: usize) -> &'t str {
        match (self.list.get(first), self.list.get(last)) {
            (Some(first), Some(last)) if first.start <= last.end => &self.text[first.start..last.end],
            _ => "",
        }
    }

    /// Whether the token at `index` is this word or mark.
    pub(crate) fn is(&self, index: usize, word: &str) -> bool {
        self.normal(index) == word
    }

    /// Whether the token at `index` is one of these.
    pub(crate) fn any(&self, index: usize, words: &[&str]) -> bool {
        let normal = self.normal(index);
        !normal.is_empty() && words.contains(&normal)
    }

    /// What the token at `index` is.
    pub(crate) fn kind(&self, index: usize) -> Option<Kind> {
        self.list.get(index).map(|token| token.kind)
    }

    /// Whether the words from `index` on are these, one after the other.
    pub(crate) fn follow(&self, index: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(step, word)| self.is(index + step, word))
    }

    /// The number written at `index`, when it has at most nine digits.
    pub(crate) fn number(&self, index: usize) -> Option<u32> {
        let normal = self.normal(index);
        (self.kind(index) == Some(Kind::Number) && normal.len() <= 9).then(|| normal.parse().ok()).flatten()
    }

    /// Whether a sentence ends before the token at `index`: a full stop, question or exclamation mark, or a new line.
    pub(crate) fn begins_sentence(&self, index: usize) -> bool {
        index == 0
            || self.get(index).is_some_and(|token| token.line)
            || (self.any(index - 1, &[".", "!", "?", ";"])
                && self.get(index).is_some_and(|token| token.spaced))
    }
}

struct Reader<'t> {
    tokens: Tokens<'t>,
    open: Option<Kind>,
    /// Where in the normal forms the last apostrophe of the open word was left out.
    apostrophe: Option<usize>,
}

/// Words with an 's that stay one word: "that's" is looked for as "thats". Others lose it: "water's" is water.
const KEEP_S: &[&str] =
    &["that", "what", "there", "here", "where", "name", "she", "let", "who", "how", "it", "he"];

impl Reader<'_> {
    fn inside_word(&self) -> bool {
        self.open == Some(Kind::Word)
    }

    fn close(&mut self) {
        if let (Some(Kind::Word), Some(at), Some(token)) =
            (self.open, self.apostrophe.take(), self.tokens.list.last_mut())
            && &self.tokens.normal[at..] == "s"
            && token.from < at
            && !KEEP_S.contains(&&self.tokens.normal[token.from..at])
        {
            self.tokens.normal.truncate(at);
            token.to = at;
        }
        self.open = None;
    }

    fn letter(&mut self, c: char, at: usize, end: usize, spaced: bool, line: bool) {
        if let Some(plain) = without_accent(c) {
            self.push(Kind::Word, at, end, &[plain], spaced, line);
        } else {
            let lower: Vec<char> = c.to_lowercase().collect();
            self.push(Kind::Word, at, end, &lower, spaced, line);
        }
    }

    fn mark(&mut self, at: usize, end: usize, c: char, spaced: bool, line: bool) {
        self.close();
        self.push(Kind::Mark, at, end, &[c], spaced, line);
        self.close();
    }

    fn push(&mut self, kind: Kind, at: usize, end: usize, chars: &[char], spaced: bool, line: bool) {
        if self.open != Some(kind) || spaced {
            self.close();
            let from = self.tokens.normal.len();
            self.tokens.list.push(Token { kind, start: at, end, spaced, line, from, to: from });
            self.open = Some(kind);
        }
        let Some(token) = self.tokens.list.last_mut() else { return };
        token.end = end;
        if token.to - token.from < LONGEST {
            self.tokens.normal.extend(chars);
            token.to = self.tokens.normal.len();
        }
    }
}

/// Characters that are not seen: soft hyphen, combining marks, zero-width and direction marks, byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// The length in bytes of an apostrophe at the head of a text, mangled ones included: `\u{92}` is Windows-1252 read as
/// Latin-1, `â€™` is UTF-8 read as Windows-1252.
fn apostrophe(text: &str) -> Option<usize> {
    ["'", "\u{2019}", "\u{2018}", "\u{2bc}", "\u{b4}", "`", "\u{92}", "\u{91}", "â€™", "â\u{80}\u{99}"]
        .iter()
        .find(|form| text.starts_with(**form))
        .map(|form| form.len())
}

fn letter_follows(text: &str) -> bool {
    text.chars().find(|c| !is_invisible(*c)).is_some_and(char::is_alphabetic)
}

fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        _ => return None,
    };
    char::from_digit(c as u32 - zero, 10)
}

fn without_accent(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: &str) {
        let tokens = Tokens::of(text);
        let normal: Vec<&str> = (0..tokens.len()).map(|index| tokens.normal(index)).collect();
        assert_eq!(normal.join(" "), expect, "{text:?}");
    }

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        check("I'm at 1418 Summit St., apt 2B", "im at 1418 summit st . , apt 2 b");
        check("8am 614.555.0142", "8 am 614 . 555 . 0142");
        check("", "");
        check("   \n\t", "");
    }

    #[test]
    fn odd_characters_do_not_break_words() {
        check("can\u{2019}t canâ€™t can\u{92}t", "cant cant cant");
        check("calefacción Ñandú", "calefaccion nandu");
        check("g\u{200B}as le\u{AD}ak \u{202E}smell", "gas leak smell");
        check("cafe\u{301} ４３２０１", "cafe 43201");
        check("🔥fire🔥", "🔥 fire 🔥");
        check("water's up, mom's here, that's it, I'm", "water up , mom here , thats it , im");
        check("the dogs' yard 'quoted'", "the dogs ' yard ' quoted '");
    }

    #[test]
    fn a_text_that_shows_nothing_is_blank() {
        for text in [
            "",
            " \n\t\r\u{A0}\u{3000}",
            "\u{200B}\u{200D}\u{FEFF}\u{2060}\u{AD}",
            "\0\u{1}\u{7F}\u{85}\u{9F}",
            "\u{202E} \u{2066}\u{206F}\u{61C}\u{180E}",
            "\u{301}\u{FE0F}\u{E0041}",
            "\u{3164}\u{2800}\u{115F}\u{1160}\u{FFA0}",
        ] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", "\u{200B}?\u{200B}", "👍", "7", "水", "\u{0}\u{301}e"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn tokens_stand_on_characters_and_in_order(text in "\\PC{0,80}|[a-z0-9 '\u{200B}\u{2019}áÑ🔥\n.]{0,80}") {
            let tokens = Tokens::of(&text);
            let mut last = 0;
            for (index, token) in tokens.list().iter().enumerate() {
                prop_assert!(token.start >= last && token.end > token.start);
                prop_assert!(text.is_char_boundary(token.start) && text.is_char_boundary(token.end));
                prop_assert!(!tokens.normal(index).is_empty());
                last = token.end;
            }
        }
    }
}
