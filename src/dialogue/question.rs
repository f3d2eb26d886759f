//! What question a button belongs to.

use std::fmt;

use super::session::{Reminders, Session, State};
use crate::name_hash::NameHash;

/// Names a question of a filing: the same question of the same filing has the same name, on any machine and after years.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct QuestionId(String);

/// What can be answered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// The question that the session waits on.
    Question,
    /// The last reminder, whatever is asked.
    Reminder,
}

/// Letters of a name: with 32 bits, an old button is taken for a new one once in four thousand million times.
const DIGITS: usize = 8;

impl QuestionId {
    /// The question that a session waits on.
    pub fn of(session: &Session) -> QuestionId {
        let filing = &session.filing;
        let mut name = NameHash::default();
        name.add(&filing.number.to_string());
        match &filing.state {
            State::New => name.add("new"),
            State::Asking { field, .. } => name.add_all(["asking", field.name()]),
            State::Confirming { field, value, .. } => name.add_all(["confirming", field.name(), &value.canonical(*field)]),
            State::Choosing { field, values, .. } => {
                name.add_all(["choosing", field.name()]);
                values.iter().for_each(|value| name.add(&value.canonical(*field)));
            }
            State::Replacing { answers } => {
                name.add("replacing");
                answers.iter().for_each(|(field, value)| name.add_all([field.name(), &value.canonical(*field)]));
            }
            State::Offering => name.add("offering"),
            State::ChoosingFiling => name.add("choosing filing"),
            State::ChoosingEdit => name.add("choosing edit"),
            State::Forgetting => name.add("forgetting"),
            State::ChoosingStage => name.add_all(["choosing stage", filing.stage().name()]),
            State::GivingReason => name.add("giving reason"),
            State::Deleting { number } => name.add_all(["deleting", &number.to_string()]),
            State::Dating { .. } => name.add_all(["dating", filing.stage().name()]),
            State::Ticking => name.add("ticking"),
            State::TickingSome { keys } => {
                name.add("ticking some");
                keys.iter().for_each(|key| name.add(&key.to_string()));
            }
            State::TickingAll => name.add("ticking all"),
            State::Agreeing => name.add("agreeing"),
            State::Resting => name.add("resting"),
        }
        QuestionId(format!("{:0DIGITS$x}", name.value()))
    }

    /// The last reminder, which is no question of a filing and can be answered whatever is asked; none where nothing was said yet.
    pub fn of_reminder(settings: &Reminders) -> Option<QuestionId> {
        let mut name = NameHash::default();
        name.add_all(["reminder", &settings.last?.to_rfc3339()]);
        Some(QuestionId(format!("{:0DIGITS$x}", name.value())))
    }

    /// What a button of this question answers in a session; none where the question is over.
    pub fn open_in(&self, session: &Session) -> Option<Open> {
        let reminder = || session.person.reminders.as_ref().and_then(QuestionId::of_reminder);
        match () {
            () if *self == QuestionId::of(session) => Some(Open::Question),
            () if Some(self) == reminder().as_ref() => Some(Open::Reminder),
            () => None,
        }
    }

    /// The name of no question: for buttons that nobody knows any more.
    pub fn none() -> QuestionId {
        QuestionId(String::new())
    }

    /// Reads a name as a button carries it.
    pub fn parse(text: &str) -> Option<QuestionId> {
        let is_name = text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_name.then(|| QuestionId(text.to_owned()))
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
