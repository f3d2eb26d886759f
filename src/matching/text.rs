//! Finding words in what people type.

use super::vocabulary::Word;

/// Lower case, half-width, without tone of voice: the form in which words are compared.
pub fn normalize(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for character in text.chars() {
        let character = match character {
            // Full-width forms of the printable ASCII characters.
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
            '\u{3000}' => ' ',
            other => other,
        };
        normal.extend(character.to_lowercase());
    }
    let trimmed =
        normal.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || "。，、！？；：“”‘’（）《》…—～·".contains(c));
    let without_particles = trimmed.trim_end_matches(['吧', '啊', '呀', '哦', '呢', '了']);
    let result = if without_particles.is_empty() { trimmed } else { without_particles };
    result.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word found in an answer.
#[derive(Debug, Clone)]
pub(super) struct Hit<'w> {
    pub value: u8,
    pub word: &'w str,
    pub negated: bool,
    start: usize,
    end: usize,
}

const NEGATIONS: [&str; 12] = ["不是", "不在", "不做", "不涉及", "没有", "并非", "不含", "非", "别", "not ", "no ", "without "];

/// The words that stand in the answer, without those inside a longer one.
pub(super) fn occurrences<'w>(answer: &str, words: &'w [Word]) -> Vec<Hit<'w>> {
    let mut hits: Vec<Hit<'w>> = Vec::new();
    for word in words.iter().filter(|word| !word.alone) {
        for (start, _) in answer.match_indices(&word.text) {
            let end = start + word.text.len();
            if stands_alone(answer, start, end, &word.text) {
                let before = &answer[..start];
                let negated = NEGATIONS.iter().any(|negation| before.ends_with(negation) || before.trim_end().ends_with(negation));
                hits.push(Hit { value: word.value, word: &word.text, negated, start, end });
            }
        }
    }
    let all = hits.clone();
    hits.retain(|hit| {
        !all.iter().any(|other| other.start <= hit.start && hit.end <= other.end && other.end - other.start > hit.end - hit.start)
    });
    hits.sort_by_key(|hit| hit.start);
    hits
}

/// A Latin word does not count inside another word.
fn stands_alone(answer: &str, start: usize, end: usize, word: &str) -> bool {
    if !word.is_ascii() {
        return true;
    }
    let before = answer[..start].chars().next_back();
    let after = answer[end..].chars().next();
    let letter = |neighbour: Option<char>| neighbour.is_some_and(|c| c.is_ascii_alphanumeric());
    !letter(before) && !letter(after)
}

/// One hit for each value.
pub(super) fn distinct<'h, 'w: 'h>(hits: impl Iterator<Item = &'h Hit<'w>>) -> Vec<&'h Hit<'w>> {
    let mut distinct: Vec<&Hit<'_>> = Vec::new();
    for hit in hits {
        if !distinct.iter().any(|known| known.value == hit.value) {
            distinct.push(hit);
        }
    }
    distinct
}

/// Longest domain name, in bytes.
const DOMAIN_BYTES_MAX: usize = 253;

/// The domain in an answer: bare, in a URL or after a few words.
pub(super) fn domain(answer: &str) -> Option<String> {
    let token = answer
        .split(|c: char| c.is_whitespace() || "，。、；：！？（）“”".contains(c))
        .find(|token| token.trim_matches('.').contains('.'))?;
    let token = token.to_lowercase();
    let without_scheme = token.split_once("://").map_or(token.as_str(), |(_, rest)| rest);
    let host = without_scheme.split(['/', '?', '#', ':']).next()?.trim_matches('.');
    let labels_fit = host.split('.').all(|label| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-') && !label.starts_with('-') && !label.ends_with('-')
    });
    let ends_in_name = host.rsplit('.').next().is_some_and(|last| !last.chars().all(|c| c.is_ascii_digit()));
    (host.contains('.') && host.len() <= DOMAIN_BYTES_MAX && labels_fit && ends_in_name).then(|| host.to_owned())
}
