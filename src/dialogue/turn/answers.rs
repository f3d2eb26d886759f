//! Answers: what the person typed or chose, and what it changes.

use super::{FAILURES_MAX, Talk, choices, why_number};
use crate::dialogue::checklist::changes;
use crate::dialogue::command::Command;
use crate::dialogue::reply::{ChoiceValue, Progress, Reply, choices_for};
use crate::dialogue::session::State;
use crate::matching::{self, Reading, normalize};
use crate::profile::{Field, FieldSet, Kind, Value};
use crate::rules::{Assessment, Item, Status};

impl<'k> Talk<'k> {
    pub(super) fn text(&mut self, text: &str) {
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

    pub(super) fn plain_command(&mut self, meaning: &str) {
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
    pub(super) fn being_changed(&self) -> Option<Field> {
        match self.session.filing.state {
            State::Asking { field, .. } | State::Confirming { field, .. } => self.session.filing.answer(field).map(|answer| answer.field),
            _ => None,
        }
    }

    pub(super) fn leave_unchanged(&mut self, field: Field) {
        self.replies.push(Reply::Unchanged { field });
        self.ask_next();
    }

    /// Takes the choice with this number, where there are numbered choices; opens the item with this number of the
    /// checklist where nothing is asked.
    pub(super) fn choose_number(&mut self, number: usize) -> bool {
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
    pub(super) fn several_numbers(&self, normal: &str) -> Option<String> {
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

    pub(super) fn answer(&mut self, field: Field, failures: u8, text: &str, normal: &str) {
        // A value's own name means the value, even where it is a command elsewhere: «cancel» is a kind of filing.
        if matches!(field.kind(), Kind::Choice(_) | Kind::Set(_))
            && let Some(value) = matching::read_choice(field, normal)
        {
            return self.record(field, value);
        }
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

    pub(super) fn ask_again(&mut self, field: Field, failures: u8) {
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

    pub(super) fn choose(&mut self, token: &str) {
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

    pub(super) fn record(&mut self, field: Field, value: Value) {
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
    pub(super) fn say_no_filing_needed(&mut self, answered: Field, assessment: &Assessment<'k>) -> bool {
        // Before the kind of filing is known, it is news all the same: only what is cancelled needs no such word.
        let kind_of_filing = FieldSet::of(Field::Operation);
        let holds = |item: &Item<'k>| item.status == Status::Applies || item.open == kind_of_filing;
        let news = |item: &Item<'k>| answered != Field::Operation && item.because.contains(answered);
        let says_so = |item: &&Item<'k>| item.rule.no_filing && holds(item) && news(item);
        let before = self.replies.len();
        self.replies.extend(assessment.items.iter().filter(says_so).map(|item| Reply::NoFilingNeeded { item: *item }));
        self.replies.len() > before
    }

    pub(super) fn set_aside(&mut self, field: Field) {
        self.change_answers().put_aside(field);
        self.replies.push(Reply::SetAside { field });
        self.ask_next();
    }
}
