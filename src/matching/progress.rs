//! The words that tell how a filing goes, from `rules/vocabulary/progress/`: read from the files, and found in a text, also misspelt.
//!
//! They stand apart from the words for the values of fields, so that neither hides the other.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::clock::moments;
use super::day::{Spotted, Towards, days};
use super::scan::{Piece, Token, scan};
use super::vocabulary::{Sense, Vocabulary, VocabularyProblem, for_each_word};
use super::when::days_to_come;
use crate::profile::Field;

macro_rules! roles {
    ($($variant:ident $name:literal;)*) => {
        /// What a word does in a sentence about a filing, as the files under `progress/` explain it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Role { $($variant),* }

        impl Role {
            fn named(name: &str) -> Option<Role> {
                match name {
                    $($name => Some(Role::$variant),)*
                    _ => None,
                }
            }

            const NAMES: &[&str] = &[$($name),*];
        }
    };
}

roles! {
    Ask "ask";
    If "if";
    Plan "plan";
    Not "not";
    NotYet "not_yet";
    Done "done";
    Hedge "hedge";
    Others "others";
    Before "before";
    But "but";
    Filler "filler";
    Time "time";
    Vague "vague";
    Slip "slip";
    Open "open";
    Particle "particle";
    HowLong "how_long";
    Remind "remind";
    Every "every";
    Unrelated "unrelated";
    // Who decides, and what about.
    Authority "authority";
    Provider "provider";
    First "first";
    Second "second";
    Photo "photo";
    Number "number";
    Filing "filing";
    Review "review";
    Papers "papers";
    // What became of it.
    Passed "passed";
    Granted "granted";
    Failed "failed";
    Refused "refused";
    Returned "returned";
    Demanded "demanded";
    Submitted "submitted";
    Submit "submit";
    Reached "reached";
    Pending "pending";
    Wait "wait";
    Got "got";
    Made "made";
    Elsewhere "elsewhere";
    // Events.
    Server "server";
    Domain "domain";
    IdCard "id_card";
    Sheet "sheet";
    Site "site";
    Access "access";
    Expires "expires";
    Expired "expired";
    Signed "signed";
    Opened "opened";
    Cancelled "cancelled";
    Closed "closed";
    Lasts "lasts";
    // Things in hand.
    All "all";
    Thing "thing";
    Have "have";
    Lack "lack";
    Only "only";
    Just "just";
    Except "except";
    // Wishes for reminders.
    Quiet "quiet";
    Reopen "reopen";
    Tired "tired";
    Zone "zone";
}

/// Which part of a reason a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// What the reason is about.
    About,
    /// What is wrong with it.
    Wrong,
    /// That nothing is.
    Fine,
}

/// What a word of these files means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Role(Role),
    /// A stage by itself.
    Stage(u8),
    /// Index in the reasons; none for what may be wrong with anything.
    Reason(Option<u8>, Part),
}

/// A reason for a rejection.
#[derive(Debug)]
pub(super) struct ReasonKind {
    pub key: String,
    pub fields: Vec<Field>,
    /// Whether words of its own say what is wrong; else those for anything do.
    pub own_wrong: bool,
}

/// The words of all the files.
#[derive(Debug)]
pub(super) struct Progress {
    pub stage: Words,
    pub events: Words,
    pub in_hand: Words,
    pub reminders: Words,
    pub reason: Words,
    pub reasons: Vec<ReasonKind>,
    /// Time zones by the names of cities and countries.
    pub zones: HashMap<String, Tz>,
    /// What may stand behind such a name, the longest first.
    pub around_zones: Vec<String>,
}

/// The words of one file, with those that all share.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) vocabulary: Vocabulary,
    /// Words by their pinyin in one run, single characters too.
    pub(super) sounds: OnceLock<HashMap<String, u32>>,
}

/// Reasons are counted in a byte, and nobody tells as many apart.
const REASONS_MAX: usize = 200;

impl Progress {
    /// Reads the files of the folder; faults go to `problems`.
    pub fn read(files: &[(&str, &str)], lookalikes: &HashMap<char, Vec<char>>, problems: &mut Vec<VocabularyProblem>) -> Progress {
        let words = || Words::new(lookalikes);
        let mut progress = Progress {
            stage: words(),
            events: words(),
            in_hand: words(),
            reminders: words(),
            reason: words(),
            reasons: Vec::new(),
            zones: HashMap::new(),
            around_zones: Vec::new(),
        };
        // Of a word that stands in a file and in the common one, the file's own meaning counts.
        let (common, own): (Vec<&(&str, &str)>, _) = files.iter().partition(|(file, _)| *file == COMMON);
        for (file, text) in own.into_iter().chain(common) {
            let mut faults = Vec::new();
            match *file {
                COMMON => progress.read_common(text, &mut faults),
                "stage.toml" => progress.read_roles(text, &mut faults, |progress| &mut progress.stage),
                "events.toml" => progress.read_roles(text, &mut faults, |progress| &mut progress.events),
                "in_hand.toml" => progress.read_roles(text, &mut faults, |progress| &mut progress.in_hand),
                "reminders.toml" => progress.read_roles(text, &mut faults, |progress| &mut progress.reminders),
                "reasons.toml" => progress.read_reasons(text, &mut faults),
                "zones.toml" => progress.read_zones(text, &mut faults),
                _ => faults.push((
                    1,
                    "there is no such file; there are common.toml, stage.toml, events.toml, in_hand.toml, reminders.toml, reasons.toml, zones.toml"
                        .to_owned(),
                )),
            }
            let named = |(line, message)| VocabularyProblem { file: format!("progress/{file}"), line, message };
            problems.extend(faults.into_iter().map(named));
        }
        progress
    }

    fn read_roles(&mut self, text: &str, faults: &mut Vec<(usize, String)>, into: impl Fn(&mut Progress) -> &mut Words) {
        for_each_word(text, faults, |faults, table, list, word, line| {
            let Some(meaning) = meaning_named(faults, table, list, line) else { return };
            let words = into(self);
            if words.knows(word).is_some_and(|senses| !senses.contains(&Sense::Progress(meaning))) {
                return faults.push((line, format!("`{word}` stands in `{table}` and in another table")));
            }
            words.vocabulary.add(word, Sense::Progress(meaning));
        });
    }

    fn read_common(&mut self, text: &str, faults: &mut Vec<(usize, String)>) {
        let mut common: HashMap<String, Meaning> = HashMap::new();
        for_each_word(text, faults, |faults, table, list, word, line| {
            let Some(meaning) = meaning_named(faults, table, list, line) else { return };
            if common.insert(word.to_owned(), meaning).is_some_and(|other| other != meaning) {
                return faults.push((line, format!("`{word}` stands in `{table}` and in another table")));
            }
            for words in [&mut self.stage, &mut self.events, &mut self.in_hand, &mut self.reminders] {
                if words.knows(word).is_none() {
                    words.vocabulary.add(word, Sense::Progress(meaning));
                }
            }
        });
    }

    fn read_reasons(&mut self, text: &str, faults: &mut Vec<(usize, String)>) {
        for_each_word(text, faults, |faults, table, list, word, line| {
            let index = if table == "any" {
                None
            } else {
                let known = self.reasons.iter().position(|reason| reason.key == table);
                let index = known.unwrap_or_else(|| {
                    self.reasons.push(ReasonKind { key: table.to_owned(), fields: Vec::new(), own_wrong: false });
                    self.reasons.len() - 1
                });
                if index >= REASONS_MAX {
                    return faults.push((line, format!("`{table}`: there are at most {REASONS_MAX} reasons")));
                }
                Some(index)
            };
            let part = match (list, index) {
                ("fields", Some(index)) => {
                    return match Field::named(word) {
                        Some(field) => self.reasons[index].fields.push(field),
                        None => faults.push((line, format!("`{table}`: there is no field `{word}`"))),
                    };
                }
                ("words", Some(_)) => Part::Whole,
                ("about", Some(_)) => Part::About,
                ("wrong", _) => Part::Wrong,
                ("fine", None) => Part::Fine,
                _ => {
                    return faults
                        .push((line, format!("`{table}`: there is no list `{list}`; there are fields, words, about, wrong, fine")));
                }
            };
            if let (Some(index), Part::Wrong) = (index, part) {
                self.reasons[index].own_wrong = true;
            }
            // Fits: counted above.
            let meaning = Meaning::Reason(index.and_then(|index| u8::try_from(index).ok()), part);
            self.reason.vocabulary.add(word, Sense::Progress(meaning));
        });
    }

    fn read_zones(&mut self, text: &str, faults: &mut Vec<(usize, String)>) {
        for_each_word(text, faults, |faults, table, _, word, line| {
            if table == "around" {
                return self.around_zones.push(word.to_owned());
            }
            match table.parse::<Tz>() {
                Ok(zone) => {
                    if self.zones.insert(word.to_owned(), zone).is_some_and(|other| other != zone) {
                        faults.push((line, format!("`{word}` stands in `{table}` and in another table")));
                    }
                }
                Err(_) => faults.push((line, format!("`{table}` is no time zone; write its IANA name"))),
            }
        });
        self.around_zones.sort_by_key(|word| std::cmp::Reverse(word.len()));
    }

    #[cfg(test)]
    pub fn words(&self) -> impl Iterator<Item = &String> {
        [&self.stage, &self.events, &self.in_hand, &self.reminders, &self.reason]
            .into_iter()
            .flat_map(|words| words.vocabulary.words.iter().map(|(word, _)| word))
            .chain(self.zones.keys().chain(&self.around_zones))
    }
}

/// The file with the words that all share.
const COMMON: &str = "common.toml";

/// What the words of a table's list mean.
fn meaning_named(faults: &mut Vec<(usize, String)>, table: &str, list: &str, line: usize) -> Option<Meaning> {
    let (meaning, known) = match list {
        // A table may be called after a stage and a role: «submitted» is both.
        "says" => (Field::Stage.value_index(table).map(Meaning::Stage), Field::Stage.allowed_values().join(", ")),
        "words" | "english" => (Role::named(table).map(Meaning::Role), Role::NAMES.join(", ")),
        _ => {
            faults.push((line, format!("`{table}`: there is no list `{list}`; there are words, english, says")));
            return None;
        }
    };
    if meaning.is_none() {
        faults.push((line, format!("`{table}` is unknown; there are {known}")));
    }
    meaning
}

/// A text with its words and days.
pub(super) struct Line<'w> {
    pub text: String,
    pub tokens: Vec<Token<'w>>,
    pub days: Vec<Spotted>,
    /// Of a text about what has happened, days that are still to come.
    pub to_come: Vec<Spotted>,
    pub today: NaiveDate,
    /// How like its words are to those in the files: 1 where all are spelt right.
    pub likeness: f32,
}

/// What stands where a day is named, and where one is that cannot be meant.
const DAY: &[Sense] = &[Sense::Progress(Meaning::Role(Role::Time))];
const NO_DAY: &[Sense] = &[Sense::Progress(Meaning::Role(Role::Filler))];

impl Words {
    fn new(lookalikes: &HashMap<char, Vec<char>>) -> Words {
        let mut vocabulary = Vocabulary::empty();
        vocabulary.lookalikes.clone_from(lookalikes);
        Words { vocabulary, sounds: OnceLock::new() }
    }

    fn knows(&self, word: &str) -> Option<&[Sense]> {
        self.vocabulary.word_index(word).map(|index| self.vocabulary.words[index as usize].1.as_slice())
    }

    /// Whether a word stands in the text that does one of these: what has none is passed over at once.
    pub fn touches(&self, folded: &str, wanted: impl Fn(Meaning) -> bool) -> bool {
        let Some(automaton) = self.vocabulary.automaton() else { return false };
        automaton.find_overlapping_iter(folded).any(|found| meanings_of(&self.vocabulary.words[found.pattern().as_usize()].1).any(&wanted))
    }

    /// The meanings of all words in a text, with where they stand: one may lie in another.
    pub fn all<'w>(&'w self, folded: &'w str) -> impl Iterator<Item = (usize, usize, Meaning)> + 'w {
        let found = self.vocabulary.automaton().into_iter().flat_map(move |automaton| automaton.find_overlapping_iter(folded));
        found.flat_map(|found| {
            let senses = &self.vocabulary.words[found.pattern().as_usize()].1;
            meanings_of(senses).map(move |meaning| (found.start(), found.end(), meaning))
        })
    }

    /// Cuts a folded text into words. A day counts as one, whatever marks are in it.
    pub fn line(&self, folded: String, today: NaiveDate, towards: Towards, likeness: f32) -> Line<'_> {
        let days = days(&folded, today, towards);
        let to_come = if towards == Towards::Past { days_to_come(&folded, today, &days) } else { Vec::new() };
        let mut named: Vec<(&Spotted, &'static [Sense])> =
            days.iter().map(|day| (day, DAY)).chain(to_come.iter().map(|day| (day, NO_DAY))).collect();
        // «昨晚11点»: the time of day is as well known as the day.
        let behind =
            |start: usize| days.iter().chain(&to_come).find(|day| day.start <= start && start < day.end).map_or(start, |day| day.end);
        let times = moments(&folded).into_iter().map(|time| Spotted { start: behind(time.start), end: time.end, date: today });
        let apart = |time: &Spotted| days.iter().chain(&to_come).all(|day| time.end <= day.start || time.start >= day.end);
        let times: Vec<Spotted> = times.filter(|time| time.start < time.end && apart(time)).collect();
        named.extend(times.iter().map(|time| (time, DAY)));
        named.sort_by_key(|(day, _)| day.start);
        let mut tokens: Vec<Token<'_>> = Vec::new();
        let (mut clause, mut next) = (0, 0);
        for token in scan(&self.vocabulary, Field::Stage, &folded) {
            while next < named.len() && named[next].0.end <= token.start {
                next += 1;
            }
            let day = named.get(next).filter(|(day, _)| token.start >= day.start && token.end <= day.end);
            if let Some((day, senses)) = day {
                if tokens.last().is_none_or(|last| last.end != day.end) {
                    tokens.push(Token { start: day.start, end: day.end, piece: Piece::Known(senses), clause, ascii: token.ascii });
                }
                continue;
            }
            let token = Token { clause: clause + u32::from(has(&token, Role::But)), ..token };
            clause = token.clause + u32::from(matches!(token.piece, Piece::Break | Piece::Asked));
            tokens.push(token);
        }
        Line { text: folded, tokens, days, to_come, today, likeness }
    }
}

fn meanings_of(senses: &[Sense]) -> impl Iterator<Item = Meaning> {
    senses.iter().filter_map(|sense| match sense {
        Sense::Progress(meaning) => Some(*meaning),
        _ => None,
    })
}

/// What a token of a line means.
pub(super) fn meaning(token: &Token<'_>) -> Option<Meaning> {
    meanings_of(token.senses()).next()
}

pub(super) fn role(token: &Token<'_>) -> Option<Role> {
    match meaning(token) {
        Some(Meaning::Role(role)) => Some(role),
        _ => None,
    }
}

pub(super) fn has(token: &Token<'_>, wanted: Role) -> bool {
    role(token) == Some(wanted)
}

impl Line<'_> {
    pub fn any(&self, wanted: Role) -> bool {
        self.tokens.iter().any(|token| has(token, wanted))
    }

    /// The clauses, each with its tokens.
    pub fn clauses(&self) -> impl Iterator<Item = &[Token<'_>]> {
        self.tokens.chunk_by(|one, other| one.clause == other.clause)
    }

    /// Whether a past time is told without its day, or by a day that is still to come.
    pub fn is_vague(&self) -> bool {
        self.any(Role::Vague) || !self.to_come.is_empty()
    }

    /// The days on which something happened: «刚才说错了» tells when it was said.
    pub fn days_told(&self) -> impl Iterator<Item = NaiveDate> {
        let of_saying = |day: &&Spotted| matches!(&self.text[day.start..day.end], "刚才" | "刚刚" | "just now");
        self.days.iter().filter(move |day| !of_saying(day)).map(|day| day.date)
    }

    /// The first day in a clause.
    pub fn day_in(&self, clause: &[Token<'_>]) -> Option<NaiveDate> {
        let (from, to) = (clause.first()?.start, clause.last()?.end);
        self.days.iter().find(|day| day.start >= from && day.end <= to).map(|day| day.date)
    }
}

/// The share of a clause's letters that no word explains.
pub(super) fn unknown_share(clause: &[Token<'_>]) -> f64 {
    let (mut unknown, mut all) = (0usize, 0usize);
    for token in clause {
        let letters = (token.end - token.start).div_ceil(if token.ascii { 2 } else { 3 });
        match token.piece {
            Piece::Unknown => (unknown, all) = (unknown + letters, all + letters),
            Piece::Known(_) => all += letters,
            _ => {}
        }
    }
    if all == 0 { 1.0 } else { unknown as f64 / all as f64 }
}

/// Whether a clause asks something, by its mark or its words.
pub(super) fn is_asked(clause: &[Token<'_>]) -> bool {
    let any = |wanted: &[Role]| clause.iter().filter_map(role).any(|role| wanted.contains(&role));
    let marked = clause.iter().any(|token| token.piece == Piece::Asked);
    marked
        || any(&[Role::Ask, Role::HowLong])
        || any(&[Role::Particle]) && !any(&[Role::Not, Role::NotYet, Role::Open, Role::Pending, Role::Lack])
}
