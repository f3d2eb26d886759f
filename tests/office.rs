//! What is told beside the service: figures, reports, the audit log, and what a person gets of the support desk.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;
mod platform;

use beian_bot::desk::Reason;
use beian_bot::dialogue::{Filing, Person, Session, State};
use beian_bot::profile::Field;
use beian_bot::rules::RuleKey;
use beian_bot::store::{Batch, SqliteStore};
use chrono::{DateTime, TimeDelta, Utc};
use common::commands::{lines, run, said, told};
use expect_test::expect;
use platform::service::Place;
use serde_json::{Value as Json, json};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

/// Puts something into the database.
fn fill(place: &Place, work: impl AsyncFnOnce(&mut Batch)) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(async {
        let store = SqliteStore::open(&place.database()).await.expect("a database");
        let mut batch = store.begin().await.expect("a batch");
        work(&mut batch).await;
        batch.commit().await.expect("committed");
        store.close().await;
    });
}

// Figures.

/// Somebody whose filing waits for the answer to a question; with a checklist, or without one.
fn somebody(campaign: Option<u32>, field: Field, with_checklist: bool) -> Session {
    let shown = if with_checklist { vec![RuleKey::of("nation.all.x")] } else { Vec::new() };
    let filing = Filing { state: State::Asking { field, failures: 0 }, shown: shown.into(), ..Filing::default() };
    Session { person: Person { campaign, ..Person::default() }, filing, others: Vec::new() }
}

async fn save(batch: &mut Batch, address: &str, session: &Session, now: DateTime<Utc>) -> i64 {
    save_on(batch, "telegram", address, session, now).await
}

async fn save_on(batch: &mut Batch, channel: &str, address: &str, session: &Session, now: DateTime<Utc>) -> i64 {
    let states = beian_bot::store::written(None, session).expect("written");
    let change = beian_bot::store::Change { address, stored: None, session, states: &states, wake_at: None, seen: true };
    batch.save(channel, &[change], now).await.expect("saved");
    batch.person_at(channel, address).await.expect("read").expect("a person")
}

/// Ten days of a desk in the spring of 2020, and what lies around them.
fn in_spring() -> Place {
    let place = Place::new();
    fill(&place, async |batch| {
        let autumn = batch.campaign("双十一, \"全场\"", at("2020-03-01T00:00:00Z")).await.expect("a campaign");
        let agent = batch.campaign("=Li", at("2020-03-01T00:00:00Z")).await.expect("a campaign");
        for (day, campaign, what, detail, count) in [
            ("2020-03-31", None, "conversation", "", 100),
            ("2020-04-01", None, "conversation", "", 3),
            ("2020-04-01", Some(autumn), "conversation", "", 4),
            ("2020-04-02", Some(autumn), "conversation", "", 1),
            ("2020-04-10", Some(agent), "conversation", "", 1),
            ("2020-04-11", None, "conversation", "", 100),
            ("2020-04-02", Some(autumn), "checklist", "", 2),
            ("2020-04-02", Some(autumn), "handed_over", "asked", 1),
            ("2020-04-03", None, "handed_over", "left_open", 2),
            ("2020-04-03", None, "closed", "", 1),
            ("2020-04-03", None, "first_reply", "cases", 3),
            ("2020-04-03", None, "first_reply", "minutes", 20),
            ("2020-04-03", None, "first_reply_after", "2", 1),
            ("2020-04-03", None, "first_reply_after", "3", 1),
            ("2020-04-03", None, "first_reply_after", "15", 1),
            ("2020-04-06", Some(autumn), "first_reply", "cases", 10),
            ("2020-04-06", Some(autumn), "first_reply", "minutes", 640),
            ("2020-04-06", Some(autumn), "first_reply_after", "5", 8),
            ("2020-04-06", Some(autumn), "first_reply_after", "300", 2),
            // An older program did not count how long each waited.
            ("2020-04-07", Some(agent), "first_reply", "cases", 1),
            ("2020-04-07", Some(agent), "first_reply", "minutes", 4),
            ("2020-04-04", None, "rating", "5", 1),
            ("2020-04-04", Some(autumn), "rating", "4", 1),
            ("2020-04-05", None, "reported", "fujian.individual.residence-permit", 2),
            ("2020-04-05", None, "not_understood", "", 3),
            ("2020-04-05", Some(agent), "not_understood", "", 1),
        ] {
            batch.count(day.parse().expect("a day"), campaign, what, detail, count).await.expect("counted");
        }
        // The day begins at midnight in China.
        let (first, last, after) = (at("2020-03-31T16:00:00Z"), at("2020-04-10T15:59:59Z"), at("2020-04-10T16:00:00Z"));
        let wang = save(batch, "1", &somebody(None, Field::Province, false), first).await;
        let agents = save(batch, "2", &somebody(Some(agent), Field::Province, false), last).await;
        save(batch, "3", &somebody(Some(autumn), Field::Content, false), last).await;
        save(batch, "4", &somebody(Some(autumn), Field::Age, true), last).await;
        save(batch, "5", &somebody(None, Field::Filer, false), after).await;
        save(batch, "6", &somebody(None, Field::Filer, false), at("2020-03-31T15:59:59Z")).await;
        // Not asked anything; with the staff; a program.
        let resting = Session { filing: Filing { state: State::Resting, ..Filing::default() }, ..Session::default() };
        save(batch, "7", &resting, last).await;
        let served = save(batch, "8", &somebody(None, Field::Filer, false), last).await;
        batch.open_case(served, Reason::Asked, last, last).await.expect("a case");
        save_on(batch, "json", "9", &somebody(None, Field::Filer, false), last).await;
        for (person, at, field, said) in [
            (wang, first, Some("province"), "那个啥"),
            (agents, last, Some("province"), "那个啥"),
            (wang, last, Some("content"), "=1+1,\n\"什么\""),
            (wang, last, None, "嗯\u{1b}[2J"),
            (wang, after, Some("province"), "太晚了"),
        ] {
            batch.note_missed(person, at, field, said).await.expect("noted");
        }
    });
    // What cannot be read stops at no question.
    place.sql("update filings set state = 'no JSON' where id = (select current_filing from persons where address = '7')");
    place
}

const SPRING: [&str; 5] = ["stats", "--from", "2020-04-01", "--until", "2020-04-10"];

fn in_spring_said(place: &Place, arguments: &[&str]) -> String {
    said(place.command(&[&SPRING, arguments].concat()))
}

#[test]
fn figures_are_told_of_all_and_by_campaign() {
    expect![[r#"
        2020-04-01 to 2020-04-10

        all
          conversations     9
          checklists        2
          all answered      0
          dropped out       3: province 2, content 1
          stopped refining  1: age 1
          handed over       3: asked 1, left_open 2
          closed            1
          first reply       after 47.4 minutes on average, half within 5, nine of ten within 300 (cases: 14)
          rating            4.5 on average (people: 2)
          rules said wrong  2: fujian.individual.residence-permit 2
          not understood    4
              2 × province: 那个啥
              1 × -: 嗯 [2J
              1 × content: =1+1, "什么"

        without an invitation
          conversations     3
          checklists        0
          all answered      0
          dropped out       1: province 1
          stopped refining  0
          handed over       2: left_open 2
          closed            1
          first reply       after 6.7 minutes on average, half within 3 (cases: 3)
          rating            5 on average (people: 1)
          rules said wrong  2: fujian.individual.residence-permit 2
          not understood    3
              1 × -: 嗯 [2J
              1 × content: =1+1, "什么"
              1 × province: 那个啥

        campaign =Li
          conversations     1
          checklists        0
          all answered      0
          dropped out       1: province 1
          stopped refining  0
          handed over       0
          closed            0
          first reply       after 4 minutes on average (cases: 1)
          rating            none
          rules said wrong  0
          not understood    1
              1 × province: 那个啥

        campaign 双十一, "全场"
          conversations     5
          checklists        2
          all answered      0
          dropped out       1: content 1
          stopped refining  1: age 1
          handed over       1: asked 1
          closed            0
          first reply       after 64 minutes on average, half within 5, nine of ten within 300 (cases: 10)
          rating            4 on average (people: 1)
          rules said wrong  0
          not understood    0
    "#]]
    .assert_eq(&in_spring_said(&in_spring(), &[]));
}

#[test]
fn figures_of_one_campaign_are_told_alone() {
    let place = in_spring();
    expect![[r#"
        2020-04-01 to 2020-04-10

        campaign =Li
          conversations     1
          checklists        0
          all answered      0
          dropped out       1: province 1
          stopped refining  0
          handed over       0
          closed            0
          first reply       after 4 minutes on average (cases: 1)
          rating            none
          rules said wrong  0
          not understood    1
              1 × province: 那个啥
    "#]]
    .assert_eq(&in_spring_said(&place, &["--campaign", "=Li"]));
    let unknown = told(&run(place.command(&["stats", "--campaign", "Li"])));
    assert_eq!(unknown, "1\nbeian-bot: there is no campaign `Li`; there are =Li, 双十一, \"全场\"\n");
}

#[test]
fn figures_are_a_table() {
    let table = in_spring_said(&in_spring(), &["--format", "csv"]);
    // What did not happen has its rows as well.
    assert!(table.contains("\ntotal,,,all_asked,,,0\n") && table.contains("\ncampaign,'=Li,,rating,,5,0\n"), "{table}");
    let counted: String = table.lines().filter(|line| !line.ends_with(",0")).map(|line| format!("{line}\n")).collect();
    expect![[r#"
        section,campaign,day,name,field,detail,count
        day,,2020-04-01,conversation,,,3
        day,"双十一, ""全场""",2020-04-01,conversation,,,4
        day,"双十一, ""全场""",2020-04-02,checklist,,,2
        day,"双十一, ""全场""",2020-04-02,conversation,,,1
        day,"双十一, ""全场""",2020-04-02,handed_over,,asked,1
        day,,2020-04-03,closed,,,1
        day,,2020-04-03,first_reply,,cases,3
        day,,2020-04-03,first_reply,,minutes,20
        day,,2020-04-03,first_reply_after,,15,1
        day,,2020-04-03,first_reply_after,,2,1
        day,,2020-04-03,first_reply_after,,3,1
        day,,2020-04-03,handed_over,,left_open,2
        day,,2020-04-04,rating,,5,1
        day,"双十一, ""全场""",2020-04-04,rating,,4,1
        day,,2020-04-05,not_understood,,,3
        day,,2020-04-05,reported,,fujian.individual.residence-permit,2
        day,'=Li,2020-04-05,not_understood,,,1
        day,"双十一, ""全场""",2020-04-06,first_reply,,cases,10
        day,"双十一, ""全场""",2020-04-06,first_reply,,minutes,640
        day,"双十一, ""全场""",2020-04-06,first_reply_after,,300,2
        day,"双十一, ""全场""",2020-04-06,first_reply_after,,5,8
        day,'=Li,2020-04-07,first_reply,,cases,1
        day,'=Li,2020-04-07,first_reply,,minutes,4
        day,'=Li,2020-04-10,conversation,,,1
        campaign,,,conversation,,,3
        campaign,,,handed_over,,left_open,2
        campaign,,,closed,,,1
        campaign,,,first_reply,,cases,3
        campaign,,,first_reply,,minutes,20
        campaign,,,rating,,5,1
        campaign,,,not_understood,,,3
        campaign,,,first_reply,,median_minutes,3
        campaign,,,reported,,fujian.individual.residence-permit,2
        campaign,,,dropped_out,province,,1
        campaign,,,answer_not_understood,,嗯 [2J,1
        campaign,,,answer_not_understood,content,"'=1+1,
        ""什么""",1
        campaign,,,answer_not_understood,province,那个啥,1
        campaign,'=Li,,conversation,,,1
        campaign,'=Li,,first_reply,,cases,1
        campaign,'=Li,,first_reply,,minutes,4
        campaign,'=Li,,not_understood,,,1
        campaign,'=Li,,dropped_out,province,,1
        campaign,'=Li,,answer_not_understood,province,那个啥,1
        campaign,"双十一, ""全场""",,conversation,,,5
        campaign,"双十一, ""全场""",,checklist,,,2
        campaign,"双十一, ""全场""",,handed_over,,asked,1
        campaign,"双十一, ""全场""",,first_reply,,cases,10
        campaign,"双十一, ""全场""",,first_reply,,minutes,640
        campaign,"双十一, ""全场""",,rating,,4,1
        campaign,"双十一, ""全场""",,first_reply,,median_minutes,5
        campaign,"双十一, ""全场""",,first_reply,,ninetieth_minutes,300
        campaign,"双十一, ""全场""",,dropped_out,content,,1
        campaign,"双十一, ""全场""",,stopped_refining,age,,1
        total,,,conversation,,,9
        total,,,checklist,,,2
        total,,,handed_over,,asked,1
        total,,,handed_over,,left_open,2
        total,,,closed,,,1
        total,,,first_reply,,cases,14
        total,,,first_reply,,minutes,664
        total,,,rating,,4,1
        total,,,rating,,5,1
        total,,,not_understood,,,4
        total,,,first_reply,,median_minutes,5
        total,,,first_reply,,ninetieth_minutes,300
        total,,,reported,,fujian.individual.residence-permit,2
        total,,,dropped_out,province,,2
        total,,,dropped_out,content,,1
        total,,,stopped_refining,age,,1
        total,,,answer_not_understood,province,那个啥,2
        total,,,answer_not_understood,,嗯 [2J,1
        total,,,answer_not_understood,content,"'=1+1,
        ""什么""",1
    "#]]
    .assert_eq(&counted);
}

#[test]
fn figures_are_one_object() {
    let lines = lines(&in_spring_said(&in_spring(), &["--format", "json"]));
    let [object] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!((&object["from"], &object["until"]), (&json!("2020-04-01"), &json!("2020-04-10")));
    expect![[r#"
        {
          "conversations": 9,
          "checklists": 2,
          "all_asked": 0,
          "dropped_out": {
            "province": 2,
            "content": 1
          },
          "stopped_refining": {
            "age": 1
          },
          "handed_over": {
            "asked": 1,
            "not_understood": 0,
            "left_open": 2
          },
          "closed": 1,
          "first_reply": {
            "cases": 14,
            "average_minutes": 47.4,
            "median_minutes": 5,
            "ninetieth_minutes": 300
          },
          "rating": {
            "average": 4.5,
            "counts": {
              "1": 0,
              "2": 0,
              "3": 0,
              "4": 1,
              "5": 1
            }
          },
          "reported": {
            "fujian.individual.residence-permit": 2
          },
          "not_understood": 4,
          "answers_not_understood": [
            {
              "field": "province",
              "input": "那个啥",
              "count": 2
            },
            {
              "field": null,
              "input": "嗯\u001b[2J",
              "count": 1
            },
            {
              "field": "content",
              "input": "=1+1,\n\"什么\"",
              "count": 1
            }
          ]
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&object["total"]).expect("JSON"));
    let of_campaigns = object["campaigns"].as_array().expect("campaigns").iter();
    let of_campaigns: Vec<Json> =
        of_campaigns.map(|sums| json!([sums["campaign"], sums["conversations"], sums["dropped_out"], sums["rating"]["average"]])).collect();
    expect![[r#"[[null,3,{"province":1},5.0],["=Li",1,{"province":1},null],["双十一, \"全场\"",5,{"content":1},4.0]]"#]]
        .assert_eq(&json!(of_campaigns).to_string());
}

#[test]
fn what_was_not_understood_is_ready_to_become_a_sample() {
    let place = in_spring();
    expect![[r#"
        {"field":"province","input":"那个啥","count":2}
        {"field":null,"input":"嗯\u001b[2J","count":1}
        {"field":"content","input":"=1+1,\n\"什么\"","count":1}
    "#]]
    .assert_eq(&in_spring_said(&place, &["--not-understood"]));
    expect![[r#"
        {"field":"province","input":"那个啥","count":1}
    "#]]
    .assert_eq(&in_spring_said(&place, &["--not-understood", "--campaign", "=Li"]));
}

#[test]
fn who_was_here_a_moment_ago_has_not_dropped_out() {
    let place = Place::new();
    fill(&place, async |batch| {
        // Later than three days before any clock that runs this.
        save(batch, "1", &somebody(None, Field::Province, false), at("9000-01-01T00:00:00Z")).await;
        save(batch, "2", &somebody(None, Field::Province, false), at("2020-04-01T00:00:00Z")).await;
    });
    let told = &lines(&said(place.command(&["stats", "--from", "2020-01-01", "--until", "9999-12-31", "--format", "json"])))[0];
    assert_eq!(told["total"]["dropped_out"], json!({"province": 1}));
}

#[test]
fn a_period_is_days_in_their_order_and_a_database_is_never_made_by_looking() {
    let place = Place::new();
    let wrong = told(&run(place.command(&["stats", "--from", "2020-04-02", "--until", "2020-04-01"])));
    assert_eq!(wrong, "2\nbeian-bot: the first day, 2020-04-02, is after the last, 2020-04-01\n");
    assert!(told(&run(place.command(&["stats", "--from", "2020-4-2"]))).contains("write a day such as"));
    for command in ["stats", "reports", "audit"] {
        let nothing = told(&run(place.command(&[command])));
        assert!(nothing.starts_with("1\n") && nothing.contains("cannot be used"), "{nothing}");
    }
    assert!(!place.database().exists());
    fill(&place, async |_| ());
    let week = lines(&said(place.command(&["stats", "--until", "2020-04-10", "--format", "json"])));
    assert_eq!((&week[0]["from"], &week[0]["until"]), (&json!("2020-04-04"), &json!("2020-04-10")));
}

// Reports and the audit log.

#[test]
fn reports_and_the_audit_log_are_listed() {
    let place = Place::new();
    let now = at("2020-04-01T02:03:04Z");
    fill(&place, async |batch| {
        let profile = json!({"province": "fujian", "filer": "individual"});
        batch.report(now, "fujian.individual.residence-permit", &profile).await.expect("reported");
        batch.report(now + TimeDelta::days(1), "nowhere.all.gone", &json!({})).await.expect("reported");
        batch.audit(now, 2001, "take", Some(1), None).await.expect("noted");
        batch.audit(now + TimeDelta::minutes(1), 2009, "refused", None, Some("words")).await.expect("noted");
    });
    let reports = lines(&said(place.command(&["reports"])));
    assert_eq!(reports.len(), 2);
    assert_eq!(reports[0]["time"], "2020-04-01T02:03:04Z");
    assert_eq!(reports[0]["rule"], "fujian.individual.residence-permit");
    assert!(reports[0]["title"].as_str().is_some_and(|title| title.contains("居住证")), "{}", reports[0]);
    assert!(reports[0]["sources"].as_array().is_some_and(|sources| sources.contains(&json!("aliyun-2020:1225"))), "{}", reports[0]);
    assert_eq!(reports[0]["profile"], json!({"province": "fujian", "filer": "individual"}));
    assert_eq!((&reports[1]["title"], &reports[1]["sources"]), (&Json::Null, &json!([])));
    expect![[r#"
        {"time":"2020-04-01T02:03:04Z","staff":2001,"what":"take","case":1,"detail":null}
        {"time":"2020-04-01T02:04:04Z","staff":2009,"what":"refused","case":null,"detail":"words"}
    "#]]
    .assert_eq(&said(place.command(&["audit"])));
}

// What a person gets of it.

#[test]
fn what_the_desk_holds_of_a_person_is_theirs() {
    let place = Place::new();
    let now = at("2020-04-01T02:03:04Z");
    fill(&place, async |batch| {
        let campaign = batch.campaign("双十一", now).await.expect("a campaign");
        let person = save(batch, "1", &somebody(Some(campaign), Field::Province, false), now).await;
        let other = save(batch, "2", &somebody(None, Field::Province, false), now).await;
        let id = batch.open_case(person, Reason::LeftOpen, now, now).await.expect("a case");
        let mut case = batch.case(id).await.expect("read").expect("a case");
        case.first_reply_at = Some(now + TimeDelta::minutes(5));
        case.closed_at = Some(now + TimeDelta::minutes(9));
        case.closed_because = Some("已说明".to_owned());
        case.tags = vec!["域名".to_owned(), "加急".to_owned()];
        case.rating = Some(4);
        batch.change_case(&case).await.expect("changed");
        batch.note_missed(person, now, Some("province"), "那个啥").await.expect("noted");
        batch.note_missed(other, now, Some("province"), "别人的").await.expect("noted");
        let kept = batch.kept_beside("telegram", "1").await.expect("read").expect("something");
        expect![[r#"
            [
              {
                "what": "invitation",
                "kept": {
                  "campaign": "双十一"
                }
              },
              {
                "what": "case",
                "kept": {
                  "reason": "left_open",
                  "opened_at": "2020-04-01T02:03:04+00:00",
                  "first_reply_at": "2020-04-01T02:08:04+00:00",
                  "closed_at": "2020-04-01T02:12:04+00:00",
                  "closed_because": "已说明",
                  "tags": [
                    "域名",
                    "加急"
                  ],
                  "rating": 4
                }
              },
              {
                "what": "not_understood",
                "kept": {
                  "at": "2020-04-01T02:03:04+00:00",
                  "field": "province",
                  "text": "那个啥"
                }
              }
            ]"#]]
        .assert_eq(&serde_json::to_string_pretty(&kept).expect("JSON"));
        assert_eq!(batch.kept_beside("telegram", "3").await.expect("read"), None);
    });
}
