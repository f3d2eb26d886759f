//! The entries of a rule, its own or its pattern's: names, flags, figures, conditions and citations.

use std::ops::Range;
use std::sync::Arc;

use toml::de::DeValue;

use super::link::Reference;
use super::reader::Reader;
use super::{Node, Pattern, Table};
use crate::rules::compile::{Compiler, Parameters, nearest, strings};
use crate::rules::condition::Condition;
use crate::rules::problem::File;
use crate::rules::rule::{Parameter, RuleKind};
use crate::rules::sources::Citation;

/// Entries of a rule or a pattern that are not parameters.
const ENTRIES: &[&str] = &[
    "pattern",
    "kind",
    "when",
    "check",
    "cite",
    "cite_also",
    "superseded_by",
    "overrides",
    "agrees_with",
    "way_out",
    "blocks",
    "no_filing",
    "left_open",
    "order",
];

impl<'t> Reader<'_, 't> {
    /// The names of other rules.
    pub(super) fn references(&mut self, entries: &'t Table<'t>, pattern: Option<&Pattern<'t>>, name: &str) -> Vec<Reference> {
        let Some((file, node)) = self.entry(entries, pattern, name) else { return Vec::new() };
        match strings(node) {
            Some(names) => names.into_iter().map(|(name, span)| Reference { name, file: Arc::clone(&file), span }).collect(),
            None => {
                self.problems.add(&file, node.span(), format!("a malformed `{name}`"), "write the name of a rule, or a list of names");
                Vec::new()
            }
        }
    }

    pub(super) fn text(&mut self, entries: &Table<'_>, name: &str) -> Option<String> {
        let node = entries.get(name)?;
        match node.get_ref().as_str() {
            Some(text) => Some(text.to_owned()),
            None => {
                self.fault(node.span(), format!("`{name}` is no string"), "write a string");
                None
            }
        }
    }

    /// The rule's own entry, or its pattern's, with the file that it stands in.
    pub(super) fn entry(&self, entries: &'t Table<'t>, pattern: Option<&Pattern<'t>>, name: &str) -> Option<(Arc<File>, &'t Node<'t>)> {
        let own = entries.get(name).map(|node| (Arc::clone(self.file), node));
        own.or_else(|| pattern.and_then(|pattern| Some((Arc::clone(&pattern.file), pattern.table.get(name)?))))
    }

    /// A flag, false where it is absent.
    pub(super) fn flag(&mut self, entries: &'t Table<'t>, pattern: Option<&Pattern<'t>>, name: &str) -> bool {
        let Some((file, node)) = self.entry(entries, pattern, name) else { return false };
        node.get_ref().as_bool().unwrap_or_else(|| {
            self.problems.add(&file, node.span(), format!("`{name}` is no flag"), "write true or false");
            false
        })
    }

    /// Whether rules of the pattern never take each other's place; false where the pattern does not say.
    pub(super) fn apart(&mut self, pattern: &Pattern<'t>) -> bool {
        let Some(node) = pattern.table.get("apart") else { return false };
        node.get_ref().as_bool().unwrap_or_else(|| {
            self.problems.add(&pattern.file, node.span(), "`apart` is no flag", "write true or false");
            false
        })
    }

    pub(super) fn parameters(
        &mut self,
        entries: &'t Table<'t>,
        pattern: Option<&Pattern<'t>>,
        span: Range<usize>,
        pattern_name: &str,
    ) -> Parameters<'t> {
        let wanted: &[String] = pattern.map_or(&[], |pattern| &pattern.parameters);
        let mut parameters = Parameters::new();
        for (name, node) in entries {
            let name_text = &**name.get_ref();
            if ENTRIES.contains(&name_text) {
                continue;
            }
            // A rule without a pattern may carry figures that only its text shows.
            if pattern.is_none() || wanted.iter().any(|wanted| wanted == name_text) {
                parameters.push((name_text, node));
            } else {
                let allowed = ENTRIES.iter().copied().chain(wanted.iter().map(String::as_str));
                let help = nearest(name_text, allowed);
                self.fault(name.span(), format!("pattern `{pattern_name}` has no parameter `{name_text}`"), help);
            }
        }
        for missing in wanted.iter().filter(|wanted| !parameters.iter().any(|(name, _)| name == *wanted)) {
            self.fault(
                span.clone(),
                format!("the parameter `{missing}` of pattern `{pattern_name}` is missing"),
                format!("add {missing} = …"),
            );
        }
        parameters
    }

    pub(super) fn kind(
        &mut self,
        entries: &'t Table<'t>,
        pattern: Option<&Pattern<'t>>,
        span: &Range<usize>,
        name: &str,
    ) -> Option<RuleKind> {
        let kinds = RuleKind::ALL.map(RuleKind::name).join(", ");
        let Some((file, node)) = self.entry(entries, pattern, "kind") else {
            let help = match pattern {
                Some(_) => format!("its pattern has none either; kinds are {kinds}"),
                None => format!("kinds are {kinds}; or name a pattern: {}", nearest(name, self.patterns.keys().map(String::as_str))),
            };
            self.fault(span.clone(), format!("`{name}` has no kind"), help);
            return None;
        };
        let kind = node.get_ref().as_str().and_then(RuleKind::named);
        if kind.is_none() {
            self.problems.add(&file, node.span(), "unknown kind", format!("kinds are {kinds}"));
        }
        kind
    }

    /// The pattern's condition and the rule's own, compiled.
    pub(super) fn conditions(
        &mut self,
        entries: &'t Table<'t>,
        pattern: Option<&Pattern<'t>>,
        name: &str,
        parameters: &Parameters<'t>,
    ) -> Vec<Condition> {
        let mut parts = Vec::new();
        if let Some(pattern) = pattern
            && let Some(node) = pattern.table.get(name)
        {
            let mut compiler = Compiler { file: &pattern.file, parameters_file: self.file, parameters, problems: self.problems };
            parts.extend(compiler.value(node));
        }
        if let Some(node) = entries.get(name) {
            parts.extend(self.compiler(parameters).value(node));
        }
        parts
    }

    pub(super) fn condition(
        &mut self,
        entries: &'t Table<'t>,
        pattern: Option<&Pattern<'t>>,
        name: &str,
        parameters: &Parameters<'t>,
    ) -> Condition {
        Condition::all(self.conditions(entries, pattern, name, parameters))
    }

    /// Appends the citations of `cite_also = [{ when = { … }, cite = … }]` and says where each begins and when it holds.
    pub(super) fn conditional_citations(&mut self, entries: &'t Table<'t>, sources: &mut Vec<Citation>) -> Vec<(usize, Condition)> {
        let Some(node) = entries.get("cite_also") else { return Vec::new() };
        let malformed = "write cite_also = [{ when = { … }, cite = \"KEY:LINE\" }]";
        let Some(list) = node.get_ref().as_array() else {
            self.fault(node.span(), "a malformed `cite_also`", malformed);
            return Vec::new();
        };
        let mut conditional = Vec::new();
        for entry in list {
            let table = entry.get_ref().as_table();
            let Some((table, when)) = table.and_then(|table| Some((table, table.get("when")?))) else {
                self.fault(entry.span(), "a malformed `cite_also`", malformed);
                continue;
            };
            let condition = self.compiler(&Parameters::new()).value(when);
            for citation in self.citations(table, &entry.span(), "cite_also") {
                if let Some(condition) = &condition {
                    conditional.push((sources.len(), condition.clone()));
                }
                sources.push(citation);
            }
        }
        conditional
    }

    pub(super) fn citations(&mut self, entries: &Table<'_>, span: &Range<usize>, name: &str) -> Vec<Citation> {
        let Some(node) = entries.get("cite") else {
            self.fault(span.clone(), format!("`{name}` cites nothing"), "add cite = \"KEY:LINE\": no rule without a source");
            return Vec::new();
        };
        let Some(texts) = strings(node).filter(|texts| !texts.is_empty()) else {
            self.fault(node.span(), format!("`{name}` cites nothing"), "write cite = \"KEY:LINE\" or a list of citations");
            return Vec::new();
        };
        let mut citations = Vec::new();
        for (text, span) in texts {
            match self.sources.cite(&text) {
                Ok(citation) => citations.push(citation),
                Err((message, help)) => self.fault(span, message, help),
            }
        }
        citations
    }
}

pub(super) fn integer(node: &Node<'_>) -> Option<i64> {
    let integer = node.get_ref().as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// A parameter as texts show it; conditions have no text.
pub(super) fn shown(node: &Node<'_>) -> Option<Parameter> {
    match node.get_ref() {
        DeValue::Integer(_) => integer(node).map(Parameter::Number),
        DeValue::String(_) | DeValue::Array(_) => Some(Parameter::Words(strings(node)?.into_iter().map(|(text, _)| text).collect())),
        _ => None,
    }
}
