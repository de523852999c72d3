//! Brings a database to the schema of this program.

use crate::engine::{Connection, Database, statements, values};
use crate::error::StoreError;
use ring::digest::{SHA256, digest};

/// A step of the schema, in both dialects.
struct Migration {
    version: i64,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations {
    ($($version:literal $name:literal),+ $(,)?) => {
        &[$(Migration {
            version: $version,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }),+]
    };
}

/// All steps in order. A step is never changed once it was released; a change is a new step.
const MIGRATIONS: &[Migration] = migrations![1 "0001_start", 2 "0002_left_open"];

/// One program at a time migrates a PostgreSQL database. The number is any; it only has to stay the same.
const LOCK: &str = "SELECT pg_advisory_lock(7166183)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7166183)";
const TABLE: &str =
    "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL)";

statements! {
    APPLIED: "SELECT version, checksum FROM schema_version ORDER BY version";
    HAS_TABLE:
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'" =>
        "SELECT 1 FROM information_schema.tables
         WHERE table_schema = current_schema() AND table_name = 'schema_version'";
    RECORD: "INSERT INTO schema_version (version, checksum) VALUES ($1, $2)";
}

/// The newest schema version this program knows.
pub const KNOWN_SCHEMA: i64 = MIGRATIONS[MIGRATIONS.len() - 1].version;

/// Applies what is missing.
pub(crate) async fn migrate(database: &Database) -> Result<(), StoreError> {
    let mut connection = database.writer().await?;
    if connection.is_postgres() {
        connection.raw(LOCK).await?;
    }
    let done = apply_missing(database, &mut connection).await;
    if connection.is_postgres() {
        connection.raw(UNLOCK).await?;
    }
    if done.is_err() {
        connection.discard();
    }
    done
}

async fn apply_missing(database: &Database, connection: &mut Connection) -> Result<(), StoreError> {
    connection.raw(TABLE).await?;
    let applied = applied(connection).await?;
    if let Some((found, _)) = applied.last()
        && *found > KNOWN_SCHEMA
    {
        return Err(StoreError::NewerSchema { found: *found, known: KNOWN_SCHEMA });
    }
    for migration in MIGRATIONS {
        let text = if connection.is_postgres() { migration.postgres } else { migration.sqlite };
        let checksum = checksum(text);
        match applied.iter().find(|(version, _)| *version == migration.version) {
            Some((_, known)) if *known == checksum => continue,
            Some(_) => return Err(StoreError::ForeignMigration { version: migration.version }),
            None => {}
        }
        connection.raw(database.begin()).await?;
        connection.raw(text).await?;
        connection.run(RECORD, values![migration.version, checksum]).await?;
        connection.raw("COMMIT").await?;
        tracing::info!(version = migration.version, "the database was migrated");
    }
    Ok(())
}

/// How far the schema of a database is, without changing anything: 0 when there is none yet.
///
/// # Errors
/// [`StoreError::NewerSchema`], [`StoreError::ForeignMigration`].
pub(crate) async fn look(database: &Database) -> Result<i64, StoreError> {
    let mut connection = database.reader().await?;
    let exists = !connection.all(HAS_TABLE, &[]).await?.is_empty();
    let applied = if exists { applied(&mut connection).await? } else { Vec::new() };
    for (version, known) in &applied {
        let Some(migration) = MIGRATIONS.iter().find(|migration| migration.version == *version) else {
            return Err(StoreError::NewerSchema { found: *version, known: KNOWN_SCHEMA });
        };
        let text = if connection.is_postgres() { migration.postgres } else { migration.sqlite };
        if checksum(text) != *known {
            return Err(StoreError::ForeignMigration { version: *version });
        }
    }
    Ok(applied.last().map_or(0, |(version, _)| *version))
}

/// The versions that were applied, in order, with their checksums.
pub(crate) async fn applied(connection: &mut Connection) -> Result<Vec<(i64, String)>, StoreError> {
    let rows = connection.all(APPLIED, &[]).await?;
    rows.iter().map(|row| Ok((row.int(0)?, row.text(1)?))).collect()
}

fn checksum(text: &str) -> String {
    digest(&SHA256, text.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
