//! What the staff writes in the group: a command, a note among themselves, or words for the person.

/// Something that an agent wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Staff<'t> {
    Command(StaffCommand),
    /// Stays inside: it begins with `//`.
    Note,
    /// For the person.
    Words(&'t str),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffCommand {
    Help,
    /// The agent answers this case from now on.
    Take,
    /// Answers on behalf of the person: «省份 广东».
    Set(String),
    Tag(String),
    Close(Option<String>),
    Reopen,
    Summary,
    /// An answer from the rule base: the number of an item in the person's checklist, or words.
    Answer(String),
    /// The open cases.
    Cases,
    /// A link that fills in answers.
    Invite(String),
    /// Figures of so many days.
    Stats(Option<String>),
    Unknown(String),
}

/// The names of all commands, for help and suggestions.
pub const STAFF_COMMANDS: [&str; 11] =
    ["/take", "/set", "/tag", "/close", "/reopen", "/summary", "/answer", "/cases", "/invite", "/stats", "/desk"];

/// Longest argument of a command, in characters.
const ARGUMENT_CHARS_MAX: usize = 500;

/// Reads what an agent wrote. A command may carry the bot's name.
pub fn read(text: &str) -> Staff<'_> {
    let trimmed = text.trim_start();
    if trimmed.starts_with("//") {
        return Staff::Note;
    }
    let Some(body) = trimmed.strip_prefix('/') else { return Staff::Words(text) };
    let (name, argument) = body.split_once(char::is_whitespace).map_or((body, ""), |(name, argument)| (name, argument.trim()));
    let name = name.split('@').next().unwrap_or(name).to_lowercase();
    let argument: Option<String> = (!argument.is_empty()).then(|| argument.chars().take(ARGUMENT_CHARS_MAX).collect());
    let needed = || argument.clone().unwrap_or_default();
    Staff::Command(match name.as_str() {
        "desk" | "help" | "start" => StaffCommand::Help,
        "take" => StaffCommand::Take,
        "set" => StaffCommand::Set(needed()),
        "tag" => StaffCommand::Tag(needed()),
        "close" => StaffCommand::Close(argument),
        "reopen" => StaffCommand::Reopen,
        "summary" => StaffCommand::Summary,
        "answer" => StaffCommand::Answer(needed()),
        "cases" => StaffCommand::Cases,
        "invite" => StaffCommand::Invite(needed()),
        "stats" => StaffCommand::Stats(argument),
        _ => StaffCommand::Unknown(name.chars().take(30).collect()),
    })
}

impl StaffCommand {
    /// The name under which it stands in the audit log.
    pub fn name(&self) -> &'static str {
        match self {
            StaffCommand::Help => "help",
            StaffCommand::Take => "take",
            StaffCommand::Set(_) => "set",
            StaffCommand::Tag(_) => "tag",
            StaffCommand::Close(_) => "close",
            StaffCommand::Reopen => "reopen",
            StaffCommand::Summary => "summary",
            StaffCommand::Answer(_) => "answer",
            StaffCommand::Cases => "cases",
            StaffCommand::Invite(_) => "invite",
            StaffCommand::Stats(_) => "stats",
            StaffCommand::Unknown(_) => "unknown",
        }
    }

    /// The known command most like an unknown one.
    pub fn nearest(name: &str) -> Option<&'static str> {
        crate::matching::nearest_command(name, &STAFF_COMMANDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_notes_and_words_are_told_apart() {
        for (text, read_as) in [
            ("您好，请问域名是哪个？", Staff::Words("您好，请问域名是哪个？")),
            ("// 这位昨天也来过", Staff::Note),
            ("  //note", Staff::Note),
            ("/take", Staff::Command(StaffCommand::Take)),
            ("/Close@beian_bot 已解决 ", Staff::Command(StaffCommand::Close(Some("已解决".to_owned())))),
            ("/close", Staff::Command(StaffCommand::Close(None))),
            ("/set 省份 广东", Staff::Command(StaffCommand::Set("省份 广东".to_owned()))),
            ("/tkae", Staff::Command(StaffCommand::Unknown("tkae".to_owned()))),
        ] {
            assert_eq!(read(text), read_as, "{text}");
        }
        assert_eq!(StaffCommand::nearest("tkae"), Some("/take"));
        assert_eq!(StaffCommand::nearest("xyz"), None);
    }
}
