//! `doctor`: looks at everything the program needs, and says what to do about what is wrong.

use super::serve::public;
use super::{Stop, say, start};
use crate::config::Config;
use app::{App, Looked, StoreError};
use std::path::Path;

/// How many tasks that were given up are named.
const NAMED: usize = 5;

/// One line of the table.
struct Line {
    what: &'static str,
    verdict: Verdict,
    words: String,
}

enum Verdict {
    Fine,
    /// Nothing is wrong, but somebody should know.
    Note,
    Wrong,
}

impl Line {
    fn of(what: &'static str, checked: Result<String, Stop>) -> Line {
        match checked {
            Ok(words) => Line { what, verdict: Verdict::Fine, words },
            Err(stop) => Line { what, verdict: Verdict::Wrong, words: stop.sentence },
        }
    }

    fn note(what: &'static str, words: impl Into<String>) -> Line {
        Line { what, verdict: Verdict::Note, words: words.into() }
    }
}

/// Prints the table; fails when something is wrong.
pub(super) async fn run(config: &Config) -> Result<(), Stop> {
    let mut lines = vec![folder(config), Line::of("port", port(config).await), map(config), messages(config)];
    let newer = match database(config).await {
        Ok(found) => {
            lines.extend(found);
            None
        }
        Err(newer) => Some(newer),
    };
    let mut faults = 0;
    for Line { what, verdict, words } in &lines {
        let mark = match verdict {
            Verdict::Fine => "ok",
            Verdict::Note => "note",
            Verdict::Wrong => {
                faults += 1;
                "WRONG"
            }
        };
        say(&format!("{mark:<6} {what:<12} {words}\n"))?;
    }
    if let Some(newer) = newer {
        return Err(newer);
    }
    match faults {
        0 => Ok(()),
        1 => Err(Stop::found("one thing is wrong")),
        _ => Err(Stop::found(format!("{faults} things are wrong"))),
    }
}

fn folder(config: &Config) -> Line {
    let shown = config.data_dir.display();
    if !config.data_dir.exists() {
        return Line::note("data folder", format!("`{shown}` is not there yet; the first start makes it"));
    }
    let checked = start::check_folder(&config.data_dir).map(|()| format!("`{shown}` can be written"));
    Line::of("data folder", checked)
}

async fn port(config: &Config) -> Result<String, Stop> {
    start::listen(config.listen).await?;
    Ok(format!("{} is free", config.listen))
}

fn map(config: &Config) -> Line {
    let Some(file) = &config.map else {
        return Line::note("map", "none: drive times are estimates; set `map` to an `.osm.pbf` of your area");
    };
    let read = start::read_map(file)
        .map(|network| format!("{} streets, {} junctions", network.streets().len(), network.junctions()));
    Line::of("map", read)
}

fn messages(config: &Config) -> Line {
    if config.spool.is_none() {
        return Line::note("messages", "no messenger: messages are written and stay in the house");
    }
    Line::of("messages", start::messenger(config).map(|messenger| format!("go to the {}", messenger.name())))
}

/// What is said about the database, which is only read.
///
/// # Errors
/// It belongs to a newer program: nothing else can be said about it.
async fn database(config: &Config) -> Result<Vec<Line>, Stop> {
    if let Some(file) = config.database.strip_prefix("sqlite:").filter(|file| !Path::new(file).exists()) {
        let words = format!("`{file}` is not there yet; the first start makes it");
        return Ok(vec![Line::note("database", words)]);
    }
    let app = match start::look_at(config.database.clone()).await {
        Ok(Looked::Current(app)) => app,
        Ok(Looked::Older { found, known }) => {
            let what = if found == 0 { "no schema yet".to_owned() } else { format!("schema {found}") };
            let words = format!(
                "`{}` has {what}, this program needs {known}: run `dispatch-assist migrate`; every start does it as well",
                public(&config.database)
            );
            return Ok(vec![Line::note("database", words)]);
        }
        Err(newer @ StoreError::NewerSchema { .. }) => return Err(newer.into()),
        Err(error) => return Ok(vec![Line::of("database", Err(error.into()))]),
    };
    let mut lines =
        vec![Line::of("database", Ok(format!("`{}` answers, its schema is ours", public(&config.database))))];
    lines.push(match app.verify().await {
        Ok(report) if report.faults.is_empty() => {
            Line::of("journal", Ok(format!("{} entries, chain and state are whole", report.entries)))
        }
        Ok(report) => {
            let (count, first) = (report.faults.len(), &report.faults[0]);
            Line::of("journal", Err(Stop::found(format!("{count} faults, the first: {first}; see `verify`"))))
        }
        Err(error) => Line::of("journal", Err(error.into())),
    });
    lines.push(Line::of("tasks", given_up(&app).await));
    if matches!(app.setup_needed().await, Ok(true)) {
        lines.push(Line::note("accounts", "nobody has one yet: open /setup"));
    }
    app.close().await;
    Ok(lines)
}

async fn given_up(app: &App) -> Result<String, Stop> {
    let given_up = app.given_up().await?;
    match given_up.as_slice() {
        [] => Ok("none was given up".to_owned()),
        some => {
            let more = some.len().saturating_sub(NAMED);
            let tail = if more > 0 { format!("; and {more} more") } else { String::new() };
            let named = some[..some.len().min(NAMED)].join("; ");
            Err(Stop::found(format!("{} given up: {named}{tail}", some.len())))
        }
    }
}
