//! Values that are named for another reason: in a name, of an audience, of a person, of who files for somebody else.

use super::cue::Cue;
use super::mention::{Mention, is_only};
use super::scan::{Piece, Token};
use super::vocabulary::Strength;
use crate::profile::Field;

/// From so many clauses on, an answer is a story in which much is named by the way.
const STORY_CLAUSES: u32 = 10;

/// A site's name says nothing of what it offers.
pub(super) fn hide_names(tokens: &[Token<'_>], mentions: &mut [Mention]) {
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
pub(super) fn hide_audiences(several: bool, tokens: &[Token<'_>], mentions: &mut [Mention]) {
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
        let used = !tokens[mention.first].has(Cue::Sell) && then.clone().any(|token| token.has(Cue::Audience));
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
pub(super) fn hide_persons(tokens: &[Token<'_>], mentions: &mut [Mention]) {
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
        let outside_story = story && !point.contains(&mention.clause);
        if later_site || later_all || outside_story {
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
pub(super) fn hide_agents(tokens: &[Token<'_>], mentions: &mut [Mention]) {
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
pub(super) fn keep_heads(tokens: &[Token<'_>], mentions: &mut [Mention]) {
    let value = |name: &str| Field::Filer.value_index(name).map_or(0, |value| 1 << value);
    let (private, public) = (value("private_non_enterprise"), value("public_institution"));
    // 民办 makes a school or hospital a private one.
    if mentions.iter().any(|mention| mention.values == private && !mention.dropped && mention.strength == Strength::Strong) {
        mentions.iter_mut().filter(|mention| mention.values == public).for_each(|mention| mention.dropped = true);
    }
    // The authority that registers or oversees somebody is not the filer.
    let government = value("government");
    let another = |mention: &Mention| ![government, value("individual")].contains(&mention.values);
    if mentions.iter().any(|mention| another(mention) && !mention.dropped && mention.strength == Strength::Strong) {
        mentions.iter_mut().filter(|mention| mention.values == government).for_each(|mention| mention.dropped = true);
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
