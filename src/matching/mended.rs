//! Misspelt words in a report of a filing, written right: pinyin, homophones, look-alikes, slips in Latin letters.

use std::collections::HashMap;

use super::near::readings;
use super::normal::is_han;
use super::progress::Words;
use super::scan::{Piece, Token, scan};
use crate::profile::Field;

/// Likeness from which a word counts as misspelt.
const LIKENESS_MIN: f32 = 0.84;
/// How sure pinyin is that spells words from beginning to end.
const PINYIN: f32 = 0.97;
/// Longest text in characters in which misspelt words are looked for.
const MENDED_CHARS_MAX: usize = 40;
/// Longest run of pinyin in letters.
const PINYIN_MAX: usize = 80;
/// Longest word in pinyin, in letters.
const SOUND_MAX: usize = 30;
/// Longest misspelt word in characters, and shortest in Latin letters.
const WINDOW_MAX: usize = 5;
const LATIN_MIN: usize = 5;

impl Words {
    /// The text with what is misspelt written right: pinyin, and with `slips` homophones, look-alikes and slips too. None where nothing is.
    pub fn mended(&self, folded: &str, slips: bool) -> Option<(String, f32)> {
        if folded.chars().count() > MENDED_CHARS_MAX.max(PINYIN_MAX) {
            return None;
        }
        let mut mends: Vec<(usize, usize, String, f32)> = Vec::new();
        if slips {
            let tokens = scan(&self.vocabulary, Field::Stage, folded);
            self.mend_latin(folded, &tokens, &mut mends);
            if folded.chars().count() <= MENDED_CHARS_MAX {
                self.mend_han(folded, &tokens, &mut mends);
            }
        } else {
            self.mend_pinyin(folded, &mut mends);
        }
        if mends.is_empty() {
            return None;
        }
        mends.sort_by_key(|(start, ..)| *start);
        let (mut text, mut at, mut likeness) = (String::with_capacity(folded.len()), 0, 1.0f32);
        for (start, end, right, score) in mends.iter().filter(|(start, ..)| *start < folded.len()) {
            if *start < at {
                continue;
            }
            text.extend([&folded[at..*start], right.as_str()]);
            likeness = likeness.min(*score);
            at = *end;
        }
        text.push_str(&folded[at..]);
        Some((text, likeness))
    }

    /// Runs of Latin letters that are pinyin from beginning to end.
    fn mend_pinyin(&self, folded: &str, mends: &mut Vec<(usize, usize, String, f32)>) {
        let mut at = 0;
        for run in folded.split(|c: char| !c.is_ascii_lowercase() && !matches!(c, ' ' | '\'')) {
            let begin = at + (run.len() - run.trim_start().len());
            let trimmed = run.trim();
            if !trimmed.is_empty()
                && let Some(words) = self.spelt(trimmed)
            {
                mends.push((begin, begin + trimmed.len(), words, PINYIN));
            }
            at += run.len();
            // The character that parts this run from the next.
            at += folded[at..].chars().next().map_or(0, char::len_utf8);
        }
    }

    /// Pinyin from beginning to end of what is not understood; else Latin words with a slip.
    fn mend_latin(&self, folded: &str, tokens: &[Token<'_>], mends: &mut Vec<(usize, usize, String, f32)>) {
        let is_latin = |token: &Token<'_>| token.ascii && folded[token.start..token.end].starts_with(|c: char| c.is_ascii_lowercase());
        let mut first = 0;
        while first < tokens.len() {
            if !is_latin(&tokens[first]) {
                first += 1;
                continue;
            }
            let joins = |token: &Token<'_>| is_latin(token) || matches!(token.piece, Piece::Mark);
            let end = tokens[first..].iter().position(|token| !joins(token)).map_or(tokens.len(), |length| first + length);
            let run = &tokens[first..end];
            first = end;
            if run.iter().all(|token| !matches!(token.piece, Piece::Unknown)) {
                continue;
            }
            let last = run.iter().rfind(|token| is_latin(token)).map_or(run[0].end, |token| token.end);
            if let Some(words) = self.spelt(&folded[run[0].start..last]) {
                mends.push((run[0].start, last, words, PINYIN));
                continue;
            }
            let near = self.vocabulary.near(Field::Stage);
            for token in run.iter().filter(|token| matches!(token.piece, Piece::Unknown)) {
                let typed = &folded[token.start..token.end];
                if typed.len() < LATIN_MIN {
                    continue;
                }
                if let Some(best) = near.latin(typed).first().filter(|best| best.score >= LIKENESS_MIN) {
                    mends.push((token.start, token.end, self.vocabulary.words[best.word as usize].0.clone(), best.score));
                }
            }
        }
    }

    /// The fewest words that a run of pinyin spells from beginning to end.
    fn spelt(&self, run: &str) -> Option<String> {
        let letters: String = run.chars().filter(char::is_ascii_lowercase).collect();
        if letters.len() > PINYIN_MAX || run.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        let sounds = self.sounds();
        let mut best: Vec<Option<(u32, usize, u32)>> = vec![None; letters.len() + 1];
        best[0] = Some((0, 0, 0));
        for from in 0..letters.len() {
            let Some((words, ..)) = best[from] else { continue };
            for to in from + 1..=letters.len().min(from + SOUND_MAX) {
                if let Some(word) = sounds.get(&letters[from..to])
                    && best[to].is_none_or(|(other, ..)| words + 1 < other)
                {
                    best[to] = Some((words + 1, from, *word));
                }
            }
        }
        let mut words: Vec<&str> = Vec::new();
        let mut at = letters.len();
        while at > 0 {
            let (_, from, word) = best[at]?;
            words.push(&self.vocabulary.words[word as usize].0);
            at = from;
        }
        words.reverse();
        // Any run of syllables is made of single characters: yiliao baojian.
        let single = words.iter().filter(|word| word.chars().count() == 1).count();
        (2 * single < words.iter().map(|word| word.chars().count()).sum()).then(|| words.concat())
    }

    fn sounds(&self) -> &HashMap<String, u32> {
        self.sounds.get_or_init(|| {
            let mut sounds = HashMap::new();
            for (index, (word, _)) in (0u32..).zip(&self.vocabulary.words) {
                let characters: Vec<char> = word.chars().collect();
                if !characters.iter().all(|c| is_han(*c)) {
                    continue;
                }
                for reading in readings(&characters, 4) {
                    sounds.entry(reading.iter().map(|(plain, _)| *plain).collect()).or_insert(index);
                }
            }
            sounds
        })
    }

    /// Windows of Chinese characters in which something is not understood.
    fn mend_han(&self, folded: &str, tokens: &[Token<'_>], mends: &mut Vec<(usize, usize, String, f32)>) {
        let near = self.vocabulary.near(Field::Stage);
        let mut taken = 0;
        for (first, begins) in tokens.iter().enumerate().filter(|(_, token)| token.is_one_character()) {
            if begins.start < taken {
                continue;
            }
            let run: Vec<&Token<'_>> = tokens[first..]
                .iter()
                .take(WINDOW_MAX)
                .take_while(|token| token.is_one_character() && folded[token.start..token.end].chars().all(is_han))
                .collect();
            let mut best: Option<(usize, String, f32)> = None;
            for length in 2..=run.len() {
                let window = &run[..length];
                if !window.iter().any(|token| matches!(token.piece, Piece::Unknown)) {
                    continue;
                }
                let end = window[length - 1].end;
                let typed = &folded[begins.start..end];
                let characters: Vec<char> = typed.chars().collect();
                if let Some(found) = near.han(&self.vocabulary, typed, &characters).first()
                    && found.score >= LIKENESS_MIN
                    && best.as_ref().is_none_or(|(_, _, score)| found.score + 0.01 >= *score)
                {
                    best = Some((end, self.vocabulary.words[found.word as usize].0.clone(), found.score));
                }
            }
            if let Some((end, right, score)) = best {
                taken = end;
                mends.push((begins.start, end, right, score));
            }
        }
    }
}
