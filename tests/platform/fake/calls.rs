//! What the bot's calls do, and what they are answered.

use std::net::SocketAddr;

use serde_json::{Value, json};

use super::faults::Cut;
use super::groups::BotStatus;
use super::state::{CONTENTS, Chat, Sender, bot, now, put};
use super::strict::{CAPTION_MAX, Call, utf16};
use super::{File, MessageId, Shared, State, updates};

/// A call that is not done, as the bot is told.
pub(super) struct Refusal {
    pub code: u16,
    description: String,
    parameters: Option<Value>,
    /// A mistake of the bot, which no state of the platform excuses.
    violation: bool,
}

impl Refusal {
    pub fn new(code: u16, description: impl Into<String>) -> Refusal {
        Refusal { code, description: description.into(), parameters: None, violation: false }
    }

    pub fn bad(what: &str) -> Refusal {
        Refusal::new(400, format!("Bad Request: {what}"))
    }

    pub fn conflict(what: &str) -> Refusal {
        Refusal::new(409, format!("Conflict: {what}"))
    }

    pub fn too_many_requests(retry_after: u32) -> Refusal {
        Refusal::new(429, format!("Too Many Requests: retry after {retry_after}")).with(json!({"retry_after": retry_after}))
    }

    fn with(self, parameters: Value) -> Refusal {
        Refusal { parameters: Some(parameters), ..self }
    }

    pub fn body(&self) -> Value {
        let mut body = json!({"ok": false, "error_code": self.code, "description": self.description});
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body
    }
}

/// A mistake, in words.
impl From<String> for Refusal {
    fn from(mistake: String) -> Refusal {
        Refusal { violation: true, ..Refusal::bad(&mistake) }
    }
}

pub(super) type Answer = Result<Value, Refusal>;

/// What a call wants of a chat.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
}

/// A call from its parameters to its answer; none where the connection shall end without one.
pub(super) async fn handle(shared: &Shared, peer: SocketAddr, call: &Call, read: Result<(), String>) -> Option<Answer> {
    let cut = match shared.change(|state| state.receive(call, read)) {
        Ok(cut) => cut,
        Err(refusal) => return Some(Err(refusal)),
    };
    if cut == Cut::Before {
        return None;
    }
    if !shared.lock().lets_through(call) {
        shared.change(|state| state.held_in_all += 1);
        loop {
            let changed = shared.woken.notified();
            if shared.lock().lets_through(call) {
                break;
            }
            changed.await;
        }
    }
    let answer = match call.method {
        "getUpdates" => updates::poll(shared, call).await,
        _ => shared.change(|state| {
            let answer = state.perform(call).map_err(|refusal| state.refuse(call, refusal));
            state.connection(peer).sent = answer.as_ref().ok().and_then(|result| sent(call, result));
            answer
        }),
    };
    if cut == Cut::After {
        shared.change(|state| state.connection_ended(peer, true));
        return None;
    }
    Some(answer)
}

fn sent(call: &Call, result: &Value) -> Option<(i64, MessageId)> {
    let sent = match call.method {
        "sendMessage" | "sendDocument" | "sendPhoto" | "copyMessage" => "message_id",
        "createForumTopic" => "message_thread_id",
        _ => return None,
    };
    call.integer("chat_id").zip(result[sent].as_i64())
}

impl State {
    fn receive(&mut self, call: &Call, read: Result<(), String>) -> Result<Cut, Refusal> {
        self.calls.push((call.method, Value::Object(call.params.clone())));
        read.and_then(|()| call.check()).map_err(|mistake| self.refuse(call, mistake.into()))?;
        self.fault(call)
    }

    fn refuse(&mut self, call: &Call, refusal: Refusal) -> Refusal {
        if refusal.violation {
            let params = Value::Object(call.params.clone());
            self.violations.push(format!("{} {params}: {}", call.method, refusal.description));
        }
        refusal
    }

    fn perform(&mut self, call: &Call) -> Answer {
        match call.method {
            "getMe" => {
                let mut me = bot();
                let cannot = "can_read_all_group_messages supports_inline_queries supports_guest_queries can_connect_to_business \
                              has_main_web_app has_topics_enabled allows_users_to_create_topics can_manage_bots";
                cannot.split(' ').for_each(|name| me[name] = json!(false));
                me["can_join_groups"] = json!(true);
                Ok(me)
            }
            "setWebhook" | "deleteWebhook" => Ok(self.set_webhook(call)),
            "getWebhookInfo" => Ok(self.webhook_info()),
            "setMyCommands" | "deleteMyCommands" => {
                let scope = call.params.get("scope").and_then(|scope| scope["type"].as_str()).unwrap_or("default");
                let key = (scope.to_owned(), call.text("language_code").unwrap_or_default().to_owned());
                match call.params.get("commands") {
                    Some(commands) => drop(self.commands.insert(key, commands.clone())),
                    None => drop(self.commands.remove(&key)),
                }
                Ok(json!(true))
            }
            "setMyDescription" | "setMyShortDescription" => Ok(json!(true)),
            "sendMessage" | "sendDocument" | "sendPhoto" | "copyMessage" => self.send(call),
            "copyMessages" => self.copy_several(call),
            "sendChatAction" => self.chat(call, "chat_id", Access::Write).map(|_| json!(true)),
            "editMessageText" | "editMessageCaption" | "editMessageReplyMarkup" => self.edit(call),
            "deleteMessage" | "deleteMessages" => self.delete(call),
            "answerCallbackQuery" => self.answer_query(call),
            "getChat" => self.get_chat(call),
            "getChatMember" => self.chat_member(call),
            "getChatAdministrators" => self.chat_administrators(call),
            "createForumTopic" | "editForumTopic" | "closeForumTopic" | "reopenForumTopic" | "deleteForumTopic" => self.topic_call(call),
            method => Err(format!("{method} is not served by the fake").into()),
        }
    }

    pub(super) fn chat(&mut self, call: &Call, parameter: &str, access: Access) -> Result<&mut Chat, Refusal> {
        let chat = call.integer(parameter).and_then(|id| self.chats.get_mut(&id)).ok_or_else(|| Refusal::bad("chat not found"))?;
        let (writes, supergroup) = (access == Access::Write, chat.json["type"] == "supergroup");
        match chat.migrated_to {
            Some(id) if writes => Err(Refusal::bad("group chat was upgraded to a supergroup chat").with(json!({"migrate_to_chat_id": id}))),
            None if chat.blocked && writes => Err(Refusal::new(403, "Forbidden: bot was blocked by the user")),
            None if matches!(chat.bot, BotStatus::Kicked) && (writes || supergroup) => {
                let kind = if supergroup { "supergroup" } else { "group" };
                Err(Refusal::new(403, format!("Forbidden: bot was kicked from the {kind} chat")))
            }
            _ => Ok(chat),
        }
    }

    fn send(&mut self, call: &Call) -> Answer {
        let mut content = json!({});
        let (mut file, mut copied_from) = (None, None);
        if call.method != "sendMessage" && call.text("caption").is_some() {
            (content["caption"], content["caption_entities"]) = formatted(call, "caption")?;
        }
        match call.method {
            "sendMessage" => (content["text"], content["entities"]) = formatted(call, "text")?,
            "copyMessage" => {
                let (from, id) = (call.integer("from_chat_id").unwrap_or(0), call.integer("message_id").unwrap_or(0));
                let source = self.chat(call, "from_chat_id", Access::Read)?.message(id);
                let source = source.ok_or_else(|| Refusal::bad("message to copy not found"))?;
                if source.is_service() {
                    return Err(Refusal::bad("can't copy message"));
                }
                // A caption replaces that of a file, be it empty; a text stays as it is.
                let captioned = source.file.is_some() && call.text("caption").is_some();
                if source.file.is_none() {
                    content = json!({});
                }
                let written = source.json["caption"].as_str().unwrap_or_default();
                if !captioned && utf16(written) > CAPTION_MAX {
                    return Err(Refusal::bad("message caption is too long"));
                }
                for part in CONTENTS.iter().copied().chain(["entities", "caption", "caption_entities"]) {
                    if let Some(value) = source.json.get(part).filter(|_| !captioned || !part.starts_with("caption")) {
                        content[part] = value.clone();
                    }
                }
                (file, copied_from) = (source.file.clone(), Some((from, id)));
            }
            method => {
                let kind = if method == "sendPhoto" { "photo" } else { "document" };
                let (id, attached) = self.attached(call, kind)?;
                content[kind] = media(kind, &id, &attached);
                file = Some(attached);
            }
        }
        content["reply_markup"] = inline_keyboard(call);
        let chat = self.chat(call, "chat_id", Access::Write)?;
        let (thread, reply_to) = chat.wanted_place(call)?;
        chat.place(&mut content, thread, reply_to);
        chat.replies += 1;
        let id = call.integer("chat_id").unwrap_or(0);
        let message = self.post(id, Sender::bot(), content, file);
        if let Some(newest) = self.known_chat(id).messages.last_mut() {
            newest.copied_from = copied_from;
        }
        Ok(if call.method == "copyMessage" { json!({"message_id": message["message_id"]}) } else { message })
    }

    /// Copies of an album stay one. What cannot be copied is passed over.
    fn copy_several(&mut self, call: &Call) -> Answer {
        let ids: Vec<i64> = call.params["message_ids"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
        if !ids.is_sorted_by(|one, next| one < next) {
            return Err("message identifiers are not in strictly increasing order".to_owned().into());
        }
        let (from, to) = (call.integer("from_chat_id").unwrap_or(0), call.integer("chat_id").unwrap_or(0));
        let mut copies = Vec::new();
        for id in ids {
            let mut params = call.params.clone();
            params.remove("message_ids");
            params.insert("message_id".to_owned(), json!(id));
            let copy = Call { method: "copyMessage", params, ..Call::default() };
            let album = self.chat(call, "from_chat_id", Access::Read)?.message(id).map(|source| source.json["media_group_id"].clone());
            match self.send(&copy) {
                Ok(made) => copies.push(made),
                Err(refusal) if album.is_none() || refusal.description.contains("can't copy") => continue,
                Err(refusal) => return Err(refusal),
            }
            let album = album.as_ref().and_then(Value::as_str).map(|album| json!(format!("copy of {from}/{album}")));
            if let (Some(album), Some(copied)) = (album, self.known_chat(to).messages.last_mut()) {
                put(&mut copied.json, "media_group_id", album);
            }
        }
        Ok(Value::Array(copies))
    }

    /// The file of a parameter with its id: one that came with the call, or one that is here already.
    fn attached(&mut self, call: &Call, parameter: &str) -> Result<(String, File), Refusal> {
        let wanted = call.text(parameter).unwrap_or_default();
        let Some(name) = wanted.strip_prefix("attach://") else {
            let file = self.files.get(wanted).ok_or_else(|| format!("wrong file identifier/HTTP URL specified: {wanted}"))?;
            return Ok((wanted.to_owned(), file.clone()));
        };
        let file = call.files.get(name).ok_or_else(|| format!("there is no {parameter} in the request"))?;
        if file.bytes.is_empty() {
            return Err("file must be non-empty".to_owned().into());
        }
        Ok((self.keep(file), file.clone()))
    }

    fn edit(&mut self, call: &Call) -> Answer {
        let (Some(id), Some(_)) = (call.integer("message_id"), call.integer("chat_id")) else {
            return Err("message identifier is not specified".to_owned().into());
        };
        let field = match call.method {
            "editMessageText" => Some("text"),
            "editMessageCaption" => Some("caption"),
            _ => None,
        };
        let text = field.map(|field| formatted(call, field).map(|text| (field, text))).transpose()?;
        let message =
            self.chat(call, "chat_id", Access::Write)?.message_mut(id).ok_or_else(|| Refusal::bad("message to edit not found"))?;
        if message.person.is_some() || message.is_service() {
            return Err("message can't be edited".to_owned().into());
        }
        let mut edited = message.json.clone();
        if let Some((field, (text, entities))) = text {
            if (field == "text") != message.file.is_none() {
                return Err(Refusal::bad(&format!("there is no {field} in the message to edit")));
            }
            put(&mut edited, field, text);
            put(&mut edited, if field == "text" { "entities" } else { "caption_entities" }, entities);
        }
        put(&mut edited, "reply_markup", inline_keyboard(call));
        if edited == message.json {
            let same = "specified new message content and reply markup are exactly the same as a current content and reply markup";
            return Err(Refusal::bad(&format!("message is not modified: {same} of the message")));
        }
        message.past_buttons.splice(0..0, message.buttons().into_iter().flatten());
        edited["edit_date"] = json!(now());
        message.json = edited;
        Ok(message.json.clone())
    }

    fn answer_query(&mut self, call: &Call) -> Answer {
        let query = call.text("callback_query_id").and_then(|id| self.queries.remove(id));
        let (user, chat) = query.ok_or_else(|| Refusal::bad("query is too old and response timeout expired or query ID is invalid"))?;
        let newest = self.chats.get_mut(&chat).and_then(|chat| chat.messages.last_mut());
        if let (Some(newest), Some(text)) = (newest, call.text("text").filter(|text| !text.is_empty())) {
            newest.toasts.push((user, text.to_owned()));
        }
        Ok(json!(true))
    }
}

/// Null where there is none, as where it has no rows; other keyboards are not shown.
fn inline_keyboard(call: &Call) -> Value {
    let markup = call.params.get("reply_markup").filter(|markup| markup["inline_keyboard"].get(0).is_some());
    markup.cloned().unwrap_or_default()
}

fn formatted(call: &Call, name: &str) -> Result<(Value, Value), String> {
    call.formatted(name).map(|(text, entities)| (json!(text), entities))
}

/// A file as a message shows it.
pub(super) fn media(kind: &str, id: &str, file: &File) -> Value {
    let size = file.bytes.len();
    match kind {
        "photo" => json!([{"file_id": id, "file_unique_id": id, "file_size": size, "width": 90, "height": 90}]),
        "voice" => json!({"file_id": id, "file_unique_id": id, "file_size": size, "duration": 3}),
        "sticker" => json!({"file_id": id, "file_unique_id": id, "file_size": size, "type": "regular", "width": 512, "height": 512,
                            "is_animated": false, "is_video": false}),
        _ => json!({"file_id": id, "file_unique_id": id, "file_size": size, "file_name": file.name}),
    }
}
