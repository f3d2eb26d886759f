//! The support desk: people who take over where the assistant cannot help.
//!
//! Knows cases, what the staff writes, and office hours. Does not know how anything is shown or stored.

mod case;
mod command;
mod hours;

pub use case::{Case, Place, Reason};
pub use command::{STAFF_COMMANDS, Staff, StaffCommand, read};
pub use hours::{Hours, NoHours};
