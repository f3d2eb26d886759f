//! Values that are denied or replaced: «不是 A，是 B», «新闻不发», «本来 A，后来 B», «A，不对，B».

use super::cue::Cue;
use super::mention::{Mention, is_only};
use super::scan::{Piece, Token};
use crate::profile::{Field, Kind};

/// Letters between a denial and what it denies.
const DENIAL_REACH: usize = 12;

/// Drops what is denied.
pub(super) fn deny(field: Field, tokens: &[Token<'_>], mentions: &mut [Mention]) {
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
pub(super) fn deny_asked(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    for pair in tokens.windows(2) {
        let [mark, then] = pair else { continue };
        if mark.piece == Piece::Asked && (then.has(Cue::Not) || then.has(Cue::Fix) || then.has(Cue::Absent)) {
            mentions.iter_mut().filter(|mention| mention.clause == mark.clause).for_each(|mention| mention.dropped = true);
        }
    }
}

/// «股评写过，早停了»: a clause that only says that something is over speaks of the one before. And «宗教一点不沾»: what denies all
/// of the list denies what stands before it in its clause.
pub(super) fn deny_afterwards(tokens: &[Token<'_>], mentions: &mut [Mention]) {
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
pub(super) fn replace(tokens: &[Token<'_>], mentions: &mut [Mention]) {
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
