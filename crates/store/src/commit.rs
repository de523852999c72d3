//! Commits a changeset inside a transaction: state, occupancy, journal, outbox and tasks.
//!
//! The company's `head` row is locked first. So the changesets of one company run one after the other, whatever engine
//! and however many nodes: positions have no gaps, a reader by position never skips one, numbers and repeats need no
//! further locks, and two changesets of one company cannot deadlock. The price is that a company's commits share one
//! queue; the writer batches them, so that they share one sync as well.

use crate::changeset::{Changeset, Committed, Expect, NewKey, OnlyIf, Put, Remove, with_position};
use crate::engine::{Connection, Value, statements, values};
use crate::error::{CommitError, Halt};
use crate::journal::{self, Change, Head};
use crate::nouns::{self, Noun, Record};
use crate::{accounts, occupancy, outbox, tasks};
use std::collections::BTreeSet;

statements! {
    KEY: "SELECT request, answer FROM idempotency WHERE company = $1 AND idempotency_key = $2";
    ADD_KEY: "INSERT INTO idempotency (company, idempotency_key, request, answer, at) VALUES ($1, $2, $3, $4, $5)";
}

/// Says what a changeset contradicts, before it is queued; so nothing in the transaction can fail by a mistake of the caller.
pub(crate) fn check(changeset: &Changeset) -> Result<(), CommitError> {
    let invalid = |why: String| Err(CommitError::Invalid(why));
    if changeset.entries.is_empty() && !(changeset.puts.is_empty() && changeset.removes.is_empty()) {
        return invalid("records change without a journal entry".to_owned());
    }
    let mut seen = BTreeSet::new();
    let removed = changeset.removes.iter().map(|remove| remove.parts());
    for (noun, id) in changeset.puts.iter().map(|put| (put.record.noun(), put.record.id())).chain(removed) {
        if id <= 0 {
            return invalid(format!("{noun} {id} has no id"));
        }
        if !seen.insert((noun, id)) {
            return invalid(format!("{noun} {id} is written twice"));
        }
    }
    for put in &changeset.puts {
        match &put.record {
            Record::Company(company) if company.id != changeset.company => {
                return invalid(format!("company {} is written under {}", company.id, changeset.company));
            }
            Record::Appointment(visit) if !visit.duration.is_positive() => {
                return invalid(format!("appointment {} has no duration", visit.id));
            }
            Record::Reservation(kept) if !kept.duration.is_positive() => {
                return invalid(format!("reservation {} has no duration", kept.id));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Writes a changeset. Everything or, by the caller's rollback, nothing.
pub(crate) async fn apply(connection: &mut Connection, changeset: &Changeset) -> Result<Committed, Halt> {
    let company = changeset.company.0;
    let mut head = journal::lock_head(connection, company).await?;
    if let Some(lease) = changeset.finishes {
        tasks::complete(connection, lease).await?;
    }
    if let Some(key) = &changeset.key {
        remember(connection, company, key).await?;
    }
    for condition in &changeset.only_if {
        require(connection, company, &head, condition).await?;
    }
    let first = head.position + 1;
    let mut numbers = Vec::new();
    let mut puts = changeset.puts.clone();
    let mut changes = Vec::with_capacity(puts.len() + changeset.removes.len());
    for put in &mut puts {
        with_position(&mut put.record, first);
        numbers.extend(with_number(&mut put.record, &mut head));
        changes.push(write(connection, company, first, put).await?);
    }
    for remove in &changeset.removes {
        changes.push(erase(connection, company, *remove).await?);
    }
    occupancy::replace(connection, company, first, &puts, &changeset.removes).await?;
    for (user, hash) in &changeset.passwords {
        accounts::write_password(connection, company, user.0, hash).await?;
    }
    for sign_out in &changeset.sign_outs {
        accounts::sign_out(connection, company, sign_out).await?;
    }
    for task in &changeset.tasks {
        tasks::add(connection, company, task).await?;
    }
    for change in &changeset.outbox {
        outbox::apply(connection, company, change).await?;
    }
    if changeset.entries.is_empty() {
        return Ok(Committed { first: head.position, position: head.position, numbers });
    }
    journal::append(connection, company, &mut head, &changeset.entries, &changes).await?;
    Ok(Committed { first, position: head.position, numbers })
}

async fn remember(connection: &mut Connection, company: i64, key: &NewKey) -> Result<(), Halt> {
    if let Some(row) = connection.one(KEY, values![company, key.key.as_str()]).await? {
        return Err(CommitError::DuplicateKey { request: row.text(0)?, answer: row.text(1)? }.into());
    }
    let row = values![company, key.key.as_str(), key.request.as_str(), key.answer.as_str(), key.at];
    connection.run(ADD_KEY, row).await?;
    Ok(())
}

async fn require(
    connection: &mut Connection,
    company: i64,
    head: &Head,
    condition: &OnlyIf,
) -> Result<(), Halt> {
    match condition {
        OnlyIf::NoLead { fingerprint, since } => {
            match nouns::repeated(connection, company, fingerprint, *since).await? {
                Some(lead) => Err(CommitError::DuplicateLead { lead }.into()),
                None => Ok(()),
            }
        }
        OnlyIf::NothingSince(position) if head.position > *position => {
            Err(CommitError::Moved { position: head.position }.into())
        }
        OnlyIf::NothingSince(_) => Ok(()),
        OnlyIf::DaysAsOf { technicians, within, position } => {
            for technician in technicians {
                if occupancy::written_since(connection, company, *technician, *within, *position).await? {
                    return Err(CommitError::Moved { position: head.position }.into());
                }
            }
            Ok(())
        }
        OnlyIf::RulesAsOf { rules, settings } => {
            if nouns::rules_changed(connection, company, *rules, *settings).await? {
                return Err(CommitError::Moved { position: head.position }.into());
            }
            Ok(())
        }
    }
}

/// Gives a new lead or job its number; a number that is given already is left behind by the count.
fn with_number(record: &mut Record, head: &mut Head) -> Option<(Noun, i64, u32)> {
    let (noun, id) = (record.noun(), record.id());
    let (number, last) = match record {
        Record::Lead(lead) => (&mut lead.number, &mut head.lead_number),
        Record::Job(job) => (&mut job.number, &mut head.job_number),
        _ => return None,
    };
    let is_new = *number == 0;
    if is_new {
        *number = *last + 1;
    }
    *last = (*last).max(*number);
    is_new.then_some((noun, id, *number))
}

/// Writes one record, if what is expected stands there.
async fn write(connection: &mut Connection, company: i64, version: i64, put: &Put) -> Result<Change, Halt> {
    let (noun, id) = (put.record.noun(), put.record.id());
    let newest = match put.expect {
        Expect::New => -1,
        Expect::AsOf(position) => {
            match nouns::version_of(connection, company, noun, id).await? {
                Some(found) if found <= position => {}
                _ => return Err(CommitError::Stale { noun, id }.into()),
            }
            position
        }
        Expect::Any => i64::MAX,
    };
    let body = put.record.to_body();
    let mut row = values![company, id, version, body.as_str(), newest].to_vec();
    row.extend(put.record.columns());
    match connection.run(put.record.put(), &row).await.map_err(Halt::from) {
        Ok(1..) => {}
        Ok(0) => return Err(CommitError::Stale { noun, id }.into()),
        Err(Halt::Unique) => return Err(CommitError::Taken { noun, id }.into()),
        Err(halt) => return Err(halt),
    }
    let is_new = put.expect == Expect::New;
    match &put.record {
        Record::Lead(lead) => nouns::index_lead(connection, company, lead, is_new).await?,
        Record::Customer(customer) => nouns::index_customer(connection, company, customer, is_new).await?,
        _ => {}
    }
    Ok(Change { noun, id, after: Some(body) })
}

async fn erase(connection: &mut Connection, company: i64, remove: Remove) -> Result<Change, Halt> {
    let (noun, id) = remove.parts();
    let statement = match remove {
        Remove::Shift(_) => nouns::REMOVE_SHIFT,
        Remove::Event(_) => nouns::REMOVE_EVENT,
    };
    if connection.run(statement, &[Value::from(company), Value::from(id)]).await? == 0 {
        return Err(CommitError::Stale { noun, id }.into());
    }
    Ok(Change { noun, id, after: None })
}
