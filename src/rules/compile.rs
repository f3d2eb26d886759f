//! From the conditions of rule files, written as TOML tables, to [`Condition`]s.
//!
//! A table is true when all its entries are. `field = value` compares, `field = [values]` asks for one of them, and
//! `field = { operator = … }` does the rest; `any`, `all` and `not` combine. `"$name"` stands for a parameter of the rule.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::condition::{Condition, Test};
use super::problem::{File, Problems};
use crate::profile::{Field, Kind, day_number};

/// A parameter of a rule: the value after its name in the rule file.
pub type Parameters<'t> = Vec<(&'t str, &'t Spanned<DeValue<'t>>)>;

/// Compiles conditions of one file and notes what is wrong with them.
pub struct Compiler<'a, 't> {
    /// The file that the condition stands in.
    pub file: &'a Arc<File>,
    /// The file that the parameters stand in: for a pattern, not the same.
    pub parameters_file: &'a Arc<File>,
    pub parameters: &'a Parameters<'t>,
    pub problems: &'a mut Problems,
}

const OPERATORS: &str = "more_than, at_least, less_than, at_most, not, not_in, has, has_any, lacks, contains, suffix, foreign_country_code, same_as, from, before";

impl<'t> Compiler<'_, 't> {
    fn fault<T>(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Option<T> {
        self.problems.add(self.file, span, message, help);
        None
    }

    /// Compiles a table of conditions; `None` when something is wrong with it.
    pub fn table(&mut self, table: &DeTable<'_>) -> Option<Condition> {
        let mut parts = Vec::new();
        let mut whole = true;
        for (key, value) in table {
            match self.entry(key, value) {
                Some(condition) => parts.push(condition),
                None => whole = false,
            }
        }
        whole.then(|| Condition::all(parts))
    }

    /// Compiles a value that has to be a table of conditions.
    pub fn value(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Condition> {
        match value.get_ref() {
            DeValue::Table(table) => self.table(table),
            other => self.fault(
                value.span(),
                format!("a condition cannot be a {}", other.type_str()),
                "expected a table such as { filer = \"individual\", age = { less_than = 18 } }",
            ),
        }
    }

    fn entry(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) -> Option<Condition> {
        match &**key.get_ref() {
            "any" => Some(Condition::Any(self.list(value)?)),
            "all" => Some(Condition::all(self.list(value)?)),
            "not" => Some(Condition::Not(Box::new(self.value(value)?))),
            name => match Field::named(name) {
                Some(field) => self.comparison(field, value),
                None => {
                    let help = nearest(name, Field::ALL.iter().map(|field| field.name()));
                    self.fault(key.span(), format!("unknown field `{name}`"), help)
                }
            },
        }
    }

    fn list(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<Condition>> {
        let DeValue::Array(conditions) = value.get_ref() else {
            return self.fault(value.span(), "expected a list of conditions", "write [{ … }, { … }]");
        };
        let compiled: Vec<_> = conditions.iter().map(|condition| self.value(condition)).collect();
        compiled.into_iter().collect()
    }

    fn comparison(&mut self, field: Field, value: &Spanned<DeValue<'_>>) -> Option<Condition> {
        if let Some(parameter) = self.parameter(value)? {
            // The rest of the comparison stands in the file of the parameters.
            let mut inner = Compiler {
                file: self.parameters_file,
                parameters_file: self.parameters_file,
                parameters: &Vec::new(),
                problems: self.problems,
            };
            return inner.comparison(field, parameter);
        }
        match value.get_ref() {
            DeValue::Table(operators) => {
                let mut parts = Vec::new();
                for (operator, operand) in operators {
                    parts.push(self.operator(field, operator, operand)?);
                }
                Some(Condition::all(parts))
            }
            DeValue::Boolean(flag) if field.kind() == Kind::Bool => Some(Condition::Test(field, Test::Is(*flag))),
            DeValue::Integer(_) if matches!(field.kind(), Kind::Integer { .. }) => {
                let number = self.number(field, value)?;
                Some(Condition::Test(field, Test::Between(number, number)))
            }
            DeValue::String(_) | DeValue::Array(_) if matches!(field.kind(), Kind::Choice(_)) => {
                Some(Condition::Test(field, Test::OneOf(self.values(field, value)?)))
            }
            _ => self.fault(
                value.span(),
                format!("`{field}` cannot be compared with this {}", value.get_ref().type_str()),
                expectation(field),
            ),
        }
    }

    fn operator(
        &mut self,
        field: Field,
        operator: &Spanned<std::borrow::Cow<'_, str>>,
        operand: &Spanned<DeValue<'_>>,
    ) -> Option<Condition> {
        if let Some(parameter) = self.parameter(operand)? {
            let mut inner = Compiler {
                file: self.parameters_file,
                parameters_file: self.parameters_file,
                parameters: &Vec::new(),
                problems: self.problems,
            };
            return inner.operator(field, operator, parameter);
        }
        let name = &**operator.get_ref();
        let test = match (name, field.kind()) {
            ("more_than", Kind::Integer { .. }) => Test::Between(self.number(field, operand)?.saturating_add(1), i64::MAX),
            ("at_least", Kind::Integer { .. }) => Test::Between(self.number(field, operand)?, i64::MAX),
            ("less_than", Kind::Integer { .. }) => Test::Between(i64::MIN, self.number(field, operand)?.saturating_sub(1)),
            ("at_most", Kind::Integer { .. }) => Test::Between(i64::MIN, self.number(field, operand)?),
            ("from", Kind::Date) => Test::Between(self.day(operand)?, i64::MAX),
            ("before", Kind::Date) => Test::Between(i64::MIN, self.day(operand)?.saturating_sub(1)),
            ("not" | "not_in", Kind::Choice(_)) => {
                let unwanted = Test::OneOf(self.values(field, operand)?);
                return Some(Condition::Not(Box::new(Condition::Test(field, unwanted))));
            }
            ("has" | "has_any", Kind::Set(_)) => Test::HasAny(self.values(field, operand)?),
            ("lacks", Kind::Set(_)) => {
                let unwanted = Test::HasAny(self.values(field, operand)?);
                return Some(Condition::Not(Box::new(Condition::Test(field, unwanted))));
            }
            ("contains", Kind::Text) => Test::Contains(self.texts(operand)?),
            ("same_as", Kind::Text) => {
                let other = operand.get_ref().as_str().and_then(Field::named).filter(|other| other.kind() == Kind::Text);
                return match other {
                    Some(other) => Some(Condition::Same(field, other)),
                    None => self.fault(operand.span(), "not the name of a text field", "write { same_as = \"unit_name\" }"),
                };
            }
            ("foreign_country_code", Kind::Text) => match operand.get_ref().as_bool() {
                Some(true) => Test::ForeignCountryCode,
                _ => {
                    return self.fault(operand.span(), "`foreign_country_code` is only ever true", "write { foreign_country_code = true }");
                }
            },
            ("suffix", Kind::Text) => {
                let suffixes = self.texts(operand)?;
                if let Some(bare) = suffixes.iter().find(|suffix| !suffix.starts_with('.')) {
                    return self.fault(operand.span(), format!("suffix `{bare}`"), "a suffix begins with a dot");
                }
                Test::EndsWith(suffixes)
            }
            (
                "more_than"
                | "at_least"
                | "less_than"
                | "at_most"
                | "from"
                | "before"
                | "not"
                | "not_in"
                | "has"
                | "has_any"
                | "lacks"
                | "contains"
                | "suffix"
                | "foreign_country_code"
                | "same_as",
                _,
            ) => return self.fault(operator.span(), format!("`{name}` does not go with `{field}`"), expectation(field)),
            _ => {
                return self.fault(operator.span(), format!("unknown operator `{name}`"), nearest(name, OPERATORS.split(", ")));
            }
        };
        Some(Condition::Test(field, test))
    }

    /// The parameter that a value `"$name"` stands for; `Some(None)` when the value is no parameter.
    #[allow(clippy::option_option)]
    fn parameter(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Option<&'t Spanned<DeValue<'t>>>> {
        let Some(name) = value.get_ref().as_str().and_then(|text| text.strip_prefix('$')) else { return Some(None) };
        match self.parameters.iter().find(|(parameter, _)| *parameter == name) {
            Some((_, value)) => Some(Some(value)),
            None => self.fault(value.span(), format!("unknown parameter `${name}`"), "a pattern names its parameters in `parameters`"),
        }
    }

    fn number(&mut self, field: Field, value: &Spanned<DeValue<'_>>) -> Option<i64> {
        let parsed = value.get_ref().as_integer().and_then(|integer| i64::from_str_radix(integer.as_str(), integer.radix()).ok());
        match parsed {
            Some(number) if matches!(field.kind(), Kind::Integer { min } if number >= min) => Some(number),
            _ => self.fault(value.span(), format!("an impossible value for `{field}`"), expectation(field)),
        }
    }

    fn day(&mut self, value: &Spanned<DeValue<'_>>) -> Option<i64> {
        let date = value.get_ref().as_str().and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
        match date {
            Some(date) => Some(day_number(date)),
            None => self.fault(value.span(), "not a date", "expected a date written \"YYYY-MM-DD\""),
        }
    }

    /// The bits of one named value or a list of them.
    fn values(&mut self, field: Field, value: &Spanned<DeValue<'_>>) -> Option<u64> {
        let mut bits = 0;
        for (name, span) in self.strings(value)? {
            match field.value_index(&name) {
                Some(index) => bits |= 1 << index,
                None => {
                    let help = nearest(&name, field.allowed_values().iter().copied());
                    return self.fault(span, format!("`{field}` cannot be `{name}`"), help);
                }
            }
        }
        Some(bits)
    }

    fn texts(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<Box<str>>> {
        Some(self.strings(value)?.into_iter().map(|(text, _)| text.to_lowercase().into()).collect())
    }

    /// One string or a list of strings.
    fn strings(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<(String, Range<usize>)>> {
        match strings(value) {
            Some(strings) if !strings.is_empty() => Some(strings),
            _ => self.fault(value.span(), "expected a string or a list of strings", "write \"value\" or [\"one\", \"other\"]"),
        }
    }
}

/// The strings of a string or a list of strings, with their places.
pub fn strings(value: &Spanned<DeValue<'_>>) -> Option<Vec<(String, Range<usize>)>> {
    match value.get_ref() {
        DeValue::String(text) => Some(vec![(text.to_string(), value.span())]),
        DeValue::Array(items) => items.iter().map(|item| Some((item.get_ref().as_str()?.to_owned(), item.span()))).collect(),
        _ => None,
    }
}

fn expectation(field: Field) -> String {
    match field.kind() {
        Kind::Choice(values) => format!("`{field}` is one of {}", values.join(", ")),
        Kind::Set(values) => format!("`{field}` is compared with `has`, `has_any` or `lacks` and {}", values.join(", ")),
        Kind::Integer { min: 0 } => {
            format!("`{field}` is a whole number from 0 on, compared with a number, more_than, at_least, less_than or at_most")
        }
        Kind::Integer { .. } => format!("`{field}` is a whole number, compared with a number, more_than, at_least, less_than or at_most"),
        Kind::Bool => format!("`{field}` is true or false"),
        Kind::Text => format!("`{field}` is compared with contains or suffix"),
        Kind::Date => format!("`{field}` is compared with from or before"),
        Kind::Ids => format!("`{field}` cannot stand in a condition"),
    }
}

/// Names listed in a message; a longer list would bury it.
const NAMES_LISTED_MAX: usize = 40;

/// «did you mean …?», or what is allowed when nothing is near.
pub fn nearest<'n>(name: &str, allowed: impl Iterator<Item = &'n str> + Clone) -> String {
    let best = allowed.clone().map(|candidate| (strsim::jaro_winkler(name, candidate), candidate)).max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((similarity, candidate)) if similarity > 0.8 => format!("did you mean `{candidate}`?"),
        _ => {
            let list: Vec<_> = allowed.take(NAMES_LISTED_MAX).collect();
            if list.is_empty() { "there are none yet".to_owned() } else { format!("expected one of {}", list.join(", ")) }
        }
    }
}
