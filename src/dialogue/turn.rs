//! The turn: one input in, a new session and replies out.

use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::checklist::{arrange, changes};
use super::command::Command;
use super::reply::{ChoiceValue, Progress, Reply, choices_for};
use super::sense::pointless;
use super::session::{Filing, Session, State, day_in_china};
use crate::language::Language;
use crate::matching::{self, Reading, Vocabulary, normalize};
use crate::profile::{Field, FieldSet, Kind, Profile, Value};
use crate::rules::{ASKED_FIRST, Assessment, Item, RuleBase, Status, Verdict};

/// What the conversation draws on.
#[derive(Clone, Copy)]
pub struct Knowledge<'k> {
    pub rules: &'k RuleBase,
    pub vocabulary: &'k Vocabulary,
}

/// What a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Typed text, which may be a command or the number of a choice.
    Text(String),
    /// A choice by its token, as a button or a program sends it.
    Choose(String),
    Command(Command),
    /// The channel was opened.
    Open,
}

/// What came of an input.
pub struct Turn<'k> {
    pub session: Session,
    /// What is known of the filing now.
    pub profile: Profile,
    pub verdict: Verdict,
    pub replies: Vec<Reply<'k>>,
    /// What can be chosen next.
    pub choices: Vec<ChoiceValue>,
}

/// Wrong answers to one question before it is left open.
const FAILURES_MAX: u8 = 3;
/// Longest input that is looked at, in characters.
const INPUT_CHARS_MAX: usize = 2_000;

/// Takes one turn of the conversation. Pure: the same arguments give the same turn.
pub fn turn<'k>(knowledge: Knowledge<'k>, session: &Session, input: &Input, now: DateTime<Utc>) -> Turn<'k> {
    let mut talk = Talk { knowledge, session: session.clone(), today: day_in_china(now), replies: Vec::new(), assessed: None };
    talk.take(input);
    let choices = choices(&talk.session.filing);
    let verdict = talk.assess().verdict;
    Turn { profile: talk.profile(), verdict, session: talk.session, replies: talk.replies, choices }
}

/// What can be chosen in the filing's present state.
pub(super) fn choices(filing: &Filing) -> Vec<ChoiceValue> {
    match &filing.state {
        State::Asking { field, .. } => choices_for(filing, *field),
        State::Confirming { .. } => vec![ChoiceValue::Yes, ChoiceValue::No],
        State::Offering => vec![ChoiceValue::Continue, ChoiceValue::Later],
        State::ChoosingEdit => editable(filing).into_iter().map(ChoiceValue::Field).collect(),
        State::New | State::Resting => Vec::new(),
    }
}

/// Answers that can be changed, and questions that were set aside.
fn editable(filing: &Filing) -> Vec<Field> {
    let mut fields: Vec<Field> = filing.answers.iter().map(|answer| answer.field).collect();
    fields.extend(filing.set_aside.iter().filter(|field| filing.answer(**field).is_none()));
    fields
}

/// The number behind «why», as in «依据 3».
fn why_number(normal: &str) -> Option<&str> {
    let rest = ["为什么", "为啥", "依据", "why"].iter().find_map(|word| normal.strip_prefix(word))?.trim();
    (!rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit())).then_some(rest)
}

struct Talk<'k> {
    knowledge: Knowledge<'k>,
    session: Session,
    today: NaiveDate,
    replies: Vec<Reply<'k>>,
    /// What the rules say of the present answers, until those change.
    assessed: Option<Rc<Assessment<'k>>>,
}

impl<'k> Talk<'k> {
    fn take(&mut self, input: &Input) {
        match input {
            Input::Open => self.command(&Command::Start),
            Input::Command(command) => self.command(command),
            Input::Choose(token) => self.choose(&token.chars().take(INPUT_CHARS_MAX).collect::<String>()),
            Input::Text(text) => {
                let text: String = text.chars().take(INPUT_CHARS_MAX).collect();
                match Command::parse(&text) {
                    Some(command) => self.command(&command),
                    None => self.text(&text),
                }
            }
        }
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

    // ---- answers ----

    fn text(&mut self, text: &str) {
        let normal = normalize(text);
        if let Some(number) = normal.parse::<usize>().ok().filter(|number| *number >= 1)
            && self.choose_number(number)
        {
            return;
        }
        if let Some(token) = self.several_numbers(&normal) {
            return self.choose(&token);
        }
        // «为什么 8»: which item is meant stands behind the word.
        if let Some(number) = why_number(&normal) {
            return self.why(Some(number));
        }
        match self.session.filing.state.clone() {
            State::New => self.command(&Command::Start),
            State::Asking { field, failures } => self.answer(field, failures, text, &normal),
            State::Confirming { field, value, failures } => match self.knowledge.vocabulary.answer(&normal) {
                Some("yes") => self.record(field, value),
                Some("no") => self.ask_again(field, failures),
                Some(meaning) if Command::of_meaning(meaning).is_some() => self.plain_command(meaning),
                _ => self.answer(field, failures, text, &normal),
            },
            State::Offering => match self.knowledge.vocabulary.answer(&normal) {
                Some("yes" | "go_on") => self.go_on(),
                Some("no" | "skip" | "later") => self.later(),
                Some(meaning) => self.plain_command(meaning),
                None => self.replies.push(Reply::OfferNotUnderstood),
            },
            State::ChoosingEdit => match self.knowledge.vocabulary.answer(&normal) {
                Some("no" | "undo" | "skip" | "cancel") => self.go_back_to_question(),
                _ => self.edit(text),
            },
            State::Resting => match self.knowledge.vocabulary.answer(&normal) {
                Some("yes" | "go_on") => self.go_on(),
                Some(meaning) => self.plain_command(meaning),
                None => self.nothing_asked(),
            },
        }
    }

    fn plain_command(&mut self, meaning: &str) {
        match (Command::of_meaning(meaning), self.session.filing.state.clone()) {
            (Some(command), _) => self.command(&command),
            (None, State::Asking { .. } | State::Confirming { .. }) if meaning == "cancel" => match self.being_changed() {
                Some(field) => self.leave_unchanged(field),
                None => self.later(),
            },
            (None, State::Asking { field, failures } | State::Confirming { field, failures, .. }) => self.ask_again(field, failures),
            (None, State::Offering) => self.replies.push(Reply::OfferNotUnderstood),
            (None, _) => self.nothing_asked(),
        }
    }

    /// The field whose answer is being changed, when one is.
    fn being_changed(&self) -> Option<Field> {
        match self.session.filing.state {
            State::Asking { field, .. } | State::Confirming { field, .. } => self.session.filing.answer(field).map(|answer| answer.field),
            _ => None,
        }
    }

    fn leave_unchanged(&mut self, field: Field) {
        self.replies.push(Reply::Unchanged { field });
        self.ask_next();
    }

    /// Takes the choice with this number, where there are numbered choices; opens the item with this number of the
    /// checklist where nothing is asked.
    fn choose_number(&mut self, number: usize) -> bool {
        match &self.session.filing.state {
            State::Resting => {
                self.why_item(number);
                true
            }
            // A number is an answer of its own to these.
            State::Asking { field, .. } if choices_for(&self.session.filing, *field).len() <= 1 => false,
            State::Offering if number > choices(&self.session.filing).len() => {
                self.why_item(number);
                self.go_back_to_question();
                true
            }
            _ => {
                let choices = choices(&self.session.filing);
                match choices.get(number - 1) {
                    Some(choice) => {
                        let token = choice.token();
                        self.choose(&token);
                        true
                    }
                    None => false,
                }
            }
        }
    }

    /// «1 3 5» in answer to a question that takes several values.
    fn several_numbers(&self, normal: &str) -> Option<String> {
        let State::Asking { field, .. } = self.session.filing.state else { return None };
        let parts: Vec<&str> = normal.split([' ', ',', '，', '、', '/', ';']).filter(|part| !part.is_empty()).collect();
        if parts.len() < 2 || !matches!(field.kind(), Kind::Set(_)) {
            return None;
        }
        let choices = choices_for(&self.session.filing, field);
        let tokens: Option<Vec<String>> = parts
            .iter()
            .map(|part| match choices.get(part.parse::<usize>().ok()?.checked_sub(1)?)? {
                choice @ ChoiceValue::Value(..) => Some(choice.token()),
                _ => None,
            })
            .collect();
        // «none of these» and one of these cannot both be meant.
        tokens.filter(|tokens| !tokens.iter().any(|token| token == "none")).map(|tokens| tokens.join(","))
    }

    fn answer(&mut self, field: Field, failures: u8, text: &str, normal: &str) {
        match self.knowledge.vocabulary.answer(normal) {
            // «no» and «yes» answer the question itself where it takes them.
            Some("yes" | "no") | None => {}
            Some(meaning) => return self.plain_command(meaning),
        }
        match matching::read(self.knowledge.vocabulary, field, text, self.today) {
            Reading::Accept(value) => self.record(field, value),
            Reading::Confirm(value) => {
                self.replies.push(Reply::DidYouMean { field, value: value.clone() });
                self.filing().state = State::Confirming { field, value, failures };
            }
            Reading::Reject => self.ask_again(field, failures),
        }
    }

    fn ask_again(&mut self, field: Field, failures: u8) {
        let failures = failures + 1;
        if failures >= FAILURES_MAX {
            self.replies.push(Reply::GaveUp { field });
            self.change_answers().put_aside(field);
            return self.ask_next();
        }
        self.replies.push(Reply::NotUnderstood { field, failures });
        self.filing().state = State::Asking { field, failures };
        self.replies.push(Reply::Question { field, progress: Progress::Again });
    }

    fn choose(&mut self, token: &str) {
        match (self.session.filing.state.clone(), token) {
            (State::Asking { field, .. }, "skip") => self.set_aside(field),
            (State::Asking { field, .. }, "yes" | "no") if field.kind() == Kind::Bool => self.record(field, Value::Bool(token == "yes")),
            // A choice is one of the field's values and nothing near it: a program that errs must hear of it.
            (State::Asking { field, failures }, _) => match matching::read_choice(field, token) {
                Some(value) => self.record(field, value),
                None => self.ask_again(field, failures),
            },
            (State::Confirming { field, value, .. }, "yes") => self.record(field, value),
            (State::Confirming { field, failures, .. }, "no") => self.ask_again(field, failures),
            (State::Confirming { field, failures, .. }, _) => match matching::read_choice(field, token) {
                Some(value) => self.record(field, value),
                None => self.ask_again(field, failures),
            },
            (State::Offering | State::Resting, "continue" | "yes") => self.go_on(),
            (State::Offering | State::Resting, "later" | "no") => self.later(),
            (State::ChoosingEdit, _) => self.edit(token),
            (State::New, _) => self.command(&Command::Start),
            (State::Offering, _) => self.replies.push(Reply::OfferNotUnderstood),
            (State::Resting, _) => self.nothing_asked(),
        }
    }

    fn record(&mut self, field: Field, value: Value) {
        let seen = !self.session.filing.shown.is_empty();
        // Until a checklist was shown, nothing can have changed in it.
        let before = seen.then(|| self.assess());
        let replaced = self.session.filing.answer(field).is_some();
        let same = self.session.filing.answer(field).is_some_and(|answer| answer.value == value);
        let today = self.today;
        self.change_answers().record(field, value.clone(), today);
        self.replies.push(Reply::Understood { field, value: value.clone() });
        if field == Field::Province
            && let Value::Choice(province) = value
            && !self.knowledge.rules.covers_province(province)
        {
            self.replies.push(Reply::ProvinceNotCovered { province: value });
        }
        let after = self.assess();
        let no_filing = self.say_no_filing_needed(field, &after);
        if let Some(before) = before.filter(|_| !same) {
            let mut changes = changes(&before, &after);
            if !replaced && self.session.filing.refining {
                // Question by question, only what a person must act on.
                changes.gone.clear();
                changes.met.clear();
            }
            if !changes.is_empty() {
                self.replies.push(Reply::Changed(changes));
            }
        }
        if no_filing && !seen {
            self.filing().state = State::Offering;
            return;
        }
        self.ask_next();
    }

    /// Says as soon as it is known that no filing is needed.
    fn say_no_filing_needed(&mut self, answered: Field, assessment: &Assessment<'k>) -> bool {
        // Before the kind of filing is known, it is news all the same: only what is cancelled needs no such word.
        let kind_of_filing = FieldSet::of(Field::Operation);
        let holds = |item: &Item<'k>| item.status == Status::Applies || item.open == kind_of_filing;
        let news = |item: &Item<'k>| answered != Field::Operation && item.because.contains(answered);
        let says_so = |item: &&Item<'k>| item.rule.no_filing && holds(item) && news(item);
        let before = self.replies.len();
        self.replies.extend(assessment.items.iter().filter(says_so).map(|item| Reply::NoFilingNeeded { item: *item }));
        self.replies.len() > before
    }

    fn set_aside(&mut self, field: Field) {
        self.change_answers().put_aside(field);
        self.replies.push(Reply::SetAside { field });
        self.ask_next();
    }

    // ---- what comes next ----

    /// The fields that are worth asking about, in order.
    fn open_questions(&self, assessment: &Assessment<'_>) -> Vec<Field> {
        let aside = self.session.filing.set_aside_fields();
        let profile = self.profile();
        // Where something that was left open decides first, the rest of an item is not worth asking.
        let deciding = aside.without(ASKED_FIRST.into_iter().collect());
        let settleable = assessment.items.iter().filter(|item| item.status == Status::Applies || !item.open.intersects(deciding));
        let worthwhile = settleable.fold(FieldSet::EMPTY, |fields, item| fields.union(item.open));
        let wanted = |field: &Field| worthwhile.contains(*field) && !aside.contains(*field) && !pointless(*field, &profile);
        assessment.questions.iter().copied().filter(wanted).collect()
    }

    fn ask_next(&mut self) {
        let assessment = self.assess();
        let open = self.open_questions(&assessment);
        let first = open.iter().copied().find(|field| ASKED_FIRST.contains(field));
        let was_shown = !self.session.filing.shown.is_empty();
        match (first, open.first()) {
            (Some(field), _) if !was_shown || self.session.filing.refining => self.ask(field, &open),
            (_, Some(field)) if self.session.filing.refining => self.ask(*field, &open),
            (_, Some(_)) => {
                if !was_shown {
                    self.show_checklist(assessment, false);
                }
                self.replies.push(Reply::Offer { remaining: open.len() });
                self.filing().state = State::Offering;
            }
            (_, None) => {
                let set_aside = self.session.filing.set_aside.len();
                let silent = assessment.items.is_empty();
                self.show_checklist(assessment, false);
                if !silent {
                    self.replies.push(Reply::AllAsked { set_aside });
                }
                self.filing().state = State::Resting;
            }
        }
    }

    fn ask(&mut self, field: Field, open: &[Field]) {
        let progress = match ASKED_FIRST.iter().position(|first| *first == field) {
            Some(_) if !self.session.filing.refining => {
                let asked = ASKED_FIRST
                    .iter()
                    .filter(|first| self.session.filing.answer(**first).is_some() || self.session.filing.set_aside.contains(first));
                let left = open.iter().filter(|field| ASKED_FIRST.contains(field)).count();
                let number = asked.count() + 1;
                Progress::First { number, of: number - 1 + left }
            }
            _ => Progress::Remaining(open.len()),
        };
        self.replies.push(Reply::Question { field, progress });
        self.filing().state = State::Asking { field, failures: 0 };
    }

    fn show_checklist(&mut self, assessment: Rc<Assessment<'k>>, all: bool) {
        self.filing().shown = Arc::new(arrange(&assessment).iter().map(|(_, item)| item.rule.id.clone()).collect());
        self.replies.push(Reply::Checklist { assessment, all });
    }

    fn go_on(&mut self) {
        // Before the first checklist, the first questions come first.
        self.filing().refining = !self.session.filing.shown.is_empty();
        self.ask_next();
    }

    fn later(&mut self) {
        self.filing().refining = false;
        self.replies.push(Reply::Later);
        self.filing().state = State::Resting;
    }

    fn nothing_asked(&mut self) {
        self.replies.push(Reply::NothingAsked);
    }

    /// Asks what was asked before a digression.
    fn go_back_to_question(&mut self) {
        match self.session.filing.state.clone() {
            State::Asking { field, .. } | State::Confirming { field, .. } => {
                let assessment = self.assess();
                let open = self.open_questions(&assessment);
                self.ask(field, &open);
            }
            State::Offering => {
                let assessment = self.assess();
                let open = self.open_questions(&assessment);
                // Before the first checklist, the first questions are all that is offered.
                let first = open.iter().filter(|field| ASKED_FIRST.contains(field)).count();
                let remaining = if self.session.filing.shown.is_empty() { first } else { open.len() };
                self.replies.push(Reply::Offer { remaining });
            }
            State::New | State::ChoosingEdit => self.ask_next(),
            State::Resting => {}
        }
    }

    // ---- commands ----

    fn command(&mut self, command: &Command) {
        match command {
            Command::Start => self.start(),
            Command::Help => {
                self.replies.push(Reply::Help);
                self.go_back_to_question();
            }
            Command::Undo => self.undo(),
            Command::Edit(None) => self.list_answers(),
            Command::Edit(Some(which)) => self.edit(which),
            Command::Skip => match self.session.filing.state {
                State::Asking { field, .. } | State::Confirming { field, .. } => self.set_aside(field),
                State::Offering => self.later(),
                State::ChoosingEdit => self.go_back_to_question(),
                State::New | State::Resting => self.nothing_asked(),
            },
            Command::Why(which) => self.why(which.as_deref()),
            Command::Result { all } => {
                let assessment = self.assess();
                self.show_checklist(assessment, *all);
                self.go_back_to_question();
            }
            Command::Restart => {
                self.change_answers().restart();
                self.replies.push(Reply::Restarted);
                self.ask_next();
            }
            Command::Language(tag) => self.language(tag.as_deref()),
            Command::Unknown(name) => {
                self.replies.push(Reply::NoSuchCommand { nearest: Command::nearest(name) });
                self.go_back_to_question();
            }
        }
    }

    fn start(&mut self) {
        if self.session.filing.state == State::New && self.session.filing.answers.is_empty() {
            self.replies.push(Reply::Welcome);
            self.ask_next();
        } else {
            let answers = self.session.filing.answers.len();
            self.replies.push(Reply::WelcomeBack { answers });
            if self.session.filing.state == State::Resting {
                let assessment = self.assess();
                self.show_checklist(assessment, false);
            }
            self.go_back_to_question();
        }
    }

    fn undo(&mut self) {
        if let Some(field) = self.being_changed() {
            return self.leave_unchanged(field);
        }
        if self.session.filing.state == State::ChoosingEdit {
            return self.go_back_to_question();
        }
        if self.session.filing.steps.is_empty()
            && let Some(before) = self.change_answers().before_restart.take()
        {
            *self.change_answers() = *before;
            self.replies.push(Reply::RestartUndone);
            return self.go_back_to_question();
        }
        match self.change_answers().undo() {
            Some(field) if self.session.filing.answer(field).is_some() => {
                let value = self.session.filing.answer(field).map(|answer| answer.value.clone());
                self.replies.extend(value.map(|value| Reply::Restored { field, value }));
                self.ask_next();
            }
            Some(field) => {
                self.replies.push(Reply::Undone { field });
                let assessment = self.assess();
                let open = self.open_questions(&assessment);
                self.ask(field, &open);
            }
            None => {
                self.replies.push(Reply::NothingToUndo);
                self.go_back_to_question();
            }
        }
    }

    fn list_answers(&mut self) {
        if editable(&self.session.filing).is_empty() {
            self.replies.push(Reply::NoAnswers);
            return self.go_back_to_question();
        }
        self.replies.push(Reply::Answers);
        self.filing().state = State::ChoosingEdit;
    }

    /// Changes an answer: «FIELD», «FIELD VALUE», or its number in the list.
    fn edit(&mut self, which: &str) {
        let called = self.knowledge.vocabulary.field_called(which);
        let (name, value) =
            which.trim().split_once(char::is_whitespace).map_or((which.trim(), None), |(name, value)| (name, Some(value.trim())));
        let field = called.or_else(|| Field::named(name)).or_else(|| self.knowledge.vocabulary.field_called(name)).or_else(|| {
            let number: usize = name.parse().ok()?;
            editable(&self.session.filing).get(number.checked_sub(1)?).copied()
        });
        // Ids of rules and the day are nothing that a person tells.
        let Some(field) = field.filter(|field| !matches!(field, Field::Held | Field::AsOf)) else {
            self.replies.push(Reply::NoSuchAnswer);
            return self.list_answers();
        };
        let value = value.filter(|_| called.is_none());
        match value.map(|value| matching::read(self.knowledge.vocabulary, field, value, self.today)) {
            Some(Reading::Accept(value)) => self.record(field, value),
            Some(Reading::Confirm(value)) => {
                self.replies.push(Reply::DidYouMean { field, value: value.clone() });
                self.filing().state = State::Confirming { field, value, failures: 0 };
            }
            Some(Reading::Reject) => self.ask_again(field, 0),
            None => {
                self.replies.push(Reply::Question { field, progress: Progress::Single });
                self.filing().state = State::Asking { field, failures: 0 };
            }
        }
    }

    fn why(&mut self, which: Option<&str>) {
        match (which, self.session.filing.state.clone()) {
            (Some(which), _) => match which.trim().parse::<usize>() {
                Ok(number) => self.why_item(number),
                Err(_) => self.replies.push(Reply::NoSuchItem { shown: self.session.filing.shown.len() }),
            },
            (None, State::Asking { field, .. } | State::Confirming { field, .. }) => {
                let assessment = self.assess();
                let items = assessment.items.iter().filter(|item| item.open.contains(field)).copied().collect();
                self.replies.push(Reply::WhyQuestion { field, items });
            }
            (None, _) => self.replies.push(Reply::NoSuchItem { shown: self.session.filing.shown.len() }),
        }
        self.go_back_to_question();
    }

    fn why_item(&mut self, number: usize) {
        let rules = self.knowledge.rules;
        let id = number.checked_sub(1).and_then(|index| self.session.filing.shown.get(index));
        let Some(rule) = id.and_then(|id| rules.rule(id)) else {
            return self.replies.push(Reply::NoSuchItem { shown: self.session.filing.shown.len() });
        };
        let assessment = self.assess();
        match assessment.items.iter().find(|item| item.rule.index == rule.index) {
            Some(item) => {
                let profile = self.profile();
                let facts = item.because.iter().filter_map(|field| Some((field, profile.get(field)?.clone()))).collect();
                self.replies.push(Reply::WhyItem { item: *item, facts });
            }
            None => self.replies.push(Reply::WhyGone { rule }),
        }
    }

    fn language(&mut self, tag: Option<&str>) {
        let wanted = match tag {
            // Without a name: the other one.
            None if self.session.person.language == Language::Chinese => Some(Language::English),
            None => Some(Language::Chinese),
            Some("中文" | "汉语" | "chinese" | "Chinese") => Some(Language::Chinese),
            Some("英文" | "英语" | "english" | "English") => Some(Language::English),
            Some(tag) => Language::from_tag(tag),
        };
        match wanted {
            Some(language) => {
                self.session.person.language = language;
                self.replies.push(Reply::LanguageChanged);
            }
            None => self.replies.push(Reply::NoSuchLanguage),
        }
        self.go_back_to_question();
    }
}
