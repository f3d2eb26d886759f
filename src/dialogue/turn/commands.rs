//! Commands: start, undo, edit, why, result, language.

use std::sync::Arc;

use super::{Talk, editable};
use crate::dialogue::command::Command;
use crate::dialogue::reply::{DeskReply, Progress, Reply};
use crate::dialogue::session::{Person, Session, State};
use crate::dialogue::turn::Effect;
use crate::language::Language;
use crate::matching::{self, Reading};
use crate::profile::{Field, Value};
use crate::rules::Item;

impl<'k> Talk<'k> {
    pub(super) fn command(&mut self, command: &Command) {
        match command {
            Command::Start => self.start(),
            Command::StartWith(brought) => self.start_with(brought),
            Command::Help => {
                self.replies.push(Reply::Help);
                if self.knowledge.desk {
                    self.replies.push(Reply::Desk(DeskReply::Help));
                }
                self.go_back_to_question();
            }
            Command::Undo => self.undo(),
            Command::Edit(None) => self.list_answers(),
            Command::Edit(Some(which)) => self.edit(which),
            Command::Skip => match self.session.filing.state {
                State::Asking { field, .. } | State::Confirming { field, .. } | State::Choosing { field, .. } => self.set_aside(field),
                State::Replacing { .. } => self.go_back_from_replacing(),
                State::Offering => self.later(),
                State::ChoosingEdit => self.go_back_to_question(),
                State::ChoosingFiling => self.leave_list(),
                State::Forgetting => self.leave_unforgotten(),
                State::Deleting { .. } => self.leave_undeleted(),
                State::GivingReason => self.leave_reason(),
                State::Agreeing => self.agree(false),
                State::Dating { .. } => self.leave_undated(),
                State::ChoosingStage => self.choose_stage(""),
                State::Ticking | State::TickingSome { .. } | State::TickingAll => self.leave_materials(),
                State::New | State::Resting => self.nothing_asked(),
            },
            Command::Why(which) => self.why(which.as_deref()),
            Command::Result { all } => {
                let assessment = self.assess();
                self.show_checklist(assessment, *all);
                self.go_back_to_question();
            }
            Command::File => {
                let assessment = self.assess();
                self.replies.push(Reply::File { assessment });
                self.go_back_to_question();
            }
            Command::Export => {
                self.effect = Some(Effect::Export);
                self.replies.push(Reply::Export);
                self.go_back_to_question();
            }
            Command::Forget => {
                self.replies.push(Reply::AskToForget);
                self.filing().state = State::Forgetting;
            }
            Command::Delete(which) => self.delete_filing(which.as_deref()),
            Command::Restart => {
                self.change_answers().restart();
                self.replies.push(Reply::Restarted);
                self.ask_next();
            }
            Command::Progress => self.progress(),
            Command::Materials => self.list_materials(),
            Command::Reminders(wanted) => self.reminders(wanted.as_deref()),
            Command::Done => {
                if !self.done() {
                    self.go_back_to_question();
                }
            }
            Command::Snooze => self.snooze(),
            Command::Mute => {
                self.mute();
                self.go_back_to_question();
            }
            Command::Calendar => {
                let way = self.way();
                self.replies.push(Reply::Calendar { way: Box::new(way) });
                self.go_back_to_question();
            }
            Command::Human(words) => self.hand_over(None, words.as_deref()),
            Command::Bot => self.leave_staff(),
            Command::Wrong(which) => self.report(which.as_deref()),
            Command::New(name) => self.new_filing(name.as_deref()),
            Command::Filings => self.list_filings(),
            Command::Switch(which) => self.switch(which.as_deref()),
            Command::Language(tag) => self.language(tag.as_deref()),
            Command::Unknown(name) => {
                self.replies.push(Reply::NoSuchCommand { nearest: Command::nearest(name) });
                self.go_back_to_question();
            }
        }
    }

    pub(super) fn start(&mut self) {
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

    /// «guangdong-enterprise» behind a link: province and filer, to be confirmed.
    fn start_with(&mut self, brought: &str) {
        let mut answers: Vec<(Field, Value)> = Vec::new();
        for name in brought.split('-') {
            for field in [Field::Province, Field::Filer] {
                let named = field.allowed_values().contains(&name) && !answers.iter().any(|(known, _)| *known == field);
                answers.extend(Value::parse(field, name).filter(|_| named).map(|value| (field, value)));
            }
        }
        let news: Vec<(Field, Value)> = answers
            .into_iter()
            .filter(|(field, value)| self.session.filing.answer(*field).is_none_or(|known| known.value != *value))
            .collect();
        if news.is_empty() {
            return self.start();
        }
        self.greet();
        self.ask_to_replace(news);
    }

    /// Greets whoever comes by a link; who has said nothing yet has nothing to come back to.
    pub(super) fn greet(&mut self) {
        let answers = self.session.filing.answers.len();
        if answers > 0 {
            self.replies.push(Reply::WelcomeBack { answers });
        } else if self.session.filing.state == State::New {
            self.replies.push(Reply::Welcome);
        }
    }

    /// Deletes everything about the person; what is stored goes with the session.
    pub(super) fn forget(&mut self) {
        self.effect = Some(Effect::Forget);
        self.assessed = None;
        // Of a person whom nothing is known of any more, only the language of these words is left.
        let person = Person { language: self.session.person.language, ..Person::default() };
        self.session = Session { person, ..Session::default() };
        self.replies.push(Reply::Forgotten);
    }

    pub(super) fn leave_unforgotten(&mut self) {
        self.replies.push(Reply::NothingForgotten);
        self.filing().state = State::New;
        self.ask_next();
    }

    pub(super) fn undo(&mut self) {
        let is_of_course = matches!(self.session.filing.state, State::Resting | State::Agreeing | State::Offering);
        if is_of_course && let Some(event) = self.session.filing.undo_event() {
            self.replies.push(Reply::EventTakenBack { event });
            return self.go_on_after_news();
        }
        // Not the question for the stage, which nobody was asked.
        let of_stage = self.session.filing.steps.last().is_some_and(|step| step.field == Field::Stage && !step.with_previous);
        let others = matches!(
            self.session.filing.state,
            State::ChoosingEdit | State::ChoosingFiling | State::Forgetting | State::Deleting { .. } | State::Replacing { .. }
        );
        if of_stage && !others && self.being_changed().is_none_or(|field| field == Field::Stage) {
            return self.take_stage_back(None);
        }
        if let Some(field) = self.being_changed() {
            return self.leave_unchanged(field);
        }
        match self.session.filing.state.clone() {
            State::ChoosingEdit => return self.go_back_to_question(),
            // Nothing was replaced yet.
            State::Replacing { answers } => return self.leave_unreplaced(&answers),
            State::Deleting { .. } => return self.leave_undeleted(),
            State::ChoosingFiling => return self.leave_list(),
            State::Forgetting => return self.leave_unforgotten(),
            // Nothing was ticked yet that could be taken back: only the question goes.
            State::TickingSome { .. } | State::TickingAll => return self.leave_materials(),
            State::ChoosingStage | State::GivingReason | State::Dating { .. } | State::Ticking | State::Agreeing => {
                // Only that question goes; what is asked next is said behind what is taken back.
                self.filing().state = if self.session.filing.shown.is_empty() { State::New } else { State::Resting };
            }
            _ => {}
        }
        if self.session.filing.steps.is_empty()
            && let Some(before) = self.change_answers().before_restart.take()
        {
            *self.change_answers() = Arc::unwrap_or_clone(before);
            self.replies.push(Reply::RestartUndone);
            return self.go_back_to_question();
        }
        let fields = self.change_answers().undo();
        let known = |field: &Field| Some((*field, self.session.filing.answer(*field)?.value.clone()));
        let restored: Vec<(Field, Value)> = fields.iter().filter_map(known).collect();
        let gone: Vec<Field> = fields.iter().copied().filter(|field| restored.iter().all(|(known, _)| known != field)).collect();
        if !gone.is_empty() {
            self.replies.push(Reply::Undone { fields: gone.clone() });
        }
        self.replies.extend(restored.into_iter().map(|(field, value)| Reply::Restored { field, value }));
        match *gone {
            _ if fields.is_empty() => {
                self.replies.push(Reply::NothingToUndo);
                self.go_back_to_question();
            }
            // Nobody is asked which materials are in hand: they are told.
            [Field::Held | Field::Stage] => self.go_on_after_news(),
            [field] => {
                let assessment = self.assess();
                let open = self.open_questions(&assessment);
                self.ask(field, &open);
            }
            _ => self.ask_next(),
        }
    }

    pub(super) fn list_answers(&mut self) {
        if editable(&self.session.filing).is_empty() {
            self.replies.push(Reply::NoAnswers);
            return self.go_back_to_question();
        }
        self.replies.push(Reply::Answers);
        self.filing().state = State::ChoosingEdit;
    }

    /// Changes an answer: «FIELD», «FIELD VALUE», or its number in the list.
    pub(super) fn edit(&mut self, which: &str) {
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
        match value.filter(|_| called.is_none()) {
            Some(value) => self.change_to(field, value),
            None => {
                self.replies.push(Reply::Question { field, progress: Progress::Single });
                self.filing().state = State::Asking { field, failures: 0 };
            }
        }
    }

    /// Changes an answer to what is said in words.
    pub(super) fn change_to(&mut self, field: Field, said: &str) {
        match matching::read(self.knowledge.vocabulary, field, said, self.today) {
            Reading::Accept(value) => self.record(field, value),
            Reading::Confirm(value) => {
                self.replies.push(Reply::DidYouMean { field, value: value.clone() });
                self.filing().state = State::Confirming { field, value, failures: 0 };
            }
            Reading::OneOf(values) => {
                self.replies.push(Reply::Which { field, said: matching::shorten(said) });
                self.filing().state = State::Choosing { field, values, failures: 0 };
            }
            Reading::Elsewhere(place) => {
                self.replies.push(Reply::Elsewhere(place));
                self.ask_again(field, 0);
            }
            Reading::Reject => self.ask_again(field, 0),
        }
    }

    pub(super) fn why(&mut self, which: Option<&str>) {
        match (which, self.session.filing.state.clone()) {
            (Some(which), _) => match which.trim().parse::<usize>() {
                Ok(number) => self.why_item(number),
                Err(_) => self.replies.push(Reply::NoSuchItem { shown: self.session.filing.shown.len() }),
            },
            (None, State::Asking { field, .. } | State::Confirming { field, .. } | State::Choosing { field, .. }) => {
                let assessment = self.assess();
                // Of an answer that is being changed: what it decided.
                let known = self.session.filing.answer(field).is_some();
                let depends = |item: &&Item<'k>| item.open.contains(field) || known && item.because.contains(field);
                let items = assessment.items.iter().filter(depends).copied().collect();
                self.replies.push(Reply::WhyQuestion { field, items });
            }
            (None, _) => self.replies.push(Reply::NoSuchItem { shown: self.session.filing.shown.len() }),
        }
        self.go_back_to_question();
    }

    pub(super) fn why_item(&mut self, number: usize) {
        let rules = self.knowledge.rules;
        let key = number.checked_sub(1).and_then(|index| self.session.filing.shown.get(index));
        let Some(rule) = key.and_then(|key| rules.rule_with(*key)) else {
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

    pub(super) fn language(&mut self, tag: Option<&str>) {
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
