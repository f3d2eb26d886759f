//! Updates, from what caused them until the bot has them: kept until confirmed by a later poll or taken by the webhook.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use super::calls::{Answer, Refusal};
use super::strict::Call;
use super::{Shared, State, Webhook};

/// The platform holds a long poll no longer.
const POLL_SECONDS_MAX: i64 = 50;

pub(super) struct Update {
    /// The chat, or what stands for it: in one lane updates are delivered one after another.
    lane: i64,
    value: Value,
    repeated: bool,
}

pub(super) async fn poll(shared: &Shared, call: &Call) -> Answer {
    let limit = usize::try_from(call.integer("limit").unwrap_or(100)).unwrap_or(100);
    let seconds = call.integer("timeout").unwrap_or(0).clamp(0, POLL_SECONDS_MAX);
    let deadline = Instant::now() + Duration::from_secs(seconds.unsigned_abs());
    let poll = shared.change(|state| state.begin_poll(call))?;
    loop {
        // Listens before it looks, so that nothing is missed in between.
        let changed = shared.woken.notified();
        let ready = shared.lock().poll_result(poll, limit);
        if let Some(answer) = ready {
            return answer;
        }
        if timeout_at(deadline, changed).await.is_err() {
            return Ok(json!([]));
        }
    }
}

impl State {
    /// An update of a kind that the bot has asked for, which by default is every kind in use here.
    pub(super) fn update(&mut self, kind: &str, content: Value) {
        if self.allowed_updates.is_empty() || self.allowed_updates.iter().any(|allowed| allowed == kind) {
            self.enqueue(json!({kind: content}));
        }
    }

    pub(super) fn enqueue(&mut self, mut value: Value) -> i64 {
        let chat = |content: &Value| ["/chat/id", "/message/chat/id", "/from/id"].iter().find_map(|path| content.pointer(path)?.as_i64());
        let lane = value.as_object().and_then(|update| update.values().find_map(chat)).unwrap_or(0);
        self.last_update += 1;
        value["update_id"] = json!(self.last_update);
        self.updates.insert(self.last_update, Update { lane, value, repeated: false });
        self.last_update
    }

    /// The bot has the update; where a fault wants it, it is kept to be given once more.
    pub(super) fn confirm(&mut self, id: i64) {
        let first = self.updates.get(&id).is_some_and(|update| !update.repeated);
        let again = first && self.duplicates(id);
        match self.updates.get_mut(&id) {
            Some(update) if again => update.repeated = true,
            _ => drop(self.updates.remove(&id)),
        }
    }

    /// Confirms what the poll confirms; returns the poll's number.
    fn begin_poll(&mut self, call: &Call) -> Result<u64, Refusal> {
        if self.webhook.is_some() {
            let hint = "use deleteWebhook to delete the webhook first";
            return Err(Refusal::conflict(&format!("can't use getUpdates method while webhook is active; {hint}")));
        }
        self.allow_updates(call);
        let offset = match call.integer("offset").unwrap_or(0) {
            // Counted from the end; those before are forgotten.
            offset @ ..0 => self.updates.keys().rev().nth(usize::try_from(-offset - 1).unwrap_or(0)).copied().unwrap_or(0),
            // Numbers begin anew after a week without updates. An offset far beyond the last one is from before, and confirms nothing.
            offset if offset > self.last_update + 10 => 0,
            offset => offset,
        };
        let confirmed: Vec<i64> = self.updates.range(..offset).map(|(id, _)| *id).collect();
        confirmed.into_iter().for_each(|id| self.confirm(id));
        self.polls += 1;
        Ok(self.polls)
    }

    /// What a poll is answered; nothing while it has to wait. Of two polls the older one has to yield, as on the platform.
    fn poll_result(&self, poll: u64, limit: usize) -> Option<Answer> {
        if self.webhook.is_some() {
            Some(Err(Refusal::conflict("terminated by setWebhook request")))
        } else if self.polls != poll {
            Some(Err(Refusal::conflict("terminated by other getUpdates request; make sure that only one bot instance is running")))
        } else if self.updates.is_empty() {
            None
        } else {
            Some(Ok(self.updates.values().take(limit).map(|update| update.value.clone()).collect()))
        }
    }

    /// Left out, the parameter leaves the setting as it is.
    fn allow_updates(&mut self, call: &Call) {
        if let Some(kinds) = call.params.get("allowed_updates").and_then(Value::as_array) {
            self.allowed_updates = kinds.iter().filter_map(|kind| kind.as_str().map(str::to_owned)).collect();
        }
    }

    /// `deleteWebhook`, too, which is this without a URL.
    pub(super) fn set_webhook(&mut self, call: &Call) -> Value {
        self.allow_updates(call);
        self.webhook = call.text("url").filter(|url| !url.is_empty()).map(|url| Webhook {
            url: url.to_owned(),
            secret_token: call.text("secret_token").map(str::to_owned),
            max_connections: call.integer("max_connections").unwrap_or(40),
            allowed_updates: self.allowed_updates.clone(),
        });
        if call.params.get("drop_pending_updates") == Some(&json!(true)) {
            self.updates.clear();
        }
        json!(true)
    }

    pub(super) fn webhook_info(&self) -> Value {
        let pending = self.updates.len();
        match &self.webhook {
            None => json!({"url": "", "has_custom_certificate": false, "pending_update_count": pending}),
            Some(Webhook { url, max_connections, allowed_updates, .. }) => json!({
                "url": url,
                "has_custom_certificate": false,
                "pending_update_count": pending,
                "max_connections": max_connections,
                "allowed_updates": allowed_updates,
            }),
        }
    }

    /// Lanes whose updates wait for the webhook while nobody delivers them; from now on somebody does.
    pub(super) fn take_idle_lanes(&mut self) -> BTreeSet<i64> {
        let waiting = self.updates.values().filter(|_| self.webhook.is_some()).map(|update| update.lane);
        let idle: BTreeSet<i64> = waiting.filter(|lane| !self.busy_lanes.contains(lane)).collect();
        self.busy_lanes.extend(&idle);
        idle
    }

    /// The oldest update of a lane; nothing where its delivery is over.
    pub(super) fn next_delivery(&mut self, lane: i64) -> Option<(Webhook, i64, Value)> {
        let next = self.updates.iter().find(|(_, update)| update.lane == lane);
        let delivery = self.webhook.clone().zip(next).map(|(webhook, (id, update))| (webhook, *id, update.value.clone()));
        if delivery.is_none() {
            self.busy_lanes.remove(&lane);
        }
        delivery
    }
}
