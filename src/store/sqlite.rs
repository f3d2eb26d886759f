//! The store in a SQLite file: write-ahead log, every commit durable.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Row, SqlSafeStr};

use super::StoreError;
use crate::dialogue::{Filing, Person, SCHEMA_VERSION, Session};
use crate::language::Language;

const MIGRATIONS: &[(i64, &str, &str)] =
    &[(1, "persons and filings", include_str!("../../migrations/sqlite/0001_persons_and_filings.sql"))];

/// How long a writer waits for another one.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Sessions in a SQLite file.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    pool: SqlitePool,
}

/// A session as it was stored.
#[derive(Debug, Clone)]
pub struct Stored {
    pub session: Session,
    pub seen_at: DateTime<Utc>,
    person: i64,
    filing: i64,
    revision: i64,
}

impl SqliteStore {
    /// Opens the file, makes it and its folder where they are missing, and brings it up to date.
    ///
    /// # Errors
    /// A folder that cannot be made, a file that is no database or cannot be written.
    pub async fn open(path: &Path) -> Result<SqliteStore, StoreError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| StoreError::Folder { folder: folder.to_owned(), error })?;
        }
        make_private(path)?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY_TIMEOUT);
        let pool = SqlitePoolOptions::new().max_connections(2).connect_with(options).await?;
        // Another program may be bringing the file up to date at this moment: whoever comes second waits and finds it done.
        let mut transaction = pool.begin_with("begin immediate").await?;
        migrator().run(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(SqliteStore { pool })
    }

    /// The session of a person on a channel.
    pub async fn load(&self, channel: &str, address: &str) -> Result<Option<Stored>, StoreError> {
        let row = sqlx::query(
            "select persons.id as person, persons.language, persons.seen_at, filings.id as filing, filings.schema_version, \
             filings.state, filings.revision \
             from persons join filings on filings.id = persons.current_filing \
             where persons.channel = $1 and persons.address = $2",
        )
        .bind(channel)
        .bind(address)
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let state: String = row.try_get("state")?;
        let filing = Filing::from_stored(row.try_get("schema_version")?, &state)?;
        let language: String = row.try_get("language")?;
        let person = Person { language: Language::from_tag(&language).unwrap_or_default() };
        Ok(Some(Stored {
            session: Session { person, filing },
            seen_at: row.try_get("seen_at")?,
            person: row.try_get("person")?,
            filing: row.try_get("filing")?,
            revision: row.try_get("revision")?,
        }))
    }

    /// Makes a person with a first filing.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when another program made the person in the meantime.
    pub async fn create(&self, channel: &str, address: &str, session: &Session, now: DateTime<Utc>) -> Result<Stored, StoreError> {
        let mut transaction = self.pool.begin().await?;
        let person: Option<i64> = sqlx::query_scalar(
            "insert into persons (channel, address, language, created_at, seen_at) values ($1, $2, $3, $4, $4) \
             on conflict (channel, address) do nothing returning id",
        )
        .bind(channel)
        .bind(address)
        .bind(session.person.language.tag())
        .bind(now)
        .fetch_optional(&mut *transaction)
        .await?;
        let person = person.ok_or(StoreError::Conflict)?;
        let filing: i64 = sqlx::query_scalar(
            "insert into filings (person, schema_version, state, revision, created_at, updated_at) \
             values ($1, $2, $3, 1, $4, $4) returning id",
        )
        .bind(person)
        .bind(SCHEMA_VERSION)
        .bind(session.filing.to_stored()?)
        .bind(now)
        .fetch_one(&mut *transaction)
        .await?;
        sqlx::query("update persons set current_filing = $1 where id = $2").bind(filing).bind(person).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(Stored { session: session.clone(), seen_at: now, person, filing, revision: 1 })
    }

    /// Replaces a session by what came of it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was changed since it was loaded.
    pub async fn save(&self, stored: &mut Stored, session: &Session, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        let changed = sqlx::query(
            "update filings set schema_version = $1, state = $2, revision = revision + 1, updated_at = $3 where id = $4 and revision = $5",
        )
        .bind(SCHEMA_VERSION)
        .bind(session.filing.to_stored()?)
        .bind(now)
        .bind(stored.filing)
        .bind(stored.revision)
        .execute(&mut *transaction)
        .await?;
        if changed.rows_affected() != 1 {
            return Err(StoreError::Conflict);
        }
        sqlx::query("update persons set language = $1, seen_at = $2 where id = $3")
            .bind(session.person.language.tag())
            .bind(now)
            .bind(stored.person)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        stored.revision += 1;
        stored.seen_at = now;
        stored.session = session.clone();
        Ok(())
    }

    /// Closes the file; the write-ahead log is merged into it.
    pub async fn close(self) {
        self.pool.close().await;
    }
}

/// What people say is for their own eyes: a new file is readable by its owner alone.
fn make_private(path: &Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) => Err(StoreError::File { file: path.to_owned(), error }),
    }
}

fn migrator() -> Migrator {
    let migrations = MIGRATIONS.iter().map(|(version, description, sql)| {
        Migration::new(*version, (*description).into(), MigrationType::Simple, AssertSqlSafe(*sql).into_sql_str(), false)
    });
    Migrator::with_migrations(migrations.collect())
}
