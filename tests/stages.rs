//! What is told at each stage of a filing, by provider, and the figures that a planner reads.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeMap;

use beian_bot::profile::{Field, Profile};
use beian_bot::rules::{self, Assessment, Status};
use common::chat::ASSISTANT;
use common::today;
use expect_test::{Expect, expect};
use serde_json::json;

const PROVIDERS: [&str; 3] = ["tencent", "aliyun", "other"];

fn assess(provider: &str, operation: &str, stage: Option<&str>, province: &str) -> Assessment<'static> {
    let mut profile = json!({
        "as_of": "2026-11-22", "provider": provider, "operation": operation, "filer": "individual", "province": province, "identity": "mainland", "id_document": "resident_id"
    });
    if let Some(stage) = stage {
        profile["stage"] = stage.into();
    }
    let profile = Profile::from_json(&profile).expect("a profile");
    ASSISTANT.rules.assess(&profile, today())
}

fn statuses(assessment: &Assessment<'_>) -> BTreeMap<String, Status> {
    assessment.items.iter().map(|item| (item.rule.id.clone(), item.status)).collect()
}

/// What a stage adds to the answer for who only prepares, and what it makes old: a line for each provider.
fn told(operation: &str, stage: &str) -> String {
    let mut lines = String::new();
    for provider in PROVIDERS {
        let before = statuses(&assess(provider, operation, None, "tianjin"));
        let now = statuses(&assess(provider, operation, Some(stage), "tianjin"));
        assert!(before.keys().all(|id| now.contains_key(id)), "{stage}: something is gone");
        lines.push_str(&format!("{provider}:\n"));
        for (id, status) in now.iter().filter(|(id, status)| before.get(*id) != Some(*status)) {
            let mark = if *status == Status::Applies { "" } else { " " };
            lines.push_str(&format!("  {id}{mark}{}\n", if mark.is_empty() { "" } else { status.name() }));
        }
    }
    lines
}

fn check(operation: &str, stage: &str, expected: Expect) {
    expected.assert_eq(&told(operation, stage));
}

#[test]
fn nothing_is_told_of_a_stage_to_who_only_prepares() {
    let tests_stage = |rule: &&rules::Rule| rule.when.fields().contains(Field::Stage);
    assert!(ASSISTANT.rules.rules.iter().filter(tests_stage).count() > 60, "the rules on stages are gone");
    for operation in ["first_filing", "add_site", "add_domain", "add_access", "change", "cancel"] {
        for provider in PROVIDERS {
            for province in Field::Province.allowed_values() {
                let silent = assess(provider, operation, None, province);
                let said = assess(provider, operation, Some("preparing"), province);
                assert_eq!(statuses(&silent), statuses(&said));
                let stray: Vec<_> = silent.items.iter().map(|item| item.rule).filter(tests_stage).map(|rule| &rule.id).collect();
                assert!(stray.is_empty(), "{provider} {operation} {province}: {stray:?}");
            }
        }
    }
}

#[test]
fn submitted() {
    check(
        "first_filing",
        "submitted",
        expect![[r#"
        tencent:
          stages.not-resolving-meanwhile
          stages.one-order-at-a-time
          tencent.first-review-lasts
          tencent.first-review-lasts-older superseded
          tencent.review-call
        aliyun:
          aliyun.first-review-lasts
          stages.not-resolving-meanwhile
          stages.one-order-at-a-time
        other:
          stages.not-resolving-meanwhile
          stages.one-order-at-a-time
          stages.review-call
          stages.review-elsewhere
    "#]],
    );
}

#[test]
fn first_review_passed() {
    check(
        "first_filing",
        "first_review_passed",
        expect![[r#"
        tencent:
          stages.not-resolving-meanwhile
          stages.sms-is-next
          tencent.face-check
          tencent.first-review-passed superseded
          tencent.step-photo superseded
          tencent.step-valid
        aliyun:
          aliyun.face-check superseded
          aliyun.face-check-in-app
          stages.not-resolving-meanwhile
          stages.sms-is-next
        other:
          stages.face-check-elsewhere
          stages.not-resolving-meanwhile
          stages.sms-is-next
    "#]],
    );
}

#[test]
fn first_review_failed() {
    check(
        "first_filing",
        "first_review_failed",
        expect![[r#"
        tencent:
          stages.usual-faults
          tencent.first-review-failed
          tencent.returned-order-valid
        aliyun:
          aliyun.resubmit
          stages.usual-faults
        other:
          stages.resubmit-elsewhere
          stages.usual-faults
    "#]],
    );
}

#[test]
fn photo_taken() {
    check(
        "first_filing",
        "photo_taken",
        expect![[r#"
        tencent:
          stages.not-resolving-meanwhile
          stages.sms-is-next
          tencent.second-review-lasts
          tencent.second-review-lasts-older superseded
        aliyun:
          aliyun.first-review-lasts
          stages.not-resolving-meanwhile
          stages.sms-is-next
        other:
          stages.not-resolving-meanwhile
          stages.review-elsewhere
          stages.sms-is-next
    "#]],
    );
}

#[test]
fn second_review_failed() {
    check(
        "first_filing",
        "second_review_failed",
        expect![[r#"
        tencent:
          stages.usual-faults
          tencent.returned-order-valid
          tencent.second-review-failed
        aliyun:
          aliyun.resubmit
          stages.usual-faults
        other:
          stages.resubmit-elsewhere
          stages.usual-faults
    "#]],
    );
}

#[test]
fn authority_review() {
    check(
        "first_filing",
        "authority_review",
        expect![[r#"
        tencent:
          stages.authority-review-lasts
          stages.not-resolving-meanwhile
          stages.result-by-sms
          stages.sms-by-both
          stages.sms-code
          stages.sms-tries
          tianjin.authority-takes
        aliyun:
          stages.authority-review-lasts
          stages.not-resolving-meanwhile
          stages.result-by-sms
          stages.sms-by-both
          stages.sms-code
          stages.sms-tries
          tianjin.authority-takes
        other:
          stages.authority-review-lasts
          stages.not-resolving-meanwhile
          stages.result-by-sms
          stages.sms-by-both
          stages.sms-code
          stages.sms-tries
          tianjin.authority-takes
    "#]],
    );
}

#[test]
fn authority_review_of_an_access_filing_asks_the_original_manager() {
    check(
        "add_access",
        "authority_review",
        expect![[r#"
        tencent:
          stages.authority-review-lasts
          stages.reachable-meanwhile
          stages.result-by-sms
          stages.sms-code
          stages.sms-tries
          tianjin.authority-takes
        aliyun:
          stages.authority-review-lasts
          stages.reachable-meanwhile
          stages.result-by-sms
          stages.sms-code
          stages.sms-tries
          tianjin.authority-takes
        other:
          stages.authority-review-lasts
          stages.reachable-meanwhile
          stages.result-by-sms
          stages.sms-code
          stages.sms-tries
          tianjin.authority-takes
    "#]],
    );
    // Beijing has no line of its own on it.
    let beijing = assess("aliyun", "add_access", Some("authority_review"), "beijing");
    assert!(beijing.items.iter().any(|item| item.rule.id == "stages.sms-by-original"));
    let tianjin = assess("aliyun", "add_access", Some("authority_review"), "tianjin");
    let by_original: Vec<_> = tianjin.items.iter().filter(|item| item.rule.pattern.as_deref() == Some("sms-by-original-manager")).collect();
    assert_eq!(by_original.len(), 1, "the province's rule takes its place");
    assert_eq!(by_original[0].sources().count(), 2, "and cites it along");
}

#[test]
fn authority_rejected() {
    check(
        "first_filing",
        "authority_rejected",
        expect![[r#"
        tencent:
          stages.returned-by-authority
          stages.usual-faults
          tencent.returned-order-valid
        aliyun:
          stages.returned-by-authority
          stages.usual-faults
        other:
          stages.returned-by-authority
          stages.usual-faults
    "#]],
    );
}

#[test]
fn approved() {
    check(
        "first_filing",
        "approved",
        expect![[r#"
        tencent:
          stages.change-in-time
          stages.keep-resolving
          stages.number-in-footer
          stages.public-security
          tencent.opens-later
          tencent.server-time-back
        aliyun:
          aliyun.server-time-back
          stages.change-in-time
          stages.keep-resolving
          stages.number-in-footer
          stages.public-security
        other:
          stages.change-in-time
          stages.keep-resolving
          stages.number-in-footer
          stages.opens-later
          stages.public-security
    "#]],
    );
}

#[test]
fn a_change_is_no_new_site() {
    check(
        "change",
        "approved",
        expect![[r#"
        tencent:
          stages.change-in-time
          stages.keep-resolving
          stages.number-in-footer
          tencent.opens-later
        aliyun:
          stages.change-in-time
          stages.keep-resolving
          stages.number-in-footer
        other:
          stages.change-in-time
          stages.keep-resolving
          stages.number-in-footer
          stages.opens-later
    "#]],
    );
}

#[test]
fn cancelling_has_stages_of_its_own() {
    check(
        "cancel",
        "authority_review",
        expect![[r#"
        tencent:
          stages.cancel-review-lasts
          stages.cancel-sms
        aliyun:
          stages.cancel-review-lasts
          stages.cancel-sms
        other:
          stages.cancel-review-lasts
          stages.cancel-sms
    "#]],
    );
    check(
        "cancel",
        "approved",
        expect![[r#"
        tencent:
          stages.cancelled-for-good
        aliyun:
          stages.cancelled-for-good
        other:
          stages.cancelled-for-good
    "#]],
    );
}

/// The working days of the items of a pattern that hold.
fn days(assessment: &Assessment<'_>, pattern: &str) -> Vec<(i64, i64)> {
    let holding = assessment.items.iter().filter(|item| item.status == Status::Applies && item.rule.pattern.as_deref() == Some(pattern));
    let figures = holding.map(|item| (item.rule.number("working_days_at_least"), item.rule.number("working_days_at_most")));
    figures.map(|(least, most)| (least.expect("from"), most.expect("to"))).collect()
}

#[test]
fn a_planner_finds_one_duration_for_each_stage_that_waits() {
    for provider in PROVIDERS {
        for (stage, expected) in [("submitted", (1, 2)), ("photo_taken", (1, 2)), ("authority_review", (1, 20))] {
            for operation in ["first_filing", "add_access", "change"] {
                assert_eq!(days(&assess(provider, operation, Some(stage), "guangxi"), "stage-lasts"), [expected], "{provider} {stage}");
            }
        }
    }
    // Of an older document alone, its own figure.
    let old = ASSISTANT.rules.documents(["tencent-process"]).expect("a document");
    let profile =
        json!({"provider": "tencent", "operation": "first_filing", "filer": "individual", "province": "guangxi", "stage": "submitted"});
    let profile = Profile::from_json(&profile).expect("a profile");
    let answer = ASSISTANT.rules.assess_from(&profile, today(), old);
    assert_eq!(days(&answer, "stage-lasts"), [(1, 1)]);
}

#[test]
fn every_province_says_how_long_its_authority_took() {
    for province in Field::Province.allowed_values() {
        let found = days(&assess("other", "first_filing", Some("authority_review"), province), "authority-takes");
        assert!(matches!(found.as_slice(), [(least, most)] if 0 < *least && least < most), "{province}: {found:?}");
    }
    assert_eq!(days(&assess("other", "change", Some("authority_review"), "shanghai"), "authority-takes"), [(3, 4)]);
}

/// Deadlines of an answer, by event.
fn deadlines(assessment: &Assessment<'_>) -> Vec<(String, i64)> {
    let due = assessment.items.iter().filter(|item| item.rule.pattern.as_deref() == Some("due-after"));
    due.map(|item| (item.rule.word("event").expect("an event").to_owned(), item.rule.number("days").expect("days"))).collect()
}

#[test]
fn deadlines_stand_beside_each_other() {
    let due = |operation, stage, province| {
        let mut found = deadlines(&assess("aliyun", operation, stage, province));
        found.sort();
        found.into_iter().map(|(event, days)| format!("{event} {days}")).collect::<Vec<_>>()
    };
    assert_eq!(due("first_filing", Some("authority_review"), "guangxi"), ["authority_review 1", "sheet_signed 180"]);
    assert_eq!(due("first_filing", Some("approved"), "guangxi"), ["sheet_signed 180", "site_opened 30"]);
    assert_eq!(due("add_access", Some("authority_review"), "yunnan"), ["access_cancelled 30", "authority_review 1"]);
    assert_eq!(due("add_access", None, "yunnan"), ["access_cancelled 30"]);
    assert_eq!(due("cancel", Some("authority_review"), "beijing"), Vec::<String>::new());
    const EVENTS: [&str; 5] = ["authority_review", "approved", "site_opened", "sheet_signed", "access_cancelled"];
    for rule in ASSISTANT.rules.rules.iter().filter(|rule| rule.pattern.as_deref() == Some("due-after")) {
        assert!(rule.word("event").is_some_and(|event| EVENTS.contains(&event)), "{}", rule.id);
    }
}
