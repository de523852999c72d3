//! Running other programs: where, with what environment, and what we keep of their words.

use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// How long a program that has ended may still hold its output: the last lines need a moment, no more.
const GRACE: Duration = Duration::from_secs(5);

/// A program started in the top folder of the checkout.
///
/// The variables that `cargo run` sets for us are taken away again: build scripts that watch them (the one of `ring`
/// does) would otherwise run anew at each switch between `cargo` and `cargo xtask`.
pub(crate) fn program(root: &Path, name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root);
    for (variable, _) in env::vars_os() {
        if is_set_by_cargo_run(&variable.to_string_lossy()) {
            command.env_remove(variable);
        }
    }
    command
}

fn is_set_by_cargo_run(variable: &str) -> bool {
    variable.starts_with("CARGO_PKG_")
        || variable.starts_with("CARGO_MANIFEST_")
        || matches!(variable, "CARGO_BIN_NAME" | "CARGO_CRATE_NAME" | "CARGO_PRIMARY_PACKAGE")
}

/// The cargo that started us.
pub(crate) fn cargo(root: &Path) -> Command {
    program(root, env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The folder that cargo builds into. We stand in it ourselves, at `<folder>/<profile>/xtask`.
///
/// # Errors
///
/// The system does not tell us where our own file is.
pub(crate) fn target_folder() -> Result<PathBuf> {
    let own = env::current_exe().context("finding xtask's own file")?;
    // The tag is there only when cargo made the folder itself; what it knows of the compiler always is.
    let is_target =
        |folder: &&Path| folder.join("CACHEDIR.TAG").is_file() || folder.join(".rustc_info.json").is_file();
    let folder = own.ancestors().find(is_target);
    folder.map(Path::to_path_buf).context("xtask was not started from cargo's target folder")
}

/// Runs `command` with our own terminal.
///
/// # Errors
///
/// It cannot be started or ends unhappily.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", line(command));
    let status = command.status().with_context(|| format!("starting `{}`", name(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs `command`, shows all it says, and gives each line (without colours) to `hear` as well.
///
/// # Errors
///
/// It cannot be started or ends unhappily.
pub(crate) fn run_and_hear(command: &mut Command, hear: &mut dyn FnMut(&str)) -> Result<()> {
    println!("$ {}", line(command));
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting `{}`", name(command)))?;
    let stdout = child.stdout.take().expect("stdout was asked to be a pipe");
    let stderr = child.stderr.take().expect("stderr was asked to be a pipe");
    let (said, lines) = mpsc::channel();
    let said_too = said.clone();
    thread::spawn(move || pass_on(stdout, std::io::stdout(), &said));
    thread::spawn(move || pass_on(stderr, std::io::stderr(), &said_too));
    let mut ended: Option<Instant> = None;
    loop {
        match lines.recv_timeout(Duration::from_millis(50)) {
            Ok(text) => hear(&text),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
        if ended.is_none() && child.try_wait()?.is_some() {
            ended = Some(Instant::now());
        }
        // A server that a test forgot to stop keeps the pipes open for ever; we do not wait for it.
        if ended.is_some_and(|since| since.elapsed() > GRACE) {
            bail!("`{}` ended but left a process running that holds its output", line(command));
        }
    }
    let status = child.wait().with_context(|| format!("waiting for `{}`", name(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs `command` and returns what it wrote to standard output.
///
/// # Errors
///
/// It cannot be started or ends unhappily.
pub(crate) fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("starting `{}`", name(command)))?;
    if !output.status.success() {
        bail!("`{}` ended with {}", line(command), output.status);
    }
    Ok(output.stdout)
}

/// What `name --version` answers, or `None` when there is no such program.
pub(crate) fn version(root: &Path, name: &str, arguments: &[&str]) -> Option<String> {
    let output = program(root, name).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where `name` stands in `PATH`.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn pass_on(from: impl Read, mut to: impl Write, said: &Sender<String>) {
    let mut from = BufReader::new(from);
    let mut bytes = Vec::new();
    // A broken pipe on either side ends the conversation; the exit status tells the rest.
    while from.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
        if to.write_all(&bytes).and_then(|()| to.flush()).is_err() {
            return;
        }
        if said.send(without_colours(String::from_utf8_lossy(&bytes).trim_end())).is_err() {
            return;
        }
        bytes.clear();
    }
}

/// `text` without the escape sequences that terminals read as colours (`ESC [ ... m`).
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| letter.is_ascii_alphabetic()).map_or(part.len(), |at| at + 1);
        plain.push_str(&part[end..]);
    }
    plain
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}

fn line(command: &Command) -> String {
    let mut line = name(command);
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_away_and_words_stay() {
        assert_eq!(without_colours("\u{1b}[32;1m   Summary\u{1b}[0m [ 1.2s]"), "   Summary [ 1.2s]");
        assert_eq!(without_colours("plain"), "plain");
    }

    #[test]
    fn both_streams_are_heard_and_a_bad_end_is_an_error() {
        let mut heard = Vec::new();
        let mut command = program(Path::new("."), "sh");
        command.args(["-c", "echo one; echo two >&2; exit 3"]);
        let ended = run_and_hear(&mut command, &mut |line| heard.push(line.to_owned()));
        heard.sort();
        assert_eq!(heard, ["one", "two"]);
        assert!(ended.unwrap_err().to_string().contains("exit status: 3"));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(&mut program(Path::new("."), "no-such-program-here")).unwrap_err();
        assert!(format!("{error:#}").contains("no-such-program-here"), "{error:#}");
    }
}
