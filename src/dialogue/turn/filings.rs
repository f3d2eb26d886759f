//! Several filings: a new one, the list, going from one to another.

use super::Talk;
use crate::dialogue::reply::{FilingLabel, Reply, Stand};
use crate::dialogue::session::{Filing, State};
use crate::matching::{self, Reading, normalize};
use crate::profile::Field;
use crate::progress::{Deadline, deadlines};

/// Days ahead of which a deadline is told in the list.
const SOON_DAYS: i64 = 30;

impl<'k> Talk<'k> {
    /// Begins another filing for the same filer. A domain in its name is the domain of the filing.
    pub(super) fn new_filing(&mut self, name: Option<&str>) {
        // One filing for a domain: whoever asks for it again goes to it.
        if let Some(number) = name.filter(|name| name.contains('.')).and_then(|name| self.session.filing_called(name)) {
            return self.switch_to(number);
        }
        let filing = &self.session.filing;
        if filing.answers.is_empty() && filing.set_aside.is_empty() && filing.before_restart.is_none() {
            // Nothing to copy and nothing to keep: this one is new.
            self.filing().name = name.map(str::to_owned).or(self.session.filing.name.take());
            self.replies.push(Reply::NewFiling { label: FilingLabel::of(&self.session.filing), copied: 0 });
            return self.ask_next();
        }
        self.assessed = None;
        let Some(copied) = self.session.begin_filing(name) else {
            self.replies.push(Reply::TooManyFilings);
            return self.go_back_to_question();
        };
        let domain = name.map(|name| matching::read(self.knowledge.vocabulary, Field::Domain, name, self.today));
        if let Some(Reading::Accept(value)) = domain {
            let (today, message) = (self.today, self.message);
            self.change_answers().record_all(&[(Field::Domain, value)], today, message);
        }
        self.replies.push(Reply::NewFiling { label: FilingLabel::of(&self.session.filing), copied });
        self.ask_next();
    }

    pub(super) fn list_filings(&mut self) {
        if self.session.others.is_empty() {
            self.replies.push(Reply::OneFilingOnly);
            return self.go_back_to_question();
        }
        let stand = self.session.filings().into_iter().map(|filing| self.stand(filing)).collect();
        self.replies.push(Reply::Filings { stand });
        self.filing().state = State::ChoosingFiling;
    }

    fn stand(&self, filing: &Filing) -> Stand<'k> {
        let assessment = self.knowledge.rules.assess(&filing.profile(self.today), self.today);
        let numbers = filing.numbers();
        let soon = |due: &Deadline<'k>| {
            (0..=SOON_DAYS).contains(&(due.day - self.today).num_days()) && !filing.course.seen_to.contains(&(due.kind, due.day))
        };
        let next = deadlines(&assessment, filing.standing(&numbers)).into_iter().find(soon);
        Stand { label: FilingLabel::of(filing), stage: filing.stage(), next }
    }

    /// Asks whether a filing is to be deleted.
    pub(super) fn delete_filing(&mut self, which: Option<&str>) {
        if self.session.others.is_empty() {
            self.replies.push(Reply::OnlyFiling);
            return self.go_back_to_question();
        }
        let number = match which {
            None => Some(self.session.filing.number),
            Some(which) => self.session.filing_called(which),
        };
        match number {
            Some(number) => self.ask_to_delete(number),
            None => {
                self.replies.push(Reply::NoSuchFiling);
                self.list_filings();
            }
        }
    }

    pub(super) fn ask_to_delete(&mut self, number: u32) {
        let label = self.session.filings().into_iter().find(|filing| filing.number == number).map(FilingLabel::of);
        let Some(label) = label else { return self.leave_undeleted() };
        self.replies.push(Reply::AskToDelete { label });
        self.filing().state = State::Deleting { number };
    }

    pub(super) fn delete(&mut self, number: u32) {
        let before = self.session.filing.number;
        let label = self.session.filings().into_iter().find(|filing| filing.number == number).map(FilingLabel::of);
        // What is asked next is found anew.
        self.filing().state = State::New;
        self.assessed = None;
        let Some(label) = label.filter(|_| self.session.delete_filing(number)) else { return self.leave_undeleted() };
        self.replies.push(Reply::Deleted { label });
        self.tell_of_switch(before);
        self.go_back_to_question();
    }

    pub(super) fn leave_undeleted(&mut self) {
        self.replies.push(Reply::NotDeleted);
        self.filing().state = State::New;
        self.ask_next();
    }

    pub(super) fn switch(&mut self, which: Option<&str>) {
        let Some(which) = which else { return self.list_filings() };
        let which = which.strip_prefix("filing-").unwrap_or(which);
        match self.session.filing_called(which) {
            Some(number) => self.switch_to(number),
            None => {
                self.replies.push(Reply::NoSuchFiling);
                self.list_filings();
            }
        }
    }

    /// Goes to a filing without a word; tells whether there is one.
    pub(super) fn turn_to(&mut self, number: u32) -> bool {
        self.assessed = None;
        self.session.switch_to(number)
    }

    /// Says which filing it is now, where it was another before.
    pub(super) fn tell_of_switch(&mut self, before: u32) {
        let filing = &self.session.filing;
        if filing.number != before {
            self.replies.push(Reply::SwitchedTo { label: FilingLabel::of(filing), answers: filing.answers.len() });
        }
    }

    /// Goes to another filing, and on where that one was.
    pub(super) fn switch_to(&mut self, number: u32) {
        self.leave_list_quietly();
        self.assessed = None;
        self.session.switch_to(number);
        let answers = self.session.filing.answers.len();
        self.replies.push(Reply::SwitchedTo { label: FilingLabel::of(&self.session.filing), answers });
        if self.session.filing.state == State::Resting {
            let assessment = self.assess();
            self.show_checklist(assessment, false);
        }
        self.go_back_to_question();
    }

    /// «删掉备案 2»: the filing that is meant, where there is one.
    pub(super) fn filing_to_delete(&self, normal: &str) -> Option<u32> {
        let which = self.knowledge.vocabulary.to_be_deleted(normal)?;
        if self.session.others.is_empty() {
            return None;
        }
        let is_this = self.knowledge.vocabulary.is_this_filing(which);
        if is_this { Some(self.session.filing.number) } else { self.session.filing_called(which) }
    }

    /// «切换到 foo.top»: the filing that is meant, where there is one.
    pub(super) fn filing_to_switch_to(&self, normal: &str) -> Option<u32> {
        if self.session.others.is_empty() {
            return None;
        }
        self.session.filing_called(self.knowledge.vocabulary.after(normal, "switch_to")?)
    }

    /// The filing of which a whole message is the name or domain.
    pub(super) fn filing_that_is_called(&self, normal: &str) -> Option<u32> {
        let called = |name: &str| normalize(name) == normal;
        self.session.filings().into_iter().find(|filing| filing.names().any(called)).map(|filing| filing.number)
    }

    /// Goes on with the question from before the list.
    pub(super) fn leave_list(&mut self) {
        self.leave_list_quietly();
        self.go_back_to_question();
    }

    /// A filing must not wait for a choice that is not shown any more.
    pub(super) fn leave_list_quietly(&mut self) {
        if self.session.filing.state == State::ChoosingFiling {
            // What is asked next is found anew.
            self.filing().state = State::New;
        }
    }
}
