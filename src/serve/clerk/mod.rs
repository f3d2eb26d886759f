//! The clerk takes what arrives and what was sent, and makes it durable: many turns share one commit, a lone one waits for nothing.
//!
//! Everything that is written while the service runs goes through the clerk, in one place and one order. A batch is: note the
//! updates, load the sessions that are not at hand, take the turns side by side, write sessions and replies, commit. Only then are
//! the updates acknowledged and the replies handed to the sender. A batch that fails changes nothing: its updates come again.

mod counting;
mod desk;
mod marks;
mod turns;

pub use desk::{ADMINISTRATORS, Desk, MOVED, REPORTS_TOPIC, moved};
pub(super) use marks::withdraw;

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::num::NonZeroUsize;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use chrono::{DateTime, Utc};
use futures_util::FutureExt as _;
use lru::LruCache;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::timeout;

use self::counting::{count_turns, note_reports};
use self::desk::AtDesk;
use self::marks::{GivenUp, Marks};
use self::turns::{Done, Job, Said, compute, keep};
use super::metrics::Metrics;
use crate::assistant::Assistant;
use crate::channels::telegram::CHANNEL;
use crate::channels::telegram::desk::calls::Part;
use crate::channels::telegram::incoming::{Act, Arrival};
use crate::channels::telegram::talk::{Invitations, Talker};
use crate::desk::Place;
use crate::store::{Batch, Change, Outgoing, SqliteStore, StoreError, Stored, Waiting};

/// Sessions that are kept at hand.
const SESSIONS_AT_HAND: NonZeroUsize = NonZeroUsize::new(20_000).unwrap();
/// Events of one batch.
const BATCH_MAX: usize = 2_000;
/// Turns of one person in a batch: a flood of one must not hold up the others.
const TURNS_MAX: usize = 20;
/// A chat in which so many messages wait to be sent is listened to again when they are fewer.
const UNSENT_MAX: usize = 40;
/// A person of whom so many messages wait to be sent to the staff is listened to again when they are fewer.
const RELAYED_MAX: usize = 20;
/// Persons that are spoken to unasked in one batch.
const WAKE_MAX: usize = 500;
/// What was sent is noted with the next batch of turns, or after so long.
const SENT_NOTED_WITHIN: std::time::Duration = std::time::Duration::from_millis(10);
/// Commits that may fail one after the other before the clerk says so loudly.
const RETRY_PAUSE: std::time::Duration = std::time::Duration::from_millis(500);

/// What the clerk is told.
pub enum Event {
    /// Updates arrived. When they are durable, `done` is told how many of them are new; it is dropped when that failed.
    Arrived {
        arrivals: Vec<Arrival>,
        skipped: Vec<i64>,
        done: oneshot::Sender<usize>,
    },
    Sent {
        id: i64,
        /// What came of a part of a case.
        made: Vec<Made>,
        done: oneshot::Sender<()>,
    },
    /// A case has no place in the group any more, or without topics none of this kind.
    NoPlace {
        id: i64,
        case: i64,
        place: Option<Place>,
        topics: bool,
        done: oneshot::Sender<()>,
    },
    /// A call that must not be made twice is about to be made.
    Begun {
        id: i64,
        done: oneshot::Sender<()>,
    },
    Parked {
        id: i64,
        /// The case that it was for, and what of it.
        case: Option<i64>,
        part: Option<Part>,
        because: String,
    },
    PutOff {
        id: i64,
        until: DateTime<Utc>,
    },
    /// A reminder certainly did not arrive and is not to be sent any more: it is planned anew.
    Withdrawn {
        id: i64,
        chat: String,
    },
    /// Nobody can be reached in a chat.
    Gone {
        chat: String,
    },
    Migrated {
        from: String,
        to: String,
    },
    /// New rules.
    Rules(Arc<Assistant>),
    /// The administrators of the support group.
    Administrators(HashSet<i64>),
    /// Time to delete what is too old.
    TidyUp,
    /// Time to look who is to be spoken to unasked.
    Wake,
    /// Everything so far is to be made durable; then this is told.
    Settle(oneshot::Sender<()>),
}

/// What a part of a case became: the number of a topic or message.
#[derive(Debug, Clone, Copy)]
pub struct Made {
    pub case: i64,
    pub part: Part,
    pub number: i64,
}

/// What the clerk works with.
pub struct Clerk {
    pub store: SqliteStore,
    pub assistant: Arc<Assistant>,
    pub retention_days: u32,
    pub metrics: Arc<Metrics>,
    /// Where replies go when they are durable.
    pub sender: mpsc::UnboundedSender<Vec<Outgoing>>,
    /// Told when there is something to be overwritten in the files.
    pub wipe: Arc<Notify>,
    /// The id of the last thing to be sent.
    pub last_id: i64,
    /// People who take over; none where there is no support group.
    pub desk: Option<Desk>,
    /// The support group as the settings name it.
    pub support_chat: i64,
    pub invitations: Arc<Invitations>,
    /// The bot's name, for links; none until the platform told.
    pub bot: Arc<OnceLock<String>>,
}

/// What the desk did in a batch.
#[derive(Default)]
struct DeskDone {
    said: Vec<Said>,
    /// Persons whose sessions it changed.
    touched: Vec<String>,
    /// What need not wait for a place any more.
    released: Vec<Outgoing>,
    moved_to: Option<i64>,
}

/// The clerk at work.
struct Working {
    clerk: Clerk,
    at_hand: LruCache<String, Arc<Stored>>,
    /// Messages that wait to be sent, by chat.
    unsent: HashMap<String, usize>,
    chat_of: HashMap<i64, (String, Option<i64>)>,
    /// Messages of persons that wait to be sent to the staff.
    relayed: HashMap<i64, usize>,
    /// Updates that are durable and wait for their turn.
    waiting: VecDeque<Arrival>,
    /// Somebody may be due to be spoken to.
    wake: bool,
    marks: Marks,
}

impl Clerk {
    /// Works until nobody is left who could tell anything. `waiting` was taken earlier and not yet handled; `unsent` waits to be sent.
    pub async fn run(self, mut events: mpsc::UnboundedReceiver<Event>, waiting: Vec<Arrival>, unsent: &[Outgoing]) {
        let mut working = Working {
            clerk: self,
            at_hand: LruCache::new(SESSIONS_AT_HAND),
            unsent: HashMap::new(),
            chat_of: HashMap::new(),
            relayed: HashMap::new(),
            waiting: waiting.into(),
            wake: false,
            // The program may be another one than yesterday.
            marks: Marks { replan: true, ..Marks::default() },
        };
        for outgoing in unsent {
            working.note_unsent(outgoing);
        }
        let mut batch = Vec::new();
        loop {
            // What waits here is taken up as soon as it may be, with or without news.
            if !working.can_go_on() {
                let received = events.recv_many(&mut batch, BATCH_MAX);
                // What could not be noted is tried again, whether anything else happens or not.
                let received = if working.marks.is_empty() { received.await } else { timeout(RETRY_PAUSE, received).await.unwrap_or(1) };
                if received == 0 {
                    break;
                }
            }
            if batch.iter().all(|event| matches!(event, Event::Sent { .. })) && !batch.is_empty() {
                let until = tokio::time::Instant::now() + SENT_NOTED_WITHIN;
                while let Ok(Some(event)) = tokio::time::timeout_at(until, events.recv()).await {
                    let waits = matches!(event, Event::Sent { .. }) && batch.len() < BATCH_MAX;
                    batch.push(event);
                    if !waits {
                        break;
                    }
                }
            }
            while batch.len() < BATCH_MAX {
                match events.try_recv() {
                    Ok(event) => batch.push(event),
                    Err(_) => break,
                }
            }
            working.take(std::mem::take(&mut batch)).await;
        }
    }
}

impl Working {
    fn can_go_on(&self) -> bool {
        self.wake || self.waiting.iter().any(|arrival| self.may_speak(&arrival.address()))
    }

    fn may_speak(&self, address: &str) -> bool {
        // What one person says to the staff must not hold up all others who speak with them.
        let relayed = || {
            let person = self.at_hand.peek(address).map(|stored| stored.person);
            person.and_then(|person| self.relayed.get(&person)).copied().unwrap_or_default()
        };
        self.unsent.get(address).copied().unwrap_or_default() < UNSENT_MAX && (self.relayed.is_empty() || relayed() < RELAYED_MAX)
    }

    fn note_unsent(&mut self, outgoing: &Outgoing) {
        let relayed_for = outgoing.person.filter(|_| outgoing.case.is_some());
        // What waited for its place may come a second time.
        if self.chat_of.insert(outgoing.id, (outgoing.chat.clone(), relayed_for)).is_none() {
            *self.unsent.entry(outgoing.chat.clone()).or_default() += 1;
            relayed_for.into_iter().for_each(|person| *self.relayed.entry(person).or_default() += 1);
        }
        self.clerk.metrics.queue.set(self.chat_of.len() as i64);
    }

    fn note_settled(&mut self, id: i64) {
        let Some((chat, relayed_for)) = self.chat_of.remove(&id) else { return };
        one_less(&mut self.unsent, &chat);
        relayed_for.into_iter().for_each(|person| one_less(&mut self.relayed, &person));
        self.clerk.metrics.queue.set(self.chat_of.len() as i64);
    }

    async fn take(&mut self, events: Vec<Event>) {
        let (mut arrivals, mut skipped, mut dones) = (Vec::new(), Vec::new(), Vec::new());
        for event in events {
            match event {
                Event::Arrived { arrivals: new, skipped: numbers, done } => {
                    dones.push((done, new.iter().map(|arrival| arrival.update_id).chain(numbers.iter().copied()).collect::<Vec<i64>>()));
                    arrivals.extend(new);
                    skipped.extend(numbers);
                }
                Event::Sent { id, made, done } => {
                    self.note_settled(id);
                    self.marks.sent.push(id);
                    self.marks.made.extend(made);
                    self.marks.dones.push(done);
                }
                Event::NoPlace { id, case, place, topics, done } => {
                    self.note_settled(id);
                    self.marks.no_place.push((id, case, place, topics));
                    self.marks.dones.push(done);
                }
                Event::Begun { id, done } => {
                    self.marks.begun.push(id);
                    self.marks.dones.push(done);
                }
                Event::Parked { id, case, part, because } => {
                    self.note_settled(id);
                    self.marks.parked.push(GivenUp { id, case, part, because });
                }
                Event::PutOff { id, until } => self.marks.put_off.push((id, until)),
                Event::Withdrawn { id, chat } => {
                    self.note_settled(id);
                    self.marks.withdrawn.push((id, chat));
                }
                Event::Gone { chat } => self.marks.gone.push(chat),
                Event::Migrated { from, to } => self.marks.migrated.push((from, to)),
                Event::Rules(assistant) => {
                    self.clerk.assistant = assistant;
                    self.marks.replan = true;
                }
                Event::Administrators(administrators) => {
                    if let Some(desk) = &mut self.clerk.desk {
                        let ids: BTreeSet<i64> = administrators.iter().copied().collect();
                        self.marks.administrators = Some(ids.iter().map(i64::to_string).collect::<Vec<_>>().join(","));
                        desk.administrators = Some(administrators);
                    }
                }
                Event::TidyUp => self.marks.tidy_up = true,
                Event::Wake => self.wake = true,
                Event::Settle(done) => self.marks.dones.push(done),
            }
        }
        let result = match self.batch(&arrivals, &skipped).await {
            // Another program changed a session that was at hand: what is stored now counts.
            Err(StoreError::Conflict) => {
                self.at_hand.clear();
                self.batch(&arrivals, &skipped).await
            }
            result => result,
        };
        match result {
            Ok((outgoing, new)) => {
                for (done, numbers) in dones {
                    // Whoever asked may be gone.
                    let _ = done.send(numbers.iter().filter(|number| new.contains(number)).count());
                }
                if !outgoing.is_empty() {
                    for one in &outgoing {
                        self.note_unsent(one);
                    }
                    // Without a sender the service is stopping: what is to be sent is stored.
                    let _ = self.clerk.sender.send(outgoing);
                }
            }
            // Nobody hears that it is done: what arrived comes again.
            Err(error) => {
                tracing::error!(%error, arrivals = arrivals.len(), "a batch could not be stored");
                self.at_hand.clear();
                tokio::time::sleep(RETRY_PAUSE).await;
            }
        }
    }

    /// Takes the turns of a batch and makes them durable; gives what is to be sent, and which updates were new.
    async fn batch(&mut self, arrivals: &[Arrival], skipped: &[i64]) -> Result<(Vec<Outgoing>, HashSet<i64>), StoreError> {
        let now = Utc::now();
        let begun = Instant::now();
        let metrics = Arc::clone(&self.clerk.metrics);
        let mut batch = self.clerk.store.begin().await?;
        self.write_marks(&mut batch, now).await?;

        let numbers: Vec<i64> = arrivals.iter().map(|arrival| arrival.update_id).chain(skipped.iter().copied()).collect();
        let new = batch.take(CHANNEL, &numbers, now).await?;
        metrics.update("duplicate", numbers.len() - new.len());
        metrics.update("broken", skipped.iter().filter(|number| new.contains(number)).count());

        let is_post = |arrival: &&Arrival| matches!(arrival.act, Act::AtDesk(_));
        let mut seen = HashSet::new();
        let is_new = |arrival: &&Arrival| new.contains(&arrival.update_id) && seen.insert(arrival.update_id);
        let posts: Vec<&Arrival> = arrivals.iter().filter(is_post).filter(is_new).collect();
        let (mut jobs, waiting, handled) = self.share_out(arrivals, &new);
        let more_due = self.add_due(&mut batch, &mut jobs, now).await?;
        let kept: Vec<Waiting> =
            waiting.iter().filter(|arrival| new.contains(&arrival.update_id)).filter_map(|arrival| keep(arrival, None)).collect();
        metrics.update("put off", kept.len());
        let jobs = self.with_sessions(&mut batch, jobs).await?;
        self.learn_campaigns(&mut batch, &jobs).await?;
        let count = jobs.iter().map(|job| job.arrivals.len()).sum::<usize>();
        let mut done = compute(&self.clerk, jobs, now).await?;
        for done in &mut done {
            self.hand_over(&mut batch, done).await?;
        }

        let failed: Vec<Waiting> = done.iter().flat_map(|done| done.failed.iter().cloned()).collect();
        batch.handled(CHANNEL, &handled).await?;
        let mut said_at_desk = Vec::new();
        for forgotten in done.iter().filter(|done| done.forget) {
            if let (Some(stored), Some(mut desk)) = (&forgotten.stored, AtDesk::new(&self.clerk, &mut batch, now)) {
                desk.forget(stored.person).await?;
                said_at_desk.append(&mut desk.said);
            }
            batch.forget(CHANNEL, &forgotten.address).await?;
            batch.wipe_is_due().await?;
        }
        // Behind the forgetting: what was said after it is kept.
        batch.keep_waiting(CHANNEL, &kept).await?;
        batch.keep_waiting(CHANNEL, &failed).await?;
        let calls: Vec<Vec<Said>> = done.iter_mut().map(|done| std::mem::take(&mut done.calls)).collect();
        let changed: Vec<&Done> = done.iter().filter(|done| done.changed && done.session.is_some()).collect();
        let changes: Vec<Change<'_>> = changed
            .iter()
            .filter_map(|done| {
                let stored = done.stored.as_deref().filter(|_| !done.forget);
                let (session, wake_at) = (done.session.as_ref()?, done.wake_at);
                let seen = !done.unasked;
                Some(Change { address: &done.address, stored, session, states: &done.states, wake_at, seen })
            })
            .collect();
        let mut saved = batch.save(CHANNEL, &changes, now).await?;
        for (stored, done) in saved.iter_mut().zip(&changed) {
            if let Some(reachable) = done.reachable.filter(|reachable| *reachable != stored.reachable) {
                batch.set_reachable(CHANNEL, &done.address, reachable, now).await?;
                stored.reachable = reachable;
            }
        }
        let persons: HashMap<&str, i64> = changed.iter().zip(&saved).map(|(done, stored)| (done.address.as_str(), stored.person)).collect();
        count_turns(&mut batch, &done, &persons, now).await?;
        note_reports(&mut batch, &done, now).await?;
        let at_desk = self.at_desk(&mut batch, &done, &persons, &posts, now).await?;
        said_at_desk.extend(at_desk.said);
        let mut last_id = self.clerk.last_id;
        let mut outgoing = Vec::new();
        let of_persons = done.iter().zip(calls).flat_map(|(done, calls)| {
            let person = persons.get(done.address.as_str()).copied();
            calls.into_iter().map(move |said| (person, said))
        });
        for (person, said) in of_persons.chain(said_at_desk.into_iter().map(|said| (said.person, said))) {
            last_id += 1;
            let Said { chat, payload, at_most_once, case, place, waits, .. } = said;
            outgoing.push(Outgoing {
                id: last_id,
                chat: chat.to_string(),
                person,
                payload,
                at_most_once,
                begun: false,
                not_before: None,
                case,
                place,
                waits,
            });
        }
        batch.send(CHANNEL, &outgoing, now).await?;
        batch.commit().await?;
        outgoing.retain(|outgoing| !outgoing.waits);
        // What waited for its place was said before what is said now.
        outgoing.splice(0..0, at_desk.released);

        // From here on everything holds.
        metrics.commit_seconds.observe(begun.elapsed().as_secs_f64());
        metrics.update("taken", new.len());
        metrics.turns.inc_by(done.iter().map(|done| done.turns as u64).sum());
        if count > 0 {
            metrics.batch_turns.observe(count as f64);
        }
        for done in std::mem::take(&mut self.marks).dones {
            // Whoever waited may be gone.
            let _ = done.send(());
        }
        self.clerk.last_id = last_id;
        let forgotten: Vec<&Done> = done.iter().filter(|done| done.forget).collect();
        for done in &forgotten {
            self.at_hand.pop(&done.address);
        }
        for (done, stored) in changed.iter().zip(saved) {
            self.at_hand.put(done.address.clone(), Arc::new(stored));
        }
        if let (Some(desk), Some(to)) = (&self.clerk.desk, at_desk.moved_to) {
            desk.chat.set(Some(to));
        }
        at_desk.touched.iter().for_each(|address| drop(self.at_hand.pop(address)));
        if !forgotten.is_empty() {
            self.clerk.wipe.notify_one();
        }
        self.waiting = waiting;
        self.wake = more_due;
        Ok((outgoing, new))
    }

    /// What the desk does in a batch: what became of its calls, who is to be answered again, what came of turns, what agents did.
    async fn at_desk(
        &self,
        batch: &mut Batch,
        done: &[Done],
        persons: &HashMap<&str, i64>,
        posts: &[&Arrival],
        now: DateTime<Utc>,
    ) -> Result<DeskDone, StoreError> {
        let Some(mut desk) = AtDesk::new(&self.clerk, batch, now) else { return Ok(DeskDone::default()) };
        self.marks.at_desk(&mut desk, self.clerk.support_chat).await?;
        if self.wake {
            desk.raise().await?;
        }
        for done in done {
            // Who only pressed a button for the desk changed nothing of their own.
            let stored = done.stored.as_ref().filter(|_| !done.forget).map(|stored| stored.person);
            let person = persons.get(done.address.as_str()).copied().or(stored);
            if let (Some(person), Some(session)) = (person, &done.session) {
                for wish in &done.wishes {
                    desk.grant(person, session, wish).await?;
                }
            } else {
                // Who is forgotten may still press what stands in their chat.
                done.wishes.iter().try_for_each(|wish| desk.too_late(wish))?;
            }
        }
        let mut broken = Vec::new();
        for arrival in posts {
            let Act::AtDesk(post) = &arrival.act else { continue };
            // What breaks off there must not come again and again, and take everybody's messages with it.
            match AssertUnwindSafe(desk.take(post, self.clerk.support_chat)).catch_unwind().await {
                Ok(taken) => taken?,
                Err(_) => {
                    self.clerk.metrics.turns_failed.inc();
                    tracing::error!(update = arrival.update_id, "something at the desk broke off; its update is kept");
                    broken.extend(keep(arrival, Some("the desk panicked".to_owned())));
                }
            }
        }
        let AtDesk { said, touched, released, moved_to, .. } = desk;
        batch.keep_waiting(CHANNEL, &broken).await?;
        Ok(DeskDone { said, touched, released, moved_to })
    }

    /// Who takes a turn now, who waits, and which updates that waited are handled with it.
    fn share_out(&self, arrivals: &[Arrival], new: &HashSet<i64>) -> (Vec<Job>, VecDeque<Arrival>, Vec<i64>) {
        let (mut jobs, mut waiting, mut handled): (Vec<Job>, VecDeque<Arrival>, Vec<i64>) = Default::default();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut held_up: HashSet<String> = HashSet::new();
        // What the staff does waits for nobody.
        let of_person = |arrival: &&Arrival| new.contains(&arrival.update_id) && !matches!(arrival.act, Act::AtDesk(_));
        let fresh = arrivals.iter().filter(of_person).map(|arrival| (arrival, true));
        // What waited comes first: everybody's messages keep their order.
        let mut seen = HashSet::new();
        for (arrival, is_new) in self.waiting.iter().map(|arrival| (arrival, false)).chain(fresh) {
            if is_new && !seen.insert(arrival.update_id) {
                continue;
            }
            let address = arrival.address();
            let place = *places.entry(address.clone()).or_insert_with(|| {
                jobs.push(Job { address: address.clone(), stored: None, arrivals: Vec::new() });
                jobs.len() - 1
            });
            if held_up.contains(&address) || !self.may_speak(&address) || jobs[place].arrivals.len() >= TURNS_MAX {
                held_up.insert(address);
                waiting.push_back(arrival.clone());
                continue;
            }
            jobs[place].arrivals.push(arrival.clone());
            if !is_new {
                handled.push(arrival.update_id);
            }
        }
        jobs.retain(|job| !job.arrivals.is_empty());
        (jobs, waiting, handled)
    }

    /// Adds who is due to be spoken to unasked; tells whether there are more. Who speaks at this moment is left in peace: their turn
    /// plans anew.
    async fn add_due(&self, batch: &mut Batch, jobs: &mut Vec<Job>, now: DateTime<Utc>) -> Result<bool, StoreError> {
        if !self.wake {
            return Ok(false);
        }
        let due = batch.due(CHANNEL, now, WAKE_MAX).await?;
        let more = due.len() == WAKE_MAX;
        let speaking: HashSet<String> = jobs.iter().map(|job| job.address.clone()).collect();
        let silent = due.into_iter().filter(|address| !speaking.contains(address));
        jobs.extend(silent.map(|address| Job { address, stored: None, arrivals: Vec::new() }));
        Ok(more)
    }

    /// Whoever comes by an invitation is told whose it is.
    async fn learn_campaigns(&mut self, batch: &mut Batch, jobs: &[Job]) -> Result<(), StoreError> {
        let invited = |arrival: &Arrival| matches!(&arrival.act, Act::Said { text, .. } if Invitations::payload(text).is_some());
        if jobs.iter().flat_map(|job| &job.arrivals).any(invited) {
            let campaigns = batch.campaigns().await?;
            let key = self.clerk.invitations.key.clone();
            self.clerk.invitations = Arc::new(Invitations { key, campaigns });
        }
        Ok(())
    }

    async fn with_sessions(&mut self, batch: &mut Batch, mut jobs: Vec<Job>) -> Result<Vec<Job>, StoreError> {
        for job in &mut jobs {
            job.stored = self.at_hand.get(&job.address).cloned();
        }
        let missing: Vec<&str> = jobs.iter().filter(|job| job.stored.is_none()).map(|job| job.address.as_str()).collect();
        if missing.is_empty() {
            return Ok(jobs);
        }
        let mut loaded = batch.load(CHANNEL, &missing).await?;
        for job in jobs.iter_mut().filter(|job| job.stored.is_none()) {
            job.stored = loaded.remove(&job.address).map(Arc::new);
        }
        Ok(jobs)
    }

    /// Whoever asks for everything that is kept also gets what no session holds.
    async fn hand_over(&self, batch: &mut Batch, done: &mut Done) -> Result<(), StoreError> {
        let (Some(chat), Some(session)) = (done.export, &done.session) else { return Ok(()) };
        let Some(kept) = batch.kept_beside(CHANNEL, &done.address).await? else { return Ok(()) };
        let talker = Talker::new(&self.clerk.assistant, self.clerk.retention_days);
        let text = serde_json::to_string_pretty(&kept).unwrap_or_default();
        for call in talker.hand_over(chat, session.person.language, text) {
            done.calls.push(Said::new(chat, &call, false)?);
        }
        Ok(())
    }
}

/// One less of what is counted by something; what is none is not kept.
fn one_less<K: std::hash::Hash + Eq + Clone>(counts: &mut HashMap<K, usize>, of: &K) {
    if let Some(count) = counts.get_mut(of) {
        *count = count.saturating_sub(1);
        if *count == 0 {
            counts.remove(of);
        }
    }
}
