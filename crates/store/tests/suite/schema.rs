//! Opening a database.

use crate::home::Home;
use crate::sample::{ONE, set_up};
use store::{KNOWN_SCHEMA, Store, StoreError};

pub(crate) async fn a_database_can_be_opened_again(home: Home) {
    let store = home.open().await;
    set_up(&store).await;
    store.close().await;
    let again = home.open().await;
    assert_eq!(again.technicians(ONE).await.unwrap().len(), 2);
    assert_eq!(again.schema_version().await.unwrap(), KNOWN_SCHEMA);
    assert_eq!(home.number("SELECT COUNT(*) FROM schema_version").await, KNOWN_SCHEMA);
    // A second program on the same database finds nothing to do either.
    assert_eq!(home.open().await.companies().await.unwrap().len(), 1);
}

pub(crate) async fn a_database_of_a_newer_program_is_left_alone(home: Home) {
    home.open().await.close().await;
    home.raw("INSERT INTO schema_version (version, checksum) VALUES (9000, 'x')").await.unwrap();
    let found = Store::open(&home.address).await.unwrap_err();
    assert_eq!(found, StoreError::NewerSchema { found: 9000, known: KNOWN_SCHEMA });
    assert!(found.to_string().contains("use a newer program"), "{found}");
}

pub(crate) async fn a_database_of_another_program_is_left_alone(home: Home) {
    home.open().await.close().await;
    home.raw("UPDATE schema_version SET checksum = 'x' WHERE version = 1").await.unwrap();
    let found = Store::open(&home.address).await.unwrap_err();
    assert_eq!(found, StoreError::ForeignMigration { version: 1 });
}

pub(crate) async fn who_only_looks_changes_nothing(home: Home) {
    let tables = if home.is_sqlite() {
        "SELECT COUNT(*) FROM sqlite_master"
    } else {
        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()"
    };
    if let Some(file) = home.address.strip_prefix("sqlite:") {
        // There is no file yet, and none is made.
        assert!(Store::open_to_look(&home.address).await.is_err());
        assert!(!std::path::Path::new(file).exists());
        std::fs::write(file, "").unwrap();
        home.raw("CREATE TABLE other (a INTEGER)").await.unwrap();
    }
    let before = home.number(tables).await;
    let (empty, found) = Store::open_to_look(&home.address).await.unwrap();
    assert_eq!(found, 0);
    empty.close().await;
    assert_eq!(home.number(tables).await, before);

    let store = home.open().await;
    set_up(&store).await;
    let (looked, found) = Store::open_to_look(&home.address).await.unwrap();
    assert_eq!(found, KNOWN_SCHEMA);
    assert_eq!(looked.technicians(ONE).await.unwrap().len(), 2);
    let refused = looked.add_link(b"x", ONE, domain::UserId(1), crate::sample::at(1)).await;
    assert!(refused.is_err(), "nothing can be written");
    looked.close().await;
    store.close().await;

    home.raw("UPDATE schema_version SET checksum = 'x' WHERE version = 1").await.unwrap();
    let foreign = Store::open_to_look(&home.address).await.unwrap_err();
    assert_eq!(foreign, StoreError::ForeignMigration { version: 1 });
    home.raw("INSERT INTO schema_version (version, checksum) VALUES (9000, 'x')").await.unwrap();
    home.raw("DELETE FROM schema_version WHERE version = 1").await.unwrap();
    let newer = Store::open_to_look(&home.address).await.unwrap_err();
    assert_eq!(newer, StoreError::NewerSchema { found: 9000, known: KNOWN_SCHEMA });
}

pub(crate) async fn every_statement_is_understood(home: Home) {
    let store = home.open().await;
    assert_eq!(store.prepare_all().await.unwrap(), Vec::<String>::new());
    let mut names: Vec<_> = store::statements::all().map(|statement| statement.sqlite).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert!(count > 100, "only {count} statements are registered");
}

pub(crate) async fn what_cannot_be_opened_says_why(home: Home) {
    let check = async |address: &str, says: &str| {
        let words = Store::open(address).await.unwrap_err().to_string();
        assert!(words.contains(says), "{address}: {words}");
        assert!(!words.contains("secret"), "{words}");
    };
    if home.is_sqlite() {
        check("dispatch.db", "is not the address of a database").await;
        check("sqlite:", "is not the address of a database").await;
        check(
            "sqlite:/nowhere/at/all/dispatch.db",
            "cannot open the database `sqlite:/nowhere/at/all/dispatch.db`",
        )
        .await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("letter.txt");
        std::fs::write(&file, "Dear Ana, this is no database. ".repeat(200)).unwrap();
        check(&format!("sqlite:{}", file.display()), "file is not a database").await;
    } else {
        check("postgres://nobody:secret@127.0.0.1:1/none", "cannot open the database `postgres://nobody@")
            .await;
        let none = home.address.replace("/dispatch_", "/no_such_dispatch_");
        check(&none, "does not exist").await;
        // Whoever demands encryption does not get a connection without it.
        for mode in ["require", "verify-ca", "verify-full"] {
            let (mark, says) =
                (if home.address.contains('?') { '&' } else { '?' }, "speaks none to PostgreSQL");
            check(&format!("{}{mark}sslmode={mode}", home.address), says).await;
            check(&format!("postgres://ana:secret@db.example/none?sslmode={mode}"), says).await;
        }
    }
}
