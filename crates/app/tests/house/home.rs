//! A database of its own.

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row};
use std::sync::atomic::{AtomicU32, Ordering};

/// The address of a PostgreSQL server on which databases may be made.
const SERVER: &str = "DISPATCH_TEST_POSTGRES";
/// Set where a test run without PostgreSQL is a failure.
const REQUIRED: &str = "DISPATCH_REQUIRE_POSTGRES";

/// A database, and the folder it lives in.
pub(crate) struct Home {
    pub(crate) address: String,
    _folder: Option<tempfile::TempDir>,
}

/// A row of the journal: the entry, and the records as its transaction left them.
pub(crate) struct Written {
    pub(crate) position: i64,
    pub(crate) entry: domain::Entry,
    pub(crate) changes: Vec<WrittenRecord>,
}

/// A record in the journal.
#[derive(serde::Deserialize)]
pub(crate) struct WrittenRecord {
    pub(crate) noun: String,
    pub(crate) id: i64,
    pub(crate) after: Option<serde_json::Value>,
}

impl Home {
    pub(crate) fn sqlite() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("dispatch.db").display());
        Home { address, _folder: Some(folder) }
    }

    /// A database that somebody else keeps.
    pub(crate) fn at(address: &str) -> Home {
        Home { address: address.to_owned(), _folder: None }
    }

    /// None when there is no server to test on.
    pub(crate) async fn postgres() -> Option<Home> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var(SERVER) else {
            assert!(std::env::var(REQUIRED).is_err(), "{REQUIRED} is set and {SERVER} is not");
            println!("PostgreSQL WAS NOT TESTED: set {SERVER} to the address of a server");
            return None;
        };
        let name = format!("dispatch_app_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let options: sqlx::postgres::PgConnectOptions = server.parse().unwrap();
        let mut connection = options.connect().await.expect("the test server answers");
        for text in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
            sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut connection).await.unwrap();
        }
        connection.close().await.unwrap();
        let (front, parameters) = server.split_once('?').unwrap_or((&server, ""));
        let (scheme, rest) = front.split_once("://").expect("an address has a scheme");
        let host = rest.split('/').next().unwrap_or(rest);
        Some(Home { address: format!("{scheme}://{host}/{name}?{parameters}"), _folder: None })
    }

    /// Waits until the server has noticed that everybody else is gone: what a killed process had sent is done or undone
    /// then.
    pub(crate) async fn is_left(&self) {
        if self.address.starts_with("sqlite:") {
            return;
        }
        let options: sqlx::postgres::PgConnectOptions = self.address.parse().unwrap();
        let mut connection = options.connect().await.unwrap();
        let others = "SELECT COUNT(*) FROM pg_stat_activity
                      WHERE datname = current_database() AND pid <> pg_backend_pid()";
        for _ in 0..1_000 {
            if sqlx::query(others).fetch_one(&mut connection).await.unwrap().get::<i64, _>(0) == 0 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("a killed process is still connected after ten seconds");
    }

    /// The whole journal, oldest first, read around the program.
    pub(crate) async fn journal(&self) -> Vec<Written> {
        let sql = "SELECT position, body, changes FROM journal WHERE company = 1 ORDER BY position";
        let rows: Vec<(i64, String, String)> = if let Some(file) = self.address.strip_prefix("sqlite:") {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
            let mut connection = options.connect().await.unwrap();
            let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect()
        } else {
            let options: sqlx::postgres::PgConnectOptions = self.address.parse().unwrap();
            let mut connection = options.connect().await.unwrap();
            let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect()
        };
        let read = |(position, body, changes): (i64, String, String)| Written {
            position,
            entry: serde_json::from_str(&body).unwrap(),
            changes: serde_json::from_str(&changes).unwrap(),
        };
        rows.into_iter().map(read).collect()
    }
}
