//! Answers: what the person typed or chose, and what it changes.

use super::{FAILURES_MAX, Talk};
use crate::desk::Reason;
use crate::dialogue::command::Command;
use crate::dialogue::reply::{Progress, Reply};
use crate::dialogue::session::State;
use crate::matching::{self, Reading};
use crate::profile::{Field, Kind, Value};
use crate::rules::ASKED_FIRST;

impl<'k> Talk<'k> {
    /// Takes what is said while nothing is asked; tells whether anything was understood.
    pub(super) fn unasked(&mut self, text: &str) -> bool {
        let told = self.without_guesses(matching::told(self.knowledge.vocabulary, None, text, self.today));
        let (news, conflict) = (self.news(&told), self.conflict(&told));
        if !news.is_empty() || !conflict.is_empty() {
            self.take_told(news, conflict);
            return true;
        }
        if told.corrects {
            self.ask_what_was_wrong(text);
            return true;
        }
        false
    }

    /// Something that was said is wrong: which answer, or where that is told, what is right.
    fn ask_what_was_wrong(&mut self, text: &str) {
        // «不是广东»
        let province = self.session.filing.answer(Field::Province).map(|answer| answer.value.clone());
        let denied = matching::province_named(self.knowledge.vocabulary, text).map(Value::Choice);
        if denied.is_some() && denied == province && matching::is_denied(self.knowledge.vocabulary, text) {
            self.replies.push(Reply::Question { field: Field::Province, progress: Progress::Single });
            self.filing().state = State::Asking { field: Field::Province, failures: 0 };
            return;
        }
        self.replies.push(Reply::WhichWasWrong);
        self.list_answers();
    }

    /// What was asked is which answer is wrong, and a clear answer to one of the first questions is what is right: «广西».
    pub(super) fn corrected(&mut self, text: &str) -> bool {
        let read = |field: Field| match matching::read(self.knowledge.vocabulary, field, text, self.today) {
            Reading::Accept(value) if !matches!(field.kind(), Kind::Bool) => Some((field, value)),
            _ => None,
        };
        let known = |field: &Field| self.session.filing.answer(*field).is_some();
        let mut right = ASKED_FIRST.into_iter().filter(known).filter_map(read);
        match (right.next(), right.next()) {
            (Some((field, value)), None) => {
                self.record(field, value);
                true
            }
            _ => false,
        }
    }

    /// Takes a clear answer to the question that waits behind this one: «广东». A name could be anything, and waits for its question.
    pub(super) fn answers_from_before(&mut self, text: &str, normal: &str) -> bool {
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
            Reading::Reject if told.corrects && !self.session.filing.answers.is_empty() => self.ask_what_was_wrong(text),
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
        if conflict.is_empty() {
            return self.record_all(news);
        }
        // What is asked back comes before what follows from it.
        self.note(news);
        self.ask_to_replace(conflict);
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

    /// «Did you mean …?»: yes.
    pub(super) fn confirm(&mut self, field: Field, value: Value) {
        let likely = self.session.filing.course.likely.take();
        match likely.filter(|likely| field == Field::Stage && likely.stage.value() == value) {
            Some(likely) => self.reach_as_told(likely),
            None => self.record(field, value),
        }
    }

    /// «Did you mean …?»: no. A stage was not asked for: where the filing stands stays as it was.
    pub(super) fn deny(&mut self, field: Field, failures: u8) {
        if field == Field::Stage {
            return self.choose_stage("");
        }
        self.ask_again(field, failures);
    }

    pub(super) fn ask_again(&mut self, field: Field, failures: u8) {
        if field == Field::Stage && self.session.filing.answer(field).is_some() {
            return self.choose_stage("");
        }
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
            (State::Confirming { field, value, .. }, "yes") => self.confirm(field, value),
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
            (State::Confirming { field, failures, .. }, "no") => self.deny(field, failures),
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
