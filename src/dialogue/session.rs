//! What a conversation remembers: the person, and the filing with what was said about it.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use crate::language::Language;
use crate::profile::{Field, FieldSet, Profile, Value};

/// A person and the filing that the conversation is about. A person may come to keep several filings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Session {
    pub person: Person,
    pub filing: Filing,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    pub language: Language,
}

/// Something that was said about a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub field: Field,
    pub value: Value,
    /// The day on which it was said: days and ages are counted on from it.
    pub said: NaiveDate,
}

/// What the conversation is waiting for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing was said yet.
    #[default]
    New,
    /// An answer to the question for this field.
    Asking { field: Field, failures: u8 },
    /// Whether this value was meant.
    Confirming { field: Field, value: Value, failures: u8 },
    /// Whether to go on after the first checklist.
    Offering,
    /// Which answer to change.
    ChoosingEdit,
    /// Nothing: all is asked, or the person wanted to stop.
    Resting,
}

impl State {
    /// The field that the conversation asks about.
    pub fn asking(&self) -> Option<Field> {
        match self {
            State::Asking { field, .. } | State::Confirming { field, .. } => Some(*field),
            State::New | State::Offering | State::ChoosingEdit | State::Resting => None,
        }
    }
}

/// What a step of the person replaced, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub field: Field,
    pub before: Option<Answer>,
    pub was_set_aside: bool,
}

/// Steps that can be taken back; older ones are forgotten.
pub const STEPS_MAX: usize = 100;

/// A filing: what is known about it and how far its questions have come.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filing {
    /// In the order in which it was said.
    pub answers: Vec<Answer>,
    /// Fields that the person does not know or skipped: not asked again by themselves.
    pub set_aside: Vec<Field>,
    pub state: State,
    /// Whether the person wanted the questions after the first checklist.
    pub refining: bool,
    /// The ids of the rules in the checklist last shown, in its order: what «why 3» refers to.
    pub shown: Arc<Vec<String>>,
    pub steps: Vec<Step>,
    /// What was there before the person started over, so that it can be brought back.
    pub before_restart: Option<Box<Filing>>,
}

impl Filing {
    /// What is known, as it reads on a day.
    pub fn profile(&self, today: NaiveDate) -> Profile {
        let mut profile = Profile::default();
        for answer in &self.answers {
            let days = (today - answer.said).num_days();
            profile.set(answer.field, answer.value.aged(answer.field, days));
        }
        profile
    }

    pub fn answer(&self, field: Field) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.field == field)
    }

    pub fn set_aside_fields(&self) -> FieldSet {
        self.set_aside.iter().copied().collect()
    }

    /// Records an answer. What it replaces can be taken back.
    pub fn record(&mut self, field: Field, value: Value, said: NaiveDate) {
        self.remember(field);
        self.answers.retain(|answer| answer.field != field);
        self.set_aside.retain(|other| *other != field);
        self.answers.push(Answer { field, value, said });
    }

    /// Leaves a field unknown on the person's word.
    pub fn put_aside(&mut self, field: Field) {
        self.remember(field);
        self.answers.retain(|answer| answer.field != field);
        if !self.set_aside.contains(&field) {
            self.set_aside.push(field);
        }
    }

    fn remember(&mut self, field: Field) {
        let step = Step { field, before: self.answer(field).cloned(), was_set_aside: self.set_aside.contains(&field) };
        if self.steps.len() == STEPS_MAX {
            self.steps.remove(0);
        }
        self.steps.push(step);
    }

    /// Starts over. What was there is kept until something else is started over.
    pub fn restart(&mut self) {
        let mut before = std::mem::take(self);
        let earlier = before.before_restart.take();
        let empty = before.answers.is_empty() && before.set_aside.is_empty();
        // Starting over twice must not lose what the first time kept.
        self.before_restart = if empty { earlier } else { Some(Box::new(before)) };
    }

    /// Takes back the last answer; tells which field it was about.
    pub fn undo(&mut self) -> Option<Field> {
        let step = self.steps.pop()?;
        self.answers.retain(|answer| answer.field != step.field);
        self.set_aside.retain(|field| *field != step.field);
        self.answers.extend(step.before);
        if step.was_set_aside {
            self.set_aside.push(step.field);
        }
        Some(step.field)
    }
}

/// The day in China at a moment: filings are made there.
pub fn day_in_china(now: DateTime<Utc>) -> NaiveDate {
    const SECONDS_EAST: i32 = 8 * 3600;
    match FixedOffset::east_opt(SECONDS_EAST) {
        Some(offset) => now.with_timezone(&offset).date_naive(),
        None => now.date_naive(),
    }
}
