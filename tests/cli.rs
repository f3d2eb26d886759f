//! The program as others call it: lines in, lines out, exit codes.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value as Json, json};

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_beian-bot"))
        .args(arguments)
        .env_remove("BEIAN_DATABASE")
        .env_remove("BEIAN_RULES")
        .env("LANG", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that refuses to start does not read: that is no fault of the pipe.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn lines(output: &Output) -> Vec<Json> {
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

#[test]
fn assess_answers_each_line_and_goes_on_after_a_bad_one() {
    let input = b"{\"province\": \"fujian\", \"filer\": \"individual\", \"operation\": \"first_filing\", \"id_in_province\": false}\n\
        {\"age\": \"young\"}\n\
        \n\
        [1]\n\
        {\"agee\": 3}\n\
        {\"filer\": \"company\"}\n\
        \xff\xfe\n\
        {\"content\": [\"news\", \"weather\"]}\n\
        {\"as_of\": \"2026-2-30\"}\n\
        {\"age\": -1}\n\
        {}";
    let output = run(&["assess"], input);
    let lines = lines(&output);
    assert_eq!(code(&output), 1);
    assert_eq!(lines.len(), 11);
    let permit = lines[0]["items"]
        .as_array()
        .expect("items")
        .iter()
        .find(|item| item["id"] == "fujian.individual.residence-permit")
        .expect("the permit");
    assert_eq!(permit["kind"], "material");
    assert_eq!(permit["status"], "applies");
    assert_eq!(permit["check"], "unknown");
    assert_eq!(permit["because"], json!(["operation", "filer", "province", "id_in_province"]));
    assert!(permit["sources"].as_array().expect("sources").contains(&json!("aliyun-2020:1225")));
    assert_eq!(permit["replaced_by"], Json::Null);
    let fields: Vec<&Json> = lines[1..10].iter().map(|line| &line["error"]["field"]).collect();
    assert_eq!(
        fields,
        [
            &json!("age"),
            &Json::Null,
            &Json::Null,
            &json!("agee"),
            &json!("filer"),
            &Json::Null,
            &json!("content"),
            &json!("as_of"),
            &json!("age")
        ]
    );
    for (index, line) in lines[1..10].iter().enumerate() {
        assert_eq!(line["error"]["line"], index + 2);
    }
    let message = lines[4]["error"]["message"].as_str().expect("a message");
    assert!(message.contains("agee") && message.contains("did you mean `age`?"), "{message}");
    let message = lines[2]["error"]["message"].as_str().expect("a message");
    assert!(message.contains("empty"), "{message}");
    let message = lines[5]["error"]["message"].as_str().expect("a message");
    assert!(message.contains("company") && message.contains("individual, enterprise"), "{message}");
    assert_eq!(lines[10]["verdict"], "incomplete");
}

#[test]
fn null_and_absence_mean_the_same() {
    let output = run(&["assess"], b"{\"age\": null, \"province\": \"tianjin\"}\n{\"province\": \"tianjin\"}\n");
    let lines = lines(&output);
    assert_eq!(code(&output), 0);
    assert_eq!(lines[0], lines[1]);
}

#[test]
fn assess_from_some_sources_knows_no_other() {
    let profile = b"{\"province\": \"beijing\", \"filer\": \"enterprise\", \"operation\": \"first_filing\", \"domain\": \"a.co\", \"as_of\": \"2026-11-22\"}\n";
    let old = lines(&run(&["assess", "--sources", "province-rules"], profile));
    let items = old[0]["items"].as_array().expect("items");
    assert!(!items.is_empty());
    for item in items {
        for source in item["sources"].as_array().expect("sources") {
            assert!(source.as_str().expect("a citation").starts_with("province-rules:"), "{source}");
        }
    }
    let suffix = |lines: &[Json]| {
        let items = lines[0]["items"].as_array().expect("items").clone();
        items.into_iter().find(|item| item["id"] == "beijing.unit.common-suffix").expect("the rule")
    };
    assert_eq!(suffix(&old)["status"], "applies");
    assert_eq!(suffix(&old)["check"], "fail");
    let all = lines(&run(&["assess"], profile));
    assert_eq!(suffix(&all)["status"], "superseded");
    assert_eq!(suffix(&all)["replaced_by"], "beijing.unit.domain-suffix-listed");
    let unknown = run(&["assess", "--sources", "aliyun-2021"], b"");
    assert_eq!(code(&unknown), 2);
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("aliyun-2020"));
}

#[test]
fn assess_speaks_both_languages() {
    let profile = b"{\"province\": \"fujian\"}\n";
    let title =
        |lang: &str| lines(&run(&["assess", "--lang", lang], profile))[0]["items"][0]["title"].as_str().expect("a title").to_owned();
    assert!(title("en").is_ascii());
    assert!(!title("zh-CN").is_ascii());
    assert_eq!(code(&run(&["assess", "--lang", "fr"], b"")), 2);
}

#[test]
fn match_gives_a_line_for_each_utterance() {
    let output = run(&["match", "--field", "province"], "深圳那边\n\nsanghai\n\u{fffd}\n我在火星\n".as_bytes());
    let lines = lines(&output);
    assert_eq!(code(&output), 0);
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0]["best"], "guangdong");
    assert_eq!(lines[0]["decision"], "accept");
    assert_eq!(lines[0]["candidates"][0]["because"], "深圳 (city)");
    assert_eq!(lines[1]["decision"], "reject");
    assert_eq!(lines[1]["best"], Json::Null);
    assert_eq!(lines[2]["decision"], "confirm");
    assert_eq!(lines[4]["decision"], "reject");
    let content = self::lines(&run(&["match", "--field", "content"], "公司官网，不涉及新闻\n".as_bytes()));
    assert_eq!(content[0]["best"], json!(["unit_portal"]));
    assert_eq!(code(&run(&["match", "--field", "age"], b"")), 2);
}

#[test]
fn chat_json_asks_takes_choices_and_tells_profile_and_verdict() {
    let input = "{\"command\": \"/start\"}\n{\"choose\": \"true\"}\n{\"text\": \"首次备案\"}\nnonsense\n{\"choose\": \"enterprise\"}\n{\"command\": \"/undo\"}\n";
    let output = run(&["chat", "--json", "--now", "2026-11-22"], input.as_bytes());
    let lines = lines(&output);
    assert_eq!(code(&output), 1);
    assert_eq!(lines[0]["asking"], "server_mainland");
    assert_eq!(lines[0]["messages"][0]["choices"][0]["value"], "true");
    assert_eq!(lines[2]["asking"], "filer");
    assert_eq!(lines[2]["profile"], json!({"operation": "first_filing", "server_mainland": true}));
    assert_eq!(lines[3]["error"]["line"], 4);
    assert_eq!(lines[4]["asking"], "province");
    assert_eq!(lines[4]["verdict"], "incomplete");
    assert_eq!(lines[5]["asking"], "filer");
}

#[test]
fn a_named_session_goes_on_another_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("deep/er/beian.sqlite").display());
    let chat = |now: &str, input: &str| {
        let output = run(&["chat", "--json", "--session", "anna", "--now", now, "--database", &database], input.as_bytes());
        assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
        lines(&output)
    };
    chat("2026-11-22", "{\"command\": \"/start\"}\n{\"text\": \"是\"}\n{\"command\": \"/edit domain_valid_days 120\"}\n");
    let later = chat("2026-12-23", "{\"command\": \"/start\"}\n");
    assert_eq!(later[0]["profile"]["domain_valid_days"], 89);
    assert_eq!(later[0]["profile"]["server_mainland"], true);
    assert!(later[0]["messages"][0]["text"].as_str().expect("a text").contains("欢迎回来"));
    let fresh = lines(&run(&["chat", "--json"], b"{\"command\": \"/start\"}\n"));
    assert_eq!(fresh[0]["profile"], json!({}));
}

#[test]
fn two_programs_on_one_session_lose_no_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("beian.sqlite").display());
    let lines_each = 20;
    let talk = || {
        let input = "{\"command\": \"/result\"}\n".repeat(lines_each);
        let output = run(&["chat", "--json", "--session", "both", "--database", &database], input.as_bytes());
        assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
        lines(&output).iter().filter(|line| line.get("error").is_none()).count()
    };
    let counts: Vec<usize> = std::thread::scope(|scope| {
        let talks: Vec<_> = (0..3).map(|_| scope.spawn(talk)).collect();
        talks.into_iter().map(|talk| talk.join().expect("no panic")).collect()
    });
    assert_eq!(counts, [lines_each; 3]);
}

#[test]
fn a_line_that_is_too_long_is_told_and_the_next_one_is_answered() {
    let mut input = vec![b'x'; (16 << 20) + 5];
    input.extend_from_slice(b"\n{}\n");
    let output = run(&["assess"], &input);
    let lines = lines(&output);
    assert_eq!(code(&output), 1);
    assert_eq!(lines.len(), 2);
    assert!(lines[0]["error"]["message"].as_str().expect("a message").contains("longer than"));
    assert_eq!(lines[1]["verdict"], "incomplete");
}

#[test]
fn the_terminal_begins_with_what_became_due_and_says_it_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("sessions.sqlite").display());
    let chat = |now: &str, input: &str| {
        let output = run(&["--database", &database, "chat", "--lang", "zh-CN", "--now", now], input.as_bytes());
        assert_eq!(code(&output), 0);
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let begun = chat("2026-11-02T10:00:00+08:00", "是\n首次备案\n公司\n广东\n阿里云\n公司官网\n");
    assert!(begun.contains("主办单位证件"), "{begun}");
    // Who did not agree hears nothing.
    let silent = chat("2026-11-10T10:00:00+08:00", "/reminders on\n");
    assert!(!silent.contains('🔔'), "{silent}");
    let due = chat("2026-11-12T12:00:00+08:00", "完成了\n");
    assert!(due.starts_with("🔔 备案 1\n还差 4 样材料"), "{due}");
    assert!(due.contains("直接说：完成了；稍后提醒；别再提醒") && due.contains("欢迎回来"), "{due}");
    assert!(due.contains("✓ 已备好"), "the words under it count: {due}");
    let again = chat("2026-11-12T12:01:00+08:00", "");
    assert!(!again.contains('🔔'), "{again}");
}

#[test]
fn the_terminal_takes_plain_lines_from_a_pipe() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("beian.sqlite").display());
    let output = run(
        &["--database", &database, "chat", "--lang", "en"],
        "yes\nfirst filing\ncompany\nguangdong\nalibaba cloud\ncompany website\n".as_bytes(),
    );
    assert_eq!(code(&output), 0);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("■ Papers to prepare") && text.contains("‹Alibaba 2020 §7.5.1"), "{text}");
    assert!(text.lines().all(|line| textwrap::core::display_width(line) <= 80), "a line is too wide");
}

#[test]
fn wrong_usage_is_told_and_exits_with_2() {
    for arguments in [&["assess", "--nonsense"][..], &["chat", "--now", "yesterday"], &["frobnicate"], &["match"]] {
        assert_eq!(code(&run(arguments, b"")), 2, "{arguments:?}");
    }
    let postgres = run(&["chat", "--database", "postgres://localhost/beian"], b"");
    assert_eq!(code(&postgres), 2);
    assert!(String::from_utf8_lossy(&postgres.stderr).contains("PostgreSQL is not supported yet"));
    let nowhere = run(&["chat", "--database", "sqlite:/dev/null/x.sqlite"], b"");
    assert_eq!(code(&nowhere), 1);
}

#[test]
fn every_command_explains_itself_with_an_example() {
    for arguments in [
        &["--help"][..],
        &["serve", "--help"],
        &["backup", "--help"],
        &["unsent", "--help"],
        &["chat", "--help"],
        &["assess", "--help"],
        &["match", "--help"],
        &["rules", "check", "--help"],
        &["rules", "show", "--help"],
        &["rules", "list", "--help"],
        &["rules", "diff", "--help"],
        &["rules", "table", "--help"],
        &["rules", "coverage", "--help"],
    ] {
        let output = run(arguments, b"");
        assert_eq!(code(&output), 0);
        assert!(String::from_utf8_lossy(&output.stdout).contains("Example:"), "{arguments:?}");
    }
}

#[test]
fn rules_are_checked_and_shown() {
    let output = run(&["rules", "check"], b"");
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    let output = run(&["rules", "show", "guangdong.unit.domain-valid", "--lang", "en"], b"");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("more than 90 days") && text.contains("aliyun-2020:1580") && text.contains("7.5.1 Guangdong"), "{text}");
    let output = run(&["rules", "show", "guangdong.unit.domain-valyd"], b"");
    assert_eq!(code(&output), 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("guangdong.unit.domain-valid"));
}

#[test]
fn rules_are_listed_compared_and_tabled() {
    let text = |arguments: &[&str]| {
        let output = run(arguments, b"");
        assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let list = text(&["rules", "list", "--province", "fujian", "--filer", "individual", "--kind", "material", "--lang", "en"]);
    assert!(list.lines().count() >= 2);
    assert!(list.lines().all(|line| line.starts_with("fujian.") && line.contains("[material]")), "{list}");
    assert!(!list.contains("fujian.unit."), "{list}");

    let diff = text(&["rules", "diff", "shandong", "fujian"]);
    assert!(diff.contains("≠ unit.domain-valid"), "{diff}");
    assert!(diff.contains("< shandong.") && diff.contains("> fujian."), "{diff}");
    // Both ask for it alike: no difference.
    assert!(!diff.contains("unit.unit-stays-unit"), "{diff}");
    assert_eq!(text(&["rules", "diff", "fujian", "fujian"]), "");

    let table = text(&["rules", "table", "--lang", "en"]);
    assert_eq!(table.lines().count(), 2 + 31);
    let columns = table.lines().next().expect("a head").matches('|').count();
    assert!(table.lines().all(|line| line.matches('|').count() == columns), "{table}");
    assert!(table.contains("| Shandong |") && table.contains("| 45 |") && table.contains("| 180 |"), "{table}");
    assert_eq!(code(&run(&["rules", "list", "--province", "atlantis"], b"")), 2);
}

#[test]
fn coverage_lists_what_nobody_accounts_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write("sources.toml", "[doc]\nfile = \"doc.txt\"\ndate = \"2020\"\nfound = \"a shelf\"\nlines = 4\n");
    write("exclusions.toml", "[doc]\nheading = [1]\n");
    write("doc.txt", "Title\n\nBring a seal.\nBring a licence.\n");
    for language in ["zh-CN", "en"] {
        std::fs::create_dir_all(folder.path().join("locales").join(language)).expect("made");
        write(&format!("locales/{language}/sources.ftl"), "source-doc = Document\nsource-short-doc = Doc\n");
    }
    let rules = folder.path().to_str().expect("a path");
    let covered = |cite: &str| {
        write("nation.toml", &format!("[all]\nwanted = {{ kind = \"material\", pattern = \"unit-document\", cite = {cite} }}\n"));
        write("patterns.toml", "[unit-document]\n");
        let output = run(&["--rules", rules, "rules", "coverage", "--documents", rules], b"");
        (code(&output), String::from_utf8(output.stdout).expect("UTF-8") + &String::from_utf8_lossy(&output.stderr))
    };
    let (exit, text) = covered("\"doc:3\"");
    assert_eq!(exit, 1, "{text}");
    assert!(text.contains("doc:4 Bring a licence.") && text.ends_with("unaccounted: 1\n"), "{text}");
    let (exit, text) = covered("[\"doc:3\", \"doc:4\"]");
    assert_eq!(exit, 0, "{text}");
    assert!(text.ends_with("unaccounted: 0\n"), "{text}");
}

#[test]
fn a_broken_rule_folder_never_starts() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("sources.toml"), "").expect("written");
    std::fs::write(folder.path().join("nation.toml"), "[all]\nx = { kind = \"note\", cite = \"nowhere:1\" }\n").expect("written");
    let path = folder.path().to_str().expect("a path");
    for arguments in [&["assess", "--rules", path][..], &["rules", "check", path]] {
        let output = run(arguments, b"{}\n");
        assert_eq!(code(&output), 1);
        assert!(output.stdout.is_empty());
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(message.contains("nation.toml:2") && message.contains("unknown document `nowhere`"), "{message}");
    }
}

#[test]
fn several_filings_are_kept_with_their_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("s.db").display());
    let say = |input: &str| {
        lines(&run(&["--database", &database, "chat", "--json", "--session", "agency", "--now", "2026-11-22"], input.as_bytes()))
    };
    say("{\"command\": \"/start\"}\n{\"text\": \"我们公司在成都，用腾讯云\"}\n{\"text\": \"是\"}\n{\"command\": \"/new shop.cn\"}\n");
    let second = say(
        "{\"text\": \"网站在内地的服务器上\"}\n{\"command\": \"/switch 1\"}\n{\"text\": \"第一次备案\"}\n{\"text\": \"切换到 shop.cn\"}\n",
    );
    let last = second.last().expect("an answer");
    assert_eq!(last["profile"]["domain"], "shop.cn");
    assert_eq!(last["profile"]["filer"], "enterprise");
    assert_eq!(last["profile"]["operation"], Json::Null);
    let first = say("{\"command\": \"/switch 1\"}\n");
    assert_eq!(first[0]["profile"]["operation"], "first_filing");
    assert_eq!(first[0]["profile"]["server_mainland"], true);
    assert_eq!(first[0]["profile"]["domain"], Json::Null);
    // One of them is deleted, and its answers are nowhere any more.
    say("{\"command\": \"/delete shop.cn\"}\n{\"text\": \"是\"}\n");
    let left = say("{\"command\": \"/filings\"}\n{\"command\": \"/switch 2\"}\n");
    assert!(!left.iter().any(|line| line.to_string().contains("shop.cn")), "{left:?}");
    assert!(left[0].to_string().contains("目前只有这一个备案"), "{left:?}");
    // Another one may take its number.
    let third = say("{\"command\": \"/new third.cn\"}\n{\"command\": \"/switch 1\"}\n{\"command\": \"/switch third.cn\"}\n");
    assert_eq!(third[2]["profile"]["domain"], "third.cn");
    assert_eq!(third[2]["profile"]["operation"], Json::Null);
}
