//! The conversation for programs: a JSON object a line in, a JSON object a line out.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value as Json;

use super::conversation::Conversation;
use crate::dialogue::{Command, Input};
use crate::profile::Field;
use crate::render::{Message, Renderer};
use crate::store::StoreError;

/// What the program is told after each line.
#[derive(Debug, Serialize)]
pub struct Answer {
    pub messages: Vec<Shown>,
    /// The field that is asked for.
    pub asking: Option<&'static str>,
    pub profile: Json,
    pub verdict: &'static str,
}

#[derive(Debug, Serialize)]
pub struct Shown {
    pub text: String,
    pub choices: Vec<ShownChoice>,
}

#[derive(Debug, Serialize)]
pub struct ShownChoice {
    pub value: String,
    pub label: String,
}

impl From<Message> for Shown {
    fn from(message: Message) -> Shown {
        let choices = message.choices.iter().cloned().map(|choice| ShownChoice { value: choice.value, label: choice.label }).collect();
        Shown { text: message.with_file(), choices }
    }
}

/// Reads a line: `{"text": …}`, `{"choose": …}` or `{"command": …}`.
///
/// # Errors
/// What is wrong with the line, and what is accepted.
pub fn read_input(line: &str) -> Result<Input, String> {
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    const ACCEPTED: &str = "write {\"text\": \"…\"}, {\"choose\": \"VALUE\"} or {\"command\": \"/undo\"}";
    let json: Json = serde_json::from_str(line).map_err(|error| format!("not a JSON object: {error}; {ACCEPTED}"))?;
    let Some(object) = json.as_object().filter(|object| object.len() == 1) else {
        return Err(format!("not an object with one entry; {ACCEPTED}"));
    };
    let Some((key, value)) = object.iter().next() else { return Err(ACCEPTED.to_owned()) };
    let text = match value {
        Json::String(text) => text.clone(),
        // A program may choose true or 5 as naturally as «true» or «5».
        Json::Bool(_) | Json::Number(_) if key == "choose" => value.to_string(),
        _ => return Err(format!("`{key}` is no string; {ACCEPTED}")),
    };
    match key.as_str() {
        "text" => Ok(Input::Text(text)),
        "choose" => Ok(Input::Choose(text)),
        "command" => match Command::parse(&text) {
            Some(command) => Ok(Input::Command(command)),
            None => Err(format!("`{text}` is no command; commands begin with a slash")),
        },
        other => Err(format!("unknown entry `{other}`; {ACCEPTED}")),
    }
}

/// Takes a turn and tells what a program wants to know of it.
///
/// # Errors
/// A store that cannot be written.
pub async fn take(
    conversation: &mut Conversation<'_>,
    renderer: &Renderer<'_>,
    input: &Input,
    now: DateTime<Utc>,
) -> Result<Answer, StoreError> {
    let turn = conversation.take(input, now).await?;
    let messages = renderer.turn(&turn).into_iter().map(Shown::from).collect();
    let asking = turn.session.filing.state.asking().map(Field::name);
    Ok(Answer { messages, asking, profile: turn.profile.to_json(), verdict: turn.verdict.name() })
}
