//! Channels: input in, replies out, each with its limits. They know nothing of filing.

mod conversation;
pub mod json;
pub mod telegram;
pub mod terminal;

pub use conversation::{Conversation, ConversationError};
