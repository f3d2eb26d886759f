//! Yes and no in the forms that people use: «有的», «没呢», «应该是吧», «还没弄», «yep».

use super::normal::{fold, is_break, normalize};
use super::scan::scan;
use super::vocabulary::{Sense, Strength, Vocabulary};
use crate::profile::Field;

/// Longest clause in characters that is read by its beginning.
const CLAUSE_CHARS_MAX: usize = 12;
/// What may follow a no that is clear: «没做实名».
const REST_CHARS_MAX: usize = 4;

/// Whether an answer says yes or no, and whether that is clear.
pub(super) fn read(vocabulary: &Vocabulary, answer: &str) -> Option<(bool, bool)> {
    let normal = normalize(answer);
    if let Some(flag) = vocabulary.yes_or_no(&normal) {
        return Some((flag, true));
    }
    // A question is no answer.
    if answer.trim_end().ends_with(['?', '？', '吗']) {
        return None;
    }
    let folded = fold(answer);
    let clause = normalize(folded.split(is_break).find(|clause| !clause.trim().is_empty())?);
    if let Some(flag) = vocabulary.yes_or_no(&clause) {
        return Some((flag, true));
    }
    let bare = strip(vocabulary, &clause);
    if let Some(flag) = vocabulary.yes_or_no(bare) {
        return Some((flag, true));
    }
    if vocabulary.answer(bare).is_some() || clause.chars().count() > CLAUSE_CHARS_MAX {
        return None;
    }
    let begins = |what: &str| vocabulary.opening_words(what).iter().any(|word| bare.starts_with(word.as_str()));
    let denied = vocabulary.holds(bare, "denial");
    if begins("unsure") {
        None
    } else if begins("no_denial") {
        Some((true, true))
    } else if begins("no") {
        // «没有论坛» denies something else.
        let rest = vocabulary.after(bare, "no").unwrap_or_default();
        if names_a_value(vocabulary, rest) { None } else { Some((false, rest.chars().count() <= REST_CHARS_MAX)) }
    } else if begins("yes") {
        // «是没有»: a denial further on turns it around.
        Some((!denied, false))
    } else if denied {
        Some((false, false))
    } else {
        // «做过实名了», «买了»: what was done.
        let end = folded.trim_end_matches(|c: char| c.is_whitespace() || is_break(c));
        vocabulary.opening_words("done").iter().any(|word| end.ends_with(word.as_str())).then_some((true, false))
    }
}

/// Whether words name a value of some field or a place.
fn names_a_value(vocabulary: &Vocabulary, text: &str) -> bool {
    let tokens = scan(vocabulary, Field::Filer, text);
    let names = |sense: &Sense| matches!(sense, Sense::Value { strength: Strength::Strong | Strength::Trade, .. } | Sense::Place(_));
    tokens.iter().any(|token| !token.is_one_character() && token.senses().iter().any(names))
}

/// What is left without the words that say nothing of yes or no.
fn strip<'c>(vocabulary: &Vocabulary, clause: &'c str) -> &'c str {
    let mut bare = clause.trim();
    while let Some(rest) = vocabulary.after(bare, "hedge").or_else(|| vocabulary.after(bare, "lead")) {
        bare = rest;
    }
    bare
}
