//! What is recorded, and what that changes.

use super::Talk;
use super::progress::When;
use crate::dialogue::checklist::changes;
use crate::dialogue::reply::Reply;
use crate::dialogue::session::State;
use crate::profile::{Field, FieldSet, Stage, Value};
use crate::rules::{Assessment, Item, Status};

impl<'k> Talk<'k> {
    pub(super) fn record(&mut self, field: Field, value: Value) {
        if field == Field::Stage
            && let Some(stage) = Stage::of_value(&value)
        {
            return self.reach(stage, When::Unsaid, None);
        }
        self.record_all(vec![(field, value)]);
    }

    /// Records the answers of a message, says them back with what they change, and goes on.
    pub(super) fn record_all(&mut self, answers: Vec<(Field, Value)>) {
        let seen = !self.session.filing.shown.is_empty();
        // Until a checklist was shown, nothing can have changed in it.
        let before = seen.then(|| self.assess());
        let replaced = answers.iter().any(|(field, _)| self.session.filing.answer(*field).is_some());
        let same = answers.iter().all(|(field, value)| self.session.filing.answer(*field).is_some_and(|answer| answer.value == *value));
        let (today, message) = (self.today, self.message);
        self.change_answers().record_all(&answers, today, message);
        let fields: Vec<Field> = answers.iter().map(|(field, _)| *field).collect();
        let province = answers.iter().find_map(|(field, value)| match value {
            Value::Choice(index) if *field == Field::Province => Some(*index),
            _ => None,
        });
        self.replies.push(Reply::Understood { answers });
        if let Some(province) = province.filter(|province| !self.knowledge.rules.covers_province(*province)) {
            self.replies.push(Reply::ProvinceNotCovered { province: Value::Choice(province) });
        }
        let after = self.assess();
        let no_filing = fields.into_iter().any(|field| self.say_no_filing_needed(field, &after));
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
        // Who does not know what is new takes nothing back.
        if field == Field::Stage && self.session.filing.answer(field).is_some() {
            return self.choose_stage("");
        }
        self.change_answers().put_aside(field);
        self.replies.push(Reply::SetAside { field });
        self.ask_next();
    }
}
