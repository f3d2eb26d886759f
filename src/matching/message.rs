//! One pass over a message: every field that it speaks of, whichever was asked.

use chrono::NaiveDate;

use super::cue::Cue;
use super::decide::{Sentence, decide_read};
use super::mention::{Mention, SAID_OF_SOMETHING_ELSE, mentions};
use super::place::{Elsewhere, Level};
use super::scan::{Piece, Token};
use super::vocabulary::{Sense, Strength, Vocabulary};
use super::{Decision, Reading, normalize, number, read, text};
use crate::profile::{Field, Kind, Value};

/// What a message says besides the answer to the question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// Clear values of other fields, in the order of the fields.
    pub values: Vec<(Field, Value)>,
    /// The person takes something back that was said before.
    pub corrects: bool,
    /// The message is a question.
    pub asks: bool,
    /// It adds to what was said: «再加个论坛».
    pub adds: bool,
    /// It speaks of the site.
    pub of_site: bool,
}

/// Fields that people speak of unasked.
const SPOKEN_OF: [Field; 10] = [
    Field::Operation,
    Field::Filer,
    Field::Province,
    Field::Provider,
    Field::Identity,
    Field::Content,
    Field::Domain,
    Field::Server,
    Field::ServerMainland,
    Field::Age,
];

/// Support that a province needs from the words beside it when nobody asked for it.
const PLACE_SUPPORT: f32 = 1.0;

/// A word this long in bytes may well tell two things: «个人博客», but not «公司».
const LONG_WORD_BYTES: usize = 12;

/// Reads what a message says of other fields than the one that was asked for. Only what is clear counts: nobody asked for it.
pub fn told(vocabulary: &Vocabulary, asked: Option<Field>, message: &str, today: NaiveDate) -> Told {
    let scanned_for = asked.unwrap_or(Field::Operation);
    let whole = Sentence::new(vocabulary, scanned_for, message);
    let asks = whole.asks();
    // «I run a company in Shanghai. Do I need this?»: what stands before the question is told.
    let stated: Vec<&str> =
        if asks { sentences(message).filter(|said| !Sentence::new(vocabulary, scanned_for, said).asks()).collect() } else { Vec::new() };
    if asks && stated.is_empty() {
        let corrects = whole.tokens.iter().any(|token| token.has(Cue::Fix) || token.has(Cue::Turned));
        return Told { corrects, asks, ..Told::default() };
    }
    let stated = stated.join("。");
    let (message, first) = if asks { (stated.as_str(), Sentence::new(vocabulary, scanned_for, &stated)) } else { (message, whole) };
    let mut taken: Vec<(usize, usize)> = Vec::new();
    // The words of the answer itself say nothing of other fields: «公司官网» is no company.
    if let Some(field) = asked.filter(|field| matches!(field.kind(), Kind::Choice(_) | Kind::Set(_))) {
        taken.extend(mentions(field, &first.tokens).iter().map(|mention| (mention.start, mention.end)));
    }
    let mut corrects = first.tokens.iter().any(|token| token.has(Cue::Fix) || token.has(Cue::Turned));
    let mut values: Vec<(Field, Value)> = Vec::new();
    // A word that answers another question is taken for that, where it is all that is said: «广东的».
    let detail = |token: &Token<'_>| [Cue::Card, Cue::Phone, Cue::Origin, Cue::Lives].into_iter().any(|cue| token.has(cue));
    let nothing_else = taken.is_empty()
        && first.is_understood()
        && !first.tokens.iter().any(detail)
        && asked.is_some_and(|asked| asked == Field::ServerMainland || SPOKEN_OF.contains(&asked));
    // In answer to where the server is, a place is the server's.
    let of_server = asked == Some(Field::ServerMainland) && place_is_servers(vocabulary, &first);
    let how = Support { corrects, nothing_else, of_server };
    let turns = first.tokens.iter().any(|token| token.has(Cue::Turned));
    for field in SPOKEN_OF.into_iter().filter(|field| Some(*field) != asked) {
        // «改成公司» changes an answer, not a filing.
        if field == Field::Operation && turns && !first.tokens.iter().any(|token| token.has(Cue::Move)) {
            continue;
        }
        let value = match field {
            Field::Domain => text::domain(message).map(|domain| Value::Text(domain.into())),
            Field::Age => number::age_said(&first.text, today),
            Field::ServerMainland => server_said(vocabulary, &first).map(Value::Bool),
            _ => clear(vocabulary, field, message, how, &mut taken).map(|(value, denies)| {
                // «不是广西，是广东» corrects what was said before.
                corrects |= denies;
                value
            }),
        };
        values.extend(value.map(|value| (field, value)));
    }
    values.sort_by_key(|(field, _)| *field);
    let adds = first.tokens.iter().any(|token| token.has(Cue::Add) || token.has(Cue::Join));
    let of_site = first.tokens.iter().any(|token| token.has(Cue::Site) || token.has(Cue::Main));
    Told { values, corrects, asks, adds, of_site }
}

/// The sentences of a message, each with its mark.
fn sentences(message: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '!' | '?' | '\n');
    let sentences = message.split_inclusive(ends).flat_map(|part| part.split_inclusive(". "));
    sentences.map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Reads a list of values as somebody writes it who knows what is asked: «广东 企业 阿里云». None where a word tells nothing: then it
/// is no such list.
pub fn listed(vocabulary: &Vocabulary, list: &str, today: NaiveDate) -> Option<Vec<(Field, Value)>> {
    let mut values = told(vocabulary, None, list, today).values;
    for word in list.split([' ', ',', '，', '、', ';', '；']).filter(|word| !word.is_empty()) {
        let normal = normalize(word);
        let exact = SPOKEN_OF.into_iter().find_map(|field| match read(vocabulary, field, word, today) {
            Reading::Accept(value) if vocabulary.is_word_of(field, &normal) => Some((field, value)),
            _ => None,
        });
        match exact {
            Some((field, value)) if !values.iter().any(|(known, _)| *known == field) => values.push((field, value)),
            Some(_) => {}
            None if told(vocabulary, None, word, today).values.is_empty() => return None,
            None => {}
        }
    }
    values.sort_by_key(|(field, _)| *field);
    Some(values).filter(|values| !values.is_empty())
}

/// Why a value counts that nobody asked for.
#[derive(Clone, Copy)]
struct Support {
    /// It corrects something.
    corrects: bool,
    /// Nothing else is said.
    nothing_else: bool,
    /// A place may be the server's.
    of_server: bool,
}

/// Support that a province needs where it may be the server's.
const PLACE_SUPPORT_AGAINST_SERVER: f32 = 2.0;

/// Whether words stand by themselves in a list of words, and none beside them says of what they tell: «企业 广东 阿里云».
fn stands_in_list(tokens: &[Token<'_>], first: usize, last: usize) -> bool {
    let parts = |token: &&Token<'_>| matches!(token.piece, Piece::Mark | Piece::Break | Piece::Comma);
    let about_another = |token: &Token<'_>| {
        let subjects =
            [Cue::Server, Cue::Domain, Cue::Phone, Cue::Card, Cue::Origin, Cue::Person, Cue::Others, Cue::Lives, Cue::Past, Cue::Not];
        subjects.into_iter().any(|cue| token.has(cue))
    };
    let (before, after) = (tokens[..first].iter().rev(), tokens[last + 1..].iter());
    let parted = before.clone().next().is_none_or(|token| parts(&token)) && after.clone().next().is_none_or(|token| parts(&token));
    let beside = [before.clone().find(|token| !parts(token)), after.clone().find(|token| !parts(token))];
    parted && beside.iter().any(Option::is_some) && !beside.into_iter().flatten().any(about_another)
}

/// Whether a place may well be something else.
fn is_doubtful(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let means_more =
        tokens[mention.first].senses().iter().any(|sense| matches!(sense, Sense::Value { field, .. } if *field != Field::Province));
    let small = mention.place.is_some_and(|place| place.level <= Level::County) && mention.weight < PLACE_SUPPORT_AGAINST_SERVER;
    mention.elsewhere.is_none() && (means_more || small)
}

/// The one province that a text names, whatever it says of it: «身份证是湖南的» names Hunan.
pub fn province_named(vocabulary: &Vocabulary, text: &str) -> Option<u8> {
    let sentence = Sentence::new(vocabulary, Field::Province, text);
    let mut named = mentions(Field::Province, &sentence.tokens).into_iter().filter(|mention| mention.values.count_ones() == 1);
    let first = named.next()?;
    named.all(|other| other.values == first.values).then(|| first.values.trailing_zeros() as u8)
}

/// Whether a word tells what kind of filing it is, whose, or of what.
fn is_fact(token: &Token<'_>) -> bool {
    let facts = [Field::Filer, Field::Content, Field::Operation];
    token
        .senses()
        .iter()
        .any(|sense| matches!(sense, Sense::Value { field, strength: Strength::Strong | Strength::Trade, .. } if facts.contains(field)))
}

/// The places of a text that may be the server's: not those of a list that tells who files where, «阿里云 广东 企业 首次备案».
fn servers_places<'s, 'v>(sentence: &'s Sentence<'v>) -> impl Iterator<Item = &'s Token<'v>> {
    let facts = sentence.tokens.iter().any(is_fact);
    let all = sentence.tokens.iter().enumerate().filter(|(_, token)| token.place().is_some_and(|place| !place.alone));
    all.filter(move |(index, _)| !(facts && stands_in_list(&sentence.tokens, *index, *index))).map(|(_, token)| token)
}

/// Whether the place that is named in answer to where the server is may be the server's: beside a server or a provider, or
/// alone.
fn place_is_servers(vocabulary: &Vocabulary, sentence: &Sentence<'_>) -> bool {
    let clauses = sentence.tokens.iter().map(|token| token.clause).max().unwrap_or(0);
    let of_person = |token: &Token<'_>| {
        let cues = [Cue::Person, Cue::Unit, Cue::Registered, Cue::Card, Cue::Phone, Cue::Origin, Cue::Lives];
        is_fact(token) || cues.into_iter().any(|cue| token.has(cue))
    };
    let person = sentence.tokens.iter().any(of_person);
    let beside_server = |clause: u32| {
        let mut tokens = sentence.tokens.iter().filter(|token| token.clause == clause);
        tokens.any(|token| token.has(Cue::Server) || token.tells(Field::Provider))
    };
    // «服务器是阿里云的，应该在杭州吧»: a clause without a subject speaks of the one before.
    let subjects = [Cue::Person, Cue::Unit, Cue::Registered, Cue::Card, Cue::Phone, Cue::Site];
    let is_subject = |token: &Token<'_>| is_fact(token) || subjects.into_iter().any(|cue| token.has(cue));
    let has_subject = |clause: u32| sentence.tokens.iter().any(|token| token.clause == clause && is_subject(token));
    let beside_server = |clause: u32| beside_server(clause) || !has_subject(clause) && clause.checked_sub(1).is_some_and(beside_server);
    let server = sentence.tokens.iter().any(|token| token.has(Cue::Server));
    // «外国人» is a person, «国外» a place.
    let is_place = |word: &str| ["mainland", "abroad"].iter().any(|what| vocabulary.opening_words(what).iter().any(|known| known == word));
    let of_filer = |token: &Token<'_>| {
        let is_origin = token.senses().iter().any(|sense| matches!(sense, Sense::Value { field: Field::Identity, .. }));
        is_fact(token)
            || token.has(Cue::Unit)
            || token.has(Cue::Registered)
            || is_origin && !is_place(&sentence.text[token.start..token.end])
    };
    let says = (server || !sentence.tokens.iter().any(of_filer))
        && ["mainland", "abroad"].iter().any(|what| vocabulary.says(&sentence.text, what));
    servers_places(sentence).any(|token| beside_server(token.clause)) || clauses == 0 && !person || says
}

/// Letters between a server and the word that says where it is: «服务器买在了», "server is located in".
const SERVER_REACH: usize = 20;

/// Where a text says beside the word for it that the server is: «服务器在国内», «香港服务器». None where it denies or leaves it open.
fn server_said(vocabulary: &Vocabulary, sentence: &Sentence<'_>) -> Option<bool> {
    let text = sentence.text.as_str();
    let servers = vocabulary.opening_words("server");
    let is_server =
        |token: &Token<'_>| token.has(Cue::Server) && servers.iter().any(|word| text[token.start..token.end].starts_with(&**word));
    let words = [("mainland", true), ("abroad", false)];
    let words = words.into_iter().flat_map(|(what, inside)| vocabulary.opening_words(what).iter().map(move |word| (word.as_str(), inside)));
    let inside = |token: &Token<'_>| match token.place()? {
        place if place.alone || place.elsewhere.is_none() && place.level <= Level::County => None,
        place => Some(place.elsewhere.is_none()),
    };
    let beside = |index: usize| -> Option<bool> {
        let server = &sentence.tokens[index];
        // «香港的服务器»: right before it.
        let before = text[..server.start].trim_end_matches(['的', ' ']);
        let place = sentence.tokens[..index].iter().rfind(|token| token.end <= before.len());
        let said = words.clone().find(|(word, _)| before.ends_with(word)).map(|(_, inside)| inside);
        if let Some(inside) = said.or_else(|| place.filter(|place| place.end == before.len()).and_then(inside)) {
            return Some(inside);
        }
        let ends = |token: &&Token<'_>| {
            matches!(token.piece, Piece::Break | Piece::Asked | Piece::Comma) || token.start > server.end + SERVER_REACH || is_fact(token)
        };
        // «服务器 香港 企业»: a list, in which a folded space is a comma.
        let is_space = |token: &Token<'_>| matches!(&text[token.start..token.end], "," | " ");
        let behind = &sentence.tokens[index + 1..];
        let behind = &behind[usize::from(behind.first().is_some_and(is_space))..];
        let behind = &behind[..behind.iter().position(|token| ends(&token)).unwrap_or(behind.len())];
        let span = &text[server.end..behind.last().map_or(server.end, |token| token.end)];
        let places = behind.iter().filter_map(|token| Some((token.start - server.end, inside(token)?)));
        let said = words.clone().filter_map(|(word, inside)| Some((span.find(word)?, inside))).chain(places).min_by_key(|(at, _)| *at);
        said.map(|(_, inside)| inside).filter(|_| !behind.iter().any(|token| token.has(Cue::Not)))
    };
    let mut said = (0..sentence.tokens.len()).filter(|index| is_server(&sentence.tokens[*index])).filter_map(beside);
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// Whether a text says that something is in the mainland: by a place, or by words like 国内 and 境外.
pub fn lies_in_mainland(vocabulary: &Vocabulary, text: &str) -> Option<bool> {
    let sentence = Sentence::new(vocabulary, Field::Province, text);
    let denies = sentence.tokens.iter().any(|token| token.has(Cue::Not));
    if let Some(inside) = server_said(vocabulary, &sentence).filter(|_| !denies) {
        return Some(inside);
    }
    // «Can a foreigner file?» says nothing of a server.
    let asks = sentence.asks() && !sentence.tokens.iter().any(|token| token.has(Cue::Server));
    if asks || !place_is_servers(vocabulary, &sentence) {
        return None;
    }
    let (mut inside, mut outside) = (false, false);
    let denied = sentence.tokens.iter().any(|token| token.has(Cue::Not));
    for place in servers_places(&sentence).filter_map(Token::place) {
        match place.elsewhere {
            Some(Elsewhere::HongKong | Elsewhere::Macao | Elsewhere::Taiwan | Elsewhere::Abroad) => outside = true,
            None if place.level > Level::County => inside = true,
            None => {}
        }
    }
    let says = |what: &str| vocabulary.says(&sentence.text, what);
    match (says("mainland"), says("abroad"), denied) {
        // «不在香港，在内地»
        (true, false, true) if outside => Some(true),
        (true, false, denied) => Some(!denied),
        (false, true, denied) => Some(denied),
        // That it is not in one place says nothing of the others.
        (false, false, true) => None,
        _ => (inside != outside).then_some(inside),
    }
}

/// Whether a text denies something.
pub fn is_denied(vocabulary: &Vocabulary, text: &str) -> bool {
    let sentence = Sentence::new(vocabulary, Field::Province, text);
    sentence.tokens.iter().any(|token| token.has(Cue::Not))
}

/// The value that a message clearly names for a field, and whether it denies another one.
fn clear(vocabulary: &Vocabulary, field: Field, message: &str, how: Support, taken: &mut Vec<(usize, usize)>) -> Option<(Value, bool)> {
    let sentence = Sentence::new(vocabulary, field, message);
    let named = mentions(field, &sentence.tokens);
    let meant: Vec<_> = named.iter().filter(|mention| !mention.dropped).collect();
    // A hint is for a question; and a word has one meaning in a message.
    let free = |start: usize, end: usize| {
        // «企业官网» holds another one: a company's, and what it offers.
        let holds = |from: usize, to: usize| {
            field == Field::Content && start <= from && end >= to && (end - start > to - from || end - start >= LONG_WORD_BYTES)
        };
        !taken.iter().any(|(from, to)| start < *to && end > *from && !holds(*from, *to))
    };
    let tells: Vec<_> = meant.iter().filter(|mention| mention.strength == Strength::Strong).collect();
    let all_clear = !tells.is_empty() && tells.iter().all(|mention| free(mention.start, mention.end));
    let supported = match field {
        Field::Province if how.of_server => {
            let listed = |mention: &Mention| stands_in_list(&sentence.tokens, mention.first, mention.last);
            let facts = sentence.tokens.iter().any(is_fact);
            meant.iter().any(|mention| mention.weight >= PLACE_SUPPORT_AGAINST_SERVER || facts && listed(mention))
        }
        // A small place has the name of many a thing, and 阿里 is a provider before it is a place.
        Field::Province if meant.iter().any(|mention| is_doubtful(&sentence.tokens, mention)) => false,
        Field::Province if how.corrects || how.nothing_else => true,
        Field::Province => {
            meant.iter().any(|mention| mention.weight >= PLACE_SUPPORT)
                || named.iter().any(|mention| mention.dropped)
                || meant.iter().any(|mention| stands_in_list(&sentence.tokens, mention.first, mention.last))
        }
        // A deed and its object may be about anything: only a word for the operation itself counts.
        // Of a filing, a deed says enough: «把备案转到阿里云».
        Field::Operation if sentence.tokens.iter().any(|token| token.has(Cue::Filing) || token.has(Cue::Filed)) => true,
        Field::Operation => meant.iter().all(|mention| sentence.tokens[mention.first].tells(Field::Operation)),
        // «身份证没带» speaks of the card.
        Field::Identity if !sentence.is_understood() || sentence.tokens.iter().any(|token| token.has(Cue::Not)) => false,
        // Where somebody lives does not tell where they are from.
        Field::Identity => meant.iter().all(|mention| {
            let word = &sentence.text[mention.start..mention.end];
            sentence.tokens[mention.first].place().is_none()
                && vocabulary.opening_words("of_persons").iter().any(|ending| word.ends_with(ending.as_str()))
        }),
        _ => true,
    };
    if meant.is_empty() || !all_clear || !supported {
        return None;
    }
    let found = decide_read(&sentence, field);
    if found.decision != Decision::Accept {
        return None;
    }
    // «上海 公司 论坛»: what tells who files is no hint at what is offered.
    let is_left = |mention: &&&Mention| free(mention.start, mention.end);
    let left = meant.iter().filter(is_left).fold(0, |values, mention| values | mention.values);
    let best = match found.best? {
        Value::Set(values) => Value::Set(values & left),
        value => value,
    };
    // What is to be done may name the provider as well: «转到阿里云».
    if field != Field::Operation {
        taken.extend(tells.iter().map(|mention| (mention.start, mention.end)));
    }
    // What is said of the server, say, is not denied.
    let denies = named.iter().any(|mention| mention.dropped && mention.weight > SAID_OF_SOMETHING_ELSE);
    Some((best, denies))
}
