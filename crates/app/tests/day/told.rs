//! What people send and what the program tells them, as words that outlive the program.

use domain::{EntryKind, LeadId, SuggestionId};
use serde::{Deserialize, Serialize};

/// What begins a line that a process says before it is killed.
const SAID: &str = "@told ";

/// One word between a person and the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Word {
    /// Somebody sends this now; without an answer they will send it again.
    Sends { raw: String, key: Option<String> },
    /// It was received under this number.
    Received { reference: String, raw: String },
    /// Somebody has this suggestion on the screen.
    Reviews { suggestion: SuggestionId },
    /// Somebody accepts it now.
    Accepts { suggestion: SuggestionId },
    /// It was accepted at this position of the journal.
    Accepted { suggestion: SuggestionId, position: i64 },
    /// The board was changed by hand at this position.
    Changed { position: i64 },
    /// A change was taken back at this position.
    Undone { position: i64 },
    /// Something was done by a person, about a lead or about the company.
    Done { kind: EntryKind, lead: Option<LeadId> },
}

impl Word {
    /// As a line.
    pub(crate) fn line(&self) -> String {
        format!("{SAID}{}", serde_json::to_string(self).expect("words have string keys only"))
    }

    /// From a line; none for other lines, and for one that a kill cut off: then nobody was told.
    pub(crate) fn of_line(line: &str) -> Option<Word> {
        let (_, word) = line.split_once(SAID)?;
        serde_json::from_str(word).ok()
    }
}

/// What the world outside was told, and what people remember of it.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(crate) struct Memory {
    /// Everything that was said, oldest first.
    pub(crate) words: Vec<Word>,
    /// Payloads with their keys, to be sent again.
    pub(crate) sent: Vec<(String, Option<String>)>,
    /// Suggestions on somebody's screen.
    pub(crate) reviewed: Vec<SuggestionId>,
    /// Changes that somebody may take back.
    pub(crate) changes: Vec<i64>,
    /// How many acts came through, and how many were told no.
    pub(crate) done: usize,
    pub(crate) refused: usize,
    /// Whether every word is also said aloud, for somebody who outlives this process.
    pub(crate) aloud: bool,
}

impl Memory {
    pub(crate) fn hear(&mut self, word: Word) {
        if self.aloud {
            println!("{}", word.line());
        }
        match &word {
            Word::Sends { raw, key } => self.sent.push((raw.clone(), key.clone())),
            Word::Reviews { suggestion } => self.reviewed.push(*suggestion),
            Word::Accepted { position, .. } | Word::Changed { position } | Word::Undone { position } => {
                self.changes.push(*position);
            }
            Word::Received { .. } | Word::Accepts { .. } | Word::Done { .. } => {}
        }
        self.words.push(word);
    }

    /// What a process that begins anew has to know of the one that was killed.
    pub(crate) fn for_the_next(&self) -> Memory {
        Memory { words: Vec::new(), aloud: true, ..self.clone() }
    }
}
