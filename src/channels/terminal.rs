//! The conversation in a terminal: lines in, wrapped text out.

use std::io::{self, BufRead, IsTerminal, Write};

use chrono::{DateTime, Utc};
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::conversation::{Conversation, ConversationError};
use crate::dialogue::Input;
use crate::render::{Choice, Message, Renderer};

/// Lines longer than this are hard to read, however wide the terminal.
const WIDTH_MAX: usize = 96;
/// Narrower than this nothing reads well; a phone shows about 40 columns.
const WIDTH_MIN: usize = 20;
/// The width where the output is no terminal.
const WIDTH_DEFAULT: usize = 80;
const PROMPT: &str = "> ";

/// Talks until the person leaves. `clock` tells the time of each turn.
///
/// # Errors
/// A terminal or a store that cannot be used.
pub async fn run(
    conversation: &mut Conversation<'_>,
    renderer: &Renderer<'_>,
    clock: impl Fn() -> DateTime<Utc>,
) -> Result<(), ConversationError> {
    let mut lines = Lines::open()?;
    // A terminal that was shut could say nothing: what became due meanwhile comes first.
    if let Some(spoken) = conversation.remind(clock()).await? {
        show(&[renderer.reminder_by_words(&spoken)])?;
    }
    let mut input = Input::Open;
    loop {
        let turn = conversation.take(&input, clock()).await?;
        show(&renderer.turn(&turn))?;
        match lines.next()? {
            Some(line) => input = Input::Text(line),
            None => {
                writeln!(io::stdout())?;
                return Ok(());
            }
        }
    }
}

fn show(messages: &[Message]) -> io::Result<()> {
    let width = width();
    let mut out = io::stdout().lock();
    for message in messages {
        writeln!(out, "{}\n", layout(message, width))?;
    }
    out.flush()
}

/// Lines from a person with line editing and history, or plain lines from a pipe.
enum Lines {
    Edited(Box<DefaultEditor>),
    Plain(io::StdinLock<'static>),
}

impl Lines {
    fn open() -> Result<Lines, ConversationError> {
        let stdin = io::stdin();
        if stdin.is_terminal() { Ok(Lines::Edited(Box::new(DefaultEditor::new()?))) } else { Ok(Lines::Plain(stdin.lock())) }
    }

    /// The next line; `None` when the person leaves (Ctrl-C, Ctrl-D) or the input ends.
    fn next(&mut self) -> Result<Option<String>, ConversationError> {
        match self {
            Lines::Edited(editor) => match editor.readline(PROMPT) {
                Ok(line) => {
                    editor.add_history_entry(&line)?;
                    Ok(Some(line))
                }
                Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(None),
                Err(error) => Err(error.into()),
            },
            Lines::Plain(stdin) => {
                let mut bytes = Vec::new();
                if stdin.read_until(b'\n', &mut bytes)? == 0 {
                    return Ok(None);
                }
                Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned()))
            }
        }
    }
}

fn width() -> usize {
    if io::stdout().is_terminal() { textwrap::termwidth().clamp(WIDTH_MIN, WIDTH_MAX) } else { WIDTH_DEFAULT }
}

/// A message as it stands on a screen of `width` columns: wrapped, with its choices numbered.
pub fn layout(message: &Message, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in message.with_file().lines() {
        let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
        lines.extend(wrap(line, width, &indent));
    }
    // A number is an answer of its own where there is nothing to choose from.
    let choices: Vec<String> = match message.choices.as_slice() {
        [Choice { command: Some(command), label, .. }] => vec![format!("[{command}] {label}")],
        choices => choices.iter().enumerate().map(|(index, choice)| format!("[{}] {}", index + 1, choice.label)).collect(),
    };
    let longest = choices.iter().map(|choice| textwrap::core::display_width(choice)).max().unwrap_or(0);
    let columns = (width / (longest + 2)).clamp(1, 6);
    for row in choices.chunks(columns) {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| {
                let padding = if columns == 1 { 0 } else { longest + 2 - textwrap::core::display_width(cell) };
                format!("{cell}{}", " ".repeat(padding))
            })
            .collect();
        lines.extend(wrap(cells.concat().trim_end(), width, "    "));
    }
    lines.join("\n")
}

/// Keeps a command together with its slash: a line may break after a slash otherwise. Takes no room on the screen.
const WORD_JOINER: char = '\u{2060}';

fn wrap(line: &str, width: usize, indent: &str) -> Vec<String> {
    let joined = line.replace('/', &format!("/{WORD_JOINER}"));
    let options = textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::UnicodeBreakProperties)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .subsequent_indent(indent);
    textwrap::wrap(&joined, options).into_iter().map(|line| line.replace(WORD_JOINER, "")).collect()
}
