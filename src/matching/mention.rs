//! The values that an answer names, and how each is meant: stated, denied, past, of somebody else, of the server …

use super::cue::{Cue, Side, weight};
use super::place::{Elsewhere, Level, Place};
use super::scan::{Piece, Token};
use super::vocabulary::{Sense, Strength, shared};
use crate::profile::{Field, Kind};

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

/// From so many clauses on, an answer is a story in which much is named by the way.
const STORY_CLAUSES: u32 = 10;
/// Below this weight a value is said of something else.
const SAID_OF_SOMETHING_ELSE: f32 = -2.0;
/// Letters between a denial and what it denies.
const DENIAL_REACH: usize = 12;

/// The values of a field that the tokens name, weighed.
pub(super) fn mentions(field: Field, tokens: &[Token<'_>]) -> Vec<Mention> {
    let mut mentions = match field {
        Field::Province => places(tokens),
        Field::Operation => super::operation::mentions(tokens),
        _ => values(field, tokens),
    };
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
            hide_names(tokens, mentions);
            hide_audiences(true, tokens, mentions);
            hide_persons(tokens, mentions);
        }
        Field::Filer => {
            hide_audiences(false, tokens, mentions);
            hide_agents(tokens, mentions);
        }
        Field::Identity => {
            hide_audiences(false, tokens, mentions);
            // Where somebody lives is not where they are from.
            for mention in mentions.iter_mut().filter(|mention| tokens[mention.first].place().is_some()) {
                let lives = mention.first.checked_sub(1).is_some_and(|before| tokens[before].has(Cue::Lives));
                mention.weight -= if lives { 3.0 } else { 0.0 };
            }
        }
        _ => {}
    }
    deny(field, tokens, mentions);
    deny_asked(tokens, mentions);
    deny_afterwards(tokens, mentions);
    if field == Field::Filer {
        keep_heads(tokens, mentions);
    }
    replace(tokens, mentions);
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
    mentions.retain(|mention| mention.place.is_none_or(|place| place.level != Level::Ordinary) || lives(mention) || !says_more(mention));
    // A place of which several provinces have one is in that which another word tells.
    let told = mentions.iter().filter(|mention| mention.values.count_ones() == 1).fold(0, |bits, mention| bits | mention.values);
    for mention in mentions.iter_mut().filter(|mention| mention.values.count_ones() > 1) {
        if (mention.values & told).count_ones() == 1 {
            mention.values &= told;
        }
    }
    mentions
}

/// Whether a token is this cue and nothing that an answer may mean.
fn is_only(token: &Token<'_>, cue: Cue) -> bool {
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

/// A site's name says nothing of what it offers.
fn hide_names(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| token.has(Cue::Named)) {
        let rest = &tokens[index + 1..];
        let opens = rest.iter().take(3).position(|token| token.piece == Piece::Quote);
        let end = match opens {
            Some(open) => {
                let close = rest[open + 1..].iter().position(|token| token.piece == Piece::Quote);
                close.map_or(usize::MAX, |close| rest[open + 1 + close].start)
            }
            None => {
                let same = rest.iter().take_while(|other| other.clause == token.clause && !other.has(Cue::Turned));
                same.last().map_or(token.end, |last| last.end)
            }
        };
        mentions.iter_mut().filter(|mention| mention.start >= token.end && mention.start < end).for_each(|mention| mention.dropped = true);
    }
}

/// Whom something is for, and beside what it lies, is not what it is: «给医生看的课程», «寺庙旁边的民宿».
fn hide_audiences(several: bool, tokens: &[Token<'_>], mentions: &mut [Mention]) {
    for number in 0..mentions.len() {
        let mention = &mentions[number];
        let then = tokens[mention.last + 1..].iter().take(3).take_while(|token| token.clause == mention.clause);
        // «隔壁就是派出所», «和隔壁律所共用»
        let next_door = tokens[..mention.first].iter().rposition(|token| token.has(Cue::Beside)).is_some_and(|at| {
            let begins = at == 0 || tokens[at - 1].clause != tokens[at].clause || tokens[at - 1].has(Cue::Join);
            let leads = tokens[at + 1..mention.first].iter().all(|token| token.has(Cue::Assert));
            tokens[at].clause == mention.clause && begins && leads
        });
        if next_door && !several {
            mentions[number].dropped = true;
            continue;
        }
        let beside = tokens.get(mention.last + 1).is_some_and(|token| token.clause == mention.clause && token.has(Cue::Beside));
        let used = then.clone().any(|token| token.has(Cue::Audience));
        let told =
            mention.first > 0 && tokens[mention.first - 1].has(Cue::ForWhom) && mentions.iter().any(|other| other.first > mention.last);
        let others = mentions.iter().enumerate().any(|(other, mention)| other != number && !mention.dropped);
        if others && (beside || used || told) || used && !several {
            mentions[number].dropped = true;
        }
    }
}

/// Whether an answer is so long that much is named in it by the way.
pub(super) fn is_story(tokens: &[Token<'_>]) -> bool {
    tokens.last().is_some_and(|last| last.clause >= STORY_CLAUSES)
}

/// What a person is or does is not what the site offers, where that is said as well: «我是卖保险的，站上放短视频».
fn hide_persons(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    let clause_has =
        |clause: u32, cues: &[Cue]| tokens.iter().any(|token| token.clause == clause && cues.iter().any(|cue| token.has(*cue)));
    let live: Vec<u32> = mentions.iter().filter(|mention| !mention.dropped).map(|mention| mention.clause).collect();
    // «也», «同时» at its beginning goes on with what was said.
    let goes_on = |clause: u32| tokens.iter().find(|token| token.clause == clause).is_some_and(|first| first.has(Cue::Join));
    let about_site: Vec<u32> = live.iter().copied().filter(|clause| clause_has(*clause, &[Cue::Site]) && !goes_on(*clause)).collect();
    let all_there_is: Vec<u32> = live.iter().copied().filter(|clause| clause_has(*clause, &[Cue::Only])).collect();
    // In a long story only the clauses that come to the point tell, or those about the site.
    let main: Vec<u32> = live.iter().copied().filter(|clause| clause_has(*clause, &[Cue::Main])).collect();
    let point = if main.is_empty() { &about_site } else { &main };
    let story = is_story(tokens) && !point.is_empty();
    for mention in mentions.iter_mut() {
        let later_site = about_site.iter().any(|clause| *clause > mention.clause) && !about_site.contains(&mention.clause);
        let later_all = all_there_is.iter().any(|clause| *clause > mention.clause);
        let person = clause_has(mention.clause, &[Cue::Person, Cue::Others, Cue::Work]) || mention.strength == Strength::Trade;
        let outside_story = story && !point.contains(&mention.clause);
        if later_site && person || later_all || outside_story {
            mention.dropped = true;
        }
    }
    // An art that is taught is a lesson: «教人画画».
    let arts = ["culture", "games", "publishing"]
        .iter()
        .filter_map(|name| Field::Content.value_index(name))
        .fold(0, |bits, value| bits | 1u64 << value);
    for mention in mentions.iter_mut().filter(|mention| mention.values & !arts == 0) {
        let taught = tokens[..mention.first].iter().any(|token| token.clause == mention.clause && token.has(Cue::Teach));
        mention.dropped |= taught;
    }
}

/// Who files for somebody else is not the filer: «我是网络公司的，替市一中备案».
fn hide_agents(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    let files_for = |pair: &[Token<'_>]| pair[0].has(Cue::ForWhom) && pair[0].start > 0;
    for pair in tokens.windows(2).filter(|pair| files_for(pair)) {
        let clause = pair[0].clause;
        let files = tokens.iter().any(|token| token.clause == clause && token.has(Cue::Filing));
        let begins = tokens.iter().find(|token| token.clause == clause).is_some_and(|first| first.start == pair[0].start);
        if files && begins {
            mentions.iter_mut().filter(|mention| mention.clause < clause).for_each(|mention| mention.dropped = true);
        }
    }
}

/// Of kinds of filers said in one breath the last is meant: 大学校友会 is an association.
fn keep_heads(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    let value = |name: &str| Field::Filer.value_index(name).map_or(0, |value| 1 << value);
    let (private, public) = (value("private_non_enterprise"), value("public_institution"));
    // 民办 makes a school or hospital a private one.
    if mentions.iter().any(|mention| mention.values == private && !mention.dropped && mention.strength == Strength::Strong) {
        mentions.iter_mut().filter(|mention| mention.values == public).for_each(|mention| mention.dropped = true);
    }
    // The authority that registers or oversees somebody is not the filer.
    let government = value("government");
    let others = |mention: &&mut Mention| mention.values != government;
    if mentions.iter().any(|mention| {
        mention.values != government && mention.values != value("individual") && !mention.dropped && mention.strength == Strength::Strong
    }) {
        mentions.iter_mut().filter(|mention| !others(mention)).for_each(|mention| mention.dropped = true);
    }
    for number in 1..mentions.len() {
        // «大学的基金会» is a foundation.
        let between = &tokens[mentions[number - 1].last + 1..mentions[number].first];
        let owned = matches!(between, [of] if of.is_one_character() && is_only(of, Cue::Filler));
        if mentions[number - 1].dropped || mentions[number].dropped || mentions[number].strength < mentions[number - 1].strength {
            continue;
        }
        if owned || between.is_empty() {
            mentions[number - usize::from(mentions[number].values != public || mentions[number - 1].values != private)].dropped = true;
        }
    }
}

/// Drops what is denied.
fn deny(field: Field, tokens: &[Token<'_>], mentions: &mut [Mention]) {
    let several = matches!(field.kind(), Kind::Set(_));
    let mut denial: Option<usize> = None;
    let (mut denied, mut gap, mut joined) = (false, 0, false);
    let mut next = 0;
    for (index, token) in tokens.iter().enumerate() {
        if index > 0 && token.clause != tokens[index - 1].clause {
            denial = None;
        }
        while next < mentions.len() && mentions[next].last < index {
            next += 1;
        }
        if let Some(mention) = mentions.get_mut(next).filter(|mention| mention.first == index && !token.has(Cue::Not)) {
            if let Some(at) = denial
                // A denial of one character denies the next word: 非公募的基金会 is one.
                && if tokens[at].is_one_character() { index == at + 1 || denied } else { gap <= DENIAL_REACH }
            {
                if denied && !several && !joined {
                    denial = None;
                } else {
                    mention.dropped = true;
                    denied = true;
                    // «不涉及» says «none of these» only where nothing is denied.
                    mentions.iter_mut().filter(|mention| mention.first == at).for_each(|mention| mention.dropped = true);
                }
                (gap, joined) = (0, false);
            }
            continue;
        }
        if token.has(Cue::Not) || !several && token.has(Cue::Except) {
            (denial, denied, gap, joined) = (Some(index), false, 0, false);
        } else if denied && (token.has(Cue::Assert) || token.has(Cue::Turned) || token.has(Cue::Now)) {
            denial = None;
        } else if matches!(token.piece, Piece::Comma) || token.has(Cue::Join) {
            joined = true;
        } else if matches!(token.piece, Piece::Unknown) {
            gap += token.end - token.start;
        }
    }
    deny_backwards(several, tokens, mentions);
    // «A、B 都没用»: of a list, all.
    for number in (1..mentions.len()).rev() {
        let (first, second) = (&mentions[number - 1], &mentions[number]);
        let between = &tokens[first.last + 1..second.first];
        let listed = between.iter().all(|token| matches!(token.piece, Piece::Comma | Piece::Mark) || token.has(Cue::Join));
        let behind = tokens[second.last + 1..].iter().take(3).any(|token| token.has(Cue::Absent) || token.has(Cue::Not));
        if !several && listed && second.dropped && behind {
            mentions[number - 1].dropped = true;
        }
    }
}

/// «广东？不是，广西»: what is asked back and denied.
fn deny_asked(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    for pair in tokens.windows(2) {
        let [mark, then] = pair else { continue };
        if mark.piece == Piece::Asked && (then.has(Cue::Not) || then.has(Cue::Fix) || then.has(Cue::Absent)) {
            mentions.iter_mut().filter(|mention| mention.clause == mark.clause).for_each(|mention| mention.dropped = true);
        }
    }
}

/// «股评写过，早停了»: a clause that only says that something is over speaks of the one before. And «宗教一点不沾»: what denies all
/// of the list denies what stands before it in its clause.
fn deny_afterwards(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| token.has(Cue::Absent) && token.clause > 0) {
        let begins = index > 0 && tokens[index - 1].clause != token.clause;
        let ends = tokens[index + 1..]
            .iter()
            .take_while(|then| then.clause == token.clause)
            .all(|then| !matches!(then.piece, Piece::Known(_) | Piece::Unknown));
        if begins && ends {
            mentions.iter_mut().filter(|mention| mention.clause + 1 == token.clause).for_each(|mention| mention.dropped = true);
        }
    }
}

/// «新闻不发»: a denial behind which nothing follows in its clause denies what stands before it.
fn deny_backwards(several: bool, tokens: &[Token<'_>], mentions: &mut [Mention]) {
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| token.has(Cue::Not)) {
        let ends = tokens[index + 1..].iter().take_while(|then| then.clause == token.clause).all(|then| {
            is_only(then, Cue::Filler) || matches!(then.piece, Piece::Mark | Piece::Break | Piece::Asked) || then.has(Cue::Assert)
        });
        if !ends {
            continue;
        }
        let before: Vec<usize> =
            (0..mentions.len()).filter(|number| mentions[*number].last < index && mentions[*number].clause == token.clause).collect();
        if let Some(last) = before.last().copied() {
            // «A 是 B 不是»: only what stands next to it, unless a list is denied.
            let first = if several { before[0] } else { last };
            mentions[first..=last].iter_mut().for_each(|mention| mention.dropped = true);
            if several {
                deny_list(tokens, mentions, first);
            }
        }
    }
}

/// «新闻，论坛，直播都不做»: the clauses before that hold nothing but a value belong to the list.
fn deny_list(tokens: &[Token<'_>], mentions: &mut [Mention], first: usize) {
    let mut number = first;
    while let Some(before) = number.checked_sub(1) {
        let (clause, here) = (mentions[before].clause, mentions[number].clause);
        let bare = tokens.iter().enumerate().filter(|(_, token)| token.clause == clause).all(|(index, token)| {
            mentions.iter().any(|mention| (mention.first..=mention.last).contains(&index))
                || matches!(token.piece, Piece::Mark | Piece::Break | Piece::Asked | Piece::Comma)
                || is_only(token, Cue::Join)
        });
        if !bare || here != clause + 1 && here != clause {
            return;
        }
        mentions[before].dropped = true;
        number = before;
    }
}

/// Drops what was replaced: «A，不对，是 B», «本来 A，后来 B», «A 改成 B».
fn replace(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    for (index, token) in tokens.iter().enumerate() {
        let follows = mentions.iter().any(|mention| mention.first > index && !mention.dropped);
        if token.has(Cue::Turned) && follows {
            mentions.iter_mut().filter(|mention| mention.last < index).for_each(|mention| mention.dropped = true);
        } else if token.has(Cue::Now) && follows {
            mentions.iter_mut().filter(|mention| mention.last < index && mention.past).for_each(|mention| mention.dropped = true);
        } else if token.has(Cue::Fix) && (follows || !tokens[..index].iter().any(|before| before.has(Cue::Fix) || before.has(Cue::Not))) {
            // Behind the last value: that was the slip, unless it was said already what is right instead.
            mentions.iter_mut().filter(|mention| mention.last < index).for_each(|mention| mention.dropped = true);
        } else if token.has(Cue::But) {
            mentions.iter_mut().filter(|mention| mention.first > index).for_each(|mention| mention.weight += 1.0);
        }
    }
}
