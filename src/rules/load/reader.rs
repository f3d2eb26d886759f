//! The rules of one file: its scope, its audiences, and each rule put together from its own entries and its pattern's.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use super::entries::{integer, shown};
use super::link::{Draft, Reference};
use super::{Node, Pattern, Table};
use crate::profile::Field;
use crate::rules::compile::{Compiler, Parameters, nearest};
use crate::rules::condition::{Condition, Test, can_hold};
use crate::rules::problem::{File, Problems};
use crate::rules::rule::{Rule, RuleKind, WayOut, Written};
use crate::rules::sources::Sources;

/// Citations of a rule: each has a bit of its own.
const CITATIONS_MAX: usize = 64;

/// Reads the rules of one file.
pub(super) struct Reader<'a, 't> {
    pub(super) file: &'a Arc<File>,
    pub(super) sources: &'a Sources,
    pub(super) patterns: &'a HashMap<String, Pattern<'t>>,
    pub(super) problems: &'a mut Problems,
}

/// What holds for all rules of a file or of an audience in it.
struct Scope<'t> {
    stem: String,
    province: Option<u8>,
    always: Condition,
    /// A default for rules that do not name the field themselves.
    default: Option<&'t Node<'t>>,
}

impl<'t> Reader<'_, 't> {
    pub(super) fn fault(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.add(self.file, span, message, help);
    }

    pub(super) fn compiler<'c>(&'c mut self, parameters: &'c Parameters<'t>) -> Compiler<'c, 't> {
        Compiler { file: self.file, parameters_file: self.file, parameters, problems: self.problems }
    }

    pub(super) fn rule_file(&mut self, table: &'t Table<'t>, drafts: &mut Vec<Draft>) {
        let name = self.file.name.trim_end_matches(".toml");
        let stem = name.rsplit('/').next().unwrap_or(name).to_owned();
        let none = Parameters::new();
        let always = match table.get("scope") {
            Some(scope) => self.compiler(&none).value(scope).unwrap_or(Condition::ALWAYS),
            None => Condition::ALWAYS,
        };
        let province = name.strip_prefix("provinces/").and_then(|province| Field::Province.value_index(province));
        if name.starts_with("provinces/") {
            let expected = province.map(|index| Condition::Test(Field::Province, Test::OneOf(1 << index)));
            if expected.is_none_or(|expected| always != expected) {
                self.fault(
                    table.get("scope").map_or(0..0, Spanned::span),
                    "the scope does not fit the file's name",
                    format!("a file in provinces/ is named after its province and has [scope] province = \"{stem}\""),
                );
            }
        }
        let scope = Scope { stem, province, always, default: table.get("default") };
        for (audience, value) in table {
            let name = &**audience.get_ref();
            if matches!(name, "scope" | "default") {
                continue;
            }
            let condition = match name {
                "all" => Condition::ALWAYS,
                "unit" => Condition::Not(Box::new(Condition::Test(Field::Filer, Test::OneOf(1)))),
                filer => match Field::Filer.value_index(filer) {
                    Some(index) => Condition::Test(Field::Filer, Test::OneOf(1 << index)),
                    None => {
                        let allowed = ["all", "unit", "scope", "default"].into_iter().chain(Field::Filer.allowed_values().iter().copied());
                        let help = nearest(filer, allowed);
                        self.fault(audience.span(), format!("unknown audience `{filer}`"), help);
                        continue;
                    }
                },
            };
            let DeValue::Table(rules) = value.get_ref() else {
                self.fault(value.span(), format!("`{name}` holds no rules"), "write a table [audience] with a line for each rule");
                continue;
            };
            for (key, value) in rules {
                if let Some(draft) = self.rule(&scope, name, &condition, key, value) {
                    drafts.push(draft);
                }
            }
        }
    }

    fn rule(
        &mut self,
        scope: &Scope<'t>,
        audience: &str,
        for_whom: &Condition,
        key: &'t Spanned<Cow<'t, str>>,
        value: &'t Node<'t>,
    ) -> Option<Draft> {
        let name = &**key.get_ref();
        let DeValue::Table(entries) = value.get_ref() else {
            self.fault(value.span(), format!("`{name}` is no rule"), "write name = { cite = \"KEY:LINE\", … }");
            return None;
        };
        let pattern_name = self.text(entries, "pattern").unwrap_or_else(|| name.to_owned());
        let pattern = self.patterns.get(&pattern_name);
        if pattern.is_none() && entries.contains_key("pattern") {
            let help = nearest(&pattern_name, self.patterns.keys().map(String::as_str));
            self.fault(entries.get("pattern").map_or(key.span(), Spanned::span), format!("unknown pattern `{pattern_name}`"), help);
            return None;
        }
        let id = if audience == "all" { format!("{}.{name}", scope.stem) } else { format!("{}.{audience}.{name}", scope.stem) };
        let parameters = self.parameters(entries, pattern, key.span(), &pattern_name);

        let kind = self.kind(entries, pattern, &key.span(), name)?;
        let own_when = self.condition(entries, pattern, "when", &parameters);
        let check = match self.conditions(entries, pattern, "check", &parameters).as_slice() {
            [] => None,
            parts => Some(Condition::all(parts.iter().cloned())),
        };
        let mut parts = vec![scope.always.clone(), for_whom.clone()];
        if let Some(default) = scope.default {
            let compiled = self.compiler(&Parameters::new()).value(default).unwrap_or(Condition::ALWAYS);
            if !compiled.fields().intersects(own_when.fields()) {
                parts.push(compiled);
            }
        }
        parts.push(own_when);
        let when = Condition::all(parts);
        if !can_hold(&when) {
            self.fault(
                key.span(),
                format!("rule `{id}` can never apply"),
                "its conditions, those of its file and its audience exclude each other",
            );
        }
        if check.is_some() && !matches!(kind, RuleKind::Requirement | RuleKind::Approval | RuleKind::Material) {
            self.fault(key.span(), format!("a {kind} has no check"), "only requirements, materials and approvals are checked");
        }
        let mut sources = self.citations(entries, &key.span(), name);
        let conditional = self.conditional_citations(entries, &mut sources);
        if sources.len() > CITATIONS_MAX {
            self.fault(key.span(), format!("`{name}` has {} citations", sources.len()), format!("a rule has at most {CITATIONS_MAX}"));
        }
        let documents = sources.iter().fold(0, |bits, citation| bits | 1 << citation.document);
        let (described, way_out) = match self.entry(entries, pattern, "way_out") {
            Some((file, node)) => match (node.get_ref().as_bool(), node.get_ref().as_str()) {
                (Some(described), _) => (described, None),
                (None, Some(name)) => (false, Some(Reference { name: name.to_owned(), file, span: node.span() })),
                (None, None) => {
                    self.problems.add(&file, node.span(), "a malformed way out", "write way_out = true, or the name of the material");
                    (false, None)
                }
            },
            None => (false, None),
        };
        let superseded_by = self.references(entries, None, "superseded_by");
        let overrides = self.references(entries, pattern, "overrides");
        let agrees_with = self.references(entries, pattern, "agrees_with");
        let blocks = self.flag(entries, pattern, "blocks");
        let no_filing = self.flag(entries, pattern, "no_filing");
        let left_open = self.flag(entries, pattern, "left_open");
        let apart = pattern.is_some_and(|pattern| self.apart(pattern));
        let order = match self.entry(entries, pattern, "order") {
            None => 0,
            Some((file, node)) => integer(node).unwrap_or_else(|| {
                self.problems.add(&file, node.span(), "`order` is no number", "write a whole number");
                0
            }),
        };
        Some(Draft {
            rule: Rule {
                index: 0,
                id,
                kind,
                when,
                check,
                sources,
                conditional,
                superseded_by: Vec::new(),
                overridden_by: Vec::new(),
                agrees_with: Vec::new(),
                way_out: if described { WayOut::Described } else { WayOut::None },
                blocks,
                no_filing,
                left_open,
                province: scope.province,
                pattern: pattern.map(|_| pattern_name),
                apart,
                parameters: parameters.iter().filter_map(|(name, node)| Some(((*name).to_owned(), shown(node)?))).collect(),
                order,
                written: Written { file: Arc::clone(self.file), span: key.span() },
                documents,
            },
            home: (scope.stem.clone(), audience.to_owned()),
            superseded_by,
            overrides,
            agrees_with,
            way_out,
        })
    }
}
