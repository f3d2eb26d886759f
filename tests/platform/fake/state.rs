//! What the platform keeps, what people do to it, and what a test can see of it. Messages, chats and users are kept as the platform
//! writes them, in JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::faults::{Connection, Dice};
use super::updates::Update;
use super::{BOT_ID, Faults, File, MessageId, Played, Shown, Webhook};

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
    pub(super) dice: Dice,
    pub(super) played: Played,
}

#[derive(Default)]
pub(super) struct Chat {
    pub json: Value,
    pub blocked: bool,
    pub migrated_to: Option<i64>,
    pub administrators: Vec<i64>,
    /// By thread; whether it is open.
    pub topics: BTreeMap<i64, bool>,
    pub messages: Vec<Message>,
    /// Messages that the bot has sent, those that were deleted too.
    pub replies: usize,
    last_id: MessageId,
}

pub(super) struct Message {
    pub json: Value,
    id: MessageId,
    /// Who wrote it; nobody: the bot.
    pub person: Option<i64>,
    pub file: Option<File>,
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

    pub fn shown(&self) -> Shown {
        let text = self.json.get("text").or_else(|| self.json.get("caption")).and_then(Value::as_str);
        Shown {
            id: self.id,
            person: self.person,
            text: text.unwrap_or_default().to_owned(),
            buttons: self.buttons(),
            edited: self.json.get("edit_date").is_some(),
            file: self.file.clone(),
            thread: self.json["message_thread_id"].as_i64(),
            reply_to: self.json["reply_to_message"]["message_id"].as_i64(),
            fate_unknown: self.fate_unknown,
        }
    }
}

impl Chat {
    pub fn new(id: i64, kind: &str, name: &str) -> Chat {
        let json = match kind {
            "private" => json!({"id": id, "type": kind, "first_name": name}),
            _ => json!({"id": id, "type": kind, "title": name, "is_forum": kind == "supergroup"}),
        };
        Chat { json, ..Chat::default() }
    }

    pub fn message(&self, id: MessageId) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id && !message.deleted)
    }

    pub fn message_mut(&mut self, id: MessageId) -> Option<&mut Message> {
        self.messages.iter_mut().find(|message| message.id == id && !message.deleted)
    }

    pub fn next_id(&mut self) -> MessageId {
        self.last_id += 1;
        self.last_id
    }

    /// Adds a message; returns it as the platform tells it.
    pub fn post(&mut self, from: Value, content: Value, file: Option<File>) -> Value {
        let id = self.next_id();
        let person = from["id"].as_i64().filter(|id| *id != BOT_ID);
        let mut json = json!({"message_id": id, "date": now(), "chat": self.json, "from": from});
        content.as_object().into_iter().flatten().for_each(|(name, value)| put(&mut json, name, value.clone()));
        let (past_buttons, toasts) = (Vec::new(), Vec::new());
        self.messages.push(Message { json: json.clone(), id, person, file, fate_unknown: false, deleted: false, past_buttons, toasts });
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

    pub(super) fn say(&mut self, chat: i64, user: i64, content: Value, file: Option<File>) -> MessageId {
        let from = self.user(user);
        let message = self.known_chat(chat).post(from, content, file);
        self.update("message", message.clone());
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
        let from = self.user(user);
        let chat = self.known_chat(user);
        let old = member(std::mem::replace(&mut chat.blocked, blocked));
        let change = json!({"chat": chat.json, "from": from, "date": now(), "old_chat_member": old, "new_chat_member": member(blocked)});
        self.update("my_chat_member", change);
    }

    pub(super) fn migrate(&mut self, old: i64, new: i64) {
        let group = self.known_chat(old);
        group.migrated_to = Some(new);
        let administrators = group.administrators.clone();
        let supergroup = Chat::new(new, "supergroup", group.json["title"].as_str().unwrap_or_default());
        self.chats.insert(new, Chat { administrators, ..supergroup });
        for (chat, field, other) in [(old, "migrate_to_chat_id", new), (new, "migrate_from_chat_id", old)] {
            let chat = self.known_chat(chat);
            let service = json!({"message_id": chat.next_id(), "date": now(), "chat": chat.json, field: other});
            self.update("message", service);
        }
    }
}

/// What there is to see, in [`wait_until`](super::FakeTelegram::wait_until) as in the test.
impl State {
    /// Of the bot and of people, in the order in which they came.
    pub fn messages(&self, chat: i64) -> Vec<Shown> {
        let messages = self.chats.get(&chat).map(|chat| chat.messages.as_slice()).unwrap_or_default();
        messages.iter().filter(|message| !message.deleted).map(Message::shown).collect()
    }

    /// How many messages the bot has sent to a chat in all.
    pub fn replies(&self, chat: i64) -> usize {
        self.chats.get(&chat).map_or(0, |chat| chat.replies)
    }

    /// The chat as text: `> ` people, `< ` the bot, `(name)` files, `[label]` buttons, `! ` toasts; further lines are indented.
    pub fn transcript(&self, chat: i64) -> String {
        let mut lines = Vec::new();
        for message in self.chats.get(&chat).map(|chat| chat.messages.as_slice()).unwrap_or_default() {
            if !message.deleted {
                let Shown { person, text, buttons, file, .. } = message.shown();
                let said = [file.map(|file| format!("({})", file.name)).unwrap_or_default(), text].join(" ");
                lines.push(format!("{} {}", if person.is_some() { '>' } else { '<' }, said.trim().replace('\n', "\n  ")));
                lines.extend(buttons.iter().map(|row| row.iter().map(|(label, _)| format!("[{label}]")).collect::<Vec<_>>().join(" ")));
            }
            lines.extend(message.toasts.iter().map(|(_, text)| format!("! {text}")));
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }

    pub fn toasts(&self, user: i64) -> Vec<String> {
        let toasts = self.chats.values().flat_map(|chat| &chat.messages).flat_map(|message| &message.toasts);
        toasts.filter(|(to, _)| *to == user).map(|(_, text)| text.clone()).collect()
    }

    /// The parameters of every call of a method, those that were refused or cut off too.
    pub fn calls(&self, method: &str) -> Vec<Value> {
        self.calls.iter().filter(|(name, _)| *name == method).map(|(_, params)| params.clone()).collect()
    }

    pub fn violations(&self) -> Vec<String> {
        self.violations.clone()
    }

    /// (Command, description) as registered in just this language ("" for the others) for private chats.
    pub fn commands(&self, language: &str) -> Vec<(String, String)> {
        let of = |scope: &str| self.commands.get(&(scope.to_owned(), language.to_owned())).and_then(Value::as_array);
        let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        let commands = of("all_private_chats").or_else(|| of("default")).into_iter().flatten();
        commands.map(|entry| (text(entry, "command"), text(entry, "description"))).collect()
    }

    /// Whether the bot has every update and no call is under way.
    pub fn is_quiet(&self) -> bool {
        self.updates.is_empty() && !self.connections.values().any(|connection| connection.in_hand)
    }

    /// All there is to tell when a test fails.
    pub(super) fn everything(&self) -> String {
        let chats: String = self.chats.keys().map(|chat| format!("--- chat {chat}\n{}", self.transcript(*chat))).collect();
        format!("{chats}--- {} updates pending, violations: {:#?}", self.updates.len(), self.violations)
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
