//! The small layer that lets every noun be written once for both engines.
//!
//! A [`Statement`] is SQL in both dialects, mostly the same text; a [`Value`] is bound to it; a [`Row`] comes back; a
//! [`Connection`] runs it. Parameters are `$1`, `$2` … on both engines.

mod connection;
mod database;

pub(crate) use connection::{Connection, Row};
pub(crate) use database::Database;

use domain::Timestamp;

/// A statement in both dialects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// Its name in tests and messages.
    pub name: &'static str,
    /// The text for SQLite.
    pub sqlite: &'static str,
    /// The text for PostgreSQL.
    pub postgres: &'static str,
}

/// Declares statements and the list of them: `NAME: "for both";` or `NAME: "for SQLite" => "for PostgreSQL";`.
macro_rules! statements {
    ($($name:ident: $sqlite:expr $(=> $postgres:expr)?;)+) => {
        $(const $name: $crate::engine::Statement = $crate::engine::Statement {
            name: stringify!($name),
            sqlite: $sqlite,
            postgres: $crate::engine::statements!(@postgres $sqlite $(, $postgres)?),
        };)+
        /// The statements of this file.
        pub(crate) const STATEMENTS: &[$crate::engine::Statement] = &[$($name),+];
    };
    (@postgres $both:expr) => { $both };
    (@postgres $sqlite:expr, $postgres:expr) => { $postgres };
}
pub(crate) use statements;

/// A value bound to a parameter. Truth is 0 or 1, an instant is microseconds since 1970.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Int(Option<i64>),
    Text(Option<String>),
    Bytes(Vec<u8>),
}

/// The values of a statement, each made from what it is.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::engine::Value::from($value)),*] };
}
pub(crate) use values;

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Int(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Value {
        Value::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Int(Some(i64::from(number)))
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Value {
        Value::Int(Some(i64::from(truth)))
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Value {
        Value::Int(Some(at.as_microsecond()))
    }
}

impl From<Option<Timestamp>> for Value {
    fn from(at: Option<Timestamp>) -> Value {
        Value::Int(at.map(Timestamp::as_microsecond))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Value {
        Value::Text(text)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Value {
        Value::Bytes(bytes.to_vec())
    }
}
