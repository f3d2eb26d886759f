//! `beian-bot`: a messaging assistant for ICP filing (ICP备案) in mainland China.
//!
//! Start here:
//! - [`profile`]: the fields of a filing
//! - [`rules`]: the rule base and what it says of a profile
//! - [`matching`]: from what people type to values
//! - [`dialogue`]: the conversation, a pure function
//! - [`render`]: words for people
//! - [`desk`]: invitations, and people who take over
//! - [`privacy`]: what is hidden before anything is kept
//! - [`store`]: sessions in SQL
//! - [`channels`]: the terminal and JSON lines
//! - [`serve`]: the service: what arrives, is answered and sent, without loss
//! - [`assistant`]: all of that, loaded and checked
//! - [`cli`]: the command line

pub mod assistant;
pub mod channels;
pub mod cli;
pub mod desk;
pub mod dialogue;
pub mod language;
pub mod matching;
pub mod name_hash;
pub mod privacy;
pub mod profile;
pub mod progress;
pub mod render;
pub mod rules;
pub mod serve;
pub mod store;
