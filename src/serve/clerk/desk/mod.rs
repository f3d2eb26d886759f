//! The support desk at work, in the transaction of a batch: where cases stand, and what is sent for them. `persons` does what persons
//! want, `staff` what the staff does, `changes` what becomes of messages that change, `albums` of those sent together, `office` what the staff does beside cases,
//! `returns` what comes of calls.

mod albums;
mod changes;
mod office;
mod persons;
mod returns;
mod staff;

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use tokio::sync::Notify;

use super::turns::{Said, Wish, Wished};
use super::{Clerk, Made};
use crate::channels::telegram::CHANNEL;
use crate::channels::telegram::api::Call;
use crate::channels::telegram::desk::button::DeskButton;
use crate::channels::telegram::desk::calls::{self, Part};
use crate::channels::telegram::desk::incoming::{Author, DeskChat, Post, What};
use crate::channels::telegram::incoming::{Act, Thing};
use crate::channels::telegram::outgoing::answer_press;
use crate::channels::telegram::talk::Talker;
use crate::desk::{Case, FIRST_REPLY_AFTER, Hours, Place, Staff, StaffCommand, read};
use crate::dialogue::{Input, Session, day_in_china, reminders};
use crate::language::Language;
use crate::matching::normalize;
use crate::privacy::mask;
use crate::render::{CardFacts, DeskWords, Waiting};
use crate::rules::{Assessment, Item, RuleKey, Status};
use crate::store::{Batch, Change, Outgoing, StoreError, Stored, written};

/// Office minutes after which the group is told that nobody answers: the first time, the second, and every time from then on.
const RAISE_AFTER: [u32; 3] = [30, 120, 540];
/// Somebody who is not of the staff is told so once in this time.
const REFUSED_EVERY: TimeDelta = TimeDelta::hours(1);
/// Who comes back within this time finds their last case.
const REOPENED_WITHIN: TimeDelta = TimeDelta::days(7);
/// First replies before it is said how long one usually waits.
const REPLIES_MIN: usize = 3;
/// The service value with the administrators of the group, as they were known last.
pub const ADMINISTRATORS: &str = "support administrators";
/// The service value with the group that the configured one became.
pub const MOVED: &str = "support chat moved";

/// The service value with the topic for reports; while that is being made, and where none can be.
pub const REPORTS_TOPIC: &str = "reports topic";
const TOPIC_COMES: &str = "comes";
const NO_TOPIC: &str = "none";

/// Who works at the desk, and when.
pub struct Desk {
    pub chat: DeskChat,
    /// Those that the settings name; none: the administrators of the group.
    pub staff: Option<HashSet<i64>>,
    /// None until the platform told.
    pub administrators: Option<HashSet<i64>>,
    pub hours: Hours,
    /// In which the staff is spoken to.
    pub language: Language,
    /// Told when the administrators may be others than is known.
    pub refresh: Arc<Notify>,
}

impl Desk {
    fn is_staff(&self, author: &Author) -> bool {
        match &self.staff {
            Some(staff) => staff.contains(&author.id),
            None => author.anonymous || self.administrators.as_ref().is_some_and(|known| known.contains(&author.id)),
        }
    }
}

/// The group that the configured one became, where it moved.
pub fn moved(value: Option<&str>, configured: i64) -> i64 {
    let moved = value.and_then(|value| value.split_once(' ')).filter(|(from, _)| from.parse() == Ok(configured));
    moved.and_then(|(_, to)| to.parse().ok()).unwrap_or(configured)
}

/// The desk in a batch.
pub(super) struct AtDesk<'w> {
    clerk: &'w Clerk,
    desk: &'w Desk,
    batch: &'w mut Batch,
    group: i64,
    now: DateTime<Utc>,
    /// What is to be sent.
    pub(super) said: Vec<Said>,
    /// Persons whose sessions changed beside their own turns.
    pub(super) touched: Vec<String>,
    /// What need not wait any more.
    pub(super) released: Vec<Outgoing>,
    /// The group that the support group became: from the commit on.
    pub(super) moved_to: Option<i64>,
    /// Cases whose place was asked for in this batch.
    placing: HashSet<i64>,
    /// The album that came last in this batch.
    album: Option<albums::Album>,
    /// Cases with what is sent in this batch and carries a message.
    coming: HashSet<(i64, Part)>,
    /// The case in which an agent is at work: what is said about it goes with its person.
    about: Option<Case>,
}

impl<'w> AtDesk<'w> {
    /// None where no desk is configured.
    pub(super) fn new(clerk: &'w Clerk, batch: &'w mut Batch, now: DateTime<Utc>) -> Option<AtDesk<'w>> {
        let desk = clerk.desk.as_ref()?;
        let group = desk.chat.get()?;
        Some(AtDesk {
            clerk,
            desk,
            batch,
            group,
            now,
            said: Vec::new(),
            touched: Vec::new(),
            released: Vec::new(),
            moved_to: None,
            placing: HashSet::new(),
            album: None,
            coming: HashSet::new(),
            about: None,
        })
    }

    pub(super) fn words(&self, language: Language) -> DeskWords<'w> {
        DeskWords::new(self.clerk.assistant.renderer(), language)
    }

    /// Words for the staff.
    pub(super) fn staff_words(&self) -> DeskWords<'w> {
        self.words(self.desk.language)
    }

    fn assess(&self, session: &Session) -> Assessment<'w> {
        self.clerk.assistant.rules.assess(&session.filing.profile(self.today()), self.today())
    }

    fn talker(&self) -> Talker<'w> {
        Talker::new(&self.clerk.assistant, self.clerk.retention_days)
    }

    fn today(&self) -> NaiveDate {
        day_in_china(self.now)
    }

    // What is sent.

    fn send(&mut self, chat: i64, call: Option<Call>) -> Result<(), StoreError> {
        let Some(mut call) = call else { return Ok(()) };
        if chat == self.group {
            call.part.get_or_insert(Part::Desk);
        }
        let person = self.about.as_ref().map(|case| case.person);
        self.said.push(Said { person, ..Said::new(chat, &call, false)? });
        Ok(())
    }

    /// About a case, but not in its place: it goes with its person.
    fn about_case(&mut self, case: &Case, call: Option<Call>) -> Result<(), StoreError> {
        let before = self.about.replace(case.clone());
        let sent = self.send(self.group, call);
        self.about = before;
        sent
    }

    fn for_person(&mut self, case: &Case, call: Option<Call>) -> Result<(), StoreError> {
        let (Some(call), Ok(chat)) = (call, case.address.parse::<i64>()) else { return Ok(()) };
        let said = Said::new(chat, &call, false)?;
        let linked = call.part.is_some().then_some(case.id);
        self.coming.extend(call.part.map(|part| (case.id, part)));
        self.said.push(Said { person: Some(case.person), case: linked, ..said });
        Ok(())
    }

    /// Into the place of a case; where it has none yet, it waits for that.
    fn for_group(&mut self, case: &Case, call: Option<Call>) -> Result<(), StoreError> {
        let Some(call) = call else { return Ok(()) };
        let waits = match case.place {
            Some(Place::Topic(_) | Place::Thread(Some(_))) => false,
            // Without topics the card begins the thread, and all else waits for it.
            Some(Place::Thread(None)) => !call.part.is_some_and(Part::is_card),
            None => call.part != Some(Part::Topic),
        };
        let said = Said::new(self.group, &call, false)?;
        self.coming.extend(call.part.map(|part| (case.id, part)));
        self.said.push(Said { person: Some(case.person), case: Some(case.id), place: case.place, waits, ..said });
        Ok(())
    }

    /// Says something in the place of a case.
    fn note(&mut self, case: &Case, text: &str) -> Result<(), StoreError> {
        let call = calls::part(calls::text(self.group, text, &[]), Part::Note);
        self.for_group(case, call)
    }

    /// Answers an agent where they wrote.
    fn answer(&mut self, post: &Post, text: &str) -> Result<(), StoreError> {
        calls::texts(self.group, text).into_iter().try_for_each(|call| self.send_answer(post, Some(call)))
    }

    fn send_answer(&mut self, post: &Post, call: Option<Call>) -> Result<(), StoreError> {
        let call = calls::answering(call, Some(post.id));
        // In a case it is noted like everything there, so that it goes with the case.
        if let Some(case) = self.about.clone().filter(|case| case.place.is_some()) {
            return self.for_group(&case, calls::part(call, Part::Note));
        }
        let call = match (call, post.topic) {
            (Some(call), Some(topic)) => calls::in_topic(&call, topic),
            (call, _) => call,
        };
        self.send(self.group, call)
    }

    // Cases.

    /// Makes the place of a case and puts its card there.
    async fn place(&mut self, case: &Case, session: &Session, words: Option<&str>) -> Result<(), StoreError> {
        self.make_topic(case, session)?;
        self.card(case, session, words).await
    }

    fn make_topic(&mut self, case: &Case, session: &Session) -> Result<(), StoreError> {
        self.placing.insert(case.id);
        let name = self.staff_words().topic_name(case.id, session);
        self.for_group(case, calls::topic(self.group, &name, Part::Topic))
    }

    async fn is_being_placed(&mut self, case: &Case) -> Result<bool, StoreError> {
        Ok(self.placing.contains(&case.id) || self.batch.is_being_placed(case.id).await?)
    }

    async fn card(&mut self, case: &Case, session: &Session, words: Option<&str>) -> Result<(), StoreError> {
        let campaign = match session.person.campaign {
            Some(campaign) => self.batch.campaigns().await?.remove(&campaign),
            None => None,
        };
        let before = self.batch.cases_of(case.person).await?;
        let before = before.len().saturating_sub(1);
        let facts = CardFacts { case, session, campaign, words, before };
        let card = self.staff_words().card(&facts, &self.assess(session));
        let take = (self.staff_words().plain("desk-button-take"), DeskButton::Take(case.id).to_string());
        let buttons: &[(String, String)] = if case.taken_by.is_none() { &[take] } else { &[] };
        let link = self.staff_words().plain("desk-card-link");
        // A long one goes on in further messages; its beginning is what stands for the case.
        let mut parts = calls::split(&card).into_iter();
        let first = calls::text(self.group, &parts.next().unwrap_or_default(), buttons);
        let first = if parts.len() == 0 { calls::mentioning(first, &case.address, &link) } else { first };
        self.for_group(case, calls::part(first, Part::Card))?;
        parts.try_for_each(|part| self.for_group(case, calls::part(calls::text(self.group, &part, &[]), Part::CardRest)))
    }

    async fn change(&mut self, case: &Case) -> Result<(), StoreError> {
        self.batch.change_case(case).await
    }

    /// The person waits for an answer from now on, unless they waited already.
    fn begin_to_wait(&self, case: &mut Case) {
        if case.waiting_since.is_none() {
            (case.waiting_since, case.raised) = (Some(self.now), 0);
            case.raise_at = Some(self.raise_at(0));
        }
    }

    fn end_waiting(case: &mut Case) {
        (case.waiting_since, case.raise_at, case.raised) = (None, None, 0);
    }

    /// When the group is told the next time that nobody answers.
    fn raise_at(&self, raised: u32) -> DateTime<Utc> {
        let minutes = RAISE_AFTER[usize::try_from(raised).unwrap_or_default().min(RAISE_AFTER.len() - 1)];
        self.desk.hours.after(&self.clerk.assistant.workdays, self.now, minutes)
    }

    async fn load(&mut self, address: &str) -> Result<Option<Stored>, StoreError> {
        Ok(self.batch.load(CHANNEL, &[address]).await?.remove(address))
    }

    /// Takes a turn in the name of the staff; what it says goes to the person. Gives the session from then on.
    async fn turn(&mut self, case: &Case, input: &Input) -> Result<Option<Session>, StoreError> {
        let (Some(stored), Ok(chat)) = (self.load(&case.address).await?, case.address.parse::<i64>()) else { return Ok(None) };
        let outcome = self.talker().told(&stored.session, chat, input, self.now);
        let Some(session) = outcome.session else { return Ok(None) };
        let states = written(Some(&stored), &session)?;
        let wake_at = reminders::wake_at(self.clerk.assistant.knowledge(), &session, self.now);
        let change = Change { address: &case.address, stored: Some(&stored), session: &session, states: &states, wake_at, seen: false };
        self.batch.save(CHANNEL, &[change], self.now).await?;
        self.touched.push(case.address.clone());
        for call in outcome.calls {
            self.for_person(case, Some(call))?;
        }
        Ok(Some(session))
    }

    async fn count(&mut self, campaign: Option<u32>, what: &str, detail: &str, count: u32) -> Result<(), StoreError> {
        self.batch.count(self.today(), campaign, what, detail, count).await
    }
}
