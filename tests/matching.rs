//! How well answers are understood: the figures of labelled answers (`matching/`), what they must not fall below, and what
//! holds for any text.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use beian_bot::assistant::Assistant;
use beian_bot::dialogue::day_in_china;
use beian_bot::matching::{Decision, Labels, Match, Reading, Vocabulary, match_field, read, told};
use beian_bot::profile::{Field, Kind, Value};
use chrono::{DateTime, NaiveDate};
use expect_test::expect;
use proptest::prelude::*;
use serde::Deserialize;

static ASSISTANT: LazyLock<Assistant> = LazyLock::new(|| Assistant::load(None).expect("the built-in rules are sound"));

fn today() -> NaiveDate {
    day_in_china(DateTime::from_timestamp(1_795_320_000, 0).expect("a moment"))
}

/// A labelled answer, as `matching/README.md` explains it.
#[derive(Deserialize)]
struct Row {
    field: String,
    input: String,
    expect: Option<Values>,
    #[serde(default)]
    accept_also: Option<Values>,
    #[serde(default)]
    accept_instead: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Values {
    One(String),
    Several(Vec<String>),
}

impl Values {
    fn list(&self) -> Vec<&str> {
        match self {
            Values::One(value) => vec![value],
            Values::Several(values) => values.iter().map(String::as_str).collect(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Outcome {
    Right,
    /// Right, but the person is asked once more.
    Confirmed,
    /// Nothing was meant, and the person is asked whether something was.
    Half,
    Missed,
    WronglyAccepted,
}

impl Outcome {
    fn points(self) -> f64 {
        match self {
            Outcome::Right => 1.0,
            Outcome::Confirmed => 0.9,
            Outcome::Half => 0.5,
            Outcome::Missed => 0.0,
            Outcome::WronglyAccepted => -1.0,
        }
    }

    fn is_right(self) -> bool {
        matches!(self, Outcome::Right | Outcome::Confirmed)
    }
}

fn named(field: Field, value: &Value) -> Vec<&'static str> {
    match value {
        Value::Choice(index) => vec![field.allowed_values()[usize::from(*index)]],
        Value::Set(bits) => {
            field.allowed_values().iter().enumerate().filter(|(index, _)| bits & 1 << index != 0).map(|(_, name)| *name).collect()
        }
        _ => panic!("a choice or a list"),
    }
}

fn outcome(row: &Row, field: Field, found: &Match) -> Outcome {
    let also = row.accept_also.as_ref().map_or(Vec::new(), Values::list);
    let best = found.best.as_ref().map(|value| named(field, value));
    let right = best.as_ref().is_some_and(|best| match &row.expect {
        Some(Values::One(value)) => best == &[value.as_str()] || also.contains(&best[0]),
        Some(Values::Several(values)) => [values].into_iter().chain(&row.accept_instead).any(|whole| {
            let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
            whole.iter().all(|value| best.contains(value)) && best.iter().all(|value| whole.contains(value) || also.contains(value))
        }),
        None => best.iter().all(|value| also.contains(value)),
    });
    match (found.decision, &row.expect) {
        (Decision::Reject, None) => Outcome::Right,
        (Decision::Reject, Some(_)) => Outcome::Missed,
        (Decision::Accept, _) if right => Outcome::Right,
        (Decision::Confirm, _) if right => Outcome::Confirmed,
        (Decision::Confirm, None) => Outcome::Half,
        (Decision::Confirm, Some(_)) => Outcome::Missed,
        (Decision::Accept, _) => Outcome::WronglyAccepted,
    }
}

/// The outcomes of a file's rows by field.
fn outcomes(rows: &str) -> BTreeMap<String, Vec<Outcome>> {
    let mut outcomes: BTreeMap<String, Vec<Outcome>> = BTreeMap::new();
    for line in rows.lines().filter(|line| !line.trim().is_empty()) {
        let row: Row = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        let field = Field::named(&row.field).expect("a field");
        let found = match_field(&ASSISTANT.vocabulary, field, &row.input);
        let outcome = outcome(&row, field, &found);
        outcomes.entry(row.field).or_default().push(outcome);
    }
    outcomes
}

fn figures(outcomes: &BTreeMap<String, Vec<Outcome>>) -> String {
    let mut table = "field      rows  right   points  confirmed  wrongly accepted\n".to_owned();
    for (field, outcomes) in outcomes {
        let share = |count: f64| 100.0 * count / outcomes.len() as f64;
        let count = |wanted: Outcome| outcomes.iter().filter(|outcome| **outcome == wanted).count();
        table.push_str(&format!(
            "{field:<10} {:>4}  {:>5.1}  {:>6.1}  {:>9}  {:>16}\n",
            outcomes.len(),
            share(outcomes.iter().filter(|outcome| outcome.is_right()).count() as f64),
            share(outcomes.iter().map(|outcome| outcome.points()).sum()),
            count(Outcome::Confirmed),
            count(Outcome::WronglyAccepted),
        ));
    }
    table
}

const DEV: &str = include_str!("matching/dev.jsonl");
const SEEN: &str = include_str!("matching/seen.jsonl");
const UNSEEN: &str = include_str!("matching/unseen.jsonl");

#[test]
fn the_samples_are_understood_and_none_is_wrongly_accepted() {
    let outcomes = outcomes(DEV);
    for (field, outcomes) in &outcomes {
        let right = outcomes.iter().filter(|outcome| outcome.is_right()).count();
        assert!(100 * right >= 98 * outcomes.len(), "{field}: {right} of {} are right", outcomes.len());
        assert!(!outcomes.contains(&Outcome::WronglyAccepted), "{field}: an answer is wrongly accepted");
    }
    expect![[r#"
        field      rows  right   points  confirmed  wrongly accepted
        content      80  100.0    99.4          5                 0
        filer        24  100.0   100.0          0                 0
        identity     16  100.0   100.0          0                 0
        operation    19  100.0   100.0          0                 0
        provider     15  100.0   100.0          0                 0
        province    103  100.0    99.9          1                 0
    "#]]
    .assert_eq(&figures(&outcomes));
}

#[test]
fn the_figures_of_answers_that_were_looked_at() {
    expect![[r#"
        field      rows  right   points  confirmed  wrongly accepted
        content    2985   97.6    95.8        297                30
        filer       878   97.6    96.2         39                 9
        identity    650   97.7    96.8         37                 3
        operation  1251   94.4    92.7        126                10
        provider    705   96.2    95.6         53                 2
        province   1491   98.7    98.2         71                 1
    "#]]
    .assert_eq(&figures(&outcomes(SEEN)));
}

#[test]
fn the_figures_of_answers_that_nobody_looked_at() {
    expect![[r#"
        field      rows  right   points  confirmed  wrongly accepted
        content     420   96.0    93.7         35                 7
        filer        77   96.1    93.4          1                 2
        identity     70  100.0    99.7          2                 0
        operation    75   94.7    93.2          1                 1
        provider     71   95.8    95.5          2                 0
        province    201   98.0    97.2          7                 1
    "#]]
    .assert_eq(&figures(&outcomes(UNSEEN)));
}

/// Anything that a keyboard, a phone or an attacker may send, with words of the vocabulary in it.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        proptest::collection::vec(any::<char>(), 0..40).prop_map(|characters| characters.into_iter().collect()),
        proptest::sample::select(vec![
            "广东",
            "不是",
            "，",
            "公司",
            "卖",
            "?",
            "“",
            "”",
            "hé běi",
            "guang",
            "1.",
            "ǖ",
            "\u{200d}",
            "👨\u{200d}👩",
            "ﷺ",
            "İ",
            "ß",
            "۳",
            "Ⅷ",
            "其实",
            "错了",
            "给",
            "看的",
            "省",
            "朝阳",
            "/",
            "{",
            "-5",
            "半",
            "年",
            "零",
            "万万万",
            "2027-13-45",
            "x.",
            "..",
            "。",
            "吗",
            " ",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_text_gets_a_decision_that_makes_sense(text in any_text()) {
        let vocabulary = &ASSISTANT.vocabulary;
        for field in Field::ALL {
            match read(vocabulary, *field, &text, today()) {
                Reading::Accept(value) | Reading::Confirm(value) => prop_assert!(value.fits(*field), "{field}: {value:?}"),
                Reading::OneOf(values) => prop_assert!(values.len() > 1 && values.iter().all(|value| value.fits(*field))),
                Reading::Elsewhere(_) | Reading::Reject => {}
            }
            if !matches!(field.kind(), Kind::Choice(_) | Kind::Set(_)) {
                continue;
            }
            let found = match_field(vocabulary, *field, &text);
            prop_assert_eq!(found.best.is_none(), found.decision == Decision::Reject);
            prop_assert!((0.0..=1.0).contains(&found.score), "{}", found.score);
            prop_assert!(found.candidates.iter().all(|candidate| (0.0..=1.0).contains(&candidate.score)));
            if let Some(best) = &found.best {
                prop_assert!(best.fits(*field));
                let values = named(*field, best);
                prop_assert!(!values.is_empty());
                prop_assert!(!values.contains(&"none") || values.len() == 1, "{:?}", values);
            }
        }
        for (field, value) in told(vocabulary, None, &text, today()).values {
            prop_assert!(value.fits(field), "{field}: {value:?}");
        }
    }
}

#[test]
fn a_megabyte_of_anything_is_answered() {
    let units = ["广东不是", "a", "1", "，", "é", "👨‍👩‍👧 ", "年一", "{", "gd ", "《", "公司的", "\u{202e}", "没有没有"];
    for unit in units {
        let text = unit.repeat(1_000_000 / unit.len());
        for field in
            [Field::Province, Field::Content, Field::Filer, Field::Operation, Field::Domain, Field::DomainValidDays, Field::DomainVerified]
        {
            // That it comes back at all is the test: reading the middle of such a text would take minutes.
            let _ = read(&ASSISTANT.vocabulary, field, &text, today());
        }
        let _ = told(&ASSISTANT.vocabulary, Some(Field::Province), &text, today());
    }
}

#[test]
fn a_broken_vocabulary_names_the_file_and_the_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("written");
    };
    write(
        "provider.toml",
        "[aliyun]\nwords = [\"阿里云\"]\n\n[tencent]\nwords = [\n    \"腾讯云\",\n    \"阿里云\",\n]\n\n[huawei]\nwords = [\"华为云\"]\n",
    );
    write("content.toml", "[news]\nwords = [\"新闻\", 3]\nphrases = [\"时政\"]\n");
    write("cues.toml", "[denial]\nwords = [\"不是\"]\n");
    write("colour.toml", "[red]\nwords = [\"红\"]\n");
    write("filer.toml", "[individual\nwords = []\n");
    write("places/counties.tsv", "# 县\n东城区\tbeijing\n西城区\tpeking\n");
    let problems = Vocabulary::load(Some(folder.path()), &Labels::default()).expect_err("faults");
    let mut problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    problems.sort();
    expect![[r#"
        vocabulary/colour.toml:1: the file is named after no field
        vocabulary/content.toml:2: not a word; write it in quotes
        vocabulary/content.toml:3: there is no list `phrases`; there are words, english, slips, trades, weak, faint, goods, topics, alone
        vocabulary/cues.toml:2: there is no cue `denial`; there are not, neutral_not, assert, now, turned, past, later, fix, but, question, join, others, filing, unit, registered, office, person, card, origin, server, domain, phone, study, work, travel, trade, head, as, staff, absent, named, audience, beside, for_whom, bought, site, filler, add, alter, remove, move, info, filed, existing, issued, new_site, here, unrelated, never, except, using, lives, only, listed, main, teach, sell, principal, order, for_trade, after_place
        vocabulary/filer.toml:1: unclosed table, expected `]`
        vocabulary/places/counties.tsv:3: `peking` is no province
        vocabulary/provider.toml:11: `provider` has no value `huawei`; there are aliyun, tencent, other
        vocabulary/provider.toml:7: `阿里云` stands for `aliyun` and `tencent`"#]].assert_eq(&problems.join("\n"));
}
