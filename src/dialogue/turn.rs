//! The turn: one input in, a new session and replies out.

mod answers;
mod commands;
mod filings;
mod materials;
mod next;
mod progress;
mod reading;
mod record;
mod reminding;
mod told;

use std::borrow::Cow;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};

use super::command::Command;
use super::names::Names;
use super::question::QuestionId;
use super::reminders::left;
use super::reply::{ChoiceValue, Reply, choices_for};
use super::session::{Filing, Session, State, day_in_china};
use crate::matching::Vocabulary;
use crate::privacy::mask;
use crate::profile::{Field, Profile};
use crate::progress::Workdays;
use crate::rules::{Assessment, RuleBase, RuleKey, Verdict};

/// What the conversation draws on.
#[derive(Clone, Copy)]
pub struct Knowledge<'k> {
    pub rules: &'k RuleBase,
    pub vocabulary: &'k Vocabulary,
    pub workdays: &'k Workdays,
    pub names: &'k Names,
}

/// What a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Typed text, which may be a command or the number of a choice.
    Text(String),
    /// Typed text of a channel on which messages have numbers and can be changed later.
    Message {
        text: String,
        id: i64,
    },
    /// A message that was changed after it was sent.
    Edited {
        text: String,
        id: i64,
    },
    /// A button, which may be an old one: the choice, and the question that it belongs to.
    Press {
        question: QuestionId,
        token: String,
    },
    /// A choice by its token, as a button or a program sends it.
    Choose(String),
    Command(Command),
    /// Something that the assistant does not read, with the words that came along.
    Unread {
        what: Unread,
        words: Option<String>,
        id: i64,
    },
    /// The channel was opened.
    Open,
}

/// Things that people send and the assistant does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// A photo or a file: it may show an identity document.
    Document,
    Voice,
    Other,
}

/// What came of an input.
pub struct Turn<'k> {
    pub session: Session,
    /// The day in China on which it was taken.
    pub day: NaiveDate,
    /// What is known of the filing now.
    pub profile: Profile,
    pub verdict: Verdict,
    pub replies: Vec<Reply<'k>>,
    /// What can be chosen next.
    pub choices: Vec<ChoiceValue>,
    /// The question that the choices belong to.
    pub question: QuestionId,
    /// What is to be done beside answering.
    pub effect: Option<Effect>,
}

/// What the person wants done with what is kept about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Everything is to be handed to them.
    Export,
    /// Everything is to be deleted, the session of this turn included.
    Forget,
}

/// Wrong answers to one question before it is left open.
const FAILURES_MAX: u8 = 3;
/// Longest input that is looked at, in characters.
const INPUT_CHARS_MAX: usize = 2_000;

/// Takes one turn of the conversation. Pure: the same arguments give the same turn.
pub fn turn<'k>(knowledge: Knowledge<'k>, session: &Session, input: &Input, now: DateTime<Utc>) -> Turn<'k> {
    let mut talk = Talk {
        knowledge,
        session: session.clone(),
        today: day_in_china(now),
        now,
        replies: Vec::new(),
        assessed: None,
        message: None,
        effect: None,
    };
    talk.tell_what_was_dropped();
    if let Some(settings) = &mut talk.session.person.reminders {
        // Whoever is heard from is listening.
        settings.unanswered = 0;
    }
    talk.take(input);
    let choices = talk.choices();
    let verdict = talk.assess().verdict;
    let question = QuestionId::of(&talk.session);
    if question != QuestionId::of(session) {
        // What was ticked belongs to the question before.
        talk.session.filing.ticked.clear();
    }
    Turn {
        day: talk.today,
        profile: talk.profile(),
        verdict,
        session: talk.session,
        replies: talk.replies,
        choices,
        question,
        effect: talk.effect,
    }
}

/// What can be chosen in the session's present state.
pub fn choices(session: &Session) -> Vec<ChoiceValue> {
    let filing = &session.filing;
    match &filing.state {
        State::Asking { field, .. } => choices_for(filing, *field),
        State::Confirming { .. } | State::Replacing { .. } | State::Forgetting | State::TickingAll => {
            vec![ChoiceValue::Yes, ChoiceValue::No]
        }
        State::Choosing { field, values, .. } => {
            let values = values.iter().map(|value| ChoiceValue::Value(*field, value.clone()));
            values.chain([ChoiceValue::Skip]).collect()
        }
        State::ChoosingFiling => session.filings().iter().map(|filing| ChoiceValue::Filing(filing.number)).collect(),
        State::Offering => vec![ChoiceValue::Continue, ChoiceValue::Later],
        State::ChoosingEdit => editable(filing).into_iter().map(ChoiceValue::Field).collect(),
        State::ChoosingStage => filing.stage().next().iter().map(|stage| ChoiceValue::Stage(*stage)).chain([ChoiceValue::NoNews]).collect(),
        State::GivingReason | State::Dating => vec![ChoiceValue::Skip],
        State::Agreeing => vec![ChoiceValue::Agree, ChoiceValue::Decline],
        // What is left depends on the rules: the turn adds it.
        State::New | State::Resting | State::Ticking | State::TickingSome { .. } => Vec::new(),
    }
}

/// Answers that can be changed, and questions that were set aside.
fn editable(filing: &Filing) -> Vec<Field> {
    let mut fields: Vec<Field> = filing.answers.iter().map(|answer| answer.field).collect();
    fields.extend(filing.set_aside.iter().filter(|field| filing.answer(**field).is_none()));
    fields
}

/// The number behind «why», as in «依据 3».
fn why_number<'t>(vocabulary: &Vocabulary, normal: &'t str) -> Option<&'t str> {
    let start = normal.find(|c: char| c.is_ascii_digit())?;
    let number = &normal[start..];
    let number = &number[..number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len())];
    // «第 3 条什么意思», «why item 1»: a number and little else.
    (vocabulary.asks_for_item(normal)
        && normal.chars().count() <= 16
        && !normal[start + number.len()..].contains(|c: char| c.is_ascii_digit()))
    .then_some(number)
}

struct Talk<'k> {
    knowledge: Knowledge<'k>,
    session: Session,
    today: NaiveDate,
    now: DateTime<Utc>,
    replies: Vec<Reply<'k>>,
    /// What the rules say of the present answers, until those change.
    assessed: Option<Rc<Assessment<'k>>>,
    /// The number of the message that is being taken.
    message: Option<i64>,
    effect: Option<Effect>,
}

impl<'k> Talk<'k> {
    fn take(&mut self, input: &Input) {
        match input {
            Input::Open => self.command(&Command::Start),
            Input::Command(command) => self.command(command),
            Input::Choose(token) => self.choose(&token.chars().take(INPUT_CHARS_MAX).collect::<String>()),
            Input::Press { question, token } if *question == QuestionId::of(&self.session) => self.choose(token),
            Input::Press { question, token } if self.is_of_reminder(question) => self.answer_reminder(token),
            Input::Press { .. } => {
                self.replies.push(Reply::Stale);
                self.go_back_to_question();
            }
            Input::Text(text) => self.typed(text),
            Input::Message { text, id } => {
                self.message = Some(*id);
                self.typed(text);
            }
            Input::Edited { text, id } => self.edited(text, *id),
            Input::Unread { what, words, id } => {
                self.replies.push(Reply::NotRead(*what));
                match words {
                    Some(words) => {
                        self.message = Some(*id);
                        self.typed(words);
                    }
                    None => self.go_back_to_question(),
                }
            }
        }
    }

    fn typed(&mut self, text: &str) {
        let text = self.without_numbers(text);
        match Command::parse(&text) {
            Some(command) => self.command(&command),
            None => self.text(&text),
        }
    }

    /// As much of a text as is looked at, without what must not be kept.
    fn without_numbers(&mut self, text: &str) -> String {
        let text: String = text.chars().take(INPUT_CHARS_MAX).collect();
        match mask(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(masked) => {
                self.replies.push(Reply::NumberHidden);
                masked
            }
        }
    }

    /// A changed message changes what was understood from it.
    fn edited(&mut self, text: &str, id: i64) {
        self.message = Some(id);
        let text = self.without_numbers(text);
        let field = self.session.filing.steps.iter().find(|step| step.message == Some(id)).map(|step| step.field);
        match field.filter(|field| self.session.filing.answer(*field).is_some()) {
            _ if Command::parse(&text).is_some() => self.replies.push(Reply::EditedTooLate),
            Some(field) => self.change_to(field, &text),
            None => self.replies.push(Reply::EditedTooLate),
        }
    }

    /// An older session may hold answers that this program does not know any more.
    fn tell_what_was_dropped(&mut self) {
        if std::mem::take(&mut self.session.filing.dropped) {
            self.replies.push(Reply::AnswersDropped);
        }
    }

    /// What can be chosen next.
    fn choices(&mut self) -> Vec<ChoiceValue> {
        if self.session.filing.state == State::Ticking {
            let assessment = self.assess();
            let items = left(&assessment);
            return items.iter().map(|item| ChoiceValue::Item(RuleKey::of(&item.rule.id))).chain([ChoiceValue::NoMore]).collect();
        }
        if let State::TickingSome { keys } = self.session.filing.state.clone() {
            let items = self.left_of(&keys);
            let items = items.iter().map(|item| ChoiceValue::Item(RuleKey::of(&item.rule.id)));
            return items.chain([ChoiceValue::All, ChoiceValue::NoMore]).collect();
        }
        choices(&self.session)
    }

    fn filing(&mut self) -> &mut Filing {
        &mut self.session.filing
    }

    fn profile(&self) -> Profile {
        self.session.filing.profile(self.today)
    }

    fn assess(&mut self) -> Rc<Assessment<'k>> {
        if let Some(assessed) = &self.assessed {
            return Rc::clone(assessed);
        }
        let assessed = Rc::new(self.knowledge.rules.assess(&self.profile(), self.today));
        self.assessed = Some(Rc::clone(&assessed));
        assessed
    }

    /// The answers, to be changed.
    fn change_answers(&mut self) -> &mut Filing {
        self.assessed = None;
        &mut self.session.filing
    }
}
