//! `chat`: the conversation in a terminal, or for a program.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};
use serde_json::json;

use super::assess::write_json;
use super::lines::LINE_BYTES_MAX;
use super::{BAD, OK, USAGE, fail, language};
use crate::assistant::Assistant;
use crate::channels::{Conversation, json as json_channel, terminal};
use crate::dialogue::{Person, Session};
use crate::language::Language;
use crate::render::Renderer;
use crate::store::{DatabaseAddress, SqliteStore, StoreError};

#[derive(clap::Args, Default)]
#[command(after_help = "Example:\n  echo '{\"command\": \"/start\"}' | beian-bot chat --json --now 2026-11-22T09:00:00+08:00")]
pub(super) struct Arguments {
    /// Speak JSON: {"text": "…"}, {"choose": "VALUE"} or {"command": "/undo"} in, one object a line out.
    #[arg(long)]
    json: bool,
    /// Go on with the stored session of this name. With --json, a session without a name is not kept.
    #[arg(long, value_name = "ID")]
    session: Option<String>,
    /// The time that it is: 2026-11-22 or 2026-11-22T09:00:00+08:00. Default: the clock's.
    #[arg(long, value_parser = moment, value_name = "TIME")]
    now: Option<DateTime<Utc>>,
    /// The language to begin in: zh-CN or en. A stored session keeps its own.
    #[arg(long, value_parser = language, value_name = "LANGUAGE")]
    lang: Option<Language>,
}

/// The session in the terminal, where no other is named.
const SESSION_DEFAULT: &str = "default";

pub(super) fn run(assistant: &Assistant, arguments: &Arguments, database: Option<&str>) -> u8 {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(BAD, &error),
    };
    let person = Person { language: arguments.lang.or_else(language_of_environment).unwrap_or_default(), ..Person::default() };
    let session = Session { person, ..Session::default() };
    let now = || arguments.now.unwrap_or_else(Utc::now);
    let mut conversation = match (&arguments.session, arguments.json) {
        (None, true) => Conversation::passing(assistant, session),
        (name, json) => {
            let channel = if json { "json" } else { "terminal" };
            let name = name.as_deref().unwrap_or(SESSION_DEFAULT);
            match runtime.block_on(open(assistant, database, (channel, name), session, now())) {
                Ok(conversation) => conversation,
                Err(error @ (StoreError::Address(_) | StoreError::Postgres)) => return fail(USAGE, &error),
                Err(error) => return fail(BAD, &error),
            }
        }
    };
    let renderer = assistant.renderer();
    let code = if arguments.json {
        speak_json(&runtime, &mut conversation, &renderer, now)
    } else {
        match runtime.block_on(terminal::run(&mut conversation, &renderer, now)) {
            Ok(()) => OK,
            Err(error) if error.is_hang_up() => OK,
            Err(error) => fail(BAD, &error),
        }
    };
    runtime.block_on(conversation.close());
    code
}

async fn open<'a>(
    assistant: &'a Assistant,
    database: Option<&str>,
    whose: (&str, &str),
    session: Session,
    now: DateTime<Utc>,
) -> Result<Conversation<'a>, StoreError> {
    let DatabaseAddress::Sqlite(path) = match database {
        Some(address) => DatabaseAddress::parse(address)?,
        None => DatabaseAddress::by_convention()?,
    };
    let store = SqliteStore::open(&path).await?;
    Conversation::stored(assistant, store, whose, session, now).await
}

fn speak_json(
    runtime: &tokio::runtime::Runtime,
    conversation: &mut Conversation<'_>,
    renderer: &Renderer<'_>,
    now: impl Fn() -> DateTime<Utc>,
) -> u8 {
    let mut code = OK;
    let result = super::lines::answer_each(|number, line, out| {
        let read = line.map_err(|_| format!("the line is longer than {LINE_BYTES_MAX} bytes"));
        let read = read.and_then(|line| std::str::from_utf8(line).map_err(|error| format!("the line is not UTF-8: {error}")));
        let taken = read.and_then(json_channel::read_input).and_then(|input| {
            let taken = runtime.block_on(json_channel::take(conversation, renderer, &input, now()));
            taken.map_err(|error| error.to_string())
        });
        match taken {
            Ok(answer) => write_json(out, &answer),
            Err(message) => {
                code = BAD;
                write_json(out, &json!({"error": {"line": number, "message": message}}));
            }
        }
    });
    match result {
        Ok(()) => code,
        Err(error) => fail(BAD, &error),
    }
}

/// A moment, or the beginning of a day in China.
pub(super) fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Ok(moment.to_utc());
    }
    let midnight = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|date| date.and_time(NaiveTime::MIN));
    let in_china = FixedOffset::east_opt(8 * 3600).and_then(|offset| midnight?.and_local_timezone(offset).single());
    in_china.map(|moment| moment.to_utc()).ok_or_else(|| "write 2026-11-22 or 2026-11-22T09:00:00+08:00".to_owned())
}

/// English where the environment asks for it; Chinese otherwise.
fn language_of_environment() -> Option<Language> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| Language::from_tag(&std::env::var(name).ok()?))
}
