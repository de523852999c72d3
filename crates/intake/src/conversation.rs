//! A conversation as tokens, and evidence that points back into it.

use crate::token::{Kind, Tokens};
use domain::reading::Words;
use domain::{Confidence, Reading, Source, Speaker, Turn};

/// The turns of a conversation, read into tokens.
pub(crate) struct Conversation<'t> {
    turns: Vec<Heard<'t>>,
}

/// One turn.
pub(crate) struct Heard<'t> {
    /// Which turn, from 0.
    pub(crate) turn: usize,
    /// Who speaks.
    pub(crate) speaker: Speaker,
    /// What is said.
    pub(crate) tokens: Tokens<'t>,
}

/// A word in a conversation: which turn, which token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Which turn.
    pub(crate) turn: usize,
    /// Which token of it.
    pub(crate) token: usize,
}

impl<'t> Conversation<'t> {
    /// Reads turns, `most` tokens at most over all of them.
    pub(crate) fn of(turns: &'t [Turn], most: usize) -> Conversation<'t> {
        let mut left = most;
        let mut heard = Vec::with_capacity(turns.len());
        for (turn, said) in turns.iter().enumerate() {
            let tokens = Tokens::bounded(&said.text, left);
            left -= tokens.len();
            heard.push(Heard { turn, speaker: said.speaker, tokens });
        }
        Conversation { turns: heard }
    }

    /// What the customer says.
    pub(crate) fn customer(&self) -> impl DoubleEndedIterator<Item = &Heard<'t>> {
        self.turns.iter().filter(|heard| heard.speaker == Speaker::Customer)
    }

    /// One turn.
    pub(crate) fn turn(&self, turn: usize) -> Option<&Heard<'t>> {
        self.turns.get(turn)
    }

    /// What the company said right before a turn.
    pub(crate) fn question_before(&self, turn: usize) -> Option<&Heard<'t>> {
        self.turns.get(turn.checked_sub(1)?).filter(|heard| heard.speaker == Speaker::Agent)
    }

    /// The customer's words in order, marks left out, over all turns.
    pub(crate) fn words(&self) -> Vec<Spot> {
        let spots = self.customer().flat_map(|heard| {
            let words = |(token, piece): (usize, &crate::token::Token)| {
                (piece.kind != Kind::Mark).then_some(Spot { turn: heard.turn, token })
            };
            heard.tokens.list().iter().enumerate().filter_map(words)
        });
        spots.collect()
    }

    /// The normal form of a word.
    pub(crate) fn normal(&self, spot: Spot) -> &str {
        self.turns[spot.turn].tokens.normal(spot.token)
    }

    /// The evidence from one word to another; when they stand in different turns, the part in the last one.
    pub(crate) fn evidence(&self, first: Spot, last: Spot) -> Words {
        let begin = if first.turn == last.turn { first.token } else { 0 };
        self.turns[last.turn].words(begin, last.token)
    }
}

impl Heard<'_> {
    /// The exact words from one token to another, both included.
    pub(crate) fn words(&self, first: usize, last: usize) -> Words {
        let list = self.tokens.list();
        self.bytes(list[first].start, list[last].end)
    }

    /// The exact words between two bytes of the turn's text.
    pub(crate) fn bytes(&self, start: usize, end: usize) -> Words {
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Words {
            turn: short(self.turn),
            start: short(start),
            end: short(end),
            text: self.tokens.text[start..end].to_owned(),
        }
    }

    /// A reading from the words between two tokens.
    pub(crate) fn reading<T>(&self, value: T, confidence: u16, first: usize, last: usize) -> Reading<T> {
        Reading { value, confidence: Confidence(confidence), source: Source::Words(self.words(first, last)) }
    }
}
