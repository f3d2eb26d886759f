//! The command line.

mod assess;
mod chat;
mod database;
mod invite;
mod lines;
mod matching;
mod office;
mod remind;
mod rules;
mod serve;
mod stats;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::assistant::{Assistant, LoadError};
use crate::language::Language;

/// Everything went well.
const OK: u8 = 0;
/// Some input was bad, or something could not be done.
const BAD: u8 = 1;
/// The command was called wrongly.
const USAGE: u8 = 2;

/// An assistant for ICP filing (ICP备案) in mainland China: who files what website where, and what it takes.
#[derive(Parser)]
#[command(
    name = "beian-bot",
    version,
    arg_required_else_help = false,
    after_help = "Example:\n  beian-bot                 talk in the terminal\n  beian-bot chat --lang en  talk in English"
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Where sessions are kept: sqlite:PATH. Default: a file in the data folder of the platform.
    /// BEIAN_DATABASE says the same.
    #[arg(long, global = true, value_name = "ADDRESS")]
    database: Option<String>,
    /// A rule folder instead of the built-in rules; its texts are looked up in DIR/locales first.
    /// BEIAN_RULES says the same.
    #[arg(long, global = true, value_name = "DIR")]
    rules: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Talk about a filing. The default.
    Chat(chat::Arguments),
    /// Assess profiles: one JSON object a line in, one assessment a line out.
    Assess(assess::Arguments),
    /// Understand answers: one utterance a line in, one JSON object a line out.
    Match(matching::Arguments),
    /// Run the assistant on Telegram.
    Serve(serve::Arguments),
    /// Copy the database to a file, also while the assistant runs.
    Backup(serve::BackupArguments),
    /// List what could not be sent: a JSON object a line, with the reason.
    #[command(after_help = "Example:\n  beian-bot --database sqlite:beian.sqlite unsent")]
    Unsent,
    /// Show what would be said unasked at a moment, and why.
    Remind(remind::Arguments),
    /// Make a link that opens the bot with answers filled in.
    Invite(invite::Arguments),
    /// Tell how it goes: conversations, checklists, where people stop, the support desk.
    Stats(stats::Arguments),
    /// List what people say is wrong of rules: a JSON object a line.
    #[command(after_help = "Example:\n  beian-bot --database sqlite:beian.sqlite reports")]
    Reports,
    /// List who of the staff did what, and when: a JSON object a line.
    #[command(after_help = "Example:\n  beian-bot --database sqlite:beian.sqlite audit")]
    Audit,
    /// Look into the rule base.
    #[command(subcommand)]
    Rules(rules::Action),
}

/// Runs the command line and gives the exit code: 0, 1 for bad input, 2 for wrong usage.
pub fn run() -> ExitCode {
    let mut cli = Cli::parse();
    // An empty variable is an absent one.
    cli.database = cli.database.or_else(|| std::env::var("BEIAN_DATABASE").ok()).filter(|address| !address.is_empty());
    cli.rules = cli.rules.or_else(|| std::env::var_os("BEIAN_RULES").map(PathBuf::from)).filter(|folder| !folder.as_os_str().is_empty());
    let code = match cli.command.unwrap_or_else(|| Command::Chat(chat::Arguments::default())) {
        Command::Rules(action) => rules::run(&action, cli.rules.as_deref()),
        Command::Serve(arguments) => serve::run(&arguments, cli.database, cli.rules),
        Command::Backup(arguments) => serve::backup(&arguments, cli.database.as_deref()),
        Command::Unsent => serve::unsent(cli.database.as_deref()),
        Command::Stats(arguments) => stats::run(&arguments, cli.database.as_deref()),
        Command::Audit => office::audit(cli.database.as_deref()),
        command => match Assistant::load(cli.rules.as_deref()) {
            Ok(assistant) => match command {
                Command::Chat(arguments) => chat::run(&assistant, &arguments, cli.database.as_deref()),
                Command::Assess(arguments) => assess::run(&assistant, &arguments),
                Command::Match(arguments) => matching::run(&assistant, &arguments),
                Command::Remind(arguments) => remind::run(&assistant, &arguments, cli.database.as_deref()),
                Command::Invite(arguments) => invite::run(&assistant, &arguments, cli.database.as_deref()),
                Command::Reports => office::reports(&assistant, cli.database.as_deref()),
                Command::Rules(_) | Command::Serve(_) | Command::Backup(_) => OK,
                Command::Unsent | Command::Stats(_) | Command::Audit => OK,
            },
            Err(error) => {
                report(error);
                BAD
            }
        },
    };
    ExitCode::from(code)
}

/// Shows every fault, with its place.
fn report(error: LoadError) {
    let summary = error.to_string();
    match error {
        LoadError::Folder(_) | LoadError::Workdays(_) => {}
        LoadError::Rules(problems) => {
            for problem in problems {
                eprintln!("{:?}", miette::Report::new(problem));
            }
        }
        LoadError::Texts(problems) => problems.iter().for_each(|problem| eprintln!("{problem}")),
        LoadError::Vocabulary(problems) => problems.iter().for_each(|problem| eprintln!("{problem}")),
    }
    eprintln!("beian-bot: {summary}");
}

/// Writes to standard output. A reader that went away ends the work in peace.
fn say(text: &str) -> u8 {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => fail(BAD, &error),
        _ => OK,
    }
}

/// Says what went wrong on standard error.
fn fail(code: u8, message: &dyn std::fmt::Display) -> u8 {
    eprintln!("beian-bot: {message}");
    code
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| format!("`{tag}` is not spoken here; write zh-CN or en"))
}
