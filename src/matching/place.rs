//! Places: which province each lies in, from the gazetteer and the lists beside it.

use super::normal::fold;
use super::vocabulary::{Sense, VocabularyProblem, for_each_word};
use crate::profile::Field;

/// Where a place lies, when not in one of the 31 provinces whose administrations take filings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    HongKong,
    Macao,
    Taiwan,
    Abroad,
}

/// How large a place is, and so how likely it is meant by its name. The larger go first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// A county whose short name is an ordinary word: counts when nothing else is said, or beside another place.
    Ordinary,
    County,
    /// A nickname, a town or a sight that tells.
    Town,
    City,
    Province,
}

/// A place or region that an answer names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The provinces that it may lie in, a bit each. None: it lies elsewhere, or in too many to tell.
    pub provinces: u32,
    pub elsewhere: Option<Elsewhere>,
    pub level: Level,
    /// One character: counts only when nothing else is said.
    pub alone: bool,
    /// The provinces of smaller places of the same name: meant only inside one of them.
    pub namesakes: u32,
    /// Of several provinces the one that most people mean: worth asking about.
    pub likely: u32,
}

impl Place {
    fn within(provinces: u32, level: Level) -> Place {
        Place { provinces, elsewhere: None, level, alone: false, namesakes: 0, likely: 0 }
    }

    pub fn kind(&self) -> &'static str {
        match (self.elsewhere, self.level) {
            (Some(_), _) => "elsewhere",
            (None, _) if self.provinces == 0 => "region",
            (None, Level::Province) => "province",
            (None, Level::City | Level::Town) => "city",
            (None, Level::County | Level::Ordinary) => "county",
        }
    }
}

/// Words and places in the order in which they were read.
#[derive(Default)]
struct Places {
    known: std::collections::HashMap<String, usize>,
    list: Vec<(String, Place)>,
}

impl Places {
    /// Adds a place. Of two with one name the larger counts; where they are as large, either may be meant.
    fn add(&mut self, word: &str, place: Place) {
        match self.known.get(word) {
            Some(index) => {
                let known = &mut self.list[*index].1;
                if known.elsewhere.is_none() && known.level == place.level && place.elsewhere.is_none() && known.alone == place.alone {
                    known.provinces |= place.provinces;
                } else if place.level > known.level && known.elsewhere.is_none() {
                    *known = Place { namesakes: known.provinces | known.namesakes, ..place };
                } else if place.level < known.level {
                    known.namesakes |= place.provinces;
                }
            }
            None => {
                self.known.insert(word.to_owned(), self.list.len());
                self.list.push((word.to_owned(), place));
            }
        }
    }
}

fn province_bit(slug: &str) -> Option<u32> {
    Field::Province.value_index(slug).map(|index| 1 << index)
}

/// Reads the files of the places folder.
pub(super) fn read(files: &[(&str, &str)], problems: &mut Vec<VocabularyProblem>) -> Vec<(String, Sense)> {
    let mut places = Places::default();
    let mut senses: Vec<(String, Sense)> = Vec::new();
    let mut endings = Endings::default();
    // What is said by name goes before what is derived from the gazetteer, and the cities before the counties.
    let order = ["words.toml", "names.toml", "elsewhere.toml", "prefectures.tsv", "counties.tsv"];
    let mut files: Vec<&(&str, &str)> = files.iter().collect();
    files.sort_by_key(|(name, _)| order.iter().position(|known| known == name));
    for (name, text) in files {
        let mut faults = Vec::new();
        match *name {
            "words.toml" => read_words(text, &mut endings, &mut senses, &mut faults),
            "names.toml" => read_names(text, &mut places, &mut faults),
            "elsewhere.toml" => read_elsewhere(text, &mut places, &mut faults),
            "prefectures.tsv" => read_gazetteer(text, Level::City, &endings, &mut places, &mut faults),
            "counties.tsv" => read_gazetteer(text, Level::County, &endings, &mut places, &mut faults),
            _ => faults.push((0, format!("there is no such file; there are {}", order.join(", ")))),
        }
        problems.extend(faults.into_iter().map(|(line, message)| VocabularyProblem { file: format!("places/{name}"), line, message }));
    }
    senses.extend(places.list.into_iter().map(|(word, place)| (word, Sense::Place(place))));
    senses
}

/// What is taken off an official name to give the name that people use.
#[derive(Default)]
struct Endings {
    /// 市, 自治县 …
    kinds: Vec<String>,
    /// 壮族, 回族 …
    peoples: Vec<String>,
    /// Short names that are ordinary words.
    ordinary: std::collections::HashSet<String>,
}

impl Endings {
    /// 恭城瑶族自治县 is called 恭城.
    fn short<'n>(&self, name: &'n str) -> Option<&'n str> {
        let kind = self.kinds.iter().filter(|kind| name.ends_with(kind.as_str())).max_by_key(|kind| kind.len())?;
        let mut short = &name[..name.len() - kind.len()];
        while let Some(people) = self
            .peoples
            .iter()
            .filter(|people| short.len() > people.len() && short.ends_with(people.as_str()))
            .max_by_key(|people| people.len())
        {
            short = &short[..short.len() - people.len()];
        }
        (short.chars().count() >= 2).then_some(short)
    }
}

fn read_words(text: &str, endings: &mut Endings, senses: &mut Vec<(String, Sense)>, faults: &mut Vec<(usize, String)>) {
    for_each_word(text, faults, |faults, table, _, word, line| match table {
        "kinds" => endings.kinds.push(word.to_owned()),
        "peoples" => endings.peoples.push(word.to_owned()),
        "ordinary" => {
            endings.ordinary.insert(word.to_owned());
        }
        "named_after" => senses.push((word.to_owned(), Sense::NamedAfterPlace)),
        "after_place" => senses.push((word.to_owned(), Sense::Cue(super::cue::Cue::AfterPlace))),
        _ => faults.push((line, format!("there is no table `{table}`; there are kinds, peoples, ordinary, named_after, after_place"))),
    });
}

/// `[province]`, or `["province+province"]` for what may mean one or the other, in the list `likely` most often the first; `[regions]` for what is larger than a province.
fn read_names(text: &str, places: &mut Places, faults: &mut Vec<(usize, String)>) {
    for_each_word(text, faults, |faults, table, list, word, line| {
        let provinces =
            if table == "regions" { Some(0) } else { table.split('+').map(province_bit).try_fold(0, |bits, bit| Some(bits | bit?)) };
        let Some(provinces) = provinces else {
            return faults.push((line, format!("`{table}` is no province")));
        };
        let (level, alone) = match list {
            "names" => (Level::Province, false),
            "abbreviations" => (Level::Province, true),
            "nicknames" | "english" => (Level::Town, false),
            // A city of that name is better known than what several places are called.
            "words" | "likely" => (if table == "regions" { Level::City } else { Level::County }, false),
            _ => {
                return faults
                    .push((line, format!("there is no list `{list}`; there are names, abbreviations, nicknames, english, words, likely")));
            }
        };
        let first = table.split('+').next().filter(|_| list == "likely");
        let likely = first.and_then(province_bit).unwrap_or_default();
        places.add(word, Place { alone, likely, ..Place::within(provinces, level) });
        // 粤B: the plates of its cars.
        if alone && !word.is_ascii() {
            (b'a'..=b'z').for_each(|letter| {
                places.add(&format!("{word}{}", char::from(letter)), Place::within(provinces, Level::County));
            });
        }
    });
}

fn read_elsewhere(text: &str, places: &mut Places, faults: &mut Vec<(usize, String)>) {
    for_each_word(text, faults, |faults, table, _, word, line| {
        let elsewhere = match table {
            "hong_kong" => Elsewhere::HongKong,
            "macao" => Elsewhere::Macao,
            "taiwan" => Elsewhere::Taiwan,
            "abroad" => Elsewhere::Abroad,
            _ => return faults.push((line, format!("there is no table `{table}`; there are hong_kong, macao, taiwan, abroad"))),
        };
        places.add(word, Place { provinces: 0, elsewhere: Some(elsewhere), level: Level::City, alone: false, namesakes: 0, likely: 0 });
    });
}

/// A name and its province in each line, parted by tabs; further columns are not read.
fn read_gazetteer(text: &str, level: Level, endings: &Endings, places: &mut Places, faults: &mut Vec<(usize, String)>) {
    let lines = || text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    for (index, line) in lines() {
        let mut columns = line.split('\t');
        let (Some(name), Some(province)) = (columns.next(), columns.next()) else {
            faults.push((index + 1, "write a name and its province, parted by a tab".to_owned()));
            continue;
        };
        // Official names are kept as they are published: 乾安县.
        let name = &fold(name);
        let Some(provinces) = province_bit(province) else {
            faults.push((index + 1, format!("`{province}` is no province")));
            continue;
        };
        places.add(name, Place::within(provinces, level));
        if let Some(short) = endings.short(name) {
            if name.ends_with("自治州") {
                places.add(&format!("{short}州"), Place::within(provinces, Level::City));
            }
            let level = if level == Level::County && endings.ordinary.contains(short) { Level::Ordinary } else { level };
            places.add(short, Place::within(provinces, level));
        }
    }
}
