//! What is to be done, from what is said to be done to what: «加» and «域名», «换» and «手机号».

use super::cue::Cue;
use super::mention::{Mention, new, values};
use super::scan::Token;
use super::vocabulary::Strength;
use crate::profile::Field;

/// Tokens between a deed and its object.
const REACH: usize = 7;

/// How sure an operation is that the words of several clauses tell together.
const ACROSS_CLAUSES: f32 = 0.85;

/// The operations that the tokens name, by a word for it or by a deed and its object.
pub(super) fn mentions(tokens: &[Token<'_>]) -> Vec<Mention> {
    let mut mentions = values(Field::Operation, tokens);
    let told: Vec<u32> = mentions.iter().filter(|mention| mention.strength == Strength::Strong).map(|mention| mention.clause).collect();
    let mut composed_here: Vec<Mention> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        // What a clause tells by a word for it needs no guessing.
        if told.contains(&token.clause) || composed_here.last().is_some_and(|last| last.clause == token.clause) {
            continue;
        }
        let value = composed(tokens, index).and_then(|operation| Field::Operation.value_index(operation));
        composed_here.extend(value.map(|value| new(tokens, index, 1 << value, Strength::Strong)));
    }
    if told.is_empty() && composed_here.is_empty() {
        composed_here.extend(across_clauses(tokens));
    }
    mentions.retain(|mention| !composed_here.iter().any(|composed| composed.first == mention.first));
    mentions.extend(composed_here);
    mentions.sort_by_key(|mention| mention.start);
    // «注销手机卡»: no filing is meant.
    for mention in &mut mentions {
        mention.dropped |= tokens.iter().any(|token| token.clause == mention.clause && token.has(Cue::Unrelated));
    }
    mentions
}

fn provider(tokens: &[Token<'_>], clause: Option<u32>) -> bool {
    tokens.iter().any(|token| clause.is_none_or(|clause| token.clause == clause) && token.tells(Field::Provider))
}

/// The operation that a deed at this place tells, together with what it is done to.
fn composed(tokens: &[Token<'_>], index: usize) -> Option<&'static str> {
    let token = &tokens[index];
    let near = |cues: &[Cue]| {
        let from = index.saturating_sub(REACH);
        let to = (index + REACH + 1).min(tokens.len());
        let beside = tokens[from..to].iter().enumerate().filter(|(at, other)| from + at != index && other.clause == token.clause);
        beside.into_iter().any(|(_, other)| cues.iter().any(|cue| other.has(*cue)))
    };
    if token.has(Cue::Never) {
        return Some("first_filing");
    }
    if token.has(Cue::Remove) && near(&[Cue::Filing, Cue::Site, Cue::Filed]) {
        return Some("cancel");
    }
    if token.has(Cue::Move) && (near(&[Cue::Server, Cue::Site, Cue::Filing, Cue::Filed, Cue::Here]) || provider(tokens, Some(token.clause)))
    {
        return Some("add_access");
    }
    if token.has(Cue::Alter) {
        if near(&[Cue::Server]) && !near(&[Cue::Info]) || provider(tokens, Some(token.clause)) {
            return Some("add_access");
        }
        if near(&[Cue::Info]) {
            return Some("change");
        }
    }
    if token.has(Cue::Add) {
        // «新域名加到已备案的网站»: what is new is the domain.
        if near(&[Cue::Domain]) {
            return Some("add_domain");
        }
        if near(&[Cue::NewSite]) || near(&[Cue::Site]) && !near(&[Cue::Existing]) {
            return Some("add_site");
        }
    }
    if token.has(Cue::Filed) && (near(&[Cue::Move]) || provider(tokens, Some(token.clause))) {
        return Some("add_access");
    }
    None
}

/// The operation that the words of several clauses tell together: «号在腾讯那边办的，现在机器买在你家».
fn across_clauses(tokens: &[Token<'_>]) -> Option<Mention> {
    let find = |cue: Cue| tokens.iter().position(|token| token.has(cue));
    let filed = find(Cue::Filed);
    let elsewhere = find(Cue::Others).is_some() || provider(tokens, None);
    let here = find(Cue::Here).or(find(Cue::Move)).or(find(Cue::Server));
    let (index, operation) =
        if let Some(remove) = find(Cue::Remove).filter(|_| filed.is_some() || find(Cue::Filing).is_some() || find(Cue::Site).is_some()) {
            (remove, "cancel")
        } else if let Some(site) = find(Cue::NewSite).filter(|_| filed.is_some()) {
            (site, "add_site")
        } else if let Some(filed) = filed.filter(|_| here.is_some() || elsewhere) {
            (filed, "add_access")
        } else if let (Some(add), Some(_)) = (find(Cue::Add), find(Cue::Domain)) {
            (add, "add_domain")
        } else if let (Some(add), Some(_)) = (find(Cue::Add), find(Cue::Site)) {
            (add, "add_site")
        } else if let (Some(alter), Some(_)) = (find(Cue::Alter), find(Cue::Info)) {
            (alter, "change")
        } else {
            return None;
        };
    let value = Field::Operation.value_index(operation)?;
    Some(Mention { likeness: ACROSS_CLAUSES, ..new(tokens, index, 1 << value, Strength::Strong) })
}
