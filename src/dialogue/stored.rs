//! The stored form of a session, kept apart from the form that the program works with.
//!
//! Fields and values are stored by name. What a newer program or rule base does not know any more is dropped and asked again.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::session::{Answer, Course, EventStep, Filing, Heard, Likely, Reached, Reminders, Session, State, Step};
use crate::profile::{Event, Field, Stage, Value};
use crate::progress::DeadlineKind;
use crate::rules::RuleKey;

/// The version of the stored form that this program writes.
pub const SCHEMA_VERSION: i64 = 1;

/// Letters of a stored [`RuleKey`].
const KEY_LETTERS: usize = 8;

/// Why a stored session cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum StoredError {
    #[error("the stored session has version {0}; this program reads version {SCHEMA_VERSION}")]
    Version(i64),
    #[error("the stored session is damaged: {0}")]
    Damaged(#[from] serde_json::Error),
}

#[derive(Serialize, Deserialize)]
struct StoredFiling {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    answers: Vec<StoredAnswer>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    set_aside: Vec<String>,
    state: StoredState,
    #[serde(default)]
    refining: bool,
    #[serde(default, skip_serializing_if = "StoredShown::is_empty")]
    shown: StoredShown,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StoredStep>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before_restart: Option<Box<StoredFiling>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ticked: Vec<String>,
    #[serde(default, skip_serializing_if = "StoredCourse::is_empty")]
    course: StoredCourse,
    /// The field that was asked, and what was said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    heard: Vec<(Option<String>, String)>,
    #[serde(default, skip_serializing_if = "is_zero")]
    missed: u8,
}

fn is_zero(number: &u8) -> bool {
    *number == 0
}

#[derive(Serialize, Deserialize, Default)]
struct StoredCourse {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reached: Vec<(String, NaiveDate, NaiveDate)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    together: Vec<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    likely: Option<StoredLikely>,
    #[serde(default, skip_serializing_if = "is_zero")]
    offered: u8,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    events: Vec<(String, NaiveDate, NaiveDate)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event_step: Option<StoredEventStep>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reminded: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    seen_to: Vec<(String, NaiveDate)>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    muted: bool,
}

#[derive(Serialize, Deserialize)]
struct StoredEventStep {
    event: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<(NaiveDate, NaiveDate)>,
    steps: usize,
}

#[derive(Serialize, Deserialize)]
struct StoredLikely {
    stage: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unclear: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<String>,
}

impl StoredLikely {
    fn read(self) -> Option<Likely> {
        Some(Likely { stage: Stage::named(&self.stage)?, on: self.on, unclear: self.unclear, by: self.by, reasons: self.reasons })
    }
}

impl From<&Likely> for StoredLikely {
    fn from(likely: &Likely) -> StoredLikely {
        let Likely { stage, on, unclear, by, reasons } = likely;
        StoredLikely { stage: stage.name().to_owned(), on: *on, unclear: *unclear, by: *by, reasons: reasons.clone() }
    }
}

impl StoredCourse {
    fn is_empty(&self) -> bool {
        self.reached.is_empty()
            && self.together.is_empty()
            && self.likely.is_none()
            && self.offered == 0
            && self.events.is_empty()
            && self.event_step.is_none()
            && self.reminded.is_empty()
            && self.seen_to.is_empty()
            && !self.muted
    }

    fn read(self) -> Course {
        let reached = self.reached.iter().filter_map(|(name, on, said)| Some(Reached { stage: Stage::named(name)?, on: *on, said: *said }));
        let events = self.events.iter().filter_map(|(name, day, said)| Some((Event::named(name)?, *day, *said)));
        Course {
            reached: reached.collect(),
            together: self.together,
            likely: self.likely.and_then(StoredLikely::read),
            offered: self.offered,
            events: events.collect(),
            event_step: self
                .event_step
                .as_ref()
                .and_then(|step| Some(EventStep { event: Event::named(&step.event)?, before: step.before, steps: step.steps })),
            seen_to: self.seen_to.iter().filter_map(|(name, day)| Some((DeadlineKind::named(name)?, *day))).collect(),
            reminded: self.reminded,
            muted: self.muted,
        }
    }
}

impl From<&Course> for StoredCourse {
    fn from(course: &Course) -> StoredCourse {
        StoredCourse {
            reached: course.reached.iter().map(|reached| (reached.stage.name().to_owned(), reached.on, reached.said)).collect(),
            together: course.together.clone(),
            likely: course.likely.as_ref().map(StoredLikely::from),
            offered: course.offered,
            events: course.events.iter().map(|(event, day, said)| (event.name().to_owned(), *day, *said)).collect(),
            event_step: course.event_step.map(|step| {
                let event = step.event.name().to_owned();
                StoredEventStep { event, before: step.before, steps: step.steps }
            }),
            reminded: course.reminded.clone(),
            seen_to: course.seen_to.iter().map(|(kind, day)| (kind.name().to_owned(), *day)).collect(),
            muted: course.muted,
        }
    }
}

/// How a person wants to be reminded, as it is stored.
#[derive(Serialize, Deserialize)]
struct StoredReminders {
    on: bool,
    zone: String,
    quiet: (u8, u8),
    #[serde(default)]
    unanswered: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    snoozed_until: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    last_said: Vec<(u32, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    named: Vec<(u32, String)>,
}

impl Reminders {
    /// Writes the settings for storage.
    ///
    /// # Errors
    /// None in practice: everything stored is made of strings and numbers.
    pub fn to_stored(&self) -> Result<String, StoredError> {
        Ok(serde_json::to_string(&StoredReminders {
            on: self.on,
            zone: self.zone.name().to_owned(),
            quiet: self.quiet,
            unanswered: self.unanswered,
            last: self.last,
            snoozed_until: self.snoozed_until,
            last_said: self.last_said.clone(),
            named: self.named.iter().map(|(filing, keys)| (*filing, keys_text(keys))).collect(),
        })?)
    }

    /// Reads stored settings. What cannot be read counts as not agreed: better no reminder than one that nobody wanted.
    pub fn from_stored(text: &str) -> Option<Reminders> {
        let stored: StoredReminders = serde_json::from_str(text).ok()?;
        let hour = |hour: u8| hour < 24;
        Some(Reminders {
            on: stored.on,
            zone: stored.zone.parse().ok()?,
            quiet: Some(stored.quiet).filter(|(from, to)| hour(*from) && hour(*to))?,
            unanswered: stored.unanswered,
            last: stored.last,
            snoozed_until: stored.snoozed_until,
            last_said: stored.last_said,
            named: stored.named.iter().filter_map(|(filing, keys)| Some((*filing, read_keys(keys)?))).collect(),
        })
    }
}

/// The rules of a checklist: their keys, one behind the other; in older sessions their ids.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum StoredShown {
    Keys(String),
    Ids(Vec<String>),
}

impl Default for StoredShown {
    fn default() -> StoredShown {
        StoredShown::Keys(String::new())
    }
}

impl StoredShown {
    fn is_empty(&self) -> bool {
        matches!(self, StoredShown::Keys(keys) if keys.is_empty())
    }

    fn of(keys: &[RuleKey]) -> StoredShown {
        StoredShown::Keys(keys_text(keys))
    }

    /// What cannot be read makes the whole unknown: an item must never stand at another number.
    fn read(&self) -> Vec<RuleKey> {
        match self {
            StoredShown::Ids(ids) => ids.iter().map(|id| RuleKey::of(id)).collect(),
            StoredShown::Keys(keys) => read_keys(keys).unwrap_or_default(),
        }
    }
}

/// Keys of rules, one behind the other.
fn keys_text(keys: &[RuleKey]) -> String {
    let mut text = String::with_capacity(keys.len() * KEY_LETTERS);
    keys.iter().for_each(|key| key.write(&mut text));
    text
}

fn read_keys(text: &str) -> Option<Vec<RuleKey>> {
    (0..text.len()).step_by(KEY_LETTERS).map(|at| RuleKey::parse(text.get(at..at + KEY_LETTERS)?)).collect()
}

#[derive(Serialize, Deserialize)]
struct StoredAnswer {
    field: Cow<'static, str>,
    value: String,
    said: NaiveDate,
}

#[derive(Serialize, Deserialize)]
struct StoredStep {
    field: Cow<'static, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<StoredAnswer>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    was_set_aside: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    with_previous: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<i64>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum StoredState {
    New,
    Asking {
        field: String,
        failures: u8,
    },
    Confirming {
        field: String,
        value: String,
        failures: u8,
    },
    Choosing {
        field: String,
        values: Vec<String>,
        failures: u8,
    },
    Replacing {
        answers: Vec<(String, String)>,
    },
    Offering,
    ChoosingFiling,
    ChoosingEdit,
    Forgetting,
    ChoosingStage,
    GivingReason,
    Deleting {
        number: u32,
    },
    Dating {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<NaiveDate>,
    },
    Ticking,
    TickingSome {
        keys: StoredShown,
    },
    TickingAll,
    Agreeing,
    Resting,
}

impl Filing {
    /// Writes the filing for storage.
    ///
    /// # Errors
    /// None in practice: everything stored is made of strings and numbers.
    pub fn to_stored(&self) -> Result<String, StoredError> {
        Ok(serde_json::to_string(&StoredFiling::from(self))?)
    }

    /// Reads a stored filing.
    ///
    /// # Errors
    /// A version that this program does not know, or text that is no stored filing.
    pub fn from_stored(version: i64, number: u32, text: &str) -> Result<Filing, StoredError> {
        if version != SCHEMA_VERSION {
            return Err(StoredError::Version(version));
        }
        Ok(serde_json::from_str::<StoredFiling>(text)?.read(number))
    }
}

impl Session {
    /// Everything that is kept about the person, for their own eyes.
    pub fn exported(&self) -> serde_json::Value {
        let filings: Vec<_> = self
            .filings()
            .into_iter()
            .map(|filing| {
                let stored = serde_json::to_value(StoredFiling::from(filing)).unwrap_or_default();
                serde_json::json!({"number": filing.number, "filing": stored})
            })
            .collect();
        let reminders = self.person.reminders.as_ref().and_then(|reminders| reminders.to_stored().ok());
        let reminders: Option<serde_json::Value> = reminders.and_then(|stored| serde_json::from_str(&stored).ok());
        serde_json::json!({"version": SCHEMA_VERSION, "language": self.person.language.tag(), "reminders": reminders, "filings": filings})
    }
}

impl From<&Filing> for StoredFiling {
    fn from(filing: &Filing) -> StoredFiling {
        let state = match &filing.state {
            State::New => StoredState::New,
            State::Asking { field, failures } => StoredState::Asking { field: field.to_string(), failures: *failures },
            State::Confirming { field, value, failures } => {
                StoredState::Confirming { field: field.to_string(), value: value.canonical(*field), failures: *failures }
            }
            State::Choosing { field, values, failures } => StoredState::Choosing {
                field: field.to_string(),
                values: values.iter().map(|value| value.canonical(*field)).collect(),
                failures: *failures,
            },
            State::Replacing { answers } => StoredState::Replacing {
                answers: answers.iter().map(|(field, value)| (field.to_string(), value.canonical(*field))).collect(),
            },
            State::Offering => StoredState::Offering,
            State::ChoosingFiling => StoredState::ChoosingFiling,
            State::ChoosingEdit => StoredState::ChoosingEdit,
            State::Forgetting => StoredState::Forgetting,
            State::ChoosingStage => StoredState::ChoosingStage,
            State::GivingReason => StoredState::GivingReason,
            State::Deleting { number } => StoredState::Deleting { number: *number },
            State::Dating { by } => StoredState::Dating { by: *by },
            State::Ticking => StoredState::Ticking,
            State::TickingSome { keys } => StoredState::TickingSome { keys: StoredShown::of(keys) },
            State::TickingAll => StoredState::TickingAll,
            State::Agreeing => StoredState::Agreeing,
            State::Resting => StoredState::Resting,
        };
        let steps = filing.steps.iter().map(|step| StoredStep {
            field: step.field.name().into(),
            before: step.before.as_ref().map(StoredAnswer::from),
            was_set_aside: step.was_set_aside,
            with_previous: step.with_previous,
            message: step.message,
        });
        StoredFiling {
            name: filing.name.clone(),
            answers: filing.answers.iter().map(StoredAnswer::from).collect(),
            set_aside: filing.set_aside.iter().map(Field::to_string).collect(),
            state,
            refining: filing.refining,
            shown: StoredShown::of(&filing.shown),
            steps: steps.collect(),
            before_restart: filing.before_restart.as_deref().map(|before| Box::new(StoredFiling::from(before))),
            ticked: filing.ticked.clone(),
            course: StoredCourse::from(&filing.course),
            heard: filing.heard.iter().map(|heard| (heard.asked.map(|field| field.to_string()), heard.text.clone())).collect(),
            missed: filing.missed,
        }
    }
}

impl StoredFiling {
    /// What this program knows of it; the rest is dropped and asked again.
    fn read(self, number: u32) -> Filing {
        let state = match self.state {
            StoredState::New => Some(State::New),
            StoredState::Asking { field, failures } => Field::named(&field).map(|field| State::Asking { field, failures }),
            StoredState::Confirming { field, value, failures } => {
                Field::named(&field).and_then(|field| Some(State::Confirming { field, value: Value::parse(field, &value)?, failures }))
            }
            StoredState::Choosing { field, values, failures } => Field::named(&field).and_then(|field| {
                let values = values.iter().map(|value| Value::parse(field, value)).collect::<Option<Vec<Value>>>()?;
                Some(State::Choosing { field, values, failures })
            }),
            StoredState::Replacing { answers } => {
                let read = |(field, value): &(String, String)| {
                    let field = Field::named(field)?;
                    Some((field, Value::parse(field, value)?))
                };
                answers.iter().map(read).collect::<Option<Vec<_>>>().map(|answers| State::Replacing { answers })
            }
            StoredState::Offering => Some(State::Offering),
            StoredState::ChoosingFiling => Some(State::ChoosingFiling),
            StoredState::ChoosingEdit => Some(State::ChoosingEdit),
            StoredState::Forgetting => Some(State::Forgetting),
            StoredState::ChoosingStage => Some(State::ChoosingStage),
            StoredState::GivingReason => Some(State::GivingReason),
            StoredState::Deleting { number } => Some(State::Deleting { number }),
            StoredState::Dating { by } => Some(State::Dating { by }),
            StoredState::Ticking => Some(State::Ticking),
            StoredState::TickingSome { keys } => Some(State::TickingSome { keys: keys.read() }),
            StoredState::TickingAll => Some(State::TickingAll),
            StoredState::Agreeing => Some(State::Agreeing),
            StoredState::Resting => Some(State::Resting),
        };
        let steps = self.steps.into_iter().filter_map(|step| {
            let before = match step.before {
                Some(answer) => Some(answer.read()?),
                None => None,
            };
            Some(Step {
                field: Field::named(&step.field)?,
                before,
                was_set_aside: step.was_set_aside,
                with_previous: step.with_previous,
                message: step.message,
            })
        });
        let stored = self.answers.len();
        let answers: Vec<Answer> = self.answers.into_iter().filter_map(StoredAnswer::read).collect();
        Filing {
            number,
            name: self.name,
            dropped: answers.len() < stored,
            answers,
            set_aside: self.set_aside.iter().filter_map(|name| Field::named(name)).collect(),
            // A question that is gone: the next one is asked instead.
            state: state.unwrap_or(State::New),
            refining: self.refining,
            shown: Arc::new(self.shown.read()),
            steps: steps.collect(),
            before_restart: self.before_restart.map(|before| Arc::new(before.read(number))),
            ticked: self.ticked,
            course: self.course.read(),
            heard: self.heard.into_iter().map(|(asked, text)| Heard { asked: asked.as_deref().and_then(Field::named), text }).collect(),
            missed: self.missed,
        }
    }
}

impl From<&Answer> for StoredAnswer {
    fn from(answer: &Answer) -> StoredAnswer {
        StoredAnswer { field: answer.field.name().into(), value: answer.value.canonical(answer.field), said: answer.said }
    }
}

impl StoredAnswer {
    fn read(self) -> Option<Answer> {
        let field = Field::named(&self.field)?;
        Some(Answer { field, value: Value::parse(field, &self.value)?, said: self.said })
    }
}
