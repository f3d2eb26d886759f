//! `invite`: a link that opens the bot with answers filled in, names who invites, and expires.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, json};

use super::database::{Opening, environment, refuse, with_store};
use super::{USAGE, fail};
use crate::assistant::Assistant;
use crate::desk::invitation::{CAMPAIGN_CHARS_MAX, Invitation, Key, LIFETIME_MAX, Refusal, SealError, travels};
use crate::matching::read_choice;
use crate::privacy::mask;
use crate::profile::{Field, Kind, Value, expectation};
use crate::serve::{BOT_NAME, config, invitation_key};
use crate::store::{SqliteStore, StoreError};

#[derive(clap::Args)]
#[command(after_help = concat!(
    "Example:\n  beian-bot invite --campaign 双十一 --days 14 --province guangdong --filer enterprise\n\n",
    "Every field of a profile is an option, except stage, held and as_of; --help lists all of them. What is filled in can be read by ",
    "whoever has the link, and changed by the person who opens it."
))]
pub(super) struct Arguments {
    /// Who or what invites: a campaign or an agent. The person is told, and figures are told by it.
    #[arg(long, value_name = "NAME", value_parser = campaign)]
    campaign: String,
    /// For how many days the link counts, 1 to 366.
    #[arg(long, value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=LIFETIME_MAX.num_days()))]
    days: i64,
    /// The bot's name. Default: that of the bot that was last served from the database.
    #[arg(long, value_name = "NAME", value_parser = bot)]
    bot: Option<String>,
    /// Write one JSON object.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    answers: Answers,
}

/// Answers as they were written: each field that travels is an option.
struct Answers(Vec<(Field, String)>);

/// Fields that most invitations name. `-h` shows them, `--help` all.
const COMMON: [Field; 9] = [
    Field::Province,
    Field::Filer,
    Field::Operation,
    Field::Provider,
    Field::Identity,
    Field::Content,
    Field::Server,
    Field::ServerMainland,
    Field::Domain,
];

fn fields() -> impl Iterator<Item = Field> {
    let others = Field::ALL.iter().copied().filter(|field| travels(*field) && !COMMON.contains(field));
    COMMON.into_iter().chain(others)
}

impl clap::Args for Answers {
    fn augment_args(command: Command) -> Command {
        fields().fold(command, |command, field| {
            let name = option_name(field);
            let mut option = Arg::new(field.name()).long(name.clone()).value_name("VALUE").help_heading("Answers");
            if name != field.name() {
                option = option.alias(field.name());
            }
            // What begins with a dash is a number of days that are over.
            option = option.allow_negative_numbers(matches!(field.kind(), Kind::Integer { .. }));
            command.arg(option.help(accepted(field)).hide_short_help(!COMMON.contains(&field)))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Answers::augment_args(command)
    }
}

impl clap::FromArgMatches for Answers {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Answers, clap::Error> {
        Ok(Answers(fields().filter_map(|field| Some((field, matches.get_one::<String>(field.name())?.clone()))).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Answers::from_arg_matches(matches)?;
        Ok(())
    }
}

fn option_name(field: Field) -> String {
    field.name().replace('_', "-")
}

/// What an option takes.
fn accepted(field: Field) -> String {
    let expected = expectation(field);
    let accepted = expected.strip_prefix("expected ").unwrap_or(&expected).to_owned();
    match field.kind() {
        Kind::Set(_) => format!("{accepted}, with commas between them; [] for none of them"),
        _ if field == Field::Domain => "a domain name such as example.cn".to_owned(),
        Kind::Text => "a name of two characters or more".to_owned(),
        _ => accepted,
    }
}

/// The value that was written for a field.
fn read(assistant: &Assistant, field: Field, text: &str) -> Result<Value, String> {
    let option = option_name(field);
    let Some(value) = read_choice(&assistant.vocabulary, field, text) else {
        return Err(match Value::parse(field, text) {
            Some(_) if !matches!(field.kind(), Kind::Text) => format!("--{option} cannot be `{text}`: nobody can mean that"),
            _ => format!("--{option} cannot be `{text}`; expected {}", accepted(field)),
        });
    };
    // Where the assistant would keep less than is written, somebody's number stands in it.
    let is_kept = |value: &Value| field == Field::Domain || value.canonical(field) == text.split_whitespace().collect::<Vec<_>>().join(" ");
    if matches!(field.kind(), Kind::Text) && (mask(text) != text || !is_kept(&value)) {
        return Err(format!("--{option} holds what looks like the number of a person; such numbers are not kept"));
    }
    Ok(value)
}

/// Why there is no link.
#[derive(Debug, thiserror::Error)]
enum InviteError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{0}; leave out an answer or shorten a text")]
    Seal(#[from] SealError),
    /// What was just made cannot be read: a fault of the program.
    #[error("the link does not open: {0}")]
    Refused(#[from] Refusal),
    #[error("the bot's name is not known: nothing was served from this database yet; write --bot NAME")]
    NoBot,
}

pub(super) fn run(assistant: &Assistant, arguments: &Arguments, database: Option<&str>) -> u8 {
    let read = |(field, text): &(Field, String)| Ok((*field, read(assistant, *field, text)?));
    let answers: Vec<(Field, Value)> = match arguments.answers.0.iter().map(read).collect::<Result<_, String>>() {
        Ok(answers) => answers,
        Err(message) => return fail(USAGE, &message),
    };
    let secret = match config::invitation_secret(environment) {
        Ok(secret) => secret,
        Err(error) => return refuse(&error),
    };
    // Without a bot's name there must be a database that knows it: a mistyped one is not made.
    let opening = if arguments.bot.is_some() { Opening::Made } else { Opening::UpToDate };
    with_store(database, opening, async |store| {
        let bot = match &arguments.bot {
            Some(bot) => bot.clone(),
            None => store.known_service_value(BOT_NAME).await?.ok_or(InviteError::NoBot)?,
        };
        let key = invitation_key(store, secret).await?;
        let now = Utc::now();
        let payload = seal(store, &key, &arguments.campaign, answers, now + TimeDelta::days(arguments.days), now).await?;
        // What the link says, rather than what was asked for.
        let invitation = Invitation::open(&payload, &key, now)?;
        Ok::<_, InviteError>(show(&invitation, &arguments.campaign, &bot, &payload, arguments.json))
    })
}

/// Makes the payload, and the campaign where it is new. No campaign stays behind where there is no link.
async fn seal(
    store: &SqliteStore,
    key: &Key,
    name: &str,
    answers: Vec<(Field, Value)>,
    expires: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<String, InviteError> {
    let mut batch = store.begin().await?;
    let campaign = batch.campaign(name, now).await?;
    let payload = Invitation { campaign, answers, expires }.seal(key)?;
    batch.commit().await?;
    Ok(payload)
}

fn show(invitation: &Invitation, campaign: &str, bot: &str, payload: &str, as_json: bool) -> String {
    let link = format!("https://t.me/{bot}?start={payload}");
    if as_json {
        let answers: Map<String, serde_json::Value> =
            invitation.answers.iter().map(|(field, value)| (field.name().to_owned(), value.to_json(*field))).collect();
        let until = invitation.expires.to_rfc3339();
        return format!("{}\n", json!({"link": link, "bot": bot, "campaign": campaign, "until": until, "answers": answers}));
    }
    let mut text = format!("{link}\n\ncampaign: {campaign}\nuntil: {}\n", in_china(invitation.expires));
    for (field, value) in &invitation.answers {
        text.push_str(&format!("{field}: {}\n", value.canonical(*field)));
    }
    text
}

fn in_china(moment: DateTime<Utc>) -> String {
    const SECONDS_EAST: i32 = 8 * 3600;
    match FixedOffset::east_opt(SECONDS_EAST) {
        Some(offset) => moment.with_timezone(&offset).format("%Y-%m-%d %H:%M in China").to_string(),
        None => moment.to_rfc3339(),
    }
}

fn campaign(name: &str) -> Result<String, String> {
    let name = name.trim();
    if name.is_empty() {
        return Err("a campaign has a name".to_owned());
    }
    if name.chars().count() > CAMPAIGN_CHARS_MAX || name.chars().any(char::is_control) {
        return Err(format!("write up to {CAMPAIGN_CHARS_MAX} characters in one line"));
    }
    Ok(name.to_owned())
}

/// A bot's name, with or without the at sign.
fn bot(name: &str) -> Result<String, String> {
    let name = name.trim().trim_start_matches('@');
    let is_name = (3..=32).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_name { Ok(name.to_owned()) } else { Err("write the bot's user name, such as beian_bot".to_owned()) }
}
