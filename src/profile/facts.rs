//! A profile as the rules see it: defaults filled in, and what follows by meaning derived.

use chrono::{Datelike, NaiveDate};

use super::{Field, FieldSet, Profile, Value};

/// What is known of one field.
#[derive(Debug, Clone, Copy)]
pub enum Fact<'p> {
    Unknown,
    /// Integers, and dates as days of the common era.
    Number(i64),
    Choice(u8),
    Bool(bool),
    Text(&'p str),
    Set(u64),
    Ids(&'p [Box<str>]),
}

/// A profile, resolved for one day.
pub struct Facts<'p> {
    facts: [Fact<'p>; Field::COUNT],
    /// For a derived field, the fields that it was or may still be derived from.
    manager_basis: FieldSet,
    verified_basis: FieldSet,
}

impl<'p> Facts<'p> {
    /// Resolves a profile. `today` stands in where the profile has no `as_of`.
    pub fn new(profile: &'p Profile, today: NaiveDate) -> Facts<'p> {
        let mut facts = [Fact::Unknown; Field::COUNT];
        for (fact, value) in facts.iter_mut().zip(&profile.values) {
            if let Some(value) = value {
                *fact = match value {
                    Value::Date(date) => Fact::Number(day_number(*date)),
                    Value::Choice(index) => Fact::Choice(*index),
                    Value::Integer(number) => Fact::Number(*number),
                    Value::Bool(flag) => Fact::Bool(*flag),
                    Value::Text(text) => Fact::Text(text),
                    Value::Set(bits) => Fact::Set(*bits),
                    Value::Ids(ids) => Fact::Ids(ids),
                };
            }
        }
        let mut resolved = Facts { facts, manager_basis: FieldSet::EMPTY, verified_basis: FieldSet::EMPTY };
        resolved.fill_in(Field::AsOf, Fact::Number(day_number(today)));
        // The first value of these lists is the default: `web` and `preparing`.
        resolved.fill_in(Field::Channel, Fact::Choice(0));
        resolved.fill_in(Field::Stage, Fact::Choice(0));
        resolved.fill_in(Field::ApprovalHeld, Fact::Set(0));
        resolved.fill_in(Field::ApprovalWaived, Fact::Set(0));
        resolved.fill_in(Field::Held, Fact::Ids(&[]));
        resolved.derive_domain_verified();
        resolved.derive_manager_is_legal_rep();
        resolved
    }

    pub fn get(&self, field: Field) -> Fact<'p> {
        self.facts[field as usize]
    }

    fn fill_in(&mut self, field: Field, fact: Fact<'p>) {
        if let Fact::Unknown = self.get(field) {
            self.facts[field as usize] = fact;
        }
    }

    fn bool(&self, field: Field) -> Option<bool> {
        match self.get(field) {
            Fact::Bool(flag) => Some(flag),
            _ => None,
        }
    }

    /// Days since the verification are only counted once it is done.
    fn derive_domain_verified(&mut self) {
        if let Fact::Unknown = self.get(Field::DomainVerified) {
            self.verified_basis = FieldSet::of(Field::DomainVerifiedDays);
            if let Fact::Number(_) = self.get(Field::DomainVerifiedDays) {
                self.facts[Field::DomainVerified as usize] = Fact::Bool(true);
            }
        }
    }

    /// In a unit, whether the site manager is the legal representative follows from the principal's two answers, unless
    /// neither holds: then the site manager may be anybody.
    fn derive_manager_is_legal_rep(&mut self) {
        let Fact::Unknown = self.get(Field::ManagerIsLegalRep) else { return };
        let unit = match self.get(Field::Filer) {
            Fact::Choice(filer) => filer != 0,
            _ => {
                self.manager_basis = [Field::Filer, Field::PrincipalIsLegalRep, Field::ManagerIsPrincipal].into_iter().collect();
                return;
            }
        };
        if !unit {
            return;
        }
        self.manager_basis = [Field::PrincipalIsLegalRep, Field::ManagerIsPrincipal].into_iter().collect();
        let derived = match (self.bool(Field::PrincipalIsLegalRep), self.bool(Field::ManagerIsPrincipal)) {
            (Some(true), Some(same)) => same,
            (Some(false), Some(true)) => false,
            _ => return,
        };
        self.facts[Field::ManagerIsLegalRep as usize] = Fact::Bool(derived);
    }

    /// Replaces derived fields by the given fields that they were derived from.
    pub fn given(&self, mut fields: FieldSet) -> FieldSet {
        for (derived, basis) in self.derivations() {
            if fields.contains(derived) && !basis.is_empty() {
                fields.remove(derived);
                fields = fields.union(basis);
            }
        }
        fields
    }

    /// Adds to unknown fields the unknown fields from which they would follow.
    pub fn askable(&self, fields: FieldSet) -> FieldSet {
        let mut all = fields;
        for (derived, basis) in self.derivations() {
            if fields.contains(derived) {
                for field in basis.iter() {
                    if let Fact::Unknown = self.get(field) {
                        all.insert(field);
                    }
                }
            }
        }
        all
    }

    fn derivations(&self) -> [(Field, FieldSet); 2] {
        [(Field::DomainVerified, self.verified_basis), (Field::ManagerIsLegalRep, self.manager_basis)]
    }
}

/// A date as a number that grows by one each day.
pub fn day_number(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce())
}
