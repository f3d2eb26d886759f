//! `stats`: how it goes, of all and by campaign. `sums` adds up, `formats` writes.

mod formats;
mod sums;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde_json::json;

use super::database::{Opening, json_lines, with_store};
use super::{USAGE, fail};
use crate::channels::telegram::CHANNEL;
use crate::dialogue::day_in_china;
use crate::store::{Figure, NotUnderstood, SqliteStore, Stopped, StoreError};

/// Days that are told of where nothing else is said.
const DAYS_DEFAULT: u64 = 7;
/// Who was not here for so long has stopped; before that they may come back.
const IDLE: TimeDelta = TimeDelta::days(3);

#[derive(clap::Args)]
#[command(after_help = concat!(
    "Days are those in China, both included. Who was not here for three days and left a question open has dropped out, or stopped ",
    "refining where they had a checklist; they count for the day on which they were last here.\n\n",
    "Example:\n  beian-bot stats --from 2026-11-01 --until 2026-11-30 --format csv > november.csv"
))]
pub(super) struct Arguments {
    /// The first day, such as 2026-11-01. Default: six days before the last.
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<NaiveDate>,
    /// The last day. Default: today.
    #[arg(long, value_name = "DAY", value_parser = day)]
    until: Option<NaiveDate>,
    /// Only those whom this campaign or agent invited.
    #[arg(long, value_name = "NAME")]
    campaign: Option<String>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Only the answers that were not understood, all of them, a JSON object a line.
    #[arg(long, conflicts_with = "format")]
    not_understood: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For reading.
    Text,
    /// A table with a header.
    Csv,
    /// One object.
    Json,
}

/// Days, both included.
#[derive(Debug, Clone, Copy)]
struct Period {
    from: NaiveDate,
    until: NaiveDate,
}

impl Period {
    /// The moment from which it counts, and the one from which it does not count any more.
    fn moments(self) -> (DateTime<Utc>, DateTime<Utc>) {
        (begins(self.from), begins(self.until) + TimeDelta::days(1))
    }
}

/// When a day begins in China.
fn begins(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() - TimeDelta::hours(8)
}

/// What the database tells of a period.
struct Told {
    period: Period,
    figures: Vec<Figure>,
    stopped: Vec<Stopped>,
    not_understood: Vec<NotUnderstood>,
}

#[derive(Debug, thiserror::Error)]
enum StatsError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("there is no campaign `{name}`; {known}")]
    NoCampaign { name: String, known: String },
}

pub(super) fn run(arguments: &Arguments, database: Option<&str>) -> u8 {
    let now = Utc::now();
    let until = arguments.until.unwrap_or_else(|| day_in_china(now));
    let from = arguments.from.or_else(|| until.checked_sub_days(Days::new(DAYS_DEFAULT - 1))).unwrap_or(until);
    if from > until {
        return fail(USAGE, &format!("the first day, {from}, is after the last, {until}"));
    }
    let period = Period { from, until };
    with_store(database, Opening::UpToDate, async |store| {
        let told = tell(store, period, arguments.campaign.as_deref(), now).await?;
        if arguments.not_understood {
            let answers = sums::of(&told).not_understood;
            let lines = answers.iter().map(|((field, said), count)| json!({"field": field, "input": said, "count": count}));
            return Ok(json_lines(lines));
        }
        Ok::<_, StatsError>(match arguments.format {
            Format::Text => formats::text(&told, arguments.campaign.as_deref()),
            Format::Csv => formats::csv(&told),
            Format::Json => formats::json(&told),
        })
    })
}

async fn tell(store: &SqliteStore, period: Period, campaign: Option<&str>, now: DateTime<Utc>) -> Result<Told, StatsError> {
    if let Some(name) = campaign {
        let names = store.campaign_names().await?;
        if !names.iter().any(|known| known == name) {
            let known = if names.is_empty() { "there is none yet".to_owned() } else { format!("there are {}", names.join(", ")) };
            return Err(StatsError::NoCampaign { name: name.to_owned(), known });
        }
    }
    let (begins, ends) = period.moments();
    Ok(Told {
        period,
        figures: store.figures(period.from, period.until, campaign).await?,
        stopped: store.stopped(CHANNEL, begins, ends.min(now - IDLE), campaign).await?,
        not_understood: store.not_understood(begins, ends, campaign).await?,
    })
}

fn day(text: &str) -> Result<NaiveDate, String> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    day.ok_or_else(|| "write a day such as 2026-11-22".to_owned())
}
