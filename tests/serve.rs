//! The service around the conversation: settings, health, figures, the webhook, signals, what happens when many or much too many speak.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod platform;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use platform::fake::{FakeTelegram, Faults};
use platform::service::{Place, Service};
use reqwest::blocking::Client;
use serde_json::json;

const WANG: i64 = 1001;

fn fake_with(persons: impl IntoIterator<Item = i64>) -> FakeTelegram {
    let fake = FakeTelegram::start();
    persons.into_iter().for_each(|person| fake.user(person, Some("zh-hans")));
    fake
}

fn a_free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

#[test]
fn settings_that_are_wrong_are_named_and_nothing_starts() {
    let place = Place::new();
    for (settings, code, message) in [
        (&[][..], 2, "no channel is configured; set BEIAN_TELEGRAM_TOKEN"),
        (&[("BEIAN_TELEGRAM_TOKEN", "1:x"), ("BEIAN_DATABASE", "postgres://localhost/x")], 2, "PostgreSQL is not supported yet"),
        (&[("BEIAN_TELEGRAM_TOKEN", "1:x"), ("BEIAN_LISTEN", "here")], 2, "BEIAN_LISTEN is `here`"),
        (&[("BEIAN_TELEGRAM_TOKEN", "nonsense")], 2, "BEIAN_TELEGRAM_TOKEN is no token"),
        (&[("BEIAN_TELEGRAM_TOKEN", "1:x"), ("BEIAN_CONFIG", "/nowhere.toml")], 1, "/nowhere.toml"),
        (&[("BEIAN_TELEGRAM_TOKEN", "1:x"), ("BEIAN_RULES", "/nowhere")], 1, "the rule folder cannot be read"),
    ] {
        let mut command = place.command(&["serve"]);
        settings.iter().for_each(|(name, value)| {
            command.env(name, value);
        });
        let output = command.output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{settings:?}: {said}");
        assert!(said.contains(message), "{settings:?}: {said}");
    }
}

#[test]
fn a_token_that_is_not_accepted_ends_it_and_is_not_shown() {
    let (fake, place) = (fake_with([]), Place::new());
    let mut service = Service::with(&fake, &place, &[("BEIAN_TELEGRAM_TOKEN", "777:the-secret-part")]);
    assert_eq!(service.wait().code(), Some(1));
    let logged = place.logged();
    assert!(logged.contains("Telegram does not accept the token"), "{logged}");
    assert!(!logged.contains("the-secret-part"), "{logged}");
}

#[test]
fn two_services_do_not_share_a_database() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let mut first = Service::start(&fake, &place);
    first.address();
    let mut second = Service::start(&fake, &place);
    assert_eq!(second.wait().code(), Some(1));
    assert!(place.logged().contains("another program serves from"), "{}", place.logged());
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
}

#[test]
fn health_readiness_and_figures() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let mut service = Service::start(&fake, &place);
    let address = service.address();
    let get = |path: &str| {
        let response = Client::new().get(format!("http://{address}{path}")).send().expect("an answer");
        (response.status().as_u16(), response.text().expect("text"))
    };
    assert_eq!(get("/healthz"), (200, "ok\n".to_owned()));
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    assert_eq!(get("/readyz").0, 200);
    let (status, figures) = get("/metrics");
    assert_eq!(status, 200);
    for line in ["beian_updates_total{kind=\"taken\"} 1", "beian_turns_total 1", "beian_turn_seconds_count 1", "beian_queue "] {
        assert!(figures.contains(line), "no {line} in\n{figures}");
    }
    assert_eq!(get("/").0, 404);
}

#[test]
fn not_ready_until_the_platform_answers() {
    let (fake, place) = (fake_with([]), Place::new());
    let nobody = format!("http://127.0.0.1:{}", a_free_port());
    let mut service = Service::with(&fake, &place, &[("BEIAN_TELEGRAM_API_URL", &nobody)]);
    let address = service.address();
    let ready = Client::new().get(format!("http://{address}/readyz")).send().expect("an answer");
    assert_eq!(ready.status().as_u16(), 503);
    assert_eq!(ready.text().expect("text"), "no updates were fetched yet\n");
    assert!(service.stop().success());
}

#[test]
fn a_conversation_by_webhook() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let port = a_free_port();
    let url = format!("http://127.0.0.1:{port}/updates/of/telegram");
    let listen = format!("127.0.0.1:{port}");
    let service = Service::with(&fake, &place, &[("BEIAN_TELEGRAM_WEBHOOK_URL", &url), ("BEIAN_LISTEN", &listen)]);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    fake.press(WANG, "是");
    fake.wait_for_replies(WANG, 2);
    let webhook = fake.webhook().expect("a webhook");
    assert_eq!(webhook.url, url);
    assert_eq!(webhook.secret_token.as_ref().map(String::len), Some(64));
    assert_eq!(webhook.allowed_updates, ["message", "edited_message", "callback_query", "my_chat_member"]);
    assert_eq!(fake.violations(), Vec::<String>::new());
    // A secret that was made at random is the same after a restart: what is under way gets through.
    assert!(service.stop().success(), "{}", place.logged());
    let _service = Service::with(&fake, &place, &[("BEIAN_TELEGRAM_WEBHOOK_URL", &url), ("BEIAN_LISTEN", &listen)]);
    fake.say(WANG, "首次备案");
    fake.wait_for_replies(WANG, 3);
    assert_eq!(fake.webhook().expect("a webhook").secret_token, webhook.secret_token);
}

#[test]
fn the_webhook_refuses_everything_else() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let port = a_free_port();
    let url = format!("http://127.0.0.1:{port}/updates");
    let listen = format!("127.0.0.1:{port}");
    let settings = [("BEIAN_TELEGRAM_WEBHOOK_URL", &*url), ("BEIAN_LISTEN", &*listen), ("BEIAN_TELEGRAM_WEBHOOK_SECRET", "open-sesame_1")];
    let mut service = Service::with(&fake, &place, &settings);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    let update = json!({"update_id": 77, "message": {"message_id": 1, "date": 1, "from": {"id": WANG, "is_bot": false, "first_name": "W"},
        "chat": {"id": WANG, "type": "private", "first_name": "W"}, "text": "是"}})
    .to_string();
    let post = |secret: Option<&str>, body: String| {
        let mut request = Client::new().post(&url).header("content-type", "application/json").body(body);
        if let Some(secret) = secret {
            request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        request.send().expect("an answer").status().as_u16()
    };
    assert_eq!(post(None, update.clone()), 401);
    assert_eq!(post(Some("open-sesame_2"), update.clone()), 401);
    assert_eq!(post(Some("open-sesame_1"), "x".repeat(3 << 20)), 413);
    assert_eq!(post(Some("open-sesame_1"), "{}".to_owned()), 400);
    assert_eq!(post(Some("open-sesame_1"), "no JSON".to_owned()), 400);
    assert_eq!(Client::new().get(&url).send().expect("an answer").status().as_u16(), 405);
    // The same update twice is taken once.
    assert_eq!(post(Some("open-sesame_1"), update.clone()), 200);
    assert_eq!(post(Some("open-sesame_1"), update), 200);
    fake.wait_for_replies(WANG, 2);
    service.signal("TERM");
    assert!(service.wait().success());
    assert_eq!(fake.transcript(WANG).matches("✓ 服务器在中国内地：是").count(), 1);
}

#[test]
fn rules_are_loaded_anew_and_broken_ones_leave_the_old() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let rules = place.folder.path().join("rules");
    copy(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules"), &rules);
    let folder = rules.to_str().expect("a name").to_owned();
    let mut service = Service::with(&fake, &place, &[("BEIAN_RULES", &folder)]);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    service.signal("HUP");
    service.wait_for_log("the rules are loaded anew", |line| line.contains("the rules are loaded anew").then_some(()));
    std::fs::write(rules.join("nation.toml"), "this is no TOML").expect("written");
    service.signal("HUP");
    service.wait_for_log("the new rules are broken", |line| line.contains("the new rules are broken").then_some(()));
    fake.say(WANG, "是");
    fake.wait_for_replies(WANG, 2);
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() { copy(&path, &target) } else { std::fs::copy(&path, &target).map(|_| ()).expect("copied") }
    }
}

#[test]
fn a_backup_is_made_while_it_runs_and_can_be_gone_on_with() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let service = Service::start(&fake, &place);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    fake.say(WANG, "是");
    fake.wait_for_replies(WANG, 2);
    // What was sent is noted, so that nothing of it is in the copy.
    assert!(service.stop().success(), "{}", place.logged());
    let mut service = Service::start(&fake, &place);
    service.address();
    let elsewhere = Place::new();
    let file = elsewhere.database();
    let backup = |file: &std::path::Path| place.command(&["backup", file.to_str().expect("a name")]).output().expect("it runs");
    assert!(backup(&file).status.success());
    // A file that is there is never written over.
    let again = backup(&file);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("cannot be used"));
    assert!(service.stop().success());
    let _service = Service::start(&fake, &elsewhere);
    fake.say(WANG, "首次备案");
    fake.wait_for_replies(WANG, 3);
    assert!(fake.transcript(WANG).ends_with("（3/6）您以什么身份备案？\n  就是网站归谁所有：您个人，还是某个单位。\n[个人] [企业]\n[个体工商户] [政府机关]\n[事业单位] [社会团体]\n[民办非企业单位] [基金会]\n[律师事务所] [会计师事务所]\n[军队]\n[不知道／跳过]\n"), "{}", fake.transcript(WANG));
}

#[test]
fn a_chat_that_is_told_to_wait_holds_up_nobody_else() {
    let persons = 2001..2021;
    let (fake, place) = (fake_with(persons.clone()), Place::new());
    let _service = Service::start(&fake, &place);
    fake.faults(Faults { rate_429: 0.3, retry_after: 1, seed: 7, ..Faults::default() });
    for text in ["/start", "是", "首次备案"] {
        for person in persons.clone() {
            fake.say(person, text);
        }
    }
    for person in persons.clone() {
        fake.wait_for_replies(person, 3);
    }
    assert!(fake.played().rate_429 > 0, "nobody was told to wait");
    for person in persons {
        let said = fake.transcript(person);
        let at = |part: &str| said.find(part).unwrap_or_else(|| panic!("no {part} in\n{said}"));
        assert!(at("（1/6）") < at("（2/6）") && at("（2/6）") < at("（3/6）"), "out of order:\n{said}");
        assert_eq!(said.matches("（2/6）").count(), 1, "said twice:\n{said}");
    }
    assert_eq!(fake.violations(), Vec::<String>::new());
}

#[test]
fn a_flood_of_one_is_answered_in_the_end_and_holds_up_nobody() {
    const FLOOD: usize = 300;
    let (flooder, other) = (3001, 3002);
    let (fake, place) = (fake_with([flooder, other]), Place::new());
    let _service = Service::start(&fake, &place);
    fake.say(flooder, "/start");
    fake.wait_for_replies(flooder, 1);
    for _ in 0..FLOOD {
        fake.say(flooder, "/help");
    }
    fake.say(other, "/start");
    fake.wait_for_replies(other, 1);
    let answered_then = fake.messages(flooder).iter().filter(|message| message.person.is_none()).count();
    fake.wait_for_replies(flooder, 1 + FLOOD);
    assert!(answered_then < FLOOD, "the flood was answered first");
}

/// Sends what one person says much faster than the platform takes the answers: neither the answers nor the work pile up.
#[test]
fn a_flood_of_one_does_not_pile_up_answers() {
    const FLOOD: usize = 300;
    let (fake, place) = (fake_with([WANG]), Place::new());
    fake.faults(Faults { rate_429: 1.0, retry_after: 3600, seed: 1, ..Faults::default() });
    let _service = Service::start(&fake, &place);
    for _ in 0..FLOOD {
        fake.say(WANG, "/help");
    }
    fake.wait_until("that all is confirmed", |state| state.is_quiet());
    let (unsent, waiting) = place.with_store(async |store| {
        let unsent = store.unsent("telegram").await.expect("what is unsent").len();
        (unsent, store.waiting("telegram").await.expect("what waits").len())
    });
    assert!(unsent <= 60, "{unsent} answers wait to be sent");
    assert_eq!(unsent + waiting, FLOOD, "something is lost");
}

#[test]
fn what_cannot_be_stored_is_not_confirmed_and_comes_again() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let mut service = Service::start(&fake, &place);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    fake.quiet();
    // Half of a batch can be written, and then the disk is full.
    place.sql("create trigger full before insert on outbox begin select raise(abort, 'no space left'); end");
    fake.say(WANG, "是");
    service.wait_for_log("the fault", |line| line.contains("a batch could not be stored").then_some(()));
    assert_eq!(place.sql("select count(*) from inbox"), 1, "half of it is stored");
    place.sql("drop trigger full");
    fake.wait_for_replies(WANG, 2);
    fake.say(WANG, "首次备案");
    fake.wait_for_replies(WANG, 3);
    fake.quiet();
    let said = fake.transcript(WANG);
    assert_eq!((said.matches("（2/6）").count(), said.matches("（3/6）").count()), (1, 1), "{said}");
}

#[test]
fn updates_whose_numbers_begin_anew_are_taken_and_confirmed() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    fake.number_updates_after(900_000);
    let _service = Service::start(&fake, &place);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    fake.quiet();
    fake.number_updates_after(100);
    for (text, replies) in [("是", 2), ("首次备案", 3)] {
        fake.say(WANG, text);
        fake.wait_for_replies(WANG, replies);
    }
    fake.wait_until("that they are confirmed", |state| state.is_quiet());
    let (polls, said) = (fake.calls("getUpdates").len(), fake.transcript(WANG));
    assert!(polls < 20, "{polls} polls for three messages");
    assert_eq!(said.matches("（3/6）").count(), 1, "{said}");
}

#[test]
fn another_program_that_fetches_updates_is_outlasted() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let mut service = Service::start(&fake, &place);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    let url = format!("{}/bot{}/getUpdates", fake.url(), fake.token());
    let seen = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&seen);
    // Whoever comes second ends the call of the first: sooner or later that is the bot's.
    let other = std::thread::spawn(move || {
        while !stop.load(Ordering::Relaxed) {
            Client::new().post(&url).json(&json!({"timeout": 1, "offset": 0})).send().expect("an answer");
        }
    });
    service.wait_for_log("terminated by other getUpdates", |line| line.contains("terminated by other").then_some(()));
    seen.store(true, Ordering::Relaxed);
    other.join().expect("the other ends");
    fake.say(WANG, "是");
    fake.wait_for_replies(WANG, 2);
}

#[test]
fn what_was_said_to_a_group_before_it_moved_reaches_it() {
    let (small, large) = (-5001, -1_001_000_000_002);
    let (fake, place) = (fake_with([WANG]), Place::new());
    fake.group(small, "小群");
    // It is told to wait, and in the meantime the group moves.
    fake.faults(Faults { rate_429: 1.0, retry_after: 1, seed: 1, ..Faults::default() });
    let mut service = Service::start(&fake, &place);
    fake.say_in(small, WANG, "/start");
    service.wait_for_log("told to wait", |line| line.contains("told to wait").then_some(()));
    fake.migrate(small, large);
    fake.faults(Faults::default());
    fake.wait_for_replies(large, 1);
    fake.say_in(large, WANG, "/start");
    fake.wait_for_replies(large, 2);
    assert_eq!(fake.violations(), Vec::<String>::new());
}

#[test]
fn who_blocks_the_bot_before_it_answers_gets_nothing_until_they_are_back() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let mut service = Service::start(&fake, &place);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    fake.block(WANG);
    fake.send_raw(json!({"message": {"message_id": 99, "date": 1, "from": {"id": WANG, "is_bot": false, "first_name": "W"},
        "chat": {"id": WANG, "type": "private", "first_name": "W"}, "text": "是"}}));
    service.wait_for_log("bot was blocked", |line| line.contains("bot was blocked by the user").then_some(()));
    fake.unblock(WANG);
    fake.say(WANG, "首次备案");
    fake.wait_for_replies(WANG, 2);
    assert!(service.stop().success(), "{}", place.logged());
    let said = fake.transcript(WANG);
    assert!(!said.contains("（2/6）") && said.contains("（3/6）"), "{said}");
    let listed = String::from_utf8(place.command(&["unsent"]).output().expect("it runs").stdout).expect("text");
    assert!(listed.contains("bot was blocked by the user"), "{listed}");
}

#[test]
fn what_cannot_be_sent_is_kept_with_its_reason_and_listed() {
    let (fake, place) = (fake_with([WANG]), Place::new());
    let service = Service::start(&fake, &place);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    // An answer to somebody who is gone by the time it is sent.
    fake.send_raw(json!({"message": {"message_id": 9, "date": 1, "from": {"id": 4001, "is_bot": false, "first_name": "G"},
        "chat": {"id": 4001, "type": "private", "first_name": "G"}, "text": "/start"}}));
    let begun = Instant::now();
    let listed = loop {
        let output = place.command(&["unsent"]).output().expect("it runs");
        let listed = String::from_utf8(output.stdout).expect("text");
        if !listed.is_empty() || begun.elapsed() > Duration::from_secs(30) {
            break listed;
        }
    };
    let row: serde_json::Value = serde_json::from_str(&listed).expect("a JSON object");
    assert_eq!((&row["chat"], &row["because"]), (&json!("4001"), &json!("Bad Request: chat not found")));
    assert!(!listed.contains("备案"), "the text is listed: {listed}");
    assert!(service.stop().success());
}
