//! The rule base against the documents themselves. They are not part of the project: their folder is named by `BEIAN_SEEDS`, and
//! without it these tests are ignored, which `cargo test` says.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use beian_bot::rules::{self, Document, Place, RuleBase};
use sha2::{Digest, Sha256};

/// The folder of the documents.
fn seeds() -> PathBuf {
    PathBuf::from(std::env::var_os("BEIAN_SEEDS").expect("BEIAN_SEEDS names the folder of the source documents"))
}

/// The documents that are files; others were read elsewhere and are cited by place.
fn files(base: &RuleBase) -> impl Iterator<Item = (usize, &Document)> {
    base.sources.documents.iter().enumerate().filter(|(_, document)| document.lines.is_some())
}

#[test]
#[ignore = "compares with the source documents: set BEIAN_SEEDS to their folder and run with --ignored"]
fn the_documents_are_the_ones_that_were_read() {
    let folder = seeds();
    let base = rules::load(&rules::built_in()).expect("sound rules");
    for (_, document) in files(&base) {
        let bytes = std::fs::read(folder.join(&document.file)).unwrap_or_else(|error| panic!("{}: {error}", document.file));
        let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(Some(digest), document.sha256, "{} has changed", document.key);
        let lines = String::from_utf8(bytes).expect("UTF-8").lines().count();
        assert_eq!(u32::try_from(lines).ok(), document.lines, "{}", document.key);
    }
}

#[test]
#[ignore = "compares with the source documents: set BEIAN_SEEDS to their folder and run with --ignored"]
fn no_citation_stands_at_an_empty_line() {
    let folder = seeds();
    let base = rules::load(&rules::built_in()).expect("sound rules");
    let mut faults = BTreeSet::new();
    for (_, document) in files(&base) {
        let text = std::fs::read_to_string(folder.join(&document.file)).expect("a document");
        let lines: Vec<&str> = text.lines().collect();
        for rule in &base.rules {
            for citation in rule.sources.iter().filter(|citation| base.sources.documents[citation.document].key == document.key) {
                let Place::Lines(first, last) = citation.place else { continue };
                for line in [first, last] {
                    if lines[line as usize - 1].trim().is_empty() {
                        faults.insert(format!("{} cites the empty line {line} of {}", rule.id, document.key));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
#[ignore = "compares with the source documents: set BEIAN_SEEDS to their folder and run with --ignored"]
fn a_figure_of_a_rule_stands_in_the_lines_that_it_cites() {
    let folder = seeds();
    let base = rules::load(&rules::built_in()).expect("sound rules");
    let mut faults = Vec::new();
    // A rule that also rests on a document read elsewhere may have its figures from there.
    let of_lines = base.rules.iter().filter(|rule| rule.sources.iter().all(|source| matches!(source.place, Place::Lines(..))));
    for rule in of_lines {
        let mut text = String::new();
        for citation in &rule.sources {
            let document = &base.sources.documents[citation.document];
            let whole = std::fs::read_to_string(folder.join(&document.file)).expect("a document");
            if let Place::Lines(first, last) = citation.place {
                whole.lines().skip(first as usize - 1).take((last - first + 1) as usize).for_each(|line| text.push_str(line));
            }
        }
        for (name, parameter) in &rule.parameters {
            let rules::Parameter::Number(number) = parameter else { continue };
            if !written(*number).iter().any(|form| stands_alone(&text, form)) {
                faults.push(format!("{}: {name} = {number} does not stand in its lines", rule.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
#[ignore = "compares with the source documents: set BEIAN_SEEDS to their folder and run with --ignored"]
fn every_line_is_cited_or_excluded_for_a_reason_and_never_both() {
    let folder = seeds();
    let base = rules::load(&rules::built_in()).expect("sound rules");
    for (index, document) in files(&base) {
        let text = std::fs::read_to_string(folder.join(&document.file)).expect("a document");
        let covered = rules::coverage(&base, index, &text);
        assert!(covered.unaccounted.is_empty(), "{}: nobody accounts for {:?}", document.key, covered.unaccounted);
        assert!(covered.needless.is_empty(), "{}: excluded although cited: {:?}", document.key, covered.needless);
        assert_eq!(covered.cited + covered.excluded, covered.lines);
    }
}

/// How a document may write a figure.
fn written(number: i64) -> Vec<String> {
    let mut forms = vec![number.to_string()];
    match number {
        90 => forms.extend(["3个月", "3 个月", "三个月"].map(str::to_owned)),
        30 => forms.extend(["1个月", "一个月"].map(str::to_owned)),
        180 => forms.extend(["6个月", "半年"].map(str::to_owned)),
        16 => forms.push("十六".to_owned()),
        18 => forms.push("十八".to_owned()),
        10 => forms.push("十".to_owned()),
        3 => forms.push("三".to_owned()),
        _ => {}
    }
    forms
}

/// Whether the figure stands in the text and is no part of a longer one.
fn stands_alone(text: &str, figure: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    text.match_indices(figure).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + figure.len()..].chars().next();
        !before.is_some_and(digit) && !after.is_some_and(digit)
    })
}
