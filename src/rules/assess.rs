//! Assessing a profile: which rules apply, which may, what passes, and what is left to ask.

use chrono::NaiveDate;

use super::condition::{Condition, Outcome, Truth};
use super::gate::Possible;
use super::rule::{Rule, RuleBase, RuleKind, WayOut};
use super::sources::Citation;
use crate::profile::{Fact, Facts, Field, FieldSet, Profile};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// The known fields decide that it does.
    Applies,
    /// A field that is not known yet decides.
    MayApply,
    /// An older source says so, a newer one says otherwise.
    Superseded,
}

impl Status {
    pub fn name(self) -> &'static str {
        match self {
            Status::Applies => "applies",
            Status::MayApply => "may_apply",
            Status::Superseded => "superseded",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Check {
    Pass,
    Fail,
    Unknown,
    /// There is nothing to check.
    None,
}

impl Check {
    pub fn name(self) -> &'static str {
        match self {
            Check::Pass => "pass",
            Check::Fail => "fail",
            Check::Unknown => "unknown",
            Check::None => "none",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    Blocked,
    Incomplete,
    ActionNeeded,
    Ready,
}

impl Verdict {
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Blocked => "blocked",
            Verdict::Incomplete => "incomplete",
            Verdict::ActionNeeded => "action_needed",
            Verdict::Ready => "ready",
        }
    }
}

/// A rule, as it stands for one profile.
#[derive(Debug, Clone, Copy)]
pub struct Item<'r> {
    pub rule: &'r Rule,
    pub status: Status,
    pub check: Check,
    /// The given fields that decided.
    pub because: FieldSet,
    /// The unknown fields that still decide.
    pub open: FieldSet,
    /// The rule that supersedes this one.
    pub replaced_by: Option<&'r Rule>,
    /// A nationwide rule that says the same.
    agrees_with: Option<&'r Rule>,
    /// Citations of the rule that do not speak of this profile, one bit each.
    left_out: u64,
    documents: u64,
}

impl<'r> Item<'r> {
    /// The citations, in the documents that the assessment was allowed to use.
    pub fn sources(&self) -> impl Iterator<Item = &'r Citation> {
        let documents = self.documents;
        let general = self.agrees_with.into_iter().flat_map(|rule| &rule.sources);
        let left_out = self.left_out;
        let own = self.rule.sources.iter().enumerate().filter(move |(index, _)| *index >= 64 || left_out & (1 << index) == 0);
        own.map(|(_, citation)| citation).chain(general).filter(move |citation| documents & (1 << citation.document) != 0)
    }

    /// Whether the item keeps a filing from going through as it stands.
    pub fn blocks(&self) -> bool {
        self.status == Status::Applies && self.check == Check::Fail && self.rule.blocks && self.rule.way_out == WayOut::None
    }
}

/// The answer for one profile.
#[derive(Debug, Clone)]
pub struct Assessment<'r> {
    pub verdict: Verdict,
    /// What applies, may apply or is superseded: the nation's first, then the province's.
    pub items: Vec<Item<'r>>,
    /// The unknown fields that still matter, in the order in which to ask them.
    pub questions: Vec<Field>,
}

/// The documents that an assessment may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Documents(u64);

impl Documents {
    pub const ALL: Documents = Documents(!0);
}

/// Asked before anything else, in this order, where they matter: who files what where gives a useful answer at once.
pub const ASKED_FIRST: [Field; 6] =
    [Field::ServerMainland, Field::Operation, Field::Filer, Field::Province, Field::Provider, Field::Content];

impl RuleBase {
    /// The set of documents with these keys.
    ///
    /// # Errors
    /// The first key that no document has.
    pub fn documents<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> Result<Documents, String> {
        let mut bits = 0;
        for key in keys {
            bits |= 1 << self.sources.index_of(key).ok_or_else(|| key.to_owned())?;
        }
        Ok(Documents(bits))
    }

    /// Assesses a profile with everything that is known. `today` stands in where the profile has no `as_of`.
    pub fn assess(&self, profile: &Profile, today: NaiveDate) -> Assessment<'_> {
        self.assess_from(profile, today, Documents::ALL)
    }

    /// Assesses a profile from some documents alone, as if no other were known.
    pub fn assess_from(&self, profile: &Profile, today: NaiveDate, documents: Documents) -> Assessment<'_> {
        let facts = Facts::new(profile, today);
        Assessing { base: self, facts: &facts, documents: documents.0, states: Vec::new(), province: self.province_of(&facts) }.run()
    }

    /// The rules of a known province; of all of them while it is unknown.
    fn province_of(&self, facts: &Facts<'_>) -> std::ops::Range<usize> {
        match facts.get(Field::Province) {
            Fact::Choice(index) => self.provinces.get(usize::from(index)).cloned().unwrap_or_default(),
            _ => self.nationwide..self.rules.len(),
        }
    }
}

/// The bit of a citation or a document; the loader admits no more than 64 of either.
fn bit(index: usize) -> u64 {
    1u64.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0)
}

const NOT_CONSIDERED: Outcome = Outcome { truth: Truth::False, known: FieldSet::EMPTY, open: FieldSet::EMPTY };

struct Assessing<'r, 'f> {
    base: &'r RuleBase,
    facts: &'f Facts<'f>,
    documents: u64,
    /// How the conditions of the considered rules were decided: the nation's first, then the province's.
    states: Vec<Outcome>,
    province: std::ops::Range<usize>,
}

impl<'r> Assessing<'r, '_> {
    fn run(mut self) -> Assessment<'r> {
        let base = self.base;
        let possible = Possible::of(self.facts);
        let considered = (0..base.nationwide).chain(self.province.clone());
        let mut left = Vec::with_capacity(base.nationwide);
        self.states = vec![NOT_CONSIDERED; base.nationwide + self.province.len()];
        for (position, index) in considered.enumerate() {
            let gate = &base.gates[index];
            if !gate.is_open(&possible) {
                continue;
            }
            let rule = &base.rules[index];
            if !self.is_sourced(rule) {
                continue;
            }
            let state = &mut self.states[position];
            *state = gate.decide(&possible).unwrap_or_else(|| rule.when.decide(self.facts));
            if state.truth != Truth::False {
                left.push((position, rule));
            }
        }
        let mut items = Vec::with_capacity(left.len());
        items.extend(left.into_iter().filter_map(|(position, rule)| self.item(rule, self.states[position])));
        let mut tally = Tally::default();
        items.iter().for_each(|item| tally.count(item));
        let verdict = tally.verdict(self.facts);
        Assessment { verdict, items, questions: tally.questions() }
    }

    fn state(&self, index: usize) -> Outcome {
        let position = if index < self.base.nationwide {
            index
        } else if self.province.contains(&index) {
            self.base.nationwide + index - self.province.start
        } else {
            return NOT_CONSIDERED;
        };
        self.states[position]
    }

    fn item(&self, rule: &'r Rule, mut state: Outcome) -> Option<Item<'r>> {
        for &local in &rule.overridden_by {
            let local = self.state(local);
            match local.truth {
                Truth::True => return None,
                Truth::Unknown => {
                    state.truth = Truth::Unknown;
                    state.open = state.open.union(local.open);
                }
                Truth::False => {}
            }
        }
        let newer = rule.superseded_by.iter().find(|&&newer| self.state(newer).truth == Truth::True);
        if let (Truth::True, Some(&newer)) = (state.truth, newer) {
            let because = state.known.union(self.state(newer).known);
            return Some(Item {
                rule,
                status: Status::Superseded,
                check: Check::None,
                because: self.facts.given(because),
                open: FieldSet::EMPTY,
                replaced_by: Some(&self.base.rules[newer]),
                agrees_with: None,
                left_out: self.left_out(rule),
                documents: self.documents,
            });
        }
        let mut open = state.open;
        if state.truth == Truth::True {
            // A newer rule that may still apply would change this one.
            for &newer in &rule.superseded_by {
                open = open.union(self.state(newer).open);
            }
        }
        let (check, checked) = self.check(rule);
        open = open.union(checked.open);
        Some(Item {
            rule,
            status: if state.truth == Truth::True { Status::Applies } else { Status::MayApply },
            check,
            because: self.facts.given(state.known.union(checked.known)),
            open: self.facts.askable(open),
            replaced_by: None,
            agrees_with: self.agreeing(rule),
            left_out: self.left_out(rule),
            documents: self.documents,
        })
    }

    /// Whether a citation is left in the documents that may be used.
    fn is_sourced(&self, rule: &Rule) -> bool {
        if rule.documents & self.documents == 0 {
            return false;
        }
        if rule.conditional.is_empty() {
            return true;
        }
        let left_out = self.left_out(rule);
        let mut sources = rule.sources.iter().enumerate();
        sources.any(|(index, citation)| left_out & bit(index) == 0 && self.documents & bit(citation.document) != 0)
    }

    /// The citations that do not speak of this profile, one bit each.
    fn left_out(&self, rule: &Rule) -> u64 {
        let unfit = rule.conditional.iter().filter(|(_, when)| when.decide(self.facts).truth == Truth::False);
        unfit.fold(0, |bits, (index, _)| bits | bit(*index))
    }

    fn agreeing(&self, rule: &Rule) -> Option<&'r Rule> {
        let general = rule.agrees_with.iter().find(|&&general| self.state(general).truth == Truth::True)?;
        Some(&self.base.rules[*general])
    }

    fn check(&self, rule: &Rule) -> (Check, Outcome) {
        match rule.kind {
            RuleKind::Step | RuleKind::Note => (Check::None, NOT_CONSIDERED),
            RuleKind::Material | RuleKind::Approval => {
                if self.in_hand(&rule.id) {
                    return (Check::Pass, Outcome { known: FieldSet::of(Field::Held), ..NOT_CONSIDERED });
                }
                match rule.check.as_ref().map(|check| check.decide(self.facts)) {
                    Some(outcome) if outcome.truth == Truth::True => (Check::Pass, outcome),
                    Some(outcome) => (Check::Unknown, Outcome { known: FieldSet::EMPTY, ..outcome }),
                    None => (Check::Unknown, NOT_CONSIDERED),
                }
            }
            RuleKind::Requirement => self.check_requirement(rule),
        }
    }

    fn check_requirement(&self, rule: &Rule) -> (Check, Outcome) {
        let held = Outcome { known: FieldSet::of(Field::Held), ..NOT_CONSIDERED };
        let Some(check) = &rule.check else {
            // No field can tell; the person can.
            return if self.in_hand(&rule.id) { (Check::Pass, held) } else { (Check::Unknown, NOT_CONSIDERED) };
        };
        let outcome = check.decide(self.facts);
        match outcome.truth {
            Truth::True => (Check::Pass, outcome),
            Truth::Unknown => (Check::Unknown, outcome),
            Truth::False => match rule.way_out {
                WayOut::Material(material) if self.in_hand(&self.base.rules[material].id) => {
                    (Check::Pass, Outcome { known: outcome.known.union(held.known), ..outcome })
                }
                _ => (Check::Fail, outcome),
            },
        }
    }

    fn in_hand(&self, id: &str) -> bool {
        matches!(self.facts.get(Field::Held), Fact::Ids(ids) if ids.iter().any(|held| **held == *id))
    }
}

/// Sums up the items: what the verdict and the questions need.
struct Tally {
    blocked: bool,
    unsettled: bool,
    /// How much hangs on each unknown field.
    weights: [u32; Field::COUNT],
    asked: FieldSet,
}

impl Default for Tally {
    fn default() -> Self {
        Tally { blocked: false, unsettled: false, weights: [0; Field::COUNT], asked: FieldSet::EMPTY }
    }
}

impl Tally {
    fn count(&mut self, item: &Item<'_>) {
        self.blocked |= item.blocks();
        self.unsettled |= matches!(item.check, Check::Fail | Check::Unknown);
        self.asked = self.asked.union(item.open);
        // What could block a filing is worth knowing first.
        let weight = if item.rule.blocks { 8 } else { 1 };
        for field in item.open.iter() {
            self.weights[field as usize] += weight;
        }
    }

    fn verdict(&self, facts: &Facts<'_>) -> Verdict {
        let core = [Field::Operation, Field::Filer, Field::Province];
        if self.blocked {
            Verdict::Blocked
        } else if core.iter().any(|field| matches!(facts.get(*field), Fact::Unknown)) {
            Verdict::Incomplete
        } else if self.unsettled {
            Verdict::ActionNeeded
        } else {
            Verdict::Ready
        }
    }

    fn questions(&self) -> Vec<Field> {
        let mut questions: Vec<Field> = self.asked.iter().collect();
        let rank = |field: Field| {
            let first = ASKED_FIRST.iter().position(|first| *first == field).unwrap_or(ASKED_FIRST.len());
            // What settles a derived answer as well comes before that answer.
            let derived = matches!(field, Field::ManagerIsLegalRep | Field::DomainVerified);
            (first, derived, std::cmp::Reverse(self.weights[field as usize]))
        };
        questions.sort_by_key(|field| rank(*field));
        questions
    }
}

/// The conditions of a rule: when it applies, and how it is passed.
pub fn conditions(rule: &Rule) -> impl Iterator<Item = &Condition> {
    std::iter::once(&rule.when).chain(&rule.check)
}
