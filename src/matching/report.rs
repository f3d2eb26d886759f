//! What else people report of a filing: why it was rejected, on what day something happened or ends, and what is in hand.

use chrono::NaiveDate;

use super::Reading;
use super::day::Towards;
use super::misspelt::LIKENESS_CLEAR;
use super::normal::{fold, is_break, normalize};
use super::progress::{Line, Meaning, Part, Role, Words, has, is_asked, role, unknown_share};
use super::scan::{Piece, Token};
use super::vocabulary::Vocabulary;
use crate::profile::{Field, Value};

/// What a rejection's reason points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Its name in `progress/reasons.toml`, for a text in the locales.
    pub key: String,
    /// The fields that it is about; none where no field tells it.
    pub fields: Vec<Field>,
}

/// Something that a person gives the day of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatedEvent {
    ServerExpires,
    DomainExpires,
    IdExpires,
    SheetSigned,
    SiteOpened,
    AccessCancelled,
}

/// That something is in hand, or is not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InHand {
    /// The words that name the thing, normalized.
    pub what: String,
    pub have: bool,
    /// Everything: «材料都齐了».
    pub all: bool,
    /// What is named is missing, and all else is in hand: «除了核验单都好了», «就剩身份证没拍».
    pub except: bool,
}

/// Longest text in bytes that is read as an event, or as what is in hand.
const TEXT_BYTES_MAX: usize = 300;
/// Share of a text about an end that no word explains from which it speaks of something else.
const UNKNOWN_OVER: f64 = 0.25;
/// Bytes between what a reason is about and what is wrong with it.
const REASON_REACH: usize = 60;

/// What a rejection's reason points to, in the order of the text.
pub fn reasons(vocabulary: &Vocabulary, text: &str) -> Vec<Reason> {
    let Some(progress) = vocabulary.progress.as_ref() else { return Vec::new() };
    let folded = fold(text);
    let found = reasons_in(&progress.reason, &folded, |reason| progress.reasons[reason].own_wrong);
    let mended = if found.is_empty() { progress.reason.mended(&folded, true) } else { None };
    let found = match mended {
        Some((text, _)) => reasons_in(&progress.reason, &text, |reason| progress.reasons[reason].own_wrong),
        _ => found,
    };
    let kind = |reason: usize| &progress.reasons[reason];
    found.into_iter().map(|reason| Reason { key: kind(reason).key.clone(), fields: kind(reason).fields.clone() }).collect()
}

/// The reason of this name in `progress/reasons.toml`.
pub fn reason_named(vocabulary: &Vocabulary, key: &str) -> Option<Reason> {
    let kind = vocabulary.progress.as_ref()?.reasons.iter().find(|kind| kind.key == key)?;
    Some(Reason { key: kind.key.clone(), fields: kind.fields.clone() })
}

/// Whether a text speaks of anything that a rejection may be about: what does not is no reason.
pub fn speaks_of_reason(vocabulary: &Vocabulary, text: &str) -> bool {
    let Some(progress) = vocabulary.progress.as_ref() else { return false };
    progress.reason.touches(&fold(text), |meaning| matches!(meaning, Meaning::Reason(..)))
}

fn reasons_in(words: &Words, folded: &str, own_wrong: impl Fn(usize) -> bool) -> Vec<usize> {
    let all: Vec<(usize, usize, Meaning)> = words.all(folded).collect();
    // A longer word hides the shorter ones of its kind: 网站名称 is not 网站.
    let about = |(.., meaning): &(usize, usize, Meaning)| matches!(meaning, Meaning::Reason(_, Part::About | Part::Whole));
    let hidden = |one: &(usize, usize, Meaning)| {
        all.iter().any(|other| about(other) && other.0 <= one.0 && other.1 >= one.1 && other.1 - other.0 > one.1 - one.0)
    };
    let near = |one: &(usize, usize, Meaning), other: &(usize, usize, Meaning)| {
        let (from, to) = (one.1.min(other.1), one.0.max(other.0));
        // A comma may part them, a full stop not.
        let between = folded.get(from..to).unwrap_or_default();
        between.len() <= REASON_REACH && !between.contains(|c: char| is_break(c) && !matches!(c, ',' | '(' | ')'))
    };
    let breaks = |one: &(usize, usize, Meaning), other: &(usize, usize, Meaning)| {
        folded.get(one.1.min(other.1)..one.0.max(other.0)).unwrap_or_default().contains(is_break)
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for one in all.iter().filter(|one| about(one) && !hidden(one)) {
        let Meaning::Reason(Some(reason), part) = one.2 else { continue };
        let reason = usize::from(reason);
        let told = part == Part::Whole || {
            let fits = |other: &&(usize, usize, Meaning)| match other.2 {
                Meaning::Reason(Some(of), Part::Wrong) => usize::from(of) == reason,
                Meaning::Reason(None, Part::Wrong) => !own_wrong(reason),
                _ => false,
            };
            // «核验照片没问题，是名称不规范»
            let fine = |wrong: &(usize, usize, Meaning)| {
                let good = |other: &&(usize, usize, Meaning)| matches!(other.2, Meaning::Reason(None, Part::Fine));
                all.iter().filter(good).any(|good| good.0 >= one.1 && good.1 <= wrong.1)
            };
            // Behind a comma what is wrong belongs to this only where nothing else is named before it.
            let another = |wrong: &(usize, usize, Meaning)| {
                all.iter().any(|other| about(other) && !hidden(other) && other.0 >= one.1 && other.0 <= wrong.0 && other.2 != one.2)
            };
            all.iter()
                .filter(fits)
                .any(|wrong| near(one, wrong) && !fine(wrong) && (!breaks(one, wrong) || wrong.0 >= one.1 && !another(wrong)))
        };
        if told && !found.iter().any(|(_, known)| *known == reason) {
            found.push((one.0, reason));
        }
    }
    found.sort_by_key(|(start, _)| *start);
    found.into_iter().map(|(_, reason)| reason).collect()
}

/// The event that a person gives the day of. What ends may end in the future, all else has happened.
pub fn event(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> Option<(DatedEvent, NaiveDate)> {
    let words = &vocabulary.progress.as_ref()?.events;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let folded = fold(text);
    let has_latin = folded.bytes().any(|byte| byte.is_ascii_lowercase());
    let touched = words.touches(&folded, |meaning| matches!(meaning, Meaning::Role(role) if is_deed(role)));
    if !touched && !has_latin {
        return None;
    }
    let found = if touched { event_in(words, &folded, today) } else { None };
    found.or_else(|| event_in(words, &mended(words, &folded, touched)?, today))
}

/// The text with what is clearly misspelt written right: nobody is asked back here.
fn mended(words: &Words, folded: &str, slips: bool) -> Option<String> {
    words.mended(folded, slips).filter(|(_, likeness)| *likeness >= LIKENESS_CLEAR).map(|(text, _)| text)
}

fn is_deed(role: Role) -> bool {
    matches!(role, Role::Expires | Role::Expired | Role::Signed | Role::Opened | Role::Cancelled)
}

fn is_thing(role: Role) -> bool {
    matches!(role, Role::Server | Role::Domain | Role::IdCard | Role::Sheet | Role::Site | Role::Access)
}

fn event_in(words: &Words, folded: &str, today: NaiveDate) -> Option<(DatedEvent, NaiveDate)> {
    let line = words.line(folded.to_owned(), today, Towards::Past, 1.0);
    if line.any(Role::If) || line.any(Role::Others) || line.clauses().any(is_asked) {
        return None;
    }
    let mut thing = None::<Role>;
    for clause in line.clauses() {
        let roles = || clause.iter().filter_map(role);
        thing = roles().find(|role| is_thing(*role)).or(thing);
        let Some(deed) = roles().find(|role| is_deed(*role)) else { continue };
        // «备案核验单», «域名证书»: of several things the one that fits the deed is meant.
        let Some(event) = roles().filter(|role| is_thing(*role)).find_map(|thing| event_of(thing, deed)).or_else(|| event_of(thing?, deed))
        else {
            continue;
        };
        let expires = matches!(event, DatedEvent::ServerExpires | DatedEvent::DomainExpires | DatedEvent::IdExpires);
        let denied = roles().any(|role| matches!(role, Role::Not | Role::NotYet));
        let planned = !expires && roles().any(|role| role == Role::Plan);
        if denied || planned {
            return None;
        }
        let ahead = words.line(folded.to_owned(), today, Towards::Future, 1.0);
        let dated = if expires && deed == Role::Expires { &ahead } else { &line };
        let (from, to) = (clause.first()?.start, clause.last()?.end);
        // A day counts one token and its marks no clause: a day beside the clause is another clause's, and counts where there is no other.
        let named = dated.days.iter().find(|day| day.start >= from && day.end <= to).or_else(|| dated.days.first());
        // «域名上周过期了»: on which day makes no difference any more.
        let over = || today.pred_opt().filter(|_| line.any(Role::Vague));
        let day = match named {
            Some(day) => day.date,
            None if deed == Role::Expired => over()?,
            None => return None,
        };
        return Some((event, day));
    }
    None
}

/// What a person says has not happened yet, of what they give the day of: «网站还没开».
pub fn event_denied(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> Option<DatedEvent> {
    let words = &vocabulary.progress.as_ref()?.events;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let line = words.line(fold(text), today, Towards::Past, 1.0);
    let of_something_else = [Role::If, Role::Others, Role::Unrelated].into_iter().any(|role| line.any(role));
    if of_something_else || line.clauses().any(is_asked) || unknown_share(&line.tokens) > 0.0 {
        return None;
    }
    let closed = line.any(Role::Closed) || line.any(Role::Opened) && (line.any(Role::Not) || line.any(Role::NotYet));
    (line.any(Role::Site) && closed).then_some(DatedEvent::SiteOpened)
}

fn event_of(thing: Role, deed: Role) -> Option<DatedEvent> {
    Some(match (thing, deed) {
        (Role::Server, Role::Expires | Role::Expired) => DatedEvent::ServerExpires,
        (Role::Domain, Role::Expires | Role::Expired) => DatedEvent::DomainExpires,
        (Role::IdCard, Role::Expires | Role::Expired) => DatedEvent::IdExpires,
        (Role::Sheet, Role::Signed) => DatedEvent::SheetSigned,
        (Role::Site, Role::Opened) => DatedEvent::SiteOpened,
        (Role::Access, Role::Cancelled) => DatedEvent::AccessCancelled,
        _ => return None,
    })
}

/// That the domain or a document runs out, or has run out.
#[derive(Debug, Clone, PartialEq)]
pub struct Expiry {
    /// The field that counts the days.
    pub field: Field,
    /// What the text says of them; no value where it tells no day: «域名下个月到期».
    pub days: Reading,
}

/// How long the domain or a document is valid still, told by no day: «域名过期了», «域名还剩两个多月».
pub fn expiry(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> Option<Expiry> {
    let words = &vocabulary.progress.as_ref()?.events;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let folded = fold(text);
    let line = words.line(folded.clone(), today, Towards::Past, 1.0);
    let of_something_else = [Role::If, Role::Others, Role::Not, Role::NotYet, Role::Unrelated].into_iter().any(|role| line.any(role));
    if of_something_else || line.clauses().any(is_asked) {
        return None;
    }
    let (at, field) = line.tokens.iter().enumerate().find_map(|(at, token)| match role(token)? {
        Role::Domain => Some((at, Field::DomainValidDays)),
        Role::IdCard => Some((at, Field::IdValidDays)),
        _ => None,
    })?;
    let deed = line.tokens[at..].iter().filter_map(role).find(|role| matches!(role, Role::Expires | Role::Expired | Role::Lasts))?;
    let rest = folded.get(line.tokens[at].end..)?;
    let days = match (deed, super::read(vocabulary, field, rest, today)) {
        (_, days @ (Reading::Accept(_) | Reading::Confirm(_))) => days,
        // «去年到期了»: on which day makes no difference any more.
        (Role::Expired, _) if unknown_share(&line.tokens) < UNKNOWN_OVER => Reading::Accept(Value::Integer(-1)),
        (Role::Expires, days) if unknown_share(&line.tokens) < UNKNOWN_OVER => days,
        _ => return None,
    };
    Some(Expiry { field, days })
}

/// What a person says to have in hand, or not yet.
pub fn in_hand(vocabulary: &Vocabulary, text: &str) -> Option<InHand> {
    let words = &vocabulary.progress.as_ref()?.in_hand;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let folded = fold(text);
    let has_latin = folded.bytes().any(|byte| byte.is_ascii_lowercase());
    let touched = words.touches(&folded, |meaning| matches!(meaning, Meaning::Role(Role::Have | Role::Lack | Role::Only)));
    if !touched && !has_latin {
        return None;
    }
    // Days say nothing here: any day will do.
    let line = |text: String| words.line(text, NaiveDate::default(), Towards::Past, 1.0);
    let found = if touched { in_hand_in(&line(folded.clone())) } else { None };
    found.or_else(|| in_hand_in(&line(mended(words, &folded, touched)?)))
}

fn in_hand_in(line: &Line<'_>) -> Option<InHand> {
    if line.any(Role::If) || line.any(Role::Others) || line.clauses().any(is_asked) || line.any(Role::Unrelated) {
        return None;
    }
    if let Some(what) = missing_alone(line) {
        return Some(InHand { what, have: true, all: false, except: true });
    }
    let mut named: Vec<String> = Vec::new();
    let (mut all, mut papers) = (false, false);
    for clause in line.clauses() {
        let end = clause.last().map_or(0, |token| token.end);
        let here = things(line, clause);
        let roles = || clause.iter().filter_map(role);
        let lacks = roles().any(|role| role == Role::Lack);
        let had = roles().any(|role| role == Role::Have);
        all |= roles().any(|role| role == Role::All);
        papers |= roles().any(|role| role == Role::Papers);
        named.extend(here);
        if !lacks && !had {
            continue;
        }
        let denied = roles().filter(|role| matches!(role, Role::Not | Role::NotYet)).count();
        let planned = roles().any(|role| role == Role::Plan);
        // «材料都齐了», «全部准备好了»: of these words none says which, and nothing else may be said.
        // «材料都齐了，明天提交»: what comes later says something else.
        let until: Vec<Token<'_>> = line.tokens.iter().copied().filter(|token| token.end <= end).collect();
        let all = named.is_empty() && (all || papers) && unknown_share(&until) == 0.0;
        if named.is_empty() && !all || planned && !lacks {
            return None;
        }
        return Some(InHand { what: normalize(&named.join("、")), have: !lacks && denied == 0, all, except: false });
    }
    None
}

/// What alone is missing: «除了核验单都好了», «只差核验单了», «只有身份证没拍».
fn missing_alone(line: &Line<'_>) -> Option<String> {
    let any = |clause: &[Token<'_>], wanted: &[Role]| clause.iter().filter_map(role).any(|role| wanted.contains(&role));
    let lacks = |clause: &[Token<'_>]| any(clause, &[Role::Lack, Role::Not, Role::NotYet]);
    // «其他都准备好了», also where what is left out stands before it in the same clause.
    let mut all_ready = line.clauses().filter(|clause| any(clause, &[Role::All]) && any(clause, &[Role::Have]) && !lacks(clause));
    let left_out = match all_ready.next() {
        None => false,
        Some(_) if line.any(Role::Plan) => return None,
        Some(_) if line.any(Role::Except) => true,
        // «都好了，就是身份证没拍»
        Some(ready) => things(line, ready).is_none() && line.clauses().any(|clause| lacks(clause) && things(line, clause).is_some()),
    };
    let alone = line.any(Role::Only) || line.any(Role::Just) && line.any(Role::Lack);
    if !left_out && !alone {
        return None;
    }
    // «营业执照好了，只差核验单»: what stands before the word that singles out is not what is missing.
    let marks = |token: &Token<'_>| matches!(role(token), Some(Role::Only | Role::Just | Role::Except));
    let from = line.tokens.iter().position(marks).unwrap_or_default();
    let clauses = |tokens: &[Token<'_>]| -> Vec<String> {
        tokens.chunk_by(|one, other| one.clause == other.clause).filter_map(|clause| things(line, clause)).collect()
    };
    let behind = clauses(&line.tokens[from..]);
    let named = if behind.is_empty() { clauses(&line.tokens) } else { behind };
    (!named.is_empty()).then(|| normalize(&named.join("、")))
}

/// The words that name things in a clause: from what qualifies the first to the last.
fn things(line: &Line<'_>, clause: &[Token<'_>]) -> Option<String> {
    let first = clause.iter().position(|token| has(token, Role::Thing))?;
    let last = clause.iter().rposition(|token| has(token, Role::Thing))?;
    // 食品经营许可证: what stands right before it qualifies it.
    let qualifies = |token: &&Token<'_>| matches!(token.piece, Piece::Unknown);
    let ahead = clause[..first].iter().rev().take_while(qualifies).count();
    let from = clause[first - ahead].start;
    Some(line.text[from..clause[last].end].to_owned())
}
