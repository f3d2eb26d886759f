//! A case: what a person of the staff takes over, and where it stands in the group.

use chrono::{DateTime, Utc};

/// Why a conversation was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The person asked for it.
    Asked,
    /// What they said was not understood twice in a row.
    NotUnderstood,
    /// The sources leave open what holds.
    LeftOpen,
}

impl Reason {
    pub const ALL: [Reason; 3] = [Reason::Asked, Reason::NotUnderstood, Reason::LeftOpen];

    /// The name under which it is stored and counted.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Asked => "asked",
            Reason::NotUnderstood => "not_understood",
            Reason::LeftOpen => "left_open",
        }
    }

    pub fn named(name: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

/// Where a case stands in the support group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A forum topic, by its number.
    Topic(i64),
    /// A thread of replies to this message, in a group without topics. None until the message is there.
    Thread(Option<i64>),
}

/// A case as the desk works with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub id: i64,
    pub person: i64,
    /// The address of the person on their channel.
    pub address: String,
    pub reason: Reason,
    pub opened_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub closed_because: Option<String>,
    pub taken_by: Option<i64>,
    pub first_reply_at: Option<DateTime<Utc>>,
    /// Since when the person waits for an answer.
    pub waiting_since: Option<DateTime<Utc>>,
    /// How often the group was told that nobody answers.
    pub raised: u32,
    pub tags: Vec<String>,
    pub rating: Option<u8>,
    pub place: Option<Place>,
}

impl Case {
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }
}
