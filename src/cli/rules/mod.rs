//! `rules`: checking a rule folder, and showing what is in it to a person.

mod compare;
mod coverage;

use std::path::{Path, PathBuf};

use super::{BAD, fail, language, report, say};
use crate::assistant::Assistant;
use crate::language::Language;
use crate::profile::Field;
use crate::render::{Args, Renderer, citation_text};
use crate::rules::{Rule, RuleBase, RuleKind, conditions};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Check a rule folder: every fault with file, line and what was expected.
    #[command(after_help = "Example:\n  beian-bot rules check ./rules")]
    Check {
        /// The folder; the built-in rules where it is absent.
        folder: Option<PathBuf>,
    },
    /// Show a rule with its sources.
    #[command(after_help = "Example:\n  beian-bot rules show fujian.individual.residence-permit --lang en")]
    Show {
        /// The rule's id, as `assess` gives it.
        id: String,
        /// zh-CN or en.
        #[arg(long, default_value = "zh-CN", value_parser = language, value_name = "LANGUAGE")]
        lang: Language,
    },
    /// List rules, a line each.
    #[command(after_help = "Example:\n  beian-bot rules list --province fujian --filer individual --kind material")]
    List {
        /// Only this province's.
        #[arg(long, value_parser = |name: &str| compare::value_of(Field::Province, name))]
        province: Option<u8>,
        /// Only those that can apply to this kind of filer.
        #[arg(long, value_parser = |name: &str| compare::value_of(Field::Filer, name))]
        filer: Option<u8>,
        /// requirement, material, approval, step or note.
        #[arg(long, value_parser = compare::kind)]
        kind: Option<RuleKind>,
        /// zh-CN or en.
        #[arg(long, default_value = "zh-CN", value_parser = language, value_name = "LANGUAGE")]
        lang: Language,
    },
    /// What differs between two provinces.
    #[command(after_help = "Example:\n  beian-bot rules diff fujian guangdong")]
    Diff {
        #[arg(value_parser = |name: &str| compare::value_of(Field::Province, name), value_name = "PROVINCE")]
        one: u8,
        #[arg(value_parser = |name: &str| compare::value_of(Field::Province, name), value_name = "PROVINCE")]
        other: u8,
        /// zh-CN or en.
        #[arg(long, default_value = "zh-CN", value_parser = language, value_name = "LANGUAGE")]
        lang: Language,
    },
    /// The main requirements of all provinces, as a Markdown table.
    #[command(after_help = "Example:\n  beian-bot rules table --lang en > provinces.md")]
    Table {
        /// zh-CN or en.
        #[arg(long, default_value = "zh-CN", value_parser = language, value_name = "LANGUAGE")]
        lang: Language,
    },
    /// Account for every line of the documents: cited, excluded for a reason, or neither.
    #[command(after_help = "Example:\n  beian-bot rules coverage --documents ../shared/seeds")]
    Coverage {
        /// The folder with the documents.
        #[arg(long, value_name = "DIR")]
        documents: PathBuf,
    },
}

pub(super) fn run(action: &Action, folder: Option<&Path>) -> u8 {
    let named = match action {
        Action::Check { folder } => folder.as_deref(),
        _ => None,
    };
    let assistant = match Assistant::load(named.or(folder)) {
        Ok(assistant) => assistant,
        Err(error) => {
            report(error);
            return BAD;
        }
    };
    let renderer = assistant.renderer();
    match action {
        Action::Check { .. } => {
            let differences = assistant.catalog.differences();
            differences.iter().for_each(|problem| eprintln!("{problem}"));
            if !differences.is_empty() {
                return fail(BAD, &format!("{} faults in the texts", differences.len()));
            }
            let (rules, documents) = (assistant.rules.rules.len(), assistant.rules.sources.documents.len());
            say(&format!("{rules} rules from {documents} documents: no faults\n"))
        }
        Action::Show { id, lang } => match assistant.rules.rule(id) {
            Some(rule) => say(&show(&assistant, &renderer, rule, *lang)),
            None => {
                let near = nearest(&assistant.rules, id);
                fail(BAD, &format!("there is no rule `{id}`; the nearest are {}", near.join(", ")))
            }
        },
        Action::List { province, filer, kind, lang } => {
            let filter = compare::Filter { province: *province, filer: *filer, kind: *kind };
            say(&compare::list(&renderer, filter, *lang))
        }
        Action::Diff { one, other, lang } => say(&compare::diff(&renderer, *one, *other, *lang)),
        Action::Table { lang } => say(&compare::table(&renderer, *lang)),
        Action::Coverage { documents } => coverage::run(&assistant.rules, documents),
    }
}

/// A rule in words, with what it depends on and where it is written.
fn show(assistant: &Assistant, renderer: &Renderer<'_>, rule: &Rule, lang: Language) -> String {
    let words = renderer.rule_text(lang, rule);
    let mut text = format!("{}  [{}]\n{}\n{}\n\n", rule.id, rule.kind, words.title, words.text);
    let fields = conditions(rule).fold(crate::profile::FieldSet::EMPTY, |fields, condition| fields.union(condition.fields()));
    let names: Vec<String> =
        fields.iter().map(|field: Field| assistant.catalog.text(lang, &format!("field-{field}"), &Args::none())).collect();
    text.push_str(&assistant.catalog.text(
        lang,
        "ui-rule-depends",
        &Args::none().with("fields", assistant.catalog.list(lang, "list-and", &names)),
    ));
    text.push('\n');
    text.push_str(&assistant.catalog.text(lang, "ui-why-sources", &Args::none()));
    text.push('\n');
    for citation in &rule.sources {
        text.push_str(&format!("· {}  ({citation})\n", citation_text(&assistant.catalog, &assistant.rules.sources, citation, lang)));
    }
    for newer in &rule.superseded_by {
        text.push_str(&format!("→ {}\n", assistant.rules.rules[*newer].id));
    }
    let problem = rule.written.problem("", "");
    text.push_str(&format!("\nrules/{}:{}\n", rule.written.file.name, problem.line()));
    text
}

fn nearest<'r>(rules: &'r RuleBase, id: &str) -> Vec<&'r str> {
    let mut near: Vec<(f64, &str)> = rules.rules.iter().map(|rule| (strsim::jaro_winkler(id, &rule.id), rule.id.as_str())).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(3).map(|(_, id)| id).collect()
}
