//! Words by sound and by spelling: pinyin, homophones, look-alike characters, slips of the finger.

use std::collections::{HashMap, HashSet};

use pinyin::{ToPinyin as _, ToPinyinMulti as _};
use unicode_normalization::UnicodeNormalization as _;

use super::normal::is_han;
use super::place::Level;
use super::vocabulary::{Sense, Strength, Vocabulary, shared};
use crate::profile::Field;

/// A word that sounds or looks like what was typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Likeness {
    /// Index in the vocabulary's words.
    pub word: u32,
    /// 0 to 1.
    pub score: f32,
}

/// The words of one field, by sound and by spelling.
#[derive(Debug)]
pub(super) struct Near {
    field: Field,
    /// Pinyin without tones in one run: guangdong.
    pinyin: HashMap<String, Vec<u32>>,
    /// Pinyin with tones: shan3xi1.
    toned: HashMap<String, Vec<u32>>,
    /// Pinyin without what many do not tell apart.
    blurred: HashMap<String, Vec<u32>>,
    /// Words with one character blotted out, or left out.
    blotted: HashMap<String, Vec<u32>>,
    shortened: HashMap<String, Vec<u32>>,
    /// Latin spellings, with one letter left out: which spellings may have been meant.
    spellings: Vec<(String, u32)>,
    misspelt: HashMap<String, Vec<u32>>,
}

/// Longest word in characters that is compared.
pub(super) const WORD_CHARS_MAX: usize = 8;
/// Readings of a word that are tried: characters with several readings multiply them.
const READINGS_MAX: usize = 8;
/// Shortest Latin spelling for which a slip is looked for.
const SPELLING_MIN: usize = 4;

impl Near {
    pub fn new(vocabulary: &Vocabulary, field: Field) -> Near {
        let mut near = Near {
            field,
            pinyin: HashMap::new(),
            toned: HashMap::new(),
            blurred: HashMap::new(),
            blotted: HashMap::new(),
            shortened: HashMap::new(),
            spellings: Vec::new(),
            misspelt: HashMap::new(),
        };
        for (index, (text, senses)) in vocabulary.words.iter().enumerate() {
            let Some(weight) = senses.iter().find_map(|sense| is_comparable(sense, field)) else { continue };
            let word = index as u32;
            let characters: Vec<char> = text.chars().collect();
            if characters.iter().all(|c| is_han(*c)) && (2..=WORD_CHARS_MAX).contains(&characters.len()) {
                near.add_han(word, text, &characters, weight);
            } else if text.is_ascii() && weight == Weight::Full {
                let letters = letters(text);
                if letters.len() >= SPELLING_MIN {
                    near.add_spelling(letters, word);
                }
            }
        }
        near
    }

    fn add_han(&mut self, word: u32, text: &str, characters: &[char], weight: Weight) {
        for reading in readings(characters, READINGS_MAX) {
            let plain: String = reading.iter().map(|(plain, _)| *plain).collect();
            let toned: String = reading.iter().map(|(_, toned)| *toned).collect();
            let blurred: String = reading.iter().map(|(plain, _)| blur(plain)).collect();
            push(&mut self.toned, toned, word);
            if weight == Weight::Full {
                self.add_spelling(plain.clone(), word);
            }
            push(&mut self.pinyin, plain, word);
            push(&mut self.blurred, blurred, word);
        }
        for (start, c) in text.char_indices() {
            let (before, after) = (&text[..start], &text[start + c.len_utf8()..]);
            push(&mut self.blotted, format!("{before}?{after}"), word);
            if characters.len() >= 3 {
                push(&mut self.shortened, format!("{before}{after}"), word);
            }
        }
    }

    fn add_spelling(&mut self, letters: String, word: u32) {
        let index = self.spellings.len() as u32;
        for shorter in without_one(&letters).chain([letters.clone()]) {
            push(&mut self.misspelt, shorter, index);
        }
        self.spellings.push((letters, word));
    }

    /// Words that are written in Latin letters as `typed`, with or without tones, or nearly so. The best first.
    pub fn latin(&self, typed: &str) -> Vec<Likeness> {
        let toned = tone_numbers(typed);
        if toned.bytes().any(|byte| byte.is_ascii_digit())
            && let Some(words) = self.toned.get(&toned)
        {
            return words.iter().map(|word| Likeness { word: *word, score: 1.0 }).collect();
        }
        let plain = letters(&toned);
        if let Some(words) = self.pinyin.get(&plain) {
            return words.iter().map(|word| Likeness { word: *word, score: 0.97 }).collect();
        }
        if plain.len() < SPELLING_MIN || plain.len() > 40 {
            return Vec::new();
        }
        let mut found: HashMap<u32, f32> = HashMap::new();
        for shorter in without_one(&plain).chain([plain.clone()]) {
            for index in self.misspelt.get(&shorter).into_iter().flatten() {
                let (spelling, word) = &self.spellings[*index as usize];
                let slips = strsim::damerau_levenshtein(&plain, spelling);
                // One slip in a short word, two in a long one.
                if slips > 1 + usize::from(spelling.len() >= 9) {
                    continue;
                }
                let score = 1.0 - slips as f32 * 0.62 / spelling.len() as f32 - if plain.starts_with(&spelling[..1]) { 0.0 } else { 0.04 };
                let best = found.entry(*word).or_default();
                *best = best.max(score);
            }
        }
        ranked(found)
    }

    /// Words that sound or look like a run of Chinese characters. The best first.
    pub fn han(&self, vocabulary: &Vocabulary, typed: &str, characters: &[char]) -> Vec<Likeness> {
        if characters.len() < 2 || characters.len() > WORD_CHARS_MAX {
            return Vec::new();
        }
        let slip = vocabulary.slips.get(typed).and_then(|right| vocabulary.word_index(right));
        if let Some(word) =
            slip.filter(|word| vocabulary.words[*word as usize].1.iter().any(|sense| is_comparable(sense, self.field).is_some()))
        {
            return vec![Likeness { word, score: KNOWN_SLIP }];
        }
        let mut candidates: HashSet<u32> = HashSet::new();
        for reading in readings(characters, READINGS_MAX) {
            let plain: String = reading.iter().map(|(plain, _)| *plain).collect();
            let blurred: String = reading.iter().map(|(plain, _)| blur(plain)).collect();
            candidates.extend(self.pinyin.get(&plain).into_iter().flatten());
            candidates.extend(self.blurred.get(&blurred).into_iter().flatten());
        }
        let mut shorter = String::new();
        for (start, c) in typed.char_indices() {
            let (before, after) = (&typed[..start], &typed[start + c.len_utf8()..]);
            shorter.clear();
            shorter.extend([before, "?", after]);
            candidates.extend(self.blotted.get(&shorter).into_iter().flatten());
            if characters.len() >= 3 {
                shorter.clear();
                shorter.extend([before, after]);
                // One character too many, or two changed places.
                candidates.extend(self.shortened.get(&shorter).into_iter().flatten());
                if characters.len() >= 4 {
                    candidates.extend(vocabulary.word_index(&shorter));
                }
            }
        }
        // One character is missing.
        candidates.extend(self.shortened.get(typed).into_iter().flatten());
        let scored = candidates.into_iter().map(|word| {
            let right: Vec<char> = vocabulary.words[word as usize].0.chars().collect();
            (word, likeness(vocabulary, characters, &right))
        });
        ranked(scored.filter(|(_, score)| *score > 0.0).collect())
    }
}

fn push(map: &mut HashMap<String, Vec<u32>>, key: String, word: u32) {
    let words = map.entry(key).or_default();
    if words.last() != Some(&word) {
        words.push(word);
    }
}

fn ranked(found: HashMap<u32, f32>) -> Vec<Likeness> {
    let mut ranked: Vec<Likeness> = found.into_iter().map(|(word, score)| Likeness { word, score }).collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.word.cmp(&b.word)));
    ranked
}

/// How closely a word is compared.
#[derive(Clone, Copy, PartialEq)]
enum Weight {
    /// By pinyin, characters and Latin spelling.
    Full,
    /// By pinyin and characters: there are too many of them to guess at slips.
    Sound,
}

fn is_comparable(sense: &Sense, field: Field) -> Option<Weight> {
    match sense {
        Sense::Place(place) if field == Field::Province && place.elsewhere.is_none() && !place.alone => match place.level {
            Level::Province | Level::City | Level::Town => Some(Weight::Full),
            Level::County | Level::Ordinary => Some(Weight::Sound),
        },
        Sense::Progress(_) if field == Field::Stage => Some(Weight::Full),
        Sense::Value { field: of, strength, .. } if *of == shared(field) => match strength {
            Strength::Strong | Strength::Trade => Some(Weight::Full),
            Strength::Goods | Strength::Topic | Strength::Weak | Strength::Faint => Some(Weight::Sound),
        },
        _ => None,
    }
}

/// A character read aloud: without and with its tone.
pub(super) type Syllable = (&'static str, &'static str);

/// The ways in which a word can be read aloud, the usual one first; at most `most`.
pub(super) fn readings(characters: &[char], most: usize) -> Vec<Vec<Syllable>> {
    let mut readings: Vec<Vec<Syllable>> = vec![Vec::new()];
    for c in characters {
        let Some(syllables) = syllables(*c) else { return Vec::new() };
        let mut longer = Vec::new();
        for syllable in &syllables {
            for reading in &readings {
                if longer.len() < most {
                    longer.push(reading.iter().copied().chain([*syllable]).collect());
                }
            }
        }
        readings = longer;
    }
    readings
}

fn syllables(c: char) -> Option<Vec<Syllable>> {
    let usual = c.to_pinyin()?;
    let mut syllables = vec![(typed(usual.plain()), usual.with_tone_num_end())];
    for reading in c.to_pinyin_multi()? {
        let syllable = (typed(reading.plain()), reading.with_tone_num_end());
        if !syllables.contains(&syllable) {
            syllables.push(syllable);
        }
    }
    Some(syllables)
}

/// ü is typed v.
fn typed(syllable: &'static str) -> &'static str {
    match syllable {
        "lü" => "lv",
        "nü" => "nv",
        "lüe" => "lve",
        "nüe" => "nve",
        "ê" => "e",
        _ if syllable.is_ascii() => syllable,
        _ => "",
    }
}

/// What many speakers do not tell apart is written alike: zh and z, n and l, h and f, -ng and -n.
fn blur(syllable: &str) -> String {
    let (initial, rest) = match syllable.as_bytes() {
        [b'z' | b'c' | b's', b'h', ..] => (&syllable[..1], &syllable[2..]),
        [b'l', ..] => ("n", &syllable[1..]),
        [b'f', ..] => ("h", &syllable[1..]),
        _ => syllable.split_at(usize::from(!syllable.is_empty())),
    };
    let rest = if rest.ends_with("ng") && !rest.ends_with("ong") { &rest[..rest.len() - 1] } else { rest };
    // hu and fu, and what follows them: 福建, 胡建.
    format!("{initial}{rest}").replace("huei", "hui")
}

/// How sure a misspelling is that is listed.
const KNOWN_SLIP: f32 = 0.95;
const SAME: f32 = 1.0;
const SAME_TONE: f32 = 0.92;
const SAME_SOUND: f32 = 0.88;
const LOOKALIKE: f32 = 0.9;
const BLURRED: f32 = 0.74;
const OTHER: f32 = 0.3;

/// How much a typed word is like the right one, 0 to 1.
fn likeness(vocabulary: &Vocabulary, typed: &[char], right: &[char]) -> f32 {
    if typed.len() == right.len() {
        let pairs: Vec<f32> = typed.iter().zip(right).map(|(typed, right)| likeness_of(vocabulary, *typed, *right)).collect();
        let strange = pairs.iter().filter(|score| **score <= OTHER).count();
        // Two characters that changed places.
        if strange == 2
            && let Some(first) = (0..typed.len() - 1).find(|index| typed[*index] != right[*index])
            && typed[first] == right[first + 1]
            && typed[first + 1] == right[first]
            && typed.len() >= 3
        {
            return 0.9;
        }
        let allowed = usize::from(typed.len() >= 3);
        return if strange <= allowed { pairs.iter().sum::<f32>() / typed.len() as f32 } else { 0.0 };
    }
    // One too many or too few.
    let (longer, shorter) = if typed.len() > right.len() { (typed, right) } else { (right, typed) };
    if longer.len() != shorter.len() + 1 || shorter.len() < 2 {
        return 0.0;
    }
    let skip = (0..shorter.len()).find(|index| longer[*index] != shorter[*index]).unwrap_or(shorter.len());
    let rest_is_same = longer[skip + 1..] == shorter[skip..];
    // A character typed twice is a slip; a strange one may make another word.
    let doubled = typed.len() > right.len() && skip > 0 && longer[skip] == longer[skip - 1];
    match (rest_is_same, doubled) {
        (false, _) => 0.0,
        (true, true) => 0.95,
        (true, false) => 1.0 - 0.7 / longer.len() as f32,
    }
}

fn likeness_of(vocabulary: &Vocabulary, typed: char, right: char) -> f32 {
    if typed == right {
        return SAME;
    }
    let looks = vocabulary.lookalikes.get(&right).is_some_and(|others| others.contains(&typed));
    let (Some(heard), Some(meant)) = (syllables(typed), syllables(right)) else { return if looks { LOOKALIKE } else { OTHER } };
    let share = |same: fn(&Syllable, &Syllable) -> bool| heard.iter().any(|a| meant.iter().any(|b| same(a, b)));
    if heard[0].1 == meant[0].1 {
        SAME_TONE
    } else if looks {
        LOOKALIKE
    } else if share(|a, b| a.0 == b.0) {
        SAME_SOUND
    } else if share(|a, b| blur(a.0) == blur(b.0)) {
        BLURRED
    } else {
        OTHER
    }
}

/// The word with each one of its letters left out.
fn without_one(letters: &str) -> impl Iterator<Item = String> {
    (0..letters.len()).map(|index| format!("{}{}", &letters[..index], &letters[index + 1..]))
}

/// The Latin letters of a text in one run.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphabetic).collect()
}

/// Pinyin with its tones as numbers behind the syllables as far as marks tell: «guǎngdōng» is guang3dong1.
fn tone_numbers(typed: &str) -> String {
    const MARKS: [char; 4] = ['\u{304}', '\u{301}', '\u{30C}', '\u{300}'];
    let mut toned = String::with_capacity(typed.len());
    let mut tone = None;
    let mut after_vowel = false;
    for c in typed.nfd() {
        if let Some(number) = MARKS.iter().position(|mark| *mark == c) {
            tone = char::from_digit(number as u32 + 1, 10);
        } else if c == '\u{308}' {
            // ü is typed v.
            if toned.ends_with('u') {
                toned.pop();
                toned.push('v');
            }
        } else if c.is_ascii_digit() {
            toned.push(c);
        } else if c.is_ascii_alphabetic() {
            let vowel = "aeiouv".contains(c);
            // A syllable ends before the next consonant but -n and -ng, which the next vowel may claim for itself.
            if !vowel && after_vowel && !matches!(c, 'n' | 'g' | 'r') {
                toned.extend(tone.take());
            }
            after_vowel = vowel || (after_vowel && matches!(c, 'n' | 'g' | 'r'));
            toned.push(c);
        } else if !matches!(c, '\'' | '’') || tone.is_some() {
            toned.extend(tone.take());
        }
    }
    toned.extend(tone);
    toned
}

#[cfg(test)]
mod tests {
    use super::{blur, tone_numbers};

    #[test]
    fn tones_are_numbers_behind_syllables() {
        assert_eq!(tone_numbers("hé běi"), "he2bei3");
        assert_eq!(tone_numbers("shǎnxī"), "shan3xi1");
        assert_eq!(tone_numbers("he2bei3"), "he2bei3");
        assert_eq!(tone_numbers("xi'an"), "xian");
    }

    #[test]
    fn sounds_that_many_do_not_tell_apart_are_written_alike() {
        assert_eq!(blur("zhang"), blur("zan"));
        assert_eq!(blur("lan"), blur("nan"));
        assert_eq!(blur("fu"), blur("hu"));
        assert_ne!(blur("dong"), blur("don"));
    }
}
