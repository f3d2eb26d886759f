//! The store in a SQLite file: write-ahead log, every commit durable.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Row as _, SqlSafeStr, SqliteConnection};

use super::StoreError;
use crate::dialogue::{Filing, Person, SCHEMA_VERSION, Session};
use crate::language::Language;

const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "persons and filings", include_str!("../../migrations/sqlite/0001_persons_and_filings.sql")),
    (2, "several filings", include_str!("../../migrations/sqlite/0002_several_filings.sql")),
];

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
    rows: Vec<Row>,
}

/// Where a filing is kept.
#[derive(Debug, Clone, Copy)]
struct Row {
    number: u32,
    id: i64,
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
    ///
    /// # Errors
    /// A database that cannot be read, a session that this program does not know how to read.
    pub async fn load(&self, channel: &str, address: &str) -> Result<Option<Stored>, StoreError> {
        let rows = sqlx::query(
            "select persons.id as person, persons.language, persons.seen_at, persons.current_filing = filings.id as is_current, \
             filings.id as filing, filings.number, filings.schema_version, filings.state, filings.revision \
             from persons join filings on filings.person = persons.id \
             where persons.channel = $1 and persons.address = $2 order by filings.number",
        )
        .bind(channel)
        .bind(address)
        .fetch_all(&self.pool)
        .await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let language: String = first.try_get("language")?;
        let person = Person { language: Language::from_tag(&language).unwrap_or_default() };
        let (mut current, mut others, mut kept) = (None, Vec::new(), Vec::new());
        for row in &rows {
            let number: u32 = row.try_get("number")?;
            let state: String = row.try_get("state")?;
            let filing = Filing::from_stored(row.try_get("schema_version")?, number, &state)?;
            kept.push(Row { number, id: row.try_get("filing")?, revision: row.try_get("revision")? });
            if row.try_get::<Option<bool>, _>("is_current")? == Some(true) {
                current = Some(filing);
            } else {
                others.push(filing);
            }
        }
        let Some(filing) = current.or_else(|| others.pop()) else { return Ok(None) };
        Ok(Some(Stored {
            session: Session { person, filing, others },
            seen_at: first.try_get("seen_at")?,
            person: first.try_get("person")?,
            rows: kept,
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
        let mut rows = Vec::new();
        for filing in session.filings() {
            rows.push(insert_filing(&mut transaction, person, filing, now).await?);
        }
        set_current(&mut transaction, person, &rows, session.filing.number).await?;
        transaction.commit().await?;
        Ok(Stored { session: session.clone(), seen_at: now, person, rows })
    }

    /// Replaces a session by what came of it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was changed since it was loaded.
    pub async fn save(&self, stored: &mut Stored, session: &Session, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        let mut rows = stored.rows.clone();
        let before = stored.session.filings();
        for filing in session.filings() {
            let unchanged = before.iter().any(|known| known.number == filing.number && *known == filing);
            match rows.iter_mut().find(|row| row.number == filing.number) {
                // The current one is always written: its revision tells whether anybody else was here.
                Some(_) if unchanged && filing.number != session.filing.number => {}
                Some(row) => update_filing(&mut transaction, row, filing, now).await?,
                None => rows.push(insert_filing(&mut transaction, stored.person, filing, now).await?),
            }
        }
        let current = stored.rows.iter().find(|row| row.number == stored.session.filing.number).map(|row| row.id);
        let unmoved = sqlx::query("update persons set language = $1, seen_at = $2 where id = $3 and current_filing is $4")
            .bind(session.person.language.tag())
            .bind(now)
            .bind(stored.person)
            .bind(current)
            .execute(&mut *transaction)
            .await?;
        if unmoved.rows_affected() != 1 {
            return Err(StoreError::Conflict);
        }
        set_current(&mut transaction, stored.person, &rows, session.filing.number).await?;
        transaction.commit().await?;
        stored.rows = rows;
        stored.seen_at = now;
        stored.session = session.clone();
        Ok(())
    }

    /// Closes the file; the write-ahead log is merged into it.
    pub async fn close(self) {
        self.pool.close().await;
    }
}

/// Adds a filing.
///
/// # Errors
/// [`StoreError::Conflict`] when another program added one with the same number.
async fn insert_filing(connection: &mut SqliteConnection, person: i64, filing: &Filing, now: DateTime<Utc>) -> Result<Row, StoreError> {
    let id: Option<i64> = sqlx::query_scalar(
        "insert into filings (person, number, schema_version, state, revision, created_at, updated_at) \
         values ($1, $2, $3, $4, 1, $5, $5) on conflict (person, number) do nothing returning id",
    )
    .bind(person)
    .bind(filing.number)
    .bind(SCHEMA_VERSION)
    .bind(filing.to_stored()?)
    .bind(now)
    .fetch_optional(connection)
    .await?;
    Ok(Row { number: filing.number, id: id.ok_or(StoreError::Conflict)?, revision: 1 })
}

/// Replaces a filing.
///
/// # Errors
/// [`StoreError::Conflict`] when it was changed since it was loaded.
async fn update_filing(connection: &mut SqliteConnection, row: &mut Row, filing: &Filing, now: DateTime<Utc>) -> Result<(), StoreError> {
    let changed = sqlx::query(
        "update filings set schema_version = $1, state = $2, revision = revision + 1, updated_at = $3 where id = $4 and revision = $5",
    )
    .bind(SCHEMA_VERSION)
    .bind(filing.to_stored()?)
    .bind(now)
    .bind(row.id)
    .bind(row.revision)
    .execute(connection)
    .await?;
    if changed.rows_affected() != 1 {
        return Err(StoreError::Conflict);
    }
    row.revision += 1;
    Ok(())
}

async fn set_current(connection: &mut SqliteConnection, person: i64, rows: &[Row], number: u32) -> Result<(), StoreError> {
    let current = rows.iter().find(|row| row.number == number).map(|row| row.id);
    sqlx::query("update persons set current_filing = $1 where id = $2").bind(current).bind(person).execute(connection).await?;
    Ok(())
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
