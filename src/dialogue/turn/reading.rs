//! What an answer means beside what is known already: the value itself, and what else the message tells.

use super::Talk;
use crate::dialogue::sense::is_offered_value;
use crate::matching::{self, Reading, Told};
use crate::profile::{Field, Value};
use crate::rules::ASKED_FIRST;

impl Talk<'_> {
    /// Of what a message told unasked, what can be recorded: what was not known, and what it corrects.
    pub(super) fn news(&self, told: &Told) -> Vec<(Field, Value)> {
        let known = |field: Field| self.session.filing.answer(field).map(|answer| &answer.value);
        let is_news = |(field, value): &&(Field, Value)| known(*field).is_none_or(|known| told.corrects && known != value);
        let mut news: Vec<(Field, Value)> = told.values.iter().filter(is_news).cloned().collect();
        // «再加个论坛»: what the site offers grows.
        let content = told.values.iter().find(|(field, _)| *field == Field::Content).map(|(_, value)| value);
        if let (true, Some(Value::Set(new)), Some(Value::Set(before))) = (told.adds && !told.corrects, content, known(Field::Content))
            && new & !before != 0
        {
            let both = Value::Set(before | new);
            if matching::is_coherent(Field::Content, &both) {
                news.push((Field::Content, both));
            }
        }
        news
    }

    /// What a message told otherwise than it was said before, without saying that it corrects.
    pub(super) fn conflict(&self, told: &Told) -> Vec<(Field, Value)> {
        let differs = |(field, value): &&(Field, Value)| {
            let grows = told.adds && *field == Field::Content;
            !told.corrects && !grows && self.session.filing.answer(*field).is_some_and(|answer| answer.value != *value)
        };
        told.values.iter().filter(differs).cloned().collect()
    }

    /// What an answer means, given what else is known.
    pub(super) fn read(&self, field: Field, text: &str, normal: &str) -> Reading {
        if let Some(told) = self.told_by_place(field, text) {
            return Reading::Accept(Value::Bool(told));
        }
        let reading = matching::read(self.knowledge.vocabulary, field, text, self.today);
        match reading {
            // «没买服务器» is no server abroad.
            Reading::Accept(Value::Bool(false)) if field == Field::ServerMainland && self.meaning(normal) != Some("no") => Reading::Reject,
            Reading::Confirm(Value::Bool(_)) if field == Field::ServerMainland => Reading::Reject,
            // A product of another provider may be a slip.
            Reading::Accept(value @ Value::Choice(_)) if !is_offered_value(&self.session.filing, field, &value) => Reading::Confirm(value),
            reading => reading,
        }
    }

    /// To a question whether something lies in the province or in the mainland, a place is an answer: «湖南的», «香港».
    pub(super) fn told_by_place(&self, field: Field, text: &str) -> Option<bool> {
        if field == Field::ServerMainland {
            return matching::lies_in_mainland(self.knowledge.vocabulary, text);
        }
        let asks_for_place = matches!(
            field,
            Field::IdInProvince | Field::PhoneInProvince | Field::ManagerIdInProvince | Field::LegalRepIdInProvince | Field::UnitInProvince
        );
        let Some(Value::Choice(province)) = self.session.filing.answer(Field::Province).map(|answer| &answer.value) else { return None };
        let denies = matching::is_denied(self.knowledge.vocabulary, text);
        let named = matching::province_named(self.knowledge.vocabulary, text).filter(|_| asks_for_place)?;
        // «不是广东的» of Guangdong is a no, of Hunan says nothing.
        match (named == *province, denies) {
            (same, false) => Some(same),
            (true, true) => Some(false),
            (false, true) => None,
        }
    }

    /// What a site offers changes only in words about the site: «短信收到了» speaks of a code.
    pub(super) fn without_guesses(&self, mut told: Told) -> Told {
        let known = self.session.filing.answer(Field::Content).is_some();
        // A product of another provider may be a slip.
        told.values.retain(|(field, value)| *field != Field::Server || is_offered_value(&self.session.filing, *field, value));
        told.values.retain(|(field, _)| *field != Field::Content || !known || told.corrects || told.adds || told.of_site);
        told
    }

    /// What a message says besides the answer.
    pub(super) fn told(&self, field: Field, text: &str, normal: &str) -> Told {
        // One word says one thing.
        if self.knowledge.vocabulary.is_word_of(field, normal) {
            return Told::default();
        }
        let told = self.without_guesses(matching::told(self.knowledge.vocabulary, Some(field), text, self.today));
        // A name may hold any word, and what is said of a detail is about the detail: «身份证是湖南的».
        let detail = !ASKED_FIRST.contains(&field);
        if detail && !told.corrects { Told { values: Vec::new(), ..told } } else { told }
    }
}
