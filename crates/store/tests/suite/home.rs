//! A database of its own for every test.

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row};
use std::sync::atomic::{AtomicU32, Ordering};
use store::Store;

/// The address of a PostgreSQL server on which databases may be made.
const SERVER: &str = "DISPATCH_TEST_POSTGRES";
/// Set where a test run without PostgreSQL is a failure.
const REQUIRED: &str = "DISPATCH_REQUIRE_POSTGRES";

/// A database, and the folder it lives in.
pub(crate) struct Home {
    pub(crate) address: String,
    _folder: Option<tempfile::TempDir>,
}

impl Home {
    pub(crate) fn sqlite() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("dispatch.db").display());
        Home { address, _folder: Some(folder) }
    }

    /// None when there is no server to test on.
    pub(crate) async fn postgres() -> Option<Home> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var(SERVER) else {
            assert!(std::env::var(REQUIRED).is_err(), "{REQUIRED} is set and {SERVER} is not");
            println!("PostgreSQL WAS NOT TESTED: set {SERVER} to the address of a server");
            return None;
        };
        let name = format!("dispatch_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
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

    pub(crate) fn is_sqlite(&self) -> bool {
        self.address.starts_with("sqlite:")
    }

    pub(crate) async fn open(&self) -> Store {
        Store::open(&self.address).await.unwrap()
    }

    /// Runs SQL around the program; says how many rows it touched, or why the database refused.
    pub(crate) async fn raw(&self, sql: impl Into<String>) -> Result<u64, String> {
        let sql = AssertSqlSafe(sql.into());
        let done = if let Some(file) = self.address.strip_prefix("sqlite:") {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
            let mut connection = options.connect().await.unwrap();
            let done = sqlx::raw_sql(sql).execute(&mut connection).await.map(|done| done.rows_affected());
            connection.close().await.unwrap();
            done
        } else {
            let options: sqlx::postgres::PgConnectOptions = self.address.parse().unwrap();
            let mut connection = options.connect().await.unwrap();
            let done = sqlx::raw_sql(sql).execute(&mut connection).await.map(|done| done.rows_affected());
            connection.close().await.unwrap();
            done
        };
        done.map_err(|error| error.to_string())
    }

    /// One number that SQL answers with.
    pub(crate) async fn number(&self, sql: impl Into<String>) -> i64 {
        let sql = AssertSqlSafe(sql.into());
        if let Some(file) = self.address.strip_prefix("sqlite:") {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
            let mut connection = options.connect().await.unwrap();
            sqlx::query(sql).fetch_one(&mut connection).await.unwrap().get(0)
        } else {
            let options: sqlx::postgres::PgConnectOptions = self.address.parse().unwrap();
            let mut connection = options.connect().await.unwrap();
            sqlx::query(sql).fetch_one(&mut connection).await.unwrap().get(0)
        }
    }
}
