//! The rule base: loading and checking `rules/`, deciding conditions, assessing a profile, citations.
//!
//! Knows nothing of conversation, language or channels: the words for a rule stand in `locales/` and are found by `render`.

mod assess;
mod compile;
mod condition;
mod coverage;
mod folder;
mod gate;
mod load;
mod problem;
mod rule;
mod sources;

pub use assess::{ASKED_FIRST, Assessment, Check, Documents, Item, Status, Verdict, conditions};
pub use condition::{Condition, Test, Truth, can_hold};
pub use coverage::{Coverage, Exclusion, REASONS, coverage};
pub use folder::{built_in, read_folder};
pub use load::load;
pub use problem::{File, Problem, Problems};
pub use rule::{Parameter, Rule, RuleBase, RuleKey, RuleKind, WayOut, Written};
pub use sources::{Citation, Document, Place, Section, Sources};
