//! `rules coverage`: whether every line of the documents is accounted for.

use std::path::Path;

use super::super::{BAD, OK, fail};
use crate::rules::{RuleBase, coverage};

/// Characters of an unaccounted line that are shown.
const LINE_CHARS_MAX: usize = 70;

pub(super) fn run(rules: &RuleBase, folder: &Path) -> u8 {
    let mut unaccounted = 0;
    for (index, document) in rules.sources.documents.iter().enumerate().filter(|(_, document)| document.lines.is_some()) {
        let path = folder.join(&document.file);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => return fail(BAD, &format!("{}: {error}", path.display())),
        };
        let covered = coverage(rules, index, &text);
        println!(
            "{}: {} lines, {} cited, {} excluded, {} unaccounted",
            document.key,
            covered.lines,
            covered.cited,
            covered.excluded,
            covered.unaccounted.len()
        );
        for number in &covered.unaccounted {
            let line = text.lines().nth(*number as usize - 1).unwrap_or_default();
            let shown: String = line.trim().chars().take(LINE_CHARS_MAX).collect();
            println!("  {}:{number} {shown}", document.key);
        }
        for number in &covered.needless {
            println!("  {}:{number} is excluded although a rule cites it", document.key);
        }
        unaccounted += covered.unaccounted.len();
    }
    println!("unaccounted: {unaccounted}");
    if unaccounted == 0 { OK } else { BAD }
}
