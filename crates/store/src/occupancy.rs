//! Who is busy when: the planned spans that the database itself keeps apart.
//!
//! The spans are derived from the records that are written. All spans of the written records are taken away before any is
//! put back, so that two visits can swap their places in one changeset. The look before each insert names who stands in
//! the way; the trigger (SQLite) or the exclusion constraint (PostgreSQL) refuses whoever does not look.

use crate::changeset::{Put, Remove};
use crate::engine::{Connection, Row, statements, values};
use crate::error::{CommitError, Halt, StoreError};
use domain::{AppointmentId, EventId, ReservationId, Span, Subject, TechnicianId};

statements! {
    FREE: "DELETE FROM occupancy WHERE company = $1 AND holder = $2 AND holder_id = $3";
    IN_THE_WAY:
        "SELECT holder, holder_id, ends FROM occupancy
         WHERE company = $1 AND technician = $2 AND starts < $3 ORDER BY starts DESC LIMIT 1";
    OCCUPY:
        "INSERT INTO occupancy (company, holder, holder_id, technician, starts, ends, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    WRITTEN_SINCE:
        "SELECT 1 FROM occupancy
         WHERE company = $1 AND technician = $2 AND starts < $4 AND ends > $3 AND version > $5 LIMIT 1";
    ALL: "SELECT holder, holder_id, technician, starts, ends FROM occupancy WHERE company = $1";
}

/// Replaces the spans of all records that are written or removed.
pub(crate) async fn replace(
    connection: &mut Connection,
    company: i64,
    version: i64,
    puts: &[Put],
    removes: &[Remove],
) -> Result<(), Halt> {
    let written = puts.iter().filter_map(|put| put.record.holder());
    let removed = removes.iter().filter_map(|remove| match remove {
        Remove::Event(id) => Some(Subject::Event(*id)),
        Remove::Shift(_) => None,
    });
    for holder in written.chain(removed) {
        let (noun, id) = holder.parts();
        connection.run(FREE, values![company, noun, id]).await?;
    }
    for put in puts {
        if let (Some(holder), Some((technician, span))) = (put.record.holder(), put.record.busy()) {
            occupy(connection, company, version, holder, technician, span).await?;
        }
    }
    Ok(())
}

/// Whether a span of a technician that touches `within` was written after a position.
pub(crate) async fn written_since(
    connection: &mut Connection,
    company: i64,
    technician: TechnicianId,
    within: Span,
    position: i64,
) -> Result<bool, Halt> {
    let row = values![company, technician.0, within.start(), within.end(), position];
    Ok(connection.one(WRITTEN_SINCE, row).await?.is_some())
}

async fn occupy(
    connection: &mut Connection,
    company: i64,
    version: i64,
    holder: Subject,
    technician: TechnicianId,
    span: Span,
) -> Result<(), Halt> {
    // What stands already does not overlap, so only the last span that starts before our end can reach into ours.
    if let Some(row) = connection.one(IN_THE_WAY, values![company, technician.0, span.end()]).await?
        && row.int(2)? > span.start().as_microsecond()
    {
        let with = holder_of(&row)?;
        return Err(CommitError::Overlap { technician, span, holder, with }.into());
    }
    let (noun, id) = holder.parts();
    let row = values![company, noun, id, technician.0, span.start(), span.end(), version];
    connection.run(OCCUPY, row).await?;
    Ok(())
}

fn holder_of(row: &Row) -> Result<Subject, StoreError> {
    let id = row.int(1)?;
    match row.str(0)? {
        "appointment" => Ok(Subject::Appointment(AppointmentId(id))),
        "event" => Ok(Subject::Event(EventId(id))),
        "reservation" => Ok(Subject::Reservation(ReservationId(id))),
        other => Err(StoreError::Corrupt { what: "span".to_owned(), why: format!("`{other}` holds it") }),
    }
}

/// All spans of a company as they stand: holder, technician, start and end in microseconds.
pub(crate) async fn standing(
    connection: &mut Connection,
    company: i64,
) -> Result<Vec<(Subject, i64, i64, i64)>, StoreError> {
    let rows = connection.all(ALL, values![company]).await?;
    rows.iter().map(|row| Ok((holder_of(row)?, row.int(2)?, row.int(3)?, row.int(4)?))).collect()
}
