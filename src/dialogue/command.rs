//! Commands: `/word` with an argument, or the plain words for them.

/// A command of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Start,
    /// What a link to the bot brings along.
    StartWith(String),
    Help,
    Undo,
    /// With the name of a field, or anything that tells which answer to change.
    Edit(Option<String>),
    Skip,
    /// Why the question, or why the item with this number.
    Why(Option<String>),
    /// The checklist; everything with `all`.
    Result {
        all: bool,
    },
    /// The whole checklist as a file, to be passed on.
    File,
    /// Everything that is kept about the person.
    Export,
    /// Deletes everything that is kept about the person.
    Forget,
    Restart,
    /// Another filing, with a name or domain.
    New(Option<String>),
    /// The list of filings.
    Filings,
    /// Goes to the filing with this number, name or domain.
    Switch(Option<String>),
    /// Deletes the filing with this number, name or domain; else the present one.
    Delete(Option<String>),
    Language(Option<String>),
    /// Where the filing stands, and what is new.
    Progress,
    /// What is still to be got ready.
    Materials,
    /// How reminders stand; or the setting that is to be changed.
    Reminders(Option<String>),
    /// What the last reminder spoke of is done.
    Done,
    /// The last reminder once more, later.
    Snooze,
    /// No more reminders.
    Mute,
    /// The days that matter as a calendar file.
    Calendar,
    /// A person of the staff, with the words for them.
    Human(Option<String>),
    /// The assistant again.
    Bot,
    /// An item of the checklist is wrong: its number.
    Wrong(Option<String>),
    Unknown(String),
}

/// The names of all commands, for help and suggestions.
pub const NAMES: [&str; 23] = [
    "/start",
    "/help",
    "/undo",
    "/edit",
    "/skip",
    "/why",
    "/result",
    "/file",
    "/materials",
    "/progress",
    "/calendar",
    "/reminders",
    "/human",
    "/bot",
    "/wrong",
    "/restart",
    "/new",
    "/filings",
    "/switch",
    "/delete",
    "/lang",
    "/export",
    "/forget",
];

impl Command {
    /// Reads `/name argument`. A name may carry the bot's own (`/help@beian_bot`).
    pub fn parse(text: &str) -> Option<Command> {
        let text = text.trim();
        let body = text.strip_prefix('/')?;
        let (name, argument) = body.split_once(char::is_whitespace).map_or((body, ""), |(name, argument)| (name, argument.trim()));
        let name = name.split('@').next().unwrap_or(name).to_lowercase();
        // What is for the staff is no name of anything.
        let longest = if name == "human" { 2_000 } else { 100 };
        let argument = (!argument.is_empty()).then(|| argument.chars().take(longest).collect::<String>());
        Some(match name.as_str() {
            "start" => argument.map_or(Command::Start, Command::StartWith),
            "help" => Command::Help,
            "undo" => Command::Undo,
            "edit" => Command::Edit(argument),
            "skip" => Command::Skip,
            "why" => Command::Why(argument),
            "result" if argument.as_deref().is_some_and(|argument| matches!(argument, "file" | "文件")) => Command::File,
            "result" => Command::Result { all: argument.is_some_and(|argument| matches!(&*argument, "all" | "全部" | "full")) },
            "file" => Command::File,
            "progress" => Command::Progress,
            "materials" => Command::Materials,
            "reminders" => Command::Reminders(argument),
            "snooze" => Command::Snooze,
            "mute" => Command::Mute,
            "calendar" => Command::Calendar,
            "human" => Command::Human(argument),
            "bot" => Command::Bot,
            "wrong" => Command::Wrong(argument),
            "export" => Command::Export,
            "forget" => Command::Forget,
            "restart" => Command::Restart,
            "new" => Command::New(argument),
            "filings" if argument.is_some() => Command::Switch(argument),
            "filings" => Command::Filings,
            "switch" => Command::Switch(argument),
            "delete" => Command::Delete(argument),
            "lang" | "language" => Command::Language(argument),
            _ => Command::Unknown(name.chars().take(30).collect()),
        })
    }

    /// The command that a plain word stands for.
    pub(super) fn of_meaning(meaning: &str) -> Option<Command> {
        Some(match meaning {
            "unknown" | "skip" => Command::Skip,
            "undo" => Command::Undo,
            "edit" => Command::Edit(None),
            "why" => Command::Why(None),
            "result" => Command::Result { all: false },
            "file" => Command::File,
            "export" => Command::Export,
            "forget" => Command::Forget,
            "progress" => Command::Progress,
            "materials" => Command::Materials,
            "reminders" => Command::Reminders(None),
            "done" => Command::Done,
            "snooze" => Command::Snooze,
            "mute" => Command::Mute,
            "calendar" => Command::Calendar,
            "human" => Command::Human(None),
            "bot" => Command::Bot,
            "wrong" => Command::Wrong(None),
            "restart" => Command::Restart,
            "help" => Command::Help,
            "new" => Command::New(None),
            "filings" => Command::Filings,
            _ => return None,
        })
    }

    /// The known command most like an unknown one.
    pub(super) fn nearest(name: &str) -> Option<&'static str> {
        crate::matching::nearest_command(name, &NAMES)
    }
}
