//! Answers: what the person typed or chose, and what it changes.

use super::{FAILURES_MAX, Talk, why_number};
use crate::desk::Reason;
use crate::dialogue::command::Command;
use crate::dialogue::reply::{ChoiceValue, Progress, Reply, SmallTalk, choices_for};
use crate::dialogue::session::State;
use crate::matching::{self, Reading, normalize};
use crate::profile::{Field, Kind, Value};

/// The number of a choice: «3», «选3», «第3个».
fn ordinal(normal: &str) -> Option<usize> {
    let digits = normal.trim_start_matches(['选', '第']).trim_end_matches(['个', '项', '条', '号', '.', '、']);
    digits.parse::<usize>().ok().filter(|number| *number >= 1)
}

impl<'k> Talk<'k> {
    pub(super) fn text(&mut self, text: &str) {
        let normal = normalize(text);
        if let Some(number) = ordinal(&normal).filter(|_| !text.trim_start().starts_with(['-', '−', '－']))
            && self.choose_number(number)
        {
            return;
        }
        if let Some(token) = self.several_numbers(&normal) {
            return self.choose(&token);
        }
        let is_text_asked = self.session.filing.state.asking().is_some_and(|field| matches!(field.kind(), Kind::Text));
        if self.knowledge.desk && !is_text_asked && self.knowledge.vocabulary.asks_for_staff(&normal) {
            // «转人工» alone says nothing that the staff should read.
            let words = (self.meaning(&normal) != Some("human")).then_some(text);
            return self.hand_over(None, words);
        }
        // «第 3 条不对»
        if let Some(number) = why_number(self.knowledge.vocabulary, &normal).filter(|_| self.knowledge.vocabulary.calls_item_wrong(&normal))
        {
            return self.report(Some(number));
        }
        // «为什么 8»: which item is meant stands behind the word.
        if let Some(number) = why_number(self.knowledge.vocabulary, &normal) {
            return self.why(Some(number));
        }
        if let Some(number) = self.filing_to_switch_to(&normal) {
            return self.switch_to(number);
        }
        // What a filing is called, where nothing is asked: that filing.
        if matches!(self.session.filing.state, State::Offering | State::Resting)
            && let Some(number) = self.filing_that_is_called(&normal)
        {
            return self.switch_to(number);
        }
        let meaning = self.meaning(&normal);
        // «还没消息»: where it stands, and what to do when it takes too long.
        if meaning == Some("no_news") && self.session.filing.state.asking().is_none() {
            return match self.session.filing.state {
                State::ChoosingStage => self.choose_stage(""),
                _ => self.progress(),
            };
        }
        // What is told of the course of the filing is news wherever no field is asked for.
        let is_asked = self.session.filing.state.asking().is_some()
            || matches!(self.session.filing.state, State::GivingReason | State::Forgetting | State::Deleting { .. });
        if meaning.is_none() && !is_asked {
            // «都好了» of those that were offered.
            if let State::TickingSome { keys } = self.session.filing.state.clone()
                && matching::in_hand(self.knowledge.vocabulary, text).is_some_and(|in_hand| in_hand.have && in_hand.all)
            {
                return self.choose_of_some(&keys, "all");
            }
            if self.told_of_progress(text) {
                return;
            }
        }
        match self.session.filing.state.clone() {
            State::New => self.first_words(text, meaning),
            State::Asking { field, failures } => self.answer(field, failures, text, &normal),
            State::Confirming { field, value, failures } => match meaning {
                Some("yes") => self.record(field, value),
                Some("no") => self.ask_again(field, failures),
                Some(meaning) if Command::of_meaning(meaning).is_some() => self.plain_command(meaning),
                // The stage was not asked for: what is no word of it answers the question from before.
                _ if field == Field::Stage && matches!(self.read(field, text, &normal), Reading::Reject) => {
                    let asked = self.question_from_before();
                    self.answer(asked.unwrap_or(field), 0, text, &normal);
                }
                _ => self.answer(field, failures, text, &normal),
            },
            State::Choosing { field, failures, .. } => self.answer(field, failures, text, &normal),
            State::Replacing { answers } => match meaning {
                Some("yes") => self.record_all(answers),
                Some("no" | "cancel" | "skip") => self.leave_unreplaced(&answers),
                Some(meaning) => self.plain_command(meaning),
                // Neither yes nor no: the answers stay, and the question from before takes what is said.
                None => match self.question_from_before() {
                    Some(field) => self.answer(field, 0, text, &normal),
                    None => {
                        self.filing().state = State::Offering;
                        if !self.told_of_progress(text) && !self.unasked(text) {
                            self.ask_next();
                        }
                    }
                },
            },
            State::Offering => match meaning {
                Some("yes" | "go_on") => self.go_on(),
                // «不对» is no «no» to more questions.
                Some("no") if self.unasked(text) => {}
                Some("no" | "skip" | "later") => self.later(),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) => {}
                None => self.replies.push(Reply::OfferNotUnderstood),
            },
            State::ChoosingEdit => match meaning {
                Some("no" | "undo" | "skip" | "cancel" | "go_on" | "later") => self.go_back_to_question(),
                // Nobody is kept in a list that they do not want.
                Some(meaning @ ("human" | "help" | "result" | "progress" | "materials" | "reminders" | "filings" | "restart")) => {
                    self.filing().state = State::New;
                    self.plain_command(meaning);
                }
                // «把省份改成广西»: the field and its value in one.
                _ if self.knowledge.vocabulary.field_called(&normal).is_none() && self.unasked(text) => {}
                _ => self.edit(text),
            },
            State::ChoosingFiling => match (self.session.filing_called(&normal), meaning) {
                (Some(number), _) => self.switch_to(number),
                (None, Some("no" | "undo" | "skip" | "cancel")) => self.leave_list(),
                (None, Some(meaning)) => {
                    self.leave_list_quietly();
                    self.plain_command(meaning);
                }
                (None, None) => {
                    self.replies.push(Reply::NoSuchFiling);
                    self.list_filings();
                }
            },
            State::Forgetting => match meaning {
                Some("yes") => self.forget(),
                // Whatever is not a clear yes deletes nothing.
                _ => self.leave_unforgotten(),
            },
            State::Deleting { number } => match meaning {
                Some("yes") => self.delete(number),
                // Whatever is not a clear yes deletes nothing.
                _ => self.leave_undeleted(),
            },
            State::ChoosingStage => match meaning {
                Some("no" | "undo" | "skip" | "cancel" | "later") => self.choose_stage(""),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) || self.answers_from_before(text, &normal) => {}
                None => self.ask_for_news(),
            },
            State::Ticking => match meaning {
                Some("no" | "undo" | "skip" | "cancel" | "later") => self.leave_materials(),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) => {}
                None => self.list_materials(),
            },
            State::Dating { by } => match meaning {
                Some("unknown" | "no" | "skip" | "later" | "cancel") => self.leave_undated(),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) || self.answers_from_before(text, &normal) => {}
                None => self.date(text, by),
            },
            State::TickingSome { keys } => match meaning {
                Some("yes" | "done") => self.choose_of_some(&keys, "all"),
                Some("no" | "undo" | "skip" | "cancel" | "later") => self.leave_materials(),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) => {}
                None => self.ask_of_materials_again(),
            },
            State::TickingAll => match meaning {
                Some("yes" | "done" | "go_on") => self.tick_all(true),
                Some("no") => self.tick_all(false),
                Some("undo" | "skip" | "cancel" | "later") => self.leave_materials(),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) => {}
                None => self.ask_of_materials_again(),
            },
            State::GivingReason => match meaning {
                Some("unknown" | "no" | "skip" | "later" | "cancel") => self.leave_reason(),
                Some(meaning) if Command::of_meaning(meaning).is_some() => self.plain_command(meaning),
                _ => self.reason(text),
            },
            State::Agreeing => match meaning {
                Some("yes" | "go_on" | "reminders") => self.agree(true),
                Some("no" | "skip" | "later" | "cancel" | "mute") => self.agree(false),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) || self.answers_from_before(text, &normal) => {}
                None => self.replies.push(Reply::AskToRemindAgain),
            },
            State::Resting => match meaning {
                Some("yes" | "go_on") => self.go_on(),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) => {}
                None => self.nothing_asked(),
            },
        }
    }

    /// What a whole message means, whatever is asked: yes, no, a command in plain words.
    pub(super) fn meaning(&self, normal: &str) -> Option<&'k str> {
        self.knowledge.vocabulary.meaning(normal)
    }

    /// The first thing that a person says may tell a good deal already.
    fn first_words(&mut self, text: &str, meaning: Option<&str>) {
        let told = matching::told(self.knowledge.vocabulary, None, text, self.today);
        if meaning.is_some() || told.values.is_empty() {
            return self.command(&Command::Start);
        }
        self.replies.push(Reply::Welcome);
        self.record_all(told.values);
    }

    /// Takes what is said while nothing is asked; tells whether anything was understood.
    fn unasked(&mut self, text: &str) -> bool {
        let told = matching::told(self.knowledge.vocabulary, None, text, self.today);
        let (news, conflict) = (self.news(&told), self.conflict(&told));
        if !news.is_empty() || !conflict.is_empty() {
            self.take_told(news, conflict);
            return true;
        }
        if told.corrects {
            self.replies.push(Reply::WhichWasWrong);
            self.list_answers();
            return true;
        }
        false
    }

    /// Takes a clear answer to the question that waits behind this one: «广东». A name could be anything, and waits for its question.
    fn answers_from_before(&mut self, text: &str, normal: &str) -> bool {
        let Some(field) = self.question_from_before().filter(|field| matches!(field.kind(), Kind::Choice(_) | Kind::Set(_))) else {
            return false;
        };
        let clear = matches!(self.read(field, text, normal), Reading::Accept(_));
        if clear {
            self.answer(field, 0, text, normal);
        }
        clear
    }

    pub(super) fn ask_to_replace(&mut self, answers: Vec<(Field, Value)>) {
        let before = answers.iter().filter_map(|(field, _)| Some((*field, self.session.filing.answer(*field)?.value.clone()))).collect();
        self.replies.push(Reply::Replace { before, after: answers.clone() });
        self.filing().state = State::Replacing { answers };
    }

    pub(super) fn leave_unreplaced(&mut self, answers: &[(Field, Value)]) {
        match answers {
            // What a link brought was wrong: there is nothing that stays.
            [(field, _), ..] if self.session.filing.answer(*field).is_none() => {
                self.replies.push(Reply::NotBrought);
                self.ask_next();
            }
            [(field, _), ..] => self.leave_unchanged(*field),
            [] => self.ask_next(),
        }
    }

    pub(super) fn plain_command(&mut self, meaning: &str) {
        let talk = match meaning {
            "greeting" => Some(SmallTalk::Greeting),
            "thanks" => Some(SmallTalk::Thanks),
            "bye" => Some(SmallTalk::Bye),
            _ => None,
        };
        if let Some(talk) = talk {
            self.replies.push(Reply::SmallTalk(talk));
            return if talk == SmallTalk::Bye { self.later_quietly() } else { self.go_back_to_question() };
        }
        let asking = match self.session.filing.state {
            State::Asking { field, failures } | State::Confirming { field, failures, .. } | State::Choosing { field, failures, .. } => {
                Some((field, failures))
            }
            _ => None,
        };
        match (Command::of_meaning(meaning), asking) {
            (Some(command), _) => self.command(&command),
            (None, Some(_)) if meaning == "cancel" => match self.being_changed() {
                Some(field) => self.leave_unchanged(field),
                None => self.later(),
            },
            // «先这样»: the rest can wait.
            (None, Some(_)) if meaning == "later" => self.later(),
            (None, Some((field, failures))) => self.ask_again(field, failures),
            (None, None) if self.session.filing.state == State::Offering => self.replies.push(Reply::OfferNotUnderstood),
            (None, None) => self.nothing_asked(),
        }
    }

    /// The field whose answer is being changed, when one is.
    pub(super) fn being_changed(&self) -> Option<Field> {
        match self.session.filing.state {
            State::Asking { field, .. } | State::Confirming { field, .. } | State::Choosing { field, .. } => {
                self.session.filing.answer(field).map(|answer| answer.field)
            }
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
        match self.session.filing.state.clone() {
            State::Resting => {
                self.why_item(number);
                true
            }
            // A number is an answer of its own to these.
            State::Asking { field, .. } if choices_for(&self.session.filing, field).len() <= 1 => false,
            State::Offering if number > self.choices().len() => {
                self.why_item(number);
                self.go_back_to_question();
                true
            }
            _ => {
                let choices = self.choices();
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
        let parts: Vec<&str> =
            normal.split([' ', ',', '，', '、', '/', ';', '和', '跟', '+', '&']).filter(|part| !part.is_empty()).collect();
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
            && let Some(value) = matching::read_choice(self.knowledge.vocabulary, field, normal)
        {
            return self.record(field, value);
        }
        let takes_words = matches!(field.kind(), Kind::Choice(_) | Kind::Set(_));
        match self.meaning(normal) {
            // «no» and «yes» answer the question itself where it takes them, and so does a word that is a value: «取消».
            Some("yes" | "no") | None => {}
            Some(_) if takes_words && self.knowledge.vocabulary.is_word_of(field, normal) => {}
            Some(meaning) => return self.plain_command(meaning),
        }
        // «初审过了» is news, whatever was asked.
        if self.told_clearly(field, text, normal) {
            return;
        }
        let reading = self.read(field, text, normal);
        if matches!(reading, Reading::Reject) && self.told_of_progress(text) {
            return;
        }
        let told = self.told(field, text, normal);
        let mut news = self.news(&told);
        let conflict = self.conflict(&told);
        match reading {
            // A name holds anything, so what corrects something else is no name; and «不对，是广西» is no «no».
            Reading::Accept(_) if matches!(field.kind(), Kind::Text | Kind::Bool) && told.corrects && !news.is_empty() => {
                self.record_all(news);
            }
            Reading::Accept(value) => {
                news.insert(0, (field, value));
                self.take_told(news, conflict);
            }
            // What only may be an answer is none where the message clearly speaks of something else.
            Reading::Confirm(_) | Reading::Reject if !news.is_empty() || !conflict.is_empty() => self.take_told(news, conflict),
            // What was said before is said again.
            Reading::Confirm(_) | Reading::Reject if !told.values.is_empty() => {
                self.replies.push(Reply::Understood { answers: told.values });
                self.ask_once_more(field, failures);
            }
            Reading::Confirm(value) => {
                self.replies.push(Reply::DidYouMean { field, value: value.clone() });
                self.filing().state = State::Confirming { field, value, failures };
            }
            Reading::OneOf(values) => {
                self.note(news);
                self.replies.push(Reply::Which { field, said: matching::shorten(text) });
                self.filing().state = State::Choosing { field, values, failures };
            }
            Reading::Elsewhere(place) => {
                self.note(news);
                self.replies.push(Reply::Elsewhere(place));
                self.ask_once_more(field, failures);
            }
            Reading::Reject if told.corrects && !self.session.filing.answers.is_empty() => {
                self.replies.push(Reply::WhichWasWrong);
                self.list_answers();
            }
            // A question is no failure to answer.
            Reading::Reject
                if self.knowledge.vocabulary.asks_meaning(normal) || told.asks && self.knowledge.vocabulary.speaks_of(field, normal) =>
            {
                self.replies.push(Reply::Explain { field });
                self.ask_once_more(field, failures);
            }
            Reading::Reject if told.asks => {
                self.replies.push(Reply::CannotSay);
                self.ask_once_more(field, failures);
            }
            Reading::Reject => self.ask_again(field, failures),
        }
    }

    /// Records what is new and asks about what differs from what was said before.
    fn take_told(&mut self, news: Vec<(Field, Value)>, conflict: Vec<(Field, Value)>) {
        if !news.is_empty() {
            self.record_all(news);
        }
        if !conflict.is_empty() {
            self.drop_question();
            self.ask_to_replace(conflict);
        }
    }

    /// Records what was said by the way, before something is asked back.
    fn note(&mut self, news: Vec<(Field, Value)>) {
        if !news.is_empty() {
            let (today, message) = (self.today, self.message);
            self.change_answers().record_all(&news, today, message);
            self.replies.push(Reply::Understood { answers: news });
        }
    }

    /// The question again, without counting a failure.
    fn ask_once_more(&mut self, field: Field, failures: u8) {
        self.replies.push(Reply::Question { field, progress: Progress::Again });
        self.filing().state = State::Asking { field, failures };
    }

    /// Takes back a question of this turn: something else is to be asked first.
    fn drop_question(&mut self) {
        if matches!(self.replies.last(), Some(Reply::Question { .. })) {
            self.replies.pop();
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
            (_, "staff") if self.knowledge.desk => self.hand_over(Some(Reason::NotUnderstood), None),
            (State::Asking { field, .. } | State::Choosing { field, .. }, "skip") => self.set_aside(field),
            (State::Asking { field, .. }, "yes" | "no") if field.kind() == Kind::Bool => self.record(field, Value::Bool(token == "yes")),
            // A choice is one of the field's values and nothing near it: a program that errs must hear of it.
            (State::Confirming { field, value, .. }, "yes") => self.record(field, value),
            (State::Replacing { answers }, "yes") => self.record_all(answers),
            (State::Forgetting, "yes") => self.forget(),
            (State::Forgetting, _) => self.leave_unforgotten(),
            (State::Deleting { number }, "yes") => self.delete(number),
            (State::Deleting { .. }, _) => self.leave_undeleted(),
            (State::ChoosingStage, token) => self.choose_stage(token),
            (State::Ticking, token) => self.choose_material(token),
            (State::TickingSome { keys }, token) => self.choose_of_some(&keys, token),
            (State::TickingAll, token) => self.tick_all(token == "yes"),
            (State::Dating { .. }, _) => self.leave_undated(),
            (State::Agreeing, token) => self.agree(token == "yes"),
            (State::GivingReason, _) => self.leave_reason(),
            (State::Replacing { answers }, _) => self.leave_unreplaced(&answers),
            (State::Confirming { field, failures, .. }, "no") => self.ask_again(field, failures),
            (
                State::Asking { field, failures } | State::Confirming { field, failures, .. } | State::Choosing { field, failures, .. },
                _,
            ) => match matching::read_choice(self.knowledge.vocabulary, field, token) {
                Some(value) => self.record(field, value),
                None => self.ask_again(field, failures),
            },
            (State::Offering | State::Resting, "continue" | "yes") => self.go_on(),
            (State::Offering | State::Resting, "later" | "no") => self.later(),
            (State::ChoosingEdit, _) => self.edit(token),
            (State::ChoosingFiling, _) => self.switch(Some(token)),
            (State::New, _) => self.command(&Command::Start),
            (State::Offering, _) => self.replies.push(Reply::OfferNotUnderstood),
            (State::Resting, _) => self.nothing_asked(),
        }
    }
}
