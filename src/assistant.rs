//! Everything that an answer needs, loaded and checked: rules, words of people, words for people.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::dialogue::{Knowledge, Names};
use crate::language::Language;
use crate::matching::{Labels, Vocabulary, VocabularyProblem};
use crate::name_hash::NameHash;
use crate::profile::{Field, Kind};
use crate::progress::{Workdays, WorkdaysProblem};
use crate::render::{Args, Catalog, CatalogProblem, Renderer, SpokenRules, problems, source_problems};
use crate::rules::{self, File, Problem, RuleBase, RuleKind};

/// The rule base with its words.
pub struct Assistant {
    pub rules: RuleBase,
    pub catalog: Catalog,
    pub vocabulary: Vocabulary,
    pub workdays: Workdays,
    /// Tells rules and calendar apart from those of another day, or of another version of the program: plans rest on them.
    pub digest: u32,
    /// Whether there is a staff that can be handed over to.
    pub desk: bool,
    names: OnceLock<Names>,
    spoken: SpokenRules,
}

/// Why the assistant cannot start: every fault of the first kind that was found.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("the rule folder cannot be read: {0}")]
    Folder(#[from] std::io::Error),
    #[error("{} faults in the rules", .0.len())]
    Rules(Vec<Problem>),
    #[error("{} faults in the texts", .0.len())]
    Texts(Vec<CatalogProblem>),
    #[error("{} faults in the vocabulary", .0.len())]
    Vocabulary(Vec<VocabularyProblem>),
    #[error(transparent)]
    Workdays(#[from] WorkdaysProblem),
}

impl Assistant {
    /// Loads the built-in rules, or those of a folder with its `locales` and `vocabulary`.
    ///
    /// # Errors
    /// Any fault: a broken rule base never starts.
    pub fn load(folder: Option<&Path>) -> Result<Assistant, LoadError> {
        let files: Vec<Arc<File>> = match folder {
            Some(folder) => rules::read_folder(folder)?,
            None => rules::built_in(),
        };
        let rules = rules::load(&files).map_err(LoadError::Rules)?;
        let locales = folder.map(|folder| folder.join("locales"));
        let catalog = Catalog::with_folder(locales.as_deref()).map_err(LoadError::Texts)?;
        let words = folder.map(|folder| folder.join("vocabulary"));
        let vocabulary = Vocabulary::load(words.as_deref(), &labels(&catalog)).map_err(LoadError::Vocabulary)?;
        let missing: Vec<Problem> = problems(&catalog, &rules)
            .into_iter()
            .map(|(index, problem)| {
                let help = "write the text in locales, for every language";
                rules.rules[index].written.problem(format!("{}: {}", problem.language, problem.message), help)
            })
            .collect();
        if !missing.is_empty() {
            return Err(LoadError::Rules(missing));
        }
        let unnamed = source_problems(&catalog, &rules.sources);
        if !unnamed.is_empty() {
            return Err(LoadError::Texts(unnamed));
        }
        let workdays = Workdays::load(folder)?;
        let mut digest = NameHash::default();
        digest.add_all(files.iter().flat_map(|file| [&*file.name, &*file.text]));
        digest.add_all([&*workdays.exceptions(), env!("CARGO_PKG_VERSION")]);
        let digest = digest.value();
        Ok(Assistant { rules, catalog, vocabulary, workdays, digest, desk: false, names: OnceLock::new(), spoken: SpokenRules::default() })
    }

    /// Puts into words what the conversation says.
    pub fn renderer(&self) -> Renderer<'_> {
        Renderer::new(&self.catalog, &self.rules, &self.spoken)
    }

    pub fn knowledge(&self) -> Knowledge<'_> {
        Knowledge {
            rules: &self.rules,
            vocabulary: &self.vocabulary,
            workdays: &self.workdays,
            names: self.names.get_or_init(|| names(&self.renderer())),
            desk: self.desk,
        }
    }
}

/// What the checklist calls things is what people call them.
fn names(renderer: &Renderer<'_>) -> Names {
    let mut names = Names::default();
    for rule in renderer.rules.rules.iter().filter(|rule| matches!(rule.kind, RuleKind::Material | RuleKind::Approval)) {
        for language in Language::ALL {
            let words = renderer.rule_text(language, rule);
            names.add(rule, &words.title, &words.text);
        }
    }
    names
}

/// People type what they read on buttons and in lists.
fn labels(catalog: &Catalog) -> Labels {
    let mut labels = Labels::default();
    for field in Field::ALL {
        for language in Language::ALL {
            labels.fields.push((*field, catalog.text(language, &format!("field-{field}"), &Args::none())));
        }
    }
    for field in Field::ALL.iter().filter(|field| matches!(field.kind(), Kind::Choice(_) | Kind::Set(_))) {
        for (index, name) in (0u8..).zip(field.allowed_values()) {
            for language in Language::ALL {
                labels.values.push((*field, index, catalog.value_name(language, *field, name)));
            }
        }
    }
    labels
}
