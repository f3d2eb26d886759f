//! The words that people use, from `rules/vocabulary/`, and the labels of buttons.
//!
//! Every word has senses: a value of a field, a place, a cue. One automaton finds all of them in one pass over an answer.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use include_dir::{Dir, include_dir};
use toml::de::{DeTable, DeValue};

use super::cue::Cue;
use super::near::Near;
use super::normal::{fold, normalize};
use super::place::{self, Place};
use super::progress::{Meaning, Progress};
use crate::profile::{Field, Kind};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules/vocabulary");

/// How much a word tells by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A hint that goes with many things: counts when nothing else is said at all.
    Faint,
    /// A definite topic that falls under no category: counts when nothing else is said.
    Topic,
    /// Goods, of which the site may be a shop.
    Goods,
    /// A hint: counts when nothing stronger is said.
    Weak,
    /// Somebody whose trade it is.
    Trade,
    /// Tells by itself.
    Strong,
}

/// What a word may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sense {
    Value {
        field: Field,
        value: u8,
        strength: Strength,
    },
    /// Counts only when nothing else is said.
    Alone {
        field: Field,
        value: u8,
    },
    /// Too vague to tell.
    Vague(Field),
    Place(Place),
    /// Contains the name of a place and tells none.
    NamedAfterPlace,
    Cue(Cue),
    /// Of the words that tell how a filing goes, which stand apart from all others.
    Progress(Meaning),
}

/// A fault in a vocabulary file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("vocabulary/{file}:{line}: {message}")]
pub struct VocabularyProblem {
    pub file: String,
    /// From 1; 0 where a file cannot be read at all.
    pub line: usize,
    pub message: String,
}

/// A file of the vocabulary folder: its path in it, and its text.
type File = (String, String);

/// All words.
#[derive(Debug)]
pub struct Vocabulary {
    pub(super) words: Vec<(String, Vec<Sense>)>,
    index: HashMap<String, usize>,
    answers: HashMap<String, String>,
    /// Words at the beginning of a message, by what they do.
    pub(super) openers: HashMap<String, Vec<String>>,
    names: HashMap<String, Field>,
    pub(super) lookalikes: HashMap<char, Vec<char>>,
    /// Misspellings and what was meant.
    pub(super) slips: HashMap<String, String>,
    automaton: OnceLock<Option<AhoCorasick>>,
    near: [OnceLock<Near>; Field::COUNT],
    /// The words that tell how a filing goes: boxed, since each is a vocabulary of its own.
    pub(super) progress: Option<Box<Progress>>,
}

/// What people read on buttons and in lists: they type it.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    pub values: Vec<(Field, u8, String)>,
    pub fields: Vec<(Field, String)>,
}

impl Vocabulary {
    /// The words of a folder of vocabulary files, or those that are compiled into the program when there is no such folder;
    /// and the labels, which yield where the vocabulary has the word for another value.
    ///
    /// # Errors
    /// Faults in the files, each with its line: unknown fields, values and cues, words that stand for two values.
    pub fn load(folder: Option<&Path>, labels: &Labels) -> Result<Vocabulary, Vec<VocabularyProblem>> {
        let files = match folder.filter(|folder| folder.is_dir()) {
            Some(folder) => read_folder(folder, "")?,
            None => built_in(&BUILT_IN),
        };
        let mut vocabulary = Vocabulary::empty();
        let mut problems = Vec::new();
        for (file, text) in &files {
            let faults = match file.as_str() {
                "answers.toml" => vocabulary.read_answers(text),
                "openers.toml" => vocabulary.read_openers(text),
                "cues.toml" => vocabulary.read_cues(text),
                "lookalikes.txt" => vocabulary.read_lookalikes(text),
                "slips.tsv" => vocabulary.read_slips(text),
                _ if file.starts_with("places/") || file.starts_with("progress/") => continue,
                _ => vocabulary.read_field(file, text),
            };
            problems.extend(faults.into_iter().map(|(line, message)| VocabularyProblem { file: file.clone(), line, message }));
        }
        let places: Vec<(&str, &str)> =
            files.iter().filter_map(|(file, text)| Some((file.strip_prefix("places/")?, text.as_str()))).collect();
        for (word, sense) in place::read(&places, &mut problems) {
            vocabulary.add(&word, sense);
        }
        vocabulary.derive_filers();
        let progress: Vec<(&str, &str)> =
            files.iter().filter_map(|(file, text)| Some((file.strip_prefix("progress/")?, text.as_str()))).collect();
        vocabulary.progress = Some(Box::new(Progress::read(&progress, &vocabulary.lookalikes, &mut problems)));
        for (field, value, label) in &labels.values {
            vocabulary.add_label(*field, *value, label);
        }
        vocabulary.names = labels.fields.iter().map(|(field, name)| (normalize(name), *field)).collect();
        if problems.is_empty() { Ok(vocabulary) } else { Err(problems) }
    }

    /// Without a word.
    pub(super) fn empty() -> Vocabulary {
        Vocabulary {
            words: Vec::new(),
            index: HashMap::new(),
            answers: HashMap::new(),
            openers: HashMap::new(),
            names: HashMap::new(),
            lookalikes: HashMap::new(),
            slips: HashMap::new(),
            automaton: OnceLock::new(),
            near: std::array::from_fn(|_| OnceLock::new()),
            progress: None,
        }
    }

    fn read_answers(&mut self, text: &str) -> Vec<(usize, String)> {
        let mut faults = Vec::new();
        for_each_word(text, &mut faults, |faults, table, list, word, line| {
            if list != "words" {
                faults.push((line, format!("`{list}` is no list of words; write `words`")));
            } else if let Some(other) = self.answers.insert(normalize(word), table.to_owned()).filter(|other| other != table) {
                faults.push((line, format!("`{word}` stands for `{other}` and `{table}`")));
            }
        });
        faults
    }

    fn read_openers(&mut self, text: &str) -> Vec<(usize, String)> {
        let mut faults = Vec::new();
        for_each_word(text, &mut faults, |_, table, _, word, _| {
            self.openers.entry(table.to_owned()).or_default().push(word.to_owned());
        });
        for words in self.openers.values_mut() {
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
        faults
    }

    fn read_cues(&mut self, text: &str) -> Vec<(usize, String)> {
        let mut faults = Vec::new();
        for_each_word(text, &mut faults, |faults, table, _, word, line| match Cue::named(table) {
            Some(cue) => self.add(word, Sense::Cue(cue)),
            None => faults.push((line, format!("there is no cue `{table}`; there are {}", Cue::NAMES.join(", ")))),
        });
        faults
    }

    fn read_field(&mut self, file: &str, text: &str) -> Vec<(usize, String)> {
        let mut faults = Vec::new();
        let Some(field) = file.strip_suffix(".toml").and_then(Field::named) else {
            return vec![(1, "the file is named after no field".to_owned())];
        };
        for_each_word(text, &mut faults, |faults, table, list, word, line| {
            if table == "vague" {
                return self.add(word, Sense::Vague(field));
            }
            let Some(value) = field.value_index(table) else {
                return faults.push((line, format!("`{field}` has no value `{table}`; there are {}", field.allowed_values().join(", "))));
            };
            let strength = match list {
                "words" | "english" | "slips" => Strength::Strong,
                "trades" => Strength::Trade,
                "weak" => Strength::Weak,
                "faint" => Strength::Faint,
                "goods" => Strength::Goods,
                "topics" => Strength::Topic,
                "alone" => return self.add(word, Sense::Alone { field, value }),
                _ => {
                    return faults.push((
                        line,
                        format!("there is no list `{list}`; there are words, english, slips, trades, weak, faint, goods, topics, alone"),
                    ));
                }
            };
            let clash = self.values_of(field, word).find(|(known, other)| *known != value && *other == strength);
            match clash {
                // An answer that may name several values may have a word for several.
                Some((known, _)) if !matches!(field.kind(), Kind::Set(_)) => {
                    let known = field.allowed_values()[usize::from(known)];
                    faults.push((line, format!("`{word}` stands for `{known}` and `{table}`")));
                }
                _ => self.add(word, Sense::Value { field, value, strength }),
            }
        });
        faults
    }

    fn read_lookalikes(&mut self, text: &str) -> Vec<(usize, String)> {
        for line in text.lines().filter(|line| !line.starts_with('#')).map(fold) {
            let mut characters = line.trim().chars();
            if let Some(right) = characters.next() {
                self.lookalikes.entry(right).or_default().extend(characters);
            }
        }
        Vec::new()
    }

    fn read_slips(&mut self, text: &str) -> Vec<(usize, String)> {
        let mut faults = Vec::new();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            match line.split_once('\t') {
                Some((wrong, right)) => drop(self.slips.insert(wrong.to_owned(), right.to_owned())),
                None => faults.push((index + 1, "write what is typed and what is meant, parted by a tab".to_owned())),
            }
        }
        faults
    }

    /// Adds a word in the form in which words are compared: the files are written so, which a test makes sure of, since to
    /// convert them all takes longer than all else at the start.
    pub(super) fn add(&mut self, word: &str, sense: Sense) {
        if word.is_empty() {
            return;
        }
        let index = match self.index.get(word) {
            Some(index) => *index,
            None => {
                self.words.push((word.to_owned(), Vec::new()));
                self.index.insert(word.to_owned(), self.words.len() - 1);
                self.words.len() - 1
            }
        };
        let senses = &mut self.words[index].1;
        if !senses.contains(&sense) {
            senses.push(sense);
        }
    }

    /// Whose trade is known is a filer as well: what a 供电公司 is, its name says at the end.
    fn derive_filers(&mut self) {
        let is_trade = |senses: &[Sense]| {
            let of = |wanted: Field| move |sense: &Sense| matches!(sense, Sense::Value { field, .. } | Sense::Alone { field, .. } | Sense::Vague(field) if *field == wanted);
            let trade = |sense: &Sense| matches!(sense, Sense::Value { field: Field::Content, strength: Strength::Trade, .. });
            senses.iter().any(trade) && !senses.iter().any(of(Field::Filer))
        };
        let mut derived: Vec<(usize, Sense)> = Vec::new();
        for (index, (word, _)) in self.words.iter().enumerate().filter(|(_, (_, senses))| is_trade(senses)) {
            let endings = word.char_indices().skip(1).map(|(at, _)| &word[at..]);
            let known = endings.filter_map(|ending| self.index.get(ending));
            let filer = known
                .flat_map(|ending| &self.words[*ending].1)
                .find(|sense| matches!(sense, Sense::Value { field: Field::Filer, strength: Strength::Strong | Strength::Trade, .. }));
            // 外包公司 is somebody else.
            let others = word.char_indices().skip(1).filter_map(|(at, _)| self.index.get(&word[..at]));
            let is_other = others.into_iter().any(|start| self.words[*start].1.contains(&Sense::Cue(Cue::Others)));
            derived.extend(filer.filter(|_| !is_other).map(|sense| (index, *sense)));
        }
        for (index, sense) in derived {
            self.words[index].1.push(sense);
        }
    }

    fn add_label(&mut self, field: Field, value: u8, label: &str) {
        let field = shared(field);
        let text = normalize(label);
        // The vocabulary goes before a label.
        if !text.is_empty() && self.values_of(field, &text).next().is_none() {
            self.add(&text, Sense::Value { field, value, strength: Strength::Strong });
        }
    }

    fn values_of(&self, field: Field, word: &str) -> impl Iterator<Item = (u8, Strength)> {
        let senses = self.index.get(word).map_or(&[][..], |index| &self.words[*index].1);
        senses.iter().filter_map(move |sense| match sense {
            Sense::Value { field: other, value, strength } if *other == field => Some((*value, *strength)),
            Sense::Alone { field: other, value } if *other == field => Some((*value, Strength::Strong)),
            _ => None,
        })
    }

    pub(super) fn word_index(&self, word: &str) -> Option<u32> {
        self.index.get(word).and_then(|index| u32::try_from(*index).ok())
    }

    /// Finds all words in a text. Built when first used: whoever only assesses needs none of it.
    pub(super) fn automaton(&self) -> Option<&AhoCorasick> {
        // Building fails only for more patterns than an index can count.
        self.automaton.get_or_init(|| AhoCorasick::new(self.words.iter().map(|(word, _)| word)).ok()).as_ref()
    }

    /// The words of a field by sound and by spelling.
    pub(super) fn near(&self, field: Field) -> &Near {
        self.near[field as usize].get_or_init(|| Near::new(self, field))
    }

    /// The field that is called this.
    pub fn field_called(&self, name: &str) -> Option<Field> {
        let name = normalize(name);
        let exact = self.names.get(&name).copied();
        // «省份» is enough for 备案省份 where no other name holds it.
        let holding = || {
            let mut fields: Vec<Field> = self.names.iter().filter(|(known, _)| known.contains(&name)).map(|(_, field)| *field).collect();
            fields.sort_unstable();
            fields.dedup();
            match fields.as_slice() {
                [only] if name.chars().count() >= 2 => Some(*only),
                _ => None,
            }
        };
        exact.or_else(holding)
    }

    /// What a whole answer means, whatever the question: `yes`, `no`, `unknown`, or the name of a command.
    pub fn answer(&self, normal: &str) -> Option<&str> {
        self.answers.get(normal).map(String::as_str)
    }

    /// What a whole message means, whatever the question, also with words of courtesy around it: «我想返回上一步，谢谢».
    pub fn meaning(&self, normal: &str) -> Option<&str> {
        /// Longest message in bytes that is a command in plain words.
        const BYTES_MAX: usize = 120;
        if let Some(meaning) = self.answer(normal) {
            return Some(meaning);
        }
        if normal.len() > BYTES_MAX {
            return None;
        }
        let mut bare = normal;
        while let Some(rest) = self.after(bare, "courtesy") {
            bare = rest;
        }
        let closings = self.opening_words("closing");
        while let Some(closing) = closings.iter().find(|closing| bare.len() > closing.len() && bare.ends_with(closing.as_str())) {
            bare = bare[..bare.len() - closing.len()].trim_end_matches([' ', ',']);
        }
        if bare == normal { None } else { self.answer(bare) }
    }

    /// Whether a whole answer is one word for a value of the field.
    pub fn is_word_of(&self, field: Field, normal: &str) -> bool {
        self.values_of(shared(field), normal).next().is_some()
    }

    /// Whether a message says that what a deadline of this name stands for is done.
    pub fn says_done(&self, lower: &str, deadline: &str) -> bool {
        self.holds(lower, &format!("done_{}", deadline.replace('-', "_"))) && !self.asks_meaning(lower)
    }

    /// Whether a message speaks of the field by its name, or asks what is meant.
    pub fn speaks_of(&self, field: Field, normal: &str) -> bool {
        let named = self.names.iter().any(|(name, known)| *known == field && normal.contains(name.as_str()));
        named || self.asks_meaning(normal)
    }

    pub(super) fn yes_or_no(&self, normal: &str) -> Option<bool> {
        match self.answer(normal)? {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

/// The field whose words a field shares: the first with the same list of values.
pub(super) fn shared(field: Field) -> Field {
    let values = field.allowed_values();
    let same = |other: &Field| std::ptr::eq(other.allowed_values(), values) || other.allowed_values() == values;
    if values.is_empty() { field } else { Field::ALL.iter().copied().find(same).unwrap_or(field) }
}

/// Calls for each word of a TOML file with `[table]` and `list = ["word", …]`, with its line.
pub(super) fn for_each_word(
    text: &str,
    faults: &mut Vec<(usize, String)>,
    mut each: impl FnMut(&mut Vec<(usize, String)>, &str, &str, &str, usize),
) {
    let line = |offset: usize| text[..offset.min(text.len())].bytes().filter(|byte| *byte == b'\n').count() + 1;
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => return faults.push((error.span().map_or(1, |span| line(span.start)), error.message().to_owned())),
    };
    for (name, lists) in table.get_ref() {
        let Some(lists_table) = lists.get_ref().as_table() else {
            faults.push((line(lists.span().start), format!("`{}` is no table; write [{}]", name.get_ref(), name.get_ref())));
            continue;
        };
        for (list, words) in lists_table {
            let Some(items) = words.get_ref().as_array() else {
                faults.push((line(words.span().start), format!("`{}` is no list of words", list.get_ref())));
                continue;
            };
            // Words stand in order: lines are counted on, not anew.
            let (mut at, mut number) = (0, 1);
            for word in items.iter() {
                let start = word.span().start.min(text.len());
                number += text[at..start].bytes().filter(|byte| *byte == b'\n').count();
                at = start;
                match word.get_ref() {
                    DeValue::String(word) => each(faults, name.get_ref(), list.get_ref(), word, number),
                    _ => faults.push((number, "not a word; write it in quotes".to_owned())),
                }
            }
        }
    }
}

/// Whether a file of the folder holds words, by its name.
fn holds_words(name: &str) -> bool {
    [".toml", ".tsv", ".txt"].iter().any(|kind| name.ends_with(kind))
}

fn built_in(folder: &Dir<'_>) -> Vec<File> {
    let here = folder.files().filter_map(|file| Some((file.path().to_string_lossy().into_owned(), file.contents_utf8()?.to_owned())));
    let mut files: Vec<File> = here.filter(|(name, _)| holds_words(name)).collect();
    files.extend(folder.dirs().flat_map(built_in));
    files
}

fn read_folder(folder: &Path, prefix: &str) -> Result<Vec<File>, Vec<VocabularyProblem>> {
    let unreadable =
        |error: std::io::Error| vec![VocabularyProblem { file: folder.display().to_string(), line: 0, message: error.to_string() }];
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        paths.push(entry.map_err(unreadable)?.path());
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        if path.is_dir() && prefix.is_empty() {
            files.extend(read_folder(&path, &format!("{name}/"))?);
        } else if holds_words(&name) {
            files.push((format!("{prefix}{name}"), std::fs::read_to_string(&path).map_err(unreadable)?));
        }
    }
    Ok(files)
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_written_in_the_form_in_which_words_are_compared() {
        let vocabulary = Vocabulary::load(None, &Labels::default()).expect("the built-in words are sound");
        let words = vocabulary.words.iter().map(|(word, _)| word).chain(vocabulary.slips.iter().flat_map(|(wrong, right)| [wrong, right]));
        let words = words.chain(vocabulary.openers.values().flatten()).chain(vocabulary.answers.keys());
        let words = words.chain(vocabulary.progress.iter().flat_map(|progress| progress.words()));
        let wrong: Vec<&String> = words.filter(|word| fold(word) != word.trim_end()).collect();
        assert!(wrong.is_empty(), "simplified, lower case, half-width, single spaces: {wrong:?}");
    }
}
