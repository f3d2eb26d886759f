//! The values that an answer names, and how each is meant: stated, denied, past, of somebody else, of the server …

use super::cue::{Cue, Side, weight};
use super::place::{Elsewhere, Level, Place};
use super::scan::{Piece, Token};
use super::vocabulary::{Sense, Strength, shared};
use super::{denial, frames};
use crate::profile::Field;

/// A value that an answer names.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// The words of it, in the text.
    pub start: usize,
    pub end: usize,
    /// The tokens of it.
    pub first: usize,
    pub last: usize,
    /// The values that it may mean: one bit each. Of a place, several: it lies in one of them.
    pub values: u64,
    pub elsewhere: Option<Elsewhere>,
    pub strength: Strength,
    /// Of a place.
    pub place: Option<Place>,
    /// What the words beside it add.
    pub weight: f32,
    pub clause: u32,
    pub past: bool,
    pub later: bool,
    /// Not meant: denied, replaced, absent, or said of something else.
    pub dropped: bool,
    /// How sure the word itself was read.
    pub likeness: f32,
}

/// Values that are looked at, at each end of an answer: nobody names as many.
const END_MENTIONS_MAX: usize = 60;
/// How sure a place is that most people mean by a name of several.
const LIKELY: f32 = 0.7;
/// Below this weight a value is said of something else.
pub(super) const SAID_OF_SOMETHING_ELSE: f32 = -2.0;

/// How sure a place is whose name is a word that answers another question.
const AMBIGUOUS: f32 = 0.7;

/// The values of a field that the tokens name, weighed.
pub(super) fn mentions(field: Field, tokens: &[Token<'_>]) -> Vec<Mention> {
    let mut mentions = match field {
        Field::Province => places(tokens),
        Field::Operation => super::operation::mentions(tokens),
        _ => values(field, tokens),
    };
    // Of a great many, those at the ends: weighing compares them with each other.
    if mentions.len() > 2 * END_MENTIONS_MAX {
        mentions.drain(END_MENTIONS_MAX..mentions.len() - END_MENTIONS_MAX);
    }
    if !mentions.is_empty() {
        weigh(field, tokens, &mut mentions);
    }
    mentions
}

/// Weighs values by the words beside them.
pub(super) fn weigh(field: Field, tokens: &[Token<'_>], mentions: &mut [Mention]) {
    beside(field, tokens, mentions);
    match field {
        Field::Content => {
            frames::hide_names(tokens, mentions);
            frames::hide_audiences(true, tokens, mentions);
            frames::hide_persons(tokens, mentions);
        }
        Field::Filer => {
            frames::hide_audiences(false, tokens, mentions);
            frames::hide_agents(tokens, mentions);
        }
        Field::Identity => {
            frames::hide_audiences(false, tokens, mentions);
            // Where somebody lives is not where they are from.
            for mention in mentions.iter_mut().filter(|mention| tokens[mention.first].place().is_some()) {
                let lives = mention.first.checked_sub(1).is_some_and(|before| tokens[before].has(Cue::Lives));
                mention.weight -= if lives { 3.0 } else { 0.0 };
            }
        }
        _ => {}
    }
    denial::deny(field, tokens, mentions);
    denial::deny_asked(tokens, mentions);
    denial::deny_afterwards(tokens, mentions);
    if field == Field::Filer {
        frames::keep_heads(tokens, mentions);
    }
    denial::replace(tokens, mentions);
    for mention in mentions.iter_mut().filter(|mention| mention.weight <= SAID_OF_SOMETHING_ELSE) {
        mention.dropped = true;
    }
    // What was and what may come count only while nothing is.
    let is_present = mentions.iter().any(|mention| !mention.dropped && !mention.past && !mention.later);
    if is_present {
        mentions.iter_mut().filter(|mention| mention.past || mention.later).for_each(|mention| mention.dropped = true);
    }
}

pub(super) fn new(tokens: &[Token<'_>], index: usize, values: u64, strength: Strength) -> Mention {
    let token = tokens[index];
    Mention {
        start: token.start,
        end: token.end,
        first: index,
        last: index,
        values,
        elsewhere: None,
        strength,
        place: None,
        weight: 0.0,
        clause: token.clause,
        past: false,
        later: false,
        dropped: false,
        likeness: 1.0,
    }
}

/// The values of a choice or list field.
pub(super) fn values(field: Field, tokens: &[Token<'_>]) -> Vec<Mention> {
    let field = shared(field);
    let mut mentions = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let mut found: Option<(u64, Strength)> = None;
        for sense in token.senses() {
            if let Sense::Value { field: of, value, strength } = sense
                && *of == field
            {
                found = Some(match found {
                    Some((_, best)) if *strength > best => (1 << value, *strength),
                    Some((values, best)) if *strength == best => (values | 1 << value, best),
                    Some(known) => known,
                    None => (1 << value, *strength),
                });
            }
        }
        if field == Field::Identity && found.is_none() {
            found = token.place().and_then(origin).map(|value| (value, Strength::Strong));
        }
        mentions.extend(found.map(|(values, strength)| new(tokens, index, values, strength)));
    }
    mentions
}

/// Where a person comes from who names a place: «上海人», «法人是泰国人».
fn origin(place: Place) -> Option<u64> {
    let value = match place.elsewhere {
        _ if place.alone || place.level == Level::Ordinary => None,
        None => Some("mainland"),
        Some(Elsewhere::HongKong | Elsewhere::Macao) => Some("hong_kong_macao"),
        Some(Elsewhere::Taiwan) => Some("taiwan"),
        Some(Elsewhere::Abroad) => Some("foreign"),
    };
    Field::Identity.value_index(value?).map(|index| 1 << index)
}

fn places(tokens: &[Token<'_>]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some(place) = token.place().filter(|place| !place.alone) else { continue };
        if names_something_else(tokens, index) {
            continue;
        }
        // 长春朝阳区: of the places that a name may mean, the one that lies in the other.
        if let Some(last) = mentions.last_mut()
            && tokens[last.last + 1..index]
                .iter()
                .all(|between| matches!(between.piece, Piece::Mark | Piece::Break) || is_only(between, Cue::Filler))
            && last.elsewhere.is_none()
            && place.elsewhere.is_none()
            && last.values & u64::from(place.provinces | place.namesakes) != 0
        {
            last.values &= u64::from(place.provinces | place.namesakes);
            (last.last, last.end) = (index, token.end);
            let known = last.place.get_or_insert(place);
            known.level = known.level.max(place.level).max(Level::County);
            continue;
        }
        // 东莞市长安镇: a town of that name lies in the city as well.
        if let Some(last) =
            mentions.last_mut().filter(|last| last.end == token.start && last.elsewhere.is_none() && place.elsewhere.is_none())
            && last.values.count_ones() == 1
            && place.level <= Level::County
            && last.place.is_some_and(|larger| larger.level > place.level)
        {
            (last.last, last.end) = (index, token.end);
            continue;
        }
        let mut mention = new(tokens, index, u64::from(place.provinces), Strength::Strong);
        mention.elsewhere = place.elsewhere;
        mention.place = Some(place);
        mentions.push(mention);
    }
    // An ordinary word that is a county's name as well means the county only where nothing else is said.
    let says_more = |mention: &Mention| {
        tokens.iter().enumerate().any(|(index, token)| {
            !(mention.first..=mention.last).contains(&index)
                && !matches!(token.piece, Piece::Mark | Piece::Break | Piece::Asked)
                && !is_only(token, Cue::Filler)
        })
    };
    let lives = |mention: &Mention| mention.first.checked_sub(1).is_some_and(|before| tokens[before].has(Cue::Lives));
    let is_ordinary = |mention: &Mention| mention.place.is_some_and(|place| place.level == Level::Ordinary) && !lives(mention);
    mentions.retain(|mention| !is_ordinary(mention) || !says_more(mention));
    // «网上商城» is a shop; «商城» alone may be the county.
    let answers_another = |mention: &Mention| is_ordinary(mention) && tokens[mention.first].senses().iter().any(is_value);
    let is_all = tokens.iter().filter(|token| !matches!(token.piece, Piece::Mark | Piece::Break | Piece::Asked)).count() == 1;
    mentions.retain(|mention| is_all || !answers_another(mention));
    for mention in mentions.iter_mut().filter(|mention| answers_another(mention)) {
        mention.likeness = AMBIGUOUS;
    }
    // A place of which several provinces have one is in that which another word tells.
    let told = mentions.iter().filter(|mention| mention.values.count_ones() == 1).fold(0, |bits, mention| bits | mention.values);
    for mention in mentions.iter_mut().filter(|mention| mention.values.count_ones() > 1) {
        let likely = mention.place.map_or(0, |place| u64::from(place.likely));
        if (mention.values & told).count_ones() == 1 {
            mention.values &= told;
        } else if mention.values & likely != 0 {
            (mention.values, mention.likeness) = (likely, LIKELY);
        }
    }
    mentions
}

fn is_value(sense: &Sense) -> bool {
    matches!(sense, Sense::Value { strength: Strength::Strong, .. })
}

/// Whether a token is this cue and nothing that an answer may mean.
pub(super) fn is_only(token: &Token<'_>, cue: Cue) -> bool {
    token.has(cue) && token.senses().iter().all(|sense| matches!(sense, Sense::Cue(_)))
}

/// 南京西路, 广东菜: a street, a dish.
fn names_something_else(tokens: &[Token<'_>], index: usize) -> bool {
    let touching = |index: usize| tokens.get(index).filter(|token| token.start == tokens[index - 1].end);
    let is_ending = |token: &&Token<'_>| token.has(Cue::AfterPlace);
    let Some(next) = touching(index + 1) else { return false };
    let is_direction = |token: &Token<'_>| token.is_one_character() && token.has(Cue::Filler);
    is_ending(&next) || is_direction(next) && touching(index + 2).is_some_and(|token| token.has(Cue::AfterPlace))
}

/// Adds what the words on either side tell.
fn beside(field: Field, tokens: &[Token<'_>], mentions: &mut [Mention]) {
    // A hint beside a word that tells is one of the words about it.
    let tells = |mention: &&Mention| mention.strength > Strength::Weak;
    let spans: Vec<(usize, usize, u32)> =
        mentions.iter().filter(tells).map(|mention| (mention.first, mention.last, mention.clause)).collect();
    for mention in mentions.iter_mut() {
        let number = spans.iter().take_while(|span| span.1 < mention.first).count();
        let own = spans.get(number).is_some_and(|span| span.0 == mention.first);
        let in_clause = |token: &&Token<'_>| token.clause == mention.clause;
        let from = number.checked_sub(1).map_or(0, |before| spans[before].1 + 1);
        let next = spans.get(number + usize::from(own));
        let to = next.map_or(tokens.len(), |next| next.0);
        let next_in_clause = next.is_some_and(|next| next.2 == mention.clause);
        // Of the words between two values, those go with the second that lead to it: «服务器在 …».
        let previous_in_clause = number.checked_sub(1).is_some_and(|before| spans[before].2 == mention.clause);
        let lead = |from: usize, to: usize| leading(tokens, from, to);
        let before = if previous_in_clause { lead(from, mention.first) } else { from };
        let after = if next_in_clause { lead(mention.last + 1, to) } else { to };
        for token in tokens[before..mention.first].iter().filter(in_clause) {
            token.cues().for_each(|cue| {
                mention.weight += weight(field, cue, Side::Before);
                // What holds now counts for more than what is only said.
                mention.weight += if cue == Cue::Now { 1.5 } else { 0.0 };
                mention.past |= cue == Cue::Past;
                mention.later |= cue == Cue::Later;
            });
        }
        for token in tokens[mention.last + 1..after].iter().filter(in_clause) {
            token.cues().for_each(|cue| mention.weight += weight(field, cue, Side::After));
            mention.dropped |= token.has(Cue::Absent);
        }
        mention.past |= tokens[mention.last + 1..after].iter().filter(in_clause).any(|token| token.has(Cue::Past));
        // The words of the value itself may tell as well.
        mention.past |= tokens[mention.first].has(Cue::Past);
    }
}

/// Where, between two values, the words begin that lead to the second.
fn leading(tokens: &[Token<'_>], from: usize, to: usize) -> usize {
    // The last subject that is followed by a verb: «杭州 备案, 服务器 在 北京».
    let is_subject = |token: &Token<'_>| {
        token.cues().any(|cue| {
            matches!(
                cue,
                Cue::Server
                    | Cue::Domain
                    | Cue::Phone
                    | Cue::Unit
                    | Cue::Registered
                    | Cue::Person
                    | Cue::Card
                    | Cue::Origin
                    | Cue::Others
                    | Cue::Filing
                    | Cue::Site
            )
        })
    };
    let mut begin = to;
    for index in (from..to).rev() {
        let token = &tokens[index];
        if is_subject(token) {
            let then = tokens.get(index + 1);
            let leads = index + 1 == to || then.is_some_and(|then| then.has(Cue::Assert) || then.has(Cue::Past) || then.has(Cue::Now));
            let owned = index > from && tokens[index - 1].is_one_character() && tokens[index - 1].has(Cue::Filler);
            // «广东的公司» speaks of the first.
            if leads && !(owned && index == from + 1) {
                begin = index;
                continue;
            }
            break;
        }
        if token.has(Cue::Not) || token.has(Cue::Past) || token.has(Cue::Now) || token.has(Cue::Turned) || token.has(Cue::Join) {
            begin = index;
            continue;
        }
        if token.has(Cue::Assert) && begin == index + 1 || token.has(Cue::Assert) && index + 1 == to {
            begin = index;
        }
    }
    begin
}
