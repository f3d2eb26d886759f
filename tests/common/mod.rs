//! What several tests share: profiles at random, and a person who answers from a profile.
#![allow(dead_code, clippy::expect_used, reason = "not every test file uses all of it")]

pub mod chat;
pub mod commands;
pub mod life;

use beian_bot::profile::{Field, Kind, Profile, Value};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

pub fn now() -> DateTime<Utc> {
    // 2026-11-22, noon in China.
    DateTime::from_timestamp(1_795_320_000, 0).expect("a moment")
}

pub fn today() -> NaiveDate {
    beian_bot::dialogue::day_in_china(now())
}

pub fn days_later(days: i64) -> DateTime<Utc> {
    now() + TimeDelta::days(days)
}

/// Values that lie about the thresholds of the documents.
const NUMBERS: [i64; 22] = [0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 15, 16, 17, 18, 31, 32, 45, 90, 91, 180, 181];

fn value(field: Field) -> BoxedStrategy<Value> {
    match field.kind() {
        Kind::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        Kind::Choice(values) => (0..u8::try_from(values.len()).expect("few values")).prop_map(Value::Choice).boxed(),
        Kind::Set(values) => proptest::collection::vec(0..values.len(), 0..3)
            .prop_map(move |bits| {
                // «none» never stands next to another value.
                let none = values.iter().position(|name| *name == "none");
                let others = bits.iter().filter(|bit| Some(**bit) != none).fold(0, |set, bit| set | 1 << bit);
                let only_none = none.filter(|none| bits.contains(none) && others == 0).map_or(0, |none| 1 << none);
                Value::Set(others | only_none)
            })
            .boxed(),
        Kind::Integer { .. } if field == Field::Age => (0i64..100).prop_map(Value::Integer).boxed(),
        Kind::Integer { .. } => proptest::sample::select(&NUMBERS[..]).prop_map(Value::Integer).boxed(),
        Kind::Text if field == Field::Domain => text(&["example.com", "abc.xyz", "foo.co", "bar.jp", "例子.中国"]),
        Kind::Text => text(&["福州顺达贸易有限公司", "广州某某投资管理有限公司", "湖北某某学校", "中国某某"]),
        Kind::Date => Just(Value::Date(today())).boxed(),
        Kind::Ids => Just(Value::Ids(Vec::new())).boxed(),
    }
}

fn text(texts: &'static [&'static str]) -> BoxedStrategy<Value> {
    proptest::sample::select(texts).prop_map(|text| Value::Text(text.into())).boxed()
}

/// A value for a field, drawn about the thresholds.
pub fn any_value(field: Field) -> BoxedStrategy<Value> {
    value(field)
}

/// Fields that a person is asked for.
pub fn asked_fields() -> Vec<Field> {
    Field::ALL.iter().copied().filter(|field| !field.has_default()).collect()
}

/// Fields whose value follows from others that are known: they count as known, so nobody asks for them, and giving another value
/// would make a combination that cannot be.
pub fn follows(profile: &Profile) -> Vec<Field> {
    let mut fields = Vec::new();
    if profile.get(Field::DomainVerifiedDays).is_some() {
        fields.push(Field::DomainVerified);
    }
    let said = |field: Field, flag: bool| profile.get(field) == Some(&Value::Bool(flag));
    let unit = profile.choice(Field::Filer).is_some_and(|filer| filer != "individual");
    let principal_known = said(Field::PrincipalIsLegalRep, true) || said(Field::PrincipalIsLegalRep, false);
    let same_known = said(Field::ManagerIsPrincipal, true) || said(Field::ManagerIsPrincipal, false);
    let neither = said(Field::PrincipalIsLegalRep, false) && said(Field::ManagerIsPrincipal, false);
    if unit && principal_known && same_known && !neither {
        fields.push(Field::ManagerIsLegalRep);
    }
    fields
}

/// A profile in which each field is known with the given probability.
pub fn any_profile(known: f64) -> BoxedStrategy<Profile> {
    let fields: Vec<_> = asked_fields()
        .into_iter()
        .map(|field| proptest::option::weighted(known, value(field)).prop_map(move |value| (field, value)))
        .collect();
    fields
        .prop_map(|values| {
            let mut profile = Profile::default();
            for (field, value) in values {
                if let Some(value) = value {
                    profile.set(field, value);
                }
            }
            for field in follows(&profile) {
                profile.clear(field);
            }
            profile
        })
        .boxed()
}
