//! What the commands beside the service tell of it: what was counted, where people stopped, what was not understood, what they say is
//! wrong, who of the staff did what.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::{SqliteStore, StoreError};

/// Something that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub day: NaiveDate,
    /// None where nobody invited.
    pub campaign: Option<String>,
    pub what: String,
    pub detail: String,
    pub count: i64,
}

/// A question at which people stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    pub campaign: Option<String>,
    pub field: String,
    /// Whether they had a checklist by then.
    pub with_checklist: bool,
    pub count: i64,
}

/// An answer that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUnderstood {
    pub campaign: Option<String>,
    /// The question; none where nothing was asked.
    pub field: Option<String>,
    pub said: String,
    pub count: i64,
}

/// A rule that somebody says is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub at: DateTime<Utc>,
    pub rule: String,
    pub profile: serde_json::Value,
}

/// A line of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audited {
    #[serde(rename = "time")]
    pub at: DateTime<Utc>,
    pub staff: i64,
    pub what: String,
    pub case: Option<i64>,
    pub detail: Option<String>,
}

impl SqliteStore {
    /// The names of all campaigns, by name.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn campaign_names(&self) -> Result<Vec<String>, StoreError> {
        Ok(sqlx::query_scalar("select name from campaigns order by name").fetch_all(&self.pool).await?)
    }

    /// What was counted from a day to another, both included; of one campaign where it is named.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn figures(&self, from: NaiveDate, until: NaiveDate, campaign: Option<&str>) -> Result<Vec<Figure>, StoreError> {
        let query = "select day, campaigns.name, what, detail, count from figures left join campaigns on campaigns.id = figures.campaign \
             where day between $1 and $2 and ($3 is null or campaigns.name = $3) order by day, campaigns.name, what, detail";
        type Row = (NaiveDate, Option<String>, String, String, i64);
        let rows: Vec<Row> = sqlx::query_as(query).bind(from).bind(until).bind(campaign).fetch_all(&self.pool).await?;
        let figure = |(day, campaign, what, detail, count)| Figure { day, campaign, what, detail, count };
        Ok(rows.into_iter().map(figure).collect())
    }

    /// The questions at which people of a channel stopped: those who were last here from a moment to another, whose present filing waits
    /// for an answer, and with whom no staff is.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn stopped(
        &self,
        channel: &str,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        campaign: Option<&str>,
    ) -> Result<Vec<Stopped>, StoreError> {
        // What cannot be read stops at no question. The checklist that was shown stands there as one text, in older forms as a list.
        let query = "with here (campaign, state) as materialized ( \
             select campaigns.name, case when json_valid(filings.state) then filings.state end from persons \
             join filings on filings.id = persons.current_filing left join campaigns on campaigns.id = persons.campaign \
             where channel = $1 and seen_at >= $2 and seen_at < $3 and ($4 is null or campaigns.name = $4) \
             and not exists (select 1 from cases where cases.person = persons.id and closed_at is null)) \
             select campaign, coalesce(state ->> '$.state.field', state ->> '$.state.answers[0][0]') as field, \
             coalesce(state ->> '$.shown', '') not in ('', '[]') as with_checklist, count(*) from here \
             where state ->> '$.state.is' in ('asking', 'confirming', 'choosing', 'replacing') and field is not null \
             group by 1, 2, 3 order by 4 desc, 2, 3, 1";
        type Row = (Option<String>, String, bool, i64);
        let rows: Vec<Row> = sqlx::query_as(query).bind(channel).bind(from).bind(until).bind(campaign).fetch_all(&self.pool).await?;
        let stopped = |(campaign, field, with_checklist, count)| Stopped { campaign, field, with_checklist, count };
        Ok(rows.into_iter().map(stopped).collect())
    }

    /// Answers that were not understood from a moment to another, the most frequent first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn not_understood(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        campaign: Option<&str>,
    ) -> Result<Vec<NotUnderstood>, StoreError> {
        let query = "select campaigns.name, field, said, count(*) from not_understood join persons on persons.id = not_understood.person \
             left join campaigns on campaigns.id = persons.campaign \
             where at >= $1 and at < $2 and ($3 is null or campaigns.name = $3) group by 1, 2, 3 order by 4 desc, 2, 3, 1";
        type Row = (Option<String>, Option<String>, String, i64);
        let rows: Vec<Row> = sqlx::query_as(query).bind(from).bind(until).bind(campaign).fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(|(campaign, field, said, count)| NotUnderstood { campaign, field, said, count }).collect())
    }

    /// Rules that people say are wrong, the oldest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn reports(&self) -> Result<Vec<Report>, StoreError> {
        type Row = (DateTime<Utc>, String, sqlx::types::Json<serde_json::Value>);
        let rows: Vec<Row> = sqlx::query_as("select at, rule, profile from reports order by id").fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(|(at, rule, profile)| Report { at, rule, profile: profile.0 }).collect())
    }

    /// Who of the staff did what, the oldest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub async fn audited(&self) -> Result<Vec<Audited>, StoreError> {
        type Row = (DateTime<Utc>, i64, String, Option<i64>, Option<String>);
        let rows: Vec<Row> =
            sqlx::query_as("select at, staff, what, desk_case, detail from audit order by id").fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(|(at, staff, what, case, detail)| Audited { at, staff, what, case, detail }).collect())
    }
}
