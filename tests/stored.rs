//! What older programs stored is still understood: databases, filings, updates that wait, calls that wait. Whoever changes a stored
//! form adds a sample of the new one; the old ones stay.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;
mod platform;

use std::path::Path;

use beian_bot::channels::telegram::api::Call;
use beian_bot::channels::telegram::incoming::Arrival;
use beian_bot::channels::telegram::talk::Talker;
use beian_bot::dialogue::{Filing, Input, Person, Reminders, Session, turn};
use beian_bot::language::Language;
use beian_bot::store::{Outgoing, SqliteStore};
use common::chat::ASSISTANT;
use common::now;
use platform::fake::FakeTelegram;
use platform::service::{Place, Service};
use serde_json::Value as Json;
use sqlx::AssertSqlSafe;

fn samples(name: &str) -> Vec<Json> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stored").join(name);
    let text = std::fs::read_to_string(path).expect("samples");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(future)
}

#[test]
fn filings_of_every_form_are_gone_on_with() {
    for sample in samples("filings.jsonl") {
        let version = sample["version"].as_i64().expect("a version");
        let filing = Filing::from_stored(version, 1, &sample["filing"].to_string()).expect("a filing");
        assert!(!filing.dropped, "{sample}");
        // What is written today holds the same.
        let again = Filing::from_stored(1, 1, &filing.to_stored().expect("JSON")).expect("a filing");
        assert_eq!(again, filing, "{sample}");
        assert_eq!(
            filing.shown.len(),
            sample["filing"]["shown"].as_array().map_or(sample["filing"]["shown"].as_str().unwrap_or("").len() / 8, Vec::len)
        );
        let session = Session { person: Person { language: Language::Chinese, ..Person::default() }, filing, others: Vec::new() };
        let taken = turn(ASSISTANT.knowledge(), &session, &Input::Text("/start".to_owned()), now());
        assert!(!taken.replies.is_empty(), "{sample}");
    }
}

/// Databases as older programs left them, by the migrations that they knew.
const DATABASES: [&str; 4] = ["database-1.sqlite", "database-2.sqlite", "database-3.sqlite", "database-4.sqlite"];

fn place_of(name: &str) -> Place {
    let place = Place::new();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stored").join(name);
    std::fs::copy(sample, place.database()).expect("copied");
    place
}

/// The columns of all tables but the list of migrations.
async fn columns(pool: &sqlx::SqlitePool) -> Vec<(String, String)> {
    let query = "select tables.name, group_concat('\"' || columns.name || '\"', ', ') from sqlite_master as tables, \
         pragma_table_info(tables.name) as columns where tables.type = 'table' and tables.name not like '\\_sqlx%' escape '\\' \
         and tables.name not like 'sqlite\\_%' escape '\\' group by tables.name order by tables.name";
    sqlx::query_as(query).fetch_all(pool).await.expect("tables")
}

/// Everything that stands in these columns: table and row.
async fn rows(pool: &sqlx::SqlitePool, columns: &[(String, String)]) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for (table, columns) in columns {
        let query = AssertSqlSafe(format!("select json_array({columns}) as row from \"{table}\" order by row"));
        let of_table: Vec<String> = sqlx::query_scalar(query).fetch_all(pool).await.expect("rows");
        rows.extend(of_table.into_iter().map(|row| (table.clone(), row)));
    }
    rows
}

#[test]
fn nothing_is_lost_where_a_database_is_brought_up_to_date() {
    for name in DATABASES {
        let place = place_of(name);
        block_on(async {
            let pool = || sqlx::SqlitePool::connect_lazy(&format!("sqlite:{}", place.database().display())).expect("a database");
            let before = pool();
            let columns = columns(&before).await;
            let told = rows(&before, &columns).await;
            before.close().await;
            if name == DATABASES[DATABASES.len() - 1] {
                // The newest sample holds something of everything.
                for (table, _) in &columns {
                    assert!(told.iter().any(|(known, _)| known == table), "{table} of {name} is empty");
                }
            }
            SqliteStore::open(&place.database()).await.expect("up to date").close().await;
            let after = pool();
            assert_eq!(rows(&after, &columns).await, told, "{name}");
            let newer = self::columns(&after).await;
            assert!(["cases", "campaigns", "audit"].iter().all(|table| newer.iter().any(|(known, _)| known == table)), "{name}: {newer:?}");
            after.close().await;
        });
    }
}

#[test]
fn a_service_goes_on_where_an_older_program_stopped() {
    let (fake, place) = (FakeTelegram::start(), place_of("database-4.sqlite"));
    fake.user(1001, Some("zh-hans"));
    fake.user(1002, Some("en"));
    // The hour that it was told to wait is over, and the platform counts its updates anew.
    place.sql("update outbox set not_before = null");
    place.sql("delete from inbox");
    let service = Service::start(&fake, &place);
    // What was told to wait goes out, and filings are known by their names.
    fake.wait_until("help", |state| state.messages(1002).iter().any(|message| message.text.contains("/undo")));
    fake.say(1001, "/filings");
    fake.wait_until("filings", |state| state.messages(1001).iter().any(|message| message.text.contains("shop.cn")));
    assert!(service.stop().success(), "{}", place.logged());
}

#[test]
fn databases_of_older_programs_are_brought_up_to_date() {
    for name in DATABASES {
        let place = place_of(name);
        let mut command = place.command(&["chat", "--json", "--session", "sample", "--now", "2026-11-22"]);
        let mut child =
            command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().expect("the program starts");
        std::io::Write::write_all(&mut child.stdin.take().expect("its input"), b"{\"text\": \"\xe9\x98\xbf\xe9\x87\x8c\xe4\xba\x91\"}\n")
            .expect("written");
        let output = child.wait_with_output().expect("its end");
        let answer: Json = serde_json::from_slice(&output.stdout).expect("an answer");
        assert_eq!(answer["profile"]["province"], "guangdong", "{name}: {answer}");
        assert_eq!((&answer["profile"]["provider"], &answer["asking"]), (&"aliyun".into(), &"content".into()), "{name}");
    }
}

#[test]
fn settings_of_reminders_are_understood_and_what_is_not_counts_as_not_agreed() {
    for sample in samples("reminders.jsonl") {
        let settings = Reminders::from_stored(&sample.to_string()).expect("settings");
        let again = Reminders::from_stored(&settings.to_stored().expect("JSON")).expect("settings");
        assert_eq!(again, settings, "{sample}");
    }
    for broken in ["", "{}", r#"{"on":true,"zone":"Mars/Olympus","quiet":[21,9]}"#, r#"{"on":true,"zone":"Asia/Shanghai","quiet":[21,99]}"#]
    {
        assert_eq!(Reminders::from_stored(broken), None, "{broken}");
    }
}

#[test]
fn updates_that_wait_are_understood() {
    let talker = Talker::new(&ASSISTANT, 365);
    for sample in samples("arrivals.jsonl") {
        let arrival: Arrival = serde_json::from_value(sample.clone()).expect("an arrival");
        assert_eq!(serde_json::to_value(&arrival).expect("JSON"), sample);
        let session = Session { person: Person { language: Language::Chinese, ..Person::default() }, ..Session::default() };
        let outcome = talker.take(Some(&session), &arrival, now());
        // What the staff does is the clerk's matter.
        let is = |act: &str| sample["act"].get(act).is_some();
        let silent = matches!(sample["act"].as_str(), Some("Left" | "Returned")) || is("AtDesk") || is("Recaptioned");
        assert_eq!(outcome.calls.is_empty(), silent, "{sample}");
    }
}

/// Puts calls into the outbox, as an older program left them there.
fn leave_in_outbox(place: &Place, calls: &[Json], at_most_once: bool) {
    block_on(async {
        let store = SqliteStore::open(&place.database()).await.expect("a database");
        let mut batch = store.begin().await.expect("a batch");
        let outgoing: Vec<Outgoing> = (1..)
            .zip(calls)
            .map(|(id, call)| Outgoing {
                id,
                chat: "1001".to_owned(),
                person: None,
                payload: call.to_string(),
                at_most_once,
                begun: false,
                not_before: None,
                case: None,
                place: None,
                waits: false,
            })
            .collect();
        batch.send("telegram", &outgoing, now()).await.expect("sent");
        batch.commit().await.expect("committed");
        store.close().await;
    });
}

#[test]
fn calls_that_wait_are_made() {
    let (fake, place) = (FakeTelegram::start(), Place::new());
    fake.user(1001, None);
    let calls = samples("calls.jsonl");
    for call in calls.iter().chain(&samples("parts.jsonl")) {
        let read: Call = serde_json::from_value(call.clone()).expect("a call");
        assert_eq!(serde_json::to_value(&read).expect("JSON"), *call);
    }
    leave_in_outbox(&place, &calls, false);
    let _service = Service::start(&fake, &place);
    fake.wait_for_replies(1001, 2);
    assert_eq!(fake.transcript(1001), "< 您好\n< (清单.txt) 清单\n");
    assert_eq!(fake.violations(), Vec::<String>::new());
}

#[test]
fn a_session_that_nobody_can_read_is_put_away_and_the_person_is_told() {
    let (fake, place) = (FakeTelegram::start(), Place::new());
    fake.user(1001, Some("zh"));
    let service = Service::start(&fake, &place);
    fake.say(1001, "/start");
    fake.wait_for_replies(1001, 1);
    assert!(service.stop().success());
    place.sql("update filings set state = 'written by a program of 2030', schema_version = 9");
    let _service = Service::start(&fake, &place);
    fake.say(1001, "是");
    fake.wait_for_replies(1001, 2);
    let said = fake.transcript(1001);
    assert!(said.contains("程序更新后，您之前的部分回答我读不出来了，抱歉，需要重新问一下"), "{said}");
    assert_eq!(place.sql("select count(*) from unreadable_filings where state = 'written by a program of 2030'"), 1);

    // It is theirs all the same.
    fake.say(1001, "/export");
    fake.wait_for_replies(1001, 5);
    let handed_over: Vec<String> = fake
        .messages(1001)
        .iter()
        .filter_map(|message| message.file.as_ref())
        .map(|file| format!("{}: {}", file.name, String::from_utf8_lossy(&file.bytes)))
        .collect();
    assert_eq!(handed_over.len(), 2, "{handed_over:?}");
    assert!(handed_over[0].starts_with("我的备案资料.json: "), "{handed_over:?}");
    assert!(handed_over[1].starts_with("其余内容.json: ") && handed_over[1].contains("written by a program of 2030"), "{handed_over:?}");
}
