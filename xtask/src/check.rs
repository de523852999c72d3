//! `cargo xtask check`: what CI runs, in order, with a heading and a time for each stage.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::{
    arguments::Arguments,
    compare::Outcome,
    dependencies,
    preflight::{self, Piece},
    process,
    report::TestReport,
    schema, test, tidy, web,
};

/// One step of the check.
struct Stage {
    name: &'static str,
    title: &'static str,
    needs: &'static [Piece],
    run: fn(&mut Check<'_>) -> Result<()>,
}

/// What the stages share.
struct Check<'a> {
    root: &'a Path,
    report: TestReport,
    /// What a reader of the log has to know although nothing failed.
    notices: Vec<String>,
}

const STAGES: &[Stage] = &[
    Stage { name: "fmt", title: "format", needs: &[Piece::Rustfmt], run: format },
    Stage {
        name: "tidy",
        title: "rules of the house",
        needs: &[Piece::Git],
        run: |check| tidy::check(check.root),
    },
    Stage { name: "clippy", title: "lints", needs: &[Piece::Clippy], run: lints },
    Stage {
        name: "test",
        title: "tests on SQLite and PostgreSQL",
        needs: &[Piece::Postgres],
        run: |check| test::whole_workspace(check.root, &mut check.report),
    },
    Stage {
        name: "web",
        title: "web app: types, unit tests, web/dist",
        needs: &[Piece::Node],
        run: |check| web::check(check.root, &mut check.report),
    },
    Stage {
        name: "schema",
        title: "API description and client types",
        needs: &[Piece::Node],
        run: |check| schema::rebuild(check.root, Outcome::Compare),
    },
    Stage {
        name: "e2e",
        title: "browser tests",
        needs: &[Piece::Node, Piece::Chromium],
        run: |check| web::browser_tests(check.root, &mut check.report),
    },
    Stage { name: "deny", title: "bans, licences, sources of dependencies", needs: &[], run: deny },
];

/// How a stage ended.
enum Ending {
    Passed(Duration),
    Failed(Duration, anyhow::Error),
    NotRun,
}

/// `cargo xtask check [STAGE...] [--keep-going]`
pub(crate) fn command(root: &Path, mut arguments: Arguments) -> Result<()> {
    let keep_going = arguments.flag("--keep-going");
    let stages = chosen(&arguments.rest())?;

    heading("preflight", "what this machine has");
    let needs: Vec<Piece> = stages.iter().fold(Vec::new(), |mut needs, stage| {
        needs.extend(stage.needs.iter().filter(|piece| !needs.contains(piece)).collect::<Vec<_>>());
        needs
    });
    preflight::require(root, &needs)?;
    println!("nothing is missing");

    let mut check = Check { root, report: TestReport::default(), notices: Vec::new() };
    let mut endings: Vec<Ending> = Vec::new();
    for stage in &stages {
        let may_run = keep_going || !endings.iter().any(|ending| matches!(ending, Ending::Failed(..)));
        endings.push(if may_run { run(stage, &mut check) } else { Ending::NotRun });
    }
    summary(&stages, &endings, &check)
}

fn chosen(names: &[String]) -> Result<Vec<&'static Stage>> {
    let known = STAGES.iter().map(|stage| stage.name).collect::<Vec<_>>().join(" ");
    for name in names {
        if !STAGES.iter().any(|stage| stage.name == name) {
            bail!("there is no stage `{name}`; there are: {known}");
        }
    }
    Ok(STAGES
        .iter()
        .filter(|stage| names.is_empty() || names.iter().any(|name| name == stage.name))
        .collect())
}

fn run(stage: &Stage, check: &mut Check<'_>) -> Ending {
    heading(stage.name, stage.title);
    let started = Instant::now();
    let skipped = check.report.counts.skipped;
    let mut ended = (stage.run)(check);
    let skipped = check.report.counts.skipped - skipped;
    if ended.is_ok() && skipped > 0 {
        ended = Err(anyhow::anyhow!("{skipped} tests were skipped, and this check skips nothing"));
    }
    let took = started.elapsed();
    match ended {
        Ok(()) => {
            println!("-- {} passed in {:.1} s", stage.name, took.as_secs_f64());
            Ending::Passed(took)
        }
        Err(error) => {
            println!("-- {} FAILED after {:.1} s: {error:#}", stage.name, took.as_secs_f64());
            Ending::Failed(took, error)
        }
    }
}

fn summary(stages: &[&Stage], endings: &[Ending], check: &Check<'_>) -> Result<()> {
    heading("summary", "");
    let mut failed = Vec::new();
    for (Stage { name, title, .. }, ending) in stages.iter().zip(endings) {
        match ending {
            Ending::Passed(took) => println!("passed   {name:<8} {:>7.1} s  {title}", took.as_secs_f64()),
            Ending::Failed(took, error) => {
                println!("FAILED   {name:<8} {:>7.1} s  {error:#}", took.as_secs_f64());
                failed.push(*name);
            }
            Ending::NotRun => println!("not run  {name:<8}            {title}"),
        }
    }
    for notice in &check.notices {
        println!("notice: {notice}");
    }
    for line in &check.report.lines {
        println!("{line}");
    }
    println!("{} passed, {} failed", check.report.counts.passed, check.report.counts.failed);
    if failed.is_empty() { Ok(()) } else { bail!("the check failed in: {}", failed.join(", ")) }
}

fn heading(name: &str, title: &str) {
    println!("\n== {name}{}{title}", if title.is_empty() { "" } else { ": " });
}

fn format(check: &mut Check<'_>) -> Result<()> {
    process::run(process::cargo(check.root).args(["fmt", "--all", "--check"]))
}

fn lints(check: &mut Check<'_>) -> Result<()> {
    process::run(process::cargo(check.root).args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

/// Our own reading of `deny.toml` everywhere; `cargo deny`, which sees more, where it is installed.
fn deny(check: &mut Check<'_>) -> Result<()> {
    dependencies::check(check.root)?;
    if process::version(check.root, "cargo-deny", &["--version"]).is_none() {
        let notice = "cargo-deny not installed: licence texts and doubled versions not looked at; cargo install cargo-deny";
        println!("{notice}");
        check.notices.push(notice.to_owned());
        return Ok(());
    }
    process::run(process::cargo(check.root).args(["deny", "check", "bans", "licenses", "sources"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_names_every_stage_is_chosen_and_a_wrong_name_is_refused() {
        assert_eq!(chosen(&[]).unwrap().len(), STAGES.len());
        let named: Vec<_> =
            chosen(&["test".into(), "fmt".into()]).unwrap().iter().map(|stage| stage.name).collect();
        assert_eq!(named, ["fmt", "test"]);
        assert!(chosen(&["tests".into()]).is_err());
    }

    #[test]
    fn a_stage_with_a_skipped_test_fails() {
        let skips = Stage {
            name: "skips",
            title: "",
            needs: &[],
            run: |check| {
                check.report.hear("# pass 3");
                check.report.hear("# skipped 1");
                Ok(())
            },
        };
        let mut check = Check { root: Path::new("."), report: TestReport::default(), notices: Vec::new() };
        assert!(matches!(run(&skips, &mut check), Ending::Failed(..)));
    }

    #[test]
    fn one_failed_stage_fails_the_whole_check() {
        let check = Check { root: Path::new("."), report: TestReport::default(), notices: Vec::new() };
        let stages = [&STAGES[0], &STAGES[1]];
        let took = Duration::from_secs(1);
        assert!(summary(&stages, &[Ending::Passed(took), Ending::Passed(took)], &check).is_ok());
        let endings = [Ending::Failed(took, anyhow::anyhow!("no")), Ending::NotRun];
        assert!(summary(&stages, &endings, &check).unwrap_err().to_string().contains("fmt"));
    }
}
