//! What the platform keeps, what people do to it, and what a test can see of it. Messages, chats and users are kept as the platform
//! writes them, in JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::faults::{Connection, Dice};
use super::groups::{BotStatus, Member, Topic};
use super::updates::Update;
use super::{BOT_ID, Faults, File, MessageId, Played, Webhook};

/// Everything there is, behind one lock.
#[derive(Default)]
pub struct State {
    pub(super) chats: BTreeMap<i64, Chat>,
    pub(super) users: BTreeMap<i64, Value>,
    pub(super) updates: BTreeMap<i64, Update>,
    pub(super) last_update: i64,
    pub(super) allowed_updates: Vec<String>,
    /// Callback queries that nobody has answered: user and chat.
    pub(super) queries: BTreeMap<String, (i64, i64)>,
    pub(super) presses: usize,
    pub(super) files: BTreeMap<String, File>,
    /// How many messages there ever were, in all chats: it numbers them in the order of events.
    pub(super) posted: usize,
    /// People whose name alone is told where their messages are forwarded.
    pub(super) hidden_in_forwards: BTreeSet<i64>,
    pub(super) calls: Vec<(&'static str, Value)>,
    pub(super) violations: Vec<String>,
    /// By scope and language.
    pub(super) commands: BTreeMap<(String, String), Value>,
    pub(super) webhook: Option<Webhook>,
    pub(super) busy_lanes: BTreeSet<i64>,
    pub(super) polls: u64,
    pub(super) connections: BTreeMap<SocketAddr, Connection>,
    pub(super) killing: bool,
    pub(super) faults: Faults,
    /// The chat whose calls wait before they take effect, how many of them may go on, and how many ever waited.
    pub(super) held: Option<i64>,
    pub(super) let_through: usize,
    pub(super) held_in_all: usize,
    /// The chat that calls go wrong in; none: all.
    pub(super) befallen: Option<i64>,
    pub(super) dice: Dice,
    pub(super) played: Played,
}

#[derive(Default)]
pub(super) struct Chat {
    pub json: Value,
    pub blocked: bool,
    pub migrated_to: Option<i64>,
    pub members: BTreeMap<i64, Member>,
    /// What the bot is in a group.
    pub bot: BotStatus,
    /// By thread. General is none of them.
    pub topics: BTreeMap<i64, Topic>,
    pub messages: Vec<Message>,
    /// Messages that the bot has sent, those that were deleted too.
    pub replies: usize,
    pub last_id: MessageId,
}

pub(super) struct Message {
    pub json: Value,
    pub id: MessageId,
    /// Its place in the order of events.
    pub at: usize,
    /// Who wrote it, also where they write as the group; nobody: the bot.
    pub person: Option<i64>,
    pub file: Option<File>,
    /// The chat and the message that the bot copied.
    pub copied_from: Option<(i64, MessageId)>,
    pub fate_unknown: bool,
    /// Kept, since toasts stand below it.
    pub deleted: bool,
    /// Buttons from before an edit, newest first: a person's screen may still show them.
    pub past_buttons: Vec<(String, String)>,
    /// User and text, shown while this was the newest message.
    pub toasts: Vec<(i64, String)>,
}

impl Message {
    pub fn buttons(&self) -> Vec<Vec<(String, String)>> {
        let text = |button: &Value, name: &str| button[name].as_str().unwrap_or_default().to_owned();
        let row = |row: &Value| {
            row.as_array().into_iter().flatten().map(|button| (text(button, "text"), text(button, "callback_data"))).collect()
        };
        self.json["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten().map(row).collect()
    }

    /// As it stands in a reply to it: only one level is told.
    pub fn quoted(&self) -> Value {
        let mut json = self.json.clone();
        json.as_object_mut().map(|message| message.remove("reply_to_message"));
        json
    }

    pub fn thread(&self) -> Option<i64> {
        self.json["message_thread_id"].as_i64()
    }

    /// Whether it tells of something that happened, which nobody wrote.
    pub fn is_service(&self) -> bool {
        !CONTENTS.iter().any(|content| self.json.get(*content).is_some())
    }
}

/// What people write, as the platform names it.
pub(super) const CONTENTS: [&str; 11] =
    ["text", "photo", "document", "sticker", "voice", "video", "video_note", "animation", "location", "contact", "poll"];

/// Whose name a message bears.
pub(super) struct Sender {
    pub person: Option<i64>,
    pub from: Value,
    /// The group, where somebody writes in its name.
    pub chat: Value,
}

impl Sender {
    pub fn bot() -> Sender {
        Sender { person: None, from: bot(), chat: Value::Null }
    }
}

impl Chat {
    pub fn new(id: i64, kind: &str, name: &str) -> Chat {
        let json = match kind {
            "private" => json!({"id": id, "type": kind, "first_name": name}),
            "supergroup" => json!({"id": id, "type": kind, "title": name, "is_forum": true}),
            _ => json!({"id": id, "type": kind, "title": name}),
        };
        // A supergroup's first message tells that it came to be; no topic has that number.
        Chat { json, last_id: i64::from(kind == "supergroup"), ..Chat::default() }
    }

    pub fn message(&self, id: MessageId) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id && !message.deleted)
    }

    pub fn message_mut(&mut self, id: MessageId) -> Option<&mut Message> {
        self.messages.iter_mut().find(|message| message.id == id && !message.deleted)
    }

    /// The number of the message that comes next.
    pub fn upcoming_id(&self) -> MessageId {
        self.last_id + 1
    }

    pub fn next_id(&mut self) -> MessageId {
        self.last_id += 1;
        self.last_id
    }

    /// Adds a message; returns it as the platform tells it.
    fn post(&mut self, at: usize, sender: Sender, content: Value, file: Option<File>) -> Value {
        let id = self.next_id();
        let mut json = json!({"message_id": id, "date": now(), "chat": self.json, "from": sender.from});
        put(&mut json, "sender_chat", sender.chat);
        content.as_object().into_iter().flatten().for_each(|(name, value)| put(&mut json, name, value.clone()));
        self.messages.push(Message {
            json: json.clone(),
            id,
            at,
            person: sender.person,
            file,
            copied_from: None,
            fate_unknown: false,
            deleted: false,
            past_buttons: Vec::new(),
            toasts: Vec::new(),
        });
        json
    }
}

/// What people do.
impl State {
    pub(super) fn user(&self, id: i64) -> Value {
        self.users.get(&id).unwrap_or_else(|| panic!("user {id} was not introduced")).clone()
    }

    pub(super) fn known_chat(&mut self, id: i64) -> &mut Chat {
        self.chats.get_mut(&id).unwrap_or_else(|| panic!("chat {id} was not introduced"))
    }

    /// Keeps a file; returns its id.
    pub(super) fn keep(&mut self, file: &File) -> String {
        let id = format!("file-{}", self.files.len() + 1);
        self.files.insert(id.clone(), file.clone());
        id
    }

    pub(super) fn post(&mut self, chat: i64, sender: Sender, content: Value, file: Option<File>) -> Value {
        self.posted += 1;
        let at = self.posted;
        self.known_chat(chat).post(at, sender, content, file)
    }

    /// A person writes, in a topic of a group or beside all of them.
    pub(super) fn say(&mut self, chat: i64, user: i64, thread: Option<i64>, content: Value, file: Option<File>) -> MessageId {
        self.write(chat, user, thread, None, content, file)
    }

    pub(super) fn write(
        &mut self,
        chat: i64,
        user: i64,
        thread: Option<i64>,
        reply_to: Option<MessageId>,
        mut content: Value,
        file: Option<File>,
    ) -> MessageId {
        let sender = self.sender(chat, user);
        let known = self.known_chat(chat);
        known.lets_write(user, thread);
        known.place(&mut content, thread, reply_to);
        let message = self.post(chat, sender, content, file);
        self.tell("message", &message);
        message["message_id"].as_i64().unwrap_or_default()
    }

    /// Presses a button, be it there or not.
    pub(super) fn press(&mut self, chat: i64, user: i64, message: MessageId, data: &str) -> String {
        assert!(!data.is_empty(), "the button has no callback data");
        self.presses += 1;
        let id = (1_000_000 + self.presses).to_string();
        self.queries.insert(id.clone(), (user, chat));
        let from = self.user(user);
        let chat = self.known_chat(chat);
        // A message that is out of reach has the date 0 and nothing else.
        let unreachable = || json!({"message_id": message, "date": 0, "chat": chat.json});
        let message = chat.message(message).map_or_else(unreachable, |message| message.json.clone());
        self.update("callback_query", json!({"id": id, "from": from, "message": message, "chat_instance": "1", "data": data}));
        id
    }

    pub(super) fn block(&mut self, user: i64, blocked: bool) {
        let member = |blocked: bool| match blocked {
            true => json!({"user": bot(), "status": "kicked", "until_date": 0}),
            false => json!({"user": bot(), "status": "member"}),
        };
        let old = member(std::mem::replace(&mut self.known_chat(user).blocked, blocked));
        self.bot_changed(user, user, old, member(blocked));
    }

    pub(super) fn bot_changed(&mut self, chat: i64, by: i64, old: Value, new: Value) {
        let from = self.user(by);
        let chat = self.known_chat(chat).json.clone();
        self.update("my_chat_member", json!({"chat": chat, "from": from, "date": now(), "old_chat_member": old, "new_chat_member": new}));
    }
}

/// Sets a field; what is empty the platform leaves out.
pub(super) fn put(message: &mut Value, name: &str, value: Value) {
    if value.is_null() || value == "" || value == json!([]) {
        message.as_object_mut().map(|message| message.remove(name));
    } else {
        message[name] = value;
    }
}

pub(super) fn bot() -> Value {
    json!({"id": BOT_ID, "is_bot": true, "first_name": "Fake bot", "username": "fake_bot"})
}

pub(super) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
