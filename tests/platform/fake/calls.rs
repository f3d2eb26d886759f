//! What the bot's calls do, and what they are answered.

use std::net::SocketAddr;

use serde_json::{Value, json};

use super::faults::Cut;
use super::state::{Chat, bot, now, put};
use super::strict::Call;
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

    fn bad(what: &str) -> Refusal {
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

/// A call from its parameters to its answer; none where the connection shall end without one.
pub(super) async fn handle(shared: &Shared, peer: SocketAddr, call: &Call, read: Result<(), String>) -> Option<Answer> {
    let cut = match shared.change(|state| state.receive(call, read)) {
        Ok(cut) => cut,
        Err(refusal) => return Some(Err(refusal)),
    };
    if cut == Cut::Before {
        return None;
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
    let sends = ["sendMessage", "sendDocument", "sendPhoto", "copyMessage"].contains(&call.method);
    call.integer("chat_id").zip(result["message_id"].as_i64()).filter(|_| sends)
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
            "sendChatAction" => self.chat(call, "chat_id").map(|_| json!(true)),
            "editMessageText" | "editMessageReplyMarkup" => self.edit(call),
            "deleteMessage" => {
                let message = self.chat(call, "chat_id")?.message_mut(call.integer("message_id").unwrap_or(0));
                message.ok_or_else(|| Refusal::bad("message to delete not found"))?.deleted = true;
                Ok(json!(true))
            }
            "answerCallbackQuery" => self.answer_query(call),
            "getChatAdministrators" => {
                let chat = self.chat(call, "chat_id")?;
                if chat.json["type"] == "private" {
                    return Err(Refusal::bad("there are no administrators in the private chat"));
                }
                let administrators = chat.administrators.clone();
                // An owner's status needs the fewest fields.
                let member = |user: &i64| json!({"status": "creator", "user": self.user(*user), "is_anonymous": false});
                Ok(administrators.iter().map(member).collect())
            }
            "createForumTopic" | "editForumTopic" | "closeForumTopic" | "reopenForumTopic" => self.topic(call),
            method => Err(format!("{method} is not served by the fake").into()),
        }
    }

    fn chat(&mut self, call: &Call, parameter: &str) -> Result<&mut Chat, Refusal> {
        let chat = call.integer(parameter).and_then(|id| self.chats.get_mut(&id)).ok_or_else(|| Refusal::bad("chat not found"))?;
        match chat.migrated_to {
            Some(id) => Err(Refusal::bad("group chat was upgraded to a supergroup chat").with(json!({"migrate_to_chat_id": id}))),
            None if chat.blocked => Err(Refusal::new(403, "Forbidden: bot was blocked by the user")),
            None => Ok(chat),
        }
    }

    fn send(&mut self, call: &Call) -> Answer {
        let mut content = json!({});
        let mut file = None;
        if call.method != "sendMessage" && call.text("caption").is_some() {
            (content["caption"], content["caption_entities"]) = formatted(call, "caption")?;
        }
        match call.method {
            "sendMessage" => (content["text"], content["entities"]) = formatted(call, "text")?,
            "copyMessage" => {
                let source = self.chat(call, "from_chat_id")?.message(call.integer("message_id").unwrap_or(0));
                let source = source.ok_or_else(|| Refusal::bad("message to copy not found"))?;
                for part in ["text", "entities", "caption", "caption_entities", "photo", "document", "sticker", "voice"] {
                    if let (Some(value), None) = (source.json.get(part), content.get(part)) {
                        content[part] = value.clone();
                    }
                }
                file = source.file.clone();
            }
            method => {
                let kind = if method == "sendPhoto" { "photo" } else { "document" };
                let (id, attached) = self.attached(call, kind)?;
                content[kind] = media(kind, &id, &attached);
                file = Some(attached);
            }
        }
        content["reply_markup"] = inline_keyboard(call);
        let chat = self.chat(call, "chat_id")?;
        if let Some(thread) = call.integer("message_thread_id") {
            match chat.topics.get(&thread) {
                None => return Err(Refusal::bad("message thread not found")),
                Some(false) => return Err(Refusal::bad("TOPIC_CLOSED")),
                Some(true) => content["message_thread_id"] = json!(thread),
            }
        }
        if let Some(reply) = call.params.get("reply_parameters") {
            match reply["message_id"].as_i64().and_then(|id| chat.message(id)) {
                Some(message) => content["reply_to_message"] = message.quoted(),
                None if reply["allow_sending_without_reply"] == true => {}
                None => return Err(Refusal::bad("message to be replied not found")),
            }
        }
        chat.replies += 1;
        let message = chat.post(bot(), content, file);
        Ok(if call.method == "copyMessage" { json!({"message_id": message["message_id"]}) } else { message })
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
        let text = if call.method == "editMessageText" { Some(formatted(call, "text")?) } else { None };
        let message = self.chat(call, "chat_id")?.message_mut(id).ok_or_else(|| Refusal::bad("message to edit not found"))?;
        if message.person.is_some() {
            return Err("message can't be edited".to_owned().into());
        }
        let mut edited = message.json.clone();
        if let Some(text) = text {
            if edited.get("text").is_none() {
                return Err("there is no text in the message to edit".to_owned().into());
            }
            put(&mut edited, "text", text.0);
            put(&mut edited, "entities", text.1);
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

    fn topic(&mut self, call: &Call) -> Answer {
        let chat = self.chat(call, "chat_id")?;
        if chat.json["is_forum"] != true {
            return Err(Refusal::bad("the chat is not a forum"));
        }
        if call.method == "createForumTopic" {
            // The service message that tells of it gives the topic its number.
            let thread = chat.next_id();
            chat.topics.insert(thread, true);
            return Ok(json!({"message_thread_id": thread, "name": call.text("name"), "icon_color": 0x006F_B9F0}));
        }
        let open = call.integer("message_thread_id").and_then(|thread| chat.topics.get_mut(&thread));
        let open = open.ok_or_else(|| Refusal::bad("message thread not found"))?;
        let reopened = call.method == "reopenForumTopic";
        if call.method != "editForumTopic" && std::mem::replace(open, reopened) == reopened {
            return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
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
