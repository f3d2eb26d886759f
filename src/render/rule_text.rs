//! The title and the text of each rule, and how a citation reads for a person.

use super::catalog::{Args, Catalog, CatalogProblem};
use crate::language::Language;
use crate::profile::{Field, FieldSet};
use crate::rules::{Citation, Item, Parameter, Place, Rule, RuleBase, Sources, conditions};

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleText {
    pub title: String,
    pub text: String,
}

/// The words of every rule in one language, by the rule's index.
pub struct RuleTexts(Vec<RuleText>);

impl RuleTexts {
    pub fn new(catalog: &Catalog, base: &RuleBase, language: Language) -> RuleTexts {
        RuleTexts(base.rules.iter().map(|rule| rule_text(catalog, rule, language)).collect())
    }

    pub fn of(&self, rule: &Rule) -> &RuleText {
        &self.0[rule.index]
    }
}

fn rule_text(catalog: &Catalog, rule: &Rule, language: Language) -> RuleText {
    let key = keys(rule).into_iter().find(|key| catalog.has(language, key));
    let args = arguments(catalog, rule, language);
    match key {
        Some(key) => RuleText { title: catalog.text(language, &key, &args), text: catalog.text(language, &format!("{key}.text"), &args) },
        // Only in a rule folder whose texts are incomplete, which `problems` reports.
        None => RuleText { title: rule.id.clone(), text: rule.id.clone() },
    }
}

/// Where the words of a rule may stand, the most particular first: its id, its name in the file, its pattern.
fn keys(rule: &Rule) -> Vec<String> {
    let parts: Vec<&str> = rule.id.split('.').collect();
    let mut keys = vec![format!("rule-{}", parts.join("-"))];
    if let [stem, _audience, name] = parts.as_slice() {
        keys.push(format!("rule-{stem}-{name}"));
    }
    keys.extend(rule.pattern.as_ref().map(|pattern| format!("rule-{pattern}")));
    keys
}

fn arguments<'a>(catalog: &Catalog, rule: &'a Rule, language: Language) -> Args<'a> {
    let mut args = Args::none();
    if let Some(province) = rule.province {
        let name = Field::Province.allowed_values()[usize::from(province)];
        args = args.with("province", catalog.value_name(language, Field::Province, name));
    }
    for (name, parameter) in &rule.parameters {
        args = match parameter {
            Parameter::Number(number) => args.with(name, *number),
            Parameter::Words(words) => args.with(name, words_in(catalog, rule, words, language)),
        };
    }
    args
}

/// Values of a field that the rule compares read in the reader's language; other words, such as the options of a form, as they are.
pub fn words_in(catalog: &Catalog, rule: &Rule, words: &[String], language: Language) -> String {
    let compared = conditions(rule).fold(FieldSet::EMPTY, |fields, condition| fields.union(condition.fields()));
    let field = compared.iter().find(|field| words.iter().all(|word| field.value_index(word).is_some()));
    let readable: Vec<String> = match field {
        Some(field) => words.iter().map(|word| catalog.value_name(language, field, word)).collect(),
        None => words.to_vec(),
    };
    catalog.list(language, "list-or", &readable)
}

/// How a citation reads for a person: the document, its date and the section rather than a bare line number.
pub fn citation_text(catalog: &Catalog, sources: &Sources, citation: &Citation, language: Language) -> String {
    let document = &sources.documents[citation.document];
    let name = catalog.text(language, &format!("source-{}", document.key), &Args::none());
    let date = if document.dated {
        document.date.clone()
    } else if document.date == "older" {
        catalog.text(language, "source-older", &Args::none())
    } else {
        catalog.text(language, "source-about", &Args::none().with("date", document.date.clone()))
    };
    let key = if document.dated { "source-dated" } else { "source-undated" };
    let mut parts = vec![catalog.text(language, key, &Args::none().with("name", name).with("date", date))];
    if let Some(section) = sources.section(citation) {
        let mut place: Vec<String> = section.number.clone().into_iter().collect();
        if let Some(about) = &section.about {
            place.push(catalog.text(language, &format!("section-{about}"), &Args::none()));
        }
        if let Some(province) = &section.province {
            place.push(catalog.value_name(language, Field::Province, province));
        }
        let mut place = place.join(" ");
        if let Some(audience) = &section.audience {
            place.push_str(" · ");
            place.push_str(&catalog.text(language, &format!("audience-{audience}"), &Args::none()));
        }
        parts.push(place);
    }
    match &citation.place {
        Place::Lines(first, last) if first == last => {
            parts.push(catalog.text(language, "source-line", &Args::none().with("line", first.to_string())));
        }
        Place::Lines(first, last) => {
            let args = Args::none().with("first", first.to_string()).with("last", last.to_string());
            parts.push(catalog.text(language, "source-lines", &args));
        }
        Place::Named(place) => parts.push(place.clone()),
        Place::Whole => {}
    }
    let separator = catalog.text(language, "source-separator", &Args::none());
    parts.join(&separator)
}

/// Rules without words, and words that ask for arguments which their rule does not have.
pub fn problems(catalog: &Catalog, base: &RuleBase) -> Vec<(usize, CatalogProblem)> {
    let mut problems = Vec::new();
    for rule in &base.rules {
        for language in Language::ALL {
            let mut fault = |message: String| problems.push((rule.index, CatalogProblem { language, message }));
            let keys = keys(rule);
            let Some(key) = keys.iter().find(|key| catalog.has(language, key)) else {
                fault(format!("no text for `{}`; expected the key {}", rule.id, keys.join(" or ")));
                continue;
            };
            if !catalog.has(language, &format!("{key}.text")) {
                fault(format!("`{key}` has a title but no `.text`"));
            }
            let known = |name: &String| {
                rule.parameters.iter().any(|(parameter, _)| parameter == name) || (name == "province" && rule.province.is_some())
            };
            for argument in catalog.signatures(language)[key].values().flatten().filter(|name| !known(name)) {
                fault(format!("`{key}` asks for ${argument}, which `{}` does not have", rule.id));
            }
        }
    }
    problems
}

/// Where an item stands, in a few words: each document with its sections.
pub(super) fn short_sources(catalog: &Catalog, sources: &Sources, item: &Item<'_>, language: Language) -> String {
    let mut places: Vec<(usize, Vec<&str>)> = Vec::new();
    for citation in item.sources() {
        let index = match places.iter().position(|(document, _)| *document == citation.document) {
            Some(index) => index,
            None => {
                places.push((citation.document, Vec::new()));
                places.len() - 1
            }
        };
        let sections = &mut places[index].1;
        if let Some(number) = sources.section(citation).and_then(|section| section.number.as_deref())
            && !sections.contains(&number)
            && sections.len() < SECTIONS_NAMED_MAX
        {
            sections.push(number);
        }
    }
    places.truncate(DOCUMENTS_NAMED_MAX);
    let places: Vec<String> = places
        .into_iter()
        .map(|(document, sections)| {
            let name = catalog.text(language, &format!("source-short-{}", sources.documents[document].key), &Args::none());
            sections.iter().fold(name, |name, section| format!("{name} §{section}"))
        })
        .collect();
    catalog.list(language, "list-and", &places)
}

/// Documents and sections of each that the short form names.
const DOCUMENTS_NAMED_MAX: usize = 2;
const SECTIONS_NAMED_MAX: usize = 2;

/// Documents and sections without words.
pub fn source_problems(catalog: &Catalog, sources: &Sources) -> Vec<CatalogProblem> {
    let mut problems = Vec::new();
    for language in Language::ALL {
        for document in &sources.documents {
            let names = [format!("source-{}", document.key), format!("source-short-{}", document.key)];
            let sections = document.sections.iter().flat_map(|section| {
                let about = section.about.iter().map(|about| format!("section-{about}"));
                let province = section.province.iter().map(|province| format!("value-province-{province}"));
                let audience = section.audience.iter().map(|audience| format!("audience-{audience}"));
                about.chain(province).chain(audience)
            });
            for key in names.into_iter().chain(sections).filter(|key| !catalog.has(language, key)) {
                problems
                    .push(CatalogProblem { language, message: format!("no text for `{key}`, which document `{}` needs", document.key) });
            }
        }
    }
    problems
}
