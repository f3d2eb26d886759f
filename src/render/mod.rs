//! Words for people: everything that a person reads is made here, from `locales/`.
//!
//! Knows how assessments and replies read in each language. Does not know where they are shown.

mod calendar;
mod catalog;
mod checklist;
mod desk;
pub mod picture;
mod progress;
mod reply;
mod rule_text;

pub use catalog::{Args, Catalog, CatalogProblem, value_key};
pub use desk::{CardFacts, DeskWords, Waiting};
pub use reply::{Choice, File, Message, Picture, Renderer, SpokenRules};
pub use rule_text::{RuleText, RuleTexts, citation_text, problems, source_problems, words_in};
