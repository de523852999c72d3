//! The web app: checked, tested, rebuilt and compared with the committed `web/dist`, and played in a browser.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    arguments::Arguments,
    compare::{self, Others, Outcome},
    preflight::{self, Piece},
    process,
    report::TestReport,
    scratch::Scratch,
};

/// The profile that the browser tests run: `dev` (the default: the tests have just built most of it) or `release`.
const PROFILE_VARIABLE: &str = "DISPATCH_E2E_PROFILE";

/// `cargo xtask web [--bless]`
pub(crate) fn command(root: &Path, mut arguments: Arguments) -> Result<()> {
    let outcome = Outcome::from_flag(arguments.flag("--bless"));
    arguments.done()?;
    preflight::require(root, &[Piece::Node])?;
    install(root)?;
    build(root, outcome)
}

/// Everything about the web app that needs no browser.
///
/// # Errors
///
/// Types are wrong, a unit test fails, or `web/dist` is not what the source makes.
pub(crate) fn check(root: &Path, report: &mut TestReport) -> Result<()> {
    install(root)?;
    process::run_and_hear(npm(root)?.args(["run", "check"]), &mut |_| {})?;
    process::run_and_hear(npm(root)?.args(["run", "test", "--if-present"]), &mut |line| report.hear(line))?;
    build(root, Outcome::Compare)
}

/// The main job against the real binary in a real browser.
///
/// # Errors
///
/// A test fails, or none ran.
pub(crate) fn browser_tests(root: &Path, report: &mut TestReport) -> Result<()> {
    install_unless_fresh(root)?;
    let binary = build_binary(root)?;
    let chromium = preflight::chromium().context("there is no Chromium")?;
    let before = report.counts.passed;
    process::run_and_hear(
        npm(root)?.args(["run", "e2e"]).env("DISPATCH_BIN", binary).env("CHROMIUM", chromium),
        &mut |line| report.hear(line),
    )?;
    if report.counts.passed == before {
        bail!("the browser tests ended without the summary of a single passed test");
    }
    Ok(())
}

/// `npm ci`, unless what is installed is newer than the lock file.
///
/// # Errors
///
/// As [`install`].
pub(crate) fn install_unless_fresh(root: &Path) -> Result<()> {
    let changed =
        |file: &str| fs::metadata(root.join("web").join(file)).and_then(|file| file.modified()).ok();
    match (changed("package-lock.json"), changed("node_modules/.package-lock.json")) {
        (Some(wanted), Some(installed)) if wanted <= installed => Ok(()),
        _ => install(root),
    }
}

/// A tool that `npm ci` has installed.
///
/// # Errors
///
/// It is not among the dependencies of the web app.
pub(crate) fn tool(root: &Path, name: &str) -> Result<Command> {
    let file = root.join("web/node_modules/.bin").join(name);
    if !file.is_file() {
        bail!("`{name}` is not a dependency in web/package.json");
    }
    let mut command = process::program(root, file);
    command.current_dir(root.join("web"));
    Ok(command)
}

fn install(root: &Path) -> Result<()> {
    process::run(npm(root)?.args(["ci", "--no-audit", "--no-fund"]))
}

fn build(root: &Path, outcome: Outcome) -> Result<()> {
    let made = Scratch::new("web")?;
    // Vite writes elsewhere, so that a failed comparison leaves `web/dist` as it was committed.
    process::run_and_hear(
        npm(root)?.args(["run", "build", "--", "--emptyOutDir", "--outDir"]).arg(made.path()),
        &mut |_| {},
    )?;
    if !made.path().join("index.html").is_file() {
        bail!("`npm run build` made no index.html; the script must hand `--outDir` on to Vite");
    }
    compare::folders(made.path(), &root.join("web/dist"), Others::Refused, outcome, "cargo xtask web --bless")
}

fn build_binary(root: &Path) -> Result<PathBuf> {
    let profile = env::var(PROFILE_VARIABLE).unwrap_or_else(|_| "dev".to_owned());
    let folder = match profile.as_str() {
        "dev" => "debug",
        "release" => "release",
        other => bail!("`{PROFILE_VARIABLE}` is `{other}`; it can be `dev` or `release`"),
    };
    process::run(process::cargo(root).args(["build", "-p", "dispatch-assist", "--profile", &profile]))?;
    let binary = process::target_folder()?.join(folder).join("dispatch-assist");
    if !binary.is_file() {
        bail!("cargo built no `{}`", binary.display());
    }
    Ok(binary)
}

fn npm(root: &Path) -> Result<Command> {
    let folder = root.join("web");
    for file in ["package.json", "package-lock.json"] {
        if !folder.join(file).is_file() {
            bail!("there is no web/{file}");
        }
    }
    let mut command = process::program(root, "npm");
    command.current_dir(folder).env("npm_config_update_notifier", "false");
    Ok(command)
}
