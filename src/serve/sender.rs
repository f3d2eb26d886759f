//! The sender makes the calls that wait, in order within each chat and side by side otherwise, and tells the clerk what became of
//! each.
//!
//! A chat that is told to wait holds up nobody else. What may not have arrived is sent again, unless it may be sent once only.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};
use rand::RngExt as _;
use tokio::sync::{Semaphore, mpsc, oneshot, watch};
use tokio::task::JoinSet;

use super::clerk::{Event, Made};
use super::metrics::Metrics;
use crate::assistant::Assistant;
use crate::channels::telegram::api::{Api, Call, Failure, Picture};
use crate::channels::telegram::desk::calls::{Part, at};
use crate::channels::telegram::outgoing::{plainly, readdressed};
use crate::store::Outgoing;

/// Calls at once.
const CALLS_MAX: usize = 256;
/// Pauses before a call is made again: they double from the first to the last.
const PAUSE_FIRST: Duration = Duration::from_millis(300);
const PAUSE_LAST: Duration = Duration::from_secs(60);
/// A chat that was told to wait before a stop waits no longer than this after it: the clock may have been wrong.
const WAIT_MAX: Duration = Duration::from_secs(3600);
/// What could not be sent for so long is given up.
const GIVE_UP_AFTER: Duration = Duration::from_secs(24 * 3600);
/// A message on which the platform failed so often while it took others is to blame itself: it must not hold up its chat.
const FAILURES_MAX: u32 = 8;
/// A reminder that waited for so long may be wrong by now, or it may be night.
const STALE_AFTER: Duration = Duration::from_secs(600);
/// Between messages that nobody waits for: the platform lets about thirty through in a second.
const PACE: Duration = Duration::from_millis(34);

/// What the sender works with.
pub struct Sender {
    pub api: Api,
    pub clerk: mpsc::UnboundedSender<Event>,
    pub metrics: Arc<Metrics>,
    pub pacing: bool,
    pub taken: LastTaken,
    /// With its texts, pictures are drawn.
    pub assistant: Arc<Assistant>,
}

/// When the platform last took a message.
#[derive(Default)]
pub struct LastTaken(Mutex<Option<Instant>>);

impl LastTaken {
    fn note(&self, now: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    /// Whether a message that failed so often is to blame itself, since others fare better.
    fn is_to_blame(&self, failures: u32, now: Instant) -> bool {
        let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        failures >= FAILURES_MAX && last.is_some_and(|last| now.saturating_duration_since(last) < PAUSE_LAST)
    }
}

/// What waits for one chat, the oldest first. One call at a time is under way.
type Lane = VecDeque<Outgoing>;

/// How a message fared.
enum Fate {
    Settled,
    /// Nobody is there: nothing more can be sent to this chat now.
    Gone(String),
    /// The service stops: it stays where it is stored.
    Left,
}

impl Sender {
    /// Sends until `queue` is closed and empty, or `stop` says so; then waits for the calls that are under way.
    pub async fn run(self, mut queue: mpsc::UnboundedReceiver<Vec<Outgoing>>, stop: watch::Receiver<bool>) {
        let sender = Arc::new(self);
        let calls = Arc::new(Semaphore::new(CALLS_MAX));
        let pace = Arc::new(tokio::sync::Mutex::new(tokio::time::Instant::now()));
        let mut lanes: HashMap<String, Lane> = HashMap::new();
        let mut under_way: JoinSet<(String, Fate)> = JoinSet::new();
        let (mut open, mut stopped) = (true, stop.clone());
        let start = |under_way: &mut JoinSet<(String, Fate)>, chat: String, outgoing: Outgoing| {
            let (sender, calls, pace, stop) = (Arc::clone(&sender), Arc::clone(&calls), Arc::clone(&pace), stop.clone());
            under_way.spawn(async move {
                let fate = sender.deliver(outgoing, &calls, &pace, stop).await;
                (chat, fate)
            });
        };
        loop {
            tokio::select! {
                biased;
                Some(finished) = under_way.join_next(), if !under_way.is_empty() => {
                    let Ok((chat, fate)) = finished else { continue };
                    match fate {
                        Fate::Settled => match lanes.get_mut(&chat).and_then(Lane::pop_front) {
                            Some(next) => start(&mut under_way, chat, next),
                            None => drop(lanes.remove(&chat)),
                        },
                        Fate::Gone(because) => {
                            for left in lanes.remove(&chat).unwrap_or_default() {
                                sender.give_up(&left, &because);
                            }
                        }
                        Fate::Left => drop(lanes.remove(&chat)),
                    }
                }
                more = queue.recv(), if open => match more {
                    Some(more) => for outgoing in more {
                        match lanes.get_mut(&outgoing.chat) {
                            Some(lane) => lane.push_back(outgoing),
                            None => {
                                let chat = outgoing.chat.clone();
                                lanes.insert(chat.clone(), Lane::new());
                                start(&mut under_way, chat, outgoing);
                            }
                        }
                    },
                    None => open = false,
                },
                _ = stopped.wait_for(|stop| *stop), if open => open = false,
                else => break,
            }
        }
    }

    fn tell(&self, event: Event) {
        // Without a clerk the service is stopping: what is stored is found again.
        let _ = self.clerk.send(event);
    }

    /// Tells the clerk something and waits until it is durable; tells whether it is. A commit that fails is tried again with the
    /// next one, since the clerk keeps what it was told.
    async fn tell_and_wait(&self, event: impl FnOnce(oneshot::Sender<()>) -> Event) -> bool {
        let (done, durable) = oneshot::channel();
        self.tell(event(done));
        durable.await.is_ok()
    }

    /// Makes a call until its fate is known or the service stops.
    async fn deliver(
        &self,
        outgoing: Outgoing,
        calls: &Semaphore,
        pace: &tokio::sync::Mutex<tokio::time::Instant>,
        mut stop: watch::Receiver<bool>,
    ) -> Fate {
        let id = outgoing.id;
        let Ok(mut call) = serde_json::from_str::<Call>(&outgoing.payload) else {
            return self.park(&outgoing, "it cannot be read");
        };
        if let Some(placed) = outgoing.place.and_then(|place| at(&call, place)) {
            call = placed;
        }
        let is_for_group = call.part.is_some_and(Part::is_for_group);
        if outgoing.at_most_once && outgoing.begun {
            return self.park(&outgoing, "it may have been sent before the program stopped");
        }
        let first_try = Instant::now();
        let mut wait = outgoing.not_before.and_then(|until| (until - Utc::now()).to_std().ok()).map(|wait| wait.min(WAIT_MAX));
        let mut failures = 0;
        loop {
            if let Some(pause) = wait.take() {
                tokio::select! {
                    () = tokio::time::sleep(pause) => {}
                    _ = stop.wait_for(|stop| *stop) => return Fate::Left,
                }
            }
            if *stop.borrow() {
                return Fate::Left;
            }
            if outgoing.at_most_once {
                if first_try.elapsed() > STALE_AFTER {
                    tracing::info!(id, "a reminder that waited too long is planned anew");
                    self.tell(Event::Withdrawn { id, chat: outgoing.chat });
                    return Fate::Settled;
                }
                if self.pacing {
                    let mut next = pace.lock().await;
                    tokio::time::sleep_until(*next).await;
                    *next = tokio::time::Instant::now() + PACE;
                }
                // That the call was begun is known before it is made.
                if !self.tell_and_wait(|done| Event::Begun { id, done }).await {
                    return Fate::Left;
                }
            }
            // The semaphore is never closed.
            let Ok(permit) = calls.acquire().await else { return Fate::Left };
            let begun = Instant::now();
            let drawing = match &call.picture {
                None => None,
                Some(picture) => match self.draw(picture.clone()).await {
                    // Its words follow in any case.
                    None => return self.park(&outgoing, "the picture cannot be drawn"),
                    drawing => drawing,
                },
            };
            let result = self.api.make(&call, drawing).await;
            drop(permit);
            self.metrics.send_seconds.observe(begun.elapsed().as_secs_f64());
            let failure = match result {
                Ok(_) | Err(Failure::Moot(_)) => {
                    self.metrics.sent(if result.is_ok() { "sent" } else { "moot" });
                    self.taken.note(Instant::now());
                    let (case, parts, numbers) = (outgoing.case.unwrap_or_default(), call.parts(), result.unwrap_or_default());
                    // Of several that were not all made, nobody can tell which is which.
                    let known = parts.into_iter().zip(&numbers).filter(|_| numbers.len() == call.parts().len());
                    let made = known.filter_map(|(part, made)| Some(Made { case, part, number: made.number(part)? })).collect();
                    // Only when that is durable may the next one follow: after a power cut, one message a chat can come again at most.
                    return if self.tell_and_wait(|done| Event::Sent { id, made, done }).await { Fate::Settled } else { Fate::Left };
                }
                Err(failure) => failure,
            };
            let kind = match failure {
                Failure::RetryAfter(pause) => {
                    let until = Utc::now() + TimeDelta::from_std(pause).unwrap_or(TimeDelta::zero());
                    self.tell(Event::PutOff { id, until });
                    wait = Some(pause + jitter(PAUSE_FIRST));
                    "told to wait"
                }
                Failure::Migrated(to) => {
                    self.tell(Event::Migrated { from: outgoing.chat.clone(), to: to.to_string() });
                    match readdressed(&call, to) {
                        Some(moved) => call = moved,
                        None => return self.park(&outgoing, "the chat moved"),
                    }
                    "moved"
                }
                // The support group is where it was when the bot is let in again: nothing for it is given up.
                Failure::Gone(because) if is_for_group => {
                    tracing::error!(id, because, "the support group cannot be reached");
                    failures += 1;
                    wait = Some(pause(failures - 1));
                    "no group"
                }
                Failure::Gone(because) => {
                    self.give_up(&outgoing, &because);
                    self.tell(Event::Gone { chat: outgoing.chat });
                    return Fate::Gone(because);
                }
                Failure::Unknown(because) | Failure::ServerError(because) if outgoing.at_most_once => {
                    return self.park(&outgoing, &format!("it may have been sent: {because}"));
                }
                Failure::Refused(because) => match plainly(&call) {
                    // The words matter more than their marks.
                    Some(plain) => {
                        tracing::warn!(id, because, "a message is refused and sent again without marks");
                        call = plain;
                        "refused"
                    }
                    None => return self.park(&outgoing, &because),
                },
                Failure::TopicGone(_) | Failure::NoTopics(_) if call.part.is_some_and(Part::has_place) => {
                    let topics = matches!(failure, Failure::TopicGone(_));
                    tracing::warn!(id, topics, place = ?outgoing.place, %failure, "a case needs another place in the support group");
                    let (case, place) = (outgoing.case.unwrap_or_default(), outgoing.place);
                    let told = self.tell_and_wait(|done| Event::NoPlace { id, case, place, topics, done }).await;
                    return if told { Fate::Settled } else { Fate::Left };
                }
                // A topic that is gone need not be closed or deleted.
                Failure::TopicGone(_) | Failure::NoTopics(_) if call.part == Some(Part::Desk) && call.method.ends_with("ForumTopic") => {
                    self.metrics.sent("moot");
                    return if self.tell_and_wait(|done| Event::Sent { id, made: Vec::new(), done }).await {
                        Fate::Settled
                    } else {
                        Fate::Left
                    };
                }
                Failure::TopicGone(because) | Failure::NoTopics(because) | Failure::Conflict(because) => {
                    return self.park(&outgoing, &because);
                }
                failure @ (Failure::Transient(_)
                | Failure::ServerError(_)
                | Failure::Unknown(_)
                | Failure::Unauthorized
                | Failure::Moot(_)) => {
                    failures += 1;
                    if first_try.elapsed() > GIVE_UP_AFTER && !is_for_group || self.taken.is_to_blame(failures, Instant::now()) {
                        return self.park(&outgoing, &failure.to_string());
                    }
                    let before = pause(failures - 1);
                    if outgoing.at_most_once {
                        // It certainly did not arrive: after a stop it may be sent.
                        self.tell(Event::PutOff { id, until: Utc::now() });
                    }
                    wait = Some(before);
                    if matches!(failure, Failure::Unknown(_)) { "cut off" } else { "failed" }
                }
            };
            tracing::debug!(id, because = kind, "a call is made again");
            self.metrics.retry(kind);
        }
    }

    /// Drawing takes as long as fifty turns: it holds up nobody else.
    async fn draw(&self, picture: Picture) -> Option<Vec<u8>> {
        let assistant = Arc::clone(&self.assistant);
        tokio::task::spawn_blocking(move || picture.draw(&assistant.catalog)).await.ok()?
    }

    /// Gives up what is for nobody now. A reminder that nobody got was not said.
    fn give_up(&self, outgoing: &Outgoing, because: &str) {
        if outgoing.at_most_once {
            tracing::info!(id = outgoing.id, because, "a reminder reaches nobody now");
            self.tell(Event::Withdrawn { id: outgoing.id, chat: outgoing.chat.clone() });
        } else {
            self.park(outgoing, because);
        }
    }

    fn park(&self, outgoing: &Outgoing, because: &str) -> Fate {
        tracing::warn!(id = outgoing.id, because, "a message cannot be sent");
        self.metrics.sent("parked");
        let part = serde_json::from_str::<Call>(&outgoing.payload).ok().and_then(|call| call.part);
        self.tell(Event::Parked { id: outgoing.id, case: outgoing.case, part, because: because.to_owned() });
        Fate::Settled
    }
}

/// The pause before the next try, after so many failures.
pub fn pause(failures: u32) -> Duration {
    let doubled = PAUSE_FIRST.saturating_mul(2_u32.saturating_pow(failures.min(20))).min(PAUSE_LAST);
    doubled + jitter(doubled)
}

/// Up to half as long again: those who failed together must not come back together.
fn jitter(pause: Duration) -> Duration {
    pause.mul_f64(rand::rng().random_range(0.0..0.5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_to_blame_only_while_others_are_taken() {
        let start = Instant::now();
        let taken = LastTaken::default();
        assert!(!taken.is_to_blame(100, start), "nothing is taken: the platform is down");
        taken.note(start);
        assert!(!taken.is_to_blame(FAILURES_MAX - 1, start), "it may recover");
        assert!(taken.is_to_blame(FAILURES_MAX, start + PAUSE_LAST / 2));
        assert!(!taken.is_to_blame(FAILURES_MAX, start + PAUSE_LAST * 2), "by now the platform may be down");
    }
}
