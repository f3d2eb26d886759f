//! Cutting an answer into known words and what lies between them.

use super::cue::Cue;
use super::normal::{is_break, is_han};
use super::place::Place;
use super::vocabulary::{Sense, Strength, Vocabulary, shared};
use crate::profile::Field;

/// What stands at a place in an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Piece<'v> {
    /// A word that the vocabulary knows.
    Known(&'v [Sense]),
    /// Letters that are no known word: a run of Latin letters and digits, or one other letter.
    Unknown,
    /// The end of a clause.
    Break,
    /// The end of a question.
    Asked,
    /// A mark that joins a list: 、 / +.
    Comma,
    /// An opening or closing quotation mark.
    Quote,
    /// A space or another mark.
    Mark,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'v> {
    pub start: usize,
    pub end: usize,
    pub piece: Piece<'v>,
    /// Counts clauses.
    pub clause: u32,
    /// Of Latin letters, digits and marks.
    pub ascii: bool,
}

impl<'v> Token<'v> {
    pub fn senses(&self) -> &'v [Sense] {
        match self.piece {
            Piece::Known(senses) => senses,
            _ => &[],
        }
    }

    /// One Chinese character.
    pub fn is_one_character(&self) -> bool {
        !self.ascii && self.end - self.start <= 3
    }

    pub fn has(&self, cue: Cue) -> bool {
        self.senses().contains(&Sense::Cue(cue))
    }

    /// Whether the word tells a value of the field by itself.
    pub fn tells(&self, field: Field) -> bool {
        self.senses().iter().any(|sense| matches!(sense, Sense::Value { field: of, strength: Strength::Strong, .. } if *of == field))
    }

    pub fn cues(&self) -> impl Iterator<Item = Cue> {
        self.senses().iter().filter_map(|sense| match sense {
            Sense::Cue(cue) => Some(*cue),
            _ => None,
        })
    }

    pub fn place(&self) -> Option<Place> {
        self.senses().iter().find_map(|sense| match sense {
            Sense::Place(place) => Some(*place),
            _ => None,
        })
    }
}

/// What a letter costs that belongs to no known word, and a word.
const UNKNOWN_LETTER: u32 = 20;
const WORD: u32 = 4;
/// A word of one character is more often a part of another.
const SHORT_WORD: u32 = 7;
/// A word that only answers another question must not hide two that answer this one: «阿里云 ECS».
const FOREIGN_WORD: u32 = 12;

/// Cuts a folded text, the answer to the question for a field, so that the fewest letters belong to no word, with the fewest words.
pub(super) fn scan<'v>(vocabulary: &'v Vocabulary, field: Field, text: &str) -> Vec<Token<'v>> {
    let field = shared(field);
    let Some(automaton) = vocabulary.automaton() else { return Vec::new() };
    let mut matches: Vec<(u32, u32, u32)> = Vec::new();
    for found in automaton.find_overlapping_iter(text) {
        if stands_alone(text, found.start(), found.end()) {
            // Lengths stay far below four thousand million: texts are cut before.
            let word = u32::try_from(found.pattern().as_usize()).unwrap_or(u32::MAX);
            matches.push((found.start() as u32, found.end() as u32, word));
        }
    }
    // The longer of those that begin together comes first, and stays where both cost the same.
    matches.sort_unstable_by_key(|(start, end, _)| (*start, u32::MAX - *end));
    let mut cost = vec![0u32; text.len() + 1];
    let mut step: Vec<u32> = vec![u32::MAX; text.len() + 1];
    let mut left = matches.len();
    for (start, c) in text.char_indices().rev() {
        let next = start + c.len_utf8();
        let mut best = cost[next] + if c.is_alphanumeric() { UNKNOWN_LETTER } else { 0 };
        let mut chosen = u32::MAX;
        let end = left;
        while left > 0 && matches[left - 1].0 as usize == start {
            left -= 1;
        }
        for (index, (_, word_end, word)) in matches[left..end].iter().enumerate() {
            let one_letter = *word_end as usize == next;
            let own = if one_letter {
                SHORT_WORD
            } else if is_foreign(&vocabulary.words[*word as usize].1, field) {
                FOREIGN_WORD
            } else {
                WORD
            };
            let total = cost[*word_end as usize] + own;
            if total < best {
                best = total;
                chosen = (left + index) as u32;
            }
        }
        cost[start] = best;
        step[start] = chosen;
    }
    pieces(vocabulary, text, &matches, &step)
}

fn pieces<'v>(vocabulary: &'v Vocabulary, text: &str, matches: &[(u32, u32, u32)], step: &[u32]) -> Vec<Token<'v>> {
    let mut tokens: Vec<Token<'v>> = Vec::new();
    let (mut at, mut clause) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        let piece = match matches.get(step[at] as usize) {
            Some((_, end, word)) => {
                at = *end as usize;
                Piece::Known(&vocabulary.words[*word as usize].1)
            }
            None => {
                at += c.len_utf8();
                if c == '?' {
                    Piece::Asked
                } else if is_break(c) {
                    Piece::Break
                } else if matches!(c, '、' | '/' | '+' | '&') {
                    Piece::Comma
                } else if "“”\"「」『』《》‘’".contains(c) {
                    Piece::Quote
                } else if c.is_alphanumeric() {
                    // A Latin word that is not known is one unknown piece.
                    while c.is_ascii_alphanumeric()
                        && let Some(next) = text[at..].chars().next()
                        && (next.is_alphanumeric() && !is_han(next))
                        && step[at] == u32::MAX
                    {
                        at += next.len_utf8();
                    }
                    Piece::Unknown
                } else {
                    Piece::Mark
                }
            }
        };
        let token = Token { start, end: at, piece, clause, ascii: c.is_ascii() };
        // «但» begins a clause, a comma ends one.
        clause += u32::from(token.has(Cue::But));
        tokens.push(Token { clause, ..token });
        clause += u32::from(matches!(piece, Piece::Break | Piece::Asked));
    }
    tokens
}

/// Whether a word answers other questions only.
fn is_foreign(senses: &[Sense], field: Field) -> bool {
    senses.iter().all(|sense| match sense {
        Sense::Value { field: of, .. } | Sense::Alone { field: of, .. } | Sense::Vague(of) => *of != field,
        Sense::Place(_) | Sense::NamedAfterPlace | Sense::Cue(_) | Sense::Progress(_) => false,
    })
}

/// A Latin word does not count inside another one.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let latin = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let split_before = start > 0 && latin(start) && latin(start - 1);
    let split_after = latin(end) && latin(end - 1);
    !split_before && !split_after
}
