//! Looking for words that are misspelt: pinyin, homophones, look-alikes and slips of the finger in an answer.

use super::cue::Cue;
use super::decide::Sentence;
use super::mention::{Mention, weigh};
use super::near::{Likeness, WORD_CHARS_MAX};
use super::normal::{is_han, normalize};
use super::place::{Level, Place};
use super::scan::{Piece, Token, scan};
use super::vocabulary::{Sense, Strength, shared};
use crate::profile::{Field, Kind};

/// Likeness of a misspelt word from which it is worth asking about, and from which it is clear.
const LIKENESS_MIN: f32 = 0.78;
pub(super) const LIKENESS_CLEAR: f32 = 0.93;
/// Longest answer in characters in which misspelt words are looked for, and in Latin words.
pub(super) const MISSPELT_CHARS_MAX: usize = 24;
const LATIN_WORDS_MAX: usize = 8;

/// Looks for words that sound or look like those of the field.
pub(super) fn find(sentence: &Sentence<'_>, field: Field, named: &mut Vec<Mention>) {
    let mut best: Option<Mention> = None;
    let mut consider = |mention: Mention| {
        if best.as_ref().is_none_or(|best| {
            mention.likeness > best.likeness || mention.likeness == best.likeness && mention.end - mention.start > best.end - best.start
        }) {
            best = Some(mention);
        }
    };
    let several = matches!(field.kind(), Kind::Set(_));
    let mut further: Vec<Mention> = Vec::new();
    latin_words(sentence, field, &mut |mention| {
        if several {
            further.push(mention.clone());
        }
        consider(mention);
    });
    if sentence.text.chars().count() <= MISSPELT_CHARS_MAX {
        han_words(sentence, field, named, &mut consider);
    }
    let Some(mut mention) = best else { return };
    // Two values never share a word.
    named.retain(|known| known.last < mention.first || known.first > mention.last);
    mention.clause = sentence.tokens.get(mention.first).map_or(0, |token| token.clause);
    // Of a list, each: «xinwen he luntan».
    for mut other in further {
        let apart = |known: &Mention| other.last < known.first || other.first > known.last;
        if apart(&mention) && named.iter().all(apart) {
            other.clause = sentence.tokens.get(other.first).map_or(0, |token| token.clause);
            named.push(other);
        }
    }
    named.push(mention);
    named.sort_by_key(|mention| mention.start);
    // What stands beside it counts as for any other value.
    for mention in named.iter_mut() {
        (mention.weight, mention.dropped, mention.past, mention.later) = (0.0, false, false, false);
    }
    weigh(field, &sentence.tokens, named);
}

/// What misspelt words may mean.
#[derive(Clone, Copy)]
struct Meaning {
    /// A bit each.
    values: u64,
    likeness: f32,
    strength: Strength,
    place: Option<Place>,
}

/// What the words that an answer is like may mean: the values of the best, as long as nothing else is as like.
fn meaning(sentence: &Sentence<'_>, field: Field, likenesses: &[Likeness]) -> Option<Meaning> {
    let likenesses: Vec<Likeness> = by_level(sentence, likenesses);
    let best = likenesses.first()?.score;
    let (mut values, mut strength, mut place, mut level) = (0u64, Strength::Faint, None, Level::Ordinary);
    for likeness in likenesses.iter().take_while(|likeness| best - likeness.score < 0.02) {
        for sense in &sentence.vocabulary.words[likeness.word as usize].1 {
            match sense {
                Sense::Value { field: of, value, strength: how } if *of == shared(field) => {
                    // What a word only hints at beside what it tells is left out.
                    values = if *how > strength { 0 } else { values };
                    values |= if *how >= strength { 1 << value } else { 0 };
                    strength = strength.max(*how);
                }
                Sense::Place(known) if field == Field::Province && known.elsewhere.is_none() && !known.alone => {
                    // Of places that are written alike the larger is meant.
                    if known.level > level {
                        values = 0;
                    }
                    if known.level >= level {
                        (level, strength) = (known.level, Strength::Strong);
                        values |= u64::from(known.provinces);
                        place = Some(*known);
                    }
                }
                _ => {}
            }
        }
    }
    (values != 0).then_some(Meaning { values, likeness: best, strength, place })
}

/// The larger a place, the likelier it is meant by what is only like its name.
fn by_level(sentence: &Sentence<'_>, likenesses: &[Likeness]) -> Vec<Likeness> {
    let mut levelled: Vec<Likeness> = likenesses.to_vec();
    for likeness in &mut levelled {
        let senses = &sentence.vocabulary.words[likeness.word as usize].1;
        let level = senses.iter().find_map(|sense| match sense {
            Sense::Place(place) => Some(place.level),
            _ => None,
        });
        if sentence.field == Field::Province {
            likeness.score -= match level {
                Some(Level::County | Level::Ordinary) => 0.11,
                // What is written alike to the letter, as pinyin is, is no guess.
                _ if likeness.score >= 0.97 => 0.0,
                Some(Level::City | Level::Town) => 0.02,
                _ => 0.0,
            };
        }
    }
    levelled.sort_by(|a, b| b.score.total_cmp(&a.score));
    levelled
}

fn mention(sentence: &Sentence<'_>, (start, end): (usize, usize), meaning: &Meaning) -> Mention {
    let Meaning { values, likeness, strength, place } = *meaning;
    let first = sentence.tokens.iter().position(|token| token.end > start).unwrap_or(0);
    let last = sentence.tokens.iter().rposition(|token| token.start < end).unwrap_or(first);
    Mention {
        start,
        end,
        first,
        last,
        values,
        elsewhere: None,
        strength,
        place,
        weight: 0.0,
        clause: 0,
        past: false,
        later: false,
        dropped: false,
        // What is clear is as good as spelt right.
        likeness: if likeness >= LIKENESS_CLEAR { likeness.max(0.95) } else { likeness.min(0.87) },
    }
}

/// Pinyin, and misspelt pinyin and English: runs of one to four Latin words that are not understood.
fn latin_words(sentence: &Sentence<'_>, field: Field, consider: &mut impl FnMut(Mention)) {
    let text = &sentence.text;
    let is_latin = |c: char| c.is_alphanumeric() && !is_han(c);
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for (index, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_latin(c) || c == '\'' || c == '’' || c == '-') {
            (None, true) if is_latin(c) => start = Some(index),
            (Some(from), false) => {
                words.push((from, index));
                start = None;
            }
            _ => {}
        }
    }
    if words.is_empty() || words.len() > LATIN_WORDS_MAX {
        return;
    }
    let near = sentence.vocabulary.near(field);
    let known = |from: usize, to: usize| {
        let inside = |token: &&Token<'_>| token.start >= from && token.end <= to;
        let mut pieces = sentence.tokens.iter().filter(inside).filter(|token| !matches!(token.piece, Piece::Mark));
        pieces.all(|token| matches!(token.piece, Piece::Known(_)))
    };
    for first in 0..words.len() {
        for last in first..words.len().min(first + 4) {
            let (from, to) = (words[first].0, words[last].1);
            // Known English words are no misspelt ones.
            if known(from, to) || text[from..to].len() > 48 {
                continue;
            }
            let is_whole = first == 0 && last + 1 == words.len();
            if let Some(meaning) = meaning(sentence, field, &near.latin(&text[from..to]))
                && (meaning.likeness >= LIKENESS_CLEAR || is_whole && meaning.likeness >= LIKENESS_MIN)
            {
                consider(mention(sentence, (from, to), &meaning));
            }
        }
    }
}

/// Homophones, look-alikes and slips: windows of two and more Chinese characters.
fn han_words(sentence: &Sentence<'_>, field: Field, named: &[Mention], consider: &mut impl FnMut(Mention)) {
    let characters: Vec<(usize, char)> = sentence.text.char_indices().collect();
    let near = sentence.vocabulary.near(field);
    let plain: Vec<char> = characters.iter().map(|(_, c)| *c).collect();
    let trimmed = normalize(&sentence.text);
    for first in 0..characters.len() {
        for length in (2..=WORD_CHARS_MAX).take_while(|length| first + length <= characters.len()) {
            let window = &plain[first..first + length];
            if !window.iter().all(|c| is_han(*c)) {
                break;
            }
            let start = characters[first].0;
            let end = characters.get(first + length).map_or(sentence.text.len(), |(index, _)| *index);
            let typed = &sentence.text[start..end];
            let is_whole = typed == trimmed;
            // What was understood is taken for a slip only as part of a longer word: 医疗器戒.
            let holds_known = named.is_empty()
                || named.iter().any(|mention| mention.start >= start && mention.end <= end && mention.end - mention.start < end - start);
            let several = matches!(field.kind(), Kind::Set(_));
            let counts = is_whole || length >= 3 || !several || named.is_empty();
            let cuts = sentence.tokens.iter().any(|token| {
                let long = token.end - token.start > 3 && matches!(token.piece, Piece::Known(_));
                let inside = token.start >= start && token.end <= end;
                long && !inside && token.start < end && token.end > start
            });
            let denies = cuts
                || sentence
                    .tokens
                    .iter()
                    .any(|token| token.start < end && token.end > start && (token.has(Cue::Not) || token.has(Cue::NeutralNot)));
            if !counts || !holds_known || denies || is_understood(sentence, start, end) {
                continue;
            }
            let likenesses = near.han(sentence.vocabulary, typed, window);
            let Some(mut meaning) = meaning(sentence, field, &likenesses) else { continue };
            let word = sentence.vocabulary.words[likenesses[0].word as usize].0.as_str();
            let right: Vec<char> = word.chars().collect();
            let contradicts = several && contradicts(sentence, named, (start, end), (word, meaning.values));
            if adds_denial(sentence, window, &right) || contradicts {
                continue;
            }
            if !is_whole {
                // Inside other words, chance makes likenesses: something must be the same, and the rest be understood.
                let shared_letters = window.iter().filter(|c| right.contains(c)).count();
                if shared_letters == 0 || !rest_is_understood(sentence, start, end) {
                    continue;
                }
                // A town is not guessed from a piece of a sentence.
                if meaning.place.is_some_and(|place| place.level < Level::Province) {
                    continue;
                }
                // A longer word says more; of a list, two characters in a sentence are only worth asking about.
                meaning.likeness = if several && length == 2 { meaning.likeness.min(0.9) } else { meaning.likeness - 0.01 };
            }
            // A strange character makes another word where few are left.
            let tells = is_whole || !matches!(meaning.strength, Strength::Goods | Strength::Topic);
            if tells && meaning.likeness >= LIKENESS_MIN {
                consider(mention(sentence, (start, end), &meaning));
            }
        }
    }
}

/// «算前置审批» is no slip for «不算前置审批»: a denial is never guessed.
fn adds_denial(sentence: &Sentence<'_>, typed: &[char], right: &[char]) -> bool {
    let denies = |c: &char| {
        let word = sentence.vocabulary.word_index(c.encode_utf8(&mut [0; 4]));
        word.is_some_and(|word| sentence.vocabulary.words[word as usize].1.contains(&Sense::Cue(Cue::Not)))
    };
    right.len() > typed.len() && right.iter().any(|c| !typed.contains(c) && denies(c))
}

/// What is spelt right stays: «信贷中介» is no slip for 信息中介, and «搞笑视频» names videos whatever «笑视频» sounds like.
fn contradicts(sentence: &Sentence<'_>, named: &[Mention], (start, end): (usize, usize), (word, values): (&str, u64)) -> bool {
    let inside = |mention: &&Mention| mention.start >= start && mention.end <= end && mention.strength == Strength::Strong;
    named
        .iter()
        .filter(inside)
        .any(|mention| !mention.dropped && mention.values & values != 0 || !word.contains(&sentence.text[mention.start..mention.end]))
}

/// Whether a stretch is made of known words of several characters.
fn is_understood(sentence: &Sentence<'_>, start: usize, end: usize) -> bool {
    // In a long run the short words between are understood as well.
    let short = sentence.text[start..end].chars().count() < 5;
    let mut at = start;
    for token in sentence.tokens.iter().filter(|token| token.start >= start && token.end <= end) {
        let long = token.end - token.start > 3;
        if token.start != at || short && !long || !matches!(token.piece, Piece::Known(_)) {
            return false;
        }
        at = token.end;
    }
    at == end
}

fn rest_is_understood(sentence: &Sentence<'_>, start: usize, end: usize) -> bool {
    let rest = [&sentence.text[..start], &sentence.text[end..]];
    rest.iter().all(|rest| scan(sentence.vocabulary, sentence.field, rest).iter().all(|token| token.piece != Piece::Unknown))
}
