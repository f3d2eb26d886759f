//! How a filing proceeds: its stage, the days that matter, what is in hand, and reminders of all that.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;

use super::Talk;
use crate::dialogue::command::Command;
use crate::dialogue::reminders::{SNOOZE, held_with, left, plan, stage_of, unsay};
use crate::dialogue::reply::{FilingLabel, Reply, Way};
use crate::dialogue::session::{Reached, Reminders, State};
use crate::matching::{DatedEvent, Reason};
use crate::profile::{Event, Field, FieldSet, Stage, Value};
use crate::progress::{deadlines, expected, untold, usual};
use crate::rules::{Item, RuleKey, Status};

/// Planned reminders that are listed.
const PLANNED_MAX: usize = 5;

impl<'k> Talk<'k> {
    /// What is told of the way, as things stand.
    pub(super) fn way(&mut self) -> Way<'k> {
        let assessment = self.assess();
        let filing = &self.session.filing;
        let numbers = filing.numbers();
        let standing = filing.standing(&numbers);
        let tells = |item: &&Item<'k>| item.status == Status::Applies && item.because.contains(Field::Stage);
        Way {
            label: FilingLabel::of(filing),
            stage: standing.stage,
            since: standing.since,
            guidance: assessment.items.iter().filter(tells).copied().collect(),
            expected: expected(&assessment, standing, self.knowledge.workdays),
            usual: usual(&assessment, standing, self.knowledge.workdays),
            untold: untold(&assessment, standing),
            today: self.today,
            has_list: !filing.shown.is_empty(),
            deadlines: deadlines(&assessment, standing)
                .into_iter()
                .filter(|due| !filing.course.seen_to.contains(&(due.kind, due.day)))
                .collect(),
            left: left(&assessment).len(),
        }
    }

    /// Shows the way and asks what is new.
    pub(super) fn progress(&mut self) {
        let way = self.way();
        self.replies.push(Reply::Progress(Box::new(way)));
        if self.session.filing.stage().next().is_empty() {
            return self.go_on_after_news();
        }
        self.filing().state = State::ChoosingStage;
    }

    /// Asks for news once more, without the whole way.
    pub(super) fn ask_for_news(&mut self) {
        self.replies.push(Reply::AskNews);
    }

    pub(super) fn choose_stage(&mut self, token: &str) {
        match token.strip_prefix("stage-").and_then(Stage::named) {
            Some(stage) => self.reach(stage, None, None),
            None => {
                self.replies.push(Reply::StageUnchanged);
                self.go_on_after_news();
            }
        }
    }

    /// Notes that a stage was reached, and says what comes now.
    pub(super) fn reach(&mut self, stage: Stage, on: Option<NaiveDate>, said_with: Option<&str>) {
        let on = on.unwrap_or(self.today).min(self.today);
        let (said, message) = (self.today, self.message);
        self.change_answers().record_all(&[(Field::Stage, stage.value())], said, message);
        let course = &mut self.session.filing.course;
        course.reached.retain(|reached| reached.stage != stage);
        course.reached.push(Reached { stage, on, said });
        let way = self.way();
        self.replies.push(Reply::StageNoted { way: Box::new(way), today: on == self.today });
        let reasons = said_with.map(|text| crate::matching::reasons(self.knowledge.vocabulary, text)).unwrap_or_default();
        if stage.is_rejected() && !reasons.is_empty() {
            self.explain(&reasons);
        } else if stage.is_rejected() {
            self.replies.push(Reply::AskReason);
            self.filing().state = State::GivingReason;
        } else {
            self.offer_reminders();
        }
    }

    /// A stage that was told today was reached on another day: «昨天».
    fn redate(&mut self, on: NaiveDate) -> bool {
        let today = self.today;
        let Some(reached) = self.session.filing.reached().filter(|reached| reached.said == today && reached.on != on) else { return false };
        let course = &mut self.session.filing.course;
        course.reached.retain(|known| known.stage != reached.stage);
        course.reached.push(Reached { on, ..reached });
        // What comes now was said a moment ago.
        let way = Way { guidance: Vec::new(), deadlines: Vec::new(), ..self.way() };
        self.replies.push(Reply::StageNoted { way: Box::new(way), today: on == today });
        true
    }

    /// Asks once whether reminders are wanted; goes on where that was asked before.
    pub(super) fn offer_reminders(&mut self) {
        if self.session.person.reminders.is_some() {
            return self.go_on_after_news();
        }
        self.replies.push(Reply::AskToRemind);
        self.filing().state = State::Agreeing;
    }

    /// Where nothing is asked any more, nothing is asked; before the first checklist, its questions go on.
    pub(super) fn go_on_after_news(&mut self) {
        if self.session.filing.shown.is_empty() {
            self.filing().state = State::New;
            self.ask_next();
        } else {
            self.filing().state = State::Resting;
        }
    }

    pub(super) fn agree(&mut self, agreed: bool) {
        let before = self.session.person.reminders.take().unwrap_or_default();
        self.session.person.reminders = Some(Reminders { on: agreed, ..before });
        if agreed {
            // Whoever wants to hear again wants it of this filing.
            self.filing().course.muted = false;
        }
        self.replies.push(if agreed { Reply::WillRemind } else { Reply::WillNotRemind });
        self.go_on_after_news();
    }

    /// No reason was given.
    pub(super) fn leave_reason(&mut self) {
        self.replies.push(Reply::NoReason);
        self.offer_reminders();
    }

    /// The reason of a rejection: what it points to.
    pub(super) fn reason(&mut self, text: &str) {
        // «昨天» to the day that was taken to be today.
        if let Some(day) = crate::matching::only_day(text, self.today)
            && self.redate(day)
        {
            return self.replies.push(Reply::AskReason);
        }
        let reasons = crate::matching::reasons(self.knowledge.vocabulary, text);
        self.explain(&reasons);
    }

    fn explain(&mut self, reasons: &[Reason]) {
        let assessment = self.assess();
        let mut items: Vec<Item<'k>> = Vec::new();
        for reason in reasons {
            let about = |item: &&Item<'k>| {
                let fields: FieldSet = reason.fields.iter().copied().collect();
                let names = |condition: &crate::rules::Condition| condition.fields().intersects(fields);
                item.status == Status::Applies && item.rule.check.as_ref().is_some_and(names)
            };
            items.extend(assessment.items.iter().filter(about).copied());
        }
        items.sort_by_key(|item| item.rule.index);
        items.dedup_by_key(|item| item.rule.index);
        self.replies.push(Reply::ReasonRead { keys: reasons.iter().map(|reason| reason.key.clone()).collect(), items });
        self.offer_reminders();
    }

    /// Takes what a message tells of the filing's course; tells whether it told anything.
    pub(super) fn told_of_progress(&mut self, text: &str) -> bool {
        let vocabulary = self.knowledge.vocabulary;
        // «a.example.com 昨天提交了»: whose news it is, and the news.
        if let Some((number, rest)) = self.filing_named_in(text)
            && crate::matching::news(vocabulary, &rest, self.today).is_some()
        {
            if number != self.session.filing.number {
                self.assessed = None;
                self.session.switch_to(number);
                let answers = self.session.filing.answers.len();
                self.replies.push(Reply::SwitchedTo { label: FilingLabel::of(&self.session.filing), answers });
            }
            return self.told_of_progress(&rest);
        }
        if let Some(news) = crate::matching::news(vocabulary, text, self.today)
            && let Some(stage) = Stage::of_index(news.stage)
        {
            // «提交了» is what the checklist asks to be told.
            let known = self.session.filing.reached().filter(|reached| reached.stage == stage);
            if known.is_some_and(|known| news.on.is_none_or(|on| on == known.on)) {
                // «还没消息» is none.
                self.replies.push(Reply::StageUnchanged);
                self.go_on_after_news();
                return true;
            }
            let awaited = stage == Stage::Submitted && self.session.filing.stage().is_with_applicant();
            if news.sure || awaited {
                self.reach(stage, news.on, Some(text));
            } else {
                let (field, value) = (Field::Stage, self.likelier(stage).value());
                self.replies.push(Reply::DidYouMean { field, value: value.clone() });
                self.filing().state = State::Confirming { field, value, failures: 0 };
            }
            return true;
        }
        if let Some((event, day)) = crate::matching::event(vocabulary, text, self.today) {
            self.take_event(event, day);
            return true;
        }
        if let Some(in_hand) = crate::matching::in_hand(vocabulary, text) {
            return self.in_hand(&in_hand.what, in_hand.have);
        }
        crate::matching::only_day(text, self.today).is_some_and(|day| self.redate(day))
    }

    /// The filing whose domain stands in a text, and the text without it.
    fn filing_named_in(&self, text: &str) -> Option<(u32, String)> {
        let lower = text.to_lowercase();
        let named = |name: &str| name.contains('.').then(|| name.to_lowercase()).filter(|name| lower.contains(&**name));
        let mut found = self.session.filings().into_iter().filter_map(|filing| Some((filing.number, filing.names().find_map(named)?)));
        let (number, name) = found.next()?;
        // News of two at once is told apart by nobody here.
        found.next().is_none().then(|| (number, lower.replace(&name, " ")))
    }

    /// «审核通过了» says that something is through, and not what: the stage that it is in.
    fn likelier(&self, stage: Stage) -> Stage {
        let next = self.session.filing.stage().next();
        if next.contains(&stage) {
            return stage;
        }
        let likelier = next.iter().copied().find(|next| next.is_rejected() == stage.is_rejected());
        likelier.filter(|_| matches!(stage, Stage::FirstReviewPassed | Stage::FirstReviewFailed)).unwrap_or(stage)
    }

    fn take_event(&mut self, event: DatedEvent, day: NaiveDate) {
        let days_left = Value::Integer((day - self.today).num_days());
        match event {
            DatedEvent::ServerExpires => self.note_event(Event::ServerExpires, day),
            DatedEvent::SheetSigned => self.note_event(Event::SheetSigned, day),
            DatedEvent::SiteOpened => self.note_event(Event::SiteOpened, day),
            DatedEvent::AccessCancelled => self.note_event(Event::AccessCancelled, day),
            // These are answers: they count the days that are left.
            DatedEvent::DomainExpires => self.record(Field::DomainValidDays, days_left),
            DatedEvent::IdExpires => self.record(Field::IdValidDays, days_left),
        }
    }

    fn note_event(&mut self, event: Event, day: NaiveDate) {
        let course = &mut self.session.filing.course;
        course.events.retain(|(known, _, _)| *known != event);
        course.events.push((event, day, self.today));
        let way = self.way();
        self.replies.push(Reply::EventNoted { event, day, deadlines: way.deadlines });
        self.offer_reminders();
    }

    /// «营业执照准备好了»: ticks what is meant, or asks which.
    fn in_hand(&mut self, what: &str, have: bool) -> bool {
        let assessment = self.assess();
        let named = self.knowledge.names.meant(&left(&assessment), what);
        match (&*named, have) {
            _ if self.session.filing.shown.is_empty() => false,
            (_, false) => {
                self.leave_materials();
                true
            }
            ([_], true) => {
                self.tick(&named);
                self.go_on_after_news();
                true
            }
            _ => {
                self.replies.push(Reply::WhichMaterial);
                self.list_materials();
                true
            }
        }
    }

    /// Shows what is still to be got ready, each to be ticked.
    pub(super) fn list_materials(&mut self) {
        let assessment = self.assess();
        let left = left(&assessment);
        if self.session.filing.shown.is_empty() {
            self.replies.push(Reply::NothingToTick);
            return match self.session.filing.state {
                State::Ticking => self.go_on_after_news(),
                _ => self.go_back_to_question(),
            };
        }
        if left.is_empty() {
            self.replies.push(Reply::AllInHand);
            return self.go_on_after_news();
        }
        self.replies.push(Reply::Materials { left: left.len() });
        self.filing().state = State::Ticking;
    }

    pub(super) fn choose_material(&mut self, token: &str) {
        let assessment = self.assess();
        let key = token.strip_prefix("item-").and_then(RuleKey::parse);
        let chosen: Vec<Item<'k>> =
            left(&assessment).into_iter().filter(|item| key.is_some_and(|key| RuleKey::of(&item.rule.id) == key)).collect();
        if chosen.is_empty() {
            return self.leave_materials();
        }
        self.tick(&chosen);
        self.list_materials();
    }

    /// No more is to be ticked now.
    pub(super) fn leave_materials(&mut self) {
        let assessment = self.assess();
        self.replies.push(Reply::StillLeft { left: left(&assessment).len() });
        self.go_on_after_news();
    }

    pub(super) fn tick(&mut self, items: &[Item<'k>]) {
        let held = held_with(&self.session.filing, items);
        let (said, message) = (self.today, self.message);
        self.change_answers().record_all(&[(Field::Held, held)], said, message);
        let assessment = self.assess();
        self.replies.push(Reply::Ticked { items: items.to_vec(), left: left(&assessment).len() });
    }

    /// /reminders: how they stand, and what was asked to change.
    pub(super) fn reminders(&mut self, wanted: Option<&str>) {
        let Some(wanted) = wanted else { return self.show_reminders() };
        let wanted = wanted.trim();
        if matches!(wanted, "on" | "off" | "开" | "关") {
            return self.agree(matches!(wanted, "on" | "开"));
        }
        let mut settings = self.session.person.reminders.clone().unwrap_or_default();
        let hours = wanted.split_once(['-', '–', '~', '到']).and_then(|(from, to)| Some((hour(from)?, hour(to)?)));
        match (hours, wanted.parse::<Tz>()) {
            (Some(quiet), _) => settings.quiet = quiet,
            (None, Ok(zone)) => settings.zone = zone,
            (None, Err(_)) => {
                self.replies.push(Reply::NoSuchReminderSetting);
                return self.go_back_to_question();
            }
        }
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
                let about = Some(number);
                let filing = self.session.filings().into_iter().find(|filing| filing.number == number);
                // Where something else was told since, the button is an old one.
                if filing.is_none_or(|filing| stage_of(&key) != Some(filing.stage())) {
                    return self.stale();
                }
                if let Some(number) = about.filter(|number| *number != self.session.filing.number) {
                    self.assessed = None;
                    self.session.switch_to(number);
                    self.replies.push(Reply::SwitchedTo {
                        label: FilingLabel::of(&self.session.filing),
                        answers: self.session.filing.answers.len(),
                    });
                }
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
        let until = self.now + SNOOZE;
        let said = self.last_said();
        let Some(settings) = self.session.person.reminders.as_mut().filter(|settings| settings.on) else {
            return self.show_reminders();
        };
        settings.snoozed_until = Some(until);
        for filing in self.session.filings_mut() {
            for (_, key) in said.iter().filter(|(number, _)| *number == filing.number).collect::<Vec<_>>() {
                unsay(filing, key);
            }
        }
        let day = self.today + Days::new(1);
        self.replies.push(Reply::Snoozed { day });
        self.go_back_to_question();
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

/// An hour of the day: «22», «22:00», «22点».
fn hour(text: &str) -> Option<u8> {
    let digits = text.trim().trim_end_matches(":00").trim_end_matches(['点', '时']);
    digits.parse::<u8>().ok().filter(|hour| *hour < 24)
}
