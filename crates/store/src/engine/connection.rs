//! One connection of either engine.

use super::{Statement, Value};
use crate::error::StoreError;
use domain::Timestamp;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnection, PgRow};
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Postgres, Row as _, Sqlite, Transaction};

/// One connection, or one that is inside a transaction which is rolled back when it is dropped.
pub(crate) enum Connection {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
    SqliteSnapshot(Transaction<'static, Sqlite>),
    PostgresSnapshot(Transaction<'static, Postgres>),
}

enum Wire<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

/// A row that came back.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

/// Binds every value; a macro because the two query types have nothing in common to be generic over.
macro_rules! bound {
    ($sql:expr, $values:expr, $text:expr) => {{
        let mut query = sqlx::query($sql);
        for value in $values {
            query = match value {
                Value::Int(number) => query.bind(*number),
                Value::Text(text) => query.bind(text.as_deref().map($text)),
                Value::Bytes(bytes) => query.bind(bytes.clone()),
            };
        }
        query
    }};
}

/// PostgreSQL cannot store the character NUL in a text; inside JSON it is escaped, in a column it becomes U+FFFD.
fn without_nul(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

impl Connection {
    fn wire(&mut self) -> Wire<'_> {
        match self {
            Connection::Sqlite(connection) => Wire::Sqlite(connection),
            Connection::Postgres(connection) => Wire::Postgres(connection),
            Connection::SqliteSnapshot(transaction) => Wire::Sqlite(transaction),
            Connection::PostgresSnapshot(transaction) => Wire::Postgres(transaction),
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self, Connection::Postgres(_) | Connection::PostgresSnapshot(_))
    }

    /// Runs a statement that answers with no rows, and tells how many it touched.
    pub(crate) async fn run(&mut self, sql: Statement, values: &[Value]) -> Result<u64, sqlx::Error> {
        match self.wire() {
            Wire::Sqlite(connection) => {
                let query = bound!(sql.sqlite, values, str::to_owned);
                Ok(query.execute(connection).await?.rows_affected())
            }
            Wire::Postgres(connection) => {
                let query = bound!(sql.postgres, values, without_nul);
                Ok(query.execute(connection).await?.rows_affected())
            }
        }
    }

    /// Runs a statement and gives all its rows.
    pub(crate) async fn all(&mut self, sql: Statement, values: &[Value]) -> Result<Vec<Row>, sqlx::Error> {
        Ok(match self.wire() {
            Wire::Sqlite(connection) => {
                let query = bound!(sql.sqlite, values, str::to_owned);
                query.fetch_all(connection).await?.into_iter().map(Row::Sqlite).collect()
            }
            Wire::Postgres(connection) => {
                let query = bound!(sql.postgres, values, without_nul);
                query.fetch_all(connection).await?.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// Runs a statement that has at most one row, and gives it.
    pub(crate) async fn one(&mut self, sql: Statement, values: &[Value]) -> Result<Option<Row>, sqlx::Error> {
        Ok(self.all(sql, values).await?.pop())
    }

    /// Runs plain text, such as a whole migration.
    pub(crate) async fn raw(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        match self.wire() {
            Wire::Sqlite(connection) => sqlx::raw_sql(sql).execute(connection).await.map(drop),
            Wire::Postgres(connection) => sqlx::raw_sql(sql).execute(connection).await.map(drop),
        }
    }

    /// Prepares a statement without running it.
    pub(crate) async fn prepare(&mut self, sql: Statement) -> Result<(), sqlx::Error> {
        use sqlx::{Executor, SqlSafeStr};
        match self.wire() {
            Wire::Sqlite(connection) => connection.prepare(sql.sqlite.into_sql_str()).await.map(drop),
            Wire::Postgres(connection) => connection.prepare(sql.postgres.into_sql_str()).await.map(drop),
        }
    }

    /// Closes it instead of giving it back, because nobody knows in what state it is.
    pub(crate) fn discard(self) {
        match self {
            Connection::Sqlite(connection) => drop(connection.detach()),
            Connection::Postgres(connection) => drop(connection.detach()),
            Connection::SqliteSnapshot(_) | Connection::PostgresSnapshot(_) => {}
        }
    }
}

/// Reads a column of either row; a macro because the two row types decode through different traits.
macro_rules! column {
    ($row:expr, $index:expr) => {
        match $row {
            Row::Sqlite(row) => row.try_get($index),
            Row::Postgres(row) => row.try_get($index),
        }
    };
}

impl Row {
    pub(crate) fn int(&self, index: usize) -> Result<i64, sqlx::Error> {
        column!(self, index)
    }

    pub(crate) fn text(&self, index: usize) -> Result<String, sqlx::Error> {
        column!(self, index)
    }

    /// A text that is only looked at, without a copy.
    pub(crate) fn str(&self, index: usize) -> Result<&str, sqlx::Error> {
        column!(self, index)
    }

    pub(crate) fn text_or_none(&self, index: usize) -> Result<Option<String>, sqlx::Error> {
        column!(self, index)
    }

    pub(crate) fn bytes(&self, index: usize) -> Result<Vec<u8>, sqlx::Error> {
        column!(self, index)
    }

    pub(crate) fn instant(&self, index: usize) -> Result<Timestamp, StoreError> {
        instant(self.int(index)?)
    }
}

fn instant(microseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(microseconds)
        .map_err(|error| StoreError::Corrupt { what: "instant".to_owned(), why: error.to_string() })
}
