//! The profile of a filing: what is known about who files what where.
//!
//! Knows fields, their types, values and bounds, and how a profile is read from and written as JSON. Does not know where
//! values come from, nor what any of them means for a filing.

mod event;
mod facts;
mod field;
mod json;
mod stage;

use std::fmt;

use chrono::NaiveDate;

pub use event::Event;
pub use facts::{Fact, Facts, day_number};
pub use field::{Ageing, Field, FieldSet, Kind};
pub use json::ProfileError;
pub(crate) use json::expectation;
pub use stage::Stage;

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Date(NaiveDate),
    /// The index of the value in the field's list.
    Choice(u8),
    Integer(i64),
    Bool(bool),
    Text(Box<str>),
    /// One bit for each value in the field's list.
    Set(u64),
    Ids(Vec<Box<str>>),
}

/// What is known about a filing. A field without a value is not known yet, which is different from `false`, 0 or empty.
#[derive(Clone, PartialEq, Eq)]
pub struct Profile {
    values: Vec<Option<Value>>,
}

impl Default for Profile {
    fn default() -> Self {
        Profile { values: vec![None; Field::COUNT] }
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.to_json())
    }
}

impl Profile {
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.values[field as usize].as_ref()
    }

    /// Sets a value. The caller has checked that it is of the field's kind and within its bounds, as [`Value::parse`] and
    /// the JSON reader do.
    pub fn set(&mut self, field: Field, value: Value) {
        debug_assert!(value.fits(field), "{field}: {value:?}");
        self.values[field as usize] = Some(value);
    }

    pub fn clear(&mut self, field: Field) {
        self.values[field as usize] = None;
    }

    /// The fields that have a value, in declaration order.
    pub fn given(&self) -> impl Iterator<Item = (Field, &Value)> {
        Field::ALL.iter().zip(&self.values).filter_map(|(field, value)| Some((*field, value.as_ref()?)))
    }

    /// The same without what somebody wrote: names and domains.
    #[must_use]
    pub fn without_texts(&self) -> Profile {
        let mut plain = self.clone();
        Field::ALL.iter().filter(|field| matches!(field.kind(), Kind::Text)).for_each(|field| plain.clear(*field));
        plain
    }

    /// The name of the chosen value of a choice.
    pub fn choice(&self, field: Field) -> Option<&'static str> {
        match self.get(field)? {
            Value::Choice(index) => field.allowed_values().get(usize::from(*index)).copied(),
            _ => None,
        }
    }
}

impl Value {
    /// Whether the value is of the field's kind and within its bounds.
    pub fn fits(&self, field: Field) -> bool {
        match (field.kind(), self) {
            (Kind::Date, Value::Date(_)) | (Kind::Bool, Value::Bool(_)) | (Kind::Text, Value::Text(_)) | (Kind::Ids, Value::Ids(_)) => true,
            (Kind::Choice(values), Value::Choice(index)) => usize::from(*index) < values.len(),
            (Kind::Integer { min }, Value::Integer(number)) => *number >= min,
            (Kind::Set(values), Value::Set(bits)) => bits.checked_shr(values.len() as u32).unwrap_or(0) == 0,
            _ => false,
        }
    }

    /// Reads the value from its canonical text: the value's name, `true` or `false`, digits, a date, or names joined by
    /// commas (`[]` for an empty list). `None` when the text is none of the field's values.
    pub fn parse(field: Field, text: &str) -> Option<Value> {
        let value = match field.kind() {
            Kind::Date => Value::Date(NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?),
            Kind::Choice(_) => Value::Choice(field.value_index(text)?),
            Kind::Integer { .. } => Value::Integer(text.parse().ok()?),
            Kind::Bool => Value::Bool(text.parse().ok()?),
            Kind::Text => Value::Text(text.into()),
            Kind::Set(_) if text == "[]" => Value::Set(0),
            Kind::Set(_) => {
                let mut bits = 0;
                for name in text.split(',') {
                    bits |= 1 << field.value_index(name.trim())?;
                }
                Value::Set(bits)
            }
            Kind::Ids if text == "[]" => Value::Ids(Vec::new()),
            Kind::Ids => Value::Ids(text.split(',').map(|id| id.trim().into()).collect()),
        };
        value.fits(field).then_some(value)
    }

    /// Writes the value as [`Value::parse`] reads it.
    pub fn canonical(&self, field: Field) -> String {
        match self {
            Value::Date(date) => date.format("%Y-%m-%d").to_string(),
            Value::Choice(index) => field.allowed_values().get(usize::from(*index)).copied().unwrap_or_default().to_owned(),
            Value::Integer(number) => number.to_string(),
            Value::Bool(flag) => flag.to_string(),
            Value::Text(text) => text.to_string(),
            Value::Set(0) => "[]".to_owned(),
            Value::Set(bits) => set_names(field, *bits).collect::<Vec<_>>().join(","),
            Value::Ids(ids) if ids.is_empty() => "[]".to_owned(),
            Value::Ids(ids) => ids.join(","),
        }
    }

    /// The value that was said `days` days ago, as it reads today.
    #[must_use]
    pub fn aged(&self, field: Field, days: i64) -> Value {
        match (field.spec().ageing, self) {
            (Ageing::DaysUntil, Value::Integer(number)) => Value::Integer(number.saturating_sub(days)),
            (Ageing::DaysSince, Value::Integer(number)) => Value::Integer(number.saturating_add(days).max(0)),
            // A birthday is not known: a year is added only when it must have passed.
            (Ageing::Years, Value::Integer(number)) => Value::Integer(number.saturating_add(days.max(0) / 366)),
            _ => self.clone(),
        }
    }
}

/// The names of the values in a set.
pub fn set_names(field: Field, bits: u64) -> impl Iterator<Item = &'static str> {
    field.allowed_values().iter().enumerate().filter(move |(index, _)| bits & (1 << index) != 0).map(|(_, name)| *name)
}
