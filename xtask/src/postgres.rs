//! A throw-away PostgreSQL for the tests: a fresh cluster in a temporary folder, on a free loopback port.
//!
//! Nothing of it survives. A shell stands between us and the server and waits on a pipe that we hold: when xtask ends,
//! however it ends, the pipe closes, and the shell stops the server and removes the folder.

use std::{
    env, fmt, fs,
    net::TcpListener,
    os::unix::{
        fs::{MetadataExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    arguments::Arguments,
    preflight::{self, Piece},
    process,
    scratch::Scratch,
};

/// The tests read the server's address here: a URL of a database whose user may create more of them.
pub(crate) const URL_VARIABLE: &str = "DISPATCH_TEST_POSTGRES";

/// When this is `1`, a test that wants PostgreSQL and has no address fails and does not step aside.
pub(crate) const REQUIRED_VARIABLE: &str = "DISPATCH_REQUIRE_POSTGRES";

/// `initdb` and a first start take two seconds on two busy cores.
const PATIENCE: Duration = Duration::from_secs(60);

/// Between our look for a free port and the server's start, somebody else may take it.
const ATTEMPTS: u32 = 3;

/// Starts the server, waits for our end (end of standard input), stops it and clears up.
const KEEPER: &str = r#"
"$1/postgres" -D "$2/data" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c max_connections=200 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c timezone=UTC >"$2/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$2"
"#;

/// Where the server's programs are.
#[derive(Debug)]
pub(crate) struct Binaries {
    folder: PathBuf,
}

/// What is not installed, in words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    Server,
    Contrib { folder: PathBuf },
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server => f.write_str("PostgreSQL server programs (`postgres`, `initdb`)"),
            Self::Contrib { folder } => {
                write!(f, "PostgreSQL's contrib extension `btree_gist` beside `{}`", folder.display())
            }
        }
    }
}

impl Binaries {
    /// Debian keeps the server's programs out of `PATH`, so its folders are looked at as well, newest first.
    ///
    /// # Errors
    ///
    /// The server is not installed, or only without its contrib extensions.
    pub(crate) fn find() -> Result<Self, Gap> {
        let folder = candidates().into_iter().find(|folder| has_server(folder)).ok_or(Gap::Server)?;
        // `PATH` often holds links; the extensions stand beside the real file.
        let folder = fs::canonicalize(folder.join("postgres"))
            .ok()
            .and_then(|real| real.parent().map(Path::to_path_buf))
            .filter(|real| has_server(real))
            .unwrap_or(folder);
        if !has_btree_gist(&folder) {
            return Err(Gap::Contrib { folder });
        }
        Ok(Self { folder })
    }
}

fn candidates() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    let mut packaged: Vec<(u32, PathBuf)> = Vec::new();
    for parent in ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/usr"] {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let version = name.trim_start_matches("postgresql@").trim_start_matches("pgsql-");
            if let Ok(version) = version.parse() {
                packaged.push((version, entry.path().join("bin")));
            }
        }
    }
    packaged.sort_by(|a, b| b.cmp(a));
    folders.extend(packaged.into_iter().map(|(_, folder)| folder));
    folders
}

fn has_server(folder: &Path) -> bool {
    folder.join("postgres").is_file() && folder.join("initdb").is_file()
}

fn has_btree_gist(folder: &Path) -> bool {
    let told = Command::new(folder.join("pg_config")).arg("--sharedir").output().ok();
    let told = told.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    let version =
        folder.parent().and_then(Path::file_name).map(|name| Path::new("/usr/share/postgresql").join(name));
    [told, version, Some(folder.join("../share")), Some(folder.join("../share/postgresql"))]
        .into_iter()
        .flatten()
        .any(|share| share.join("extension/btree_gist.control").is_file())
}

/// A running server. Dropping it stops it and removes its files.
#[derive(Debug)]
pub(crate) struct Postgres {
    keeper: Child,
    port: u16,
    // Dropped last: the keeper removes the files, and this removes what a killed keeper left.
    folder: Scratch,
}

impl Postgres {
    /// # Errors
    ///
    /// PostgreSQL is not installed, or does not come up; the error holds the end of its log.
    pub(crate) fn start() -> Result<Self> {
        let binaries = Binaries::find().map_err(|gap| anyhow::anyhow!("{gap} not found"))?;
        let mut refused = None;
        for _ in 0..ATTEMPTS {
            match Self::start_once(&binaries) {
                Ok(server) => return Ok(server),
                Err(error) => refused = Some(error),
            }
        }
        Err(refused.expect("there was at least one attempt"))
    }

    fn start_once(binaries: &Binaries) -> Result<Self> {
        let folder = Scratch::new("postgres")?;
        let account = account_for(folder.path())?;
        let data = folder.path().join("data");
        initdb(binaries, &data, account)?;
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr())?.port();
        let mut keeper = Command::new("sh");
        keeper.args(["-c", KEEPER, "keeper"]).arg(&binaries.folder).arg(folder.path()).arg(port.to_string());
        // A group of its own: Ctrl-C must reach us and not the keeper, which has to clear up after us.
        become_account(&mut keeper, account).process_group(0);
        keeper.current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let keeper = keeper.spawn().context("starting the shell that keeps PostgreSQL")?;
        let server = Self { keeper, port, folder };
        server.wait_until_ready(&data)?;
        Ok(server)
    }

    /// The address for [`URL_VARIABLE`]. Its user is a superuser and needs no password.
    pub(crate) fn url(&self) -> String {
        format!("postgres://dispatch@127.0.0.1:{}/postgres", self.port)
    }

    /// The server writes its state into the last line of `postmaster.pid`.
    fn wait_until_ready(&self, data: &Path) -> Result<()> {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let state = fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
            if state.lines().last().is_some_and(|line| line.trim() == "ready") {
                return Ok(());
            }
            let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
            if log.contains("FATAL") {
                bail!("PostgreSQL does not start: {}", log.trim());
            }
            thread::sleep(Duration::from_millis(20));
        }
        bail!("PostgreSQL was not ready within {} seconds", PATIENCE.as_secs())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // It stops the server and ends; when it was killed, there is nobody to wait for.
        let _ = self.keeper.wait();
    }
}

/// A user and a group, by number.
type Account = (u32, u32);

/// PostgreSQL refuses to run as root: then the folder goes to `postgres` or `nobody`, who runs it.
fn account_for(folder: &Path) -> Result<Option<Account>> {
    if fs::metadata(folder)?.uid() != 0 {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").context("reading the users of this machine")?;
    let account = ["postgres", "nobody"]
        .into_iter()
        .find_map(|name| account(&users, name))
        .context("PostgreSQL refuses to run as root, and there is neither a user `postgres` nor `nobody`")?;
    chown(folder, Some(account.0), Some(account.1))
        .with_context(|| format!("giving away `{}`", folder.display()))?;
    Ok(Some(account))
}

/// Reads `name:x:uid:gid:...`.
fn account(users: &str, name: &str) -> Option<Account> {
    let fields: Vec<&str> =
        users.lines().map(|line| line.split(':').collect()).find(|fields: &Vec<&str>| fields[0] == name)?;
    Some((fields.get(2)?.parse().ok()?, fields.get(3)?.parse().ok()?))
}

fn become_account(command: &mut Command, account: Option<Account>) -> &mut Command {
    if let Some((user, group)) = account {
        command.uid(user).gid(group);
    }
    command
}

fn initdb(binaries: &Binaries, data: &Path, account: Option<Account>) -> Result<()> {
    let mut command = Command::new(binaries.folder.join("initdb"));
    command.args([
        "--username=dispatch",
        "--auth=trust",
        "--encoding=UTF8",
        "--no-locale",
        "--no-sync",
        "-D",
    ]);
    command.arg(data).current_dir(data.parent().expect("the data stand in our folder"));
    let output = become_account(&mut command, account).output().context("starting `initdb`")?;
    if !output.status.success() {
        bail!("`initdb` ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

/// `cargo xtask postgres COMMAND...`
pub(crate) fn command(root: &Path, arguments: Arguments) -> Result<()> {
    let words = arguments.rest();
    let (name, rest) = words.split_first().context("name the command to run beside PostgreSQL")?;
    preflight::require(root, &[Piece::Postgres])?;
    let server = Postgres::start()?;
    process::run(
        process::program(root, name).args(rest).env(URL_VARIABLE, server.url()).env(REQUIRED_VARIABLE, "1"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_read_from_the_list_of_users() {
        let users = "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65533:nobody:/:/bin/false\n";
        assert_eq!(account(users, "nobody"), Some((65534, 65533)));
        assert_eq!(account(users, "postgres"), None);
        assert_eq!(account("nobody", "nobody"), None);
    }

    #[test]
    fn the_server_starts_answers_and_leaves_nothing_behind() {
        let server = Postgres::start().unwrap();
        let folder = server.folder.path().to_path_buf();
        let port = server.port;
        std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
        drop(server);
        assert!(!folder.exists());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    }

    #[test]
    fn a_folder_without_a_server_is_not_taken() {
        assert!(!has_server(Path::new("/usr/share")));
        assert!(Gap::Server.to_string().contains("initdb"));
    }
}
