//! Work on the database beside the service.

use super::{BAD, USAGE, fail, say};
use crate::serve::config::{self, ConfigError, NAMES};
use crate::store::{DatabaseAddress, SqliteStore, StoreError};

/// How the database is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// It must be there, and keeps its form.
    AsItIs,
    /// It must be there, and is brought up to date.
    UpToDate,
    /// It is made where it is missing.
    Made,
}

/// Only the settings are looked up, by name: nothing else of the environment is read.
pub(super) fn environment(name: &str) -> Option<String> {
    (name == "BEIAN_CONFIG" || NAMES.contains(&name)).then(|| std::env::var(name).ok()).flatten()
}

/// Why the settings do not serve, and the exit code for it.
pub(super) fn refuse(error: &ConfigError) -> u8 {
    fail(if matches!(error, ConfigError::File { .. }) { BAD } else { USAGE }, error)
}

/// Works on the database, and says what comes of it.
pub(super) fn with_store<E>(database: Option<&str>, opening: Opening, work: impl AsyncFnOnce(&SqliteStore) -> Result<String, E>) -> u8
where
    E: std::fmt::Display + From<StoreError>,
{
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(BAD, &error),
    };
    let DatabaseAddress::Sqlite(path) = match config::database(database.map(str::to_owned), environment) {
        Ok(address) => address,
        Err(error) => return refuse(&error),
    };
    let done = runtime.block_on(async {
        let store = match opening {
            Opening::AsItIs => SqliteStore::open_as_it_is(&path).await?,
            Opening::UpToDate => SqliteStore::open_known(&path).await?,
            Opening::Made => SqliteStore::open(&path).await?,
        };
        let done = work(&store).await;
        store.close().await;
        done
    });
    match done {
        Ok(text) => say(&text),
        Err(error) => fail(BAD, &error),
    }
}

/// Objects, one a line.
pub(super) fn json_lines<T: serde::Serialize>(rows: impl IntoIterator<Item = T>) -> String {
    let mut lines = String::new();
    for row in rows {
        super::assess::write_json(&mut lines, &row);
        lines.push('\n');
    }
    lines
}
