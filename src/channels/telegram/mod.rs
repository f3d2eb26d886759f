//! Telegram: what arrives there, and what can be sent there. Knows the platform's forms and limits, and nothing of filing.

pub mod api;
pub mod button;
pub mod desk;
pub mod incoming;
pub mod outgoing;
pub mod talk;

/// The name of the channel in the store.
pub const CHANNEL: &str = "telegram";
