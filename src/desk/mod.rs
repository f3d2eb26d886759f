//! The support desk: people who take over where the assistant cannot help, and the invitations by which they send persons to it.
//!
//! Pure: no clock, no database and no network is in here. Knows cases, what the staff writes, office hours, how long people wait, invitations; does not know
//! how anything is shown, sent or stored.

mod bits;
mod case;
mod codes;
mod command;
mod hours;
pub mod invitation;
mod waits;

pub use case::{Case, Place, Reason};
pub use command::{STAFF_COMMANDS, Staff, StaffCommand, read};
pub use hours::{Hours, NoHours};
pub use waits::{FIRST_REPLY_AFTER, Waits};
