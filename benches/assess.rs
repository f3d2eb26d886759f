//! How long an answer takes: assessing a profile with everything explained, a turn of the conversation, matching an answer, and loading
//! the rules.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::hint::black_box;

use beian_bot::assistant::Assistant;
use beian_bot::dialogue::{Input, Session, day_in_china, turn};
use beian_bot::matching::{match_field, told};
use beian_bot::profile::{Field, Profile};
use beian_bot::rules;
use chrono::{DateTime, Utc};
use criterion::{Criterion, criterion_group, criterion_main};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_312_800, 0).expect("a moment")
}

fn profile(json: &str) -> Profile {
    Profile::from_json_text(json).expect("a profile")
}

const FEW: &str =
    r#"{"operation": "first_filing", "province": "guangdong", "filer": "enterprise", "provider": "aliyun", "content": ["unit_portal"]}"#;
const MANY: &str = r#"{"operation": "first_filing", "province": "guangdong", "filer": "enterprise", "provider": "aliyun", "content": ["shopping", "games"],
    "approval_held": ["games"], "identity": "mainland", "id_document": "resident_id", "id_valid_days": 400, "age": 34, "principal_is_legal_rep": true,
    "manager_is_principal": true, "unit_document": "business_license", "domain": "example.com", "domain_holder": "filer", "domain_valid_days": 200,
    "domain_verified_days": 10, "domain_registrar": "mainland", "domain_privacy": false, "domain_prefixes": 3, "server": "ecs", "server_months": 12,
    "server_billing": "subscription", "server_bandwidth": true, "server_mainland": true, "sites_in_order": 1, "unit_name": "广州某某科技有限公司"}"#;

fn assess(c: &mut Criterion) {
    let assistant = Assistant::load(None).expect("sound rules");
    let today = day_in_china(now());
    for (name, json) in [("few fields", FEW), ("many fields", MANY), ("nothing known", "{}")] {
        let profile = profile(json);
        let items = assistant.rules.assess(&profile, today).items.len();
        c.bench_function(&format!("assess with explanation, {name} ({items} items)"), |b| {
            b.iter(|| assistant.rules.assess(black_box(&profile), today));
        });
    }
}

fn turns(c: &mut Criterion) {
    let assistant = Assistant::load(None).expect("sound rules");
    let mut session = Session::default();
    for text in ["/start", "是", "首次备案", "企业", "广东", "阿里云"] {
        session = turn(assistant.knowledge(), &session, &Input::Text(text.to_owned()), now()).session;
    }
    let answer = Input::Text("公司官网".to_owned());
    c.bench_function("turn that ends in a checklist", |b| {
        b.iter(|| turn(assistant.knowledge(), black_box(&session), &answer, now()));
    });
    session = turn(assistant.knowledge(), &session, &answer, now()).session;
    session = turn(assistant.knowledge(), &session, &Input::Text("继续".to_owned()), now()).session;
    let answer = Input::Text("1".to_owned());
    c.bench_function("turn that asks the next question", |b| {
        b.iter(|| turn(assistant.knowledge(), black_box(&session), &answer, now()));
    });
}

fn matching(c: &mut Criterion) {
    let assistant = Assistant::load(None).expect("sound rules");
    for (field, answer) in [
        (Field::Province, "广东"),
        (Field::Province, "我在深圳这边"),
        (Field::Province, "湖楠"),
        (Field::Province, "gaungdong"),
        (Field::Province, "qwertyuiop"),
        (Field::Province, "我户口在河南，人在杭州，网站在杭州备案"),
        (Field::Content, "公司官网，也卖点东西"),
        (Field::Content, "新文资讯"),
        (Field::Filer, "我们是有限公司"),
        (Field::Operation, "别家备过，现在搬到阿里云"),
    ] {
        c.bench_function(&format!("match {field} «{answer}»"), |b| {
            b.iter(|| match_field(&assistant.vocabulary, field, black_box(answer)));
        });
    }
    let message = "我个人在深圳做博客，域名 foo.top";
    let today = day_in_china(now());
    c.bench_function("all that a message speaks of", |b| {
        b.iter(|| told(&assistant.vocabulary, Some(Field::Operation), black_box(message), today));
    });
    let megabyte = "平时主要忙线下的生意，".repeat(30_000);
    c.bench_function("match province in a megabyte", |b| {
        b.iter(|| match_field(&assistant.vocabulary, Field::Province, black_box(&megabyte)));
    });
}

fn loading(c: &mut Criterion) {
    c.bench_function("load everything, and find the first word", |b| {
        b.iter(|| {
            let assistant = Assistant::load(None).expect("sound rules");
            match_field(&assistant.vocabulary, Field::Province, "广东")
        });
    });
    c.bench_function("load and check all rules", |b| {
        b.iter(|| rules::load(&rules::built_in()).expect("sound rules"));
    });
}

criterion_group!(benches, assess, turns, matching, loading);
criterion_main!(benches);
