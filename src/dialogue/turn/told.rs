//! What a message tells of the course of a filing, whatever is asked: news, news that is taken back, days, what is in hand.

use chrono::NaiveDate;

use super::Talk;
use super::progress::When;
use crate::dialogue::reminders::left;
use crate::dialogue::reply::{FilingLabel, Noted, Reply, Way};
use crate::dialogue::session::{Filing, Likely, State};
use crate::matching::{self, News, Passed, Reading, Redated, TakenBack, Wish};
use crate::profile::{Field, Kind, Stage};

impl<'k> Talk<'k> {
    /// Takes what a message tells of the filing's course; tells whether it told anything.
    pub(super) fn told_of_progress(&mut self, text: &str) -> bool {
        let vocabulary = self.knowledge.vocabulary;
        // «a.example.com 昨天提交了»: whose news it is, and the news.
        if let Some((number, rest)) = self.filing_named_in(text)
            && matching::news(vocabulary, &rest, self.today).is_some()
        {
            let before = self.session.filing.number;
            self.turn_to(number);
            self.tell_of_switch(before);
            return self.told_of_progress(&rest);
        }
        // «1 3» of the materials that are listed.
        if self.tick_numbered(text) {
            return true;
        }
        // «不对，是昨天» to what was told a moment ago.
        if let Some(day) = matching::day_corrected(text, self.today)
            && self.take_day(self.day_meant(text).unwrap_or(day))
        {
            return true;
        }
        if let Some(day) = matching::remind_on(vocabulary, text, self.today) {
            self.snooze_until(day);
            return true;
        }
        if let Some(wish) = matching::reminder_wish(vocabulary, text)
            && self.grant(wish)
        {
            return true;
        }
        let normal = matching::normalize(text);
        // The particle that ends a sentence says that it is done.
        if self.told_done(&text.to_lowercase()) {
            return true;
        }
        // «没驳回，还在审»: what was told of the rejection was wrong.
        if self.session.filing.stage().is_rejected() && vocabulary.denies_rejection(&normal) {
            self.take_stage_back(None);
            return true;
        }
        let news = matching::news(vocabulary, text, self.today);
        // «都一个礼拜了没动静»: a complaint about the stage that is known, and no other day of it.
        let stage = self.session.filing.stage();
        if stage != Stage::Preparing
            && vocabulary.says_no_news(&normal)
            && news.is_none_or(|news| Stage::of_index(news.stage) == Some(stage))
        {
            self.progress();
            return true;
        }
        // «昨天通过了» to the question what is new; «说错了，是过了» after a rejection.
        if let Some(passed) = matching::passed(vocabulary, text, self.today)
            && news.is_none_or(|news| news.bare_pass)
            && self.take_passed(passed, text)
        {
            return true;
        }
        // «记错了，是昨天过的»: the day was wrong, not the news.
        if let Some(redated) = matching::redated(vocabulary, text, self.today)
            && self.put_day_right(redated)
        {
            return true;
        }
        if let Some(back) = matching::taken_back(vocabulary, text, self.today)
            && (back.corrects || news.is_none())
            && self.take_news_back(back, news, text)
        {
            return true;
        }
        let event = matching::event(vocabulary, text, self.today);
        let in_hand = matching::in_hand(vocabulary, text);
        // «真实性核验单好了» is what an item of the list is called, and no review.
        let is_item = in_hand.as_ref().is_some_and(|in_hand| {
            let assessment = self.assess();
            in_hand.have && !in_hand.all && !in_hand.except && self.knowledge.names.calls(&left(&assessment), &in_hand.what)
        });
        // What is only likely news is none where something else is clearly told.
        // So is what a first word may tell of an earlier filing: «my site is filed at Tencent already, moving to Aliyun».
        let is_followed = |filing: &&Filing| !filing.shown.is_empty() || filing.answer(Field::Stage).is_some();
        let follows = self.session.filings().iter().any(is_followed);
        let is_likely = event.is_none() && in_hand.is_none() && follows;
        if let Some(news) = news.filter(|news| !is_item && (news.sure || is_likely)) {
            return self.take_news(news, text);
        }
        if let Some((event, day)) = event {
            self.take_event(event, day);
            return true;
        }
        if let Some(in_hand) = in_hand {
            return self.in_hand(&in_hand);
        }
        if let Some(event) = matching::event_denied(vocabulary, text, self.today)
            && self.take_event_back(event)
        {
            return true;
        }
        if let Some(expiry) = matching::expiry(vocabulary, text, self.today) {
            self.take_expiry(expiry);
            return true;
        }
        if self.session.filing.stage().is_with_applicant() && matching::plans_to_submit(vocabulary, text, self.today) {
            self.replies.push(Reply::SubmitLater);
            self.go_on_after_news();
            return true;
        }
        if matching::asks_how_long(vocabulary, text, self.today) {
            let way = self.way();
            self.replies.push(Reply::HowLong { way: Box::new(way) });
            self.go_back_to_question();
            return true;
        }
        // The reason of a rejection, also after something else was spoken of.
        if stage.is_rejected() && self.explains(text) {
            return true;
        }
        let day = matching::only_day(text, self.today);
        day.is_some_and(|day| self.take_day(self.day_meant(text).unwrap_or(day)))
    }

    /// The day of a text that is asked for one: «20 号», where «上个月» was told before.
    fn day_meant(&self, text: &str) -> Option<NaiveDate> {
        let State::Dating { by } = self.session.filing.state else { return None };
        matching::day_within(text, self.today, by)
    }

    /// The day of what was told a moment ago; tells whether it was another one.
    fn take_day(&mut self, day: NaiveDate) -> bool {
        let asked = matches!(self.session.filing.state, State::Dating { .. });
        let redated = self.redate(day);
        if redated && asked {
            self.offer_reminders();
        }
        redated
    }

    /// Takes what is clearly told of the filing's course and answers no question for this field; tells whether there was anything.
    pub(super) fn told_clearly(&mut self, field: Field, text: &str, normal: &str) -> bool {
        if field == Field::Stage || self.knowledge.vocabulary.speaks_of(field, normal) {
            return false;
        }
        let vocabulary = self.knowledge.vocabulary;
        let news = matching::news(vocabulary, text, self.today).is_some_and(|news| news.sure);
        // «公章刻好了» answers whether there is a seal, and «身份证在手上» which document it is.
        let answers = || field.kind() == Kind::Bool || matches!(matching::read(vocabulary, field, text, self.today), Reading::Accept(_));
        let in_hand = || matching::in_hand(vocabulary, text).is_some() && !(answers() && field.kind() != Kind::Text);
        let told = self.session.filing.answer(Field::Stage).is_some();
        let takes_back =
            || told && matching::taken_back(vocabulary, text, self.today).is_some_and(|back| back.corrects && back.stage.is_some());
        let reminds = || {
            matching::remind_on(vocabulary, text, self.today).is_some()
                || matching::reminder_wish(vocabulary, text).is_some_and(|wish| wish != Wish::Fewer)
        };
        (news || takes_back() || in_hand() || reminds()) && self.told_of_progress(text)
    }

    fn take_news(&mut self, news: News, text: &str) -> bool {
        let Some(stage) = Stage::of_index(news.stage) else { return false };
        // What is still to come has not happened: whether it is planned, or the day is wrong, nobody can know.
        if let Some(day) = news.to_come {
            self.replies.push(Reply::DayToCome { day });
            self.go_on_after_news();
            return true;
        }
        let no_such_day = matching::no_such_day(text).filter(|_| news.on.is_none());
        let when = match news.on {
            Some(on) => When::On(on),
            None if no_such_day.is_some() => When::Unclear { by: None },
            None if news.vague => When::Unclear { by: matching::last_of_span(text, self.today) },
            None => When::Unsaid,
        };
        if news.every && !self.session.others.is_empty() {
            self.take_news_of_all(stage, when);
            return true;
        }
        let (stage, sure) = match self.session.filing.stage() {
            _ if news.bare_rejection => self.rejected_now(),
            now if news.bare_pass && now != Stage::Approved => passes_to(now),
            _ => (stage, news.sure),
        };
        // «提交了» is what the checklist asks to be told.
        let filing = &self.session.filing;
        let is_known = filing.answer(Field::Stage).is_some() && filing.stage() == stage;
        if is_known && news.on.is_none_or(|on| filing.reached().is_some_and(|known| known.on == on)) {
            // «还没消息» is none.
            self.replies.push(Reply::StageUnchanged);
            self.go_on_after_news();
            return true;
        }
        // «上周三提交的», to the question when that was.
        if is_known && !stage.is_rejected() && news.on.is_some_and(|on| self.take_day(on)) {
            return true;
        }
        let filing = &self.session.filing;
        let awaited = stage == Stage::Submitted && filing.stage().is_with_applicant();
        if sure || awaited {
            self.replies.extend(no_such_day.map(|said| Reply::NoSuchDay { said }));
            self.reach(stage, when, Some(text));
        } else {
            let stage = self.likelier(stage);
            let (unclear, by) = if let When::Unclear { by } = when { (true, by) } else { (false, None) };
            let reasons = matching::reasons(self.knowledge.vocabulary, text).into_iter().map(|reason| reason.key).collect();
            self.filing().course.likely = Some(Likely { stage, on: news.on, unclear, by, reasons });
            let (field, value) = (Field::Stage, stage.value());
            self.replies.push(Reply::DidYouMean { field, value: value.clone() });
            self.filing().state = State::Confirming { field, value, failures: 0 };
        }
        true
    }

    /// Something is through: what is awaited at this stage, or what was told to have come back. Tells whether anything was.
    fn take_passed(&mut self, passed: Passed, text: &str) -> bool {
        let stage = self.session.filing.stage();
        let when = match passed.on {
            Some(on) => When::On(on),
            None if passed.vague => When::Unclear { by: matching::last_of_span(text, self.today) },
            None => When::Unsaid,
        };
        if is_review(stage) {
            let (stage, _) = passes_to(stage);
            self.reach(stage, when, None);
            return true;
        }
        if stage.is_rejected() && passed.corrects {
            let rejected_on = self.session.filing.reached().map(|reached| reached.on);
            self.step_back(None);
            let when = rejected_on.filter(|_| when == When::Unsaid).map_or(when, When::On);
            let (stage, _) = passes_to(stage);
            self.reach(stage, when, None);
            return true;
        }
        false
    }

    /// Another day for a stage that was told; tells whether one was meant.
    fn put_day_right(&mut self, redated: Redated) -> bool {
        let present = self.session.filing.stage();
        let stage = redated.stage.and_then(Stage::of_index).unwrap_or(present);
        // «不好意思，昨天过了» of what is still awaited is news.
        let is_told = self.session.filing.course.reached.iter().any(|reached| reached.stage == stage);
        if redated.passed && redated.stage.is_none() && (is_review(present) || present.is_rejected()) || stage == Stage::Preparing {
            return false;
        }
        if !is_told && stage != present {
            return false;
        }
        self.note_day(stage, Some(redated.day));
        let noted = if redated.day == self.today { Noted::Today } else { Noted::On };
        let way = Way { guidance: Vec::new(), deadlines: Vec::new(), ..self.way() };
        // Of a stage that is over, nothing is awaited any more.
        let way = if stage == present { way } else { Way { stage, since: Some(redated.day), expected: None, usual: None, ..way } };
        self.replies.push(Reply::StageNoted { way: Box::new(way), noted });
        self.offer_reminders();
        true
    }

    /// What a rejection without a word of who decided means now, and whether that is clear.
    fn rejected_now(&self) -> (Stage, bool) {
        let stage = self.session.filing.stage();
        match stage {
            Stage::Preparing | Stage::Approved => (Stage::FirstReviewFailed, false),
            Stage::FirstReviewPassed => (Stage::SecondReviewFailed, false),
            stage if stage.is_rejected() => (stage, true),
            stage => stage.next().iter().find(|next| next.is_rejected()).map_or((Stage::FirstReviewFailed, false), |next| (*next, true)),
        }
    }

    /// «三个都提交了»: notes it of all filings of which it may be true.
    fn take_news_of_all(&mut self, stage: Stage, when: When) {
        let current = self.session.filing.number;
        let numbers: Vec<u32> = self.session.filings().iter().map(|filing| filing.number).collect();
        let (mut noted, mut left_out) = (Vec::new(), Vec::new());
        for number in numbers {
            self.session.switch_to(number);
            let label = FilingLabel::of(&self.session.filing);
            if self.session.filing.stage().next().contains(&stage) {
                self.note_stage(stage, when);
                noted.push(label);
            } else {
                left_out.push((label, self.session.filing.stage()));
            }
        }
        let together: Vec<u32> = noted.iter().map(|label| label.number).collect();
        for filing in self.session.filings_mut().filter(|filing| together.contains(&filing.number)) {
            filing.course.together = together.iter().copied().filter(|number| *number != filing.number).collect();
        }
        self.session.switch_to(current);
        self.assessed = None;
        let undated = matches!(when, When::Unclear { .. });
        self.replies.push(Reply::AllNoted { stage, noted, left_out, undated });
        self.offer_reminders();
    }

    /// Takes back what was told wrong; where nothing of the kind was told, says where the filing stands. Tells whether that was meant.
    fn take_news_back(&mut self, back: TakenBack, news: Option<News>, text: &str) -> bool {
        let filing = &self.session.filing;
        let stage = filing.stage();
        let told_today = filing.answer(Field::Stage).is_some_and(|answer| answer.said == self.today);
        let denied = back.stage.and_then(Stage::of_index);
        let was_told = match denied {
            // After a rejection, «还没提交» speaks of the next time.
            Some(Stage::Submitted) if stage.is_rejected() && !back.corrects => false,
            Some(denied) => comes_to(stage) >= comes_to(denied),
            // «其实没过», where nobody decides now, so that it is no news.
            None if news.is_some() => back.corrects && !is_review(stage) && !stage.is_rejected(),
            // «说错了»: what was told just now.
            None => back.corrects && told_today,
        };
        // «不是昨天提交的，是上周五»
        if was_told
            && let Some(day) = matching::day_instead(text, self.today)
            && self.take_day(day)
        {
            return true;
        }
        let filing = &self.session.filing;
        if was_told && filing.answer(Field::Stage).is_some() && stage != Stage::Preparing {
            self.take_stage_back(denied);
            return true;
        }
        // «不对，初审没过» is news, «说错了» alone may be about an answer, and «还没过» of a review says nothing new.
        if news.is_some() || back.stage.is_none() && (back.corrects || stage == Stage::Preparing) {
            return false;
        }
        let way = self.way();
        self.replies.push(Reply::StandsAt { way: Box::new(way) });
        self.go_on_after_news();
        true
    }

    /// Takes the present stage back, also of the filings of which it was said in the same words.
    pub(super) fn take_stage_back(&mut self, denied: Option<Stage>) {
        let (current, before) = (self.session.filing.number, self.session.filing.stage());
        let together = std::mem::take(&mut self.change_answers().course.together);
        self.step_back(denied);
        let mut others = Vec::new();
        for number in together {
            if self.turn_to(number) && self.session.filing.stage() == before {
                self.filing().course.together.clear();
                self.step_back(denied);
                others.push(FilingLabel::of(&self.session.filing));
            }
        }
        self.turn_to(current);
        let way = self.way();
        self.replies.push(Reply::StageTakenBack { stage: before, way: Box::new(way) });
        if !others.is_empty() {
            self.replies.push(Reply::TakenBackAlso { others });
        }
        self.go_on_after_news();
    }

    /// Goes back behind the present stage, and behind those before it as far as this one was not reached.
    fn step_back(&mut self, denied: Option<Stage>) {
        loop {
            let stage = self.session.filing.stage();
            self.change_answers().course.reached.retain(|reached| reached.stage != stage);
            if !self.change_answers().undo_last_of(Field::Stage) {
                self.change_answers().answers.retain(|answer| answer.field != Field::Stage);
                break;
            }
            let now = self.session.filing.stage();
            if now == Stage::Preparing || denied.is_none_or(|denied| comes_to(now) < comes_to(denied)) {
                break;
            }
        }
    }

    /// The filing whose domain stands in a text, and the text without it.
    fn filing_named_in(&self, text: &str) -> Option<(u32, String)> {
        let lower = text.to_lowercase();
        let named = |name: &str| name.contains('.').then(|| name.to_lowercase()).filter(|name| lower.contains(&**name));
        let filings = self.session.filings();
        let by_name = filings.iter().filter_map(|filing| Some((filing.number, filing.names().find_map(named)?)));
        // «备案 1», «第二个»: as the list of filings calls them.
        let by_number = filings.iter().filter(|_| filings.len() > 1).zip(1..).filter_map(|(filing, place)| {
            let called = self.knowledge.vocabulary.filing_numbered(&lower, filing.number, place)?;
            Some((filing.number, called))
        });
        let mut found = by_name.chain(by_number);
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
        // Nothing passes by being handed in.
        let likelier = likelier.filter(|likelier| *likelier != Stage::Submitted);
        likelier.filter(|_| matches!(stage, Stage::FirstReviewPassed | Stage::FirstReviewFailed)).unwrap_or(stage)
    }
}

/// What «通过了» means at a stage, and whether that is clear.
fn passes_to(stage: Stage) -> (Stage, bool) {
    match stage {
        Stage::Submitted | Stage::FirstReviewFailed => (Stage::FirstReviewPassed, stage == Stage::Submitted),
        Stage::PhotoTaken | Stage::SecondReviewFailed => (Stage::AuthorityReview, stage == Stage::PhotoTaken),
        Stage::AuthorityReview | Stage::AuthorityRejected => (Stage::Approved, stage == Stage::AuthorityReview),
        Stage::Preparing | Stage::FirstReviewPassed | Stage::Approved => (Stage::FirstReviewPassed, false),
    }
}

/// How far along the way a stage is; a rejection counts as far as what was handed in.
fn comes_to(stage: Stage) -> u8 {
    match stage {
        Stage::Preparing => 0,
        Stage::Submitted | Stage::FirstReviewFailed => 1,
        Stage::FirstReviewPassed => 2,
        Stage::PhotoTaken | Stage::SecondReviewFailed => 3,
        Stage::AuthorityReview | Stage::AuthorityRejected => 4,
        Stage::Approved => 5,
    }
}

/// Whether somebody decides at this stage.
fn is_review(stage: Stage) -> bool {
    matches!(stage, Stage::Submitted | Stage::PhotoTaken | Stage::AuthorityReview)
}
