//! Whether every line of the documents is accounted for: cited by a rule, or left out for a reason.

use std::ops::RangeInclusive;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{File, Problems};
use super::rule::RuleBase;
use super::sources::{Document, Place, Sources};

/// Why a line needs no rule. Each is a word that a reviewer can check against the line.
pub const REASONS: &[(&str, &str)] = &[
    ("contents", "table of contents"),
    ("duplicate", "says again what a cited line says"),
    ("explanation", "explains; asks for nothing"),
    ("head-of-table", "head of a table"),
    ("heading", "heading or title of a section or a list"),
    ("illustration", "picture"),
    ("layout", "part of a broken line, or a rule of the layout"),
    ("legal", "legal notice of the document"),
    ("link", "only points to another page"),
    ("no-province", "speaks of some provinces without naming one: asks for nothing"),
    ("screen", "which button to press on a screen"),
];

/// Lines of a document that no rule needs to cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    pub document: usize,
    pub lines: RangeInclusive<u32>,
    pub reason: String,
}

/// Reads `exclusions.toml`: for each document a table of reasons, each with its lines.
pub fn parse_exclusions(file: &Arc<File>, sources: &Sources, problems: &mut Problems) -> Vec<Exclusion> {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        problems.add(file, error.span().unwrap_or(0..0), error.message().to_owned(), "the file is not valid TOML");
    }
    let mut exclusions = Vec::new();
    for (key, value) in table.get_ref() {
        let (Some(document), Some(reasons)) = (sources.index_of(key.get_ref()), value.get_ref().as_table()) else {
            problems.add(
                file,
                key.span(),
                format!("`{}` is no document", key.get_ref()),
                "write a table named after a document of sources.toml",
            );
            continue;
        };
        for (reason, lines) in reasons {
            let known = REASONS.iter().any(|(name, _)| *name == &**reason.get_ref());
            if !known {
                let names: Vec<_> = REASONS.iter().map(|(name, _)| *name).collect();
                problems.add(
                    file,
                    reason.span(),
                    format!("unknown reason `{}`", reason.get_ref()),
                    format!("reasons are {}", names.join(", ")),
                );
            }
            for item in lines.get_ref().as_array().into_iter().flatten() {
                match range(item, &sources.documents[document]) {
                    Some(lines) => exclusions.push(Exclusion { document, lines, reason: reason.get_ref().to_string() }),
                    None => problems.add(file, item.span(), "no lines of this document", "write a line number, or \"FIRST-LAST\""),
                }
            }
        }
    }
    exclusions
}

fn range(item: &Spanned<DeValue<'_>>, document: &Document) -> Option<RangeInclusive<u32>> {
    let (first, last) = match item.get_ref() {
        DeValue::Integer(number) => {
            let line = number.as_str().parse().ok()?;
            (line, line)
        }
        DeValue::String(text) => {
            let (first, last) = text.split_once('-')?;
            (first.parse().ok()?, last.parse().ok()?)
        }
        _ => return None,
    };
    (1 <= first && first <= last && last <= document.lines?).then_some(first..=last)
}

/// How the lines of one document are accounted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Lines that are not blank.
    pub lines: usize,
    pub cited: usize,
    pub excluded: usize,
    /// Line numbers.
    pub unaccounted: Vec<u32>,
    /// Lines that are excluded although a rule cites them.
    pub needless: Vec<u32>,
}

/// Accounts for the lines of a document.
pub fn coverage(base: &RuleBase, document: usize, text: &str) -> Coverage {
    let mut coverage = Coverage { lines: 0, cited: 0, excluded: 0, unaccounted: Vec::new(), needless: Vec::new() };
    let cited_ranges: Vec<RangeInclusive<u32>> = base
        .rules
        .iter()
        .flat_map(|rule| &rule.sources)
        .filter(|citation| citation.document == document)
        .filter_map(|citation| match citation.place {
            Place::Lines(first, last) => Some(first..=last),
            Place::Named(_) | Place::Whole => None,
        })
        .collect();
    for (number, line) in (1u32..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        coverage.lines += 1;
        let cited = cited_ranges.iter().any(|range| range.contains(&number));
        let excluded = base.exclusions.iter().any(|exclusion| exclusion.document == document && exclusion.lines.contains(&number));
        match (cited, excluded) {
            (true, _) => coverage.cited += 1,
            (false, true) => coverage.excluded += 1,
            (false, false) => coverage.unaccounted.push(number),
        }
        if cited && excluded {
            coverage.needless.push(number);
        }
    }
    coverage
}
