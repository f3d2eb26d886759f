//! A Telegram that lives in the test process: people write to it and press buttons, the bot under test talks to it by HTTP, and the
//! test reads what was said.
//!
//! It is strict where the platform is lenient: a call with a parameter that is unknown, of a wrong type or over a limit is refused *and*
//! noted among the [violations](FakeTelegram::violations), which a test expects to be empty. No test needs to sleep: what has to be
//! waited for is waited for by its condition.
//!
//! - `state`: chats, messages, people; `shown`: what a test sees of them
//! - `groups`: members, topics, what the bot may do; `members`: what people do in groups
//! - `calls`: what the bot's calls do; `updates`: what the bot is told; `faults`: what goes wrong
//! - `strict`: signatures, limits, buttons; `html`: formatted text
//! - `wire`: HTTP in, webhooks out
#![allow(dead_code, reason = "not every test file uses all of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod calls;
mod faults;
mod groups;
mod html;
mod members;
mod shown;
mod state;
mod strict;
mod updates;
mod wire;

use std::convert::Infallible;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::{Notify, oneshot};

pub use faults::{Faults, Played};
pub use groups::Role;
use state::Chat;
pub use state::State;

pub type MessageId = i64;

const BOT_ID: i64 = 424_242;
const TOKEN: &str = "424242:FAKE-token_of-the-tests_0123456789";
/// Long after anything that works has happened.
const DEADLINE: Duration = Duration::from_secs(30);

/// A message as it stands in a chat now.
#[derive(Clone, Debug)]
pub struct Shown {
    pub id: MessageId,
    /// Its place in the order of events of all chats.
    pub at: usize,
    /// Who wrote it, also where they write as the group; nobody: the bot.
    pub person: Option<i64>,
    /// Plain text, or the caption of a file.
    pub text: String,
    /// Rows of (label, callback data); data is empty where a button does something else.
    pub buttons: Vec<Vec<(String, String)>>,
    pub edited: bool,
    pub file: Option<File>,
    pub thread: Option<i64>,
    pub reply_to: Option<MessageId>,
    /// The chat and the message that it copies.
    pub copied_from: Option<(i64, MessageId)>,
    /// The bot may not know that it was sent: the answer was cut off, or the bot was killed. Such a message may come twice.
    pub fate_unknown: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    pub url: String,
    pub secret_token: Option<String>,
    pub max_connections: i64,
    pub allowed_updates: Vec<String>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    /// Wake whoever waits for a change: tests, and tasks of the server.
    changed: Condvar,
    woken: Notify,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A test that fails while it looks must not bury its message under those of a poisoned lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        let result = act(&mut self.lock());
        self.changed.notify_all();
        self.woken.notify_waiters();
        result
    }
}

pub struct FakeTelegram {
    shared: Arc<Shared>,
    url: String,
    /// Dropped with the fake, it ends the server's thread.
    _stop: oneshot::Sender<Infallible>,
}

impl FakeTelegram {
    pub fn start() -> FakeTelegram {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        listener.set_nonblocking(true).expect("a listener that does not block");
        let shared = Arc::new(Shared::default());
        let (_stop, stopped) = oneshot::channel();
        let served = Arc::clone(&shared);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
                tokio::select! {
                    () = wire::serve(listener, Arc::clone(&served)) => {}
                    () = wire::deliver(served) => {}
                    _ = stopped => {}
                }
            });
        });
        FakeTelegram { shared, url, _stop }
    }

    /// The address that stands for `https://api.telegram.org`.
    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn token(&self) -> &'static str {
        TOKEN
    }
}

/// People act.
impl FakeTelegram {
    /// Introduces a person, with a private chat of the same id.
    pub fn user(&self, id: i64, language_code: Option<&str>) {
        let name = format!("Person {id}");
        let mut user = json!({"id": id, "is_bot": false, "first_name": name});
        if let Some(language) = language_code {
            user["language_code"] = json!(language);
        }
        self.shared.change(|state| {
            state.users.insert(id, user);
            state.chats.entry(id).or_insert_with(|| Chat::new(id, "private", &name));
        });
    }

    pub fn block(&self, user: i64) {
        self.shared.change(|state| state.block(user, true));
    }

    /// Blocks the bot, of which the platform tells it by the refusal of its next message alone.
    pub fn block_unnoticed(&self, user: i64) {
        self.shared.change(|state| state.known_chat(user).blocked = true);
    }

    pub fn unblock(&self, user: i64) {
        self.shared.change(|state| state.block(user, false));
    }

    pub fn say(&self, user: i64, text: &str) -> MessageId {
        self.say_in(user, user, text)
    }

    pub fn edit(&self, user: i64, message: MessageId, text: &str) {
        self.edit_in(user, user, message, text);
    }

    pub fn photo(&self, user: i64, caption: &str) -> MessageId {
        self.show(user, "photo", "photo.jpg", json!({"caption": caption}))
    }

    pub fn document(&self, user: i64) -> MessageId {
        self.show(user, "document", "document.pdf", json!({}))
    }

    pub fn sticker(&self, user: i64) -> MessageId {
        self.show(user, "sticker", "sticker.webp", json!({}))
    }

    pub fn voice(&self, user: i64) -> MessageId {
        self.show(user, "voice", "voice.ogg", json!({}))
    }

    fn show(&self, user: i64, kind: &str, name: &str, content: Value) -> MessageId {
        self.show_in(user, None, user, kind, name, content)
    }

    /// From now on updates are numbered anew, as the platform does after a week without any.
    pub fn number_updates_after(&self, number: i64) {
        self.shared.change(|state| state.last_update = number);
    }

    /// An update of any shape, which the fake does not look into; returns its id. It comes even where its kind is not allowed.
    pub fn send_raw(&self, update_without_id: Value) -> i64 {
        assert!(update_without_id.is_object(), "an update is an object, {update_without_id} is not");
        self.shared.change(|state| state.enqueue(update_without_id))
    }

    /// Presses the newest visible button in the private chat whose label contains `label`; returns the id of the callback query.
    #[track_caller]
    pub fn press(&self, user: i64, label: &str) -> String {
        self.press_in(user, user, label)
    }

    #[track_caller]
    pub fn press_in(&self, chat: i64, user: i64, label: &str) -> String {
        let messages = self.messages(chat);
        let visible = messages.iter().rev().flat_map(|shown| shown.buttons.iter().flatten().map(|(label, data)| (shown.id, label, data)));
        let Some((message, _, data)) = visible.clone().find(|(_, text, _)| text.contains(label)) else {
            let labels: Vec<_> = visible.map(|(_, text, _)| text).collect();
            panic!("no button \"{label}\" among {labels:?}");
        };
        self.shared.change(|state| state.press(chat, user, message, data))
    }

    /// Presses a button that a message has, or had before it was edited, by a part of its label or by its data.
    #[track_caller]
    pub fn press_old(&self, user: i64, message: MessageId, label_or_data: &str) -> String {
        let buttons: Vec<_> = self.shared.change(|state| {
            let message = state.known_chat(user).message(message).expect("a message with buttons");
            message.buttons().into_iter().flatten().chain(message.past_buttons.clone()).collect()
        });
        let Some((_, data)) = buttons.iter().find(|(label, data)| label.contains(label_or_data) || data == label_or_data) else {
            panic!("message {message} never had a button \"{label_or_data}\", but {buttons:?}");
        };
        self.press_data(user, message, data)
    }

    /// Presses a button that need not exist.
    pub fn press_data(&self, user: i64, message: MessageId, data: &str) -> String {
        self.press_data_in(user, user, message, data)
    }

    pub fn press_data_in(&self, chat: i64, user: i64, message: MessageId, data: &str) -> String {
        self.shared.change(|state| state.press(chat, user, message, data))
    }
}

/// What a person types; the platform marks a command.
fn typed(text: &str) -> Value {
    let command = text.split_whitespace().next().filter(|word| text.starts_with('/') && word.is_ascii());
    let entities: Value = command.map(|word| json!({"type": "bot_command", "offset": 0, "length": word.len()})).into_iter().collect();
    json!({"text": text, "entities": entities})
}

/// What the bot did; [`State`] says what each of them tells.
impl FakeTelegram {
    pub fn messages(&self, chat: i64) -> Vec<Shown> {
        self.shared.lock().messages(chat)
    }

    pub fn transcript(&self, chat: i64) -> String {
        self.shared.lock().transcript(chat)
    }

    pub fn topic_transcript(&self, group: i64, thread: Option<i64>) -> String {
        self.shared.lock().topic_transcript(group, thread)
    }

    pub fn story(&self) -> String {
        self.shared.lock().story()
    }

    pub fn topic(&self, group: i64, thread: i64) -> Option<(String, bool)> {
        self.shared.lock().topic(group, thread)
    }

    pub fn topics(&self, group: i64) -> Vec<i64> {
        self.shared.lock().topics(group)
    }

    pub fn toasts(&self, user: i64) -> Vec<String> {
        self.shared.lock().toasts(user)
    }

    pub fn calls(&self, method: &str) -> Vec<Value> {
        self.shared.lock().calls(method)
    }

    pub fn violations(&self) -> Vec<String> {
        self.shared.lock().violations()
    }

    pub fn commands(&self, language: &str) -> Vec<(String, String)> {
        self.shared.lock().commands(language)
    }

    pub fn webhook(&self) -> Option<Webhook> {
        self.shared.lock().webhook.clone()
    }
}

/// Waiting.
impl FakeTelegram {
    /// Panics with `what` and all transcripts where it does not come about in time.
    #[track_caller]
    pub fn wait_until(&self, what: &str, condition: impl Fn(&State) -> bool) {
        let waited = self.shared.changed.wait_timeout_while(self.shared.lock(), DEADLINE, |state| !condition(state));
        let (state, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
        assert!(!timeout.timed_out(), "waited in vain for {what}\n{}", state.everything());
    }

    /// Until the bot has sent so many messages to the chat in all.
    #[track_caller]
    pub fn wait_for_replies(&self, chat: i64, count: usize) {
        self.wait_until(&format!("{count} replies in chat {chat}"), |state| state.replies(chat) >= count);
    }

    /// Until every update was confirmed (polling) or delivered (webhook) and no call is under way.
    #[track_caller]
    pub fn quiet(&self) {
        self.wait_until("quiet", State::is_quiet);
    }
}

/// What goes wrong.
impl FakeTelegram {
    /// From now on; the same seed throws the same dice again.
    pub fn faults(&self, faults: Faults) {
        self.shared.change(|state| state.set_faults(faults));
    }

    /// Of calls only those that name this chat go wrong.
    pub fn faults_in(&self, chat: i64, faults: Faults) {
        self.shared.change(|state| {
            state.set_faults(faults);
            state.befallen = Some(chat);
        });
    }

    /// From now on calls that name this chat wait before they take effect.
    pub fn hold(&self, chat: i64) {
        self.shared.change(|state| (state.held, state.let_through, state.held_in_all) = (Some(chat), 0, 0));
    }

    /// Waits until so many calls have been held up in all.
    #[track_caller]
    pub fn wait_for_held(&self, count: usize) {
        self.wait_until(&format!("{count} calls that wait"), |state| state.held_in_all >= count);
    }

    /// Lets one call go on.
    pub fn let_one_through(&self) {
        self.shared.change(|state| state.let_through += 1);
    }

    /// Lets all calls go on.
    pub fn let_go(&self) {
        self.shared.change(|state| state.held = None);
    }

    /// Waits until the bot has confirmed every update.
    #[track_caller]
    pub fn taken(&self) {
        self.wait_until("every update is taken", |state| state.updates.is_empty());
    }

    pub fn played(&self) -> Played {
        self.shared.lock().played
    }

    /// Runs `kill`, which ends the bot's process and waits for its end. A message that was sent by the newest call of a connection is of
    /// unknown fate then: the bot may have read the answer, but not have written it down.
    pub fn while_killing(&self, kill: impl FnOnce()) {
        self.shared.change(|state| state.killing = true);
        kill();
        self.shared.change(|state| {
            state.doubt_open_connections();
            state.killing = false;
        });
    }
}
