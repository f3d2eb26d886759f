//! What happens in the support group. Of an update the least is read that is needed: what is new on the platform must not make the
//! staff deaf.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::channels::telegram::incoming::{Act, Arrival};

/// The platform's account under which administrators write who do not show their names.
const ANONYMOUS: i64 = 1_087_968_824;
/// Longest name of an agent that is shown, in characters.
const NAME_CHARS_MAX: usize = 40;

/// The support group; it may move while the service runs.
#[derive(Debug, Clone, Default)]
pub struct DeskChat(Arc<AtomicI64>);

impl DeskChat {
    pub fn set(&self, chat: Option<i64>) {
        self.0.store(chat.unwrap_or(0), Ordering::Relaxed);
    }

    pub fn get(&self) -> Option<i64> {
        Some(self.0.load(Ordering::Relaxed)).filter(|chat| *chat != 0)
    }
}

/// Something that somebody did in the support group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Post {
    /// The number of the message.
    pub id: i64,
    pub by: Author,
    pub topic: Option<i64>,
    /// The message that it answers.
    pub answers: Option<i64>,
    /// Whether that message is a bot's.
    #[serde(default)]
    pub answers_bot: bool,
    /// Whether it stands in a topic that a bot made, and answers nothing there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bots_topic: bool,
    /// The album that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub album: Option<String>,
    pub what: What,
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Author {
    pub id: i64,
    pub name: String,
    /// An administrator who does not show who they are.
    pub anonymous: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum What {
    Text(String),
    /// A message of somebody else, passed on: its words, which may be none.
    Forwarded(String),
    /// Anything else that can be copied, with the words under it.
    Media(String),
    /// A message was changed to this; none where it is no text.
    Edited(Option<String>),
    /// What stands under a picture or file was changed to this; empty where nothing does any more.
    Recaptioned(String),
    Pressed {
        query: String,
        data: String,
    },
    /// The group has another number now.
    Moved(i64),
}

#[derive(Deserialize)]
struct Raw {
    message: Option<RawMessage>,
    edited_message: Option<RawMessage>,
    callback_query: Option<RawQuery>,
}

#[derive(Deserialize)]
struct RawQuery {
    id: String,
    from: RawUser,
    data: Option<String>,
    message: Option<RawMessage>,
}

#[derive(Deserialize)]
struct RawUser {
    id: i64,
    #[serde(default)]
    is_bot: bool,
    #[serde(default)]
    first_name: String,
    username: Option<String>,
    language_code: Option<String>,
}

#[derive(Deserialize)]
struct RawChat {
    id: i64,
}

#[derive(Deserialize)]
struct RawMessage {
    message_id: i64,
    from: Option<RawUser>,
    sender_chat: Option<RawChat>,
    chat: RawChat,
    message_thread_id: Option<i64>,
    #[serde(default)]
    is_topic_message: bool,
    reply_to_message: Option<RawReply>,
    text: Option<String>,
    #[serde(default)]
    entities: Vec<RawEntity>,
    caption: Option<String>,
    forward_origin: Option<IgnoredAny>,
    migrate_to_chat_id: Option<i64>,
    media_group_id: Option<String>,
    photo: Option<IgnoredAny>,
    document: Option<IgnoredAny>,
    video: Option<IgnoredAny>,
    animation: Option<IgnoredAny>,
    audio: Option<IgnoredAny>,
    voice: Option<IgnoredAny>,
    video_note: Option<IgnoredAny>,
    sticker: Option<IgnoredAny>,
    location: Option<IgnoredAny>,
    contact: Option<IgnoredAny>,
    poll: Option<IgnoredAny>,
    dice: Option<IgnoredAny>,
    venue: Option<IgnoredAny>,
}

/// A mark in a text, in UTF-16 units; with an address where the words lead somewhere else.
#[derive(Deserialize)]
struct RawEntity {
    offset: usize,
    length: usize,
    url: Option<String>,
}

#[derive(Deserialize)]
struct RawReply {
    message_id: i64,
    from: Option<RawUser>,
    forum_topic_created: Option<IgnoredAny>,
}

impl RawMessage {
    fn is_media(&self) -> bool {
        let media = [
            &self.photo,
            &self.document,
            &self.video,
            &self.animation,
            &self.audio,
            &self.voice,
            &self.video_note,
            &self.sticker,
            &self.location,
            &self.contact,
            &self.poll,
            &self.dice,
            &self.venue,
        ];
        media.into_iter().any(Option::is_some)
    }

    /// The text, with the addresses to which its words lead: what is sent on has no marks.
    fn with_addresses(&self, text: &str) -> String {
        let mut marked: Vec<(usize, &str)> =
            self.entities.iter().filter_map(|entity| Some((entity.offset.checked_add(entity.length)?, entity.url.as_deref()?))).collect();
        marked.sort_unstable();
        let units: Vec<u16> = text.encode_utf16().collect();
        let (mut whole, mut done) = (String::new(), 0);
        for (end, url) in marked {
            let Some(words) = units.get(done..end) else { continue };
            whole.push_str(&format!("{} ({url})", String::from_utf16_lossy(words)));
            done = end;
        }
        whole + &String::from_utf16_lossy(&units[done..])
    }

    fn may_have_caption(&self) -> bool {
        let media = [&self.photo, &self.document, &self.video, &self.animation, &self.audio, &self.voice];
        media.into_iter().any(Option::is_some)
    }

    fn what(&self, edited: bool) -> Option<What> {
        if let Some(to) = self.migrate_to_chat_id {
            return Some(What::Moved(to));
        }
        let text = self.text.as_ref().map(|text| self.with_addresses(text));
        let words = text.as_ref().or(self.caption.as_ref());
        if edited && self.text.is_none() && self.may_have_caption() {
            return Some(What::Recaptioned(words.cloned().unwrap_or_default()));
        }
        Some(match &text {
            _ if edited => What::Edited(text),
            _ if self.forward_origin.is_some() => What::Forwarded(words.cloned().unwrap_or_default()),
            Some(text) => What::Text(text.clone()),
            None if self.is_media() => What::Media(words.cloned().unwrap_or_default()),
            // What the platform says of itself: pinned, renamed, joined.
            None => return None,
        })
    }
}

/// Whether an update is of the support group. Most are of other chats: those are not looked at twice.
pub fn is_of(text: &str, chat: i64) -> bool {
    let of_chat = |message: &Option<RawMessage>| message.as_ref().is_some_and(|message| message.chat.id == chat);
    text.contains(&chat.to_string())
        && serde_json::from_str::<Raw>(text).is_ok_and(|raw| {
            let pressed = raw.callback_query.as_ref().is_some_and(|query| of_chat(&query.message));
            pressed || of_chat(&raw.message) || of_chat(&raw.edited_message)
        })
}

/// What of an update concerns the support group; none where it is not of this group, or asks for nothing.
pub fn read(text: &str, update_id: i64, chat: i64) -> Option<Arrival> {
    let raw: Raw = serde_json::from_str(text).ok()?;
    let is_there = |message: &RawMessage| message.chat.id == chat;
    if let Some(query) = raw.callback_query {
        let message = query.message.filter(is_there)?;
        let what = What::Pressed { query: query.id, data: query.data.unwrap_or_default() };
        return post(update_id, chat, query.from, &message, false, what);
    }
    let (message, edited) = match (raw.message, raw.edited_message) {
        (Some(message), _) => (message, false),
        (None, Some(message)) => (message, true),
        (None, None) => return None,
    };
    let mut message = Some(message).filter(is_there)?;
    let what = message.what(edited)?;
    let from = message.from.take()?;
    let anonymous = from.id == ANONYMOUS && message.sender_chat.as_ref().is_some_and(|sender| sender.id == chat);
    // Moving is told in the name of whoever did it.
    (anonymous || !from.is_bot || matches!(what, What::Moved(_))).then(|| post(update_id, chat, from, &message, anonymous, what)).flatten()
}

fn post(update_id: i64, chat: i64, from: RawUser, message: &RawMessage, anonymous: bool, what: What) -> Option<Arrival> {
    let name = from.username.map_or(from.first_name, |name| format!("@{name}"));
    let by = Author { id: from.id, name: name.chars().take(NAME_CHARS_MAX).collect(), anonymous };
    let topic = message.message_thread_id.filter(|_| message.is_topic_message);
    // In a topic every message answers the one that made it.
    let answered = message.reply_to_message.as_ref().filter(|reply| reply.forum_topic_created.is_none());
    let answers = answered.map(|reply| reply.message_id);
    let is_bots = |reply: &RawReply| reply.from.as_ref().is_some_and(|from| from.is_bot && from.id != ANONYMOUS);
    let answers_bot = answered.is_some_and(is_bots);
    let bots_topic = answered.is_none() && message.reply_to_message.as_ref().is_some_and(is_bots);
    let act = Act::AtDesk(Box::new(Post {
        id: message.message_id,
        by,
        topic,
        answers,
        answers_bot,
        bots_topic,
        album: message.media_group_id.clone(),
        what,
    }));
    Some(Arrival { update_id, chat, language: from.language_code, answers: None, album: None, act })
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use serde_json::json;

    const GROUP: i64 = -100_200;

    fn what(message: serde_json::Value) -> Option<What> {
        let mut whole = json!({"message_id": 5, "from": {"id": 7, "first_name": "Li"}, "chat": {"id": GROUP}});
        whole.as_object_mut().expect("an object").extend(message.as_object().expect("an object").clone());
        let update = json!({"update_id": 1, "message": whole}).to_string();
        match read(&update, 1, GROUP)?.act {
            Act::AtDesk(post) => Some(post.what),
            _ => None,
        }
    }

    #[test]
    fn words_media_and_what_the_platform_says_are_told_apart() {
        assert_eq!(what(json!({"text": "hi"})), Some(What::Text("hi".to_owned())));
        assert_eq!(what(json!({"photo": [{}], "caption": "hi"})), Some(What::Media("hi".to_owned())));
        assert_eq!(what(json!({"photo": [{}], "forward_origin": {"type": "user"}})), Some(What::Forwarded(String::new())));
        assert_eq!(what(json!({"text": "hi", "forward_origin": {"type": "user"}})), Some(What::Forwarded("hi".to_owned())));
        assert_eq!(what(json!({"pinned_message": {"text": "hi"}})), None);
        assert_eq!(what(json!({"forum_topic_closed": {}})), None);
        assert_eq!(what(json!({"text": "of another bot", "from": {"id": 8, "is_bot": true, "first_name": "B"}})), None);
        assert_eq!(what(json!({"text": "elsewhere", "chat": {"id": -1}, "x": GROUP})), None);
        assert_eq!(what(json!({"migrate_to_chat_id": -9})), Some(What::Moved(-9)));
    }

    #[test]
    fn words_that_lead_somewhere_keep_their_address() {
        let link = |offset: i64, length: i64| json!({"type": "text_link", "offset": offset, "length": length, "url": "https://e.cn/1"});
        let text = |text: &str, entities: serde_json::Value| what(json!({"text": text, "entities": entities}));
        assert_eq!(text("𠮷看这里吧", json!([link(3, 2)])), Some(What::Text("𠮷看这里 (https://e.cn/1)吧".to_owned())));
        let two = json!([link(5, 1), {"type": "bold", "offset": 0, "length": 9}, link(0, 1)]);
        assert_eq!(text("a or b", two), Some(What::Text("a (https://e.cn/1) or b (https://e.cn/1)".to_owned())));
        // What is beyond the text, or lies within what was passed, is none of it.
        for entities in [json!([link(7, 7)]), json!([link(i64::MAX, i64::MAX)])] {
            assert_eq!(text("a or b", entities), Some(What::Text("a or b".to_owned())));
        }
    }

    #[test]
    fn an_administrator_without_a_name_is_known_as_one() {
        let message = |sender: i64| {
            let from = json!({"id": ANONYMOUS, "is_bot": true, "first_name": "Group"});
            let update = json!({"update_id": 1, "message": {"message_id": 5, "from": from, "sender_chat": {"id": sender},
                "chat": {"id": GROUP}, "message_thread_id": 4, "is_topic_message": true, "text": "hi"}});
            read(&update.to_string(), 1, GROUP)
        };
        let arrival = message(GROUP).expect("a post");
        assert!(matches!(arrival.act, Act::AtDesk(post) if post.by.anonymous && post.topic == Some(4)));
        assert!(message(-5).is_none(), "a channel that writes there is nobody's administrator");
    }
}
