//! Profiles as JSON objects: strict in, canonical out.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};

use super::{Field, Kind, Profile, Value, set_names};

/// Why a JSON value is not a profile. The message names the key, the value and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ProfileError {
    /// The key at fault; `None` when the value is not an object at all.
    pub field: Option<String>,
    pub message: String,
}

/// Longest piece of an offending value that is repeated in a message, in characters.
const QUOTED_CHARS_MAX: usize = 60;

impl Profile {
    /// Reads a profile from the text of one JSON object.
    pub fn from_json_text(text: &str) -> Result<Profile, ProfileError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            return Err(ProfileError {
                field: None, message: "the line is empty; a profile is written {\"field\": value, …}".to_owned()
            });
        }
        match serde_json::from_str(text) {
            Ok(Line::Object(entries)) => Profile::from_entries(entries.iter().map(|(key, json)| (key.as_str(), json))),
            Ok(Line::Twice(key)) => Err(ProfileError {
                message: format!("`{}` is given twice; each field is given once", shorten(&key)),
                field: Some(shorten(&key)),
            }),
            Err(error) => Err(ProfileError { field: None, message: format!("not a JSON object: {}", without_place(&error)) }),
        }
    }

    /// Reads a profile from a JSON object. `null` means not known yet.
    pub fn from_json(json: &Json) -> Result<Profile, ProfileError> {
        let Json::Object(object) = json else {
            return Err(ProfileError {
                field: None,
                message: format!("not a JSON object: {}; a profile is written {{\"field\": value, …}}", quote(json)),
            });
        };
        Profile::from_entries(object.iter().map(|(key, json)| (key.as_str(), json)))
    }

    fn from_entries<'j>(entries: impl Iterator<Item = (&'j str, &'j Json)>) -> Result<Profile, ProfileError> {
        let mut profile = Profile::default();
        for (key, json) in entries {
            let Some(field) = Field::named(key) else { return Err(unknown_key(key, json)) };
            if !json.is_null() {
                profile.set(field, value_from_json(field, json)?);
            }
        }
        Ok(profile)
    }

    /// Writes the fields that have a value.
    pub fn to_json(&self) -> Json {
        Json::Object(self.given().map(|(field, value)| (field.name().to_owned(), value.to_json(field))).collect::<Map<_, _>>())
    }
}

impl Value {
    pub fn to_json(&self, field: Field) -> Json {
        match self {
            Value::Date(_) | Value::Choice(_) => Json::from(self.canonical(field)),
            Value::Integer(number) => Json::from(*number),
            Value::Bool(flag) => Json::from(*flag),
            Value::Text(text) => Json::from(&**text),
            Value::Set(bits) => Json::from(set_names(field, *bits).collect::<Vec<_>>()),
            Value::Ids(ids) => Json::from(ids.iter().map(|id| &**id).collect::<Vec<_>>()),
        }
    }
}

fn value_from_json(field: Field, json: &Json) -> Result<Value, ProfileError> {
    let wrong = || wrong_value(field, json);
    let value = match (field.kind(), json) {
        (Kind::Date, Json::String(text)) => date(text).map(Value::Date).ok_or_else(wrong)?,
        (Kind::Choice(_), Json::String(text)) => Value::Choice(field.value_index(text).ok_or_else(wrong)?),
        (Kind::Integer { .. }, Json::Number(number)) => Value::Integer(number.as_i64().ok_or_else(wrong)?),
        (Kind::Bool, Json::Bool(flag)) => Value::Bool(*flag),
        (Kind::Text, Json::String(text)) => Value::Text(text.as_str().into()),
        (Kind::Set(_), Json::Array(members)) => {
            let mut bits = 0;
            for member in members {
                let index = member.as_str().and_then(|name| field.value_index(name));
                bits |= 1 << index.ok_or_else(|| wrong_value(field, member))?;
            }
            Value::Set(bits)
        }
        (Kind::Ids, Json::Array(members)) => {
            let ids: Option<Vec<Box<str>>> = members.iter().map(|member| member.as_str().map(Box::from)).collect();
            Value::Ids(ids.ok_or_else(wrong)?)
        }
        _ => return Err(wrong()),
    };
    if value.fits(field) { Ok(value) } else { Err(wrong()) }
}

/// Exactly `YYYY-MM-DD`: chrono alone would also take `2026-1-5`.
fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != 10 {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

fn unknown_key(key: &str, json: &Json) -> ProfileError {
    let nearest = Field::ALL
        .iter()
        .map(|field| (strsim::jaro_winkler(key, field.name()), field))
        .filter(|(similarity, _)| *similarity > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    let hint = nearest.map(|(_, field)| format!("did you mean `{field}`? ")).unwrap_or_default();
    let names: Vec<_> = Field::ALL.iter().map(|field| field.name()).collect();
    let message = format!("unknown field `{}` with {}; {hint}allowed are {}", shorten(key), quote(json), names.join(", "));
    ProfileError { field: Some(shorten(key)), message }
}

/// A line, with its entries as they were written: a key that is given twice is not lost.
enum Line {
    Object(Vec<(String, Json)>),
    /// This key is given twice.
    Twice(String),
}

impl<'de> serde::Deserialize<'de> for Line {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Line, D::Error> {
        deserializer.deserialize_map(LineVisitor)
    }
}

struct LineVisitor;

impl<'de> serde::de::Visitor<'de> for LineVisitor {
    type Value = Line;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Line, A::Error> {
        let mut entries: Vec<(String, Json)> = Vec::new();
        let mut seen = HashSet::new();
        let mut twice = None;
        while let Some((key, value)) = map.next_entry::<String, Json>()? {
            if seen.insert(key.clone()) {
                entries.push((key, value));
            } else {
                twice.get_or_insert(key);
            }
        }
        Ok(twice.map_or(Line::Object(entries), Line::Twice))
    }
}

/// What is wrong, without the line of the JSON text: the profile is one line of many.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

fn wrong_value(field: Field, json: &Json) -> ProfileError {
    ProfileError { field: Some(field.name().to_owned()), message: format!("`{field}` cannot be {}; {}", quote(json), expectation(field)) }
}

/// What a field accepts, for error messages.
pub(crate) fn expectation(field: Field) -> String {
    match field.kind() {
        Kind::Date => "expected a date written YYYY-MM-DD".to_owned(),
        Kind::Choice(values) => format!("expected one of {}", values.join(", ")),
        Kind::Integer { min: 0 } => format!("expected a whole number from 0 to {}", i64::MAX),
        Kind::Integer { .. } => "expected a whole number (negative: expired)".to_owned(),
        Kind::Bool => "expected true or false".to_owned(),
        Kind::Text => "expected a text".to_owned(),
        Kind::Set(values) => format!("expected a list of {}", values.join(", ")),
        Kind::Ids => "expected a list of rule ids".to_owned(),
    }
}

fn quote(json: &Json) -> String {
    shorten(&json.to_string())
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= QUOTED_CHARS_MAX {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(QUOTED_CHARS_MAX).collect();
    short.push('…');
    short
}
