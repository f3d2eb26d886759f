//! What the service counts, for Prometheus.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Kind {
    pub kind: &'static str,
}

impl Kind {
    fn of(kind: &'static str) -> Kind {
        Kind { kind }
    }
}

/// The figures of a running service.
pub struct Metrics {
    registry: Mutex<Registry>,
    /// Taken, duplicate, broken, put off.
    updates: Family<Kind, Counter>,
    pub turns: Counter,
    pub turns_failed: Counter,
    /// Sent, moot, parked.
    sends: Family<Kind, Counter>,
    /// By why a call was made again.
    retries: Family<Kind, Counter>,
    pub queue: Gauge,
    pub turn_seconds: Histogram,
    pub commit_seconds: Histogram,
    pub send_seconds: Histogram,
    /// Rows of one commit.
    pub batch_turns: Histogram,
    /// What the times are counted from; the clock of the machine may jump.
    started: Instant,
    /// When updates were fetched last, in seconds since the start and one; 0 before the first time.
    fetched: AtomicU64,
}

impl Default for Metrics {
    fn default() -> Metrics {
        let seconds = || Histogram::new(exponential_buckets(0.000_01, 2.0, 22));
        let metrics = Metrics {
            registry: Mutex::new(Registry::with_prefix("beian")),
            updates: Family::default(),
            turns: Counter::default(),
            turns_failed: Counter::default(),
            sends: Family::default(),
            retries: Family::default(),
            queue: Gauge::default(),
            turn_seconds: seconds(),
            commit_seconds: seconds(),
            send_seconds: seconds(),
            batch_turns: Histogram::new(exponential_buckets(1.0, 2.0, 11)),
            started: Instant::now(),
            fetched: AtomicU64::new(0),
        };
        if let Ok(mut registry) = metrics.registry.lock() {
            registry.register("updates", "Updates of the platform, by what became of them", metrics.updates.clone());
            registry.register("turns", "Turns of conversations", metrics.turns.clone());
            registry.register("turns_failed", "Turns that broke off inside", metrics.turns_failed.clone());
            registry.register("sends", "Calls to the platform, by what became of them", metrics.sends.clone());
            registry.register("retries", "Calls that are made again, by why", metrics.retries.clone());
            registry.register("queue", "Calls that wait to be made", metrics.queue.clone());
            registry.register("turn_seconds", "Computing of a turn", metrics.turn_seconds.clone());
            registry.register("commit_seconds", "A durable commit, from its beginning", metrics.commit_seconds.clone());
            registry.register("send_seconds", "A call to the platform", metrics.send_seconds.clone());
            registry.register("batch_turns", "Turns that share a commit", metrics.batch_turns.clone());
        }
        metrics
    }
}

impl Metrics {
    pub fn update(&self, kind: &'static str, count: usize) {
        if count > 0 {
            self.updates.get_or_create(&Kind::of(kind)).inc_by(count as u64);
        }
    }

    pub fn sent(&self, kind: &'static str) {
        self.sends.get_or_create(&Kind::of(kind)).inc();
    }

    pub fn retry(&self, kind: &'static str) {
        self.retries.get_or_create(&Kind::of(kind)).inc();
    }

    /// Notes that updates were fetched and are durable, or that the platform knows the webhook.
    pub fn fetched(&self) {
        self.fetched.store(self.started.elapsed().as_secs() + 1, Ordering::Relaxed);
    }

    /// How long ago updates were fetched last; none before the first time.
    pub fn since_fetched(&self) -> Option<Duration> {
        let fetched = self.fetched.load(Ordering::Relaxed).checked_sub(1)?;
        Some(self.started.elapsed().saturating_sub(Duration::from_secs(fetched)))
    }

    /// All figures in the text format of Prometheus.
    pub fn text(&self) -> String {
        let mut text = String::new();
        if let Ok(registry) = self.registry.lock() {
            // Writing to a string cannot fail.
            let _ = encode(&mut text, &registry);
        }
        text
    }
}
