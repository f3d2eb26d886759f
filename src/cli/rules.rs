//! `rules`: checking a rule folder, and showing a rule to a person.

use std::path::{Path, PathBuf};

use super::{BAD, OK, fail, language, report};
use crate::assistant::Assistant;
use crate::language::Language;
use crate::profile::Field;
use crate::render::{Args, Renderer, citation_text};
use crate::rules::{Rule, RuleBase, conditions};

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
}

pub(super) fn run(action: &Action, folder: Option<&Path>) -> u8 {
    let named = match action {
        Action::Check { folder } => folder.as_deref(),
        Action::Show { .. } => None,
    };
    let assistant = match Assistant::load(named.or(folder)) {
        Ok(assistant) => assistant,
        Err(error) => {
            report(error);
            return BAD;
        }
    };
    match action {
        Action::Check { .. } => {
            let differences = assistant.catalog.differences();
            differences.iter().for_each(|problem| eprintln!("{problem}"));
            if !differences.is_empty() {
                return fail(BAD, &format!("{} faults in the texts", differences.len()));
            }
            println!("{} rules from {} documents: no faults", assistant.rules.rules.len(), assistant.rules.sources.documents.len());
            OK
        }
        Action::Show { id, lang } => match assistant.rules.rule(id) {
            Some(rule) => {
                print!("{}", show(&assistant, rule, *lang));
                OK
            }
            None => {
                let near = nearest(&assistant.rules, id);
                fail(BAD, &format!("there is no rule `{id}`; the nearest are {}", near.join(", ")))
            }
        },
    }
}

/// A rule in words, with what it depends on and where it is written.
fn show(assistant: &Assistant, rule: &Rule, lang: Language) -> String {
    let renderer = Renderer::new(&assistant.catalog, &assistant.rules);
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
