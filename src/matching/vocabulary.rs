//! The words that people use, from `rules/vocabulary/`, and the labels of buttons.

use std::path::Path;

use include_dir::{Dir, include_dir};
use toml::de::{DeTable, DeValue};

use super::text::normalize;
use crate::profile::Field;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules/vocabulary");

/// Files that hold answers of any question rather than the values of a field.
const ANSWERS: &str = "answers";

/// A word for a value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub text: String,
    pub value: u8,
    /// Counts only when nothing else is said.
    pub alone: bool,
}

/// A fault in a vocabulary file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("vocabulary/{file}: {message}")]
pub struct VocabularyProblem {
    pub file: String,
    pub message: String,
}

/// All words.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    fields: Vec<(Field, Vec<Word>)>,
    answers: Vec<(String, String)>,
    names: Vec<(String, Field)>,
}

impl Vocabulary {
    /// The words that are compiled into the program.
    ///
    /// # Errors
    /// Faults in the files: unknown fields or values, words that stand for two values.
    pub fn built_in() -> Result<Vocabulary, Vec<VocabularyProblem>> {
        let files = BUILT_IN
            .files()
            .filter_map(|file| Some((file.path().file_stem()?.to_string_lossy().into_owned(), file.contents_utf8()?.to_owned())));
        Vocabulary::from_files(files.collect())
    }

    /// The words of a folder of vocabulary files; the built-in ones when there is no such folder.
    ///
    /// # Errors
    /// As [`Vocabulary::built_in`], and files that cannot be read.
    pub fn from_folder(folder: &Path) -> Result<Vocabulary, Vec<VocabularyProblem>> {
        if !folder.is_dir() {
            return Vocabulary::built_in();
        }
        let unreadable = |error: std::io::Error| vec![VocabularyProblem { file: folder.display().to_string(), message: error.to_string() }];
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.extension().is_some_and(|extension| extension == "toml")
                && let Some(stem) = path.file_stem()
            {
                files.push((stem.to_string_lossy().into_owned(), std::fs::read_to_string(&path).map_err(unreadable)?));
            }
        }
        Vocabulary::from_files(files)
    }

    fn from_files(files: Vec<(String, String)>) -> Result<Vocabulary, Vec<VocabularyProblem>> {
        let mut vocabulary = Vocabulary::default();
        let mut problems = Vec::new();
        for (file, text) in files {
            let mut fault = |message: String| problems.push(VocabularyProblem { file: format!("{file}.toml"), message });
            let table = match DeTable::parse(&text) {
                Ok(table) => table,
                Err(error) => {
                    fault(error.to_string());
                    continue;
                }
            };
            let field = Field::named(&file);
            if field.is_none() && file != ANSWERS {
                fault("the file is named after no field".to_owned());
                continue;
            }
            for (value, entries) in table.get_ref() {
                let value = value.get_ref();
                let words = |name: &str| {
                    let list = entries.get_ref().as_table().and_then(|table| table.get(name)).and_then(|list| list.get_ref().as_array());
                    list.into_iter().flatten().filter_map(|word| match word.get_ref() {
                        DeValue::String(word) => Some(normalize(word)),
                        _ => None,
                    })
                };
                match field {
                    None => vocabulary.answers.extend(words("words").map(|word| (word, value.to_string()))),
                    Some(field) => {
                        let Some(index) = field.value_index(value) else {
                            fault(format!("`{field}` has no value `{value}`"));
                            continue;
                        };
                        for (list, alone) in [("alone", true), ("words", false), ("cities", false)] {
                            for text in words(list) {
                                // Fields with the same list of values share their words.
                                let sharing = Field::ALL.iter().filter(|other| other.allowed_values() == field.allowed_values());
                                for sharing in sharing {
                                    if let Err(message) = vocabulary.add(*sharing, Word { text: text.clone(), value: index, alone }) {
                                        fault(message);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if problems.is_empty() { Ok(vocabulary) } else { Err(problems) }
    }

    fn add(&mut self, field: Field, word: Word) -> Result<(), String> {
        let words = match self.fields.iter().position(|(known, _)| *known == field) {
            Some(index) => &mut self.fields[index].1,
            None => {
                self.fields.push((field, Vec::new()));
                let last = self.fields.len() - 1;
                &mut self.fields[last].1
            }
        };
        match words.iter().find(|known| known.text == word.text) {
            Some(known) if known.value != word.value => Err(format!("`{}` stands for two values", word.text)),
            Some(_) => Ok(()),
            None => {
                words.push(word);
                Ok(())
            }
        }
    }

    /// Adds the label of a button: what people read, they type. A word that stands for another value already stays with it.
    pub fn add_label(&mut self, field: Field, value: u8, label: &str) {
        let text = normalize(label);
        if !text.is_empty() {
            // The vocabulary goes before a label.
            let _ = self.add(field, Word { text, value, alone: false });
        }
    }

    /// Adds the name of a field, by which a person may ask to change an answer.
    pub fn add_name(&mut self, field: Field, name: &str) {
        self.names.push((normalize(name), field));
    }

    /// The field that is called this.
    pub fn field_called(&self, name: &str) -> Option<Field> {
        let name = normalize(name);
        self.names.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    pub(super) fn words(&self, field: Field) -> &[Word] {
        self.fields.iter().find(|(known, _)| *known == field).map_or(&[], |(_, words)| words)
    }

    /// What a whole answer means, whatever the question: `yes`, `no`, `unknown`, or the name of a command.
    pub fn answer(&self, normal: &str) -> Option<&str> {
        self.answers.iter().find(|(word, _)| word == normal).map(|(_, meaning)| meaning.as_str())
    }

    pub(super) fn yes_or_no(&self, normal: &str) -> Option<bool> {
        match self.answer(normal)? {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}
