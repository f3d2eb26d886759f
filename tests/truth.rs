//! Assessments against tables that were written from the documents alone, by readers who had not seen the rule files.
//!
//! Each row of `tests/truth/*.jsonl` gives a profile and what the answer must and must not hold: an item that cites a line, with
//! its kind, status and check; lines that nothing may rest on; the verdict; what is asked. The format is in `tests/truth/README.md`.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use beian_bot::profile::Profile;
use beian_bot::rules::{self, Assessment, Item, Place, RuleBase, Status};
use chrono::NaiveDate;
use serde_json::Value as Json;

fn base() -> RuleBase {
    rules::load(&rules::built_in()).expect("the built-in rules are sound")
}

/// Whether the item cites this line.
fn cites(base: &RuleBase, item: &Item<'_>, citation: &str) -> bool {
    let wanted = base.sources.cite(citation).unwrap_or_else(|(message, _)| panic!("{message}"));
    let Place::Lines(line, _) = wanted.place else { panic!("{citation} is no line") };
    item.sources().any(|source| match source.place {
        Place::Lines(first, last) => source.document == wanted.document && (first..=last).contains(&line),
        _ => false,
    })
}

/// An expectation is met by a value, or by one of a list of values.
fn meets(expected: Option<&Json>, actual: &str) -> bool {
    match expected {
        None | Some(Json::Null) => true,
        Some(Json::Array(alternatives)) => alternatives.iter().any(|alternative| alternative == actual),
        Some(value) => value == actual,
    }
}

fn describe(item: &Item<'_>) -> String {
    format!("{} [{} {} {}]", item.rule.id, item.rule.kind, item.status.name(), item.check.name())
}

/// What is wrong with the answer to one row.
fn faults(base: &RuleBase, row: &Json, answer: &Assessment<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for expected in row["items"].as_array().into_iter().flatten() {
        let line = expected["cite"].as_str().expect("an expected item cites a line");
        let citing: Vec<_> = answer.items.iter().filter(|item| cites(base, item, line)).collect();
        let met = citing.iter().any(|item| {
            meets(expected.get("kind"), item.rule.kind.name())
                && meets(expected.get("status"), item.status.name())
                && meets(expected.get("check"), item.check.name())
        });
        if !met {
            let found: Vec<_> = citing.iter().map(|item| describe(item)).collect();
            faults.push(format!("expected {expected}; that line gives {found:?}"));
        }
    }
    for unwanted in row["absent"].as_array().into_iter().flatten() {
        let line = unwanted.as_str().or_else(|| unwanted["cite"].as_str()).expect("an absent item cites a line");
        for item in answer.items.iter().filter(|item| item.status != Status::Superseded && cites(base, item, line)) {
            if meets(unwanted.get("kind"), item.rule.kind.name()) {
                faults.push(format!("{line} should give nothing, but gives {}", describe(item)));
            }
        }
    }
    if !meets(row.get("verdict"), answer.verdict.name()) {
        let blocking: Vec<_> = answer.items.iter().filter(|item| item.blocks()).map(describe).collect();
        faults.push(format!("verdict {} instead of {}; blocking: {blocking:?}", answer.verdict.name(), row["verdict"]));
    }
    let asked: Vec<_> = answer.questions.iter().map(|field| field.name()).collect();
    for field in row["asks"].as_array().into_iter().flatten() {
        if !asked.iter().any(|asked| field == asked) {
            faults.push(format!("does not ask {field}"));
        }
    }
    for field in row["not_asks"].as_array().into_iter().flatten() {
        if asked.iter().any(|asked| field == asked) {
            faults.push(format!("asks {field} in vain"));
        }
    }
    faults
}

fn check_table(name: &str) {
    let base = base();
    let path = format!("{}/tests/truth/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(&path).expect("the table is there");
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
    let mut failed = Vec::new();
    let mut rows = 0;
    for (index, line) in table.lines().enumerate() {
        let row: Json = serde_json::from_str(line).unwrap_or_else(|error| panic!("{name}:{}: {error}", index + 1));
        let profile = Profile::from_json(&row["profile"]).unwrap_or_else(|error| panic!("{name}:{}: {error}", index + 1));
        let answer = base.assess(&profile, today);
        rows += 1;
        let faults = faults(&base, &row, &answer);
        if !faults.is_empty() {
            failed.push(format!("{name}:{} {}\n    {}\n    - {}", index + 1, row["case"], row["profile"], faults.join("\n    - ")));
        }
    }
    assert!(rows > 50, "{name}: the table has shrunk to {rows} rows");
    assert!(failed.is_empty(), "{} of {rows} rows fail:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn beijing_and_tianjin() {
    check_table("beijing_tianjin");
}

#[test]
fn shanghai_fujian_and_guangdong() {
    check_table("shanghai_fujian_guangdong");
}

#[test]
fn the_nation_the_providers_and_pre_approval() {
    check_table("nation");
}

#[test]
fn the_provinces_of_the_north_and_the_east() {
    check_table("north_east");
}

#[test]
fn the_provinces_of_the_south_and_the_west() {
    check_table("south_west");
}
