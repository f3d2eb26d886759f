//! The turns of a batch: from arrivals and sessions to what is to be stored and sent. Those of different persons are taken side by side.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use chrono::{DateTime, Utc};

use super::Clerk;
use crate::assistant::Assistant;
use crate::channels::telegram::api::Call;
use crate::channels::telegram::desk::button::DeskButton;
use crate::channels::telegram::incoming::{Act, Arrival};
use crate::channels::telegram::talk::{Invitations, Talker};
use crate::desk::{Place, Reason};
use crate::dialogue::{Effect, Noticed, Session, reminders};
use crate::serve::metrics::Metrics;
use crate::store::{StoreError, Stored, Waiting, Written, written};

/// From so many persons on, their turns are shared out to several threads.
const SHARED_FROM: usize = 16;

/// Arrivals of one person, and their session. Without arrivals: they are due to be spoken to.
pub(super) struct Job {
    pub(super) address: String,
    pub(super) stored: Option<Arc<Stored>>,
    pub(super) arrivals: Vec<Arrival>,
}

/// What is to be sent.
pub(super) struct Said {
    pub(super) chat: i64,
    /// The call, as it is stored.
    pub(super) payload: String,
    pub(super) at_most_once: bool,
    /// Whose it is, where that is not who took the turn.
    pub(super) person: Option<i64>,
    /// The case that it is for.
    pub(super) case: Option<i64>,
    /// The place of the case; without one it waits for that.
    pub(super) place: Option<Place>,
    pub(super) waits: bool,
}

impl Said {
    pub(super) fn new(chat: i64, call: &Call, at_most_once: bool) -> Result<Said, StoreError> {
        let payload = serde_json::to_string(call).map_err(|error| StoreError::Session(error.into()))?;
        Ok(Said { chat, payload, at_most_once, person: None, case: None, place: None, waits: false })
    }
}

/// Something for the desk that came of a turn.
pub(super) struct Wish {
    pub(super) chat: i64,
    pub(super) what: Wished,
}

pub(super) enum Wished {
    HandOver {
        reason: Reason,
        words: Option<String>,
    },
    /// What was said is for the staff.
    Relay(Box<Arrival>),
    /// The person is done with the staff.
    Leave,
    Report {
        rule: String,
    },
    Rate {
        query: String,
        case: i64,
        stars: u8,
    },
}

/// What came of a job.
pub(super) struct Done {
    pub(super) address: String,
    pub(super) stored: Option<Arc<Stored>>,
    pub(super) session: Option<Session>,
    /// Whether there is anything to write.
    pub(super) changed: bool,
    /// What is to be written of the session.
    pub(super) states: Vec<Written>,
    pub(super) forget: bool,
    /// What the desk is to do, in order.
    pub(super) wishes: Vec<Wish>,
    /// What is counted.
    pub(super) noticed: Vec<Noticed>,
    /// Where what is kept beside the session is to be handed over.
    pub(super) export: Option<i64>,
    pub(super) reachable: Option<bool>,
    pub(super) calls: Vec<Said>,
    /// When the person is to be spoken to next.
    pub(super) wake_at: Option<DateTime<Utc>>,
    /// The person said nothing: they are spoken to.
    pub(super) unasked: bool,
    pub(super) failed: Vec<Waiting>,
    pub(super) turns: usize,
}

/// The stored form of an update that waits.
pub(super) fn keep(arrival: &Arrival, failure: Option<String>) -> Option<Waiting> {
    let kept = arrival.for_keeping();
    let payload = serde_json::to_string(&kept).ok()?;
    Some(Waiting { update_id: arrival.update_id, address: arrival.address(), payload, failure })
}

/// Takes the turns: those of different persons side by side.
pub(super) async fn compute(clerk: &Clerk, mut jobs: Vec<Job>, now: DateTime<Utc>) -> Result<Vec<Done>, StoreError> {
    let tools = Tools {
        assistant: Arc::clone(&clerk.assistant),
        metrics: Arc::clone(&clerk.metrics),
        invitations: Arc::clone(&clerk.invitations),
        retention_days: clerk.retention_days,
    };
    if jobs.len() < SHARED_FROM {
        return jobs.into_iter().map(|job| take_turns(&tools, job, now)).collect();
    }
    // Asked of the system once: the answer takes a dozen calls.
    static THREADS: LazyLock<usize> = LazyLock::new(|| std::thread::available_parallelism().map_or(1, NonZeroUsize::get));
    let share = jobs.len().div_ceil(*THREADS);
    let mut shares = Vec::new();
    while !jobs.is_empty() {
        let rest = jobs.split_off(share.min(jobs.len()));
        let share = std::mem::replace(&mut jobs, rest);
        let tools = tools.clone();
        shares.push(tokio::task::spawn_blocking(move || {
            share.into_iter().map(|job| take_turns(&tools, job, now)).collect::<Result<Vec<Done>, StoreError>>()
        }));
    }
    let mut done = Vec::new();
    for share in shares {
        // A turn that panics is caught inside; should anything else, the batch has failed and comes again.
        done.extend(share.await.map_err(|_| StoreError::Busy)??);
    }
    Ok(done)
}

/// What turns are taken with.
#[derive(Clone)]
struct Tools {
    assistant: Arc<Assistant>,
    metrics: Arc<Metrics>,
    invitations: Arc<Invitations>,
    retention_days: u32,
}

/// The turns of one person, one after the other, and what is to be stored of them.
fn take_turns(tools: &Tools, job: Job, now: DateTime<Utc>) -> Result<Done, StoreError> {
    let Tools { assistant, metrics, invitations, retention_days } = tools;
    let talker = Talker::new(assistant, *retention_days).with_invitations(invitations);
    let mut session = job.stored.as_ref().map(|stored| stored.session.clone());
    let mut done = Done {
        address: job.address,
        stored: job.stored,
        session: None,
        changed: false,
        states: Vec::new(),
        forget: false,
        wishes: Vec::new(),
        noticed: Vec::new(),
        export: None,
        reachable: None,
        calls: Vec::new(),
        wake_at: None,
        unasked: job.arrivals.is_empty(),
        failed: Vec::new(),
        turns: 0,
    };
    for arrival in &job.arrivals {
        match arrival.act {
            Act::Left => {
                done.reachable = Some(false);
                done.changed = session.is_some();
                continue;
            }
            Act::InGroup { .. } | Act::PressedInGroup { .. } => {}
            _ => done.reachable = Some(true),
        }
        if let Act::Pressed { query, data, .. } = &arrival.act
            && let Some(DeskButton::Rate(case, stars)) = DeskButton::parse(data)
        {
            done.wishes.push(Wish { chat: arrival.chat, what: Wished::Rate { query: query.clone(), case, stars } });
            continue;
        }
        let begun = Instant::now();
        let mut calls = Vec::new();
        // One broken turn must not take those of others with it.
        match catch_unwind(AssertUnwindSafe(|| talker.take(session.as_ref(), arrival, now))) {
            Ok(outcome) => {
                session = outcome.session;
                done.changed |= session.is_some();
                done.noticed.extend(outcome.noticed);
                let what = match outcome.effect {
                    Some(Effect::Export) => {
                        done.export = Some(arrival.chat);
                        None
                    }
                    Some(Effect::Forget) => {
                        done.forget = true;
                        done.changed = false;
                        done.export = None;
                        // What was answered before holds what is to be forgotten.
                        done.calls.clear();
                        done.failed.clear();
                        done.wishes.clear();
                        done.noticed.clear();
                        None
                    }
                    Some(Effect::HandOver { reason, words }) => Some(Wished::HandOver { reason, words }),
                    Some(Effect::Relay) => Some(Wished::Relay(Box::new(arrival.clone()))),
                    Some(Effect::LeaveStaff) => Some(Wished::Leave),
                    Some(Effect::Report { rule }) => Some(Wished::Report { rule }),
                    None => None,
                };
                done.wishes.extend(what.map(|what| Wish { chat: arrival.chat, what }));
                calls.extend(outcome.calls);
            }
            Err(_) => {
                metrics.turns_failed.inc();
                tracing::error!(update = arrival.update_id, "a turn broke off; its update is kept");
                done.failed.extend(keep(arrival, Some("the turn panicked".to_owned())));
                let apology = catch_unwind(AssertUnwindSafe(|| talker.apology(session.as_ref(), arrival)));
                calls.extend(apology.unwrap_or_default());
            }
        }
        for call in calls {
            done.calls.push(Said::new(arrival.chat, &call, false)?);
        }
        metrics.turn_seconds.observe(begun.elapsed().as_secs_f64());
        done.turns += 1;
    }
    if done.unasked {
        session = speak_unasked(&talker, session, &mut done, now)?;
    }
    if let Some(session) = session.as_ref().filter(|_| done.changed) {
        // A plan that breaks off must not take other persons with it: this one is planned anew when they write.
        done.wake_at = catch_unwind(AssertUnwindSafe(|| reminders::wake_at(assistant.knowledge(), session, now))).unwrap_or_else(|_| {
            tracing::error!("a plan of reminders broke off");
            None
        });
        done.states = written(done.stored.as_deref().filter(|_| !done.forget), session)?;
    }
    done.session = session;
    Ok(done)
}

/// What a person is to be told unasked. Nothing where that changed since it was planned: then it is planned anew.
fn speak_unasked(
    talker: &Talker<'_>,
    session: Option<Session>,
    done: &mut Done,
    now: DateTime<Utc>,
) -> Result<Option<Session>, StoreError> {
    // Only a private chat has the address of its person, and only there are they spoken to.
    let (Some(known), Ok(chat)) = (&session, done.address.parse::<i64>()) else { return Ok(session) };
    done.changed = true;
    let outcome = catch_unwind(AssertUnwindSafe(|| talker.remind(known, chat, now))).unwrap_or_else(|_| {
        tracing::error!("a reminder broke off");
        None
    });
    let Some(outcome) = outcome else { return Ok(session) };
    for call in outcome.calls {
        done.calls.push(Said::new(chat, &call, true)?);
    }
    Ok(outcome.session)
}
