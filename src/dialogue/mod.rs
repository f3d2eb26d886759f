//! The conversation: a pure function from a session and an input to a new session and replies.
//!
//! Knows sessions, which question comes next, corrections and commands. Has no clock, storage, network or randomness inside, and
//! no words of any language: replies say what is to be said, `render` says it.

mod checklist;
mod command;
mod question;
mod reply;
mod sense;
mod session;
mod stored;
mod turn;

pub use checklist::{Changes, Section, arrange, changes, settled_by};
pub use command::{Command, NAMES as COMMAND_NAMES};
pub use question::QuestionId;
pub use reply::{ChoiceValue, FilingLabel, Progress, Reply, SmallTalk};
pub use session::{Answer, FILINGS_MAX, Filing, Person, Session, State, day_in_china};
pub use stored::{SCHEMA_VERSION, StoredError};
pub use turn::{Effect, Input, Knowledge, Turn, Unread, choices, turn};
