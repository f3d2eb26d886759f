//! How a filing proceeds: its stage, the days that matter, and why it came back.

use chrono::NaiveDate;

use super::Talk;
use crate::dialogue::reminders::left;
use crate::dialogue::reply::{FilingLabel, Noted, Reply, Way};
use crate::dialogue::session::{Likely, Reached, Reminders, State};
use crate::matching::Reason;
use crate::profile::{Field, FieldSet, Stage};
use crate::progress::{deadlines, expected, untold, usual};
use crate::rules::{Item, Status, Verdict};

/// When a stage was reached, as far as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Nothing was said of it: today.
    Unsaid,
    On(NaiveDate),
    /// A day that is not known; of a span, its last: «上个月».
    Unclear {
        by: Option<NaiveDate>,
    },
}

/// How often reminders are offered with news of a filing.
const OFFERS_MAX: u8 = 2;

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
            has_list: !filing.shown.is_empty() && assessment.verdict != Verdict::Incomplete,
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
            Some(stage) => self.reach(stage, When::Unsaid, None),
            None => {
                self.replies.push(Reply::StageUnchanged);
                self.go_on_after_news();
            }
        }
    }

    /// Notes that a stage was reached, and says what comes now.
    pub(super) fn reach(&mut self, stage: Stage, when: When, said_with: Option<&str>) {
        self.note_stage(stage, when);
        let reasons = said_with.map(|text| crate::matching::reasons(self.knowledge.vocabulary, text)).unwrap_or_default();
        self.tell_what_comes(stage, when, &reasons);
    }

    /// Notes what was asked back and is meant, with all that was said of it.
    pub(super) fn reach_as_told(&mut self, likely: Likely) {
        let when = match likely.on {
            Some(day) => When::On(day),
            None if likely.unclear => When::Unclear { by: likely.by },
            None => When::Unsaid,
        };
        self.note_stage(likely.stage, when);
        let reasons: Vec<Reason> =
            likely.reasons.iter().filter_map(|key| crate::matching::reason_named(self.knowledge.vocabulary, key)).collect();
        self.tell_what_comes(likely.stage, when, &reasons);
    }

    /// Says what comes now that a stage is reached, and asks what is still to be known of it.
    fn tell_what_comes(&mut self, stage: Stage, when: When, reasons: &[Reason]) {
        let way = self.way();
        let noted = match (when, way.since) {
            (When::Unclear { .. }, _) => Noted::Undated,
            (_, since) if since == Some(self.today) => Noted::Today,
            _ => Noted::On,
        };
        self.replies.push(Reply::StageNoted { way: Box::new(way), noted });
        if stage.is_rejected() && !reasons.is_empty() {
            self.explain(reasons);
        } else if stage.is_rejected() {
            self.replies.push(Reply::AskReason);
            self.filing().state = State::GivingReason;
        } else if let When::Unclear { by } = when {
            self.replies.push(Reply::AskDay);
            self.filing().state = State::Dating { by };
        } else {
            self.offer_reminders();
        }
    }

    pub(super) fn note_stage(&mut self, stage: Stage, when: When) {
        let (said, message) = (self.today, self.message);
        self.change_answers().record_all(&[(Field::Stage, stage.value())], said, message);
        let on = match when {
            When::Unsaid => Some(said),
            When::On(day) => Some(day.min(said)),
            When::Unclear { .. } => None,
        };
        self.note_day(stage, on);
        self.session.filing.course.together.clear();
    }

    /// On which day a stage was reached, in place of what was told of that before; none where nobody knows.
    pub(super) fn note_day(&mut self, stage: Stage, on: Option<NaiveDate>) {
        let said = self.today;
        let course = &mut self.session.filing.course;
        course.reached.retain(|reached| reached.stage != stage);
        course.reached.extend(on.map(|on| Reached { stage, on, said }));
    }

    /// A stage that was told today was reached on another day: «昨天».
    pub(super) fn redate(&mut self, on: NaiveDate) -> bool {
        let today = self.today;
        let filing = &self.session.filing;
        let told_today = filing.answer(Field::Stage).is_some_and(|answer| answer.said == today);
        if !told_today || filing.reached().is_some_and(|reached| reached.said != today || reached.on == on) {
            return false;
        }
        self.note_day(filing.stage(), Some(on));
        // What comes now was said a moment ago.
        let way = Way { guidance: Vec::new(), deadlines: Vec::new(), ..self.way() };
        self.replies.push(Reply::StageNoted { way: Box::new(way), noted: if on == today { Noted::Today } else { Noted::On } });
        true
    }

    /// The day of the present stage, which was asked for.
    pub(super) fn date(&mut self, text: &str, by: Option<NaiveDate>) {
        match crate::matching::day_within(text, self.today, by) {
            Some(day) if self.redate(day) => self.offer_reminders(),
            _ => self.replies.push(Reply::AskDay),
        }
    }

    /// Nobody knows the day any more.
    pub(super) fn leave_undated(&mut self) {
        self.replies.push(Reply::StaysUndated);
        self.offer_reminders();
    }

    /// Asks once whether reminders are wanted; goes on where that was asked before.
    pub(super) fn offer_reminders(&mut self) {
        // Who passed over the question more than once does not want to hear it with all news.
        if self.session.person.reminders.is_some() || self.session.filing.course.offered >= OFFERS_MAX {
            return self.go_on_after_news();
        }
        self.filing().course.offered += 1;
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
        // «刚才说错了，是过了» is no reason, whatever else is in it.
        let vocabulary = self.knowledge.vocabulary;
        let corrects = crate::matching::passed(vocabulary, text, self.today).is_some_and(|passed| passed.corrects)
            || crate::matching::taken_back(vocabulary, text, self.today).is_some_and(|back| back.corrects);
        if corrects && self.told_of_progress(text) {
            return;
        }
        let reasons = crate::matching::reasons(vocabulary, text);
        // «重新提交了» is no reason.
        if reasons.is_empty() && self.told_of_progress(text) {
            return;
        }
        // «我先去吃饭»: the reason may come later.
        if reasons.is_empty() && !crate::matching::speaks_of_reason(vocabulary, text) {
            return self.replies.push(Reply::NoReasonYet);
        }
        self.explain(&reasons);
    }

    /// Tells what a reason points to, where a text gives one.
    pub(super) fn explains(&mut self, text: &str) -> bool {
        let reasons = crate::matching::reasons(self.knowledge.vocabulary, text);
        if !reasons.is_empty() {
            self.explain(&reasons);
        }
        !reasons.is_empty()
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
}
