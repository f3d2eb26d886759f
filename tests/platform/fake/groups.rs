//! Groups: who belongs to them, what the bot may do there, and their topics.

use serde_json::{Value, json};

use super::calls::{Access, Answer, Refusal};
use super::state::{CONTENTS, Chat, Sender, bot, now, put};
use super::strict::Call;
use super::{BOT_ID, MessageId, State};

/// Who stands as the sender of what is written in a group's name.
const ANONYMOUS_BOT_ID: i64 = 1_087_968_824;
/// The number of the topic that every forum has; no message bears it.
const GENERAL: i64 = 1;
const ICON_COLORS: [i64; 6] = [0x6F_B9F0, 0xFF_D67E, 0xCB_86DB, 0x8E_EE98, 0xFF_93B2, 0xFB_6F5F];

/// What a person is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Creator,
    Administrator,
    Member,
}

#[derive(Clone, Copy)]
pub(super) struct Member {
    pub role: Role,
    /// Writes as the group.
    pub anonymous: bool,
}

/// What the bot is in a group.
#[derive(Clone, Copy, Default)]
pub(super) enum BotStatus {
    /// With all rights but one.
    Administrator {
        without: Option<&'static str>,
    },
    #[default]
    Member,
    Kicked,
}

pub(super) struct Topic {
    pub name: String,
    pub open: bool,
    by_bot: bool,
}

impl BotStatus {
    pub fn may(self, right: &str) -> bool {
        matches!(self, BotStatus::Administrator { without } if without != Some(right))
    }

    pub fn json(self) -> Value {
        match self {
            BotStatus::Administrator { without } => administrator(bot(), false, without),
            BotStatus::Member => json!({"user": bot(), "status": "member"}),
            BotStatus::Kicked => json!({"user": bot(), "status": "kicked", "until_date": 0}),
        }
    }
}

fn administrator(user: Value, anonymous: bool, without: Option<&str>) -> Value {
    let mut json = json!({"user": user, "status": "administrator", "can_be_edited": false, "is_anonymous": anonymous});
    let rights = "can_manage_chat can_change_info can_delete_messages can_invite_users can_restrict_members can_pin_messages can_manage_topics \
                  can_promote_members can_manage_video_chats can_post_stories can_edit_stories can_delete_stories can_manage_tags \
                  can_manage_voice_chats";
    rights.split_whitespace().for_each(|right| json[right] = json!(without != Some(right)));
    json
}

impl Chat {
    pub fn is_private(&self) -> bool {
        self.json["type"] == "private"
    }

    pub fn is_forum(&self) -> bool {
        self.json["is_forum"] == true
    }

    /// The test's people do nothing that the platform would not let them do.
    #[track_caller]
    pub fn lets_write(&self, user: i64, thread: Option<i64>) {
        assert_eq!(self.migrated_to, None, "nobody writes in a group that has become another");
        let Some(thread) = thread else { return };
        let topic = self.topics.get(&thread).unwrap_or_else(|| panic!("there is no topic {thread} to write in"));
        let rank = self.members.get(&user).map(|member| member.role);
        assert!(topic.open || rank.is_some_and(|role| role != Role::Member), "members cannot write in a closed topic");
    }

    /// The topic that an answer to a message stands in.
    pub fn thread_of(&self, reply_to: MessageId) -> Option<i64> {
        self.message(reply_to).filter(|_| self.is_forum())?.thread()
    }

    /// Says where a message stands and what it answers, as the platform tells it.
    pub fn place(&self, content: &mut Value, thread: Option<i64>, reply_to: Option<MessageId>) {
        // What answers nothing is told as an answer to the message that began its topic.
        if let Some(answered) = reply_to.or(thread).and_then(|id| self.message(id)) {
            content["reply_to_message"] = answered.quoted();
            // Without topics a supergroup numbers threads of answers all the same.
            if !self.is_forum() && self.json["type"] == "supergroup" {
                content["message_thread_id"] = json!(answered.thread().unwrap_or(answered.id));
            }
        }
        if let Some(thread) = thread {
            (content["message_thread_id"], content["is_topic_message"]) = (json!(thread), json!(true));
        }
    }

    /// Whether the bot is told of a message: without rights it learns in groups of what is meant for it alone.
    fn hears(&self, message: &Value) -> bool {
        match self.bot {
            _ if self.is_private() => true,
            BotStatus::Kicked => false,
            BotStatus::Administrator { .. } => true,
            BotStatus::Member => {
                let text = message["text"].as_str().or_else(|| message["caption"].as_str()).unwrap_or_default();
                let written = !text.is_empty() || CONTENTS.iter().any(|kind| message.get(*kind).is_some());
                let command = text.split_whitespace().next().filter(|word| word.starts_with('/'));
                let answered = &message["reply_to_message"];
                !written
                    || text.contains("@fake_bot")
                    || command.is_some_and(|command| !command.contains('@'))
                    || answered["from"]["id"] == BOT_ID && answered.get("forum_topic_created").is_none()
            }
        }
    }

    /// The thread that a call names, and the message that it answers.
    pub fn wanted_place(&self, call: &Call) -> Result<(Option<i64>, Option<MessageId>), Refusal> {
        let not_found = || Refusal::bad("message thread not found");
        let named = call.integer("message_thread_id").filter(|thread| *thread != 0);
        // A group without topics takes any thread for none.
        let mut thread = named.filter(|_| self.is_forum() || self.is_private());
        if thread.is_some_and(|thread| thread == GENERAL || !self.topics.contains_key(&thread)) {
            return Err(not_found());
        }
        let mut reply_to = None;
        if let Some(reply) = call.params.get("reply_parameters") {
            if reply.get("chat_id").is_some_and(|chat| *chat != self.json["id"]) {
                return Err("answers to messages of other chats are not served by the fake".to_owned().into());
            }
            reply_to = reply["message_id"].as_i64().filter(|id| self.message(*id).is_some());
            if reply_to.is_none() && reply["allow_sending_without_reply"] != true {
                return Err(Refusal::bad("message to be replied not found"));
            }
        }
        if let Some(answered) = reply_to {
            let stands = self.thread_of(answered);
            if thread.is_some() && thread != stands {
                return Err(format!("message {answered} stands in another topic: the fake serves no answers across topics").into());
            }
            thread = stands;
        }
        let closed = thread.and_then(|thread| self.topics.get(&thread)).is_some_and(|topic| !topic.open);
        if closed && !self.bot.may("can_manage_topics") {
            return Err(Refusal::bad("TOPIC_CLOSED"));
        }
        Ok((thread, reply_to))
    }
}

/// What people do.
impl State {
    /// Whoever acts in a group is a member of it.
    pub(super) fn sender(&mut self, chat: i64, user: i64) -> Sender {
        let from = self.user(user);
        let chat = self.known_chat(chat);
        if chat.is_private() {
            return Sender { person: Some(user), from, chat: Value::Null };
        }
        let member = chat.members.entry(user).or_insert(Member { role: Role::Member, anonymous: false });
        if !member.anonymous {
            return Sender { person: Some(user), from, chat: Value::Null };
        }
        let from = json!({"id": ANONYMOUS_BOT_ID, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot"});
        Sender { person: Some(user), from, chat: chat.json.clone() }
    }

    /// Tells the bot of a message, if it may know of it.
    pub(super) fn tell(&mut self, kind: &str, message: &Value) {
        let chat = message["chat"]["id"].as_i64().and_then(|chat| self.chats.get(&chat));
        if chat.is_some_and(|chat| chat.hears(message)) {
            self.update(kind, message.clone());
        }
    }

    fn member_json(&self, chat: &Chat, user: i64) -> Value {
        let json = self.user(user);
        match chat.members.get(&user) {
            _ if chat.is_private() => json!({"user": json, "status": "member"}),
            None => json!({"user": json, "status": "left"}),
            Some(Member { role: Role::Creator, anonymous }) => json!({"user": json, "status": "creator", "is_anonymous": anonymous}),
            Some(Member { role: Role::Administrator, anonymous }) => administrator(json, *anonymous, None),
            Some(Member { role: Role::Member, .. }) => json!({"user": json, "status": "member"}),
        }
    }

    /// None: the person leaves.
    pub(super) fn set_member(&mut self, group: i64, user: i64, member: Option<Member>) {
        let old = self.member_json(&self.chats[&group], user);
        let chat = self.known_chat(group);
        match member {
            Some(member) => drop(chat.members.insert(user, member)),
            None => drop(chat.members.remove(&user)),
        }
        let new = self.member_json(&self.chats[&group], user);
        // Bots that are administrators are told, if they have asked for it.
        if old != new
            && matches!(self.chats[&group].bot, BotStatus::Administrator { .. })
            && self.allowed_updates.iter().any(|kind| kind == "chat_member")
        {
            let (from, chat) = (self.user(user), self.chats[&group].json.clone());
            let change = json!({"chat": chat, "from": from, "date": now(), "old_chat_member": old, "new_chat_member": new});
            self.update("chat_member", change);
        }
    }

    pub(super) fn set_bot(&mut self, group: i64, by: i64, status: BotStatus) {
        let old = std::mem::replace(&mut self.known_chat(group).bot, status).json();
        if old == status.json() {
            return;
        }
        self.bot_changed(group, by, old.clone(), status.json());
        if old["status"] == "kicked" {
            self.happen(group, Some(by), None, json!({"new_chat_members": [bot()]}));
        }
    }

    /// Adds a service message, of a person or of the bot; returns its number.
    pub(super) fn happen(&mut self, group: i64, by: Option<i64>, thread: Option<i64>, mut content: Value) -> MessageId {
        let sender = by.map_or_else(Sender::bot, |user| self.sender(group, user));
        self.known_chat(group).place(&mut content, thread, None);
        let message = self.post(group, sender, content, None);
        self.tell("message", &message);
        message["message_id"].as_i64().unwrap_or_default()
    }

    pub(super) fn open_topic(&mut self, group: i64, by: Option<i64>, name: &str, color: i64) -> i64 {
        assert!(self.known_chat(group).is_forum(), "{group} has no topics");
        let chat = self.known_chat(group);
        // The message that tells of the topic gives it its number.
        let thread = chat.upcoming_id();
        chat.topics.insert(thread, Topic { name: name.to_owned(), open: true, by_bot: by.is_none() });
        let created = json!({"name": name, "icon_color": color});
        self.happen(group, by, Some(thread), json!({"forum_topic_created": created}))
    }

    /// Returns whether anything changed.
    pub(super) fn set_open(&mut self, group: i64, by: Option<i64>, thread: i64, open: bool) -> bool {
        let topic = self.known_chat(group).topics.get_mut(&thread).unwrap_or_else(|| panic!("there is no topic {thread}"));
        let changed = std::mem::replace(&mut topic.open, open) != open;
        if changed {
            self.happen(
                group,
                by,
                Some(thread),
                if open { json!({"forum_topic_reopened": {}}) } else { json!({"forum_topic_closed": {}}) },
            );
        }
        changed
    }

    pub(super) fn rename_topic(&mut self, group: i64, by: Option<i64>, thread: i64, name: &str) -> bool {
        let topic = self.known_chat(group).topics.get_mut(&thread).unwrap_or_else(|| panic!("there is no topic {thread}"));
        let changed = topic.name != name;
        if changed {
            name.clone_into(&mut topic.name);
            self.happen(group, by, Some(thread), json!({"forum_topic_edited": {"name": name}}));
        }
        changed
    }

    /// With all its messages; nobody is told.
    pub(super) fn delete_topic(&mut self, group: i64, thread: i64) {
        let chat = self.known_chat(group);
        assert!(chat.topics.remove(&thread).is_some(), "there is no topic {thread}");
        chat.messages.iter_mut().filter(|message| message.thread() == Some(thread)).for_each(|message| message.deleted = true);
    }

    pub(super) fn migrate(&mut self, old: i64, new: i64) {
        let group = self.known_chat(old);
        assert_eq!(group.json["type"], "group", "supergroups keep their ids");
        group.migrated_to = Some(new);
        let (members, bot) = (group.members.clone(), group.bot);
        let supergroup = Chat::new(new, "supergroup", group.json["title"].as_str().unwrap_or_default());
        self.chats.insert(new, Chat { members, bot, ..supergroup });
        for (chat, field, other) in [(old, "migrate_to_chat_id", new), (new, "migrate_from_chat_id", old)] {
            let chat = self.known_chat(chat);
            let service = json!({"message_id": chat.next_id(), "date": now(), "chat": chat.json, field: other});
            self.tell("message", &service);
        }
    }

    pub(super) fn forward(&mut self, group: i64, user: i64, thread: Option<i64>, author: i64, text: &str) -> MessageId {
        let (name, sender) = (self.user(author)["first_name"].clone(), self.user(author));
        let mut content = json!({"text": text, "forward_date": now()});
        if self.hidden_in_forwards.contains(&author) {
            content["forward_origin"] = json!({"type": "hidden_user", "sender_user_name": name, "date": now()});
            content["forward_sender_name"] = name;
        } else {
            content["forward_origin"] = json!({"type": "user", "sender_user": sender, "date": now()});
            content["forward_from"] = sender;
        }
        self.say(group, user, thread, content, None)
    }
}

/// What the bot calls.
impl State {
    pub(super) fn get_chat(&mut self, call: &Call) -> Answer {
        let mut json = self.chat(call, "chat_id", Access::Read)?.json.clone();
        let gifts = json!({"unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false, "premium_subscription": false,
                           "gifts_from_channels": false});
        (json["accent_color_id"], json["max_reaction_count"], json["accepted_gift_types"]) = (json!(0), json!(11), gifts);
        Ok(json)
    }

    pub(super) fn chat_member(&mut self, call: &Call) -> Answer {
        let user = call.integer("user_id").unwrap_or(0);
        let bot = self.chat(call, "chat_id", if user == BOT_ID { Access::Read } else { Access::Write })?.bot;
        let chat = &self.chats[&call.integer("chat_id").unwrap_or(0)];
        match user {
            BOT_ID => Ok(bot.json()),
            _ if self.users.contains_key(&user) => Ok(self.member_json(chat, user)),
            _ => Err(Refusal::bad("member not found")),
        }
    }

    pub(super) fn chat_administrators(&mut self, call: &Call) -> Answer {
        let chat = self.chat(call, "chat_id", Access::Write)?;
        if chat.is_private() {
            return Err(Refusal::bad("there are no administrators in the private chat"));
        }
        let chat = &self.chats[&call.integer("chat_id").unwrap_or(0)];
        let people = chat.members.iter().filter(|(_, member)| member.role != Role::Member);
        // Other bots are left out, the bot itself is not.
        let bot = matches!(chat.bot, BotStatus::Administrator { .. }).then(|| chat.bot.json());
        Ok(people.map(|(user, _)| self.member_json(chat, *user)).chain(bot).collect())
    }

    pub(super) fn topic_call(&mut self, call: &Call) -> Answer {
        let chat = self.chat(call, "chat_id", Access::Write)?;
        if !chat.is_forum() {
            return Err(Refusal::bad("the chat is not a forum"));
        }
        let (group, may) = (call.integer("chat_id").unwrap_or(0), chat.bot.may("can_manage_topics"));
        let name = call.text("name").unwrap_or_default().trim();
        if call.method == "createForumTopic" {
            return if may { self.create_topic(call, group, name) } else { Err(Refusal::bad("not enough rights to create a topic")) };
        }
        let thread = call.integer("message_thread_id").unwrap_or(0);
        let topic = chat.topics.get(&thread).ok_or_else(|| Refusal::bad("TOPIC_ID_INVALID"))?;
        // A topic of one's own needs no rights.
        let (may, deletes) = (may || topic.by_bot, topic.by_bot || chat.bot.may("can_delete_messages"));
        let (may, act) = match call.method {
            "editForumTopic" => (may, "edit the topic"),
            "deleteForumTopic" => (deletes, "delete the topic"),
            _ => (may, "close or open the topic"),
        };
        if !may {
            return Err(Refusal::bad(&format!("not enough rights to {act}")));
        }
        let changed = match call.method {
            "editForumTopic" if name.is_empty() => true,
            "editForumTopic" => self.rename_topic(group, None, thread, name),
            "deleteForumTopic" => {
                self.delete_topic(group, thread);
                true
            }
            method => self.set_open(group, None, thread, method == "reopenForumTopic"),
        };
        if changed { Ok(json!(true)) } else { Err(Refusal::bad("TOPIC_NOT_MODIFIED")) }
    }

    fn create_topic(&mut self, call: &Call, group: i64, name: &str) -> Answer {
        let color = call.integer("icon_color").unwrap_or(ICON_COLORS[0]);
        if name.is_empty() {
            return Err("name must be non-empty".to_owned().into());
        }
        if !ICON_COLORS.contains(&color) {
            return Err(format!("invalid icon color specified: {color}").into());
        }
        let thread = self.open_topic(group, None, name, color);
        let mut topic = json!({"message_thread_id": thread, "name": name, "icon_color": color});
        put(&mut topic, "icon_custom_emoji_id", call.params.get("icon_custom_emoji_id").cloned().unwrap_or_default());
        Ok(topic)
    }

    /// `deleteMessage` and `deleteMessages`: the second passes over what is not there.
    pub(super) fn delete(&mut self, call: &Call) -> Answer {
        let several = call.params.get("message_ids").and_then(Value::as_array);
        let ids: Vec<i64> =
            several.map_or_else(|| call.integer("message_id").into_iter().collect(), |ids| ids.iter().filter_map(Value::as_i64).collect());
        let chat = self.chat(call, "chat_id", Access::Write)?;
        if several.is_none() && ids.iter().any(|id| chat.message(*id).is_none()) {
            return Err(Refusal::bad("message to delete not found"));
        }
        let may = chat.is_private() || chat.json["type"] == "group" || chat.bot.may("can_delete_messages");
        let found: Vec<_> = ids.iter().filter_map(|id| chat.message(*id)).collect();
        if found.iter().any(|message| message.json.get("forum_topic_created").is_some() || !may && message.person.is_some()) {
            return Err(Refusal::bad("message can't be deleted"));
        }
        ids.iter().filter_map(|id| chat.message_mut(*id).map(|message| message.deleted = true)).for_each(drop);
        Ok(json!(true))
    }
}
