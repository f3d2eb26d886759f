//! `serve`: the channels that are configured. `backup` and `unsent`: what an operator needs beside it.

use std::path::PathBuf;

use tracing_subscriber::EnvFilter;

use super::database::{Opening, environment, json_lines, refuse, with_store};
use super::{BAD, OK, fail, report};
use crate::assistant::Assistant;
use crate::serve::config::Config;
use crate::store::StoreError;

#[derive(clap::Args)]
#[command(after_help = concat!(
    "Settings come from the environment, or from a TOML file that BEIAN_CONFIG names; README tells all of them.\n",
    "Example:\n  BEIAN_TELEGRAM_TOKEN=123456:ABC… beian-bot serve\n\n",
    "SIGTERM or SIGINT stops in peace, SIGHUP loads the rules of a folder anew."
))]
pub(super) struct Arguments {
    /// Write the log as JSON, an object a line.
    #[arg(long)]
    json_log: bool,
}

pub(super) fn run(arguments: &Arguments, database: Option<String>, rules: Option<PathBuf>) -> u8 {
    let config = match Config::read(database, rules, environment) {
        Ok(config) => config,
        Err(error) => return refuse(&error),
    };
    start_log(arguments.json_log);
    tell_only_where_it_breaks();
    let rules = config.rules.clone();
    let load = move || Assistant::load(rules.as_deref());
    let assistant = match load() {
        Ok(assistant) => assistant,
        Err(error) => {
            report(error);
            return BAD;
        }
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(BAD, &error),
    };
    match runtime.block_on(crate::serve::run(config, assistant, load)) {
        Ok(()) => OK,
        Err(error) => fail(BAD, &error),
    }
}

/// What breaks off inside is told by its place alone: the message may hold what somebody wrote.
fn tell_only_where_it_breaks() {
    std::panic::set_hook(Box::new(|broken| {
        let place = broken.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "something broke off inside");
    }));
}

/// The log goes to standard error. It holds no text of a person and no secret; BEIAN_LOG chooses how much is told.
fn start_log(json: bool) {
    let mut filter = EnvFilter::try_from_env("BEIAN_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // What the HTTP client could tell at length holds the token and what people write.
    for quiet in ["hyper=warn", "hyper_util=warn", "reqwest=warn", "rustls=warn"] {
        filter = filter.add_directive(match quiet.parse() {
            Ok(directive) => directive,
            Err(error) => unreachable!("{quiet} is a directive: {error}"),
        });
    }
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json { log.json().init() } else { log.with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr())).init() }
}

#[derive(clap::Args)]
#[command(after_help = "Example:\n  beian-bot --database sqlite:beian.sqlite backup beian-2026-11-22.sqlite")]
pub(super) struct BackupArguments {
    /// The file to write; it must not be there yet.
    file: PathBuf,
}

/// Copies the database, while others go on.
pub(super) fn backup(arguments: &BackupArguments, database: Option<&str>) -> u8 {
    with_store(database, Opening::AsItIs, async |store| {
        store.backup(&arguments.file).await?;
        Ok::<_, StoreError>(String::new())
    })
}

/// Lists what could not be sent, a JSON object a line; never its text.
pub(super) fn unsent(database: Option<&str>) -> u8 {
    with_store(database, Opening::AsItIs, async |store| Ok::<_, StoreError>(json_lines(store.parked().await?)))
}
