//! Updates of the platform: whose they are, and what of them is used.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use teloxide_core::types::{
    CallbackQuery, ChatMemberKind, ChatMemberUpdated, InlineKeyboardMarkup, MediaKind, Message, MessageEntity, MessageKind, Update,
    UpdateKind,
};

use super::desk::{
    self,
    incoming::{DeskChat, Post},
};
use crate::privacy::mask;

/// The bot itself.
#[derive(Debug, Clone, Deserialize)]
pub struct Me {
    pub id: i64,
    pub username: String,
    /// The support group, where there is one.
    #[serde(skip)]
    pub desk: DeskChat,
}

/// Something that somebody did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Arrival {
    pub update_id: i64,
    /// Of a private chat; of a group only with [`Act::InGroup`], [`Act::AtDesk`] and [`Act::PressedInGroup`].
    pub chat: i64,
    /// The language of the person's program, as an IETF tag.
    pub language: Option<String>,
    /// The message that it answers, in a private chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<i64>,
    /// The album that it belongs to, in a private chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub album: Option<String>,
    pub act: Act,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Act {
    Said {
        text: String,
        id: i64,
    },
    Edited {
        text: String,
        id: i64,
    },
    /// What stands under a picture or file was changed; none where nothing does any more.
    Recaptioned {
        caption: Option<String>,
        id: i64,
    },
    Pressed {
        query: String,
        data: String,
        under: Option<Box<Pressed>>,
    },
    /// Something that is no text. Nothing of it is kept but the words that came with it.
    Sent {
        what: Thing,
        caption: Option<String>,
        id: i64,
    },
    /// The person blocked the bot.
    Left,
    /// The person unblocked the bot.
    Returned,
    /// The bot was spoken to in a group. `bot` is its name, for a link to a private chat.
    InGroup {
        text: String,
        id: i32,
        bot: String,
    },
    /// Somebody did something in the support group.
    AtDesk(Box<Post>),
    /// A button was pressed in a group, where the bot shows none that choose anything.
    PressedInGroup {
        query: String,
    },
}

/// What was sent that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Thing {
    /// A photo or file: it may show an identity document.
    Document,
    Voice,
    /// Somebody's number.
    Contact,
    Other,
}

/// The message under which a button was pressed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pressed {
    pub id: i32,
    pub text: String,
    pub entities: Vec<MessageEntity>,
    pub keyboard: Option<InlineKeyboardMarkup>,
}

impl Arrival {
    /// Whose conversation it belongs to.
    pub fn address(&self) -> String {
        self.chat.to_string()
    }

    /// The form in which it may be kept: without numbers of people.
    pub fn for_keeping(&self) -> Arrival {
        let mut kept = self.clone();
        match &mut kept.act {
            Act::Said { text, .. } | Act::Edited { text, .. } | Act::InGroup { text, .. } => {
                *text = mask(text).into_owned();
            }
            Act::Sent { caption: Some(text), .. } | Act::Recaptioned { caption: Some(text), .. } => *text = mask(text).into_owned(),
            _ => {}
        }
        kept
    }
}

/// What of an update is used; none where it is not for the bot or cannot be understood.
pub fn read(text: &str, update_id: i64, me: &Me) -> Option<Arrival> {
    if let Some(desk) = me.desk.get()
        && desk::incoming::is_of(text, desk)
    {
        return desk::incoming::read(text, update_id, desk);
    }
    let update = match serde_json::from_str::<Update>(text) {
        Ok(update) => update,
        Err(error) => {
            // Of the error only the place: its words may hold values of a person's message.
            tracing::warn!(update = update_id, column = error.column(), "an update cannot be read as a whole");
            return read_roughly(text, update_id);
        }
    };
    match update.kind {
        UpdateKind::Message(Message { kind: MessageKind::Empty {}, .. }) => read_roughly(text, update_id),
        UpdateKind::Message(message) => message_arrival(message, update_id, me, false),
        UpdateKind::EditedMessage(message) => message_arrival(message, update_id, me, true),
        UpdateKind::CallbackQuery(query) => pressed(query, update_id),
        UpdateKind::MyChatMember(change) => membership(&change, update_id),
        _ => None,
    }
}

/// The little that is needed of a private message, where teloxide's types do not know a part of it: a person must not wait for an
/// answer because their program sent something new.
#[derive(Deserialize)]
struct Rough {
    message: RoughMessage,
}

#[derive(Deserialize)]
struct RoughMessage {
    message_id: i64,
    from: RoughPerson,
    chat: RoughChat,
    text: Option<String>,
    caption: Option<String>,
    voice: Option<IgnoredAny>,
    audio: Option<IgnoredAny>,
    video_note: Option<IgnoredAny>,
    photo: Option<IgnoredAny>,
    document: Option<IgnoredAny>,
    video: Option<IgnoredAny>,
    contact: Option<IgnoredAny>,
    reply_to_message: Option<RoughAnswered>,
    media_group_id: Option<String>,
}

#[derive(Deserialize)]
struct RoughAnswered {
    message_id: i64,
}

#[derive(Deserialize)]
struct RoughPerson {
    #[serde(default)]
    is_bot: bool,
    language_code: Option<String>,
}

#[derive(Deserialize)]
struct RoughChat {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
}

/// What of an update is used that cannot be read as a whole.
fn read_roughly(text: &str, update_id: i64) -> Option<Arrival> {
    let message = serde_json::from_str::<Rough>(text).ok()?.message;
    if message.chat.kind != "private" || message.from.is_bot {
        return None;
    }
    let id = message.message_id;
    let act = match message.text {
        Some(text) => Act::Said { text, id },
        None => {
            let what = if message.voice.or(message.audio).or(message.video_note).is_some() {
                Thing::Voice
            } else if message.photo.or(message.document).or(message.video).is_some() {
                Thing::Document
            } else if message.contact.is_some() {
                Thing::Contact
            } else {
                Thing::Other
            };
            Act::Sent { what, caption: message.caption, id }
        }
    };
    let (chat, answers) = (message.chat.id, message.reply_to_message.map(|answered| answered.message_id));
    Some(Arrival { update_id, chat, language: message.from.language_code, answers, album: message.media_group_id, act })
}

fn message_arrival(message: Message, update_id: i64, me: &Me, edited: bool) -> Option<Arrival> {
    // What the platform says of itself: somebody joined, a message was pinned.
    let MessageKind::Common(common) = &message.kind else { return None };
    let chat = message.chat.id.0;
    let person = message.from.as_ref().filter(|person| !person.is_bot)?;
    let language = person.language_code.clone();
    if !message.chat.is_private() {
        let text = message.text().or(message.caption()).unwrap_or_default();
        // In a group an edit or a service message asks for nothing.
        let asks = !edited && message.chat.is_chat() && message.migrate_to_chat_id().is_none() && is_addressed(&message, me);
        let act = Act::InGroup { text: without_name(text, me), id: message.id.0, bot: me.username.clone() };
        return asks.then_some(Arrival { update_id, chat, language, answers: None, album: None, act });
    }
    let id = i64::from(message.id.0);
    let act = match message.text() {
        Some(text) if edited => Act::Edited { text: text.to_owned(), id },
        Some(text) => Act::Said { text: text.to_owned(), id },
        None if edited => match &common.media_kind {
            MediaKind::Photo(_)
            | MediaKind::Document(_)
            | MediaKind::Video(_)
            | MediaKind::Animation(_)
            | MediaKind::Voice(_)
            | MediaKind::Audio(_) => Act::Recaptioned { caption: message.caption().map(str::to_owned), id },
            // A place that moves is news to nobody.
            _ => return None,
        },
        None => {
            let what = match &common.media_kind {
                MediaKind::Photo(_) | MediaKind::Document(_) | MediaKind::Video(_) | MediaKind::Animation(_) => Thing::Document,
                MediaKind::Voice(_) | MediaKind::Audio(_) | MediaKind::VideoNote(_) => Thing::Voice,
                MediaKind::Contact(_) => Thing::Contact,
                _ => Thing::Other,
            };
            Act::Sent { what, caption: message.caption().map(str::to_owned), id }
        }
    };
    let answers = message.reply_to_message().map(|answered| i64::from(answered.id.0));
    let album = message.media_group_id().map(|album| album.0.clone());
    Some(Arrival { update_id, chat, language, answers, album, act })
}

/// In a group the bot speaks when it is spoken to: by a command, by its name, or in answer to what it said.
fn is_addressed(message: &Message, me: &Me) -> bool {
    let answers_me = message
        .reply_to_message()
        .and_then(|message| message.from.as_ref())
        .is_some_and(|from| i64::try_from(from.id.0).ok() == Some(me.id));
    let text = message.text().or(message.caption()).unwrap_or_default();
    let command_for = text.strip_prefix('/').map(|rest| {
        let word = rest.split_whitespace().next().unwrap_or_default();
        word.split_once('@').map(|(_, name)| name)
    });
    match command_for {
        // A command without a name is for every bot there.
        Some(name) => name.is_none_or(|name| name.eq_ignore_ascii_case(&me.username)),
        None => answers_me || name_at(text, me).is_some(),
    }
}

/// Where the bot is called by its name.
fn name_at(text: &str, me: &Me) -> Option<(usize, usize)> {
    let name = format!("@{}", me.username).to_ascii_lowercase();
    let lower = text.to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = lower[from..].find(&name).map(|at| from + at) {
        let end = at + name.len();
        // @beian_bot2 is somebody else.
        if !lower[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
            return Some((at, end));
        }
        from = end;
    }
    None
}

fn without_name(text: &str, me: &Me) -> String {
    match name_at(text, me) {
        Some((start, end)) => format!("{}{}", &text[..start], &text[end..]).trim().to_owned(),
        None => text.to_owned(),
    }
}

fn pressed(query: CallbackQuery, update_id: i64) -> Option<Arrival> {
    let message = query.message.as_ref()?;
    let chat = message.chat();
    let language = query.from.language_code.clone();
    if !chat.is_private() {
        return Some(Arrival {
            update_id,
            chat: chat.id.0,
            language,
            answers: None,
            album: None,
            act: Act::PressedInGroup { query: query.id.0 },
        });
    }
    let under = message.regular_message().map(|message| {
        Box::new(Pressed {
            id: message.id.0,
            text: message.text().or(message.caption()).unwrap_or_default().to_owned(),
            entities: message.entities().map(<[MessageEntity]>::to_vec).unwrap_or_default(),
            keyboard: message.reply_markup().cloned(),
        })
    });
    let act = Act::Pressed { query: query.id.0, data: query.data.unwrap_or_default(), under };
    Some(Arrival { update_id, chat: chat.id.0, language, answers: None, album: None, act })
}

fn membership(change: &ChatMemberUpdated, update_id: i64) -> Option<Arrival> {
    if !change.chat.is_private() {
        return None;
    }
    let act = match change.new_chat_member.kind {
        ChatMemberKind::Banned(_) | ChatMemberKind::Left => Act::Left,
        _ => Act::Returned,
    };
    Some(Arrival { update_id, chat: change.chat.id.0, language: change.from.language_code.clone(), answers: None, album: None, act })
}
