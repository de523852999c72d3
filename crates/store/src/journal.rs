//! The journal: append-only, hash-chained, one chain per company.
//!
//! A position is the count of a company's entries from 1, without gaps. Each row holds the entry, the records as they were
//! after it, and SHA-256 over the hash before it and its own content; the company's `head` row holds the last position
//! and hash, so that a cut tail shows as well.

use crate::Store;
use crate::engine::{Connection, Row, Statement, statements, values};
use crate::error::{Halt, StoreError};
use crate::nouns::Noun;
use domain::{CompanyId, Entry, Subject};
use ring::digest::{Context, SHA256};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::fmt::Write as _;

/// The hash before the first entry.
const GENESIS: [u8; 32] = [0; 32];
/// How many rows are verified or replayed at once: few enough for little memory, many enough for few questions.
const PAGE: i64 = 500;

statements! {
    HEAD: "SELECT position, hash, lead_number, job_number FROM head WHERE company = $1";
    LOCK_HEAD:
        "SELECT position, hash, lead_number, job_number FROM head WHERE company = $1" =>
        "SELECT position, hash, lead_number, job_number FROM head WHERE company = $1 FOR UPDATE";
    ADD_HEAD:
        "INSERT INTO head (company, position, hash, lead_number, job_number) VALUES ($1, 0, $2, 0, 0)
         ON CONFLICT DO NOTHING";
    SET_HEAD: "UPDATE head SET position = $2, hash = $3, lead_number = $4, job_number = $5 WHERE company = $1";
    APPEND:
        "INSERT INTO journal (company, position, at, kind, actor, body, changes, prev_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADD_SUBJECT: "INSERT INTO journal_subject (company, noun, id, position) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    AFTER: "SELECT position, body FROM journal WHERE company = $1 AND position > $2 ORDER BY position LIMIT $3";
    LATEST: "SELECT position, body FROM journal WHERE company = $1 ORDER BY position DESC LIMIT $2";
    AT: "SELECT position, body FROM journal WHERE company = $1 AND position = $2";
    TIMELINE:
        "SELECT journal.position, journal.body FROM journal_subject
         JOIN journal ON journal.company = journal_subject.company AND journal.position = journal_subject.position
         WHERE journal_subject.company = $1 AND journal_subject.noun = $2 AND journal_subject.id = $3
         ORDER BY journal.position";
    CHAIN:
        "SELECT position, at, body, changes, prev_hash, hash FROM journal
         WHERE company = $1 AND position > $2 ORDER BY position LIMIT $3";
}

/// The end of a company's chain, and its counts.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) position: i64,
    pub(crate) hash: Vec<u8>,
    pub(crate) lead_number: u32,
    pub(crate) job_number: u32,
}

/// A record as a changeset left it; none when it was removed.
pub(crate) struct Change {
    pub(crate) noun: Noun,
    pub(crate) id: i64,
    pub(crate) after: Option<String>,
}

/// A change as it is read back.
#[derive(Deserialize)]
pub(crate) struct WrittenChange {
    pub(crate) noun: String,
    pub(crate) id: i64,
    pub(crate) after: Option<Box<RawValue>>,
}

/// A journal entry with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalEntry {
    /// Its place in the company's journal, from 1, without gaps.
    pub position: i64,
    /// What happened.
    pub entry: Entry,
}

/// The end of a company's chain; kept outside the database, it proves later that nothing was rewritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainHead {
    /// The position of the last entry; 0 when there is none.
    pub position: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

/// What was found when a chain was verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainReport {
    /// How many entries there are.
    pub entries: i64,
    /// The end of the chain as the entries tell it.
    pub head: ChainHead,
    /// What is broken, first things first; empty when the chain is intact.
    pub faults: Vec<String>,
}

impl ChainReport {
    /// Whether no entry was changed, dropped, added or cut.
    pub fn is_intact(&self) -> bool {
        self.faults.is_empty()
    }
}

/// The company's head, locked until the transaction ends; made when the company is new.
pub(crate) async fn lock_head(connection: &mut Connection, company: i64) -> Result<Head, Halt> {
    if let Some(head) = head(connection, LOCK_HEAD, company).await? {
        return Ok(head);
    }
    connection.run(ADD_HEAD, values![company, &GENESIS[..]]).await?;
    let head = head(connection, LOCK_HEAD, company).await?;
    Ok(head.ok_or_else(|| StoreError::Unavailable("the head of a company vanished".to_owned()))?)
}

async fn head(
    connection: &mut Connection,
    statement: Statement,
    company: i64,
) -> Result<Option<Head>, sqlx::Error> {
    let Some(row) = connection.one(statement, values![company]).await? else { return Ok(None) };
    let number = |index| row.int(index).map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    Ok(Some(Head {
        position: row.int(0)?,
        hash: row.bytes(1)?,
        lead_number: number(2)?,
        job_number: number(3)?,
    }))
}

/// The position a company is at; 0 when nothing was written.
pub(crate) async fn position(connection: &mut Connection, company: i64) -> Result<i64, sqlx::Error> {
    Ok(head(connection, HEAD, company).await?.map_or(0, |head| head.position))
}

/// Appends entries, the changes with the first, and moves the head.
pub(crate) async fn append(
    connection: &mut Connection,
    company: i64,
    head: &mut Head,
    entries: &[Entry],
    changes: &[Change],
) -> Result<(), Halt> {
    let mut changes = written(changes);
    for entry in entries {
        let position = head.position + 1;
        let body = serde_json::to_string(entry).expect("entries have string keys only");
        let at = entry.at.as_microsecond();
        let hash = link(&head.hash, company, position, at, &body, &changes);
        let (kind, actor) = (name_of(&entry.kind, None), name_of(&entry.actor, Some("who")));
        let row = values![
            company,
            position,
            at,
            kind,
            actor,
            body,
            changes.as_str(),
            head.hash.as_slice(),
            hash.as_slice()
        ];
        connection.run(APPEND, row).await?;
        for subject in &entry.subjects {
            let (noun, id) = subject.parts();
            connection.run(ADD_SUBJECT, values![company, noun, id, position]).await?;
        }
        head.position = position;
        head.hash = hash;
        changes = written(&[]);
    }
    let row = values![company, head.position, head.hash.as_slice(), head.lead_number, head.job_number];
    connection.run(SET_HEAD, row).await?;
    Ok(())
}

/// The stable name of an enum's variant, as serde writes it.
fn name_of(value: &impl serde::Serialize, tag: Option<&str>) -> String {
    let written = serde_json::to_value(value).expect("enums have string keys only");
    let name = tag.map_or(&written, |tag| &written[tag]);
    name.as_str().expect("the variant is written as its name").to_owned()
}

/// The changes as JSON. The records are put in as they were stored, byte for byte.
fn written(changes: &[Change]) -> String {
    let mut text = String::from("[");
    for (index, Change { noun, id, after }) in changes.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let after = after.as_deref().unwrap_or("null");
        write!(text, "{comma}{{\"noun\":\"{noun}\",\"id\":{id},\"after\":{after}}}")
            .expect("a string takes everything");
    }
    text.push(']');
    text
}

/// The hash of an entry. Lengths are hashed too, so that no byte can wander from one part to the next.
fn link(before: &[u8], company: i64, position: i64, at: i64, body: &str, changes: &str) -> Vec<u8> {
    let mut context = Context::new(&SHA256);
    context.update(before);
    for number in [company, position, at, body.len() as i64, changes.len() as i64] {
        context.update(&number.to_be_bytes());
    }
    context.update(body.as_bytes());
    context.update(changes.as_bytes());
    context.finish().as_ref().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes everything");
        text
    })
}

fn entries(rows: &[Row]) -> Result<Vec<JournalEntry>, StoreError> {
    rows.iter()
        .map(|row| {
            let entry =
                serde_json::from_str(row.str(1)?).map_err(|error| corrupt("journal entry", &error))?;
            Ok(JournalEntry { position: row.int(0)?, entry })
        })
        .collect()
}

pub(crate) fn corrupt(what: &str, why: &impl ToString) -> StoreError {
    StoreError::Corrupt { what: what.to_owned(), why: why.to_string() }
}

/// Calls `see` with the changes of every entry, oldest first.
pub(crate) async fn replay(
    connection: &mut Connection,
    company: i64,
    mut see: impl FnMut(i64, Vec<WrittenChange>),
) -> Result<i64, StoreError> {
    let mut last = 0;
    loop {
        let rows = connection.all(CHAIN, values![company, last, PAGE]).await?;
        for row in &rows {
            last = row.int(0)?;
            see(last, serde_json::from_str(row.str(3)?).map_err(|error| corrupt("change", &error))?);
        }
        if rows.is_empty() {
            return Ok(last);
        }
    }
}

impl Store {
    /// The entries after a position, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn journal_after(
        &self,
        company: CompanyId,
        position: i64,
        limit: u32,
    ) -> Result<Vec<JournalEntry>, StoreError> {
        entries(&self.rows(AFTER, values![company.0, position, limit]).await?)
    }

    /// The latest entries, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn journal_latest(
        &self,
        company: CompanyId,
        limit: u32,
    ) -> Result<Vec<JournalEntry>, StoreError> {
        entries(&self.rows(LATEST, values![company.0, limit]).await?)
    }

    /// The entry at a position.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn journal_at(
        &self,
        company: CompanyId,
        position: i64,
    ) -> Result<Option<JournalEntry>, StoreError> {
        Ok(entries(&self.rows(AT, values![company.0, position]).await?)?.pop())
    }

    /// Everything that happened to one thing, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn timeline(
        &self,
        company: CompanyId,
        subject: Subject,
    ) -> Result<Vec<JournalEntry>, StoreError> {
        let (noun, id) = subject.parts();
        entries(&self.rows(TIMELINE, values![company.0, noun, id]).await?)
    }

    /// The position a company is at; 0 when nothing was written.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn position(&self, company: CompanyId) -> Result<i64, StoreError> {
        Ok(position(&mut self.database.reader().await?, company.0).await?)
    }

    /// The end of a company's chain, to be kept outside the database.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn chain_head(&self, company: CompanyId) -> Result<ChainHead, StoreError> {
        let found = head(&mut self.database.reader().await?, HEAD, company.0).await?;
        let (position, hash) = found.map_or((0, GENESIS.to_vec()), |head| (head.position, head.hash));
        Ok(ChainHead { position, hash: hex(&hash) })
    }

    /// Computes every hash of a company's journal again and compares the end with the head.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn verify_chain(&self, company: CompanyId) -> Result<ChainReport, StoreError> {
        let mut connection = self.database.snapshot().await?;
        let (mut last, mut hash, mut count) = (0, GENESIS.to_vec(), 0);
        let mut faults = Vec::new();
        loop {
            let rows = connection.all(CHAIN, values![company.0, last, PAGE]).await?;
            for row in &rows {
                let position = row.int(0)?;
                if position != last + 1 {
                    faults.push(format!("entries between {last} and {position} are missing"));
                }
                if row.bytes(4)? != hash {
                    faults.push(format!("entry {position} does not follow the one before it"));
                }
                let (before, kept) = (row.bytes(4)?, row.bytes(5)?);
                if link(&before, company.0, position, row.int(1)?, row.str(2)?, row.str(3)?) != kept {
                    faults.push(format!("entry {position} was changed"));
                }
                (last, hash, count) = (position, kept, count + 1);
            }
            if rows.is_empty() {
                break;
            }
        }
        let head = head(&mut connection, HEAD, company.0).await?;
        let (position, kept) = head.map_or((0, GENESIS.to_vec()), |head| (head.position, head.hash));
        if (position, &kept) != (last, &hash) {
            faults.push(format!("the journal ends at {last}, its head says {position}"));
        }
        Ok(ChainReport { entries: count, head: ChainHead { position: last, hash: hex(&hash) }, faults })
    }
}
