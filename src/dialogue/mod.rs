//! The conversation: a pure function from a session and an input to a new session and replies.
//!
//! Knows sessions, which question comes next, corrections and commands. Has no clock, storage, network or randomness inside, and
//! no words of any language: replies say what is to be said, `render` says it.

mod checklist;
mod command;
mod names;
mod question;
pub mod reminders;
mod reply;
mod sense;
mod session;
mod state;
mod stored;
mod turn;

pub use checklist::{Changes, Section, arrange, changes, settled_by};
pub use command::{Command, NAMES as COMMAND_NAMES};
pub use names::Names;
pub use question::{Open, QuestionId};
pub use reply::{ChoiceValue, DeskReply, FilingLabel, Noted, Progress, Reply, SmallTalk, Stand, Way};
pub use session::{Answer, Course, FILINGS_MAX, Filing, Heard, Person, Reached, Reminders, Session, State, day_in_china};
pub use stored::{SCHEMA_VERSION, StoredError};
pub use turn::{Effect, Input, Invited, Knowledge, Noticed, Turn, Unread, choices, turn};
