//! Wake-ups: "there is something new in this journal". They may get lost or come twice; who is woken reads by position.

use crate::Wake;
use crate::engine::{Connection, Database, statements, values};
use domain::CompanyId;
use sqlx::postgres::PgListener;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::sync::broadcast;

const CHANNEL: &str = "dispatch_assist";
/// How long to wait before listening again after the connection was lost.
const PAUSE: Duration = Duration::from_secs(1);

statements! {
    NOTIFY: "SELECT $1 || $2" => "SELECT CAST(pg_notify($1, $2) AS TEXT)";
}

/// Tells the other processes on one PostgreSQL database.
///
/// It comes after the commit, because a transaction that notifies makes all others that notify wait for its sync.
pub(crate) async fn announce(connection: &mut Connection, wakes: &[Wake]) {
    if !connection.is_postgres() {
        return;
    }
    let latest: BTreeMap<i64, i64> = wakes.iter().map(|wake| (wake.company.0, wake.position)).collect();
    for (company, position) in latest {
        if let Err(error) = connection.all(NOTIFY, values![CHANNEL, format!("{company} {position}")]).await {
            tracing::debug!(%error, "other processes were not told");
        }
    }
}

/// Passes on what other processes announce, until the database is closed.
pub(crate) fn listen(database: &Database, wakes: broadcast::Sender<Wake>) {
    let Database::Postgres { readers, .. } = database.clone() else { return };
    tokio::spawn(async move {
        while !readers.is_closed() {
            if let Err(error) = pass_on(&readers, &wakes).await {
                tracing::debug!(%error, "not listening for other processes");
                tokio::time::sleep(PAUSE).await;
            }
        }
    });
}

async fn pass_on(readers: &sqlx::PgPool, wakes: &broadcast::Sender<Wake>) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(readers).await?;
    listener.listen(CHANNEL).await?;
    loop {
        let heard = listener.recv().await?;
        if let Some(wake) = parse(heard.payload()) {
            // Nobody may be listening.
            let _ = wakes.send(wake);
        }
    }
}

fn parse(payload: &str) -> Option<Wake> {
    let (company, position) = payload.split_once(' ')?;
    Some(Wake { company: CompanyId(company.parse().ok()?), position: position.parse().ok()? })
}
