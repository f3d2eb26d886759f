//! The store in a SQLite file: write-ahead log, every commit durable.
//!
//! Whatever is written in one go goes through a [`Batch`]: one transaction, one statement for all rows of a kind, so that many
//! turns share the cost of one durable commit.

mod desk;
mod desk_calls;
mod office;
mod queues;
mod sessions;

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, SqlSafeStr, Sqlite, Transaction};

use super::StoreError;
use crate::dialogue::Session;

pub use desk::Queue;
pub use desk_calls::Numbered;
pub use office::{Audited, Figure, NotUnderstood, Report, Stopped};
pub use queues::{Outgoing, Parked, Waiting};
pub use sessions::{Change, Stored, Written, written};

const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "persons and filings", include_str!("../../../migrations/sqlite/0001_persons_and_filings.sql")),
    (2, "several filings", include_str!("../../../migrations/sqlite/0002_several_filings.sql")),
    (3, "inbox and outbox", include_str!("../../../migrations/sqlite/0003_inbox_and_outbox.sql")),
    (4, "reminders", include_str!("../../../migrations/sqlite/0004_reminders.sql")),
    (5, "support desk", include_str!("../../../migrations/sqlite/0005_desk.sql")),
];

/// Rows of one statement: each takes up to nine of its 32,766 parameters. Long texts are parameters; as JSON in JSON they cost more
/// than all the rest.
const ROWS_MAX: usize = 1_000;
/// How long a writer waits for another one.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Sessions, and what arrives and is sent, in a SQLite file.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    /// For reading, and for what needs no transaction.
    pool: SqlitePool,
    /// One connection for all batches: a connection that finds that another one wrote forgets every page that it knew.
    writer: SqlitePool,
}

/// Changes that become durable together, or not at all.
pub struct Batch {
    transaction: Transaction<'static, Sqlite>,
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
        let store = SqliteStore::connect(path).await?;
        // Another program may be bringing the file up to date at this moment: whoever comes second waits and finds it done.
        let mut transaction = store.writer.begin_with("begin immediate").await?;
        migrator().run(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(store)
    }

    /// Opens a file that is there, for looking at and copying, and leaves its form as it is: a service may be working on it.
    ///
    /// # Errors
    /// A file that is not there or no database.
    pub async fn open_as_it_is(path: &Path) -> Result<SqliteStore, StoreError> {
        if let Err(error) = std::fs::metadata(path) {
            return Err(StoreError::File { file: path.to_owned(), error });
        }
        SqliteStore::connect(path).await
    }

    /// Opens a file that is there, and brings it up to date: an older program's lacks what is asked of it.
    ///
    /// # Errors
    /// A file that is not there or no database, or cannot be written.
    pub async fn open_known(path: &Path) -> Result<SqliteStore, StoreError> {
        SqliteStore::open_as_it_is(path).await?.close().await;
        SqliteStore::open(path).await
    }

    async fn connect(path: &Path) -> Result<SqliteStore, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            // What is deleted is overwritten.
            .pragma("secure_delete", "on")
            // What SQLite notes to take back a statement is nothing for a file in the system's folder for temporary ones.
            .pragma("temp_store", "memory")
            .busy_timeout(BUSY_TIMEOUT);
        // A file is no server that goes away: nothing is gained by asking a connection before each use whether it is still there.
        let connections = |at_most| SqlitePoolOptions::new().max_connections(at_most).test_before_acquire(false);
        let writer = connections(1).connect_with(options.clone()).await?;
        let pool = connections(4).connect_lazy_with(options);
        Ok(SqliteStore { pool, writer })
    }

    /// Begins a batch. No other program writes until it ends.
    ///
    /// # Errors
    /// A database that stays in use for longer than ten seconds, or cannot be written.
    pub async fn begin(&self) -> Result<Batch, StoreError> {
        Ok(Batch { transaction: self.writer.begin_with("begin immediate").await? })
    }

    /// The session of a person on a channel.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn load(&self, channel: &str, address: &str) -> Result<Option<Stored>, StoreError> {
        let mut connection = self.pool.acquire().await?;
        Ok(sessions::load(&mut connection, channel, &[address]).await?.remove(address))
    }

    /// Replaces a person's session by what came of it; makes the person where `stored` is none. `wake_at` is when they are to be
    /// spoken to next.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was changed or made by another program in the meantime.
    pub async fn save(
        &self,
        (channel, address): (&str, &str),
        stored: Option<&Stored>,
        session: &Session,
        wake_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<Stored, StoreError> {
        let states = written(stored, session)?;
        let mut batch = self.begin().await?;
        let mut saved = batch.save(channel, &[Change { address, stored, session, states: &states, wake_at, seen: true }], now).await?;
        batch.commit().await?;
        saved.pop().ok_or(StoreError::Conflict)
    }

    /// Who is due to be spoken to at a moment: channel and address, the longest due first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn due(&self, at: DateTime<Utc>) -> Result<Vec<(String, String)>, StoreError> {
        let query = "select channel, address from persons where wake_at <= $1 and wake_at is not null and unreachable_since is null order by wake_at";
        Ok(sqlx::query_as(query).bind(at).fetch_all(&self.pool).await?)
    }

    /// Deletes everything about a person, from the files as well.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn forget(&self, channel: &str, address: &str) -> Result<(), StoreError> {
        let mut batch = self.begin().await?;
        batch.forget(channel, address).await?;
        batch.wipe_is_due().await?;
        batch.commit().await?;
        self.wipe().await.map(|_| ())
    }

    /// Overwrites what was deleted, where that is due: the file is written anew, since pages that were filled and emptied keep pieces of
    /// what stood in them however it is deleted, and the write-ahead log is emptied. Tells whether there was anything to do.
    ///
    /// # Errors
    /// A database that cannot be written; it stays due then.
    pub async fn wipe(&self) -> Result<bool, StoreError> {
        let due: Option<String> =
            sqlx::query_scalar("select name from service where name = $1").bind(sessions::WIPE_DUE).fetch_optional(&self.pool).await?;
        if due.is_none() {
            return Ok(false);
        }
        sqlx::query("vacuum").execute(&self.pool).await?;
        let busy: i64 = sqlx::query_scalar("pragma wal_checkpoint(truncate)").fetch_one(&self.pool).await?;
        if busy != 0 {
            return Err(StoreError::Busy);
        }
        sqlx::query("delete from service where name = $1").bind(sessions::WIPE_DUE).execute(&self.pool).await?;
        Ok(true)
    }

    /// Writes a copy to a new file, while others go on.
    ///
    /// # Errors
    /// A file that is there already or cannot be written.
    pub async fn backup(&self, file: &Path) -> Result<(), StoreError> {
        if file.exists() {
            let error = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
            return Err(StoreError::File { file: file.to_owned(), error });
        }
        make_private(file)?;
        let name = file.to_str().ok_or_else(|| StoreError::Address(file.display().to_string()))?;
        sqlx::query("vacuum into $1").bind(name).execute(&self.pool).await?;
        Ok(())
    }

    /// A value of the service itself; made by `make` where there is none yet.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn service_value(&self, name: &str, make: impl FnOnce() -> String) -> Result<String, StoreError> {
        sqlx::query("insert into service (name, value) values ($1, $2) on conflict do nothing")
            .bind(name)
            .bind(make())
            .execute(&self.pool)
            .await?;
        Ok(sqlx::query_scalar("select value from service where name = $1").bind(name).fetch_one(&self.pool).await?)
    }

    /// Sets a value of the service itself.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn set_service_value(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let mut batch = self.begin().await?;
        batch.set_service_value(name, value).await?;
        batch.commit().await
    }

    /// Closes the file; the write-ahead log is merged into it.
    pub async fn close(self) {
        self.pool.close().await;
        self.writer.close().await;
    }
}

impl Batch {
    /// Makes everything of the batch durable.
    ///
    /// # Errors
    /// A database that cannot be written: nothing of the batch holds then.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.transaction.commit().await?)
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
