//! From the files of a rule folder to a checked rule base.
//!
//! A folder holds `sources.toml` (documents), `exclusions.toml` (their lines that need no rule), `patterns.toml` (what many provinces ask alike, with parameters) and rule
//! files: `nation.toml`, `approvals.toml`, `providers/NAME.toml` and `provinces/NAME.toml`. Every fault is
//! collected; a folder with a fault gives no rule base.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::compile::{Compiler, Parameters, nearest, strings};
use super::condition::{Condition, Test, can_hold};
use super::coverage::parse_exclusions;
use super::problem::{File, Problem, Problems};
use super::rule::{Parameter, Rule, RuleBase, RuleKey, RuleKind, WayOut, Written};
use super::sources::{Citation, Sources};
use crate::profile::Field;

const SOURCES_FILE: &str = "sources.toml";
const PATTERNS_FILE: &str = "patterns.toml";
const EXCLUSIONS_FILE: &str = "exclusions.toml";

/// Citations of a rule: each has a bit of its own.
const CITATIONS_MAX: usize = 64;

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

/// Entries of a pattern: what a rule may take from it, and the names of its parameters.
const PATTERN_ENTRIES: &[&str] =
    &["parameters", "apart", "kind", "when", "check", "overrides", "agrees_with", "way_out", "blocks", "no_filing", "left_open", "order"];

type Table<'t> = DeTable<'t>;
type Node<'t> = Spanned<DeValue<'t>>;

struct Pattern<'t> {
    file: Arc<File>,
    table: &'t Table<'t>,
    parameters: Vec<String>,
}

/// A rule between the pass that reads it and the pass that links it.
struct Draft {
    rule: Rule,
    /// Stem and audience: where short references are looked up.
    home: (String, String),
    superseded_by: Vec<Reference>,
    overrides: Vec<Reference>,
    agrees_with: Vec<Reference>,
    way_out: Option<Reference>,
}

/// The name of another rule, and where it is written: in the rule's file or in its pattern's.
struct Reference {
    name: String,
    file: Arc<File>,
    span: Range<usize>,
}

/// Loads and checks a rule folder, given as its files.
///
/// # Errors
/// Every fault found, in file order.
pub fn load(files: &[Arc<File>]) -> Result<RuleBase, Vec<Problem>> {
    let mut problems = Problems::default();
    let sources = match files.iter().find(|file| file.name == SOURCES_FILE) {
        Some(file) => Sources::parse(file, &mut problems),
        None => {
            let missing = Arc::new(File { name: SOURCES_FILE.to_owned(), text: String::new() });
            problems.add(&missing, 0..0, "the folder has no sources.toml", "list the documents that the rules cite");
            Sources::default()
        }
    };

    let parsed: Vec<(Arc<File>, Spanned<Table<'_>>)> = files
        .iter()
        .filter(|file| file.name != SOURCES_FILE && file.name != EXCLUSIONS_FILE)
        .map(|file| {
            let (table, errors) = DeTable::parse_recoverable(&file.text);
            for error in errors {
                problems.add(file, error.span().unwrap_or(0..0), error.message().to_owned(), "the file is not valid TOML");
            }
            (Arc::clone(file), table)
        })
        .collect();

    let mut patterns = HashMap::new();
    for (file, table) in parsed.iter().filter(|(file, _)| file.name == PATTERNS_FILE) {
        for (name, value) in table.get_ref() {
            match value.get_ref() {
                DeValue::Table(entries) => {
                    for (key, _) in entries.iter().filter(|(key, _)| !PATTERN_ENTRIES.contains(&&**key.get_ref())) {
                        let help = nearest(key.get_ref(), PATTERN_ENTRIES.iter().copied());
                        problems.add(file, key.span(), format!("a pattern has no entry `{}`", key.get_ref()), help);
                    }
                    let pattern = Pattern { file: Arc::clone(file), table: entries, parameters: parameter_names(entries) };
                    patterns.insert(name.get_ref().to_string(), pattern);
                }
                _ => problems.add(file, value.span(), format!("`{}` is no pattern", name.get_ref()), "write a table [name]"),
            }
        }
    }

    let mut drafts = Vec::new();
    for (file, table) in parsed.iter().filter(|(file, _)| file.name != PATTERNS_FILE) {
        let mut reader = Reader { file, sources: &sources, patterns: &patterns, problems: &mut problems };
        reader.rule_file(table.get_ref(), &mut drafts);
    }
    let exclusions = files.iter().find(|file| file.name == EXCLUSIONS_FILE);
    let exclusions = exclusions.map(|file| parse_exclusions(file, &sources, &mut problems)).unwrap_or_default();
    let base = RuleBase { exclusions, ..link(drafts, sources, &mut problems) };
    if problems.list.is_empty() {
        Ok(base)
    } else {
        problems.list.sort_by(|a, b| (&a.file.name, a.span.start).cmp(&(&b.file.name, b.span.start)));
        problems.list.dedup();
        Err(problems.list)
    }
}

fn parameter_names(pattern: &Table<'_>) -> Vec<String> {
    let list = pattern.get("parameters").and_then(strings).unwrap_or_default();
    list.into_iter().map(|(name, _)| name).collect()
}

/// Reads the rules of one file.
struct Reader<'a, 't> {
    file: &'a Arc<File>,
    sources: &'a Sources,
    patterns: &'a HashMap<String, Pattern<'t>>,
    problems: &'a mut Problems,
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
    fn fault(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.add(self.file, span, message, help);
    }

    fn compiler<'c>(&'c mut self, parameters: &'c Parameters<'t>) -> Compiler<'c, 't> {
        Compiler { file: self.file, parameters_file: self.file, parameters, problems: self.problems }
    }

    fn rule_file(&mut self, table: &'t Table<'t>, drafts: &mut Vec<Draft>) {
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

    /// The names of other rules.
    fn references(&mut self, entries: &'t Table<'t>, pattern: Option<&Pattern<'t>>, name: &str) -> Vec<Reference> {
        let Some((file, node)) = self.entry(entries, pattern, name) else { return Vec::new() };
        match strings(node) {
            Some(names) => names.into_iter().map(|(name, span)| Reference { name, file: Arc::clone(&file), span }).collect(),
            None => {
                self.problems.add(&file, node.span(), format!("a malformed `{name}`"), "write the name of a rule, or a list of names");
                Vec::new()
            }
        }
    }

    fn text(&mut self, entries: &Table<'_>, name: &str) -> Option<String> {
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
    fn entry(&self, entries: &'t Table<'t>, pattern: Option<&Pattern<'t>>, name: &str) -> Option<(Arc<File>, &'t Node<'t>)> {
        let own = entries.get(name).map(|node| (Arc::clone(self.file), node));
        own.or_else(|| pattern.and_then(|pattern| Some((Arc::clone(&pattern.file), pattern.table.get(name)?))))
    }

    /// A flag, false where it is absent.
    fn flag(&mut self, entries: &'t Table<'t>, pattern: Option<&Pattern<'t>>, name: &str) -> bool {
        let Some((file, node)) = self.entry(entries, pattern, name) else { return false };
        node.get_ref().as_bool().unwrap_or_else(|| {
            self.problems.add(&file, node.span(), format!("`{name}` is no flag"), "write true or false");
            false
        })
    }

    /// Whether rules of the pattern never take each other's place; false where the pattern does not say.
    fn apart(&mut self, pattern: &Pattern<'t>) -> bool {
        let Some(node) = pattern.table.get("apart") else { return false };
        node.get_ref().as_bool().unwrap_or_else(|| {
            self.problems.add(&pattern.file, node.span(), "`apart` is no flag", "write true or false");
            false
        })
    }

    fn parameters(
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

    fn kind(&mut self, entries: &'t Table<'t>, pattern: Option<&Pattern<'t>>, span: &Range<usize>, name: &str) -> Option<RuleKind> {
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
    fn conditions(
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

    fn condition(&mut self, entries: &'t Table<'t>, pattern: Option<&Pattern<'t>>, name: &str, parameters: &Parameters<'t>) -> Condition {
        Condition::all(self.conditions(entries, pattern, name, parameters))
    }

    /// Appends the citations of `cite_also = [{ when = { … }, cite = … }]` and says where each begins and when it holds.
    fn conditional_citations(&mut self, entries: &'t Table<'t>, sources: &mut Vec<Citation>) -> Vec<(usize, Condition)> {
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

    fn citations(&mut self, entries: &Table<'_>, span: &Range<usize>, name: &str) -> Vec<Citation> {
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

fn integer(node: &Node<'_>) -> Option<i64> {
    let integer = node.get_ref().as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// A parameter as texts show it; conditions have no text.
fn shown(node: &Node<'_>) -> Option<Parameter> {
    match node.get_ref() {
        DeValue::Integer(_) => integer(node).map(Parameter::Number),
        DeValue::String(_) | DeValue::Array(_) => Some(Parameter::Words(strings(node)?.into_iter().map(|(text, _)| text).collect())),
        _ => None,
    }
}

/// Orders the rules, resolves what they say of each other and merges what agrees.
fn link(mut drafts: Vec<Draft>, sources: Sources, problems: &mut Problems) -> RuleBase {
    // A stable sort: inside a file, rules stay as written.
    drafts.sort_by_key(|draft| draft.rule.province);
    let mut by_id = HashMap::new();
    let mut by_key = HashMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        if let Some(other) = by_key.insert(RuleKey::of(&draft.rule.id), index).map(|other: usize| &drafts[other].rule.id)
            && *other != draft.rule.id
        {
            let message = format!("the id `{}` has the same key as `{other}`", draft.rule.id);
            problems.list.push(draft.rule.written.problem(message, "give one of them another name"));
        }
        if by_id.insert(draft.rule.id.clone(), index).is_some() {
            problems
                .list
                .push(draft.rule.written.problem(format!("the id `{}` is used twice", draft.rule.id), "give each rule an id of its own"));
        }
    }
    let resolve = |draft: &Draft, reference: &Reference, problems: &mut Problems| {
        let (stem, audience) = &draft.home;
        let name = &reference.name;
        let found =
            [format!("{stem}.{audience}.{name}"), format!("{stem}.{name}"), name.clone()].iter().find_map(|id| by_id.get(id).copied());
        if found.is_none() {
            let help = nearest(&format!("{stem}.{audience}.{name}"), by_id.keys().map(String::as_str));
            problems.add(&reference.file, reference.span.clone(), format!("there is no rule `{name}`"), help);
        }
        found
    };
    let mut links = Vec::with_capacity(drafts.len());
    for draft in &drafts {
        let mut all = |references: &[Reference]| -> Vec<usize> {
            references.iter().filter_map(|reference| resolve(draft, reference, problems)).collect()
        };
        let (superseded_by, overrides, agrees_with) = (all(&draft.superseded_by), all(&draft.overrides), all(&draft.agrees_with));
        let way_out = draft.way_out.as_ref().and_then(|reference| {
            let found = resolve(draft, reference, problems)?;
            if !matches!(drafts[found].rule.kind, RuleKind::Material | RuleKind::Approval) {
                let message = format!("the way out `{}` is a {}", reference.name, drafts[found].rule.kind);
                problems.add(&reference.file, reference.span.clone(), message, "a way out is a material or an approval, or true");
            }
            Some(found)
        });
        links.push((superseded_by, overrides, agrees_with, way_out));
    }
    let mut overridden = Vec::new();
    for (index, (draft, (superseded_by, overrides, agrees_with, way_out))) in drafts.iter_mut().zip(links).enumerate() {
        overridden.extend(overrides.into_iter().map(|general| (general, index)));
        if superseded_by.contains(&index) {
            problems.list.push(draft.rule.written.problem(format!("`{}` supersedes itself", draft.rule.id), "name the newer rule"));
        }
        draft.rule.superseded_by = superseded_by;
        draft.rule.agrees_with = agrees_with;
        if let Some(material) = way_out {
            draft.rule.way_out = WayOut::Material(material);
        }
    }
    let mut rules: Vec<Rule> = drafts.into_iter().enumerate().map(|(index, draft)| Rule { index, ..draft.rule }).collect();
    for (general, local) in overridden {
        rules[general].overridden_by.push(local);
    }
    let nationwide = rules.iter().take_while(|rule| rule.province.is_none()).count();
    link_overrides(&mut rules, nationwide);

    let mut provinces = vec![0..0; Field::Province.allowed_values().len()];
    for (index, rule) in rules.iter().enumerate() {
        if let Some(province) = rule.province {
            let range = &mut provinces[usize::from(province)];
            let start = if range.start == range.end { index } else { range.start };
            *range = start..index + 1;
        }
    }
    RuleBase { rules, sources, exclusions: Vec::new(), nationwide, provinces, by_id, by_key }
}

/// Where a province has a rule of the same pattern as the nation, the province's takes its place. Where both ask the same,
/// the province's cites the nation's lines as well.
fn link_overrides(rules: &mut [Rule], nationwide: usize) {
    let (nation, provinces) = rules.split_at_mut(nationwide);
    for (offset, local) in provinces.iter_mut().enumerate() {
        for (index, general) in nation.iter_mut().enumerate() {
            // Approvals of different categories share a pattern, and none takes another's place; neither do deadlines of different events.
            let same_pattern =
                general.pattern.is_some() && general.pattern == local.pattern && general.kind != RuleKind::Approval && !general.apart;
            if !same_pattern || !can_hold(&Condition::all([general.when.clone(), local.when.clone()])) {
                continue;
            }
            general.overridden_by.push(nationwide + offset);
            if general.kind == local.kind && general.check == local.check && general.parameters == local.parameters {
                local.agrees_with.push(index);
            }
        }
    }
}
