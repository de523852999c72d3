//! The list of all statements, so that a test can prepare each on both engines.

use crate::engine::Statement;
use crate::{accounts, board, commit, journal, migrate, nouns, occupancy, outbox, search, tasks, wakes};

/// Every statement of this crate.
pub fn all() -> impl Iterator<Item = Statement> {
    let files = [
        accounts::STATEMENTS,
        board::STATEMENTS,
        commit::STATEMENTS,
        journal::STATEMENTS,
        migrate::STATEMENTS,
        occupancy::STATEMENTS,
        outbox::STATEMENTS,
        search::STATEMENTS,
        tasks::STATEMENTS,
        wakes::STATEMENTS,
    ];
    files.into_iter().chain(nouns::STATEMENTS.iter().copied()).flatten().copied()
}
