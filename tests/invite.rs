//! Invitations: links that are made by a command, and what the service makes of them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;
mod platform;

use beian_bot::desk::invitation::{Invitation, Key};
use beian_bot::profile::{Field, Value};
use chrono::{TimeDelta, Utc};
use common::commands::{lines, run, said, told};
use expect_test::expect;
use platform::scene::{Scene, WANG};
use platform::service::Place;
use serde_json::json;

/// What seals the invitations of a database.
fn key_of(place: &Place) -> Key {
    let secret = place.with_store(async |store| store.known_service_value("invitation key").await.expect("read"));
    Key::new(secret.expect("a key").into())
}

fn payload(link: &str) -> &str {
    link.split_once("?start=").expect("a payload").1.trim()
}

#[test]
fn a_link_brings_what_was_asked_for_and_tells_by_whom_and_how_long() {
    let place = Place::new();
    let output = said(place.command(&[
        "invite",
        "--bot",
        "@beian_bot",
        "--campaign",
        " 双十一 ",
        "--days",
        "14",
        "--province",
        "guangdong",
        "--filer",
        "enterprise",
        "--content",
        "unit_portal,blog",
        "--server-mainland",
        "true",
        "--id_valid_days",
        "-3",
        "--domain",
        "https://WWW.Foo.top/x",
    ]));
    let mut of_output = output.lines();
    let link = of_output.next().expect("a link");
    assert!(link.starts_with("https://t.me/beian_bot?start=i") && payload(link).len() <= 64, "{link}");
    let rest: Vec<&str> = of_output.filter(|line| !line.starts_with("until: ")).collect();
    expect![[r#"

        campaign: 双十一
        province: guangdong
        filer: enterprise
        content: blog,unit_portal
        server_mainland: true
        domain: foo.top
        id_valid_days: -3"#]]
    .assert_eq(&rest.join("\n"));
    let opened = Invitation::open(payload(link), &key_of(&place), Utc::now()).expect("an invitation");
    assert_eq!(opened.answers.len(), 6);
    assert!(opened.answers.contains(&(Field::IdValidDays, Value::Integer(-3))));
    let days = (opened.expires - Utc::now()).num_hours();
    assert!((14 * 24 - 1..=14 * 24 + 1).contains(&days), "{days}");

    // For programs; the same campaign has the same number, and another key makes another seal.
    let lines = lines(&said(place.command(&["invite", "--bot", "beian_bot", "--campaign", "双十一", "--json", "--has-seal", "false"])));
    let [line] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!((&line["campaign"], &line["answers"], &line["bot"]), (&json!("双十一"), &json!({"has_seal": false}), &json!("beian_bot")));
    let again = Invitation::open(payload(line["link"].as_str().expect("a link")), &key_of(&place), Utc::now()).expect("an invitation");
    assert_eq!((again.campaign, Some(again.expires)), (opened.campaign, line["until"].as_str().and_then(|until| until.parse().ok())));
    let secret = "a key of these tests alone";
    let output =
        place.command(&["invite", "--bot", "beian_bot", "--campaign", "x"]).env("BEIAN_INVITE_KEY", secret).output().expect("it runs");
    let link = String::from_utf8_lossy(&output.stdout).lines().next().expect("a link").to_owned();
    assert!(Invitation::open(payload(&link), &key_of(&place), Utc::now()).is_err());
    assert!(Invitation::open(payload(&link), &Key::new(secret.to_owned().into()), Utc::now()).is_ok());
}

#[test]
fn every_field_that_travels_is_an_option() {
    let place = Place::new();
    let help = said(place.command(&["invite", "--help"]));
    for field in Field::ALL {
        let listed = help.contains(&format!("--{} <VALUE>", field.name().replace('_', "-")));
        assert_eq!(listed, !matches!(field, Field::AsOf | Field::Held | Field::Stage), "{field}");
    }
}

#[test]
fn what_cannot_be_invited_to_is_told_with_what_is_accepted() {
    let place = Place::new();
    let refused = |arguments: &[&str]| {
        let output = run(place.command(&[&["invite"], arguments].concat()));
        assert!(output.stdout.is_empty(), "{}", told(&output));
        told(&output).lines().take(2).collect::<Vec<_>>().join(" ").replace(&place.database().display().to_string(), "FILE") + "\n"
    };
    let to = |arguments: &[&str]| refused(&[&["--bot", "beian_bot", "--campaign", "x"], arguments].concat());
    let long = ["--unit-name", "广东某某科技有限公司", "--site-name", "一家小店"];
    let said = [
        to(&["--province", "guandong"]),
        to(&["--has-seal", "yes"]),
        to(&["--age", "old"]),
        to(&["--age", "999"]),
        to(&["--content", "none,blog"]),
        to(&["--domain", "not a domain"]),
        to(&["--site-name", "电话 13800138000"]),
        to(&["--stage", "approved"]),
        to(&["--days", "0"]),
        to(&["--days", "367"]),
        to(&long),
        refused(&["--bot", "beian_bot", "--campaign", "  "]),
        refused(&["--bot", "beian_bot", "--campaign", &"长".repeat(41)]),
        refused(&["--bot", "my bot", "--campaign", "x"]),
        refused(&["--bot", "beian_bot"]),
    ];
    expect![[r#"
        2 beian-bot: --province cannot be `guandong`; expected one of beijing, tianjin, hebei, shanxi, inner_mongolia, liaoning, jilin, heilongjiang, shanghai, jiangsu, zhejiang, anhui, fujian, jiangxi, shandong, henan, hubei, hunan, guangdong, guangxi, hainan, chongqing, sichuan, guizhou, yunnan, tibet, shaanxi, gansu, qinghai, ningxia, xinjiang
        2 beian-bot: --has-seal cannot be `yes`; expected true or false
        2 beian-bot: --age cannot be `old`; expected a whole number from 0 to 9223372036854775807
        2 beian-bot: --age cannot be `999`: nobody can mean that
        2 beian-bot: --content cannot be `none,blog`: nobody can mean that
        2 beian-bot: --domain cannot be `not a domain`; expected a domain name such as example.cn
        2 beian-bot: --site-name holds what looks like the number of a person; such numbers are not kept
        2 error: unexpected argument '--stage' found
        2 error: invalid value '0' for '--days <N>': 0 is not in 1..=366
        2 error: invalid value '367' for '--days <N>': 367 is not in 1..=366
        1 beian-bot: the invitation needs 66 bytes of 48: the answer to unit_name does not fit; leave out an answer or shorten a text
        2 error: invalid value '  ' for '--campaign <NAME>': a campaign has a name
        2 error: invalid value '长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长' for '--campaign <NAME>': write up to 40 characters in one line
        2 error: invalid value 'my bot' for '--bot <NAME>': write the bot's user name, such as beian_bot
        2 error: the following required arguments were not provided:
    "#]].assert_eq(&said.concat());
    // Where there is no link, no campaign stays behind.
    assert_eq!(place.sql("select count(*) from campaigns"), 0);
    let short = place.command(&["invite", "--campaign", "x"]).env("BEIAN_INVITE_KEY", "short").output().expect("it runs");
    assert!(told(&short).starts_with("2\n") && told(&short).contains("at least 16 characters"), "{}", told(&short));

    // The bot's name is known where something was served; a database that is not there is not made.
    let unserved = told(&run(place.command(&["invite", "--campaign", "x"])));
    assert!(unserved.starts_with("1\n") && unserved.contains("--bot NAME"), "{unserved}");
    let nowhere = Place::new();
    assert!(told(&run(nowhere.command(&["invite", "--campaign", "x"]))).contains("cannot be used"));
    assert!(!nowhere.database().exists());
}

#[test]
fn an_older_database_is_brought_up_to_date() {
    let place = Place::new();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stored/database-4.sqlite");
    std::fs::copy(&sample, place.database()).expect("copied");
    let stats = said(place.command(&["stats", "--format", "json"]));
    assert_eq!(lines(&stats)[0]["total"]["conversations"], 0);
    std::fs::copy(&sample, place.database()).expect("copied");
    assert!(said(place.command(&["invite", "--bot", "beian_bot", "--campaign", "x"])).starts_with("https://t.me/beian_bot?start=i"));
}

#[test]
fn an_invitation_that_is_made_while_the_service_runs_is_taken_and_named() {
    let scene = Scene::new();
    scene.tell("/help");
    // The bot's name is known from the service.
    let output = said(scene.place.command(&["invite", "--campaign", "双十一", "--province", "guangdong", "--filer", "enterprise"]));
    let link = output.lines().next().expect("a link");
    assert!(link.starts_with("https://t.me/fake_bot?start=i"), "{link}");
    scene.tell(&format!("/start {}", payload(link)));
    let since = scene.since(WANG, "/start").replace(payload(link), "PAYLOAD");
    expect![[r#"
        > /start PAYLOAD
        < 双十一 请您来的，已经替您填好这些，哪里不对直接说：
          ✓ 备案省份：广东；主办单位性质：企业
          哪里不对直接说，例如“不对，是广西”。
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
        [是] [否]
        [不知道／跳过]
    "#]]
    .assert_eq(&since);
    // What was filled in is theirs to change.
    scene.tell("不对，是广西");
    scene.check(
        WANG,
        "不对",
        expect![[r#"
        > 不对，是广西
        < ✓ 备案省份：广西
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
        [是] [否]
        [不知道／跳过]
    "#]],
    );
    assert_eq!(scene.place.texts("select campaigns.name from persons join campaigns on campaigns.id = persons.campaign"), ["双十一"]);
}

#[test]
fn an_invitation_without_answers_begins_as_ever_and_counts_for_its_campaign() {
    let scene = Scene::new();
    scene.fake.user(1002, Some("en"));
    scene.tell("/help");
    let output = said(scene.place.command(&["invite", "--campaign", "=Li"]));
    let link = output.lines().next().expect("a link");
    scene.after(1002, 1, |fake| fake.say(1002, &format!("/start {}", payload(link))));
    let transcript = scene.fake.transcript(1002);
    assert!(transcript.contains("(1/6)"), "{transcript}");
    let invited = "select persons.id from persons join campaigns on campaigns.id = persons.campaign where name = '=Li'";
    assert!(scene.place.sql(invited) > 0);
    scene.fake.quiet();
    let figures = said(scene.place.command(&["stats", "--campaign", "=Li", "--format", "json"]));
    assert_eq!(lines(&figures)[0]["total"]["conversations"], 1);
}

#[test]
fn an_invitation_that_is_over_or_was_changed_is_refused_kindly_and_fills_in_nothing() {
    let scene = Scene::new();
    let output = said(scene.place.command(&["invite", "--campaign", "双十一", "--bot", "fake_bot", "--province", "guangdong"]));
    let link = output.lines().next().expect("a link").to_owned();
    let answers = vec![(Field::Province, Value::parse(Field::Province, "guangdong").expect("a value"))];
    let over = Invitation { campaign: 1, answers, expires: Utc::now() - TimeDelta::hours(2) };
    let over = over.seal(&key_of(&scene.place)).expect("a payload");
    let changed: String = {
        let mut letters: Vec<char> = payload(&link).chars().collect();
        letters[9] = if letters[9] == 'A' { 'B' } else { 'A' };
        letters.into_iter().collect()
    };
    scene.tell(&format!("/start {over}"));
    scene.tell(&format!("/start {changed}"));
    let transcript = scene.fake.transcript(WANG).replace(&over, "OVER").replace(&changed, "CHANGED");
    expect![[r#"
        > /start OVER
        < 这个邀请链接已经过期，里面填好的内容用不了了。没关系，我们从头来；也可以向发给您的人要个新的。
          您好，我是备案助手。告诉我谁、在哪个省、要备案什么网站，我就列出要准备的材料、前置审批和步骤，每一条都注明出处。
          先问六个问题，就能给出第一份清单；之后愿意的话，再回答一些让它更准确。不知道的可以说“不知道”，随时可以 /undo 返回、/help 看帮助。For English: /lang en
          我会保存您的回答，只用来列清单，存在运营方服务器的数据库里，365 天不用就自动删除。/export 取回，/forget 删除。请不要发证件照片和号码。
          （1/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
        [是] [否]
        [不知道／跳过]
        > /start CHANGED
        < 这个邀请链接不完整或被改过，我没有用里面的内容。请从原消息里重新点开；也可以现在就开始：
          欢迎回来。您之前的 0 个回答都还在，我们接着来。要重新开始请用 /restart。
          （1/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
        [是] [否]
        [不知道／跳过]
    "#]].assert_eq(&transcript);
    assert_eq!(scene.place.sql("select count(*) from filings where state like '%guangdong%'"), 0);
    scene.in_order();
}
