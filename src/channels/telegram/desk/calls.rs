//! Calls for the support group: topics, cards, what is relayed there and back.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::channels::telegram::api::{COPY_ALBUM, Call};
pub use crate::channels::telegram::outgoing::split;

use crate::channels::telegram::outgoing::{CAPTION_UNITS_MAX, html, units};
use crate::desk::Place;
use crate::store::Numbered;

/// Longest name of a topic, in characters.
const TOPIC_CHARS_MAX: usize = 128;
/// Messages that one call deletes.
const DELETED_AT_ONCE: usize = 100;

/// What a call is to its case, so that what comes of it finds its way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Part {
    /// Makes its topic.
    Topic,
    /// Is its card; without topics, the beginning of its thread.
    Card,
    /// Is the little that is shown of a card that the platform refused.
    ShortCard,
    /// Goes on with a card that is too long for one message.
    CardRest,
    /// Is something of the assistant in its place.
    Note,
    /// Goes into the group, and nothing comes back of it.
    Desk,
    /// Goes into the group; it carries this message of the person.
    ToGroup { here: Option<i64> },
    /// Makes the topic for what people say is wrong of the rules.
    ReportsTopic,
    /// Is one of those.
    Report(i64),
    /// Goes to the person; it carries this message of the group.
    ToPerson { there: Option<i64> },
    /// Changes what carries this message of the person.
    ChangedHere { here: i64 },
    /// Changes what carries this message of the group.
    ChangedThere { there: i64 },
}

impl Part {
    /// Whether it is for the staff: then it is never given up because the group is out of reach.
    pub fn is_for_group(self) -> bool {
        !matches!(self, Part::ToPerson { .. } | Part::ChangedThere { .. })
    }

    /// Whether it stands in the place of its case, or makes it: then another place is made where that is gone.
    pub fn has_place(self) -> bool {
        self.is_for_group() && !matches!(self, Part::Desk | Part::ChangedHere { .. })
    }

    pub fn is_card(self) -> bool {
        matches!(self, Part::Card | Part::ShortCard)
    }

    /// The same where it carries another message.
    #[must_use]
    pub fn with_number(self, number: i64) -> Part {
        match self {
            Part::ToGroup { .. } => Part::ToGroup { here: Some(number) },
            Part::ToPerson { .. } => Part::ToPerson { there: Some(number) },
            part => part,
        }
    }

    /// The same where it carries no message of which changes are known.
    #[must_use]
    pub fn without_number(self) -> Part {
        match self {
            Part::ToGroup { .. } => Part::ToGroup { here: None },
            Part::ToPerson { .. } => Part::ToPerson { there: None },
            part => part,
        }
    }

    /// What changes the message that this carries; none where it carries none.
    pub fn change(self) -> Option<Part> {
        match self {
            Part::ToGroup { here: Some(here) } => Some(Part::ChangedHere { here }),
            Part::ToPerson { there: Some(there) } => Some(Part::ChangedThere { there }),
            _ => None,
        }
    }

    /// Where the stored form of what carries or changes a message has its number, and that number.
    pub fn numbered(self) -> Option<Numbered> {
        let (at, member, number) = match self {
            Part::ToGroup { here: Some(here) } => ("$.part.ToGroup", "$.here", here),
            Part::ToPerson { there: Some(there) } => ("$.part.ToPerson", "$.there", there),
            Part::ChangedHere { here } => ("$.part.ChangedHere", "$.here", here),
            Part::ChangedThere { there } => ("$.part.ChangedThere", "$.there", there),
            _ => return None,
        };
        Some(Numbered { at, member, number })
    }
}

/// Makes a topic.
pub fn topic(group: i64, name: &str, of: Part) -> Option<Call> {
    let name: String = name.chars().take(TOPIC_CHARS_MAX).collect();
    part(Call::new("createForumTopic", &json!({"chat_id": group, "name": name})), of)
}

/// Closes, opens or deletes a topic.
pub fn change_topic(method: &str, group: i64, topic: i64) -> Option<Call> {
    Call::new(method, &json!({"chat_id": group, "message_thread_id": topic}))
}

/// Says something in a chat; `buttons`: a label and what it carries, a row each.
pub fn text(chat: i64, text: &str, buttons: &[(String, String)]) -> Option<Call> {
    let mut body = json!({
        "chat_id": chat,
        "text": html(text),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": true},
    });
    if !buttons.is_empty() {
        let rows: Vec<Json> = buttons.iter().map(|(label, data)| json!([{"text": label, "callback_data": data}])).collect();
        body["reply_markup"] = json!({"inline_keyboard": rows});
    }
    Call::new("sendMessage", &body)
}

/// Says something in a chat that may be longer than a message.
pub fn texts(chat: i64, said: &str) -> Vec<Call> {
    split(said).iter().filter_map(|part| text(chat, part, &[])).collect()
}

/// Copies a message from one chat to another; `caption` takes the place of what stood under it.
pub fn copy(from: i64, message: i64, to: i64, caption: Option<&str>) -> Option<Call> {
    let mut body = json!({"chat_id": to, "from_chat_id": from, "message_id": message});
    if let Some(caption) = caption {
        body["caption"] = caption.into();
    }
    Call::new("copyMessage", &body)
}

/// Copies the messages of an album, the oldest first, with what stands under them.
pub fn copy_album(from: i64, messages: &[i64], to: i64) -> Option<Call> {
    Call::new(COPY_ALBUM, &json!({"chat_id": to, "from_chat_id": from, "message_ids": messages}))
}

/// Copies a message. `words` are to stand under it where others do; what is too long for that follows as it is `said` there.
pub fn copies(from: i64, message: i64, to: i64, stands: &str, words: &str, said: impl FnOnce(&str) -> String) -> Vec<Call> {
    if units(words) > CAPTION_UNITS_MAX {
        return copy(from, message, to, Some("")).into_iter().chain(texts(to, &said(words))).collect();
    }
    copy(from, message, to, (stands != words).then_some(words)).into_iter().collect()
}

/// What a message of the bot is to say from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    Text(String),
    /// Under a picture or file.
    Caption(String),
}

impl Changed {
    pub fn words(&self) -> &str {
        let (Changed::Text(words) | Changed::Caption(words)) = self;
        words
    }

    /// Changes a message, which need not be known yet; none where it is too long for that.
    pub fn call(&self, chat: i64, message: Option<i64>) -> Option<Call> {
        let call = match self {
            Changed::Text(text) if split(text).len() == 1 => {
                Call::new("editMessageText", &json!({"chat_id": chat, "text": html(text), "parse_mode": "HTML"}))
            }
            Changed::Caption(words) if units(words) <= CAPTION_UNITS_MAX => {
                Call::new("editMessageCaption", &json!({"chat_id": chat, "caption": words}))
            }
            _ => None,
        };
        match message {
            Some(message) => of_message(&call?, message),
            None => call,
        }
    }
}

/// The same change of a message that is known by now.
pub fn of_message(call: &Call, message: i64) -> Option<Call> {
    call.with(|body| {
        body.insert("message_id".to_owned(), message.into());
        Some(())
    })
}

/// What a change says, as a message of its own.
pub fn anew(call: &Call) -> Option<Call> {
    let body: Json = serde_json::from_str(call.body.get()).ok()?;
    let words = body.get("text").or_else(|| body.get("caption")).filter(|words| **words != json!(""))?;
    let mut anew = json!({"chat_id": body.get("chat_id")?, "text": words, "link_preview_options": {"is_disabled": true}});
    if let Some(mode) = body.get("parse_mode") {
        anew["parse_mode"] = mode.clone();
    }
    Call::new("sendMessage", &anew)
}

/// Deletes messages, as many calls as that takes.
pub fn delete(chat: i64, messages: &[i64]) -> Vec<Call> {
    let call = |some: &[i64]| Call::new("deleteMessages", &json!({"chat_id": chat, "message_ids": some}));
    messages.chunks(DELETED_AT_ONCE).filter_map(call).collect()
}

/// The same call in a topic that is known.
pub fn in_topic(call: &Call, topic: i64) -> Option<Call> {
    call.with(|body| {
        body.insert("message_thread_id".to_owned(), topic.into());
        Some(())
    })
}

/// The same text with a link to a person below it.
pub fn mentioning(call: Option<Call>, person: &str, label: &str) -> Option<Call> {
    call?.with(|body| {
        let text = body.get("text")?.as_str()?;
        let text = format!("{text}\n<a href=\"tg://user?id={}\">{}</a>", html(person), html(label));
        body.insert("text".to_owned(), text.into());
        Some(())
    })
}

/// The same call with its buttons beside each other.
pub fn in_one_row(call: Option<Call>, buttons: &[(String, String)]) -> Option<Call> {
    let row: Vec<Json> = buttons.iter().map(|(label, data)| json!({"text": label, "callback_data": data})).collect();
    call?.with(|body| {
        body.insert("reply_markup".to_owned(), json!({"inline_keyboard": [row]}));
        Some(())
    })
}

/// The same call with a button that copies a text.
pub fn with_copy_button(call: Option<Call>, label: &str, copied: &str) -> Option<Call> {
    call?.with(|body| {
        body.insert("reply_markup".to_owned(), json!({"inline_keyboard": [[{"text": label, "copy_text": {"text": copied}}]]}));
        Some(())
    })
}

/// Marks a call as a part of its case.
pub fn part(call: Option<Call>, part: Part) -> Option<Call> {
    Some(Call { part: Some(part), ..call? })
}

/// The same call as an answer to a message of its chat.
pub fn answering(call: Option<Call>, message: Option<i64>) -> Option<Call> {
    let call = call?;
    let Some(message) = message else { return Some(call) };
    call.with(|body| {
        body.insert("reply_parameters".to_owned(), json!({"message_id": message, "allow_sending_without_reply": true}));
        Some(())
    })
}

/// The same call at the place of its case. What makes the place, and what is for the person, has none.
pub fn at(call: &Call, place: Place) -> Option<Call> {
    if !matches!(call.part, Some(Part::Card | Part::ShortCard | Part::CardRest | Part::Note | Part::ToGroup { .. })) {
        return None;
    }
    call.with(|body| {
        match place {
            Place::Topic(topic) => {
                body.insert("message_thread_id".to_owned(), topic.into());
            }
            // An album answers nothing: the platform has no way to say so.
            Place::Thread(Some(root)) if call.method != COPY_ALBUM && !body.contains_key("reply_parameters") => {
                body.insert("reply_parameters".to_owned(), json!({"message_id": root, "allow_sending_without_reply": true}));
            }
            Place::Thread(_) => {}
        }
        Some(())
    })
}
