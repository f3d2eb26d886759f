//! The support desk: invitations by which a person comes to the assistant with some answers given already, and, later, cases that
//! people take over.
//!
//! Pure: no clock, no database and no network is in here. Knows fields and values; does not know how anything is shown or sent.

mod bits;
mod codes;
pub mod invitation;
