//! The smallest wrong rule folder of each kind, and the whole message for it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::Arc;

use beian_bot::assistant::{Assistant, LoadError};
use beian_bot::rules::{self, File};
use expect_test::{Expect, expect};
use miette::{GraphicalReportHandler, GraphicalTheme};

const SOURCES: &str = "[doc]\nfile = \"doc.txt\"\ndate = \"2020\"\nfound = \"a shelf\"\nlines = 9\n";

/// What the loader says of a folder with these files besides `sources.toml`.
fn messages(files: &[(&str, &str)]) -> String {
    let mut folder = vec![Arc::new(File { name: "sources.toml".to_owned(), text: SOURCES.to_owned() })];
    for (name, text) in files {
        folder.retain(|file| file.name != *name);
        folder.push(Arc::new(File { name: (*name).to_owned(), text: (*text).to_owned() }));
    }
    let problems = rules::load(&folder).expect_err("the folder is broken");
    render(problems)
}

fn render(problems: Vec<rules::Problem>) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(100);
    let mut text = String::new();
    for problem in problems {
        handler.render_report(&mut text, &problem).expect("rendered");
    }
    // Neither trailing blanks nor the margin carry anything.
    text.lines().map(|line| line.strip_prefix("  ").unwrap_or(line).trim_end().to_owned() + "\n").collect()
}

fn check(nation: &str, expect: Expect) {
    expect.assert_eq(&messages(&[("nation.toml", nation)]));
}

#[test]
fn a_field_that_does_not_exist() {
    check(
        "[all]\nage = { kind = \"requirement\", check = { agee = { at_least = 18 } }, cite = \"doc:1\" }\n",
        expect![[r#"
            × unknown field `agee`
             ╭─[nation.toml:2:41]
             1 │ [all]
             2 │ age = { kind = "requirement", check = { agee = { at_least = 18 } }, cite = "doc:1" }
             ·                                         ────
             ╰────
            help: did you mean `age`?
        "#]],
    );
}

#[test]
fn a_value_that_the_field_cannot_have() {
    check(
        "[all]\na = { kind = \"note\", when = { province = \"kanton\" }, cite = \"doc:1\" }\n",
        expect![[r#"
            × `province` cannot be `kanton`
             ╭─[nation.toml:2:42]
             1 │ [all]
             2 │ a = { kind = "note", when = { province = "kanton" }, cite = "doc:1" }
             ·                                          ────────
             ╰────
            help: expected one of beijing, tianjin, hebei, shanxi, inner_mongolia, liaoning, jilin,
                  heilongjiang, shanghai, jiangsu, zhejiang, anhui, fujian, jiangxi, shandong, henan, hubei,
                  hunan, guangdong, guangxi, hainan, chongqing, sichuan, guizhou, yunnan, tibet, shaanxi,
                  gansu, qinghai, ningxia, xinjiang
        "#]],
    );
}

#[test]
fn a_number_below_the_bound() {
    check(
        "[all]\na = { kind = \"requirement\", check = { age = { at_least = -1 } }, cite = \"doc:1\" }\n",
        expect![[r#"
            × an impossible value for `age`
             ╭─[nation.toml:2:58]
             1 │ [all]
             2 │ a = { kind = "requirement", check = { age = { at_least = -1 } }, cite = "doc:1" }
             ·                                                          ──
             ╰────
            help: `age` is a whole number from 0 on, compared with a number, more_than, at_least, less_than
                  or at_most
        "#]],
    );
}

#[test]
fn an_operator_that_does_not_exist() {
    check(
        "[all]\na = { kind = \"requirement\", check = { age = { atleast = 18 } }, cite = \"doc:1\" }\n",
        expect![[r#"
            × unknown operator `atleast`
             ╭─[nation.toml:2:47]
             1 │ [all]
             2 │ a = { kind = "requirement", check = { age = { atleast = 18 } }, cite = "doc:1" }
             ·                                               ───────
             ╰────
            help: did you mean `at_least`?
        "#]],
    );
}

#[test]
fn an_operator_that_does_not_go_with_the_field() {
    check(
        "[all]\na = { kind = \"requirement\", check = { has_seal = { more_than = 1 } }, cite = \"doc:1\" }\n",
        expect![[r#"
            × `more_than` does not go with `has_seal`
             ╭─[nation.toml:2:52]
             1 │ [all]
             2 │ a = { kind = "requirement", check = { has_seal = { more_than = 1 } }, cite = "doc:1" }
             ·                                                    ─────────
             ╰────
            help: `has_seal` is true or false
        "#]],
    );
}

#[test]
fn a_comparison_of_the_wrong_type() {
    check(
        "[all]\na = { kind = \"requirement\", check = { has_seal = \"yes\" }, cite = \"doc:1\" }\n",
        expect![[r#"
            × `has_seal` cannot be compared with this string
             ╭─[nation.toml:2:50]
             1 │ [all]
             2 │ a = { kind = "requirement", check = { has_seal = "yes" }, cite = "doc:1" }
             ·                                                  ─────
             ╰────
            help: `has_seal` is true or false
        "#]],
    );
}

#[test]
fn a_suffix_without_a_dot() {
    check(
        "[all]\na = { kind = \"requirement\", check = { domain = { suffix = \"com\" } }, cite = \"doc:1\" }\n",
        expect![[r#"
            × suffix `com`
             ╭─[nation.toml:2:59]
             1 │ [all]
             2 │ a = { kind = "requirement", check = { domain = { suffix = "com" } }, cite = "doc:1" }
             ·                                                           ─────
             ╰────
            help: a suffix begins with a dot
        "#]],
    );
}

#[test]
fn an_id_that_is_used_twice() {
    let files = [
        ("nation.toml", "[all]\na = { kind = \"note\", cite = \"doc:1\" }\n"),
        ("more/nation.toml", "[all]\na = { kind = \"note\", cite = \"doc:2\" }\n"),
    ];
    expect![[r#"
        × the id `nation.a` is used twice
         ╭─[more/nation.toml:2:1]
         1 │ [all]
         2 │ a = { kind = "note", cite = "doc:2" }
         · ─
         ╰────
        help: give each rule an id of its own
    "#]]
    .assert_eq(&messages(&files));
}

#[test]
fn a_citation_outside_its_document() {
    check(
        "[all]\na = { kind = \"note\", cite = \"doc:10\" }\n",
        expect![[r#"
            × `doc:10` lies outside the document
             ╭─[nation.toml:2:29]
             1 │ [all]
             2 │ a = { kind = "note", cite = "doc:10" }
             ·                             ────────
             ╰────
            help: doc has lines 1 to 9
        "#]],
    );
}

#[test]
fn a_citation_of_no_line() {
    check(
        "[all]\na = { kind = \"note\", cite = \"doc\" }\n",
        expect![[r#"
            × `doc` cites no line
             ╭─[nation.toml:2:29]
             1 │ [all]
             2 │ a = { kind = "note", cite = "doc" }
             ·                             ─────
             ╰────
            help: write doc:LINE or doc:FIRST-LAST
        "#]],
    );
}

#[test]
fn a_citation_of_a_document_that_is_not_there() {
    check(
        "[all]\na = { kind = \"note\", cite = \"book:1\" }\n",
        expect![[r#"
            × unknown document `book`
             ╭─[nation.toml:2:29]
             1 │ [all]
             2 │ a = { kind = "note", cite = "book:1" }
             ·                             ────────
             ╰────
            help: documents are doc
        "#]],
    );
}

/// A document that was read elsewhere, beside the file.
const READ_ELSEWHERE: &str =
    "[page]\ndate = \"2026-08-26\"\nfound = \"the web\"\nplaces = [\"Art. 12\", \"FAQ\"]\n[whole]\ndate = \"2026\"\nfound = \"the web\"\n";

fn sources_and(nation: &str) -> [(&'static str, String); 2] {
    [("sources.toml", format!("{SOURCES}{READ_ELSEWHERE}")), ("nation.toml", nation.to_owned())]
}

#[test]
fn a_document_without_a_file_is_cited_as_a_whole_or_by_place() {
    let folder = sources_and("[all]\na = { kind = \"note\", cite = [\"page\", \"page:Art. 12\", \"whole\", \"doc:1-2\"] }\n");
    let folder = folder.map(|(name, text)| Arc::new(File { name: name.to_owned(), text }));
    let base = rules::load(&folder).expect("sound");
    let cited: Vec<_> = base.rules[0].sources.iter().map(|citation| citation.as_str()).collect();
    assert_eq!(cited, ["page", "page:Art. 12", "whole", "doc:1-2"]);
}

#[test]
fn a_citation_of_a_place_that_is_not_there() {
    let folder = sources_and("[all]\na = { kind = \"note\", cite = [\"page:Art. 13\", \"page:\", \"whole:3\"] }\n");
    let files = [(folder[0].0, folder[0].1.as_str()), (folder[1].0, folder[1].1.as_str())];
    expect![[r#"
        × `page:Art. 13` lies outside the document
         ╭─[nation.toml:2:30]
         1 │ [all]
         2 │ a = { kind = "note", cite = ["page:Art. 13", "page:", "whole:3"] }
         ·                              ──────────────
         ╰────
        help: places of page are Art. 12, FAQ
        × `page:` lies outside the document
         ╭─[nation.toml:2:46]
         1 │ [all]
         2 │ a = { kind = "note", cite = ["page:Art. 13", "page:", "whole:3"] }
         ·                                              ───────
         ╰────
        help: places of page are Art. 12, FAQ
        × `whole:3` lies outside the document
         ╭─[nation.toml:2:55]
         1 │ [all]
         2 │ a = { kind = "note", cite = ["page:Art. 13", "page:", "whole:3"] }
         ·                                                       ─────────
         ╰────
        help: write whole, or list its places in sources.toml
    "#]]
    .assert_eq(&messages(&files));
}

#[test]
fn a_document_that_is_half_a_file() {
    let half = "[doc]\nfile = \"doc.txt\"\ndate = \"2020\"\nfound = \"a shelf\"\n[page]\ndate = \"2020\"\nfound = \"the web\"\nsections = [{ from = 1, to = 2, about = \"a\" }]\nplaces = 3\n";
    expect![[r#"
        × document `doc` is half a file
         ╭─[sources.toml:1:2]
         1 │ [doc]
         ·  ───
         2 │ file = "doc.txt"
         ╰────
        help: a document is a file with its lines, or neither and then cited as a whole or by `places`
        × document `page` is half a file
         ╭─[sources.toml:5:2]
         4 │ found = "a shelf"
         5 │ [page]
         ·  ────
         6 │ date = "2020"
         ╰────
        help: a document is a file with its lines, or neither and then cited as a whole or by `places`
        × `places` is no list
         ╭─[sources.toml:9:10]
         8 │ sections = [{ from = 1, to = 2, about = "a" }]
         9 │ places = 3
         ·          ─
         ╰────
        help: write ["one page", "another"]
    "#]]
    .assert_eq(&messages(&[("sources.toml", half)]));
}

#[test]
fn a_pattern_whose_rules_stand_apart_by_no_flag() {
    let files = [
        ("patterns.toml", "[p]\nkind = \"note\"\napart = \"yes\"\n"),
        ("nation.toml", "[all]\na = { pattern = \"p\", apart = true, cite = \"doc:1\" }\n"),
    ];
    expect![[r#"
        × pattern `p` has no parameter `apart`
         ╭─[nation.toml:2:22]
         1 │ [all]
         2 │ a = { pattern = "p", apart = true, cite = "doc:1" }
         ·                      ─────
         ╰────
        help: expected one of pattern, kind, when, check, cite, cite_also, superseded_by, overrides,
              agrees_with, way_out, blocks, no_filing, left_open, order
        × `apart` is no flag
         ╭─[patterns.toml:3:9]
         2 │ kind = "note"
         3 │ apart = "yes"
         ·         ─────
         ╰────
        help: write true or false
    "#]]
    .assert_eq(&messages(&files));
}

#[test]
fn a_rule_without_a_citation() {
    check(
        "[all]\na = { kind = \"note\" }\n",
        expect![[r#"
            × `a` cites nothing
             ╭─[nation.toml:2:1]
             1 │ [all]
             2 │ a = { kind = "note" }
             · ─
             ╰────
            help: add cite = "KEY:LINE": no rule without a source
        "#]],
    );
}

#[test]
fn a_rule_without_a_kind() {
    check(
        "[all]\na = { cite = \"doc:1\" }\n",
        expect![[r#"
            × `a` has no kind
             ╭─[nation.toml:2:1]
             1 │ [all]
             2 │ a = { cite = "doc:1" }
             · ─
             ╰────
            help: kinds are requirement, material, approval, step, note; or name a pattern: there are none
                  yet
        "#]],
    );
}

#[test]
fn a_kind_that_does_not_exist() {
    check(
        "[all]\na = { kind = \"wish\", cite = \"doc:1\" }\n",
        expect![[r#"
            × unknown kind
             ╭─[nation.toml:2:14]
             1 │ [all]
             2 │ a = { kind = "wish", cite = "doc:1" }
             ·              ──────
             ╰────
            help: kinds are requirement, material, approval, step, note
        "#]],
    );
}

#[test]
fn a_note_with_a_check() {
    check(
        "[all]\na = { kind = \"note\", check = { has_seal = true }, cite = \"doc:1\" }\n",
        expect![[r#"
            × a note has no check
             ╭─[nation.toml:2:1]
             1 │ [all]
             2 │ a = { kind = "note", check = { has_seal = true }, cite = "doc:1" }
             · ─
             ╰────
            help: only requirements, materials and approvals are checked
        "#]],
    );
}

#[test]
fn a_rule_that_can_never_apply() {
    check(
        "[individual]\na = { kind = \"note\", when = { filer = \"enterprise\" }, cite = \"doc:1\" }\n",
        expect![[r#"
            × rule `nation.individual.a` can never apply
             ╭─[nation.toml:2:1]
             1 │ [individual]
             2 │ a = { kind = "note", when = { filer = "enterprise" }, cite = "doc:1" }
             · ─
             ╰────
            help: its conditions, those of its file and its audience exclude each other
        "#]],
    );
}

#[test]
fn bounds_that_exclude_each_other() {
    check(
        "[all]\na = { kind = \"note\", when = { age = { at_least = 18, less_than = 16 } }, cite = \"doc:1\" }\n",
        expect![[r#"
            × rule `nation.a` can never apply
             ╭─[nation.toml:2:1]
             1 │ [all]
             2 │ a = { kind = "note", when = { age = { at_least = 18, less_than = 16 } }, cite = "doc:1" }
             · ─
             ╰────
            help: its conditions, those of its file and its audience exclude each other
        "#]],
    );
}

#[test]
fn a_newer_rule_that_is_not_there() {
    check(
        "[all]\nold = { kind = \"note\", superseded_by = \"new\", cite = \"doc:1\" }\n",
        expect![[r#"
            × there is no rule `new`
             ╭─[nation.toml:2:40]
             1 │ [all]
             2 │ old = { kind = "note", superseded_by = "new", cite = "doc:1" }
             ·                                        ─────
             ╰────
            help: did you mean `nation.old`?
        "#]],
    );
}

#[test]
fn a_rule_that_supersedes_itself() {
    check(
        "[all]\na = { kind = \"note\", superseded_by = \"a\", cite = \"doc:1\" }\n",
        expect![[r#"
            × `nation.a` supersedes itself
             ╭─[nation.toml:2:1]
             1 │ [all]
             2 │ a = { kind = "note", superseded_by = "a", cite = "doc:1" }
             · ─
             ╰────
            help: name the newer rule
        "#]],
    );
}

#[test]
fn a_way_out_that_is_not_there() {
    check(
        "[all]\na = { kind = \"requirement\", check = { has_seal = true }, way_out = \"letter\", cite = \"doc:1\" }\n",
        expect![[r#"
            × there is no rule `letter`
             ╭─[nation.toml:2:68]
             1 │ [all]
             2 │ a = { kind = "requirement", check = { has_seal = true }, way_out = "letter", cite = "doc:1" }
             ·                                                                    ────────
             ╰────
            help: did you mean `nation.a`?
        "#]],
    );
}

#[test]
fn an_audience_that_does_not_exist() {
    check(
        "[enterprises]\na = { kind = \"note\", cite = \"doc:1\" }\n",
        expect![[r#"
            × unknown audience `enterprises`
             ╭─[nation.toml:1:2]
             1 │ [enterprises]
             ·  ───────────
             2 │ a = { kind = "note", cite = "doc:1" }
             ╰────
            help: did you mean `enterprise`?
        "#]],
    );
}

#[test]
fn a_pattern_that_does_not_exist() {
    check(
        "[all]\na = { pattern = \"b\", cite = \"doc:1\" }\n",
        expect![[r#"
            × unknown pattern `b`
             ╭─[nation.toml:2:17]
             1 │ [all]
             2 │ a = { pattern = "b", cite = "doc:1" }
             ·                 ───
             ╰────
            help: there are none yet
        "#]],
    );
}

#[test]
fn a_parameter_that_is_missing_and_one_too_many() {
    let files = [
        (
            "patterns.toml",
            "[valid]\nkind = \"requirement\"\nparameters = [\"days\"]\ncheck = { domain_valid_days = { more_than = \"$days\" } }\n",
        ),
        ("nation.toml", "[all]\nvalid = { day = 90, cite = \"doc:1\" }\n"),
    ];
    expect![[r#"
        × the parameter `days` of pattern `valid` is missing
         ╭─[nation.toml:2:1]
         1 │ [all]
         2 │ valid = { day = 90, cite = "doc:1" }
         · ─────
         ╰────
        help: add days = …
        × pattern `valid` has no parameter `day`
         ╭─[nation.toml:2:11]
         1 │ [all]
         2 │ valid = { day = 90, cite = "doc:1" }
         ·           ───
         ╰────
        help: did you mean `days`?
        × unknown parameter `$days`
         ╭─[patterns.toml:4:45]
         3 │ parameters = ["days"]
         4 │ check = { domain_valid_days = { more_than = "$days" } }
         ·                                             ───────
         ╰────
        help: a pattern names its parameters in `parameters`
    "#]]
    .assert_eq(&messages(&files));
}

#[test]
fn faults_of_a_pattern_are_shown_in_the_pattern() {
    let files = [
        ("patterns.toml", "[p]\nkind = \"wish\"\nblocks = \"yes\"\nchek = { has_seal = true }\nway_out = \"nothing\"\n"),
        ("nation.toml", "[all]\na = { pattern = \"p\", cite = \"doc:1\" }\n"),
    ];
    expect![[r#"
        × unknown kind
         ╭─[patterns.toml:2:8]
         1 │ [p]
         2 │ kind = "wish"
         ·        ──────
         3 │ blocks = "yes"
         ╰────
        help: kinds are requirement, material, approval, step, note
        × a pattern has no entry `chek`
         ╭─[patterns.toml:4:1]
         3 │ blocks = "yes"
         4 │ chek = { has_seal = true }
         · ────
         5 │ way_out = "nothing"
         ╰────
        help: did you mean `check`?
    "#]]
    .assert_eq(&messages(&files));
}

#[test]
fn a_way_out_that_is_no_material() {
    check(
        "[all]\na = { kind = \"requirement\", check = { has_seal = true }, way_out = \"b\", cite = \"doc:1\" }\nb = { kind = \"note\", cite = \"doc:1\" }\n",
        expect![[r#"
            × the way out `b` is a note
             ╭─[nation.toml:2:68]
             1 │ [all]
             2 │ a = { kind = "requirement", check = { has_seal = true }, way_out = "b", cite = "doc:1" }
             ·                                                                    ───
             3 │ b = { kind = "note", cite = "doc:1" }
             ╰────
            help: a way out is a material or an approval, or true
        "#]],
    );
}

#[test]
fn an_exclusion_without_a_known_reason_and_outside_the_document() {
    let files = [("exclusions.toml", "[doc]\nboring = [1]\nheading = [10]\n[book]\nheading = [1]\n")];
    expect![[r#"
        × unknown reason `boring`
         ╭─[exclusions.toml:2:1]
         1 │ [doc]
         2 │ boring = [1]
         · ──────
         3 │ heading = [10]
         ╰────
        help: reasons are contents, duplicate, explanation, head-of-table, heading, illustration,
              layout, legal, link, no-province, screen
        × no lines of this document
         ╭─[exclusions.toml:3:12]
         2 │ boring = [1]
         3 │ heading = [10]
         ·            ──
         4 │ [book]
         ╰────
        help: write a line number, or "FIRST-LAST"
        × `book` is no document
         ╭─[exclusions.toml:4:2]
         3 │ heading = [10]
         4 │ [book]
         ·  ────
         5 │ heading = [1]
         ╰────
        help: write a table named after a document of sources.toml
    "#]]
    .assert_eq(&messages(&files));
}

#[test]
fn a_province_file_with_another_scope() {
    let files = [("provinces/fujian.toml", "[scope]\nprovince = \"hubei\"\n[all]\na = { kind = \"note\", cite = \"doc:1\" }\n")];
    expect![[r#"
        × the scope does not fit the file's name
         ╭─[provinces/fujian.toml:1:1]
         1 │ [scope]
         · ───────
         2 │ province = "hubei"
         ╰────
        help: a file in provinces/ is named after its province and has [scope] province = "fujian"
    "#]]
    .assert_eq(&messages(&files));
}

#[test]
fn a_file_that_is_no_toml() {
    check(
        "[all\n",
        expect![[r#"
            × unclosed table, expected `]`
             ╭─[nation.toml:1:5]
             1 │ [all
             ·     ▲
             ╰────
            help: the file is not valid TOML
        "#]],
    );
}

#[test]
fn no_list_of_sources() {
    let files = [Arc::new(File { name: "nation.toml".to_owned(), text: String::new() })];
    expect![[r#"
          × the folder has no sources.toml
           ╭─[sources.toml:1:1]
           ╰────
          help: list the documents that the rules cite
    "#]]
    .assert_eq(&render(rules::load(&files).expect_err("nothing to cite")));
}

#[test]
fn every_fault_is_shown_and_not_just_the_first() {
    check(
        "[all]\na = { kind = \"wish\", cite = \"doc:1\" }\nb = { kind = \"note\", cite = \"doc:99\" }\nc = { kind = \"note\" }\n",
        expect![[r#"
            × unknown kind
             ╭─[nation.toml:2:14]
             1 │ [all]
             2 │ a = { kind = "wish", cite = "doc:1" }
             ·              ──────
             3 │ b = { kind = "note", cite = "doc:99" }
             ╰────
            help: kinds are requirement, material, approval, step, note
            × `doc:99` lies outside the document
             ╭─[nation.toml:3:29]
             2 │ a = { kind = "wish", cite = "doc:1" }
             3 │ b = { kind = "note", cite = "doc:99" }
             ·                             ────────
             4 │ c = { kind = "note" }
             ╰────
            help: doc has lines 1 to 9
            × `c` cites nothing
             ╭─[nation.toml:4:1]
             3 │ b = { kind = "note", cite = "doc:99" }
             4 │ c = { kind = "note" }
             · ─
             ╰────
            help: add cite = "KEY:LINE": no rule without a source
        "#]],
    );
}

#[test]
fn a_rule_without_words() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("sources.toml"), SOURCES).expect("written");
    std::fs::write(folder.path().join("nation.toml"), "[all]\nnew-rule = { kind = \"note\", cite = \"doc:1\" }\n").expect("written");
    expect![[r#"
        × zh-CN: no text for `nation.new-rule`; expected the key rule-nation-new-rule
         ╭─[nation.toml:2:1]
         1 │ [all]
         2 │ new-rule = { kind = "note", cite = "doc:1" }
         · ────────
         ╰────
        help: write the text in locales, for every language
        × en: no text for `nation.new-rule`; expected the key rule-nation-new-rule
         ╭─[nation.toml:2:1]
         1 │ [all]
         2 │ new-rule = { kind = "note", cite = "doc:1" }
         · ────────
         ╰────
        help: write the text in locales, for every language
    "#]]
    .assert_eq(&load_error(folder.path()));
}

#[test]
fn words_that_ask_for_what_the_rule_does_not_have() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("sources.toml"), SOURCES).expect("written");
    std::fs::write(folder.path().join("nation.toml"), "[all]\nnew-rule = { kind = \"note\", cite = \"doc:1\" }\n").expect("written");
    for language in ["zh-CN", "en"] {
        let dir = folder.path().join("locales").join(language);
        std::fs::create_dir_all(&dir).expect("made");
        std::fs::write(dir.join("rules.ftl"), "rule-nation-new-rule = Title { $days }\n    .text = Text.\n").expect("written");
    }
    expect![[r#"
        × zh-CN: `rule-nation-new-rule` asks for $days, which `nation.new-rule` does not have
         ╭─[nation.toml:2:1]
         1 │ [all]
         2 │ new-rule = { kind = "note", cite = "doc:1" }
         · ────────
         ╰────
        help: write the text in locales, for every language
        × en: `rule-nation-new-rule` asks for $days, which `nation.new-rule` does not have
         ╭─[nation.toml:2:1]
         1 │ [all]
         2 │ new-rule = { kind = "note", cite = "doc:1" }
         · ────────
         ╰────
        help: write the text in locales, for every language
    "#]]
    .assert_eq(&load_error(folder.path()));
}

/// What the assistant says of a folder on disk.
fn load_error(folder: &Path) -> String {
    match Assistant::load(Some(folder)) {
        Err(LoadError::Rules(problems)) => render(problems),
        Err(other) => other.to_string(),
        Ok(_) => "no fault".to_owned(),
    }
}
