//! From what people type to field values.
//!
//! Clear answers are accepted, near ones are to be confirmed, others rejected: a wrong acceptance in silence is the worst
//! fault. Knows words and their typos, neither sessions nor rules.

mod number;
mod text;
mod vocabulary;

use chrono::NaiveDate;

pub use text::normalize;
pub use vocabulary::{Vocabulary, VocabularyProblem};

use crate::profile::{Field, Kind, Value};

/// What to do with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Clear: take it.
    Accept,
    /// Near: ask «did you mean …?».
    Confirm,
    /// Ask again.
    Reject,
}

impl Decision {
    pub fn name(self) -> &'static str {
        match self {
            Decision::Accept => "accept",
            Decision::Confirm => "confirm",
            Decision::Reject => "reject",
        }
    }
}

/// A value that an answer may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Index in the field's list of values.
    pub value: u8,
    /// 0 to 1.
    pub score: f64,
    /// The word that spoke for it.
    pub because: String,
}

/// How an answer to a choice or list field was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    pub decision: Decision,
    /// The value understood: one for a choice, any number for a list; none when rejected.
    pub best: Option<Value>,
    pub score: f64,
    /// The best first.
    pub candidates: Vec<Candidate>,
}

impl Match {
    fn reject(candidates: Vec<Candidate>) -> Match {
        Match { decision: Decision::Reject, best: None, score: candidates.first().map_or(0.0, |best| best.score), candidates }
    }
}

/// How an answer to any question was understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    Accept(Value),
    Confirm(Value),
    Reject,
}

/// Longest answer that is looked at, in characters; the rest of a longer one is not an answer any more.
const ANSWER_CHARS_MAX: usize = 400;
/// Longest text that is kept as a value, in characters.
const TEXT_CHARS_MAX: usize = 120;
/// A word found in a longer answer counts a little less than the word alone.
const CONTAINED: f64 = 0.95;
/// A word among others that are not understood may stand for something else.
const UNCLEAR: f64 = 0.7;
/// Likeness from which a misspelt word is worth asking about.
const LIKENESS_MIN: f64 = 0.74;

/// Matches an answer against the values of a choice or list field.
pub fn match_field(vocabulary: &Vocabulary, field: Field, answer: &str) -> Match {
    let answer: String = answer.chars().take(ANSWER_CHARS_MAX).collect();
    let answer = normalize(&answer);
    if answer.is_empty() {
        return Match::reject(Vec::new());
    }
    let words = vocabulary.words(field);
    if let Some(word) = words.iter().find(|word| word.text == answer) {
        let candidate = Candidate { value: word.value, score: 1.0, because: word.text.clone() };
        return found(field, vec![candidate]);
    }
    let hits = text::occurrences(&answer, words);
    let meant: Vec<Candidate> = text::distinct(hits.iter().filter(|hit| !hit.negated))
        .into_iter()
        .map(|hit| Candidate { value: hit.value, score: CONTAINED, because: hit.word.to_owned() })
        .collect();
    match (meant.len(), field.kind()) {
        (0, _) if hits.is_empty() => likeness(field, words, &answer),
        (0, _) => Match::reject(Vec::new()),
        (1, _) | (_, Kind::Set(_)) => {
            let clear = text::is_clear(&answer, &hits);
            let understood = found(field, meant);
            if clear { understood } else { Match { decision: Decision::Confirm, score: UNCLEAR, ..understood } }
        }
        // Several values for one field: which one, only the person can say.
        _ => Match::reject(meant),
    }
}

fn found(field: Field, candidates: Vec<Candidate>) -> Match {
    let best = match field.kind() {
        Kind::Set(values) => {
            let none = values.iter().position(|name| *name == "none").map_or(0, |index| 1u64 << index);
            let bits = candidates.iter().fold(0, |bits, candidate| bits | 1u64 << candidate.value);
            // «none» never stands next to another value.
            Value::Set(if bits == none { bits } else { bits & !none })
        }
        _ => Value::Choice(candidates[0].value),
    };
    Match { decision: Decision::Accept, best: Some(best), score: candidates[0].score, candidates }
}

/// Looks for the words that are spelt most like the answer.
fn likeness(field: Field, words: &[vocabulary::Word], answer: &str) -> Match {
    let mut candidates: Vec<Candidate> = Vec::new();
    let length = answer.chars().count();
    for word in words.iter().filter(|word| word.text.chars().count().abs_diff(length) <= 2 && word.text.chars().count() >= 3) {
        let score = strsim::normalized_damerau_levenshtein(answer, &word.text);
        if score < LIKENESS_MIN {
            continue;
        }
        match candidates.iter_mut().find(|candidate| candidate.value == word.value) {
            Some(candidate) if candidate.score >= score => {}
            Some(candidate) => (candidate.score, candidate.because) = (score, word.text.clone()),
            None => candidates.push(Candidate { value: word.value, score, because: word.text.clone() }),
        }
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    candidates.truncate(3);
    let tie = candidates.len() > 1 && candidates[0].score - candidates[1].score < 0.05;
    match candidates.first() {
        Some(best) if !tie => {
            let value = if matches!(field.kind(), Kind::Set(_)) { Value::Set(1 << best.value) } else { Value::Choice(best.value) };
            Match { decision: Decision::Confirm, best: Some(value), score: best.score, candidates }
        }
        _ => Match::reject(candidates),
    }
}

/// Oldest age that is believed, in years.
const AGE_MAX: i64 = 120;

/// Whether a value can be meant: nobody is 999 years old, and «none of these» stands alone.
pub fn is_coherent(field: Field, value: &Value) -> bool {
    match (field.kind(), value) {
        (_, Value::Integer(years)) if field == Field::Age => *years <= AGE_MAX,
        (Kind::Set(values), Value::Set(bits)) => {
            let none = values.iter().position(|name| *name == "none").map_or(0, |index| 1u64 << index);
            bits & none == 0 || *bits == none
        }
        _ => true,
    }
}

/// Reads an answer to the question for a field. `today` gives dates their distance.
pub fn read(vocabulary: &Vocabulary, field: Field, answer: &str, today: NaiveDate) -> Reading {
    let trimmed = answer.trim();
    // The canonical form always counts: it is what buttons and programs send.
    if !matches!(field.kind(), Kind::Text | Kind::Ids)
        && let Some(value) = Value::parse(field, trimmed)
        && is_coherent(field, &value)
    {
        return Reading::Accept(value);
    }
    match field.kind() {
        Kind::Bool => match vocabulary.yes_or_no(&normalize(trimmed)) {
            Some(flag) => Reading::Accept(Value::Bool(flag)),
            None => Reading::Reject,
        },
        Kind::Choice(_) | Kind::Set(_) => {
            let none_of_them = matches!(field.kind(), Kind::Set(values) if !values.contains(&"none"));
            if none_of_them && vocabulary.yes_or_no(&normalize(trimmed)) == Some(false) {
                return Reading::Accept(Value::Set(0));
            }
            let found = match_field(vocabulary, field, trimmed);
            match (found.decision, found.best) {
                (Decision::Accept, Some(value)) => Reading::Accept(value),
                (Decision::Confirm, Some(value)) => Reading::Confirm(value),
                _ => Reading::Reject,
            }
        }
        Kind::Integer { .. } => {
            // A leading minus is part of the number, not punctuation.
            let negative = trimmed.starts_with(['-', '−', '－']);
            let read = number::read(field, &normalize(trimmed), today).filter(|value| value.fits(field) && !negative);
            match read.filter(|value| is_coherent(field, value)) {
                Some(value) => Reading::Accept(value),
                None => Reading::Reject,
            }
        }
        Kind::Date => Reading::Reject,
        Kind::Text => read_text(field, trimmed).map_or(Reading::Reject, Reading::Accept),
        Kind::Ids => Reading::Reject,
    }
}

/// Reads a choice: one of the field's values and nothing near it. A text is read as if it were typed.
pub fn read_choice(field: Field, token: &str) -> Option<Value> {
    match field.kind() {
        Kind::Text => read_text(field, token.trim()),
        Kind::Ids => None,
        _ => Value::parse(field, token).filter(|value| is_coherent(field, value)),
    }
}

fn read_text(field: Field, trimmed: &str) -> Option<Value> {
    if field == Field::Domain {
        return text::domain(trimmed).map(|domain| Value::Text(domain.into()));
    }
    let one_line: String = trimmed.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = one_line.chars().count();
    // A bare number is the number of a choice that is not there, not a name.
    let number = one_line.chars().all(|c| c.is_ascii_digit());
    ((2..=TEXT_CHARS_MAX).contains(&length) && !number).then(|| Value::Text(text::mask(&one_line).into()))
}
