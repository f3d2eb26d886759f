//! The texts: complete in both languages, used, and well set.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use beian_bot::channels::telegram::outgoing::REGIONS;
use beian_bot::desk::{Reason, STAFF_COMMANDS};
use beian_bot::dialogue::COMMAND_NAMES;
use beian_bot::language::Language;
use beian_bot::profile::{Event, Field, Kind};
use beian_bot::progress::DeadlineKind;
use beian_bot::render::{Catalog, problems, value_key};
use beian_bot::rules;

const REASONS: &str = include_str!("../rules/vocabulary/progress/reasons.toml");

#[test]
fn every_reason_of_a_rejection_has_words() {
    let catalog = catalog();
    let named = REASONS.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')).filter(|name| *name != "any");
    let missing: Vec<&str> = named.filter(|name| !catalog.has(Language::Chinese, &format!("reason-{name}"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn catalog() -> Catalog {
    Catalog::built_in().unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let differences: Vec<String> = catalog().differences().iter().map(ToString::to_string).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_rule_has_words_in_every_language() {
    let base = rules::load(&rules::built_in()).expect("sound rules");
    let missing: Vec<String> = problems(&catalog(), &base).into_iter().map(|(_, problem)| problem.to_string()).collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_field_and_value_has_words_in_every_language() {
    let catalog = catalog();
    let mut missing = Vec::new();
    for language in Language::ALL {
        for field in Field::ALL {
            let of_field = ["", ".ask", ".hint", ".where"].map(|part| format!("field-{field}{part}"));
            let of_values = field.allowed_values().iter().map(|value| value_key(*field, value));
            missing.extend(
                of_field.into_iter().chain(of_values).filter(|key| !catalog.has(language, key)).map(|key| format!("{language}: {key}")),
            );
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_section_of_every_document_has_words() {
    let base = rules::load(&rules::built_in()).expect("sound rules");
    let catalog = catalog();
    for document in &base.sources.documents {
        for key in [format!("source-{}", document.key), format!("source-short-{}", document.key)] {
            assert!(catalog.has(Language::Chinese, &key), "{key}");
        }
        for about in document.sections.iter().filter_map(|section| section.about.as_ref()) {
            assert!(catalog.has(Language::Chinese, &format!("section-{about}")), "section-{about}");
        }
    }
}

fn files_below(dir: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_below(&path, extension, files);
        } else if path.extension().is_some_and(|other| other == extension) {
            files.push(path);
        }
    }
}

fn texts(dir: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join(dir), extension, &mut files);
    files.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).expect("text"))).collect()
}

/// Keys by the names that the code asks for.
const PREFIXES: [&str; 29] = [
    "desk-",
    "invited",
    "invitation-",
    "report-",
    "staff-",
    "ui-",
    "checklist-",
    "changed-",
    "verdict-",
    "status-",
    "choice-",
    "progress-",
    "list-",
    "audience-",
    "table-",
    "file-",
    "button-",
    "region-",
    "command-",
    "bot-",
    "picture-",
    "calendar-",
    "day-",
    "deadline-",
    "event-",
    "materials-",
    "news-",
    "reason-",
    "remind-",
];

/// The string literals of the source that look like keys.
fn keys_in_code() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (_, source) in texts("src", "rs") {
        for literal in source.split('"').skip(1).step_by(2) {
            let plain = literal.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '_');
            if plain && PREFIXES.iter().any(|prefix| literal.starts_with(prefix)) {
                keys.insert(literal.to_owned());
            }
        }
    }
    keys
}

#[test]
fn every_key_that_the_code_asks_for_is_there() {
    let catalog = catalog();
    let keys = keys_in_code();
    assert!(keys.len() > 50, "the search for keys is broken: {keys:?}");
    let missing: Vec<_> = keys.iter().filter(|key| !key.ends_with('-') && !catalog.has(Language::Chinese, key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_key_is_left_that_nothing_asks_for() {
    let base = rules::load(&rules::built_in()).expect("sound rules");
    let asked = keys_in_code();
    let mut unused = Vec::new();
    for key in catalog().signatures(Language::Chinese).keys() {
        let used = if let Some(rule) = key.strip_prefix("rule-") {
            base.rules.iter().any(|known| {
                let parts: Vec<&str> = known.id.split('.').collect();
                let whole = parts.join("-");
                let short = format!("{}-{}", parts[0], parts[parts.len() - 1]);
                rule == whole || rule == short || known.pattern.as_deref() == Some(rule)
            })
        } else if let Some(field) = key.strip_prefix("field-") {
            Field::named(field).is_some()
        } else if key.starts_with("value-") {
            let listed = Field::ALL.iter().flat_map(|field| field.allowed_values().iter().map(|value| value_key(*field, value)));
            listed.chain(["yes", "no", "days", "days-over", "years", "none"].map(|word| format!("value-{word}"))).any(|known| known == *key)
        } else if let Some(source) = key.strip_prefix("source-") {
            let document = source.strip_prefix("short-").unwrap_or(source);
            base.sources.index_of(document).is_some()
                || ["about", "older", "line", "lines", "dated", "undated", "separator"].contains(&source)
        } else if let Some(about) = key.strip_prefix("section-") {
            let mut sections = base.sources.documents.iter().flat_map(|document| &document.sections);
            sections.any(|section| section.about.as_deref() == Some(about))
        } else if let Some(audience) = key.strip_prefix("audience-") {
            ["unit", "individual"].contains(&audience)
        } else if let Some(verdict) = key.strip_prefix("verdict-").filter(|_| !asked.contains(key)) {
            ["blocked", "incomplete", "action_needed", "ready"].contains(&verdict)
        } else if let Some(command) = key.strip_prefix("command-") {
            COMMAND_NAMES.iter().any(|name| name.trim_start_matches('/') == command)
        } else if let Some(command) = key.strip_prefix("staff-command-") {
            STAFF_COMMANDS.iter().any(|name| name.trim_start_matches('/') == command)
        } else if let Some(reason) = key.strip_prefix("desk-reason-") {
            Reason::named(&reason.replace('-', "_")).is_some()
        } else if let Some(what) = key.strip_prefix("desk-stats-").filter(|_| !asked.contains(key)) {
            ["conversation", "checklist", "all-asked", "handed-over", "closed", "reported"].contains(&what)
        } else if let Some(kind) = key.strip_prefix("deadline-").filter(|_| !asked.contains(key)) {
            DeadlineKind::named(kind.strip_prefix("short-").unwrap_or(kind)).is_some()
        } else if let Some(reason) = key.strip_prefix("reason-") {
            REASONS.lines().any(|line| line == format!("[{reason}]"))
        } else if let Some(event) = key.strip_prefix("event-").filter(|_| !asked.contains(key)) {
            Event::named(event).is_some()
        } else if let Some(region) = key.strip_prefix("region-") {
            REGIONS.iter().any(|(name, _)| *name == region)
        } else {
            asked.contains(key)
        };
        if !used {
            unused.push(key.clone());
        }
    }
    assert!(unused.is_empty(), "{unused:?}");
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn chinese_typography_is_right() {
    let mut faults = Vec::new();
    for (path, text) in texts("locales/zh-CN", "ftl") {
        for (index, line) in text.lines().enumerate() {
            let content = line.split_once(" = ").map_or(line, |(_, content)| content);
            if line.trim_start().starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let characters: Vec<char> = content.chars().collect();
            for pair in characters.windows(2) {
                let (a, b) = (pair[0], pair[1]);
                let touching = (is_han(a) && b.is_ascii_alphanumeric()) || (a.is_ascii_alphanumeric() && is_han(b));
                let half_width = is_han(a) && matches!(b, ',' | ';' | ':' | '?' | '!' | '(')
                    || matches!(a, ',' | ';' | ':' | '?' | '!' | ')') && is_han(b);
                let spaced = a == ' ' && "，。；：？！、”）".contains(b) || "，。；：？！、“（".contains(a) && b == ' ';
                if touching || half_width || spaced {
                    faults.push(format!("{}:{}: «{a}{b}» in {}", path.display(), index + 1, content.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn titles_are_short_and_texts_fit_a_phone() {
    let base = rules::load(&rules::built_in()).expect("sound rules");
    let catalog = catalog();
    for (language, title_max, text_max) in [(Language::Chinese, 26, 170), (Language::English, 80, 480)] {
        let words = beian_bot::render::RuleTexts::new(&catalog, &base, language);
        for rule in &base.rules {
            let words = words.of(rule);
            assert!(words.title.chars().count() <= title_max, "{language} {}: the title is long: {}", rule.id, words.title);
            // Most of these is a declaration that must be quoted whole.
            assert!(
                words.text.chars().count() <= text_max || rule.id.ends_with("handwritten-declaration"),
                "{language} {}: the text is long: {}",
                rule.id,
                words.text
            );
        }
    }
}

#[test]
fn questions_about_a_flag_can_be_answered_with_yes_or_no() {
    let catalog = catalog();
    for field in Field::ALL.iter().filter(|field| field.kind() == Kind::Bool) {
        let question = catalog.text(Language::Chinese, &format!("field-{field}.ask"), &beian_bot::render::Args::none());
        assert!(question.ends_with("吗？"), "{field}: {question}");
    }
}
