//! A rule, and the rule base that holds them all.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::condition::Condition;
use super::coverage::Exclusion;
use super::gate::Gate;
use super::problem::{File, Problem};
use super::sources::{Citation, Sources};
use crate::name_hash::NameHash;

/// What a rule asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleKind {
    /// Something that must hold.
    Requirement,
    /// Something to hand in.
    Material,
    /// 前置审批 or licence.
    Approval,
    /// Something to do, in order.
    Step,
    /// Good to know.
    Note,
}

impl RuleKind {
    pub const ALL: [RuleKind; 5] = [RuleKind::Requirement, RuleKind::Material, RuleKind::Approval, RuleKind::Step, RuleKind::Note];

    pub fn name(self) -> &'static str {
        match self {
            RuleKind::Requirement => "requirement",
            RuleKind::Material => "material",
            RuleKind::Approval => "approval",
            RuleKind::Step => "step",
            RuleKind::Note => "note",
        }
    }

    pub fn named(name: &str) -> Option<RuleKind> {
        RuleKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for RuleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What the text of a requirement accepts instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// Nothing.
    None,
    /// Something that the text describes, such as a remark.
    Described,
    /// The material with this index.
    Material(usize),
}

/// A parameter of a rule, as its text shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parameter {
    Number(i64),
    /// Words of the documents, shown as they are.
    Words(Vec<String>),
}

/// The place of a rule in a rule folder.
#[derive(Debug, Clone)]
pub struct Written {
    pub file: Arc<File>,
    /// The rule's name in the file, in bytes.
    pub span: Range<usize>,
}

impl Written {
    /// A fault at this place.
    pub fn problem(&self, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem { file: Arc::clone(&self.file), span: self.span.clone(), message: message.into(), help: help.into() }
    }
}

/// A statement of the sources: when it holds, what it asks for and where it stands.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Position in the rule base.
    pub index: usize,
    pub id: String,
    pub kind: RuleKind,
    /// When the rule applies.
    pub when: Condition,
    /// How a profile passes it. `None`: no field can express it.
    pub check: Option<Condition>,
    pub sources: Vec<Citation>,
    /// The sources, by index, that say it of some profiles only, and of which.
    pub conditional: Vec<(usize, Condition)>,
    /// The rules that say otherwise in a newer document.
    pub superseded_by: Vec<usize>,
    /// Rules of a province on the same matter: where one applies, this rule is not listed.
    pub overridden_by: Vec<usize>,
    /// Nationwide rules that ask the same: where one applies as well, its lines are cited along.
    pub agrees_with: Vec<usize>,
    pub way_out: WayOut,
    /// Whether a profile that fails it cannot be filed at all: it is about who or what the filer and the people are.
    pub blocks: bool,
    /// Whether the rule says that no filing is needed.
    pub no_filing: bool,
    /// Whether its sources leave to the review what holds: a person may want to ask somebody.
    pub left_open: bool,
    /// The province it belongs to.
    pub province: Option<u8>,
    /// The pattern that it was made from.
    pub pattern: Option<String>,
    /// Whether rules of its pattern stand beside each other: a province's never takes the place of a nationwide one.
    pub apart: bool,
    pub parameters: Vec<(String, Parameter)>,
    /// Place among the steps of its file.
    pub order: i64,
    /// Where the rule is written.
    pub written: Written,
    /// One bit for each cited document.
    pub documents: u64,
}

impl Rule {
    /// The way out without saying which material it is: rules of two provinces compare equal when they accept the same.
    pub fn way_out_kind(&self) -> WayOut {
        match self.way_out {
            WayOut::Material(_) => WayOut::Material(0),
            other => other,
        }
    }

    /// A parameter that is a number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.parameters.iter().find_map(|(own, parameter)| match parameter {
            Parameter::Number(number) if own == name => Some(*number),
            _ => None,
        })
    }

    /// A parameter that is one word.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find_map(|(own, parameter)| match parameter {
            Parameter::Words(words) if own == name => words.first().map(String::as_str),
            _ => None,
        })
    }
}

/// All rules, checked and linked.
#[derive(Debug, Clone, Default)]
pub struct RuleBase {
    /// Those of the nation and the providers first, then province by province.
    pub rules: Vec<Rule>,
    /// What each of them demands, in the same order.
    pub(super) gates: Vec<Gate>,
    pub sources: Sources,
    /// Lines of the documents that need no rule.
    pub exclusions: Vec<Exclusion>,
    /// How many rules come before the provinces'.
    pub(super) nationwide: usize,
    /// Where the rules of each province stand.
    pub(super) provinces: Vec<Range<usize>>,
    pub(super) by_id: HashMap<String, usize>,
    pub(super) by_key: HashMap<RuleKey, usize>,
}

/// A short name of a rule, by which sessions remember it: a hundred ids would be most of what is stored of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RuleKey(u32);

impl RuleKey {
    pub fn of(id: &str) -> RuleKey {
        RuleKey(NameHash::of(id))
    }

    /// Reads a key as [`fmt::Display`] writes it.
    pub fn parse(text: &str) -> Option<RuleKey> {
        u32::from_str_radix(text, 16).ok().map(RuleKey)
    }

    /// Appends the key as [`fmt::Display`] writes it: checklists of a hundred are written with every turn.
    pub fn write(self, text: &mut String) {
        let digit = |shift: u32| char::from(b"0123456789abcdef"[((self.0 >> shift) & 15) as usize]);
        text.extend([28, 24, 20, 16, 12, 8, 4, 0].map(digit));
    }
}

impl fmt::Display for RuleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl RuleBase {
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.by_id.get(id).map(|index| &self.rules[*index])
    }

    pub fn rule_with(&self, key: RuleKey) -> Option<&Rule> {
        self.by_key.get(&key).map(|index| &self.rules[*index])
    }

    /// Whether the province, by its index in the field's list, has rules.
    pub fn covers_province(&self, province: u8) -> bool {
        self.provinces.get(usize::from(province)).is_some_and(|range| !range.is_empty())
    }
}
