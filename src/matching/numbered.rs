//! Things that are meant by their numbers in a list that was shown: «1 3», «1和3好了», «第一个和第三个准备好了», "2 and 4 are ready".

use chrono::NaiveDate;

use super::day::Towards;
use super::normal::fold;
use super::number::chinese;
use super::progress::{Role, role};
use super::scan::Piece;
use super::vocabulary::Vocabulary;

/// Longest text in bytes that names numbers.
const TEXT_BYTES_MAX: usize = 120;
/// What parts one number from the next.
const BETWEEN: [&str; 12] = [" and ", "、", ",", "和", "跟", "与", "及", "+", "&", "/", ";", " "];
/// What may stand before a number, and behind one.
const BEFORE: [&str; 5] = ["第", "编号", "选", "no.", "#"];
const BEHIND: [&str; 10] = ["个", "项", "样", "条", "号", "种", "份", "st", "nd", "rd"];
/// Lists are shorter than that.
const NUMBER_MAX: f64 = 200.0;

/// The numbers, from 1, that are said to be in hand, where a text says nothing else.
pub fn numbered(vocabulary: &Vocabulary, text: &str) -> Option<Vec<usize>> {
    let words = &vocabulary.progress.as_ref()?.in_hand;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let folded = fold(text);
    let mut rest = folded.as_str();
    let mut numbers: Vec<usize> = Vec::new();
    let eat = |rest: &str, words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word)).map(str::len);
    loop {
        let mut at = rest.trim_start();
        if let Some(left) = eat(at, &BEFORE) {
            at = at[at.len() - left..].trim_start();
        }
        let Some((number, behind)) = number(at) else { break };
        numbers.push(number);
        rest = eat(behind, &BEHIND).map_or(behind, |left| &behind[behind.len() - left..]);
        match eat(rest, &BETWEEN) {
            Some(left) => rest = &rest[rest.len() - left..],
            None => break,
        }
    }
    if numbers.is_empty() {
        return None;
    }
    // What follows says that they are there, and no more.
    let line = words.line(rest.to_owned(), NaiveDate::default(), Towards::Past, 1.0);
    let says_so = line.tokens.iter().all(|token| match token.piece {
        Piece::Known(_) => matches!(role(token), Some(Role::Have | Role::All | Role::Done | Role::Filler)),
        Piece::Unknown | Piece::Asked => false,
        _ => true,
    });
    says_so.then_some(numbers)
}

fn number(text: &str) -> Option<(usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return Some((text[..digits].parse().ok().filter(|number| *number >= 1 && *number as f64 <= NUMBER_MAX)?, &text[digits..]));
    }
    match chinese(text)? {
        (number, None, rest) if number.fract() == 0.0 && (1.0..=NUMBER_MAX).contains(&number) => Some((number as usize, rest)),
        _ => None,
    }
}
