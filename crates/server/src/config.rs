//! What the program runs on: a file, and environment variables that win over it.

use serde::Deserialize;
use std::env::VarError;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Looked for in the current folder when no other file is named.
pub const FILE: &str = "dispatch-assist.toml";

/// What the program runs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// `sqlite:FILE` or `postgres://USER@HOST/NAME`.
    pub database: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The folder of everything that is written: the database of SQLite, the spool.
    pub data_dir: PathBuf,
    /// The map for drive times, as `.osm.pbf` or in our own form; without one they are estimates.
    pub map: Option<PathBuf>,
    /// How logs look.
    pub log_format: LogFormat,
    /// How browsers reach us, such as `https://dispatch.example.com`, when it is not the address we listen on.
    pub base_url: Option<String>,
    /// The folder that messages are written to; without one they stay in the house.
    pub spool: Option<PathBuf>,
}

/// How logs look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// The configuration cannot be used; the sentence says where and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The file is not there or cannot be read.
    #[error("cannot read the configuration `{}`: {why}", file.display())]
    Unreadable {
        /// Which.
        file: PathBuf,
        /// Why.
        why: String,
    },
    /// The file is no TOML, or has a key or value that we do not know.
    #[error("the configuration `{}` is broken{place}: {why}", file.display())]
    Broken {
        /// Which.
        file: PathBuf,
        /// ` in line 3`, or empty.
        place: String,
        /// What is wrong.
        why: String,
    },
    /// A key or an environment variable makes no sense.
    #[error("the setting `{name}` makes no sense: {why}")]
    Nonsense {
        /// Its name.
        name: String,
        /// What is wrong.
        why: String,
    },
}

/// The file: every key may be absent, none may be unknown.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    database: Option<String>,
    listen: Option<SocketAddr>,
    data_dir: Option<PathBuf>,
    map: Option<PathBuf>,
    log_format: Option<LogFormat>,
    base_url: Option<String>,
    spool: Option<PathBuf>,
}

impl Config {
    /// Reads the named file, or [`FILE`] in the current folder when it is there, and the environment.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn load(file: Option<&Path>) -> Result<Config, ConfigError> {
        let found = Path::new(FILE);
        let file = file.or_else(|| found.exists().then_some(found));
        let read = match file {
            Some(file) => {
                let unreadable = |error: std::io::Error| ConfigError::Unreadable {
                    file: file.to_owned(),
                    why: error.to_string(),
                };
                parse(file, &std::fs::read_to_string(file).map_err(unreadable)?)?
            }
            None => File::default(),
        };
        resolve(read, |name| match std::env::var(name) {
            Ok(value) => Ok(Some(value)),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(wrong(name, "it is not UTF-8")),
        })
    }
}

fn parse(file: &Path, text: &str) -> Result<File, ConfigError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        ConfigError::Broken {
            file: file.to_owned(),
            place: line.map(|line| format!(" in line {line}")).unwrap_or_default(),
            why: error.message().replace('\n', " "),
        }
    })
}

/// Puts file, environment and defaults together; the environment wins.
fn resolve(
    file: File,
    variable: impl Fn(&str) -> Result<Option<String>, ConfigError>,
) -> Result<Config, ConfigError> {
    let filled = |name: &str| Ok(variable(name)?.filter(|value| !value.is_empty()));
    let folder = |name: &str| Ok::<_, ConfigError>(filled(name)?.map(PathBuf::from));
    let data_dir = folder("DISPATCH_DATA_DIR")?.or(file.data_dir).unwrap_or_else(|| PathBuf::from("data"));
    let own_database = || format!("sqlite:{}", data_dir.join("dispatch.db").display());
    let listen = match filled("DISPATCH_LISTEN")? {
        Some(text) => Some(text.parse().map_err(|_| {
            wrong("DISPATCH_LISTEN", &format!("`{text}` is no address and port such as `127.0.0.1:8080`"))
        })?),
        None => file.listen,
    };
    let log_format = match filled("DISPATCH_LOG_FORMAT")?.as_deref() {
        Some("text") => Some(LogFormat::Text),
        Some("json") => Some(LogFormat::Json),
        Some(other) => {
            return Err(wrong("DISPATCH_LOG_FORMAT", &format!("`{other}` is neither `text` nor `json`")));
        }
        None => file.log_format,
    };
    let base_url = filled("DISPATCH_BASE_URL")?.or(file.base_url);
    if let Some(url) = base_url.as_deref().filter(|url| !is_base_url(url)) {
        let why = format!("`{url}` is no address such as `https://dispatch.example.com`, without a path");
        return Err(wrong("base_url", &why));
    }
    Ok(Config {
        database: filled("DISPATCH_DATABASE")?.or(file.database).unwrap_or_else(own_database),
        listen: listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
        map: folder("DISPATCH_MAP")?.or(file.map),
        log_format: log_format.unwrap_or_default(),
        base_url: base_url.map(|url| url.trim_end_matches('/').to_owned()),
        spool: folder("DISPATCH_SPOOL")?.or(file.spool),
        data_dir,
    })
}

fn is_base_url(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.map(|host| host.trim_end_matches('/')).is_some_and(|host| {
        !host.is_empty()
            && host.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-:[]".contains(letter))
    })
}

fn wrong(name: &str, why: &str) -> ConfigError {
    ConfigError::Nonsense { name: name.to_owned(), why: why.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, variables: &[(&str, &str)], expected: Expect) {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            Ok(found.map(|(_, value)| (*value).to_owned()))
        };
        let config = parse(Path::new("a.toml"), text).and_then(|file| resolve(file, variable));
        let shown = match config {
            Ok(config) => format!(
                "{} on {} with {:?} and {:?}",
                config.database, config.listen, config.map, config.base_url
            ),
            Err(error) => error.to_string(),
        };
        expected.assert_eq(&shown);
    }

    #[test]
    fn without_anything_it_runs_on_sqlite_in_a_folder_beside_it() {
        check("", &[], expect!["sqlite:data/dispatch.db on 127.0.0.1:8080 with None and None"]);
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        check(
            "database = \"postgres://dispatch@db/dispatch\"\nmap = \"ohio.osm.pbf\"\nlisten = \"0.0.0.0:80\"",
            &[("DISPATCH_LISTEN", "127.0.0.1:9000"), ("DISPATCH_BASE_URL", "https://d.example/")],
            expect![[
                r#"postgres://dispatch@db/dispatch on 127.0.0.1:9000 with Some("ohio.osm.pbf") and Some("https://d.example")"#
            ]],
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        check(
            "\nlissten = \"0.0.0.0:80\"",
            &[],
            expect![
                "the configuration `a.toml` is broken in line 2: unknown field `lissten`, expected one of `database`, `listen`, `data_dir`, `map`, `log_format`, `base_url`, `spool`"
            ],
        );
        check(
            "listen = 80",
            &[],
            expect![
                "the configuration `a.toml` is broken in line 1: invalid type: integer `80`, expected socket address"
            ],
        );
        check(
            "listen = ",
            &[],
            expect![
                "the configuration `a.toml` is broken in line 1: string values must be quoted, expected literal string"
            ],
        );
        check(
            "",
            &[("DISPATCH_LISTEN", "here")],
            expect![
                "the setting `DISPATCH_LISTEN` makes no sense: `here` is no address and port such as `127.0.0.1:8080`"
            ],
        );
        check(
            "",
            &[("DISPATCH_LOG_FORMAT", "xml")],
            expect!["the setting `DISPATCH_LOG_FORMAT` makes no sense: `xml` is neither `text` nor `json`"],
        );
        check(
            "base_url = \"dispatch.example\"",
            &[],
            expect![
                "the setting `base_url` makes no sense: `dispatch.example` is no address such as `https://dispatch.example.com`, without a path"
            ],
        );
    }
}
