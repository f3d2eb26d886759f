//! What is typed: numbers of choices, plain words for commands, news, and answers to what the conversation waits on.

use super::{Talk, why_number};
use crate::dialogue::command::Command;
use crate::dialogue::reply::{ChoiceValue, Reply, SmallTalk, choices_for};
use crate::dialogue::session::State;
use crate::matching::{self, Reading, normalize};
use crate::profile::{Field, Kind};

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
        if let Some(number) = self.filing_to_delete(&normal) {
            return self.ask_to_delete(number);
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
        self.answer_in_words(text, &normal, meaning);
    }

    /// Takes what is typed to the question that the conversation waits on.
    fn answer_in_words(&mut self, text: &str, normal: &str, meaning: Option<&str>) {
        match self.session.filing.state.clone() {
            State::New => self.first_words(text, meaning),
            State::Asking { field, failures } => self.answer(field, failures, text, normal),
            State::Confirming { field, value, failures } => match meaning {
                Some("yes") => self.confirm(field, value),
                Some("no") => self.deny(field, failures),
                Some(meaning) if Command::of_meaning(meaning).is_some() => self.plain_command(meaning),
                // The stage was not asked for: what is no word of it answers the question from before.
                _ if field == Field::Stage && matches!(self.read(field, text, normal), Reading::Reject) => {
                    let asked = self.question_from_before();
                    self.answer(asked.unwrap_or(field), 0, text, normal);
                }
                _ => self.answer(field, failures, text, normal),
            },
            State::Choosing { field, failures, .. } => self.answer(field, failures, text, normal),
            State::Replacing { answers } => match meaning {
                Some("yes") => self.record_all(answers),
                Some("no" | "cancel" | "skip") => self.leave_unreplaced(&answers),
                Some(meaning) => self.plain_command(meaning),
                // Neither yes nor no: the answers stay, and the question from before takes what is said.
                None => match self.question_from_before() {
                    Some(field) => self.answer(field, 0, text, normal),
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
                _ if self.knowledge.vocabulary.field_called(normal).is_none() && (self.corrected(text) || self.unasked(text)) => {}
                _ => self.edit(text),
            },
            State::ChoosingFiling => match (self.session.filing_called(normal), meaning) {
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
                _ if self.knowledge.vocabulary.confirms_deletion(normal) => self.forget(),
                // Whatever is not a clear yes deletes nothing.
                _ => self.leave_unforgotten(),
            },
            State::Deleting { number } => match meaning {
                Some("yes") => self.delete(number),
                _ if self.knowledge.vocabulary.confirms_deletion(normal) => self.delete(number),
                // Whatever is not a clear yes deletes nothing.
                _ => self.leave_undeleted(),
            },
            State::ChoosingStage => match meaning {
                Some("no" | "undo" | "skip" | "cancel" | "later") => self.choose_stage(""),
                Some(meaning) => self.plain_command(meaning),
                None if self.unasked(text) || self.answers_from_before(text, normal) => {}
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
                None if self.unasked(text) || self.answers_from_before(text, normal) => {}
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
                None if self.unasked(text) || self.answers_from_before(text, normal) => {}
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
}
