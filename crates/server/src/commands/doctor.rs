//! `doctor`: looks at everything the program needs, and says what to do about what is wrong.

use super::serve::public;
use super::{Stop, say, start};
use crate::config::Config;
use app::ports::RealClock;
use connect::NotConfigured;
use std::path::Path;
use std::sync::Arc;

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
    let mut lines = vec![
        Line::of("data folder", folder(config)),
        Line::of("port", port(config).await),
        map(config),
        messages(config),
    ];
    lines.extend(database(config).await);
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
    match faults {
        0 => Ok(()),
        1 => Err(Stop::found("one thing is wrong")),
        _ => Err(Stop::found(format!("{faults} things are wrong"))),
    }
}

fn folder(config: &Config) -> Result<String, Stop> {
    start::check_folder(&config.data_dir)?;
    Ok(format!("`{}` can be written", config.data_dir.display()))
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

async fn database(config: &Config) -> Vec<Line> {
    if let Some(file) = config.database.strip_prefix("sqlite:").filter(|file| !Path::new(file).exists()) {
        return vec![Line::note("database", format!("`{file}` is not there yet; the first start makes it"))];
    }
    let open =
        start::open_on(config.database.clone(), Arc::new(RealClock), None, Arc::new(NotConfigured)).await;
    let app = match open {
        Ok(app) => app,
        Err(stop) => return vec![Line::of("database", Err(stop))],
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
    if matches!(app.setup_needed().await, Ok(true)) {
        lines.push(Line::note("accounts", "nobody has one yet: open /setup"));
    }
    app.close().await;
    lines
}
