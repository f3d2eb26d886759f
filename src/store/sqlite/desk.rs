//! The support desk: campaigns, cases, what was relayed, who did what, what is counted. `office` reads what the commands beside the
//! service tell of it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::sessions::json;
use super::{Batch, SqliteStore, StoreError};
use crate::desk::{Case, Place, Reason};

const CASES: &str = "select cases.*, persons.address from cases join persons on persons.id = cases.person ";
/// First replies that tell how long one waits.
const REPLIES_LOOKED_AT: i64 = 20;

/// How the desk is doing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queue {
    /// Persons who wait for an answer.
    pub waiting: usize,
    /// The last cases that got one: when they were opened, and when somebody answered first.
    pub first_replies: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

fn case_of(row: &SqliteRow) -> Result<Case, StoreError> {
    let (topic, root): (Option<i64>, Option<i64>) = (row.try_get("topic")?, row.try_get("root")?);
    let reason: String = row.try_get("reason")?;
    let tags: sqlx::types::Json<Vec<String>> = row.try_get("tags")?;
    Ok(Case {
        id: row.try_get("id")?,
        person: row.try_get("person")?,
        address: row.try_get("address")?,
        reason: Reason::named(&reason).unwrap_or(Reason::Asked),
        opened_at: row.try_get("opened_at")?,
        closed_at: row.try_get("closed_at")?,
        closed_because: row.try_get("closed_because")?,
        taken_by: row.try_get("taken_by")?,
        first_reply_at: row.try_get("first_reply_at")?,
        waiting_since: row.try_get("waiting_since")?,
        raise_at: row.try_get("raise_at")?,
        raised: row.try_get("raised")?,
        tags: tags.0,
        rating: row.try_get("rating")?,
        place: place_of(topic, root),
    })
}

/// A place as it is stored: a topic, or the message that begins a thread; 0 where that is to come.
pub(super) fn place_of(topic: Option<i64>, root: Option<i64>) -> Option<Place> {
    match (topic, root) {
        (Some(topic), _) => Some(Place::Topic(topic)),
        (None, Some(0)) => Some(Place::Thread(None)),
        (None, Some(root)) => Some(Place::Thread(Some(root))),
        (None, None) => None,
    }
}

impl SqliteStore {
    /// A value of the service itself; none where it was never set.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn known_service_value(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar("select value from service where name = $1").bind(name).fetch_optional(&self.pool).await?)
    }
}

impl SqliteStore {
    /// Keeps what somebody says is wrong of a rule.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn report(&self, at: DateTime<Utc>, rule: &str, profile: &serde_json::Value) -> Result<(), StoreError> {
        let mut batch = self.begin().await?;
        batch.report(at, rule, profile).await?;
        batch.commit().await
    }
}

impl Batch {
    /// The number of a campaign; made where it is new.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn campaign(&mut self, name: &str, now: DateTime<Utc>) -> Result<u32, StoreError> {
        let query = "insert into campaigns (name, created_at) values ($1, $2) on conflict (name) do update set name = $1 returning id";
        Ok(sqlx::query_scalar(query).bind(name).bind(now).fetch_one(&mut *self.transaction).await?)
    }

    /// All campaigns, by their numbers.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn campaigns(&mut self) -> Result<BTreeMap<u32, String>, StoreError> {
        let rows: Vec<(u32, String)> = sqlx::query_as("select id, name from campaigns").fetch_all(&mut *self.transaction).await?;
        Ok(rows.into_iter().collect())
    }

    /// Opens a case for a person; gives its number, or that of the one that is open already.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn open_case(&mut self, person: i64, reason: Reason, now: DateTime<Utc>, raise_at: DateTime<Utc>) -> Result<i64, StoreError> {
        let query = "insert into cases (person, reason, opened_at, waiting_since, raise_at) values ($1, $2, $3, $3, $4) \
             on conflict (person) where closed_at is null do update set waiting_since = coalesce(waiting_since, $3) returning id";
        Ok(sqlx::query_scalar(query).bind(person).bind(reason.name()).bind(now).bind(raise_at).fetch_one(&mut *self.transaction).await?)
    }

    /// The case with a number.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn case(&mut self, id: i64) -> Result<Option<Case>, StoreError> {
        self.one_case("where cases.id = $1", id).await
    }

    /// The open case of a person.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn open_case_of(&mut self, person: i64) -> Result<Option<Case>, StoreError> {
        self.one_case("where cases.person = $1 and closed_at is null", person).await
    }

    /// The case whose topic this is.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn case_in_topic(&mut self, topic: i64) -> Result<Option<Case>, StoreError> {
        self.one_case("where cases.topic = $1", topic).await
    }

    /// The case to which a message of the group belongs.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn case_of_message(&mut self, there: i64) -> Result<Option<Case>, StoreError> {
        self.one_case("join relayed on relayed.desk_case = cases.id where relayed.there = $1", there).await
    }

    async fn one_case(&mut self, which: &'static str, number: i64) -> Result<Option<Case>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{CASES} {which}"));
        let row = sqlx::query(query).bind(number).fetch_optional(&mut *self.transaction).await?;
        row.as_ref().map(case_of).transpose()
    }

    /// All cases of a person, the oldest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn cases_of(&mut self, person: i64) -> Result<Vec<Case>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{CASES} where cases.person = $1 order by cases.id"));
        sqlx::query(query).bind(person).fetch_all(&mut *self.transaction).await?.iter().map(case_of).collect()
    }

    /// The open cases, those that wait longest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn open_cases(&mut self) -> Result<Vec<Case>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{CASES} where closed_at is null order by waiting_since is null, waiting_since, cases.id"));
        sqlx::query(query).fetch_all(&mut *self.transaction).await?.iter().map(case_of).collect()
    }

    /// Open cases of which the group is to be told that nobody answers.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn cases_to_raise(&mut self, now: DateTime<Utc>) -> Result<Vec<Case>, StoreError> {
        let query =
            sqlx::AssertSqlSafe(format!("{CASES} where raise_at <= $1 and raise_at is not null and closed_at is null order by cases.id"));
        sqlx::query(query).bind(now).fetch_all(&mut *self.transaction).await?.iter().map(case_of).collect()
    }

    /// Writes what changed in a case.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn change_case(&mut self, case: &Case) -> Result<(), StoreError> {
        let (topic, root) = match case.place {
            Some(Place::Topic(topic)) => (Some(topic), None),
            Some(Place::Thread(root)) => (None, Some(root.unwrap_or(0))),
            None => (None, None),
        };
        sqlx::query(
            "update cases set closed_at = $2, closed_because = $3, taken_by = $4, first_reply_at = $5, waiting_since = $6, raise_at = $7, \
             raised = $8, tags = $9, rating = $10, topic = $11, root = $12 where id = $1",
        )
        .bind(case.id)
        .bind(case.closed_at)
        .bind(&case.closed_because)
        .bind(case.taken_by)
        .bind(case.first_reply_at)
        .bind(case.waiting_since)
        .bind(case.raise_at)
        .bind(case.raised)
        .bind(json(&case.tags)?)
        .bind(case.rating)
        .bind(topic)
        .bind(root)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// How the desk is doing.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn queue(&mut self) -> Result<Queue, StoreError> {
        let waiting: i64 = sqlx::query_scalar("select count(*) from cases where closed_at is null and waiting_since is not null")
            .fetch_one(&mut *self.transaction)
            .await?;
        let query = "select opened_at, first_reply_at from cases where first_reply_at is not null order by first_reply_at desc limit $1";
        let first_replies = sqlx::query_as(query).bind(REPLIES_LOOKED_AT).fetch_all(&mut *self.transaction).await?;
        Ok(Queue { waiting: usize::try_from(waiting).unwrap_or_default(), first_replies })
    }

    /// Notes which message of the group is which one of the person; `ours`: the assistant wrote it there.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn note_relayed(&mut self, case: i64, there: i64, here: Option<i64>, ours: bool) -> Result<(), StoreError> {
        sqlx::query(
            "insert into relayed (desk_case, there, here, ours) values ($1, $2, $3, $4) on conflict (there) do update set desk_case = $1, here = coalesce($3, here)",
        )
        .bind(case)
        .bind(there)
        .bind(here)
        .bind(ours)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// The message of the person that a message of the group is or answers.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn here_of(&mut self, case: i64, there: i64) -> Result<Option<i64>, StoreError> {
        let query = "select here from relayed where desk_case = $1 and there = $2";
        Ok(sqlx::query_scalar(query).bind(case).bind(there).fetch_optional(&mut *self.transaction).await?.flatten())
    }

    /// The message of the group that a message of the person is.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn there_of(&mut self, case: i64, here: i64) -> Result<Option<i64>, StoreError> {
        let query = "select there from relayed where desk_case = $1 and here = $2 order by there desc limit 1";
        Ok(sqlx::query_scalar(query).bind(case).bind(here).fetch_optional(&mut *self.transaction).await?)
    }

    /// The messages of the group that belong to a case, each with whether the assistant wrote it.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn messages_of_case(&mut self, case: i64) -> Result<Vec<(i64, bool)>, StoreError> {
        let query = "select there, ours from relayed where desk_case = $1 order by there";
        Ok(sqlx::query_as(query).bind(case).fetch_all(&mut *self.transaction).await?)
    }

    /// The messages of a case are gone.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn forget_messages(&mut self, case: i64) -> Result<(), StoreError> {
        sqlx::query("delete from relayed where desk_case = $1").bind(case).execute(&mut *self.transaction).await?;
        Ok(())
    }

    /// Another group is the support group: no case has a place in it.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn displace_all(&mut self) -> Result<(), StoreError> {
        for query in ["delete from relayed", "update cases set topic = null, root = null"] {
            sqlx::query(query).execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    /// The group moved: its messages have other numbers now, and every case finds its place anew.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn displace_threads(&mut self) -> Result<(), StoreError> {
        sqlx::query("delete from relayed where desk_case in (select id from cases where topic is null)")
            .execute(&mut *self.transaction)
            .await?;
        sqlx::query("update cases set root = null where topic is null").execute(&mut *self.transaction).await?;
        Ok(())
    }

    /// Notes who of the staff did what.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn audit(
        &mut self,
        at: DateTime<Utc>,
        staff: i64,
        what: &str,
        case: Option<i64>,
        detail: Option<&str>,
    ) -> Result<(), StoreError> {
        sqlx::query("insert into audit (at, staff, what, desk_case, detail) values ($1, $2, $3, $4, $5)")
            .bind(at)
            .bind(staff)
            .bind(what)
            .bind(case)
            .bind(detail)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// Whether somebody did something since a moment, as the audit log has it.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn was_audited(&mut self, since: DateTime<Utc>, staff: i64, what: &str) -> Result<bool, StoreError> {
        let query = "select exists (select 1 from audit where at >= $1 and staff = $2 and what = $3)";
        Ok(sqlx::query_scalar(query).bind(since).bind(staff).bind(what).fetch_one(&mut *self.transaction).await?)
    }

    /// Whether something was done to a case, as the audit log has it.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn was_done(&mut self, case: i64, what: &str) -> Result<bool, StoreError> {
        let query = "select exists (select 1 from audit where desk_case = $1 and what = $2)";
        Ok(sqlx::query_scalar(query).bind(case).bind(what).fetch_one(&mut *self.transaction).await?)
    }

    /// Of what was done to a case only that it was done stays.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn forget_details(&mut self, case: i64) -> Result<(), StoreError> {
        sqlx::query("update audit set detail = null where desk_case = $1").bind(case).execute(&mut *self.transaction).await?;
        Ok(())
    }

    /// The number and the address of a person on a channel.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn person_at(&mut self, channel: &str, address: &str) -> Result<Option<i64>, StoreError> {
        let query = "select id from persons where channel = $1 and address = $2";
        Ok(sqlx::query_scalar(query).bind(channel).bind(address).fetch_optional(&mut *self.transaction).await?)
    }

    /// Notes that a rule is said to be wrong; gives the number of the report.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn report(&mut self, at: DateTime<Utc>, rule: &str, profile: &serde_json::Value) -> Result<i64, StoreError> {
        let query = "insert into reports (at, rule, profile) values ($1, $2, $3) returning id";
        Ok(sqlx::query_scalar(query).bind(at).bind(rule).bind(json(profile)?).fetch_one(&mut *self.transaction).await?)
    }

    /// Reports that nobody was told of: number, rule and profile.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn untold_reports(&mut self) -> Result<Vec<(i64, String, String)>, StoreError> {
        Ok(sqlx::query_as("select id, rule, profile from reports where told = 0 order by id").fetch_all(&mut *self.transaction).await?)
    }

    /// Notes whether those who keep the rules were told of a report.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn set_told(&mut self, report: i64, told: bool) -> Result<(), StoreError> {
        sqlx::query("update reports set told = $2 where id = $1").bind(report).bind(told).execute(&mut *self.transaction).await?;
        Ok(())
    }

    /// A value of the service itself.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn service_value(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar("select value from service where name = $1").bind(name).fetch_optional(&mut *self.transaction).await?)
    }

    /// Counts something of a day.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn count(&mut self, day: NaiveDate, campaign: Option<u32>, what: &str, detail: &str, count: u32) -> Result<(), StoreError> {
        sqlx::query(
            "insert into figures (day, campaign, what, detail, count) values ($1, $2, $3, $4, $5) \
             on conflict do update set count = count + $5",
        )
        .bind(day)
        .bind(campaign.unwrap_or(0))
        .bind(what)
        .bind(detail)
        .bind(count)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// What was counted from a day to another, of one campaign where it is named: name, detail and sum.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn figures(
        &mut self,
        from: NaiveDate,
        until: NaiveDate,
        campaign: Option<&str>,
    ) -> Result<Vec<(String, String, i64)>, StoreError> {
        let query = "select what, detail, sum(count) from figures left join campaigns on campaigns.id = figures.campaign \
             where day between $1 and $2 and ($3 is null or campaigns.name = $3) group by what, detail";
        Ok(sqlx::query_as(query).bind(from).bind(until).bind(campaign).fetch_all(&mut *self.transaction).await?)
    }

    /// Keeps an answer that was not understood; it is masked already.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub async fn note_missed(&mut self, person: i64, at: DateTime<Utc>, field: Option<&str>, said: &str) -> Result<(), StoreError> {
        sqlx::query("insert into not_understood (person, at, field, said) values ($1, $2, $3, $4)")
            .bind(person)
            .bind(at)
            .bind(field)
            .bind(said)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// The cases of persons who were not here since a moment, with their messages in the group.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn idle_cases(&mut self, since: DateTime<Utc>) -> Result<Vec<(Case, Vec<(i64, bool)>)>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{CASES} where persons.seen_at < $1 order by cases.id"));
        let rows = sqlx::query(query).bind(since).fetch_all(&mut *self.transaction).await?;
        let mut cases = Vec::with_capacity(rows.len());
        for row in &rows {
            let case = case_of(row)?;
            let messages = self.messages_of_case(case.id).await?;
            cases.push((case, messages));
        }
        Ok(cases)
    }
}
