//! Conditions over profile fields, decided in three-valued (Kleene) logic.
//!
//! A field that is not known yet makes a condition unknown, never false. Deciding a condition also tells which known fields
//! decided it and which unknown fields are left after simplification.

use crate::profile::{Fact, Facts, Field, FieldSet};

/// A truth value of Kleene's logic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    False,
    Unknown,
    True,
}

/// A truth value with its grounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    pub truth: Truth,
    /// The known fields that decided, or that are settled parts of an undecided condition.
    pub known: FieldSet,
    /// The unknown fields that are left.
    pub open: FieldSet,
}

impl Outcome {
    const fn settled(truth: Truth) -> Outcome {
        Outcome { truth, known: FieldSet::EMPTY, open: FieldSet::EMPTY }
    }
}

/// A condition, compiled.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// True when all are; true when there are none.
    All(Vec<Condition>),
    /// True when one is; false when there are none.
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Test(Field, Test),
    /// Both texts are the same, blanks at their ends aside.
    Same(Field, Field),
}

/// What one field is compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    Is(bool),
    /// The chosen value is among these: one bit per value.
    OneOf(u64),
    /// The number, or the day number of the date, lies between these bounds, both included.
    Between(i64, i64),
    /// The set shares a value with these.
    HasAny(u64),
    /// The text holds one of these strings, letter case aside.
    Contains(Vec<Box<str>>),
    /// The domain ends in one of these suffixes, letter case aside. Each begins with a dot.
    EndsWith(Vec<Box<str>>),
    /// The domain ends in the country code of another country than China: two Latin letters other than `.cn`.
    ForeignCountryCode,
}

impl Condition {
    pub const ALWAYS: Condition = Condition::All(Vec::new());

    /// The conjunction, flattened.
    pub fn all(parts: impl IntoIterator<Item = Condition>) -> Condition {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Condition::All(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        if flat.len() == 1 { flat.remove(0) } else { Condition::All(flat) }
    }

    /// Every field that the condition names.
    pub fn fields(&self) -> FieldSet {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().fold(FieldSet::EMPTY, |fields, part| fields.union(part.fields())),
            Condition::Not(inner) => inner.fields(),
            Condition::Test(field, _) => FieldSet::of(*field),
            Condition::Same(one, other) => FieldSet::of(*one).union(FieldSet::of(*other)),
        }
    }

    pub fn decide(&self, facts: &Facts<'_>) -> Outcome {
        match self {
            Condition::All(parts) => decide_parts(parts, facts, Truth::True),
            Condition::Any(parts) => decide_parts(parts, facts, Truth::False),
            Condition::Not(inner) => {
                let outcome = inner.decide(facts);
                let truth = match outcome.truth {
                    Truth::True => Truth::False,
                    Truth::False => Truth::True,
                    Truth::Unknown => Truth::Unknown,
                };
                Outcome { truth, ..outcome }
            }
            Condition::Same(one, other) => {
                let both = FieldSet::of(*one).union(FieldSet::of(*other));
                match (facts.get(*one), facts.get(*other)) {
                    (Fact::Text(a), Fact::Text(b)) => {
                        let truth = if a.trim() == b.trim() { Truth::True } else { Truth::False };
                        Outcome { truth, known: both, open: FieldSet::EMPTY }
                    }
                    (a, b) => {
                        let unknown = [(*one, a), (*other, b)].into_iter().filter(|(_, fact)| matches!(fact, Fact::Unknown));
                        let open: FieldSet = unknown.map(|(field, _)| field).collect();
                        Outcome { truth: Truth::Unknown, known: both.without(open), open }
                    }
                }
            }
            Condition::Test(field, test) => match test.holds(facts.get(*field)) {
                None => Outcome { truth: Truth::Unknown, known: FieldSet::EMPTY, open: FieldSet::of(*field) },
                Some(holds) => {
                    Outcome { truth: if holds { Truth::True } else { Truth::False }, known: FieldSet::of(*field), open: FieldSet::EMPTY }
                }
            },
        }
    }
}

/// Decides a conjunction (`neutral` is true) or a disjunction (`neutral` is false): the first part that is neither neutral
/// nor unknown decides the whole.
fn decide_parts(parts: &[Condition], facts: &Facts<'_>, neutral: Truth) -> Outcome {
    let mut whole = Outcome::settled(neutral);
    for part in parts {
        let outcome = part.decide(facts);
        if outcome.truth == Truth::Unknown {
            whole.truth = Truth::Unknown;
        } else if outcome.truth != neutral {
            return outcome;
        }
        whole.known = whole.known.union(outcome.known);
        whole.open = whole.open.union(outcome.open);
    }
    whole
}

impl Test {
    /// Whether the fact passes; `None` when it is unknown.
    fn holds(&self, fact: Fact<'_>) -> Option<bool> {
        Some(match (self, fact) {
            (_, Fact::Unknown) => return None,
            (Test::Is(expected), Fact::Bool(flag)) => flag == *expected,
            (Test::OneOf(values), Fact::Choice(index)) => values & (1 << index) != 0,
            (Test::Between(low, high), Fact::Number(number)) => (*low..=*high).contains(&number),
            (Test::HasAny(values), Fact::Set(bits)) => values & bits != 0,
            (Test::Contains(needles), Fact::Text(text)) => {
                let text = text.to_lowercase();
                needles.iter().any(|needle| text.contains(&**needle))
            }
            (Test::EndsWith(suffixes), Fact::Text(text)) => {
                let text = text.trim().trim_end_matches('.').to_lowercase();
                suffixes.iter().any(|suffix| text.ends_with(&**suffix))
            }
            (Test::ForeignCountryCode, Fact::Text(text)) => {
                let last = text.trim().trim_end_matches('.').rsplit('.').next().unwrap_or_default();
                last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic()) && !last.eq_ignore_ascii_case("cn")
            }
            // The compiler of conditions only builds tests of the field's own kind.
            _ => false,
        })
    }
}

/// Whether some profile can satisfy the condition. Errs on the side of «yes».
pub fn can_hold(condition: &Condition) -> bool {
    let mut branches = vec![Vec::new()];
    expand(condition, true, &mut branches);
    branches.iter().any(|branch| consistent(branch))
}

/// Above this many branches a condition counts as satisfiable without a closer look.
const BRANCHES_MAX: usize = 256;

type Literal<'c> = (Field, &'c Test, bool);

fn expand<'c>(condition: &'c Condition, positive: bool, branches: &mut Vec<Vec<Literal<'c>>>) {
    match (condition, positive) {
        (Condition::Test(field, test), _) => branches.iter_mut().for_each(|branch| branch.push((*field, test, positive))),
        (Condition::Same(..), _) => {}
        (Condition::Not(inner), _) => expand(inner, !positive, branches),
        (Condition::All(parts), true) | (Condition::Any(parts), false) => {
            for part in parts {
                expand(part, positive, branches);
            }
        }
        (Condition::Any(parts), true) | (Condition::All(parts), false) => {
            let mut all = Vec::new();
            for part in parts {
                let mut split = branches.clone();
                expand(part, positive, &mut split);
                all.append(&mut split);
                if all.len() > BRANCHES_MAX {
                    return;
                }
            }
            *branches = all;
        }
    }
}

fn consistent(branch: &[Literal<'_>]) -> bool {
    Field::ALL.iter().all(|field| {
        let mut choices = !0u64;
        let mut bools = [true, true];
        let (mut low, mut high) = (i64::MIN, i64::MAX);
        let mut named = false;
        for (_, test, positive) in branch.iter().filter(|(named, _, _)| named == field) {
            named = true;
            match (test, positive) {
                (Test::OneOf(values), true) => choices &= values,
                (Test::OneOf(values), false) => choices &= !values,
                (Test::Between(from, to), true) => (low, high) = (low.max(*from), high.min(*to)),
                (Test::Between(i64::MIN, to), false) => low = low.max(to.saturating_add(1)),
                (Test::Between(from, i64::MAX), false) => high = high.min(from.saturating_sub(1)),
                _ => {}
            }
            if let Test::Is(flag) = test {
                let allowed = *flag == *positive;
                bools[usize::from(!allowed)] = false;
            }
        }
        let listed = field.allowed_values().len();
        let in_list = if listed == 0 || listed >= 64 { !0 } else { (1u64 << listed) - 1 };
        !named || (choices & in_list != 0 && (bools[0] || bools[1]) && low <= high)
    })
}
