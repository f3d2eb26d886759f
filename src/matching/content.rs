//! What a site offers: several values at once, hints, trades and goods.

use super::cue::Cue;
use super::decide::{Sentence, found, sureness};
use super::frames::is_story;
use super::mention::{Mention, is_only};
use super::scan::{Piece, Token};
use super::vocabulary::{Sense, Strength};
use super::{Candidate, Match};
use crate::profile::{Field, Kind};

/// Score of an answer that only hints.
const HINT: f32 = 0.7;

/// How much of a clause may be not understood for a trade to tell what is offered.
const TRADE_UNCLEAR: f32 = 0.2;

/// Shortest word in bytes that tells a topic by itself: three Chinese characters.
const TOPIC_BYTES_MIN: usize = 9;
/// Categories of which a hint in a list is an item of it: things to do on a site, rather than what it may be about.
const ITEMS: [&str; 9] =
    ["bulletin_board", "shopping", "e_commerce", "email", "sms", "instant_messaging", "online_payment", "advertising", "travel"];

/// Categories of things that can be sold in a shop.
const WARES: [&str; 6] = ["publishing", "culture", "religion", "drugs_devices", "hazardous_chemicals", "games"];

/// Decides from the values that an answer names.
pub(super) fn decide(sentence: &Sentence<'_>, field: Field, named: Vec<Mention>) -> Match {
    let Kind::Set(names) = field.kind() else { return Match::reject(Vec::new()) };
    let bit = |name: &str| names.iter().position(|known| *known == name).map_or(0, |index| 1u64 << index);
    let none = bit("none");
    let meant: Vec<&Mention> = named.iter().filter(|mention| !mention.dropped).collect();
    if meant.is_empty() {
        // «不属于其中任何一类»
        let has = |cue: Cue| sentence.tokens.iter().any(|token| token.has(cue));
        let nothing_of_the_list =
            has(Cue::Listed) && has(Cue::Not) && !has(Cue::Question) && named.iter().all(|mention| mention.values == none);
        return if nothing_of_the_list { result(sentence, &[], none, 0.9) } else { Match::reject(Vec::new()) };
    }
    let of = |strength: Strength| meant.iter().copied().filter(move |mention| mention.strength == strength);
    let union = |mentions: &[&Mention]| mentions.iter().fold(0, |values, mention| values | mention.values);
    let portal = bit("unit_portal");
    let strong: Vec<&Mention> =
        of(Strength::Strong).filter(|mention| mention.values != none && !describes(mention, &meant, &bit)).collect();
    // What is made or done for a trade is not the trade: 医院管理系统, 学校课桌椅.
    let (customers, mut trades): (Vec<&Mention>, Vec<&Mention>) = of(Strength::Trade).partition(|mention| is_customer(sentence, mention));
    let mut weak: Vec<&Mention> = of(Strength::Weak).collect();
    // «古镇介绍»: what is presented tells more than that it is.
    if trades.is_empty() && weak.iter().any(|mention| mention.values & portal == 0) {
        weak.retain(|mention| mention.values != portal);
    }
    let goods: Vec<&Mention> = of(Strength::Goods).collect();
    let topics: Vec<&Mention> = of(Strength::Topic).collect();
    let faint: Vec<&Mention> = of(Strength::Faint).collect();
    if [&strong, &weak, &goods, &topics].iter().all(|others| others.is_empty()) {
        trades.extend(&customers);
    }
    let (chosen, sure): (Vec<&Mention>, f32) = if !strong.is_empty() {
        // Whose site it is counts where the site presents them, «医院官网», and as an item of a list.
        let presents = union(&strong) == portal;
        let beside =
            |trade: &Mention| strong.iter().any(|mention| mention.clause == trade.clause && mention.first.abs_diff(trade.last) <= 2);
        let trades = trades.into_iter().filter(|trade| presents && beside(trade) || !presents && is_item(sentence, trade, &meant));
        // «新闻，也卖书»: a hint counts as an item of a list.
        let deeds = ITEMS.iter().fold(portal, |bits, name| bits | bit(name));
        let items = weak.iter().copied().filter(|mention| mention.values & !deeds == 0 && is_item(sentence, mention, &meant));
        // «卖佛珠，同时讲经»: books, paintings and beads are goods where they are sold.
        let sells = |mention: &&Mention| sentence.tokens[mention.first].has(Cue::Sell);
        let wares = WARES.iter().fold(0, |bits, name| bits | bit(name));
        let denied = |sells: &Mention| named.iter().any(|other| other.dropped && other.values & sells.values != 0);
        let is_ware = |ware: &&Mention, sells: &Mention| ware.values & wares != 0 && ware.clause == sells.clause;
        let sold = weak.iter().copied().filter(sells).filter(|sells| !denied(sells) && strong.iter().any(|ware| is_ware(ware, sells)));
        (strong.iter().copied().chain(trades).chain(items).chain(sold).collect(), 1.0)
    } else if !trades.is_empty() {
        let presented: Vec<&Mention> = weak.iter().chain(&faint).copied().filter(|mention| mention.values == portal).collect();
        // Whose trade it is tells what is offered only where little else is said.
        let clear = !presented.is_empty() || weak.is_empty() && trades.iter().all(|mention| sentence.unclear(mention) < TRADE_UNCLEAR);
        (trades.iter().copied().chain(presented).collect(), if clear { 1.0 } else { HINT })
    } else if !weak.is_empty() {
        // Goods that are sold: the goods are what tells.
        // Several hints at one thing tell it as well.
        let agree = weak.len() > 1 && weak.iter().all(|mention| mention.values == weak[0].values);
        let sure = if goods.is_empty() && !agree { HINT } else { 1.0 };
        (weak.clone(), sure)
    } else if !goods.is_empty() {
        let sure = if goods.len() > 1 { 1.0 } else { HINT };
        (goods, sure)
    } else if !topics.is_empty() {
        // A short word for a topic is part of many an answer.
        let sure = if topics.iter().any(|mention| mention.end - mention.start >= TOPIC_BYTES_MIN) { 1.0 } else { HINT };
        (topics, sure)
    } else if !faint.is_empty() && !sentence.tokens.iter().any(|token| token.has(Cue::Question)) {
        (faint, HINT)
    } else {
        (of(Strength::Strong).collect(), 1.0)
    };
    if chosen.is_empty() {
        return Match::reject(Vec::new());
    }
    let mut values = union(&chosen);
    if values != none {
        values &= !none;
    }
    // A story that never comes to the point is asked back.
    let pointed = !is_story(&sentence.tokens) || values == none || chosen.iter().any(|mention| has_point(sentence, mention));
    let passed_over = weak.iter().any(|mention| {
        mention.values & values == 0 && mention.values != portal && !chosen.iter().any(|other| other.clause == mention.clause)
    });
    let sure = if pointed && !passed_over && customers.is_empty() { sure } else { HINT };
    let score = chosen.iter().map(|mention| sureness(sentence, mention)).fold(0.0, f32::max).min(sure);
    result(sentence, &chosen, values, score)
}

/// Whether a value only describes what is named right behind it: 牙科器械厂, 旅游学校.
fn describes(mention: &Mention, meant: &[&Mention], bit: &dyn Fn(&str) -> u64) -> bool {
    let next = meant.iter().find(|next| next.start == mention.end);
    next.is_some_and(|next| {
        mention.values == bit("healthcare") && next.values == bit("drugs_devices")
            || mention.values & bit("education") == 0 && next.values == bit("education") && next.strength == Strength::Trade
    })
}

/// Whether a trade is named as the one for whom what follows is made or done.
fn is_customer(sentence: &Sentence<'_>, trade: &Mention) -> bool {
    let is_goods = |token: &Token<'_>| {
        token.senses().iter().any(|sense| matches!(sense, Sense::Value { field: Field::Content, strength: Strength::Goods, .. }))
    };
    let mut then = sentence.tokens[trade.last + 1..].iter().take_while(|token| token.clause == trade.clause);
    let Some(next) = then.next().filter(|next| next.start == trade.end) else { return false };
    // «学校的护眼灯»
    let owned = next.is_one_character() && is_only(next, Cue::Filler) && then.next().is_some_and(is_goods);
    next.has(Cue::ForTrade) || is_goods(next) || owned
}

fn has_point(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let mut clause = sentence.tokens.iter().filter(|token| token.clause == mention.clause);
    clause.any(|token| token.has(Cue::Main) || token.has(Cue::Site))
}

/// Whether a value is named as a further item of a list.
fn is_item(sentence: &Sentence<'_>, mention: &Mention, meant: &[&Mention]) -> bool {
    let links = |token: &Token<'_>| token.piece == Piece::Comma || token.has(Cue::Join);
    let strong = || meant.iter().filter(|other| other.strength == Strength::Strong);
    let before = strong().filter(|other| other.last < mention.first).map(|other| other.last).max();
    let after = strong().filter(|other| other.first > mention.last).map(|other| other.first).min();
    // The link stands in the clause of the later item.
    let leads =
        |from: usize, to: usize| sentence.tokens[from..to].iter().any(|token| links(token) && token.clause == sentence.tokens[to].clause);
    let linked = before.is_some_and(|before| leads(before + 1, mention.first)) || after.is_some_and(|after| leads(mention.last + 1, after));
    // «广告投放，搜索，短信通知»: clauses of one item each.
    let bare = |clause: u32| {
        let others =
            sentence.tokens.iter().filter(|token| token.clause == clause && matches!(token.piece, Piece::Unknown | Piece::Known(_)));
        others.count() == 1
    };
    linked || bare(mention.clause) && strong().any(|other| other.clause != mention.clause && bare(other.clause))
}

fn result(sentence: &Sentence<'_>, chosen: &[&Mention], values: u64, score: f32) -> Match {
    let mut candidates: Vec<Candidate> = Vec::new();
    for mention in chosen {
        let because = &sentence.text[mention.start..mention.end];
        for value in (0..64).filter(|value| mention.values & values & (1 << value) != 0) {
            if !candidates.iter().any(|known| known.value == value) {
                candidates.push(Candidate { value, score: f64::from(score), because: because.to_owned() });
            }
        }
    }
    found(Field::Content, values, score, candidates)
}
