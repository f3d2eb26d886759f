//! From the files of a rule folder to a checked rule base: `patterns.toml` first, then `reader` reads the rules of each file entry by
//! entry (`entries`), and `link` resolves what they say of each other.
//!
//! A folder holds `sources.toml` (documents), `exclusions.toml` (their lines that need no rule), `patterns.toml` (what many provinces ask
//! alike, with parameters) and rule files: `nation.toml`, `approvals.toml`, `providers/NAME.toml` and `provinces/NAME.toml`. Every fault is
//! collected; a folder with a fault gives no rule base.

mod entries;
mod link;
mod reader;

use std::collections::HashMap;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::compile::{nearest, strings};
use super::coverage::parse_exclusions;
use super::problem::{File, Problem, Problems};
use super::rule::RuleBase;
use super::sources::Sources;
use link::link;
use reader::Reader;

const SOURCES_FILE: &str = "sources.toml";
const PATTERNS_FILE: &str = "patterns.toml";
const EXCLUSIONS_FILE: &str = "exclusions.toml";

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
