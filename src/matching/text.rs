//! Finding words in what people type.

use super::vocabulary::Word;

/// Lower case, half-width, without tone of voice: the form in which words are compared.
pub fn normalize(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for character in text.chars() {
        let character = match character {
            // Full-width forms of the printable ASCII characters.
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
            '\u{3000}' => ' ',
            other => other,
        };
        normal.extend(character.to_lowercase());
    }
    let is_noise = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "。，、！？；：“”‘’（）《》…—～·".contains(c);
    let trimmed = normal.trim_matches(is_noise);
    let without_particles = trimmed.trim_end_matches(|c: char| is_noise(c) || "吧啊呀哦呢了".contains(c));
    let result = if without_particles.is_empty() { trimmed } else { without_particles };
    result.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word found in an answer.
#[derive(Debug, Clone)]
pub(super) struct Hit<'w> {
    pub value: u8,
    pub word: &'w str,
    pub negated: bool,
    start: usize,
    end: usize,
}

const NEGATIONS: [&str; 12] = ["不是", "不在", "不做", "不涉及", "没有", "并非", "不含", "非", "别", "not ", "no ", "without "];

/// The words that stand in the answer, without those inside a longer one.
pub(super) fn occurrences<'w>(answer: &str, words: &'w [Word]) -> Vec<Hit<'w>> {
    let mut hits: Vec<Hit<'w>> = Vec::new();
    for word in words.iter().filter(|word| !word.alone) {
        for (start, _) in answer.match_indices(&word.text) {
            let end = start + word.text.len();
            if stands_alone(answer, start, end, &word.text) {
                let before = &answer[..start];
                let negated = NEGATIONS.iter().any(|negation| before.ends_with(negation) || before.trim_end().ends_with(negation));
                hits.push(Hit { value: word.value, word: &word.text, negated, start, end });
            }
        }
    }
    let all = hits.clone();
    hits.retain(|hit| {
        !all.iter().any(|other| other.start <= hit.start && hit.end <= other.end && other.end - other.start > hit.end - hit.start)
    });
    hits.sort_by_key(|hit| hit.start);
    hits
}

/// A Latin word does not count inside another word.
fn stands_alone(answer: &str, start: usize, end: usize, word: &str) -> bool {
    if !word.is_ascii() {
        return true;
    }
    let before = answer[..start].chars().next_back();
    let after = answer[end..].chars().next();
    let letter = |neighbour: Option<char>| neighbour.is_some_and(|c| c.is_ascii_alphanumeric());
    !letter(before) && !letter(after)
}

/// One hit for each value.
pub(super) fn distinct<'h, 'w: 'h>(hits: impl Iterator<Item = &'h Hit<'w>>) -> Vec<&'h Hit<'w>> {
    let mut distinct: Vec<&Hit<'_>> = Vec::new();
    for hit in hits {
        if !distinct.iter().any(|known| known.value == hit.value) {
            distinct.push(hit);
        }
    }
    distinct
}

/// Longest domain name, in bytes.
const DOMAIN_BYTES_MAX: usize = 253;

/// The domain in an answer: bare, in a URL or after a few words.
pub(super) fn domain(answer: &str) -> Option<String> {
    let token = answer
        .split(|c: char| c.is_whitespace() || "，。、；：！？（）“”".contains(c))
        .find(|token| token.trim_matches('.').contains('.'))?;
    let token = token.to_lowercase();
    let without_scheme = token.split_once("://").map_or(token.as_str(), |(_, rest)| rest);
    let host = without_scheme.split(['/', '?', '#', ':']).next()?.trim_matches('.');
    let labels_fit = host.split('.').all(|label| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-') && !label.starts_with('-') && !label.ends_with('-')
    });
    let ends_in_name = host.rsplit('.').next().is_some_and(|last| !last.chars().all(|c| c.is_ascii_digit()));
    let host = host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host);
    (host.contains('.') && host.len() <= DOMAIN_BYTES_MAX && labels_fit && ends_in_name).then(|| host.to_owned())
}

/// Words that say nothing about which value is meant. What else stands in an answer may turn its sense around.
const FILLERS: [&str; 74] = [
    "我们",
    "公司",
    "企业",
    "单位",
    "个人",
    "注册",
    "户口",
    "地址",
    "叫",
    "我的",
    "我在",
    "我是",
    "我",
    "咱们",
    "咱",
    "是在",
    "就是",
    "就在",
    "是",
    "在",
    "的话",
    "的",
    "那边",
    "这边",
    "那里",
    "这里",
    "那",
    "这",
    "边",
    "吧",
    "了",
    "呢",
    "啊",
    "就",
    "备案",
    "网站",
    "想",
    "要",
    "做",
    "办",
    "人",
    "这个",
    "一个",
    "一家",
    "家",
    "个",
    "省",
    "市",
    "地区",
    "选",
    "以及",
    "还有",
    "和",
    "跟",
    "与",
    "也",
    "不涉及",
    "没有",
    "不做",
    "不含",
    "不是",
    "we are",
    "we",
    "i am",
    "i'm",
    "i",
    "are",
    "in",
    "from",
    "a",
    "an",
    "the",
    "and",
    "it's",
];

/// Whether an answer holds nothing but the words that were found, negated ones among them, and words that say nothing.
pub(super) fn is_clear(answer: &str, hits: &[Hit<'_>]) -> bool {
    let mut rest = String::new();
    let mut end = 0;
    for hit in hits {
        if hit.start >= end {
            rest.push_str(&answer[end..hit.start]);
            rest.push(' ');
            end = hit.end;
        }
    }
    rest.push_str(&answer[end..]);
    rest.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() && c != '\'' || "，。、！？；：“”（）…～".contains(c)).all(is_filler)
}

fn is_filler(part: &str) -> bool {
    let mut rest = part;
    while !rest.is_empty() {
        match FILLERS.iter().filter(|filler| rest.starts_with(**filler)).max_by_key(|filler| filler.len()) {
            // A Latin word is a filler as a whole or not at all.
            Some(filler) if !filler.is_ascii() || filler.len() == rest.len() => rest = &rest[filler.len()..],
            _ => return false,
        }
    }
    true
}

/// Digits in a row from which on a number may be that of a phone or a person.
const DIGITS_KEPT_MAX: usize = 6;

/// Hides what looks like the number of a phone, a person or a bank card, also with single blanks or dashes in it.
pub(super) fn mask(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut masked = characters.clone();
    let mut start = 0;
    while start < characters.len() {
        if !is_digit(characters[start]) {
            start += 1;
            continue;
        }
        let (mut end, mut digits) = (start, 0);
        while let Some(&next) = characters.get(end) {
            let joins = matches!(next, '-' | ' ' | '－') && characters.get(end + 1).is_some_and(|after| is_digit(*after));
            let check = matches!(next, 'x' | 'X') && digits >= 17;
            if is_digit(next) || check {
                digits += 1;
            } else if !joins {
                break;
            }
            end += 1;
        }
        if digits > DIGITS_KEPT_MAX {
            masked[start..end].iter_mut().filter(|c| is_digit(**c) || matches!(**c, 'x' | 'X')).for_each(|c| *c = '*');
        }
        start = end;
    }
    masked.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{domain, mask, normalize};

    #[test]
    fn numbers_of_people_and_phones_are_hidden_and_others_are_not() {
        for (said, kept) in [
            ("张三 13800138000", "张三 ***********"),
            ("110101199003078515", "******************"),
            ("11010119900307851X", "******************"),
            ("138-0013-8000", "***-****-****"),
            ("138 0013 8000", "*** **** ****"),
            ("１３８００１３８０００", "***********"),
            ("360 网站", "360 网站"),
            ("示例 123456 号", "示例 123456 号"),
        ] {
            assert_eq!(mask(said), kept);
        }
    }

    #[test]
    fn a_domain_is_found_bare_in_a_url_and_in_a_sentence() {
        for (said, found) in [
            ("example.com", Some("example.com")),
            ("https://www.Example.com/blog?x=1", Some("example.com")),
            ("域名是 foo.top，谢谢", Some("foo.top")),
            ("例子.中国", Some("例子.中国")),
            ("没有域名", None),
            ("1.5", None),
            ("-bad-.com", None),
        ] {
            assert_eq!(domain(said).as_deref(), found, "{said}");
        }
    }

    #[test]
    fn width_case_and_particles_do_not_matter() {
        assert_eq!(normalize("　ＡＢＣ！吧"), "abc");
        assert_eq!(normalize("广东吧。"), "广东");
        assert_eq!(normalize("  Guang  Dong "), "guang dong");
    }
}
