//! From what people type to field values.
//!
//! Clear answers are accepted, near ones are to be confirmed, others rejected: a wrong acceptance in silence is the worst
//! fault. Knows words and their typos, neither sessions nor rules.

mod asked;
mod clock;
mod content;
mod cue;
mod day;
mod decide;
mod denial;
mod frames;
mod mended;
mod mention;
mod message;
mod misspelt;
mod near;
mod normal;
mod number;
mod numbered;
mod operation;
mod place;
mod progress;
mod report;
mod scan;
mod spoken;
mod stage;
mod taken_back;
mod text;
mod vocabulary;
mod when;
mod wishes;
mod yes_no;

use chrono::NaiveDate;

pub use asked::{asks_how_long, plans_to_submit, remind_on};
pub use clock::{Hours, hours, zone};
pub use day::{day_of, only_day};
pub use message::{Told, is_denied, lies_in_mainland, listed, province_named, told};
pub use normal::normalize;
pub use numbered::numbered;
pub use place::Elsewhere;
pub use report::{DatedEvent, Expiry, InHand, Reason, event, event_denied, expiry, in_hand, reason_named, reasons, speaks_of_reason};
pub use stage::{News, Passed, news, passed};
pub use taken_back::{Redated, TakenBack, redated, taken_back};
pub use vocabulary::{Labels, Vocabulary, VocabularyProblem};
pub use when::{day_corrected, day_instead, day_within, last_of_span, no_such_day};
pub use wishes::{Wish, reminder_wish};

use crate::profile::{Ageing, Field, Kind, Value};

/// What to do with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Clear: take it.
    Accept,
    /// Near: ask «did you mean …?».
    Confirm,
    /// Ask again.
    Reject,
}

impl Decision {
    pub fn name(self) -> &'static str {
        match self {
            Decision::Accept => "accept",
            Decision::Confirm => "confirm",
            Decision::Reject => "reject",
        }
    }
}

/// A value that an answer may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Index in the field's list of values.
    pub value: u8,
    /// 0 to 1.
    pub score: f64,
    /// The word that spoke for it.
    pub because: String,
}

/// How an answer to a choice or list field was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    pub decision: Decision,
    /// The value understood: one for a choice, any number for a list; none when rejected.
    pub best: Option<Value>,
    pub score: f64,
    /// The best first.
    pub candidates: Vec<Candidate>,
    /// The place that was named lies outside the 31 provinces.
    pub elsewhere: Option<Elsewhere>,
}

impl Match {
    fn reject(candidates: Vec<Candidate>) -> Match {
        Match {
            decision: Decision::Reject,
            best: None,
            score: candidates.first().map_or(0.0, |best| best.score),
            candidates,
            elsewhere: None,
        }
    }
}

/// How an answer to any question was understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    Accept(Value),
    Confirm(Value),
    /// It may be any of these: a place that lies in several provinces.
    OneOf(Vec<Value>),
    /// A place that lies in none of the 31 provinces.
    Elsewhere(Elsewhere),
    Reject,
}

/// Longest text that is kept as a value, in characters.
const TEXT_CHARS_MAX: usize = 120;

/// Matches an answer against the values of a choice or list field.
pub fn match_field(vocabulary: &Vocabulary, field: Field, answer: &str) -> Match {
    decide::decide(vocabulary, field, answer)
}

/// Oldest age that is believed, in years.
const AGE_MAX: i64 = 120;

/// Longest span that is believed, in days: a hundred years and some.
const DAYS_MAX: i64 = 40_000;

/// Whether a value can be meant: nobody is 999 years old, and «none of these» stands alone.
pub fn is_coherent(field: Field, value: &Value) -> bool {
    match (field.kind(), value) {
        (_, Value::Integer(years)) if field == Field::Age => *years <= AGE_MAX,
        // «20270501» is a date.
        (_, Value::Integer(days)) if field.spec().ageing != Ageing::None => days.abs() <= DAYS_MAX,
        (Kind::Set(values), Value::Set(bits)) => {
            let none = values.iter().position(|name| *name == "none").map_or(0, |index| 1u64 << index);
            bits & none == 0 || *bits == none
        }
        _ => true,
    }
}

/// Reads an answer to the question for a field. `today` gives dates their distance.
pub fn read(vocabulary: &Vocabulary, field: Field, answer: &str, today: NaiveDate) -> Reading {
    let trimmed = answer.trim();
    // The canonical form always counts: it is what buttons and programs send.
    if !matches!(field.kind(), Kind::Text | Kind::Ids)
        && let Some(value) = Value::parse(field, trimmed)
        && is_coherent(field, &value)
    {
        return Reading::Accept(value);
    }
    match field.kind() {
        Kind::Bool => match yes_no::read(vocabulary, trimmed) {
            Some((flag, true)) => Reading::Accept(Value::Bool(flag)),
            Some((flag, false)) => Reading::Confirm(Value::Bool(flag)),
            None => Reading::Reject,
        },
        Kind::Choice(_) | Kind::Set(_) => {
            // «没变» where one of the values is «none».
            if let (Kind::Choice(_), Some(none)) = (field.kind(), field.value_index("none"))
                && yes_no::read(vocabulary, trimmed) == Some((false, true))
            {
                return Reading::Accept(Value::Choice(none));
            }
            let none_of_them = matches!(field.kind(), Kind::Set(values) if !values.contains(&"none"));
            if none_of_them && yes_no::read(vocabulary, trimmed) == Some((false, true)) {
                return Reading::Accept(Value::Set(0));
            }
            let found = match_field(vocabulary, field, trimmed);
            match (found.decision, found.best) {
                (Decision::Accept, Some(value)) => Reading::Accept(value),
                (Decision::Confirm, Some(value)) => Reading::Confirm(value),
                _ if found.elsewhere.is_some() => found.elsewhere.map_or(Reading::Reject, Reading::Elsewhere),
                _ => one_of(field, &found.candidates),
            }
        }
        Kind::Integer { .. } => {
            // A leading minus is part of the number, not punctuation.
            let negative = trimmed.starts_with(['-', '−', '－']);
            let told = number::read(field, &normalize(trimmed), today).filter(|_| !negative);
            let fits = |value: &Value| value.fits(field) && is_coherent(field, value);
            match told.map(|told| (Value::Integer(told.value), told.rough)) {
                Some((value, false)) if fits(&value) => Reading::Accept(value),
                Some((value, true)) if fits(&value) => Reading::Confirm(value),
                _ => Reading::Reject,
            }
        }
        Kind::Date => Reading::Reject,
        Kind::Text => read_text(vocabulary, field, trimmed).map_or(Reading::Reject, Reading::Accept),
        Kind::Ids => Reading::Reject,
    }
}

/// Candidates that are as likely: at most so many are offered.
const ONE_OF_MAX: usize = 5;

fn one_of(field: Field, candidates: &[Candidate]) -> Reading {
    let mut values: Vec<Value> = Vec::new();
    for candidate in candidates {
        let value = Value::Choice(candidate.value);
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let offered = matches!(field.kind(), Kind::Choice(_)) && (2..=ONE_OF_MAX).contains(&values.len());
    if offered { Reading::OneOf(values) } else { Reading::Reject }
}

/// The beginning of what was said, to say it back.
pub fn shorten(text: &str) -> String {
    const CHARS_MAX: usize = 20;
    let masked = text::mask(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let short: String = masked.chars().take(CHARS_MAX).collect();
    if masked.chars().count() > CHARS_MAX { format!("{short}…") } else { short }
}

/// Reads a choice: one of the field's values and nothing near it. A text is read as if it were typed.
pub fn read_choice(vocabulary: &Vocabulary, field: Field, token: &str) -> Option<Value> {
    match field.kind() {
        Kind::Text => read_text(vocabulary, field, token.trim()),
        Kind::Ids => None,
        _ => Value::parse(field, token).filter(|value| is_coherent(field, value)),
    }
}

fn read_text(vocabulary: &Vocabulary, field: Field, trimmed: &str) -> Option<Value> {
    if field == Field::Domain {
        return text::domain(text::after_denial(vocabulary, trimmed)).map(|domain| Value::Text(domain.into()));
    }
    let one_line: String = trimmed.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = one_line.chars().count();
    // A bare number is the number of a choice that is not there, not a name.
    let number = one_line.chars().all(|c| c.is_ascii_digit());
    ((2..=TEXT_CHARS_MAX).contains(&length) && !number).then(|| Value::Text(text::mask(&one_line).into()))
}

/// The command most like an unknown one, of those that begin with a slash.
pub fn nearest_command(name: &str, names: &[&'static str]) -> Option<&'static str> {
    let likeness = |known: &str| strsim::jaro_winkler(name, known.trim_start_matches('/'));
    names
        .iter()
        .map(|known| (likeness(known), *known))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}
