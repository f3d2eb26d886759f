//! The support desk at work, in the transaction of a batch: where cases stand, and what is sent for them. `persons` does what persons
//! want, `staff` what the staff does, `office` what they do beside cases, `returns` what comes of calls.

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
use crate::channels::telegram::incoming::Act;
use crate::channels::telegram::outgoing::answer_press;
use crate::channels::telegram::talk::Talker;
use crate::desk::{Case, Hours, Place, Staff, StaffCommand, read};
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
/// The service value with the group that the configured one became.
pub const MOVED: &str = "support chat moved";

/// The service value with the topic for reports; while that is being made, and where none can be.
const REPORTS_TOPIC: &str = "reports topic";
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
}

impl<'w> AtDesk<'w> {
    /// None where no desk is configured.
    pub(super) fn new(clerk: &'w Clerk, batch: &'w mut Batch, now: DateTime<Utc>) -> Option<AtDesk<'w>> {
        let desk = clerk.desk.as_ref()?;
        let group = desk.chat.get()?;
        Some(AtDesk { clerk, desk, batch, group, now, said: Vec::new(), touched: Vec::new(), released: Vec::new() })
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
        if let Some(call) = call {
            self.said.push(Said::new(chat, &call, false)?);
        }
        Ok(())
    }

    fn for_person(&mut self, case: &Case, call: Option<Call>) -> Result<(), StoreError> {
        let (Some(call), Ok(chat)) = (call, case.address.parse::<i64>()) else { return Ok(()) };
        let said = Said::new(chat, &call, false)?;
        let linked = call.part.is_some().then_some(case.id);
        self.said.push(Said { person: Some(case.person), case: linked, ..said });
        Ok(())
    }

    /// Into the place of a case; where it has none yet, it waits for that.
    fn for_group(&mut self, case: &Case, call: Option<Call>) -> Result<(), StoreError> {
        let Some(call) = call else { return Ok(()) };
        let waits = match case.place {
            Some(Place::Topic(_) | Place::Thread(Some(_))) => false,
            // Without topics the card begins the thread, and all else waits for it.
            Some(Place::Thread(None)) => call.part != Some(Part::Card),
            None => call.part != Some(Part::Topic),
        };
        let said = Said::new(self.group, &call, false)?;
        self.said.push(Said { person: Some(case.person), case: Some(case.id), place: case.place, waits, ..said });
        Ok(())
    }

    /// Says something in the place of a case.
    fn note(&mut self, case: &Case, text: &str) -> Result<(), StoreError> {
        let call = calls::part(calls::text(self.group, text, &[]), Part::ToGroup { here: None });
        self.for_group(case, call)
    }

    /// Answers an agent where they wrote.
    fn answer(&mut self, post: &Post, text: &str) -> Result<(), StoreError> {
        self.send_answer(post, calls::text(self.group, text, &[]))
    }

    fn send_answer(&mut self, post: &Post, call: Option<Call>) -> Result<(), StoreError> {
        let call = calls::answering(call, Some(post.id));
        let call = match (call, post.topic) {
            (Some(call), Some(topic)) => calls::in_topic(&call, topic),
            (call, _) => call,
        };
        self.send(self.group, call)
    }

    // Cases.

    /// Makes the place of a case and puts its card there.
    async fn place(&mut self, case: &Case, session: &Session, words: Option<&str>) -> Result<(), StoreError> {
        let name = self.staff_words().topic_name(case.id, session);
        self.for_group(case, calls::topic(self.group, &name, Part::Topic))?;
        self.card(case, session, words).await
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
        let call = calls::mentioning(calls::text(self.group, &card, buttons), &case.address, &self.staff_words().plain("desk-card-link"));
        self.for_group(case, calls::part(call, Part::Card))
    }

    async fn change(&mut self, case: &Case) -> Result<(), StoreError> {
        let waits = case.is_open().then_some(case.waiting_since).flatten();
        let raise_at = waits.map(|since| self.raise_at(since, case.raised));
        self.batch.change_case(case, raise_at).await
    }

    fn raise_at(&self, since: DateTime<Utc>, raised: u32) -> DateTime<Utc> {
        let minutes = RAISE_AFTER[usize::try_from(raised).unwrap_or_default().min(RAISE_AFTER.len() - 1)];
        self.desk.hours.after(&self.clerk.assistant.workdays, if raised == 0 { since } else { self.now }, minutes)
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
