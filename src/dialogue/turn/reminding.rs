//! Reminders: how they are set, answered, put off and silenced.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::Talk;
use crate::dialogue::command::Command;
use crate::dialogue::reminders::{SNOOZE, on_day, plan, stage_of, unsay};
use crate::dialogue::reply::Reply;
use crate::dialogue::session::{Reminders, State};
use crate::matching::{self, Wish};

/// Planned reminders that are listed.
const PLANNED_MAX: usize = 5;

impl<'k> Talk<'k> {
    /// /reminders: how they stand, and what was asked to change.
    pub(super) fn reminders(&mut self, wanted: Option<&str>) {
        let Some(wanted) = wanted else { return self.show_reminders() };
        let wanted = wanted.trim();
        if matches!(wanted, "on" | "off" | "开" | "关") {
            return self.agree(matches!(wanted, "on" | "开"));
        }
        let vocabulary = self.knowledge.vocabulary;
        let hours = || matching::hours(wanted).map(Wish::Quiet);
        let zone = || matching::zone(vocabulary, wanted).map(Wish::Zone);
        // As it is told in a sentence: «/reminders 早上八点到晚上十点可以提醒».
        let wish = matching::reminder_wish(vocabulary, wanted).or_else(hours).or_else(zone);
        if wish.is_none_or(|wish| !self.grant(wish)) {
            self.replies.push(Reply::NoSuchReminderSetting);
            self.go_back_to_question();
        }
    }

    /// What is wished of reminders; tells whether there was anything to be done or said.
    pub(super) fn grant(&mut self, wish: Wish) -> bool {
        match wish {
            Wish::Quiet(hours) => {
                if hours.rounded {
                    self.replies.push(Reply::QuietRounded);
                }
                self.set_reminders(|settings| settings.quiet = (hours.from, hours.to));
            }
            Wish::Zone(zone) => self.set_reminders(|settings| settings.zone = zone),
            Wish::Reopen => self.agree(true),
            Wish::AtTime => {
                self.replies.push(Reply::NoTimeOfDay);
                self.go_back_to_question();
            }
            // Before anything was said, nothing can be too much.
            Wish::Fewer if self.last_said().is_empty() => return false,
            Wish::Fewer => {
                self.replies.push(Reply::FewerReminders);
                self.go_back_to_question();
            }
        }
        true
    }

    fn set_reminders(&mut self, set: impl FnOnce(&mut Reminders)) {
        let mut settings = self.session.person.reminders.clone().unwrap_or_default();
        set(&mut settings);
        self.session.person.reminders = Some(Reminders { on: true, ..settings });
        // Whoever hears of them again wants them for this filing too.
        self.filing().course.muted = false;
        self.show_reminders();
    }

    fn show_reminders(&mut self) {
        match self.session.person.reminders.clone() {
            Some(settings) if settings.on => {
                let mut planned = plan(self.knowledge, &self.session, self.now);
                planned.truncate(PLANNED_MAX);
                self.replies.push(Reply::Reminders { settings, planned });
                match self.session.filing.state {
                    State::Agreeing => self.go_on_after_news(),
                    _ => self.go_back_to_question(),
                }
            }
            _ => {
                self.replies.push(Reply::AskToRemind);
                self.filing().state = State::Agreeing;
            }
        }
    }

    /// An answer to the last reminder by a button under it.
    pub(super) fn answer_reminder(&mut self, token: &str) {
        match token {
            "done" => drop(self.done()),
            "snooze" => self.command(&Command::Snooze),
            "mute" => self.command(&Command::Mute),
            token => {
                // How it went, of the filing that was spoken of.
                let Some((number, key)) = self.last_said().into_iter().next() else { return self.stale() };
                let filing = self.session.filings().into_iter().find(|filing| filing.number == number);
                // Where something else was told since, the button is an old one.
                if filing.is_none_or(|filing| stage_of(&key) != Some(filing.stage())) {
                    return self.stale();
                }
                let before = self.session.filing.number;
                self.turn_to(number);
                self.tell_of_switch(before);
                self.choose_stage(token);
            }
        }
    }

    pub(super) fn stale(&mut self) {
        self.replies.push(Reply::Stale);
        self.go_back_to_question();
    }

    pub(super) fn last_said(&self) -> Vec<(u32, String)> {
        self.session.person.reminders.as_ref().map(|settings| settings.last_said.clone()).unwrap_or_default()
    }

    /// «稍后提醒»: what was said is said again tomorrow.
    pub(super) fn snooze(&mut self) {
        if self.session.person.reminders.as_ref().is_none_or(|settings| !settings.on) {
            return self.show_reminders();
        }
        self.put_off(self.now + SNOOZE);
        let day = self.today + Days::new(1);
        self.replies.push(Reply::Snoozed { day });
        self.go_back_to_question();
    }

    /// «过三天再提醒我»: who says so wants reminders, and none before that day.
    pub(super) fn snooze_until(&mut self, day: NaiveDate) {
        let settings = self.session.person.reminders.get_or_insert_default();
        settings.on = true;
        let (until, zone) = (on_day(settings, day), settings.zone);
        self.filing().course.muted = false;
        self.put_off(until);
        let next = plan(self.knowledge, &self.session, self.now).into_iter().next();
        // What is not due that day is not promised for it.
        let due = next.as_ref().is_some_and(|next| next.at.with_timezone(&zone).date_naive() == until.with_timezone(&zone).date_naive());
        self.replies.push(if due { Reply::Snoozed { day } } else { Reply::SilentUntil { day, next, zone } });
        match self.session.filing.state {
            State::Agreeing => self.go_on_after_news(),
            _ => self.go_back_to_question(),
        }
    }

    /// Nothing is said until a moment, and then what the last reminder said once more.
    fn put_off(&mut self, until: DateTime<Utc>) {
        let said = self.last_said();
        if let Some(settings) = &mut self.session.person.reminders {
            settings.snoozed_until = Some(until);
        }
        for filing in self.session.filings_mut() {
            for (_, key) in said.iter().filter(|(number, _)| *number == filing.number).collect::<Vec<_>>() {
                unsay(filing, key);
            }
        }
    }

    /// «别再提醒»: of the filings that were spoken of, or of this one.
    pub(super) fn mute(&mut self) {
        let about: Vec<u32> = self.last_said().iter().map(|(number, _)| *number).collect();
        let current = self.session.filing.number;
        for filing in self.session.filings_mut() {
            if about.contains(&filing.number) || about.is_empty() && filing.number == current {
                filing.course.muted = true;
            }
        }
        // A person with one filing wants none at all.
        if self.session.others.is_empty()
            && let Some(settings) = &mut self.session.person.reminders
        {
            settings.on = false;
        }
        self.replies.push(Reply::Muted);
    }
}
