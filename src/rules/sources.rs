//! The documents that rules rest on, and citations of their lines.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::compile::strings;
use super::problem::{File, Problems};

/// A document that rules cite.
#[derive(Debug, Clone)]
pub struct Document {
    pub key: String,
    /// The name of its file in a folder of documents; empty for a document without lines.
    pub file: String,
    /// When it was written, as `YYYY-MM-DD`, or about when.
    pub date: String,
    /// Whether the document itself states that date.
    pub dated: bool,
    /// Where it is to be found, for people.
    pub found: String,
    /// How many lines it has; `None` for a document that is cited as a whole or by place.
    pub lines: Option<u32>,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: Option<String>,
    /// Its sections by line range, in order.
    pub sections: Vec<Section>,
    /// What can be cited of a document without lines: its pages or articles.
    pub places: Vec<String>,
}

/// A part of a document.
#[derive(Debug, Clone)]
pub struct Section {
    pub first: u32,
    pub last: u32,
    /// The document's own number of the section.
    pub number: Option<String>,
    /// What the section is about: the key of its name in `locales/`.
    pub about: Option<String>,
    pub province: Option<String>,
    pub audience: Option<String>,
}

/// The place in a document that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Index of the document.
    pub document: usize,
    pub place: Place,
    text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Lines, the first and the last included, counted from 1.
    Lines(u32, u32),
    /// A place in a document without lines: one of its pages or articles.
    Named(String),
    Whole,
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Citation {
    /// The citation as the machine interface writes it: `KEY:LINE`, `KEY:FIRST-LAST`, `KEY:PLACE` or `KEY`.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Documents of a rule base: each has a bit of its own.
const DOCUMENTS_MAX: usize = 64;

/// Every document, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    pub documents: Vec<Document>,
}

impl Sources {
    /// Reads `sources.toml`.
    pub fn parse(file: &Arc<File>, problems: &mut Problems) -> Sources {
        let mut sources = Sources::default();
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        for error in errors {
            problems.add(file, error.span().unwrap_or(0..0), error.message().to_owned(), "the file is not valid TOML");
        }
        for (key, value) in table.get_ref() {
            let DeValue::Table(entries) = value.get_ref() else {
                problems.add(file, value.span(), format!("`{}` is no document", key.get_ref()), "write a table [key]");
                continue;
            };
            sources.documents.push(document(file, key.get_ref(), key.span(), entries, problems));
        }
        if sources.documents.len() > DOCUMENTS_MAX {
            problems.add(
                file,
                0..0,
                format!("{} documents", sources.documents.len()),
                format!("a rule base holds at most {DOCUMENTS_MAX}"),
            );
            sources.documents.truncate(DOCUMENTS_MAX);
        }
        sources
    }

    pub fn index_of(&self, key: &str) -> Option<usize> {
        self.documents.iter().position(|document| document.key == key)
    }

    /// The section that a citation lies in.
    pub fn section(&self, citation: &Citation) -> Option<&Section> {
        let Place::Lines(first, _) = citation.place else { return None };
        // Later sections are narrower: a section may stand inside another.
        self.documents[citation.document].sections.iter().rev().find(|section| (section.first..=section.last).contains(&first))
    }

    /// Reads a citation, or says what is wrong with it and what was expected.
    pub fn cite(&self, text: &str) -> Result<Citation, (String, String)> {
        let (key, place) = text.split_once(':').map_or((text, None), |(key, place)| (key, Some(place)));
        let Some(index) = self.index_of(key) else {
            let keys: Vec<_> = self.documents.iter().map(|document| document.key.as_str()).collect();
            return Err((format!("unknown document `{key}`"), format!("documents are {}", keys.join(", "))));
        };
        let place = match (self.documents[index].lines, place) {
            (None, None) => Place::Whole,
            (None, Some(place)) => {
                let places = &self.documents[index].places;
                if !places.iter().any(|known| known == place) {
                    let help = match places.as_slice() {
                        [] => format!("write {key}, or list its places in sources.toml"),
                        places => format!("places of {key} are {}", places.join(", ")),
                    };
                    return Err((format!("`{text}` lies outside the document"), help));
                }
                Place::Named(place.to_owned())
            }
            (Some(lines), place) => {
                let range = place.and_then(line_range);
                let Some((first, last)) = range else {
                    return Err((format!("`{text}` cites no line"), format!("write {key}:LINE or {key}:FIRST-LAST")));
                };
                if first < 1 || first > last || last > lines {
                    return Err((format!("`{text}` lies outside the document"), format!("{key} has lines 1 to {lines}")));
                }
                Place::Lines(first, last)
            }
        };
        Ok(Citation { document: index, place, text: text.to_owned() })
    }
}

fn line_range(place: &str) -> Option<(u32, u32)> {
    match place.split_once('-') {
        None => place.parse().ok().map(|line| (line, line)),
        Some((first, last)) => Some((first.parse().ok()?, last.parse().ok()?)),
    }
}

fn document(file: &Arc<File>, key: &str, span: Range<usize>, entries: &DeTable<'_>, problems: &mut Problems) -> Document {
    let mut document = Document {
        key: key.to_owned(),
        file: String::new(),
        date: String::new(),
        dated: false,
        found: String::new(),
        lines: None,
        sha256: None,
        sections: Vec::new(),
        places: Vec::new(),
    };
    for (name, value) in entries {
        let text = value.get_ref().as_str().map(str::to_owned);
        match (&**name.get_ref(), text) {
            ("file", Some(text)) => document.file = text,
            ("date", Some(text)) => document.date = text,
            ("found", Some(text)) => document.found = text,
            ("sha256", Some(text)) => document.sha256 = Some(text),
            ("dated", None) => document.dated = value.get_ref().as_bool().unwrap_or_default(),
            ("lines", None) => document.lines = number(value),
            ("places", _) => match strings(value) {
                Some(places) => document.places = places.into_iter().map(|(place, _)| place).collect(),
                None => problems.add(file, value.span(), "`places` is no list", "write [\"one page\", \"another\"]"),
            },
            ("sections", None) => match value.get_ref().as_array() {
                Some(sections) => document.sections.extend(sections.iter().filter_map(|value| section(file, value, problems))),
                None => problems.add(file, value.span(), "`sections` is no list", "write [{ from = 1, to = 9, about = \"…\" }]"),
            },
            (other, _) => problems.add(
                file,
                name.span(),
                format!("unknown or malformed entry `{other}`"),
                "a document has file, date, dated, found, lines, sha256 and sections, or places instead of file and lines",
            ),
        }
    }
    for (missing, name) in [(document.date.is_empty(), "date"), (document.found.is_empty(), "found")] {
        if missing {
            problems.add(file, 0..0, format!("document `{key}` has no `{name}`"), "every document says when and where");
        }
    }
    let has_file = !document.file.is_empty();
    let of_lines = document.sha256.is_some() || !document.sections.is_empty();
    if has_file != document.lines.is_some() || (!has_file && of_lines) || (has_file && !document.places.is_empty()) {
        problems.add(
            file,
            span,
            format!("document `{key}` is half a file"),
            "a document is a file with its lines, or neither and then cited as a whole or by `places`",
        );
    }
    document
}

fn section(file: &Arc<File>, value: &Spanned<DeValue<'_>>, problems: &mut Problems) -> Option<Section> {
    let table = value.get_ref().as_table();
    let text = |name: &str| Some(table?.get(name)?.get_ref().as_str()?.to_owned());
    let bounds = table.and_then(|table| Some((number(table.get("from")?)?, number(table.get("to")?)?)));
    let Some((first, last)) = bounds.filter(|(first, last)| first <= last) else {
        problems.add(file, value.span(), "a section without its lines", "write { from = FIRST, to = LAST, about = \"…\" }");
        return None;
    };
    Some(Section { first, last, number: text("number"), about: text("about"), province: text("province"), audience: text("audience") })
}

fn number(value: &Spanned<DeValue<'_>>) -> Option<u32> {
    let integer = value.get_ref().as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}
