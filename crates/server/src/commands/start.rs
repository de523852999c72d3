//! What commands need before they can begin: folders, map, messenger, database, port.

use super::Stop;
use crate::config::Config;
use app::ports::{Clock, Messenger, RealClock};
use app::{App, Looked, Network, StoreError};
use connect::{NotConfigured, Spool};
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::net::TcpListener;

/// Opens what a configuration names, on the machine's clock.
pub(super) async fn open(config: &Config) -> Result<App, Stop> {
    let network = config.map.as_deref().map(read_map).transpose()?.map(Arc::new);
    check_folder(&config.data_dir)?;
    open_on(config.database.clone(), Arc::new(RealClock), network, messenger(config)?).await
}

/// Opens a database.
pub(super) async fn open_on(
    database: String,
    clock: Arc<dyn Clock>,
    network: Option<Arc<Network>>,
    messenger: Arc<dyn Messenger>,
) -> Result<App, Stop> {
    Ok(App::open(app::Config { database, clock, network, messenger, node: node() }).await?)
}

/// Opens a database to look at it, without changing anything.
pub(super) async fn look_at(database: String) -> Result<Looked, StoreError> {
    let clock = Arc::new(RealClock);
    let messenger = Arc::new(NotConfigured);
    App::open_to_look(app::Config { database, clock, network: None, messenger, node: node() }).await
}

/// The messenger of a configuration.
pub(super) fn messenger(config: &Config) -> Result<Arc<dyn Messenger>, Stop> {
    let Some(folder) = &config.spool else { return Ok(Arc::new(NotConfigured)) };
    let spool = Spool::open(folder);
    let spool =
        spool.map_err(|error| Stop::cannot(format!("cannot use the spool `{}`: {error}", folder.display())));
    Ok(Arc::new(spool?))
}

/// The roads in a file: an OpenStreetMap extract, or our own form.
pub(super) fn read_map(file: &Path) -> Result<Network, Stop> {
    let cannot = |why: &dyn ToString| {
        Stop::cannot(format!("cannot read the map `{}`: {}", file.display(), why.to_string()))
    };
    let bytes = fs::read(file).map_err(|error| cannot(&error))?;
    if file.extension().is_some_and(|extension| extension == "pbf") {
        return Network::from_pbf(&bytes).map(|imported| imported.network).map_err(|error| cannot(&error));
    }
    Network::from_bytes(&bytes).map_err(|error| cannot(&error))
}

/// Makes the folder of our data when it is missing, and tries whether it can be written.
pub(super) fn check_folder(folder: &Path) -> Result<(), Stop> {
    let cannot = |error: std::io::Error| {
        Stop::cannot(format!("cannot write to the folder `{}`: {error}", folder.display()))
    };
    fs::create_dir_all(folder).map_err(cannot)?;
    tempfile::tempfile_in(folder).map(drop).map_err(cannot)
}

/// Takes the port.
pub(super) async fn listen(address: SocketAddr) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            Stop::cannot(format!("the port {} is taken: choose another or stop what uses it", address.port()))
        }
        _ => Stop::cannot(format!("cannot listen on {address}: {error}")),
    })
}

/// Tells this process from others on the same database: most likely another number.
fn node() -> u16 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mixed =
        (u64::from(since.subsec_nanos()) ^ u64::from(std::process::id())).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 54) as u16
}
