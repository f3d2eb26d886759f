//! What arrived and waits to be handled, and what waits to be sent.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row as _, Sqlite, SqliteConnection};

use super::desk::place_of;
use super::sessions::json;
use super::{Batch, ROWS_MAX, SqliteStore, StoreError};
use crate::desk::Place;

/// An update that waits to be handled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Waiting {
    pub update_id: i64,
    pub address: String,
    pub payload: String,
    pub failure: Option<String>,
}

/// Something to be sent. Ids grow in the order of sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outgoing {
    pub id: i64,
    pub chat: String,
    /// Whose it is: it is deleted with them.
    pub person: Option<i64>,
    pub payload: String,
    /// Rather never than twice: a reminder.
    pub at_most_once: bool,
    /// The call was begun before the program stopped: whether it arrived is not known.
    #[serde(skip)]
    pub begun: bool,
    #[serde(skip)]
    pub not_before: Option<DateTime<Utc>>,
    /// The case that it is for.
    pub case: Option<i64>,
    /// It waits for the place of its case and is not sent before.
    pub waits: bool,
    /// The place of its case, where that is known.
    #[serde(skip)]
    pub place: Option<Place>,
}

/// What may be sent now, in order: all of a channel, or these.
pub(super) async fn unsent(connection: &mut SqliteConnection, channel: &str, ids: Option<&[i64]>) -> Result<Vec<Outgoing>, StoreError> {
    let rows = sqlx::query(
        "select outbox.*, cases.topic, cases.root from outbox left join cases on cases.id = outbox.desk_case \
         where channel = $1 and parked_because is null and waits_for_place = 0 \
         and ($2 is null or outbox.id in (select value from json_each($2))) order by outbox.id",
    )
    .bind(channel)
    .bind(ids.map(|ids| json(&ids)).transpose()?)
    .fetch_all(connection)
    .await?;
    let outgoing = |row: &SqliteRow| {
        Ok(Outgoing {
            id: row.try_get("id")?,
            chat: row.try_get("chat")?,
            person: row.try_get("person")?,
            payload: row.try_get("payload")?,
            at_most_once: row.try_get("at_most_once")?,
            begun: row.try_get::<Option<DateTime<Utc>>, _>("begun_at")?.is_some(),
            not_before: row.try_get("not_before")?,
            case: row.try_get("desk_case")?,
            waits: false,
            place: place_of(row.try_get("topic")?, row.try_get("root")?),
        })
    };
    rows.iter().map(outgoing).collect()
}

/// Something that cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Parked {
    pub id: i64,
    pub channel: String,
    pub chat: String,
    pub since: DateTime<Utc>,
    pub because: String,
}

impl SqliteStore {
    /// Updates of a channel that wait to be handled, the oldest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn waiting(&self, channel: &str) -> Result<Vec<Waiting>, StoreError> {
        let rows = sqlx::query_as::<_, (i64, String, String)>(
            "select update_id, address, payload from inbox \
             where channel = $1 and payload is not null and address is not null and failure is null order by received_at, update_id",
        )
        .bind(channel)
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.into_iter().map(|(update_id, address, payload)| Waiting { update_id, address, payload, failure: None }).collect())
    }

    /// What waits to be sent on a channel, in order.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn unsent(&self, channel: &str) -> Result<Vec<Outgoing>, StoreError> {
        let mut connection = self.pool.acquire().await?;
        unsent(&mut connection, channel, None).await
    }

    /// The highest id that was ever given to something to be sent and is still there.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn last_outgoing(&self) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar("select coalesce(max(id), 0) from outbox").fetch_one(&self.pool).await?)
    }

    /// What was given up, with its reason; never its text.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn parked(&self) -> Result<Vec<Parked>, StoreError> {
        let rows = sqlx::query_as::<_, (i64, String, String, DateTime<Utc>, String)>(
            "select id, channel, chat, created_at, parked_because from outbox where parked_because is not null order by id",
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.into_iter().map(|(id, channel, chat, since, because)| Parked { id, channel, chat, since, because }).collect())
    }
}

impl Batch {
    /// Notes that updates were taken; tells which were not taken before.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn take(&mut self, channel: &str, updates: &[i64], now: DateTime<Utc>) -> Result<HashSet<i64>, StoreError> {
        if updates.is_empty() {
            return Ok(HashSet::new());
        }
        let numbers = json(&updates)?;
        // Hardly ever is one of them known: asking for those costs less than to be told of all the others, row by row.
        let known = sqlx::query_scalar::<_, i64>(
            "select update_id from inbox where channel = $1 and update_id in (select value from json_each($2))",
        )
        .bind(channel)
        .bind(&numbers)
        .fetch_all(&mut *self.transaction)
        .await?;
        sqlx::query(
            "insert into inbox (channel, update_id, received_at) select $1, value, $2 from json_each($3) where true on conflict do nothing",
        )
        .bind(channel)
        .bind(now)
        .bind(numbers)
        .execute(&mut *self.transaction)
        .await?;
        let mut new: HashSet<i64> = updates.iter().copied().collect();
        new.retain(|number| !known.contains(number));
        Ok(new)
    }

    /// Keeps updates that were taken until they can be handled, or, with a failure, for whoever looks into it.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn keep_waiting(&mut self, channel: &str, waiting: &[Waiting]) -> Result<(), StoreError> {
        if waiting.is_empty() {
            return Ok(());
        }
        sqlx::query(
            "update inbox set address = kept.value ->> 'address', payload = kept.value ->> 'payload', failure = kept.value ->> 'failure' \
             from json_each($2) as kept where channel = $1 and update_id = kept.value ->> 'update_id'",
        )
        .bind(channel)
        .bind(json(&waiting)?)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Of updates that waited and are handled now, only the number stays.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn handled(&mut self, channel: &str, updates: &[i64]) -> Result<(), StoreError> {
        if updates.is_empty() {
            return Ok(());
        }
        sqlx::query(
            "update inbox set address = null, payload = null, failure = null \
             where channel = $1 and update_id in (select value from json_each($2))",
        )
        .bind(channel)
        .bind(json(&updates)?)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// What is kept about a person beside their session: updates that wait or could not be handled, what could not be sent to them,
    /// filings that cannot be read, who invited them, their cases at the support desk, answers that were not understood. What is about to
    /// be sent to them is not told. None where there is nothing.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn kept_beside(&mut self, channel: &str, address: &str) -> Result<Option<serde_json::Value>, StoreError> {
        let kept: Option<sqlx::types::Json<serde_json::Value>> = sqlx::query_scalar(
            "with whose (person, campaign) as (select id, campaign from persons where channel = $1 and address = $2), \
             kept (what, told) as ( \
             select 'update', json_object('received_at', received_at, 'text', payload, 'failure', failure) from inbox \
             where channel = $1 and address = $2 and payload is not null \
             union all select 'unsent', json_object('since', created_at, 'text', payload, 'because', parked_because) \
             from outbox join whose using (person) where parked_because is not null \
             union all select 'unreadable', json_object('found_at', found_at, 'text', state, 'because', reason) \
             from unreadable_filings join whose using (person) \
             union all select 'invitation', json_object('campaign', name) from campaigns join whose on whose.campaign = campaigns.id \
             union all select 'case', json_object('reason', reason, 'opened_at', opened_at, 'first_reply_at', first_reply_at, \
             'closed_at', closed_at, 'closed_because', closed_because, 'tags', json(tags), 'rating', rating) from cases join whose using (person) \
             union all select 'not_understood', json_object('at', at, 'field', field, 'text', said) \
             from not_understood join whose using (person)) \
             select case count(*) when 0 then null else json_group_array(json_object('what', what, 'kept', json(told))) end from kept",
        )
        .bind(channel)
        .bind(address)
        .fetch_one(&mut *self.transaction)
        .await?;
        Ok(kept.map(|kept| kept.0))
    }

    /// Adds what is to be sent.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn send(&mut self, channel: &str, outgoing: &[Outgoing], now: DateTime<Utc>) -> Result<(), StoreError> {
        for outgoing in outgoing.chunks(ROWS_MAX) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "insert into outbox (id, channel, chat, person, payload, at_most_once, created_at, desk_case, waits_for_place) ",
            );
            query.push_values(outgoing, |mut row, outgoing| {
                row.push_bind(outgoing.id).push_bind(channel).push_bind(&outgoing.chat).push_bind(outgoing.person);
                row.push_bind(&outgoing.payload).push_bind(outgoing.at_most_once).push_bind(now);
                row.push_bind(outgoing.case).push_bind(outgoing.waits);
            });
            query.build().persistent(false).execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    /// Deletes what was sent.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn sent(&mut self, ids: &[i64]) -> Result<(), StoreError> {
        if ids.is_empty() {
            return Ok(());
        }
        sqlx::query("delete from outbox where id in (select value from json_each($1))")
            .bind(json(&ids)?)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// Notes that a call is begun.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn begun(&mut self, ids: &[i64], now: DateTime<Utc>) -> Result<(), StoreError> {
        if ids.is_empty() {
            return Ok(());
        }
        sqlx::query("update outbox set begun_at = $2 where id in (select value from json_each($1))")
            .bind(json(&ids)?)
            .bind(now)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// Gives something up, with the reason.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn park(&mut self, id: i64, because: &str) -> Result<(), StoreError> {
        sqlx::query("update outbox set parked_because = $2 where id = $1").bind(id).bind(because).execute(&mut *self.transaction).await?;
        Ok(())
    }

    /// Puts something off, and with it what comes after it in its chat: it did not arrive.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn put_off(&mut self, id: i64, until: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query("update outbox set not_before = $2, begun_at = null where id = $1")
            .bind(id)
            .bind(until)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// Messages to a group that moved go where it is now.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn move_chat(&mut self, channel: &str, from: &str, to: &str) -> Result<(), StoreError> {
        sqlx::query("update outbox set chat = $3 where channel = $1 and chat = $2")
            .bind(channel)
            .bind(from)
            .bind(to)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// Deletes the numbers of updates that were handled before a moment, and what was given up or broke a turn before another.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn clear(&mut self, handled_before: DateTime<Utc>, parked_before: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query("delete from inbox where failure is not null and received_at < $1")
            .bind(parked_before)
            .execute(&mut *self.transaction)
            .await?;
        sqlx::query("delete from inbox where payload is null and received_at < $1")
            .bind(handled_before)
            .execute(&mut *self.transaction)
            .await?;
        sqlx::query("delete from outbox where parked_because is not null and created_at < $1")
            .bind(parked_before)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }
}
