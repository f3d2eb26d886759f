//! The turn: one input in, a new session and replies out.

mod answers;
mod commands;
mod desk;
mod done;
mod events;
mod filings;
mod materials;
mod next;
mod progress;
mod reading;
mod record;
mod reminding;
mod told;
mod typed;

pub use desk::Invited;

use std::borrow::Cow;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};

use self::desk::MISSED_MAX;
use super::command::Command;
use super::names::Names;
use super::question::{Open, QuestionId};
use super::reminders::left;
use super::reply::{ChoiceValue, DeskReply, Reply, choices_for};
use super::session::{Filing, Session, State, day_in_china};
use crate::desk::Reason;
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
    /// Whether there is a staff that can be handed over to.
    pub desk: bool,
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
    /// The words under such a thing were changed.
    Recaptioned,
    /// The channel was opened.
    Open,
    /// The person came by an invitation.
    Invited(Invited),
    /// The staff answers on behalf of the person, in words.
    SetByStaff(String),
    /// The staff closed the case.
    StaffLeft,
    /// The staff opened the case again.
    StaffReturned,
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
    /// What is worth counting.
    pub noticed: Vec<Noticed>,
}

/// What is to be done that no conversation can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Everything that is kept about the person is to be handed to them.
    Export,
    /// All of that is to be deleted, the session of this turn included.
    Forget,
    /// The staff is to take over; the words are for them.
    HandOver { reason: Reason, words: Option<String> },
    /// What was said is for the staff.
    Relay,
    /// The person wants no staff any more.
    LeaveStaff,
    /// Somebody is to look after this rule.
    Report { rule: String },
}

/// Something that happened in a turn and is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noticed {
    /// The first checklist of a filing was shown.
    Checklist,
    /// All that can be asked of a filing was asked.
    AllAsked,
    /// Something was not understood: what was asked, and what was said.
    Missed { field: Option<Field>, said: String },
}

/// Wrong answers to one question before it is left open.
const FAILURES_MAX: u8 = 3;
/// Of what was not understood, so many characters are worth keeping.
const MISSED_CHARS_MAX: usize = 200;
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
    if talk.is_for_staff(input) {
        talk.effect = Some(Effect::Relay);
    } else {
        talk.take(input);
    }
    let noticed = talk.notice(session, input);
    // Whom the staff speaks with is asked nothing.
    let is_silent = talk.effect == Some(Effect::Relay) || matches!(input, Input::SetByStaff(_));
    let choices = if is_silent { Vec::new() } else { talk.choices() };
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
        noticed,
    }
}

/// What can be chosen in the session's present state; `desk`: whether there is a staff.
pub fn choices(session: &Session, desk: bool) -> Vec<ChoiceValue> {
    let filing = &session.filing;
    let staff = desk && !session.person.with_staff && filing.missed >= MISSED_MAX;
    let mut choices = choices_of(session);
    choices.extend(staff.then_some(ChoiceValue::Staff));
    choices
}

fn choices_of(session: &Session) -> Vec<ChoiceValue> {
    let filing = &session.filing;
    match &filing.state {
        State::Asking { field, .. } => choices_for(filing, *field),
        State::Confirming { .. } | State::Replacing { .. } | State::Forgetting | State::Deleting { .. } | State::TickingAll => {
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
        State::GivingReason | State::Dating { .. } => vec![ChoiceValue::Skip],
        State::Agreeing => vec![ChoiceValue::Agree, ChoiceValue::Decline],
        // What is left depends on the rules: the turn adds it.
        State::New | State::Resting | State::Ticking | State::TickingSome { .. } => Vec::new(),
    }
}

/// Answers that can be changed, and questions that were set aside.
fn editable(filing: &Filing) -> Vec<Field> {
    // What is in hand is ticked among the materials.
    let mut fields: Vec<Field> = filing.answers.iter().map(|answer| answer.field).filter(|field| *field != Field::Held).collect();
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
            Input::Press { question, token } => match question.open_in(&self.session) {
                Some(Open::Question) => self.choose(token),
                Some(Open::Reminder) => self.answer_reminder(token),
                None => self.stale(),
            },
            Input::Text(text) => self.typed(text),
            Input::Message { text, id } => {
                self.message = Some(*id);
                self.typed(text);
            }
            Input::Edited { text, id } => self.edited(text, *id),
            Input::Invited(invited) => self.invited(invited),
            Input::SetByStaff(words) => self.set_by_staff(words),
            Input::StaffLeft => self.staff_left(),
            Input::StaffReturned => self.staff_returned(),
            // What it said was taken when it came: only people look at it again.
            Input::Recaptioned => {}
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
        choices(&self.session, self.knowledge.desk)
    }

    /// What of this turn is worth counting. Whoever is not understood again and again is offered a person.
    fn notice(&mut self, before: &Session, input: &Input) -> Vec<Noticed> {
        let mut noticed = Vec::new();
        let is = |wanted: fn(&Reply<'_>) -> bool| self.replies.iter().any(wanted);
        if before.filing.shown.is_empty() && is(|reply| matches!(reply, Reply::Checklist { .. })) {
            noticed.push(Noticed::Checklist);
        }
        if is(|reply| matches!(reply, Reply::AllAsked { .. })) {
            noticed.push(Noticed::AllAsked);
        }
        let missed = is(|reply| {
            matches!(
                reply,
                Reply::NotUnderstood { .. }
                    | Reply::GaveUp { .. }
                    | Reply::NothingAsked
                    | Reply::OfferNotUnderstood
                    | Reply::AskToRemindAgain
                    | Reply::CannotSay
                    | Reply::NoSuchCommand { .. }
            )
        });
        let left_open = noticed.contains(&Noticed::Checklist) && self.knowledge.desk && self.leaves_open();
        let (Input::Text(text) | Input::Message { text, .. }) = input else {
            self.session.filing.missed = 0;
            if left_open {
                self.replies.push(Reply::Desk(DeskReply::LeftOpen));
            }
            return noticed;
        };
        let asked = before.filing.state.asking();
        if self.effect.is_none() && Command::parse(text).is_none() {
            self.note_heard(asked, text);
        }
        self.session.filing.missed = if missed { self.session.filing.missed.saturating_add(1) } else { 0 };
        if missed {
            noticed.push(Noticed::Missed { field: asked, said: mask(text).chars().take(MISSED_CHARS_MAX).collect() });
            if self.session.filing.missed >= MISSED_MAX && self.knowledge.desk && !self.session.person.with_staff {
                self.replies.push(Reply::Desk(DeskReply::OfferStaff));
            }
        } else if left_open {
            self.replies.push(Reply::Desk(DeskReply::LeftOpen));
        }
        noticed
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
