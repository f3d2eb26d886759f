//! Calls for cases in the outbox: what waits for a place, or for what it changes.

use super::{Batch, Outgoing, StoreError};

/// Where the stored form of a call has a number, and which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered {
    pub at: &'static str,
    pub member: &'static str,
    pub number: i64,
}

impl Batch {
    /// Whether the place of a case is being made.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn is_being_placed(&mut self, case: i64) -> Result<bool, StoreError> {
        let query = "select exists (select 1 from outbox where desk_case = $1 and parked_because is null \
             and payload ->> '$.part' in ('Topic', 'Card', 'ShortCard'))";
        Ok(sqlx::query_scalar(query).bind(case).fetch_one(&mut *self.transaction).await?)
    }

    /// Calls for a case that waited for its place, which they need not any more; with `card`, its card alone.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn release(&mut self, channel: &str, case: i64, card: bool) -> Result<Vec<Outgoing>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "update outbox set waits_for_place = 0 where desk_case = $1 and waits_for_place = 1 and parked_because is null \
             and (not $2 or payload ->> '$.part' in ('Card', 'ShortCard')) \
             and payload -> '$.part.ChangedHere' is null and payload -> '$.part.ChangedThere' is null returning id",
        )
        .bind(case)
        .bind(card)
        .fetch_all(&mut *self.transaction)
        .await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        super::queues::unsent(&mut self.transaction, channel, Some(&ids)).await
    }

    /// Calls of a case that are to be made, by a number in what they are to it; also those that copy several messages, this one among them.
    /// None where there is no number to look for.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn calls_of_case(&mut self, case: i64, numbered: Option<Numbered>) -> Result<Vec<(i64, String)>, StoreError> {
        let Some(Numbered { at, member, number }) = numbered else { return Ok(Vec::new()) };
        let query = "select id, payload from outbox where desk_case = $1 and parked_because is null and payload -> $2 is not null \
             and (payload -> $2 ->> $3 = $4 or $4 in (select value from json_each(payload, '$.body.message_ids'))) order by id";
        Ok(sqlx::query_as(query).bind(case).bind(at).bind(member).bind(number).fetch_all(&mut *self.transaction).await?)
    }

    /// A call that waited says something else and need not wait any more.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn release_as(&mut self, channel: &str, id: i64, payload: &str) -> Result<Vec<Outgoing>, StoreError> {
        let query = "update outbox set payload = $2, waits_for_place = 0 where id = $1";
        sqlx::query(query).bind(id).bind(payload).execute(&mut *self.transaction).await?;
        super::queues::unsent(&mut self.transaction, channel, Some(&[id])).await
    }

    /// Everything that was to stand in the place of a case waits for another one.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn hold_back(&mut self, case: i64) -> Result<(), StoreError> {
        sqlx::query(
            "update outbox set waits_for_place = 1 where desk_case = $1 and parked_because is null \
             and (payload ->> '$.part' in ('Card', 'ShortCard', 'CardRest', 'Note') or payload -> '$.part.ToGroup' is not null)",
        )
        .bind(case)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// One call waits for another place.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn hold_back_one(&mut self, id: i64) -> Result<(), StoreError> {
        sqlx::query("update outbox set waits_for_place = 1 where id = $1").bind(id).execute(&mut *self.transaction).await?;
        Ok(())
    }

    /// What a call says that waits to be made.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn payload(&mut self, id: i64) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar("select payload from outbox where id = $1").bind(id).fetch_optional(&mut *self.transaction).await?)
    }

    /// Takes a call out of the outbox; gives what it says.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn take_out(&mut self, id: i64) -> Result<Option<String>, StoreError> {
        let query = "delete from outbox where id = $1 returning payload";
        Ok(sqlx::query_scalar(query).bind(id).fetch_optional(&mut *self.transaction).await?)
    }
}
