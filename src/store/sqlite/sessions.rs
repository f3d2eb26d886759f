//! Persons and their filings.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sqlx::{QueryBuilder, Row as _, Sqlite, SqliteConnection};

use super::{Batch, ROWS_MAX, StoreError};
use crate::dialogue::{Filing, Person, Reminders, SCHEMA_VERSION, Session};
use crate::language::Language;

/// Who is due: read from the index alone, as a test of its plan shows.
const DUE: &str = "select address from persons where channel = $1 and wake_at <= $2 and wake_at is not null and unreachable_since is null \
     order by wake_at limit $3";

/// When a person was here last is kept to the hour: it only tells which sessions are idle.
const SEEN_EVERY: TimeDelta = TimeDelta::hours(1);

/// So many idle sessions are deleted without asking whether the clock is right.
const IDLE_AT_ONCE_MAX: i64 = 20;
/// The service value that stands while the files are to be wiped.
pub(super) const WIPE_DUE: &str = "wipe due";

/// A session as it was stored.
#[derive(Debug, Clone)]
pub struct Stored {
    pub session: Session,
    pub seen_at: DateTime<Utc>,
    /// Whether the person can be reached.
    pub reachable: bool,
    /// When they are to be spoken to next.
    pub wake_at: Option<DateTime<Utc>>,
    pub person: i64,
    rows: Vec<Row>,
}

/// Where a filing is kept.
#[derive(Debug, Clone, Copy)]
struct Row {
    number: u32,
    id: i64,
    revision: i64,
}

impl Stored {
    fn row(&self, number: u32) -> Option<&Row> {
        self.rows.iter().find(|row| row.number == number)
    }
}

/// A session that takes the place of what was stored.
pub struct Change<'c> {
    pub address: &'c str,
    /// What was loaded; none where the person is new.
    pub stored: Option<&'c Stored>,
    pub session: &'c Session,
    /// What [`written`] gave of it.
    pub states: &'c [Written],
    /// When the person is to be spoken to next.
    pub wake_at: Option<DateTime<Utc>>,
    /// Whether the person was here; otherwise they were only spoken to.
    pub seen: bool,
}

/// The stored form of a filing.
pub struct Written {
    number: u32,
    state: String,
}

/// The stored form of the filings of a session that are to be written. It takes longer than the writing itself and needs no database:
/// many are made side by side.
///
/// # Errors
/// None in practice, as [`Filing::to_stored`].
pub fn written(stored: Option<&Stored>, session: &Session) -> Result<Vec<Written>, StoreError> {
    let before = stored.map(|stored| stored.session.filings()).unwrap_or_default();
    // The current one is always written: its revision tells whether anybody else was here.
    let changed = |filing: &&Filing| {
        let is_stored = stored.is_some_and(|stored| stored.row(filing.number).is_some());
        !is_stored || filing.number == session.filing.number || !before.contains(filing)
    };
    let filings = session.filings().into_iter().filter(changed);
    filings.map(|filing| Ok(Written { number: filing.number, state: filing.to_stored()? })).collect()
}

/// The sessions of persons on a channel, by address.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    channel: &str,
    addresses: &[&str],
) -> Result<HashMap<String, Stored>, StoreError> {
    let rows = sqlx::query(
        "select persons.id as person, persons.address, persons.language, persons.reminders, persons.wake_at, persons.seen_at, persons.unreachable_since is null as reachable, \
         persons.campaign, \
         exists (select 1 from cases where cases.person = persons.id and cases.closed_at is null) as with_staff, \
         persons.current_filing = filings.id as is_current, filings.id as filing, filings.number, filings.schema_version, filings.state, \
         filings.revision \
         from json_each($2) as wanted join persons on persons.channel = $1 and persons.address = wanted.value \
         join filings on filings.person = persons.id order by persons.id, filings.number",
    )
    .bind(channel)
    .bind(json(&addresses)?)
    .fetch_all(&mut *connection)
    .await?;
    let mut loaded = HashMap::new();
    for rows in rows.chunk_by(|a, b| a.get_unchecked::<i64, _>("person") == b.get_unchecked::<i64, _>("person")) {
        let first = &rows[0];
        let language: String = first.try_get("language")?;
        let reminders: Option<String> = first.try_get("reminders")?;
        let reminders = reminders.as_deref().and_then(Reminders::from_stored);
        let person = Person {
            language: Language::from_tag(&language).unwrap_or_default(),
            reminders,
            campaign: first.try_get("campaign")?,
            with_staff: first.try_get("with_staff")?,
        };
        let (mut current, mut others, mut kept) = (None, Vec::new(), Vec::new());
        for row in rows {
            let number: u32 = row.try_get("number")?;
            let (version, state): (i64, String) = (row.try_get("schema_version")?, row.try_get("state")?);
            let id = row.try_get("filing")?;
            let filing = match Filing::from_stored(version, number, &state) {
                Ok(filing) => filing,
                Err(error) => {
                    // Nobody is left standing: what cannot be read is put away, and the person begins that filing anew.
                    put_away(connection, id, &error.to_string()).await?;
                    Filing { number, dropped: true, ..Filing::default() }
                }
            };
            kept.push(Row { number, id, revision: row.try_get("revision")? });
            if row.try_get::<Option<bool>, _>("is_current")? == Some(true) {
                current = Some(filing);
            } else {
                others.push(filing);
            }
        }
        let Some(filing) = current.or_else(|| others.pop()) else { continue };
        let stored = Stored {
            session: Session { person, filing, others },
            seen_at: first.try_get("seen_at")?,
            reachable: first.try_get("reachable")?,
            wake_at: first.try_get("wake_at")?,
            person: first.try_get("person")?,
            rows: kept,
        };
        loaded.insert(first.try_get("address")?, stored);
    }
    Ok(loaded)
}

async fn put_away(connection: &mut SqliteConnection, filing: i64, reason: &str) -> Result<(), StoreError> {
    tracing::error!(filing, reason, "a stored filing cannot be read and is put away");
    sqlx::query(
        "insert into unreadable_filings (person, schema_version, state, reason, found_at) \
         select person, schema_version, state, $2, $3 from filings where id = $1 \
         and not exists (select 1 from unreadable_filings as known where known.person = filings.person and known.state = filings.state)",
    )
    .bind(filing)
    .bind(reason)
    .bind(Utc::now())
    .execute(connection)
    .await?;
    Ok(())
}

#[derive(Serialize)]
struct NewPerson<'c> {
    address: &'c str,
    language: &'static str,
}

struct NewFiling<'c> {
    person: i64,
    number: u32,
    state: &'c str,
}

struct ChangedFiling<'c> {
    id: i64,
    revision: i64,
    state: &'c str,
}

#[derive(Serialize)]
struct ChangedPerson {
    id: i64,
    language: &'static str,
    campaign: Option<u32>,
    reminders: Option<String>,
    wake_at: Option<DateTime<Utc>>,
    seen_at: DateTime<Utc>,
    before: Option<i64>,
    current: Option<i64>,
}

impl Batch {
    /// The sessions of persons on a channel, by address.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn load(&mut self, channel: &str, addresses: &[&str]) -> Result<HashMap<String, Stored>, StoreError> {
        load(&mut self.transaction, channel, addresses).await
    }

    /// Puts sessions in the place of what was stored, one change a person, and tells what is stored then, in the same order.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when another program changed or made one of them since it was loaded: the batch is lost then.
    pub async fn save(&mut self, channel: &str, changes: &[Change<'_>], now: DateTime<Utc>) -> Result<Vec<Stored>, StoreError> {
        let made = self.make_persons(channel, changes, now).await?;
        let mut saved = Vec::with_capacity(changes.len());
        let (mut new_filings, mut changed_filings) = (Vec::new(), Vec::new());
        for change in changes {
            let person = match change.stored {
                Some(stored) => stored.person,
                None => *made.get(change.address).ok_or(StoreError::Conflict)?,
            };
            let mut rows = change.stored.map(|stored| stored.rows.clone()).unwrap_or_default();
            for Written { number, state } in change.states {
                match rows.iter_mut().find(|row| row.number == *number) {
                    Some(row) => {
                        changed_filings.push(ChangedFiling { id: row.id, revision: row.revision, state });
                        row.revision += 1;
                    }
                    None => new_filings.push(NewFiling { person, number: *number, state }),
                }
            }
            let recent = |seen: &DateTime<Utc>| !change.seen || now - *seen < SEEN_EVERY;
            let seen_at = change.stored.map(|stored| stored.seen_at).filter(recent).unwrap_or(now);
            let reachable = change.stored.is_none_or(|stored| stored.reachable);
            saved.push(Stored { session: change.session.clone(), seen_at, reachable, wake_at: change.wake_at, person, rows });
        }
        self.change_filings(&changed_filings, now).await?;
        for (person, row) in self.make_filings(&new_filings, now).await? {
            if let Some(stored) = saved.iter_mut().find(|stored| stored.person == person) {
                stored.rows.push(row);
            }
        }
        let mut changed_persons = Vec::new();
        for (change, stored) in changes.iter().zip(&saved) {
            let current = stored.row(stored.session.filing.number).map(|row| row.id);
            let before = change.stored.and_then(|known| known.row(known.session.filing.number)).map(|row| row.id);
            let same = change.stored.is_some_and(|known| {
                let person = known.session.person == change.session.person && known.wake_at == change.wake_at;
                person && known.seen_at == stored.seen_at && before == current
            });
            if !same {
                let person = &change.session.person;
                let reminders = person.reminders.as_ref().map(Reminders::to_stored).transpose()?;
                let (language, campaign, wake_at) = (person.language.tag(), person.campaign, change.wake_at);
                let seen_at = stored.seen_at;
                changed_persons.push(ChangedPerson { id: stored.person, language, campaign, reminders, wake_at, seen_at, before, current });
            }
        }
        self.change_persons(&changed_persons).await?;
        self.delete_filings(&mut saved).await?;
        Ok(saved)
    }

    /// Deletes the filings that sessions hold no more: when nobody's current filing is one of them.
    async fn delete_filings(&mut self, saved: &mut [Stored]) -> Result<(), StoreError> {
        let mut gone: Vec<i64> = Vec::new();
        for stored in saved.iter_mut().filter(|stored| stored.rows.len() > stored.session.others.len() + 1) {
            let filings = stored.session.filings();
            let kept = |row: &Row| filings.iter().any(|filing| filing.number == row.number);
            gone.extend(stored.rows.iter().filter(|row| !kept(row)).map(|row| row.id));
            stored.rows.retain(kept);
        }
        if gone.is_empty() {
            return Ok(());
        }
        let gone = json(&gone)?;
        sqlx::query("delete from filings where id in (select value from json_each($1))").bind(gone).execute(&mut *self.transaction).await?;
        Ok(())
    }

    async fn make_persons(
        &mut self,
        channel: &str,
        changes: &[Change<'_>],
        now: DateTime<Utc>,
    ) -> Result<HashMap<String, i64>, StoreError> {
        let new: Vec<NewPerson<'_>> = changes
            .iter()
            .filter(|change| change.stored.is_none())
            .map(|change| NewPerson { address: change.address, language: change.session.person.language.tag() })
            .collect();
        if new.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = sqlx::query_as::<_, (String, i64)>(
            "insert into persons (channel, address, language, created_at, seen_at) \
             select $1, value ->> 'address', value ->> 'language', $2, $2 from json_each($3) where true \
             on conflict (channel, address) do nothing returning address, id",
        )
        .bind(channel)
        .bind(now)
        .bind(json(&new)?)
        .fetch_all(&mut *self.transaction)
        .await?;
        Ok(rows.into_iter().collect())
    }

    async fn make_filings(&mut self, new: &[NewFiling<'_>], now: DateTime<Utc>) -> Result<Vec<(i64, Row)>, StoreError> {
        if new.is_empty() {
            return Ok(Vec::new());
        }
        let mut rows: Vec<(i64, u32, i64)> = Vec::with_capacity(new.len());
        for new in new.chunks(ROWS_MAX) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "insert into filings (person, number, schema_version, state, revision, created_at, updated_at) ",
            );
            query.push_values(new, |mut row, filing| {
                row.push_bind(filing.person).push_bind(filing.number).push_bind(SCHEMA_VERSION).push_bind(filing.state);
                row.push("1").push_bind(now).push_bind(now);
            });
            query.push(" on conflict (person, number) do nothing returning person, number, id");
            rows.extend(query.build_query_as::<(i64, u32, i64)>().persistent(false).fetch_all(&mut *self.transaction).await?);
        }
        if rows.len() != new.len() {
            return Err(StoreError::Conflict);
        }
        Ok(rows.into_iter().map(|(person, number, id)| (person, Row { number, id, revision: 1 })).collect())
    }

    async fn change_filings(&mut self, changed: &[ChangedFiling<'_>], now: DateTime<Utc>) -> Result<(), StoreError> {
        if changed.is_empty() {
            return Ok(());
        }
        let mut done = 0;
        for changed in changed.chunks(ROWS_MAX) {
            let mut query = QueryBuilder::<Sqlite>::new("with change (id, revision, state) as (");
            query.push_values(changed, |mut row, change| {
                row.push_bind(change.id).push_bind(change.revision).push_bind(change.state);
            });
            query
                .push(") update filings set revision = filings.revision + 1, state = change.state, schema_version = ")
                .push_bind(SCHEMA_VERSION);
            query.push(", updated_at = ").push_bind(now);
            query.push(" from change where filings.id = change.id and filings.revision = change.revision");
            done += query.build().persistent(false).execute(&mut *self.transaction).await?.rows_affected();
        }
        all_done(done, changed.len())
    }

    async fn change_persons(&mut self, changed: &[ChangedPerson]) -> Result<(), StoreError> {
        if changed.is_empty() {
            return Ok(());
        }
        let done = sqlx::query(
            "update persons set language = change.value ->> 'language', seen_at = change.value ->> 'seen_at', current_filing = change.value ->> 'current', \
             campaign = change.value ->> 'campaign', reminders = change.value ->> 'reminders', wake_at = change.value ->> 'wake_at' \
             from json_each($1) as change \
             where persons.id = change.value ->> 'id' and current_filing is change.value ->> 'before'",
        )
        .bind(json(&changed)?)
        .execute(&mut *self.transaction)
        .await?;
        all_done(done.rows_affected(), changed.len())
    }

    /// Deletes everything about a person. Until the files are wiped, text may still stand in them.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn forget(&mut self, channel: &str, address: &str) -> Result<(), StoreError> {
        for query in [
            // Whose messages wait to be handled or sent, and whose filings are kept, goes with the person.
            "delete from persons where channel = $1 and address = $2",
            "delete from inbox where channel = $1 and address = $2",
        ] {
            sqlx::query(query).bind(channel).bind(address).execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    /// Addresses of persons on a channel who are due to be spoken to, the longest due first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn due(&mut self, channel: &str, now: DateTime<Utc>, at_most: usize) -> Result<Vec<String>, StoreError> {
        let addresses = sqlx::query_scalar(DUE).bind(channel).bind(now).bind(i64::try_from(at_most).unwrap_or(i64::MAX));
        Ok(addresses.fetch_all(&mut *self.transaction).await?)
    }

    /// Everybody who agreed to be spoken to is due: what is planned for them may be another thing now.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn wake_everybody(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query("update persons set wake_at = $1 where reminders is not null").bind(now).execute(&mut *self.transaction).await?;
        Ok(())
    }

    /// Sets a value of the service itself; tells whether it was another one.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn set_service_value(&mut self, name: &str, value: &str) -> Result<bool, StoreError> {
        let changed = sqlx::query(
            "insert into service (name, value) values ($1, $2) on conflict (name) do update set value = $2 where value is not $2",
        )
        .bind(name)
        .bind(value)
        .execute(&mut *self.transaction)
        .await?;
        Ok(changed.rows_affected() > 0)
    }

    /// Deletes a value of the service itself.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn drop_service_value(&mut self, name: &str) -> Result<(), StoreError> {
        sqlx::query("delete from service where name = $1").bind(name).execute(&mut *self.transaction).await?;
        Ok(())
    }

    /// Deletes persons who were not here since a moment; tells how many.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn forget_idle(&mut self, since: DateTime<Utc>) -> Result<u64, StoreError> {
        let (idle, all) = sqlx::query_as::<_, (i64, i64)>("select count(*) filter (where seen_at < $1), count(*) from persons")
            .bind(since)
            .fetch_one(&mut *self.transaction)
            .await?;
        if idle == 0 {
            return Ok(0);
        }
        // A clock that is far ahead must not delete everybody.
        if idle > IDLE_AT_ONCE_MAX && idle * 2 > all {
            tracing::error!(idle, all, "most sessions seem idle: is the clock right? none is deleted");
            return Ok(0);
        }
        sqlx::query("delete from inbox where address in (select address from persons where seen_at < $1)")
            .bind(since)
            .execute(&mut *self.transaction)
            .await?;
        let done = sqlx::query("delete from persons where seen_at < $1").bind(since).execute(&mut *self.transaction).await?;
        self.wipe_is_due().await?;
        Ok(done.rows_affected())
    }

    /// Notes whether a person can be reached.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn set_reachable(&mut self, channel: &str, chat: &str, reachable: bool, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query("update persons set unreachable_since = $3 where channel = $1 and address = $2")
            .bind(channel)
            .bind(chat)
            .bind((!reachable).then_some(now))
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// Notes that deleted text may still stand in the files: until that is mended, it is due.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn wipe_is_due(&mut self) -> Result<(), StoreError> {
        sqlx::query("insert into service (name, value) values ($1, '') on conflict do nothing")
            .bind(WIPE_DUE)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }
}

fn all_done(done: u64, wanted: usize) -> Result<(), StoreError> {
    if done == wanted as u64 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Rows as JSON: one statement takes them all.
pub(super) fn json(rows: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(rows).map_err(|error| StoreError::Session(error.into()))
}
