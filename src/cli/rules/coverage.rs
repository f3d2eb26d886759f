//! `rules coverage`: whether every line of the documents is accounted for.

use std::fmt::Write as _;
use std::path::Path;

use super::super::{BAD, OK, fail, say};
use crate::rules::{RuleBase, coverage};

/// Characters of an unaccounted line that are shown.
const LINE_CHARS_MAX: usize = 70;

pub(super) fn run(rules: &RuleBase, folder: &Path) -> u8 {
    let mut unaccounted = 0;
    let mut out = String::new();
    for (index, document) in rules.sources.documents.iter().enumerate().filter(|(_, document)| document.lines.is_some()) {
        let path = folder.join(&document.file);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => return fail(BAD, &format!("{}: {error}", path.display())),
        };
        let covered = coverage(rules, index, &text);
        let (lines, cited, excluded, left) = (covered.lines, covered.cited, covered.excluded, covered.unaccounted.len());
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}: {lines} lines, {cited} cited, {excluded} excluded, {left} unaccounted", document.key);
        for number in &covered.unaccounted {
            let line = text.lines().nth(*number as usize - 1).unwrap_or_default();
            let shown: String = line.trim().chars().take(LINE_CHARS_MAX).collect();
            let _ = writeln!(out, "  {}:{number} {shown}", document.key);
        }
        for number in &covered.needless {
            let _ = writeln!(out, "  {}:{number} is excluded although a rule cites it", document.key);
        }
        unaccounted += left;
    }
    let _ = writeln!(out, "unaccounted: {unaccounted}");
    match say(&out) {
        OK if unaccounted == 0 => OK,
        _ => BAD,
    }
}
