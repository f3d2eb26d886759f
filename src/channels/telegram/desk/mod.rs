//! The support group: what the staff does there, and what is shown to them.

pub mod button;
pub mod calls;
pub mod incoming;
