//! Fetching updates by long polling: the offset moves only past what is durable.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio::sync::{mpsc, oneshot, watch};

use super::clerk::Event;
use super::metrics::Metrics;
use super::sender::pause;
use crate::channels::telegram::api::{Api, Failure};
use crate::channels::telegram::incoming::{Arrival, Me, read};

/// Updates that the platform is asked for: it remembers what was asked for last.
pub const ALLOWED_UPDATES: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];
/// How long the platform may hold a call open, in seconds: more than 50 it does not.
const POLL_SECONDS: u32 = 50;
/// Longer than the platform holds a call open.
const POLL_TIMEOUT: Duration = Duration::from_secs(65);
const UPDATES_MAX: u8 = 100;
/// Where another program fetches the updates, it may take a while until it has stopped.
const CONFLICT_PAUSE: Duration = Duration::from_secs(5);

#[derive(Serialize)]
struct GetUpdates {
    offset: i64,
    limit: u8,
    timeout: u32,
    allowed_updates: [&'static str; 4],
}

#[derive(Deserialize)]
struct Numbered {
    update_id: i64,
}

/// Fetches updates until `stop` says so.
pub async fn run(api: Api, me: Me, clerk: mpsc::UnboundedSender<Event>, metrics: Arc<Metrics>, mut stop: watch::Receiver<bool>) {
    let mut offset = 0;
    let mut failures = 0;
    loop {
        let body = GetUpdates { offset, limit: UPDATES_MAX, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES };
        let fetched = tokio::select! {
            fetched = api.call_within::<Vec<Box<RawValue>>>("getUpdates", &body, POLL_TIMEOUT) => fetched,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        let wait = match fetched {
            Ok(updates) => {
                failures = 0;
                if updates.is_empty() {
                    metrics.fetched();
                    continue;
                }
                match hand_over(&clerk, &updates, &me).await {
                    Some((next, new)) => {
                        // Numbers may begin anew, and lower, after a week without updates.
                        offset = next.unwrap_or(offset);
                        metrics.fetched();
                        if new > 0 {
                            continue;
                        }
                        // Nothing but what is known already: no reason for haste.
                        pause(0)
                    }
                    // They could not be stored: they are fetched again.
                    None => pause(0),
                }
            }
            Err(Failure::RetryAfter(wait)) => wait,
            Err(Failure::Conflict(because)) => {
                tracing::warn!(because, "the updates cannot be fetched");
                failures += 1;
                CONFLICT_PAUSE + pause(failures.min(5))
            }
            Err(failure) => {
                tracing::warn!(%failure, "the updates cannot be fetched");
                failures += 1;
                pause(failures)
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Hands updates to the clerk; when they are durable, gives the number behind the last, and how many are new.
async fn hand_over(clerk: &mpsc::UnboundedSender<Event>, updates: &[Box<RawValue>], me: &Me) -> Option<(Option<i64>, usize)> {
    let (mut arrivals, mut skipped, mut next) = (Vec::new(), Vec::new(), None);
    for update in updates {
        let (number, arrival) = understand(update.get(), me);
        // What has no number is no update; it goes when the next one is acknowledged.
        let Some(number) = number else { continue };
        next = next.max(Some(number + 1));
        match arrival {
            Some(arrival) => arrivals.push(arrival),
            None => skipped.push(number),
        }
    }
    let (done, durable) = oneshot::channel();
    clerk.send(Event::Arrived { arrivals, skipped, done }).ok()?;
    let new = durable.await.ok()?;
    Some((next, new))
}

/// Reads one update alone: one that is broken or of an unknown kind stops no other.
pub fn understand(text: &str, me: &Me) -> (Option<i64>, Option<Arrival>) {
    let number = match serde_json::from_str::<Numbered>(text) {
        Ok(numbered) => numbered.update_id,
        Err(error) => {
            tracing::warn!(column = error.column(), "an update without a number is skipped");
            return (None, None);
        }
    };
    (Some(number), read(text, number, me))
}
