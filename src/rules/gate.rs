//! A quick first look at rules. Nearly all say of choices, sets and yes-or-no answers alone to whom they apply: the kind of filer, the provider,
//! the contents. What they demand of those stands here in a few bits a rule, side by side: most rules are decided by that, and the rest of what
//! does not apply is never looked at.

use super::condition::{Condition, Outcome, Test, Truth};
use crate::profile::{Fact, Facts, Field, FieldSet};

/// Demands that are remembered of a rule: with them it takes a cache line, and hardly any has more.
const DEMANDS_MAX: usize = 4;

/// What a condition demands of some fields, all of it necessary.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gate {
    /// The values that may stand there, one bit each.
    values: [u64; DEMANDS_MAX],
    fields: [Field; DEMANDS_MAX],
    demanded: FieldSet,
    /// Whether the condition demands nothing else.
    whole: bool,
}

/// The values that each field may have: one where it is known, every one where it is not.
pub(super) struct Possible {
    values: [u64; Field::COUNT],
    known: FieldSet,
}

impl Gate {
    /// What a condition cannot hold without.
    pub(super) fn of(condition: &Condition) -> Gate {
        let mut demands = Vec::new();
        let whole = add_demands(condition, &mut demands) && demands.len() <= DEMANDS_MAX;
        demands.truncate(DEMANDS_MAX);
        let mut gate = Gate { values: [!0; DEMANDS_MAX], fields: [Field::AsOf; DEMANDS_MAX], demanded: FieldSet::EMPTY, whole };
        for (place, (field, values)) in demands.into_iter().enumerate() {
            (gate.fields[place], gate.values[place]) = (field, values);
            gate.demanded.insert(field);
        }
        gate
    }

    /// Whether the condition may hold. Where not, it is certainly false.
    pub(super) fn is_open(&self, possible: &Possible) -> bool {
        // Looking at all of them takes less time than guessing wrong which one is the last to be looked at.
        let demands = self.fields.iter().zip(&self.values);
        demands.fold(true, |open, (field, values)| open & (values & possible.values[*field as usize] != 0))
    }

    /// How the condition of an open gate is decided; none where it demands more than the gate knows of.
    pub(super) fn decide(&self, possible: &Possible) -> Option<Outcome> {
        let open = self.demanded.without(possible.known);
        let truth = if open.is_empty() { Truth::True } else { Truth::Unknown };
        self.whole.then(|| Outcome { truth, known: self.demanded.without(open), open })
    }
}

/// Adds what a condition demands of single fields; tells whether that is all of it.
fn add_demands(condition: &Condition, demands: &mut Vec<(Field, u64)>) -> bool {
    match condition {
        Condition::All(parts) => parts.iter().fold(true, |whole, part| add_demands(part, demands) & whole),
        Condition::Test(field, test) => match test {
            Test::Is(flag) => add(demands, *field, 1 << u8::from(*flag)),
            // A set that shares none of these values fails as a choice of none of them does.
            Test::OneOf(values) | Test::HasAny(values) => add(demands, *field, *values),
            _ => false,
        },
        Condition::Not(inner) => match &**inner {
            Condition::Test(field, Test::OneOf(values)) => add(demands, *field, !values),
            _ => false,
        },
        _ => false,
    }
}

fn add(demands: &mut Vec<(Field, u64)>, field: Field, values: u64) -> bool {
    demands.push((field, values));
    true
}

impl Possible {
    pub(super) fn of(facts: &Facts<'_>) -> Possible {
        let mut possible = Possible { values: [!0; Field::COUNT], known: FieldSet::EMPTY };
        for field in Field::ALL {
            let values = match facts.get(*field) {
                Fact::Bool(flag) => 1 << u8::from(flag),
                Fact::Choice(index) => 1 << index,
                Fact::Set(bits) => bits,
                _ => continue,
            };
            possible.values[*field as usize] = values;
            possible.known.insert(*field);
        }
        possible
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::profile::{Kind, Profile, Value};
    use crate::rules;
    use chrono::NaiveDate;

    /// Whatever is known: what a gate decides is what the whole condition says, it turns away nothing but what is false, and little is
    /// left for the whole condition.
    #[test]
    fn a_gate_decides_as_its_condition_does() {
        let base = rules::load(&rules::built_in()).expect("sound rules");
        let (mut decided, mut left) = (0, 0);
        for salt in 0..64_u64 {
            let mut profile = Profile::default();
            for (index, field) in Field::ALL.iter().enumerate() {
                // Spread over all values, and a third left unknown.
                let number = (salt + 1).wrapping_mul(index as u64 + 7).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
                let values = field.allowed_values().len() as u64;
                let value = match field.kind() {
                    _ if number.is_multiple_of(3) => continue,
                    Kind::Bool => Value::Bool(number.is_multiple_of(2)),
                    Kind::Choice(_) => Value::Choice((number % values) as u8),
                    Kind::Set(_) => Value::Set(number & ((1 << values) - 1)),
                    _ => continue,
                };
                profile.set(*field, value);
            }
            let facts = Facts::new(&profile, NaiveDate::default());
            let possible = Possible::of(&facts);
            for rule in &base.rules {
                let (gate, outcome) = (Gate::of(&rule.when), rule.when.decide(&facts));
                if !gate.is_open(&possible) {
                    assert_eq!(outcome.truth, Truth::False, "{}", rule.id);
                    decided += 1;
                } else if let Some(quickly) = gate.decide(&possible) {
                    assert_eq!(outcome, quickly, "{}", rule.id);
                    decided += 1;
                } else {
                    left += 1;
                }
            }
        }
        assert!(decided > left * 9, "{decided} are decided, {left} are left");
    }
}
