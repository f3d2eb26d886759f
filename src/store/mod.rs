//! Sessions in SQL. Knows how they are kept, not what they mean.

mod sqlite;

use std::path::PathBuf;

pub use sqlite::{
    Audited, Batch, Change, Figure, NotUnderstood, Numbered, Outgoing, Parked, Queue, Report, SqliteStore, Stopped, Stored, Waiting,
    Written, written,
};

/// Why the store cannot do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("`{0}` is no database; write sqlite:PATH")]
    Address(String),
    #[error("PostgreSQL is not supported yet; use sqlite:PATH")]
    Postgres,
    #[error("there is no home folder to keep sessions in; name a file with --database sqlite:PATH")]
    NoHome,
    #[error("the folder {folder} cannot be made: {error}")]
    Folder { folder: PathBuf, error: std::io::Error },
    #[error("the file {file} cannot be used: {error}")]
    File { file: PathBuf, error: std::io::Error },
    #[error("the session was changed by another program in the meantime; try again")]
    Conflict,
    #[error("the database stays in use by another program")]
    Busy,
    #[error("the database cannot be used: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the database cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error(transparent)]
    Session(#[from] crate::dialogue::StoredError),
}

/// The address of a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseAddress {
    Sqlite(PathBuf),
}

impl DatabaseAddress {
    /// The file in the data folder that the platform's convention names.
    ///
    /// # Errors
    /// When the person has no home folder.
    pub fn by_convention() -> Result<DatabaseAddress, StoreError> {
        use etcetera::BaseStrategy as _;
        let strategy = etcetera::choose_base_strategy().map_err(|_| StoreError::NoHome)?;
        Ok(DatabaseAddress::Sqlite(strategy.data_dir().join("beian-bot").join("beian.sqlite")))
    }

    /// Reads `sqlite:PATH`.
    ///
    /// # Errors
    /// `postgres://…`, which comes later, and other schemes.
    pub fn parse(text: &str) -> Result<DatabaseAddress, StoreError> {
        if text.starts_with("postgres:") || text.starts_with("postgresql:") {
            return Err(StoreError::Postgres);
        }
        let path = text.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
        let Some(path) = path.filter(|path| !path.is_empty() && *path != ":memory:" && !path.contains('?')) else {
            return Err(StoreError::Address(text.to_owned()));
        };
        Ok(DatabaseAddress::Sqlite(PathBuf::from(path)))
    }
}
