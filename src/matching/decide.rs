//! From the values that an answer names to a decision: accept, confirm or ask again.

use super::cue::Cue;
use super::mention::{Mention, mentions};
use super::misspelt::{self, MISSPELT_CHARS_MAX};
use super::normal::{fold, normalize, squeeze};
use super::place::Level;
use super::scan::{Piece, Token, scan};
use super::vocabulary::{Sense, Strength, Vocabulary, shared};
use super::{Candidate, Decision, Match};
use crate::profile::{Field, Kind, Value};

/// Score from which an answer is accepted, and from which it is worth confirming. How they were found stands in
/// ARCHITECTURE.md, «Matching».
const ACCEPT: f32 = 0.85;
const CONFIRM: f32 = 0.5;
/// What is taken off for words that are not understood, when all of a clause is. What a site offers is said in words that no
/// vocabulary holds, so there they weigh less.
const NOT_UNDERSTOOD: f32 = 0.5;
const NOT_UNDERSTOOD_CONTENT: f32 = 0.3;
/// How much of that words count for which stand before a value.
const DESCRIBES: f32 = 0.35;
/// A value that the words beside it support this much needs no more to be understood.
const SUPPORTED: f32 = 2.0;
/// A question that names a value does not state it.
const ASKED: f32 = 0.7;
/// Score of the last of several values that are as well supported.
const TIED: f32 = 0.6;
/// Score of another provider where all that are known are denied.
const NEITHER: f32 = 0.9;
/// Values whose weights lie closer together than this are both meant.
const TIE: f32 = 0.9;

/// An answer that was cut into words.
pub(super) struct Sentence<'v> {
    pub vocabulary: &'v Vocabulary,
    pub field: Field,
    pub text: String,
    pub tokens: Vec<Token<'v>>,
}

impl<'v> Sentence<'v> {
    pub fn new(vocabulary: &'v Vocabulary, field: Field, answer: &str) -> Sentence<'v> {
        let mut text = fold(answer);
        // «muster-china.com» tells nothing of who files, and where.
        if matches!(field, Field::Identity | Field::Filer | Field::Province)
            && text.contains('.')
            && let Some(domain) = super::text::domain(answer).filter(|domain| domain.is_ascii())
        {
            text = text.replace(&domain, &" ".repeat(domain.len()));
        }
        Sentence::of(vocabulary, field, text)
    }

    fn of(vocabulary: &'v Vocabulary, field: Field, text: String) -> Sentence<'v> {
        Sentence { vocabulary, field, tokens: scan(vocabulary, field, &text), text }
    }

    fn squeezed(&self) -> Option<Sentence<'v>> {
        if self.text.chars().count() > MISSPELT_CHARS_MAX {
            return None;
        }
        let text = squeeze(&self.text);
        (text != self.text).then(|| Sentence::of(self.vocabulary, self.field, text))
    }

    pub fn asks(&self) -> bool {
        let mark = self.text.trim_end().ends_with(['?', '？']);
        mark || self.tokens.iter().any(|token| token.has(Cue::Question))
    }

    /// Whether every word is known.
    pub fn is_understood(&self) -> bool {
        self.tokens.iter().all(|token| token.piece != Piece::Unknown)
    }

    /// Whether a value is named in a question: in the clause of a question word, or before a closing question mark.
    fn asks_about(&self, mention: &Mention) -> bool {
        let mark = self.text.trim_end().ends_with(['?', '？']);
        mark || self.tokens.iter().any(|token| token.has(Cue::Question) && token.clause == mention.clause)
    }

    /// How much of the clause of a value is not understood, 0 to 1.
    pub fn unclear(&self, mention: &Mention) -> f32 {
        let letters = |token: &Token<'_>| self.text[token.start..token.end].chars().filter(|c| c.is_alphanumeric()).count();
        let clause = self.tokens.iter().filter(|token| token.clause == mention.clause);
        let (mut unknown, mut all) = (0.0, 0.0);
        for token in clause {
            let own = token.start >= mention.start && token.end <= mention.end;
            let letters = letters(token) as f32;
            all += letters;
            if token.piece == Piece::Unknown && !own {
                // What stands before a noun only describes it: «救助儿童的基金会».
                let describes = token.end <= mention.start && !matches!(self.field, Field::Province | Field::Content);
                unknown += letters * if describes { DESCRIBES } else { 1.0 };
            }
        }
        if all == 0.0 { 0.0 } else { unknown / all }
    }

    fn because(&self, mention: &Mention) -> String {
        let word = &self.text[mention.start..mention.end];
        match mention.place {
            Some(place) => format!("{word} ({})", place.kind()),
            None => word.to_owned(),
        }
    }
}

/// Decides what an answer to the question for a field means.
pub(super) fn decide(vocabulary: &Vocabulary, field: Field, answer: &str) -> Match {
    let sentence = Sentence::new(vocabulary, field, answer);
    if is_code(&sentence.text) || sentence.tokens.iter().any(|token| token.has(Cue::Order)) {
        return Match::reject(Vec::new());
    }
    if let Some(found) = whole(&sentence, field, answer) {
        return found;
    }
    let found = decide_read(&sentence, field);
    if found.decision == Decision::Reject
        && found.candidates.is_empty()
        && found.elsewhere.is_none()
        && let Some(squeezed) = sentence.squeezed()
    {
        return match whole(&squeezed, field, &squeezed.text) {
            Some(found) => found,
            None => decide_read(&squeezed, field),
        };
    }
    found
}

/// A program's text is no answer of a person.
fn is_code(text: &str) -> bool {
    let holds = |open: char, close: char| text.find(open).is_some_and(|at| text[at..].contains(close));
    holds('{', '}') || holds('<', '>') || text.starts_with('[') && text.ends_with(']')
}

/// An answer that is one word of the vocabulary, and nothing else.
fn whole(sentence: &Sentence<'_>, field: Field, answer: &str) -> Option<Match> {
    let normal = normalize(answer);
    let of = shared(field);
    for text in [sentence.text.as_str(), normal.as_str()] {
        let index = sentence.vocabulary.word_index(text)? as usize;
        let senses = &sentence.vocabulary.words[index].1;
        let alone = senses.iter().find_map(|sense| match sense {
            Sense::Alone { field: known, value } if *known == of => Some(1u64 << value),
            Sense::Place(place) if field == Field::Province && place.alone && place.provinces.is_power_of_two() => {
                Some(u64::from(place.provinces))
            }
            _ => None,
        });
        if let Some(values) = alone {
            return Some(found(field, values, 1.0, vec![candidate(values, 1.0, text.to_owned())]));
        }
        if senses.contains(&Sense::Vague(of)) {
            return Some(Match::reject(Vec::new()));
        }
    }
    None
}

fn candidate(values: u64, score: f32, because: String) -> Candidate {
    // The lowest of several: a place that lies in several provinces is listed once for each.
    Candidate { value: values.trailing_zeros() as u8, score: f64::from(score), because }
}

/// A decision by the score.
pub(super) fn found(field: Field, values: u64, score: f32, candidates: Vec<Candidate>) -> Match {
    let decision = if score >= ACCEPT {
        Decision::Accept
    } else if score >= CONFIRM {
        Decision::Confirm
    } else {
        return Match::reject(candidates);
    };
    let best = match field.kind() {
        Kind::Set(_) => Value::Set(values),
        _ => Value::Choice(values.trailing_zeros() as u8),
    };
    Match { decision, best: Some(best), score: f64::from(score), candidates, elsewhere: None }
}

/// Decides from the words of an answer.
pub(super) fn decide_read(sentence: &Sentence<'_>, field: Field) -> Match {
    let mut named = mentions(field, &sentence.tokens);
    let short = sentence.text.chars().count() <= MISSPELT_CHARS_MAX;
    let unsure =
        named.iter().all(|mention| mention.place.is_some_and(|place| place.level <= Level::County) || sentence.unclear(mention) > 0.0);
    if named.is_empty() || short && unsure {
        misspelt::find(sentence, field, &mut named);
    }
    match field.kind() {
        Kind::Set(_) => super::content::decide(sentence, field, named),
        _ => decide_one(sentence, field, &named),
    }
}

/// How sure a value is, given the words about it.
pub(super) fn sureness(sentence: &Sentence<'_>, mention: &Mention) -> f32 {
    let unclear = if mention.weight >= SUPPORTED { 0.0 } else { sentence.unclear(mention) };
    let content = matches!(sentence.field.kind(), Kind::Set(_));
    let mut score = mention.likeness * 0.97 - if content { NOT_UNDERSTOOD_CONTENT } else { NOT_UNDERSTOOD } * unclear;
    let hint = mention.strength <= Strength::Weak && !content;
    if sentence.asks_about(mention) {
        // A question about something else that a place or thing is named in.
        let guessed = mention.likeness < 1.0 && content;
        score = if unclear > 0.25 || hint || guessed { 0.0 } else { score.min(ASKED) };
    }
    if mention.past || mention.later || hint {
        score = score.min(ASKED);
    }
    score
}

fn decide_one(sentence: &Sentence<'_>, field: Field, named: &[Mention]) -> Match {
    let strongest = named.iter().filter(|mention| !mention.dropped).map(|mention| mention.strength).max();
    let meant: Vec<&Mention> = named.iter().filter(|mention| !mention.dropped && Some(mention.strength) == strongest).collect();
    // The best-supported mention of each value.
    let mut ranked: Vec<(&Mention, f32)> = Vec::new();
    for mention in meant {
        let weight = mention.weight + mention.place.map_or(0.0, |place| f32::from(place.level as u8) * 0.1);
        let same = |other: &&mut (&Mention, f32)| other.0.values == mention.values && other.0.elsewhere == mention.elsewhere;
        match ranked.iter_mut().find(same) {
            // «重庆不是直辖吗，就填重庆»: the best supported, but not where it is only asked about.
            Some(known) if sentence.asks_about(known.0) != sentence.asks_about(mention) => {
                known.0 = if sentence.asks_about(known.0) { mention } else { known.0 };
                known.1 = known.1.max(weight);
            }
            Some(known) if known.1 >= weight => {}
            Some(known) => *known = (mention, weight),
            None => ranked.push((mention, weight)),
        }
    }
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let Some((best, weight)) = ranked.first().copied() else { return neither(sentence, field, named) };
    let mut candidates: Vec<Candidate> = Vec::new();
    for (mention, _) in &ranked {
        let score = sureness(sentence, mention);
        let mut values = mention.values;
        while values != 0 {
            candidates.push(candidate(
                values,
                if mention.values.count_ones() > 1 { score.min(CONFIRM) } else { score },
                sentence.because(mention),
            ));
            values &= values - 1;
        }
    }
    if let Some(elsewhere) = best.elsewhere {
        return Match { elsewhere: Some(elsewhere), ..Match::reject(candidates) };
    }
    let rivals: Vec<&Mention> = ranked
        .iter()
        .filter(|(rival, other)| {
            (weight - other < TIE || joined(sentence, best, rival))
                && (rival.values & best.values != best.values || rival.elsewhere.is_some())
        })
        .map(|(rival, _)| *rival)
        .collect();
    if rivals.is_empty() && best.values.count_ones() == 1 {
        return found(field, best.values, sureness(sentence, best), candidates);
    }
    // Which of several, only the person can say; but what is said last, in a clause of its own, is asked for first.
    let last = rivals.iter().copied().chain([best]).max_by_key(|mention| mention.start).unwrap_or(best);
    let apart = rivals.iter().chain([&best]).all(|rival| std::ptr::eq(*rival, last) || rival.clause < last.clause);
    if field == Field::Province || !apart || last.values.count_ones() != 1 || last.elsewhere.is_some() {
        return Match::reject(candidates);
    }
    candidates.sort_by_key(|candidate| u64::from(1u64 << candidate.value != last.values));
    found(field, last.values, sureness(sentence, last).min(TIED), candidates)
}

/// Who uses none of the providers that are known uses another: «不是阿里，也不是腾讯».
fn neither(sentence: &Sentence<'_>, field: Field, named: &[Mention]) -> Match {
    let value = |name: &str| Field::Provider.value_index(name).map_or(0, |value| 1u64 << value);
    let (all, other) = (value("aliyun") | value("tencent"), value("other"));
    let denied = named.iter().fold(0, |bits, mention| bits | mention.values);
    let denies = sentence.tokens.iter().any(|token| token.has(Cue::Not));
    let asks = named.iter().any(|mention| sentence.asks_about(mention));
    if field != Field::Provider || denied != all || !denies || asks {
        return Match::reject(Vec::new());
    }
    found(field, other, NEITHER, vec![candidate(other, NEITHER, sentence.text.clone())])
}

/// «A 和 B»: both are named alike.
fn joined(sentence: &Sentence<'_>, a: &Mention, b: &Mention) -> bool {
    let (first, second) = if a.first < b.first { (a, b) } else { (b, a) };
    let between = sentence.tokens.get(first.last + 1..second.first).unwrap_or_default();
    let links = |token: &Token<'_>| token.piece == Piece::Comma || token.has(Cue::Join);
    // «河南河北都有»
    let touching = sentence.field == Field::Province && first.end == second.start;
    touching || between.iter().any(links) && between.iter().all(|token| links(token) || token.piece == Piece::Mark)
}
