//! What goes wrong on purpose, and which messages the bot may therefore not know of.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use super::calls::Refusal;
use super::strict::Call;
use super::{MessageId, State};

/// What goes wrong, how often (0 to 1). Of the first four at most one befalls a call, so their sum should not pass 1.
///
/// They befall calls that send, edit, copy, delete or answer, those about topics, and `getUpdates`, which is spared the 429.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    pub rate_429: f64,
    /// Seconds that a 429 asks the bot to wait.
    pub retry_after: u32,
    pub rate_500: f64,
    /// The connection ends before the call takes effect.
    pub reset_before: f64,
    /// The connection ends after the call took effect, without an answer.
    pub reset_after: f64,
    /// An update that the bot has confirmed is delivered once more.
    pub duplicate_updates: f64,
    pub seed: u64,
}

/// How often each fault was played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Played {
    pub rate_429: u32,
    pub rate_500: u32,
    pub reset_before: u32,
    pub reset_after: u32,
    pub duplicate_updates: u32,
}

/// Whether a connection ends without an answer: before its call takes effect, or after.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Never,
    Before,
    After,
}

/// Numbers from a seed. Each kind of decision has dice of its own, so that it does not matter in which order the calls of several
/// chats arrive.
#[derive(Default)]
pub(super) struct Dice(BTreeMap<String, u64>);

impl Dice {
    /// From 0 up to 1.
    fn roll(&mut self, seed: u64, name: &str) -> f64 {
        // FNV-1a of the name begins what SplitMix64 continues.
        let begun =
            || name.bytes().fold(0xCBF2_9CE4_8422_2325 ^ seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
        let state = self.0.entry(name.to_owned()).or_insert_with(begun);
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// What the fake remembers of a connection that is open.
#[derive(Default)]
pub(super) struct Connection {
    /// A call was read and its answer is not written yet.
    pub in_hand: bool,
    /// The message (and its chat) that the newest call has sent.
    pub sent: Option<(i64, MessageId)>,
}

impl State {
    pub(super) fn set_faults(&mut self, faults: Faults) {
        (self.faults, self.befallen, self.dice) = (faults, None, Dice::default());
    }

    pub(super) fn fault(&mut self, call: &Call) -> Result<Cut, Refusal> {
        let poll = call.method == "getUpdates";
        let befallen = ["send", "edit", "copy", "answer", "deleteMessage"].iter().any(|word| call.method.starts_with(word));
        let spared = self.befallen.is_some_and(|chat| call.integer("chat_id") != Some(chat));
        if spared || !poll && !befallen && !call.method.ends_with("ForumTopic") {
            return Ok(Cut::Never);
        }
        let (faults, played) = (self.faults, &mut self.played);
        let mut left = self.dice.roll(faults.seed, &format!("{} {:?}", call.method, call.integer("chat_id")));
        // One throw decides: the faults lie one after another on the line from 0 to 1.
        let mut befalls = |rate: f64, count: &mut u32| {
            left -= rate;
            *count += u32::from(left < 0.0);
            left < 0.0
        };
        if !poll && befalls(faults.rate_429, &mut played.rate_429) {
            Err(Refusal::too_many_requests(faults.retry_after))
        } else if befalls(faults.rate_500, &mut played.rate_500) {
            Err(Refusal::new(500, "Internal Server Error"))
        } else if befalls(faults.reset_before, &mut played.reset_before) {
            Ok(Cut::Before)
        } else if befalls(faults.reset_after, &mut played.reset_after) {
            Ok(Cut::After)
        } else {
            Ok(Cut::Never)
        }
    }

    /// Whether a call may go on that names a chat whose calls wait.
    pub(super) fn lets_through(&mut self, call: &Call) -> bool {
        if self.held.is_none() || call.integer("chat_id") != self.held {
            return true;
        }
        let may = self.let_through > 0;
        self.let_through -= usize::from(may);
        may
    }

    pub(super) fn duplicates(&mut self, update: i64) -> bool {
        let duplicates = self.dice.roll(self.faults.seed, &format!("update {update}")) < self.faults.duplicate_updates;
        self.played.duplicate_updates += u32::from(duplicates);
        duplicates
    }

    pub(super) fn connection(&mut self, peer: SocketAddr) -> &mut Connection {
        self.connections.entry(peer).or_default()
    }

    /// `lost`: the last answer was not read.
    pub(super) fn connection_ended(&mut self, peer: SocketAddr, lost: bool) {
        let ended = self.connections.remove(&peer);
        self.doubt(ended.filter(|_| lost || self.killing).and_then(|connection| connection.sent));
    }

    /// The bot was killed: whether it had noted the newest message of each open connection cannot be known.
    pub(super) fn doubt_open_connections(&mut self) {
        let sent: Vec<_> = self.connections.values_mut().map(|connection| connection.sent.take()).collect();
        sent.into_iter().for_each(|sent| self.doubt(sent));
    }

    pub(super) fn doubt(&mut self, sent: Option<(i64, MessageId)>) {
        let message = sent.and_then(|(chat, id)| self.chats.get_mut(&chat)?.message_mut(id));
        if let Some(message) = message {
            message.fate_unknown = true;
        }
    }
}
