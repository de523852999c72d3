//! Rebuilds the state of a company from its journal and compares it with the tables.

use crate::engine::{Connection, values};
use crate::error::StoreError;
use crate::journal::{self, corrupt};
use crate::nouns::{Noun, Record};
use crate::{Store, occupancy};
use domain::CompanyId;
use std::collections::BTreeMap;

/// How many records are compared at once.
const PAGE: i64 = 500;

/// What was found when the state was rebuilt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateReport {
    /// The journal position up to which it was rebuilt.
    pub position: i64,
    /// How many records the journal leaves.
    pub records: usize,
    /// Where the tables differ from it, in words; empty when they are equal.
    pub differences: Vec<String>,
}

impl StateReport {
    /// Whether the tables hold exactly what the journal says.
    pub fn is_equal(&self) -> bool {
        self.differences.is_empty()
    }
}

type State = BTreeMap<(Noun, i64), (i64, String)>;

impl Store {
    /// Replays a company's journal and compares the outcome with every record and every planned span.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer or an entry cannot be read.
    pub async fn rebuild(&self, company: CompanyId) -> Result<StateReport, StoreError> {
        let mut connection = self.database.snapshot().await?;
        let mut state = State::new();
        let mut differences = Vec::new();
        let position = journal::replay(&mut connection, company.0, |position, changes| {
            for change in changes {
                let Some(noun) = Noun::named(&change.noun) else {
                    differences.push(format!("entry {position} changes an unknown `{}`", change.noun));
                    continue;
                };
                match change.after {
                    Some(body) => state.insert((noun, change.id), (position, body.get().to_owned())),
                    None => state.remove(&(noun, change.id)),
                };
            }
        })
        .await?;
        let records = state.len();
        compare_spans(&mut connection, company.0, &state, &mut differences).await?;
        for noun in Noun::ALL {
            compare(&mut connection, company.0, *noun, &mut state, &mut differences).await?;
        }
        differences.extend(state.keys().map(|(noun, id)| format!("{noun} {id} is missing")));
        Ok(StateReport { position, records, differences })
    }
}

/// Compares the records of a noun and takes those that were found out of `state`.
async fn compare(
    connection: &mut Connection,
    company: i64,
    noun: Noun,
    state: &mut State,
    differences: &mut Vec<String>,
) -> Result<(), StoreError> {
    let mut last = 0;
    loop {
        let rows = connection.all(noun.page(), values![company, last, PAGE]).await?;
        for row in &rows {
            last = row.int(0)?;
            match state.remove(&(noun, last)) {
                None => differences.push(format!("{noun} {last} is not in the journal")),
                Some((version, _)) if version != row.int(1)? => {
                    differences.push(format!("{noun} {last} has another version than the journal"));
                }
                Some((_, body)) if body != row.str(2)? => {
                    differences.push(format!("{noun} {last} differs from the journal"));
                }
                Some(_) => {}
            }
        }
        if rows.is_empty() {
            return Ok(());
        }
    }
}

async fn compare_spans(
    connection: &mut Connection,
    company: i64,
    state: &State,
    differences: &mut Vec<String>,
) -> Result<(), StoreError> {
    let mut expected = BTreeMap::new();
    for ((noun, _), (_, body)) in state {
        if !matches!(noun, Noun::Appointment | Noun::Reservation | Noun::Event) {
            continue;
        }
        let record = Record::from_body(*noun, body).map_err(|error| corrupt(noun.name(), &error))?;
        if let (Some(holder), Some((technician, span))) = (record.holder(), record.busy()) {
            let span = (technician.0, span.start().as_microsecond(), span.end().as_microsecond());
            expected.insert(holder, span);
        }
    }
    for (holder, technician, starts, ends) in occupancy::standing(connection, company).await? {
        if expected.remove(&holder) != Some((technician, starts, ends)) {
            let (noun, id) = holder.parts();
            differences.push(format!("the planned span of {noun} {id} differs from the journal"));
        }
    }
    for holder in expected.keys() {
        let (noun, id) = holder.parts();
        differences.push(format!("the planned span of {noun} {id} is missing"));
    }
    Ok(())
}
