//! How well reports of a filing are understood: stages, days, reasons, events and what is in hand, from the tables in `progress/`; and
//! that no answer to a question of ours is taken for one.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::LazyLock;

use beian_bot::matching::{
    DatedEvent, Labels, Vocabulary, asks_how_long, day_of, event, event_denied, expiry, hours, in_hand, news, no_such_day, numbered,
    passed, plans_to_submit, reasons, redated, remind_on, reminder_wish, taken_back, zone,
};
use beian_bot::profile::Field;
use chrono::NaiveDate;
use proptest::prelude::*;

/// The words as they stand in the folder, so that a word that is added there counts at once.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/vocabulary");
    Vocabulary::load(Some(&folder), &Labels::default()).unwrap_or_else(|problems| panic!("{problems:#?}"))
});

/// A Sunday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

/// The rows of a table: columns parted by tabs.
fn rows(table: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/progress").join(table);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().filter(|line| !line.is_empty()).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Compares what each row says with what is found in its first column, and holds that at most so many differ.
fn compare(table: &str, rows_min: usize, found: impl Fn(&str) -> String) {
    let rows = rows(table);
    assert!(rows.len() >= rows_min, "{table}: {} rows", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let (expected, found) = (row[1..].join(" "), found(&row[0]));
            (expected != found).then(|| format!("{}: {expected}, not {found}", row[0]))
        })
        .collect();
    println!("{table}: {} of {} are right", rows.len() - wrong.len(), rows.len());
    assert!(wrong.is_empty(), "{table}: {} of {} are wrong\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

fn said(text: &str) -> String {
    match news(&VOCABULARY, text, today()) {
        Some(news) => {
            let stage = Field::Stage.allowed_values()[usize::from(news.stage)];
            let doubt = if news.sure { "" } else { "?" };
            let on = news.on.map_or(String::new(), |on| format!(" {on}"));
            let bare = if news.bare_rejection { "!" } else { "" };
            let vague = if news.vague { " ~" } else { "" };
            let every = if news.every { " every" } else { "" };
            format!("{stage}{doubt}{bare}{on}{vague}{every}")
        }
        None => String::new(),
    }
}

#[test]
fn stages_are_understood() {
    compare("stage.tsv", 100, said);
}

/// What is said of a filing's course and is no news.
fn saying(text: &str) -> String {
    if let Some(day) = remind_on(&VOCABULARY, text, today()) {
        return format!("until {day}");
    }
    if asks_how_long(&VOCABULARY, text, today()) {
        return "how long".to_owned();
    }
    match taken_back(&VOCABULARY, text, today()) {
        Some(back) => {
            let stage = back.stage.map_or("?", |stage| Field::Stage.allowed_values()[usize::from(stage)]);
            format!("{} {stage}", if back.corrects { "slip" } else { "back" })
        }
        None => "-".to_owned(),
    }
}

#[test]
fn denials_questions_and_delays_are_understood() {
    compare("sayings.tsv", 40, saying);
}

#[test]
fn questions_plans_and_what_others_tell_are_no_news() {
    compare("none.tsv", 50, said);
}

#[test]
fn days_are_understood() {
    compare("dates.tsv", 30, |text| day_of(text, today()).map_or("-".to_owned(), |day| day.to_string()));
}

#[test]
fn reasons_are_understood() {
    compare("reasons.tsv", 30, |text| reasons(&VOCABULARY, text).into_iter().map(|reason| reason.key).collect::<Vec<_>>().join(" "));
}

#[test]
fn events_are_understood() {
    compare("events.tsv", 25, |text| match event(&VOCABULARY, text, today()) {
        Some((event, day)) => {
            let name = match event {
                DatedEvent::ServerExpires => "server_expires",
                DatedEvent::DomainExpires => "domain_expires",
                DatedEvent::IdExpires => "id_expires",
                DatedEvent::SheetSigned => "sheet_signed",
                DatedEvent::SiteOpened => "site_opened",
                DatedEvent::AccessCancelled => "access_cancelled",
            };
            format!("{name} {day}")
        }
        None => "-".to_owned(),
    });
}

#[test]
fn what_is_in_hand_is_understood() {
    compare("in_hand.tsv", 25, |text| match in_hand(&VOCABULARY, text) {
        Some(found) => {
            let but = if found.except { "all but " } else { "" };
            format!("{but}{} {}", if found.all { "all" } else { &found.what }, if found.have { "yes" } else { "no" })
        }
        None => "-".to_owned(),
    });
}

/// Answers that truly report something, and why they count.
const REPORTS: &[&str] = &[
    // Tells of a filing that was approved or rejected.
    "首次备案已经过了，发现身份证号填错一位，要改",
    "提交过两次都被管局驳回，到现在也没有备案号，再申请一次",
    "审核老不通过，烦死了",
    // Tells that no number has come yet.
    "I don't have an ICP number yet",
    // Tells of a document that is in hand, or is not.
    "身份证丢了在补，先拿临时身份证",
    "正式身份证没下来，先用的临时身份证",
    "澳门身份证在我手上",
    "執照還沒下來，等等再說",
];

#[test]
fn no_answer_to_another_question_is_taken_for_a_report() {
    let mut wrong = Vec::new();
    for rows in [include_str!("matching/dev.jsonl"), include_str!("matching/seen.jsonl")] {
        for line in rows.lines().filter(|line| !line.trim().is_empty()) {
            let row: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
            let input = row["input"].as_str().expect("an answer");
            if REPORTS.contains(&input) {
                continue;
            }
            let told = said(input);
            if !told.is_empty() {
                wrong.push(format!("news {told}: {input}"));
            }
            if let Some(found) = event(&VOCABULARY, input, today()) {
                wrong.push(format!("event {found:?}: {input}"));
            }
            if let Some(found) = reminder_wish(&VOCABULARY, input) {
                wrong.push(format!("wish {found:?}: {input}"));
            }
            if plans_to_submit(&VOCABULARY, input, today()) {
                wrong.push(format!("plan: {input}"));
            }
            if let Some(found) = in_hand(&VOCABULARY, input) {
                wrong.push(format!("in hand {found:?}: {input}"));
            }
            if !matches!(&*saying(input), "-" | "how long") {
                wrong.push(format!("{}: {input}", saying(input)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers are taken for reports\n{}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_text_is_read_without_harm(text in any::<String>(), piece in prop::sample::select(vec!["管局", "11月", "了", "2-3", "半", "上", "the ", "签", "过", "还没", "提醒", ":", "半到", "域名还剩", "不打扰", "1和", "点"])) {
        let text = format!("{piece}{text}{piece}驳回{text}");
        if let Some(news) = news(&VOCABULARY, &text, today()) {
            prop_assert!(usize::from(news.stage) < Field::Stage.allowed_values().len());
            prop_assert!(news.on.is_none_or(|on| on <= today()));
        }
        prop_assert!(day_of(&text, today()).is_none_or(|day| day <= today()));
        let _ = (event(&VOCABULARY, &text, today()), in_hand(&VOCABULARY, &text), reasons(&VOCABULARY, &text));
        let _ = (taken_back(&VOCABULARY, &text, today()), asks_how_long(&VOCABULARY, &text, today()));
        prop_assert!(remind_on(&VOCABULARY, &text, today()).is_none_or(|day| day > today()));
        let _ = (hours(&text), zone(&VOCABULARY, &text), reminder_wish(&VOCABULARY, &text));
        prop_assert!(passed(&VOCABULARY, &text, today()).is_none_or(|passed| passed.on.is_none_or(|on| on <= today())));
        prop_assert!(redated(&VOCABULARY, &text, today()).is_none_or(|redated| redated.day <= today()));
        let _ = (plans_to_submit(&VOCABULARY, &text, today()), no_such_day(&text), expiry(&VOCABULARY, &text, today()));
        let _ = (event_denied(&VOCABULARY, &text, today()), numbered(&VOCABULARY, &text));
    }
}

#[test]
fn a_broken_file_names_itself_and_the_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join("progress");
        std::fs::create_dir_all(&path).expect("a folder");
        std::fs::write(path.join(name), text).expect("written");
    };
    write("common.toml", "[ask]\nwords = [\"吗\"]\n\n[colour]\nwords = [\"红\"]\n");
    write(
        "stage.toml",
        "[passed]\nwords = [\"过了\"]\n\n[failed]\nphrases = [\"没过\"]\nwords = [\"过了\"]\n\n[lost]\nsays = [\"丢了\"]\n",
    );
    write("reasons.toml", "[site_name]\nfields = [\"sitename\"]\nword = [\"名称\"]\n");
    write("more.toml", "");
    let problems = Vocabulary::load(Some(folder.path()), &Labels::default()).expect_err("faults");
    let mut problems: Vec<String> =
        problems.iter().map(|problem| problem.to_string().split(';').next().unwrap_or_default().to_owned()).collect();
    problems.sort();
    expect_test::expect![[r#"
        vocabulary/progress/common.toml:5: `colour` is unknown
        vocabulary/progress/more.toml:1: there is no such file
        vocabulary/progress/reasons.toml:2: `site_name`: there is no field `sitename`
        vocabulary/progress/reasons.toml:3: `site_name`: there is no list `word`
        vocabulary/progress/stage.toml:5: `failed`: there is no list `phrases`
        vocabulary/progress/stage.toml:6: `过了` stands in `failed` and in another table
        vocabulary/progress/stage.toml:9: `lost` is unknown"#]]
    .assert_eq(&problems.join("\n"));
}

/// What a report costs that is none. Printed, not held: machines differ.
#[test]
fn what_tells_nothing_is_passed_over_quickly() {
    for text in ["广东深圳的", "我们公司是做电子产品外贸的，主要展示产品", "we sell handmade furniture", "备案"]
    {
        let _ = (said(text), event(&VOCABULARY, text, today()), in_hand(&VOCABULARY, text));
        let started = std::time::Instant::now();
        for _ in 0..1_000 {
            let _ = (news(&VOCABULARY, text, today()), event(&VOCABULARY, text, today()), in_hand(&VOCABULARY, text));
        }
        println!("{:?} for all three: {text}", started.elapsed() / 1_000);
    }
}
