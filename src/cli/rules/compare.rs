//! `rules list`, `rules diff` and `rules table`: the rule base from above.

use std::collections::BTreeSet;

use crate::language::Language;
use crate::profile::Field;
use crate::render::{Args, Catalog, Renderer};
use crate::rules::{Condition, Parameter, Rule, RuleBase, RuleKind, Test, can_hold};

/// Which rules to list.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Filter {
    pub province: Option<u8>,
    pub filer: Option<u8>,
    pub kind: Option<RuleKind>,
}

impl Filter {
    fn admits(self, rule: &Rule) -> bool {
        let for_filer = |filer: u8| {
            let filer = Condition::Test(Field::Filer, Test::OneOf(1 << filer));
            can_hold(&Condition::all([rule.when.clone(), filer]))
        };
        self.province.is_none_or(|province| rule.province == Some(province))
            && self.kind.is_none_or(|kind| rule.kind == kind)
            && self.filer.is_none_or(for_filer)
    }
}

/// A line for each rule: id, kind, title, sources.
pub(super) fn list(renderer: &Renderer<'_>, filter: Filter, language: Language) -> String {
    let mut text = String::new();
    for rule in renderer.rules.rules.iter().filter(|rule| filter.admits(rule)) {
        let sources: Vec<&str> = rule.sources.iter().map(|citation| citation.as_str()).collect();
        let title = &renderer.rule_text(language, rule).title;
        text.push_str(&format!("{}  [{}]  {title}  ({})\n", rule.id, rule.kind, sources.join(", ")));
    }
    text
}

/// What a rule is called within its province: audience and name.
fn local_name(rule: &Rule) -> &str {
    rule.id.split_once('.').map_or("", |(_, name)| name)
}

/// What differs between two provinces: rules that only one has, and rules that both have with other figures or conditions.
pub(super) fn diff(renderer: &Renderer<'_>, one: u8, other: u8, language: Language) -> String {
    let names = Field::Province.allowed_values();
    let of = |province: u8| renderer.rules.rules.iter().filter(move |rule| rule.province == Some(province));
    let mut text = String::new();
    for (from, against, mark) in [(one, other, '<'), (other, one, '>')] {
        for rule in of(from) {
            let counterpart = of(against).find(|candidate| local_name(candidate) == local_name(rule));
            let title = &renderer.rule_text(language, rule).title;
            match counterpart {
                None => text.push_str(&format!("{mark} {}  [{}]  {title}\n", rule.id, rule.kind)),
                Some(counterpart) if from == one && differs(rule, counterpart) => {
                    let theirs = &renderer.rule_text(language, counterpart).title;
                    text.push_str(&format!(
                        "≠ {}  [{}]\n  {}: {title}\n  {}: {theirs}\n",
                        local_name(rule),
                        rule.kind,
                        names[usize::from(one)],
                        names[usize::from(other)]
                    ));
                }
                Some(_) => {}
            }
        }
    }
    text
}

/// Whether two rules of the same name ask for different things. That each belongs to its own province is no difference.
fn differs(a: &Rule, b: &Rule) -> bool {
    let local = |rule: &Rule| match &rule.when {
        Condition::All(parts) => {
            parts.iter().filter(|part| !matches!(part, Condition::Test(Field::Province, _))).cloned().collect::<Vec<_>>()
        }
        other => vec![other.clone()],
    };
    a.kind != b.kind || a.check != b.check || a.parameters != b.parameters || a.way_out_kind() != b.way_out_kind() || local(a) != local(b)
}

/// A column of the table: what is asked, of whom, and the patterns that ask it.
struct Column {
    key: &'static str,
    audience: &'static str,
    /// Pattern, and how its cell reads: a key of the texts, or the rule's own figure.
    cells: &'static [(&'static str, Cell)],
}

#[derive(Clone, Copy)]
enum Cell {
    Word(&'static str),
    /// The rule's first parameter.
    Figure,
}

const COLUMNS: &[Column] = &[
    Column {
        key: "table-individual-id",
        audience: "individual",
        cells: &[("id-in-province-only", Cell::Word("table-local-only")), ("id-in-province", Cell::Word("table-or-permit"))],
    },
    Column {
        key: "table-individual-age",
        audience: "individual",
        cells: &[
            ("minimum-age", Cell::Figure),
            ("guardian-id", Cell::Word("table-guardian")),
            ("employment-proof", Cell::Word("table-employment")),
            ("employment-or-income-proof", Cell::Word("table-employment")),
        ],
    },
    Column { key: "table-individual-phone", audience: "individual", cells: &[("phone-in-province", Cell::Word("table-local"))] },
    Column { key: "table-individual-domain", audience: "individual", cells: &[("domain-valid", Cell::Figure)] },
    Column {
        key: "table-individual-change",
        audience: "individual",
        cells: &[
            ("free-change", Cell::Word("table-free")),
            ("individual-to-own-unit", Cell::Word("table-own-unit")),
            ("individual-stays-as-is", Cell::Word("table-none")),
        ],
    },
    Column {
        key: "table-unit-principal",
        audience: "unit",
        cells: &[("principal-letter", Cell::Word("table-or-letter")), ("principal-is-legal-rep", Cell::Word("table-legal-rep"))],
    },
    Column {
        key: "table-unit-manager",
        audience: "unit",
        cells: &[
            ("manager-letter", Cell::Word("table-or-letter")),
            ("manager-is-legal-rep", Cell::Word("table-legal-rep")),
            ("principal-is-not-manager", Cell::Word("table-other-person")),
        ],
    },
    Column {
        key: "table-unit-age",
        audience: "unit",
        cells: &[("minimum-age", Cell::Figure), ("employment-or-income-proof", Cell::Word("table-employment"))],
    },
    Column { key: "table-unit-phone", audience: "unit", cells: &[("phone-in-province", Cell::Word("table-local"))] },
    Column { key: "table-unit-holder", audience: "unit", cells: &[("domain-holder", Cell::Figure)] },
    Column { key: "table-unit-domain", audience: "unit", cells: &[("domain-valid", Cell::Figure)] },
    Column {
        key: "table-unit-change",
        audience: "unit",
        cells: &[("free-change", Cell::Word("table-free")), ("unit-stays-unit", Cell::Word("table-none"))],
    },
];

/// The main requirements of all provinces as a Markdown table. A cell without a rule is a dash: the sources say nothing.
pub(super) fn table(renderer: &Renderer<'_>, language: Language) -> String {
    let say = |key: &str| renderer.catalog.text(language, key, &Args::none());
    let mut heads = vec![say("table-province")];
    heads.extend(COLUMNS.iter().map(|column| say(column.key)));
    let mut text = format!("| {} |\n|{}\n", heads.join(" | "), " --- |".repeat(heads.len()));
    for (province, name) in (0u8..).zip(Field::Province.allowed_values()) {
        let mut row = vec![renderer.catalog.value_name(language, Field::Province, name)];
        row.extend(COLUMNS.iter().map(|column| cell(renderer.catalog, renderer.rules, province, column, language)));
        text.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    text
}

fn cell(catalog: &Catalog, rules: &RuleBase, province: u8, column: &Column, language: Language) -> String {
    let audiences = [column.audience, "enterprise"];
    let speaks = |rule: &&Rule| {
        let parts: Vec<&str> = rule.id.split('.').collect();
        // A rule for everybody, for the audience or, among units, for enterprises.
        let audience = if parts.len() == 2 { column.audience } else { parts.get(1).copied().unwrap_or_default() };
        let fits = if column.audience == "unit" { audiences.contains(&audience) } else { audience == column.audience };
        rule.province == Some(province) && fits && rule.superseded_by.is_empty()
    };
    for (pattern, reads) in column.cells {
        let rule = rules.rules.iter().filter(speaks).find(|rule| rule.pattern.as_deref() == Some(pattern));
        if let Some(rule) = rule {
            return match reads {
                Cell::Word(key) => catalog.text(language, key, &Args::none()),
                Cell::Figure => figure(catalog, rule, language),
            };
        }
    }
    "–".to_owned()
}

fn figure(catalog: &Catalog, rule: &Rule, language: Language) -> String {
    match rule.parameters.first() {
        Some((_, Parameter::Number(number))) => number.to_string(),
        Some((_, Parameter::Words(words))) => crate::render::words_in(catalog, rule, words, language),
        None => String::new(),
    }
}

/// The names of the kinds of rules, for usage.
pub(super) fn kind(name: &str) -> Result<RuleKind, String> {
    RuleKind::named(name).ok_or_else(|| format!("kinds are {}", RuleKind::ALL.map(RuleKind::name).join(", ")))
}

/// The index of a named value of a field, for usage.
pub(super) fn value_of(field: Field, name: &str) -> Result<u8, String> {
    let known: BTreeSet<&str> = field.allowed_values().iter().copied().collect();
    field.value_index(name).ok_or_else(|| format!("expected one of {}", known.into_iter().collect::<Vec<_>>().join(", ")))
}
