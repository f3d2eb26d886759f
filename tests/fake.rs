//! The fake is itself held to what its users rely on: a test that passes against it should tell something about the real platform.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod platform;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use platform::fake::{FakeTelegram, Faults, Played, Role};
use reqwest::blocking::{Client, multipart::Form, multipart::Part};
use serde_json::{Value, json};

const ANN: i64 = 1;
const BEN: i64 = 2;
const CEM: i64 = 3;
const GROUP: i64 = -1_001_000_000_001;

/// A bot of one line: it calls what the test tells it to.
struct Bot {
    http: Client,
    base: String,
}

impl Bot {
    fn of(fake: &FakeTelegram) -> Bot {
        Bot { http: Client::new(), base: format!("{}/bot{}", fake.url(), fake.token()) }
    }

    fn try_call(&self, method: &str, params: Value) -> reqwest::Result<Value> {
        let response = self.http.post(format!("{}/{method}", self.base)).json(&params).send()?;
        let status = response.status().as_u16();
        let body: Value = response.json()?;
        assert_eq!(body["ok"] == true, status == 200, "{status} {body}");
        assert!(body["ok"] == true || body["error_code"] == status, "{status} {body}");
        Ok(body)
    }

    fn call(&self, method: &str, params: Value) -> Value {
        self.try_call(method, params).unwrap()
    }

    #[track_caller]
    fn ok(&self, method: &str, params: Value) -> Value {
        let body = self.call(method, params);
        assert_eq!(body["ok"], true, "{body}");
        body["result"].clone()
    }

    fn refused(&self, method: &str, params: Value) -> String {
        self.call(method, params)["description"].as_str().unwrap_or("it was done").to_owned()
    }

    fn send(&self, chat: i64, text: &str) -> i64 {
        self.ok("sendMessage", json!({"chat_id": chat, "text": text}))["message_id"].as_i64().unwrap()
    }

    fn form(&self, method: &str, form: Form) -> Value {
        self.http.post(format!("{}/{method}", self.base)).multipart(form).send().unwrap().json().unwrap()
    }

    /// The ids of the updates that a short poll gives.
    fn poll(&self, offset: i64) -> Vec<i64> {
        ids(&self.ok("getUpdates", json!({"offset": offset})))
    }
}

fn ids(updates: &Value) -> Vec<i64> {
    updates.as_array().unwrap().iter().map(|update| update["update_id"].as_i64().unwrap()).collect()
}

fn start() -> (FakeTelegram, Bot) {
    let fake = FakeTelegram::start();
    fake.user(ANN, Some("zh-hans"));
    fake.user(BEN, None);
    let bot = Bot::of(&fake);
    (fake, bot)
}

fn button(label: &str, data: &str) -> Value {
    json!({"text": label, "callback_data": data})
}

/// A message with these rows of buttons.
fn asking(text: &str, rows: Value) -> Value {
    json!({"chat_id": ANN, "text": text, "reply_markup": {"inline_keyboard": rows}})
}

#[test]
fn a_call_that_is_not_as_documented_is_refused_and_noted() {
    let (fake, bot) = start();
    let wrong = [
        ("sendMessage", json!({"chat_id": ANN, "text": "a", "colour": 1}), "unknown parameter \"colour\""),
        ("sendMessage", json!({"chat_id": ANN}), "parameter \"text\" is missing"),
        ("sendMessage", json!({"chat_id": true, "text": "a"}), "true is no Integer; true is no String"),
        ("sendMessage", json!({"chat_id": ANN, "text": 5}), "5 is no String"),
        ("sendMessage", json!({"chat_id": ANN, "text": "a", "reply_markup": null}), "null is no InlineKeyboardMarkup"),
        ("sendMessage", json!({"chat_id": ANN, "text": "a", "link_preview_options": {"off": true}}), "unknown parameter \"off\""),
        ("editMessageText", json!({"chat_id": ANN, "text": "a"}), "message identifier is not specified"),
        ("setMyCommands", json!({"commands": [{"command": "a"}]}), "parameter \"description\" is missing"),
        ("setMyCommands", json!({"commands": [], "scope": {"type": "chat", "user": 1}}), "is no BotCommandScope"),
        ("getUpdates", json!({"allowed_updates": "message"}), "is no Array of String"),
        ("getMe", json!([]), "can't parse JSON"),
        ("sendDice", json!({"chat_id": ANN}), "Not Found"),
    ];
    for (count, (method, params, error)) in wrong.iter().enumerate() {
        let refused = bot.refused(method, params.clone());
        assert!(refused.contains(error), "{method} {params}: {refused}");
        assert_eq!(fake.violations().len(), count + 1, "{method} {params}: {:?}", fake.violations());
    }
    assert_eq!(fake.transcript(ANN), "");

    let stranger = Bot { base: format!("{}/bot1:other", fake.url()), ..Bot::of(&fake) };
    assert_eq!(stranger.call("getMe", json!({})), json!({"ok": false, "error_code": 401, "description": "Unauthorized"}));
    assert_eq!(bot.ok("GETME", json!({}))["is_bot"], true);
    assert_eq!(fake.violations().len(), wrong.len());
}

#[test]
fn limits_are_those_of_the_platform() {
    let (fake, bot) = start();
    let text = |text: String| ("sendMessage", json!({"chat_id": ANN, "text": text}));
    let buttons = |rows: Value| ("sendMessage", asking("?", rows));
    let row = |count: usize| json!(vec![button("a", "b"); count]);
    let command = |name: &str, description: &str| ("setMyCommands", json!({"commands": [{"command": name, "description": description}]}));
    bot.ok("sendMessage", text("😀".repeat(2048)).1);
    bot.ok("sendMessage", json!({"chat_id": ANN, "text": format!("<b>{}</b>", "&lt;".repeat(4096)), "parse_mode": "HTML"}));
    bot.ok("sendMessage", asking("?", json!(vec![row(8); 12])));
    bot.ok("sendMessage", asking("?", json!([[button("a", &"文".repeat(21))]])));
    bot.ok("setMyCommands", command(&"a".repeat(32), &"😀".repeat(128)).1);
    assert_eq!(fake.violations(), [""; 0]);

    let wrong = [
        (text("😀".repeat(2049)), "message is too long"),
        (text(" \n".to_owned()), "message text is empty"),
        (buttons(json!([row(9)])), "reply markup is too long"),
        (buttons(json!(vec![row(1); 101])), "reply markup is too long"),
        (buttons(json!([[button("a", &"文".repeat(22))]])), "BUTTON_DATA_INVALID"),
        (buttons(json!([[button("a", "")]])), "BUTTON_DATA_INVALID"),
        (buttons(json!([[button("", "b")]])), "needs a text"),
        (buttons(json!([[{"text": "a"}]])), "one action"),
        (command("Start", "d"), "BOT_COMMAND_INVALID"),
        (command(&"a".repeat(33), "d"), "BOT_COMMAND_INVALID"),
        (command("a", ""), "BOT_COMMAND_DESCRIPTION_INVALID"),
        (command("a", &"d".repeat(257)), "BOT_COMMAND_DESCRIPTION_INVALID"),
        (("setMyCommands", json!({"commands": [], "language_code": "zh-CN"})), "not of two letters"),
        (("answerCallbackQuery", json!({"callback_query_id": "1", "text": "a".repeat(201)})), "not between 0 and 200"),
        (("setWebhook", json!({"url": "http://a", "secret_token": "a b"})), "unallowed characters"),
        (("setWebhook", json!({"url": "http://a", "secret_token": "a".repeat(257)})), "not between 1 and 256"),
        (("getUpdates", json!({"limit": 101})), "not between 1 and 100"),
        (("sendChatAction", json!({"chat_id": ANN, "action": "sleeping"})), "wrong action"),
        (("sendMessage", json!({"chat_id": ANN, "text": "a", "parse_mode": "MarkdownV2"})), "unsupported parse_mode"),
    ];
    for (count, ((method, params), error)) in wrong.iter().enumerate() {
        let refused = bot.refused(method, params.clone());
        assert!(refused.starts_with("Bad Request: ") && refused.contains(error), "{method} {params}: {refused}");
        assert_eq!(fake.violations().len(), count + 1);
    }
    assert_eq!(fake.messages(ANN).len(), 4);
}

#[test]
fn html_is_parsed_or_refused() {
    let (fake, bot) = start();
    let html = |text: &str| json!({"chat_id": ANN, "text": text, "parse_mode": "HTML"});
    let message = bot.ok("sendMessage", html("<b>1 &lt; <i>2</i></b> &#x4E2D;&#65;&quot; <a href=\"https://a.b/?c&amp;d\">😀e</a>f > g"));
    assert_eq!(message["text"], "1 < 2 中A\" 😀ef > g");
    let entities = json!([
        {"type": "italic", "offset": 4, "length": 1},
        {"type": "bold", "offset": 0, "length": 5},
        {"type": "text_link", "url": "https://a.b/?c&d", "offset": 10, "length": 3},
    ]);
    assert_eq!(message["entities"], entities);
    let tags = "<strong>a</strong><em>a</em><u>a</u><s>a</s><code>a</code><pre><code class=\"language-rust\">a</code></pre>\
                <tg-spoiler>a</tg-spoiler><blockquote expandable>a</blockquote><span class=\"tg-spoiler\">a</span>";
    assert_eq!(bot.ok("sendMessage", html(tags))["text"], "a".repeat(9));
    assert_eq!(bot.send(ANN, "<b> & co"), 3);
    assert_eq!(fake.violations(), [""; 0]);

    let wrong = [
        ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
        ("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("a<br>b", "Unsupported start tag \"br\" at byte offset 1"),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("<b class=\"c\">a</b>", "Unsupported start tag"),
        ("<a>b</a>", "Unsupported start tag"),
        ("<span class=\"x\">b</span>", "Unsupported start tag"),
        ("a & b", "not escaped"),
        ("a&nbsp;b", "unsupported entity \"&nbsp;\""),
    ];
    for (count, (text, error)) in wrong.iter().enumerate() {
        let refused = bot.refused("sendMessage", html(text));
        assert!(refused.starts_with("Bad Request: can't parse entities: ") && refused.contains(error), "{text}: {refused}");
        assert_eq!(fake.violations().len(), count + 1);
    }
}

#[test]
fn updates_stay_until_a_later_offset_confirms_them() {
    let (fake, bot) = start();
    fake.say(ANN, "/start x");
    fake.say(BEN, "b");
    fake.photo(ANN, "c");
    fake.photo(ANN, "");
    let updates = bot.ok("getUpdates", json!({}));
    let message = &updates[0]["message"];
    assert_eq!((&message["text"], &message["chat"]["type"]), (&json!("/start x"), &json!("private")));
    assert_eq!(message["entities"], json!([{"type": "bot_command", "offset": 0, "length": 6}]));
    assert_eq!(message["from"], json!({"id": ANN, "is_bot": false, "first_name": "Person 1", "language_code": "zh-hans"}));
    assert_eq!(updates[2]["message"]["caption"], "c");
    assert_eq!((updates[1]["message"].get("entities"), updates[3]["message"].get("caption")), (None, None));
    let all = ids(&updates);
    assert_eq!(bot.poll(0), all);
    assert_eq!(ids(&bot.ok("getUpdates", json!({"limit": 1}))), all[..1]);
    assert_eq!(bot.poll(all[1]), all[1..]);
    assert_eq!(bot.poll(0), all[1..], "what was confirmed is gone");
    assert_eq!(bot.poll(-1), all[3..], "a negative offset counts from the end");
    assert_eq!(bot.poll(all[3] + 1), [0; 0]);
    fake.quiet();

    bot.ok("getUpdates", json!({"allowed_updates": ["message"]}));
    fake.block(ANN);
    fake.unblock(ANN);
    assert_eq!(bot.poll(0), [0; 0], "not of a kind that is allowed");
    let garbage = fake.send_raw(json!({"something_new": {"from": "nobody"}}));
    assert_eq!(bot.poll(0), [garbage]);
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn a_long_poll_waits_for_an_update_and_no_longer() {
    let (fake, bot) = start();
    thread::scope(|scope| {
        let poll = scope.spawn(|| bot.ok("getUpdates", json!({"timeout": 50})));
        fake.wait_until("the poll", |state| !state.calls("getUpdates").is_empty());
        fake.quiet();
        fake.say(ANN, "a");
        assert_eq!(poll.join().unwrap()[0]["message"]["text"], "a");
    });
    let begun = Instant::now();
    assert_eq!(bot.ok("getUpdates", json!({"offset": 2, "timeout": 1})), json!([]));
    assert!(begun.elapsed() >= Duration::from_secs(1));
}

#[test]
fn two_receivers_are_a_conflict() {
    let (fake, bot) = start();
    let waits = |count: usize| fake.wait_until("the poll", move |state| state.calls("getUpdates").len() == count);
    thread::scope(|scope| {
        let first = scope.spawn(|| bot.refused("getUpdates", json!({"timeout": 50})));
        waits(1);
        let second = scope.spawn(|| bot.refused("getUpdates", json!({"timeout": 50})));
        let terminated = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
        assert_eq!(first.join().unwrap(), terminated);
        waits(2);
        bot.ok("setWebhook", json!({"url": "http://127.0.0.1:9/"}));
        assert_eq!(second.join().unwrap(), "Conflict: terminated by setWebhook request");
    });
    assert_eq!(
        bot.refused("getUpdates", json!({})),
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    );
    bot.ok("deleteWebhook", json!({}));
    assert_eq!(bot.poll(0), [0; 0]);
    assert_eq!(fake.violations(), [""; 0]);
}

/// Receives a webhook's calls: hands over secret and update, and answers with the status that `answer` chooses.
fn receiver(answer: impl Fn(&Value) -> u16 + Send + 'static) -> (String, Receiver<(String, Value)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    let (sender, received) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let (mut request, mut byte) = (Vec::new(), [0]);
            while !request.ends_with(b"\r\n\r\n") {
                stream.read_exact(&mut byte).unwrap();
                request.push(byte[0]);
            }
            let head = String::from_utf8(request).unwrap();
            let header = |name: &str| Some(head.split_once(&format!("{name}: "))?.1.split_once("\r\n")?.0.to_owned());
            let mut body = vec![0; header("Content-Length").unwrap().parse().unwrap()];
            stream.read_exact(&mut body).unwrap();
            let update = serde_json::from_slice(&body).unwrap();
            let status = answer(&update);
            let _ = sender.send((header("X-Telegram-Bot-Api-Secret-Token").unwrap_or_default(), update));
            write!(stream, "HTTP/1.1 {status} \r\nContent-Length: 0\r\n\r\n").unwrap();
        }
    });
    (url, received)
}

#[test]
fn a_webhook_gets_updates_in_order_until_it_takes_them() {
    let (fake, bot) = start();
    fake.say(ANN, "before");
    let refusals = Mutex::new(vec![503, 500, 302]);
    let of_ann = |update: &Value| update["message"]["chat"]["id"] == ANN;
    let (url, received) = receiver(move |update| if of_ann(update) { refusals.lock().unwrap().pop().unwrap_or(204) } else { 200 });
    bot.ok("setWebhook", json!({"url": url, "secret_token": "S3cret_-", "allowed_updates": ["message"]}));
    fake.say(ANN, "after");
    fake.say(BEN, "other");
    fake.quiet();
    let calls: Vec<(String, Value)> = received.try_iter().collect();
    assert!(calls.iter().all(|(secret, _)| secret == "S3cret_-"));
    let texts = |chat: i64| -> Vec<_> {
        let messages = calls.iter().map(|(_, update)| &update["message"]).filter(|message| message["chat"]["id"] == chat);
        messages.map(|message| message["text"].as_str().unwrap()).collect()
    };
    assert_eq!(texts(ANN), ["before", "before", "before", "before", "after"]);
    assert_eq!(texts(BEN), ["other"]);
    let webhook = fake.webhook().unwrap();
    assert_eq!((webhook.url, webhook.allowed_updates), (url.clone(), vec!["message".to_owned()]));
    assert_eq!(bot.ok("getWebhookInfo", json!({}))["pending_update_count"], 0);

    fake.faults(Faults { duplicate_updates: 1.0, ..Faults::default() });
    fake.say(BEN, "twice");
    fake.quiet();
    assert_eq!(received.try_iter().map(|(_, update)| update["update_id"].clone()).collect::<Vec<_>>(), [4, 4]);
    bot.ok("setWebhook", json!({"url": ""}));
    assert_eq!((fake.webhook(), bot.ok("getWebhookInfo", json!({}))["url"].as_str()), (None, Some("")));
}

#[test]
fn each_fault_is_played_and_counted() {
    let (fake, bot) = start();
    let hello = || json!({"chat_id": ANN, "text": "hello"});
    let fault = |faults: Faults| fake.faults(faults);

    fault(Faults { rate_429: 1.0, retry_after: 7, ..Faults::default() });
    let refused = bot.call("sendMessage", hello());
    assert_eq!((&refused["error_code"], &refused["parameters"]["retry_after"]), (&json!(429), &json!(7)));
    assert_eq!(refused["description"], "Too Many Requests: retry after 7");
    assert_eq!(bot.poll(0), [0; 0], "polls are spared the 429");
    bot.ok("getMe", json!({}));

    fault(Faults { rate_500: 1.0, ..Faults::default() });
    assert_eq!(bot.refused("sendMessage", hello()), "Internal Server Error");
    assert_eq!(bot.refused("getUpdates", json!({})), "Internal Server Error");
    bot.ok("setWebhook", json!({"url": ""}));

    fault(Faults { reset_before: 1.0, ..Faults::default() });
    bot.try_call("sendMessage", hello()).unwrap_err();
    assert_eq!(fake.transcript(ANN), "", "none of them took effect");

    fault(Faults { reset_after: 1.0, ..Faults::default() });
    bot.try_call("sendMessage", hello()).unwrap_err();
    fault(Faults::default());
    bot.send(ANN, "known");
    assert_eq!(fake.transcript(ANN), "< hello\n< known\n");
    assert_eq!(fake.messages(ANN).iter().map(|shown| shown.fate_unknown).collect::<Vec<_>>(), [true, false]);

    fault(Faults { duplicate_updates: 1.0, ..Faults::default() });
    fake.say(ANN, "a");
    fake.say(ANN, "b");
    assert_eq!(bot.poll(0), [1, 2]);
    assert_eq!(bot.poll(2), [1, 2], "the first comes again though it is confirmed");
    assert_eq!(bot.poll(3), [2]);
    assert_eq!(bot.poll(3), [0; 0]);

    fault(Faults { reset_after: 1.0, ..Faults::default() });
    fake.say(ANN, "c");
    fake.say(ANN, "d");
    bot.try_call("getUpdates", json!({"offset": 4})).unwrap_err();
    fault(Faults::default());
    assert_eq!(bot.poll(0), [4], "the confirmation took effect");
    assert_eq!(fake.played(), Played { rate_429: 1, rate_500: 2, reset_before: 1, reset_after: 2, duplicate_updates: 2 });
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn a_seed_gives_each_chat_its_faults_in_whatever_order_chats_come() {
    let run = |seed: u64, chats: &[i64]| {
        let (fake, bot) = start();
        fake.faults(Faults { rate_429: 0.3, rate_500: 0.3, seed, ..Faults::default() });
        let mut outcomes = vec![Vec::new(); 3];
        for chat in chats {
            let outcome = bot.call("sendMessage", json!({"chat_id": chat, "text": "a"}))["error_code"].clone();
            outcomes[usize::try_from(*chat).unwrap()].push(outcome);
        }
        let codes: Vec<_> = outcomes.iter().flatten().cloned().collect();
        assert!([json!(429), json!(500), Value::Null].iter().all(|code| codes.contains(code)), "{codes:?}");
        outcomes
    };
    let alternating = [[ANN, BEN]; 20].concat();
    let mut sorted = alternating.clone();
    sorted.sort_unstable();
    assert_eq!(run(1, &alternating), run(1, &sorted));
    assert_ne!(run(1, &sorted), run(2, &sorted));
}

#[test]
fn a_message_is_of_unknown_fate_when_the_bot_did_not_live_to_note_its_answer() {
    let (fake, bot) = start();
    // Like a process that is killed while its call is in hand: the answer is never read.
    let body = json!({"chat_id": ANN, "text": "unread"}).to_string();
    let mut stream = TcpStream::connect(fake.url().strip_prefix("http://").unwrap()).unwrap();
    let path = format!("/bot{}/sendMessage", fake.token());
    write!(stream, "POST {path} HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    drop(stream);
    fake.wait_until("an answer that is lost", |state| state.messages(ANN).iter().any(|shown| shown.fate_unknown));

    bot.send(ANN, "noted");
    bot.send(ANN, "newest");
    fake.while_killing(|| drop(bot));
    let fates = fake.messages(ANN).into_iter().map(|shown| (shown.text, shown.fate_unknown));
    assert_eq!(fates.collect::<Vec<_>>(), [("unread".to_owned(), true), ("noted".to_owned(), false), ("newest".to_owned(), true)]);

    let orderly = Bot::of(&fake);
    orderly.send(ANN, "known");
    drop(orderly);
    Bot::of(&fake).send(ANN, "known as well");
    fake.while_killing(|| {});
    assert!(!fake.messages(ANN)[3].fate_unknown);
}

#[test]
fn a_conversation_reads_as_its_transcript() {
    let (fake, bot) = start();
    let own = fake.say(ANN, "helo");
    let asked = bot.ok(
        "sendMessage",
        asking("Colour?\nAny.", json!([[button("Red", "r"), button("Blue", "b")], [{"text": "Site", "url": "http://a"}]])),
    );
    fake.edit(ANN, own, "hello");
    let id = fake.press(ANN, "Blu");
    let query = &bot.ok("getUpdates", json!({"offset": -1}))[0]["callback_query"];
    assert_eq!((&query["id"], &query["data"], &query["message"]), (&json!(id), &json!("b"), &asked));
    assert_eq!(bot.ok("answerCallbackQuery", json!({"callback_query_id": id, "text": "Noted"})), true);
    let edit = |text: &str| json!({"chat_id": ANN, "message_id": asked["message_id"], "text": text});
    bot.ok("editMessageText", edit("Blue it is."));
    let form = Form::new().text("chat_id", "1").text("caption", "<b>List</b>").text("parse_mode", "HTML");
    let form = form.text("reply_markup", asking("", json!([[button("More", "m")]]))["reply_markup"].to_string());
    let sent = bot.form("sendDocument", form.part("document", Part::bytes(b"<p>\r\n\r\n--".to_vec()).file_name("list.html")));
    assert_eq!(sent["result"]["document"]["file_name"], "list.html");
    bot.send(ANN, "gone");
    bot.ok("deleteMessage", json!({"chat_id": ANN, "message_id": 4}));
    fake.voice(ANN);
    let transcript = "> hello\n< Blue it is.\n! Noted\n< (list.html) List\n[More]\n> (voice.ogg)\n";
    assert_eq!(fake.transcript(ANN), transcript);
    assert_eq!(fake.toasts(ANN), ["Noted"]);
    let shown = fake.messages(ANN);
    assert!(shown[0].edited && shown[1].edited && !shown[2].edited);
    assert_eq!(shown[2].file.as_ref().unwrap().bytes, b"<p>\r\n\r\n--");
    fake.wait_for_replies(ANN, 3);

    // The same edit again, an edit of what is not there, and of what is a person's.
    assert!(bot.refused("editMessageText", edit("Blue it is.")).starts_with("Bad Request: message is not modified: "));
    let mut same = edit("Blue it is.");
    same["reply_markup"] = json!({"inline_keyboard": []});
    assert!(bot.refused("editMessageText", same).starts_with("Bad Request: message is not modified: "));
    let gone = bot.refused("editMessageText", json!({"chat_id": ANN, "message_id": 4, "text": "a"}));
    assert_eq!(gone, "Bad Request: message to edit not found");
    assert_eq!(fake.violations(), [""; 0]);
    let other = bot.refused("editMessageText", json!({"chat_id": ANN, "message_id": own, "text": "a"}));
    assert_eq!(other, "Bad Request: message can't be edited");
    assert_eq!(fake.violations().len(), 1);
}

#[test]
fn old_buttons_can_be_pressed_and_answers_come_too_late() {
    let (fake, bot) = start();
    let message = bot.ok("sendMessage", asking("1?", json!([[button("Yes", "y1"), button("No", "n1")]])))["message_id"].as_i64().unwrap();
    let edit = |rows: Value| json!({"chat_id": ANN, "message_id": message, "reply_markup": {"inline_keyboard": rows}});
    bot.ok("editMessageReplyMarkup", edit(json!([[button("Yes", "y2")]])));
    fake.press_old(ANN, message, "No");
    fake.press_old(ANN, message, "y1");
    fake.press(ANN, "Yes");
    fake.press_data(ANN, 99, "forged");
    let updates = bot.ok("getUpdates", json!({}));
    let data: Vec<_> = updates.as_array().unwrap().iter().map(|update| update["callback_query"]["data"].as_str().unwrap()).collect();
    assert_eq!(data, ["n1", "y1", "y2", "forged"]);
    assert_eq!(updates[3]["callback_query"]["message"]["date"], 0);

    let answer = || json!({"callback_query_id": updates[0]["callback_query"]["id"]});
    let late = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    bot.ok("answerCallbackQuery", answer());
    assert_eq!(bot.refused("answerCallbackQuery", answer()), late);
    assert_eq!(bot.refused("answerCallbackQuery", json!({"callback_query_id": "7"})), late);
    assert_eq!(fake.violations(), [""; 0]);

    let panic = thread::scope(|scope| scope.spawn(|| fake.press(ANN, "Maybe")).join().unwrap_err());
    assert_eq!(panic.downcast_ref::<String>().unwrap(), "no button \"Maybe\" among [\"Yes\"]");
}

#[test]
fn files_come_in_forms() {
    let (fake, bot) = start();
    let part = |bytes: &str| Part::bytes(bytes.as_bytes().to_vec()).file_name("a.txt");
    let to_ann = || Form::new().text("chat_id", ANN.to_string());
    let sent = bot.form("sendDocument", to_ann().text("document", "attach://x").part("x", part("abc")));
    let id = sent["result"]["document"]["file_id"].clone();
    bot.ok("sendDocument", json!({"chat_id": ANN, "document": id}));
    assert_eq!(bot.form("sendMessage", to_ann().text("text", "12"))["result"]["text"], "12", "what shall be text stays text");
    assert_eq!(fake.transcript(ANN), "< (a.txt)\n< (a.txt)\n< 12\n");
    assert_eq!(fake.violations(), [""; 0]);

    let wrong = [
        (to_ann().part("document", part("")), "file must be non-empty"),
        (to_ann().text("document", "attach://y").part("x", part("abc")), "file \"x\" belongs to no parameter"),
        (to_ann().text("document", "attach://y"), "there is no document in the request"),
        (to_ann().text("document", "http://a/b"), "wrong file identifier"),
        (to_ann().part("document", part("a")).text("caption", "a".repeat(1025)), "message caption is too long"),
    ];
    for (count, (form, error)) in wrong.into_iter().enumerate() {
        let answer = bot.form("sendDocument", form);
        assert!(answer["description"].as_str().unwrap().contains(error), "{error}: {answer}");
        assert_eq!(fake.violations().len(), count + 1);
    }
    let chinese = bot.form("sendDocument", to_ann().part("document", Part::bytes(b"a".to_vec()).file_name("备案.txt")));
    assert_eq!(chinese["result"]["document"]["file_name"], "备案.txt");
}

#[test]
fn people_leave_and_groups_move() {
    let (fake, bot) = start();
    let refused = |chat: i64| bot.call("sendMessage", json!({"chat_id": chat, "text": "a"}));
    assert_eq!(refused(9)["description"], "Bad Request: chat not found");
    fake.block(ANN);
    assert_eq!(
        (&refused(ANN)["error_code"], &refused(ANN)["description"]),
        (&json!(403), &json!("Forbidden: bot was blocked by the user"))
    );
    fake.unblock(ANN);
    bot.send(ANN, "again");
    let statuses = |update: &Value| update["my_chat_member"]["new_chat_member"]["status"].clone();
    assert_eq!(bot.ok("getUpdates", json!({})).as_array().unwrap().iter().map(statuses).collect::<Vec<_>>(), ["kicked", "member"]);

    fake.group(-5, "Desk");
    fake.administrators(-5, &[BEN]);
    fake.say_in(-5, BEN, "hi");
    fake.migrate(-5, GROUP);
    let moved = refused(-5);
    assert_eq!((&moved["error_code"], &moved["parameters"]["migrate_to_chat_id"]), (&json!(400), &json!(GROUP)));
    let told = bot.ok("getUpdates", json!({"offset": -2}));
    assert_eq!((&told[0]["message"]["migrate_to_chat_id"], &told[1]["message"]["migrate_from_chat_id"]), (&json!(GROUP), &json!(-5)));

    assert_eq!(bot.ok("getChatAdministrators", json!({"chat_id": GROUP}))[0]["user"]["id"], BEN);
    let thread = bot.ok("createForumTopic", json!({"chat_id": GROUP, "name": "Case 1"}))["message_thread_id"].clone();
    let post = || json!({"chat_id": GROUP, "text": "card", "message_thread_id": thread});
    let card = bot.ok("sendMessage", post())["message_id"].as_i64().unwrap();
    fake.reply_in(GROUP, BEN, "taken", card);
    assert_eq!(fake.messages(GROUP)[1].thread, thread.as_i64());
    assert_eq!(bot.ok("copyMessage", json!({"chat_id": ANN, "from_chat_id": GROUP, "message_id": card + 1}))["message_id"], 2);
    assert_eq!(fake.transcript(ANN), "< again\n< taken\n");
    let topic = || json!({"chat_id": GROUP, "message_thread_id": thread});
    bot.ok("closeForumTopic", topic());
    bot.ok("sendMessage", post());
    fake.make_bot_member(GROUP, BEN);
    assert_eq!(bot.refused("sendMessage", post()), "Bad Request: TOPIC_CLOSED");
    bot.ok("reopenForumTopic", topic());
    fake.delete_topic(GROUP, thread.as_i64().unwrap());
    assert_eq!(bot.refused("sendMessage", post()), "Bad Request: message thread not found");
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn commands_are_kept_by_language() {
    let (fake, bot) = start();
    let set = |code: &str, text: &str| json!({"language_code": code, "commands": [{"command": "start", "description": text}]});
    bot.ok("setMyCommands", set("", "Begin"));
    bot.ok("setMyCommands", set("zh", "开始"));
    let command = |text: &str| vec![("start".to_owned(), text.to_owned())];
    assert_eq!((fake.commands(""), fake.commands("zh"), fake.commands("de")), (command("Begin"), command("开始"), vec![]));
    bot.ok("deleteMyCommands", json!({"language_code": "zh"}));
    assert_eq!(fake.commands("zh"), []);
    assert_eq!(fake.calls("setMyCommands"), [set("", "Begin"), set("zh", "开始")]);
}

#[test]
fn bodies_may_come_in_chunks_and_connections_stay() {
    let (fake, _) = start();
    let mut stream = TcpStream::connect(fake.url().strip_prefix("http://").unwrap()).unwrap();
    for text in ["one", "two"] {
        let body = json!({"chat_id": ANN, "text": text}).to_string();
        let (first, second) = body.split_at(7);
        let path = format!("/bot{}/sendMessage", fake.token());
        write!(stream, "POST {path} HTTP/1.1\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n").unwrap();
        for chunk in [first, second, ""] {
            write!(stream, "{:x}\r\n{chunk}\r\n", chunk.len()).unwrap();
        }
        let mut answer = Vec::new();
        while !answer.ends_with(b"}}") {
            let mut some = [0; 1024];
            let count = stream.read(&mut some).unwrap();
            answer.extend(&some[..count]);
        }
        assert!(answer.starts_with(b"HTTP/1.1 200 "));
    }
    assert_eq!(fake.transcript(ANN), "< one\n< two\n");
    stream.write_all(b"nonsense\r\n\r\n").unwrap();
    fake.wait_until("the violation", |state| !state.violations().is_empty());
}

/// A group with topics: Ann is its creator, Ben an administrator, Cem a member.
fn desk() -> (FakeTelegram, Bot) {
    let (fake, bot) = start();
    fake.user(CEM, None);
    fake.group(GROUP, "Desk");
    fake.join(GROUP, ANN, Role::Creator);
    fake.administrators(GROUP, &[BEN]);
    fake.join(GROUP, CEM, Role::Member);
    (fake, bot)
}

/// The newest update, without its number.
fn newest(bot: &Bot) -> Value {
    let mut update = bot.ok("getUpdates", json!({"offset": -1}))[0].clone();
    update.as_object_mut().unwrap().remove("update_id");
    update
}

fn open_topic(bot: &Bot, name: &str) -> i64 {
    bot.ok("createForumTopic", json!({"chat_id": GROUP, "name": name}))["message_thread_id"].as_i64().unwrap()
}

fn in_topic(thread: i64, text: &str) -> Value {
    json!({"chat_id": GROUP, "message_thread_id": thread, "text": text})
}

#[test]
fn a_group_tells_who_belongs_to_it() {
    let (fake, bot) = desk();
    let status = |user: i64| bot.ok("getChatMember", json!({"chat_id": GROUP, "user_id": user}))["status"].clone();
    let administrators = || {
        let administrators = bot.ok("getChatAdministrators", json!({"chat_id": GROUP}));
        administrators.as_array().unwrap().iter().map(|member| member["user"]["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!([ANN, BEN, CEM, 424_242].map(status), ["creator", "administrator", "member", "administrator"]);
    assert_eq!(administrators(), [ANN, BEN, 424_242]);
    assert_eq!(bot.refused("getChatMember", json!({"chat_id": GROUP, "user_id": 77})), "Bad Request: member not found");
    let private = bot.refused("getChatAdministrators", json!({"chat_id": ANN}));
    assert_eq!(private, "Bad Request: there are no administrators in the private chat");

    bot.ok("getUpdates", json!({"allowed_updates": ["message", "my_chat_member", "chat_member"]}));
    fake.administrators(GROUP, &[CEM]);
    let change = newest(&bot)["chat_member"].clone();
    assert_eq!((&change["old_chat_member"]["status"], &change["new_chat_member"]["status"]), (&json!("member"), &json!("administrator")));
    assert_eq!([BEN, CEM].map(status), ["member", "administrator"]);
    fake.leave(GROUP, CEM);
    assert_eq!(status(CEM), "left");
    fake.take_right_from_bot(GROUP, ANN, "can_manage_topics");
    let member = newest(&bot)["my_chat_member"]["new_chat_member"].clone();
    assert_eq!((&member["can_manage_topics"], &member["can_delete_messages"]), (&json!(false), &json!(true)));
    fake.make_bot_member(GROUP, ANN);
    assert_eq!(administrators(), [ANN]);

    let chat = || bot.ok("getChat", json!({"chat_id": GROUP}));
    assert_eq!((&chat()["is_forum"], &chat()["title"]), (&json!(true), &json!("Desk")));
    fake.forum(GROUP, false);
    assert_eq!(chat().get("is_forum"), None);
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn topics_are_opened_named_closed_and_deleted_by_the_bot() {
    let (fake, bot) = desk();
    let topic = bot.ok("createForumTopic", json!({"chat_id": GROUP, "name": "Case 1", "icon_color": 0x00FF_93B2}));
    let thread = topic["message_thread_id"].as_i64().unwrap();
    assert_eq!(topic, json!({"message_thread_id": thread, "name": "Case 1", "icon_color": 0x00FF_93B2}));
    let told = newest(&bot)["message"].clone();
    assert_eq!((&told["from"]["id"], &told["forum_topic_created"]["name"]), (&json!(424_242), &json!("Case 1")));
    assert_eq!((&told["message_id"], &told["message_thread_id"]), (&json!(thread), &json!(thread)));

    let call = |method: &str| bot.call(method, json!({"chat_id": GROUP, "message_thread_id": thread}))["description"].clone();
    let name = |name: &str| json!({"chat_id": GROUP, "message_thread_id": thread, "name": name});
    bot.ok("editForumTopic", name("Case 1, done"));
    assert_eq!(bot.refused("editForumTopic", name("Case 1, done")), "Bad Request: TOPIC_NOT_MODIFIED");
    assert_eq!((call("closeForumTopic"), call("closeForumTopic")), (Value::Null, json!("Bad Request: TOPIC_NOT_MODIFIED")));
    assert_eq!(fake.topic(GROUP, thread), Some(("Case 1, done".to_owned(), false)));
    assert_eq!((call("reopenForumTopic"), call("reopenForumTopic")), (Value::Null, json!("Bad Request: TOPIC_NOT_MODIFIED")));
    let message = bot.ok("sendMessage", in_topic(thread, "card"));
    assert_eq!((&message["is_topic_message"], &message["message_thread_id"]), (&json!(true), &json!(thread)));
    assert_eq!(
        fake.topic_transcript(GROUP, Some(thread)),
        "- bot opened «Case 1»\n- bot named «Case 1, done»\n- bot closed\n- bot reopened\n< card\n"
    );
    assert_eq!(call("deleteForumTopic"), Value::Null);
    assert_eq!((fake.topics(GROUP), fake.topic_transcript(GROUP, Some(thread))), (vec![], String::new()));
    for method in ["editForumTopic", "closeForumTopic", "reopenForumTopic", "deleteForumTopic"] {
        assert_eq!(call(method), "Bad Request: TOPIC_ID_INVALID", "{method}");
    }
    assert_eq!(fake.violations(), [""; 0]);

    let wrong = |more: Value| {
        let mut params = json!({"chat_id": GROUP, "name": "a"});
        more.as_object().unwrap().iter().for_each(|(name, value)| params[name] = value.clone());
        bot.refused("createForumTopic", params)
    };
    assert_eq!(wrong(json!({"name": " "})), "Bad Request: name must be non-empty");
    assert!(wrong(json!({"name": "a".repeat(129)})).contains("not between 1 and 128"));
    assert!(wrong(json!({"icon_color": 1})).contains("invalid icon color"));
    assert!(wrong(json!({"colour": 1})).contains("unknown parameter"));
    assert_eq!(fake.violations().len(), 4);
}

#[test]
fn topics_need_a_forum_and_rights() {
    let (fake, bot) = desk();
    let thread = fake.open_topic(GROUP, BEN, "By hand");
    let own = open_topic(&bot, "By the bot");
    let call = |method: &str, thread: i64| bot.call(method, json!({"chat_id": GROUP, "message_thread_id": thread}))["description"].clone();
    let create = || bot.refused("createForumTopic", json!({"chat_id": GROUP, "name": "a"}));
    fake.take_right_from_bot(GROUP, ANN, "can_manage_topics");
    assert_eq!(create(), "Bad Request: not enough rights to create a topic");
    assert_eq!(call("closeForumTopic", thread), "Bad Request: not enough rights to close or open the topic");
    assert_eq!(call("editForumTopic", thread), "Bad Request: not enough rights to edit the topic");
    assert_eq!(call("closeForumTopic", own), Value::Null, "its own needs none");
    fake.make_bot_member(GROUP, ANN);
    assert_eq!(call("deleteForumTopic", thread), "Bad Request: not enough rights to delete the topic");
    fake.close_topic(GROUP, BEN, thread);
    assert_eq!(bot.refused("sendMessage", in_topic(thread, "a")), "Bad Request: TOPIC_CLOSED");
    fake.make_bot_administrator(GROUP, ANN);
    bot.ok("sendMessage", in_topic(thread, "a"));

    fake.forum(GROUP, false);
    assert_eq!(create(), "Bad Request: the chat is not a forum");
    assert_eq!(call("closeForumTopic", own), "Bad Request: the chat is not a forum");
    assert_eq!(bot.ok("sendMessage", in_topic(own, "a")).get("message_thread_id"), None, "a thread where there is none is passed over");
    assert_eq!(bot.refused("createForumTopic", json!({"chat_id": ANN, "name": "a"})), "Bad Request: the chat is not a forum");
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn members_write_in_topics_and_in_general() {
    let (fake, bot) = desk();
    let thread = open_topic(&bot, "Case 1");
    fake.anonymous(GROUP, BEN);
    fake.say_in(GROUP, CEM, "hello");
    let general = newest(&bot)["message"].clone();
    assert_eq!((&general["text"], &general["from"]["id"]), (&json!("hello"), &json!(CEM)));
    assert_eq!((general.get("message_thread_id"), general.get("reply_to_message")), (None, None));

    let id = fake.say_in_topic(GROUP, Some(thread), BEN, "as the group");
    let message = newest(&bot)["message"].clone();
    assert_eq!((&message["from"]["username"], &message["sender_chat"]["id"]), (&json!("GroupAnonymousBot"), &json!(GROUP)));
    assert_eq!((&message["message_thread_id"], &message["is_topic_message"]), (&json!(thread), &json!(true)));
    let began = &message["reply_to_message"];
    assert_eq!(
        (&began["message_id"], &began["forum_topic_created"]["name"]),
        (&json!(thread), &json!("Case 1")),
        "as the platform tells it"
    );
    let answer = fake.reply_in(GROUP, CEM, "I know", id);
    assert_eq!(newest(&bot)["message"]["reply_to_message"]["message_id"], id);

    fake.photo_in(GROUP, Some(thread), CEM, "look");
    assert_eq!((&newest(&bot)["message"]["caption"], newest(&bot)["message"]["photo"].is_array()), (&json!("look"), true));
    let file = fake.document_in(GROUP, None, CEM, "paper");
    assert_eq!(newest(&bot)["message"]["document"]["file_name"], "document.pdf");
    fake.edit_in(GROUP, CEM, file, "papers");
    assert_eq!(newest(&bot)["edited_message"]["caption"], "papers");

    fake.forward_in(GROUP, Some(thread), CEM, ANN, "from me");
    let origin = |update: Value| update["message"]["forward_origin"].clone();
    assert_eq!(origin(newest(&bot))["sender_user"]["id"], ANN);
    fake.hide_in_forwards(ANN);
    fake.forward_in(GROUP, Some(thread), CEM, ANN, "hidden");
    let hidden = origin(newest(&bot));
    assert_eq!(
        (&hidden["type"], &hidden["sender_user_name"], hidden.get("sender_user")),
        (&json!("hidden_user"), &json!("Person 1"), None)
    );

    let asked = json!({"chat_id": GROUP, "message_thread_id": thread, "text": "Take it?", "reply_markup": {"inline_keyboard": [[button("Take", "t")]]}});
    bot.ok("sendMessage", asked);
    let query = fake.press_in(GROUP, CEM, "Take");
    let pressed = newest(&bot)["callback_query"].clone();
    assert_eq!((&pressed["from"]["id"], &pressed["message"]["message_thread_id"]), (&json!(CEM), &json!(thread)));
    bot.ok("answerCallbackQuery", json!({"callback_query_id": query, "text": "Taken"}));

    let shown = fake.messages(GROUP).into_iter().find(|shown| shown.id == answer).unwrap();
    assert_eq!((shown.thread, shown.reply_to, shown.person), (Some(thread), Some(id), Some(CEM)));
    assert_eq!(fake.messages(GROUP)[1].reply_to, None, "nobody answered anything");
    assert_eq!(
        fake.topic_transcript(GROUP, Some(thread)),
        "- bot opened «Case 1»\ngroup> as the group\n3> (to «as the group») I know\n3> (photo.jpg) look\n\
         3> (forwarded from Person 1) from me\n3> (forwarded from Person 1) hidden\n< Take it?\n[Take]\n! 3: Taken\n"
    );
    assert_eq!(fake.topic_transcript(GROUP, None), "3> hello\n3> (document.pdf) papers (edited)\n");
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn what_is_done_by_hand_is_told_but_for_deleting() {
    let (fake, bot) = desk();
    let thread = open_topic(&bot, "Case 1");
    let message = fake.say_in_topic(GROUP, Some(thread), CEM, "hi");
    let told = |kind: &str| {
        let message = newest(&bot)["message"].clone();
        assert_eq!((message["message_thread_id"].as_i64(), message["from"]["id"].as_i64()), (Some(thread), Some(BEN)), "{message}");
        message.get(kind).cloned()
    };
    fake.pin(GROUP, BEN, message);
    assert_eq!(told("pinned_message").unwrap()["text"], "hi");
    fake.rename_topic(GROUP, BEN, thread, "Case one");
    assert_eq!(told("forum_topic_edited"), Some(json!({"name": "Case one"})));
    fake.close_topic(GROUP, BEN, thread);
    assert_eq!(told("forum_topic_closed"), Some(json!({})));
    fake.reopen_topic(GROUP, BEN, thread);
    assert_eq!(told("forum_topic_reopened"), Some(json!({})));
    let before = newest(&bot);
    fake.delete_topic(GROUP, thread);
    assert_eq!(newest(&bot), before);
    for (method, more) in [("sendMessage", json!({"text": "a"})), ("copyMessage", json!({"from_chat_id": GROUP, "message_id": message}))] {
        let mut params = json!({"chat_id": GROUP, "message_thread_id": thread});
        more.as_object().unwrap().iter().for_each(|(name, value)| params[name] = value.clone());
        let gone = if method == "sendMessage" { "message thread not found" } else { "message to copy not found" };
        assert_eq!(bot.refused(method, params), format!("Bad Request: {gone}"));
    }
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn answers_find_their_message_or_go_without() {
    let (fake, bot) = desk();
    let (thread, other) = (open_topic(&bot, "Case 1"), open_topic(&bot, "Case 2"));
    let question = fake.say_in_topic(GROUP, Some(thread), CEM, "why?");
    let answer = |thread: Option<i64>, reply: Value| {
        let mut params = json!({"chat_id": GROUP, "text": "so", "reply_parameters": reply});
        thread.into_iter().for_each(|thread| params["message_thread_id"] = json!(thread));
        bot.call("sendMessage", params)
    };
    let sent = answer(None, json!({"message_id": question}))["result"].clone();
    assert_eq!((&sent["message_thread_id"], &sent["reply_to_message"]["text"]), (&json!(thread), &json!("why?")), "the topic follows");
    assert_eq!(answer(Some(thread), json!({"message_id": 99}))["description"], "Bad Request: message to be replied not found");
    let alone = answer(Some(thread), json!({"message_id": 99, "allow_sending_without_reply": true}))["result"]["message_id"].as_i64();
    assert_eq!(fake.messages(GROUP).last().map(|shown| (shown.id, shown.reply_to)), alone.map(|id| (id, None)));
    assert_eq!(bot.refused("sendMessage", in_topic(1, "General has no number")), "Bad Request: message thread not found");
    assert_eq!(fake.violations(), [""; 0]);
    assert!(answer(Some(other), json!({"message_id": question}))["description"].as_str().unwrap().contains("another topic"));

    fake.forum(GROUP, false);
    let first = fake.say_in(GROUP, CEM, "first");
    fake.reply_in(GROUP, CEM, "second", first);
    let threaded = newest(&bot)["message"].clone();
    assert_eq!((&threaded["message_thread_id"], threaded.get("is_topic_message")), (&json!(first), None), "a thread is no topic");
}

#[test]
fn messages_are_copied_between_private_chats_and_topics() {
    let (fake, bot) = desk();
    let thread = open_topic(&bot, "Case 1");
    let said = fake.say(ANN, "help");
    let photo = fake.photo(ANN, "my paper");
    let copy = |from: i64, message: i64, to: i64, more: Value| {
        let mut params = json!({"chat_id": to, "from_chat_id": from, "message_id": message});
        more.as_object().unwrap().iter().for_each(|(name, value)| params[name] = value.clone());
        bot.call("copyMessage", params)
    };
    let to_topic = || json!({"message_thread_id": thread});
    let copied = copy(ANN, said, GROUP, to_topic())["result"].clone();
    assert_eq!(copied.as_object().unwrap().keys().collect::<Vec<_>>(), ["message_id"]);
    copy(ANN, photo, GROUP, to_topic());
    copy(ANN, photo, GROUP, json!({"message_thread_id": thread, "caption": "<b>1</b>", "parse_mode": "HTML"}));
    copy(ANN, photo, GROUP, json!({"message_thread_id": thread, "caption": ""}));
    let answer = fake.reply_in(GROUP, BEN, "so", copied["message_id"].as_i64().unwrap());
    copy(GROUP, answer, ANN, json!({"reply_parameters": {"message_id": said}, "caption": "a text has none"}));
    fake.document_in(GROUP, Some(thread), BEN, "form");
    let document = fake.messages(GROUP).last().unwrap().id;
    copy(GROUP, document, ANN, json!({}));
    assert_eq!(copy(GROUP, 99, ANN, json!({}))["description"], "Bad Request: message to copy not found");
    assert_eq!(copy(GROUP, thread, ANN, json!({}))["description"], "Bad Request: can't copy message");

    let shown = fake.messages(GROUP);
    assert_eq!(
        shown.iter().map(|shown| shown.copied_from).collect::<Vec<_>>(),
        [Some((ANN, said)), Some((ANN, photo)), Some((ANN, photo)), Some((ANN, photo)), None, None,]
    );
    assert_eq!(shown[1].file.as_ref().unwrap().name, "photo.jpg");
    assert_eq!(
        fake.story(),
        format!(
            "--- Desk: Case 1\n- bot opened «Case 1»\n--- Person 1\n> help\n> (photo.jpg) my paper\n--- Desk: Case 1\n\
             < (copy of 1/{said}) help\n< (copy of 1/{photo}) (photo.jpg) my paper\n< (copy of 1/{photo}) (photo.jpg) 1\n\
             < (copy of 1/{photo}) (photo.jpg)\n2> (to «help») so\n--- Person 1\n< (copy of {GROUP}/{answer}) (to «help») so\n\
             --- Desk: Case 1\n2> (document.pdf) form\n--- Person 1\n< (copy of {GROUP}/{document}) (document.pdf) form\n"
        )
    );
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn messages_in_groups_are_edited_and_deleted_as_rights_allow() {
    let (fake, bot) = desk();
    let thread = open_topic(&bot, "Case 1");
    let theirs = fake.say_in_topic(GROUP, Some(thread), CEM, "theirs");
    let own = bot.ok("sendMessage", in_topic(thread, "own"))["message_id"].as_i64().unwrap();
    let copy = json!({"chat_id": GROUP, "from_chat_id": CEM, "message_id": fake.photo(CEM, "a")});
    let photo = bot.ok("copyMessage", copy)["message_id"].as_i64().unwrap();
    let message = |id: i64| json!({"chat_id": GROUP, "message_id": id});
    bot.ok("editMessageText", json!({"chat_id": GROUP, "message_id": own, "text": "mine"}));
    bot.ok("editMessageCaption", json!({"chat_id": GROUP, "message_id": photo, "caption": "b"}));
    assert_eq!(fake.topic_transcript(GROUP, None), "< (copy of 3/1) (photo.jpg) b (edited)\n");
    bot.ok(
        "editMessageReplyMarkup",
        json!({"chat_id": GROUP, "message_id": own, "reply_markup": {"inline_keyboard": [[button("a", "b")]]}}),
    );
    assert_eq!(fake.topic_transcript(GROUP, Some(thread)), "- bot opened «Case 1»\n3> theirs\n< mine (edited)\n[a]\n");

    fake.take_right_from_bot(GROUP, ANN, "can_delete_messages");
    assert_eq!(bot.refused("deleteMessage", message(theirs)), "Bad Request: message can't be deleted");
    assert_eq!(bot.refused("deleteMessage", message(thread)), "Bad Request: message can't be deleted");
    bot.ok("deleteMessage", message(own));
    assert_eq!(bot.refused("deleteMessage", message(own)), "Bad Request: message to delete not found");
    let several = |ids: Value| json!({"chat_id": GROUP, "message_ids": ids});
    assert_eq!(bot.refused("deleteMessages", several(json!([photo, theirs]))), "Bad Request: message can't be deleted");
    fake.make_bot_administrator(GROUP, ANN);
    bot.ok("deleteMessages", several(json!([photo, own, theirs])));
    assert_eq!(fake.messages(GROUP).len(), 0);
    assert_eq!(fake.violations(), [""; 0]);
    assert!(bot.refused("deleteMessages", several(json!([]))).contains("not between 1 and 100"));
    assert_eq!(
        bot.refused("editMessageText", json!({"chat_id": GROUP, "message_id": thread, "text": "a"})),
        "Bad Request: message can't be edited"
    );
    assert_eq!(fake.violations().len(), 2);
}

#[test]
fn a_group_that_has_moved_names_its_new_id() {
    let (fake, bot) = start();
    fake.group(-5, "Desk");
    fake.administrators(-5, &[BEN]);
    let old = fake.say_in(-5, BEN, "before");
    fake.migrate(-5, GROUP);
    let calls = [
        ("sendMessage", json!({"text": "a"})),
        ("copyMessage", json!({"from_chat_id": ANN, "message_id": fake.say(ANN, "b")})),
        ("createForumTopic", json!({"name": "a"})),
        ("deleteMessage", json!({"message_id": old})),
        ("getChatAdministrators", json!({})),
    ];
    for (method, mut params) in calls {
        params["chat_id"] = json!(-5);
        let refused = bot.call(method, params);
        assert_eq!(refused["description"], "Bad Request: group chat was upgraded to a supergroup chat", "{method}");
        assert_eq!(refused["parameters"], json!({"migrate_to_chat_id": GROUP}), "{method}");
    }
    assert_eq!(bot.ok("getChatMember", json!({"chat_id": GROUP, "user_id": BEN}))["status"], "administrator");
    bot.ok("copyMessage", json!({"chat_id": GROUP, "from_chat_id": -5, "message_id": old}));
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn a_bot_that_was_kicked_hears_nothing_until_it_is_back() {
    let (fake, bot) = desk();
    let thread = open_topic(&bot, "Case 1");
    fake.kick_bot(GROUP, ANN);
    let change = newest(&bot)["my_chat_member"].clone();
    assert_eq!((&change["new_chat_member"]["status"], &change["from"]["id"]), (&json!("kicked"), &json!(ANN)));
    let before = newest(&bot);
    fake.say_in_topic(GROUP, Some(thread), CEM, "anybody?");
    assert_eq!(newest(&bot), before);
    let kicked = "Forbidden: bot was kicked from the supergroup chat";
    let refused = bot.call("sendMessage", in_topic(thread, "a"));
    assert_eq!((&refused["error_code"], &refused["description"]), (&json!(403), &json!(kicked)));
    assert_eq!(bot.refused("getChat", json!({"chat_id": GROUP})), kicked);
    assert_eq!(bot.refused("createForumTopic", json!({"chat_id": GROUP, "name": "a"})), kicked);

    fake.make_bot_member(GROUP, ANN);
    assert_eq!(newest(&bot)["message"]["new_chat_members"][0]["id"], 424_242);
    bot.ok("sendMessage", in_topic(thread, "back"));
    let back = newest(&bot);
    fake.say_in_topic(GROUP, Some(thread), CEM, "without rights a bot hears little");
    assert_eq!(newest(&bot), back);
    let answered = fake.messages(GROUP).iter().find(|shown| shown.text == "back").unwrap().id;
    for id in [fake.say_in(GROUP, CEM, "/help"), fake.say_in(GROUP, CEM, "@fake_bot help"), fake.reply_in(GROUP, CEM, "hi", answered)] {
        assert!(ids_of_messages(&bot).contains(&id));
    }
    fake.make_bot_administrator(GROUP, ANN);
    fake.say_in(GROUP, CEM, "now it hears");
    assert_eq!(newest(&bot)["message"]["text"], "now it hears");
    assert_eq!(fake.violations(), [""; 0]);
}

fn ids_of_messages(bot: &Bot) -> Vec<i64> {
    bot.ok("getUpdates", json!({})).as_array().unwrap().iter().filter_map(|update| update["message"]["message_id"].as_i64()).collect()
}

#[test]
fn faults_befall_groups_and_one_chat_alone_if_wanted() {
    let (fake, bot) = desk();
    let thread = open_topic(&bot, "Case 1");
    fake.faults_in(GROUP, Faults { rate_429: 1.0, retry_after: 9, ..Faults::default() });
    for (method, params) in [
        ("sendMessage", in_topic(thread, "a")),
        ("createForumTopic", json!({"chat_id": GROUP, "name": "a"})),
        ("closeForumTopic", json!({"chat_id": GROUP, "message_thread_id": thread})),
    ] {
        let refused = bot.call(method, params);
        assert_eq!((&refused["error_code"], &refused["parameters"]["retry_after"]), (&json!(429), &json!(9)), "{method}");
    }
    bot.send(ANN, "others are not flooded");
    assert_eq!(bot.poll(0).len(), 1);

    fake.faults_in(GROUP, Faults { reset_after: 1.0, ..Faults::default() });
    bot.try_call("createForumTopic", json!({"chat_id": GROUP, "name": "Case 2"})).unwrap_err();
    bot.try_call("copyMessage", json!({"chat_id": GROUP, "from_chat_id": ANN, "message_id": 1})).unwrap_err();
    assert_eq!(fake.topics(GROUP).len(), 2, "it took effect, and the bot does not know");
    assert!(fake.messages(GROUP)[0].fate_unknown);
    assert_eq!(fake.violations(), [""; 0]);
}

#[test]
fn an_album_is_copied_as_one_and_what_is_not_there_is_passed_over() {
    let (fake, bot) = desk();
    let photos = fake.album_in(ANN, None, ANN, &["one", "", "three"]);
    let copied =
        bot.ok("copyMessages", json!({"chat_id": GROUP, "from_chat_id": ANN, "message_ids": [photos[0], photos[1], photos[2], 999]}));
    assert_eq!(copied.as_array().unwrap().len(), 3);
    let shown: Vec<String> = fake.messages(GROUP).iter().map(|message| message.text.clone()).collect();
    assert_eq!(shown, ["one", "", "three"]);
    assert_eq!(fake.topic_transcript(GROUP, None).matches("(album)").count(), 3);
    assert_eq!(fake.violations(), Vec::<String>::new());
    bot.refused("copyMessages", json!({"chat_id": GROUP, "from_chat_id": ANN, "message_ids": [photos[1], photos[0]]}));
    assert_eq!(fake.violations().len(), 1, "numbers grow");
}

#[test]
fn calls_to_a_chat_that_is_held_wait_and_others_do_not() {
    let (fake, bot) = desk();
    fake.hold(GROUP);
    thread::scope(|scope| {
        let waiting = scope.spawn(|| bot.send(GROUP, "held"));
        fake.wait_for_held(1);
        bot.send(ANN, "free");
        assert_eq!((fake.messages(GROUP).len(), fake.messages(ANN).len()), (0, 1));
        fake.let_one_through();
        waiting.join().unwrap();
        fake.let_go();
        bot.send(GROUP, "let go");
    });
    assert_eq!(fake.messages(GROUP).len(), 2);
}
