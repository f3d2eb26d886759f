//! What people do in groups.

use serde_json::{Value, json};

use super::groups::{BotStatus, Member};
use super::state::Chat;
use super::{FakeTelegram, File, MessageId, Role, calls, state, typed};

/// The group and its members.
impl FakeTelegram {
    /// Introduces a group, or a supergroup with topics where the id begins with -100. The bot is an administrator.
    pub fn group(&self, id: i64, title: &str) {
        let kind = if id < -1_000_000_000_000 { "supergroup" } else { "group" };
        let bot = BotStatus::Administrator { without: None };
        self.shared.change(|state| state.chats.insert(id, Chat { bot, ..Chat::new(id, kind, title) }));
    }

    /// Turns topics on or off.
    pub fn forum(&self, group: i64, on: bool) {
        self.shared.change(|state| state::put(&mut state.known_chat(group).json, "is_forum", if on { json!(true) } else { Value::Null }));
    }

    /// A person joins, or becomes something else.
    pub fn join(&self, group: i64, user: i64, role: Role) {
        self.shared.change(|state| state.set_member(group, user, Some(Member { role, anonymous: false })));
    }

    pub fn leave(&self, group: i64, user: i64) {
        self.shared.change(|state| state.set_member(group, user, None));
    }

    /// All administrators but the creator.
    pub fn administrators(&self, group: i64, users: &[i64]) {
        let administrator = |member: &Member| member.role == Role::Administrator;
        let known = self.shared.change(|state| state.known_chat(group).members.clone());
        for user in known.iter().filter(|(user, member)| administrator(member) && !users.contains(user)).map(|(user, _)| *user) {
            self.join(group, user, Role::Member);
        }
        users.iter().for_each(|user| self.join(group, *user, Role::Administrator));
    }

    /// From now on an administrator writes as the group.
    pub fn anonymous(&self, group: i64, user: i64) {
        self.shared.change(|state| {
            let role = state.known_chat(group).members.get(&user).map(|member| member.role);
            let role = role.filter(|role| *role != Role::Member).expect("an administrator: others cannot be anonymous");
            state.set_member(group, user, Some(Member { role, anonymous: true }));
        });
    }

    pub fn make_bot_administrator(&self, group: i64, by: i64) {
        self.shared.change(|state| state.set_bot(group, by, BotStatus::Administrator { without: None }));
    }

    /// An administrator with all rights but one, such as `can_manage_topics`.
    pub fn take_right_from_bot(&self, group: i64, by: i64, right: &'static str) {
        self.shared.change(|state| state.set_bot(group, by, BotStatus::Administrator { without: Some(right) }));
    }

    /// The bot is no administrator any longer, or has been added again.
    pub fn make_bot_member(&self, group: i64, by: i64) {
        self.shared.change(|state| state.set_bot(group, by, BotStatus::Member));
    }

    pub fn kick_bot(&self, group: i64, by: i64) {
        self.shared.change(|state| state.set_bot(group, by, BotStatus::Kicked));
    }

    /// The group becomes a supergroup of another id.
    pub fn migrate(&self, old: i64, new: i64) {
        self.shared.change(|state| state.migrate(old, new));
    }
}

/// Topics by hand.
impl FakeTelegram {
    pub fn open_topic(&self, group: i64, user: i64, name: &str) -> i64 {
        self.shared.change(|state| state.open_topic(group, Some(user), name, 0x6F_B9F0))
    }

    pub fn close_topic(&self, group: i64, user: i64, thread: i64) {
        let changed = self.shared.change(|state| state.set_open(group, Some(user), thread, false));
        assert!(changed, "topic {thread} is closed already");
    }

    pub fn reopen_topic(&self, group: i64, user: i64, thread: i64) {
        let changed = self.shared.change(|state| state.set_open(group, Some(user), thread, true));
        assert!(changed, "topic {thread} is open already");
    }

    pub fn rename_topic(&self, group: i64, user: i64, thread: i64, name: &str) {
        self.shared.change(|state| state.rename_topic(group, Some(user), thread, name));
    }

    /// With all its messages; the bot is not told.
    pub fn delete_topic(&self, group: i64, thread: i64) {
        self.shared.change(|state| state.delete_topic(group, thread));
    }

    pub fn pin(&self, group: i64, user: i64, message: MessageId) {
        self.shared.change(|state| {
            let pinned = state.known_chat(group).message(message).expect("a message to pin");
            let (thread, content) = (pinned.thread().filter(|_| pinned.json["is_topic_message"] == true), pinned.quoted());
            state.happen(group, Some(user), thread, json!({"pinned_message": content}));
        });
    }
}

/// What is written; no thread: in General, or in a group without topics.
impl FakeTelegram {
    pub fn say_in(&self, chat: i64, user: i64, text: &str) -> MessageId {
        self.say_in_topic(chat, None, user, text)
    }

    pub fn say_in_topic(&self, group: i64, thread: Option<i64>, user: i64, text: &str) -> MessageId {
        self.shared.change(|state| state.say(group, user, thread, typed(text), None))
    }

    /// In the topic of the message that is replied to.
    pub fn reply_in(&self, chat: i64, user: i64, text: &str, to_message: MessageId) -> MessageId {
        self.shared.change(|state| {
            let known = state.known_chat(chat);
            known.message(to_message).expect("a message to reply to");
            let thread = known.thread_of(to_message);
            state.write(chat, user, thread, Some(to_message), typed(text), None)
        })
    }

    pub fn photo_in(&self, group: i64, thread: Option<i64>, user: i64, caption: &str) -> MessageId {
        self.show_in(group, thread, user, "photo", "photo.jpg", json!({"caption": caption}))
    }

    pub fn document_in(&self, group: i64, thread: Option<i64>, user: i64, caption: &str) -> MessageId {
        self.show_in(group, thread, user, "document", "document.pdf", json!({"caption": caption}))
    }

    pub(super) fn show_in(&self, chat: i64, thread: Option<i64>, user: i64, kind: &str, name: &str, mut content: Value) -> MessageId {
        let file = File { name: name.to_owned(), bytes: b"fake".to_vec() };
        self.shared.change(|state| {
            content[kind] = calls::media(kind, &state.keep(&file), &file);
            state.say(chat, user, thread, content, Some(file))
        })
    }

    /// A person's own message; of a file the caption is edited.
    pub fn edit_in(&self, chat: i64, user: i64, message: MessageId, text: &str) {
        self.shared.change(|state| {
            let message = state.known_chat(chat).message_mut(message).expect("a message to edit");
            assert_eq!(message.person, Some(user), "people edit their own messages");
            let (field, entities) = if message.file.is_some() { ("caption", "caption_entities") } else { ("text", "entities") };
            message.json["edit_date"] = json!(state::now());
            state::put(&mut message.json, field, json!(text));
            state::put(&mut message.json, entities, typed(text)["entities"].clone());
            let edited = message.json.clone();
            state.tell("edited_message", &edited);
        });
    }

    /// A text that leads somewhere as a whole.
    pub fn link_in(&self, group: i64, thread: Option<i64>, user: i64, text: &str, url: &str) -> MessageId {
        let entity = json!({"type": "text_link", "offset": 0, "length": text.encode_utf16().count(), "url": url});
        self.shared.change(|state| state.say(group, user, thread, json!({"text": text, "entities": [entity]}), None))
    }

    /// Several pictures at once, each with what stands under it.
    pub fn album_in(&self, chat: i64, thread: Option<i64>, user: i64, captions: &[&str]) -> Vec<MessageId> {
        self.shared.change(|state| {
            let album = format!("album-{}", state.posted);
            let photo = |caption: &&str| {
                let file = File { name: "photo.jpg".to_owned(), bytes: b"fake".to_vec() };
                let photo = calls::media("photo", &state.keep(&file), &file);
                let content = json!({"photo": photo, "caption": caption, "media_group_id": album});
                state.say(chat, user, thread, content, Some(file))
            };
            captions.iter().map(photo).collect()
        })
    }

    /// Anything else that a person can send: a `location`, a `contact`, a `poll`, with what the platform tells of it.
    pub fn send_in(&self, chat: i64, thread: Option<i64>, user: i64, kind: &str, what: Value) -> MessageId {
        self.shared.change(|state| state.say(chat, user, thread, json!({kind: what}), None))
    }

    /// A person makes a picture of their own text message.
    pub fn edit_into_photo(&self, chat: i64, user: i64, message: MessageId, caption: &str) {
        let file = File { name: "photo.jpg".to_owned(), bytes: b"fake".to_vec() };
        self.shared.change(|state| {
            let photo = calls::media("photo", &state.keep(&file), &file);
            let message = state.known_chat(chat).message_mut(message).expect("a message to edit");
            assert_eq!(message.person, Some(user), "people edit their own messages");
            for (field, value) in [("text", Value::Null), ("entities", Value::Null), ("caption", json!(caption)), ("photo", photo)] {
                state::put(&mut message.json, field, value);
            }
            message.json["edit_date"] = json!(state::now());
            message.file = Some(file);
            let edited = message.json.clone();
            state.tell("edited_message", &edited);
        });
    }

    /// A member brings here what `author` has written in a private chat with them.
    pub fn forward_in(&self, group: i64, thread: Option<i64>, user: i64, author: i64, text: &str) -> MessageId {
        self.shared.change(|state| state.forward(group, user, thread, author, text))
    }

    /// From now on forwarded messages tell the person's name alone.
    pub fn hide_in_forwards(&self, user: i64) {
        self.shared.change(|state| state.hidden_in_forwards.insert(user));
    }
}
