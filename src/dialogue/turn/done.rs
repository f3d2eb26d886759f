//! «完成了»: what the last reminder spoke of is seen to, and no more than that.

use super::Talk;
use crate::dialogue::reminders::{deadline_of, is_of_materials, left, stage_of};
use crate::dialogue::reply::Reply;
use crate::dialogue::session::State;
use crate::profile::Stage;
use crate::progress::DeadlineKind;
use crate::rules::{Item, RuleKey};
use chrono::NaiveDate;

impl<'k> Talk<'k> {
    /// What the last reminder spoke of is done. Tells whether something is asked now, since that was not clear.
    pub(super) fn done(&mut self) -> bool {
        let said = self.last_said();
        if said.is_empty() {
            self.nothing_asked();
            return false;
        }
        // «How did it go?» is not answered by that it is done.
        if let [(number, key)] = &*said
            && let Some(stage) = stage_of(key)
        {
            return self.ask_how_it_went(*number, stage);
        }
        let current = self.session.filing.number;
        for (number, _) in said.iter().filter(|(_, key)| is_of_materials(key)) {
            if !self.turn_to(*number) {
                continue;
            }
            let Some(named) = self.named_and_left(*number) else { return self.ask_which(current) };
            match (&*named, said.len()) {
                // It was ticked one by one.
                ([], 2..) => {}
                ([_, ..], 1) => {
                    self.tell_of_switch(current);
                    self.tick(&named);
                    // Of what is left beside that, there is more to say.
                    if self.materials_left() == 0 {
                        self.replies.push(Reply::ReminderDone);
                    }
                    return false;
                }
                // Of several things, nobody said which are done; where all that was named is, what came since may be meant.
                _ => return self.ask_which(current),
            }
        }
        for (number, (kind, day)) in said.iter().filter_map(|(number, key)| Some((*number, deadline_of(key)?))) {
            if self.turn_to(number) {
                self.see_to(kind, day);
            }
        }
        self.turn_to(current);
        self.replies.push(Reply::ReminderDone);
        false
    }

    /// «验证码填了», «公安备案办好了»: what a day was set for is done. Tells whether there was such a day.
    pub(super) fn told_done(&mut self, lower: &str) -> bool {
        let vocabulary = self.knowledge.vocabulary;
        let told = DeadlineKind::ALL.into_iter().filter(|kind| vocabulary.says_done(lower, kind.name()));
        let kinds: Vec<DeadlineKind> = told.collect();
        if kinds.is_empty() {
            return false;
        }
        let days: Vec<_> = self.way().deadlines.iter().filter(|due| kinds.contains(&due.kind)).map(|due| (due.kind, due.day)).collect();
        for (kind, day) in &days {
            self.see_to(*kind, *day);
        }
        if days.is_empty() {
            return false;
        }
        self.replies.push(Reply::ReminderDone);
        self.go_on_after_news();
        true
    }

    fn materials_left(&mut self) -> usize {
        let assessment = self.assess();
        left(&assessment).len()
    }

    /// What the last reminder named of the present filing's materials and is left still; none where that is not known, as long as
    /// anything is left.
    fn named_and_left(&mut self, number: u32) -> Option<Vec<Item<'k>>> {
        let assessment = self.assess();
        let left = left(&assessment);
        let settings = self.session.person.reminders.as_ref()?;
        match settings.named.iter().find(|(filing, _)| *filing == number) {
            Some((_, named)) => Some(left.into_iter().filter(|item| named.contains(&RuleKey::of(&item.rule.id))).collect()),
            None => left.is_empty().then_some(left),
        }
    }

    /// Shows the materials of the filing that was turned to, each to be ticked.
    fn ask_which(&mut self, before: u32) -> bool {
        if self.materials_left() == 0 {
            self.turn_to(before);
            self.replies.push(Reply::AllInHand);
            return false;
        }
        self.tell_of_switch(before);
        self.list_materials();
        true
    }

    fn ask_how_it_went(&mut self, number: u32, stage: Stage) -> bool {
        let before = self.session.filing.number;
        if !self.turn_to(number) || self.session.filing.stage() != stage {
            // Something else was told since.
            self.turn_to(before);
            self.nothing_asked();
            return false;
        }
        self.tell_of_switch(before);
        self.ask_for_news();
        self.filing().state = State::ChoosingStage;
        true
    }

    pub(super) fn see_to(&mut self, kind: DeadlineKind, day: NaiveDate) {
        let seen_to = &mut self.session.filing.course.seen_to;
        if !seen_to.contains(&(kind, day)) {
            seen_to.push((kind, day));
        }
    }
}
