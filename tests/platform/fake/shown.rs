//! What there is to see, in [`wait_until`](super::FakeTelegram::wait_until) as in the test.

use serde_json::Value;

use super::groups::Topic;
use super::state::{Chat, Message};
use super::{MessageId, Shown, State};

/// Letters of a message by which an answer to it names it.
const NAMED_BY: usize = 20;

impl Message {
    pub fn shown(&self) -> Shown {
        Shown {
            id: self.id,
            at: self.at,
            person: self.person,
            text: self.text().to_owned(),
            buttons: self.buttons(),
            edited: self.json.get("edit_date").is_some(),
            file: self.file.clone(),
            thread: self.thread(),
            reply_to: self.reply_to(),
            copied_from: self.copied_from,
            fate_unknown: self.fate_unknown,
        }
    }

    fn text(&self) -> &str {
        self.json.get("text").or_else(|| self.json.get("caption")).and_then(Value::as_str).unwrap_or_default()
    }

    /// The platform shows every message of a topic as an answer to the one that began the topic, which nobody means as an answer.
    fn reply_to(&self) -> Option<MessageId> {
        self.json["reply_to_message"]["message_id"]
            .as_i64()
            .filter(|id| Some(*id) != self.thread() || self.json["is_topic_message"] != true)
    }

    fn buttons_shown(&self) -> Vec<String> {
        self.buttons().iter().map(|row| row.iter().map(|(label, _)| format!("[{label}]")).collect::<Vec<_>>().join(" ")).collect()
    }

    /// As a line of a transcript, after what says who wrote it.
    fn said(&self, marks: &[String]) -> String {
        let other = ["location", "contact", "poll", "video_note"].iter().find(|kind| self.json.get(**kind).is_some());
        let file = self.file.as_ref().map(|file| format!("({})", file.name)).or_else(|| other.map(|kind| format!("({kind})")));
        let album = self.json.get("media_group_id").map(|_| "(album)".to_owned());
        let parts = marks.iter().cloned().chain(album).chain(file).chain([self.text().to_owned()]);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").trim().replace('\n', "\n  ")
    }

    /// What a service message tells.
    fn event(&self) -> String {
        let json = &self.json;
        let name = |kind: &str| json[kind]["name"].as_str().unwrap_or_default().to_owned();
        let who = self.person.map_or_else(|| "bot".to_owned(), |person| person.to_string());
        for (kind, verb) in [("forum_topic_closed", "closed"), ("forum_topic_reopened", "reopened"), ("pinned_message", "pinned")] {
            if json.get(kind).is_some() {
                let pinned = json[kind]["text"].as_str().map(|text| format!(" «{text}»"));
                return format!("{who} {verb}{}", pinned.unwrap_or_default());
            }
        }
        for (kind, verb) in [("forum_topic_created", "opened"), ("forum_topic_edited", "named")] {
            if json.get(kind).is_some() {
                return format!("{who} {verb} «{}»", name(kind));
            }
        }
        let told = ["new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id"];
        told.iter().find(|kind| json.get(**kind).is_some()).map_or_else(String::new, |kind| format!("{who} {kind}"))
    }
}

impl Chat {
    /// A message with what a group needs to be understood: who wrote, what was copied, forwarded or answered.
    fn lines(&self, message: &Message) -> Vec<String> {
        let mut lines = Vec::new();
        if !message.deleted {
            let answered = message.reply_to().and_then(|id| self.messages.iter().find(|message| message.id == id)).map(|answered| {
                let text: String = answered.said(&[]).chars().take(NAMED_BY).collect();
                format!("(to «{text}»)")
            });
            let origin = &message.json["forward_origin"];
            let author = origin["sender_user"]["first_name"].as_str().or_else(|| origin["sender_user_name"].as_str());
            let marks = [
                message.copied_from.map(|(chat, id)| format!("(copy of {chat}/{id})")),
                author.map(|name| format!("(forwarded from {name})")),
                answered,
            ];
            let said = message.said(&marks.into_iter().flatten().collect::<Vec<_>>());
            let edited = if message.json.get("edit_date").is_some() { " (edited)" } else { "" };
            lines.push(match message.person {
                _ if message.is_service() => format!("- {}", message.event()),
                None => format!("< {said}{edited}"),
                Some(_) if self.json["type"] == "private" => format!("> {said}{edited}"),
                Some(_) if message.json.get("sender_chat").is_some() => format!("group> {said}{edited}"),
                Some(person) => format!("{person}> {said}{edited}"),
            });
            lines.extend(message.buttons_shown());
        }
        lines.extend(message.toasts.iter().map(|(user, text)| format!("! {user}: {text}")));
        lines
    }

    fn name(&self, thread: Option<i64>) -> String {
        let title = self.json["title"].as_str().or_else(|| self.json["first_name"].as_str()).unwrap_or_default();
        match thread.map(|thread| self.topics.get(&thread)) {
            None => title.to_owned(),
            Some(Some(Topic { name, .. })) => format!("{title}: {name}"),
            Some(None) => format!("{title}: a topic that is gone"),
        }
    }
}

impl State {
    /// Of the bot and of people, in the order in which they came; service messages are none.
    pub fn messages(&self, chat: i64) -> Vec<Shown> {
        let messages = self.chats.get(&chat).map(|chat| chat.messages.as_slice()).unwrap_or_default();
        messages.iter().filter(|message| !message.deleted && !message.is_service()).map(Message::shown).collect()
    }

    /// How many messages the bot has sent to a chat in all.
    pub fn replies(&self, chat: i64) -> usize {
        self.chats.get(&chat).map_or(0, |chat| chat.replies)
    }

    /// The chat as text: `> ` people, `< ` the bot, `(name)` files, `[label]` buttons, `! ` toasts; further lines are indented.
    pub fn transcript(&self, chat: i64) -> String {
        let mut lines = Vec::new();
        for message in self.chats.get(&chat).map(|chat| chat.messages.as_slice()).unwrap_or_default() {
            if !message.deleted && !message.is_service() {
                lines.push(format!("{} {}", if message.person.is_some() { '>' } else { '<' }, message.said(&[])));
                lines.extend(message.buttons_shown());
            }
            lines.extend(message.toasts.iter().map(|(_, text)| format!("! {text}")));
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }

    /// One topic of a group (none: what stands in no topic) as text, with who wrote what, answers, copies and what was done to the topic.
    pub fn topic_transcript(&self, group: i64, thread: Option<i64>) -> String {
        let Some(chat) = self.chats.get(&group) else { return String::new() };
        let messages = chat.messages.iter().filter(|message| message.thread() == thread);
        messages.flat_map(|message| chat.lines(message)).map(|line| line + "\n").collect()
    }

    /// All private chats and all topics in the order of events; a line names the place wherever it changes.
    pub fn story(&self) -> String {
        let chats = self.chats.iter().flat_map(|(id, chat)| chat.messages.iter().map(move |message| (message, *id, chat)));
        let mut events: Vec<_> = chats.collect();
        events.sort_by_key(|(message, ..)| message.at);
        let (mut story, mut place) = (String::new(), None);
        for (message, id, chat) in events {
            let lines = chat.lines(message);
            if !lines.is_empty() && place.replace((id, message.thread())) != Some((id, message.thread())) {
                story += &format!("--- {}\n", chat.name(message.thread()));
            }
            lines.into_iter().for_each(|line| story += &(line + "\n"));
        }
        story
    }

    /// The name of a topic that is there, and whether it is open.
    pub fn topic(&self, group: i64, thread: i64) -> Option<(String, bool)> {
        self.chats.get(&group)?.topics.get(&thread).map(|topic| (topic.name.clone(), topic.open))
    }

    /// The threads of the topics that are there, the oldest first.
    pub fn topics(&self, group: i64) -> Vec<i64> {
        self.chats.get(&group).map(|chat| chat.topics.keys().copied().collect()).unwrap_or_default()
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
        format!("{}--- {} updates pending, violations: {:#?}", self.story(), self.updates.len(), self.violations)
    }
}
