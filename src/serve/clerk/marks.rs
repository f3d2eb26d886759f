//! What is noted with the next commit: what became of calls, who is out of reach, what is too old.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::oneshot;

use super::desk::{ADMINISTRATORS, AtDesk};
use super::{Made, Working};
use crate::channels::telegram::CHANNEL;
use crate::channels::telegram::desk::calls::Part;
use crate::desk::{Case, Place};
use crate::dialogue::reminders::take_back;
use crate::store::{Batch, Change, StoreError, written};

/// The numbers of updates are kept for longer than the platform repeats them.
const NUMBERS_KEPT: TimeDelta = TimeDelta::hours(72);
const PARKED_KEPT: TimeDelta = TimeDelta::days(30);
/// The service value that tells on which rules plans rest.
const RULES_DIGEST: &str = "rules digest";

/// What was given up: the case that it was for, and what of it.
pub(super) struct GivenUp {
    pub(super) id: i64,
    pub(super) case: Option<i64>,
    pub(super) part: Option<Part>,
    pub(super) because: String,
}

/// What is to be noted with the next commit.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) sent: Vec<i64>,
    pub(super) begun: Vec<i64>,
    pub(super) parked: Vec<GivenUp>,
    pub(super) put_off: Vec<(i64, DateTime<Utc>)>,
    pub(super) withdrawn: Vec<(i64, String)>,
    pub(super) made: Vec<Made>,
    /// Cases whose persons were idle for too long and are deleted, with their messages in the group.
    pub(super) idle: Vec<(Case, Vec<(i64, bool)>)>,
    pub(super) no_place: Vec<(i64, i64, Option<Place>, bool)>,
    pub(super) gone: Vec<String>,
    pub(super) migrated: Vec<(String, String)>,
    pub(super) tidy_up: bool,
    /// Who administers the support group, to be known at the next start.
    pub(super) administrators: Option<String>,
    /// Whether plans may rest on other rules than before.
    pub(super) replan: bool,
    /// Who waits until these marks are durable, however many tries that takes.
    pub(super) dones: Vec<oneshot::Sender<()>>,
}

impl Marks {
    /// What became of calls for the desk.
    pub(super) async fn at_desk(&self, desk: &mut AtDesk<'_>, configured: i64) -> Result<(), StoreError> {
        for (from, to) in &self.migrated {
            if let (Ok(from), Ok(to)) = (from.parse(), to.parse()) {
                desk.group_moved(from, to, configured).await?;
            }
        }
        for made in &self.made {
            desk.made(*made).await?;
        }
        for (id, case, place, topics) in &self.no_place {
            desk.no_place(*id, *case, *place, *topics).await?;
        }
        for (case, messages) in &self.idle {
            desk.remove(case, messages).await?;
        }
        for GivenUp { id, case, part, .. } in &self.parked {
            if let Some(part) = part {
                desk.parked(*id, case.unwrap_or_default(), *part).await?;
            }
        }
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        let Marks { sent, begun, parked, put_off, withdrawn, made, idle, no_place, gone, migrated, tidy_up, administrators, replan, dones } =
            self;
        let none = sent.is_empty() && begun.is_empty() && parked.is_empty() && put_off.is_empty() && withdrawn.is_empty();
        let none = none && made.is_empty() && idle.is_empty() && no_place.is_empty();
        none && gone.is_empty() && migrated.is_empty() && !tidy_up && administrators.is_none() && !replan && dones.is_empty()
    }
}

impl Working {
    /// Writes what became of calls, and what else is to be noted.
    pub(super) async fn write_marks(&mut self, batch: &mut Batch, now: DateTime<Utc>) -> Result<(), StoreError> {
        batch.sent(&self.marks.sent).await?;
        batch.begun(&self.marks.begun, now).await?;
        for GivenUp { id, because, .. } in &self.marks.parked {
            batch.park(*id, because).await?;
        }
        for (id, until) in &self.marks.put_off {
            batch.put_off(*id, *until).await?;
        }
        if !self.marks.withdrawn.is_empty() {
            self.marks.withdrawn.iter().for_each(|(_, chat)| drop(self.at_hand.pop(chat)));
            withdraw(batch, &self.marks.withdrawn, now).await?;
        }
        if self.marks.replan && batch.set_service_value(RULES_DIGEST, &self.clerk.assistant.digest.to_string()).await? {
            batch.wake_everybody(now).await?;
            self.at_hand.clear();
        }
        for chat in &self.marks.gone {
            batch.set_reachable(CHANNEL, chat, false, now).await?;
            self.at_hand.pop(chat);
        }
        if let Some(administrators) = &self.marks.administrators {
            batch.set_service_value(ADMINISTRATORS, administrators).await?;
        }
        for (from, to) in &self.marks.migrated {
            batch.move_chat(CHANNEL, from, to).await?;
        }
        if self.marks.tidy_up {
            batch.clear(now - NUMBERS_KEPT, now - PARKED_KEPT).await?;
            let since = now - TimeDelta::days(i64::from(self.clerk.retention_days));
            let cases = batch.idle_cases(since).await?;
            let idle = batch.forget_idle(since).await?;
            self.marks.idle.clear();
            if idle > 0 {
                self.marks.idle = cases;
                self.at_hand.clear();
                self.clerk.wipe.notify_one();
                tracing::info!(persons = idle, "idle sessions are deleted");
            }
        }
        Ok(())
    }
}

/// Withdraws reminders that certainly did not arrive, and plans them anew: by now they may be wrong, or several, or it may be night.
pub(in crate::serve) async fn withdraw(batch: &mut Batch, reminders: &[(i64, String)], now: DateTime<Utc>) -> Result<(), StoreError> {
    // A private chat has the address of its person.
    let addresses: BTreeSet<&str> = reminders.iter().map(|(_, chat)| chat.as_str()).collect();
    let loaded = batch.load(CHANNEL, &addresses.into_iter().collect::<Vec<_>>()).await?;
    for (address, stored) in &loaded {
        let session = take_back(&stored.session);
        let states = written(Some(stored), &session)?;
        let change = Change { address, stored: Some(stored), session: &session, states: &states, wake_at: Some(now), seen: false };
        batch.save(CHANNEL, &[change], now).await?;
    }
    batch.sent(&reminders.iter().map(|(id, _)| *id).collect::<Vec<_>>()).await
}
