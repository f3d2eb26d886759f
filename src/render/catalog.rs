//! The texts of all languages, from the Fluent files in `locales/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use include_dir::{Dir, include_dir};
use unic_langid::{LanguageIdentifier, langid};

use crate::language::Language;
use crate::profile::{Ageing, Field, Kind, Value, set_names};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// Arguments of a text.
#[derive(Default)]
pub struct Args<'a>(Option<FluentArgs<'a>>);

impl<'a> Args<'a> {
    pub fn none() -> Args<'a> {
        Args(None)
    }

    #[must_use]
    pub fn with(mut self, name: &'a str, value: impl Into<FluentValue<'a>>) -> Args<'a> {
        self.0.get_or_insert_default().set(name, value);
        self
    }
}

/// A fault in the locale files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{language}: {message}")]
pub struct CatalogProblem {
    pub language: Language,
    pub message: String,
}

/// What a message needs: its own arguments and those of each attribute, under the name `` or `.attribute`.
type Signature = BTreeMap<String, BTreeSet<String>>;

/// All texts in all languages.
pub struct Catalog {
    bundles: [FluentBundle<FluentResource>; 2],
    signatures: [BTreeMap<String, Signature>; 2],
}

impl Catalog {
    /// The texts that are compiled into the program.
    ///
    /// # Errors
    /// Files that are not valid Fluent, and keys that are used twice.
    pub fn built_in() -> Result<Catalog, Vec<CatalogProblem>> {
        Catalog::with_folder(None)
    }

    /// The built-in texts, with those of a folder (`zh-CN/*.ftl`, `en/*.ftl`) in their place where it has the same key.
    ///
    /// # Errors
    /// As [`Catalog::built_in`], and files that cannot be read.
    pub fn with_folder(folder: Option<&Path>) -> Result<Catalog, Vec<CatalogProblem>> {
        let mut problems = Vec::new();
        let mut bundles = Vec::new();
        let mut signatures = Vec::new();
        for language in Language::ALL {
            let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
            // Marks around arguments are invisible on paper but count as characters in a chat.
            bundle.set_use_isolating(false);
            let mut signature = BTreeMap::new();
            let mut texts = Vec::new();
            if let Some(dir) = BUILT_IN.get_dir(language.tag()) {
                built_in_texts(dir, &mut texts);
            }
            let built_in = texts.len();
            if let Some(folder) = folder
                && let Err(error) = folder_texts(&folder.join(language.tag()), &mut texts)
            {
                problems.push(CatalogProblem { language, message: error.to_string() });
            }
            for (index, (name, text)) in texts.into_iter().enumerate() {
                let mut fault = |message: String| problems.push(CatalogProblem { language, message: format!("{name}: {message}") });
                let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                    errors.iter().for_each(|error| fault(error.to_string()));
                    resource
                });
                for (key, message) in messages(&resource) {
                    if signature.insert(key.to_owned(), message_signature(message)).is_some() && index < built_in {
                        fault(format!("the key `{key}` is used twice"));
                    }
                }
                bundle.add_resource_overriding(resource);
            }
            bundles.push(bundle);
            signatures.push(signature);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let (Ok(bundles), Ok(signatures)) = (bundles.try_into(), signatures.try_into()) else {
            unreachable!("one bundle and one signature per language");
        };
        Ok(Catalog { bundles, signatures })
    }

    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        &self.bundles[language as usize]
    }

    /// Whether there is a text for `key`, or for `key.attribute`.
    pub fn has(&self, language: Language, key: &str) -> bool {
        let (key, attribute) = key.split_once('.').map_or((key, ""), |(key, attribute)| (key, attribute));
        self.signatures[language as usize]
            .get(key)
            .is_some_and(|signature| signature.keys().any(|name| name.strip_prefix('.').unwrap_or(name) == attribute))
    }

    /// The text of `key`, or of `key.attribute`. Where a text is missing, its key stands in: a test keeps that from
    /// happening.
    pub fn text(&self, language: Language, key: &str, args: &Args<'_>) -> String {
        let mut text = String::new();
        self.write(language, key, args, &mut text);
        text
    }

    /// Appends the text of `key`.
    pub fn write(&self, language: Language, key: &str, args: &Args<'_>, out: &mut String) {
        let bundle = self.bundle(language);
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            debug_assert!(false, "no text for {key} in {language}");
            out.push_str(key);
            return;
        };
        let mut errors = Vec::new();
        // Writing to a string cannot fail, and faults of arguments are found by the tests over all keys.
        let _ = bundle.write_pattern(out, pattern, args.0.as_ref(), &mut errors);
        debug_assert!(errors.is_empty(), "{key} in {language}: {errors:?}");
    }

    /// The word for a value of a field.
    pub fn value(&self, language: Language, field: Field, value: &Value) -> String {
        match value {
            Value::Bool(true) => self.text(language, "value-yes", &Args::none()),
            Value::Bool(false) => self.text(language, "value-no", &Args::none()),
            Value::Choice(index) => match field.allowed_values().get(usize::from(*index)) {
                Some(name) => self.value_name(language, field, name),
                None => value.canonical(field),
            },
            Value::Set(0) => self.text(language, "value-none", &Args::none()),
            Value::Set(bits) => {
                let words: Vec<_> = set_names(field, *bits).map(|name| self.value_name(language, field, name)).collect();
                self.list(language, "list-and", &words)
            }
            Value::Integer(number) => {
                let unit = match field.spec().ageing {
                    Ageing::DaysUntil if *number < 0 => {
                        return self.text(language, "value-days-over", &Args::none().with("number", number.unsigned_abs().to_string()));
                    }
                    Ageing::DaysUntil | Ageing::DaysSince => "value-days",
                    Ageing::Years => "value-years",
                    Ageing::None => return value.canonical(field),
                };
                self.text(language, unit, &Args::none().with("number", number.to_string()))
            }
            Value::Date(_) | Value::Text(_) | Value::Ids(_) => value.canonical(field),
        }
    }

    /// The word for a named value of a choice or a set.
    pub fn value_name(&self, language: Language, field: Field, name: &str) -> String {
        self.text(language, &value_key(field, name), &Args::none())
    }

    /// Words joined by the language's own separator: `list-and` or `list-or`.
    pub fn list(&self, language: Language, separator: &str, words: &[String]) -> String {
        let between = self.text(language, separator, &Args::none());
        words.join(&between)
    }

    /// The keys of a language, each with the arguments of the message and its attributes.
    pub fn signatures(&self, language: Language) -> &BTreeMap<String, Signature> {
        &self.signatures[language as usize]
    }

    /// Keys that one language lacks, or whose attributes or arguments differ.
    pub fn differences(&self) -> Vec<CatalogProblem> {
        let mut problems = Vec::new();
        let [chinese, english] = &self.signatures;
        for (language, own, other) in [(Language::Chinese, chinese, english), (Language::English, english, chinese)] {
            for (key, signature) in other {
                match own.get(key) {
                    None => problems.push(CatalogProblem { language, message: format!("`{key}` is missing") }),
                    Some(own) if own != signature && language == Language::Chinese => {
                        let mut message = format!("`{key}` differs between the languages:");
                        // Writing to a string cannot fail.
                        let _ = write!(message, " {own:?} and {signature:?}");
                        problems.push(CatalogProblem { language, message });
                    }
                    Some(_) => {}
                }
            }
        }
        problems
    }
}

/// The key of the word for a value. Fields with the same list of values share their words.
pub fn value_key(field: Field, name: &str) -> String {
    let listed = field.allowed_values();
    let owner = Field::ALL
        .iter()
        .find(|candidate| matches!(candidate.kind(), Kind::Choice(_) | Kind::Set(_)) && candidate.allowed_values() == listed)
        .unwrap_or(&field);
    format!("value-{owner}-{name}")
}

fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::Chinese => langid!("zh-CN"),
        Language::English => langid!("en"),
    }
}

fn built_in_texts(dir: &'static Dir<'_>, texts: &mut Vec<(String, String)>) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            texts.push((file.path().display().to_string(), text.to_owned()));
        }
    }
    for inner in dir.dirs() {
        built_in_texts(inner, texts);
    }
}

fn folder_texts(dir: &Path, texts: &mut Vec<(String, String)>) -> std::io::Result<()> {
    if !dir.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            folder_texts(&path, texts)?;
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            texts.push((path.display().to_string(), std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, &ast::Message<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some((message.id.name, message)),
        _ => None,
    })
}

fn message_signature(message: &ast::Message<&str>) -> Signature {
    let mut signature = Signature::new();
    if let Some(value) = &message.value {
        let mut arguments = BTreeSet::new();
        pattern_arguments(value, &mut arguments);
        signature.insert(String::new(), arguments);
    }
    for attribute in &message.attributes {
        let mut arguments = BTreeSet::new();
        pattern_arguments(&attribute.value, &mut arguments);
        signature.insert(format!(".{}", attribute.id.name), arguments);
    }
    signature
}

fn pattern_arguments(pattern: &ast::Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            match expression {
                ast::Expression::Inline(inline) => inline_arguments(inline, arguments),
                ast::Expression::Select { selector, variants } => {
                    inline_arguments(selector, arguments);
                    variants.iter().for_each(|variant| pattern_arguments(&variant.value, arguments));
                }
            }
        }
    }
}

fn inline_arguments(inline: &ast::InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => {
            if let ast::Expression::Inline(inner) = &**expression {
                inline_arguments(inner, arguments);
            }
        }
        _ => {}
    }
}
