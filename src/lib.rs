//! `beian-bot`: a messaging assistant for ICP filing (ICP备案) in mainland China.

pub mod profile;
pub mod rules;
