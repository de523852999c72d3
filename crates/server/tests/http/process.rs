//! The binary as its users start and stop it.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

fn binary(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dispatch-assist"));
    command.current_dir(folder).env("DISPATCH_LISTEN", "127.0.0.1:0").env("RUST_LOG", "warn");
    command
}

/// The command fails with one sentence on standard error and exit code 2.
#[track_caller]
fn refused(output: &Output, words: &str) {
    let sentence = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{sentence}");
    assert!(sentence.contains(words), "{sentence}");
    assert_eq!(sentence.trim_end().lines().count(), 1, "{sentence}");
}

/// A process that does not outlive its test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_broken_configuration_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dispatch-assist.toml"), "lissten = 80").unwrap();
    refused(
        &binary(folder.path()).arg("serve").output().unwrap(),
        "`dispatch-assist.toml` is broken in line 1",
    );
    refused(&binary(folder.path()).args(["serve", "--config", "none.toml"]).output().unwrap(), "cannot read");
}

#[test]
fn a_folder_that_cannot_be_written_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    // A file where the folder should be: refused even to root, who may write into read-only folders.
    fs::write(folder.path().join("data"), "").unwrap();
    refused(&binary(folder.path()).arg("serve").output().unwrap(), "cannot write to the folder `data`");
}

#[test]
fn a_taken_port_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = binary(folder.path()).arg("serve").env("DISPATCH_LISTEN", &address).output().unwrap();
    refused(&output, &format!("the port {} is taken", taken.local_addr().unwrap().port()));
}

#[test]
fn a_file_that_is_no_database_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x.db"), "this is no database, and never was one".repeat(100)).unwrap();
    let output =
        binary(folder.path()).arg("migrate").env("DISPATCH_DATABASE", "sqlite:x.db").output().unwrap();
    refused(&output, "database");
}

#[test]
fn migrate_verify_and_doctor_agree_on_a_fresh_database() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["migrate", "verify", "doctor"] {
        let output = binary(folder.path()).arg(command).output().unwrap();
        assert!(output.status.success(), "{command}: {output:?}");
    }
    let doctor = binary(folder.path()).arg("doctor").env("DISPATCH_MAP", "none.osm.pbf").output().unwrap();
    assert_eq!(doctor.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&doctor.stdout).contains("WRONG  map"), "{doctor:?}");
}

/// Everything in a folder, by name and bytes.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Runs a statement around the program.
fn sqlite(file: &Path, statement: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
        let mut connection = options.connect().await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    });
}

#[test]
fn a_doctor_looks_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let doctor = || binary(folder.path()).arg("doctor").output().unwrap();
    let said = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let fresh = doctor();
    assert!(fresh.status.success() && said(&fresh).contains("is not there yet"), "{fresh:?}");
    assert!(!folder.path().join("data").exists(), "it made no folder");

    // A file without our schema is not given one.
    fs::create_dir(folder.path().join("data")).unwrap();
    let file = folder.path().join("data/dispatch.db");
    sqlite(&file, "CREATE TABLE other (a)");
    let before = contents(&folder.path().join("data"));
    let older = doctor();
    assert!(older.status.success(), "{older:?}");
    assert!(
        said(&older).contains("no schema yet") && said(&older).contains("dispatch-assist migrate"),
        "{older:?}"
    );
    assert_eq!(contents(&folder.path().join("data")), before);

    assert!(binary(folder.path()).arg("migrate").output().unwrap().status.success());
    let current = doctor();
    assert!(current.status.success() && said(&current).contains("its schema is ours"), "{current:?}");
    assert!(said(&current).contains("none was given up"), "{current:?}");

    sqlite(&file, "INSERT INTO schema_version (version, checksum) VALUES (999, 'x')");
    refused(&doctor(), "the database has schema 999");
}

#[test]
fn a_log_that_is_no_terminal_has_no_colours() {
    let folder = tempfile::tempdir().unwrap();
    for format in ["text", "json"] {
        let mut command = binary(folder.path());
        command.arg("migrate").env("RUST_LOG", "debug").env("DISPATCH_LOG_FORMAT", format);
        let log = String::from_utf8(command.output().unwrap().stderr).unwrap();
        assert!(!log.is_empty() && !log.contains('\u{1b}'), "{log:?}");
        let is_json = |line: &str| serde_json::from_str::<serde_json::Value>(line).is_ok();
        assert_eq!(log.lines().all(is_json), format == "json", "{log}");
    }
}

#[test]
fn without_a_command_it_says_what_it_can_do() {
    let folder = tempfile::tempdir().unwrap();
    let output = binary(folder.path()).output().unwrap();
    assert!(output.status.success());
    let help = String::from_utf8_lossy(&output.stdout).into_owned();
    for command in ["demo", "serve", "worker", "migrate", "doctor", "verify", "openapi", "samples", "bench"] {
        assert!(help.contains(command), "{command}: {help}");
    }
}

#[test]
fn asked_to_stop_it_finishes_and_ends_well() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = binary(folder.path());
    command.args(["demo", "--port", "0", "--technicians", "4", "--data-dir", "kept"]).stdout(Stdio::piped());
    let mut running = Running(command.spawn().unwrap());
    let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
    let line = lines.find(|line| line.as_ref().unwrap().contains("/sign-in/")).unwrap().unwrap();
    let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let body = r#"{"name": "Ana", "phone": "614 555 0100", "message": "No heat"}"#;
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(
        stream,
        "POST /in/form/buckeye HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");

    Command::new("kill").arg(running.0.id().to_string()).status().unwrap();
    let asked = Instant::now();
    while running.0.try_wait().unwrap().is_none() {
        assert!(asked.elapsed() < Duration::from_secs(60), "it does not stop");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(running.0.wait().unwrap().success());
    let kept = format!("sqlite:{}", folder.path().join("kept/demo.db").display());
    let verified = binary(folder.path()).arg("verify").env("DISPATCH_DATABASE", kept).output().unwrap();
    assert!(verified.status.success(), "{verified:?}");
}
