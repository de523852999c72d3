//! The database of either engine: its address, its connections.

use super::Connection;
use crate::error::StoreError;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions, PgSslMode};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use std::time::Duration;

/// Readers of SQLite are threads; more than the cores of a small machine only cost memory.
const SQLITE_READERS: u32 = 4;
const POSTGRES_READERS: u32 = 12;
/// Companies are spread over the writers of PostgreSQL; SQLite has one writer by nature.
const POSTGRES_WRITERS: usize = 4;
/// All statements fit, so that none is prepared twice on one connection.
const STATEMENT_CACHE: usize = 256;
/// How long another process (a backup, a second program) may keep the write lock.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

/// The connections to one database.
#[derive(Debug, Clone)]
pub(crate) enum Database {
    Sqlite { writer: SqlitePool, readers: SqlitePool },
    Postgres { writers: PgPool, readers: PgPool },
}

impl Database {
    /// Connects; a SQLite file is made when it does not exist.
    pub(crate) async fn open(address: &str) -> Result<Database, StoreError> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Database::open_postgres(address).await
        } else if let Some(file) = address.strip_prefix("sqlite:") {
            Database::open_sqlite(file.strip_prefix("//").unwrap_or(file)).await
        } else {
            Err(StoreError::Address(address.to_owned()))
        }
    }

    /// Connects to read and nothing else: no file is made, no mode is set, and the database refuses every write.
    pub(crate) async fn open_to_look(address: &str) -> Result<Database, StoreError> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let options = postgres_options(address)?.options([("default_transaction_read_only", "on")]);
            return Database::connect_postgres(address, options).await;
        }
        let file = address.strip_prefix("sqlite:").ok_or_else(|| StoreError::Address(address.to_owned()))?;
        let file = file.strip_prefix("//").unwrap_or(file);
        let options = SqliteConnectOptions::new()
            .filename(file)
            .read_only(true)
            .busy_timeout(BUSY_TIMEOUT)
            .statement_cache_capacity(STATEMENT_CACHE);
        let pool = |most: u32| SqlitePoolOptions::new().max_connections(most);
        let readers = pool(SQLITE_READERS).acquire_timeout(ACQUIRE_TIMEOUT);
        let readers = readers.connect_with(options.clone()).await.map_err(|error| {
            StoreError::CannotOpen { address: format!("sqlite:{file}"), why: plain(&error) }
        })?;
        Ok(Database::Sqlite { writer: pool(1).connect_lazy_with(options), readers })
    }

    async fn open_sqlite(file: &str) -> Result<Database, StoreError> {
        if file.is_empty() || file.contains(":memory:") {
            return Err(StoreError::Address(format!("sqlite:{file}")));
        }
        let cannot = |error: sqlx::Error| StoreError::CannotOpen {
            address: format!("sqlite:{file}"),
            why: plain(&error),
        };
        let options = SqliteConnectOptions::new()
            .filename(file)
            .busy_timeout(BUSY_TIMEOUT)
            .statement_cache_capacity(STATEMENT_CACHE);
        let writing = options
            .clone()
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let writer =
            SqlitePoolOptions::new().max_connections(1).connect_with(writing).await.map_err(cannot)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(SQLITE_READERS)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_lazy_with(options.pragma("query_only", "on"));
        Ok(Database::Sqlite { writer, readers })
    }

    async fn open_postgres(address: &str) -> Result<Database, StoreError> {
        Database::connect_postgres(address, postgres_options(address)?).await
    }

    async fn connect_postgres(address: &str, options: PgConnectOptions) -> Result<Database, StoreError> {
        let pool = |most: u32| PgPoolOptions::new().max_connections(most).acquire_timeout(ACQUIRE_TIMEOUT);
        let readers = pool(POSTGRES_READERS).connect_with(options.clone()).await.map_err(|error| {
            StoreError::CannotOpen { address: without_password(address), why: plain(&error) }
        })?;
        let writers = pool(POSTGRES_WRITERS as u32 + 1).connect_lazy_with(options);
        Ok(Database::Postgres { writers, readers })
    }

    /// The error of a database that was reached but cannot be used.
    pub(crate) fn cannot_open(&self, why: String) -> StoreError {
        let address = match self {
            Database::Sqlite { writer, .. } => {
                format!("sqlite:{}", writer.connect_options().get_filename().display())
            }
            Database::Postgres { readers, .. } => {
                let options = readers.connect_options();
                let name = options.get_database().unwrap_or_default();
                format!("postgres://{}@{}/{name}", options.get_username(), options.get_host())
            }
        };
        StoreError::CannotOpen { address, why }
    }

    /// How many writers may work at once.
    pub(crate) fn writers(&self) -> usize {
        match self {
            Database::Sqlite { .. } => 1,
            Database::Postgres { .. } => POSTGRES_WRITERS,
        }
    }

    /// What begins a transaction that writes. SQLite takes the write lock at once, so that no transaction has to give up later.
    pub(crate) fn begin(&self) -> &'static str {
        match self {
            Database::Sqlite { .. } => "BEGIN IMMEDIATE",
            Database::Postgres { .. } => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
        }
    }

    /// A connection that may write.
    pub(crate) async fn writer(&self) -> Result<Connection, sqlx::Error> {
        Ok(match self {
            Database::Sqlite { writer, .. } => Connection::Sqlite(writer.acquire().await?),
            Database::Postgres { writers, .. } => Connection::Postgres(writers.acquire().await?),
        })
    }

    /// A connection that reads one statement at a time.
    pub(crate) async fn reader(&self) -> Result<Connection, sqlx::Error> {
        Ok(match self {
            Database::Sqlite { readers, .. } => Connection::Sqlite(readers.acquire().await?),
            Database::Postgres { readers, .. } => Connection::Postgres(readers.acquire().await?),
        })
    }

    /// A connection that sees the database as it is at its first statement, however long it reads.
    pub(crate) async fn snapshot(&self) -> Result<Connection, sqlx::Error> {
        Ok(match self {
            Database::Sqlite { readers, .. } => Connection::SqliteSnapshot(readers.begin().await?),
            Database::Postgres { readers, .. } => {
                let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Connection::PostgresSnapshot(readers.begin_with(begin).await?)
            }
        })
    }

    /// Closes all connections.
    pub(crate) async fn close(&self) {
        match self {
            Database::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Database::Postgres { writers, readers } => {
                readers.close().await;
                writers.close().await;
            }
        }
    }
}

fn postgres_options(address: &str) -> Result<PgConnectOptions, StoreError> {
    let options: PgConnectOptions =
        address.parse().map_err(|_| StoreError::Address(without_password(address)))?;
    if let Some(why) = without_tls(options.get_ssl_mode()) {
        return Err(StoreError::CannotOpen { address: without_password(address), why });
    }
    Ok(options.statement_cache_capacity(STATEMENT_CACHE))
}

/// The innermost words of an error, which are those a person can act on.
fn plain(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(cause) => cause.message().to_owned(),
        sqlx::Error::Io(cause) => cause.to_string(),
        other => other.to_string(),
    }
}

/// Why a mode that demands encryption cannot be kept, whether the address or `PGSSLMODE` asks for it: never in silence.
fn without_tls(mode: PgSslMode) -> Option<String> {
    let asked = match mode {
        PgSslMode::Disable | PgSslMode::Allow | PgSslMode::Prefer => return None,
        PgSslMode::Require => "require",
        PgSslMode::VerifyCa => "verify-ca",
        PgSslMode::VerifyFull => "verify-full",
    };
    Some(format!(
        "sslmode={asked} asks for TLS, and this program speaks none to PostgreSQL; connect to the same machine, a private \
         network or a TLS tunnel, and leave sslmode out"
    ))
}

/// `postgres://USER:PASSWORD@HOST/NAME` without the password.
fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    match rest.rsplit_once('@') {
        Some((user, host)) => {
            format!("{scheme}://{}@{host}", user.split_once(':').map_or(user, |(name, _)| name))
        }
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Database, without_password};
    use sqlx::Row;

    #[tokio::test]
    async fn a_commit_of_sqlite_waits_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("a.db").display());
        let Ok(Database::Sqlite { writer, readers }) = Database::open(&address).await else { panic!() };
        let row = sqlx::query("PRAGMA synchronous").fetch_one(&writer).await.unwrap();
        assert_eq!(row.get::<i64, _>(0), 2, "FULL");
        let row = sqlx::query("PRAGMA journal_mode").fetch_one(&writer).await.unwrap();
        assert_eq!(row.get::<String, _>(0), "wal");
        let refused = sqlx::query("CREATE TABLE t (a)").execute(&readers).await.unwrap_err();
        assert!(refused.to_string().contains("readonly"), "{refused}");
    }

    #[test]
    fn an_address_is_shown_without_its_password() {
        for (address, shown) in [
            ("postgres://ana:secret@db/dispatch", "postgres://ana@db/dispatch"),
            ("postgres://ana@db/dispatch", "postgres://ana@db/dispatch"),
            ("postgres://ana:se@cret@db/dispatch", "postgres://ana@db/dispatch"),
            ("postgres://db/dispatch", "postgres://db/dispatch"),
        ] {
            assert_eq!(without_password(address), shown);
        }
    }
}
